"""Connectors drawn: line, heads, and what their kind brings."""

from collections.abc import Sequence
from itertools import pairwise

from journeykit.diagram import Connector, ConnectorKind
from journeykit.layout import ink as faces
from journeykit.layout.ink import Ink, rule
from journeykit.layout.symbols import diamond
from journeykit.scene import Node, Path, PathBuilder
from journeykit.text import Line

Points = Sequence[tuple[float, float]]
_RADIUS = 6.0
_HEAD = 8.0
_HALF = 4.5
_WORDS = 150.0


def words_of(connector: Connector, ink: Ink) -> tuple[Line, ...]:
    """The words beside a connector, wrapped."""
    return ink.wrap(connector.text, _WORDS, faces.SMALL, max_lines=4).lines if connector.text else ()


def draw_wire(kind: ConnectorKind, points: Points, *, heads: tuple[bool, bool], ink: Ink) -> list[Node]:
    """A polyline from its source to its target; `heads`: whether there is one at the source, at the target."""
    palette = ink.palette
    thick = 3.0 if kind == "handover" else 1.5
    line = list(points)
    if heads[1]:
        line[-1] = _back(points[-1], points[-2], _HEAD - 1)
    if heads[0]:
        line[0] = _back(points[0], points[1], _HEAD - 1)
    nodes: list[Node] = [Path(d=_rounded(line), stroke=palette.ink, stroke_width=thick, dash=(5.0, 3.0) if kind == "message" else ())]
    if heads[1]:
        nodes.append(head(points[-1], points[-2], palette.ink))
    if heads[0]:
        nodes.append(head(points[0], points[1], palette.ink))
    if kind == "handover":
        nodes.append(_bar(points[-1], points[-2], ink))
    if kind == "branch":
        x, y = _back(points[0], points[1], 7.0)
        nodes.append(diamond(x, y, 5.5, fill=palette.paper, stroke=palette.ink, stroke_width=1.5))
    return nodes


def _back(tip: tuple[float, float], before: tuple[float, float], by: float) -> tuple[float, float]:
    """From the tip so many px towards the point before it, at most half of the way."""
    dx, dy = before[0] - tip[0], before[1] - tip[1]
    length = abs(dx) + abs(dy)
    by = min(by, length / 2)
    return (tip[0] + dx / length * by, tip[1] + dy / length * by) if length else tip


def head(tip: tuple[float, float], before: tuple[float, float], colour: str) -> Path:
    """A filled arrow head with its tip there, pointing away from `before`."""
    x, y = tip
    dx, dy = before[0] - x, before[1] - y
    ux, uy = (0.0, 1.0 if dy > 0 else -1.0) if abs(dy) >= abs(dx) else (1.0 if dx > 0 else -1.0, 0.0)
    base = (x + ux * _HEAD, y + uy * _HEAD)
    one, two = (base[0] + uy * _HALF, base[1] + ux * _HALF), (base[0] - uy * _HALF, base[1] - ux * _HALF)
    return Path(d=PathBuilder().move(*one).line(*two).line(x, y).close().d, fill=colour)


def _bar(tip: tuple[float, float], before: tuple[float, float], ink: Ink) -> Path:
    """The bar across a handover, behind its head."""
    x, y = _back(tip, before, 12.0)
    if abs(before[0] - tip[0]) > abs(before[1] - tip[1]):
        return rule(x, y - 7, x, y + 7, stroke=ink.palette.ink, width=2.5)
    return rule(x - 7, y, x + 7, y, stroke=ink.palette.ink, width=2.5)


def _rounded(points: Points) -> str:
    """The line with its corners rounded."""
    path = PathBuilder().move(*points[0])
    for (one, corner), (_, two) in pairwise(pairwise(points)):
        radius = min(_RADIUS, _length(one, corner) / 2, _length(corner, two) / 2)
        start, end = _back(corner, one, radius), _back(corner, two, radius)
        path.line(*start)
        path.curve(_mid(start, corner), _mid(end, corner), end)
    return path.line(*points[-1]).d


def _mid(one: tuple[float, float], two: tuple[float, float]) -> tuple[float, float]:
    return (one[0] + 0.56 * (two[0] - one[0]), one[1] + 0.56 * (two[1] - one[1]))


def _length(one: tuple[float, float], two: tuple[float, float]) -> float:
    return abs(one[0] - two[0]) + abs(one[1] - two[1])
