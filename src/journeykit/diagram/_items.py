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
    """A symbol in front of words. `label` is what stands in it, or the name of the icon; `word` what it means, for those who do not see it."""

    kind: MarkKind
    label: str = ""
    tone: Tone = "ink"
    word: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class Ticks(Record):
    """Filled ticks out of several; `filled` None means not rated, which is not the same as none filled. `word`: the same in words."""

    filled: int | None
    of: int = 4
    word: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class Verdict(Record):
    """A short judgement in words, with a triangle up or down or none; colour follows the tone, meaning is in the words.

    Attributes:
        said: the same for those who do not see the triangle, where the words leave the direction to it.
    """

    text: str
    tone: Tone
    glyph: Literal["up", "down", "none"] = "none"
    said: str = ""

    @property
    def spoken(self) -> str:
        """All that it says, in words."""
        return self.said or self.text


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

    @property
    def in_words(self) -> tuple[str, ...]:
        """All that it says, its symbols too, but for the number or the letter in its mark."""
        symbols = self.mark.word if self.mark else "", self.ticks.word if self.ticks else ""
        parts = (self.text, symbols[0], self.share_text, symbols[1], self.detail, self.verdict.text if self.verdict else "")
        return tuple(one for one in parts if one)


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

    @property
    def in_words(self) -> tuple[str, ...]:
        """All that it says, its symbol too."""
        return tuple(one for one in (self.text, self.mark.word if self.mark else "") if one)


@frozen(kw_only=True, eq=False, repr=False)
class Badge(Record):
    """A word in a box: state, form, status, hypothesis."""

    text: str
    style: Literal["solid", "outline", "dashed"] = "outline"
