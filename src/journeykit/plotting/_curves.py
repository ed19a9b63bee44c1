"""One series as lines and markers in data coordinates: how its readings are known, its values, its gaps."""

from collections.abc import Sequence
from itertools import groupby, pairwise
from math import nan
from typing import TYPE_CHECKING, Any, Literal

from attrs import frozen

from journeykit.measure import EmotionCurve, Reading
from journeykit.themes import Palette

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Basis = Literal["measured", "derived", "assumed", "intended"]
_BASES: dict[str, Basis] = {
    "measured": "measured", "reported": "measured", "observed": "measured", "derived": "derived", "assumed": "assumed",
    "illustrative": "assumed", "intended": "intended",
}  # fmt: skip
WEAKEST: tuple[Basis, ...] = ("measured", "derived", "assumed", "intended")
LINES: dict[Basis, Any] = {"measured": "-", "derived": (0, (5, 1.5)), "assumed": (0, (1.5, 1.5)), "intended": (0, (5, 1.5, 1, 1.5))}
SIZE = 8.5  # points, of all words but the title


@frozen
class Style:
    """How one series looks, and what it is called."""

    colour: str
    palette: Palette
    label: str


def draw_curve(ax: "Axes", curve: EmotionCurve, style: Style, *, value_words: bool) -> set[Basis]:
    """The lines of one series, its markers, spreads and values; gives how its readings are known."""
    found: set[Basis] = {_weakest(one) for one in curve.points}
    label = style.label
    for basis in WEAKEST:
        xs, ys = _runs(curve.points, basis)
        if xs:
            thin = basis in {"assumed", "intended"}
            width = 1.2 if thin else 2.0
            ax.plot(xs, ys, color=style.colour, marker="none", linestyle=LINES[basis], linewidth=width, label=label, zorder=2)
            label = "_nolegend_"
    for one in curve.points:
        if one.spread:
            ends = (one.valence - one.spread / 2, one.valence + one.spread / 2)
            look: dict[str, Any] = {"color": style.palette.rule2, "marker": "none", "linestyle": "-", "linewidth": 1.2}
            ax.plot((one.x + 1, one.x + 1), ends, label="_nolegend_", zorder=1.9, **look)
    for basis in sorted(found):
        here = [one for one in curve.points if _weakest(one) == basis]
        ax.plot(
            [one.x + 1 for one in here], [one.valence for one in here], linestyle="none", label=label, zorder=3, **marker(basis, style)
        )  # fmt: skip
        label = "_nolegend_"
    for before, one, after in zip((None, *curve.points), curve.points, (*curve.points[1:], None), strict=False):
        if value_words:
            _value(ax, one, before, after, ink=style.palette.ink)
    return found


def draw_gaps(ax: "Axes", curve: EmotionCurve, touchpoints: int, *, word: str, least: int, palette: Palette) -> bool:
    """A bar below touchpoints without a reading, not at the neutral line, where it would read as neutral; a word where it fits.

    Gives whether it fitted everywhere.
    """
    said = True
    seen = {one.index for one in curve.points}
    for lacks, places in groupby(range(touchpoints), key=lambda at: at not in seen):
        if lacks:
            found = [*places]
            look: dict[str, Any] = {"color": palette.rule2, "marker": "none", "linestyle": "-", "linewidth": 0.8}
            ax.plot((found[0] + 0.7, found[-1] + 1.3), (-2.3, -2.3), label="_nolegend_", zorder=1, **look)
            middle = (found[0] + found[-1]) / 2 + 1
            if len(found) < least:
                said = False
                continue
            ax.text(middle, -2.34, word, ha="center", va="top", fontsize=SIZE - 0.5, color=palette.ink2, parse_math=False)
    return said


def _value(ax: "Axes", one: Reading, before: Reading | None, after: Reading | None, *, ink: str) -> None:
    """The value at its marker: above or below, and beside the line where that comes from the same side."""
    up = 1 if one.valence >= 0 else -1
    beyond = [
        other is not None and abs(other.index - one.index) <= 1 and (other.valence - one.valence) * up > 0 for other in (before, after)
    ]
    if all(beyond):
        up, beyond = -up, [False, False]
    if ax.xaxis_inverted():
        beyond.reverse()
    ax.annotate(
        signed(one.valence), (one.x + 1, one.valence), xytext=(6 * (beyond[0] - beyond[1]), 8 * up), textcoords="offset points",
        ha="left" if beyond[0] else "right" if beyond[1] else "center", va="bottom" if up > 0 else "top", fontsize=SIZE, fontweight="bold",
        color=ink, parse_math=False,
    )  # fmt: skip


def marker(basis: Basis, style: Style) -> dict[str, Any]:
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
    return WEAKEST[max(WEAKEST.index(_BASES[basis]) for basis in one.basis)]


def _runs(points: Sequence[Reading], basis: Basis) -> tuple[list[float], list[float]]:
    """The segments whose weaker end is known in that way, one after the other; a NaN parts what does not touch."""
    xs: list[float] = []
    ys: list[float] = []
    end: Reading | None = None
    for one, two in pairwise(points):
        if two.index - one.index > 1 or max(_weakest(one), _weakest(two), key=WEAKEST.index) != basis:
            continue
        if one is not end:
            xs += [nan, one.x + 1] if xs else [one.x + 1]
            ys += [nan, one.valence] if ys else [one.valence]
        xs.append(two.x + 1)
        ys.append(two.valence)
        end = two
    return xs, ys


def signed(value: float) -> str:
    """A value with its sign and a real minus, such as +1.5 or −2."""
    text = f"{value:+.1f}".removesuffix(".0")
    return "0" if text in {"+0", "-0"} else text.replace("-", "−")
