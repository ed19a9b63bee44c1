"""A journey whose touchpoints are its stages: the whole at a glance."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import timedelta

from attrs import evolve, frozen

from journeykit.model import Journey, Stage, Touchpoint

from .blueprint_bundling import bundled
from .blueprint_gathering import Gathered, fail_points_as_one, gathered
from .context import Context
from .printed import counted, duration
from .words import Words


@frozen(kw_only=True, eq=False)
class Collapsed:
    """A journey of stages.

    Attributes:
        links: which link of the whole each of its links is, or the first of those that it stands for.
        sizes: how many touchpoints its stages have, in words, by the id of the touchpoint that stands for one.
        times: how long some of these take, in words, where it is not known of all.
        behind: its activities. left_out: how many links of the whole it does not show, where activities had to be gathered.
    """

    journey: Journey
    links: tuple[int, ...]
    sizes: Mapping[str, str]
    times: Mapping[str, str]
    behind: Gathered
    left_out: int


def collapsed(journey: Journey, words: Words) -> Collapsed:
    """One touchpoint for each stage that has some; activities and links lead to and from the stages.

    Links within a stage go. Of what stood at a touchpoint, physical evidence, waits, known times, what can fail and what is measured
    stand for the whole stage; the rest goes.
    """
    taken = {one.id for one in journey.activities}
    place: dict[str, str] = {}
    sizes: dict[str, str] = {}
    times: dict[str, str] = {}
    stages = []
    for stage in journey.stages:
        if not stage.touchpoints:
            continue
        key = stage.id
        while key in taken:
            key += "-stage"
        taken.add(key)
        place |= {one.id: key for one in stage.touchpoints}
        sizes[key] = counted(len(stage.touchpoints), words.blueprint.stage_of_n, words)
        if some := _some_time(stage, words):
            times[key] = some
        stages.append(evolve(stage, touchpoints=[_one(stage, key, journey, words)]))
    behind = gathered(journey, place, words)
    found = bundled(journey, place, behind, words)
    made = evolve(
        journey,
        stages=stages,
        activities=behind.activities,
        links=[link for _, link in found.links],
        critical_moment=place.get(journey.critical_moment) if journey.critical_moment else None,
    )
    return Collapsed(
        journey=made, links=tuple(at for at, _ in found.links), sizes=sizes, times=times, behind=behind, left_out=found.left_out
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


def _sum(times: Iterable[timedelta | None]) -> timedelta | None:
    known = [one for one in times if one is not None]
    return sum(known, timedelta()) if known else None


def _some_time(stage: Stage, words: Words) -> str:
    """How long a part of the stage takes, and how large that is; empty where all of it is known, or nothing."""
    known = [one.duration for one in stage.touchpoints if one.duration is not None]
    if not known or len(known) == len(stage.touchpoints):
        return ""
    said = words.blueprint.known_time
    return said.format(time=duration(sum(known, timedelta()), words), n=len(known), m=len(stage.touchpoints))


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
        fail_point=fail_points_as_one([one.fail_point for one in held if one.fail_point], words),
        counterparts=tuple(dict.fromkeys(each for one in held for each in one.counterparts)),
        matters=any(one.matters or one.id == journey.critical_moment for one in held),
    )
