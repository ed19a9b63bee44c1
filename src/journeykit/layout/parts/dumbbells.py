"""Two readings of each thing on one scale, joined by a bar: the longer, the wider apart."""

from typing import NamedTuple

from journeykit.diagram import Dumbbell, Dumbbells
from journeykit.layout import ink as faces
from journeykit.layout.blocks import Block, beside, under
from journeykit.layout.ink import Ink, rule
from journeykit.layout.saying import said
from journeykit.layout.sources import Sources
from journeykit.layout.space import MARGIN, PAD
from journeykit.scene import Circle, Group, Node

_NAMES = 300.0
_STEP = (72.0, 132.0)
_GAP = 152.0
_SIDE = 56.0
_R = 5.5


class _Axes(NamedTuple):
    """Where the names end, where zero lies, how far a level is, and where the distances end; px."""

    names: float
    zero: float
    step: float
    right: float

    def x(self, value: float) -> float:
        """Of a value."""
        return self.zero + value * self.step


def dumbbells_width(part: Dumbbells, ink: Ink) -> float:
    """px between the margins."""
    del part, ink
    return _NAMES + 2 * _SIDE + 4 * _STEP[1] + _GAP


def dumbbells_blocks(part: Dumbbells, right: float, ink: Ink, sources: Sources) -> list[Block]:
    """A block a row, the first under the scale; on a new page the scale stands above again."""
    axes = _axes(right)
    head = _head(part, axes, ink)
    out: list[Block] = []
    for one in part.rows:
        block = _row(part, one, axes, ink=ink, sources=sources)
        out.append(block._replace(head=head) if out else under(head, block, gap=24.0))
    return out or [head]


def _axes(right: float) -> _Axes:
    room = right - MARGIN
    names = min(_NAMES, 0.28 * room)
    step = min(_STEP[1], max(_STEP[0], (room - names - 2 * _SIDE - _GAP) / 4))
    zero = MARGIN + names + _SIDE + 2 * step
    return _Axes(names=names, zero=zero, step=step, right=min(right, zero + 2 * step + _SIDE + _GAP))


def _head(part: Dumbbells, axes: _Axes, ink: Ink) -> Block:
    title = ink.wrap(part.title, axes.right - MARGIN, faces.PANEL).lines if part.title else ()
    note = ink.wrap(part.note, axes.right - MARGIN, faces.SMALL).lines if part.note else ()
    over = 18.0 * len(title) + 14.0 * len(note) + 8

    def paint(top: float) -> list[Node]:
        words = [
            *ink.lines(MARGIN, top + 13, title, face=faces.PANEL),
            *ink.lines(MARGIN, top + 12 + 18 * len(title), note, face=faces.SMALL),
        ]
        nodes: list[Node] = [Group(children=tuple(words), role="group", label=said("", None, part.title, part.note))] if words else []
        y = top + over + 16
        nodes.append(Group(children=tuple(_key(part, y, axes, ink)), role="group", label=", ".join(part.names)))
        scale: list[Node] = []
        for level, word in zip(range(-2, 3), part.axis, strict=True):
            scale.append(ink.fitted(axes.x(level), y, word, axes.step - 8, face=faces.SMALL, anchor="middle"))
        scale.append(ink.fitted(axes.right, y, part.head, _GAP - 8, face=faces.STRONG, anchor="end"))
        scale.append(rule(MARGIN, y + 10, axes.right, y + 10, stroke=ink.palette.ink))
        return [*nodes, Group(children=tuple(scale))]

    return Block(height=over + 30, paint=paint, labels=beside(MARGIN + axes.names - PAD, over, over + 30))


def _key(part: Dumbbells, y: float, axes: _Axes, ink: Ink) -> list[Node]:
    """Which marker is whose, over the names."""
    room = (axes.names - 16) / 2
    out: list[Node] = []
    for at, name in enumerate(part.names):
        x = MARGIN + at * (room + 16)
        out += [_marker(x + 6, y - 4, hollow=at == 1, ink=ink), ink.fitted(x + 18, y, name, room - 18, face=faces.STRONG)]
    return out


def _marker(x: float, y: float, *, hollow: bool, ink: Ink) -> Node:
    palette = ink.palette
    if hollow:
        return Circle(cx=x, cy=y, r=_R - 0.5, fill=palette.paper, stroke=palette.ink, stroke_width=2)
    return Circle(cx=x, cy=y, r=_R, fill=palette.ink, stroke=palette.paper, stroke_width=1)


def _row(part: Dumbbells, one: Dumbbell, axes: _Axes, *, ink: Ink, sources: Sources) -> Block:
    title = ink.wrap(one.title, axes.names - PAD, faces.CELL).lines
    detail = ink.wrap(one.detail, axes.names - PAD, faces.SMALL).lines if one.detail else ()
    face = faces.STRONG if one.strong else faces.MUTED
    gap = ink.wrap(one.gap, _GAP - 8, face).lines
    height = max(30.0, 16.0 * max(len(title), len(gap)) + 14.0 * len(detail) + 14)

    def paint(top: float) -> list[Node]:
        y = top + height / 2
        ground: list[Node] = [
            rule(axes.x(level), top, axes.x(level), top + height, stroke=ink.palette.rule2 if level == 0 else ink.palette.rule)
            for level in range(-2, 3)
        ]
        ground.append(rule(MARGIN, top + height, axes.right, top + height, stroke=ink.palette.rule))
        words = [
            *ink.lines(MARGIN, top + 19, title, face=faces.CELL),
            *ink.lines(MARGIN, top + 18 + 16 * len(title), detail, face=faces.SMALL),
            *ink.lines(axes.right, y + 4 - 8 * (len(gap) - 1), gap, face=face, anchor="end"),
        ]
        values = [f"{name} {text}" for name, text in zip(part.names, one.texts, strict=True)]
        label = said(one.title, None, one.detail, *values, f"{part.head} {one.gap}".strip())
        item = Group(
            children=(*words, *_drawn(one, y, axes, ink)), role="listitem", label=label, tip=label, source=sources.claim(one.source)
        )
        return [Group(children=tuple(ground)), Group(children=(item,), role="list", label=part.title or part.head)]

    return Block(height=height, paint=paint, labels=beside(MARGIN + axes.names - PAD, 0.0, height))


def _drawn(one: Dumbbell, y: float, axes: _Axes, ink: Ink) -> list[Node]:
    """The bar and its two ends; where both are equal, the ring stands around the disc."""
    nodes: list[Node] = []
    if one.first is not None and one.second is not None and one.first != one.second:
        nodes.append(rule(axes.x(one.first), y, axes.x(one.second), y, stroke=ink.palette.rule2, width=4))
    if one.first is not None and one.first == one.second:
        x = axes.x(one.first)
        ring = Circle(cx=x, cy=y, r=_R + 3.5, fill=ink.palette.paper, stroke=ink.palette.ink, stroke_width=2)
        return [ring, _marker(x, y, hollow=False, ink=ink)]
    if one.first is not None:
        nodes.append(_marker(axes.x(one.first), y, hollow=False, ink=ink))
    if one.second is not None:
        nodes.append(_marker(axes.x(one.second), y, hollow=True, ink=ink))
    return nodes
