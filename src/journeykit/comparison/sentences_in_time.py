"""Sentences on one journey at two times: its future, its versions, its actions."""

from collections.abc import Iterator, Sequence

from journeykit.model import Journey

from .changes import Spot
from .figure_words import amount, quoted, told_feeling, told_figure
from .lens_action import ActionEffect, ActionEffects, TargetEffect
from .lens_future import Future, KPIGoal
from .lens_versions import Versions
from .naming import Naming
from .words import listed, named, plural, told

__all__ = ["of_actions", "of_future", "of_versions"]


def _names(spots: Sequence[Spot]) -> str:
    return listed([named(one) for one in spots])


def of_future(found: Future, before: Journey, after: Journey, naming: Naming) -> Iterator[str]:
    """Goals first, then pains, time, and what nobody does."""
    for goal in found.goals:
        yield _goal(goal)
    yield from _pains(found)
    yield from _times(found)
    if found.unrealised:
        names = listed([named(row.spot) for row in found.unrealised])
        yield f"{plural('difference', len(found.unrealised)).capitalize()} of {len(found.differences)} {_are(found.unrealised)} realised by no action: {names}."
    if found.actions_without_effect:
        names = listed([naming.called("action", key, is_new=key in after.library.actions.ids) for key in found.actions_without_effect])
        yield f"Touching nothing that differs: {names}."
    if found.needed:
        yield f"Still to be created: {listed([quoted(after.activities[key].title) for key in found.needed])}."
    if found.retired:
        yield f"To end: {listed([quoted(after.activities[key].title) for key in found.retired])}."
    gained, lost = (
        [quoted(side.library.name_of(key)) for key in keys]
        for side, keys in ((after, found.channels_gained), (before, found.channels_lost))
    )
    if gained:
        yield f"New {'channel' if len(gained) == 1 else 'channels'}: {listed(gained)}."
    if lost:
        yield f"No longer in use: {listed(lost)}."


def _are(several: Sequence[object]) -> str:
    return "is" if len(several) == 1 else "are"


def _goal(goal: KPIGoal) -> str:
    way = (
        f"from {amount(goal.baseline, goal.kpi)} to {amount(goal.aim, goal.kpi)}"
        if goal.baseline is not None
        else f"to {amount(goal.aim, goal.kpi)}"
    )
    text = f"{quoted(goal.action.title)} is to bring {quoted(goal.kpi.name)} {way}"
    if goal.kpi.target is None:
        return f"{text}."
    target = amount(goal.kpi.target, goal.kpi)
    if goal.reaches is None:
        return f"{text}; the target is {target}."
    return f"{text}, which reaches its target of {target}." if goal.reaches else f"{text}, which does not reach its target of {target}."


def _pains(found: Future) -> Iterator[str]:
    old = [one for one in found.pains if one.fate != "new"]
    if not old and not found.of_fate("new"):
        return
    addressed, left = found.of_fate("addressed"), found.of_fate("not addressed")
    if old:
        names = f": {_names([one.pain for one in addressed])}" if addressed else ""
        yield f"{len(addressed)} of {plural('pain', len(old))} {_are(addressed)} addressed by an action{names}."
    if left:
        yield f"Not addressed: {_names([one.pain for one in left])}."
    if found.of_fate("gone"):
        yield f"No longer on the map, though no action says why: {_names([one.pain for one in found.of_fate('gone')])}."
    if found.of_fate("new"):
        yield f"New {'pain' if len(found.of_fate('new')) == 1 else 'pains'}: {_names([one.pain for one in found.of_fate('new')])}."


def _times(found: Future) -> Iterator[str]:
    for (before, after), what in ((found.duration, "times"), (found.wait, "waits")):
        if (before.stated or after.stated) and before.known != after.known:
            stated = f"stated at {before.stated} of {before.of} touchpoints before and {after.stated} of {after.of} after"
            yield f"The {what} add up to {told(after.known)} instead of {told(before.known)} ({stated})."


def of_versions(found: Versions, naming: Naming) -> Iterator[str]:
    """Figures and feelings first, then pains, evidence and what was done in between."""
    older, newer = (told(name) if name else told(str(when)) if when else "" for name, when in zip(found.names, found.dates, strict=True))
    if older and newer and older != newer:
        yield f"Version {older} against version {newer}."
    shown = [*found.figures]
    for one in sorted(shown, key=lambda one: _WEIGHTS[one.verdict]):
        if one.verdict != "unchanged":
            yield told_figure(one, naming)
    for feeling in sorted(found.feelings, key=lambda one: (_WEIGHTS[one.verdict], -abs(one.difference))):
        yield told_feeling(feeling)
    for spots, word in ((found.pains_reopened, "Back again"), (found.pains_new, "New pains"), (found.pains_resolved, "Resolved or gone")):
        if spots:
            yield f"{word}: {_names(spots)}."
    if found.implemented:
        names = listed([quoted(one.title) for one in found.implemented])
        yield f"Put in place in between, and so perhaps a cause: {names}."
    first, last = found.evidence
    if first is not None and last is not None:
        same = "The evidence is as old as before" if first >= last else f"The evidence now reaches to {last.isoformat()}"
        yield f"{same}{f' ({first.isoformat()})' if first >= last else f', before to {first.isoformat()}'}."


_WEIGHTS = {
    "worse": 0,
    "better": 1,
    "changed": 2,
    "margin unknown": 3,
    "no demonstrable change": 4,
    "not comparable": 5,
    "unchanged": 6,
}


def of_actions(found: ActionEffects, naming: Naming) -> Iterator[str]:
    """Action by action: what it was to move, then what became worse besides."""
    if not found.actions:
        yield "No action is in place: there is nothing to look at."
    for one in found.actions:
        yield from _effect(one, naming)


def _effect(one: ActionEffect, naming: Naming) -> Iterator[str]:
    name = quoted(one.action.title)
    if one.implemented_on is None:
        yield f"{name} is in place, but not since when: no effect can be shown."
        return
    since = f"{name}, in place since {one.implemented_on}"
    if not one.targets:
        yield f"{since}, names no KPI that it was to move: no effect can be shown."
    for target in one.targets:
        yield f"{since}: {_target(target, naming)}"
    if one.worsened:
        yield f"{since}: worse at the same time {_are(one.worsened)} {listed([quoted(figure.kpi.name) for figure in one.worsened])}."


def _target(one: TargetEffect, naming: Naming) -> str:
    if one.figure is None:
        return f"{naming.called('kpi', one.kpi, is_new=True)} has no value before and since, so no effect can be shown."
    text = told_figure(one.figure, naming)
    if one.attainment is None or one.target is None:
        return text
    share = f"{round(100 * one.attainment)} %".replace("-", "−")
    return f"{text[:-1]}; {share} of the way to {amount(one.target, one.figure.kpi)}."
