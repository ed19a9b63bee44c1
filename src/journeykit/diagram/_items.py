"""What stands in a cell, and what a bar over several columns says."""

from typing import Literal

from attrs import frozen

from journeykit.record import Record

Tone = Literal["ink", "muted", "good", "bad", "added", "removed", "changed"]
MarkKind = Literal[
    "dot",  # filled: primary
    "dot-open",  # hollow: secondary
    "assumed",  # dotted ring: somebody's guess
    "number",  # ring with a label in it
    "evidence-0",  # dashed outline: assumed
    "evidence-1",  # a quarter: internal sources only
    "evidence-2",  # half: one customer source
    "evidence-3",  # full: several kinds of customer source
    "icon",  # `label` is the name of an icon
    "owner",  # filled pill with A
    "supporter",  # outlined pill with S
    "gain",  # triangle up
    "loss",  # triangle down
    "bullet",  # a small disc: one of several
    "moved",  # the sign of a station that stands elsewhere
    "split",  # a fork
    "merged",  # a join
]


@frozen(kw_only=True, eq=False, repr=False)
class Mark(Record):
    """A symbol in front of words. `label` is what stands in it, or the name of the icon."""

    kind: MarkKind
    label: str = ""
    tone: Tone = "ink"


@frozen(kw_only=True, eq=False, repr=False)
class Ticks(Record):
    """Filled ticks out of several; `filled` None means not rated, which is not the same as none filled."""

    filled: int | None
    of: int = 4


@frozen(kw_only=True, eq=False, repr=False)
class Verdict(Record):
    """A short judgement in words, with a triangle up or down or none; colour follows the tone, meaning is in the words."""

    text: str
    tone: Tone
    glyph: Literal["up", "down", "none"] = "none"


@frozen(kw_only=True, eq=False, repr=False)
class Item(Record):
    """One statement in a cell.

    Attributes:
        text: what it says.
        style: plain; strong (semibold); quote (italic, with hanging quotation mark); muted (second ink).
        mark: the symbol in front.
        share: 0 to 1: drawn as a bar on one scale across the lane; `share_text` stands behind the bar.
        ticks: severity.
        verdict: below the text.
        detail: a second, smaller line: a unit, a source, a condition.
        tip: tooltip. href: link. source: model path.
    """

    text: str
    style: Literal["plain", "strong", "quote", "muted"] = "plain"
    tone: Tone = "ink"
    mark: Mark | None = None
    share: float | None = None
    share_text: str = ""
    ticks: Ticks | None = None
    verdict: Verdict | None = None
    detail: str = ""
    tip: str = ""
    href: str = ""
    source: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class Cell(Record):
    """Statements that stand at columns `start` to `end` (both included, zero-based). `more` counts what is listed elsewhere."""

    start: int
    end: int
    items: tuple[Item, ...]
    more: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class Span(Record):
    """One fact over columns `start` to `end`: a bar with one label.

    `style`: solid, ours; outline, a partner's or external; dashed, nobody or not stated.
    """

    start: int
    end: int
    text: str
    style: Literal["solid", "outline", "dashed"] = "solid"
    mark: Mark | None = None
    tip: str = ""
    source: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class Badge(Record):
    """A word in a box: state, form, status, hypothesis."""

    text: str
    style: Literal["solid", "outline", "dashed"] = "outline"
