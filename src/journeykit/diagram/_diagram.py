"""The diagram: title block, bands, columns, lanes, and what stands around them."""

from typing import TYPE_CHECKING, Literal

from attrs import frozen

from journeykit.record import Record

from ._items import Badge
from ._lanes import Lane, Strip

if TYPE_CHECKING:  # what few pictures hold is loaded by those that do
    from ._blueprint import Blueprint
    from ._figures import FigureStrip
    from ._kinds import Part

Row = tuple[str, ...]


@frozen(kw_only=True, eq=False, repr=False)
class Fact(Record):
    """A block of the title block: a heading in small capitals, one line that says it, then more words."""

    heading: str
    line: str
    text: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class Band(Record):
    """A named group of columns `start` to `end`."""

    title: str
    start: int
    end: int
    tip: str = ""
    source: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class Column(Record):
    """A column head: a station on the line.

    Attributes:
        number: what stands in the station.
        kind: contact, or alone (nobody of the service is met).
        emphasis: matters (diamond), critical (at most one column of a diagram), or key: the critical one without a frame.
        state: where two sides are compared: added and arrived have no station here, the second of them from elsewhere; removed has none on
            the other side.
        ours: False where the service is not in control: the line is hollow there.
        optional: the line is broken there. repeats: the station has the sign of a loop. note: words for both under the title, or empty.
        flags: all that symbols and note say of it, in words, for those who do not see them.
        tip: the full text; of a column without a station here also where it has one.
    """

    title: str
    number: str
    kind: Literal["contact", "alone"] = "contact"
    emphasis: Literal["none", "matters", "critical", "key"] = "none"
    state: Literal["", "added", "arrived", "removed", "changed"] = ""
    ours: bool = True
    optional: bool = False
    repeats: bool = False
    note: str = ""
    flags: str = ""
    tip: str = ""
    href: str = ""
    source: str = ""

    @property
    def full(self) -> str:
        """The title with its note."""
        return f"{self.title} ({self.note})" if self.note else self.title


@frozen(kw_only=True, eq=False, repr=False)
class Arc(Record):
    """What leads from one column to another above the columns, with words: an effect, a branch of the way, its way back, or where it goes on.

    Attributes:
        label: the whole in a sentence, with both ends; `text` where it is empty.
    """

    source: int
    target: int
    text: str
    kind: Literal["impact", "branch", "loop", "on"] = "impact"
    label: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class LegendEntry(Record):
    """A symbol and its word. `symbol` is one of the names that the legend knows."""

    symbol: Literal[
        "contact", "not-ours", "alone", "matters", "critical", "measured", "derived", "assumed", "intended", "moments",
        "evidence-0", "evidence-1", "evidence-2", "evidence-3", "dot", "dot-open", "unrated", "owner", "supporter", "spread",
        "card-contact", "card-alone", "card-activity", "card-system", "card-critical", "card-matters", "card-needed", "card-changed",
        "card-retired", "card-joined", "link-message", "link-both", "link-solid", "link-on", "link-handover", "link-branch", "link-impact", "link-loop", "arc-branch", "arc-on", "optional", "repeats", "other-way", "mark-fail",
        "mark-wait", "mark-decision", "mark-note", "mark-continued", "stop-new", "stop-gone", "stop-moved", "stop-split", "stop-merged", "stop-failed", "stop-missing", "stop-skipped", "stop-open",
        "tied", "hatched", "curve-0", "curve-1", "curve-2", "curve-3", "curve-0-hollow", "curve-1-hollow", "curve-2-hollow", "curve-3-hollow",
        "shape-0", "shape-1", "shape-0-hollow", "shape-1-hollow", "filled", "hollow", "node-circle", "node-rounded", "node-double", "node-diamond",
    ]  # fmt: skip
    text: str


@frozen(kw_only=True, eq=False, repr=False)
class NoteList(Record):
    """Texts in full below the grid: each with the number under which the grid refers to it."""

    title: str
    notes: tuple[tuple[str, str], ...]


@frozen(kw_only=True, eq=False, repr=False)
class Diagram(Record):
    """A picture before it has places.

    Attributes:
        view: name of the view that made it.
        title: one line; `titled` False where the parts say it in their own way. finding: the sentence under it; `known`: how that is known, for those who do not see it. description: the whole in sentences, for those who do not see it;
            telling: the same at length, a paragraph a line, or empty.
        lang: BCP 47. rtl: time runs from right to left.
        corner: the label over the lane labels of the first row, such as "Stage"; `spine`: that of the stations.
        bands, columns, lanes: the grid. arcs: above it. blueprint: cards and connectors under the lanes, in place of stations. parts: in place of a grid, or below it. lead: above it. strip: all of very many columns. figures: below.
        notes: texts in full. footnotes: last lines. legend: symbols that occur.
        continued: words for a band that goes on, with `{}` for its title; `part`: words such as "Band {} of {}"; `page`: of a sheet, such as "{} of {}".
        source: model path of the whole.
        table: the same content as rows of text, the first the header.
    """

    view: str
    title: str
    bands: tuple[Band, ...] = ()
    columns: tuple[Column, ...] = ()
    lanes: tuple[Lane, ...] = ()
    titled: bool = True
    finding: str = ""
    known: str = ""
    description: str = ""
    telling: str = ""
    lang: str = ""
    rtl: bool = False
    badges: tuple[Badge, ...] = ()
    facts: tuple[Fact, ...] = ()
    corner: str = "Stage"
    spine: str = "Touchpoint"
    critical_tag: str = "Critical moment"
    arcs: tuple[Arc, ...] = ()
    blueprint: "Blueprint | None" = None
    lead: "tuple[Part, ...]" = ()
    parts: "tuple[Part, ...]" = ()
    strip: Strip | None = None
    figures: "FigureStrip | None" = None
    notes: tuple[NoteList, ...] = ()
    footnotes: tuple[str, ...] = ()
    legend_title: str = "How to read"
    legend: tuple[LegendEntry, ...] = ()
    continued: str = "{}, continued"
    part: str = "Band {} of {}"
    page: str = "{} of {}"
    titles_in_full: str = "Titles in full"
    texts_in_full: str = "Texts in full"
    source: str = ""
    table: tuple[Row, ...] = ()
