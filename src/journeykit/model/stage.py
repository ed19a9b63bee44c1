"""A stage: a part of the time of a journey."""

from typing import TYPE_CHECKING, ClassVar

from attrs import field, frozen

from .about import TEXT, about, choice, later, many
from .checked import Element
from .elements import NONE, Elements, to_elements
from .emotion import Expectation, to_expectations
from .touchpoint import Touchpoint
from .words import Lifecycle, PurchasePhase

if TYPE_CHECKING:
    from collections.abc import Iterable


def to_touchpoints(value: "Elements[Touchpoint] | Touchpoint | Iterable[Touchpoint] | None") -> Elements[Touchpoint]:
    """One touchpoint, several or none."""
    return to_elements(value, Touchpoint)


_TOUCHPOINTS = many(Touchpoint, "touchpoints", Elements, "elements")
_PHASES: dict[str, PurchasePhase] = {
    "learn": "prepurchase",
    "onboard": "purchase",
    "use": "postpurchase",
    "support": "postpurchase",
    "leave": "postpurchase",
}


@frozen(kw_only=True, eq=False, repr=False, field_transformer=later)
class Stage(Element):
    """A part of the time of a journey, never a department.

    Attributes:
        touchpoints: in order of time; may be empty in a draft.
        lifecycle: learn, onboard, use, support or leave.
        purchase_phase: before, at or after the purchase; follows from the lifecycle where not given.
        entry, exit: what opens and closes it.

    Example:
        >>> Stage("Learn", [Touchpoint("Asks a friend")]).touchpoints["asks-a-friend"].title
        'Asks a friend'
    """

    _word: ClassVar[str] = "Stage"

    title: str = field(kw_only=False, metadata=about("What it is called.", TEXT))
    touchpoints: Elements[Touchpoint] = field(
        default=NONE, kw_only=False, converter=to_touchpoints, metadata=about("In order of time.", _TOUCHPOINTS)
    )
    lifecycle: Lifecycle | None = field(default=None, metadata=about("Where in the customer's life with the service.", choice(Lifecycle)))
    purchase_phase: PurchasePhase | None = field(default=None, metadata=about("Before, at or after the purchase.", choice(PurchasePhase)))
    goal: str | None = field(default=None, metadata=about("What the customer wants in this stage.", TEXT))
    expectations: tuple[Expectation, ...] = field(
        default=(),
        converter=to_expectations,
        metadata=about("What the customer expects in this stage.", many(Expectation, "texts, or expectations")),
    )
    entry: str | None = field(default=None, metadata=about("What opens it.", TEXT))
    exit: str | None = field(default=None, metadata=about("What closes it.", TEXT))

    @property
    def phase(self) -> PurchasePhase | None:
        """The purchase phase: as given, else after the lifecycle."""
        return self.purchase_phase or _PHASES.get(self.lifecycle or "")
