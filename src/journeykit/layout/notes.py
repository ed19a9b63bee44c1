"""Texts in full below the grid, with the numbers under which the grid refers to them."""

from collections.abc import Sequence
from typing import NamedTuple

from journeykit.diagram import NoteList
from journeykit.scene import Group, Node
from journeykit.text import Line

from . import ink as faces
from .blocks import Block
from .ink import Ink
from .saying import said
from .space import GRID_LEFT, LABEL_WIDTH, MARGIN, PAD

_COLUMN = 560.0
_MEASURE = 780.0
_BETWEEN = 6.0
_MOST_LINES = 24
_COLUMN_GAP = 32.0


class _Note(NamedTuple):
    number: str
    text: str
    lines: tuple[Line, ...]


def note_blocks(notes: NoteList, right: float, ink: Ink) -> list[Block]:
    """One block per row of notes; the first carries the title of the list."""
    room = right - GRID_LEFT - PAD
    columns = max(1, min(int((room + _COLUMN_GAP) // (_COLUMN + _COLUMN_GAP)), len(notes.notes)))
    width = (room + _COLUMN_GAP) / columns - _COLUMN_GAP
    number = max((ink.width(one, faces.SMALL_STRONG) for one, _ in notes.notes), default=0.0) + 10
    placed = [
        part for one, text in notes.notes for part in _parts(one, text, ink.wrap(text, min(_MEASURE, width - number), faces.SMALL).lines)
    ]
    out = []
    for at in range(0, len(placed), columns):
        row = placed[at : at + columns]
        out.append(_block(notes.title, row, width + _COLUMN_GAP, number, first=at == 0, ink=ink))
    return out


def _parts(number: str, text: str, lines: tuple[Line, ...]) -> list[_Note]:
    """A note, in several parts where it is too long for a sheet of paper; only the first bears its number."""
    if len(lines) <= _MOST_LINES:
        return [_Note(number=number, text=text, lines=lines)]
    parts = [lines[at : at + _MOST_LINES] for at in range(0, len(lines), _MOST_LINES)]
    return [_Note(number="" if at else number, text=" ".join(line.text for line in part), lines=part) for at, part in enumerate(parts)]


def _block(name: str, row: Sequence[_Note], pitch: float, number: float, *, first: bool, ink: Ink) -> Block:
    title = ink.wrap(name, LABEL_WIDTH, faces.STRONG).lines if first else ()
    height = max(14.0 * max(1, *(len(one.lines) for one in row)), 16.0 * len(title))

    def paint(top: float) -> list[Node]:
        nodes: list[Node] = [Group(children=tuple(ink.lines(MARGIN, top + 11, title, face=faces.STRONG)))] if title else []
        items: list[Node] = []
        for at, one in enumerate(row):
            x = GRID_LEFT + PAD + at * pitch
            children = [
                ink.text(x, top + 11, one.number, face=faces.SMALL_STRONG),
                *ink.lines(x + number, top + 11, one.lines, face=faces.SMALL),
            ]
            items.append(Group(children=tuple(children), role="listitem", label=said(one.number, None, one.text)))
        return [*nodes, Group(children=tuple(items), role="list", label=name)]

    return Block(height=height, paint=paint, gap=20 if first else _BETWEEN)
