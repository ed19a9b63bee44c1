"""What is to be done, what for, and what it is to bring."""

from collections.abc import Iterable
from typing import ClassVar

from attrs import field, frozen

from .about import NUMBER, TEXT, TEXTS, Ref, about, choice, later, many, number, whole
from .actors import Accountable
from .checked import Checked, Element, to_end, to_ref, to_refs, to_texts, tupled
from .values import MONEY, PERIOD, Money, Period, to_money, to_period
from .words import ActionKind, ActionStatus, BenefitBasis, BenefitKind, GoalCategory, Novelty, Outcome


@frozen(kw_only=True, eq=False, repr=False, field_transformer=later)
class Target(Checked):
    """A KPI's way from baseline to target, with its dates."""

    _word: ClassVar[str] = "Target"

    kpi: str = field(converter=to_end, metadata=about("The KPI to move.", ref=Ref("kpi")))
    baseline: float | None = field(default=None, metadata=about("Value to start from.", NUMBER))
    target: float | None = field(default=None, metadata=about("Value to reach.", NUMBER))
    start: Period | None = field(default=None, converter=to_period, metadata=about("From when.", PERIOD))
    due: Period | None = field(default=None, converter=to_period, metadata=about("Until when.", PERIOD))


def to_targets(value: Target | Iterable[Target] | None) -> tuple[Target, ...]:
    """One target, several or none."""
    return tupled(value, Target)


TARGETS = many(Target, "targets")


@frozen(kw_only=True, eq=False, repr=False, field_transformer=later)
class Benefit(Checked):
    """One part of an action's yearly benefit: reach x change x value of one unit.

    Attributes:
        reach: persons or cases per year.
        change: change of the rate, 0 to 1. low, high: its range.
        value: of one unit.
        basis: measured or assumed.
    """

    _word: ClassVar[str] = "Benefit"

    kind: BenefitKind = field(default="other", metadata=about("What it consists of.", choice(BenefitKind)))
    reach: float | None = field(default=None, metadata=about("Persons or cases per year.", number(0)))
    change: float | None = field(default=None, metadata=about("Change of the rate.", NUMBER))
    low: float | None = field(default=None, metadata=about("Lowest plausible change.", NUMBER))
    high: float | None = field(default=None, metadata=about("Highest plausible change.", NUMBER))
    value: Money | None = field(default=None, converter=to_money, metadata=about("Value of one unit.", MONEY))
    basis: BenefitBasis = field(default="assumed", metadata=about("Measured or assumed.", choice(BenefitBasis)))
    note: str | None = field(default=None, metadata=about("A remark.", TEXT))


def to_benefits(value: Benefit | Iterable[Benefit] | None) -> tuple[Benefit, ...]:
    """One benefit, several or none."""
    return tupled(value, Benefit)


@frozen(kw_only=True, eq=False, repr=False, field_transformer=later)
class Goal(Element):
    """What the business wants: measurable, realistic, with a date. What the customer wants is text at the journey."""

    _title_field: ClassVar[str] = "statement"
    _word: ClassVar[str] = "Goal"

    statement: str = field(kw_only=False, metadata=about("What is wanted.", TEXT))
    category: GoalCategory | None = field(default=None, metadata=about("What it serves.", choice(GoalCategory)))
    targets: tuple[Target, ...] = field(
        default=(), converter=to_targets, metadata=about("How it is measured, from where to where, until when.", TARGETS)
    )
    owner: str | None = field(default=None, converter=to_ref, metadata=about("Who answers for it.", ref=Ref("owner")))
    rationale: str | None = field(default=None, metadata=about("Why it is realistic.", TEXT))
    note: str | None = field(default=None, metadata=about("A remark.", TEXT))


@frozen(kw_only=True, eq=False, repr=False, field_transformer=later)
class Action(Accountable):
    """A solution, initiative or measure.

    Attributes:
        status: its life cycle, from idea to closed, or rejected.
        decision: why it was chosen over the alternatives, by whom and when.
        cost: one-off; running_cost: per year.
        effort: person-months.
        touches: what it changes.
    """

    _word: ClassVar[str] = "Action"

    title: str = field(kw_only=False, metadata=about("What is to be done.", TEXT))
    addresses: tuple[str, ...] = field(
        default=(), converter=to_refs, metadata=about("The opportunities or insights that it answers.", ref=Ref("opportunity"))
    )
    kind: ActionKind | None = field(default=None, metadata=about("What it changes.", choice(ActionKind)))
    novelty: Novelty | None = field(default=None, metadata=about("Already there, or new.", choice(Novelty)))
    status: ActionStatus = field(default="idea", metadata=about("Where it stands.", choice(ActionStatus)))
    decision: str | None = field(default=None, metadata=about("Why it was chosen, by whom and when.", TEXT))
    proposed_by: tuple[str, ...] = field(default=(), converter=to_texts, metadata=about("Who had the idea.", TEXTS))
    department: str | None = field(default=None, converter=to_ref, metadata=about("Where it is done.", ref=Ref("actor", loose=True)))
    target_process: str | None = field(default=None, metadata=about("The process as it is to be.", TEXT))
    due: Period | None = field(default=None, converter=to_period, metadata=about("Until when.", PERIOD))
    started_on: Period | None = field(default=None, converter=to_period, metadata=about("When it started.", PERIOD))
    implemented_on: Period | None = field(default=None, converter=to_period, metadata=about("When it was in place.", PERIOD))
    effort: float | None = field(default=None, metadata=about("Person-months.", number(0)))
    cost: Money | None = field(default=None, converter=to_money, metadata=about("Cost, one-off.", MONEY))
    running_cost: Money | None = field(default=None, converter=to_money, metadata=about("Cost per year.", MONEY))
    benefits: tuple[Benefit, ...] = field(
        default=(), converter=to_benefits, metadata=about("What it brings per year.", many(Benefit, "benefits"))
    )
    customer_value: int | None = field(default=None, metadata=about("1 (low) to 5 (high).", whole(1, 5)))
    business_value: int | None = field(default=None, metadata=about("1 (low) to 5 (high).", whole(1, 5)))
    kpis: tuple[Target, ...] = field(
        default=(), converter=to_targets, metadata=about("What it is to move, from where to where, until when.", TARGETS)
    )
    touches: tuple[str, ...] = field(default=(), converter=to_refs, metadata=about("What it changes.", ref=Ref("place")))
    outcome: Outcome | None = field(default=None, metadata=about("What came of it.", choice(Outcome)))
    note: str | None = field(default=None, metadata=about("A remark.", TEXT))
    sources: tuple[str, ...] = field(default=(), converter=to_refs, metadata=about("What it rests on.", ref=Ref("source")))
