"""Marks of a line that not everybody goes along in the same way: where it can be left out, where it goes round, where it leads elsewhere."""

from collections.abc import Sequence

from journeykit.scene import Node, Path, PathBuilder

from .ink import Ink, rule
from .symbols import diamond

_LOOP = "M -1.6 -4.8 C -3.9 -4.1 -5.3 -2 -5.1 0.4 C -4.8 3.1 -2.6 5 0 5 C 2.8 5 5 2.8 5 0 C 5 -1.7 4.2 -3.2 3 -4.1"
_HEAD = "M 3.4 -1.2 L 2.6 -4.3 L 5.8 -4.9"
_ASIDE = 15.0
_DASH = (5.0, 4.0)
WIDTHS = {
    "optional": 40.0, "repeats": 14.0, "other-way": 40.0, "arc-branch": 36.0, "arc-on": 36.0, "link-loop": 36.0, "link-impact": 36.0,
}  # fmt: skip
"""How wide each is in the legend, px."""


def draw_line(start: float, end: float, y: float, *, optional: Sequence[tuple[float, float]], ink: Ink) -> list[Node]:
    """The line from `start` to `end`, broken over the stretches that can be left out, which are in order."""
    nodes: list[Node] = []
    at = start
    for left, right in ((max(start, low), min(end, high)) for low, high in _joined(optional)):
        if right > left:
            if left > at:
                nodes.append(rule(at, y, left, y, stroke=ink.palette.ink, width=5))
            nodes.append(rule(left, y, right, y, stroke=ink.palette.ink, width=5, dash=_DASH))
            at = right
    if end > at:
        nodes.append(rule(at, y, end, y, stroke=ink.palette.ink, width=5))
    return nodes


def _joined(stretches: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The stretches with neighbours in one."""
    out: list[tuple[float, float]] = []
    for left, right in stretches:
        if out and left <= out[-1][1]:
            out[-1] = (out[-1][0], right)
        else:
            out.append((left, right))
    return out


def draw_loop(x: float, y: float, reach: float, ink: Ink) -> list[Node]:
    """The sign of a loop at the upper right of a station of that radius."""
    return _loop(x + reach + 4, y - _ASIDE, ink)


def _loop(x: float, y: float, ink: Ink) -> list[Node]:
    stroke = ink.palette.ink
    return [Path(d=_LOOP, x=x, y=y, stroke=stroke, stroke_width=1.5), Path(d=_HEAD, x=x, y=y, stroke=stroke, stroke_width=1.5)]


def draw_waymark(symbol: str, x: float, y: float, ink: Ink) -> list[Node]:
    """The symbol in the legend, its left edge at `x`, around `y`."""
    match symbol:
        case "optional":
            return [rule(x, y, x + 40, y, stroke=ink.palette.ink, width=5, dash=_DASH)]
        case "repeats":
            return _loop(x + 7, y, ink)
        case "other-way":
            wave = PathBuilder().move(x, y + 5).curve((x + 14, y + 5), (x + 26, y - 5), (x + 40, y - 5))
            return [Path(d=wave.d, stroke=ink.palette.ink, stroke_width=1)]
        case _:
            return _arc(symbol, x, y, ink)


def _arc(symbol: str, x: float, y: float, ink: Ink) -> list[Node]:
    """A piece of an arc above the grid: grey for an effect, ink with a diamond for a branch, and from right to left for what leads back."""
    colour = ink.palette.rule2 if symbol == "link-impact" else ink.palette.ink
    start, end, side = (x + 31, x + 5, -1) if symbol == "link-loop" else (x + 5, x + 31, 1)
    d = PathBuilder().move(start, y + 8).line(start, y).curve((start, y - 4), (start + 3 * side, y - 7), (start + 7 * side, y - 7))
    d.line(end - 7 * side, y - 7).curve((end - 3 * side, y - 7), (end, y - 4), (end, y)).line(end, y + 1)
    head = PathBuilder().move(end - 4.5, y).line(end + 4.5, y).line(end, y + 8).close()
    nodes: list[Node] = [Path(d=d.d, stroke=colour, stroke_width=1.5), Path(d=head.d, fill=colour)]
    if symbol == "arc-branch":
        nodes.append(diamond(start, y + 5, 4.5, fill=ink.palette.paper, stroke=colour, stroke_width=1.5))
    return nodes
