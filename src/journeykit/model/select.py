"""Slices of a journey."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, get_args

from attrs import evolve

from journeykit.errors import Problem, UnknownNameError, shown

from .checked import to_texts
from .ids import slug
from .lookup import ActorPart, actors_of, part_of
from .words import Layer

if TYPE_CHECKING:
    from .activity import Activity
    from .journey import Journey
    from .stage import Stage

Names = str | Iterable[str] | None


def sliced(journey: "Journey", *, stages: Names, touchpoints: Names, actors: Names, layers: Names) -> "Journey":
    """The journey with only the columns and activities that pass every filter given."""
    columns = [one.id for one in journey.touchpoints]
    activities = list(journey.activities)
    if stages is not None:
        wanted = {one.id for name in to_texts(stages) for one in stage_of(journey, name).touchpoints}
        columns = [one for one in columns if one in wanted]
    if touchpoints is not None:
        wanted = {journey.touchpoints[name].id for name in to_texts(touchpoints)}
        columns = [one for one in columns if one in wanted]
    if actors is not None:
        parts = [_part(journey, name) for name in to_texts(actors)]
        if journey.persona is None or not any((journey.id, "persona") in part.roles for part in parts):
            # Or it is the one whose journey this is, who goes through all of it.
            wanted = {one.id for part in parts for one in part.touchpoints}
            columns = [one for one in columns if one in wanted]
        mine = {one.id for part in parts for one in part.activities}
        activities = [one for one in activities if one.id in mine]
    if layers is not None:
        names = {_layer(name) for name in to_texts(layers)}
        activities = [one for one in activities if one.layer in names]
    return _kept(journey, set(columns), activities)


def _part(journey: "Journey", name: str) -> ActorPart:
    """What an actor does here, by its id or its name: nothing, where it is known and takes no part."""
    part = part_of(journey, name)
    if part or journey.library.find_actor(name) is not None:
        return part
    known = {one.id: one.name for one in journey.library.every_actor()}
    return part_of(journey, _meant("actor", name, dict.fromkeys(actors_of(journey), "") | known))


def stage_of(journey: "Journey", name: str) -> "Stage":
    """The stage of that id; else the only one of that title, written so or, where none is, so that it gives the same id.

    Raises:
        UnknownNameError: there is none, or more than one of that title.
    """
    found = journey.stages.get(name)
    return found if found is not None else journey.stages[_meant("stage", name, {one.id: one.title for one in journey.stages})]


def _meant(kind: str, name: str, known: Mapping[str, str]) -> str:
    """The id of the only one that is called so, letter for letter before nearly so; `known` are names by id."""
    written = [key for key, title in known.items() if title == name]
    called = written or [key for key, title in known.items() if title and slug(title) == slug(name)]
    if len(called) == 1:
        return called[0]
    if called:
        expected = "one of " + ", ".join(map(repr, called))
        raise UnknownNameError(Problem(f"More than one {kind} is called {shown(name)}.", got=shown(name), expected=expected))
    names = [one for key, title in known.items() for one in ((key, title) if title and slug(title) != key else (key,))]
    raise UnknownNameError.of(kind, name, names)


def _layer(name: str) -> str:
    known: tuple[str, ...] = get_args(Layer)
    if name not in known:
        raise UnknownNameError.of("layer", name, known)
    return name


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
