"""Rows of statements."""

from collections.abc import Sequence
from typing import NamedTuple

from journeykit.diagram import Cell, CellLane
from journeykit.scene import Group, Node
from journeykit.text import Line

from . import ink as faces
from .ink import Ink
from .marks import indent_of
from .rows import Row, lane_group, row_height, row_label
from .saying import said
from .sources import Sources
from .space import PAD, ROW_BOTTOM, ROW_TOP
from .statement import BETWEEN, Statement, draw_statement, label_of, statements
from .tiers import Tier

_CALM = 48.0


class _Placed(NamedTuple):
    """A cell: its columns in the tier, its left edge, its blocks, and in which level it stands where cells overlap."""

    cell: Cell
    start: int
    end: int
    x: float
    blocks: tuple[Statement, ...]
    more: tuple[Line, ...]
    height: float
    level: int


def cell_row(
    lane: CellLane, cells: Sequence[Cell], tier: Tier, *, ink: Ink, sources: Sources, scale: float, most: float | None
) -> Row | None:
    """The row of a lane with the cells that reach into a tier, no cell taller than `most`; None where it says nothing there."""
    placed: list[_Placed] = []
    for cell in cells:
        part = tier.clip(cell.start, cell.end)
        # A statement over several columns is written where it starts, and again where the line is broken.
        if part and (cell.items or cell.more):
            placed.append(_place(cell, part, tier, placed, ink=ink, most=most))
    if not placed:
        return None
    label = row_label(lane, ink)
    tops, total = _levels(placed)

    def paint(top: float) -> list[Node]:
        items: list[Node] = []
        for one in placed:
            items += _draw(one, tier, top + ROW_TOP + tops[one.level], ink=ink, sources=sources, scale=scale)
        return lane_group(lane, label.draw(top, ink), [], items)

    return Row(height=row_height(ROW_TOP + total + ROW_BOTTOM, label), paint=paint, opens=lane.opens, hairlines=True)


def share_scale(lanes: Sequence[CellLane], widths: Sequence[float], tiers: Sequence[Tier], ink: Ink) -> float:
    """px for a share of one: 190, or less where the longest bar of the map would leave its column."""
    scale = 190.0
    for lane in lanes:
        for cell in lane.cells:
            for item in cell.items:
                if item.share:
                    words = ink.width(item.share_text, faces.STRONG) + 6 if item.share_text else 0.0
                    room = _narrowest(cell, widths, tiers) - indent_of(item) - PAD - words
                    scale = min(scale, max(8.0, room) / min(1.0, item.share))
    return scale


def _narrowest(cell: Cell, widths: Sequence[float], tiers: Sequence[Tier]) -> float:
    """px of the narrowest part of a cell that it may be written into."""
    if cell.start == cell.end:
        return widths[cell.start]
    parts = [(tier, low, high) for tier in tiers if (held := tier.clip(cell.start, cell.end)) for low, high in tier.undivided(*held)]
    return min(tier.end(high) - tier.left(low) for tier, low, high in parts)


def _place(cell: Cell, part: tuple[int, int], tier: Tier, before: list[_Placed], *, ink: Ink, most: float | None) -> _Placed:
    start, end = part
    # What spans the critical column is written before it, unless it would be much taller there.
    found = [_fill(cell, low, high, tier, ink=ink, most=most) for low, high in tier.undivided(start, end)]
    x, blocks, more, height = found[0] if len(found) == 1 else min(found, key=lambda one: max(_CALM, one[3]))
    taken = {one.level for one in before if one.start <= end and start <= one.end}
    level = next(at for at in range(len(before) + 1) if at not in taken)
    return _Placed(cell=cell, start=start, end=end, x=x, blocks=blocks, more=more, height=height, level=level)


def _fill(
    cell: Cell, start: int, end: int, tier: Tier, *, ink: Ink, most: float | None
) -> tuple[float, tuple[Statement, ...], tuple[Line, ...], float]:
    """The left edge, the blocks, the lines of what is listed elsewhere, and the height of a cell written into some columns."""
    width = tier.end(end) - tier.left(start)
    blocks = statements(cell.items, width, ink, most)
    more = ink.wrap(cell.more, width - 2 * PAD, faces.MUTED).lines if cell.more else ()
    height = sum(block.height for block in blocks) + BETWEEN * max(0, len(blocks) - 1)
    if more:
        height += faces.MUTED.line * len(more) + (2 if blocks else 0)
    return tier.left(start), blocks, more, height


def _levels(placed: list[_Placed]) -> tuple[list[float], float]:
    count = max(one.level for one in placed) + 1
    heights = [max(one.height for one in placed if one.level == level) for level in range(count)]
    tops = [sum(heights[:level]) + 6 * level for level in range(count)]
    return tops, tops[-1] + heights[-1]


def _draw(one: _Placed, tier: Tier, top: float, *, ink: Ink, sources: Sources, scale: float) -> list[Node]:
    x, where = one.x, tier.name(one.cell.start, one.cell.end)
    out: list[Node] = []
    for block in one.blocks:
        item = block.item
        out.append(
            Group(
                children=tuple(draw_statement(block, x, top, ink=ink, scale=scale)), role="listitem", label=label_of(where, item),
                tip=item.tip or (label_of("", item) if block.cut else ""),
                href=item.href, source=sources.claim(item.source),
            )
        )  # fmt: skip
        top += block.height + BETWEEN
    if one.more:
        nodes = ink.lines(x + PAD, top + 8 - (2 if one.blocks else 0), one.more, face=faces.MUTED)
        out.append(Group(children=tuple(nodes), role="listitem", label=said(where, None, one.cell.more)))
    return out
