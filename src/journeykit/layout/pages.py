"""Parts stacked on pages: one endless page, or sheets of paper."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from attrs import evolve, field, frozen

from journeykit.record import Record
from journeykit.scene import Bounds, Node

from .blocks import Block, beside, lowered
from .grid import Grid, draw_grid, room_above
from .ink import Ink
from .rows import Row
from .sources import Sources
from .space import BETWEEN_TIERS, GRID_LEFT, MARGIN

_RUNNING_TITLE = 20.0
_UNDER_RUNNING_TITLE = 28.0
_MOST_WHITE = 0.45
_ABOVE_HEAD = 20.0
_LABELS_RIGHT = GRID_LEFT - 4  # marks of the first column may begin a little before the grid
_SAME_LABELS = 8.0  # px between labels of rows, below which they are one column

Placed = tuple[float, Callable[[float], list[Node]]]


class Sheet(NamedTuple):
    """What stands on a page, each part with its top; `bottom` is where the last part ends, px; `labels` where labels of rows stand."""

    parts: tuple[Placed, ...]
    bottom: float
    labels: tuple[Bounds, ...]


@frozen(kw_only=True, eq=False, repr=False)
class Stack(Record):
    """Pages being filled from the top.

    Attributes:
        height: of a page, px; None for an endless one.
        running: later pages begin with a running title.
    """

    height: float | None
    ink: Ink
    sources: Sources
    running: bool = True
    _pages: list[list[Placed]] = field(factory=lambda: [[]])
    _bottoms: list[float] = field(factory=lambda: [MARGIN])
    _labels: list[list[Bounds]] = field(factory=lambda: [[]])
    _put_off: list[tuple[int, Block]] = field(factory=list[tuple[int, Block]])

    def sheets(self) -> tuple[Sheet, ...]:
        """The pages, filled."""
        return tuple(
            Sheet(parts=tuple(parts), bottom=bottom, labels=tuple(labels))
            for parts, bottom, labels in zip(self._pages, self._bottoms, self._labels, strict=True)
        )

    def add(self, block: Block) -> None:
        """A block under what stands already, or on a new page."""
        top = self._bottoms[-1] + (block.gap if self._begun else 0.0)
        if block.follows and self._begun and (self._is_behind(block) or not self._fits(top + block.height)):
            self._put_off.append((len(self._pages) - 1, block))
            return
        if self._begun and not block.joins and (not self._fits(top + block.height) or (block.opens and self.height is not None)):
            self._turn()
            if block.head:
                self._put(self._bottoms[-1], block.head.height, block.head.paint)
            top = self._bottoms[-1]
        self._put(top, block.height, block.paint)
        self._keep(lowered(block.labels, top))

    def add_put_off(self) -> None:
        """What did not fit where it follows: on the first later page with room, several under one head; on a page of their own at last."""
        before: Block | None = None
        page = 0
        for at, block in self._put_off:
            goes_on = before is not None and block.head is before.head
            above = block.head.height + _ABOVE_HEAD if block.head else 0.0
            first = max(page, at + 1) if goes_on else at + 1
            room = [one for one in range(first, len(self._pages)) if self._fits(self._bottoms[one] + above + block.height)]
            if goes_on and self._fits(self._bottoms[page] + block.height):
                self._put(self._bottoms[page], block.height, block.paint, page)
            else:
                if not room:
                    self._turn()
                page = room[0] if room else len(self._pages) - 1
                if block.head:
                    top = self._bottoms[page] + (_ABOVE_HEAD if self._pages[page] else 0.0)
                    self._put(top, block.head.height, block.head.paint, page)
                self._put(self._bottoms[page], block.height, block.paint, page)
            before = block
        self._put_off.clear()

    def add_together(self, blocks: Sequence[Block]) -> None:
        """Blocks that belong together: on one page where they fit on one."""
        heights = sum(block.height + block.gap for block in blocks)
        if self._begun and not self._fits(self._bottoms[-1] + heights) and self._fits(self._fresh + heights):
            self._turn()
        for block in blocks:
            self.add(block)

    def add_last(self, blocks: Sequence[Block]) -> None:
        """Blocks that end the whole: a sheet before the last that has room for all of them is better than one for them alone."""
        heights = sum(block.height + block.gap for block in blocks)
        room = [at for at, bottom in enumerate(self._bottoms) if self._fits(bottom + heights)]
        if not room or room[-1] == len(self._pages) - 1:
            for block in blocks:
                self.add(block)
            return
        for block in blocks:
            top = self._bottoms[room[-1]] + block.gap
            self._pages[room[-1]].append((top, block.paint))
            self._bottoms[room[-1]] = top + block.height

    def add_grid(self, grid: Grid) -> None:
        """A tier: whole where it fits on this page or the next, else its rows carried on from page to page under the same head."""
        if self.height is not None and grid.tier.index and self._begun:
            # A sheet holds one tier: more columns than it is made for would not be found again.
            self._turn()
        gap = BETWEEN_TIERS if grid.tier.index else 0.0
        top = self._bottoms[-1] + (gap if self._begun else 0.0)
        whole = room_above(grid, whole=True) + grid.head.height + sum(row.height for row in grid.rows)
        if self._fits(top + whole):
            self._put_grid(grid, grid.rows, top, whole=True)
            return
        first = room_above(grid, whole=True) + grid.head.height + (grid.rows[0].height if grid.rows else 0.0)
        if self._begun and (not self._fits(top + first) or (self._fits(self._fresh + whole) and not self._is_half_empty(top))):
            self._turn()
            top = self._bottoms[-1]
        rows = list(grid.rows)
        begun = False
        while rows or not begun:
            taken = self._take(grid, rows, top, whole=not begun)
            self._put_grid(grid, rows[:taken], top, whole=not begun)
            rows, begun = rows[taken:], True
            if rows:
                self._turn()
                top = self._bottoms[-1]

    def _is_behind(self, block: Block) -> bool:
        """Whether what stands above it under the same head has been put off."""
        return bool(self._put_off) and block.head is not None and self._put_off[-1][1].head is block.head

    @property
    def _begun(self) -> bool:
        return bool(self._pages[-1])

    @property
    def _fresh(self) -> float:
        """Where parts begin on a new page."""
        return MARGIN + (_RUNNING_TITLE + _UNDER_RUNNING_TITLE if self.running else 0.0)

    def _fits(self, bottom: float) -> bool:
        return self.height is None or bottom <= self.height - MARGIN + 0.01

    def _is_half_empty(self, top: float) -> bool:
        """To leave so much of a page white is worse than to part what would fit on the next one."""
        return self.height is not None and self.height - MARGIN - top > _MOST_WHITE * self.height

    def _turn(self) -> None:
        self._pages.append([])
        self._bottoms.append(self._fresh)
        self._labels.append([])

    def _put(self, top: float, height: float, paint: Callable[[float], list[Node]], page: int = -1) -> None:
        self._pages[page].append((top, paint))
        self._bottoms[page] = top + height

    def _keep(self, labels: Sequence[Bounds]) -> None:
        """Labels of rows on this page; those right below others of the same width go on with them."""
        for one in labels:
            held = self._labels[-1]
            if held and held[-1].right == one.right and one.top - held[-1].bottom <= _SAME_LABELS:
                held[-1] = evolve(held[-1], bottom=one.bottom)
            else:
                held.append(one)

    def _take(self, grid: Grid, rows: Sequence[Row], top: float, *, whole: bool) -> int:
        """How many rows fit under a head at `top`: at least one, or nothing would ever end."""
        y = top + room_above(grid, whole=whole) + grid.head.height
        taken = 0
        for row in rows:
            y += row.height
            if taken and not self._fits(y):
                break
            taken += 1
        return taken

    def _put_grid(self, grid: Grid, rows: Sequence[Row], top: float, *, whole: bool) -> None:
        held = tuple(rows)
        above = room_above(grid, whole=whole)
        height = above + grid.head.height + sum(row.height for row in held)

        def paint(at: float) -> list[Node]:
            return draw_grid(grid, held, at, whole=whole, ink=self.ink, sources=self.sources)

        self._put(top, height, paint)
        self._keep(beside(_LABELS_RIGHT, top + above, top + height))
