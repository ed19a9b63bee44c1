"""The same curve several times side by side, so that shapes can be compared: small multiples."""

from typing import Literal

from attrs import frozen

from journeykit.record import Record

from ._lanes import Gap, Point


@frozen(kw_only=True, eq=False, repr=False)
class CurveCallout(Record):
    """A reading that is named under its panel: what it is in a word, where it stands, and its value."""

    kind: Literal["peak", "trough", "end"]
    column: int
    word: str
    title: str
    text: str


@frozen(kw_only=True, eq=False, repr=False)
class CurvePanel(Record):
    """One curve.

    Attributes:
        title: whose or which. detail: what else must be known of it. verdict: what it comes to, in words.
        points: the readings. gaps: columns without one; `empty` says it where there is none at all.
        ways: the lines that people go along where they do not all go the same way, as of a `Series`.
        starts: columns at which a stage begins. count: how many columns it has; those beyond are not there.
        names: of the columns. callouts: its peak, trough and end.
        source: model path.
    """

    title: str
    points: tuple[Point, ...]
    count: int
    detail: str = ""
    verdict: str = ""
    gaps: tuple[Gap, ...] = ()
    ways: tuple[tuple[int, ...], ...] = ()
    empty: str = ""
    starts: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    callouts: tuple[CurveCallout, ...] = ()
    source: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class CurvePanels(Record):
    """Curves in panels with the same two scales. `axis`: the words of the levels from lowest to highest."""

    title: str
    panels: tuple[CurvePanel, ...]
    axis: tuple[str, str, str, str, str]
    note: str = ""
