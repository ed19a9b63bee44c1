"""matplotlib Axes in and out: a whole picture in an Axes, and emotion curves as lines that a chart can go on with.

Neither pyplot nor rcParams are touched, and no title is read as mathematics. matplotlib is loaded with the first call.
"""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from importlib import import_module
from io import BytesIO, StringIO
from itertools import groupby, pairwise
from math import nan
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from attrs import frozen

from journeykit.arguments import door
from journeykit.documents import write_file
from journeykit.errors import ModelError, Problem, RenderError, UnknownNameError, shown
from journeykit.measure import EmotionCurve, Felt, Reading, emotion_curve
from journeykit.model import Journey, Portfolio
from journeykit.pipeline import diagram_of, scene_of
from journeykit.renderers import renderer
from journeykit.text import DEFAULT_MEASURER, clean, is_rtl, wrap
from journeykit.themes import Palette, Theme
from journeykit.themes import theme as theme_named
from journeykit.views import Words, words_for

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from journeykit.renderers.matplotlib import MatplotlibRenderer

__all__ = ["plot", "plot_emotions", "save_figure"]

Basis = Literal["measured", "derived", "assumed", "intended"]
_BASES: dict[str, Basis] = {
    "measured": "measured", "reported": "measured", "observed": "measured", "derived": "derived", "assumed": "assumed",
    "illustrative": "assumed", "intended": "intended",
}  # fmt: skip
_WEAKEST: tuple[Basis, ...] = ("measured", "derived", "assumed", "intended")
_LINES: dict[Basis, Any] = {"measured": "-", "derived": (0, (5, 1.5)), "assumed": (0, (1.5, 1.5)), "intended": (0, (5, 1.5, 1, 1.5))}
_MOST = 4  # curves in one plot: more cannot be told apart
_SIZE = 8.5  # points, of titles below the axis
_LEAST_COLUMN = 0.55  # inches; below it numbers stand for the titles
_INCH = 96  # px
_LTR = "\N{LEFT-TO-RIGHT MARK}"  # or a sign would change sides


@door
def plot(
    what: "Journey | Portfolio | Any",
    ax: "Axes | None" = None,
    *,
    view: str | None = None,
    journey: str | int | None = None,
    theme: Theme | str = "default",
    language: str | None = None,
    font_files: Sequence[str | Path] = (),
    **options: Any,
) -> "Axes":
    """Draw any view into an Axes: the same picture that `render` gives.

    The picture follows the size of its Axes, and its text stays text in PDF. The Axes loses ticks and frame; it counts in px of the picture, y down.

    Args:
        what: as for `render`.
        ax: where to draw; None is a new figure of the picture's size, which is `plot(...).figure`.
        view: what to show; by default what `render` shows.
        journey: id or position, for a portfolio of several.
        theme: a name or a `Theme`.
        language: BCP 47, of the words that are not the journey's own.
        font_files: the user's font files, the preferred first.
        options: further options of the view, such as `lanes` and `detail`.

    Returns:
        The Axes: `plot(...).figure.savefig("map.pdf")`.

    Raises:
        MissingExtraError: matplotlib is not installed.
        RenderError: a letter is in no font, or the picture has several pages.
        UnknownNameError: there is no such view, journey, theme or option.
    """
    ink = _ink()
    _checked_axes(ax)
    diagram = diagram_of(what, view=view, journey=journey, language=language, **options)
    scene = scene_of(diagram, theme=theme)
    if len(scene.pages) != 1:
        message = f"The picture has {len(scene.pages)} pages, and an Axes holds one."
        raise RenderError(Problem(message, hint="detail='summary' shows it on one; render() writes all pages"))
    return ink.draw(scene, 0, ax, font_files=tuple(Path(one) for one in font_files))


@door
def plot_emotions(
    what: "Journey | Portfolio | Sequence[Journey]",
    ax: "Axes | None" = None,
    *,
    perspective: str = "customer",
    kind: Felt | None = None,
    theme: Theme | str = "default",
    language: str | None = None,
) -> "Axes":
    r"""Plot emotion curves as lines in data coordinates: x is the touchpoint, from 1; y the valence, from -2 to +2.

    A touchpoint without a reading is a gap in the line. Solid, dashed and dotted lines say how a reading is known, after the weaker of both ends;
    so do filled, hollow and small markers. Each series is one colour. What is not felt (intended, illustrative) is never mixed with what is.

    Args:
        what: a journey, several, or a portfolio: one curve for each journey, at most four.
        ax: where to plot; None is a new figure. Limits, ticks and legend are set, all else stays as it is.
        perspective: whose view.
        kind: felt, intended or illustrative; None: felt where there is any.
        theme: a name or a `Theme`, for the colours.
        language: BCP 47, of the words that are not the journeys' own.

    Returns:
        The Axes. Its lines have the journey's title as label, or `_nolegend_` where they only say how something is known.

    Raises:
        MissingExtraError: matplotlib is not installed.
        ModelError: there is no journey, or there are more than four.

    Example:
        >>> from journeykit.model import Stage, Touchpoint
        >>> steps = [Touchpoint("Asks", emotion=1), Touchpoint("Waits"), Touchpoint("Pays", emotion=-2)]
        >>> ax = plot_emotions(Journey("I buy", stages=[Stage("Deal", steps)]))
        >>> [tick.get_text() for tick in ax.get_xticklabels()]
        ['1\nAsks', '2\nWaits', '3\nPays']
    """
    _ink()
    _checked_axes(ax)
    journeys = _journeys(what)
    words = words_for(language or journeys[0].language)
    palette = (theme_named(theme) if isinstance(theme, str) else theme).palette
    if perspective not in words.views:
        raise UnknownNameError.of("perspective", perspective, tuple(words.views))
    longest = max(len(one.touchpoints) for one in journeys)
    ax = ax if ax is not None else _new_axes(longest)
    colours = (palette.ink, palette.changed, palette.removed, palette.added)
    _ground(ax, longest, palette)
    bases: set[Basis] = set()
    titles: list[str] = []
    for one, colour in zip(journeys, colours, strict=False):
        curve = emotion_curve(one, perspective=perspective, kind=kind)
        title = clean(one.title) if curve.points else f"{clean(one.title)} ({words.gap})"
        bases |= _curve(ax, curve, _Style(colour, palette, title), value_words=len(journeys) == 1)
        titles.append(title)
        if len(journeys) == 1:
            _gaps(ax, curve, longest, word=words.gap, palette=palette)
    _ticks(ax, journeys, longest, words)
    _legend(ax, titles, colours, bases=bases, words=words, palette=palette)
    return ax


@door
def save_figure(figure: "Figure | Any", path: "str | Path") -> Path:
    """Save a figure of matplotlib so that the same figure gives the same bytes: PNG, PDF or SVG, by the ending.

    matplotlib writes the time of the day into PDF and SVG, and ids made by chance into SVG; this does not, and leaves rcParams alone.

    Args:
        figure: with maps, curves and whatever else is in it.
        path: where to; written whole or not at all.

    Raises:
        RenderError: the ending is another one.
    """
    _ink()
    target = Path(path)
    match target.suffix.lower():
        case ".png":
            data = _saved(figure, "png", {"Software": None})
        case ".pdf":
            data = _saved(figure, "pdf", {"CreationDate": None})
        case ".svg":
            data = _svg(figure)
        case other:
            raise RenderError(Problem(f"A figure is not saved as {shown(other)}.", expected="one of '.png', '.pdf', '.svg'"))
    write_file(target, data)
    return target


def _ink() -> "MatplotlibRenderer":
    return cast("MatplotlibRenderer", renderer("matplotlib"))


def _checked_axes(ax: object) -> None:
    from matplotlib.axes import Axes  # noqa: PLC0415  # known to be there by now

    if ax is not None and not isinstance(ax, Axes):
        raise ModelError(Problem("This is no Axes to draw into.", got=shown(ax), expected="an Axes of matplotlib, or None"))


def _journeys(what: Journey | Portfolio | Sequence[Journey]) -> tuple[Journey, ...]:
    found = (what,) if isinstance(what, Journey) else tuple(what.journeys) if isinstance(what, Portfolio) else tuple(what)
    if not found:
        raise ModelError(Problem("There is no journey to plot."))
    if len(found) > _MOST:
        message = f"{len(found)} curves in one plot cannot be told apart."
        raise ModelError(Problem(message, expected=f"at most {_MOST} journeys", hint="give each its own Axes: plot_emotions(journey, ax)"))
    return found


def _new_axes(touchpoints: int) -> "Axes":
    from matplotlib.figure import Figure  # noqa: PLC0415  # known to be there by now

    figure = Figure(figsize=(min(22.0, max(5.0, 1.5 + 1.05 * touchpoints)), 4.4), layout="constrained")
    return figure.add_subplot()


@frozen
class _Style:
    """How one series looks, and what it is called."""

    colour: str
    palette: Palette
    label: str


def _ground(ax: "Axes", touchpoints: int, palette: Palette) -> None:
    """Levels and the line of neutral feeling, below all else."""
    ax.set(xlim=(0.4, touchpoints + 0.6), ylim=(-2.7, 2.5))
    for level in (-2, -1, 1, 2):
        ax.axhline(level, color=palette.rule, linewidth=0.8, zorder=0.5)
    ax.axhline(0, color=palette.rule2, linewidth=0.8, linestyle=(0, (4, 3)), zorder=0.6)
    for side in ("top", "right"):
        ax.spines[side].set_visible(False)


def _curve(ax: "Axes", curve: EmotionCurve, style: _Style, *, value_words: bool) -> set[Basis]:
    """The lines of one series, its markers, spreads and values; gives how its readings are known."""
    found: set[Basis] = {_weakest(one) for one in curve.points}
    label = style.label
    for basis in _WEAKEST:
        xs, ys = _runs(curve.points, basis)
        if xs:
            thin = basis in {"assumed", "intended"}
            ax.plot(xs, ys, color=style.colour, linestyle=_LINES[basis], linewidth=1.2 if thin else 2.0, label=label, zorder=2)
            label = "_nolegend_"
    for one in curve.points:
        if one.spread:
            ends = (one.valence - one.spread / 2, one.valence + one.spread / 2)
            ax.plot((one.x + 1, one.x + 1), ends, color=style.palette.rule2, linewidth=1.2, label="_nolegend_", zorder=1.9)
    for basis in sorted(found):
        here = [one for one in curve.points if _weakest(one) == basis]
        ax.plot(
            [one.x + 1 for one in here], [one.valence for one in here], linestyle="none", label=label, zorder=3, **_marker(basis, style)
        )  # fmt: skip
        label = "_nolegend_"
    for before, one, after in zip((None, *curve.points), curve.points, (*curve.points[1:], None), strict=False):
        if value_words:
            _value(ax, one, before, after, ink=style.palette.ink)
    return found


def _gaps(ax: "Axes", curve: EmotionCurve, touchpoints: int, *, word: str, palette: Palette) -> None:
    """A bar and a word below touchpoints without a reading; not at the neutral line, where it would read as neutral."""
    seen = {one.index for one in curve.points}
    for lacks, places in groupby(range(touchpoints), key=lambda at: at not in seen):
        if lacks:
            found = [*places]
            ax.plot((found[0] + 0.7, found[-1] + 1.3), (-2.3, -2.3), color=palette.rule2, linewidth=0.8, label="_nolegend_", zorder=1)
            middle = (found[0] + found[-1]) / 2 + 1
            ax.text(middle, -2.34, word, ha="center", va="top", fontsize=_SIZE - 0.5, color=palette.ink2, parse_math=False)


def _value(ax: "Axes", one: Reading, before: Reading | None, after: Reading | None, *, ink: str) -> None:
    """The value at its marker: above or below, and beside the line where that comes from the same side."""
    up = 1 if one.valence >= 0 else -1
    beyond = [
        other is not None and abs(other.index - one.index) <= 1 and (other.valence - one.valence) * up > 0 for other in (before, after)
    ]
    if all(beyond):
        up, beyond = -up, [False, False]
    ax.annotate(
        _signed(one.valence), (one.x + 1, one.valence), xytext=(6 * (beyond[0] - beyond[1]), 8 * up), textcoords="offset points",
        ha="left" if beyond[0] else "right" if beyond[1] else "center", va="bottom" if up > 0 else "top", fontsize=_SIZE, fontweight="bold",
        color=ink, parse_math=False,
    )  # fmt: skip


def _marker(basis: Basis, style: _Style) -> dict[str, Any]:
    """Filled, hollow, small and hollow, or a diamond."""
    colour, paper = style.colour, style.palette.paper
    match basis:
        case "measured":
            return {"marker": "o", "markersize": 7, "markerfacecolor": colour, "markeredgecolor": paper, "markeredgewidth": 1}
        case "derived":
            return {"marker": "o", "markersize": 6.5, "markerfacecolor": paper, "markeredgecolor": colour, "markeredgewidth": 2}
        case "assumed":
            return {"marker": "o", "markersize": 5.5, "markerfacecolor": paper, "markeredgecolor": colour, "markeredgewidth": 1}
        case "intended":
            return {"marker": "D", "markersize": 6.5, "markerfacecolor": paper, "markeredgecolor": colour, "markeredgewidth": 1.5}


def _weakest(one: Reading) -> Basis:
    return _WEAKEST[max(_WEAKEST.index(_BASES[basis]) for basis in one.basis)]


def _runs(points: Sequence[Reading], basis: Basis) -> tuple[list[float], list[float]]:
    """The segments whose weaker end is known in that way, one after the other; a NaN parts what does not touch."""
    xs: list[float] = []
    ys: list[float] = []
    end: Reading | None = None
    for one, two in pairwise(points):
        if two.index - one.index > 1 or max(_weakest(one), _weakest(two), key=_WEAKEST.index) != basis:
            continue
        if one is not end:
            xs += [nan, one.x + 1] if xs else [one.x + 1]
            ys += [nan, one.valence] if ys else [one.valence]
        xs.append(two.x + 1)
        ys.append(two.valence)
        end = two
    return xs, ys


def _ticks(ax: "Axes", journeys: Sequence[Journey], touchpoints: int, words: Words) -> None:
    """Levels by name and number; touchpoints by number, and by title where all journeys have the same and there is room."""
    levels = [f"{name} {_LTR if is_rtl(name) else ''}{_signed(at)}" for name, at in zip(words.axis, range(-2, 3), strict=True)]
    ax.set_yticks(range(-2, 3), levels, fontsize=_SIZE, parse_math=False)
    titles = [[clean(one.title) for one in journey.touchpoints] for journey in journeys]
    numbers = [str(at + 1) for at in range(touchpoints)]
    figure = ax.get_figure(root=True)
    column = ax.get_window_extent().width / (figure.dpi if figure else 100) / (touchpoints + 0.2)
    if all(one == titles[0] for one in titles) and column >= _LEAST_COLUMN:
        numbers = ["\n".join([number, *_wrapped(title, column)]) for number, title in zip(numbers, titles[0], strict=True)]
    ax.set_xticks(range(1, touchpoints + 1), numbers, fontsize=_SIZE, parse_math=False)
    if len(journeys) == 1:
        ax.set_title(clean(journeys[0].title), loc="left", fontweight="bold", parse_math=False)


def _wrapped(title: str, column: float) -> Iterator[str]:
    px = _SIZE / 72 * _INCH
    for line in wrap(title, max(20.0, (column - 0.08) * _INCH), px, measurer=DEFAULT_MEASURER, max_lines=4).lines:
        yield line.text


def _legend(ax: "Axes", titles: Sequence[str], colours: Sequence[str], *, bases: set[Basis], words: Words, palette: Palette) -> None:
    """The series, where there are several, and how their readings are known."""
    from matplotlib.lines import Line2D  # noqa: PLC0415  # known to be there by now

    series = zip(titles, colours, strict=False) if len(titles) > 1 else ()
    handles = [Line2D([], [], color=colour, linewidth=2, label=title) for title, colour in series]
    plain = _Style(palette.ink if len(titles) == 1 else palette.ink2, palette, "")
    handles += [
        Line2D([], [], color=plain.colour, linestyle=_LINES[basis], linewidth=1.5, label=words.symbols[basis], **_marker(basis, plain))
        for basis in _WEAKEST
        if basis in bases
    ]
    if handles:
        legend = ax.legend(
            handles=handles,
            loc="upper right",
            bbox_to_anchor=(1, 1.12),
            ncols=min(4, len(handles)),
            frameon=False,
            fontsize=_SIZE,
            handlelength=3.2,
        )
        for text in legend.get_texts():
            text.set_parse_math(False)


def _signed(value: float) -> str:
    text = f"{value:+.1f}".removesuffix(".0")
    return "0" if text in {"+0", "-0"} else text.replace("-", "−")


def _saved(figure: Any, kind: str, metadata: dict[str, None]) -> bytes:
    out = BytesIO()
    figure.savefig(out, format=kind, metadata=metadata)
    return out.getvalue()


def _svg(figure: Any) -> bytes:
    """As matplotlib's own SVG, with ids made of what they stand for."""
    base: Any = import_module("matplotlib.backends.backend_svg").RendererSVG  # without types

    class Steady(base):  # type: ignore[misc]  # a class that is not known to the type checker
        def _make_id(self, type: str, content: object) -> str:  # noqa: A002  # its own name for it
            return f"{type}{sha256(str(content).encode()).hexdigest()[:10]}"

    out, dpi = StringIO(), figure.dpi
    figure.dpi = 72
    try:
        width, height = figure.get_size_inches() * 72
        drawn: Any = Steady(width, height, out, image_dpi=dpi, metadata={"Date": None})
        figure.draw(drawn)
        drawn.finalize()
    finally:
        figure.dpi = dpi
    return out.getvalue().encode("utf-8")
