"""Rings around a centre, tinted darker outwards, with nodes, arrows and words."""

import math
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from journeykit.diagram import RingNode, Rings
from journeykit.layout import ink as faces
from journeykit.layout.blocks import Block
from journeykit.layout.ink import Ink, rule
from journeykit.layout.saying import said
from journeykit.layout.sources import Sources
from journeykit.layout.space import MARGIN
from journeykit.scene import Anchor, Circle, Group, Node
from journeykit.text import Line

from .box import Box
from .labels import Ground, Wish, around, overlap
from .nodeshapes import shape
from .ringlinks import Wire, draw_wire, wires_of
from .ringplaces import CENTRE, Plan, Spot, plan_of

_BESIDE = 176.0
_ABOVE = 34.0
_LABEL = 148.0
_TOUCH, _FURTHER = 7.0, 19.0
# Steps so short that no wire passes between two of them through a label.
_STEPS = 120
_LIST = 22.0
_NAME_MOST = 240.0
# Names lean outwards but where they stand above or below the rings, and have one line there.
_LEANS, _STEEP = 0.25, 0.9


class _Label(NamedTuple):
    """Words of a node, their box, and how they stand in it."""

    title: tuple[Line, ...]
    detail: tuple[Line, ...]
    box: Box
    anchor: Anchor


class _Name(NamedTuple):
    """The name of a sector, its box, how it stands in it, and the whole of it where it is cut."""

    lines: tuple[Line, ...]
    box: Box
    anchor: Anchor
    tip: str


def rings_width(rings: Rings, ink: Ink) -> float:
    """px between the margins."""
    del ink
    return 2 * (plan_of(rings).radii[2] + _BESIDE)


def rings_blocks(rings: Rings, right: float, ink: Ink, sources: Sources) -> list[Block]:
    """The map as one block; then a list of the links whose words found no room on it."""
    plan = plan_of(rings)
    radius = plan.radii[2]
    middle = ((MARGIN + right) / 2, radius + _ABOVE)
    height = 2 * (radius + _ABOVE)
    wires = wires_of(rings.links, plan.spots, middle)
    ground = Ground(Box(MARGIN, 0, right - MARGIN, height))
    named = _sector_names(rings, plan, middle, ground, ink=ink)
    labels = _labels(plan, middle, wires, ground, ink=ink)
    rung = _ring_names(rings, plan, middle, ground, ink=ink)
    written, left = _wire_words(wires, ground, ink)
    words = [*(one.box for one in labels if one), *(one[1] for one in rung), *(one[1] for one in written.values())]

    def paint(top: float) -> list[Node]:
        y = middle[1]
        nodes: list[Node] = [*_discs(plan, middle[0], top + y, ink)]
        nodes += _rays(plan, middle[0], top + y, words=[one._replace(y=one.y + top) for one in words], ink=ink)
        nodes += [_draw_name(name, top, ink=ink) for name in named]
        nodes += [_moved_text(text, box, top, face, ink=ink) for text, box, face in rung]
        items = [_wire_item(wire, top, written.get(at), ink) for at, wire in enumerate(wires)]
        people = [_person(rings, middle[0], top + y, ink=ink, sources=sources)]
        people += [_node(spot, labels[at], middle, top, ink=ink, sources=sources) for at, spot in enumerate(plan.spots)]
        if items:
            nodes.append(Group(children=tuple(items), role="list", label=rings.unwritten))
        nodes.append(Group(children=tuple(people), role="list", label=rings.centre))
        return nodes

    blocks = [Block(height=height, paint=paint, gap=16.0)]
    missed = [spot.node for at, spot in enumerate(plan.spots) if labels[at] is None]
    if missed or left:
        blocks += _list(rings, plan, missed, [wires[at] for at in left], ink=ink)
    return blocks


# ------------------------------------------------------------------------------------------------------------ ground
def _discs(plan: Plan, x: float, y: float, ink: Ink) -> list[Node]:
    # As strokes: what stands on a ring may reach over its edge.
    inner, middle, outer = plan.radii
    tints = ((inner, middle, ink.palette.back), (middle, outer, ink.palette.support))
    return [Circle(cx=x, cy=y, r=(near + far) / 2, stroke=tint, stroke_width=far - near) for near, far, tint in tints]


def _rays(plan: Plan, x: float, y: float, *, words: Sequence[Box], ink: Ink) -> list[Node]:
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


def _sector_names(rings: Rings, plan: Plan, middle: tuple[float, float], ground: Ground, *, ink: Ink) -> list[_Name]:
    """Outside the rings, near the middle of each sector; cut only where no place holds the whole name in two lines."""
    found: list[_Name] = []
    for at, text in enumerate(rings.sectors):
        begin = plan.starts[at] if plan.starts else 0.0
        end = plan.starts[at + 1] if at + 1 < len(plan.starts) else 2 * math.pi
        angles = [begin + share * (end - begin) for share in (0.5, 0.3, 0.7, 0.15, 0.85)]
        names = [_name(text, angle, plan.radii[2] + 14, middle, ink=ink) for angle in angles]
        names.sort(key=lambda one: one.tip != "")
        if (taken := ground.place(Wish(tuple(one.box for one in names)))) is not None:
            found.append(names[taken])
    return found


def _name(text: str, angle: float, reach: float, middle: tuple[float, float], *, ink: Ink) -> _Name:
    """A name beside the rings, in the room between them and the edge of the map; above and below them it is centred."""
    x, y = middle[0] + reach * math.sin(angle), middle[1] - reach * math.cos(angle)
    lean, up = math.sin(angle), math.cos(angle)
    beside = abs(lean) > _LEANS
    room = min(_NAME_MOST, reach + _BESIDE - 16 - reach * abs(lean)) if beside else _NAME_MOST
    found = ink.balance(text, room, faces.STATION_TITLE, max_lines=2 if abs(up) <= _STEEP else 1)
    width = max((line.width for line in found.lines), default=0.0)
    left = x - width / 2 if not beside else x if lean > 0 else x - width
    height = faces.STATION_TITLE.line * len(found.lines)
    box = Box(left, y - 0.5 - height / 2 - (6 if up > _STEEP else 0), width, height)
    return _Name(found.lines, box, "middle" if not beside else "start" if lean > 0 else "end", text if found.cut else "")


def _ring_names(rings: Rings, plan: Plan, middle: tuple[float, float], ground: Ground, *, ink: Ink) -> list[tuple[str, Box, faces.Face]]:
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
            x, y = middle[0] + reach * math.sin(angle), middle[1] - reach * math.cos(angle)
            places.append(Box(x - width if math.sin(angle) > 0 else x, y - 7, width, 14))
        if (taken := ground.place(Wish(tuple(places)))) is not None:
            found.append((name, places[taken], faces.SMALL))
    return found


# ------------------------------------------------------------------------------------------------------------- words
def _labels(plan: Plan, middle: tuple[float, float], wires: tuple[Wire, ...], ground: Ground, *, ink: Ink) -> list[_Label | None]:
    ground.take(Box(middle[0] - CENTRE, middle[1] - CENTRE, 2 * CENTRE, 2 * CENTRE))
    for spot in plan.spots:
        reach = spot.radius + 2
        ground.take(Box(middle[0] + spot.x - reach, middle[1] + spot.y - reach, 2 * reach, 2 * reach))
    for wire in wires:
        ground.avoid(wire.points(_STEPS))
    order = sorted(range(len(plan.spots)), key=lambda at: (-plan.spots[at].radius, at))
    found: dict[int, _Label | None] = {at: _label(plan.spots[at], middle, ground, ink) for at in order}
    return [found[at] for at in range(len(plan.spots))]


def _label(spot: Spot, middle: tuple[float, float], ground: Ground, ink: Ink) -> _Label | None:
    """Near or a little further off, in longer lines or shorter ones: where no wire runs through, else where the fewest do."""
    order = ("e", "w", "s", "n", "se", "ne", "sw", "nw") if spot.x >= 0 else ("w", "e", "s", "n", "sw", "nw", "se", "ne")
    found: list[_Label] = []
    for widest in (_LABEL, 96.0):
        title = ink.wrap(spot.node.title, widest, faces.STRONG, max_lines=3).lines
        detail = ink.wrap(spot.node.detail, widest, faces.SMALL, max_lines=2).lines if spot.node.detail else ()
        width = max((line.width for line in (*title, *detail)), default=0.0)
        size = (width, 16.0 * len(title) + 14.0 * len(detail))
        for gap in (_TOUCH, _FURTHER):
            wish = around(middle[0] + spot.x, middle[1] + spot.y, spot.radius + gap, size, order=order)
            for wind, box in zip(order, wish.places, strict=True):
                anchor: Anchor = "middle" if wind in {"s", "n"} else "end" if wind.endswith("w") else "start"
                found.append(_Label(title, detail, box, anchor))
    taken = ground.place(Wish(tuple(one.box for one in found)))
    return None if taken is None else found[taken]


def _wire_words(wires: tuple[Wire, ...], ground: Ground, ink: Ink) -> tuple[dict[int, tuple[str, Box]], list[int]]:
    """The words along each link that has some, and the links whose words found no room."""
    written: dict[int, tuple[str, Box]] = {}
    left: list[int] = []
    for at, wire in enumerate(wires):
        if not wire.link.text:
            continue
        width = ink.width(wire.link.text, faces.SMALL)
        places: list[Box] = []
        for t in (0.5, 0.4, 0.6, 0.3, 0.7):
            x, y = wire.at(t)
            places += around(x, y, 6.0, (width, 14.0), order=("e", "w", "n", "s", "ne", "se", "nw", "sw")).places
        taken = ground.place(Wish(tuple(places))) if width <= _LABEL else None
        if taken is None:
            left.append(at)
        else:
            written[at] = (wire.link.text, places[taken])
    return written, left


def _draw_name(name: _Name, top: float, *, ink: Ink) -> Node:
    across = _across(name.box, name.anchor)
    words = ink.lines(across, top + name.box.y + 13, name.lines, face=faces.STATION_TITLE, anchor=name.anchor)
    return Group(children=tuple(words), tip=name.tip) if name.tip or len(words) != 1 else words[0]


def _across(box: Box, anchor: Anchor) -> float:
    return box.x + {"start": 0.0, "middle": box.width / 2, "end": box.width}[anchor]


def _moved_text(text: str, box: Box, top: float, face: faces.Face, *, ink: Ink) -> Node:
    return ink.text(box.x, top + box.y + box.height - 4, text, face=face, width=box.width)


# ------------------------------------------------------------------------------------------------------------- nodes
def _person(rings: Rings, x: float, y: float, *, ink: Ink, sources: Sources) -> Group:
    palette = ink.palette
    lines = ink.wrap(rings.centre, 2 * CENTRE - 14, faces.STRONG, max_lines=3).lines
    words = ink.lines(x, y + 4 - 8 * (len(lines) - 1), lines, face=faces.STRONG, fill=palette.paper, anchor="middle")
    disc = Circle(cx=x, cy=y, r=CENTRE, fill=palette.ink)
    tip = rings.centre if any(line.text.endswith("…") for line in lines) else ""
    return Group(children=(disc, *words), role="listitem", label=rings.centre or "–", tip=tip, source=sources.claim(rings.centre_source))


def _node(spot: Spot, label: _Label | None, middle: tuple[float, float], top: float, *, ink: Ink, sources: Sources) -> Group:
    node, x, y = spot.node, middle[0] + spot.x, top + middle[1] + spot.y
    drawn = shape(node.shape, x, y, spot.radius, ink=ink, faint=node.faint)
    tip = node.tip
    if label is not None:
        across = _across(label.box, label.anchor)
        first = top + label.box.y + 12
        drawn += ink.lines(across, first, label.title, face=faces.STRONG, anchor=label.anchor)
        drawn += ink.lines(across, first + 16 * len(label.title) - 1, label.detail, face=faces.SMALL, anchor=label.anchor)
    if label is None or any(line.text.endswith("…") for line in (*label.title, *label.detail)):
        tip = tip or said("", None, node.title, node.detail)
    if label is None:
        drawn.append(ink.text(x, y + 4, _sign(node), face=faces.SMALL_STRONG, anchor="middle"))
    words = said("", None, node.title, node.detail, node.tip)
    return Group(children=tuple(drawn), role="listitem", label=words, tip=tip, source=sources.claim(node.source))


def _sign(node: RingNode) -> str:
    return node.key[:2]


def _wire_item(wire: Wire, top: float, words: tuple[str, Box] | None, ink: Ink) -> Group:
    moved = Wire(wire.link, *((x, y + top) for x, y in (wire.start, wire.control, wire.end)))
    drawn = draw_wire(moved, ink)
    if words is not None:
        drawn.append(_moved_text(words[0], words[1], top, faces.SMALL, ink=ink))
    return Group(children=tuple(drawn), role="listitem", label=wire.link.said, tip=wire.link.said)


def _list(rings: Rings, plan: Plan, missed: list[RingNode], left: list[Wire], *, ink: Ink) -> list[Block]:
    """What found no room on the map, in words."""
    del plan
    texts = [*(said(_sign(one), None, one.title, one.detail) for one in missed), *(wire.link.said for wire in left)]
    blocks = []
    for at, text in enumerate(texts):
        lines = ink.wrap(text, 720, faces.SMALL).lines
        head = ink.wrap(rings.unwritten, 720, faces.STRONG).lines if at == 0 and rings.unwritten else ()

        def paint(top: float, lines: tuple[Line, ...] = lines, head: tuple[Line, ...] = head, text: str = text) -> list[Node]:
            nodes: list[Node] = [Group(children=tuple(ink.lines(MARGIN, top + 12, head, face=faces.STRONG)))] if head else []
            words = ink.lines(MARGIN, top + 12 + _LIST * bool(head), lines, face=faces.SMALL)
            return [*nodes, Group(children=tuple(words), role="group", label=text)]

        blocks.append(Block(height=14.0 * len(lines) + (_LIST if head else 0.0), paint=paint, gap=12.0 if head else 4.0))
    return blocks
