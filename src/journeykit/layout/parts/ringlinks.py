"""Arrows between nodes: straight where nothing stands between, else bent around it."""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from journeykit.diagram import RingLink
from journeykit.layout.ink import Ink
from journeykit.scene import Node, Path, PathBuilder

from .ringplaces import CENTRE, Spot

_BENDS = (0.0, 0.14, -0.14, 0.26, -0.26, 0.4, -0.4, 0.56, -0.56)
_CLEAR = 9.0
_GAP = 4.0
_SAMPLES = 24
_HEAD = (8.0, 4.5)


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


def wires_of(links: Sequence[RingLink], spots: Sequence[Spot], centre: tuple[float, float]) -> tuple[Wire, ...]:
    """The links whose ends are there; each as straight as the nodes between its ends allow."""
    places = {one.node.key: (one.x + centre[0], one.y + centre[1], one.radius) for one in spots}
    places[""] = (*centre, CENTRE)
    made: list[Wire] = []
    for link in links:
        if link.source in places and link.target in places and link.source != link.target:
            others = [held for key, held in places.items() if key not in {link.source, link.target}]
            made.append(_wire(link, places[link.source], places[link.target], others))
    return tuple(made)


def _wire(
    link: RingLink, source: tuple[float, float, float], target: tuple[float, float, float], others: Sequence[tuple[float, float, float]]
) -> Wire:
    best, least = None, math.inf
    for bend in _BENDS:
        wire = _bent(link, source, target, bend)
        hits = sum(math.hypot(x - ox, y - oy) < radius + _CLEAR for x, y in wire.points() for ox, oy, radius in others)
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


def draw_wire(wire: Wire, ink: Ink) -> list[Node]:
    """The line, which ends under its head, and the head; two heads where it holds both ways."""
    black = ink.palette.ink
    dash = (5.0, 3.0) if wire.link.style == "dashed" else ()
    start = _toward(wire.start, wire.control, _HEAD[0] - 1) if wire.link.both else wire.start
    end = _toward(wire.end, wire.control, _HEAD[0] - 1)
    # A parabola as a cubic: its control points lie at two thirds.
    one = _between(start, wire.control)
    other = _between(end, wire.control)
    line = PathBuilder().move(*start).curve(one, other, end).d
    nodes: list[Node] = [Path(d=line, stroke=black, stroke_width=1.5, dash=dash), _head(wire.control, wire.end, black)]
    if wire.link.both:
        nodes.append(_head(wire.control, wire.start, black))
    return nodes


def _between(end: tuple[float, float], control: tuple[float, float]) -> tuple[float, float]:
    return end[0] + 2 / 3 * (control[0] - end[0]), end[1] + 2 / 3 * (control[1] - end[1])


def _head(before: tuple[float, float], tip: tuple[float, float], colour: str) -> Path:
    dx, dy = tip[0] - before[0], tip[1] - before[1]
    length = math.hypot(dx, dy) or 1.0
    ux, uy = dx / length, dy / length
    back = (tip[0] - _HEAD[0] * ux, tip[1] - _HEAD[0] * uy)
    path = (
        PathBuilder()
        .move(*tip)
        .line(back[0] - _HEAD[1] * uy, back[1] + _HEAD[1] * ux)
        .line(back[0] + _HEAD[1] * uy, back[1] - _HEAD[1] * ux)
    )
    return Path(d=path.close().d, fill=colour)
