"""The kinds of lanes. A lane without content is not in the diagram."""

from typing import Literal

from attrs import frozen

from journeykit.record import Record

from ._items import Cell, Span, Verdict
from ._tracks import TrackLane

Basis = Literal["measured", "derived", "assumed", "intended"]


@frozen(kw_only=True, eq=False, repr=False)
class CellLane(Record):
    """A row of cells. `key` is stable; `title` is the label, `note` says below it how to read; `opens` starts a group of lanes."""

    key: str
    title: str
    cells: tuple[Cell, ...]
    note: str = ""
    opens: bool = False


@frozen(kw_only=True, eq=False, repr=False)
class SpanLane(Record):
    """A row of bars over equal neighbours."""

    key: str
    title: str
    spans: tuple[Span, ...]
    note: str = ""
    opens: bool = False


@frozen(kw_only=True, eq=False, repr=False)
class Point(Record):
    """One reading of a curve.

    Attributes:
        column: zero-based. offset: where it stands: -1 before, 0 during, +1 after; 0 too where it is of the only moment read there.
        when: the moment in words where it is not during, for those who do not see the picture.
        value: -2 to +2. text: the value in words, such as "+1".
        basis: how it is known; decides marker and line. known: the same in words, for those who do not see the picture.
        reason: up to two short lines beside the value; may be empty.
        spread: half the length of the bar of spread, in units of the value; None where unknown.
        extreme: the largest absolute value of the series. weight: who is set first, higher first; what was read before or after has no number where it is 0.
    """

    column: int
    value: float
    text: str
    basis: Basis
    known: str = ""
    offset: Literal[-1, 0, 1] = 0
    when: str = ""
    reason: str = ""
    spread: float | None = None
    extreme: bool = False
    weight: int = 0
    tip: str = ""
    source: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class Series(Record):
    """One curve: readings in order of time.

    Attributes:
        name: only where there are several.
        without: columns that it does not have at all.
        ways: where not everybody goes through all columns, the lines that people go along, each the columns that it passes in order; the
            first is the main one. None: one line through all.
    """

    points: tuple[Point, ...]
    name: str = ""
    without: tuple[int, ...] = ()
    ways: tuple[tuple[int, ...], ...] = ()


@frozen(kw_only=True, eq=False, repr=False)
class Gap(Record):
    """Columns `start` to `end` without a reading, and what to say there."""

    start: int
    end: int
    text: str


@frozen(kw_only=True, eq=False, repr=False)
class CurveLane(Record):
    """Readings on the scale from -2 to +2. `axis`: the words of the levels from lowest to highest; `hatched`: the ground between the first two curves.

    `apart` says how several curves are told apart without colour: shapes gives each a marker of its own shape, lines a dash of its own as
    well; then only whether the marker is filled says how a reading is known.
    """

    key: str
    title: str
    series: tuple[Series, ...]
    gaps: tuple[Gap, ...]
    axis: tuple[str, str, str, str, str]
    note: str = ""
    opens: bool = False
    hatched: bool = False
    apart: Literal["", "shapes", "lines"] = ""


@frozen(kw_only=True, eq=False, repr=False)
class Bar(Record):
    """An amount at a column, on one scale across the lane; `dashed`: not part of the sum."""

    column: int
    value: float
    text: str
    inner: float | None = None
    dashed: bool = False
    source: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class BarLane(Record):
    """Amounts, and their total as a big figure beside the last bar."""

    key: str
    title: str
    bars: tuple[Bar, ...]
    total: str = ""
    total_unit: str = ""
    total_verdict: Verdict | None = None
    note: str = ""
    opens: bool = False


@frozen(kw_only=True, eq=False, repr=False)
class Range(Record):
    """What a summarised column holds: lowest, median and highest value (-2 to +2), and how many of how many have one."""

    column: int
    low: float
    median: float
    high: float
    text: str
    source: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class RangeLane(Record):
    """Ranges of values, one column per summarised part."""

    key: str
    title: str
    ranges: tuple[Range, ...]
    axis: tuple[str, str, str, str, str]
    note: str = ""
    opens: bool = False


Lane = CellLane | SpanLane | CurveLane | BarLane | RangeLane | TrackLane


@frozen(kw_only=True, eq=False, repr=False)
class StripPoint(Record):
    """One of many: its place in the row, its value or None, how that is known, and whether it is labelled."""

    at: int
    value: float | None
    basis: Basis = "measured"
    label: str = ""
    critical: bool = False


@frozen(kw_only=True, eq=False, repr=False)
class Strip(Record):
    """All of very many columns as dots on five levels, in rows; `breaks` are (place, name) where a part starts."""

    title: str
    count: int
    points: tuple[StripPoint, ...]
    breaks: tuple[tuple[int, str], ...]
    axis: tuple[str, str, str, str, str]
    note: str = ""
