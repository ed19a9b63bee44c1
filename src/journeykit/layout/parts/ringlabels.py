"""Words beside nodes and along links: whole, or not there."""

from collections.abc import Sequence
from typing import NamedTuple

from journeykit.layout import ink as faces
from journeykit.layout.ink import Ink
from journeykit.scene import Anchor
from journeykit.text import Line

from .box import Box
from .labels import Ground, Wish, around
from .ringground import Place
from .ringlinks import Wire
from .ringplaces import CENTRE, Plan, Spot

LABEL = 148.0
_TOUCH, _FURTHER = 7.0, 19.0
# Widths to try, and how many lines each may have.
_SHAPES = ((LABEL, 3), (96.0, 3), (208.0, 4))
_DETAIL_LINES = 2
# Steps so short that no wire passes between two of them through a label.
_STEPS = 120
_HEAD = 8.0


class NodeLabel(NamedTuple):
    """Words of a node, their box, and how they stand in it."""

    title: tuple[Line, ...]
    detail: tuple[Line, ...]
    box: Box
    anchor: Anchor


def node_labels(plan: Plan, place: Place, wires: Sequence[Wire], ground: Ground, *, ink: Ink) -> list[NodeLabel | None]:
    """The words of each node, the largest nodes first; None where no place holds the whole of them."""
    ground.take(Box(place.x - CENTRE, place.y - CENTRE, 2 * CENTRE, 2 * CENTRE))
    for spot in plan.spots:
        reach = spot.radius + 2
        ground.take(Box(place.x + spot.x - reach, place.y + spot.y - reach, 2 * reach, 2 * reach))
    for wire in wires:
        ground.avoid(wire.points(_STEPS))
        for x, y in (wire.end, wire.start)[: 1 + wire.link.both]:
            ground.take(Box(x - _HEAD / 2, y - _HEAD / 2, _HEAD, _HEAD))
    order = sorted(range(len(plan.spots)), key=lambda at: (-plan.spots[at].radius, at))
    found: dict[int, NodeLabel | None] = {at: _label(plan.spots[at], place, ground, ink) for at in order}
    return [found[at] for at in range(len(plan.spots))]


def _label(spot: Spot, place: Place, ground: Ground, ink: Ink) -> NodeLabel | None:
    """Near or a little further off, in longer lines or shorter ones: where no wire runs through, else where the fewest do."""
    order = ("e", "w", "s", "n", "se", "ne", "sw", "nw") if spot.x >= 0 else ("w", "e", "s", "n", "sw", "nw", "se", "ne")
    found: list[NodeLabel] = []
    for widest, most in _SHAPES:
        title = ink.wrap(spot.node.title, widest, faces.STRONG, max_lines=most)
        detail = ink.wrap(spot.node.detail, widest, faces.SMALL, max_lines=_DETAIL_LINES)
        if title.cut or detail.cut:
            continue
        below = detail.lines if spot.node.detail else ()
        width = max((line.width for line in (*title.lines, *below)), default=0.0)
        size = (width, 16.0 * len(title.lines) + 14.0 * len(below))
        for gap in (_TOUCH, _FURTHER):
            wish = around(place.x + spot.x, place.y + spot.y, spot.radius + gap, size, order=order)
            for wind, box in zip(order, wish.places, strict=True):
                anchor: Anchor = "middle" if wind in {"s", "n"} else "end" if wind.endswith("w") else "start"
                found.append(NodeLabel(title.lines, below, box, anchor))
    taken = ground.place(Wish(tuple(one.box for one in found)))
    return None if taken is None else found[taken]


def wire_words(wires: Sequence[Wire], ground: Ground, ink: Ink) -> tuple[dict[int, tuple[str, Box]], list[int]]:
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
        taken = ground.place(Wish(tuple(places))) if width <= LABEL else None
        if taken is None:
            left.append(at)
        else:
            written[at] = (wire.link.text, places[taken])
    return written, left
