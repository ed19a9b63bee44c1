"""Which touchpoints of a run are which of the plan: as any two journeys are matched."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from attrs import evolve

from journeykit.model import Journey, Portfolio, Touchpoint, fold

from .matching import Matching, matched
from .preparing import counterparts, two_journeys
from .runs import Run, origin_in, spoken
from .similarity import Likeness
from .translation import Translation

if TYPE_CHECKING:
    from .result import Comparison
    from .rows import Row

__all__ = ["OF_RUNS", "in_ids_of_plan", "is_run_of", "run_of", "runs_in", "unresolved_in"]

OF_RUNS = Likeness(neighbours=0.0)
"""What happened instead of something planned stands where that would have stood: its place says nothing."""

Edge = tuple[str, str]
"""A planned touchpoint and one of the run, by id."""


def run_of(comparison: "Comparison") -> Run:
    """The run that the side after tells of, in the touchpoints of the side before with which its own are matched.

    Args:
        comparison: of a planned journey and a journey of the form `actual`.

    Raises:
        ConversionError: two portfolios were compared.
    """
    plan, went = two_journeys(comparison, "Conformance")
    edges = ((old, new) for old, several in counterparts(comparison).items() for new in several)
    run = _named(plan, went, edges, _own_names([went], plan))
    return in_ids_of_plan(run, comparison.translation.inverse())


def in_ids_of_plan(run: Run, back: Translation) -> Run:
    """A run with channels and actors by the ids that they have in the book of the plan."""
    if not back.there.keys() & {"channel", "actor"}:
        return run
    steps = (
        evolve(one, channel=one.channel and back.now("channel", fold(one.channel)), actor=one.actor and back.now("actor", fold(one.actor)))
        for one in run.steps
    )
    return evolve(run, steps=steps)


def unresolved_in(comparison: "Comparison") -> tuple["Row", ...]:
    """What of a plan and a run is not matched for sure; without what happens again, which is recognised as such."""
    steps = run_of(comparison).steps
    plan, _ = two_journeys(comparison, "Conformance")
    known = {(one.told_as, True) for one in steps if one.touchpoint in plan.touchpoints.ids} | {(one.touchpoint, False) for one in steps}
    return tuple(row for row in comparison.unresolved if row.what != "Touchpoint" or (row.spot.id, row.is_new) not in known)


def runs_in(book: Portfolio, planned: Journey, *, fuzzy: bool = True, likeness: Likeness | None = None) -> Iterator[Run]:
    """The runs of a planned journey that a portfolio tells of: its journeys of the form `actual` that name it as their origin.

    Their touchpoints are the planned ones that they name as their origin, that have their id, or that `compare` matches with them. One
    that is planned to repeat is met by several of them, also by those that have its title.

    Args:
        book: where the runs stand.
        planned: what should happen.
        fuzzy: whether similarity is used.
        likeness: its thresholds and weights; where not given, neighbours count for nothing.
    """
    runs = [one for one in book.journeys if is_run_of(one, planned)]
    own_names = _own_names(runs, planned)
    for one in runs:
        run = Run.of(one)
        if all(step.touchpoint in planned.touchpoints.ids for step in run.steps):
            yield run
        else:
            edges = _edges(matched(planned, one, mapping=None, fuzzy=fuzzy, how=likeness or OF_RUNS))
            yield _named(planned, one, edges, own_names)


def is_run_of(journey: Journey, planned: Journey) -> bool:
    """Whether a journey says that it tells of a run of a plan."""
    return journey.form == "actual" and bool(journey.origin) and fold(journey.origin or "") == planned.id


def _edges(found: Matching) -> Iterator[Edge]:
    yield from ((one.old.id, one.new.id) for one in found.matches.values() if one.old.owner is not None)
    for group in found.groups:
        for part in group.parts:
            yield (group.whole.id, part.id) if group.is_split else (part.id, group.whole.id)


def _own_names(runs: Iterable[Journey], plan: Journey) -> dict[tuple[str, str], str]:
    """By id and title what a touchpoint of a run is called where it is none of the plan.

    That is its id; with its run, the first that has it, where the plan has another of that id, or runs call different things by it.
    """
    found: dict[str, dict[str, str]] = {}
    for run in runs:
        for one in run.touchpoints:
            found.setdefault(one.id, {}).setdefault(spoken(one), f"{run.id}/{one.id}")
    return {
        (key, title): address if len(titles) > 1 or key in plan.touchpoints.ids else key
        for key, titles in found.items()
        for title, address in titles.items()
    }


def _named(plan: Journey, went: Journey, edges: Iterable[Edge], own_names: Mapping[tuple[str, str], str]) -> Run:
    """A run in the names of the plan; what is none of its touchpoints has one of its own, and is not taken for one by its id alone.

    One that is planned to repeat is met by everything that names it as its origin, or has its id or its title.
    """
    names: dict[str, list[str]] = {}
    for old, new in edges:
        names.setdefault(new, []).append(old)
    repeated = {one.id: one for one in plan.touchpoints if one.repeats or (one.at_most or 1) > 1}
    for one in went.touchpoints if repeated else ():
        if one.id not in names and (again := _repeated(one, plan, repeated)):
            names[one.id] = [again]
    for one in went.touchpoints:
        if one.id not in names:
            inner, known = origin_in(one, plan.id), plan.touchpoints.ids
            names[one.id] = [inner if inner in known and one.id not in known else own_names[one.id, spoken(one)]]
    return Run.of(went, names)


def _repeated(one: Touchpoint, plan: Journey, repeated: Mapping[str, Touchpoint]) -> str | None:
    """Which of those that are planned to repeat happens again; None where it is none, or nobody can say which."""
    if (inner := origin_in(one, plan.id)) in plan.touchpoints.ids:
        return inner if inner in repeated else None
    if one.id in repeated:
        return one.id
    alike = [key for key, planned in repeated.items() if spoken(planned) == spoken(one)]
    return alike[0] if len(alike) == 1 else None
