"""What belongs to which tier, found once, so that the work grows with the columns and not with their square."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from .tiers import Tier

T = TypeVar("T")


def by_tier(things: Iterable[T], reach: Callable[[T], tuple[int, int]], tiers: Sequence[Tier]) -> list[list[T]]:
    """For each tier the things that reach into it, in their order.

    Args:
        things: what stands at columns.
        reach: the first and last column of a thing.
        tiers: in order of their columns.
    """
    firsts = [tier.first for tier in tiers]
    out: list[list[T]] = [[] for _ in tiers]
    for thing in things:
        start, end = reach(thing)
        for at in range(max(0, bisect_right(firsts, start) - 1), len(tiers)):
            if tiers[at].first > end:
                break
            if tiers[at].last >= start:
                out[at].append(thing)
    return out
