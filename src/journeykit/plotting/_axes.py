"""The Axes to draw into: whether it can hold a plot, on which ground it stands, and how much room it has."""

from math import inf
from typing import TYPE_CHECKING, cast

from attrs import evolve, frozen

from journeykit.errors import ModelError, Problem, shown
from journeykit.renderers import renderer
from journeykit.themes import THEME_NAMES, Palette, contrast, theme

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from journeykit.renderers.matplotlib import MatplotlibRenderer

_PAD = 0.1  # inches
_TEXT, _LINES = 4.5, 3.0  # contrast, to 1


def ink() -> "MatplotlibRenderer":
    """What draws with matplotlib.

    Raises:
        MissingExtraError: matplotlib is not installed.
    """
    return cast("MatplotlibRenderer", renderer("matplotlib"))


def checked_axes(ax: object) -> None:
    """Refuse what is no Axes, and one whose coordinates are not straight or not even.

    Raises:
        ModelError: it is another thing, a polar or three-dimensional Axes, or one with a scale that is not linear.
    """
    from matplotlib.axes import Axes  # noqa: PLC0415  # known to be there by now

    if ax is not None and not isinstance(ax, Axes):
        raise ModelError(Problem("This is no Axes to draw into.", got=shown(ax), expected="an Axes of matplotlib, or None"))
    if isinstance(ax, Axes) and ax.name != "rectilinear":
        message = f"An Axes with the projection {ax.name!r} bends what is drawn into it."
        raise ModelError(Problem(message, got=repr(ax.name), expected="an Axes without a projection, such as figure.subplots()"))
    for axis in (ax.xaxis, ax.yaxis) if isinstance(ax, Axes) else ():
        if (scale := axis.get_scale()) != "linear":
            message = f"The {axis.axis_name} axis has the scale {scale!r}, which stretches what is drawn, or loses it."
            hint = f"ax.set_{axis.axis_name}scale('linear'), or an Axes of its own"
            raise ModelError(Problem(message, got=repr(scale), expected="'linear'", hint=hint))


def new_axes(touchpoints: int, palette: Palette) -> "Axes":
    """An Axes in a figure of its own, both on the ground of the theme."""
    from matplotlib.figure import Figure  # noqa: PLC0415  # known to be there by now

    figure = Figure(figsize=(min(22.0, max(5.0, 1.5 + 1.05 * touchpoints)), 4.4), facecolor=palette.paper)
    figure.set_layout_engine("constrained", w_pad=_PAD, h_pad=_PAD)
    ax = figure.add_subplot(facecolor=palette.paper)
    ax.tick_params(which="both", color=palette.rule2, labelcolor=palette.ink)
    ax.spines[:].set_color(palette.rule2)
    return ax


def ground_of(ax: "Axes") -> str:
    """The colour behind an Axes, `#rrggbb`; where it lets through, that of its figure."""
    figure = ax.get_figure(root=True)
    below = _over(figure.get_facecolor() if figure else "none", (1.0, 1.0, 1.0))
    return _written(_over(ax.get_facecolor() if ax.patch.get_visible() and ax.axison else "none", below))


def ground_of_figure(ax: "Axes") -> str:
    """The colour of the figure around an Axes, `#rrggbb`."""
    figure = ax.get_figure(root=True)
    return _written(_over(figure.get_facecolor() if figure else "none", (1.0, 1.0, 1.0)))


def words_on(ground: str, colour: object, chosen: Palette) -> str | None:
    """The colour for words that cannot be read on a ground in their own; None where they can, or where the user made them invisible."""
    from matplotlib.colors import to_rgba  # noqa: PLC0415  # known to be there by now

    *parts, opacity = to_rgba(colour)  # type: ignore[arg-type]  # a colour of matplotlib's own
    if opacity == 0 or contrast(_written((parts[0], parts[1], parts[2])), ground) >= _LINES:
        return None
    return palette_on(ground, chosen).ink


def palette_on(ground: str, chosen: Palette) -> Palette:
    """The palette whose curves can be seen on a ground: the one that was chosen, else that of a theme that comes along."""
    every = (chosen, *(theme(name).palette for name in THEME_NAMES))
    found = next((one for one in every if _seen(one, ground) >= 1), None) or max(every, key=lambda one: _seen(one, ground))
    return evolve(found, paper=ground)


def _seen(palette: Palette, ground: str) -> float:
    """How far the faintest colour of a plot stands out from its ground, in parts of what it should."""
    faintest = min(contrast(one, ground) for one in (palette.changed, palette.removed, palette.added))
    return min(contrast(palette.ink, ground) / _TEXT, faintest / _LINES)


def _over(colour: object, below: tuple[float, float, float]) -> tuple[float, float, float]:
    from matplotlib.colors import to_rgba  # noqa: PLC0415  # known to be there by now

    *parts, share = to_rgba(colour)  # type: ignore[arg-type]  # a colour of matplotlib's own
    red, green, blue = (share * one + (1 - share) * under for one, under in zip(parts, below, strict=True))
    return red, green, blue


def _written(parts: tuple[float, float, float]) -> str:
    from matplotlib.colors import to_hex  # noqa: PLC0415  # known to be there by now

    return to_hex(parts)


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
    figure = ax.get_figure(root=True)
    if figure is None or figure.get_layout_engine() is not None:
        return Room()
    box, above, below = ax.get_window_extent(), float(figure.bbox.y1), 0.0
    left, right = 0.0, float(figure.bbox.x1)
    for other in (one.get_window_extent() for one in figure.axes if one is not ax):
        if other.x0 < box.x1 and other.x1 > box.x0:
            # Half of it is for the words of the other.
            above = min(above, float(box.y1 + other.y0) / 2) if other.y0 >= box.y1 else above
            below = max(below, float(box.y0 + other.y1) / 2) if other.y1 <= box.y0 else below
        elif other.y0 < box.y1 and other.y1 > box.y0:
            left = max(left, float(other.x1)) if other.x1 <= box.x0 else left
            right = min(right, float(other.x0)) if other.x0 >= box.x1 else right
    edges = (above - float(box.y1), float(box.y0) - below, float(box.x0) - left, right - float(box.x1))
    return Room(*(one / figure.dpi for one in edges))
