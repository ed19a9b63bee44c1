"""Which touchpoints of a run are which of the plan: as any two journeys are matched."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from journeykit.model import Journey, Portfolio, fold

from .matching import Matching, matched
from .preparing import counterparts, two_journeys
from .runs import Run
from .similarity import Likeness

if TYPE_CHECKING:
    from .result import Comparison

__all__ = ["OF_RUNS", "is_run_of", "run_of", "runs_in"]

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
    return _named(plan, went, ((old, new) for old, several in counterparts(comparison).items() for new in several))


def runs_in(book: Portfolio, planned: Journey, *, fuzzy: bool = True, likeness: Likeness | None = None) -> Iterator[Run]:
    """The runs of a planned journey that a portfolio tells of: its journeys of the form `actual` that name it as their origin.

    Their touchpoints are the planned ones that they name as their origin, that have their id, or that `compare` matches with them.

    Args:
        book: where the runs stand.
        planned: what should happen.
        fuzzy: whether similarity is used.
        likeness: its thresholds and weights; where not given, neighbours count for nothing.
    """
    for one in book.journeys:
        if is_run_of(one, planned):
            run = Run.of(one)
            if all(step.touchpoint in planned.touchpoints.ids for step in run.steps):
                yield run
            else:
                yield _named(planned, one, _edges(matched(planned, one, mapping=None, fuzzy=fuzzy, how=likeness or OF_RUNS)))


def is_run_of(journey: Journey, planned: Journey) -> bool:
    """Whether a journey says that it tells of a run of a plan."""
    return journey.form == "actual" and bool(journey.origin) and fold(journey.origin or "") == planned.id


def _edges(found: Matching) -> Iterator[Edge]:
    yield from ((one.old.id, one.new.id) for one in found.matches.values() if one.old.owner is not None)
    for group in found.groups:
        for part in group.parts:
            yield (group.whole.id, part.id) if group.is_split else (part.id, group.whole.id)


def _named(plan: Journey, went: Journey, edges: Iterable[Edge]) -> Run:
    """A run in the names of the plan; what is none of its touchpoints keeps its own, and is not taken for one by its id alone."""
    names: dict[str, list[str]] = {}
    for old, new in edges:
        names.setdefault(new, []).append(old)
    strange = {one.id: [f"{went.id}/{one.id}"] for one in went.touchpoints if one.id not in names and one.id in plan.touchpoints.ids}
    return Run.of(went, names | strange)
