"""A plan and what happened: the planned touchpoints above, each run below; what nobody had planned hangs below its line."""

from collections.abc import Mapping, Sequence

from attrs import evolve, frozen

from journeykit.comparison import Deviation, Run, RunResult, conformance
from journeykit.diagram import Column, Diagram, Stop, StopKind, Tone, TrackLane
from journeykit.model import Journey, fold

from .comparison_sides import Sides
from .comparison_twin import legend_of
from .printed import amount, embedded, shortened

_LONGEST = 60
_BAD = frozenset({"failed", "missing"})


@frozen(kw_only=True)
class _Place:
    """A column: a planned touchpoint, or what happened unplanned, by its name."""

    planned: int | None
    key: str
    title: str


def deviating(sides: Sides, base: Diagram) -> Diagram:
    """The deviation diagram of one run against its plan."""
    planned, went = sides.before.journey, sides.after.journey
    run = Run.of(went)
    found = conformance(planned, [run]).first
    titles = {fold(step.touchpoint): one.title for step, one in zip(run.steps, went.touchpoints, strict=True)}
    places = _places(planned, run, titles)
    if not places:
        return evolve(base, finding=sides.said.no_columns)
    lane = _track(sides, places, run, found[0])
    columns = tuple(_column(sides, one, differs=bool(stop.word)) for one, stop in zip(places, lane.stops, strict=True))
    rows = tuple(
        (column.number, column.title, stop.number, stop.word or _plain(sides, stop))
        for column, stop in zip(columns, lane.stops, strict=True)
    )
    heads = (sides.names[0], sides.words.touchpoint, sides.names[1], sides.said.status)
    return evolve(
        base, columns=columns, lanes=(lane,), legend=legend_of(sides, columns, (lane,)), corner=sides.words.stage, spine=sides.names[0],
        parts=(), footnotes=(), notes=(), table=(heads, *rows),
    )  # fmt: skip


def _plain(sides: Sides, stop: Stop) -> str:
    return sides.said.as_planned if stop.number else sides.said.skipped


def _places(planned: Journey, run: Run, titles: Mapping[str, str]) -> list[_Place]:
    """The planned touchpoints in their order, and each unplanned one behind the planned one that it followed."""
    behind: dict[int, list[str]] = {}
    at = -1
    for step in run.steps:
        key = fold(step.touchpoint)
        if key in planned.touchpoints:
            at = planned.touchpoints.position(key)
        elif not any(key in held for held in behind.values()):
            behind.setdefault(at, []).append(key)
    out = [_Place(planned=None, key=key, title=titles[key]) for key in behind.get(-1, ())]
    for place, one in enumerate(planned.touchpoints):
        out.append(_Place(planned=place, key=one.id, title=one.title))
        out += [_Place(planned=None, key=key, title=titles[key]) for key in behind.get(place, ())]
    return out


def _column(sides: Sides, one: _Place, *, differs: bool) -> Column:
    if one.planned is None:
        return Column(title=one.title, number="", state="added", tip=f"{sides.names[1]}: {one.title}")
    context, at = sides.before, one.planned
    touchpoint = context.columns[at]
    return Column(
        title=one.title, number=str(at + 1), kind="contact" if touchpoint.kind == "interaction" else "alone", ours=context.ours(at),
        emphasis="key" if at == context.critical else "matters" if touchpoint.matters else "none", source=context.paths[at],
        state="changed" if differs else "",
    )  # fmt: skip


def _track(sides: Sides, places: Sequence[_Place], run: Run, result: RunResult) -> TrackLane:
    said, words = sides.said, sides.words
    steps: dict[str, list[int]] = {}
    for place, step in enumerate(run.steps):
        if step.status != "skipped":
            steps.setdefault(fold(step.touchpoint), []).append(place)
    stops = tuple(_stop(sides, at, one, steps=steps.get(one.key, []), result=result) for at, one in enumerate(places))
    note = said.fitness.format(value=amount(round(result.fitness, 2), words)) if result.fitness is not None else ""
    tied = tuple(stop.column for stop in stops if stop.number and not stop.below)
    return TrackLane(key="run", title=sides.names[1], stops=stops, tied=tied, note=note)


def _stop(sides: Sides, at: int, one: _Place, *, steps: Sequence[int], result: RunResult) -> Stop:
    """What became of a planned touchpoint, or an unplanned one, with its number in the run."""
    said = sides.said
    mine = [held for held in result.deviations if fold(held.touchpoint) == one.key]
    words = list(dict.fromkeys(_word(sides, held) for held in mine))
    number = str(steps[0] + 1) if steps else ""
    if one.planned is None:
        kind: StopKind = "new"
    elif not steps:
        kind = "missing"
    elif any(held.kind == "failed" for held in mine):
        kind = "failed"
    else:
        kind = "contact" if sides.before.columns[one.planned].kind == "interaction" else "alone"
    tone: Tone = "added" if one.planned is None else "bad" if any(held.kind in _BAD for held in mine) else "changed"
    plain = "" if words else said.as_planned if steps else said.skipped
    ordered = said.step.format(number=number) if number else ""
    label = "; ".join(text for text in (one.title, ordered, plain) if text)
    source = sides.after.paths[steps[0]] if steps else ""
    return Stop(
        column=at, number=number, kind=kind, word=", ".join(words), tone=tone, below=one.planned is None, label=label, source=source
    )


def _word(sides: Sides, one: Deviation) -> str:
    said, words = sides.said, sides.words
    word = said.deviations[one.kind]
    if one.instead is None:
        return word
    if one.kind == "order":
        before = sides.before.journey.touchpoints.get(one.instead)
        return said.in_order_after.format(title=embedded(shortened(before.title if before else one.instead, _LONGEST), words))
    return f"{word}: {embedded(shortened(sides.before.journey.library.name_of(one.instead), _LONGEST), words)}"
