"""One statement: its lines, what it needs, and how it is drawn wherever it stands."""

from typing import NamedTuple

from journeykit.diagram import Item, Verdict
from journeykit.scene import Node, Rect
from journeykit.text import Line

from . import ink as faces
from .columns import face_of
from .ink import Face, Ink
from .marks import draw_mark, indent_of
from .saying import said
from .space import PAD
from .symbols import triangle

BETWEEN = 4.0


class Statement(NamedTuple):
    """An item with its lines, and what it needs below the cell's top."""

    item: Item
    face: Face
    lines: tuple[Line, ...]
    detail: tuple[Line, ...]
    verdict: tuple[Line, ...]
    indent: float
    height: float
    cut: bool


def statements(items: tuple[Item, ...], width: float, ink: Ink, most: float | None) -> tuple[Statement, ...]:
    """The items, cut where they would not fit on a sheet of paper; the whole text is in the tooltip."""
    blocks = [_statement(item, width, ink, None) for item in items]
    if most is None or sum(block.height + BETWEEN for block in blocks) <= most:
        return tuple(blocks)
    share = most / len(blocks) - BETWEEN
    return tuple(
        block if block.height <= share else _statement(block.item, width, ink, max(1, int((share - 50) / block.face.line)))
        for block in blocks
    )


def _statement(item: Item, width: float, ink: Ink, most: int | None) -> Statement:
    face, left = face_of(item), indent_of(item)
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
    return Statement(item=item, face=face, lines=lines, detail=detail, verdict=verdict, indent=left, height=height, cut=most is not None)


def _glyph(verdict: Verdict, left: float) -> float:
    """px that the triangle takes from the words; beside a mark it stands under the mark."""
    return 13.0 if verdict.glyph != "none" and left < 20 else 0.0


def label_of(where: str, item: Item) -> str:
    """What a reader hears of a statement."""
    return said(where, item.mark, *item.in_words)


def draw_statement(block: Statement, x: float, top: float, *, ink: Ink, scale: float) -> list[Node]:
    """The statement in a cell whose left edge is at `x`; `scale`: px of a share of one."""
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


def _words(block: Statement, x: float, baseline: float, fill: str | None, *, ink: Ink) -> list[Node]:
    lines = block.lines
    mark = ink.hangs(block.item.text) if block.item.style == "quote" and lines else ""
    if not mark or not lines[0].text.startswith(mark):
        return ink.lines(x, baseline, lines, face=block.face, fill=fill)
    # The opening mark hangs left of the edge, so that the letters align.
    rest = lines[0].text[1:]
    first = Line(rest, ink.width(rest, block.face))
    hung = ink.text(x - 1, baseline, mark, face=block.face, fill=fill, anchor="end", rtl=ink.runs_back(block.item.text))
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


def _draw_verdict(block: Statement, verdict: Verdict, x: float, baseline: float, *, ink: Ink) -> list[Node]:
    colour = ink.tone(verdict.tone)
    left = x + block.indent + _glyph(verdict, block.indent)
    nodes = ink.lines(left, baseline, block.verdict, face=faces.SMALL_STRONG, fill=colour)
    if verdict.glyph != "none":
        nodes.append(triangle(left - 11, baseline - 4, 4.5, up=verdict.glyph == "up", fill=colour))
    return nodes
