"""A journey whose touchpoints are its stages: the whole at a glance."""

from attrs import evolve

from journeykit.model import Journey, Link, Stage, Touchpoint

from .printed import counted
from .words import Words


def collapsed(journey: Journey, words: Words) -> Journey:
    """One touchpoint for each stage that has some; activities and links lead to and from the stages.

    Links within a stage go. Of links that have become equal the first stays. What stood at a touchpoint and cannot stand for the
    whole stage goes too, but for the physical evidence.
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
    links: dict[tuple[str, str, str], Link] = {}
    for link in journey.links:
        source, target = place.get(link.source, link.source), place.get(link.target, link.target)
        if source != target:
            links.setdefault((source, target, link.kind), evolve(link, source=source, target=target))
    return evolve(
        journey,
        stages=stages,
        activities=[evolve(one, touchpoints=tuple(dict.fromkeys(place[key] for key in one.touchpoints))) for one in journey.activities],
        links=tuple(links.values()),
        critical_moment=place.get(journey.critical_moment) if journey.critical_moment else None,
    )


def _one(stage: Stage, key: str, journey: Journey, words: Words) -> Touchpoint:
    held = stage.touchpoints
    return Touchpoint(
        stage.title,
        id=key,
        kind="interaction" if any(one.kind == "interaction" for one in held) else "action",
        actions=(counted(len(held), words.blueprint.stage_of_n, words),),
        physical_evidence=list(dict.fromkeys(each for one in held for each in one.physical_evidence)),
        counterparts=tuple(dict.fromkeys(each for one in held for each in one.counterparts)),
        matters=any(one.matters or one.id == journey.critical_moment for one in held),
    )
