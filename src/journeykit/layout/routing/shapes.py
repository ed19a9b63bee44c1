"""The shapes a link may have: at most four bends, inside the rows and bands between its ends.

A shape is a chain of steps, vertical and horizontal in turn. A step says in which corridor a piece runs (a strip, a
band, a row) and between which coordinates it may stand; where exactly comes later, when all links are known.
"""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from .grid import Grid, Spot
from .plan import Side

__all__ = ["Shape", "Step", "bent", "bent_twice", "straight", "winding"]


class Step(NamedTuple):
    """One piece of a shape.

    Attributes:
        kind: "v" in a strip, "b" along a band, "r" along a row.
        corridor: index of the strip, or of the slab that is the band or row.
        low: px, the least x (for "v") or y (for "r") where it may stand.
        high: px, the greatest.
    """

    kind: str
    corridor: int
    low: float = 0.0
    high: float = 0.0


class Shape(NamedTuple):
    """A chain of steps, and the sides it leaves and enters by."""

    leave: Side
    enter: Side
    steps: tuple[Step, ...]

    def backwards(self) -> "Shape":
        """The same line from target to source."""
        return Shape(self.enter, self.leave, self.steps[::-1])

    def moved(self, before: Grid, after: Grid) -> "Shape":
        """The same line in the same grid, grown: bands and gaps have, rows and columns have only moved."""
        return Shape(self.leave, self.enter, tuple(_moved(step, before, after) for step in self.steps))


def _moved(step: Step, before: Grid, after: Grid) -> Step:
    kind, corridor, low, high = step
    if kind == "v" and after.is_gap(corridor):
        return _in_gap(after, corridor)
    one, two = (before.strips, after.strips) if kind == "v" else (before.slabs, after.slabs)
    by = two[corridor][0] - one[corridor][0]
    return Step(kind, corridor, low + by, high + by)


_NEAR = 6  # gaps, or ports of a wide box, that are looked at; beyond them a shape is no longer short
_BESIDE: tuple[Side, Side] = ("right", "left")


def straight(grid: Grid, upper: Spot, lower: Spot) -> Iterator[Shape]:
    """Lines without a bend; `upper` stands in the same row as `lower`, or above it."""
    if upper.row == lower.row:
        yield from _along(upper, lower)
        return
    rows = range(upper.row + 1, lower.row)
    narrow, wide = (upper, lower) if len(upper.ports) < len(lower.ports) else (lower, upper)
    for strip, low, high in narrow.ports:
        if strip in wide.widths:
            low2, high2 = wide.widths[strip]
            if width := grid.free(strip, rows, (max(low, low2), min(high, high2))):
                yield Shape("bottom", "top", (Step("v", strip, *width),))


def _along(first: Spot, second: Spot) -> Iterator[Shape]:
    if abs(first.place - second.place) != 1:
        return
    low, high = max(first.heights[0], second.heights[0]), min(first.heights[1], second.heights[1])
    if high - low >= 1:
        forward = first.place < second.place
        yield Shape("right" if forward else "left", "left" if forward else "right", (Step("r", first.slab, low, high),))


def bent(grid: Grid, upper: Spot, lower: Spot) -> Iterator[Shape]:
    """Lines with one bend; `upper` stands in the same row as `lower`, or above it."""
    if upper.row != lower.row:
        yield from _once(grid, upper, lower)


def bent_twice(grid: Grid, upper: Spot, lower: Spot) -> Iterator[Shape]:
    """Lines with two bends; `upper` stands in the same row as `lower`, or above it."""
    ports = _nearest(upper, lower), _nearest(lower, upper)
    if upper.row == lower.row:
        yield from _around(upper, ports)
        return
    yield from _by_bands(grid, upper, lower, ports)
    yield from _by_gaps(grid, upper, lower)


def winding(grid: Grid, upper: Spot, lower: Spot) -> Iterator[Shape]:
    """Lines with three or four bends; `upper` stands in the same row as `lower`, or above it."""
    first, last = _nearest(upper, lower), _nearest(lower, upper)
    if upper.row == lower.row:
        yield from _far_around(grid, upper, lower, (first, last))
        return
    yield from _three(grid, upper, lower, (first, last))
    if lower.row - upper.row > 1:
        yield from _four(grid, upper, lower, (first, last))


def _nearest(spot: Spot, other: Spot) -> tuple[int, float, float]:
    """The port nearest to the middle of the other box."""
    return _near(spot, other, 1)[0]


def _near(spot: Spot, other: Spot, most: int) -> list[tuple[int, float, float]]:
    """The ports nearest to the middle of the other box, the nearest first."""
    ports = spot.ports
    if len(ports) == 1:
        return ports
    middle = other.box.x * 2 + other.box.width
    place = bisect_left(ports, middle, key=lambda port: port[1] + port[2])
    return sorted(ports[max(0, place - most) : place + most], key=lambda port: abs(port[1] + port[2] - middle))[:most]


_OVER: tuple[tuple[int, Side], ...] = ((-1, "top"), (1, "bottom"))
Ports = tuple[tuple[int, float, float], tuple[int, float, float]]


def _around(first: Spot, ports: Ports) -> Iterator[Shape]:
    """Within one row: out above and in from above, or both below."""
    one, two = ports
    for step, side in _OVER:
        yield Shape(side, side, (Step("v", *one), Step("b", first.slab + step), Step("v", *two)))


def _far_around(grid: Grid, first: Spot, second: Spot, ports: Ports) -> Iterator[Shape]:
    """Within one row: out by a side, up or down the gap beside it, in from above or below; and its mirror."""
    one, two = ports
    for step, end in _OVER:
        band = Step("b", first.slab + step)
        for side in _BESIDE:
            for gap in first.gaps(side)[:1]:
                yield Shape(side, end, (Step("r", first.slab, *first.heights), _in_gap(grid, gap), band, Step("v", *two)))
            for gap in second.gaps(side)[:1]:
                yield Shape(end, side, (Step("v", *one), band, _in_gap(grid, gap), Step("r", second.slab, *second.heights)))


def _once(grid: Grid, upper: Spot, lower: Spot) -> Iterator[Shape]:
    """One bend: along the row of one end, then straight into the other."""
    for strip, low, high in _near(lower, upper, _NEAR):
        width = grid.free(strip, range(upper.row, lower.row), (low, high))
        if width and (side := _side_of(upper, width)):
            yield Shape(side, "top", (Step("r", upper.slab, *upper.heights), Step("v", strip, *width)))
    for strip, low, high in _near(upper, lower, _NEAR):
        width = grid.free(strip, range(upper.row + 1, lower.row + 1), (low, high))
        if width and (side := _side_of(lower, width)):
            yield Shape("bottom", side, (Step("v", strip, *width), Step("r", lower.slab, *lower.heights)))


def _side_of(spot: Spot, width: tuple[float, float]) -> Side | None:
    """On which side of a box a free width lies, if no neighbour stands between."""
    if spot.box.right <= width[0] and width[1] <= spot.right_limit:
        return "right"
    if width[1] <= spot.box.x and spot.left_limit <= width[0]:
        return "left"
    return None


def _by_bands(grid: Grid, upper: Spot, lower: Spot, ports: Ports) -> Iterator[Shape]:
    """Two bends: down, along a band, down."""
    (first, *width1), (last, *width2) = ports
    for band in range(upper.slab + 1, lower.slab):
        if (row := grid.row_of_slab[band]) >= 0:
            continue
        below = _next_row(grid, band)
        row = below - 1
        one = grid.free(first, range(upper.row + 1, row + 1), (width1[0], width1[1]))
        two = grid.free(last, range(below, lower.row), (width2[0], width2[1]))
        if one and two:
            yield Shape("bottom", "top", (Step("v", first, *one), Step("b", band), Step("v", last, *two)))


def _next_row(grid: Grid, band: int) -> int:
    """The first row below a band that has one."""
    while grid.row_of_slab[band] < 0:
        band += 1
    return grid.row_of_slab[band]


def _by_gaps(grid: Grid, upper: Spot, lower: Spot) -> Iterator[Shape]:
    """Two bends: out by a side, down a gap, in by a side."""
    rows = range(upper.row + 1, lower.row)
    for leave in _BESIDE:
        for enter in _BESIDE:
            shared = _shared(upper.gaps(leave), lower.gaps(enter))
            found = {_first_open(grid, shared, rows), _first_open(grid, shared[::-1], rows)}
            for gap in sorted(gap for gap in found if gap is not None):
                steps = (Step("r", upper.slab, *upper.heights), _in_gap(grid, gap), Step("r", lower.slab, *lower.heights))
                yield Shape(leave, enter, steps)


def _shared(one: range, two: range) -> range:
    """What two ranges of gaps have in common, left to right."""
    if not one or not two:
        return range(0)
    return range(max(min(one), min(two)), min(max(one), max(two)) + 1, 2)


def _first_open(grid: Grid, gaps: range, rows: range) -> int | None:
    """The first gap that no box covers in these rows, if it is one of the nearest."""
    return next((gap for gap in gaps[:_NEAR] if grid.is_open(gap, rows)), None)


def _in_gap(grid: Grid, gap: int) -> Step:
    return Step("v", gap, *grid.gap_width(gap))


def _three(grid: Grid, upper: Spot, lower: Spot, ports: Ports) -> Iterator[Shape]:
    """Three bends: out by a side, down a gap, along the last band, in from above; and its mirror."""
    first, last = ports
    rows = range(upper.row + 1, lower.row)
    for side in _BESIDE:
        gap = _first_open(grid, upper.gaps(side), rows)
        if gap is not None:
            for band in _bands_up(grid, lower):
                steps = (Step("r", upper.slab, *upper.heights), _in_gap(grid, gap), Step("b", band), Step("v", *last))
                yield Shape(side, "top", steps)
        gap = _first_open(grid, lower.gaps(side), rows)
        if gap is not None:
            for band in _bands_down(grid, upper):
                steps = (Step("v", *first), Step("b", band), _in_gap(grid, gap), Step("r", lower.slab, *lower.heights))
                yield Shape("bottom", side, steps)


def _four(grid: Grid, upper: Spot, lower: Spot, ports: Ports) -> Iterator[Shape]:
    """Four bends: down, along the first band, down a gap, along the last band, down. There is always one."""
    first, last = ports
    rows = range(upper.row + 1, lower.row)
    found = {grid.nearest_gap(strip, step, rows) for strip in (first[0], last[0]) for step in (-1, 1)}
    for gap in sorted(gap for gap in found if gap is not None):
        for one in _bands_down(grid, upper):
            for two in _bands_up(grid, lower):
                yield Shape("bottom", "top", (Step("v", *first), Step("b", one), _in_gap(grid, gap), Step("b", two), Step("v", *last)))


def _bands_down(grid: Grid, spot: Spot) -> Iterator[int]:
    """The bands between a box and the row below it."""
    band = spot.slab + 1
    while grid.row_of_slab[band] < 0:
        yield band
        band += 1


def _bands_up(grid: Grid, spot: Spot) -> Iterator[int]:
    """The bands between a box and the row above it."""
    band = spot.slab - 1
    while grid.row_of_slab[band] < 0:
        yield band
        band -= 1
