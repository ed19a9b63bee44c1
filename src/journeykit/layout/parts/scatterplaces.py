"""Where the points of a plot stand, and their numbers."""

import math
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from journeykit.diagram import Scatter, ScatterPoint
from journeykit.layout import ink as faces
from journeykit.layout.ink import Ink
from journeykit.text import Line

from .box import Box
from .labels import Ground, Wish, around

RADII = (11.0, 34.0)
_PAD = 36.0
# Room above and below for the words in the corners.
_WORDS = 22.0
_BETWEEN = 3.0
_INSET = 4.0
# How far from its bubble a number may stand.
_GAPS = (3.0, 20.0, 38.0)
# How wide many numbers may run before they go on in another line.
_LABEL = 96.0


class Frame(NamedTuple):
    """A square plot: its side, and how far from its edges the axes begin and end across and down, px."""

    side: float
    across: float
    down: float

    def x(self, share: float) -> float:
        """px from the left edge."""
        return self.across + (self.side - 2 * self.across) * share

    def y(self, share: float) -> float:
        """px from the top."""
        return self.side - self.down - (self.side - 2 * self.down) * share


class Placed(NamedTuple):
    """A point with its middle and radius, px from the corner of the plot, and where the first line of its number stands; none where the list says it."""

    point: ScatterPoint
    x: float
    y: float
    radius: float
    label: str
    number: tuple[float, float]
    lines: tuple[Line, ...] = ()


def frame_of(scatter: Scatter, side: float) -> Frame:
    """The plot with that side."""
    if not scatter.stepped:
        # No bubble reaches the words in the corners.
        return Frame(side, _PAD, _WORDS + RADII[1] + 4 if any(scatter.quadrants) else _PAD)
    across, down = max(1, len(scatter.x_ticks)), max(1, len(scatter.y_ticks))
    return Frame(side, side / (2 * across), _WORDS + (side - 2 * _WORDS) / (2 * down))


def placed_points(scatter: Scatter, frame: Frame, ink: Ink) -> list[Placed]:
    """The points, in the order in which they are drawn."""
    return _in_steps(scatter, frame, ink) if scatter.stepped else _where_they_are(scatter, frame, ink)


def corners(scatter: Scatter, frame: Frame, ink: Ink) -> list[Box]:
    """Where the words of the quadrants stand."""
    boxes = []
    for at, text in enumerate(scatter.quadrants):
        width = ink.width(text, faces.SMALL_STRONG) if text else 0.0
        boxes.append(Box(frame.side - 10 - width if at % 2 else 10.0, frame.side - 24 if at > 1 else 8.0, width, 16.0))
    return boxes


def _radius(point: ScatterPoint) -> float:
    return RADII[0] if point.size is None else max(RADII[0], RADII[1] * math.sqrt(max(0.0, min(1.0, point.size))))


def _disc(point: ScatterPoint, frame: Frame) -> tuple[float, float, float]:
    return frame.x(point.x), frame.y(point.y), _radius(point)


def _around(disc: tuple[float, float, float]) -> list[tuple[float, float]]:
    """Points along the edge of a disc."""
    x, y, radius = disc
    count = max(12, int(radius))
    return [(x + radius * math.cos(2 * math.pi * at / count), y + radius * math.sin(2 * math.pi * at / count)) for at in range(count)]


# ------------------------------------------------------------------------------------------------------------- steps
def has_room(scatter: Scatter, frame: Frame, ink: Ink) -> bool:
    """Whether all who share a step can stand side by side on it."""
    return all(len(here) <= _capacity(scatter, frame, here, ink)[0] for here in _together(scatter.points).values())


def _together(points: Sequence[ScatterPoint]) -> dict[tuple[float, float], list[ScatterPoint]]:
    held: dict[tuple[float, float], list[ScatterPoint]] = {}
    for one in points:
        held.setdefault((round(one.x, 2), round(one.y, 2)), []).append(one)
    return held


def _step(scatter: Scatter, frame: Frame) -> tuple[float, float]:
    """Width and height of the room of a step."""
    across, down = max(1, len(scatter.x_ticks)), max(1, len(scatter.y_ticks))
    return frame.side / across - 2 * _INSET, (frame.side - 2 * _WORDS) / down - 2 * _INSET


def _capacity(scatter: Scatter, frame: Frame, here: Sequence[ScatterPoint], ink: Ink) -> tuple[int, int, float]:
    """How many stand on a step, in how many columns, and their radius: the largest number fits into each."""
    radius = max(RADII[0], *(ink.width(one.number, faces.SMALL_STRONG) / 2 + 3.0 for one in here))
    width, height = _step(scatter, frame)
    pitch = 2 * radius + _BETWEEN
    columns, rows = int((width + _BETWEEN) // pitch), int((height + _BETWEEN) // pitch)
    return columns * rows, columns, radius


def _in_steps(scatter: Scatter, frame: Frame, ink: Ink) -> list[Placed]:
    found: list[Placed] = []
    for here in _together(scatter.points).values():
        x, y = frame.x(here[0].x), frame.y(here[0].y)
        room, most, radius = _capacity(scatter, frame, here, ink)
        if len(here) > room:
            found += _one_for_all(here, (x, y), min(_step(scatter, frame)) / 2, ink)
            continue
        # As square as the step allows.
        columns = min(most, max(math.ceil(math.sqrt(len(here))), math.ceil(len(here) * most / room)))
        pitch = 2 * radius + _BETWEEN
        rows = math.ceil(len(here) / columns)
        for at, point in enumerate(here):
            row, place = divmod(at, columns)
            across = min(columns, len(here) - row * columns)
            px, py = x + pitch * (place - (across - 1) / 2), y + pitch * (row - (rows - 1) / 2)
            found.append(Placed(point, px, py, radius, point.number, (px, py + 4)))
    return found


def _one_for_all(here: Sequence[ScatterPoint], middle: tuple[float, float], most: float, ink: Ink) -> list[Placed]:
    """One disc with all numbers, as far as they go into it."""
    x, y = middle
    text = ranges([one.number for one in here])
    width = ink.width(text, faces.SMALL_STRONG)
    label = text if width <= 2 * most - 8 else ""
    radius = min(most, max(RADII[1], width / 2 + 6))
    return [Placed(one, x, y, radius, "" if at else label, (x, y + 4)) for at, one in enumerate(here)]


# ------------------------------------------------------------------------------------------------------- anywhere
def _where_they_are(scatter: Scatter, frame: Frame, ink: Ink) -> list[Placed]:
    """The large ones first, and for the number of each the place with the fewest lines through it; those at one place share a label."""
    ground = Ground(Box(0, 0, frame.side, frame.side))
    for box in corners(scatter, frame, ink):
        ground.take(box)
    for disc in {_disc(one, frame) for one in scatter.points}:
        ground.avoid(_around(disc))
    labels = _labels(scatter.points)
    found = []
    for point in sorted(scatter.points, key=lambda one: -(one.size or 0.0)):
        x, y, radius = _disc(point, frame)
        text = labels[point.number]
        broken = _broken(text, ink)
        size = (max((one.width for one in broken), default=0.0), 16.0 * len(broken))
        centred = Box(x - size[0] / 2, y - size[1] / 2, *size)
        wish = Wish((centred, *(one for gap in _GAPS for one in around(x, y, radius + gap, size).places)))
        taken = ground.place(wish) if text else None
        box = wish.places[taken or 0]
        # Where no place is free the list beside still says what stands here.
        found.append(Placed(point, x, y, radius, text if taken is not None else "", (box.x + size[0] / 2, box.y + 12), broken))
    return found


def _broken(text: str, ink: Ink) -> tuple[Line, ...]:
    """The numbers in lines, none broken within a range."""
    lines = ink.wrap(text.replace(" … ", "\u00a0…\u00a0"), _LABEL, faces.STRONG).lines
    return tuple(Line(one.text.replace("\u00a0", " "), one.width) for one in lines)


def _labels(points: Sequence[ScatterPoint]) -> dict[str, str]:
    """The number of each point; of several at one place the largest bears them all."""
    found: dict[str, str] = {}
    for here in _together(points).values():
        largest = max(here, key=lambda one: one.size or 0.0)
        found |= {one.number: "" for one in here} | {largest.number: ranges([one.number for one in here])}
    return found


def ranges(numbers: Sequence[str]) -> str:
    """Numbers in few signs: those that follow each other as a range.

    Example:
        >>> ranges(["1", "2", "3", "7", "9", "10"])
        '1 … 3, 7, 9, 10'
    """
    if not all(one.isdecimal() for one in numbers):
        return ", ".join(numbers)
    found: list[str] = []
    for _, run in groupby(enumerate(sorted(map(int, numbers))), lambda pair: pair[1] - pair[0]):
        held = [str(value) for _, value in run]
        found += [f"{held[0]} … {held[-1]}"] if len(held) > 2 else held
    return ", ".join(found)
