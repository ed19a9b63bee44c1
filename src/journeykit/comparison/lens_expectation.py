"""What was expected against what was experienced: in one journey, or before and after."""

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from journeykit.errors import step
from journeykit.measure import ExpectationGap, ExpectationGaps, KPIState, expectation_gaps, kpi_status
from journeykit.model import Journey

from .changes import Spot
from .feelings import last_readings
from .preparing import partners, two_journeys

if TYPE_CHECKING:
    from .result import Comparison

__all__ = ["ExpectationShift", "Expectations", "TimeKept", "expectation"]

Fate = Literal["better", "worse", "other", "new", "gone"]
_GRADES = {"not_met": 0, "partly": 1, "met": 2, "exceeded": 3}


@frozen(kw_only=True)
class ExpectationShift:
    """One expectation before and after.

    Attributes:
        place: title of the touchpoint or stage where it stands, before where it is there.
        text: what is expected.
        before, after: exceeded, met, partly, not_met or unknown; None where it does not stand on that side.
    """

    place: str
    text: str
    before: str | None
    after: str | None

    @property
    def fate(self) -> Fate:
        """Better or worse met; new or gone; `other` where one side does not know whether it was met."""
        if self.before is None or self.after is None:
            return "new" if self.before is None else "gone"
        if self.before not in _GRADES or self.after not in _GRADES:
            return "other"
        return "better" if _GRADES[self.after] > _GRADES[self.before] else "worse"


@frozen(kw_only=True)
class TimeKept:
    """A touchpoint that takes a known time, and the time that is acceptable.

    Attributes:
        spot: where it stands. standard, actual: the acceptable time and the time it takes.
    """

    spot: Spot
    standard: timedelta
    actual: timedelta

    @property
    def is_kept(self) -> bool:
        """It takes no longer than is acceptable."""
        return self.actual <= self.standard


@frozen(kw_only=True)
class Expectations:
    """Expectation against experience.

    Attributes:
        before, after: all expectations of each side, the worst first, with the readings before and after; see `measure.expectation_gaps`.
        shifts: expectations of which the outcome differs between the sides; none where one journey is compared with itself.
        times: touchpoints of the side after with an acceptable and an actual time.
        figures: where measured figures of the side after stand against their targets, at its touchpoints and stages.
        disappointments: touchpoints after where the feeling falls from before to during or after, with the change.
    """

    before: ExpectationGaps
    after: ExpectationGaps
    shifts: tuple[ExpectationShift, ...]
    times: tuple[TimeKept, ...]
    figures: tuple[KPIState, ...]
    disappointments: tuple[tuple[Spot, float], ...]

    @property
    def fell_short(self) -> tuple[ExpectationGap, ...]:
        """Expectations after that are not, or only partly, met; the worst first."""
        return tuple(one for one in self.after.gaps if one.met in {"not_met", "partly"})


def expectation(comparison: "Comparison") -> Expectations:
    """Looks at the expectations of customers on both sides; compare a journey with itself to look at it alone.

    Raises:
        ConversionError: two portfolios were compared.
    """
    before, after = two_journeys(comparison, "Expectation against experience")
    one, other = expectation_gaps(before), expectation_gaps(after)
    return Expectations(
        before=one, after=other,
        shifts=tuple(_shifts(comparison, before, after, (one, other))),
        times=tuple(
            TimeKept(spot=_spot(after, held.id), standard=held.tolerance, actual=held.duration)
            for held in after.touchpoints
            if held.tolerance is not None and held.duration is not None
        ),
        figures=tuple(state for state in kpi_status(after).states if "/" in state.anchor and state.target is not None),
        disappointments=tuple(_falls(after, other)),
    )  # fmt: skip


def _spot(journey: Journey, key: str) -> Spot:
    stage = journey.stage_of(key)
    return Spot(f"{step('stages', stage.id)}.{step('touchpoints', key)}", key, journey.touchpoints[key].title)


def _shifts(
    comparison: "Comparison", before: Journey, after: Journey, both: tuple[ExpectationGaps, ExpectationGaps]
) -> Iterator[ExpectationShift]:
    """Joined by place and folded text."""
    partner = partners(comparison)
    stages = {row.old[0].id: row.new[0].id for row in comparison.rows if row.what == "Stage" and len(row.old) == len(row.new) == 1}
    new = {_key(one.stage, one.touchpoint, one.text): one for one in both[1].gaps}
    for one in both[0].gaps:
        key = _key(stages.get(one.stage, one.stage), partner.get(one.touchpoint, one.touchpoint), one.text)
        other = new.pop(key, None)
        if other is None or other.met != one.met:
            yield ExpectationShift(place=_title(before, one), text=one.text, before=one.met, after=other.met if other else None)
    for other in new.values():
        yield ExpectationShift(place=_title(after, other), text=other.text, before=None, after=other.met)


def _key(stage: str, touchpoint: str, text: str) -> tuple[str, str]:
    return touchpoint or f"stage:{stage}", " ".join(text.casefold().split())


def _title(journey: Journey, one: ExpectationGap) -> str:
    return journey.touchpoints[one.touchpoint].title if one.touchpoint else journey.stages[one.stage].title


def _falls(journey: Journey, gaps: ExpectationGaps) -> Iterator[tuple[Spot, float]]:
    """The change of feeling at each touchpoint of which the measure says that it falls."""
    for key in gaps.disappointments:
        readings = last_readings(journey.touchpoints[key], journey.perspective, "customer")
        met = readings.get("after") or readings.get("during")
        if "before" in readings and met is not None:
            yield _spot(journey, key), met.valence - readings["before"].valence
