"""The touchpoint: a column of the map, a moment in the customer's course."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, ClassVar, cast, get_args

from attrs import field, frozen

from journeykit.errors import Problem, shown

from .about import DURATION, FLAG, MOMENT, SHARE, TEXT, TEXTS, Check, Ref, about, choice, later, many, number, whole
from .actors import Accountable
from .checked import Checked, Element, made, to_map, to_ref, to_refs, to_texts, tupled
from .emotion import Emotion, EmotionInput, Expectation, to_emotions, to_expectations
from .frozenmap import EMPTY, FrozenMap
from .insight import Insight, Opportunity, to_gains, to_observations, to_opportunities, to_pains
from .values import to_duration, to_moment
from .words import Control, EvidenceKind, Perspective, RunStatus, TouchpointKind, TouchpointProvenance

_PERSPECTIVES: tuple[str, ...] = get_args(Perspective)
_ACTOR = Ref("actor")
_CHANNEL = Ref("channel", loose=True)


@frozen(kw_only=True, eq=False, repr=False, field_transformer=later)
class PhysicalEvidence(Checked):
    """What the customer sees, hears or holds. Why we believe something is a `Source`."""

    _word: ClassVar[str] = "PhysicalEvidence"

    text: str = field(kw_only=False, metadata=about("What it is.", TEXT))
    kind: EvidenceKind = field(default="object", metadata=about("The kind of thing.", choice(EvidenceKind)))


def to_physical_evidence(value: PhysicalEvidence | str | Iterable[PhysicalEvidence | str] | None) -> tuple[PhysicalEvidence, ...]:
    """One thing, several or none; a text is an object."""
    return tupled(value, PhysicalEvidence, _evidence)


def _evidence(value: Any) -> Any:
    return made(PhysicalEvidence, value) if isinstance(value, str) else value


@frozen(kw_only=True, eq=False, repr=False, field_transformer=later)
class FailPoint(Checked):
    """What can go wrong. `probability` 0 to 1; `severity` 1 (small) to 10; `recovery`: what is done then."""

    _word: ClassVar[str] = "FailPoint"

    text: str = field(kw_only=False, metadata=about("What can go wrong.", TEXT))
    probability: float | None = field(default=None, metadata=about("Share of cases, 0 to 1.", SHARE))
    severity: int | None = field(default=None, metadata=about("1 (small) to 10.", whole(1, 10)))
    recovery: str | None = field(default=None, metadata=about("What is done then.", TEXT))


def to_fail_point(value: FailPoint | str | None) -> FailPoint | None:
    """A fail point, or its text."""
    return made(FailPoint, value) if isinstance(value, str) else value


FAIL_POINT = Check("value", "a fail point", lambda value: isinstance(value, FailPoint))


def _is_importance(value: object) -> bool:
    return isinstance(value, FrozenMap) and all(
        name in _PERSPECTIVES and isinstance(one, int | float) and not isinstance(one, bool) and 1 <= one <= 5
        for name, one in value.items()
    )


def to_importance(value: "Mapping[Perspective, float] | float | None") -> FrozenMap[Perspective, float]:
    """Importance by perspective; a bare number is the customers' view."""
    return cast("FrozenMap[Perspective, float]", value if type(value) is FrozenMap else _by_perspective(value))


def _by_perspective(value: Any) -> Any:
    return FrozenMap({"customer": value}) if isinstance(value, (int, float)) and not isinstance(value, bool) else to_map(cast("Any", value))


def to_notes(value: "Mapping[str, str | Iterable[str]] | None") -> FrozenMap[str, tuple[str, ...]]:
    """Texts by lane; one text or several."""
    return cast("FrozenMap[str, tuple[str, ...]]", value if type(value) is FrozenMap else _by_lane(value))


def _by_lane(value: Any) -> Any:
    return FrozenMap({key: to_texts(one) for key, one in value.items()}) if isinstance(value, Mapping) else to_map(value)


_NOTES = Check(
    "notes",
    "texts by the key of a lane",
    lambda value: isinstance(value, FrozenMap) and all(isinstance(key, str) and key and TEXTS.test(one) for key, one in value.items()),
)


@frozen(kw_only=True, eq=False, repr=False, field_transformer=later)
class Touchpoint(Accountable):
    """A moment in the customer's course: a contact, or something the customer does alone.

    Attributes:
        kind: interaction (somebody or something of the service is met) or action (the customer alone).
        emotions, emotion: readings, at most one for each perspective, moment and date; `emotion=+1` is one reading during.
        channels, channel: alternatives for the same moment, the first is primary.
        counterparts: persons or things that the customer deals with.
        control: who is in control of it.
        importance: 1 (low) to 5 (high) by perspective.
        matters: a moment that matters. The one critical moment is named by the journey.
        duration, wait_before, tolerance: standard time, wait before it, acceptable time.
        drop_off: 0 to 1, share of those who reach it and leave here.
        pains, gains, insights, opportunities: those that stand here.
        no_backstage: nothing happens behind the scenes, and that is known.
        provenance: known, discovered by research, or designed.
        notes: texts for lanes of one's own.
        started, ended, status, case: of one customer's actual run.

    Example:
        >>> Touchpoint("Test drives", emotion=+2, channel="showroom").emotions[0].valence
        2
    """

    _word: ClassVar[str] = "Touchpoint"

    title: str = field(kw_only=False, metadata=about("What the customer does, in the customer's words.", TEXT))
    kind: TouchpointKind = field(default="interaction", metadata=about("A contact, or the customer's own action.", choice(TouchpointKind)))
    goal: str | None = field(default=None, metadata=about("What the customer wants here.", TEXT))
    actions: tuple[str, ...] = field(default=(), converter=to_texts, metadata=about("What the customer does.", TEXTS))
    thoughts: tuple[str, ...] = field(default=(), converter=to_texts, metadata=about("What the customer thinks or says.", TEXTS))
    emotions: tuple[Emotion, ...] = field(
        default=(),
        converter=to_emotions,
        metadata=about("How the customer feels; no reading is a gap.", many(Emotion, "a number from -2 to 2, or readings")),
    )
    _emotion: EmotionInput = field(
        default=None, alias="emotion", eq=False, repr=False, metadata=about("Short form of emotions.", short_for="emotions", hidden=True)
    )
    channels: tuple[str, ...] = field(default=(), converter=to_refs, metadata=about("Through which media; alternatives.", ref=_CHANNEL))
    _channel: str | None = field(
        default=None,
        converter=to_ref,
        alias="channel",
        eq=False,
        repr=False,
        metadata=about("Short form of channels.", short_for="channels", hidden=True),
    )
    counterparts: tuple[str, ...] = field(default=(), converter=to_refs, metadata=about("With whom or what.", ref=_ACTOR))
    control: Control = field(default="brand", metadata=about("Who is in control of it.", choice(Control)))
    trigger: str | None = field(default=None, metadata=about("What starts it.", TEXT))
    outcome: str | None = field(default=None, metadata=about("What the customer has afterwards.", TEXT))
    contact_reason: str | None = field(default=None, metadata=about("Why the customer gets in touch.", TEXT))
    physical_evidence: tuple[PhysicalEvidence, ...] = field(
        default=(),
        converter=to_physical_evidence,
        metadata=about("What the customer sees or holds.", many(PhysicalEvidence, "texts, or kind and text")),
    )
    expectations: tuple[Expectation, ...] = field(
        default=(), converter=to_expectations, metadata=about("What the customer expects.", many(Expectation, "texts, or expectations"))
    )
    importance: FrozenMap[Perspective, float] = field(
        default=EMPTY,
        converter=to_importance,
        metadata=about(
            "How important it is, 1 to 5, by perspective.", Check("importance", "numbers from 1 to 5 by perspective", _is_importance)
        ),
    )
    matters: bool = field(default=False, metadata=about("A moment that matters.", FLAG))
    optional: bool = field(default=False, metadata=about("Off the main line.", FLAG))
    repeats: bool = field(default=False, metadata=about("It may happen several times.", FLAG))
    at_least: int | None = field(default=None, metadata=about("How often at least.", whole(0)))
    at_most: int | None = field(default=None, metadata=about("How often at most.", whole(1)))
    duration: timedelta | None = field(default=None, converter=to_duration, metadata=about("Standard time.", DURATION))
    wait_before: timedelta | None = field(default=None, converter=to_duration, metadata=about("Waiting time before it.", DURATION))
    tolerance: timedelta | None = field(default=None, converter=to_duration, metadata=about("Acceptable time.", DURATION))
    drop_off: float | None = field(default=None, metadata=about("Share of those who leave here, 0 to 1.", number(0, 1)))
    systems: tuple[str, ...] = field(default=(), converter=to_refs, metadata=about("Tools used.", ref=Ref("system")))
    processes: tuple[str, ...] = field(default=(), converter=to_texts, metadata=about("Processes that begin or run.", TEXTS))
    messages: tuple[str, ...] = field(default=(), converter=to_texts, metadata=about("What is communicated.", TEXTS))
    kpis: tuple[str, ...] = field(default=(), converter=to_refs, metadata=about("What is measured here.", ref=Ref("kpi")))
    pains: tuple[Insight, ...] = field(
        default=(), converter=to_pains, metadata=about("Pain points that stand here.", many(Insight, "texts, or insights"))
    )
    gains: tuple[Insight, ...] = field(
        default=(), converter=to_gains, metadata=about("What pleases here.", many(Insight, "texts, or insights"))
    )
    insights: tuple[Insight, ...] = field(
        default=(), converter=to_observations, metadata=about("Other insights that stand here.", many(Insight, "texts, or insights"))
    )
    opportunities: tuple[Opportunity, ...] = field(
        default=(),
        converter=to_opportunities,
        metadata=about("Opportunities that stand here.", many(Opportunity, "texts, or opportunities")),
    )
    fail_point: FailPoint | None = field(default=None, converter=to_fail_point, metadata=about("What can go wrong.", FAIL_POINT))
    no_backstage: bool = field(default=False, metadata=about("Nothing happens behind the scenes, and that is known.", FLAG))
    provenance: TouchpointProvenance = field(
        default="known", metadata=about("Known, discovered by research, or designed.", choice(TouchpointProvenance))
    )
    sub_journey: str | None = field(
        default=None, converter=to_ref, metadata=about("The journey that this one stands for.", ref=Ref("journey"))
    )
    started: datetime | None = field(default=None, converter=to_moment, metadata=about("Start, in an actual run.", MOMENT))
    ended: datetime | None = field(default=None, converter=to_moment, metadata=about("End, in an actual run.", MOMENT))
    status: RunStatus | None = field(default=None, metadata=about("How it went, in an actual run.", choice(RunStatus)))
    notes: FrozenMap[str, tuple[str, ...]] = field(
        default=EMPTY, converter=to_notes, metadata=about("Texts for lanes of one's own, by the key of the lane.", _NOTES)
    )
    sources: tuple[str, ...] = field(default=(), converter=to_refs, metadata=about("What it is known from.", ref=Ref("source")))

    def _complete(self) -> None:
        if self._emotion is not None:
            self._take("emotions", to_emotions(self.emotions) + to_emotions(self._emotion), "_emotion")
        if self._channel is not None:
            self._take("channels", to_refs(self.channels) + to_refs(self._channel), "_channel")
        super()._complete()

    def _take(self, name: str, value: object, short: str) -> None:
        """The short form goes into the field that it stands for."""
        object.__setattr__(self, name, value)
        object.__setattr__(self, short, None)

    def _problems(self, wrong: Collection[str]) -> Sequence[Problem]:
        found: list[Problem] = []
        if len(self.emotions) > 1 and "emotions" not in wrong:
            found += self._doubled_readings()
        if (
            self.started is not None
            and self.ended is not None
            and not {"started", "ended"}.intersection(wrong)
            and self.started > self.ended
        ):
            expected = f"not before {self.started}"
            found.append(Problem(f"{self._named()} ends before it starts.", "ended", got=str(self.ended), expected=expected))
        if self.at_least is not None and self.at_most is not None and not {"at_least", "at_most"}.intersection(wrong):
            found += self._contradicting()
        if self.pains or self.gains or self.insights or self.opportunities:
            for names in _STATEMENTS:
                if not wrong or not any(name in wrong for name in names):
                    found += doubled_ids(self, names)
        return found

    def _contradicting(self) -> Iterable[Problem]:
        if (self.at_least or 0) > (self.at_most or 0):
            message = f"{self._named()} happens at least more often than at most."
            yield Problem(message, "at_least", got=f"{self.at_least} to {self.at_most}", expected="at_least <= at_most")

    def _doubled_readings(self) -> Iterable[Problem]:
        seen: set[tuple[object, ...]] = set()
        for place, one in enumerate(self.emotions):
            key = (one.perspective, one.moment, one.as_of)
            if key in seen:
                view = f" from the perspective {one.perspective!r}" if one.perspective else ""
                message = f"{self._named()} has two readings {one.moment} it{view}."
                expected, hint = (
                    "one reading for each perspective, moment and date",
                    "give one of them another moment, perspective or as_of",
                )
                yield Problem(message, f"emotions[{place}]", got=f"{one.valence:g}", expected=expected, hint=hint)
            seen.add(key)


_STATEMENTS = (("pains", "gains", "insights"), ("opportunities",))


def doubled_ids(owner: Touchpoint, names: tuple[str, ...]) -> Iterable[Problem]:
    """A problem for each element whose id another one in these fields has."""
    ids = [one.id for name in names for one in getattr(owner, name)]
    if len(ids) == len(set(ids)):
        return
    held: list[tuple[str, Element]] = [(f"{name}[{place}].id", one) for name in names for place, one in enumerate(getattr(owner, name))]
    seen: set[str] = set()
    for where, one in held:
        if one.id in seen:
            name = where.partition("[")[0]
            free = next(f"{one.id}-{number}" for number in range(2, len(held) + 2) if f"{one.id}-{number}" not in seen)
            yield Problem(f"{owner._named()} has two entries {shown(one.id)} in {name}.", where, got=shown(one.id),  # noqa: SLF001  # same family
                          expected="ids that differ", hint=f"add the line `id: {free}` to one of them")  # fmt: skip
        seen.add(one.id)
