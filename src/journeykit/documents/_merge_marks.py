"""Two versions of a text as one, with both sides of what differs between markers."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from ._merge_lines import Chunk, equal_lines

__all__ = ["OURS", "THEIRS", "differing", "marked", "marked_lines"]

OURS: Final = "<<<<<<<"
THEIRS: Final = ">>>>>>>"
_MIDDLE: Final = "======="


def differing(ours: Sequence[str], theirs: Sequence[str]) -> list[Chunk]:
    """Two texts as parts that are equal and parts that differ."""
    found: list[Chunk] = []
    at = (0, 0)
    for there in (*equal_lines(ours, theirs), (len(ours), len(theirs))):
        if there != at:
            _add(found, ours[at[0] : there[0]], theirs[at[1] : there[1]])
        line = tuple(ours[there[0] : there[0] + 1])
        found.append(Chunk(line, line))
        at = (there[0] + 1, there[1] + 1)
    return found


def _add(found: list[Chunk], ours: Sequence[str], theirs: Sequence[str]) -> None:
    """Adds a part that differs. Where the lines of one side alone end with what an entry begins with, they begin with it instead."""
    lines, below = list(ours or theirs), list[Chunk]()
    while found and not (ours and theirs) and found[-1].ours == (lines[-1],) and lines[-1].lstrip()[:1] in {"#", "{", "["}:
        below.insert(0, found.pop())
        lines.insert(0, lines.pop())
    found += _entries(ours, theirs) if ours and theirs else _entries(lines if ours else (), () if ours else lines)
    found += below


def _entries(ours: Sequence[str], theirs: Sequence[str]) -> list[Chunk]:
    """Two versions of some lines, parted behind every whole entry that both have: each is a choice of its own."""
    found: list[Chunk] = []
    at = (0, 0)
    for mine, yours in equal_lines(*([_key(line) for line in side] for side in (ours, theirs))):
        depths = {_depth(side, place) for side, place in ((ours, mine), (theirs, yours))}
        ends = [place + 1 == len(side) or _depth(side, place + 1) <= max(depths) for side, place in ((ours, mine), (theirs, yours))]
        if len(depths) == 1 and all(ends):
            found.append(Chunk(tuple(ours[at[0] : mine + 1]), tuple(theirs[at[1] : yours + 1])))
            at = (mine + 1, yours + 1)
    left, right = ours[at[0] :], theirs[at[1] :]
    if left and right:
        return [*found, Chunk(tuple(left), tuple(right))]
    return found + [Chunk(one, ()) for one in _several(left)] + [Chunk((), one) for one in _several(right)]


def _several(lines: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Lines that one side has alone, parted before every entry that does not stand inside of what is above it."""
    start, depth = 0, -1
    for place, line in enumerate(lines):
        text = line.lstrip()
        if not text or text[0] in "}]":  # in JSON an entry ends with a line of its own
            continue
        here = _depth(lines, place)
        is_next = here == depth and lines[start].lstrip().startswith("- ") and text[0] in "-#"
        if depth < 0 or here < depth or is_next:
            if place > start and depth >= 0:
                yield tuple(lines[start:place])
                start = place
            depth = here
    if lines:
        yield tuple(lines[start:])


def _key(line: str) -> str:
    key, colon, _ = line.partition(":")
    return key + colon


def _depth(lines: Sequence[str], place: int) -> int:
    """How far a line is indented."""
    return len(lines[place]) - len(lines[place].lstrip())


def marked(chunks: Sequence[Chunk]) -> str:
    """The text with both sides of every conflict between markers."""
    lines: list[str] = []
    for one in chunks:
        lines += [f"{OURS} ours", *one.ours, _MIDDLE, *one.theirs, f"{THEIRS} theirs"] if one.is_conflict else one.ours
    return "\n".join(lines)


def marked_lines(text: str, numbers: Collection[int]) -> str:
    """The text with some of its lines, counted from one, between markers: on both sides the same."""
    lines = text.split("\n")
    for one in sorted(numbers, reverse=True):
        lines[one - 1 : one] = [f"{OURS} ours", lines[one - 1], _MIDDLE, lines[one - 1], f"{THEIRS} theirs"]
    return "\n".join(lines)
