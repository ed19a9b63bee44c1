"""A row knows its height before it has a place."""

import math
from collections.abc import Callable
from typing import NamedTuple

from journeykit.diagram import Lane
from journeykit.scene import Group, Node, Text
from journeykit.text import Wrapped

from . import ink as faces
from .ink import Ink
from .space import FIRST_BASELINE, LABEL_WIDTH, MARGIN, ROW_MIN

Paint = Callable[[float], list[Node]]


class Row(NamedTuple):
    """One lane within one tier.

    Attributes:
        height: px.
        paint: draws the row when told its top.
        opens: the rule above it separates groups.
        hairlines: the lines between stages run through it.
        joined: no rule parts it from what is above.
    """

    height: float
    paint: Paint
    opens: bool
    hairlines: bool
    joined: bool = False


class RowLabel(NamedTuple):
    """The title of a lane in the gutter, and how to read it."""

    title: Wrapped
    note: Wrapped

    @property
    def height(self) -> float:
        """px that the row needs for it."""
        last = FIRST_BASELINE + (len(self.title.lines) - 1) * faces.STRONG.line
        if self.note.lines:
            last += 16 + (len(self.note.lines) - 1) * faces.SMALL.line
        return last + 10

    def draw(self, top: float, ink: Ink) -> list[Node]:
        """The label of a row at `top`."""
        nodes = ink.lines(MARGIN, top + FIRST_BASELINE, self.title.lines, face=faces.STRONG)
        under = top + FIRST_BASELINE + (len(self.title.lines) - 1) * faces.STRONG.line + 16
        return nodes + ink.lines(MARGIN, under, self.note.lines, face=faces.SMALL)


_LABEL_LINES = 10
_NOTHING = Wrapped(lines=(), cut=False)


def row_label(lane: Lane, ink: Ink) -> RowLabel:
    """The label of a lane, wrapped to the gutter."""
    return RowLabel(
        title=ink.wrap(lane.title, LABEL_WIDTH, faces.STRONG, max_lines=_LABEL_LINES),
        note=ink.wrap(lane.note, LABEL_WIDTH, faces.SMALL, max_lines=_LABEL_LINES) if lane.note else _NOTHING,
    )


def row_height(content: float, label: RowLabel) -> float:
    """The height of a row, px: at least 40, rounded up to 2."""
    return 2 * math.ceil(max(ROW_MIN, content, label.height) / 2 - 1e-6)


def lane_group(lane: Lane, label: list[Node], decor: list[Node], items: list[Node]) -> list[Node]:
    """A row in reading order: its name, its decoration, and the list of what it says."""
    cut = any(isinstance(one, Text) and one.text.endswith("…") for one in label)
    nodes: list[Node] = [Group(children=(*label, *decor), tip=f"{lane.title}. {lane.note}" if cut else "")]
    if items:
        nodes.append(Group(children=tuple(items), role="list", label=lane.title))
    return nodes
