"""What was learned, what could be better, and where we know it from."""

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from attrs import field, frozen

from .about import SHARE, TEXT, Ref, about, choice, later, number, whole
from .checked import Element, made, to_ref, to_refs, tupled
from .values import PERIOD, Period, to_period
from .words import InsightKind, InsightStatus, OpportunityKind, Perspective, SourceKind, SourceProvenance

_INTERNAL = frozenset({"assumption", "workshop", "expert"})


@frozen(kw_only=True, eq=False, repr=False, field_transformer=later)
class Source(Element):
    """Why something is believed: research evidence. What a customer sees or holds is `PhysicalEvidence`.

    Attributes:
        n: number of people or cases.
        provenance: inside or outside of the organisation.
        mode: how it was collected, such as field, phone, remote.
    """

    _word: ClassVar[str] = "Source"

    title: str = field(kw_only=False, metadata=about("What it is called.", TEXT))
    kind: SourceKind | None = field(default=None, metadata=about("The kind of research.", choice(SourceKind)))
    perspective: Perspective | None = field(default=None, metadata=about("Whose voice it carries.", choice(Perspective)))
    provenance: SourceProvenance | None = field(
        default=None, metadata=about("Inside or outside of the organisation.", choice(SourceProvenance))
    )
    mode: str | None = field(default=None, metadata=about("How it was collected: field, phone, remote.", TEXT))
    collected_from: Period | None = field(default=None, converter=to_period, metadata=about("First period of collection.", PERIOD))
    collected_to: Period | None = field(default=None, converter=to_period, metadata=about("Last period of collection.", PERIOD))
    n: int | None = field(default=None, metadata=about("Number of people or cases.", whole(1)))
    personas: tuple[str, ...] = field(default=(), converter=to_refs, metadata=about("Whom it concerns.", ref=Ref("persona")))
    url: str | None = field(default=None, metadata=about("Where it can be read.", TEXT))
    ref: str | None = field(default=None, metadata=about("Citation.", TEXT))
    note: str | None = field(default=None, metadata=about("A remark.", TEXT))

    @property
    def is_customer_evidence(self) -> bool:
        """Customers themselves were heard or observed."""
        return self.perspective == "customer" and self.kind not in _INTERNAL


@frozen(kw_only=True, eq=False, repr=False, field_transformer=later)
class Insight(Element):
    """A pain, a gain, an observation, a quotation, a hypothesis or a gap.

    Attributes:
        severity: 0 no problem, 1 cosmetic, 2 minor, 3 major, 4 catastrophe; None is not rated.
        frequency: 0 to 1, share of cases; None is unknown.
        reach: persons per period.
        anchors: where it holds, for those in the portfolio's list.

    Source: severity after Nielsen.
    """

    _title_field: ClassVar[str] = "text"
    _word: ClassVar[str] = "Insight"

    text: str = field(kw_only=False, metadata=about("What was learned.", TEXT))
    kind: InsightKind = field(default="pain", metadata=about("What it is.", choice(InsightKind)))
    anchors: tuple[str, ...] = field(default=(), converter=to_refs, metadata=about("Where it holds.", ref=Ref("place")))
    perspective: Perspective | None = field(
        default=None, metadata=about("Whose view; that of the journey where not given.", choice(Perspective))
    )
    severity: int | None = field(default=None, metadata=about("0 no problem, 1 cosmetic, 2 minor, 3 major, 4 catastrophe.", whole(0, 4)))
    frequency: float | None = field(default=None, metadata=about("Share of cases, 0 to 1.", SHARE))
    reach: float | None = field(default=None, metadata=about("Persons per period.", number(0)))
    root_cause: str | None = field(default=None, metadata=about("Why it is so.", TEXT))
    status: InsightStatus = field(default="open", metadata=about("Where it stands.", choice(InsightStatus)))
    owner: str | None = field(default=None, converter=to_ref, metadata=about("Who pursues it.", ref=Ref("owner")))
    note: str | None = field(default=None, metadata=about("A remark.", TEXT))
    test: str | None = field(default=None, metadata=about("How a hypothesis is to be tested.", TEXT))
    raised_on: Period | None = field(default=None, converter=to_period, metadata=about("When it was raised.", PERIOD))
    sources: tuple[str, ...] = field(default=(), converter=to_refs, metadata=about("What it is known from.", ref=Ref("source")))


@frozen(kw_only=True, eq=False, repr=False, field_transformer=later)
class Opportunity(Element):
    """A customer's need, pain or desire worth acting on; not a solution.

    Attributes:
        reach: persons per period. impact: 3, 2, 1, 0.5 or 0.25. confidence: 0 to 1. effort: person-months.
        customer_value, business_value: 1 (low) to 5 (high).
    """

    _title_field: ClassVar[str] = "statement"
    _word: ClassVar[str] = "Opportunity"

    statement: str = field(kw_only=False, metadata=about('Framed from the customer\'s side: "How might we ..."', TEXT))
    kind: OpportunityKind | None = field(default=None, metadata=about("What it is.", choice(OpportunityKind)))
    addresses: tuple[str, ...] = field(default=(), converter=to_refs, metadata=about("The insights that it answers.", ref=Ref("insight")))
    anchors: tuple[str, ...] = field(default=(), converter=to_refs, metadata=about("Where it holds.", ref=Ref("place")))
    moves: tuple[str, ...] = field(default=(), converter=to_refs, metadata=about("The goals that it serves.", ref=Ref("goal")))
    reach: float | None = field(default=None, metadata=about("Persons per period.", number(0)))
    impact: float | None = field(default=None, metadata=about("Impact per person, 0.25 to 3.", number(0)))
    confidence: float | None = field(default=None, metadata=about("Confidence, 0 to 1.", SHARE))
    effort: float | None = field(default=None, metadata=about("Person-months.", number(0)))
    customer_value: int | None = field(default=None, metadata=about("1 (low) to 5 (high).", whole(1, 5)))
    business_value: int | None = field(default=None, metadata=about("1 (low) to 5 (high).", whole(1, 5)))
    owner: str | None = field(default=None, converter=to_ref, metadata=about("Who pursues it.", ref=Ref("owner")))
    note: str | None = field(default=None, metadata=about("A remark.", TEXT))
    sources: tuple[str, ...] = field(default=(), converter=to_refs, metadata=about("What it is known from.", ref=Ref("source")))


InsightInput = Insight | str | Iterable[Insight | str] | None


def _of_kind(kind: InsightKind) -> Callable[[Any], Any]:
    def stated(value: Any) -> Any:
        return made(lambda text: Insight(text, kind=kind), value) if isinstance(value, str) else value

    return stated


_pain, _gain, _observation = _of_kind("pain"), _of_kind("gain"), _of_kind("observation")


def to_pains(value: InsightInput) -> tuple[Insight, ...]:
    """One pain, several or none; a text becomes one."""
    return tupled(value, Insight, _pain)


def to_gains(value: InsightInput) -> tuple[Insight, ...]:
    """One gain, several or none; a text becomes one."""
    return tupled(value, Insight, _gain)


def to_observations(value: InsightInput) -> tuple[Insight, ...]:
    """Insights of other kinds; a text becomes an observation."""
    return tupled(value, Insight, _observation)


def to_opportunities(value: Opportunity | str | Iterable[Opportunity | str] | None) -> tuple[Opportunity, ...]:
    """One opportunity, several or none; a text becomes one."""
    return tupled(value, Opportunity, _opportunity)


def _opportunity(value: Any) -> Any:
    return made(Opportunity, value) if isinstance(value, str) else value
