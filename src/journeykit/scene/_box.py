"""A box on a page."""

from attrs import frozen

from journeykit.record import Record


@frozen(eq=False, repr=False)
class Bounds(Record):
    """A box: left, top, right, bottom, px."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """px."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """px."""
        return self.bottom - self.top

    def overlaps(self, other: "Bounds", by: float = 0.0) -> bool:
        """Whether the boxes share more than `by` px in both directions."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > by
            and min(self.bottom, other.bottom) - max(self.top, other.top) > by
        )

    def holds(self, other: "Bounds", slack: float = 0.0) -> bool:
        """Whether `other` lies inside, up to `slack` px."""
        return (
            other.left >= self.left - slack
            and other.right <= self.right + slack
            and other.top >= self.top - slack
            and other.bottom <= self.bottom + slack
        )
