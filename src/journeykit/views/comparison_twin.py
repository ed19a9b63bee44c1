"""Two journeys on the columns of both: one line of stations above, the other below, and their curves with the ground between them hatched."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Literal

from attrs import evolve, frozen

from journeykit.comparison import ReadingChanged, is_made
from journeykit.diagram import Band, Column, CurveLane, Lane, LegendEntry, Point, Series, Stop, StopKind, Tone, TrackLane

from .comparison_changes import feels_otherwise
from .comparison_columns import MOST_COLUMNS, Shared, State, shared_columns
from .comparison_heads import Head, bands_of, heads_of
from .comparison_legend import legend_of
from .comparison_overlay import gaps_of
from .comparison_sides import Sides
from .context import Context
from .lanes_feeling import points_of
from .printed import amount, embedded, shortened
from .station import flags

_LONGEST = 60
_OTHER = {
    "moved-to": "moved-from",
    "moved-from": "moved-to",
    "part": "split",
    "merged-into": "merged",
    "split": "",
    "merged": "",
    "unresolved": "",
}
"""States that a column under curves names, and that of the column which they refer to."""


@frozen(kw_only=True)
class Twin:
    """What a twin map is made of.

    Attributes:
        same_left_out, others_left_out: how many columns are not drawn that are the same on both sides, and that are not.
        too_many: readings are known, but no curve runs along so many columns.
    """

    columns: tuple[Column, ...]
    bands: tuple[Band, ...]
    lanes: tuple[Lane, ...]
    legend: tuple[LegendEntry, ...]
    same_left_out: int = 0
    others_left_out: int = 0
    too_many: bool = False


def twin(sides: Sides, *, tracks: bool = True) -> Twin:
    """The twin map; without `tracks` the curves alone."""
    every = shared_columns(sides.comparison, sides.before.journey, sides.after.journey)
    whole = len(every) <= MOST_COLUMNS
    told = [evolve(one, state=_state(one, curved=whole)) for one in every]
    shown = told if whole else [one for one in told if one.state != "same"][: 2 * MOST_COLUMNS]
    lanes: list[Lane] = []
    heads = heads_of(sides, shown)
    columns = tuple(_column(sides, one) if tracks else _neutral(sides, shown, at) for at, one in enumerate(shown))
    if tracks and shown:
        lanes.append(_second(sides, shown, heads))
    curve = _curves(sides, shown) if whole else None
    if curve is not None:
        lanes.append(curve)
    same = 0 if whole else sum(one.state == "same" for one in every)
    return Twin(
        columns=columns, bands=tuple(bands_of(heads)), lanes=tuple(lanes), legend=legend_of(columns, lanes, sides.words, sides.said),
        same_left_out=same, others_left_out=len(every) - len(shown) - same, too_many=not whole and any(one.tracks for one in (sides.before, sides.after)),
    )  # fmt: skip


def _state(one: Shared, *, curved: bool) -> State:
    """A column that cites other sources, or only feels otherwise where a curve tells of that, has the sign of one that is the same."""
    return "same" if one.state == "changed" and not is_made(one.row) and not _feels_otherwise(one, curved=curved) else one.state


def _feels_otherwise(one: Shared, *, curved: bool) -> bool:
    """Whether it feels otherwise; beside a curve, before or after the touchpoint: no curve runs through these."""
    readings = (held for held in one.row.changes if isinstance(held, ReadingChanged) and feels_otherwise(held))
    return any(not curved or emotion.moment != "during" for held in readings if (emotion := held.after or held.before) is not None)


def _emphasis(context: Context, at: int) -> str:
    return "key" if at == context.critical else "matters" if context.columns[at].matters else "none"


def _column(sides: Sides, one: Shared) -> Column:
    context, at = (sides.before, one.old) if one.old is not None else (sides.after, one.new or 0)
    touchpoint = context.columns[at]
    if one.old is None:
        state: Literal["added", "arrived"] = "added" if one.state == "added" else "arrived"
        return Column(title=touchpoint.title, number="", state=state, tip=f"{sides.names[1]}: {touchpoint.title}")
    return Column(
        title=touchpoint.title, number=str(at + 1), kind="contact" if touchpoint.kind == "interaction" else "alone",
        emphasis=_emphasis(context, at), ours=context.ours(at),  # type: ignore[arg-type]  # one of three words, made above
        state="" if one.state == "same" else "changed" if one.new is not None else "removed", source=context.paths[at],
        flags=context.words.comma.join(flags(context, at)),
    )  # fmt: skip


def _neutral(sides: Sides, shown: Sequence[Shared], at: int) -> Column:
    """A column under curves alone: which side has it the curves say, and its note whether it stands elsewhere, in parts or as a whole too.

    Columns are numbered as they stand, and so is the other place; where that is not drawn, there is no note.
    """
    one = shown[at]
    wanted = _OTHER.get(one.state)
    other = next((place for place, held in enumerate(shown) if held.row is one.row and held.state == wanted), None) if wanted else 0
    word = _word(sides, one, other)[0] if one.state in _OTHER and other is not None else ""
    context, place = (sides.before, one.old) if one.old is not None else (sides.after, one.new or 0)
    touchpoint = context.columns[place]
    return Column(
        title=touchpoint.title, number=str(at + 1), kind="contact" if touchpoint.kind == "interaction" else "alone",
        source=context.paths[place] if one.old is not None else "", note=word,
    )  # fmt: skip


# ------------------------------------------------------------------------------------------------------- second line
def _second(sides: Sides, shown: Sequence[Shared], heads: Sequence[Head]) -> TrackLane:
    name = sides.names[1]
    stops = tuple(_stop(sides, at, one, heads[at]) for at, one in enumerate(shown))
    tied = tuple(at for at, one in enumerate(shown) if one.old is not None and one.new is not None)
    return TrackLane(key="after", title=name, stops=stops, tied=tied, note=_basis(sides.after))


def _basis(context: Context) -> str:
    """How the feelings of a side are known, where all are known in one way."""
    found = {one.basis for track in context.tracks[:1] for one in track.readings}
    return context.words.bases[next(iter(found))] if len(found) == 1 else ""


def _stop(sides: Sides, at: int, one: Shared, head: Head) -> Stop:
    word, tone = _word(sides, one, one.other or 0)
    if head.elsewhere:
        there = sides.said.stands_in.format(stage=embedded(shortened(head.elsewhere, _LONGEST), sides.words))
        word = sides.words.comma.join((word, there)) if word else there
    if one.new is None:
        kinds: dict[str, StopKind] = {"moved-to": "moved", "split": "split", "merged-into": "merged", "unresolved": "open"}
        title = sides.before.columns[one.old or 0].title
        return Stop(column=at, number="", kind=kinds.get(one.state, "gone"), word=word, tone=tone, label=title)
    context = sides.after
    touchpoint, drawn = context.columns[one.new], sides.words.comma.join(flags(context, one.new))
    kinds = {"added": "new", "moved-from": "moved", "unresolved": "open"}
    plain: StopKind = "contact" if touchpoint.kind == "interaction" else "alone"
    return Stop(
        column=at, number=str(one.new + 1), kind=kinds.get(one.state, plain), emphasis=_emphasis(context, one.new),  # type: ignore[arg-type]  # one of three words
        word=word, tone=tone, ours=context.ours(one.new), source=context.paths[one.new],
        label=f"{touchpoint.title} ({drawn})" if drawn else touchpoint.title,
    )  # fmt: skip


def _word(sides: Sides, one: Shared, other: int) -> tuple[str, Tone]:  # noqa: PLR0911  # one for each state
    """What became of a column, and in which tone; `other` is its other place, zero-based."""
    said, words = sides.said, sides.words
    number = str(other + 1)
    match one.state:
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
            changed = said.differs if sides.side_by_side else said.changed
            return (changed if titles[0] == titles[1] else now), "changed"


# ------------------------------------------------------------------------------------------------------------ curves
def _curves(sides: Sides, shown: Sequence[Shared]) -> CurveLane | None:
    """One curve a side: the first series of each, what customers felt where there is any."""
    series = []
    points = _points(sides, shown)
    for held, name, places in (
        (points[0], sides.names[0], {one.old: at for at, one in enumerate(shown) if one.old is not None}),
        (points[1], sides.names[1], {one.new: at for at, one in enumerate(shown) if one.new is not None}),
    ):
        without = tuple(at for at in range(len(shown)) if at not in places.values())
        series.append(Series(points=held, name=name, without=without))
    if not any(one.points for one in series):
        return None
    said = sides.said
    alike = {one.basis for one in series[0].points} & {one.basis for one in series[1].points}
    read = {point.column for one in series for point in one.points}
    return CurveLane(
        key="emotions", title=said.feels, note=said.feels_note.format(before=sides.names[0], after=sides.names[1]), series=tuple(series),
        gaps=tuple(gaps_of([at for at in range(len(shown)) if at not in read], said.gap)), axis=sides.words.axis, hatched=True, opens=True,
        apart="shapes" if alike - {"intended"} else "",
    )  # fmt: skip


def _points(sides: Sides, shown: Sequence[Shared]) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """The readings of both sides at the columns of the union: those during, and those before and after where the sides differ."""
    places = (
        {one.old: at for at, one in enumerate(shown) if one.old is not None},
        {one.new: at for at, one in enumerate(shown) if one.new is not None},
    )
    before, after = (
        [evolve(point, column=held[point.column]) for track in context.tracks[:1] for point in points_of(context, track)]
        for context, held in zip((sides.before, sides.after), places, strict=True)
    )
    shared = {at for at, one in enumerate(shown) if one.old is not None and one.new is not None}
    alike = {_read(one) for one in before} & {_read(one) for one in after}
    return _drawn(before, shared, alike), _drawn(after, shared, alike)


def _read(one: Point) -> tuple[int, int, float]:
    return one.column, one.offset, one.value


def _drawn(points: Sequence[Point], shared: AbstractSet[int], alike: AbstractSet[tuple[int, int, float]]) -> tuple[Point, ...]:
    """Reasons stand beside the extremes alone, or two curves would drown in them."""
    return tuple(
        evolve(one, reason=one.reason if one.extreme else "", spread=None, source="")
        for one in points
        if one.offset == 0 or (one.column in shared and _read(one) not in alike)
    )
