"""What is stacked on a page: a height and a way to draw it."""

from attrs import frozen

from .rows import Paint


@frozen(kw_only=True)
class Block:
    """A part of the page that is never broken.

    Attributes:
        height: px. paint: draws it at a top.
        gap: px kept free above it unless it begins a page.
    """

    height: float
    paint: Paint
    gap: float = 0.0
