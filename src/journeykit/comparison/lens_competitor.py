"""One's own journey beside that of another provider, stage by stage: what each offers, and where one of them is clearly better."""

from collections.abc import Iterator
from statistics import median
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from journeykit.errors import step
from journeykit.model import Journey, Stage

from .changes import Spot
from .feelings import last_readings
from .figures import FigureChange, figure_changes
from .preparing import two_journeys

if TYPE_CHECKING:
    from .result import Comparison

__all__ = ["Competitor", "StageSide", "StageSides", "competitor"]

_MATERIAL = 1.0
_KINDS = {"intended": "intended", "illustrative": "illustrative", "assumed": "assumed"}


@frozen(kw_only=True)
class StageSide:
    """A stage as one provider has it.

    Attributes:
        spot: where it stands.
        touchpoints: how many.
        channels: what is offered, each once, in order.
        valence: the median of the last readings of the journey's perspective; None without any.
        readings: how many readings that is.
        bases: how they are known, sorted.
    """

    spot: Spot
    touchpoints: int
    channels: tuple[str, ...]
    valence: float | None
    readings: int
    bases: tuple[str, ...]


@frozen(kw_only=True)
class StageSides:
    """One stage of both providers; None where one has no such stage.

    Attributes:
        before, after: one's own and the other's.
    """

    before: StageSide | None
    after: StageSide | None

    @property
    def channels_only_before(self) -> tuple[str, ...]:
        """What only the first offers here."""
        return _beyond(self.before, self.after)

    @property
    def channels_only_after(self) -> tuple[str, ...]:
        """What only the second offers here."""
        return _beyond(self.after, self.before)

    @property
    def difference(self) -> float | None:
        """Valence of the second minus that of the first; None where either has no reading or they are not known alike."""
        if self.before is None or self.after is None or self.before.valence is None or self.after.valence is None:
            return None
        kinds = [{_KINDS.get(basis, "people") for basis in side.bases} for side in (self.before, self.after)]
        return self.after.valence - self.before.valence if kinds[0] == kinds[1] else None

    @property
    def best(self) -> Literal["before", "after"] | None:
        """Who is better by one or more; None where that cannot be said."""
        if self.difference is None or abs(self.difference) < _MATERIAL:
            return None
        return "after" if self.difference > 0 else "before"


def _beyond(one: StageSide | None, other: StageSide | None) -> tuple[str, ...]:
    known = other.channels if other else ()
    return tuple(name for name in (one.channels if one else ()) if name not in known)


@frozen(kw_only=True)
class Competitor:
    """Two providers.

    Attributes:
        subjects: whose service each journey is; None where neither the journey nor its portfolio says.
        stages: all stages of the first in order, then those that only the second has. Stages are joined as they are matched,
            else where they alone have the same place in the customer's life.
        figures: series that both measured. evidence: kinds of the sources of each side, sorted: of competitors one usually knows less.
        bases: how the readings of each side are known, sorted.
    """

    subjects: tuple[str | None, str | None]
    stages: tuple[StageSides, ...]
    figures: tuple[FigureChange, ...]
    evidence: tuple[tuple[str, ...], tuple[str, ...]]
    bases: tuple[tuple[str, ...], tuple[str, ...]]

    @property
    def only_before(self) -> tuple[Spot, ...]:
        """Stages that only the first has."""
        return tuple(one.before.spot for one in self.stages if one.before is not None and one.after is None)

    @property
    def only_after(self) -> tuple[Spot, ...]:
        """Stages that only the second has."""
        return tuple(one.after.spot for one in self.stages if one.after is not None and one.before is None)


def competitor(comparison: "Comparison") -> Competitor:
    """Looks at a comparison of one's own journey (before) with that of a competitor.

    Touchpoints of two providers seldom correspond: stages are compared, and what both measured.

    Raises:
        ConversionError: two portfolios were compared.
    """
    before, after = two_journeys(comparison, "Own against competitor")
    return Competitor(
        subjects=(_subject(before), _subject(after)),
        stages=tuple(_stages(comparison, before, after)),
        figures=tuple(figure_changes(comparison)),
        evidence=(_evidence(before), _evidence(after)),
        bases=(_bases(before), _bases(after)),
    )


def _subject(journey: Journey) -> str | None:
    named = journey.subject or journey.library.organisation
    return journey.library.name_of(named) if named else None


def _stages(comparison: "Comparison", before: Journey, after: Journey) -> Iterator[StageSides]:
    rows = comparison.rows
    partner = {row.old[0].id: row.new[0].id for row in rows if row.what == "Stage" and len(row.old) == len(row.new) == 1}
    taken = set(partner.values())
    free = [one for one in after.stages if one.id not in taken]
    alone = [one for one in before.stages if one.id not in partner]
    for one in alone:
        same = [other for other in free if other.lifecycle is not None and other.lifecycle == one.lifecycle]
        if len(same) == 1 and sum(other.lifecycle == one.lifecycle for other in alone) == 1:
            partner[one.id] = same[0].id
    for one in before.stages:
        other = after.stages.get(partner.get(one.id, ""))
        yield StageSides(before=_side(before, one), after=_side(after, other) if other is not None else None)
    taken = set(partner.values())
    for other in after.stages:
        if other.id not in taken:
            yield StageSides(before=None, after=_side(after, other))


def _side(journey: Journey, stage: Stage) -> StageSide:
    felt = [one for held in stage.touchpoints for one in last_readings(held, journey.perspective).values()]
    names = dict.fromkeys(journey.library.channel_name(name) for one in stage.touchpoints for name in one.channels)
    from_stage = Spot(step("stages", stage.id), stage.id, stage.title)
    return StageSide(
        spot=from_stage, touchpoints=len(stage.touchpoints), channels=tuple(names),
        valence=float(median(one.valence for one in felt)) if felt else None, readings=len(felt),
        bases=tuple(sorted({one.basis for one in felt})),
    )  # fmt: skip


def _bases(journey: Journey) -> tuple[str, ...]:
    return tuple(sorted({one.basis for held in journey.touchpoints for one in held.emotions}))


def _evidence(journey: Journey) -> tuple[str, ...]:
    cited = {*journey.sources, *(name for one in journey.touchpoints for name in one.sources)}
    held = [source for name in cited if (source := journey.library.sources.get(name)) is not None]
    return tuple(sorted({one.kind for one in held if one.kind}))
