"""Small multiples of curves: the same two scales in every panel, axis words once a row."""

from collections.abc import Sequence

from journeykit.diagram import CurvePanel, CurvePanels
from journeykit.layout import ink as faces
from journeykit.layout.blocks import Block, beside
from journeykit.layout.ink import Ink
from journeykit.layout.sources import Sources
from journeykit.layout.space import GRID_LEFT, GUTTER, LABEL_WIDTH, MARGIN, PAGE_MIN
from journeykit.layout.symbols import face
from journeykit.scene import Group, Node
from journeykit.text import Line

from .curvepanel import ABOVE, STEP, Panel, panel_of

_MOST = 3
_GAP = 36.0
_LEAST = 236.0
_IDEAL = 330.0
_PITCH = 26.0
_WIDEST = (1700.0, 900.0, 620.0)


def panels_width(part: CurvePanels, ink: Ink) -> float:
    """px between the margins: panels as wide as their touchpoints need, three side by side at most."""
    del ink
    count = max(1, min(_MOST, len(part.panels)))
    wide = max(_IDEAL, min(_WIDEST[count - 1], _PITCH * _columns(part)))
    return max(PAGE_MIN - 2 * MARGIN, GUTTER + count * wide + (count - 1) * _GAP)


def panels_blocks(part: CurvePanels, right: float, ink: Ink, sources: Sources) -> list[Block]:
    """A block for each row of panels; the first carries the title."""
    room = right - GRID_LEFT
    count = max(1, min(_MOST, len(part.panels), int((room + _GAP) // (_LEAST + _GAP))))
    # Rows of equal length: four panels are two and two.
    count = -(-len(part.panels) // -(-len(part.panels) // count)) if part.panels else 1
    width = (room + _GAP) / count - _GAP
    columns = _columns(part)
    made = [panel_of(one, width, columns, ink) for one in part.panels]
    rows = [made[at : at + count] for at in range(0, len(made), count)]
    return [_block(part, row, width, first=at == 0, ink=ink, sources=sources) for at, row in enumerate(rows)]


def _columns(part: CurvePanels) -> int:
    return max((one.count for one in part.panels), default=1) or 1


def _block(part: CurvePanels, row: Sequence[Panel], width: float, *, first: bool, ink: Ink, sources: Sources) -> Block:
    title = ink.wrap(part.title, LABEL_WIDTH, faces.STRONG, max_lines=4).lines if first else ()
    note = ink.wrap(part.note, LABEL_WIDTH, faces.SMALL, max_lines=8).lines if first and part.note else ()
    label = 20 + 16 * len(title) + 14 * len(note)
    # The highest level of the scale stands below the label in the gutter.
    head = max(*(one.head for one in row), label - ABOVE + 8 if first else 0.0)
    height = max(head + one.below for one in row)

    def paint(top: float) -> list[Node]:
        nodes: list[Node] = [Group(children=tuple(_label(title, note, top, ink)))] if first else []
        nodes.append(Group(children=tuple(_axis(part.axis, top + head, ink))))
        for at, one in enumerate(row):
            nodes += one.paint(GRID_LEFT + at * (width + _GAP), top, top + head, sources)
        return nodes

    return Block(height=height, paint=paint, gap=32 if first else 36, labels=beside(GRID_LEFT - 4, 0.0, height))


def _label(title: tuple[Line, ...], note: tuple[Line, ...], top: float, ink: Ink) -> list[Node]:
    nodes = ink.lines(MARGIN, top + 20, title, face=faces.STRONG)
    return nodes + ink.lines(MARGIN, top + 20 + 16 * len(title), note, face=faces.SMALL)


def _axis(words: tuple[str, ...], top: float, ink: Ink) -> list[Node]:
    """The five levels in the gutter: a word and a face."""
    nodes: list[Node] = []
    for level in (2, 1, 0, -1, -2):
        y = top + ABOVE + (2 - level) * STEP
        nodes.append(Group(children=tuple(face(GRID_LEFT - 14, y, level, ink.palette.valence[level + 2]))))
        if word := words[level + 2]:
            nodes.append(ink.fitted(MARGIN + GUTTER - 30, y + 4, word, GUTTER - 32, face=faces.SMALL, anchor="end"))
    return nodes


__all__ = ["CurvePanel", "panels_blocks", "panels_width"]
