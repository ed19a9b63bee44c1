"""A second line of stations under the first: the same columns as they are on another side, or in another run."""

from typing import Literal

from attrs import frozen

from journeykit.record import Record

from ._items import Tone

StopKind = Literal["contact", "alone", "new", "gone", "moved", "split", "merged", "failed", "missing", "skipped", "open"]


@frozen(kw_only=True, eq=False, repr=False)
class Stop(Record):
    """A station of a further line.

    Attributes:
        column: where it stands, zero-based.
        number: what stands in it, where its kind has no sign of its own.
        kind: contact or alone as in a column; new (it was not there), gone (it was), moved, split, merged (it is part of another),
            failed, missing (it should be there), skipped (it need not be there), open (nobody knows what it was).
        emphasis: as of a column; key is the critical one without its frame.
        word: what became of it, below; `tone` its colour. Stops with a word have a tinted ground, but those in ink: nothing is wrong there.
        below: it hangs below the line: it happened, and nobody had planned it.
        ours: False where the service is not in control.
        label: what it is, for those who do not see it; number and word are said with it. source: model path.
    """

    column: int
    number: str
    label: str
    kind: StopKind = "contact"
    emphasis: Literal["none", "matters", "key"] = "none"
    word: str = ""
    tone: Tone = "ink"
    below: bool = False
    ours: bool = True
    source: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class TrackLane(Record):
    """A line with its stations. `tied` columns are the same thing as the station above."""

    key: str
    title: str
    stops: tuple[Stop, ...]
    tied: tuple[int, ...] = ()
    note: str = ""
    opens: bool = False
