"""Two journeys on the columns of both: one line of stations above, the other below, and their curves with the ground between them hatched."""

from collections.abc import Iterator, Sequence
from typing import Literal

from attrs import evolve, frozen

from journeykit.comparison import is_made
from journeykit.diagram import Band, Column, CurveLane, Gap, Lane, LegendEntry, Point, Series, Stop, StopKind, Tone, TrackLane

from .comparison_columns import Shared, shared_columns
from .comparison_sides import Sides
from .comparison_words import ComparisonWords
from .context import Context
from .lanes_feeling import points_of
from .printed import amount, embedded, shortened
from .words import Words

MOST_COLUMNS = 60
_LONGEST = 60
BASES: tuple[Literal["measured", "derived", "assumed", "intended"], ...] = ("measured", "derived", "assumed", "intended")


@frozen(kw_only=True)
class Twin:
    """What a twin map is made of. `left_out`: how many columns that are the same are not drawn."""

    columns: tuple[Column, ...]
    bands: tuple[Band, ...]
    lanes: tuple[Lane, ...]
    legend: tuple[LegendEntry, ...]
    left_out: int = 0


def twin(sides: Sides, *, tracks: bool = True, curves: bool = True) -> Twin:
    """The twin map; without `tracks` the curves alone."""
    every = shared_columns(sides.comparison, sides.before.journey, sides.after.journey)
    shown = every if len(every) <= MOST_COLUMNS else tuple(one for one in every if _state(one) != "same")[: 2 * MOST_COLUMNS]
    lanes: list[Lane] = []
    columns = tuple(_column(sides, one) for one in shown)
    if tracks and shown:
        lanes.append(_second(sides, shown))
    curve = _curves(sides, shown) if curves and len(shown) == len(every) else None
    if curve is not None:
        lanes.append(curve)
    return Twin(
        columns=columns, bands=tuple(_bands(sides, shown)), lanes=tuple(lanes), legend=legend_of(columns, lanes, sides.words, sides.said, hatches=bool(sides.comparison)),
        left_out=sum(_state(one) == "same" for one in every) if len(shown) < len(every) else 0,
    )  # fmt: skip


def _state(one: Shared) -> str:
    """A column that only feels otherwise, or cites other sources, counts as the same: the curves tell of feelings."""
    return "same" if one.state == "changed" and not is_made(one.row) else one.state


def _emphasis(context: Context, at: int) -> str:
    return "key" if at == context.critical else "matters" if context.columns[at].matters else "none"


def _column(sides: Sides, one: Shared) -> Column:
    context, at = (sides.before, one.old) if one.old is not None else (sides.after, one.new or 0)
    touchpoint = context.columns[at]
    if one.old is None:
        state: Literal["added", "arrived"] = "added" if one.state == "added" else "arrived"
        return Column(title=touchpoint.title, number="", state=state, tip=f"{sides.names[1]}: {touchpoint.title}")
    became = _state(one)
    return Column(
        title=touchpoint.title, number=str(at + 1), kind="contact" if touchpoint.kind == "interaction" else "alone",
        emphasis=_emphasis(context, at), ours=context.ours(at),  # type: ignore[arg-type]  # one of three words, made above
        state="" if became == "same" else "changed" if one.new is not None else "removed", source=context.paths[at],
    )  # fmt: skip


# ------------------------------------------------------------------------------------------------------- second line
def _second(sides: Sides, shown: Sequence[Shared]) -> TrackLane:
    name = sides.names[1]
    stops = tuple(_stop(sides, at, one) for at, one in enumerate(shown))
    tied = tuple(at for at, one in enumerate(shown) if one.old is not None and one.new is not None)
    return TrackLane(key="after", title=name, stops=stops, tied=tied, note=_basis(sides.after))


def _basis(context: Context) -> str:
    """How the feelings of a side are known, where all are known in one way."""
    found = {one.basis for track in context.tracks[:1] for one in track.readings}
    return context.words.bases[next(iter(found))] if len(found) == 1 else ""


def _stop(sides: Sides, at: int, one: Shared) -> Stop:
    state = _state(one)
    word, tone = _word(sides, one, state)
    if one.new is None:
        kinds: dict[str, StopKind] = {"moved-to": "moved", "split": "moved", "merged-into": "moved", "unresolved": "open"}
        title = sides.before.columns[one.old or 0].title
        return Stop(column=at, number="", kind=kinds.get(state, "gone"), word=word, tone=tone, label=title)
    context = sides.after
    touchpoint = context.columns[one.new]
    kinds = {"added": "new", "moved-from": "moved", "unresolved": "open"}
    plain: StopKind = "contact" if touchpoint.kind == "interaction" else "alone"
    return Stop(
        column=at, number=str(one.new + 1), kind=kinds.get(state, plain), emphasis=_emphasis(context, one.new),  # type: ignore[arg-type]  # one of three words
        word=word, tone=tone, ours=context.ours(one.new), source=context.paths[one.new],
        label=touchpoint.title,
    )  # fmt: skip


def _word(sides: Sides, one: Shared, state: str) -> tuple[str, Tone]:  # noqa: PLR0911  # one for each state
    """What became of a column, and in which tone."""
    said, words = sides.said, sides.words
    number = str((one.other or 0) + 1)
    match state:
        case "same":
            return "", "ink"
        case "added":
            return (sides.only(1), "changed") if sides.side_by_side else (said.added, "added")
        case "removed":
            return (sides.only(0), "changed") if sides.side_by_side else (said.removed, "removed")
        case "moved-to":
            return said.moved_to.format(number=number), "changed"
        case "moved-from":
            return said.moved_from.format(number=number), "changed"
        case "split":
            return said.split.format(n=amount(len(one.row.new), words)), "changed"
        case "part":
            return said.part_of.format(number=number), "changed"
        case "merged-into":
            return said.merged_into.format(number=number), "changed"
        case "merged":
            return said.merged.format(n=amount(len(one.row.old), words)), "changed"
        case "unresolved":
            return said.unresolved, "muted"
        case _:
            stage = sides.after.journey.stage_of(sides.after.columns[one.new or 0].id) if one.row.status == "moved" else None
            if stage is not None:
                return said.now_in.format(stage=embedded(stage.title, words)), "changed"
            titles = [side.columns[at or 0].title for side, at in ((sides.before, one.old), (sides.after, one.new))]
            now = said.renamed.format(title=embedded(shortened(titles[1], _LONGEST), words))
            return (said.changed if titles[0] == titles[1] else now), "changed"


# ------------------------------------------------------------------------------------------------------------ stages
def _bands(sides: Sides, shown: Sequence[Shared]) -> Iterator[Band]:
    """Stages of the side before; what only the side after has stands in its own stage, or in the one that this was before."""
    same = {pair.new.id: pair.old.id for pair in sides.comparison.pairs if pair.what == "Stage"}
    titles: list[tuple[str, str, str]] = []
    for one in shown:
        if one.old is not None:
            block = next(held for held in sides.before.blocks if held.start <= one.old <= held.end)
            titles.append((block.stage.id, block.stage.title, block.path))
        else:
            block = next(held for held in sides.after.blocks if held.start <= (one.new or 0) <= held.end)
            key = same.get(block.stage.id)
            old = next((held for held in sides.before.blocks if held.stage.id == key), None)
            titles.append((key, old.stage.title, old.path) if key and old else (f"+{block.stage.id}", block.stage.title, ""))
    start = 0
    for at in range(1, len(titles) + 1):
        if at == len(titles) or titles[at][0] != titles[start][0]:
            yield Band(title=titles[start][1], start=start, end=at - 1, source=titles[start][2])
            start = at


# ------------------------------------------------------------------------------------------------------------ curves
def _curves(sides: Sides, shown: Sequence[Shared]) -> CurveLane | None:
    """One curve a side: the first series of each, what customers felt where there is any."""
    series = []
    for context, name, places in (
        (sides.before, sides.names[0], {one.old: at for at, one in enumerate(shown) if one.old is not None}),
        (sides.after, sides.names[1], {one.new: at for at, one in enumerate(shown) if one.new is not None}),
    ):
        points = tuple(_points(context, places))
        without = tuple(at for at in range(len(shown)) if at not in places.values())
        series.append(Series(points=points, name=name, without=without))
    if not any(one.points for one in series):
        return None
    said = sides.said
    read = {point.column for one in series for point in one.points}
    return CurveLane(
        key="emotions", title=said.feels, note=said.feels_note.format(before=sides.names[0], after=sides.names[1]), series=tuple(series),
        gaps=tuple(_gaps([at for at in range(len(shown)) if at not in read], said.gap)), axis=sides.words.axis, hatched=True, opens=True,
    )  # fmt: skip


def _points(context: Context, places: "dict[int, int]") -> Iterator[Point]:
    """The readings during, at the columns of the union; reasons stand beside the extremes alone, or two curves would drown in them."""
    for track in context.tracks[:1]:
        for one in points_of(context, track):
            if one.offset == 0:
                yield evolve(one, column=places[one.column], reason=one.reason if one.extreme else "", spread=None, source="")


def _gaps(unread: Sequence[int], text: str) -> Iterator[Gap]:
    start = 0
    for at in range(1, len(unread) + 1):
        if at == len(unread) or unread[at] != unread[at - 1] + 1:
            yield Gap(start=unread[start], end=unread[at - 1], text=text)
            start = at


# ------------------------------------------------------------------------------------------------------------ legend
def legend_of(
    columns: Sequence[Column], lanes: Sequence[Lane], words: Words, said: ComparisonWords, *, hatches: bool = False
) -> tuple[LegendEntry, ...]:
    """The symbols that occur; `hatches`: the ground between two curves is hatched."""
    symbols = dict(words.symbols) | dict(said.symbols)
    found: set[str] = {one.kind for one in columns if one.state != "added"}
    for lane in lanes:
        if isinstance(lane, TrackLane):
            found |= {f"stop-{one.kind}" for one in lane.stops if one.kind not in {"contact", "alone"}}
        elif isinstance(lane, CurveLane):
            found |= {point.basis for one in lane.series for point in one.points}
            found |= {"hatched"} if hatches and all(one.points for one in lane.series) else set()
    marked = {one.emphasis for one in columns} | {one.emphasis for lane in lanes if isinstance(lane, TrackLane) for one in lane.stops}
    found |= {"matters"} if "matters" in marked else set()
    found |= {"critical"} if "key" in marked else set()
    order = (
        "contact",
        "alone",
        "matters",
        "critical",
        "stop-new",
        "stop-gone",
        "stop-moved",
        "stop-failed",
        "stop-missing",
        "stop-open",
        *BASES,
        "hatched",
    )
    return tuple(LegendEntry(symbol=one, text=symbols[one]) for one in order if one in found)  # type: ignore[arg-type]  # names of symbols, listed above
