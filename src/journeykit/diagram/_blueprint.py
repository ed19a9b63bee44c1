"""Cards in lanes under each other, the named lines between lanes, and the connectors between cards."""

from typing import Literal

from attrs import frozen

from journeykit.record import Record

from ._items import Tone
from ._lanes import Lane

CardKind = Literal["contact", "alone", "activity", "system"]
CardStatus = Literal["existing", "changed", "needed", "retired"]
MarkerKind = Literal["fail", "wait", "decision", "note"]
LineKind = Literal["interaction", "visibility", "internal", "external"]
ConnectorKind = Literal["sequence", "branch", "message", "supports", "handover"]
Run = tuple[int, int]


@frozen(kw_only=True, eq=False, repr=False)
class Marker(Record):
    """A symbol at the corner of a card. `label` stands in it and names the note that explains it, such as F1."""

    kind: MarkerKind
    label: str


@frozen(kw_only=True, eq=False, repr=False)
class Card(Record):
    """A box in a lane.

    Attributes:
        id: unique in the diagram; connectors name it.
        runs: the columns it stands over: first and last of each unbroken stretch, in order, at least one.
        kind: contact or alone (a column's own card), activity, or system.
        number: what stands in front of the title of a column's own card.
        first: a line above the title, such as who does it. status_word: what a status other than existing is called.
        detail: a smaller line below the title. again: the title of the second and later runs; `again_labels`: for each run what its card says
            to those who do not see it where an earlier one has said the rest.
        tip: the full text. label: what it says to those who do not see it.
    """

    id: str
    title: str
    runs: tuple[Run, ...]
    kind: CardKind = "activity"
    status: CardStatus = "existing"
    emphasis: Literal["none", "matters", "critical"] = "none"
    number: str = ""
    first: str = ""
    status_word: str = ""
    detail: str = ""
    again: str = ""
    again_labels: tuple[str, ...] = ()
    markers: tuple[Marker, ...] = ()
    tip: str = ""
    label: str = ""
    href: str = ""
    source: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class CardRow(Record):
    """Cards that share a row, such as those of one actor; a layout may need several rows for cards over the same columns."""

    title: str
    cards: tuple[Card, ...]


@frozen(kw_only=True, eq=False, repr=False)
class CardLane(Record):
    """A lane of cards.

    Attributes:
        ground: plain, or the tint that says how far from the customer it is.
        rows: in any order that the layout likes where `sortable`.
    """

    key: str
    title: str
    rows: tuple[CardRow, ...]
    note: str = ""
    ground: Literal["plain", "customer", "back", "support"] = "plain"
    sortable: bool = True


@frozen(kw_only=True, eq=False, repr=False)
class NamedLine(Record):
    """A line over the full width between two lanes: its name at both ends, and at its end what it means.

    Attributes:
        note: what it means. first_note, later_note: where the picture is in parts, what stands in the first of them, which tells of the
            whole, and in the others; `note` where they are empty.
    """

    kind: LineKind
    name: str
    note: str = ""
    first_note: str = ""
    later_note: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class Connector(Record):
    """An arrow from one card to another. `text` stands beside it; `label` says it in full to those who do not see it."""

    id: str
    source: str
    target: str
    kind: ConnectorKind
    text: str = ""
    both_ways: bool = False
    label: str = ""
    path: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class ColumnNote(Record):
    """A text under a column, with the label of the marker that refers to it."""

    column: int
    label: str
    text: str
    detail: str = ""
    tone: Tone = "ink"


@frozen(kw_only=True, eq=False, repr=False)
class Blueprint(Record):
    """What stands between the lanes of a diagram and its end.

    Attributes:
        parts: lanes of cards and named lines, top to bottom.
        connectors: between cards. notes: under the columns, with their title and how to read them.
        below: further lanes under the notes.
        connectors_title: what the list of connectors is called. continues: words for a connector that goes on, with
            `{}` for the title of the card there.
    """

    parts: tuple[CardLane | NamedLine, ...]
    connectors: tuple[Connector, ...] = ()
    notes: tuple[ColumnNote, ...] = ()
    notes_title: str = ""
    notes_note: str = ""
    below: tuple[Lane, ...] = ()
    connectors_title: str = ""
    continues: str = "{}"
