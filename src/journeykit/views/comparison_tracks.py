"""One run of a plan as a line of stations: what was planned on the line, and what nobody had planned hanging below it."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from journeykit.comparison import Deviation, Run, RunResult
from journeykit.diagram import Column, Stop, StopKind, Tone, TrackLane
from journeykit.model import Journey, fold

from .comparison_words import ComparisonWords
from .context import Context
from .printed import amount, embedded, shortened

_LONGEST = 60
_BAD = frozenset({"failed", "missing"})


@frozen(kw_only=True)
class Place:
    """A column: a planned touchpoint, or what happened unplanned, by its name."""

    planned: int | None
    key: str
    title: str


def places_of(planned: Journey, runs: Iterable[Run], titles: Mapping[str, str], unplanned: Sequence[str] | None = None) -> list[Place]:
    """The planned touchpoints in their order, and each unplanned one behind the planned one that it followed first.

    Args:
        planned: the plan.
        runs: what happened.
        titles: of what was not planned, by its folded name.
        unplanned: the folded names that have a column; all where not given.
    """
    behind: dict[int, list[str]] = {}
    known: set[str] = set()
    for run in runs:
        at = -1
        for step in run.steps:
            key = fold(step.touchpoint)
            if key in planned.touchpoints:
                at = planned.touchpoints.position(key)
            elif key not in known and (unplanned is None or key in unplanned):
                known.add(key)
                behind.setdefault(at, []).append(key)
    out = [_foreign(key, titles) for key in behind.get(-1, ())]
    for place, one in enumerate(planned.touchpoints):
        out.append(Place(planned=place, key=one.id, title=one.title))
        out += [_foreign(key, titles) for key in behind.get(place, ())]
    return [*out, *(_foreign(key, titles) for key in unplanned or () if key not in known)]


def _foreign(key: str, titles: Mapping[str, str]) -> Place:
    return Place(planned=None, key=key, title=titles.get(key, key))


def column_of(context: Context, one: Place, *, differs: bool, whose: str) -> Column:
    """The column of a place; `whose` says in which run something happened that nobody had planned."""
    if one.planned is None:
        return Column(title=one.title, number="", state="added", tip=f"{whose}: {one.title}" if whose else one.title)
    at = one.planned
    touchpoint = context.columns[at]
    return Column(
        title=one.title, number=str(at + 1), kind="contact" if touchpoint.kind == "interaction" else "alone", ours=context.ours(at),
        emphasis="key" if at == context.critical else "matters" if touchpoint.matters else "none", source=context.paths[at],
        state="changed" if differs else "",
    )  # fmt: skip


@frozen(kw_only=True)
class Tracks:
    """What all runs of one plan share.

    Attributes:
        context: the plan. said: the words of comparisons.
        places: the columns.
    """

    context: Context
    said: ComparisonWords
    places: Sequence[Place]

    def track(self, run: Run, result: RunResult, *, title: str, key: str = "run", share: str = "", paths: Sequence[str] = ()) -> TrackLane:
        """The line of one run.

        Args:
            run: what happened.
            result: what of it deviates.
            title: what the line is called.
            key: of the lane.
            share: what stands before its fitness.
            paths: of the steps of the run, where it is a journey.
        """
        steps: dict[str, list[int]] = {}
        for place, step in enumerate(run.steps):
            if step.status != "skipped":
                steps.setdefault(fold(step.touchpoint), []).append(place)
        stops = tuple(self._stop(at, one, steps.get(one.key, []), result, paths=paths) for at, one in enumerate(self.places))
        known = [stop for stop in stops if stop is not None]
        fitness = self.said.fitness.format(value=amount(round(result.fitness, 2), self.context.words)) if result.fitness is not None else ""
        tied = tuple(stop.column for stop in known if stop.number and not stop.below)
        return TrackLane(key=key, title=title, stops=tuple(known), tied=tied, note="; ".join(one for one in (share, fitness) if one))

    def _stop(self, at: int, one: Place, steps: Sequence[int], result: RunResult, *, paths: Sequence[str]) -> Stop | None:
        """What became of a planned touchpoint, or an unplanned one, with its number in the run; None where nobody planned it and nothing happened."""
        if one.planned is None and not steps:
            return None
        said = self.said
        mine = [held for held in result.deviations if fold(held.touchpoint) == one.key]
        words = list(dict.fromkeys(self._word(held) for held in mine))
        number = str(steps[0] + 1) if steps else ""
        tone: Tone = "added" if one.planned is None else "bad" if any(held.kind in _BAD for held in mine) else "changed"
        plain = "" if words else said.as_planned if steps else said.skipped
        ordered = said.step.format(number=number) if number else ""
        label = "; ".join(text for text in (one.title, ordered, plain) if text)
        source = paths[steps[0]] if steps and paths else ""
        return Stop(
            column=at, number=number, kind=self._kind(one, steps, mine), word=", ".join(words), tone=tone, below=one.planned is None,
            label=label, source=source,
        )  # fmt: skip

    def _kind(self, one: Place, steps: Sequence[int], mine: Sequence[Deviation]) -> StopKind:
        if one.planned is None:
            return "new"
        if not steps:
            return "missing"
        if any(held.kind == "failed" for held in mine):
            return "failed"
        return "contact" if self.context.columns[one.planned].kind == "interaction" else "alone"

    def _word(self, one: Deviation) -> str:
        said, words, planned = self.said, self.context.words, self.context.journey
        word = said.deviations[one.kind]
        if one.instead is None:
            return word
        if one.kind == "order":
            before = planned.touchpoints.get(one.instead)
            return said.in_order_after.format(title=embedded(shortened(before.title if before else one.instead, _LONGEST), words))
        return f"{word}: {embedded(shortened(planned.library.name_of(one.instead), _LONGEST), words)}"
