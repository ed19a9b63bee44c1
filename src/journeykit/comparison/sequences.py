"""Orders: the longest run of things that kept it, and two new orders made one."""

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from typing import TypeVar

__all__ = ["kept_order", "merged_order"]

K = TypeVar("K", bound=Hashable)


def kept_order(places: Sequence[int]) -> frozenset[int]:
    """Indexes of a longest increasing subsequence: those whose order is kept, so that one move is one move.

    Example:
        >>> sorted(kept_order([1, 2, 3, 0]))
        [0, 1, 2]
    """
    ends: list[int] = []
    ending: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        at = bisect_left(ends, place)
        before.append(ending[at - 1] if at else -1)
        if at == len(ends):
            ends.append(place)
            ending.append(index)
        else:
            ends[at], ending[at] = place, index
    found: set[int] = set()
    index = ending[-1] if ending else -1
    while index >= 0:
        found.add(index)
        index = before[index]
    return frozenset(found)


def merged_order(base: Sequence[K], ours: Sequence[K], theirs: Sequence[K]) -> tuple[list[K], list[K]]:
    """One order out of two that were made from the same one; keys are unique within each, and none is lost.

    What one side added or moved stands where that side put it. Two additions at one place stand in the order of their
    keys as text, so that it does not matter which side is called ours.

    Returns:
        The order, and the keys that both sides put at different places (ours is taken).

    Example:
        >>> merged_order("abcd", "abxcd", "bcda")
        (['b', 'x', 'c', 'd', 'a'], [])
    """
    known, mine, other_side = set(base), set(ours), set(theirs)
    if known <= mine & other_side:
        for one, other in ((ours, theirs), (theirs, ours)):
            if list(one) == list(base):
                return list(other), []
        if list(ours) == list(theirs):
            return list(ours), []
    by_us, by_them = _moved(base, ours), _moved(base, theirs)
    skeleton = [key for key in base if key not in by_us and key not in by_them]
    kept = set(skeleton)
    our_runs, ours_at = _runs(ours, kept, by_us | (mine - known))
    their_runs, theirs_at = _runs(theirs, kept, by_them | (other_side - known))
    both = ours_at.keys() & theirs_at.keys()
    shared = {anchor: [key for key in run if key in both and theirs_at[key] == anchor] for anchor, run in our_runs.items()}
    same = {anchor for anchor, keys in shared.items() if keys == [key for key in their_runs.get(anchor, []) if key in set(keys)]}
    disputed = [key for key in ours if key in both and (ours_at[key] != theirs_at[key] or ours_at[key] not in same)]
    order: list[K] = []
    for anchor in (None, *skeleton):
        if anchor is not None:
            order.append(anchor)
        marks = shared.get(anchor, []) if anchor in same else []
        run = [key for key in their_runs.get(anchor, []) if key not in both or key in marks]
        order += _joined(our_runs.get(anchor, []), run, marks)
    return order, disputed


def _moved(base: Sequence[K], side: Sequence[K]) -> set[K]:
    place = {key: index for index, key in enumerate(base)}
    held = [key for key in side if key in place]
    kept = kept_order([place[key] for key in held])
    return {key for index, key in enumerate(held) if index not in kept}


def _runs(side: Sequence[K], kept: set[K], placed: set[K]) -> tuple[dict[K | None, list[K]], dict[K, K | None]]:
    """What a side put after each thing that stayed, and after which thing each was put."""
    runs: dict[K | None, list[K]] = {}
    at: dict[K, K | None] = {}
    anchor: K | None = None
    for key in side:
        if key in kept:
            anchor = key
        elif key in placed:
            runs.setdefault(anchor, []).append(key)
            at[key] = anchor
    return runs, at


def _joined(first: list[K], second: list[K], marks: list[K]) -> list[K]:
    """Two runs at one place; `marks` stand in both, in the same order, and what lies between them is joined piece by piece."""
    joined: list[K] = []
    at = [0, 0]
    for mark in (*marks, None):
        pieces = []
        for side, run in enumerate((first, second)):
            end = len(run) if mark is None else run.index(mark)
            pieces.append(run[at[side] : end])
            at[side] = end + 1
        one, other = pieces
        joined += one + other if not one or not other or str(one[0]) <= str(other[0]) else other + one
        if mark is not None:
            joined.append(mark)
    return joined
