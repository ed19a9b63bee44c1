"""All columns as dots on five levels, wrapped into rows: four px apart where they are very many, further apart where they are few."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from journeykit.diagram import Strip, StripPoint
from journeykit.scene import Circle, Group, Node, Rect

from . import ink as faces
from .blocks import Block, beside
from .ink import Ink, rule
from .space import GRID_LEFT, GUTTER, LABEL_WIDTH, MARGIN, PAD
from .symbols import face

_PITCH = 4.0
_WIDEST = 48.0
_ROW = 440
_STEP = 14.0
_ABOVE = 48.0
_NAMED = 72.0
_LINES = 3  # for the words of marked dots
_FEW = 4  # so many are placed together; more, one after the other
_BELOW = 12.0
#: px that a full row takes.
STRIP_WIDTH = _ROW * _PITCH


def strip_blocks(strip: Strip, right: float, ink: Ink) -> list[Block]:
    """One block per row; the first carries the title, every row its scale."""
    room = right - GRID_LEFT - PAD
    per_row = max(1, min(_ROW, int(room // _PITCH)))
    pitch = min(_WIDEST, max(_PITCH, room // max(1, strip.count)))
    points = sorted(strip.points, key=lambda one: one.at)
    places = [one.at for one in points]
    out = []
    for first in range(0, max(1, strip.count), per_row):
        last = min(strip.count, first + per_row)
        held = points[bisect_left(places, first) : bisect_left(places, last)]
        out.append(_block(strip, held, _Row(first, last, pitch), ink))
    return out


class _Row(NamedTuple):
    """From the first place to the one behind the last, and px from one to the next."""

    first: int
    last: int
    pitch: float

    def x(self, at: float) -> float:
        """Where a place begins."""
        return GRID_LEFT + (at - self.first) * self.pitch


class _Words(NamedTuple):
    """Words under the levels: their line, their ends, and where the line to their dot stands."""

    line: int
    low: float
    high: float
    tick: float


def _block(strip: Strip, held: list[StripPoint], row: _Row, ink: Ink) -> Block:
    first = row.first
    title = ink.wrap(strip.title, LABEL_WIDTH, faces.STRONG).lines if first == 0 else ()
    note = ink.wrap(strip.note, LABEL_WIDTH, faces.SMALL).lines if first == 0 and strip.note else ()
    head = max(_ABOVE, 16.0 * len(title) + 14 * len(note) + 16)

    labels = _labels(held, row, ink)
    below = _BELOW + 14.0 * max((one.line + 1 for one in labels.values()), default=0)

    def paint(top: float) -> list[Node]:
        zero = top + head + 2 * _STEP
        right = row.x(row.last) + PAD
        decor = ink.lines(MARGIN, top + 14, title, face=faces.STRONG)
        decor += ink.lines(MARGIN, top + 14 + 16 * len(title), note, face=faces.SMALL)
        decor += [*_levels(strip, zero, right, ink), *_breaks(strip, row, (top + head - 30, zero), ink)]
        dots: list[Node] = []
        items: list[Node] = []
        for one in held:
            drawn = _dot(one, row, zero, ink)
            if one.label or one.critical:
                items.append(Group(children=(*drawn, *_label(one, labels.get(one.at), zero, ink)), role="listitem", label=_said(one)))
            else:
                dots += drawn
        nodes: list[Node] = [Group(children=(*decor, *dots))]
        return [*nodes, Group(children=tuple(items), role="list", label=strip.title)] if items else nodes

    height = head + 4 * _STEP + below
    return Block(height=height, paint=paint, gap=24 if first == 0 else 8, labels=beside(GRID_LEFT - 4, 0.0, height))


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


def _breaks(strip: Strip, row: _Row, ys: tuple[float, float], ink: Ink) -> list[Node]:
    """Where parts start: a line over the levels, and the name where there is room for it."""
    first, last, _ = row
    top, zero = ys
    starts = [(at, name) for at, name in strip.breaks if first <= at < last]
    before = [name for at, name in strip.breaks if at < first]
    if before and (not starts or starts[0][0] > first):
        starts.insert(0, (first, strip_continued(before[-1])))
    nodes: list[Node] = []
    for number, (at, name) in enumerate(starts):
        x, end = row.x(at), row.x(starts[number + 1][0] if number + 1 < len(starts) else last)
        nodes.append(Rect(x=x, y=top, width=max(1.0, end - x - 2), height=14, fill=ink.palette.wash))
        nodes.append(rule(x, top, x, zero + 2 * _STEP, stroke=ink.palette.rule2))
        room = end - x - 10
        if name and (end - x > _NAMED or ink.width(name, faces.SMALL_STRONG) <= room):
            nodes.append(ink.fitted(x + 5, top + 11, name, room, face=faces.SMALL_STRONG))
    return nodes


def strip_continued(name: str) -> str:
    """The name of a part at the start of a row that it did not start in."""
    return f"… {name}"


def _dot(one: StripPoint, row: _Row, zero: float, ink: Ink) -> list[Node]:
    """Filled where the reading was measured; hollow where it was not, grey where nobody felt it."""
    if one.value is None:
        return []
    x, y, palette = row.x(one.at + 0.5), zero - one.value * _STEP, ink.palette
    colour = (
        ink.valence(one.value) if one.basis in {"measured", "derived"} else palette.changed if one.basis == "intended" else palette.rule2
    )
    filled = one.basis == "measured"
    if one.critical:
        ring = Circle(cx=x, cy=y, r=5, fill=palette.paper, stroke=palette.ink, stroke_width=2)
        return [ring, Circle(cx=x, cy=y, r=2.5, fill=colour) if filled else Circle(cx=x, cy=y, r=2, fill=palette.paper, stroke=colour)]
    r = min(4.0, 0.4 * row.pitch) + (1.4 if one.label else 0.0)
    if filled:
        return [Circle(cx=x, cy=y, r=r, fill=colour)]
    width = min(1.5, 0.5 * r)
    return [Circle(cx=x, cy=y, r=r - width / 2, fill=palette.paper, stroke=colour, stroke_width=width)]


def _labels(held: Sequence[StripPoint], row: _Row, ink: Ink) -> dict[int, _Words]:
    """Places of the words of marked dots by their places: none meets another, or the line to another; what finds no room is left out."""
    wanted = [(one.at, _options(row.x(one.at + 0.5), one.label, row, ink)) for one in held if one.label]
    found = _all_placed([options for _, options in wanted]) if len(wanted) <= _FEW else None
    if found is not None:
        return dict(zip((at for at, _ in wanted), found, strict=True))
    taken: dict[int, _Words] = {}
    for at, options in wanted:
        free = next((one for one in options if not any(_meet(one, other) for other in taken.values())), None)
        if free is not None:
            taken[at] = free
    return taken


def _options(x: float, label: str, row: _Row, ink: Ink) -> list[_Words]:
    width = min(ink.width(label, faces.SMALL), 240.0)
    last = max(row.x(row.last) + PAD - width, GRID_LEFT)
    lefts = [max(GRID_LEFT, min(place, last)) for place in (x - width / 2, x - 1, x - width + 1)]
    return [_Words(line, left, left + width, x) for line in range(_LINES) for left in dict.fromkeys(lefts)]


def _all_placed(options: Sequence[Sequence[_Words]], taken: tuple[_Words, ...] = ()) -> tuple[_Words, ...] | None:
    """One of the options of each, the first that go together; None where none do."""
    if not options:
        return taken
    for one in options[0]:
        if not any(_meet(one, other) for other in taken):
            found = _all_placed(options[1:], (*taken, one))
            if found is not None:
                return found
    return None


def _label(one: StripPoint, words: _Words | None, zero: float, ink: Ink) -> list[Node]:
    """The words of a marked dot under the levels."""
    if words is None:
        return []
    y = zero + 2 * _STEP
    tick = rule(words.tick, y + 4, words.tick, y + 9 + 14 * words.line, stroke=ink.palette.rule2)
    return [tick, ink.fitted(words.low, y + 20 + 14 * words.line, one.label, words.high - words.low + 0.5, face=faces.SMALL)]


def _meet(one: _Words, other: _Words) -> bool:
    """Whether words meet on their line, or one crosses the line that leads to the other."""
    if one.line == other.line:
        return one.low < other.high + 8 and other.low < one.high + 8
    upper, lower = (one, other) if one.line < other.line else (other, one)
    return upper.low - 2 < lower.tick < upper.high + 2
