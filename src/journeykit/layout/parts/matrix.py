"""Rows by columns."""

from journeykit.diagram import Head, Matrix, MatrixCell, MatrixRow
from journeykit.layout import ink as faces
from journeykit.layout.blocks import Block
from journeykit.layout.ink import Ink, rule
from journeykit.layout.sources import Sources
from journeykit.layout.space import MARGIN, PAD
from journeykit.scene import Group, Node, Rect
from journeykit.text import Line

_HEAD = 200.0
_LEAST = 56.0
_WORDS = 150.0


def matrix_width(matrix: Matrix, ink: Ink) -> float:
    """px between the margins."""
    del ink
    return _HEAD + len(matrix.columns) * (_LEAST if matrix.centred else _WORDS)


def matrix_blocks(matrix: Matrix, right: float, ink: Ink, sources: Sources) -> list[Block]:
    """A block for the head and one for each row."""
    pitch = (right - MARGIN - _HEAD) / max(1, len(matrix.columns))
    return [_head(matrix, right, pitch, ink), *(_row(row, right, pitch, ink, sources) for row in matrix.rows)]


def _left(at: int, pitch: float) -> float:
    return MARGIN + _HEAD + at * pitch + PAD


def _wrapped(heads: tuple[Head, ...], pitch: float, ink: Ink) -> list[tuple[Line, ...]]:
    return [ink.wrap(one.title, pitch - 2 * PAD, faces.STRONG).lines for one in heads]


def _head(matrix: Matrix, right: float, pitch: float, ink: Ink) -> Block:
    lines = _wrapped(matrix.columns, pitch, ink)
    height = 16.0 * max(1, *(len(one) for one in lines)) + 12 if lines else 28.0

    def paint(top: float) -> list[Node]:
        cells: list[Node] = [
            Group(children=tuple(ink.lines(_left(at, pitch), top + 14, one, face=faces.STRONG)), role="columnheader", label=head.title)
            for at, (head, one) in enumerate(zip(matrix.columns, lines, strict=True))
        ]
        corner = Group(children=(ink.text(MARGIN, top + 14, matrix.corner, face=faces.STRONG),), role="columnheader", label=matrix.corner)
        under = rule(MARGIN, top + height, right, top + height, stroke=ink.palette.ink)
        return [Group(children=(corner, *cells), role="row"), under]

    return Block(height=height, paint=paint, gap=24)


def _row(row: MatrixRow, right: float, pitch: float, ink: Ink, sources: Sources) -> Block:
    head = ink.wrap(row.head.title, _HEAD - 2 * PAD, faces.STRONG).lines
    cells = [[ink.wrap(item.text, pitch - 2 * PAD, faces.CELL).lines for item in cell.items] for cell in row.cells]
    height = 16.0 * max(1, len(head), *(sum(map(len, one)) for one in cells)) + 12

    def paint(top: float) -> list[Node]:
        made: list[Node] = [
            Group(children=tuple(ink.lines(MARGIN, top + 18, head, face=faces.STRONG)), role="rowheader", label=row.head.title,
                  source=sources.claim(row.head.source))
        ]  # fmt: skip
        made += [
            _cell(cell, lines, _left(at, pitch), top, pitch, height, ink)
            for at, (cell, lines) in enumerate(zip(row.cells, cells, strict=True))
        ]
        return [Group(children=tuple(made), role="row"), rule(MARGIN, top + height, right, top + height, stroke=ink.palette.rule)]

    return Block(height=height, paint=paint)


def _cell(cell: MatrixCell, lines: list[tuple[Line, ...]], x: float, top: float, pitch: float, height: float, ink: Ink) -> Group:
    nodes: list[Node] = []
    if cell.state == "missing":
        nodes.append(Rect(x=x - PAD + 3, y=top + 3, width=pitch - 6, height=height - 6, stroke=ink.palette.rule2, dash=(4, 3)))
    y = top + 18
    for one in lines:
        nodes += ink.lines(x, y, one)
        y += 16 * len(one)
    return Group(children=tuple(nodes), role="cell", label=cell.label or "; ".join(item.text for item in cell.items))
