"""The scale from -2 to +2 beside a row: lines, faces and words."""

from typing import NamedTuple

from journeykit.scene import Group, Node

from . import ink as faces
from .ink import Ink, rule
from .rows import RowLabel
from .space import GRID_LEFT, GUTTER, MARGIN
from .symbols import face

ABOVE = 80.0
BELOW = 66.0
# Where no reading has a reason, a value needs less.
ABOVE_BARE = 48.0
BELOW_BARE = 54.0
STEP = 46.0
STEP_IN_TIERS = 36.0
# Sheets may bring the levels closer together, down to the least at which they are told apart.
STEPS_ON_PAPER = (36.0, 28.0)


class Scale(NamedTuple):
    """Where the levels lie within a row; px from its top.

    Attributes:
        zero: of the level 0. step: between two levels. height: of the row.
    """

    zero: float
    step: float
    height: float

    def y(self, top: float, value: float) -> float:
        """y of a value in a row at `top`, px."""
        return top + self.zero - value * self.step


def scale_of(label: RowLabel, *, step: float, above: float, below: float) -> Scale:
    """A scale under a label: the label never stands beside the highest level."""
    above = max(above, label.height + 6)
    return Scale(zero=above + 2 * step, step=step, height=above + 4 * step + below)


def draw_axis(scale: Scale, words: tuple[str, ...], top: float, right: float, *, ink: Ink) -> list[Node]:
    """The five levels, the middle one dashed; words right-aligned, then the face."""
    palette = ink.palette
    nodes: list[Node] = []
    for level in (2, 1, 0, -1, -2):
        y = scale.y(top, level)
        colour, dash = (palette.rule2, (4.0, 3.0)) if level == 0 else (palette.rule, ())
        nodes.append(rule(GRID_LEFT, y, right, y, stroke=colour, dash=dash))
        nodes.append(Group(children=tuple(face(GRID_LEFT - 14, y, level, palette.valence[level + 2]))))
        if word := words[level + 2]:
            nodes.append(ink.fitted(MARGIN + GUTTER - 30, y + 4, word, GUTTER - 32, face=faces.SMALL, anchor="end"))
    return nodes
