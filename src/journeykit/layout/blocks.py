"""What is stacked on a page: a height and a way to draw it."""

from typing import NamedTuple

from .rows import Paint


class Block(NamedTuple):
    """A part of the page that is never broken.

    Attributes:
        height: px. paint: draws it at a top.
        gap: px kept free above it unless it begins a page.
        head: what is said once more above it where it begins a page: the heads of the columns of a table.
        joins: stays on the page of what is above it, even where that enlarges the sheet.
        opens: on paper it begins a page.
        follows: where it does not fit, it stands on a later page with room for it, under its head; what comes after it does not wait.
        below: px kept free below it on an endless page, before notes and legend: its ground goes on there.
    """

    height: float
    paint: Paint
    gap: float = 0.0
    head: "Block | None" = None
    joins: bool = False
    opens: bool = False
    follows: bool = False
    below: float = 0.0
