"""What curves stand in: levels by name and line, limits, ticks, and the words above and below."""

from collections.abc import Sequence
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

from journeykit.themes import Palette, contrast
from journeykit.views import Words

from ._axes import ground_of_figure, shown_x, twins_of
from ._curves import SIZE
from ._fonts import dress
from ._labels import above_of, draw_legend, keep_clear, labels_of, levels_of, shortened, title_of
from ._room import cell_of, room_around, settle, size_of, words_beside

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.axis import Axis
    from matplotlib.lines import Line2D
    from matplotlib.text import Text

LEVELS = "_levels of feeling"  # label of a line; matplotlib shows none that begins so
_BESIDE_OUTERMOST = 0.27  # inches of a value above or below its marker
_SEEN = 3.0  # contrast, to 1
_MOST = 0.7  # of the height of an Axes: what a legend inside may take
_TITLE_PAD = 4.0  # points
_GAP = 0.15  # inches between the words of neighbours
_CURVES = 2.0  # inches that curves, title and legend keep, whatever stands below them


def draw_frame(ax: "Axes", touchpoints: int, palette: Palette, words: Words, *, files: Sequence[Path], rtl: bool) -> float:
    """Levels by name and line, that of neutral feeling dashed, below all else; gives the inches from one touchpoint to the next."""
    ends = (0.4, touchpoints + 0.6)
    ax.set(xlim=ends[::-1] if rtl else ends, ylim=(-2.7, 2.5))
    for level in (-2, -1, 1, 2):
        ax.axhline(level, color=palette.rule, marker="none", linestyle="-", linewidth=0.8, zorder=0.5)
    ax.axhline(0, color=palette.rule2, marker="none", linewidth=0.8, linestyle=(0, (4, 3)), zorder=0.6, label=LEVELS)
    if rtl and not twins_of(ax):  # that has its own words there
        ax.yaxis.tick_right()
    for side in {"left", "right"} - _sides(ax, rtl=rtl) | {"top"}:
        ax.spines[side].set_visible(False)
    fit_levels(ax, words, files=files, rtl=rtl)
    ax.set_xticks([])
    settle(ax)
    _set_limits(ax)
    return size_of(ax)[0] / (touchpoints + 0.2)


def fit_levels(ax: "Axes", words: Words, *, files: Sequence[Path], rtl: bool, taken: float = 0.0) -> None:
    """The levels by name, as far as there is room for that; `taken`: inches of the height that a legend needs."""
    around, sides = room_around(ax), _sides(ax, rtl=rtl)
    room = min(around.left if "left" in sides else around.right, around.right if "right" in sides else around.left)
    levels = levels_of(words, room=room, height=size_of(ax)[1] - taken)
    ax.set_yticks(range(-2, 3), levels, fontsize=SIZE, parse_math=False)
    dress(labels_on(ax.yaxis), files)


def _sides(ax: "Axes", *, rtl: bool) -> set[str]:
    """Where the words of the levels stand: where the user put them, also that of a twin."""
    shown = ax.yaxis.get_tick_params()
    return {side for side in ("left", "right") if shown.get(f"label{side}")} or {"right" if rtl else "left"}


def _set_limits(ax: "Axes", taken: float = 0.0, *, height: float | None = None) -> None:
    """Room for values beyond the outermost levels, and above them for a legend of some inches; `height`: where the Axes will have another."""
    height = (size_of(ax)[1] if height is None else height) - taken
    part = min(0.25, _BESIDE_OUTERMOST / height)  # of a low Axes; +2 may not stand in the title, nor −2 on the axis
    margin = 4 * part / (1 - 2 * part)
    low, high = -2 - max(0.7, margin), 2 + max(0.5, margin)
    ax.set_ylim(low, high + (high - low) * taken / height)


def draw_above(
    ax: "Axes", handles: Sequence["Line2D"], palette: Palette, words: Words, *, title: str, own: bool, rtl: bool, files: Sequence[Path]
) -> "list[Text]":
    """The legend right above the Axes, in a frame where the curves could not be seen on the figure; the title above it.

    Without room there, the legend is inside, and the curves give way.
    """
    from matplotlib import rcParams  # noqa: PLC0415  # known to be there by now
    from matplotlib.font_manager import FontProperties  # noqa: PLC0415  # the same

    width, whole = size_of(ax)
    for one, label in zip(handles, shortened([str(one.get_label()) for one in handles], width), strict=True):
        one.set_label(label)
    room = room_around(ax).above
    above = above_of([str(one.get_label()) for one in handles], titled=bool(title), width=width, room=room)
    inside = above.place == "inside"
    if inside:
        taken = min(above.height, _MOST * whole)
        _set_limits(ax, taken)
        fit_levels(ax, words, files=files, rtl=rtl, taken=taken)
    framed = inside or min((contrast(str(one.get_color()), ground_of_figure(ax)) for one in handles), default=_SEEN) < _SEEN
    colours = {"labelcolor": palette.ink} if own or framed else {}
    frame = {"facecolor": palette.paper, "framealpha": 1.0, **({"edgecolor": "none"} if inside else {})} if framed else {}
    draw_legend(ax, handles, above, rtl=rtl, **frame, **colours)
    texts = list(legend.get_texts()) if handles and (legend := ax.get_legend()) else []
    taken = above.height if above.place == "over" else 0.0
    keep_clear(ax, taken)
    if title:
        size = FontProperties(size=rcParams["axes.titlesize"]).get_size_in_points()
        lines = title_of(title, width=above.width, room=room - taken, size=size)
        # Only where the user set the height of titles does matplotlib not move them.
        pad = _TITLE_PAD + (72 * taken if rcParams["axes.titley"] is not None else 0.0)
        texts.append(ax.set_title(lines, loc="right" if rtl else "left", fontweight="bold", parse_math=False, pad=pad))
        if own:
            texts[-1].set_color(palette.ink)
    return texts


def draw_below(ax: "Axes", names: Sequence[str], touchpoints: int, *, column: float) -> "list[Text]":
    """The touchpoints; each has its tick, even if not its label."""
    room, own = room_around(ax).below, shown_x(ax)
    turned = room - 0.25 if room < inf else cell_of(ax) - _CURVES
    labels = labels_of(names, touchpoints, column=column, room=room, turned=turned)
    own.set_xticks(
        range(labels.every, touchpoints + 1, labels.every), labels.texts, fontsize=SIZE, rotation=labels.rotation, parse_math=False
    )  # fmt: skip
    if labels.every > 1:
        own.set_xticks(range(1, touchpoints + 1), minor=True)
    return labels_on(own.xaxis)


def come_to_rest(ax: "Axes") -> None:
    """In a figure with a layout: its room for values, now that all words are there, and as if those of its neighbours were there too."""
    if room_around(ax).above < inf:
        return
    height = size_of(ax)[1]
    _set_limits(ax, height=max(height / 4, min(height, cell_of(ax) - words_beside(ax) - _GAP)))


def labels_on(axis: "Axis") -> "list[Text]":
    """On both sides: the user may show the other one."""
    return [label for tick in axis.get_major_ticks() for label in (tick.label1, tick.label2)]
