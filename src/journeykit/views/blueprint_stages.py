"""A journey whose touchpoints are its stages: the whole at a glance."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import timedelta

from attrs import evolve

from journeykit.model import Journey, Link, Stage, Touchpoint

from .context import Context
from .printed import counted
from .words import Words


def collapsed(journey: Journey, words: Words) -> Journey:
    """One touchpoint for each stage that has some; activities and links lead to and from the stages.

    Links within a stage go, and so do branches that lead back into the stage of their activity: the way does not divide there. Of
    links that have become equal the first stays. Of what stood at a touchpoint, physical evidence, waits, known times and what is
    measured stand for the whole stage; the rest goes.
    """
    taken = {one.id for one in journey.activities}
    place: dict[str, str] = {}
    stages = []
    for stage in journey.stages:
        if not stage.touchpoints:
            continue
        key = stage.id
        while key in taken:
            key += "-stage"
        taken.add(key)
        place |= {one.id: key for one in stage.touchpoints}
        stages.append(evolve(stage, touchpoints=[_one(stage, key, journey, words)]))
    return evolve(
        journey,
        stages=stages,
        activities=[evolve(one, touchpoints=tuple(dict.fromkeys(place[key] for key in one.touchpoints))) for one in journey.activities],
        links=_links(journey, place),
        critical_moment=place.get(journey.critical_moment) if journey.critical_moment else None,
    )


def at_stages(context: Context, whole: Context) -> Context:
    """What is measured at the touchpoints of `whole`, at their stages. A KPI with several values in a stage has none that holds for it."""
    columns, held = [], {}
    for block, column in zip(whole.blocks, context.columns, strict=True):
        here = whole.columns[block.start : block.end + 1]
        values = [found for one in here for found in whole.measured.at.get(one.id, ())]
        times = Counter(kpi.id for kpi, _ in values)
        held[column.id] = tuple(one for one in values if times[one[0].id] == 1)
        columns.append(evolve(column, kpis=tuple(dict.fromkeys(key for one in here for key in one.kpis if times[_known(whole, key)] < 2))))
    return evolve(context, columns=tuple(columns), measured=evolve(whole.measured, at=held))


def _known(context: Context, key: str) -> str:
    kpi = context.journey.library.kpis.get(key)
    return kpi.id if kpi else key


def _links(journey: Journey, place: Mapping[str, str]) -> tuple[Link, ...]:
    links: dict[tuple[str, str, str], list[Link]] = {}
    within = {one.id: {place[key] for key in one.touchpoints} for one in journey.activities}
    for link in journey.links:
        source, target = place.get(link.source, link.source), place.get(link.target, link.target)
        goes_back = link.kind == "branch" and (target in within.get(source, ()) or source in within.get(target, ()))
        if source != target and not goes_back:
            links.setdefault((source, target, link.kind), []).append(link)
    return tuple(
        evolve(_branch(held) if kind == "branch" and len(held) > 1 else held[0], source=source, target=target)
        for (source, target, kind), held in links.items()
    )


def _branch(held: list[Link]) -> Link:
    """Branches to one stage as one: no condition of theirs holds for it, and shares of several places cannot be added."""
    shares = [one.probability for one in held if one.probability is not None]
    known = len(shares) == len(held) and len({one.source for one in held}) == 1 and sum(shares) < 1
    return evolve(held[0], condition=None, label=None, probability=round(sum(shares), 9) if known else None)


def _sum(times: Iterable[timedelta | None]) -> timedelta | None:
    known = [one for one in times if one is not None]
    return sum(known, timedelta()) if known else None


def _one(stage: Stage, key: str, journey: Journey, words: Words) -> Touchpoint:
    held = stage.touchpoints
    timed = all(one.duration is not None for one in held)
    return Touchpoint(
        stage.title,
        id=key,
        kind="interaction" if any(one.kind == "interaction" for one in held) else "action",
        actions=(counted(len(held), words.blueprint.stage_of_n, words),),
        physical_evidence=list(dict.fromkeys(each for one in held for each in one.physical_evidence)),
        # A sum without the times that nobody knows would be read as that of the stage.
        duration=_sum(one.duration for one in held) if timed else None,
        wait_before=_sum(one.wait_before for one in held),
        tolerance=held[0].tolerance if len(held) == 1 else None,
        counterparts=tuple(dict.fromkeys(each for one in held for each in one.counterparts)),
        matters=any(one.matters or one.id == journey.critical_moment for one in held),
    )
