"""What stands under the title of a picture that is no grid of columns: one part below the other, each a kind of its own.

The kinds are listed in `_kinds`; each has one file in `layout/parts`.
"""

from typing import Literal

from attrs import frozen

from journeykit.record import Record

from ._items import Item

CellState = Literal["plain", "strong", "missing", "gap", "added", "removed", "changed"]


@frozen(kw_only=True, eq=False, repr=False)
class Head(Record):
    """The head of a row or column.

    Attributes:
        title: its words. detail: a smaller line below.
        group: neighbours of one group stand under (or beside) one heading.
        tip: tooltip. href: link. source: model path.
    """

    title: str
    detail: str = ""
    group: str = ""
    tip: str = ""
    href: str = ""
    source: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class MatrixCell(Record):
    """What stands where a row meets a column.

    Attributes:
        items: statements below each other; a cell without any is blank.
        state: missing (outlined: something should stand here), gap (hatched: nobody has looked), strong, or how it differs.
        label: what a reader hears of a cell that shows a symbol only.
    """

    items: tuple[Item, ...] = ()
    state: CellState = "plain"
    label: str = ""
    source: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class MatrixRow(Record):
    """A head and as many cells as the matrix has columns."""

    head: Head
    cells: tuple[MatrixCell, ...]


@frozen(kw_only=True, eq=False, repr=False)
class Matrix(Record):
    """Rows by columns: who does what, which channel where, which journey for whom.

    Attributes:
        title: heading over the matrix; may be empty. corner: label over the row heads.
        centred: cells hold letters or symbols, which stand in the middle; else words, which begin at the left.
        note: a line below the title.
        wide: columns of words are as wide as their longest text, up to a limit, rather than all much alike.
    """

    columns: tuple[Head, ...]
    rows: tuple[MatrixRow, ...]
    title: str = ""
    corner: str = ""
    centred: bool = False
    note: str = ""
    wide: bool = False
