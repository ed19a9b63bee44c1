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
from journeykit.themes import Palette, Theme, contrast
from journeykit.views import Words, runs_right_to_left, words_for

from ._axes import checked_axes, ground_of, ground_of_figure, ink, new_axes, palette_on, room_around, settle, size_of, words_on
from ._curves import SIZE, Basis, Style, draw_curve, draw_gaps
from ._fonts import check_letters, dress
from ._labels import above_of, draw_legend, labels_of, legend_of, levels_of, shortened, title_of, width_of
from ._maps import files_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.axis import Axis
    from matplotlib.lines import Line2D
    from matplotlib.text import Text

_MOST = 4  # curves in one plot: more cannot be told apart
_VALUE = 0.3  # inches that a value takes
_BESIDE_OUTERMOST = 0.27  # inches of a value above or below its marker
_SEEN = 3.0  # contrast, to 1
_LEVELS = "_levels of feeling"  # label of a line; matplotlib shows none that begins so


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
            upper spine and the one where it ends are hidden; all else stays as it is. Titles below the axis are wrapped, or turned where there
            are many; without room for either there are numbers, as many as fit.
        perspective: whose view.
        kind: felt, intended or illustrative; None: felt where there is any.
        theme: a name, a `Theme`, or the path of a TOML file, for the colours.
        language: BCP 47, of the words that are not the journeys' own.
        font_files: the user's font files, the preferred first. Without, words are in the fonts of your charts; where these lack a letter, in
            DejaVu Sans and the fonts of the machine, as in `plot`.

    Returns:
        The Axes. Its lines have the journey's title as label, or `_nolegend_` where they only say how something is known.

    Raises:
        MissingExtraError: matplotlib is not installed.
        ModelError: there is no journey, there are more than four, or `ax` is no Axes, has a projection or a scale that is not linear, or holds
            emotion curves already.
        RenderError: a letter is in no font.

    Example:
        >>> from journeykit.model import Stage, Touchpoint
        >>> steps = [Touchpoint("Asks", emotion=1), Touchpoint("Waits"), Touchpoint("Pays", emotion=-2)]
        >>> ax = plot_emotions(Journey("I buy", stages=[Stage("Deal", steps)]))
        >>> [tick.get_text() for tick in ax.get_xticklabels()]
        ['1\nAsks', '2\nWaits', '3\nPays']
    """
    ink()
    checked_axes(ax)
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
    ax = new_axes(longest, palette) if ax is None else ax
    palette = palette if own else palette_on(ground_of(ax), palette)
    before = len(ax.texts)
    rtl = runs_right_to_left(journeys[0].language, [*titles, *steps[0]])
    column = _frame(ax, longest, palette, words, files=files, rtl=rtl)
    colours = (palette.ink, palette.changed, palette.removed, palette.added)
    labels = (title if curve.points else f"{title} ({words.gap})" for title, curve in zip(titles, curves, strict=True))
    styles = [Style(colour, palette, label) for colour, label in zip(colours, labels, strict=False)]
    bases, said = _series(ax, curves, styles, longest, column=column, words=words)
    handles = legend_of(styles, bases, words, gaps=not said)
    above = _above(ax, handles, palette, title=titles[0] if len(titles) == 1 else "", own=own, rtl=rtl)
    below = _below(ax, names, longest, column=column)
    dress([*above, *below, *ax.texts[before:]], files)
    if not own:
        _make_readable(ax, above, palette)
    return ax


def _refuse_plotted(ax: "Axes | None") -> None:
    if ax is not None and any(line.get_label() == _LEVELS for line in ax.lines):
        message = "This Axes holds emotion curves already: ticks and gaps would be those of two."
        raise ModelError(Problem(message, hint="plot several in one call, plot_emotions([one, other], ax); or begin anew with ax.clear()"))


def _make_readable(ax: "Axes", above: "Sequence[Text]", palette: Palette) -> None:
    """Words of your own colour that could not be read on the ground of your figure take one that can."""
    ground = ground_of_figure(ax)
    for axis in (ax.xaxis, ax.yaxis):
        for label in _labels_of(axis)[:1]:
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


def _frame(ax: "Axes", touchpoints: int, palette: Palette, words: Words, *, files: Sequence[Path], rtl: bool) -> float:
    """Levels by name and line, that of neutral feeling dashed, below all else; gives the inches from one touchpoint to the next."""
    ends = (0.4, touchpoints + 0.6)
    ax.set(xlim=ends[::-1] if rtl else ends, ylim=(-2.7, 2.5))
    for level in (-2, -1, 1, 2):
        ax.axhline(level, color=palette.rule, linewidth=0.8, zorder=0.5)
    ax.axhline(0, color=palette.rule2, linewidth=0.8, linestyle=(0, (4, 3)), zorder=0.6, label=_LEVELS)
    for side in ("top", "left" if rtl else "right"):
        ax.spines[side].set_visible(False)
    if rtl:
        ax.yaxis.tick_right()
    room = room_around(ax)
    levels = levels_of(words, room=room.right if rtl else room.left, height=size_of(ax)[1])
    ax.set_yticks(range(-2, 3), levels, fontsize=SIZE, parse_math=False)
    dress(_labels_of(ax.yaxis), files)
    ax.set_xticks([])
    settle(ax)
    width, height = size_of(ax)
    part = min(0.25, _BESIDE_OUTERMOST / height)  # of a low Axes; +2 may not stand in the title, nor −2 on the axis
    margin = 4 * part / (1 - 2 * part)
    ax.set_ylim(-2 - max(0.7, margin), 2 + max(0.5, margin))
    return width / (touchpoints + 0.2)


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


def _above(ax: "Axes", handles: Sequence["Line2D"], palette: Palette, *, title: str, own: bool, rtl: bool) -> "list[Text]":
    """The legend right above the Axes, in a frame where the curves could not be seen on the figure; the title above it."""
    from matplotlib import rcParams  # noqa: PLC0415  # known to be there by now
    from matplotlib.font_manager import FontProperties  # noqa: PLC0415  # the same

    width, _ = size_of(ax)
    faint = min(contrast(str(one.get_color()), ground_of_figure(ax)) for one in handles) < _SEEN if handles else False
    colours = {"labelcolor": palette.ink} if own or faint else {}
    framed = {"facecolor": palette.paper, "framealpha": 1.0} if faint else {}
    for one in handles:
        one.set_label(shortened(str(one.get_label()), width))
    room = room_around(ax).above
    above = above_of([str(one.get_label()) for one in handles], titled=bool(title), width=width, room=room)
    draw_legend(ax, handles, above, rtl=rtl, **framed, **colours)
    texts = list(legend.get_texts()) if handles and (legend := ax.get_legend()) else []
    if title:
        pad = above.height if above.place == "over" else 0.0
        size = FontProperties(size=rcParams["axes.titlesize"]).get_size_in_points()
        lines = title_of(title, width=above.width, room=room - pad, size=size)
        texts.append(ax.set_title(lines, loc="right" if rtl else "left", fontweight="bold", parse_math=False, pad=72 * pad + 4))
        if own:
            texts[-1].set_color(palette.ink)
    return texts


def _below(ax: "Axes", names: Sequence[str], touchpoints: int, *, column: float) -> "list[Text]":
    """The touchpoints; each has its tick, even if not its label."""
    labels = labels_of(names, touchpoints, column=column, room=room_around(ax).below, height=size_of(ax)[1])
    ax.set_xticks(
        range(labels.every, touchpoints + 1, labels.every), labels.texts, fontsize=SIZE, rotation=labels.rotation, parse_math=False
    )  # fmt: skip
    if labels.every > 1:
        ax.set_xticks(range(1, touchpoints + 1), minor=True)
    return _labels_of(ax.xaxis)


def _labels_of(axis: "Axis") -> "list[Text]":
    """On both sides: the user may show the other one."""
    return [label for tick in axis.get_major_ticks() for label in (tick.label1, tick.label2)]
