"""What lies under the nodes: the rings, the rays between sectors, and the names of both."""

import math
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from journeykit.diagram import Rings
from journeykit.layout import ink as faces
from journeykit.layout.ink import Ink, rule
from journeykit.scene import Anchor, Circle, Group, Node
from journeykit.text import Line

from .box import Box
from .labels import Ground, Wish, overlap
from .ringplaces import CENTRE, Plan

_NAME_MOST = 240.0
# Names lean outwards but where they stand above or below the rings, and have one line there.
_LEANS, _STEEP = 0.25, 0.9
_KEY_ROW, _KEY_WIDTH, _KEY_DISC = 18.0, 104.0, 6.0


class Place(NamedTuple):
    """Where the map stands: the middle of the rings, and the room beside them for the names of sectors, px."""

    x: float
    y: float
    beside: float


class SectorName(NamedTuple):
    """The name of a sector, its box, how it stands in it, and the whole of it where it is cut."""

    lines: tuple[Line, ...]
    box: Box
    anchor: Anchor
    tip: str


def discs(plan: Plan, x: float, y: float, ink: Ink) -> list[Node]:
    """The rings but the innermost, which is paper."""
    # As strokes: what stands on a ring may reach over its edge.
    inner, middle, outer = plan.radii
    tints = ((inner, middle, ink.palette.back), (middle, outer, ink.palette.support))
    return [Circle(cx=x, cy=y, r=(near + far) / 2, stroke=tint, stroke_width=far - near) for near, far, tint in tints]


def rays(plan: Plan, x: float, y: float, *, words: Sequence[Box], ink: Ink) -> list[Node]:
    """Where sectors meet, left out under words; the words as far below the top of the map as they are drawn."""
    reach, near = plan.radii[2] + 20, CENTRE + 12
    nodes: list[Node] = []
    for one in plan.starts:
        across, up = math.sin(one), math.cos(one)
        points = [(x + far * across, y - far * up) for far in (near, *range(math.ceil(near) + 1, int(reach)), reach)]
        for is_free, held in groupby(points, lambda point: not any(overlap(Box(point[0], point[1], 0, 0), box, 2.0) for box in words)):
            if is_free and len(found := list(held)) > 1:
                nodes.append(rule(*found[0], *found[-1], stroke=ink.palette.rule2, dash=(1, 3)))
    return nodes


# ----------------------------------------------------------------------------------------------------------- sectors
def sector_names(rings: Rings, plan: Plan, place: Place, ground: Ground, *, ink: Ink) -> list[SectorName]:
    """Outside the rings, near the middle of each sector; cut only where no place holds the whole name."""
    found: list[SectorName] = []
    for at, text in enumerate(rings.sectors):
        if not text:
            continue
        begin = plan.starts[at] if plan.starts else 0.0
        end = plan.starts[at + 1] if at + 1 < len(plan.starts) else 2 * math.pi
        angles = [begin + share * (end - begin) for share in (0.5, 0.3, 0.7, 0.15, 0.85)]
        names = [_name(text, angle, plan.radii[2] + 14, place, ink=ink) for angle in angles]
        names.sort(key=lambda one: one.tip != "")
        if (taken := ground.place(Wish(tuple(one.box for one in names)))) is not None:
            found.append(names[taken])
    return found


def _name(text: str, angle: float, reach: float, place: Place, *, ink: Ink) -> SectorName:
    """A name beside the rings, in the room between them and the edge of the map; above and below them it is centred."""
    x, y = place.x + reach * math.sin(angle), place.y - reach * math.cos(angle)
    lean, up = math.sin(angle), math.cos(angle)
    beside = abs(lean) > _LEANS
    room = min(_NAME_MOST, reach + place.beside - 16 - reach * abs(lean)) if beside else _NAME_MOST
    tried = [ink.balance(text, room, faces.STATION_TITLE, max_lines=most) for most in ((2, 4) if abs(up) <= _STEEP else (1,))]
    found = tried[0] if not tried[0].cut else tried[-1]
    width = max((line.width for line in found.lines), default=0.0)
    left = x - width / 2 if not beside else x if lean > 0 else x - width
    height = faces.STATION_TITLE.line * len(found.lines)
    box = Box(left, y - 0.5 - height / 2 - (6 if up > _STEEP else 0), width, height)
    return SectorName(found.lines, box, "middle" if not beside else "start" if lean > 0 else "end", text if found.cut else "")


def draw_sector_name(name: SectorName, top: float, *, ink: Ink) -> Node:
    """The name; with its whole as tooltip where it is cut."""
    words = ink.lines(across(name.box, name.anchor), top + name.box.y + 13, name.lines, face=faces.STATION_TITLE, anchor=name.anchor)
    return Group(children=tuple(words), tip=name.tip) if name.tip or len(words) != 1 else words[0]


def across(box: Box, anchor: Anchor) -> float:
    """Where a text with this anchor begins in its box."""
    return box.x + {"start": 0.0, "middle": box.width / 2, "end": box.width}[anchor]


# ------------------------------------------------------------------------------------------------------------- rings
def ring_names(rings: Rings, plan: Plan, place: Place, ground: Ground, *, ink: Ink) -> list[tuple[str, Box]]:
    """On each ring near its outer edge, where there is room."""
    found = []
    for at, name in enumerate(rings.rings):
        if not name:
            continue
        width = ink.width(name, faces.SMALL)
        reach = plan.radii[at] - 14
        places = []
        for degrees in (100, 80, 260, 280, 170, 190, 10, 350, 125, 235, 55, 305, 145, 215, 35, 325):
            angle = math.radians(degrees)
            x, y = place.x + reach * math.sin(angle), place.y - reach * math.cos(angle)
            places.append(Box(x - width if math.sin(angle) > 0 else x, y - 7, width, 14))
        if (taken := ground.place(Wish(tuple(places)))) is not None:
            found.append((name, places[taken]))
    return found


def ring_key(rings: Rings, left: float, bottom: float) -> Box | None:
    """The room of a key of the tints, in the lower left corner of the map."""
    rows = sum(1 for one in rings.rings if one)
    return Box(left, bottom - _KEY_ROW * rows, _KEY_WIDTH, _KEY_ROW * rows) if rows else None


def draw_ring_key(rings: Rings, box: Box, top: float, ink: Ink) -> list[Node]:
    """A disc in the tint of each ring, and its name."""
    tints = (ink.palette.paper, ink.palette.back, ink.palette.support)
    nodes: list[Node] = []
    for at, (tint, name) in enumerate((tint, name) for tint, name in zip(tints, rings.rings, strict=True) if name):
        y = top + box.y + _KEY_ROW * (at + 0.5)
        nodes.append(Circle(cx=box.x + _KEY_DISC, cy=y, r=_KEY_DISC, fill=tint, stroke=ink.palette.rule2, stroke_width=1.0))
        nodes.append(ink.fitted(box.x + 2 * _KEY_DISC + 8, y + 4, name, box.width - 2 * _KEY_DISC - 8, face=faces.SMALL))
    return nodes
