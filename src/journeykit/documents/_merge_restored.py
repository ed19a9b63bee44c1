"""Comments that a merged text lost, put back to what they stood at."""

from collections import Counter
from collections.abc import Callable, Sequence

from attrs import define, field

from ._merge_comments import Comment
from ._merge_outline import Outline

__all__ = ["gathered", "restored", "unplaced", "without_strays"]


def gathered(here: Outline, there: Outline, owed: Counter[str], known: Counter[str], *, holds: Callable[[str], bool]) -> Outline:
    """A text with the comments of one side, each at what it stands at there, as far as that is in the text.

    Args:
        here: the merged text.
        there: the text that has the comments.
        owed: the comments that should be in the text.
        known: comments that are not of this side alone: those that are in the text stay where they are.
        holds: whether a text still says what it should; a comment for which it would not is left as it is.
    """
    held = here.said
    if not owed - known and not owed - held:
        return here
    bare = without_strays(here, there, known)
    if bare != here.text:
        stripped = Outline(bare)
        made = restored(stripped, there, owed - stripped.said, holds)
        if not held - made.said:
            return made
    return restored(here, there, owed - held, holds)


def restored(here: Outline, there: Outline, owed: Counter[str], holds: Callable[[str], bool]) -> Outline:
    r"""A text with the comments of one side that it lacks, as far as what they stand at is in it.

    Args:
        here: the merged text.
        there: the text that has the comments, above entries or behind them.
        owed: how often each comment is missing.
        holds: whether a text still says what it should; a comment for which it would not is left out.

    Example:
        >>> side = Outline("# one\nc: 2  # two\na:\n  b: 1  # three")
        >>> print(restored(Outline("a: {b: 1}\nc: 2"), side, Counter(["# one", "# three"]), lambda _: True).text)
        a: {b: 1}  # three
        # one
        c: 2
    """
    return _with_all(here, there, _lost(here, there, owed), holds) if +owed else here


def unplaced(here: Outline, there: Outline) -> Counter[str]:
    """The comments of one side that stand at something which a text does not have."""
    return Counter(one.text for one in there.comments if _target(here, there, one) is None)


def without_strays(here: Outline, there: Outline, known: Counter[str]) -> str:
    r"""A text without those comments of one side that came to stand at something else than in that side.

    Lines that one side moved and lines of comment that the other wrote at them may part from each other; a comment that a blank line
    parts from the entry below stays where it is.

    Args:
        here: the merged text.
        there: the text that has the comments.
        known: comments that are not of this side alone: they stay.

    Example:
        >>> without_strays(Outline("# one\nb: 2\na: 1"), Outline("# one\na: 1\nb: 2"), Counter())
        'b: 2\na: 1'
    """
    page, counts, counts_there = _Page(here.lines), here.said, there.said
    wanted = {
        one.text: line
        for one in there.comments
        if one.text not in known
        and counts[one.text] == counts_there[one.text] == 1
        and (not one.is_alone or _reaches(there.lines, one.line))
        and (line := _target(here, there, one)) is not None
    }
    lines: list[str | None] = list(here.lines)
    for one in here.comments:
        line = wanted.get(one.text, one.line)
        if line != one.line and line < len(lines) and one.text not in page.around(line):
            written = here.lines[one.line]
            lines[one.line] = None if one.is_alone else written[: written.rindex(one.text)].rstrip() + _end(written)
    return "\n".join(one for one in lines if one is not None)


def _with_all(here: Outline, there: Outline, comments: Sequence[Comment], holds: Callable[[str], bool]) -> Outline:
    """With as many of some comments as leave alone what the text says."""
    made = _with(here, there, comments)
    if made == here.text:
        return here
    if holds(made):
        return Outline(made)
    half = len(comments) // 2
    for some in (comments[:half], comments[half:]) if half else ():
        here = _with_all(here, there, some, holds)
    return here


def _lost(here: Outline, there: Outline, owed: Counter[str]) -> list[Comment]:
    """Which comments are missing: of several that say the same, those whose entry is without."""
    page, left = _Page(here.lines), Counter(owed)
    found: list[Comment] = []
    for one in there.comments:
        line = _target(here, there, one) if left[one.text] > 0 else None
        if line is not None and (line == len(here.lines) or one.text not in page.around(line)):
            left[one.text] -= 1
            found.append(one)
    return found


def _with(here: Outline, there: Outline, comments: Sequence[Comment]) -> str:
    page = _Page(here.lines, {one.line for one in here.comments if not one.is_alone})
    for one in comments:
        line = _target(here, there, one)
        if line is None:
            continue
        if line == len(here.lines):
            page.tail.append(one.text)
        elif one.is_alone:
            page.above(line, one.text, _neighbours(there.lines, one.line), is_apart=not _reaches(there.lines, one.line))
        elif not page.behind(line, one.text):
            page.above(line, one.text, ("", ""))
    return page.text


def _target(here: Outline, there: Outline, one: Comment) -> int | None:
    """The line that a comment belongs above or behind; the one below all where it stands below all; None where nothing is there for it."""
    line = one.line
    while one.is_alone and line < len(there.lines) and _is_no_entry(there.lines[line]):
        line += 1
    if line == len(there.lines):
        return len(here.lines)
    ends, starts = there.ending(line), there.starting(line)
    at = here.counterpart(there, ends) if ends is not None and (starts is None or not one.is_alone) else None
    if at is not None:
        return here.last_of(at)
    at = here.counterpart(there, starts) if starts is not None else None
    return here.line_of(at) if at is not None else None


def _is_no_entry(line: str) -> bool:
    return line.lstrip()[:1] in {"", "#"}


def _neighbours(lines: Sequence[str], line: int) -> tuple[str, str]:
    """The lines of comment directly before and behind one; an empty text where there is none."""
    both = [lines[at].strip() if 0 <= at < len(lines) else "" for at in (line - 1, line + 1)]
    before, after = (one if one.startswith("#") else "" for one in both)
    return before, after


def _reaches(lines: Sequence[str], line: int) -> bool:
    """Whether no blank line parts a comment from the entry below it."""
    while line < len(lines) and lines[line].lstrip().startswith("#"):
        line += 1
    return line < len(lines) and bool(lines[line].strip())


@define
class _Page:
    """Lines to which comments are added: above a line, behind it, and below all."""

    lines: Sequence[str]
    taken: set[int] = field(factory=set)
    runs: dict[int, list[str]] = field(factory=dict)
    ends: dict[int, str] = field(factory=dict)
    tail: list[str] = field(factory=list)

    def around(self, line: int) -> list[str]:
        """The comments above a line, and all that stands behind any `#` on it."""
        held = self.lines[line].rstrip()
        return [*map(str.strip, self._run(line)), *(held[at:] for at, one in enumerate(held) if one == "#")]

    def above(self, line: int, comment: str, neighbours: tuple[str, str], *, is_apart: bool = False) -> None:
        """Adds a line of comment: next to one it stood next to, else directly above; one that stands apart above all others."""
        run = self._run(line)
        held = [one.strip() for one in run]
        entry = self.lines[line]
        indent, end = entry[: len(entry) - len(entry.lstrip())], _end(entry)
        before, after = neighbours
        if before and before in held:
            at = held.index(before) + 1
        elif after and after in held:
            at = held.index(after)
        else:
            at = 0 if is_apart else len(run)
            if is_apart:
                run.insert(0, end)
        run.insert(at, f"{indent}{comment}{end}")

    def behind(self, line: int, comment: str) -> bool:
        """Adds a comment behind what stands on a line, if there is none."""
        if line in self.taken or line in self.ends:
            return False
        self.ends[line] = comment
        return True

    @property
    def text(self) -> str:
        """All lines, with what was added."""
        made: list[str] = []
        for number, one in enumerate(self.lines):
            if number in self.runs:
                made[len(made) - self._height(number) :] = self.runs[number]
            made.append(f"{one.rstrip()}  {self.ends[number]}{_end(one)}" if number in self.ends else one)
        last = len(made) - (made[-1] == "")
        made[last:last] = [one + _end(made[0]) for one in self.tail]
        return "\n".join(made)

    def _run(self, line: int) -> list[str]:
        """The lines of comment directly above a line."""
        return self.runs.setdefault(line, list(self.lines[line - self._height(line) : line]))

    def _height(self, line: int) -> int:
        """How many lines of comment stand directly above a line."""
        top = line
        while top and self.lines[top - 1].lstrip().startswith("#"):
            top -= 1
        return line - top


def _end(line: str) -> str:
    """What a line has before its line feed in files from Windows."""
    return "\r" if line.endswith("\r") else ""
