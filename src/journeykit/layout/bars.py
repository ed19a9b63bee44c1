"""Rows of amounts on one scale, with their total."""

from collections.abc import Sequence
from typing import NamedTuple

from journeykit.diagram import Bar, BarLane
from journeykit.scene import Group, Node, Rect
from journeykit.text import Line

from . import ink as faces
from .bignumber import fit_figure
from .ink import Ink
from .rows import Row, lane_group, row_height, row_label
from .saying import said
from .sources import Sources
from .space import PAD, ROW_TOP
from .tiers import Tier

_BAR = 12.0
# Smaller amounts set no scale: dividing by them would leave the page.
_NOTHING = 1e-9
_AIR = 10.0  # between the words of a bar and a total under it
_LINES = 6  # a row of bars is never broken
_BLOCK = 29.0  # from the top of a bar to the first baseline of its words


class _Placed(NamedTuple):
    bar: Bar
    lines: tuple[Line, ...]
    above: float
    height: float
    tip: str


class _Total(NamedTuple):
    """The lines under the total, and the px that it may take and does take."""

    unit: tuple[Line, ...]
    verdict: tuple[Line, ...]
    room: float
    height: float


def bar_scale(lane: BarLane, widths: Sequence[float]) -> float:
    """px for an amount of one, so that every bar stays in its column."""
    scales = [(widths[bar.column] - 2 * PAD) / bar.value for bar in lane.bars if bar.value > _NOTHING and 0 <= bar.column < len(widths)]
    return min(scales, default=0.0)


def bar_row(lane: BarLane, bars: Sequence[Bar], tier: Tier, *, last: int, ink: Ink, sources: Sources, scale: float) -> Row | None:
    """The row of a lane with its bars in a tier, the total where the `last` column with a bar is; None where it says nothing there."""
    below: dict[int, float] = {}
    placed: list[_Placed] = []
    for bar in bars:
        if bar.column in tier.columns:
            room = tier.end(bar.column) - tier.left(bar.column) - 2 * PAD
            words = ink.wrap(bar.text, room, faces.SMALL, max_lines=_LINES) if bar.text else None
            lines = words.lines if words else ()
            height = _BLOCK + 14 * max(0, len(lines) - 1) + 8
            above = below.get(bar.column, 0.0)
            placed.append(_Placed(bar=bar, lines=lines, above=above, height=height, tip=bar.text if words and words.cut else ""))
            below[bar.column] = above + height
    if not placed:
        return None
    label = row_label(lane, ink)
    total_at = _total_column(bars, tier) if lane.total and last in tier.columns else None
    total_top = 0.0
    total: _Total | None = None
    if total_at is not None:
        total_top = below[total_at] + _AIR if total_at in below else 0.0
        room = tier.end(total_at) - tier.left(total_at) - 2 * PAD
        total = _total(lane, room, ink)
        below[total_at] = total_top + total.height
    content = ROW_TOP + max(below.values()) + 8

    def paint(top: float) -> list[Node]:
        items: list[Node] = [_draw(one, tier, top + ROW_TOP, ink=ink, sources=sources, scale=scale) for one in placed]
        if total_at is not None and total:
            items.append(_draw_total(lane, total, tier.left(total_at) + PAD, top + total_top, ink=ink))
        return lane_group(lane, label.draw(top, ink), [], items)

    return Row(height=row_height(content, label), paint=paint, opens=lane.opens, hairlines=True)


def _draw(one: _Placed, tier: Tier, top: float, *, ink: Ink, sources: Sources, scale: float) -> Group:
    bar, palette = one.bar, ink.palette
    x, y, length = tier.left(bar.column) + PAD, top + one.above, max(1.0, scale * bar.value)
    nodes: list[Node]
    if bar.dashed:
        inner = max(0.5, length - 1.5)
        nodes = [Rect(x=x + 0.75, y=y + 0.75, width=inner, height=_BAR - 1.5, stroke=palette.rule2, stroke_width=1.5, dash=(3, 3))]
    else:
        nodes = [Rect(x=x, y=y, width=length, height=_BAR, fill=palette.bar, stroke=palette.rule2)]
    if bar.inner:
        nodes.append(Rect(x=x, y=y, width=min(length, scale * bar.inner), height=_BAR, fill=palette.ink2))
    nodes += ink.lines(x, y + _BLOCK, one.lines, face=faces.SMALL)
    return Group(
        children=tuple(nodes),
        role="listitem",
        label=said(tier.name(bar.column, bar.column), None, bar.text),
        tip=one.tip,
        source=sources.claim(bar.source),
    )


def _total_column(bars: Sequence[Bar], tier: Tier) -> int:
    """Where the total stands: right of the last bar, else the next free column to its left, else under the last bar."""
    taken = {bar.column for bar in bars}
    last = max(taken)
    if last + 1 in tier.columns:
        return last + 1
    return next((at for at in range(last - 1, tier.first - 1, -1) if at not in taken), last)


def _total(lane: BarLane, room: float, ink: Ink) -> _Total:
    """The total; its unit stands under it where the column is too narrow for both."""
    number = ink.figure(0, 0, lane.total, lane.total_unit, face=faces.FIGURE_IN_LANE, unit_size=12)
    unit = ink.wrap(lane.total_unit, room, faces.CELL).lines if number.width > room else ()
    verdict = ink.wrap(lane.total_verdict.text, room, faces.STRONG).lines if lane.total_verdict else ()
    lines = len(unit) + len(verdict)
    return _Total(unit=unit, verdict=verdict, room=room, height=18 + 16 * lines + (4 if lines else 0))


def _draw_total(lane: BarLane, total: _Total, x: float, top: float, *, ink: Ink) -> Group:
    unit = "" if total.unit else lane.total_unit
    nodes, _ = fit_figure(lane.total, unit, (x, top + 26), total.room, face=faces.FIGURE_IN_LANE, unit_size=12, ink=ink)
    nodes += ink.lines(x, top + 45, total.unit)
    if lane.total_verdict:
        tone = ink.tone(lane.total_verdict.tone)
        nodes += ink.lines(x, top + 45 + 16 * len(total.unit), total.verdict, face=faces.STRONG, fill=tone)
    label = said("", None, f"{lane.total} {lane.total_unit}".strip(), lane.total_verdict.text if lane.total_verdict else "")
    return Group(children=tuple(nodes), role="listitem", label=label)
