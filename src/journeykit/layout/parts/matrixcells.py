"""What stands where a row meets a column."""

from journeykit.diagram import Item, MatrixCell
from journeykit.layout import ink as faces
from journeykit.layout.ink import Ink
from journeykit.layout.marks import draw_mark, middle
from journeykit.layout.space import PAD
from journeykit.layout.statement import BETWEEN, draw_statement, statements
from journeykit.scene import Group, Node, Rect

from .box import Box
from .hatching import hatch

_INSET = 3.0
_APART = 30.0
_DASHES: dict[str, tuple[float, ...]] = {"missing": (4, 3), "removed": (4, 3), "changed": (1, 3)}


def draw_cell(cell: MatrixCell, box: Box, *, ink: Ink, label: str, centred: bool, source: str) -> Group:
    """The cell in its box, as one entry of its row."""
    x, top, width, height = box
    nodes = _ground(cell, box.inset(_INSET), ink=ink)
    if centred:
        nodes += _in_the_middle(cell.items, x + width / 2, top + height / 2 + 4, width, ink=ink)
    else:
        y = top + 11.0
        for one in statements(cell.items, width, ink, None):
            drawn = draw_statement(one, x, y, ink=ink, scale=max(8.0, width - 60.0))
            linked = one.item.href or one.item.tip
            nodes += [Group(children=tuple(drawn), href=one.item.href, tip=one.item.tip)] if linked else drawn
            y += one.height + BETWEEN
    return Group(children=tuple(nodes), role="listitem", label=label, source=source)


def _ground(cell: MatrixCell, box: Box, *, ink: Ink) -> list[Node]:
    x, y, width, height = box
    palette = ink.palette
    match cell.state:
        case "plain":
            return []
        case "strong":
            return [Rect(x=x, y=y, width=width, height=height, fill=palette.wash)]
        case "gap":
            return [hatch(box, stroke=palette.rule2)] if not cell.items else []
        case "missing":
            return [Rect(x=x, y=y, width=width, height=height, stroke=palette.rule2, stroke_width=1.25, dash=_DASHES["missing"])]
        case _:
            colour = ink.tone(cell.state)
            return [Rect(x=x, y=y, width=width, height=height, stroke=colour, stroke_width=2, dash=_DASHES.get(cell.state, ()))]


def _in_the_middle(items: tuple[Item, ...], cx: float, baseline: float, width: float, *, ink: Ink) -> list[Node]:
    """Symbols or short words side by side around the middle of the cell."""
    nodes: list[Node] = []
    apart = min(_APART, (width - 2 * PAD) / max(1, len(items)))
    for at, item in enumerate(items):
        x = cx + (at - (len(items) - 1) / 2) * apart
        if item.mark is not None:
            nodes += draw_mark(item.mark, x - middle(item.mark), baseline, ink)
        else:
            face = faces.STRONG if item.style == "strong" else faces.MUTED if item.style == "muted" else faces.CELL
            room = width - 2 * PAD if len(items) == 1 else apart - 2
            nodes.append(ink.fitted(x, baseline, item.text, room, face=face, anchor="middle"))
    return nodes
