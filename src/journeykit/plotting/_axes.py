"""The Axes to draw into: whether it can hold a plot, and on which ground it stands."""

from typing import TYPE_CHECKING, Any, cast

from attrs import evolve

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


def checked_axes(ax: object, *, twins: bool = False) -> None:
    """Refuse what is no Axes, and one whose coordinates are not straight, not even, or not its own.

    Args:
        ax: where to draw, or None.
        twins: it may share its x axis with what stands at its very place, as after `ax.twinx()`.

    Raises:
        ModelError: it is another thing, a polar or three-dimensional Axes, one with a scale that is not linear, or one that shares an axis.
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
    if isinstance(ax, Axes):
        _refuse_sharing(ax, twins=twins)


def _refuse_sharing(ax: "Axes", *, twins: bool) -> None:
    """Limits and ticks that are set here would be set there too: what stands there, or is drawn later, would be cut and get words of others."""
    allowed = [ax, *(twins_of(ax) if twins else ())]
    for name, shared in (("x", ax.get_shared_x_axes()), ("y", ax.get_shared_y_axes())):
        others = [one for one in shared.get_siblings(ax) if one not in (allowed if name == "x" else [ax])]
        if others:
            message = f"The {name} axis of this Axes is shared: its limits and ticks would cut and rename what other Axes show."
            hint = f"figure.subplots() without share{name}"
            hint += f"; a chart of the same touchpoints shares afterwards, chart.share{name}(ax)" if twins else ", and no twin"
            raise ModelError(Problem(message, got=f"shared with {len(others)} more", expected="an Axes with axes of its own", hint=hint))


def twins_of(ax: "Axes") -> list["Axes"]:
    """What shares the x axis of an Axes and stands at its very place, as after `ax.twinx()`."""
    place = _place_of(ax)
    found: list[Axes] = ax.get_shared_x_axes().get_siblings(ax)
    return [one for one in found if one is not ax and _place_of(one) == place]


def _place_of(ax: "Axes") -> object:
    """Its cell of a grid: a layout moves the Axes of one cell one after the other."""
    return ax.get_subplotspec() or ax.get_position(original=True).bounds


def shown_x(ax: "Axes") -> "Axes":
    """The one that shows the x axis: an Axes itself, or its twin."""
    return next((one for one in (ax, *twins_of(ax)) if one.xaxis.get_visible()), ax)


def new_axes(touchpoints: int, column: float, palette: Palette) -> "Axes":
    """An Axes in a figure of its own, both on the ground of the theme; `column`: inches for each touchpoint."""
    from matplotlib.figure import Figure  # noqa: PLC0415  # known to be there by now

    figure = Figure(figsize=(min(22.0, max(5.0, 1.5 + column * touchpoints)), 4.4), facecolor=palette.paper)
    figure.set_layout_engine("constrained", w_pad=_PAD, h_pad=_PAD)
    ax = figure.add_subplot(facecolor=palette.paper)
    ax.tick_params(which="both", color=palette.rule2, labelcolor=palette.ink)
    ax.spines[:].set_color(palette.rule2)
    return ax


def ground_of(ax: "Axes") -> str:
    """The colour behind an Axes, `#rrggbb`; where it lets through, that of its twin, and of its figure."""
    colour = _around(ax)
    for one in (*twins_of(ax), ax):
        if one.patch.get_visible() and one.axison:
            colour = _over(one.get_facecolor(), colour)
    return _written(colour)


def ground_of_figure(ax: "Axes") -> str:
    """The colour of the figure around an Axes, `#rrggbb`; where that is a part of another and lets through, of this."""
    return _written(_around(ax))


def _around(ax: "Axes") -> tuple[float, float, float]:
    sheets: list[Any] = []
    sheet: Any = ax.get_figure(root=False)
    while sheet is not None and sheet not in sheets:  # the outermost figure is its own
        sheets.append(sheet)
        sheet = sheet.get_figure(root=False)
    colour = (1.0, 1.0, 1.0)
    for one in reversed(sheets):
        colour = _over(one.get_facecolor() if one.patch.get_visible() else "none", colour)
    return colour


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
