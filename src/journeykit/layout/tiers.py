"""Columns broken into tiers: stretches of the line that are drawn below each other, or on pages of their own."""

from collections.abc import Sequence

from attrs import frozen

from journeykit.record import Record

from .space import BAND_GAP, GRID_LEFT


@frozen(kw_only=True, eq=False, repr=False)
class Tier(Record):
    """Columns `first` to `last` side by side.

    Attributes:
        index, count: which of how many tiers.
        edges: x of the left edge of each column, and of the right edge of the last, px.
        right: where row rules end, px.
        starts: columns at which a stage starts.
        names: titles of all columns of the diagram.
        critical: the column with the tinted ground, or None.
    """

    first: int
    last: int
    index: int
    count: int
    edges: tuple[float, ...]
    right: float
    starts: frozenset[int]
    names: tuple[str, ...]
    critical: int | None = None

    @property
    def columns(self) -> range:
        """The columns of the tier."""
        return range(self.first, self.last + 1)

    def left(self, column: int) -> float:
        """x of the left edge of a column, px."""
        return self.edges[column - self.first]

    def end(self, column: int) -> float:
        """x of the right edge of a column, px."""
        return self.edges[column - self.first + 1]

    def centre(self, column: int) -> float:
        """x of the middle of a column, px."""
        at = column - self.first
        return (self.edges[at] + self.edges[at + 1]) / 2

    def clip(self, start: int, end: int) -> tuple[int, int] | None:
        """The part of the columns `start` to `end` that lies in the tier."""
        low, high = max(start, self.first), min(end, self.last)
        return (low, high) if low <= high else None

    def inner(self, start: int, end: int) -> tuple[float, float]:
        """x of both edges of a stage, with half the gap kept to its neighbours in the tier, px."""
        left = self.left(start) + (BAND_GAP / 2 if start > self.first else 0)
        right = self.end(end) - (BAND_GAP / 2 if end < self.last else 0)
        return left, right

    def tint(self) -> tuple[float, float] | None:
        """x of both edges of the ground of the critical column, px."""
        return None if self.critical is None else (self.left(self.critical) + 2, self.end(self.critical) - 2)

    def undivided(self, start: int, end: int) -> list[tuple[int, int]]:
        """The columns `start` to `end` in parts that no edge of the tint runs through: what is written stays within one of them."""
        at = self.critical
        if at is None or start == end or not start <= at <= end:
            return [(start, end)]
        return [(low, high) for low, high in ((start, at - 1), (at, at), (at + 1, end)) if low <= high]

    def name(self, start: int, end: int) -> str:
        """The titles of the columns, for those who cannot see where a text stands."""
        first = self.names[start] if start < len(self.names) else ""
        if start == end:
            return first
        return f"{first} – {self.names[end] if end < len(self.names) else ''}"


_LONELY = 0.3  # of a broken stage: a tier that holds less than a third of what it may
_EMPTY = 0.5  # of a broken stage: a tier that is empty, where columns spread evenly
# More than what a broken stage costs would break stages that a further tier keeps whole.
_TIER = 0.7


def break_columns(widths: Sequence[float], starts: Sequence[int], *, room: float, most: int, even: bool = False) -> list[tuple[int, int]]:
    """First and last columns of the fewest tiers; among these, tiers that end where a stage ends, and none of a few columns alone.

    Where tiers are even, one more tier is taken if that keeps a stage in one piece.

    Args:
        widths: of the columns, px.
        starts: columns at which a stage starts.
        room: px that a tier may take.
        most: columns that a tier may hold.
        even: whether tiers are as much alike as they can be, rather than each but the last filled.
    """
    count = len(widths)
    if not count:
        return []
    furthest = _furthest(widths, room, most)
    needed = _tiers_needed(furthest)
    boundaries = frozenset(starts) | {0, count}
    best = [0.0] * (count + 1)
    ends = [count] * (count + 1)
    for at in range(count - 1, -1, -1):
        choices = [end for end in range(furthest[at], at, -1) if even or needed[end] == needed[at] - 1]
        costs = [(_cost(end, boundaries) + _bare((end - at) / most, even=even) + best[end] + _TIER * even, -end) for end in choices]
        best[at], further = min(costs)
        ends[at] = -further
    out: list[tuple[int, int]] = []
    at = 0
    while at < count:
        out.append((at, ends[at] - 1))
        at = ends[at]
    return out


def _cost(end: int, boundaries: frozenset[int]) -> float:
    """What it costs to end a tier before column `end`: to break a stage, and more where one column of it is left alone."""
    if end in boundaries:
        return 0.0
    return 1.5 if end - 1 in boundaries or end + 1 in boundaries else 1.0


def _bare(filled: float, *, even: bool) -> float:
    """What it costs to fill a tier to that part. Squares make many tiers with a little room cheaper than one with much."""
    if even:
        return _EMPTY * (1 - filled) ** 2
    return _LONELY if filled < 1 / 3 else 0.0


def _furthest(widths: Sequence[float], room: float, most: int) -> list[int]:
    """For each column, one past the last that fits into a tier starting there."""
    out: list[int] = []
    end, used = 0, 0.0
    for at, width in enumerate(widths):
        if end < at + 1:
            end, used = at + 1, width
        while end < len(widths) and end - at < most and used + widths[end] <= room + 1e-6:
            used += widths[end]
            end += 1
        out.append(end)
        used -= width
    return out


def _tiers_needed(furthest: Sequence[int]) -> list[int]:
    needed = [0] * (len(furthest) + 1)
    for at in range(len(furthest) - 1, -1, -1):
        needed[at] = 1 + needed[furthest[at]]
    return needed


def place(
    breaks: Sequence[tuple[int, int]],
    widths: Sequence[float],
    *,
    starts: frozenset[int],
    names: tuple[str, ...],
    least_right: float,
    critical: int | None = None,
) -> tuple[Tier, ...]:
    """Tiers with edges. A single tier draws its rules at least to `least_right`."""
    out = []
    for index, (first, last) in enumerate(breaks):
        tinted = critical if critical is not None and first <= critical <= last else None
        edges = [GRID_LEFT]
        for column in range(first, last + 1):
            edges.append(edges[-1] + widths[column])
        right = max(edges[-1], least_right) if len(breaks) == 1 else edges[-1]
        out.append(
            Tier(first=first, last=last, index=index, count=len(breaks), edges=tuple(edges), right=right, starts=starts, names=names,
                 critical=tinted)
        )  # fmt: skip
    return tuple(out)
