"""Rows of ranges: what a summarised column holds, from its lowest to its highest value."""

from collections.abc import Sequence
from typing import NamedTuple

from journeykit.diagram import Range, RangeLane
from journeykit.scene import Circle, Group, Node, Rect
from journeykit.text import Line

from . import ink as faces
from .axis import Scale, draw_axis, scale_of
from .ink import Ink
from .rows import Row, lane_group, row_label
from .saying import said
from .sources import Sources
from .space import PAD
from .tiers import Tier

_STEP = 32.0
_ABOVE = 44.0
_HALF = 5.0


class _Placed(NamedTuple):
    range: Range
    lines: tuple[Line, ...]


def range_row(lane: RangeLane, ranges: Sequence[Range], tier: Tier, *, ink: Ink, sources: Sources) -> Row | None:
    """The row of a lane with its ranges in a tier; None where it says nothing there."""
    placed = []
    for one in ranges:
        if one.column in tier.columns:
            room = tier.end(one.column) - tier.left(one.column) - 2 * PAD
            placed.append(_Placed(range=one, lines=ink.wrap(one.text, room, faces.SMALL).lines if one.text else ()))
    if not placed:
        return None
    label = row_label(lane, ink)
    words = max(len(one.lines) for one in placed)
    scale = scale_of(label, step=_STEP, above=_ABOVE, below=28.0 + 14 * words)

    def paint(top: float) -> list[Node]:
        items: list[Node] = [_draw(one, tier, scale, top, ink=ink, sources=sources) for one in placed]
        return lane_group(lane, label.draw(top, ink), draw_axis(scale, lane.axis, top, tier.right, ink=ink), items)

    return Row(height=scale.height, paint=paint, opens=lane.opens, hairlines=True)


def _draw(one: _Placed, tier: Tier, scale: Scale, top: float, *, ink: Ink, sources: Sources) -> Group:
    held, palette = one.range, ink.palette
    x = tier.centre(held.column)
    high, middle, low = (scale.y(top, value) for value in (held.high, held.median, held.low))
    nodes: list[Node] = []
    if low - high > 1:
        nodes.append(Rect(x=x - _HALF, y=high, width=2 * _HALF, height=low - high, radius=_HALF, fill=palette.bar, stroke=palette.rule2))
    nodes.append(Circle(cx=x, cy=middle, r=6.5, fill=ink.valence(held.median), stroke=palette.paper, stroke_width=1.5))
    nodes += ink.lines(x, scale.y(top, -2) + 32, one.lines, face=faces.SMALL, anchor="middle")
    return Group(
        children=tuple(nodes),
        role="listitem",
        label=said(tier.name(held.column, held.column), None, held.text),
        source=sources.claim(held.source),
    )
