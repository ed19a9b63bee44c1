"""Rows of statements."""

from collections.abc import Sequence
from typing import NamedTuple

from journeykit.diagram import Cell, CellLane, Item, Verdict
from journeykit.scene import Group, Node, Rect
from journeykit.text import Line, is_rtl

from . import ink as faces
from .columns import face_of
from .ink import Face, Ink
from .marks import draw_mark, indent
from .rows import Row, lane_group, row_height, row_label
from .saying import said
from .sources import Sources
from .space import PAD, ROW_BOTTOM, ROW_TOP
from .symbols import triangle
from .tiers import Tier

_OPENING = "“„«‹‘‚»「『\"'"
_BETWEEN = 4.0
_CALM = 48.0


class _Block(NamedTuple):
    """An item with its lines, and what it needs below the cell's top."""

    item: Item
    face: Face
    lines: tuple[Line, ...]
    detail: tuple[Line, ...]
    verdict: tuple[Line, ...]
    indent: float
    height: float
    cut: bool


class _Placed(NamedTuple):
    """A cell: its columns in the tier, its left edge, its blocks, and in which level it stands where cells overlap."""

    cell: Cell
    start: int
    end: int
    x: float
    blocks: tuple[_Block, ...]
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
                    room = _narrowest(cell, widths, tiers) - indent(item.mark) - PAD - words
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
) -> tuple[float, tuple[_Block, ...], tuple[Line, ...], float]:
    """The left edge, the blocks, the lines of what is listed elsewhere, and the height of a cell written into some columns."""
    width = tier.end(end) - tier.left(start)
    blocks = _blocks(cell.items, width, ink, most)
    more = ink.wrap(cell.more, width - 2 * PAD, faces.MUTED).lines if cell.more else ()
    height = sum(block.height for block in blocks) + _BETWEEN * max(0, len(blocks) - 1)
    if more:
        height += faces.MUTED.line * len(more) + (2 if blocks else 0)
    return tier.left(start), blocks, more, height


def _blocks(items: tuple[Item, ...], width: float, ink: Ink, most: float | None) -> tuple[_Block, ...]:
    """The items, cut where they would not fit on a sheet of paper; the whole text is in the tooltip."""
    blocks = [_block(item, width, ink, None) for item in items]
    if most is None or sum(block.height + _BETWEEN for block in blocks) <= most:
        return tuple(blocks)
    share = most / len(blocks) - _BETWEEN
    return tuple(
        block if block.height <= share else _block(block.item, width, ink, max(1, int((share - 50) / block.face.line))) for block in blocks
    )


def _block(item: Item, width: float, ink: Ink, most: int | None) -> _Block:
    face, left = face_of(item), indent(item.mark)
    room = width - left - PAD
    found = ink.wrap(item.text, room, face, max_lines=most) if item.text else None
    lines = found.lines if found else ()
    detail = ink.wrap(item.detail, room, faces.SMALL, max_lines=most and 2).lines if item.detail else ()
    verdict = ink.wrap(item.verdict.text, room - _glyph(item.verdict, left), faces.SMALL_STRONG).lines if item.verdict else ()
    height = max(len(lines) * face.line, 16.0 if item.mark else 0.0)
    if item.share is not None:
        height += 19
    if item.ticks is not None:
        height += 15
    height += 14 * (len(detail) + len(verdict)) + (1 if detail or verdict else 0)
    return _Block(item=item, face=face, lines=lines, detail=detail, verdict=verdict, indent=left, height=height, cut=most is not None)


def _glyph(verdict: Verdict, left: float) -> float:
    """px that the triangle takes from the words; beside a mark it stands under the mark."""
    return 13.0 if verdict.glyph != "none" and left < 20 else 0.0


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
                children=tuple(_draw_block(block, x, top, ink=ink, scale=scale)), role="listitem", label=_label(where, item),
                tip=item.tip or (_label("", item) if block.cut else ""),
                href=item.href, source=sources.claim(item.source),
            )
        )  # fmt: skip
        top += block.height + _BETWEEN
    if one.more:
        nodes = ink.lines(x + PAD, top + 8 - (2 if one.blocks else 0), one.more, face=faces.MUTED)
        out.append(Group(children=tuple(nodes), role="listitem", label=said(where, None, one.cell.more)))
    return out


def _label(where: str, item: Item) -> str:
    return said(where, item.mark, item.text, item.share_text, item.detail, item.verdict.text if item.verdict else "")


def _draw_block(block: _Block, x: float, top: float, *, ink: Ink, scale: float) -> list[Node]:
    item, left = block.item, x + block.indent
    baseline = top + 8
    nodes: list[Node] = draw_mark(item.mark, x, baseline, ink) if item.mark else []
    fill = None if item.tone == "ink" else ink.tone(item.tone)
    nodes += _words(block, left, baseline, fill, ink=ink)
    # From here on `baseline` is that of the last line written.
    baseline += (max(len(block.lines), 1 if item.mark else 0) - 1) * block.face.line
    tone = ink.tone(item.mark.tone if item.mark and item.tone == "ink" else item.tone)
    if item.share is not None:
        length = max(1.0, scale * min(1.0, item.share))
        nodes.append(Rect(x=left, y=baseline + 12, width=length, height=6, fill=tone))
        if item.share_text:
            nodes.append(ink.text(left + length + 6, baseline + 19, item.share_text, face=faces.STRONG))
        baseline += 19
    if item.ticks is not None:
        nodes += _ticks(item.ticks.filled, item.ticks.of, left, baseline + 13.6, ink=ink)
        baseline += 15
    if block.detail:
        nodes += ink.lines(left, baseline + 15, block.detail, face=faces.SMALL)
        baseline += 14 * len(block.detail) + 1
    if block.verdict and item.verdict:
        nodes += _draw_verdict(block, item.verdict, x, baseline + (14 if block.detail else 15), ink=ink)
    return nodes


def _words(block: _Block, x: float, baseline: float, fill: str | None, *, ink: Ink) -> list[Node]:
    lines = block.lines
    if block.item.style != "quote" or not lines or lines[0].text[:1] not in _OPENING or not lines[0].text:
        return ink.lines(x, baseline, lines, face=block.face, fill=fill)
    # The opening mark hangs left of the edge, so that the letters align.
    mark, rest = lines[0].text[0], lines[0].text[1:]
    first = Line(rest, ink.width(rest, block.face))
    hung = ink.text(x - 1, baseline, mark, face=block.face, fill=fill, anchor="end", rtl=is_rtl(block.item.text))
    return [hung, *ink.lines(x, baseline, (first, *lines[1:]), face=block.face, fill=fill)]


def _ticks(filled: int | None, of: int, x: float, y: float, *, ink: Ink) -> list[Node]:
    palette = ink.palette
    return [
        triangle(
            x + 4 + 12 * at, y - 2.4, 4, up=True, fill=palette.ink if filled is not None and at < filled else palette.paper,
            stroke=palette.ink if filled is not None and at < filled else palette.rule2,
        )
        for at in range(of)
    ]  # fmt: skip


def _draw_verdict(block: _Block, verdict: Verdict, x: float, baseline: float, *, ink: Ink) -> list[Node]:
    colour = ink.tone(verdict.tone)
    left = x + block.indent + _glyph(verdict, block.indent)
    nodes = ink.lines(left, baseline, block.verdict, face=faces.SMALL_STRONG, fill=colour)
    if verdict.glyph != "none":
        nodes.append(triangle(left - 11, baseline - 4, 4.5, up=verdict.glyph == "up", fill=colour))
    return nodes
