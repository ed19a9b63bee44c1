"""Rows of bars over equal neighbours."""

from collections.abc import Sequence
from typing import NamedTuple

from journeykit.diagram import Span, SpanLane
from journeykit.scene import Group, Node, Rect
from journeykit.text import Line

from . import ink as faces
from .ink import Ink, rule
from .marks import draw_mark, indent
from .rows import Row, lane_group, row_height, row_label
from .saying import said
from .sources import Sources
from .space import PAD, ROW_TOP
from .tiers import Tier

_TEXT_BELOW = 33.5
_LINES = 3
_CALM = 2


class _Placed(NamedTuple):
    span: Span
    start: int
    end: int
    x: float
    lines: tuple[Line, ...]
    cut: bool
    level: int


def span_row(lane: SpanLane, spans: Sequence[Span], tier: Tier, *, ink: Ink, sources: Sources) -> Row | None:
    """The row of a lane with the spans that reach into a tier; None where it says nothing there."""
    placed: list[_Placed] = []
    for span in spans:
        if part := tier.clip(span.start, span.end):
            placed.append(_place(span, part, tier, ink=ink, before=placed))
    if not placed:
        return None
    label = row_label(lane, ink)
    count = max(one.level for one in placed) + 1
    heights = [_TEXT_BELOW + 16 * (max(len(one.lines) for one in placed if one.level == at) - 1) for at in range(count)]
    tops = [sum(heights[:at]) for at in range(count)]

    def paint(top: float) -> list[Node]:
        items: list[Node] = [_draw(one, tier, top + tops[one.level], ink=ink, sources=sources) for one in placed]
        return lane_group(lane, label.draw(top, ink), [], items)

    return Row(height=row_height(sum(heights) + 12.5, label), paint=paint, opens=lane.opens, hairlines=False)


def _place(span: Span, part: tuple[int, int], tier: Tier, *, ink: Ink, before: list[_Placed]) -> _Placed:
    start, end = part
    choices = []
    for low, high in tier.undivided(start, end):
        room = tier.end(high) - tier.left(low) - indent(span.mark) - PAD
        choices.append((tier.left(low), ink.wrap(span.text, room, faces.CELL, max_lines=_LINES)))
    # Words stand at the beginning of their bar, unless they would be cut there or make the row tall.
    x, found = min(choices, key=lambda one: (one[1].cut, max(_CALM, len(one[1].lines))))
    taken = {one.level for one in before if one.start <= end and start <= one.end}
    level = next(at for at in range(len(before) + 1) if at not in taken)
    return _Placed(span=span, start=start, end=end, x=x, lines=found.lines, cut=found.cut, level=level)


def _draw(one: _Placed, tier: Tier, top: float, *, ink: Ink, sources: Sources) -> Group:
    span, palette = one.span, ink.palette
    left, right, y = tier.left(one.start) + PAD, tier.end(one.end) - PAD, top + ROW_TOP
    nodes: list[Node] = []
    match span.style:
        case "solid":
            nodes.append(Rect(x=left, y=y, width=right - left, height=3, fill=palette.ink))
        case "outline":
            nodes.append(Rect(x=left + 0.75, y=y, width=right - left - 1.5, height=3.5, fill=palette.paper, stroke=palette.ink))
        case "dashed":
            nodes.append(rule(left, y + 1.5, right, y + 1.5, stroke=palette.rule2, width=1.5, dash=(4, 3)))
    baseline = top + _TEXT_BELOW
    if span.mark:
        nodes += draw_mark(span.mark, one.x, baseline, ink)
    nodes += ink.lines(one.x + indent(span.mark), baseline, one.lines, face=faces.MUTED if span.style == "dashed" else faces.CELL)
    return Group(
        children=tuple(nodes), role="listitem", label=said(tier.name(span.start, span.end), span.mark, *span.in_words),
        tip=span.tip or (span.text if one.cut else ""), source=sources.claim(span.source),
    )  # fmt: skip
