"""What is stacked on a page: a height and a way to draw it."""

from collections.abc import Iterable
from typing import NamedTuple

from journeykit.scene import Bounds, Node

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
        labels: where in it the labels of rows stand at the side, seen from its top: they stay in sight where a page is scrolled.
    """

    height: float
    paint: Paint
    gap: float = 0.0
    head: "Block | None" = None
    joins: bool = False
    opens: bool = False
    follows: bool = False
    below: float = 0.0
    labels: tuple[Bounds, ...] = ()


def beside(right: float, top: float, bottom: float) -> tuple[Bounds, ...]:
    """Labels of rows from the side of the page to `right`, px."""
    return (Bounds(0.0, top, right, bottom),)


def lowered(boxes: Iterable[Bounds], by: float) -> tuple[Bounds, ...]:
    """Boxes moved down by so many px."""
    return tuple(Bounds(one.left, one.top + by, one.right, one.bottom + by) for one in boxes)


def under(head: Block, block: Block, *, gap: float) -> Block:
    """A block below its head, never to be parted from it; `gap` is kept free above both."""

    def paint(top: float) -> list[Node]:
        return [*head.paint(top), *block.paint(top + head.height)]

    return Block(height=head.height + block.height, paint=paint, gap=gap, labels=(*head.labels, *lowered(block.labels, head.height)))
