"""What the comments of a text stand at: an entry below them or on their line, the end of a list, or nothing but themselves."""

from collections.abc import Callable, Sequence
from typing import Literal

from attrs import frozen

from ._merge_comments import Comment
from ._merge_outline import Outline, Path

__all__ = ["Key", "Note", "Place", "key_in", "lines_in", "notes_of"]

Place = Literal["above", "behind", "closing", "end", "apart"]
"""Above an entry; behind one; above the bracket that closes one; below the last entry of one; or parted from the entry below."""

Key = tuple[Place, int | Path | str]
"""Where comments stand together in a text: above or behind a line, below the last line of an entry, or by what they say."""


@frozen
class Note:
    """A comment, and what it stands at.

    Attributes:
        comment: what it says, and on which line.
        place: how it stands there.
        paths: the entries that it may be said to stand at, the nearest first.
    """

    comment: Comment
    place: Place
    paths: tuple[Path, ...]


def notes_of(text: Outline) -> list[Note]:
    r"""The comments of a text, in order; without those that stand at nothing.

    Example:
        >>> [(one.place, one.paths) for one in notes_of(Outline("# one\na:\n  - b  # two\n  # three\n# four\n\nc: 1"))]
        [('above', (('a',),)), ('behind', (('a', 0),)), ('end', ((),)), ('apart', (('c',),))]
    """
    return [found for one in text.comments if (found := _note(text, one)) is not None]


def _note(text: Outline, one: Comment) -> Note | None:
    if not one.is_alone:
        paths = [path for path in (text.ending(one.line), text.starting(one.line)) if path is not None]
        return Note(one, "behind", tuple(dict.fromkeys(paths))) if paths else None
    line, is_apart = one.line, False
    while line < len(text.lines) and _is_no_entry(text.lines[line]):
        is_apart = is_apart or not text.lines[line].strip()
        line += 1
    if line == len(text.lines):
        return Note(one, "end", (text.around(one.line, _indent(text.lines[one.line])),))
    below = text.starting(line)
    if below is None:
        closed = text.ending(line)
        return Note(one, "closing", (closed,)) if closed is not None else None
    if _indent(text.lines[one.line]) > _indent(text.lines[line]) and not text.is_in_brackets(below):
        return Note(one, "end", (text.around(one.line, _indent(text.lines[one.line])),))
    if not is_apart:
        return Note(one, "above", (below,))
    return Note(one, "apart", (below,))


def _is_no_entry(line: str) -> bool:
    return line.lstrip()[:1] in {"", "#"} or line.rstrip() in {"---", "..."}


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def key_in(here: Outline, note: Note, found: Callable[[Path], Path | None]) -> Key | None:
    """Where the comments stand in a text that stand at the same thing as a comment of another version; None where that is not there.

    Args:
        here: the text.
        note: the comment.
        found: what an entry of the other version is in the text, if it is there.
    """
    if note.place == "apart":
        return "apart", note.comment.text
    if note.place == "end":
        path = found(note.paths[0])
        return None if path is None else ("end", path)
    for path in map(found, note.paths):
        if path is not None:
            line = here.line_of(path) if note.place == "above" else here.last_of(path)
            return ("behind" if note.place == "behind" else "above"), line
    return None


def lines_in(here: Outline, text: Outline, notes: Sequence[Note], found: Callable[[Path], Path | None]) -> list[int]:
    """The lines of a text above which comments belong that stand apart in another; the one below all where there is none.

    Args:
        here: the text.
        text: the other.
        notes: the comments, in order.
        found: what an entry of the other is in the text, if it is there.
    """
    made: list[int] = []
    line, end = len(here.lines), len(text.lines)
    for note in reversed(notes):  # what none of the entries up to the next comment tells, that comment tells
        start = text.line_of(note.paths[0])
        there = next((path for one in text.beginning_between(start, end) if (path := found(one)) is not None), None)
        line = line if there is None else here.line_of(there)
        end = start
        made.append(line)
    return made[::-1]
