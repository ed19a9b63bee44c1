"""Rings around a centre, tinted darker outwards: nodes with their names, or with numbers and a key where they are many."""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from attrs import evolve

from journeykit.diagram import RingLink, Rings
from journeykit.layout import ink as faces
from journeykit.layout.blocks import Block
from journeykit.layout.ink import Ink
from journeykit.layout.saying import said
from journeykit.layout.sources import Sources
from journeykit.layout.space import MARGIN
from journeykit.scene import Circle, Group, Node

from .box import Box
from .keylist import BETWEEN, COLUMN, Beside, KeyEntry, draw_beside, key_below, key_width, set_beside
from .labels import Ground
from .nodeshapes import shape
from .ringcrowd import DENSITIES, Density, crowd_of
from .ringground import Place, SectorName, across, discs, draw_ring_key, draw_sector_name, rays, ring_key, ring_names, sector_names
from .ringlabels import NodeLabel, node_labels, wire_words
from .ringlinks import Stroke, Wire, draw_wire, plain_stroke, stub_stroke, stubs_of, thin_stroke, wires_of
from .ringplaces import CENTRE, Plan, Spot, plan_of

_BESIDE, _BESIDE_CROWD = 176.0, 112.0
_ABOVE = 34.0
# More than so many nodes bear numbers from the start.
_NAMED = 40
# With more links than these as well, once they are more than a handful: then words and lines are in each other's way.
_LINKED, _HANDFUL = 36, 12
# Names on the map are given up where more than this share of them finds no place.
_MISSED = 0.2
_WIDEST = 1904.0 - 2 * MARGIN
_CLEAR = 4.0
_STUB = 12.0
# The disc in the middle, in a list.
_CENTRE_SIGN = "●"
# More lines than these hide the nodes: then only those with the centre are drawn, as short arrows, and all others told in words.
_WIRED = 80
# How much longer than the map its key may be, so that none of it has to stand below.
_LONGER = (1.0, 1.15, 1.3)
_GAP = 16.0
# About as high as a legend.
_LEGEND = 96.0


class _Map(NamedTuple):
    """All that stands on the map, placed from its top: `numbers` of nodes by key; `written` words along wires, `left` links to be listed."""

    plan: Plan
    place: Place
    height: float
    wires: tuple[Wire, ...]
    stubs: tuple[Wire, ...]
    numbers: Mapping[str, str]
    labels: Sequence[NodeLabel | None]
    sectors: Sequence[SectorName]
    rings: Sequence[tuple[str, Box]]
    key: Box | None
    written: Mapping[int, tuple[str, Box]]
    left: Sequence[RingLink]
    is_crowd: bool = False


def rings_width(rings: Rings, ink: Ink) -> float:
    """px between the margins."""
    rings = _turned(rings, ink)
    if _is_small(rings):
        return 2 * (plan_of(rings).radii[2] + _BESIDE)
    plan = crowd_of(rings, DENSITIES[0])
    wide = 2 * (plan.radii[2] + _BESIDE_CROWD)
    entries = _entries(plan, _numbered(plan, ink))
    return wide + BETWEEN + key_width(entries, _height(plan), max(COLUMN, _WIDEST - wide - BETWEEN), ink)


def rings_blocks(rings: Rings, right: float, ink: Ink, sources: Sources, *, most: float | None = None) -> list[Block]:
    """The map as one block, with as much of its key as stands beside it; then the rest of the key and the links whose words found no room.

    Args:
        rings: what to draw.
        right: where the page ends, px.
        ink: what to write with.
        sources: which model paths the page already shows.
        most: height that a sheet of paper has for the map, px; None on an endless page.
    """
    rings = _turned(rings, ink)
    if (named := _named(rings, right, ink, most=most)) is not None:
        return _blocks(rings, named, right, ink=ink, sources=sources, most=most)
    tried = (_blocks(rings, _crowd(rings, one, ink), right, ink=ink, sources=sources, most=most) for one in DENSITIES)
    if most is None:
        return next(tried)
    # As loose as everything fits on one sheet; else as loose as the map does.
    made = list(tried)
    alone = (one for one in made if sum(block.height + block.gap for block in one) + _LEGEND <= most)
    under = (one for one in made if one[0].height <= most)
    return next(alone, None) or next(under, None) or [made[-1][0]._replace(joins=True), *made[-1][1:]]


def _blocks(rings: Rings, found: _Map, right: float, *, ink: Ink, sources: Sources, most: float | None) -> list[Block]:
    entries = _entries(found.plan, found.numbers)
    edge = found.place.x + found.plan.radii[2] + found.place.beside + BETWEEN
    beside = set_beside((), 0.0, 0.0, ink)
    if found.is_crowd:
        heights = [found.height * longer for longer in _LONGER] if most is None else [found.height, max(found.height, most)]
        fitting = (set_beside(entries, right - edge, height, ink) for height in heights)
        beside = next((one for one in fitting if one.taken == len(entries)), None) or set_beside(
            entries, right - edge, heights[0 if most is None else 1], ink
        )
    first = _block(rings, found, beside, edge, ink=ink, sources=sources)
    links = _connections(found)
    return [first, *key_below(entries[beside.taken :], right, ink), *key_below(links, right, ink, title=rings.unwritten)]


def _is_small(rings: Rings) -> bool:
    """Whether names on the map are worth trying."""
    return len(rings.nodes) <= _NAMED and (len(rings.links) <= _LINKED or len(rings.nodes) <= _HANDFUL)


# -------------------------------------------------------------------------------------------------------------- plan
def _named(rings: Rings, right: float, ink: Ink, *, most: float | None) -> _Map | None:
    """The map with names; None where they are too many, or it is too large for its sheet."""
    plan = plan_of(rings)
    height, room = _height(plan), right - MARGIN
    if not _is_small(rings) or (most is not None and (height > most or 2 * (plan.radii[2] + _BESIDE) > room)):
        return None
    place = Place((MARGIN + right) / 2, plan.radii[2] + _ABOVE, _BESIDE)
    wires = wires_of(rings.links, plan.spots, (place.x, place.y))
    ground = Ground(Box(MARGIN, 0, room, height))
    sectors = sector_names(rings, plan, place, ground, ink=ink)
    labels = node_labels(plan, place, wires, ground, ink=ink)
    missed = [spot for spot, label in zip(plan.spots, labels, strict=True) if label is None]
    if len(missed) > max(2.0, _MISSED * len(plan.spots)):
        return None
    rung = ring_names(rings, plan, place, ground, ink=ink)
    written, left = wire_words(wires, ground, ink)
    numbers = {spot.node.key: str(at) for at, spot in enumerate(missed, 1)}
    unwritten = [wires[at].link for at in left]
    return _Map(plan, place, height, wires, (), numbers, labels, sectors, rung, None, written, unwritten)


def _crowd(rings: Rings, density: Density, ink: Ink) -> _Map:
    """The map with numbers."""
    plan = crowd_of(rings, density)
    place = Place(MARGIN + plan.radii[2] + _BESIDE_CROWD, plan.radii[2] + _ABOVE, _BESIDE_CROWD)
    height, middle = _height(plan), (place.x, place.y)
    wired = len(rings.links) <= _WIRED
    wires = wires_of(rings.links, plan.spots, middle, clear=_CLEAR) if wired else ()
    stubs = () if wired else stubs_of(rings.links, plan.spots, middle, _STUB)
    ground = Ground(Box(MARGIN, 0, 2 * (plan.radii[2] + _BESIDE_CROWD), height))
    key = ring_key(rings, MARGIN, height)
    if key is not None:
        ground.take(key)
    sectors = sector_names(rings, plan, place, ground, ink=ink)
    labels = [None] * len(plan.spots)
    drawn = {id(one.link) for one in (*wires, *stubs)}
    left = [one for one in rings.links if one.text or id(one) not in drawn]
    return _Map(plan, place, height, wires, stubs, _numbered(plan, ink), labels, sectors, (), key, {}, left, is_crowd=True)


def _height(plan: Plan) -> float:
    return 2 * (plan.radii[2] + _ABOVE)


def _turned(rings: Rings, ink: Ink) -> Rings:
    """Against the clock where the page will be mirrored: clocks run the same way everywhere."""
    if not ink.rtl:
        return rings
    last = max([len(rings.sectors), *(one.sector + 1 for one in rings.nodes)], default=1) - 1
    nodes = tuple(evolve(one, sector=last - one.sector) for one in reversed(rings.nodes))
    padding = ("",) * (last + 1 - len(rings.sectors)) if rings.sectors else ()
    return evolve(rings, nodes=nodes, sectors=(*padding, *reversed(rings.sectors)))


def _numbered(plan: Plan, ink: Ink) -> dict[str, str]:
    """Numbers by key: sector by sector as the clock runs, in each from the inside out."""
    spots = plan.spots
    if ink.rtl:
        spots = tuple(sorted(spots, key=lambda one: (-one.node.sector, one.node.ring, round(math.hypot(one.x, one.y)), -one.angle)))
    return {spot.node.key: str(at) for at, spot in enumerate(spots, 1)}


def _entries(plan: Plan, numbers: Mapping[str, str]) -> list[KeyEntry]:
    """The nodes that have numbers, in their order."""
    nodes = sorted((one.node for one in plan.spots if one.node.key in numbers), key=lambda one: int(numbers[one.key]))
    return [KeyEntry(numbers[one.key], one.title, one.detail) for one in nodes]


def _connections(found: _Map) -> list[KeyEntry]:
    """The links in words; where all nodes have numbers, with those of their ends and in their order."""
    if not found.is_crowd:
        return [KeyEntry("", "", one.said) for one in found.left]

    def ends(link: RingLink) -> tuple[str, str]:
        return found.numbers.get(link.source, _CENTRE_SIGN), found.numbers.get(link.target, _CENTRE_SIGN)

    # A number of three figures comes after one of two; the centre comes last.
    ordered = sorted(found.left, key=lambda one: [(end == _CENTRE_SIGN, len(end), end) for end in ends(one)])
    return [KeyEntry((" ↔ " if one.both else " → ").join(ends(one)), "", one.said) for one in ordered]


# ------------------------------------------------------------------------------------------------------------- paint
def _block(rings: Rings, found: _Map, beside: Beside, edge: float, *, ink: Ink, sources: Sources) -> Block:
    words = [*(one.box for one in found.labels if one), *(one[1] for one in found.rings), *(one[1] for one in found.written.values())]

    def paint(top: float) -> list[Node]:
        plan, x, y = found.plan, found.place.x, top + found.place.y
        lowered = [one._replace(y=one.y + top) for one in words]
        hidden = _hiding(lowered)
        nodes: list[Node] = [*discs(plan, x, y, ink), *rays(plan, x, y, words=lowered, ink=ink)]
        nodes += [draw_sector_name(name, top, ink=ink) for name in found.sectors]
        nodes += [_small(text, box, top, ink) for text, box in found.rings]
        if found.key is not None:
            nodes += draw_ring_key(rings, found.key, top, ink)
        stroke = thin_stroke(ink) if found.is_crowd else plain_stroke(ink)
        items = [_link(wire, found.written.get(at), top, hidden, stroke, ink=ink) for at, wire in enumerate(found.wires)]
        items += [_link(wire, None, top, None, stub_stroke(ink), ink=ink) for wire in found.stubs]
        people = [_centre(rings, x, y, ink=ink, sources=sources)]
        people += [_node(spot, found, at, top, ink=ink, sources=sources) for at, spot in enumerate(plan.spots)]
        if items:
            nodes.append(Group(children=tuple(items), role="list", label=rings.unwritten))
        nodes.append(Group(children=tuple(people), role="list", label=rings.centre))
        return [*nodes, *draw_beside(beside, edge, top, ink)]

    return Block(height=max(found.height, beside.height), paint=paint, gap=_GAP)


def _hiding(words: Sequence[Box]) -> Ground | None:
    """What lines pass under."""
    if not words:
        return None
    ground = Ground(Box(-1e6, -1e6, 2e6, 2e6))
    for box in words:
        ground.take(box.inset(-1.5))
    return ground


def _small(text: str, box: Box, top: float, ink: Ink) -> Node:
    return ink.text(box.x, top + box.y + box.height - 4, text, face=faces.SMALL, width=box.width)


def _link(wire: Wire, words: tuple[str, Box] | None, top: float, hidden: Ground | None, stroke: Stroke, *, ink: Ink) -> Group:  # noqa: PLR0917  # as a wire is drawn
    moved = Wire(wire.link, *((x, y + top) for x, y in (wire.start, wire.control, wire.end)))
    drawn = draw_wire(moved, stroke, hidden)
    if words is not None:
        drawn.append(_small(words[0], words[1], top, ink))
    return Group(children=tuple(drawn), role="listitem", label=wire.link.said, tip=wire.link.said)


def _centre(rings: Rings, x: float, y: float, *, ink: Ink, sources: Sources) -> Group:
    palette = ink.palette
    lines = ink.wrap(rings.centre, 2 * CENTRE - 14, faces.STRONG, max_lines=3).lines
    words = ink.lines(x, y + 4 - 8 * (len(lines) - 1), lines, face=faces.STRONG, fill=palette.paper, anchor="middle")
    disc = Circle(cx=x, cy=y, r=CENTRE, fill=palette.ink)
    tip = rings.centre if any(line.text.endswith("…") for line in lines) else ""
    return Group(children=(disc, *words), role="listitem", label=rings.centre or "–", tip=tip, source=sources.claim(rings.centre_source))


def _node(spot: Spot, found: _Map, at: int, top: float, *, ink: Ink, sources: Sources) -> Group:
    node, x, y = spot.node, found.place.x + spot.x, top + found.place.y + spot.y
    drawn = shape(node.shape, x, y, spot.radius, ink=ink, faint=node.faint)
    label, number = found.labels[at], found.numbers.get(node.key, "")
    tip = node.tip
    if label is not None:
        left, first = across(label.box, label.anchor), top + label.box.y + 12
        drawn += ink.lines(left, first, label.title, face=faces.STRONG, anchor=label.anchor)
        drawn += ink.lines(left, first + 16 * len(label.title) - 1, label.detail, face=faces.SMALL, anchor=label.anchor)
    else:
        drawn.append(ink.text(x + (2 if node.shape == "double" else 0), y + 4, number, face=faces.SMALL_STRONG, anchor="middle"))
        tip = tip or said("", None, node.title, node.detail)
    words = said(number, None, node.title, node.said, node.detail, node.tip)
    return Group(children=tuple(drawn), role="listitem", label=words, tip=tip, source=sources.claim(node.source))
