"""From the current journey to the future one: which pains it answers, what realises each difference, and what nobody does."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from journeykit.measure import better
from journeykit.model import KPI, Action, Insight, Journey, Touchpoint, fold

from .changes import ReadingChanged, Spot
from .fields import BOOKKEEPING
from .pains import kept_pains, placed_pains
from .preparing import two_journeys
from .rows import Row

if TYPE_CHECKING:
    from .result import Comparison

__all__ = ["Future", "KPIGoal", "PainFate", "Realised", "Span", "future"]

Fate = Literal["addressed", "gone", "not addressed", "new"]


@frozen(kw_only=True)
class PainFate:
    """What becomes of one pain.

    Attributes:
        pain: its id, text, and place: before, or after where it is new.
        fate: addressed (an action that is not rejected answers it), gone (no longer in the future map, and no action says why), not
            addressed (still there, or its touchpoint is unresolved, and no action answers it), new.
        actions: ids of the actions that answer it, directly or through an opportunity.
        is_gone: it no longer stands in the future map.
    """

    pain: Spot
    fate: Fate
    actions: tuple[str, ...]
    is_gone: bool


@frozen(kw_only=True)
class Realised:
    """A difference and the actions that realise it: those that touch the element, its stage or journey. None is magic."""

    row: Row
    actions: tuple[str, ...]


@frozen(kw_only=True)
class Span:
    """A sum of times: `known`, and in how many of `of` touchpoints the time is stated. Nothing is invented for the others."""

    known: timedelta
    stated: int
    of: int


@frozen(kw_only=True)
class KPIGoal:
    """Where an action is to bring a KPI.

    Attributes:
        kpi, action: which and by what.
        baseline: from where, as the action says, else the KPI, else as last measured; None where nobody says.
        aim: to where.
    """

    kpi: KPI
    action: Action
    baseline: float | None
    aim: float

    @property
    def reaches(self) -> bool | None:
        """Whether the aim reaches the target of the KPI; None where it has none, or it is not known which way is better."""
        if self.kpi.target is None:
            return None
        return True if self.aim == self.kpi.target else better(self.kpi, self.aim - self.kpi.target, self.aim)


@frozen(kw_only=True)
class Future:
    """Current against future.

    Attributes:
        pains: the fate of every pain of both sides.
        differences: rows of touchpoints, stages and activities that differ, with the actions that realise them.
        actions_without_effect: actions that touch this journey, and nothing that differs.
        readings: feelings that differ. What is intended is a goal, not an improvement: see the basis of each.
        duration, wait: sums before and after.
        needed: activities of the future that must still be created. retired: those that end.
        channels_gained, channels_lost: channels in use on one side only.
        goals: where the actions that touch these journeys, or answer their pains, are to bring which KPI.
    """

    pains: tuple[PainFate, ...]
    differences: tuple[Realised, ...]
    actions_without_effect: tuple[str, ...]
    readings: tuple[ReadingChanged, ...]
    duration: tuple[Span, Span]
    wait: tuple[Span, Span]
    needed: tuple[str, ...]
    retired: tuple[str, ...]
    channels_gained: tuple[str, ...]
    channels_lost: tuple[str, ...]
    goals: tuple[KPIGoal, ...]

    @property
    def unrealised(self) -> tuple[Row, ...]:
        """Differences that no action realises. What only feels otherwise, or cites other sources, nobody has to make."""
        return tuple(one.row for one in self.differences if not one.actions and is_made(one.row))

    def of_fate(self, fate: Fate) -> tuple[PainFate, ...]:
        """The pains of one fate."""
        return tuple(one for one in self.pains if one.fate == fate)


def is_made(row: Row) -> bool:
    """Whether somebody has to do something for a difference: neither feelings nor the bookkeeping of the map are done."""
    if row.status not in {"changed", "unchanged"}:
        return True
    return any(not isinstance(one, ReadingChanged) and getattr(one, "field", "") not in BOOKKEEPING for one in row.changes)


def future(comparison: "Comparison") -> Future:
    """Looks at a comparison of the current journey (before) with the future one (after).

    Raises:
        ConversionError: two portfolios were compared.
    """
    before, after = two_journeys(comparison, "Current to future")
    now = comparison.translation.now
    known = [(now("action", one.id), one) for one in before.library.actions] + [(one.id, one) for one in after.library.actions]
    actions = {key: one for key, one in known if one.status != "rejected"}
    rows = [one for one in comparison.rows if one.status != "unchanged" and one.what in {"Touchpoint", "Stage", "Activity"}]
    differences = tuple(
        Realised(row=row, actions=tuple(key for key, one in actions.items() if _touches(one, row, before, after))) for row in rows
    )
    effective = {key for one in differences for key in one.actions}
    journeys = {before.id, after.id}
    idle = tuple(
        key for key, one in actions.items() if key not in effective and any(place.partition("/")[0] in journeys for place in one.touches)
    )
    used = [{name for one in side.touchpoints for name in one.channels} for side in (before, after)]
    pains = tuple(_pains(comparison, before, after, actions))
    busy = effective | {*idle} | {key for one in pains for key in one.actions}
    return Future(
        pains=pains,
        differences=differences,
        actions_without_effect=idle,
        readings=tuple(one for one in comparison.changes if isinstance(one, ReadingChanged)),
        duration=(_span([one.duration for one in before.touchpoints]), _span([one.duration for one in after.touchpoints])),
        wait=(_span([one.wait_before for one in before.touchpoints]), _span([one.wait_before for one in after.touchpoints])),
        needed=tuple(one.id for one in after.activities if one.status == "needed"),
        retired=tuple(one.id for one in after.activities if one.status == "retired"),
        channels_gained=tuple(sorted(used[1] - {now("channel", name) for name in used[0]})),
        channels_lost=tuple(sorted(name for name in used[0] if now("channel", name) not in used[1])),
        goals=tuple(_goals([one for key, one in actions.items() if key in busy], comparison, before, after)),
    )


def _goals(actions: Sequence[Action], comparison: "Comparison", before: Journey, after: Journey) -> Iterator[KPIGoal]:
    for one in actions:
        for target in one.kpis:
            kpi = after.library.kpis.get(comparison.translation.now("kpi", fold(target.kpi))) or before.library.kpis.get(target.kpi)
            aim = target.target if target.target is not None or kpi is None else kpi.target
            if kpi is None or aim is None:
                continue
            stated = target.baseline if target.baseline is not None else kpi.baseline
            measured = [held.value for held in before.library.readings_of(kpi.id) if not held.anchor]
            yield KPIGoal(kpi=kpi, action=one, baseline=measured[-1] if stated is None and measured else stated, aim=aim)


def _span(times: Sequence[timedelta | None]) -> Span:
    known = [one for one in times if one is not None]
    return Span(known=sum(known, timedelta()), stated=len(known), of=len(times))


def _touches(action: Action, row: Row, before: Journey, after: Journey) -> bool:
    """Whether an action says that it changes an element, on either side; a whole journey is too much to say."""
    front = "stage:" if row.what == "Stage" else ""
    names = {f"{journey.id}/{front}{spot.id}" for journey, spots in ((before, row.old), (after, row.new)) for spot in spots}
    return any(fold(place) in names for place in action.touches)


def _pains(comparison: "Comparison", before: Journey, after: Journey, actions: Mapping[str, Action]) -> Iterator[PainFate]:
    kept_old = kept_pains(comparison, before, after)
    kept_new = {at for several in kept_old.values() for at in several}
    open_ids = {spot.id for row in comparison.unresolved for spot in row.old}
    for journey, is_before in ((before, True), (after, False)):
        for place, touchpoint, pain in placed_pains(journey):
            if not is_before and place in kept_new:
                continue
            found = _answers(journey, (touchpoint, pain), actions)
            is_gone = is_before and place not in kept_old and touchpoint.id not in open_ids
            fate: Fate = "new" if not is_before else "addressed" if found else "gone" if is_gone else "not addressed"
            yield PainFate(pain=Spot(place, pain.id, pain.text), fate=fate, actions=found, is_gone=is_gone)
    now = comparison.translation.now
    named = [(one.id, one) for one in after.library.insights] + [(now("insight", one.id), one) for one in before.library.insights]
    shared = {key: one for key, one in named if one.kind == "pain" and _concerns(one, before)}
    for name, one in shared.items():
        found = tuple(key for key, action in actions.items() if _answered({name, one.id}, before, action))
        yield PainFate(pain=Spot("", one.id, one.text), fate="addressed" if found else "not addressed", actions=found, is_gone=False)


def _concerns(insight: Insight, journey: Journey) -> bool:
    return any(anchor.partition("/")[0] == journey.id for anchor in insight.anchors)


def _answers(journey: Journey, pain: tuple[Touchpoint, Insight], actions: Mapping[str, Action]) -> tuple[str, ...]:
    """Actions that answer a pain where it stands: by its address, or through an opportunity."""
    touchpoint, one = pain
    names = {f"{journey.id}/{touchpoint.id}/{one.id}", f"{touchpoint.id}/{one.id}", one.id}
    return tuple(key for key, action in actions.items() if _answered(names, journey, action))


def _answered(names: set[str], journey: Journey, action: Action) -> bool:
    wanted = {fold(one) for one in action.addresses}
    if wanted & names:
        return True
    for chance in journey.library.opportunities:
        if chance.id in wanted and names & {fold(one) for one in chance.addresses}:
            return True
    for touchpoint in journey.touchpoints:
        for own in touchpoint.opportunities:
            full = {f"{journey.id}/{touchpoint.id}/{own.id}", f"{touchpoint.id}/{own.id}", own.id}
            if full & wanted and names & {fold(one) for one in own.addresses}:
                return True
    return False
