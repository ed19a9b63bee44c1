"""Where the words of links stand: beside their own line, over nothing."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from attrs import evolve

from .grid import Grid
from .plan import Label, Link, Plan, Route

__all__ = ["Missing", "place_words"]

_BLOCK = 256.0  # px
_AWAY = 3.0  # px between words and what is not theirs
_BESIDE = 4.0  # px between words and their own line
_STEP = 8.0  # px between the places that are tried

_Points = Sequence[tuple[float, float]]


class _Taken:
    """What words may not overlap, by blocks of x."""

    def __init__(self, plan: Plan, routes: Sequence[Route]) -> None:
        self.plan = plan
        self.separators = sorted(plan.separators)
        self.blocks: dict[int, list[tuple[float, float, float, float]]] = {}
        for box in plan.boxes:
            self.add(box.x, box.y, box.right, box.bottom)
        for route in routes:
            for (x1, y1), (x2, y2) in pairwise(route.points):
                self.add(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))

    def add(self, left: float, top: float, right: float, bottom: float) -> None:
        """Takes a rectangle or a line."""
        for block in range(int(left // _BLOCK), int(right // _BLOCK) + 1):
            self.blocks.setdefault(block, []).append((left, top, right, bottom))

    def is_free(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether a rectangle overlaps nothing."""
        plan = self.plan
        if left < plan.left or right > plan.right or top < plan.top or bottom > plan.bottom:
            return False
        place = bisect_left(self.separators, top - _AWAY)
        if place < len(self.separators) and self.separators[place] <= bottom + _AWAY:
            return False
        left, top, right, bottom = left - _AWAY, top - _AWAY, right + _AWAY, bottom + _AWAY
        for block in range(int(left // _BLOCK), int(right // _BLOCK) + 1):
            for left2, top2, right2, bottom2 in self.blocks.get(block, ()):
                if left2 < right and right2 > left and top2 < bottom and bottom2 > top:
                    return False
        return True


class Missing(NamedTuple):
    """px that are missing by slab and by strip; grows while words look for a place."""

    bands: list[float]
    gaps: list[float]


def place_words(plan: Plan, grid: Grid, found: Sequence[tuple[Link, Route]], missing: Missing) -> list[Route]:
    """Gives each link with words a place for them where there is one, and notes what is missing where there is none."""
    taken = _Taken(plan, [route for _, route in found])
    placed: list[Route] = []
    asked = Missing([0.0] * len(missing.bands), [0.0] * len(missing.gaps))
    for link, route in found:
        if not link.label_width or not link.label_height:
            placed.append(route)
            continue
        places = chain(
            _places(route.points, link.label_width, link.label_height),
            _over_the_end(route.points, link.label_width, link.label_height) if link.source == link.target else (),
        )
        for left, top in places:
            right, bottom = left + link.label_width, top + link.label_height
            if taken.is_free(left, top, right, bottom):
                taken.add(left, top, right, bottom)
                placed.append(evolve(route, label=Label(left, top, link.label_width, link.label_height)))
                break
        else:
            placed.append(route)
            _ask(grid, link, route.points, asked)
    for all_missing, more in zip(missing, asked, strict=True):
        for index, px in enumerate(more):
            all_missing[index] += px
    return placed


def _places(points: _Points, width: float, height: float) -> Iterator[tuple[float, float]]:
    """Upper left corners to try, the best first: near the source, over a level piece or beside an upright one, then the rest."""
    pieces = list(pairwise(points))
    short: list[tuple[tuple[float, float], tuple[float, float]]] = []
    for one, two in pieces:
        if one[1] == two[1]:
            for x in _starts(one[0], two[0], width):
                yield x, one[1] - _BESIDE - height
        elif abs(one[1] - two[1]) < height + 2 * _BESIDE:
            short.append((one, two))
        else:
            yield from _beside(one, two, width, height)
    for one, two in short:
        yield from _beside(one, two, width, height)
    for one, two in pieces:
        if one[1] == two[1]:
            for x in _starts(one[0], two[0], width):
                yield x, one[1] + _BESIDE


def _over_the_end(points: _Points, width: float, height: float) -> Iterator[tuple[float, float]]:
    """Places beside the upright pieces of a line that leads back to where it begins: its pieces are shorter than any words."""
    for one, two in pairwise(points):
        if one[0] == two[0]:
            low, high = sorted((one[1], two[1]))
            for y in (low + _BESIDE, high - _BESIDE - height):
                yield one[0] + _BESIDE, y
                yield one[0] - _BESIDE - width, y


def _beside(one: tuple[float, float], two: tuple[float, float], width: float, height: float) -> Iterator[tuple[float, float]]:
    for y in _starts(one[1], two[1], height):
        yield one[0] + _BESIDE, y
        yield one[0] - _BESIDE - width, y


def _starts(start: float, end: float, size: float) -> Iterator[float]:
    """Where something of that size may begin between two ends, from the first end on; at most a hundred places."""
    room = abs(end - start) - size
    step = max(_STEP, room / 100)
    for count in range(int(room // step) + 1 if room >= 0 else 0):
        away = min(room, _BESIDE + count * step)
        yield start + away if end > start else start - away - size


def _ask(grid: Grid, link: Link, points: _Points, asked: Missing) -> None:
    """Asks for room where the link begins: in a band that it touches, or in the gap that it crosses."""
    ys = sorted(y for _, y in points)
    inside = [slab for slab in grid.bands if grid.slabs[slab][1] > ys[0] and grid.slabs[slab][0] < ys[-1]]
    if inside:
        slab = min(inside, key=lambda slab: abs(sum(grid.slabs[slab]) / 2 - points[0][1]))
        top, bottom = grid.slabs[slab]
        room = link.label_height + 2 * _BESIDE
        asked.bands[slab] = max(asked.bands[slab], room - (bottom - top) if bottom - top < room else link.label_height / 2)
        return
    left, right = sorted((points[0][0], points[-1][0]))
    room = link.label_width + 2 * _BESIDE
    for strip in range(0, len(grid.strips), 2):
        if left <= grid.strips[strip][0] and grid.strips[strip][1] <= right:
            asked.gaps[strip] = max(asked.gaps[strip], room - (right - left) if right - left < room else link.label_width / 2)
            return
