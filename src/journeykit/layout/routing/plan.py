"""What the router is given and what it hands back: boxes in rows and columns, links, and polylines. Everything in px, y down."""

from collections.abc import Iterable
from typing import Literal

from attrs import field, frozen

__all__ = ["Box", "Column", "Distances", "Label", "Link", "Plan", "Room", "Route", "Routing", "Row", "Side"]

Side = Literal["top", "right", "bottom", "left"]


@frozen
class Box:
    """An obstacle that links may end at. It stands inside one row, over one column or several neighbouring ones."""

    id: str
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Right edge, px."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Lower edge, px."""
        return self.y + self.height


@frozen
class Row:
    """A lane or sub-row: the strip that its boxes stand in. What lies between two rows is free for links.

    Attributes:
        top: px, where the highest box may begin.
        bottom: px, where the lowest box may end.
    """

    top: float
    bottom: float


@frozen
class Column:
    """A vertical strip of boxes. What lies between two columns is free for links, except under a box that spans both.

    Attributes:
        left: px, where boxes of the column may begin.
        right: px, where they may end.
    """

    left: float
    right: float


@frozen(kw_only=True)
class Link:
    """A line from one box to another, or back to its own.

    Attributes:
        id: unique in the plan.
        source: id of the box where it begins.
        target: id of the box where it ends.
        label_width: px to reserve for words beside it; 0 for none.
        label_height: px to reserve for words beside it; 0 for none.
        both_ways: whether there is a head at both ends; the line itself is the same.
    """

    id: str
    source: str
    target: str
    label_width: float = 0.0
    label_height: float = 0.0
    both_ways: bool = False


@frozen(kw_only=True)
class Distances:
    """What is kept apart, px. Where a side is too crowded, ports share it evenly; where a band is too low, tracks do.

    Attributes:
        clear: between a line and a box that it passes, a separator, a label.
        approach: between a box and the nearest track: room for a corner and an arrow head; also the least length of a
            straight link, twice as much where it has two heads.
        track: between two lines that run side by side.
        corner: between a port and a corner of its box.
        port: between two ports of one side.
    """

    clear: float = 8.0
    approach: float = 14.0
    track: float = 10.0
    corner: float = 18.0
    port: float = 24.0


def _boxes(values: Iterable[Box]) -> tuple[Box, ...]:
    return tuple(values)


def _rows(values: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(values)


def _columns(values: Iterable[Column]) -> tuple[Column, ...]:
    return tuple(values)


def _links(values: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(values)


def _separators(values: Iterable[float]) -> tuple[float, ...]:
    return tuple(values)


@frozen(kw_only=True)
class Plan:
    """Boxes that stand, links that are looked for.

    Attributes:
        left: px, left end of the room for links.
        top: px, upper end.
        right: px, right end.
        bottom: px, lower end.
        rows: top to bottom, without overlap, at least one.
        columns: left to right, without overlap, at least one.
        separators: y of the named lines, ascending, each between two rows (or above the first, below the last). Links
            cross them, and never run along them.
        boxes: without overlap, each inside one row and inside the columns that it spans.
        links: in any order.
        distances: what is kept apart.

    Two neighbours among rows and separators, and two neighbouring columns, are at least 4 px apart, and so far from the
    ends of the plan; what more is needed, `route` says. It refuses a plan that does not keep to this page.
    """

    left: float
    top: float
    right: float
    bottom: float
    rows: tuple[Row, ...] = field(converter=_rows)
    columns: tuple[Column, ...] = field(converter=_columns)
    boxes: tuple[Box, ...] = field(converter=_boxes)
    links: tuple[Link, ...] = field(default=(), converter=_links)
    separators: tuple[float, ...] = field(default=(), converter=_separators)
    distances: Distances = Distances()


@frozen
class Label:
    """Where the words of a link stand; it overlaps no box, no line, no separator and no other label."""

    x: float
    y: float
    width: float
    height: float


@frozen(kw_only=True)
class Route:
    """One link, found.

    Attributes:
        link: id of the link.
        points: from the border of the source to the border of the target; each piece is horizontal or vertical, and
            neighbouring pieces are perpendicular.
        source_side: the side it leaves by.
        target_side: the side it enters by.
        label: where its words stand; None if it has none, or if there was no room. `Room` then asks for more, except
            between two boxes over one column, where nothing can grow.
    """

    link: str
    points: tuple[tuple[float, float], ...]
    source_side: Side
    target_side: Side
    label: Label | None = None

    @property
    def bends(self) -> int:
        """How often it turns."""
        return len(self.points) - 2


@frozen
class Room:
    """What is missing for the distances to be kept, px to add; all zero where the plan is roomy enough.

    Attributes:
        bands: for each free horizontal strip from top to bottom. A strip lies between two neighbours of: the upper end
            of the plan, rows, separators, the lower end. So there are `len(rows) + len(separators) + 1`.
        gaps: for each free vertical strip from left to right: before the first column, between columns, after the last.
    """

    bands: tuple[float, ...]
    gaps: tuple[float, ...]

    @property
    def is_enough(self) -> bool:
        """Whether nothing is missing."""
        return not any(self.bands) and not any(self.gaps)


@frozen
class Routing:
    """All links of a plan, in the plan's order, and what room is missing."""

    routes: tuple[Route, ...]
    needed: Room
