"""Key figures, alone and side by side."""

from typing import Literal

from attrs import frozen

from journeykit.record import Record

from ._items import Verdict


@frozen(kw_only=True, eq=False, repr=False)
class FigureStatus(Record):
    """Where a figure stands, in a symbol and in words: a hook, an exclamation mark, a cross or a dash."""

    kind: Literal["good", "warning", "bad", "none"]
    text: str


@frozen(kw_only=True, eq=False, repr=False)
class Figure(Record):
    """A key figure.

    Attributes:
        value: as printed, such as "157"; "–" where unknown. unit: behind it.
        verdict: direction and judgement in words.
        progress: value and target as numbers for a bar with a target mark, or None.
        progress_text: word at the target mark, such as "target 90".
        spark: values over time, None for a missing period; the first is labelled `spark_text`.
        target: the value to be reached, marked beside the values over time.
        status: where it stands, with a symbol. note: what must be known of the value, such as how many were asked.
        graph: what bar and line show, in words, for those who do not see them.
        group: heading in small capitals over the figures that share it; `group_note` behind it.
    """

    name: str
    value: str
    unit: str = ""
    verdict: Verdict | None = None
    progress: tuple[float, float] | None = None
    progress_text: str = ""
    spark: tuple[float | None, ...] = ()
    spark_text: str = ""
    target: float | None = None
    status: FigureStatus | None = None
    note: str = ""
    graph: str = ""
    group: str = ""
    group_note: str = ""
    tip: str = ""
    source: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class FigureStrip(Record):
    """Key figures side by side."""

    title: str
    figures: tuple[Figure, ...]
    note: str = ""
