"""Sentences on one journey at two times: its future, its versions, its actions."""

from collections.abc import Iterator, Sequence

from journeykit.model import Journey

from .changes import Spot
from .figure_words import amount, told_feeling, told_figure
from .lens_action import ActionEffect, ActionEffects, TargetEffect
from .lens_future import Future, KPIGoal
from .lens_versions import Versions
from .naming import Naming
from .vocabulary import Vocabulary
from .words import listed, named, plural, quoted, told

__all__ = ["of_actions", "of_future", "of_versions"]


def _names(spots: Sequence[Spot], words: Vocabulary) -> str:
    return listed([named(one, words) for one in spots], words=words)


def _titles(titles: Sequence[str], words: Vocabulary) -> str:
    return listed([quoted(one, words) for one in titles], words=words)


def of_future(found: Future, before: Journey, after: Journey, naming: Naming) -> Iterator[str]:
    """Goals first, then pains, time, and what nobody does."""
    words = naming.words
    for goal in found.goals:
        yield _goal(goal, words)
    yield from _pains(found, words)
    yield from _times(found, words)
    if found.unrealised:
        names = _names([row.spot for row in found.unrealised], words)
        yield words.counted(len(found.unrealised), words.unrealised_n, all=words.number(len(found.differences)), names=names)
    if found.actions_without_effect:
        called = [naming.called("action", key, is_new=key in after.library.actions.ids) for key in found.actions_without_effect]
        yield words.touching_nothing.format(names=listed(called, words=words))
    for keys, form in ((found.needed, words.to_create), (found.retired, words.to_end)):
        if keys:
            yield form.format(names=_titles([after.activities[key].title for key in keys], words))
    gained, lost = (
        [side.library.channel_name(key) for key in keys] for side, keys in ((after, found.channels_gained), (before, found.channels_lost))
    )
    if gained:
        yield words.counted(len(gained), words.channels_new_n, names=_titles(gained, words))
    if lost:
        yield words.channels_gone.format(names=_titles(lost, words))


def _goal(goal: KPIGoal, words: Vocabulary) -> str:
    aim = amount(goal.aim, goal.kpi, words)
    way = (
        words.goal_from.format(baseline=amount(goal.baseline, goal.kpi, words), aim=aim)
        if goal.baseline is not None
        else words.goal_to.format(aim=aim)
    )
    forms = {True: words.goal_reached, False: words.goal_not_reached, None: words.goal_target}
    target = amount(goal.kpi.target, goal.kpi, words) if goal.kpi.target is not None else ""
    form = forms[goal.reaches] if target else words.goal
    return form.format(action=quoted(goal.action.title, words), kpi=quoted(goal.kpi.name, words), way=way, target=target)


def _pains(found: Future, words: Vocabulary) -> Iterator[str]:
    old = [one for one in found.pains if one.fate != "new"]
    addressed = found.of_fate("addressed")
    if old:
        names = f": {_names([one.pain for one in addressed], words)}" if addressed else ""
        form = words.pains_addressed_n[0 if 1 in {len(addressed), len(old)} else 1]
        yield form.format(n=words.number(len(addressed)), pains=plural("pain", len(old), words), names=names)
    for fate, form in (("not addressed", words.pains_not_addressed), ("gone", words.pains_gone)):
        if several := [one.pain for one in found.pains if one.fate == fate]:
            yield form.format(names=_names(several, words))
    if fresh := found.of_fate("new"):
        yield words.counted(len(fresh), words.pains_new_n, names=_names([one.pain for one in fresh], words))


def _times(found: Future, words: Vocabulary) -> Iterator[str]:
    for (before, after), form in ((found.duration, words.times_sum), (found.wait, words.waits_sum)):
        if (before.stated or after.stated) and before.known != after.known:
            yield form.format(
                after=told(after.known, words), before=told(before.known, words), old=before.stated, olds=before.of, new=after.stated, news=after.of
            )  # fmt: skip


def of_versions(found: Versions, naming: Naming) -> Iterator[str]:
    """Figures and feelings first, then pains, evidence and what was done in between."""
    words = naming.words
    older, newer = (told(name, words) if name else str(when) if when else "" for name, when in zip(found.names, found.dates, strict=True))
    if older and newer and older != newer:
        yield words.version_against.format(older=older, newer=newer)
    for one in sorted(found.figures, key=lambda one: _WEIGHTS[one.verdict]):
        if one.verdict != "unchanged":
            yield told_figure(one, naming)
    for feeling in sorted(found.feelings, key=lambda one: (_WEIGHTS[one.verdict], -abs(one.difference))):
        yield told_feeling(feeling, words)
    for spots, form in (
        (found.pains_reopened, words.pains_back),
        (found.pains_new, words.pains_came),
        (found.pains_resolved, words.pains_left),
    ):
        if spots:
            yield form.format(names=_names(spots, words))
    if found.implemented:
        yield words.put_in_place.format(names=_titles([one.title for one in found.implemented], words))
    first, last = found.evidence
    if first is not None and last is not None:
        form = words.evidence_old if first >= last else words.evidence_new
        yield form.format(first=first.isoformat(), last=last.isoformat())


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
        yield naming.words.no_action
    for one in found.actions:
        yield from _effect(one, naming)


def _effect(one: ActionEffect, naming: Naming) -> Iterator[str]:
    words = naming.words
    name = quoted(one.action.title, words)
    if one.implemented_on is None:
        yield words.not_since_when.format(name=name)
        return
    since = words.since.format(name=name, when=one.implemented_on)
    if not one.targets:
        yield words.names_no_kpi.format(since=since)
    for target in one.targets:
        yield words.since_target.format(since=since, words=_target(target, naming))
    if one.worsened:
        names = _titles([figure.kpi.name for figure in one.worsened], words)
        yield words.counted(len(one.worsened), words.worse_besides_n, since=since, names=names)


def _target(one: TargetEffect, naming: Naming) -> str:
    words = naming.words
    if one.figure is None:
        return words.no_value.format(name=naming.called("kpi", one.kpi, is_new=True))
    text = told_figure(one.figure, naming)
    if one.attainment is None or one.target is None:
        return text
    share = words.percent.format(value=words.number(round(100 * one.attainment)))
    return words.of_the_way.format(text=text[:-1], share=share, target=amount(one.target, one.figure.kpi, words))
