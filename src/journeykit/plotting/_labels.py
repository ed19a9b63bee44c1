"""The words around curves: levels, touchpoints, title and legend. They never run into each other, whatever the room."""

import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal, cast

from attrs import frozen

from journeykit.text import DEFAULT_MEASURER, is_rtl, longest_run, wrap
from journeykit.views import Words

from ._curves import LINES, SIZE, WEAKEST, Basis, Style, marker, signed

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.transforms import Affine2DBase

INCH = 96  # px
_LTR = "\N{LEFT-TO-RIGHT MARK}"  # or a sign would change sides
_RTL = "\N{RIGHT-TO-LEFT MARK}"  # or a line of foreign words alone would begin at the wrong side
_UPRIGHT = 0.55  # inches of a column; in less, titles are turned
_TURNED = 0.19  # inches of a column; in less, numbers stand alone
_LINE = 0.146  # inches from one line to the next
_FEWEST = 0.9  # inches of a turned title that are worth while
_LONGEST = 1.8
_OWN, _WIDEST = 1.05, 1.6  # inches of a column in a figure of its own
_STEPS = (1, 2, 5)  # times a power of ten: which numbers are shown
_ROWS = 4
_TITLE_LINE = 0.21  # inches


@frozen
class Labels:
    """What stands below the touchpoints.

    Attributes:
        every: which touchpoints have a label: each so many.
        texts: of those.
        rotation: degrees.
    """

    every: int
    texts: tuple[str, ...]
    rotation: float = 0.0


def labels_of(titles: Sequence[str], touchpoints: int, *, column: float, room: float, turned: float) -> Labels:
    """Number and title of each touchpoint, upright or turned; where there is no room for titles, as many numbers as fit.

    Args:
        titles: empty where several journeys have others.
        touchpoints: how many.
        column: inches from one to the next.
        room: inches below the Axes, maybe without end.
        turned: inches for titles that are turned.
    """
    rows = min(_ROWS, int(min(room, 9.0) / _LINE) - 2)
    if titles and column >= _UPRIGHT and rows > 0 and (upright := _upright(titles, column - 0.1, rows)):
        return Labels(1, tuple("\n".join([str(at), *lines]) for at, lines in enumerate(upright, 1)))
    length = min(turned, _LONGEST)
    if titles and column >= _TURNED and length >= _FEWEST:
        return Labels(1, tuple(_lines(f"{at} {title}", length, 1)[0] for at, title in enumerate(titles, 1)), rotation=90.0)
    least = 0.08 * len(str(touchpoints)) + 0.06
    every = next(step * 10**power for power in range(9) for step in _STEPS if step * 10**power * column >= least)
    return Labels(every, tuple(str(at) for at in range(every, touchpoints + 1, every)))


def _upright(titles: Sequence[str], width: float, rows: int) -> list[list[str]]:
    """The lines of each title; none at all where a word would be torn that a turned title can hold, or less than half of a title be left."""
    if any(width < _longest_word(title) <= _LONGEST for title in titles):
        return []
    found = [_lines(title, width, rows) for title in titles]
    return found if all(2 * sum(map(len, lines)) >= len(title) for lines, title in zip(found, titles, strict=True)) else []


def column_for(titles: Sequence[str]) -> float:
    """Inches for each touchpoint in a figure of its own: no word is torn, within reason."""
    return min(_WIDEST, max(_OWN, 0.17 + max((run for title in titles if (run := _longest_word(title)) <= _LONGEST), default=0.0)))


def _longest_word(title: str) -> float:
    """Inches."""
    return longest_run(title, SIZE / 72 * INCH, measurer=DEFAULT_MEASURER) / INCH


def levels_of(words: Words, *, room: float, height: float) -> list[str]:
    """The levels by name and number, from the lowest; in several lines where that takes it, by number alone where that does not help.

    Args:
        words: the names.
        room: inches on their side of the Axes, maybe without end.
        height: of the Axes from its lowest end to above the highest level, inches.
    """
    values = [f"{_LTR if is_rtl(name) else ''}{signed(at)}" for name, at in zip(words.axis, range(-2, 3), strict=True)]
    names = [f"{name} {value}" for name, value in zip(words.axis, values, strict=True)]
    width, rows = room - 0.14, int(height / 5.4 / _LINE)
    if max(map(width_of, names)) <= width:
        return names
    if rows < 1 or max(width_of(part) for name in names for part in name.split()) > width:
        return values
    wrapped = [_lines(name, width, 9) for name in names]
    return ["\n".join(lines) for lines in wrapped] if max(map(len, wrapped)) <= rows else values


def title_of(text: str, *, width: float, room: float, size: float) -> str:
    """The title in as many lines as there is room for; the last ends in an ellipsis where that is too little.

    Args:
        text: in full.
        width: of the Axes, inches.
        room: inches above it that nothing else takes, maybe without end.
        size: points.
    """
    return "\n".join(_lines(text, width, max(1, min(_ROWS, int(min(room, 9.0) / _TITLE_LINE))), size=size, weight=700))


def width_of(text: str, size: float = SIZE) -> float:
    """Inches that a line takes at most."""
    return DEFAULT_MEASURER.width(text, size / 72 * INCH) / INCH


def _lines(text: str, width: float, rows: int, *, size: float = SIZE, weight: int = 400) -> list[str]:
    """At least one line, maybe empty; each runs as the text does, also where its own words run the other way."""
    px = size / 72 * INCH
    found = wrap(text, max(20.0, width * INCH), px, weight=weight, measurer=DEFAULT_MEASURER, max_lines=rows).lines
    mark = _RTL if is_rtl(text) else ""
    return [one.text if is_rtl(one.text) else f"{mark}{one.text}" for one in found] or [""]


def legend_of(styles: Sequence[Style], bases: set[Basis], words: Words, *, gaps: bool) -> list[Any]:
    """Lines for the legend: the series, where there are several, how their readings are known, and the bars that say nothing themselves."""
    from matplotlib.lines import Line2D  # noqa: PLC0415  # known to be there by now

    handles = [Line2D([], [], color=one.colour, marker="none", linewidth=2, label=one.label) for one in styles] if len(styles) > 1 else []
    palette = styles[0].palette
    plain = Style(palette.ink if len(styles) == 1 else palette.ink2, palette, "")
    bars = [Line2D([], [], color=palette.rule2, marker="none", linewidth=0.8, label=words.gap)] if gaps else []
    return (
        handles
        + [
            Line2D([], [], color=plain.colour, linestyle=LINES[basis], linewidth=1.5, label=words.symbols[basis], **marker(basis, plain))
            for basis in WEAKEST
            if basis in bases
        ]
        + bars
    )


@frozen
class Above:
    """How title and legend share the room above an Axes.

    Attributes:
        columns: of the legend. height: of the legend, inches.
        place: over the Axes and under the title; at the right beside it; or inside the Axes, above the curves.
        width: left for the title, inches.
    """

    columns: int
    height: float
    place: Literal["over", "beside", "inside"]
    width: float


def above_of(labels: Sequence[str], *, titled: bool, width: float, room: float) -> Above:
    """What fits.

    Args:
        labels: of the legend.
        titled: a title stands there too.
        width: of the Axes, inches.
        room: above it, inches, maybe without end.
    """
    wanted = next((one for one in range(min(4, len(labels)), 1, -1) if _width_in(labels, one) <= width), 1)
    height = (SIZE * (1.6 * math.ceil(len(labels) / wanted) + 0.6) / 72) if labels else 0.0
    if height + titled * _TITLE_LINE <= room:
        return Above(wanted, height, "over", width)
    beside = width - _width_in(labels, wanted) - 0.15
    if height <= room and beside >= 1:
        return Above(wanted, height, "beside", beside)
    return Above(wanted, height, "inside", width)


def _width_in(labels: Sequence[str], columns: int) -> float:
    """Inches of a legend in columns, which are filled one after the other, the first ones with one more."""
    least, more = divmod(len(labels), columns)
    ends = [at * least + min(at, more) for at in range(columns + 1)]
    return sum(max(map(width_of, labels[start:end]), default=0.0) + 0.68 for start, end in pairwise(ends))


def draw_legend(ax: "Axes", handles: Sequence[Any], above: Above, *, rtl: bool = False, **colours: Any) -> None:
    """The legend in rows, framed where its ground is among the colours."""
    if not handles:
        return
    left = (above.place != "beside") != rtl
    where: dict[str, Any] = {"loc": "upper left" if left else "upper right"}
    if above.place != "inside":
        where = {"loc": "lower left" if left else "lower right", "bbox_to_anchor": (0 if left else 1, 1)}
    legend = ax.legend(
        handles=handles, ncols=above.columns, fontsize=SIZE, handlelength=3.2, borderpad=0.2, borderaxespad=0.3, columnspacing=1.4,
        frameon="facecolor" in colours, markerfirst=not rtl, **where, **colours,
    )  # fmt: skip
    for text in legend.get_texts():
        text.set_parse_math(False)


def keep_clear(ax: "Axes", height: float) -> None:
    """Titles of an Axes stand above its legend, also those that the user sets later with a distance of their own.

    matplotlib puts titles above what belongs to an Axes: here an Axes that shows nothing.
    """
    from matplotlib.transforms import ScaledTranslation  # noqa: PLC0415  # known to be there by now

    figure = ax.get_figure(root=True)
    if figure is None or not height:
        return
    corner = figure.dpi_scale_trans + ScaledTranslation(0, 1, cast("Affine2DBase", ax.transAxes))
    spacer = ax.inset_axes((0, 0, 0.01, height), transform=corner)
    for one in (spacer, spacer.xaxis, spacer.yaxis):  # or its ticks would count, where the user has them on top
        one.set_visible(False)


def told_apart(titles: Sequence[str], ids: Sequence[str]) -> list[str]:
    """Titles; those that are the same with their ids, or with their places where these are the same too."""
    times = Counter(titles)
    named = [f"{title} ({one})" if times[title] > 1 else title for title, one in zip(titles, ids, strict=True)]
    again = Counter(named)
    return [f"{title} ({at})" if again[name] > 1 else name for at, (title, name) in enumerate(zip(titles, named, strict=True), 1)]


def shortened(labels: Sequence[str], width: float) -> list[str]:
    """Labels for a legend of that width, inches; those that would be the same then end in a number."""
    room = max(0.5, width - 0.7)
    found = [_lines(one, room, 1)[0] for one in labels]
    times = Counter(found)
    return [
        f"{_lines(label, room - width_of(f' ({at})'), 1)[0]} ({at})" if times[short] > 1 else short
        for at, (label, short) in enumerate(zip(labels, found, strict=True), 1)
    ]
