"""Rows by columns: heads that wrap, groups of both, and bands where there are more columns than fit side by side."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from journeykit.diagram import Head, Matrix, MatrixCell, MatrixRow
from journeykit.layout import ink as faces
from journeykit.layout.blocks import Block, beside, under
from journeykit.layout.columns import face_of
from journeykit.layout.ink import Face, Ink, drawn, rule
from journeykit.layout.marks import indent_of
from journeykit.layout.saying import NOTHING, said
from journeykit.layout.sources import Sources
from journeykit.layout.space import MARGIN, PAD
from journeykit.layout.statement import BETWEEN, label_of, statements
from journeykit.scene import Anchor, Group, Node, Rect
from journeykit.text import longest_run

from .box import Box
from .matrixcells import draw_cell

_HEADS = (120.0, 264.0)
_CENTRED = (76.0, 132.0)
_WORDS = (128.0, 264.0)
_IDEAL = 188.0
_WIDEST = 560.0
_WIDEST_HEAD = 420.0
_MOST_ROOM = 1904.0 - 2 * MARGIN
_TOP = 10.0
_GROUP = 30.0
_BETWEEN_BANDS = 36.0
_BEFORE_CELLS = 4.0


class _Band(NamedTuple):
    """Columns side by side: their places in the matrix, left edges and the right edge of the last, px."""

    columns: tuple[int, ...]
    lefts: tuple[float, ...]
    right: float


def matrix_width(matrix: Matrix, ink: Ink) -> float:
    """px between the margins."""
    return min(_MOST_ROOM, _head_width(matrix, ink) + sum(_widths(matrix, ink)))


def matrix_blocks(matrix: Matrix, right: float, ink: Ink, sources: Sources) -> list[Block]:
    """A block for each row, the first of a band under the heads of its columns; on a new page the heads stand above again."""
    head_width, widths = _head_width(matrix, ink), _widths(matrix, ink)
    if matrix.wide:
        head_width, widths = _over_the_page(matrix, head_width, widths, right - MARGIN, ink=ink)
    left = MARGIN + head_width
    bands = _bands(widths, left, right)
    out: list[Block] = []
    for at, band in enumerate(bands):
        head = _head(matrix, band, ink, titled=at == 0)
        again = head if at or not matrix.title else _head(matrix, band, ink, titled=False)
        first = True
        for row, group in _grouped(matrix.rows):
            block = _row(matrix, row, band, ink, sources, group=group)
            out.append(under(head, block, gap=_BETWEEN_BANDS if at else 24.0) if first else block._replace(head=again))
            first = False
        if first:
            out.append(head._replace(gap=24.0))
    return out


def _grouped(rows: Sequence[MatrixRow]) -> Iterator[tuple[MatrixRow, str]]:
    """Each row, the first of a group with its name."""
    for name, held in groupby(rows, key=lambda one: one.head.group):
        for at, row in enumerate(held):
            yield row, name if at == 0 else ""


# ------------------------------------------------------------------------------------------------------------ widths
def _word(text: str, face: Face, ink: Ink) -> float:
    return longest_run(drawn(text), face.size, weight=face.weight, measurer=ink.measurer) if text else 0.0


def _head_width(matrix: Matrix, ink: Ink) -> float:
    """px of the row heads: as wide as the widest, up to a limit behind which they wrap."""
    widest = max((ink.width(text, faces.STRONG) for one in matrix.rows for text in (one.head.title, one.head.detail)), default=0.0)
    return min(max(_HEADS[0], widest + 2 * PAD, ink.width(matrix.corner, faces.STRONG) + PAD), _HEADS[1])


def _widths(matrix: Matrix, ink: Ink) -> list[float]:
    least, most = _CENTRED if matrix.centred else _WORDS
    ideal = least if matrix.centred or matrix.wide else _IDEAL
    out: list[float] = []
    for at, head in enumerate(matrix.columns):
        width = max(_word(head.title, faces.STRONG, ink), _word(head.detail, faces.SMALL, ink)) + 2 * PAD
        for row in matrix.rows:
            for item in row.cells[at].items:
                width = max(width, _word(item.text, face_of(item), ink) + indent_of(item) + PAD)
                if matrix.wide:
                    width = max(width, min(_WIDEST, ink.width(item.text, face_of(item)) + indent_of(item) + 2 * PAD))
        out.append(min(_WIDEST if matrix.wide else most, max(ideal, width)))
    return out


def _over_the_page(matrix: Matrix, head: float, widths: list[float], room: float, *, ink: Ink) -> tuple[float, list[float]]:
    """Heads and columns as wide as the page, where they are narrower: heads first, so that they need not wrap."""
    spare = room - head - sum(widths)
    if spare <= 0 or not widths:
        return head, widths
    unbroken = max((ink.width(one.head.title, faces.STRONG) for one in matrix.rows), default=0.0) + 2 * PAD
    grown = max(head, min(unbroken, head + spare, _WIDEST_HEAD))
    share = (room - grown) / sum(widths)
    return grown, [one * share for one in widths]


def _bands(widths: Sequence[float], left: float, right: float) -> list[_Band]:
    """Columns broken into bands that fit, then of one width where there is room."""
    room = right - left
    held: list[list[int]] = [[]]
    taken = 0.0
    for at, width in enumerate(widths):
        if held[-1] and taken + width > room + 0.01:
            held.append([])
            taken = 0.0
        held[-1].append(at)
        taken += width
    grown = 1.0 if len(held) > 1 or not widths else min(1.25, max(1.0, room / max(1.0, sum(widths))))
    bands = []
    for columns in held:
        lefts, x = [], left
        for at in columns:
            lefts.append(x)
            x += min(room, widths[at] * grown)
        bands.append(_Band(columns=tuple(columns), lefts=tuple(lefts), right=x))
    return bands


def _side(band: _Band) -> float:
    """Where the heads of rows end, px."""
    return (band.lefts[0] if band.lefts else 240.0) - _BEFORE_CELLS


def _edges(band: _Band) -> Iterator[tuple[int, float, float]]:
    """Column, left edge, width."""
    for column, left, after in zip(band.columns, band.lefts, (*band.lefts[1:], band.right)[: len(band.columns)], strict=True):
        yield column, left, after - left


# ------------------------------------------------------------------------------------------------------------- heads
def _head(matrix: Matrix, band: _Band, ink: Ink, *, titled: bool) -> Block:
    title = ink.wrap(matrix.title, 720, faces.PANEL).lines if titled and matrix.title else ()
    note = ink.wrap(matrix.note, 720, faces.SMALL).lines if titled and matrix.note else ()
    grouped = any(matrix.columns[at].group for at in band.columns)
    cells = [
        (matrix.columns[at], x, width, ink.wrap(matrix.columns[at].title, width - 2 * PAD, faces.STRONG).lines,
         ink.wrap(matrix.columns[at].detail, width - 2 * PAD, faces.SMALL).lines if matrix.columns[at].detail else ())
        for at, x, width in _edges(band)
    ]  # fmt: skip
    over = 18.0 * len(title) + 14.0 * len(note) + (10.0 if title or note else 0.0)
    names = max((16.0 * len(lines) + 14.0 * len(detail) for _, _, _, lines, detail in cells), default=16.0)
    group_height = _GROUP if grouped else 0.0
    height = over + group_height + names + 14.0

    def paint(top: float) -> list[Node]:
        nodes: list[Node] = []
        if title or note:
            words = [
                *ink.lines(MARGIN, top + 13, title, face=faces.PANEL),
                *ink.lines(MARGIN, top + 12 + 18 * len(title), note, face=faces.SMALL),
            ]
            nodes.append(Group(children=tuple(words), role="group", label=said("", None, matrix.title, matrix.note)))
        y = top + over
        if grouped:
            nodes += _column_groups(matrix, band, y, ink)
        bottom = top + height
        if matrix.corner:
            nodes.append(
                ink.fitted(MARGIN, bottom - 12, matrix.corner, band.lefts[0] - MARGIN - PAD if band.lefts else 240.0, face=faces.STRONG)
            )
        for head, x, width, lines, detail in cells:
            first = bottom - 12 - 16 * (len(lines) - 1) - 14 * len(detail)
            middle = x + width / 2 if matrix.centred else x + PAD
            anchor: Anchor = "middle" if matrix.centred else "start"
            words = [
                *ink.lines(middle, first, lines, face=faces.STRONG, anchor=anchor),
                *ink.lines(middle, bottom - 12 - 14 * (len(detail) - 1), detail, face=faces.SMALL, anchor=anchor),
            ]
            nodes.append(Group(children=tuple(words), tip=head.tip, href=head.href))
        nodes.append(rule(MARGIN, bottom, band.right, bottom, stroke=ink.palette.ink))
        return nodes

    return Block(height=height, paint=paint, labels=beside(_side(band), over, height))


def _column_groups(matrix: Matrix, band: _Band, top: float, ink: Ink) -> list[Node]:
    """Names over neighbours of one group, each in a band of its own like the stages of a map."""
    nodes: list[Node] = []
    for name, held in groupby(_edges(band), key=lambda one: matrix.columns[one[0]].group):
        places = list(held)
        if not name:
            continue
        x, width = places[0][1], places[-1][1] + places[-1][2] - places[0][1]
        nodes += [
            Rect(x=x, y=top, width=width - 6, height=_GROUP - 6, fill=ink.palette.wash),
            Rect(x=x, y=top, width=4, height=_GROUP - 6, fill=ink.palette.ink),
            ink.fitted(x + PAD, top + 16, name, width - 6 - 1.5 * PAD, face=faces.STRONG),
        ]
    return nodes


# -------------------------------------------------------------------------------------------------------------- rows
def _row(matrix: Matrix, row: MatrixRow, band: _Band, ink: Ink, sources: Sources, *, group: str) -> Block:  # noqa: PLR0917  # a row is where all of them meet
    room = (band.lefts[0] if band.lefts else 240.0) - MARGIN - PAD
    title = ink.wrap(row.head.title, room, faces.STRONG).lines
    detail = ink.wrap(row.head.detail, room, faces.SMALL).lines if row.head.detail else ()
    over = _GROUP if group else 0.0
    height = max([16.0 * len(title) + 14.0 * len(detail), *(_height(row.cells[at], width, ink, matrix) for at, _, width in _edges(band))])
    height = max(height + 2 * _TOP - 2, 32.0)

    def paint(top: float) -> list[Node]:
        nodes: list[Node] = []
        if group:
            nodes += _row_group(group, top, band.right, ink)
        y = top + over
        words = [
            *ink.lines(MARGIN, y + _TOP + 9, title, face=faces.STRONG),
            *ink.lines(MARGIN, y + _TOP + 9 + 16 * len(title) - 1, detail, face=faces.SMALL),
        ]
        nodes.append(Group(children=tuple(words), tip=row.head.tip, href=row.head.href, source=sources.claim(row.head.source)))
        items = [
            draw_cell(row.cells[at], Box(x, y, width, height), ink=ink, label=_said(matrix.columns[at], row.cells[at]), centred=matrix.centred,
                      source=sources.claim(row.cells[at].source))
            for at, x, width in _edges(band)
            if row.cells[at].items or row.cells[at].state != "plain"
        ]  # fmt: skip
        name = said(group, None, row.head.title, row.head.detail)
        nodes.append(Group(children=tuple(items) or (Group(children=(), role="listitem", label=NOTHING),), role="list", label=name))
        nodes.append(rule(MARGIN, y + height, band.right, y + height, stroke=ink.palette.rule))
        return nodes

    labels = beside(_side(band), over, over + height)
    if group:
        wide = MARGIN + 2 * PAD + min(ink.width(group, faces.STRONG), band.right - MARGIN - 2 * PAD)
        labels = (*beside(max(_side(band), wide), 0.0, over), *labels)
    return Block(height=over + height, paint=paint, gap=6.0 if group else 0.0, labels=labels)


def _row_group(name: str, top: float, right: float, ink: Ink) -> list[Node]:
    return [
        Rect(x=MARGIN, y=top, width=right - MARGIN, height=_GROUP - 6, fill=ink.palette.wash),
        Rect(x=MARGIN, y=top, width=4, height=_GROUP - 6, fill=ink.palette.ink),
        ink.fitted(MARGIN + PAD, top + 16, name, right - MARGIN - 2 * PAD, face=faces.STRONG),
    ]


def _said(head: Head, cell: MatrixCell) -> str:
    words = cell.label or "; ".join(label_of("", item) for item in cell.items)
    return f"{head.title}: {words or NOTHING}"


def _height(cell: MatrixCell, width: float, ink: Ink, matrix: Matrix) -> float:
    if matrix.centred:
        return 16.0
    held = statements(cell.items, width, ink, None)
    return sum(one.height for one in held) + BETWEEN * max(0, len(held) - 1)
