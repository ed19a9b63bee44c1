"""Lines from one upright scale to another: what rises, what falls, and what stays."""

from collections.abc import Sequence
from typing import NamedTuple

from journeykit.diagram import Dumbbell, Slopes
from journeykit.layout import ink as faces
from journeykit.layout.blocks import Block
from journeykit.layout.ink import Ink, rule
from journeykit.layout.saying import said
from journeykit.layout.sources import Sources
from journeykit.layout.space import MARGIN
from journeykit.scene import Anchor, Circle, Group, Node

_WORDS = 330.0
_BETWEEN = 360.0
_LEADER = 34.0
_PITCH = 18.0
_STEP = 52.0
_R = 5.0
_VALUE = 46.0


class _End(NamedTuple):
    """One end of a line, and where its words stand, px."""

    x: float
    y: float
    words: float


def slopes_width(part: Slopes, ink: Ink) -> float:
    """px between the margins."""
    del part, ink
    return 2 * (_WORDS + _LEADER) + _BETWEEN


def slopes_blocks(part: Slopes, right: float, ink: Ink, sources: Sources) -> list[Block]:
    """One block: lines that cross a page would not be followed."""
    room = min(right - MARGIN, slopes_width(part, ink))
    words = min(_WORDS, 0.32 * room)
    xs = MARGIN + words + _LEADER, MARGIN + room - words - _LEADER
    title = ink.wrap(part.title, room, faces.PANEL).lines if part.title else ()
    note = ink.wrap(part.note, room, faces.SMALL).lines if part.note else ()
    over = 18.0 * len(title) + 14.0 * len(note) + 44
    tall = max(4 * _STEP, _PITCH * (len(part.rows) - 1))
    step = tall / 4

    def paint(top: float) -> list[Node]:
        head = [
            *ink.lines(MARGIN, top + 13, title, face=faces.PANEL),
            *ink.lines(MARGIN, top + 12 + 18 * len(title), note, face=faces.SMALL),
        ]
        nodes: list[Node] = [Group(children=tuple(head), role="group", label=said("", None, part.title, part.note))] if head else []
        zero = top + over + 2 * step
        nodes.append(Group(children=tuple(_scales(part, xs, zero, step, ink=ink))))
        places = [_spread([zero - step * _value(one, side) for one in part.rows]) for side in (0, 1)]
        items: list[Node] = []
        for at, one in enumerate(part.rows):
            left, right_end = (_End(xs[side], zero - step * _value(one, side), places[side][at]) for side in (0, 1))
            items.append(_row(part, one, (left, right_end), words, ink=ink, source=sources.claim(one.source)))
        return [*nodes, Group(children=tuple(items), role="list", label=part.title or ", ".join(part.names))] if items else nodes

    return [Block(height=over + tall + 24, paint=paint, gap=24.0)]


def _value(one: Dumbbell, side: int) -> float:
    return (one.second if side else one.first) or 0.0


def _spread(wanted: Sequence[float]) -> list[float]:
    """Baselines in the order of the wanted ones, none nearer to the next than a line, together as near as that allows.

    Example:
        >>> _spread([0.0, 0.0, 100.0])
        [-9.0, 9.0, 100.0]
    """
    order = sorted(range(len(wanted)), key=lambda at: (wanted[at], at))
    # Neighbours that are too near form a cluster around the mean of what they want.
    clusters: list[tuple[float, int]] = []
    for at in order:
        middle, count = wanted[at], 1
        while clusters and clusters[-1][0] + _PITCH * (clusters[-1][1] + count) / 2 > middle:
            before, held = clusters.pop()
            middle, count = (before * held + middle * count) / (held + count), held + count
        clusters.append((middle, count))
    ys = [middle + _PITCH * (place - (count - 1) / 2) for middle, count in clusters for place in range(count)]
    out = [0.0] * len(wanted)
    for at, y in zip(order, ys, strict=True):
        out[at] = y
    return out


def _scales(part: Slopes, xs: tuple[float, float], zero: float, step: float, *, ink: Ink) -> list[Node]:
    """Both scales with their names, and the levels between them."""
    nodes: list[Node] = []
    room = (xs[1] - xs[0]) / 2
    sides: tuple[tuple[float, str, Anchor], ...] = ((xs[0], part.names[0], "start"), (xs[1], part.names[1], "end"))
    for x, name, anchor in sides:
        nodes.append(rule(x, zero - 2 * step - 8, x, zero + 2 * step + 8, stroke=ink.palette.ink))
        nodes.append(ink.fitted(x, zero - 2 * step - 20, name, room - 8, face=faces.STRONG, anchor=anchor))
    for level in range(-2, 3):
        y = zero - step * level
        dash = (4.0, 3.0) if level == 0 else ()
        nodes.append(rule(xs[0], y, xs[1], y, stroke=ink.palette.rule2 if level == 0 else ink.palette.rule, dash=dash))
    return nodes


def _row(part: Slopes, one: Dumbbell, ends: tuple[_End, _End], words: float, *, ink: Ink, source: str) -> Group:
    """The line with a marker and the value at each end; name at the left, difference at the right, and there the name again unless something else must be said."""
    palette = ink.palette
    stroke, width = (palette.ink, 2.5) if one.strong else (palette.rule2, 1.5)
    face = faces.STRONG if one.strong else faces.CELL
    left, right = ends
    nodes: list[Node] = [rule(left.x, left.y, right.x, right.y, stroke=stroke, width=width)]
    for side, end in ((-1, left), (1, right)):
        nodes.append(rule(end.x + side * (_R + 2), end.y, end.x + side * (_LEADER - 6), end.words, stroke=palette.rule2))
        nodes.append(
            Circle(cx=end.x, cy=end.y, r=_R, fill=palette.ink if one.strong else palette.paper, stroke=palette.ink, stroke_width=1.5)
        )
    baselines = left.words + 4, right.words + 4
    nodes += [
        ink.fitted(left.x - _LEADER, baselines[0], one.texts[0], _VALUE - 6, face=face, anchor="end"),
        ink.fitted(left.x - _LEADER - _VALUE, baselines[0], one.title, words - _VALUE, face=face, anchor="end"),
        ink.fitted(right.x + _LEADER, baselines[1], one.texts[1], _VALUE - 6, face=face),
        ink.fitted(right.x + _LEADER + _VALUE, baselines[1], one.gap, _VALUE - 6, face=face),
        ink.fitted(right.x + _LEADER + 2 * _VALUE, baselines[1], one.detail or one.title, words - 2 * _VALUE, face=faces.SMALL),
    ]
    label = said(one.title, None, f"{part.names[0]} {one.texts[0]}", f"{part.names[1]} {one.texts[1]}", one.gap, one.detail)
    return Group(children=tuple(nodes), role="listitem", label=label, tip=label, source=source)
