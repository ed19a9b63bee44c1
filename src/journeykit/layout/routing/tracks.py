"""Which track each run of a band takes, and where the tracks lie."""

from bisect import bisect_left
from collections.abc import Sequence

from .plan import Distances
from .runs import Run, ordered_crossings

__all__ = ["lay_tracks"]

# Of all that overlap a run, it is compared with so many that begin after it; in a greater crowd order is lost anyway.
_COMPARED = 40


def lay_tracks(runs: Sequence[Run], band: tuple[float, float], away: tuple[float, float], distances: Distances) -> float:
    """Sets `at` of all runs of a band, so that runs which overlap lie on different tracks and cross as little as possible.

    Args:
        runs: the runs of one band; their ends have found their places.
        band: its upper and lower end, px.
        away: what to keep free at its upper and lower end, px.
        distances: what is kept apart.

    Returns:
        How many px higher the band would have to be.
    """
    needed = 0.0
    for group in _chains(runs, distances.clear):
        needed = max(needed, _lay(group, band, away, distances))
    return needed


def _chains(runs: Sequence[Run], clear: float) -> list[list[Run]]:
    """Runs that overlap, directly or through others."""
    groups: list[list[Run]] = []
    end = 0.0
    for run in sorted(runs, key=lambda run: (*run.reach(), run.link)):
        low, high = run.reach()
        if groups and low < end + clear:
            groups[-1].append(run)
            end = max(end, high)
        else:
            groups.append([run])
            end = high
    return groups


def _lay(group: Sequence[Run], band: tuple[float, float], away: tuple[float, float], distances: Distances) -> float:
    levels = _levels(group, distances.clear)
    count = max(levels) + 1
    thick = [0.0] * count
    for run, level in zip(group, levels, strict=True):
        thick[level] = max(thick[level], run.thick)
    steps = [thick[0]] + [distances.track + extra for extra in thick[1:]]
    height = band[1] - band[0]
    needed = away[0] + away[1] + sum(steps)
    if needed <= height:
        slack = min(1.6, (height - away[0] - away[1]) / sum(steps)) if sum(steps) else 1.0
        steps = [step * slack for step in steps]
        start = band[0] + away[0] + (height - away[0] - away[1] - sum(steps)) / 2
    else:
        shrink = height / needed
        steps = [step * shrink for step in steps]
        start = band[0] + away[0] * shrink
    places: list[float] = []
    for step in steps:
        start += step
        places.append(start)
    for run, level in zip(group, levels, strict=True):
        run.at = places[level]
    return max(0.0, needed - height)


def _levels(group: Sequence[Run], clear: float) -> list[int]:
    """A track for each run: those that should lie above come first."""
    if len(group) == 1:
        return [0]
    above, beside = _wishes(group, clear)
    waiting = [len(wishes) for wishes in above]
    below: list[list[int]] = [[] for _ in group]
    for index, wishes in enumerate(above):
        for other in wishes:
            below[other].append(index)
    levels = [-1] * len(group)
    ready = [index for index, count in enumerate(waiting) if not count]
    rest = set(range(len(group)))
    while rest:
        if not ready:  # wishes in a circle: whoever waits for least goes first
            ready.append(min(rest, key=lambda index: (waiting[index], index)))
        index = ready.pop(0)
        if index not in rest:
            continue
        rest.remove(index)
        levels[index] = _free_level([levels[other] for other in beside[index]], [levels[other] for other in above[index]])
        for other in below[index]:
            waiting[other] -= 1
            if not waiting[other] and other in rest:
                ready.insert(bisect_left(ready, other), other)
    return levels


def _free_level(beside: list[int], above: list[int]) -> int:
    level = max(above, default=-1) + 1
    while level in beside:
        level += 1
    return level


def _wishes(group: Sequence[Run], clear: float) -> tuple[list[list[int]], list[list[int]]]:
    """For each run, whom it wants above it, and whom it overlaps."""
    above: list[list[int]] = [[] for _ in group]
    beside: list[list[int]] = [[] for _ in group]
    reaches = [run.reach() for run in group]
    for one, (_, end) in enumerate(reaches):
        for two in range(one + 1, len(group)):
            if reaches[two][0] >= end + clear:
                break
            beside[one].append(two)
            beside[two].append(one)
            if two - one > _COMPARED:
                continue
            first = ordered_crossings(group[one], group[two])
            second = ordered_crossings(group[two], group[one])
            if first < second:
                above[two].append(one)
            elif second < first:
                above[one].append(two)
    return above, beside
