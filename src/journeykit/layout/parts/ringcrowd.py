"""Where many nodes stand that bear numbers: each ring as many tracks wide as its nodes need."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from journeykit.diagram import RingNode, Rings

from .ringplaces import CENTRE, Plan, Spot, sectors_of

# The root of the weight from which on a node is as large as it gets.
_LARGEST = 3.0
# More room around the centre, where arrows meet.
_ROUND = 4.0
# No sector becomes so narrow that its name and its rays say nothing.
_LEAST_SPAN = 0.35


class Density(NamedTuple):
    """Radius of the smallest node, how much larger the largest is, and the room between two, px."""

    radius: float
    more: float
    apart: float

    @property
    def most(self) -> float:
        """Radius of the largest node."""
        return self.radius + self.more


# Squares must not touch at their corners: from middle to middle that takes the square root of two of their sides.
DENSITIES = (Density(14.0, 4.0, 16.0), Density(13.0, 3.0, 13.5), Density(13.0, 1.0, 12.0))
"""From loose to tight; the tightest still holds three figures."""


def crowd_of(rings: Rings, density: Density) -> Plan:
    """The places of all nodes; rings grow by whole tracks until their nodes have room."""
    held = sectors_of(rings)
    spans = _spans(held)
    starts = [math.fsum(spans[:at]) for at in range(len(spans))]
    track = CENTRE + _ROUND + density.apart + density.most
    spots: list[list[Spot]] = [[] for _ in held]
    edges: list[float] = []
    for ring in range(3):
        tracks = _tracks([len(sector[ring]) for sector in held], spans, track, density)
        for at, sector in enumerate(held):
            spots[at] += _spread(sector[ring], tracks, (starts[at], spans[at]), density)
        edges.append(tracks[-1] + density.most + density.apart / 2)
        track = edges[-1] + density.apart / 2 + density.most
    radii = (edges[0], edges[1], edges[2])
    return Plan(radii=radii, starts=tuple(starts) if len(held) > 1 else (), spots=tuple(one for placed in spots for one in placed))


def size_of(node: RingNode, density: Density) -> float:
    """Radius of a node: larger by its weight, within a step that leaves its neighbours their room."""
    return density.radius + density.more * min(1.0, math.sqrt(max(0, node.weight)) / _LARGEST)


def _spans(held: Sequence[Sequence[Sequence[RingNode]]]) -> list[float]:
    """The angle of each sector, by how many nodes stand in it."""
    counts = [sum(map(len, sector)) for sector in held]
    mean = sum(counts) / len(counts)
    shares = [max(_LEAST_SPAN * mean, one, 1.0) for one in counts]
    return [2 * math.pi * one / sum(shares) for one in shares]


def _tracks(counts: Sequence[int], spans: Sequence[float], first: float, density: Density) -> list[float]:
    """The radii of so many tracks that each sector has room for its nodes."""
    pitch = 2 * density.most + density.apart
    tracks = [first]
    left = list(counts)
    while True:
        left = [max(0, count - _room(tracks[-1], span, density)) for count, span in zip(left, spans, strict=True)]
        if not any(left):
            return tracks
        tracks.append(tracks[-1] + pitch)


def _room(track: float, span: float, density: Density) -> int:
    """How many nodes stand on a part of a track without touching."""
    wide = 2 * density.most + density.apart
    return int(span / (2 * math.asin(min(1.0, wide / (2 * track)))) + 1e-9)


def _spread(nodes: Sequence[RingNode], tracks: Sequence[float], sector: tuple[float, float], density: Density) -> list[Spot]:
    """The nodes of a sector on the tracks of a ring: on each about as many as its length takes, evenly apart."""
    start, span = sector
    rooms = [_room(track, span, density) for track in tracks]
    spots: list[Spot] = []
    taken, behind = 0, sum(rooms)
    for track, room in zip(tracks, rooms, strict=True):
        left = len(nodes) - taken
        count = min(room, left, -(-left * room // behind)) if behind else 0
        behind -= room
        # At least what the tracks further out have no room for.
        count = max(count, left - behind)
        for at, node in enumerate(nodes[taken : taken + count]):
            angle = start + span * (at + 0.5) / count
            spots.append(Spot(node, track * math.sin(angle), -track * math.cos(angle), size_of(node, density), angle))
        taken += count
    return spots
