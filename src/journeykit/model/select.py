"""Slices of a journey."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrs import evolve

from .checked import to_texts
from .lookup import part_of

if TYPE_CHECKING:
    from .activity import Activity
    from .journey import Journey

Names = str | Iterable[str] | None


def sliced(journey: "Journey", *, stages: Names, touchpoints: Names, actors: Names, layers: Names) -> "Journey":
    """The journey with only the columns and activities that pass every filter given."""
    columns = [one.id for one in journey.touchpoints]
    activities = list(journey.activities)
    if stages is not None:
        wanted = {one.id for name in to_texts(stages) for one in journey.stages[name].touchpoints}
        columns = [one for one in columns if one in wanted]
    if touchpoints is not None:
        wanted = {journey.touchpoints[name].id for name in to_texts(touchpoints)}
        columns = [one for one in columns if one in wanted]
    if actors is not None:
        parts = [part_of(journey, name) for name in to_texts(actors)]
        wanted = {one.id for part in parts for one in part.touchpoints}
        columns = [one for one in columns if one in wanted]
        mine = {one.id for part in parts for one in part.activities}
        activities = [one for one in activities if one.id in mine]
    if layers is not None:
        names = set(to_texts(layers))
        activities = [one for one in activities if one.layer in names]
    return _kept(journey, set(columns), activities)


def _kept(journey: "Journey", columns: set[str], activities: "list[Activity]") -> "Journey":
    stages = [evolve(stage, touchpoints=[one for one in stage.touchpoints if one.id in columns]) for stage in journey.stages]
    behind = [evolve(one, touchpoints=kept) for one in activities if (kept := tuple(name for name in one.touchpoints if name in columns))]
    ends = columns | {one.id for one in behind}
    return evolve(
        journey,
        stages=[stage for stage in stages if stage.touchpoints],
        activities=behind,
        links=[link for link in journey.links if all(end in ends or "/" in end for end in (link.source, link.target))],
        critical_moment=journey.critical_moment if journey.critical_moment in columns else None,
    )
