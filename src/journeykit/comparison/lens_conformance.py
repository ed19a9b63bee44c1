"""Planned against actual: what runs of a planned journey did otherwise, counted in one pass."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import pairwise

from attrs import frozen

from journeykit.display import Shown
from journeykit.errors import ConversionError
from journeykit.model import Journey, Touchpoint, fold

from .run_ways import Deviation, DeviationKind, Tally, Way
from .runs import Run, Step

__all__ = ["Conformance", "Plan", "RunResult", "conformance"]


@frozen
class RunResult:
    """One run: its deviations, and its fitness: mandatory touchpoints matched, completed and in order, over all mandatory ones.

    The fitness is None where nothing is mandatory.
    """

    case: str
    deviations: tuple[Deviation, ...]
    fitness: float | None


@frozen(slots=False)
class Plan:
    """A planned journey, made ready for many runs."""

    journey: Journey

    @cached_property
    def mandatory(self) -> tuple[str, ...]:
        """Touchpoints that stand on every route and are not optional."""
        columns = self.journey.touchpoints
        after = _successors(self.journey)
        ends = {one.id for one in columns if one.outcome} | ({columns[-1].id} if columns else set())
        free = {one.id for one in columns if one.optional or one.at_least == 0}
        return tuple(one.id for one in columns if one.id not in free and not _avoids(after, columns[0].id, ends, one.id))

    @cached_property
    def before(self) -> tuple[tuple[str, str], ...]:
        """Pairs of which the first must come before the second."""
        return tuple((link.source, link.target) for link in self.journey.links if link.kind == "sequence" and link.required)

    @cached_property
    def touchpoints(self) -> Mapping[str, Touchpoint]:
        """By id."""
        return {one.id: one for one in self.journey.touchpoints}

    def called(self, written: str) -> str:
        """The id of a planned touchpoint; of anything else its name as it is written."""
        planned = self.touchpoints.get(fold(written))
        return written if planned is None else planned.id

    def check(self, run: Run) -> RunResult:
        """What one run did otherwise."""
        first: dict[str, int] = {}
        done: set[str] = set()
        found: list[Deviation] = []
        times: Counter[str] = Counter()
        for place, one in enumerate(run.steps):
            planned = self.touchpoints.get(fold(one.touchpoint))
            if planned is None:
                found.append(Deviation("additional", one.touchpoint, place))
                continue
            if one.status == "skipped":
                continue
            times[planned.id] += 1
            first.setdefault(planned.id, place)
            if planned.at_most is not None and times[planned.id] > planned.at_most:
                found.append(Deviation("additional", planned.id, place))
            if one.status in {None, "completed"}:
                done.add(planned.id)
            found += _of_step(planned, one, place)
        disorder = {
            target: source for source, target in self.before if target in first and source in first and first[target] < first[source]
        }
        found += [Deviation("order", target, first[target], source) for target, source in disorder.items()]
        found += [Deviation("missing", key) for key in self.mandatory if key not in first]
        good = sum(key in done and key not in disorder for key in self.mandatory)
        return RunResult(run.case, tuple(found), good / len(self.mandatory) if self.mandatory else None)


def _of_step(planned: Touchpoint, one: Step, place: int) -> Iterator[Deviation]:
    if one.status == "failed":
        yield Deviation("failed", planned.id, place)
    if planned.tolerance is not None and one.started is not None and one.ended is not None and one.ended - one.started > planned.tolerance:
        yield Deviation("late", planned.id, place)
    if planned.channels and one.channel is not None and fold(one.channel) not in {fold(name) for name in planned.channels}:
        yield Deviation("channel", planned.id, place, one.channel)
    known = {fold(name) for name in (*planned.counterparts, *planned.responsible, *planned.supporters, planned.owner) if name}
    if known and one.actor is not None and fold(one.actor) not in known:
        yield Deviation("actor", planned.id, place, one.actor)


def _successors(journey: Journey) -> dict[str, list[str]]:
    """Routes: targets of branches and of sequences that are not required; else the next touchpoint."""
    columns = journey.touchpoints.ids
    after: dict[str, list[str]] = {}
    for link in journey.links:
        if (link.kind == "branch" or (link.kind == "sequence" and not link.required)) and link.target in columns:
            after.setdefault(link.source, []).append(link.target)
    for one, following in pairwise(columns):
        after.setdefault(one, [following])
    return after


def _avoids(after: Mapping[str, list[str]], start: str, ends: set[str], without: str) -> bool:
    """Whether an end can be reached without one touchpoint."""
    if start == without:
        return False
    seen, waiting = {start, without}, [start]
    while waiting:
        here = waiting.pop()
        if here in ends:
            return True
        fresh = [one for one in after.get(here, ()) if one not in seen]
        seen.update(fresh)
        waiting += fresh
    return False


@frozen(kw_only=True, repr=False)
class Conformance(Shown):
    """Many runs of one planned journey; `render` draws them.

    Attributes:
        planned: what should have happened.
        runs: how many. deviating: how many with any deviation.
        counts: runs with a deviation of that kind at that touchpoint; each run counts once.
        places: runs with any deviation at that touchpoint; each run counts once.
        fitness: mean over runs; None where nothing is mandatory.
        first: the results of the first runs.
        ways: runs that deviate alike, the most frequent first; as many as are kept. `other_ways`: how many runs went none of them.
        mandatory: the touchpoints that every run should meet.
    """

    planned: Journey
    runs: int
    deviating: int
    counts: Mapping[tuple[DeviationKind, str], int]
    places: Mapping[str, int]
    fitness: float | None
    first: tuple[RunResult, ...]
    ways: tuple[Way, ...]
    other_ways: int
    mandatory: tuple[str, ...]

    def __repr__(self) -> str:
        return f"<Conformance: {self.deviating} of {self.runs} runs deviate from {self.planned.id}>"

    def rate(self, kind: DeviationKind, touchpoint: str) -> float | None:
        """Share of runs with that deviation at that touchpoint, 0 to 1; None without runs."""
        return self.counts.get((kind, touchpoint), 0) / self.runs if self.runs else None

    @property
    def candidates(self) -> tuple[tuple[str, int], ...]:
        """What was not planned and yet happened in several runs, most frequent first: touchpoints to be, or failure demand."""
        found = [(name, count) for (kind, name), count in self.counts.items() if kind == "additional" and count > 1]
        return tuple(sorted(found, key=lambda one: (-one[1], one[0])))


def conformance(planned: Journey, runs: Iterable[Run], *, keep: int = 100) -> Conformance:
    """Checks runs against a planned journey, in one pass; `runs` may be a generator.

    Args:
        planned: what should happen; best of the form `planned`.
        runs: what happened.
        keep: of how many runs the results are kept, and how many ways that they went.

    Raises:
        ConversionError: the journey tells of a run itself.

    Source: deviation types of Halvorsrud and others (customer journey analysis): ad-hoc, missing, failed, irregular sequence.

    Example:
        >>> from journeykit.model import Stage
        >>> plan = Journey("I pay", form="planned", stages=[Stage("Pay", [Touchpoint("Order"), Touchpoint("Pay")])])
        >>> result = conformance(plan, [Run("1", [Step("order"), Step("pay")]), Run("2", [Step("order"), Step("call")])])
        >>> result.fitness, result.rate("missing", "pay"), result.rate("additional", "call")
        (0.75, 0.5, 0.5)
    """
    if planned.form == "actual":
        raise ConversionError("Runs are checked against a planned journey, and this one is itself an actual run.")
    plan = Plan(planned)
    counts: Counter[tuple[DeviationKind, str]] = Counter()
    places: Counter[str] = Counter()
    ways: dict[tuple[tuple[DeviationKind, str], ...], Tally] = {}
    total, deviating, fitness, other_ways = 0, 0, 0.0, 0
    first: list[RunResult] = []
    for run in runs:
        result = plan.check(run)
        total += 1
        deviating += bool(result.deviations)
        fitness += result.fitness or 0.0
        found: set[tuple[DeviationKind, str]] = {(one.kind, one.touchpoint) for one in result.deviations}
        counts.update(found)
        places.update({key for _, key in found})
        way = tuple(sorted(found))
        if way in ways or len(ways) < keep:
            ways.setdefault(way, Tally(run)).add(run, result.deviations, result.fitness, plan.called)
        else:
            other_ways += 1
        if len(first) < keep:
            first.append(result)
    several = sorted((held.way(way, plan.touchpoints) for way, held in ways.items()), key=lambda one: (-one.runs, one.deviations))
    return Conformance(
        planned=planned, runs=total, deviating=deviating, counts=dict(sorted(counts.items())), places=dict(sorted(places.items())),
        fitness=fitness / total if total and plan.mandatory else None, first=tuple(first), ways=tuple(several), other_ways=other_ways,
        mandatory=plan.mandatory,
    )  # fmt: skip
