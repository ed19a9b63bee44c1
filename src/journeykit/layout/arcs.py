"""Effects drawn above the grid, from one column to another, on tracks of their own."""

from collections.abc import Sequence
from typing import NamedTuple

from journeykit.diagram import Arc, Column
from journeykit.scene import Circle, Group, Node, Path, PathBuilder
from journeykit.text import Line, Wrapped

from . import ink as faces
from .ink import Ink
from .space import GRID_LEFT, TAG_ABOVE_BAND, TITLE_TO_GRID
from .symbols import diamond
from .tiers import Tier

_TRACK = 22.0
_RADIUS = 8.0
_STUB = 44.0
_FOOT = 18.0
_LEAST_ABOVE = 56.0


class _Leg(NamedTuple):
    """An arc within a tier: from `x0` to `x1` on a track; an end outside the tier is the number of the station there."""

    arc: Arc
    x0: float
    x1: float
    starts: bool
    lands: bool
    away: str
    track: int = 0
    above: tuple[float, tuple[Line, ...]] = (0.0, ())


class Arcs(NamedTuple):
    """The arcs of a tier. `height` is the room above the stage bands that they need with the critical tag, px."""

    legs: tuple[_Leg, ...]
    tracks: int
    height: float
    tagged: frozenset[int]
    levels: tuple[float, ...] = ()


def arcs_of(arcs: Sequence[Arc], columns: Sequence[Column], tier: Tier, *, least: float, ink: Ink) -> Arcs:
    """The arcs that touch a tier, each on the lowest track that is free over its length."""
    tagged = frozenset(at for at in tier.columns if columns[at].emphasis == "critical")
    legs = _apart([leg for arc in arcs if (leg := _leg(arc, columns, tier)) is not None], tier)
    placed: list[_Leg] = []
    for leg in sorted(legs, key=lambda one: abs(one.x1 - one.x0)):
        low, high = min(leg.x0, leg.x1) - 16, max(leg.x0, leg.x1) + 16
        taken = {one.track for one in placed if min(one.x0, one.x1) < high and low < max(one.x0, one.x1)}
        track = next(at for at in range(len(placed) + 1) if at not in taken)
        placed.append(leg._replace(track=track))
    tracks = 1 + max((one.track for one in placed), default=-1)
    height = max(least, TAG_ABOVE_BAND + 6 if tagged else 0.0)
    if tracks:
        placed = [
            leg._replace(above=_words_above(leg, placed, ink)) if leg.arc.kind != "impact" or (leg.starts and leg.lands) else leg
            for leg in placed
        ]
        extra = [max(14.0 * len(leg.above[1]) for leg in placed if leg.track == track) for track in range(tracks)]
        levels = tuple(TAG_ABOVE_BAND + 28 + sum(_TRACK + more for more in extra[:track]) for track in range(tracks))
        height = max(height, TITLE_TO_GRID, levels[-1] + extra[-1] + 20)
        return Arcs(legs=tuple(placed), tracks=tracks, height=height, tagged=tagged, levels=levels)
    return Arcs(legs=tuple(placed), tracks=tracks, height=height, tagged=tagged)


def _words_above(leg: _Leg, legs: Sequence[_Leg], ink: Ink) -> tuple[float, tuple[Line, ...]]:
    """The words of an arc that does not hold them, in lines above it: beside it they would be taken for those of another."""
    low, high = min(leg.x0, leg.x1), max(leg.x0, leg.x1)
    blocked = [(x - 6, x + 6) for one in legs if one.track > leg.track for x, drawn in ((one.x0, one.starts), (one.x1, one.lands)) if drawn]
    width = ink.width(leg.arc.text, faces.MUTED)
    if width <= high - low - 90 and any(end - start >= width for start, end in _free(low + 24, high - 24, blocked)):
        return 0.0, ()
    free = _free(low + 4, high - 4, blocked)
    left, right = max(free, key=lambda one: one[1] - one[0], default=(low, low))
    if right - left < _LEAST_ABOVE:
        return 0.0, ()
    found = _balanced(leg.arc.text, right - left, ink)
    # An effect that does not fit whole stands beside its arc rather than shortened above it.
    return (0.0, ()) if found.cut and leg.arc.kind == "impact" else (left, found.lines)


def _balanced(text: str, room: float, ink: Ink) -> Wrapped:
    """At most four lines; where a narrower block has no more of them than the whole room, that one, so that no word is left alone."""
    found = ink.wrap(text, room, faces.SMALL, max_lines=4)
    for share in (0.55, 0.65, 0.75, 0.85):
        narrower = ink.wrap(text, share * room, faces.SMALL, max_lines=4)
        if not narrower.cut and len(narrower.lines) == len(found.lines):
            return narrower
    return found


def _apart(legs: list[_Leg], tier: Tier) -> list[_Leg]:
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


def _leg(arc: Arc, columns: Sequence[Column], tier: Tier) -> _Leg | None:
    count = len(columns)
    if not (0 <= arc.source < count and 0 <= arc.target < count) or (arc.source == arc.target and arc.kind != "branch"):
        return None
    here, there = arc.source in tier.columns, arc.target in tier.columns
    if not here and not there:
        return None
    if here and there:
        return _Leg(arc=arc, x0=tier.centre(arc.source), x1=tier.centre(arc.target), starts=True, lands=True, away="")
    inside, outside = (arc.source, arc.target) if here else (arc.target, arc.source)
    x, side = tier.centre(inside), 1 if outside > inside else -1
    end = x + side * _STUB
    return _Leg(arc=arc, x0=x if here else end, x1=end if here else x, starts=here, lands=there, away=columns[outside].number)


def draw_arcs(arcs: Arcs, tier: Tier, top: float, ink: Ink) -> list[Node]:
    """The arcs over stage bands at `top`: every leg, then its words where no other leg passes."""
    out: list[Node] = []
    taken: dict[int, list[tuple[float, float]]] = {}
    for leg in arcs.legs:
        y = top - arcs.levels[leg.track]
        left_above, lines = leg.above
        found = None if lines else _words(leg, arcs, taken.setdefault(leg.track, []), tier, ink=ink)
        nodes = _line(leg, arcs, top, y, words=found, ink=ink)
        if found:
            left, text, width = found
            taken[leg.track].append((left, left + width))
            nodes.append(ink.text(left, y + 4, text, face=faces.MUTED, width=width))
        nodes += ink.lines(left_above, y - 6 - 14.0 * (len(lines) - 1), lines, face=faces.SMALL)
        tip = leg.arc.text if not found or found[1] != leg.arc.text else ""
        out.append(Group(children=tuple(nodes), role="group", label=leg.arc.label or leg.arc.text, tip=tip))
    return out


def _words(leg: _Leg, arcs: Arcs, taken: list[tuple[float, float]], tier: Tier, *, ink: Ink) -> tuple[float, str, float] | None:
    """x, text and width: within the arc if it is long enough, else beside it; shortened to the widest free place if need be."""
    low, high = min(leg.x0, leg.x1), max(leg.x0, leg.x1)
    width = ink.width(leg.arc.text, faces.MUTED)
    blocked = [*taken]
    for other in arcs.legs:
        if other is not leg and other.track == leg.track:
            blocked.append((min(other.x0, other.x1) - 14, max(other.x0, other.x1) + 14))
        elif other is not leg and other.track > leg.track:
            blocked += [(x - 6, x + 6) for x, drawn in ((other.x0, other.starts), (other.x1, other.lands)) if drawn]
    inner = _free(low + 24, high - 24, blocked)
    outer = _free(high + (14 if leg.starts and leg.lands else 26), tier.right, blocked) + _free(GRID_LEFT, low - 14, blocked)
    for left, right in sorted(inner, key=lambda one: one[0]):
        if right - left >= width:
            # Near the source, where reading begins.
            return (
                (min(max(left, low + 56), right - width) if low == leg.x0 else max(left, min(high - 56, right) - width)),
                leg.arc.text,
                width,
            )
    for left, right in sorted(outer, key=lambda one: abs(one[0] - high)):
        if right - left >= width:
            return (left if left >= high else right - width), leg.arc.text, width
    widest = max([*inner, *outer], key=lambda one: one[1] - one[0], default=None)
    if widest is None or widest[1] - widest[0] < 40:
        return None
    short = ink.shorten(leg.arc.text, widest[1] - widest[0], faces.MUTED)
    return widest[0], short, ink.width(short, faces.MUTED)


def _free(low: float, high: float, blocked: list[tuple[float, float]]) -> list[tuple[float, float]]:
    out: list[tuple[float, float]] = []
    at = low
    for left, right in sorted(blocked):
        if right > at and left < high:
            if left > at:
                out.append((at, left))
            at = max(at, right)
    if high > at:
        out.append((at, high))
    return out


def _line(leg: _Leg, arcs: Arcs, top: float, y: float, *, words: tuple[float, str, float] | None, ink: Ink) -> list[Node]:
    branch = leg.arc.kind == "branch"
    colour = ink.palette.rule2 if leg.arc.kind == "impact" else ink.palette.ink
    side = 1 if leg.x1 > leg.x0 else -1
    out: list[Node] = []
    start, end = leg.x0, leg.x1
    first = PathBuilder()
    if leg.starts:
        first.move(start, top - 4 - (TAG_ABOVE_BAND if leg.arc.source in arcs.tagged else 0)).line(start, y + _RADIUS)
        first.curve((start, y + _RADIUS / 2), (start + side * _RADIUS / 2, y), (start + side * _RADIUS, y))
    else:
        first.move(start, y)
    foot = top - 1 - (TAG_ABOVE_BAND if leg.arc.target in arcs.tagged else 3)
    low, high = min(start, end), max(start, end)
    if words and low < words[0] < high:
        gap = (words[0] - 8, words[0] + words[2] + 8)
        first.line(gap[0] if side > 0 else gap[1], y)
        first.move(gap[1] if side > 0 else gap[0], y)
    if leg.lands:
        first.line(end - side * _RADIUS, y).curve((end - side * _RADIUS / 2, y), (end, y + _RADIUS / 2), (end, y + _RADIUS)).line(
            end, foot - 7
        )
        head = PathBuilder().move(end - 4.5, foot - 8).line(end + 4.5, foot - 8).line(end, foot).close()
        out.append(Path(d=head.d, fill=colour))
    else:
        first.line(end, y)
    out.insert(0, Path(d=first.d, stroke=colour, stroke_width=1.5))
    if branch and leg.starts:
        out.append(
            diamond(
                start,
                top - 9 - (TAG_ABOVE_BAND if leg.arc.source in arcs.tagged else 0),
                5,
                fill=ink.palette.paper,
                stroke=colour,
                stroke_width=1.5,
            )
        )
    if leg.away:
        x = end if leg.starts else start
        out.append(Circle(cx=x, cy=y, r=9, fill=ink.palette.paper, stroke=colour, stroke_width=1.5))
        out.append(ink.text(x, y + 4, leg.away, face=faces.SMALL_STRONG, anchor="middle"))
    return out
