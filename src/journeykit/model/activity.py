"""What happens behind the touchpoints, and how it hangs together."""

from collections.abc import Collection, Sequence
from datetime import timedelta
from typing import ClassVar

from attrs import field, frozen

from journeykit.errors import Problem, shown

from .about import DURATION, FLAG, NUMBER, SHARE, TEXT, Ref, about, choice, later, many, number, whole
from .actors import Accountable
from .checked import Checked, to_end, to_ref, to_refs
from .emotion import Emotion, EmotionInput, to_emotions
from .touchpoint import FAIL_POINT, FailPoint, to_fail_point
from .values import MONEY, Money, to_duration, to_money
from .words import ChangeStatus, Layer, LinkKind


@frozen(kw_only=True, eq=False, repr=False, field_transformer=later)
class Activity(Accountable):
    """Work of the organisation: on stage, behind the line of visibility, in support, or outside.

    Attributes:
        layer: frontstage, backstage, support or external.
        actor: who does it.
        touchpoints: the columns it belongs to, at least one; it spans them.
        status: existing, changed, needed (must be created) or retired.
        policy: the rule that dictates it.
        wait_point: the customer waits for it.
        emotions, emotion: of those who do the work.
    """

    _word: ClassVar[str] = "Activity"

    title: str = field(kw_only=False, metadata=about("What is done, as the organisation says it.", TEXT))
    layer: Layer = field(default="frontstage", metadata=about("How near to the customer.", choice(Layer)))
    actor: str | None = field(default=None, converter=to_ref, metadata=about("Who does it.", ref=Ref("actor")))
    touchpoints: tuple[str, ...] = field(
        default=(), converter=to_refs, metadata=about("The touchpoints it belongs to.", ref=Ref("touchpoint"))
    )
    systems: tuple[str, ...] = field(default=(), converter=to_refs, metadata=about("Tools used.", ref=Ref("system")))
    duration: timedelta | None = field(default=None, converter=to_duration, metadata=about("Standard time.", DURATION))
    cost: Money | None = field(default=None, converter=to_money, metadata=about("Cost per case.", MONEY))
    policy: str | None = field(default=None, metadata=about("The rule that dictates it.", TEXT))
    status: ChangeStatus = field(default="existing", metadata=about("Existing, changed, needed or retired.", choice(ChangeStatus)))
    fail_point: FailPoint | None = field(default=None, converter=to_fail_point, metadata=about("What can go wrong.", FAIL_POINT))
    wait_point: bool = field(default=False, metadata=about("The customer waits for it.", FLAG))
    emotions: tuple[Emotion, ...] = field(
        default=(), converter=to_emotions, metadata=about("How those feel who do it.", many(Emotion, "a number from -2 to 2, or readings"))
    )
    _emotion: EmotionInput = field(
        default=None, alias="emotion", eq=False, repr=False, metadata=about("Short form of emotions.", short_for="emotions", hidden=True)
    )
    sources: tuple[str, ...] = field(default=(), converter=to_refs, metadata=about("What it is known from.", ref=Ref("source")))

    def _complete(self) -> None:
        if self._emotion is not None:
            object.__setattr__(self, "emotions", to_emotions(self.emotions) + to_emotions(self._emotion))
            object.__setattr__(self, "_emotion", None)
        super()._complete()

    def _problems(self, wrong: Collection[str]) -> Sequence[Problem]:
        if self.touchpoints or "touchpoints" in wrong:
            return ()
        message = f"{self._named()} belongs to no touchpoint."
        return [Problem(message, "touchpoints", got="nothing", expected="at least one touchpoint of its journey")]


@frozen(kw_only=True, eq=False, repr=False, field_transformer=later)
class Link(Checked):
    """A typed, directed edge between touchpoints and activities.

    Attributes:
        source, target: ids of touchpoints or activities of the same journey; of `impact` also `journey/element`.
        kind: sequence (must come before), branch (alternative or loop), message (information or a thing passes), supports (target needs
            source), handover (responsibility passes), impact (effect up- or downstream).
        required: of a sequence: a constraint of precedence.
        condition, probability (0 to 1): of a branch.
        both_ways: of supports: co-dependency; of a message: an exchange.
        quality: -2 to +2, of a handover.
        polarity: -1 harms or +1 helps; strength 1 to 5; kpi: of an impact.
    """

    _word: ClassVar[str] = "Link"

    source: str = field(converter=to_end, metadata=about("From where.", ref=Ref("step")))
    target: str = field(converter=to_end, metadata=about("To where.", ref=Ref("step")))
    kind: LinkKind = field(default="sequence", metadata=about("What it means.", choice(LinkKind)))
    label: str | None = field(default=None, metadata=about("Words on it.", TEXT))
    required: bool = field(default=False, metadata=about("Of a sequence: must come before.", FLAG))
    condition: str | None = field(default=None, metadata=about("Of a branch: when.", TEXT))
    probability: float | None = field(default=None, metadata=about("Of a branch: share of cases, 0 to 1.", SHARE))
    both_ways: bool = field(default=False, metadata=about("It holds in both directions.", FLAG))
    channel: str | None = field(
        default=None, converter=to_ref, metadata=about("Of a message: through which channel.", ref=Ref("channel", loose=True))
    )
    quality: float | None = field(default=None, metadata=about("Of a handover: -2 to +2.", number(-2, 2)))
    kpi: str | None = field(default=None, converter=to_ref, metadata=about("Of an impact: on which KPI.", ref=Ref("kpi")))
    polarity: int | None = field(default=None, metadata=about("Of an impact: -1 harms, +1 helps.", whole(-1, 1)))
    strength: float | None = field(default=None, metadata=about("Of an impact: how strong.", NUMBER))
    note: str | None = field(default=None, metadata=about("A remark.", TEXT))
    sources: tuple[str, ...] = field(default=(), converter=to_refs, metadata=about("What it is known from.", ref=Ref("source")))

    def _named(self) -> str:
        return f"Link {shown(self.source)} to {shown(self.target)}"

    def _problems(self, wrong: Collection[str]) -> Sequence[Problem]:
        if "source" in wrong or self.source != self.target or self.kind == "branch":
            return ()
        message, hint = f"{self._named()} leads to itself.", "a loop is a link of the kind branch"
        return [Problem(message, "target", got=shown(self.target), expected="another touchpoint or activity", hint=hint)]
