"""Effects drawn above the grid, from one column to another, on tracks of their own."""

from collections.abc import Sequence
from typing import NamedTuple

from journeykit.diagram import Arc, Column
from journeykit.scene import Circle, Group, Node, Path, PathBuilder

from . import ink as faces
from .arclegs import Leg, legs_of
from .arcwords import placed_legs
from .continuing import draw_tag, tag_width
from .ink import Ink
from .space import TAG_ABOVE_BAND, TITLE_TO_GRID
from .symbols import diamond
from .tiers import Tier

_TRACK = 22.0
_RADIUS = 8.0


class Arcs(NamedTuple):
    """The arcs of a tier. `height` is the room above the stage bands that they need with the critical tag, px."""

    legs: tuple[Leg, ...]
    tracks: int
    height: float
    tagged: frozenset[int]
    levels: tuple[float, ...] = ()


def arcs_of(
    arcs: Sequence[Arc], columns: Sequence[Column], tier: Tier, *, least: float, ink: Ink, signs: Sequence[str] = (), right: float = 0.0
) -> Arcs:
    """The arcs that touch a tier, each on the lowest track where it and its words have room.

    Args:
        arcs: those that reach into the tier.
        columns: of the diagram.
        tier: where they stand.
        least: room that is kept above the stage bands in any case, px.
        ink: colours and type.
        right: x up to which words may stand, px, where that is beyond the end of the tier.
        signs: for each arc that at which it goes on in another tier; without them that is the number of the station there.
    """
    tagged = frozenset(at for at in tier.columns if columns[at].emphasis == "critical")
    placed = placed_legs(legs_of(arcs, columns, tier, signs), max(right, tier.right), ink)
    tracks = 1 + max((one.track for one in placed), default=-1)
    height = max(least, TAG_ABOVE_BAND + 6 if tagged else 0.0)
    levels: tuple[float, ...] = ()
    if tracks:
        extra = [max((14.0 * len(leg.above[1]) for leg in placed if leg.track == track), default=0.0) for track in range(tracks)]
        levels = tuple(TAG_ABOVE_BAND + 28 + sum(_TRACK + more for more in extra[:track]) for track in range(tracks))
        height = max(height, TITLE_TO_GRID, levels[-1] + extra[-1] + 20)
    return Arcs(legs=tuple(placed), tracks=tracks, height=height, tagged=tagged, levels=levels)


def draw_arcs(arcs: Arcs, top: float, ink: Ink) -> list[Node]:
    """The arcs over stage bands at `top`: every leg with its words."""
    out: list[Node] = []
    for leg in arcs.legs:
        y = top - arcs.levels[leg.track]
        left_above, lines = leg.above
        nodes = _line(leg, arcs, top, y, ink=ink)
        if leg.words:
            left, text, width = leg.words
            nodes.append(ink.text(left, y + 4, text, face=faces.MUTED, width=width))
        nodes += ink.lines(left_above, y - 6 - 14.0 * (len(lines) - 1), lines, face=faces.SMALL)
        tip = leg.arc.text if not leg.words or leg.words[1] != leg.arc.text else ""
        out.append(Group(children=tuple(nodes), role="group", label=_label(leg), tip=tip))
    return out


def _label(leg: Leg) -> str:
    label = leg.arc.label or leg.arc.text
    return f"{label} [{leg.away}]" if leg.signed else label


def _line(leg: Leg, arcs: Arcs, top: float, y: float, *, ink: Ink) -> list[Node]:
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
    words = leg.words
    if words and leg.low < words[0] < leg.high:
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
        out += _sign(leg, end if leg.starts else start, y, colour, ink=ink)
    return out


def _sign(leg: Leg, x: float, y: float, colour: str, *, ink: Ink) -> list[Node]:
    """What stands at the end of a leg that goes on in another tier."""
    if leg.signed:
        return draw_tag(leg.away, x, y, tag_width(leg.away, ink), later=leg.arc.target > leg.arc.source, colour=colour, ink=ink)
    disc = Circle(cx=x, cy=y, r=9, fill=ink.palette.paper, stroke=colour, stroke_width=1.5)
    return [disc, ink.text(x, y + 4, leg.away, face=faces.SMALL_STRONG, anchor="middle")]
