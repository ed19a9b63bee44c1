"""Lines from one upright scale to another: what rises, what falls, and what stays."""

from collections.abc import Container, Sequence
from typing import NamedTuple

from journeykit.diagram import Dumbbell, Slopes
from journeykit.layout import ink as faces
from journeykit.layout.blocks import Block
from journeykit.layout.ink import Ink, rule
from journeykit.layout.saying import said
from journeykit.layout.sources import Sources
from journeykit.layout.space import MARGIN
from journeykit.scene import Anchor, Circle, Group, Node, Path, PathBuilder
from journeykit.text import Line

_WORDS = 330.0
_BETWEEN = 360.0
_LEADER = 34.0
_STEP = 52.0
_R = 5.0
_VALUE = 46.0
_GAP = 62.0
_MOST_LINES = 3
# The scales are so much taller than all words together: else each would stand far from its end.
_LOOSE = 1.15
# Lines between the same two readings run beside each other, so far apart and from so far off the scales on.
_APART = 5.0
_MOST_APART = 24.0
_BEND = 30.0


class _End(NamedTuple):
    """One end of a line, and where the middle of its words stands, px."""

    x: float
    y: float
    words: float


class _Words(NamedTuple):
    """What stands at the two ends of a line."""

    left: tuple[Line, ...]
    right: tuple[Line, ...]
    detail: tuple[Line, ...]

    @property
    def heights(self) -> tuple[float, float]:
        """Of both ends, px."""
        return 16.0 * max(1, len(self.left)) + 2, 14.0 * max(1, len(self.right) + len(self.detail)) + 4


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
    keyed = 22.0 if any(part.key) else 0.0
    over = 18.0 * len(title) + 14.0 * len(note) + keyed + 58
    held = [_words(one, words, ink) for one in part.rows]
    tall = max(4 * _STEP, *(_LOOSE * sum(one.heights[side] for one in held) for side in (0, 1)))
    step = tall / 4

    def paint(top: float) -> list[Node]:
        head = [
            *ink.lines(MARGIN, top + 13, title, face=faces.PANEL),
            *ink.lines(MARGIN, top + 12 + 18 * len(title), note, face=faces.SMALL),
            *_key(part, top + 18.0 * len(title) + 14.0 * len(note) + 12, right, ink),
        ]
        label = said("", None, part.title, part.note, *part.key)
        nodes: list[Node] = [Group(children=tuple(head), role="group", label=label)] if head else []
        zero = top + over + 2 * step
        nodes.append(Group(children=tuple(_scales(part, xs, zero, step, ink=ink))))
        within = zero - 2 * step - 10, zero + 2 * step + 10
        places = [
            _spread([zero - step * _value(one, side) for one in part.rows], [one.heights[side] for one in held], within) for side in (0, 1)
        ]
        items: list[Node] = []
        filled = {(side, _value(one, side)) for one in part.rows if one.strong for side in (0, 1)}
        for at, (one, offset) in enumerate(zip(part.rows, _offsets(part.rows), strict=True)):
            left, right_end = (_End(xs[side], zero - step * _value(one, side), places[side][at]) for side in (0, 1))
            items.append(
                _row(part, one, (left, right_end), held[at], filled=filled, ink=ink, offset=offset, source=sources.claim(one.source))
            )
        return [*nodes, Group(children=tuple(items), role="list", label=part.title or ", ".join(part.names))] if items else nodes

    return [Block(height=over + tall + 36, paint=paint, gap=24.0)]


def _words(one: Dumbbell, room: float, ink: Ink) -> _Words:
    face = faces.STRONG if one.strong else faces.CELL
    beyond = room - _VALUE - _GAP
    return _Words(
        ink.wrap(one.title, room - _VALUE, face, max_lines=_MOST_LINES).lines,
        ink.wrap(one.title, beyond, faces.SMALL, max_lines=_MOST_LINES).lines,
        ink.wrap(one.detail, beyond, faces.SMALL, max_lines=_MOST_LINES).lines if one.detail else (),
    )


def _value(one: Dumbbell, side: int) -> float:
    return (one.second if side else one.first) or 0.0


def _spread(wanted: Sequence[float], heights: Sequence[float], within: tuple[float, float]) -> list[float]:
    """Middles in the order of the wanted ones, none over another, together as near to what they want as that allows, `within` two borders.

    Example:
        >>> _spread([0.0, 0.0, 100.0], [18.0, 18.0, 18.0], (-50.0, 109.0))
        [-9.0, 9.0, 100.0]
        >>> _spread([0.0, 0.0, 100.0], [18.0, 18.0, 18.0], (0.0, 100.0))
        [9.0, 27.0, 91.0]
    """
    order = sorted(range(len(wanted)), key=lambda at: (wanted[at], at))
    # Neighbours that are too near form a cluster around the mean of what they want.
    clusters: list[tuple[float, float, tuple[int, ...]]] = []
    for at in order:
        height = heights[at]
        held: tuple[int, ...] = (at,)
        middle = _kept(wanted[at], height, within)
        while clusters and clusters[-1][0] + (clusters[-1][1] + height) / 2 > middle + 1e-9:
            _, above, earlier = clusters.pop()
            height, held = above + height, (*earlier, *held)
            middle = _kept(sum(wanted[one] for one in held) / len(held), height, within)
        clusters.append((middle, height, held))
    out = [0.0] * len(wanted)
    for middle, height, held in clusters:
        y = middle - height / 2
        for at in held:
            out[at] = y + heights[at] / 2
            y += heights[at]
    return out


def _kept(middle: float, height: float, within: tuple[float, float]) -> float:
    return max(within[0] + height / 2, min(within[1] - height / 2, middle))


def _offsets(rows: Sequence[Dumbbell]) -> list[float]:
    """How far each line runs beside its own: those between the same readings would hide each other."""
    alike: dict[tuple[float | None, float | None], list[int]] = {}
    for at, one in enumerate(rows):
        alike.setdefault((one.first, one.second), []).append(at)
    out = [0.0] * len(rows)
    for held in alike.values():
        pitch = min(_APART, _MOST_APART / max(1, len(held) - 1))
        for place, at in enumerate(held):
            out[at] = pitch * (place - (len(held) - 1) / 2)
    return out


def _key(part: Slopes, y: float, right: float, ink: Ink) -> list[Node]:
    """What both kinds of lines mean."""
    nodes: list[Node] = []
    x = MARGIN
    room = (right - MARGIN) / 2 - 68
    for strong, text in zip((True, False), part.key, strict=True):
        if text:
            nodes += [
                rule(x, y, x + 36, y, stroke=ink.palette.ink if strong else ink.palette.rule2, width=2.5 if strong else 1.5),
                _marker(x + 18, y, ink, strong=strong),
                ink.fitted(x + 44, y + 4, text, room, face=faces.SMALL),
            ]
            x += 44 + min(room, ink.width(text, faces.SMALL)) + 24
    return nodes


def _marker(x: float, y: float, ink: Ink, *, strong: bool) -> Node:
    return Circle(cx=x, cy=y, r=_R, fill=ink.palette.ink if strong else ink.palette.paper, stroke=ink.palette.ink, stroke_width=1.5)


def _scales(part: Slopes, xs: tuple[float, float], zero: float, step: float, *, ink: Ink) -> list[Node]:
    """Both scales with their names, and the levels between them; the outermost have their words."""
    nodes: list[Node] = []
    room = (xs[1] - xs[0]) / 2
    middle = (xs[0] + xs[1]) / 2
    sides: tuple[tuple[float, str, Anchor], ...] = ((xs[0], part.names[0], "start"), (xs[1], part.names[1], "end"))
    for x, name, anchor in sides:
        nodes.append(rule(x, zero - 2 * step - 8, x, zero + 2 * step + 8, stroke=ink.palette.ink))
        nodes.append(ink.fitted(x, zero - 2 * step - 30, name, room - 8, face=faces.STRONG, anchor=anchor))
    nodes.append(ink.fitted(middle, zero - 2 * step - 8, part.axis[4], 2 * room - 16, face=faces.SMALL, anchor="middle"))
    nodes.append(ink.fitted(middle, zero + 2 * step + 17, part.axis[0], 2 * room - 16, face=faces.SMALL, anchor="middle"))
    for level in range(-2, 3):
        y = zero - step * level
        dash = (4.0, 3.0) if level == 0 else ()
        nodes.append(rule(xs[0], y, xs[1], y, stroke=ink.palette.rule2 if level == 0 else ink.palette.rule, dash=dash))
    return nodes


def _line(left: _End, right: _End, offset: float) -> str:
    path = PathBuilder().move(left.x, left.y)
    if offset:
        slope = (right.y - left.y) / (right.x - left.x)
        path.line(left.x + _BEND, left.y + slope * _BEND + offset).line(right.x - _BEND, right.y - slope * _BEND + offset)
    return path.line(right.x, right.y).d


def _row(
    part: Slopes, one: Dumbbell, ends: tuple[_End, _End], words: _Words, *, filled: Container[tuple[int, float]], ink: Ink, offset: float, source: str
) -> Group:  # fmt: skip
    """The line with a marker and the value at each end; the name at both, the difference and what else must be said at the right.

    Ends that several lines share are filled where one of them is strong.
    """
    palette = ink.palette
    stroke, width = (palette.ink, 2.5) if one.strong else (palette.rule2, 1.5)
    face = faces.STRONG if one.strong else faces.CELL
    left, right = ends
    nodes: list[Node] = [Path(d=_line(left, right, offset), stroke=stroke, stroke_width=width)]
    for side, end in enumerate(ends):
        way = 2 * side - 1
        nodes.append(rule(end.x + way * (_R + 2), end.y, end.x + way * (_LEADER - 6), end.words, stroke=palette.rule2))
        nodes.append(_marker(end.x, end.y, ink, strong=(side, _value(one, side)) in filled))
    baselines = left.words + 4 - 8 * (len(words.left) - 1), right.words + 4 - 7 * (len(words.right) + len(words.detail) - 1)
    beyond = right.x + _LEADER + _VALUE + _GAP
    nodes += [
        ink.fitted(left.x - _LEADER, left.words + 4, one.texts[0], _VALUE - 6, face=face, anchor="end"),
        *ink.lines(left.x - _LEADER - _VALUE, baselines[0], words.left, face=face, anchor="end"),
        ink.fitted(right.x + _LEADER, right.words + 4, one.texts[1], _VALUE - 6, face=face),
        ink.fitted(right.x + _LEADER + _VALUE, right.words + 4, one.gap, _GAP - 6, face=face),
        *ink.lines(beyond, baselines[1], words.right, face=faces.SMALL),
        *ink.lines(beyond, baselines[1] + 14 * len(words.right), words.detail, face=faces.SMALL),
    ]
    label = said(one.title, None, f"{part.names[0]} {one.texts[0]}", f"{part.names[1]} {one.texts[1]}", one.gap, one.detail)
    return Group(children=tuple(nodes), role="listitem", label=label, tip=label, source=source)
