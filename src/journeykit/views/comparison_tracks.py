"""One run of a plan as a line of stations: what was planned on the line, and what nobody had planned hanging below it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve, frozen

from journeykit.comparison import Deviation, Met, Run, RunResult, Way, almost, words_in
from journeykit.diagram import Column, Stop, StopKind, Tone, TrackLane
from journeykit.model import Journey, fold

from .comparison_words import ComparisonWords
from .context import Context
from .printed import amount, embedded, share_of, shortened
from .station import flags

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
        state="changed" if differs else "", flags=context.words.comma.join(flags(context, at)),
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

    def track(self, run: Run, result: RunResult, *, title: str, paths: Sequence[str] = ()) -> TrackLane:
        """The line of one run.

        Args:
            run: what happened.
            result: what of it deviates.
            title: what the line is called.
            paths: of the steps of the run, where it is a journey.
        """
        steps: dict[str, list[int]] = {}
        for place, step in enumerate(run.steps):
            if step.status != "skipped":
                steps.setdefault(fold(step.touchpoint), []).append(place)
        met = {key: Met(key, 1, len(places), len(places), places[0]) for key, places in steps.items()}
        return self._line("run", title, met, result, of=1, step=self.said.step, paths=paths)

    def way(self, way: Way, result: RunResult, *, title: str, key: str, share: str) -> TrackLane:
        """The line of runs that deviate alike: what they share, and what some of them do, with the numbers of the plan.

        Args:
            way: the runs.
            result: what of them deviates.
            title: what the line is called.
            key: of the lane.
            share: what stands before their fitness.
        """
        number = {one.key: one.planned for one in self.places}
        met = {held: evolve(one, place=number.get(held)) for one in way.met for held in [fold(one.touchpoint)]}
        return self._line(key, title, met, result, of=way.runs, share=share)

    def _line(
        self,
        key: str,
        title: str,
        met: Mapping[str, Met],
        result: RunResult,
        *,
        of: int,
        step: str = "",
        share: str = "",
        paths: Sequence[str] = (),
    ) -> TrackLane:
        stops = [
            stop
            for at, one in enumerate(self.places)
            if (stop := self._stop(at, one, met.get(one.key), result, of=of, step=step, paths=paths)) is not None
        ]
        value = "" if result.fitness is None else almost(result.fitness, words_in(self.context.words.lang))
        fitness = self.said.fitness.format(value=value) if value else ""
        tied = tuple(stop.column for stop in stops if not stop.below and met.get(self.places[stop.column].key) is not None)
        return TrackLane(key=key, title=title, stops=tuple(stops), tied=tied, note="; ".join(one for one in (share, fitness) if one))

    def _stop(self, at: int, one: Place, met: Met | None, result: RunResult, *, of: int, step: str, paths: Sequence[str]) -> Stop | None:
        """What became of a planned touchpoint, or an unplanned one; `step` tells its number. None where nobody planned it and nothing happened."""
        if one.planned is None and met is None:
            return None
        said = self.said
        mine = [held for held in result.deviations if fold(held.touchpoint) == one.key]
        words = list(dict.fromkeys(self._word(held) for held in mine))
        number = str(met.place + 1) if met is not None and met.place is not None else ""
        tone: Tone = "added" if one.planned is None else "bad" if any(held.kind in _BAD for held in mine) else "changed" if mine else "ink"
        plain = "" if words else said.as_planned if met is not None else said.skipped
        ordered = step.format(number=number) if number else ""
        label = "; ".join(text for text in (one.title, ordered, plain) if text)
        source = paths[met.place] if met is not None and met.place is not None and paths else ""
        word = ", ".join([*words, *(self._often(met, of) if met is not None else ())])
        return Stop(
            column=at, number=number, kind=self._kind(one, met, mine), word=word, tone=tone, below=one.planned is None, label=label,
            source=source,
        )  # fmt: skip

    def _often(self, met: Met, of: int) -> Iterator[str]:
        """How many of the runs meet it, where not all do; and how often, where more than once."""
        words = self.context.words
        if met.runs < of:
            yield self.said.met_by.format(share=share_of(met.runs, of, words))
        if met.most > 1:
            least, most = amount(met.least, words), amount(met.most, words)
            yield f"{most}×" if met.least == met.most else f"{least}–{most}×"

    def _kind(self, one: Place, met: Met | None, mine: Sequence[Deviation]) -> StopKind:
        if one.planned is None:
            return "new"
        if met is None:
            return "missing" if mine else "skipped"
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
