"""How much room an Axes has, itself and around it, in inches."""

from math import inf
from typing import TYPE_CHECKING, cast

from attrs import frozen

from ._axes import shown_x

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.gridspec import SubplotSpec


def settle(ax: "Axes") -> None:
    """Let the layout of the figure find the size of an Axes, where it has one that does."""
    figure = ax.get_figure(root=True)
    if figure is not None and (layout := figure.get_layout_engine()) is not None:
        layout.execute(figure)


def size_of(ax: "Axes") -> tuple[float, float]:
    """Width and height, inches."""
    box, figure = ax.get_window_extent(), ax.get_figure(root=True)
    dpi = figure.dpi if figure else 100.0
    return float(box.width) / dpi, float(box.height) / dpi


@frozen
class Room:
    """Inches around an Axes up to the edge of the figure, or on the way to the next one; without end where a layout makes room."""

    above: float = inf
    below: float = inf
    left: float = inf
    right: float = inf


def room_around(ax: "Axes") -> Room:
    """What an Axes may fill with words."""
    root, sheet = ax.get_figure(root=True), ax.get_figure(root=False)
    if root is None or sheet is None or root.get_layout_engine() is not None:
        return Room()
    box, above, below = ax.get_window_extent(), float(sheet.bbox.y1), float(sheet.bbox.y0)
    left, right = float(sheet.bbox.x0), float(sheet.bbox.x1)
    for one in root.axes:
        other = one.get_window_extent()
        if other.x0 < box.x1 and other.x1 > box.x0:
            # Half of it is for the words of the other.
            above = min(above, float(box.y1 + other.y0) / 2) if other.y0 >= box.y1 else above
            below = max(below, float(box.y0 + other.y1) / 2) if other.y1 <= box.y0 else below
        elif other.y0 < box.y1 and other.y1 > box.y0:
            words = one.yaxis.get_tightbbox() or other
            left = max(left, float(max(other.x1, words.x1))) if other.x1 <= box.x0 else left
            right = min(right, float(min(other.x0, words.x0))) if other.x0 >= box.x1 else right
    edges = (above - float(box.y1), float(box.y0) - below, float(box.x0) - left, right - float(box.x1))
    return Room(*(one / root.dpi for one in edges))


def cell_of(ax: "Axes") -> float:
    """The height that an Axes has with all its words, as far as its grid says it, inches: the same for the first and the last in a grid."""
    root, sheet, spec = ax.get_figure(root=True), ax.get_figure(root=False), ax.get_subplotspec()
    if root is None or sheet is None or spec is None:
        return 1.3 * size_of(ax)[1]
    outer = spec.get_topmost_subplotspec()
    return _share(spec) * (_share(outer) if outer is not spec else 1.0) * float(sheet.bbox.height) / root.dpi


def words_beside(ax: "Axes") -> float:
    """Inches above and below an Axes that its words take."""
    root, box, found = ax.get_figure(root=True), ax.get_window_extent(), ax.get_tightbbox()
    axis = shown_x(ax).xaxis.get_tightbbox()
    below = min(float(one.y0) for one in (box, found, axis) if one is not None)
    above = max(float(one.y1) for one in (box, found) if one is not None)
    return (above - below - float(box.height)) / (root.dpi if root else 100.0)


def _share(spec: "SubplotSpec") -> float:
    """Which part of the height of its grid a cell takes."""
    heights = [float(one) for one in cast("Sequence[float]", spec.get_gridspec().get_height_ratios())]
    return sum(heights[spec.rowspan.start : spec.rowspan.stop]) / sum(heights)
