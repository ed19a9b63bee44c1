"""The plan as a grid: slabs (bands and rows in turn, top to bottom) by strips (gaps and columns in turn, left to right)."""

from bisect import bisect_right

from .plan import Box, Plan, Side

__all__ = ["Grid", "Spot"]

# A vertical piece needs at least this much free width, so that several may share it.
_LEAST = 2.0
# A band or gap is at least so wide, px: below that there is no place for a line at all.
_NARROWEST = 4.0
# Coordinates that were added up in different ways differ by so little.
_ROUNDING = 1e-6


class Spot:
    """Where one box stands in the grid.

    Attributes:
        box: the box.
        row: index of its row.
        slab: index of its row among the slabs.
        place: how many boxes of its row stand left of it.
        first: its first strip, a column.
        last: its last strip, a column.
        left_limit: px, right edge of its left neighbour, or the left end of the plan.
        right_limit: px, left edge of its right neighbour, or the right end of the plan.
        gaps_left: the gaps between it and its left neighbour, nearest first.
        gaps_right: the gaps between it and its right neighbour, nearest first.
        ports: where links may leave its upper and lower side: (strip, from px, to px), one per column.
        widths: the same by strip.
        heights: where links may leave its left and right side: (from px, to px).
    """

    __slots__ = (
        "box",
        "first",
        "gaps_left",
        "gaps_right",
        "heights",
        "last",
        "left_limit",
        "place",
        "ports",
        "right_limit",
        "row",
        "slab",
        "widths",
    )

    def __init__(self, box: Box, row: int, slab: int, strips: tuple[int, int]) -> None:
        self.box = box
        self.row = row
        self.slab = slab
        self.first, self.last = strips
        self.place = 0
        self.left_limit = 0.0
        self.right_limit = 0.0
        self.gaps_left = range(0)
        self.gaps_right = range(0)
        self.ports: list[tuple[int, float, float]] = []
        self.widths: dict[int, tuple[float, float]] = {}
        self.heights = (0.0, 0.0)

    def gaps(self, side: Side) -> range:
        """The gaps that a link leaving by the left or right side reaches at once."""
        return self.gaps_left if side == "left" else self.gaps_right


class Grid:
    """Slabs, strips, and which boxes stand where.

    Attributes:
        strips: (left, right) of each; columns have odd indexes, gaps even ones.
        slabs: (top, bottom) of each, bands and rows.
        row_of_slab: index of the row, or -1 for a band.
        bands: the slabs that are bands, top to bottom.
        spots: by box id.
    """

    __slots__ = ("_boxes", "bands", "distances", "row_of_slab", "slabs", "spots", "strips")

    def __init__(self, plan: Plan) -> None:
        self.distances = plan.distances
        self.strips = _strips(plan)
        self.slabs, self.row_of_slab = _slabs(plan)
        self.bands = [index for index, row in enumerate(self.row_of_slab) if row < 0]
        self.spots = _spots(plan, self.row_of_slab)
        # boxes by (row, strip), left to right, as their edges
        self._boxes: list[dict[int, list[tuple[float, float]]]] = [{} for _ in plan.rows]
        for spot in self.spots.values():
            for strip in range(spot.first, spot.last + 1):
                self._boxes[spot.row].setdefault(strip, []).append((spot.box.x, spot.box.right))
            self._reach_over(spot)
            self._open_sides(spot)
        _join_neighbours(plan, self.spots, len(self.strips))

    def _reach_over(self, spot: Spot) -> None:
        """A box keeps lines away from the next column too, where the gap between is narrower than the distance to keep."""
        near = self._boxes[spot.row]
        for strip, away in ((spot.first - 2, lambda _, right: spot.box.x - right), (spot.last + 2, lambda left, _: left - spot.box.right)):
            if 0 < strip < len(self.strips) and away(*self.strips[strip]) < self.distances.clear:
                near.setdefault(strip, []).append((spot.box.x, spot.box.right))

    def spot(self, box: str) -> Spot:
        """Where a box stands.

        Raises:
            ValueError: when there is no such box.
        """
        if box not in self.spots:
            raise ValueError(f"a link names the box {box!r}, which the plan does not have")
        return self.spots[box]

    def is_gap(self, strip: int) -> bool:
        """Whether a strip lies between columns."""
        return strip % 2 == 0

    def gap_width(self, strip: int) -> tuple[float, float]:
        """Where vertical pieces may stand in a gap, away from the boxes on both sides."""
        left, right = self.strips[strip]
        away = self.distances.approach
        if right - left < 2 * away + _LEAST:
            away = 0.45 * (right - left)
        return left + away, right - away

    def _open_sides(self, spot: Spot) -> None:
        box = spot.box
        corner = min(self.distances.corner, box.height / 3)
        spot.heights = (box.y + corner, box.bottom - corner)
        for corner in (min(self.distances.corner, box.width / 3), 1.0):
            for strip in range(spot.first, spot.last + 1, 2):
                left, right = self.strips[strip]
                low, high = max(box.x + corner, left), min(box.right - corner, right)
                if high - low >= _LEAST:
                    spot.ports.append((strip, low, high))
            if spot.ports:
                spot.widths = {strip: (low, high) for strip, low, high in spot.ports}
                return
        raise ValueError(f"box {box.id!r} is too narrow for a link")

    def free(self, strip: int, rows: range, width: tuple[float, float]) -> tuple[float, float] | None:
        """The widest part of `width` where a vertical piece passes all these rows, or None."""
        low, high = width
        clear = self.distances.clear
        for row in rows:
            for left, right in self._boxes[row].get(strip, ()):
                if left - clear < high and right + clear > low:
                    if left - clear - low >= high - right - clear:
                        high = left - clear
                    else:
                        low = right + clear
                    if high - low < _LEAST:
                        return None
        return (low, high) if high - low >= _LEAST else None

    def is_open(self, gap: int, rows: range) -> bool:
        """Whether no box covers a gap in these rows."""
        return all(gap not in self._boxes[row] for row in rows)

    def nearest_gap(self, strip: int, step: int, rows: range) -> int | None:
        """The first gap from `strip` on, going left (-1) or right (+1), that no box covers in these rows."""
        strip += step if self.is_gap(strip + step) else 0
        while 0 <= strip < len(self.strips):
            if self.is_open(strip, rows):
                return strip
            strip += 2 * step
        return None


def _join_neighbours(plan: Plan, spots: dict[str, Spot], strips: int) -> None:
    rows: list[list[Spot]] = [[] for _ in plan.rows]
    for spot in spots.values():
        rows[spot.row].append(spot)
    for row in rows:
        row.sort(key=lambda spot: spot.box.x)
        limit, strip = plan.left, -1
        for place, spot in enumerate(row):
            if spot.box.x < limit - _ROUNDING:
                raise ValueError(f"box {spot.box.id!r} overlaps its left neighbour or leaves the plan")
            after = row[place + 1] if place + 1 < len(row) else None
            spot.place = place
            spot.left_limit, spot.right_limit = limit, after.box.x if after else plan.right
            spot.gaps_left = range(spot.first - 1, strip, -2)
            spot.gaps_right = range(spot.last + 1, after.first if after else strips, 2)
            limit, strip = spot.box.right, spot.last


def _strips(plan: Plan) -> list[tuple[float, float]]:
    strips: list[tuple[float, float]] = []
    edge = plan.left
    for column in plan.columns:
        if column.left - edge < _NARROWEST - _ROUNDING or column.right <= column.left:
            raise ValueError(f"column at {column.left} is empty or nearer than {_NARROWEST} to what is left of it")
        strips += [(edge, column.left), (column.left, column.right)]
        edge = column.right
    if not strips or plan.right - edge < _NARROWEST - _ROUNDING:
        raise ValueError("a plan needs columns, and they lie inside it")
    return [*strips, (edge, plan.right)]


def _slabs(plan: Plan) -> tuple[list[tuple[float, float]], list[int]]:
    slabs: list[tuple[float, float]] = []
    kinds: list[int] = []
    edges: list[tuple[float, float, int]] = [(row.top, row.bottom, index) for index, row in enumerate(plan.rows)]
    edges += [(y, y, -1) for y in plan.separators]
    edge = plan.top
    for top, bottom, row in sorted(edges):
        if top - edge < _NARROWEST - _ROUNDING or bottom < top:
            raise ValueError(f"row or separator at {top} is nearer than {_NARROWEST} to what is above it")
        slabs.append((edge, top))
        kinds.append(-1)
        if row >= 0:
            slabs.append((top, bottom))
            kinds.append(row)
        edge = bottom
    if not plan.rows or plan.bottom - edge < _NARROWEST - _ROUNDING:
        raise ValueError("a plan needs rows, and they lie inside it")
    return [*slabs, (edge, plan.bottom)], [*kinds, -1]


def _spots(plan: Plan, row_of_slab: list[int]) -> dict[str, Spot]:
    slab_of_row = {row: slab for slab, row in enumerate(row_of_slab) if row >= 0}
    tops = [row.top for row in plan.rows]
    lefts = [column.left for column in plan.columns]
    spots: dict[str, Spot] = {}
    for box in plan.boxes:
        row = bisect_right(tops, box.y + _ROUNDING) - 1
        first = bisect_right(lefts, box.x + _ROUNDING) - 1
        last = bisect_right(lefts, box.right - _ROUNDING) - 1
        if row < 0 or box.bottom > plan.rows[row].bottom + _ROUNDING or box.height <= 0:
            raise ValueError(f"box {box.id!r} stands in no row")
        if first < 0 or box.right > plan.columns[last].right + _ROUNDING or box.x > plan.columns[first].right or box.width <= 0:
            raise ValueError(f"box {box.id!r} stands in no column")
        if box.id in spots:
            raise ValueError(f"box {box.id!r} is there twice")
        spots[box.id] = Spot(box, row, slab_of_row[row], (2 * first + 1, 2 * last + 1))
    return spots
