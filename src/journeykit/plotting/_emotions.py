"""Emotion curves as lines that a chart can go on with."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from journeykit.arguments import door
from journeykit.errors import ModelError, Problem, UnknownNameError
from journeykit.measure import EmotionCurve, Felt, emotion_curve
from journeykit.model import Journey, Portfolio
from journeykit.pipeline import inks_of
from journeykit.text import clean
from journeykit.themes import Palette, Theme
from journeykit.views import Words, runs_right_to_left, words_for

from ._axes import checked_axes, ground_of, ground_of_figure, ink, new_axes, palette_on, shown_x, twins_of, words_on
from ._curves import Basis, Style, draw_curve, draw_gaps
from ._fonts import check_letters, dress
from ._frame import LEVELS, come_to_rest, draw_above, draw_below, draw_frame, labels_on
from ._labels import column_for, legend_of, told_apart, width_of
from ._maps import files_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.text import Text

_MOST = 4  # curves in one plot: more cannot be told apart
_VALUE = 0.3  # inches that a value takes


@door
def plot_emotions(
    what: Journey | Portfolio | Sequence[Journey],
    ax: "Axes | None" = None,
    *,
    perspective: str = "customer",
    kind: Felt | None = None,
    theme: Theme | str | Path = "default",
    language: str | None = None,
    font_files: Sequence[str | Path] | str | Path = (),
) -> "Axes":
    r"""Plot emotion curves as lines in data coordinates: x is the touchpoint, from 1; y the valence, from -2 to +2.

    A touchpoint without a reading is a gap in the line. Solid, dashed and dotted lines say how a reading is known, after the weaker of both ends;
    so do filled, hollow and small markers. Each series is one colour. What is not felt (intended, illustrative) is never mixed with what is.
    Journeys in languages that run from the right begin at the right, with the levels there.

    Of rcParams it follows the fonts, and what of ticks, spines, grid and title it does not set itself: sizes of words, widths of lines and
    colours are its own. In a figure of its own the ground is that of the theme. In yours the ground stays, and where the curves of the theme
    could not be seen on it, they take the colours of a theme whose can.

    Args:
        what: a journey, several, or a portfolio: one curve for each journey, at most four.
        ax: where to plot; None is a new figure. Limits, ticks, legend and, for one journey, the title on the side where it begins are set; the
            upper spine and the one without words are hidden; all else stays as it is. It shares no axis; only a twin, `ax.twinx()`, shares x.
            The legend is right above the Axes; without room there it is inside, and the curves give way. Titles below the axis are wrapped, or
            turned where a word would be torn; without room for either there are numbers, as many as fit. All is fitted once, to the size that
            the Axes has now.
        perspective: whose view.
        kind: felt, intended or illustrative; None: felt where there is any.
        theme: a name, a `Theme`, or the path of a TOML file, for the colours.
        language: BCP 47, of the words that are not the journeys' own.
        font_files: the user's font files, the preferred first. Without, words are in the fonts of your charts; where these lack a letter, in
            DejaVu Sans and the fonts of the machine, as in `plot`.

    Returns:
        The Axes. Its lines have the journey's title as label, with its id where several are called the same, or `_nolegend_` where they only
        say how something is known.

    Raises:
        MissingExtraError: matplotlib is not installed.
        ModelError: there is no journey, there are more than four, or `ax` is no Axes, has a projection or a scale that is not linear, shares
            an axis with others, or holds emotion curves already.
        RenderError: a letter is in no font.

    Example:
        >>> from journeykit.model import Stage, Touchpoint
        >>> steps = [Touchpoint("Asks", emotion=1), Touchpoint("Waits"), Touchpoint("Pays", emotion=-2)]
        >>> ax = plot_emotions(Journey("I buy", stages=[Stage("Deal", steps)]))
        >>> [tick.get_text() for tick in ax.get_xticklabels()]
        ['1\nAsks', '2\nWaits', '3\nPays']
    """
    ink()
    checked_axes(ax, twins=True)
    _refuse_plotted(ax)
    journeys, files = _journeys(what), files_of(font_files)
    words = words_for(language or journeys[0].language)
    if perspective not in words.views:
        raise UnknownNameError.of("perspective", perspective, tuple(words.views))
    palette = inks_of(theme).palette
    curves = [emotion_curve(one, perspective=perspective, kind=kind) for one in journeys]
    titles = [clean(one.title) for one in journeys]
    steps = [[clean(one.title) for one in journey.touchpoints] for journey in journeys]
    names = steps[0] if all(one == steps[0] for one in steps) else []
    check_letters([*titles, *names, *words.axis, *words.symbols.values(), words.gap], files)

    own, longest = ax is None, max(map(len, steps))
    ax = new_axes(longest, column_for(names), palette) if ax is None else ax
    palette = palette if own else palette_on(ground_of(ax), palette)
    before = len(ax.texts)
    rtl = runs_right_to_left(journeys[0].language, [*titles, *steps[0]])
    column = draw_frame(ax, longest, palette, words, files=files, rtl=rtl)
    colours = (palette.ink, palette.changed, palette.removed, palette.added)
    apart = told_apart(titles, [clean(one.id) for one in journeys])
    labels = (title if curve.points else f"{title} ({words.gap})" for title, curve in zip(apart, curves, strict=True))
    styles = [Style(colour, palette, label) for colour, label in zip(colours, labels, strict=False)]
    bases, said = _series(ax, curves, styles, longest, column=column, words=words)
    handles = legend_of(styles, bases, words, gaps=not said)
    above = draw_above(ax, handles, palette, words, title=titles[0] if len(titles) == 1 else "", own=own, rtl=rtl, files=files)
    below = draw_below(ax, names, longest, column=column)
    dress([*above, *below, *ax.texts[before:]], files)
    come_to_rest(ax)
    if not own:
        _make_readable(ax, above, palette)
    return ax


def _refuse_plotted(ax: "Axes | None") -> None:
    if ax is not None and any(line.get_label() == LEVELS for one in (ax, *twins_of(ax)) for line in one.lines):
        message = "This Axes, or its twin, holds emotion curves already: ticks and gaps would be those of two."
        raise ModelError(Problem(message, hint="plot several in one call, plot_emotions([one, other], ax); or begin anew with ax.clear()"))


def _make_readable(ax: "Axes", above: "Sequence[Text]", palette: Palette) -> None:
    """Words of your own colour that could not be read on the ground of your figure take one that can."""
    ground = ground_of_figure(ax)
    for axis in (shown_x(ax).xaxis, ax.yaxis):
        for label in labels_on(axis)[:1]:
            if colour := words_on(ground, label.get_color(), palette):
                axis.set_tick_params(which="both", labelcolor=colour)
    legend = ax.get_legend()
    framed = legend.get_texts() if legend is not None and legend.get_frame_on() else []
    for text in above:
        if text not in framed and (colour := words_on(ground, text.get_color(), palette)):
            text.set_color(colour)


def _journeys(what: Journey | Portfolio | Sequence[Journey]) -> tuple[Journey, ...]:
    found = (what,) if isinstance(what, Journey) else tuple(what.journeys) if isinstance(what, Portfolio) else tuple(what)
    if not found:
        raise ModelError(Problem("There is no journey to plot."))
    if len(found) > _MOST:
        message = f"{len(found)} curves in one plot cannot be told apart."
        raise ModelError(Problem(message, expected=f"at most {_MOST} journeys", hint="give each its own Axes: plot_emotions(journey, ax)"))
    return found


def _series(
    ax: "Axes", curves: Sequence[EmotionCurve], styles: Sequence[Style], touchpoints: int, *, column: float, words: Words
) -> tuple[set[Basis], bool]:
    """All curves; one alone with its values and gaps, where there is room for them.

    Gives how the readings are known, and whether all gaps say what they are.
    """
    bases: set[Basis] = set()
    said = True
    for curve, style in zip(curves, styles, strict=True):
        bases |= draw_curve(ax, curve, style, value_words=len(curves) == 1 and column >= _VALUE)
    if len(curves) == 1:
        least = max(1, round((width_of(words.gap) + 0.1) / column + 0.4))
        said = draw_gaps(ax, curves[0], touchpoints, word=words.gap, least=least, palette=styles[0].palette)
    return bases, said
