"""Points between two axes, with their list beside."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from journeykit.diagram import Scatter, ScatterPoint
from journeykit.layout import ink as faces
from journeykit.layout.blocks import Block
from journeykit.layout.ink import Ink, rule
from journeykit.layout.saying import said
from journeykit.layout.sources import Sources
from journeykit.layout.space import MARGIN
from journeykit.scene import Circle, Group, Node, Rect
from journeykit.text import Line

from .box import Box
from .labels import Ground, Wish, around

_SIDE = 520.0
_LEFT = 56.0
_BESIDE = 44.0
_ENTRY = 400.0
_RADII = (11.0, 34.0)
_PAD = 36.0
_NUMBER = 24.0
_CROWD = 4


class _Placed(NamedTuple):
    """A point with its middle and radius, px from the corner of the plot, and where its number stands."""

    point: ScatterPoint
    x: float
    y: float
    radius: float
    label: str
    number: tuple[float, float]


def scatter_width(scatter: Scatter, ink: Ink) -> float:
    """px between the margins."""
    del ink
    return _LEFT + _SIDE + (_BESIDE + _ENTRY if scatter.entries else 0.0)


def scatter_blocks(scatter: Scatter, right: float, ink: Ink, sources: Sources) -> list[Block]:
    """The plot with as much of its list as stands beside it; the rest of the list below."""
    title = ink.wrap(scatter.title, 720, faces.PANEL).lines if scatter.title else ()
    above = 18.0 * len(title) + 26.0
    room = right - MARGIN - _LEFT
    side = min(_SIDE, room - _BESIDE - 200.0 if scatter.entries else room)
    placed = _placed(scatter, side, ink)
    x = MARGIN + _LEFT + side + _BESIDE
    entries = [
        (number, *_entry(name, detail, right - x - _NUMBER, ink), said(number, None, name, detail))
        for number, name, detail in scatter.entries
    ]
    beside, height = _fitting(entries, side)

    def paint(top: float) -> list[Node]:
        nodes: list[Node] = [Group(children=tuple(ink.lines(MARGIN, top + 13, title, face=faces.PANEL)))] if title else []
        nodes += _plot(scatter, placed, MARGIN + _LEFT, top + above, side=side, ink=ink, sources=sources)
        nodes += _listed(entries[:beside], x, top + above, ink)
        return nodes

    return [Block(height=above + max(side + 64.0, height), paint=paint, gap=20.0), *(_below(one, ink) for one in entries[beside:])]


# -------------------------------------------------------------------------------------------------------------- plot
def _placed(scatter: Scatter, side: float, ink: Ink) -> list[_Placed]:
    """The points, the large ones first, and a free place for the number of each; many at one place share one label."""
    inner = side - 2 * _PAD
    ground = Ground(Box(0, 0, side, side))
    for box in _corners(scatter, side, ink):
        ground.take(box)
    labels = _labels(scatter.points)
    found = []
    for point in sorted(scatter.points, key=lambda one: -(one.size or 0.0)):
        x, y = _PAD + inner * point.x, side - _PAD - inner * point.y
        radius = _RADII[0] if point.size is None else max(_RADII[0], _RADII[1] * math.sqrt(max(0.0, min(1.0, point.size))))
        text = labels[point.number]
        width = ink.width(text, faces.STRONG)
        centred = Box(x - width / 2, y - 8, width, 16)
        wish = Wish((centred, *around(x, y, radius + 3, (width, 16)).places, *around(x, y, radius + 20, (width, 16)).places))
        taken = ground.place(wish) if text else None
        box = wish.places[taken or 0]
        # Where no place is free the list beside still says what stands here.
        found.append(_Placed(point, x, y, radius, text if taken is not None else "", (box.x + width / 2, box.y + 12)))
    return found


def _labels(points: Sequence[ScatterPoint]) -> dict[str, str]:
    """The number of each point; of many at one place the first bears all of them, as a range where they follow each other."""
    held: dict[tuple[float, float], list[ScatterPoint]] = {}
    for one in points:
        held.setdefault((round(one.x, 2), round(one.y, 2)), []).append(one)
    found: dict[str, str] = {}
    for here in held.values():
        if len(here) <= _CROWD:
            found |= {one.number: one.number for one in here}
            continue
        largest = max(here, key=lambda one: one.size or 0.0)
        found |= {one.number: "" for one in here} | {largest.number: f"{here[0].number} … {here[-1].number}"}
    return found


def _corners(scatter: Scatter, side: float, ink: Ink) -> list[Box]:
    """Where the words of the quadrants stand."""
    boxes = []
    for at, text in enumerate(scatter.quadrants):
        width = ink.width(text, faces.SMALL_STRONG) if text else 0.0
        boxes.append(Box(side - 10 - width if at % 2 else 10.0, side - 24 if at > 1 else 8.0, width, 16.0))
    return boxes


def _plot(scatter: Scatter, placed: list[_Placed], x: float, y: float, *, side: float, ink: Ink, sources: Sources) -> list[Node]:
    palette = ink.palette
    inner = side - 2 * _PAD
    across, down = x + _PAD + inner * scatter.split[0], y + side - _PAD - inner * scatter.split[1]
    nodes: list[Node] = [
        Rect(x=x, y=y, width=side, height=side, fill=palette.paper, stroke=palette.rule2),
        rule(across, y, across, y + side, stroke=palette.rule2, dash=(4, 3)),
        rule(x, down, x + side, down, stroke=palette.rule2, dash=(4, 3)),
    ]
    for text, box in zip(scatter.quadrants, _corners(scatter, side, ink), strict=True):
        if text:
            nodes.append(ink.text(x + box.x, y + box.y + 12, text, face=faces.SMALL_STRONG, width=box.width, fill=palette.ink2))
    nodes += _axes(scatter, x, y, side, ink=ink)
    items = [
        Group(
            children=tuple(_bubble(one, x, y, ink)),
            role="listitem",
            label=one.point.said,
            tip=one.point.said,
            source=sources.claim(one.point.source),
        )
        for one in placed
    ]
    if items:
        nodes.append(Group(children=tuple(items), role="list", label=f"{scatter.y}, {scatter.x}"))
    return nodes


def _axes(scatter: Scatter, x: float, y: float, side: float, *, ink: Ink) -> list[Node]:
    inner = side - 2 * _PAD
    nodes: list[Node] = []
    last = -math.inf
    for tick in scatter.x_ticks:
        at = x + _PAD + inner * tick.at
        width = ink.width(tick.text, faces.SMALL)
        nodes.append(rule(at, y + side, at, y + side + 5, stroke=ink.palette.rule2))
        if at - width / 2 > last + 6:
            nodes.append(ink.text(at, y + side + 18, tick.text, face=faces.SMALL, anchor="middle"))
            last = at + width / 2
    below = math.inf
    for tick in scatter.y_ticks:
        at = y + side - _PAD - inner * tick.at
        nodes.append(rule(x - 5, at, x, at, stroke=ink.palette.rule2))
        if at < below - 16:
            nodes.append(ink.fitted(x - 10, at + 4, tick.text, 40, face=faces.SMALL, anchor="end"))
            below = at
    nodes.append(ink.fitted(x, y + side + 42, f"→ {scatter.x}", side, face=faces.STRONG))
    # No turned text: the words of the upright axis stand at its head.
    nodes.append(ink.fitted(x, y - 10, f"↑ {scatter.y}", side, face=faces.STRONG))
    return nodes


def _bubble(one: _Placed, x: float, y: float, ink: Ink) -> list[Node]:
    palette, point = ink.palette, one.point
    ring = Circle(
        cx=x + one.x, cy=y + one.y, r=one.radius, fill=None, stroke=palette.ink, stroke_width=2.0 if point.size is not None else 1.25,
        dash=(4, 3) if point.faint else (),
    )  # fmt: skip
    if not one.label:
        return [ring]
    return [ring, ink.text(x + one.number[0], y + one.number[1], one.label, face=faces.STRONG, anchor="middle")]


# -------------------------------------------------------------------------------------------------------------- list
_Entry = tuple[str, tuple[Line, ...], tuple[Line, ...], str]


def _entry(name: str, detail: str, room: float, ink: Ink) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    return ink.wrap(name, room, faces.CELL).lines, ink.wrap(detail, room, faces.SMALL).lines if detail else ()


def _tall(one: _Entry) -> float:
    return 16.0 * len(one[1]) + 14.0 * len(one[2]) + 10.0


def _fitting(entries: list[_Entry], side: float) -> tuple[int, float]:
    """How many entries stand beside the plot, and how high they are."""
    height, count = 0.0, 0
    for one in entries:
        if height + _tall(one) > side + 40.0:
            break
        height, count = height + _tall(one), count + 1
    return count, height


def _listed(entries: list[_Entry], x: float, top: float, ink: Ink) -> list[Node]:
    y = top
    items: list[Node] = []
    for one in entries:
        items.append(Group(children=tuple(_words(one, x, y, ink)), role="listitem", label=one[3]))
        y += _tall(one)
    return [Group(children=tuple(items), role="list")] if items else []


def _below(one: _Entry, ink: Ink) -> Block:
    def paint(top: float) -> list[Node]:
        return [Group(children=tuple(_words(one, MARGIN, top, ink)), role="group", label=one[3])]

    return Block(height=_tall(one), paint=paint)


def _words(one: _Entry, x: float, top: float, ink: Ink) -> list[Node]:
    number, title, detail, _ = one
    nodes: list[Node] = [ink.text(x, top + 12, number, face=faces.STRONG)]
    nodes += ink.lines(x + _NUMBER, top + 12, title, face=faces.CELL)
    nodes += ink.lines(x + _NUMBER, top + 12 + 16 * len(title) - 1, detail, face=faces.SMALL)
    return nodes
