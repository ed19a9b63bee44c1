"""Sentences side by side, the heaviest first and larger."""

from typing import NamedTuple

from journeykit.diagram import Sentences
from journeykit.layout import ink as faces
from journeykit.layout.blocks import Block
from journeykit.layout.ink import Ink
from journeykit.layout.saying import said
from journeykit.layout.sources import Sources
from journeykit.layout.space import MARGIN
from journeykit.scene import Group, Node
from journeykit.text import Line

_LEAST = 300.0
_MOST = 560.0
_GAP = 32.0
_ACROSS = 3
_WANTED = 1032.0
_MOST_LINES = 12


class _Told(NamedTuple):
    text: str
    lines: tuple[Line, ...]
    face: faces.Face
    cut: bool


def sentences_width(part: Sentences, ink: Ink) -> float:
    """px between the margins: three side by side."""
    del part, ink
    return _WANTED


def sentences_blocks(part: Sentences, right: float, ink: Ink, sources: Sources) -> list[Block]:
    """A block for each row of sentences; they are read along the rows."""
    del sources
    room = right - MARGIN
    across = max(1, min(_ACROSS, int((room + _GAP) // (_LEAST + _GAP))))
    width = min(_MOST, (room + _GAP) / across - _GAP)
    pitch = (room + _GAP) / across
    strong = min(part.strong, across)
    told = [_told(one, width, ink, strong=at < strong) for at, one in enumerate(part.sentences)]
    blocks: list[Block] = []
    start = 0
    while start < len(told):
        # A row holds one size of type.
        end = strong if start < strong else start + across
        blocks.append(_row(part.title if not start else "", told[start:end], pitch, ink, room=room))
        start = end
    return blocks


def _told(text: str, width: float, ink: Ink, *, strong: bool) -> _Told:
    face = faces.PANEL if strong else faces.CELL
    found = ink.wrap(text, width, face, max_lines=_MOST_LINES)
    return _Told(text, found.lines, face, found.cut)


def _row(title: str, told: list[_Told], pitch: float, ink: Ink, *, room: float) -> Block:
    over = 24.0 if title else 0.0
    height = max(one.face.line * len(one.lines) for one in told)

    def paint(top: float) -> list[Node]:
        nodes: list[Node] = []
        if title:
            nodes.append(Group(children=(ink.fitted(MARGIN, top + 12, title.upper(), room, face=faces.CAPITALS),)))
        items: list[Node] = []
        for at, one in enumerate(told):
            lines = ink.lines(MARGIN + at * pitch, top + over + one.face.size, one.lines, face=one.face)
            items.append(Group(children=tuple(lines), role="listitem", label=said("", None, one.text), tip=one.text if one.cut else ""))
        return [*nodes, Group(children=tuple(items), role="list", label=title)]

    return Block(height=over + height + 4, paint=paint, gap=24.0 if title or told[0].face is faces.PANEL else 14.0)
