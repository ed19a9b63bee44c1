"""Three texts merged line by line, as version control does it: what one side left alone gives way, what both changed stands side by side."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from attrs import frozen

__all__ = ["Chunk", "equal_lines", "merged_lines", "pick"]

_SMALL: Final = 400  # lines between two anchors that are compared closely; more are one change

_COMMENT = re.compile(r"(\s+#.*)")

Lines = tuple[str, ...]


@frozen
class Chunk:
    """A part of the result: `ours` and `theirs` differ only where both sides changed `base` differently."""

    ours: Lines
    theirs: Lines
    base: Lines = ()

    @property
    def is_conflict(self) -> bool:
        """Whether both sides changed it differently."""
        return self.ours != self.theirs


def merged_lines(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[Chunk]:
    """The parts of the merged text, in order.

    Example:
        >>> merged_lines(["a", "b", "c"], ["A", "b", "c"], ["a", "b", "C"])[0].ours
        ('A', 'b', 'C')
    """
    mine, yours = dict(equal_lines(base, ours)), dict(equal_lines(base, theirs))
    found: list[Chunk] = []
    clear: list[str] = []
    at = (0, 0, 0)
    for place in (*(one for one in range(len(base)) if one in mine and one in yours), len(base)):
        there = (place, mine.get(place, len(ours)), yours.get(place, len(theirs)))
        if there != at:
            parts = [tuple(lines[start:end]) for lines, start, end in zip((base, ours, theirs), at, there, strict=True)]
            chosen = _chosen(parts[0], parts[1], parts[2])
            if chosen is None:
                found += [Chunk(tuple(clear), tuple(clear)), Chunk(parts[1], parts[2], parts[0])]
                clear = []
            else:
                clear += chosen
        clear += base[place : place + 1]
        at = (there[0] + 1, there[1] + 1, there[2] + 1)
    return [one for one in (*found, Chunk(tuple(clear), tuple(clear))) if one.ours or one.theirs]


def _chosen(base: Lines, ours: Lines, theirs: Lines) -> Lines | None:
    """What is to stand at one place; None where both sides changed it differently."""
    if ours in (base, theirs):
        return theirs
    return ours if theirs == base else None


def pick(chunks: Sequence[Chunk], *, both: bool = False) -> list[str]:
    """The lines of the result, at every conflict with ours; or with the lines that either side added and those that neither took out."""
    return [line for one in chunks for line in (_joined(one) if both and one.is_conflict else one.ours)]


def _joined(one: Chunk) -> Iterator[str]:
    if len(one.base) == len(one.ours) == len(one.theirs):
        yield from map(_line, one.base, one.ours, one.theirs)
        return
    sides = [(side, dict(equal_lines(one.base, side))) for side in (one.ours, one.theirs)]
    at = [0, 0]
    for place in range(len(one.base) + 1):
        for number, (side, kept) in enumerate(sides):
            if place in kept or place == len(one.base):
                stop = kept.get(place, len(side))
                yield from side[at[number] : stop]
                at[number] = stop + 1
        if place < len(one.base) and all(place in kept for _, kept in sides):
            yield one.base[place]


def _line(*three: str) -> str:
    """One line that both sides changed: one may have changed the comment, the other what stands before it."""
    parts = [_COMMENT.split(one, maxsplit=1) for one in three]
    before = _chosen(*((one[0],) for one in parts)) or (parts[1][0],)
    behind = _chosen(*(tuple(one[1:]) for one in parts))
    return before[0] + "".join(parts[1][1:] if behind is None else behind)


def equal_lines(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """Places of equal lines, in order on both sides.

    Lines that stand once on each side lead; what lies between them is compared closely where it is small.

    Example:
        >>> equal_lines("abcd", "xbzd")
        [(1, 1), (3, 3)]
    """
    front = 0
    while front < min(len(one), len(other)) and one[front] == other[front]:
        front += 1
    back = 0
    while back < min(len(one), len(other)) - front and one[-1 - back] == other[-1 - back]:
        back += 1
    ends = len(one) - back, len(other) - back
    found = [(place, place) for place in range(front)]
    at = (front, front)
    for there in (*_anchors(one[front : ends[0]], other[front : ends[1]], front), ends):
        found += _closely(one, other, at, there)
        if there != ends:
            found.append(there)
        at = (there[0] + 1, there[1] + 1)
    return found + [(ends[0] + place, ends[1] + place) for place in range(back)]


def _anchors(one: Sequence[str], other: Sequence[str], front: int) -> Iterator[tuple[int, int]]:
    """Lines that stand once on each side, those in the same order on both."""
    counts, counts_there = Counter(one), Counter(other)
    places = {line: place for place, line in enumerate(other)}
    pairs = [(place, places[line]) for place, line in enumerate(one) if counts[line] == counts_there[line] == 1]
    ends: list[int] = []
    chain: list[int] = []
    before: list[int] = []
    for index, (_, place) in enumerate(pairs):
        at = bisect_left(ends, place)
        before.append(chain[at - 1] if at else -1)
        ends[at : at + 1], chain[at : at + 1] = [place], [index]
    kept: list[tuple[int, int]] = []
    index = chain[-1] if chain else -1
    while index >= 0:
        kept.append((pairs[index][0] + front, pairs[index][1] + front))
        index = before[index]
    return reversed(kept)


def _closely(one: Sequence[str], other: Sequence[str], at: tuple[int, int], there: tuple[int, int]) -> list[tuple[int, int]]:
    first, second = one[at[0] : there[0]], other[at[1] : there[1]]
    if not first or not second or len(first) + len(second) > _SMALL:
        return []
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    return [(at[0] + block.a + step, at[1] + block.b + step) for block in blocks for step in range(block.size)]
