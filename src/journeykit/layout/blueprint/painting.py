"""A tier drawn: grounds, named lines, cards, connectors."""

from collections.abc import Sequence

from attrs import evolve

from journeykit.diagram import Blueprint
from journeykit.layout import ink as faces
from journeykit.layout.continuing import draw_tag
from journeykit.layout.ink import Ink, rule
from journeykit.layout.routing import Box
from journeykit.layout.saying import said
from journeykit.layout.sources import Sources
from journeykit.layout.space import MARGIN
from journeykit.scene import Group, Node, Rect

from .cards import draw_card
from .distances import GUTTER, JOIN, JOIN_ABOVE_BOTTOM, LEFT, WORDS_PAD
from .levels import Level
from .linenotes import BESIDE, name_lines, note_lines
from .links import draw_wire, words_of
from .pieces import Piece, Wire
from .tierplan import Continued, Placed

_STYLES: dict[str, tuple[float, tuple[float, ...]]] = {
    "interaction": (1.5, (6, 4)), "visibility": (2.5, ()), "internal": (1.5, (2, 3)), "external": (1.5, (8, 3, 2, 3)),
}  # fmt: skip
_ACTOR = GUTTER - 12.0


def draw_tier(placed: Placed, blueprint: Blueprint, top: float, *, ink: Ink, sources: Sources) -> list[Node]:
    """Everything between the lanes above the cards and the notes below them. `top` is that of the cards, px."""
    nodes: list[Node] = [Group(children=tuple(_grounds(placed, top, ink)))]
    nodes.append(Group(children=tuple(_joined(placed, top, ink))))
    wires = [_wire(placed, one, blueprint, top, ink=ink, sources=sources) for one in placed.wires]
    tags: list[Node] = [Group(children=tuple(node for one in placed.tags for node in _tag(one, top, ink)))]
    lines = _lines(placed, top, ink)
    for at in range(len(placed.stack.lanes)):
        nodes += [group for before, group in lines if before == at]
        nodes += _lane(placed, at, top, ink=ink, sources=sources)
    nodes += [group for before, group in lines if before >= len(placed.stack.lanes)]
    if wires:
        nodes.append(Group(children=tuple(wires), role="list", label=blueprint.connectors_title))
    return nodes + tags


def _grounds(placed: Placed, top: float, ink: Ink) -> list[Node]:
    palette, right = ink.palette, placed.plan.right
    tints = {"plain": None, "customer": palette.customer, "back": palette.back, "support": palette.support}
    bounds = _bounds(placed)
    out: list[Node] = [
        Rect(x=LEFT, y=top + start, width=right - LEFT, height=end - start, fill=tint)
        for lane, (start, end) in zip(placed.stack.lanes, bounds, strict=True)
        if (tint := tints[lane.ground])
    ]
    out += [rule(LEFT, top + y, right, top + y, stroke=palette.rule2, dash=(1, 3)) for y in placed.rules]
    return out


def _bounds(placed: Placed) -> list[tuple[float, float]]:
    """From where to where each lane reaches: to the lines around it."""
    out: list[tuple[float, float]] = []
    lanes_of_lines = [
        placed.stack.levels[at].lane if at < len(placed.stack.levels) else len(placed.stack.lanes) for at, _ in placed.stack.lines
    ]
    for at in range(len(placed.stack.lanes)):
        above = [y for y, lane in zip(placed.lines, lanes_of_lines, strict=True) if lane <= at]
        below = [y for y, lane in zip(placed.lines, lanes_of_lines, strict=True) if lane > at]
        out.append((max(above, default=placed.plan.top), min(below, default=placed.plan.bottom)))
    return out


def _joined(placed: Placed, top: float, ink: Ink) -> list[Node]:
    """The double lines between the pieces of a card."""
    palette, out = ink.palette, list[Node]()
    for level in placed.stack.levels:
        for one, two in zip(level.pieces, level.pieces[1:], strict=False):
            if one.card is two.card:
                left, right = placed.boxes[one.key], placed.boxes[two.key]
                y = top + left.bottom - JOIN_ABOVE_BOTTOM
                out.append(Rect(x=left.right, y=y, width=right.x - left.right, height=JOIN, fill=palette.paper))
                out += [rule(left.right, y + side, right.x, y + side, stroke=palette.ink) for side in (0.0, JOIN)]
    return out


def _lines(placed: Placed, top: float, ink: Ink) -> list[tuple[int, Group]]:
    """The named lines with the index of the lane below each: name above it at both ends, at the right what it means below."""
    out: list[tuple[int, Group]] = []
    end = placed.plan.right + placed.gutter
    for (at, line), y in zip(placed.stack.lines, placed.lines, strict=True):
        width, dash = _STYLES[line.kind]
        name = name_lines(line, GUTTER - 8, ink)
        at_end, note = name_lines(line, placed.gutter - BESIDE, ink), note_lines(line, placed.gutter - BESIDE, ink)
        first = top + y - 7 - 14.0 * (len(name) - 1)
        nodes: list[Node] = [rule(MARGIN, top + y, end, top + y, stroke=ink.palette.ink, width=width, dash=dash)]
        nodes += ink.lines(MARGIN, first, name, face=faces.SMALL_STRONG)
        nodes += ink.lines(placed.plan.right + BESIDE, top + y - 7 - 14.0 * (len(at_end) - 1), at_end, face=faces.SMALL_STRONG)
        nodes += ink.lines(placed.plan.right + BESIDE, top + y + 16, note, face=faces.SMALL)
        lane = placed.stack.levels[at].lane if at < len(placed.stack.levels) else len(placed.stack.lanes)
        out.append((lane, Group(children=tuple(nodes), role="group", label=said(line.name, None, line.note))))
    return out


def _lane(placed: Placed, at: int, top: float, *, ink: Ink, sources: Sources) -> list[Node]:
    title, note = placed.stack.lanes[at].title, placed.stack.lanes[at].note
    start, _ = _bounds(placed)[at]
    held = [(level, row) for level, row in zip(placed.stack.levels, placed.rows, strict=True) if level.lane == at]
    first = placed.rows[placed.stack.levels.index(held[0][0])].top if held else start
    head = ink.wrap(title, _ACTOR, faces.STRONG, max_lines=2)
    y = top + max(start + 20, min(start + 28, first))
    nodes: list[Node] = ink.lines(MARGIN, y, head.lines, face=faces.STRONG)
    if note and not held[0][0].title:
        nodes += ink.lines(MARGIN, y + 16 * len(head.lines), ink.wrap(note, _ACTOR, faces.SMALL, max_lines=2).lines, face=faces.SMALL)
    for level, row in held:
        nodes += _actor(level, top + row.top, top + row.bottom, y + 16 * (len(head.lines) - 1) + 8, ink=ink)
    cards: list[Node] = []
    words = [Box("", found.x + 6, found.y, found.width - 12, found.height) for each in placed.routes.values() if (found := each.label)]
    for level, _ in held:
        for one in level.pieces:
            box = placed.boxes[one.key]
            cards.append(
                draw_card(placed.texts[one.key], evolve(box, y=top + box.y), _taken(placed, one, top, words), ink=ink, sources=sources)
            )
    tip = title if head.cut else ""
    if not cards:
        return [Group(children=tuple(nodes), role="group", label=said(title, None, note), tip=tip)]
    # The list says the name: a head of its own would say it twice.
    return [Group(children=tuple(nodes), tip=tip), Group(children=tuple(cards), role="list", label=f"{title} ({note})" if note else title)]


def _taken(placed: Placed, one: Piece, top: float, words: Sequence[Box]) -> list[Box]:
    """Where connectors meet a card, and the words near it."""
    if not one.card.markers or one.again:
        return []
    points = [
        placed.routes[wire.connector.id].points[at]
        for wire in placed.by_piece.get(one.key, ())
        for at, end in ((0, wire.source), (-1, wire.target))
        if end.key == one.key
    ]
    box = placed.boxes[one.key]
    near = [each for each in words if each.x < box.right + 32 and each.right > box.x - 32]
    return [evolve(each, y=each.y + top) for each in (*(Box("", x, y, 0, 0) for x, y in points), *near)]


def _actor(level: Level, top: float, bottom: float, least: float, *, ink: Ink) -> list[Node]:
    """Whose row it is, right-aligned beside it, never over the name of the lane."""
    if not level.title:
        return []
    found = ink.wrap(level.title, _ACTOR, faces.MUTED, max_lines=3)
    y = max((top + bottom) / 2 + 4 - 8.0 * (len(found.lines) - 1), least + 14)
    lines = ink.lines(LEFT - 12, y, found.lines, face=faces.MUTED, anchor="end")
    return [Group(children=tuple(lines), tip=level.title)] if found.cut else lines


def _wire(placed: Placed, wire: Wire, blueprint: Blueprint, top: float, *, ink: Ink, sources: Sources) -> Group:
    one, route = wire.connector, placed.routes[wire.connector.id]
    points = [(x, y + top) for x, y in route.points]
    starts, lands = wire.source.key in placed.boxes, wire.target.key in placed.boxes
    nodes = draw_wire(one.kind if starts or one.kind != "branch" else "sequence", points, heads=(one.both_ways and starts, lands), ink=ink)
    words = words_of(one, ink) if starts else ()
    label = one.label or one.text
    if words and route.label:
        nodes += ink.lines(route.label.x + WORDS_PAD, top + route.label.y + 11.5, words, face=faces.SMALL)
    if wire.sign:
        other = (wire.target if starts else wire.source).card.title
        label = f"{label} [{wire.sign}: {blueprint.continues.replace('{}', other, 1)}]"
    return Group(children=tuple(nodes), role="listitem", label=label or one.id, tip=label, source=sources.claim(one.path))


def _tag(one: Continued, top: float, ink: Ink) -> list[Node]:
    x, y = one.box.x + one.box.width / 2, top + one.box.y + one.box.height / 2
    return draw_tag(one.wire.sign, x, y, one.box.width, later=one.wire.leads_on, colour=ink.palette.ink, ink=ink)
