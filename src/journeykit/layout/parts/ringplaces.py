"""Where nodes stand on their rings: clockwise by sector, none closer to another than their size asks for."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from journeykit.diagram import RingNode, Rings

CENTRE = 42.0
_INNER = 140.0
_RING = 92.0
_NODE = (11.0, 23.0)
_APART = 92.0


class Spot(NamedTuple):
    """A node with its middle and radius, px, the centre of the rings at (0, 0); `angle` clockwise from the top."""

    node: RingNode
    x: float
    y: float
    radius: float
    angle: float


class Plan(NamedTuple):
    """Outer radius of each ring, the angles at which sectors begin, and the nodes, clockwise by sector."""

    radii: tuple[float, float, float]
    starts: tuple[float, ...]
    spots: tuple[Spot, ...]


def sectors_of(rings: Rings) -> list[list[list[RingNode]]]:
    """The nodes by sector and ring, in their order."""
    count = max([1, len(rings.sectors), *(one.sector + 1 for one in rings.nodes)])
    held: list[list[list[RingNode]]] = [[[], [], []] for _ in range(count)]
    for one in rings.nodes:
        held[one.sector][one.ring].append(one)
    return held


def plan_of(rings: Rings) -> Plan:
    """The places of all nodes; rings grow until their nodes have room."""
    held = sectors_of(rings)
    count = len(held)
    need = [max(1.0, *(len(ring) for ring in sector)) for sector in held]
    total = sum(need)
    starts, angle = [], 0.0
    for one in need:
        starts.append(angle)
        angle += 2 * math.pi * one / total
    spans = [2 * math.pi * one / total for one in need]
    middles = _middles(held, spans)
    spots = [
        _spot(node, middles[ring], starts[sector] + spans[sector] * _share(at, len(nodes), ring))
        for sector in range(count)
        for ring in range(3)
        for nodes in (held[sector][ring],)
        for at, node in enumerate(nodes)
    ]
    radii = (_edge(middles, 0), _edge(middles, 1), middles[2] + _RING / 2)
    return Plan(radii=radii, starts=tuple(starts) if count > 1 else (), spots=tuple(spots))


def _middles(held: Sequence[Sequence[Sequence[RingNode]]], spans: Sequence[float]) -> list[float]:
    """The middle radius of each ring, as near as its nodes allow."""
    middles: list[float] = []
    for ring in range(3):
        least = 98.0 if ring == 0 else middles[-1] + _RING
        for sector, span in zip(held, spans, strict=True):
            crowd = len(sector[ring])
            if crowd > 1 or (crowd and len(held) > 1):
                least = max(least, _APART * crowd / span)
        middles.append(least)
    return middles


def _edge(middles: Sequence[float], ring: int) -> float:
    return (middles[ring] + middles[ring + 1]) / 2


def _share(at: int, count: int, ring: int) -> float:
    """Where in its sector a node stands, 0 to 1; a little askew from ring to ring, so that they do not stand in line with the centre."""
    return (at + 0.5 + (0.0, 0.14, -0.14)[ring]) / count


def _spot(node: RingNode, radius: float, angle: float) -> Spot:
    size = min(_NODE[1], _NODE[0] + 4.0 * math.sqrt(max(0, node.weight)))
    return Spot(node, radius * math.sin(angle), -radius * math.cos(angle), size, angle)
