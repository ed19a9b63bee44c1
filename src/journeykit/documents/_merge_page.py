"""A text in which the comments at some places are others: every other line stays as it is."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import define, field

from ._merge_comments import Comment
from ._merge_notes import Key
from ._merge_outline import Outline, Path

__all__ = ["Wanted", "page_with"]

_NO_LINES: Mapping[int, Sequence[str]] = {}
_NO_COLUMNS: Mapping[str, int] = {}

Wanted = Mapping[Key, Sequence[str]]
"""The comments that shall stand at places, by these."""


def page_with(
    here: Outline,
    there: Mapping[Key, Sequence[Comment]],
    wanted: Wanted,
    *,
    apart: Mapping[int, Sequence[str]] = _NO_LINES,
    columns: Mapping[str, int] = _NO_COLUMNS,
) -> str:
    r"""A text with other comments.

    Args:
        here: the text.
        there: the comments that it has, by where they stand.
        wanted: those that it shall have, at the places that change. Behind a line only one can stand: the others go above it.
        apart: by line, comments that are to stand above it and apart from it.
        columns: of comments that come to the end of something.

    Example:
        >>> print(page_with(Outline("a: 1  # one\nb: 2"), {("behind", 0): [Comment("# one", 0, False)]}, {("behind", 0): ["# 1"]}))
        a: 1  # 1
        b: 2
    """
    page = _Page(here, there, columns)
    for key, comments in _in_order(wanted):
        page.put(key, comments)
    for line, comments in apart.items():
        page.put_apart(line, comments)
    return page.text


def _in_order(wanted: Wanted) -> Iterable[tuple[Key, Sequence[str]]]:
    """What stands further inside comes first where both stand below the same line."""
    return sorted(wanted.items(), key=lambda one: -len(one[0][1]) if isinstance(one[0][1], tuple) else 1)


@define(eq=False)
class _Page:
    """Lines, and what becomes of them."""

    here: Outline
    there: Mapping[Key, Sequence[Comment]]
    columns: Mapping[str, int]
    lines: dict[int, str | None] = field(factory=dict)
    above: dict[int, list[str]] = field(factory=dict)
    over: dict[int, list[str]] = field(factory=dict)

    def put(self, key: Key, comments: Sequence[str]) -> None:
        """Lets some comments stand at a place, in the stead of those that stand there."""
        place, at = key
        if place == "behind" and isinstance(at, int):
            self._put_behind(at, self.there.get(key, ()), comments)
            return
        held = {one.text: self.here.lines[one.line] for one in self.there.get(key, ())}
        for one in self.there.get(key, ()):
            self.lines[one.line] = None
        if place == "apart":
            for one, _ in zip(self.there.get(key, ()), comments, strict=False):
                self.lines.pop(one.line)
        elif isinstance(at, tuple):
            self._put_below(at, [held.get(one, "") or self._blanks(at, one) + one for one in comments])
        elif isinstance(at, int):
            indent = self._indent(at)
            self.above.setdefault(at, []).extend(held.get(one, "") or f"{indent}{one}{self._end}" for one in comments)

    def put_apart(self, line: int, comments: Sequence[str]) -> None:
        """Lets some comments stand above all that stands above a line, with a blank line below."""
        indent = self._indent(line)
        top = line
        while top and self.here.lines[top - 1].lstrip().startswith("#"):
            top -= 1
        if line >= len(self.here.lines):
            self._put_below((), comments)
        else:
            self.over.setdefault(top, []).extend([*(f"{indent}{one}{self._end}" for one in comments), self._end])

    def _put_behind(self, line: int, held: Sequence[Comment], comments: Sequence[str]) -> None:
        written = self.here.lines[line].rstrip()
        for one in held:
            written = written[: -len(one.text)]
        blanks = written[len(written.rstrip()) :] or "  "
        self.lines[line] = written.rstrip() + (f"{blanks}{comments[0]}" if comments else "") + self._end
        if comments[1:]:
            self.above.setdefault(line, []).extend(f"{self._indent(line)}{one}{self._end}" for one in comments[1:])

    def _put_below(self, path: Path, lines: Sequence[str]) -> None:
        """Adds lines at the end of a list or mapping, directly below its last line."""
        line = self.here.below(path)
        line -= line == len(self.here.lines) and not self.here.lines[-1]
        if path:
            while line and self.here.lines[line - 1].lstrip()[:1] in {"", "#"}:
                line -= 1
        self.over.setdefault(line, []).extend(one if one.endswith(self._end) else one + self._end for one in lines)

    def _blanks(self, path: Path, comment: str) -> str:
        """What stands before a comment at the end of an entry: where it stood, but always further to the right than the next entry."""
        left = self.here.column_of_entry(path) + 1 if path else 0
        return " " * max(self.columns.get(comment, 0), left)

    def _indent(self, line: int) -> str:
        entry = self.here.lines[line] if line < len(self.here.lines) else ""
        return entry[: len(entry) - len(entry.lstrip())]

    @property
    def _end(self) -> str:
        """What a line has before its line feed in files from Windows."""
        return "\r" if self.here.lines[0].endswith("\r") else ""

    @property
    def text(self) -> str:
        """All lines."""
        made: list[str] = []
        for number, line in enumerate(self.here.lines):
            made += self.over.get(number, ())
            made += self.above.get(number, ())
            changed = self.lines.get(number, line)
            if changed is not None:
                made.append(changed)
        return "\n".join([*made, *self.over.get(len(self.here.lines), ())])
