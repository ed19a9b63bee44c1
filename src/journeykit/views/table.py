"""The picture as a table: one row a touchpoint, full texts, nothing cut."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from journeykit.diagram import Arc, BarLane, CellLane, CurveLane, Item, Lane, RangeLane, Row, SpanLane, TrackLane

from .context import Context
from .printed import joined
from .words import Words


def table(context: Context, lanes: Sequence[Lane]) -> tuple[Row, ...]:
    """A header and a row for each touchpoint. The lanes are those before anything was cut from them."""
    words = context.words
    stages = [block.stage.title for block in context.blocks for _ in range(block.start, block.end + 1)]
    columns = [_owners(context) if lane.key == "owner" else _texts(lane, len(stages), words) for lane in lanes]
    header = (words.number, words.touchpoint, words.stage, *(lane.title for lane in lanes))
    numbers = map(str, context.numbers)
    return (header, *zip(numbers, (one.title for one in context.columns), stages, *columns, strict=True))


def with_ways(rows: Sequence[Row], over: Sequence[Arc], words: Words) -> tuple[Row, ...]:
    """The table with what leads from touchpoint to touchpoint, each in the row where it begins."""
    if not over:
        return tuple(rows)
    header, *rest = rows
    said = [joined((one.label for one in over if one.source == at), words) for at in range(len(rest))]
    return ((*header, words.blueprint.table_links), *((*row, text) for row, text in zip(rest, said, strict=True)))


def with_kinds(rows: Sequence[Row], kinds: Sequence[str], words: Words) -> tuple[Row, ...]:
    """The table with what sets touchpoints apart, after their stage; as it is where nothing does."""
    if not any(kinds):
        return tuple(rows)
    return tuple((*row[:3], kind, *row[3:]) for row, kind in zip(rows, (words.blueprint.table_kind, *kinds), strict=True))


def _texts(lane: Lane, count: int, words: Words) -> list[str]:
    found = [""] * count
    for start, end, text in _said(lane, words):
        for at in range(start, end + 1):
            found[at] = joined((found[at], text), words) if found[at] else text
    return found


def _said(lane: Lane, words: Words) -> Iterator[tuple[int, int, str]]:
    """What a lane says: first and last column, and the text."""
    match lane:
        case CellLane():
            return ((cell.start, cell.end, _item(one, lane.key, words)) for cell in lane.cells for one in cell.items)
        case SpanLane():
            return ((span.start, span.end, joined(span.in_words, words)) for span in lane.spans)
        case CurveLane():
            return (
                (point.column, point.column, f"{series.name}: {point.tip}" if series.name else point.tip)
                for series in lane.series
                for point in series.points
            )
        case BarLane():
            return ((bar.column, bar.column, bar.text) for bar in lane.bars)
        case RangeLane():
            return ((one.column, one.column, one.text) for one in lane.ranges)
        case TrackLane():
            return ((one.column, one.column, f"{one.label}: {one.word}" if one.word else one.label) for one in lane.stops)
        case _:
            assert_never(lane)


def _item(item: Item, key: str, words: Words) -> str:
    mark = item.mark
    if mark is not None and mark.kind.startswith("evidence-"):
        return item.tip or item.text
    text = joined(item.in_words, words)
    return f"{mark.label}. {text}" if mark is not None and mark.kind == "number" and key == "pains" else text


def _owners(context: Context) -> list[str]:
    """Who is accountable at each touchpoint, without the words that a bar says of several."""
    words, names = context.words, context.names
    found = []
    for at, one in enumerate(context.columns):
        here = [words.owned.format(name=names(one.owner))] if one.owner else []
        if not one.owner and one.kind == "interaction":
            here.append(words.no_owner_n[0] if context.ours(at) else words.not_ours)
        found.append(joined((*here, *(words.supporting.format(name=names(key)) for key in one.supporters)), words))
    return found
