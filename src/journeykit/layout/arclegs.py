"""Effects and ways above the grid as legs: the part of an arc that a tier shows, its feet side by side with those of others."""

from collections.abc import Sequence
from typing import NamedTuple

from journeykit.diagram import Arc, Column
from journeykit.text import Line

from .tiers import Tier

_STUB = 44.0
_FOOT = 18.0


class Leg(NamedTuple):
    """An arc within a tier: from `x0` to `x1` on a track.

    Where an end lies in another tier, `away` is what stands there: the sign at which it goes on, else the number of the station.
    `words` are x, text and width of what stands in its line or beside it; `above` x and lines of what stands over it.
    """

    arc: Arc
    x0: float
    x1: float
    starts: bool
    lands: bool
    away: str
    signed: bool = False
    track: int = 0
    words: tuple[float, str, float] | None = None
    above: tuple[float, tuple[Line, ...]] = (0.0, ())

    @property
    def low(self) -> float:
        """x of its left end, px."""
        return min(self.x0, self.x1)

    @property
    def high(self) -> float:
        """x of its right end, px."""
        return max(self.x0, self.x1)

    @property
    def feet(self) -> tuple[float, ...]:
        """x of the ends that stand on columns, px."""
        return tuple(x for x, stands in ((self.x0, self.starts), (self.x1, self.lands)) if stands)


def legs_of(arcs: Sequence[Arc], columns: Sequence[Column], tier: Tier, signs: Sequence[str]) -> list[Leg]:
    """The legs of a tier; `signs` are for each arc that at which it goes on, empty where that is the number of the station there."""
    known = signs or [""] * len(arcs)
    return _apart([leg for arc, sign in zip(arcs, known, strict=True) if (leg := _leg(arc, columns, tier, sign)) is not None], tier)


def _apart(legs: list[Leg], tier: Tier) -> list[Leg]:
    """Legs whose feet in one column stand side by side: those that lead left at the left, outer ones nearer to the middle."""
    feet: dict[int, list[tuple[bool, float, int, bool]]] = {}
    for at, leg in enumerate(legs):
        length = abs(leg.x1 - leg.x0)
        if leg.starts:
            leads_left = leg.x1 < leg.x0
            feet.setdefault(leg.arc.source, []).append((not leads_left, length if leads_left else -length, at, True))
        if leg.lands:
            leads_left = leg.x0 < leg.x1
            feet.setdefault(leg.arc.target, []).append((not leads_left, length if leads_left else -length, at, False))
    out = list(legs)
    for column, held in feet.items():
        gap = min(_FOOT, (tier.end(column) - tier.left(column) - 24) / len(held))
        for place, (_, _, at, starts) in enumerate(sorted(held)):
            x = tier.centre(column) + gap * (place - (len(held) - 1) / 2)
            leg = out[at]
            stub = leg.x1 - leg.x0 if leg.away else 0.0
            out[at] = (
                leg._replace(x0=x, x1=x + stub if leg.away else leg.x1)
                if starts
                else leg._replace(x1=x, x0=x - stub if leg.away else leg.x0)
            )
    return [leg._replace(x0=min(leg.x0, leg.x1), x1=max(leg.x0, leg.x1)) if leg.arc.source == leg.arc.target else leg for leg in out]


def _leg(arc: Arc, columns: Sequence[Column], tier: Tier, sign: str) -> Leg | None:
    count = len(columns)
    if not (0 <= arc.source < count and 0 <= arc.target < count) or (arc.source == arc.target and arc.kind != "branch"):
        return None
    here, there = arc.source in tier.columns, arc.target in tier.columns
    if not here and not there:
        return None
    if here and there:
        return Leg(arc=arc, x0=tier.centre(arc.source), x1=tier.centre(arc.target), starts=True, lands=True, away="")
    inside, outside = (arc.source, arc.target) if here else (arc.target, arc.source)
    x, side = tier.centre(inside), 1 if outside > inside else -1
    end = x + side * _STUB
    return Leg(
        arc=arc, x0=x if here else end, x1=end if here else x, starts=here, lands=there, away=sign or columns[outside].number, signed=bool(sign)
    )  # fmt: skip
