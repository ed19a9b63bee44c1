"""Arrows between nodes: straight where nothing stands between, else bent around it."""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from journeykit.diagram import RingLink
from journeykit.layout.ink import Ink
from journeykit.scene import Node, Path, PathBuilder

from .box import Box
from .labels import Ground
from .ringplaces import CENTRE, Spot

_BENDS = (0.0, 0.14, -0.14, 0.26, -0.26, 0.4, -0.4, 0.56, -0.56)
_CLEAR = 9.0
_GAP = 4.0
_OVER = 12.0
_SAMPLES = 24
_HEAD = (8.0, 4.5)
_TILE = 48.0
# Steps along a line in looking for words on it, and the least part of it that is worth drawing.
_PARTS = 120
_LEAST_PART = 0.02


class Wire(NamedTuple):
    """A link with both ends and its control point, px."""

    link: RingLink
    start: tuple[float, float]
    control: tuple[float, float]
    end: tuple[float, float]

    def at(self, t: float) -> tuple[float, float]:
        """The point at a share of the way."""
        (ax, ay), (bx, by), (cx, cy) = self.start, self.control, self.end
        u = 1 - t
        return u * u * ax + 2 * u * t * bx + t * t * cx, u * u * ay + 2 * u * t * by + t * t * cy

    def points(self, count: int = _SAMPLES) -> Iterator[tuple[float, float]]:
        """Points along it: both ends, and as many steps between."""
        return (self.at(at / count) for at in range(count + 1))


def wires_of(links: Sequence[RingLink], spots: Sequence[Spot], centre: tuple[float, float], *, clear: float = _CLEAR) -> tuple[Wire, ...]:
    """The links whose ends are there; each as straight as the nodes between its ends allow, `clear` px from them where it can."""
    places = {one.node.key: (one.x + centre[0], one.y + centre[1], one.radius) for one in spots}
    places[""] = (*centre, CENTRE)
    others = _Obstacles(places, clear, centre, max((math.hypot(one.x, one.y) + one.radius for one in spots), default=0.0) + _OVER)
    return tuple(
        _wire(link, places, others)
        for link in links
        if link.source in places and link.target in places and link.source != link.target
    )  # fmt: skip


def stubs_of(links: Sequence[RingLink], spots: Sequence[Spot], centre: tuple[float, float], length: float) -> tuple[Wire, ...]:
    """The links with the centre as short arrows at their nodes, along the way from or to the centre."""
    places = {one.node.key: one for one in spots}
    made: list[Wire] = []
    for link in links:
        spot = places.get(link.source or link.target)
        if spot is not None and "" in {link.source, link.target} and link.source != link.target:
            at = (spot.x + centre[0], spot.y + centre[1])
            edge = _edge(spot)
            ends = (_toward(at, centre, edge), _toward(at, centre, edge + length))
            start, end = ends if link.source else (ends[1], ends[0])
            made.append(Wire(link, start, ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2), end))
    return tuple(made)


def _edge(spot: Spot) -> float:
    """px from the middle of a node to its outline, toward the centre."""
    length = math.hypot(spot.x, spot.y) or 1.0
    across, down = abs(spot.x) / length, abs(spot.y) / length
    if spot.node.shape == "diamond":
        return 1.15 * spot.radius / (across + down)
    return spot.radius if spot.node.shape == "circle" else spot.radius / max(across, down)


class _Obstacles:
    """Nodes by the tiles they touch, and how far from the centre a link may lead."""

    def __init__(
        self, places: Mapping[str, tuple[float, float, float]], clear: float, centre: tuple[float, float], farthest: float
    ) -> None:
        self._centre, self._farthest = centre, farthest
        self._tiles: dict[tuple[int, int], list[tuple[str, float, float, float]]] = {}
        for key, (x, y, radius) in places.items():
            reach = radius + clear
            for across in range(int((x - reach) // _TILE), int((x + reach) // _TILE) + 1):
                for down in range(int((y - reach) // _TILE), int((y + reach) // _TILE) + 1):
                    self._tiles.setdefault((across, down), []).append((key, x, y, reach))

    def hits(self, wire: Wire) -> int:
        """How often a wire touches nodes other than its ends, or leads too far out."""
        own = {wire.link.source, wire.link.target}
        points = list(wire.points())
        return sum(math.dist(point, self._centre) > self._farthest for point in points) + sum(
            key not in own and math.hypot(x - ox, y - oy) < reach
            for x, y in points
            for key, ox, oy, reach in self._tiles.get((int(x // _TILE), int(y // _TILE)), ())
        )


def _wire(link: RingLink, places: Mapping[str, tuple[float, float, float]], others: _Obstacles) -> Wire:
    source, target = places[link.source], places[link.target]
    best, least = None, math.inf
    for bend in _BENDS:
        wire = _bent(link, source, target, bend)
        hits = others.hits(wire)
        if hits < least:
            best, least = wire, hits
        if hits == 0:
            break
    return best or _bent(link, source, target, 0.0)


def _bent(link: RingLink, source: tuple[float, float, float], target: tuple[float, float, float], bend: float) -> Wire:
    (ax, ay, ar), (bx, by, br) = source, target
    dx, dy = bx - ax, by - ay
    control = ((ax + bx) / 2 - bend * dy, (ay + by) / 2 + bend * dx)
    return Wire(link, _toward((ax, ay), control, ar + _GAP), control, _toward((bx, by), control, br + _GAP))


def _toward(origin: tuple[float, float], to: tuple[float, float], by: float) -> tuple[float, float]:
    dx, dy = to[0] - origin[0], to[1] - origin[1]
    length = math.hypot(dx, dy) or 1.0
    return origin[0] + dx / length * by, origin[1] + dy / length * by


class Stroke(NamedTuple):
    """How links are drawn: colour and width of the line, colour, length and half the width of the head."""

    colour: str
    width: float
    head: str
    length: float
    half: float


def plain_stroke(ink: Ink) -> Stroke:
    """Of a map with names."""
    return Stroke(ink.palette.ink, 1.5, ink.palette.ink, *_HEAD)


def thin_stroke(ink: Ink) -> Stroke:
    """Of a map with so many links that each steps back."""
    return Stroke(ink.palette.rule2, 1.0, ink.palette.ink2, 6.0, 3.0)


def stub_stroke(ink: Ink) -> Stroke:
    """Of the short arrows of such a map, which are to be seen first."""
    return Stroke(ink.palette.ink, 1.5, ink.palette.ink, 6.0, 3.5)


def draw_wire(wire: Wire, stroke: Stroke, words: Ground | None = None) -> list[Node]:
    """The line, which ends under its head and is left out under words, and the head; two heads where it holds both ways."""
    dash = (5.0, 3.0) if wire.link.style == "dashed" else ()
    back = stroke.length - 1
    line = wire._replace(
        start=_toward(wire.start, wire.control, back) if wire.link.both else wire.start, end=_toward(wire.end, wire.control, back)
    )
    nodes: list[Node] = [
        Path(d=_curve(line, first, last), stroke=stroke.colour, stroke_width=stroke.width, dash=dash) for first, last in _free(line, words)
    ]
    nodes.append(_head(wire.control, wire.end, stroke))
    if wire.link.both:
        nodes.append(_head(wire.control, wire.start, stroke))
    return nodes


def _free(wire: Wire, words: Ground | None) -> list[tuple[float, float]]:
    """The parts of the way that lie under no words, as shares of it."""
    if words is None:
        return [(0.0, 1.0)]
    found: list[tuple[float, float]] = []
    steps = [at / _PARTS for at in range(_PARTS + 1)]
    for is_free, held in groupby(steps, lambda t: words.is_free(Box(*wire.at(t), 0.0, 0.0))):
        part = list(held)
        if is_free and part[-1] - part[0] >= _LEAST_PART:
            found.append((part[0], part[-1]))
    return found


def _curve(wire: Wire, first: float, last: float) -> str:
    """The part of a parabola between two shares of its way, as a cubic: the control points of which lie at two thirds."""
    start, end = wire.at(first), wire.at(last)
    (ax, ay), (cx, cy), (bx, by) = wire.start, wire.control, wire.end
    one, both, other = (1 - first) * (1 - last), first * (1 - last) + last * (1 - first), first * last
    control = (one * ax + both * cx + other * bx, one * ay + both * cy + other * by)
    return PathBuilder().move(*start).curve(_between(start, control), _between(end, control), end).d


def _between(end: tuple[float, float], control: tuple[float, float]) -> tuple[float, float]:
    return end[0] + 2 / 3 * (control[0] - end[0]), end[1] + 2 / 3 * (control[1] - end[1])


def _head(before: tuple[float, float], tip: tuple[float, float], stroke: Stroke) -> Path:
    dx, dy = tip[0] - before[0], tip[1] - before[1]
    length = math.hypot(dx, dy) or 1.0
    ux, uy = dx / length, dy / length
    back = (tip[0] - stroke.length * ux, tip[1] - stroke.length * uy)
    path = (
        PathBuilder()
        .move(*tip)
        .line(back[0] - stroke.half * uy, back[1] + stroke.half * ux)
        .line(back[0] + stroke.half * uy, back[1] - stroke.half * ux)
    )
    return Path(d=path.close().d, fill=stroke.head)
