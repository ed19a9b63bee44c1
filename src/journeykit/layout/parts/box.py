"""A place for something to stand in."""

from typing import NamedTuple


class Box(NamedTuple):
    """Left edge, top, width and height, px."""

    x: float
    y: float
    width: float
    height: float

    def inset(self, by: float) -> "Box":
        """The box that is smaller by `by` px on every side."""
        return Box(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)
