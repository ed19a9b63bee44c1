"""Where the value and the reason of a reading stand: beside the point, on nothing else."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from journeykit.diagram import Point
from journeykit.scene import Anchor, Node
from journeykit.text import Line

from . import ink as faces
from .ink import Face, Ink

Box = tuple[float, float, float, float]
Row = tuple[float, str, Face, float]
"""Baseline, words, face and width of a line."""
_CLEAR = 4.0
_BESIDE = 92.0
_UNDER = 88.0
# Words beside a steep curve may lean this far into the next column, where nothing else stands.
_OVER = 16.0
_SIDES = ("above", "below", "left-above", "right-above", "left-below", "right-below")
_MIRROR = {
    "above": "below", "below": "above", "left-above": "right-below", "right-above": "left-below",
    "left-below": "right-above", "right-below": "left-above",
}  # fmt: skip


class Wish(NamedTuple):
    """A reading that wants a label.

    Attributes:
        x, y: of the point, px. reach: half the height that marker and spread take, px.
        left, right: edges of its column, px.
        before, after: values of its neighbours in the run, or None at its ends.
    """

    point: Point
    x: float
    y: float
    reach: float
    left: float
    right: float
    before: float | None
    after: float | None


class Label(NamedTuple):
    """Lines with their place; `boxes` one per line."""

    lines: tuple[Row, ...]
    boxes: tuple[Box, ...]
    x: float
    anchor: Anchor

    def draw(self, ink: Ink, fill: str | None = None) -> list[Node]:
        """The lines as text."""
        return [
            ink.text(self.x, y, text, face=face, anchor=self.anchor, width=width, fill=fill if face.weight >= 600 else None)
            for y, text, face, width in self.lines
        ]


class Field:
    """What a lane holds already: curves, markers, the zero line, labels."""

    def __init__(
        self, box: Box, zero: float, samples: Sequence[tuple[float, float]], grounds: Sequence[Box], *, walls: Sequence[float] = ()
    ) -> None:
        """`walls` are values of x that no text may cross, px."""
        self._walls = walls
        self._grounds = grounds
        self.left, self.top, self.right, self.bottom = box
        self.zero = zero
        self._samples = sorted(samples)
        self._xs = [x for x, _ in self._samples]
        self._markers: dict[int, list[tuple[Box, Point | None]]] = {}
        self._labels: dict[int, list[Box]] = {}

    def add_marker(self, box: Box, point: Point | None) -> None:
        """Something drawn that belongs to a point, or to none."""
        for cell in _cells(box):
            self._markers.setdefault(cell, []).append((box, point))

    def add_label(self, label: Label) -> None:
        """A label that is set."""
        for box in label.boxes:
            for cell in _cells(box):
                self._labels.setdefault(cell, []).append(box)

    def holds(self, label: Label, wish: Wish) -> bool:
        """Whether a label may stand there."""
        return all(self._free(box, wish) for box in label.boxes)

    def is_tidy(self, label: Label) -> bool:
        """Whether no line stands half on a coloured ground and half beside it."""
        return all(_whole(box, ground) for box in label.boxes for ground in self._grounds)

    def _free(self, box: Box, wish: Wish) -> bool:
        if box[0] < max(wish.left - _OVER, self.left) or box[2] > min(wish.right + _OVER, self.right):
            return False
        return self.clear(box, wish.point)

    def clear(self, box: Box, mine: Point | None = None) -> bool:
        """Whether a box, grown by 4, touches nothing but the marker of `mine`, crosses no wall, and stays in the lane."""
        left, top, right, bottom = box
        if top < self.top + 2 or bottom > self.bottom - 2 or any(left < wall < right for wall in self._walls):
            return False
        grown = (left - _CLEAR, top - _CLEAR, right + _CLEAR, bottom + _CLEAR)
        if grown[1] < self.zero < grown[3]:
            return False
        for cell in _cells(grown):
            for other, point in self._markers.get(cell, ()):
                if (point is None or point is not mine) and _meet(grown, other):
                    return False
            for other in self._labels.get(cell, ()):
                if _meet(grown, other):
                    return False
        at = bisect_left(self._xs, grown[0])
        while at < len(self._xs) and self._xs[at] <= grown[2]:
            if grown[1] < self._samples[at][1] < grown[3]:
                return False
            at += 1
        return True


def _whole(box: Box, ground: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    if not (ground[0] - 1 <= x <= ground[2] + 1 and ground[1] - 1 <= y <= ground[3] + 1):
        return True
    return box[0] >= ground[0] - 1 and box[2] <= ground[2] + 1 and box[1] >= ground[1] and box[3] <= ground[3]


def _cells(box: Box) -> range:
    return range(int(box[0] // 64), int(box[2] // 64) + 1)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def set_labels(wishes: Sequence[Wish], field: Field, ink: Ink, *, strip: bool = True) -> dict[int, Label]:
    """Labels by the index of the wish: extremes first, then by weight, then from left to right.

    Without `strip`, and before and after, what fits nowhere stands right beside its point, or not at all.
    """
    order = sorted(range(len(wishes)), key=lambda at: (not wishes[at].point.extreme, -wishes[at].point.weight, wishes[at].x))
    found: dict[int, Label] = {}
    for at in order:
        label = _find(wishes[at], field, ink, strip=strip)
        if label:
            found[at] = label
            field.add_label(label)
    return found


def _find(wish: Wish, field: Field, ink: Ink, *, strip: bool) -> Label | None:
    """The first place that fits: with the whole reason, with its beginning, without it, then in the strip under the scale or beside the point."""
    value = _value(wish, ink)
    sides = _order(wish)
    if wish.point.reason:
        for whole in (True, False):
            told = ((side, _reason(wish, side, ink, whole=whole)) for side in sides)
            if label := _best((_label(wish, side, value, reason) for side, reason in told if reason), wish, field):
                return label
    return _best((_label(wish, side, value, ()) for side in sides), wish, field) or _best(
        _in_strip(wish, value, field) if strip and not wish.point.offset else _beside(wish, value), wish, field
    )


def _best(labels: Iterable[Label], wish: Wish, field: Field) -> Label | None:
    """The first that fits and is tidy, else the first that fits."""
    first = None
    for label in labels:
        if field.holds(label, wish):
            if field.is_tidy(label):
                return label
            first = first or label
    return first


def _value(wish: Wish, ink: Ink) -> Line:
    face = faces.VALUE_EXTREME if wish.point.extreme else faces.VALUE
    return Line(wish.point.text, ink.width(wish.point.text, face))


def _order(wish: Wish) -> list[str]:
    preferred = _preferred(wish)
    return list(dict.fromkeys([preferred, _MIRROR[preferred], *_SIDES]))


def _preferred(wish: Wish) -> str:
    value = wish.point.value
    came = 0 if wish.before is None else _sign(value - wish.before)
    goes = 0 if wish.after is None else _sign(wish.after - value)
    if (came == 0 and goes == 0) or (wish.point.extreme and 0 in {came, goes}):
        return "above" if value >= 0 else "below"
    if goes > 0:
        return "below" if came < 0 else "left-above"
    if goes < 0:
        return "above" if came >= 0 else "right-above"
    return "below" if came > 0 else "right-above"


def _sign(value: float) -> int:
    return (value > 1e-9) - (value < -1e-9)


def _reason(wish: Wish, side: str, ink: Ink, *, whole: bool) -> tuple[Line, ...]:
    room = wish.right - wish.left - 12
    most = 2
    if side == "below" and wish.before is not None and wish.after is None:
        room, most = min(room, _UNDER), 3
    elif "-" in side:
        room = min(_BESIDE, (wish.x - wish.left if side.startswith("left") else wish.right - wish.x) + _OVER - 4)
    face = faces.SMALL_STRONG if wish.point.extreme else faces.SMALL
    found = ink.balance(wish.point.reason, room, face, max_lines=most)
    return () if whole and found.cut else found.lines


def _label(wish: Wish, side: str, value: Line, reason: tuple[Line, ...]) -> Label:
    extreme = wish.point.extreme
    first, small = (faces.VALUE_EXTREME, faces.SMALL_STRONG) if extreme else (faces.VALUE, faces.SMALL)
    depth = (first.line if reason else 0.0) + small.line * max(0, len(reason) - 1)
    if side.endswith("above"):
        baseline = wish.y - wish.reach - (4.75 if extreme else 6.5) - depth
    else:
        baseline = wish.y + wish.reach + (14.75 if extreme else 15.5)
    anchor: Anchor = "end" if side.startswith("left") else "start" if side.startswith("right") else "middle"
    x = wish.x + (4 if anchor == "end" else 6 if anchor == "start" and "above" in side else -4 if anchor == "start" else 0)
    if anchor == "middle":
        # At the end of a run the words belong to the side that is empty.
        x += 2 * ((wish.after is None) - (wish.before is None))
        widest = max([value.width, *(line.width for line in reason)]) / 2
        x = max(wish.left + widest + 1, min(wish.right - widest - 1, x))
    rows = [(baseline, value.text, first, value.width)]
    rows += [(baseline + first.line + small.line * at, line.text, small, line.width) for at, line in enumerate(reason)]
    return Label(lines=tuple(rows), boxes=tuple(_box(x, anchor, row) for row in rows), x=x, anchor=anchor)


def _box(x: float, anchor: Anchor, row: Row) -> Box:
    baseline, _, face, width = row
    left = x - (width if anchor == "end" else width / 2 if anchor == "middle" else 0)
    return (left, baseline - 0.75 * face.size, left + width, baseline + 0.22 * face.size)


def _beside(wish: Wish, value: Line) -> list[Label]:
    """The value alone, on the level of its point."""
    face, y, away = faces.VALUE_EXTREME if wish.point.extreme else faces.VALUE, wish.y + 4.5, wish.reach + 4.5
    row: Row = (y, value.text, face, value.width)
    places: list[tuple[Anchor, float]] = [("end", wish.x - away), ("start", wish.x + away)]
    return [Label(lines=(row,), boxes=(_box(x, anchor, row),), x=x, anchor=anchor) for anchor, x in places]


def _in_strip(wish: Wish, value: Line, field: Field) -> list[Label]:
    """The value alone, at the foot of the lane where gaps are named."""
    face, y = faces.VALUE_EXTREME if wish.point.extreme else faces.VALUE, field.bottom - 8
    half = value.width / 2
    steps = [wish.x + shift for away in (half + 14, 2 * half + 8, 2 * half + 28) for shift in (away, -away)]
    steps.insert(0, wish.x)
    row: Row = (y, value.text, face, value.width)
    return [Label(lines=(row,), boxes=(_box(x, "middle", row),), x=x, anchor="middle") for x in steps]
