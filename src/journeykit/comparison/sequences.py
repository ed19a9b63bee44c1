"""Orders: the longest run of things that kept it, and two new orders made one."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence
from collections.abc import Set as AbstractSet
from typing import TypeVar

__all__ = ["kept_order", "merged_order", "surely_moved"]

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
        >>> merged_order("abc", "bac", "acb")
        (['b', 'a', 'c'], ['b'])
    """
    known, mine, other_side = set(base), set(ours), set(theirs)
    if known <= mine & other_side:
        for one, other in ((ours, theirs), (theirs, ours)):
            if list(one) == list(base):
                return list(other), []
        if list(ours) == list(theirs):
            return list(ours), []
    by_us, by_them = _moved_by_both(base, ours, theirs)
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


def surely_moved(base: Sequence[K], side: Sequence[K]) -> frozenset[K]:
    """What no longest run of things that kept their order holds: whoever tells the change in fewest moves moves it.

    Example:
        >>> sorted(surely_moved("abc", "bca")), sorted(surely_moved("abc", "bac"))
        (['a'], [])
    """
    held, _ = _reaches(base, side)
    longest = max(map(sum, held.values()), default=0)
    return frozenset(key for key, (before, after) in held.items() if before + after < longest)


def _moved_by_both(base: Sequence[K], ours: Sequence[K], theirs: Sequence[K]) -> tuple[set[K], set[K]]:
    """What each side moved. Two neighbours that changed places may be told as a move of either: it is the one that both moved, if any."""
    if [*map(str, ours)] > [*map(str, theirs)]:  # so that it does not matter which side is called ours
        by_them, by_us = _moved_by_both(base, theirs, ours)
        return by_us, by_them
    by_us = _moved(base, ours, _perhaps_moved(base, theirs))
    return by_us, _moved(base, theirs, by_us)


def _places(base: Sequence[K], side: Sequence[K]) -> dict[K, int]:
    """Places in the base of what both hold, in the order of the side."""
    place = {key: index for index, key in enumerate(base)}
    return {key: place[key] for key in side if key in place}


def _reaches(base: Sequence[K], side: Sequence[K]) -> tuple[dict[K, tuple[int, int]], bool]:
    """How long the runs of kept order are that end and that begin with each; and whether all is in order."""
    places = _places(base, side)
    ends = _lengths([*places.values()])
    begins = _lengths([-one for one in reversed(places.values())])[::-1]
    return dict(zip(places, zip(ends, begins, strict=True), strict=True)), len(places) == max(ends, default=0)


def _lengths(places: Sequence[int]) -> list[int]:
    """The length of the longest increasing subsequence that ends at each."""
    ends: list[int] = []
    found = []
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
        found.append(at + 1)
    return found


def _perhaps_moved(base: Sequence[K], side: Sequence[K]) -> frozenset[K]:
    """What some longest run of kept order does without."""
    held, is_kept = _reaches(base, side)
    if is_kept:
        return frozenset()
    longest = max(before + after for before, after in held.values())
    at = Counter(before for before, after in held.values() if before + after == longest)
    return frozenset(key for key, (before, after) in held.items() if before + after < longest or at[before] > 1)


def _moved(base: Sequence[K], side: Sequence[K], rather: AbstractSet[K]) -> set[K]:
    """As few as can be; of several ways to tell it the one that moves most of `rather`, then what stood later."""
    places = _places(base, side)
    count = len(places)
    least = count * (len(base) + 1)
    tops: list[tuple[int, int]] = []  # how far a run reaches that ends at or before a place; both rise
    before: dict[int, int] = {}
    for key, place in places.items():
        index = bisect_left(tops, (place, 0))
        reached, previous = (tops[index - 1][1], tops[index - 1][0]) if index else (0, -1)
        before[place] = previous
        reached += least * (count + 2) - least * (key in rather) - place
        end = index
        while end < len(tops) and tops[end][1] <= reached:
            end += 1
        tops[index:end] = [(place, reached)]
    kept: set[int] = set()
    place = tops[-1][0] if tops else -1
    while place >= 0:
        kept.add(place)
        place = before[place]
    return {key for key, place in places.items() if place not in kept}


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
