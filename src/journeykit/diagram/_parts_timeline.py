"""What happens when: rows with bars over periods."""

from typing import Literal

from attrs import frozen

from journeykit.record import Record

from ._parts import Head


@frozen(kw_only=True, eq=False, repr=False)
class TimelineBar(Record):
    """A bar from `start` to `end`, counted in periods from the beginning of the first: 1.5 is the middle of the second.

    Attributes:
        style: solid, under way or done; outline, agreed; dashed, not agreed.
        due: where a mark stands: by then it is to be done; None for no mark.
    """

    start: float
    end: float
    text: str = ""
    style: Literal["solid", "outline", "dashed"] = "solid"
    due: float | None = None
    source: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class TimelineRow(Record):
    """A head and its bars."""

    head: Head
    bars: tuple[TimelineBar, ...]


@frozen(kw_only=True, eq=False, repr=False)
class Timeline(Record):
    """Rows over periods, of which neighbours of one group stand under one heading, such as quarters under their year."""

    heads: tuple[Head, ...]
    rows: tuple[TimelineRow, ...]
    title: str = ""
    corner: str = ""
    note: str = ""
