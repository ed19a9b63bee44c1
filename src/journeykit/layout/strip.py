"""All of very many columns as dots on five levels, four px apart, wrapped into rows."""

from bisect import bisect_left

from journeykit.diagram import Strip, StripPoint
from journeykit.scene import Circle, Group, Node, Rect

from . import ink as faces
from .blocks import Block
from .ink import Ink, rule
from .space import GRID_LEFT, GUTTER, LABEL_WIDTH, MARGIN, PAD
from .symbols import face

_Taken = tuple[int, float, float]

_PITCH = 4.0
_ROW = 440
_STEP = 14.0
_ABOVE = 48.0
_NAMED = 72.0
_BELOW = 40.0
#: px that a full row takes.
STRIP_WIDTH = _ROW * _PITCH


def strip_blocks(strip: Strip, right: float, ink: Ink) -> list[Block]:
    """One block per row; the first carries the title, every row its scale."""
    per_row = max(1, min(_ROW, int((right - GRID_LEFT - PAD) // _PITCH)))
    points = sorted(strip.points, key=lambda one: one.at)
    places = [one.at for one in points]
    out = []
    for first in range(0, max(1, strip.count), per_row):
        last = min(strip.count, first + per_row)
        held = points[bisect_left(places, first) : bisect_left(places, last)]
        out.append(_block(strip, held, (first, last), ink))
    return out


def _block(strip: Strip, held: list[StripPoint], reach: tuple[int, int], ink: Ink) -> Block:
    first, last = reach
    title = ink.wrap(strip.title, LABEL_WIDTH, faces.STRONG).lines if first == 0 else ()
    note = ink.wrap(strip.note, LABEL_WIDTH, faces.SMALL).lines if first == 0 and strip.note else ()
    head = max(_ABOVE, 16.0 * len(title) + 14 * len(note) + 16)

    def paint(top: float) -> list[Node]:
        zero = top + head + 2 * _STEP
        right = GRID_LEFT + (last - first) * _PITCH + PAD
        decor = ink.lines(MARGIN, top + 14, title, face=faces.STRONG)
        decor += ink.lines(MARGIN, top + 14 + 16 * len(title), note, face=faces.SMALL)
        decor += [*_levels(strip, zero, right, ink), *_breaks(strip, reach, (top + head - 30, zero), ink)]
        dots: list[Node] = []
        labels: list[_Taken] = []
        items: list[Node] = []
        for one in held:
            drawn = _dot(one, first, zero, ink)
            if one.label or one.critical:
                items.append(
                    Group(children=(*drawn, *_label(one, first, zero, right, taken=labels, ink=ink)), role="listitem", label=_said(one))
                )
            else:
                dots += drawn
        nodes: list[Node] = [Group(children=(*decor, *dots))]
        return [*nodes, Group(children=tuple(items), role="list", label=strip.title)] if items else nodes

    return Block(height=head + 4 * _STEP + _BELOW, paint=paint, gap=24 if first == 0 else 8)


def _said(one: StripPoint) -> str:
    return f"{one.at + 1}: {one.label}" if one.label else str(one.at + 1)


def _levels(strip: Strip, zero: float, right: float, ink: Ink) -> list[Node]:
    palette = ink.palette
    nodes: list[Node] = []
    for level in (2, 1, 0, -1, -2):
        y = zero - level * _STEP
        nodes.append(rule(GRID_LEFT, y, right, y, stroke=palette.rule2 if level == 0 else palette.rule, dash=(4, 3) if level == 0 else ()))
        if level in {2, 0, -2}:
            nodes.append(Group(children=tuple(face(GRID_LEFT - 14, y, level, palette.valence[level + 2]))))
            if word := strip.axis[level + 2]:
                nodes.append(ink.fitted(MARGIN + GUTTER - 30, y + 4, word, GUTTER - 32, face=faces.SMALL, anchor="end"))
    return nodes


def _breaks(strip: Strip, reach: tuple[int, int], ys: tuple[float, float], ink: Ink) -> list[Node]:
    """Where parts start: a line over the levels, and the name where there is room for it."""
    first, last = reach
    top, zero = ys
    starts = [(at, name) for at, name in strip.breaks if first <= at < last]
    before = [name for at, name in strip.breaks if at < first]
    if before and (not starts or starts[0][0] > first):
        starts.insert(0, (first, strip_continued(before[-1])))
    nodes: list[Node] = []
    for number, (at, name) in enumerate(starts):
        x = GRID_LEFT + (at - first) * _PITCH
        end = GRID_LEFT + ((starts[number + 1][0] if number + 1 < len(starts) else last) - first) * _PITCH
        nodes.append(Rect(x=x, y=top, width=max(1.0, end - x - 2), height=14, fill=ink.palette.wash))
        nodes.append(rule(x, top, x, zero + 2 * _STEP, stroke=ink.palette.rule2))
        room = end - x - 10
        if name and (end - x > _NAMED or ink.width(name, faces.SMALL_STRONG) <= room):
            nodes.append(ink.fitted(x + 5, top + 11, name, room, face=faces.SMALL_STRONG))
    return nodes


def strip_continued(name: str) -> str:
    """The name of a part at the start of a row that it did not start in."""
    return f"… {name}"


def _dot(one: StripPoint, first: int, zero: float, ink: Ink) -> list[Node]:
    if one.value is None:
        return []
    x, y = GRID_LEFT + (one.at - first + 0.5) * _PITCH, zero - one.value * _STEP
    colour = ink.valence(one.value)
    if one.critical:
        return [
            Circle(cx=x, cy=y, r=5, fill=ink.palette.paper, stroke=ink.palette.ink, stroke_width=2),
            Circle(cx=x, cy=y, r=2.5, fill=colour),
        ]
    return [Circle(cx=x, cy=y, r=3.0 if one.label else 1.6, fill=colour)]


def _label(one: StripPoint, first: int, zero: float, right: float, *, taken: list[_Taken], ink: Ink) -> list[Node]:
    """The words of a marked dot under the levels, in the first of two lines that is free there."""
    x = GRID_LEFT + (one.at - first + 0.5) * _PITCH
    width = min(ink.width(one.label, faces.SMALL), 240.0)
    if not one.label:
        return []
    y, last = zero + 2 * _STEP, max(right - width, GRID_LEFT)
    for level in (0, 1):
        for place in (x - width / 2, x - 4, x - width + 4):
            left = max(GRID_LEFT, min(place, last))
            if all(at != level or high + 8 <= left or left + width + 8 <= low for at, low, high in taken):
                taken.append((level, left, left + width))
                tick = rule(x, y + 4, x, y + 9 + 14 * level, stroke=ink.palette.rule2)
                return [tick, ink.fitted(left, y + 20 + 14 * level, one.label, width + 0.5, face=faces.SMALL)]
    return []
