"""Straight pieces while their places are looked for: mutable, and never seen outside this room.

A run stands somewhere across its corridor (`at`: x of a vertical run, y of a horizontal one) and reaches along it from
end to end. An end is either fixed on the border of a box or tied to the perpendicular run that continues the link, so
moving one run stretches its neighbours.
"""

from itertools import pairwise
from typing import Union

from .choose import Chosen
from .grid import Grid, Spot
from .plan import Side

__all__ = ["End", "Run", "crossings_between", "hits", "ordered_crossings", "runs_of"]

End = Union[float, "Run"]


class Run:
    """One straight piece.

    Attributes:
        link: index of its link.
        kind: "v" in a strip, "b" along a band, "r" along a row.
        corridor: (index of strip or slab, place among the boxes of a row or 0): runs of other corridors never meet side by side.
        low: px, the least `at`.
        high: px, the greatest `at`.
        at: px across the corridor.
        one: its first end.
        two: its second end.
        first: the first slab or strip that it touches.
        last: the last.
        sides: the box sides that it is tied to.
        thick: px to keep free on the upper side of a horizontal run, for words.
    """

    __slots__ = ("at", "corridor", "first", "high", "kind", "last", "link", "low", "one", "sides", "thick", "turns", "two")

    def __init__(self, link: int, kind: str, corridor: tuple[int, int], width: tuple[float, float]) -> None:
        self.link = link
        self.kind = kind
        self.corridor = corridor
        self.low, self.high = width
        self.at = (self.low + self.high) / 2
        self.one: End = 0.0
        self.two: End = 0.0
        self.first = self.last = 0
        self.sides: tuple[tuple[str, Side], ...] = ()
        self.turns: tuple[Run, ...] = ()
        self.thick = 0.0

    def reach(self) -> tuple[float, float]:
        """From where to where it runs along its corridor."""
        one, two = self.one, self.two
        one = one.at if isinstance(one, Run) else one
        two = two.at if isinstance(two, Run) else two
        return (one, two) if one <= two else (two, one)


def runs_of(grid: Grid, chosen: Chosen) -> list[Run]:
    """The runs of a shape, from the upper end to the lower, in the middle of their corridors."""
    shape, upper, lower = chosen.shape, chosen.upper, chosen.lower
    runs: list[Run] = []
    for place, (kind, corridor, low, high) in enumerate(shape.steps):
        if kind == "r":
            spot, side = (lower, shape.enter) if place else (upper, shape.leave)
            runs.append(Run(chosen.index, kind, (corridor, spot.place + (side == "right")), (low, high)))
        else:
            runs.append(Run(chosen.index, kind, (corridor, 0), grid.slabs[corridor] if kind == "b" else (low, high)))
    for one, two in pairwise(runs):
        one.two, two.one = two, one
        one.turns += (two,)
        two.turns += (one,)
    first, last = runs[0], runs[-1]
    first.one, last.two = _border(upper, shape.leave), _border(lower, shape.enter)
    ends: list[tuple[str, Side]] = [(upper.box.id, shape.leave), (lower.box.id, shape.enter)]
    first.sides, last.sides = (ends[0],), (ends[1],)
    if first is last:
        first.sides = tuple(ends)
    for run in runs:
        touched = [turn.corridor[0] for turn in run.turns]
        if run is first:
            touched.append(_beyond(upper, shape.leave))
        if run is last:
            touched.append(_beyond(lower, shape.enter))
        run.first, run.last = min(touched), max(touched)
    return runs


def _border(spot: Spot, side: Side) -> float:
    match side:
        case "top":
            return spot.box.y
        case "bottom":
            return spot.box.bottom
        case "left":
            return spot.box.x
        case "right":
            return spot.box.right


def _beyond(spot: Spot, side: Side) -> int:
    """The slab or strip that a run tied to this side touches first."""
    match side:
        case "top":
            return spot.slab - 1
        case "bottom":
            return spot.slab + 1
        case "left":
            return spot.first
        case "right":
            return spot.last


def hits(one: Run, two: Run) -> bool:
    """Whether two perpendicular runs cross."""
    low, high = one.reach()
    if not low < two.at < high:
        return False
    low, high = two.reach()
    return low < one.at < high


def crossings_between(one: Run, two: Run) -> int:
    """How often two parallel runs of one corridor, with what they are tied to, cross where they stand now.

    Where both turn into the same corridor, the better order of the two tracks there is assumed: it is chosen later.
    """
    count = 0
    tied: list[tuple[Run, Run]] = []
    for turn in two.turns:
        for other in one.turns:
            if turn.corridor == other.corridor and turn.kind == other.kind:
                tied.append((other, turn))
                break
        else:
            count += hits(turn, one)
    for turn in one.turns:
        if not any(turn is other for other, _ in tied):
            count += hits(turn, two)
    for other, turn in tied:
        count += min(ordered_crossings(other, turn), ordered_crossings(turn, other))
    return count


def ordered_crossings(upper: Run, lower: Run) -> int:
    """How often two parallel runs with what they are tied to cross, if `upper` had the smaller coordinate."""
    kept = upper.at, lower.at
    middle = (max(upper.low, lower.low) + min(upper.high, lower.high)) / 2
    upper.at, lower.at = middle - 0.25, middle + 0.25
    count = 0
    for turn in upper.turns:
        count += hits(turn, lower)
    for turn in lower.turns:
        count += hits(turn, upper)
    upper.at, lower.at = kept
    return count
