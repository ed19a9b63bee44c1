"""The summary of very many touchpoints: one column a stage, and all of them as a strip of dots."""

from attrs import evolve

from journeykit.diagram import Bar, Cell, CellLane, Column, Diagram, Item, Lane, Mark, MarkKind, Range, RangeLane, Strip, StripPoint
from journeykit.measure import StageTime
from journeykit.measure import time as measured_time

from .context import Block, Context
from .felt import values
from .lanes_feeling import basis_note
from .lanes_insight import pain_item
from .lanes_time import said_minutes, time_frame
from .legend import legend
from .printed import counted, joined, valence
from .readings import Reading, middle
from .times import times_of


def summary(context: Context, base: Diagram, keys: frozenset[str]) -> Diagram:
    """The diagram with a column for each stage; of the lanes asked for those that can be summed up."""
    words = context.words
    columns = tuple(_column(context, at) for at in range(len(context.blocks)))
    readings = _by_block(context)
    lanes: list[Lane | None] = [_counts(context)]
    if "emotions" in keys:
        lanes.append(_ranges(context, readings))
    if "time" in keys:
        lanes.append(_times(context))
    if "pains" in keys:
        lanes.append(_pains(context))
    if "owner" in keys:
        lanes.append(_owners(context))
    if "evidence" in keys:
        lanes.append(_evidence(context))
    shown = tuple(one for one in lanes if one is not None)
    return evolve(base, columns=columns, lanes=shown, spine=words.stage, strip=_strip(context), legend=legend(columns, shown, words))


def _column(context: Context, at: int) -> Column:
    block = context.blocks[at]
    critical = context.critical is not None and block.start <= context.critical <= block.end
    contact = any(one.kind == "interaction" for one in context.columns[block.start : block.end + 1])
    ours = any(context.ours(each) for each in range(block.start, block.end + 1))
    words = context.words
    said = ((words.flags["alone"], not contact), (words.not_ours, not ours), (words.flags["critical"], critical))
    return Column(
        title=block.stage.title, number=str(at + 1), kind="contact" if contact else "alone", emphasis="critical" if critical else "none",
        ours=ours, source=block.path, flags=words.comma.join(text for text, holds in said if holds),
    )  # fmt: skip


def _lane(context: Context, key: str, items: list[tuple[int, Item]], note: str = "") -> CellLane | None:
    if not items:
        return None
    return CellLane(
        key=key, title=context.words.lanes[key], note=note, cells=tuple(Cell(start=at, end=at, items=(item,)) for at, item in items)
    )


def _size(block: Block) -> int:
    return block.end - block.start + 1


def _counts(context: Context) -> Lane | None:
    words = context.words
    items = []
    for at, block in enumerate(context.blocks):
        contacts = sum(one.kind == "interaction" for one in context.columns[block.start : block.end + 1])
        items.append(
            (
                at,
                Item(
                    text=counted(_size(block), words.touchpoints_n, words),
                    style="strong",
                    detail=counted(contacts, words.contacts_n, words),
                ),
            )
        )
    return _lane(context, "touchpoints", items)


def _by_block(context: Context) -> list[list[Reading]]:
    found: list[list[Reading]] = [[] for _ in context.blocks]
    block_of = [at for at, block in enumerate(context.blocks) for _ in range(_size(block))]
    for one in context.course.readings:
        found[block_of[one.column]].append(one)
    return found


def _ranges(context: Context, readings: list[list[Reading]]) -> Lane | None:
    words, found = context.words, []
    for at, (block, held) in enumerate(zip(context.blocks, readings, strict=True)):
        if held:
            values = sorted(one.value for one in held)
            form = words.summary_same if values[0] == values[-1] else words.summary_range
            read = len({one.column for one in held})
            text = form.format(low=valence(values[0], words), high=valence(values[-1], words), n=read, m=_size(block))
            found.append(Range(column=at, low=values[0], median=middle(values), high=values[-1], text=text))
    if not found:
        return None
    note = joined((text for text in (words.summary_note, basis_note(context)) if text), words)
    return RangeLane(key="emotions", title=words.lanes["emotions"], note=note, ranges=tuple(found), axis=words.axis)


def _times(context: Context) -> Lane | None:
    """What each stage takes, over what is known of it; a stage of which nothing is known has no bar."""
    words, found = context.words, times_of(context)
    if found is None:
        return None
    bars: list[Bar] = []
    for at, (block, one) in enumerate(zip(context.blocks, _known_times(context), strict=True)):
        if one.duration is not None or one.wait is not None:
            amount = (one.duration or 0.0) + (one.wait or 0.0)
            text = said_minutes(amount, found.unit, words)
            if one.wait and one.duration is not None:
                text = words.waiting.format(time=text, wait=said_minutes(one.wait, found.unit, words))
            if one.unknown:
                text = words.summary_time.format(time=text, n=_size(block) - one.unknown, m=_size(block))
            bars.append(Bar(column=at, value=amount, text=text, inner=one.wait if one.duration is not None else None, source=block.path))
    return evolve(time_frame(context, found, waits=any(one.inner for one in bars)), bars=tuple(bars))


def _known_times(context: Context) -> list[StageTime]:
    """The sums of the stages that have columns, in their order."""
    found = {one.stage: one for one in measured_time(context.journey).stages}
    return [found[block.stage.id] for block in context.blocks]


def _pains(context: Context) -> Lane | None:
    words = context.words
    items = []
    for at, block in enumerate(context.blocks):
        here = [one for one in context.statements.pains if block.start <= one.stands[0].start <= block.end]
        if here:
            first = pain_item(here[0], context)
            count = counted(len(here), words.summary_pains_n, words)
            items.append((at, evolve(first, detail=joined((text for text in (first.detail, count) if text), words))))
    return _lane(context, "pains", items)


def _owners(context: Context) -> Lane | None:
    words, items = context.words, []
    for at, block in enumerate(context.blocks):
        contacts = [
            one
            for each, one in enumerate(context.columns[block.start : block.end + 1], block.start)
            if one.kind == "interaction" and context.ours(each)
        ]
        if contacts:
            missing = sum(one.owner is None for one in contacts)
            form = words.summary_unowned if missing else words.summary_owned
            text = form[len(contacts) != 1].format(n=missing, m=len(contacts))
            items.append((at, Item(text=text, style="plain" if missing else "muted")))
    return _lane(context, "owner", items)


def _evidence(context: Context) -> Lane | None:
    words, items = context.words, []
    if not any(one.strength for one in context.backings):
        return None
    for at, block in enumerate(context.blocks):
        backed = sum(one.strength >= 2 for one in context.backings[block.start : block.end + 1])
        kind: MarkKind = "evidence-2" if backed else "evidence-0"
        items.append((at, Item(text=words.summary_cited.format(n=backed, m=_size(block)), style="muted", mark=Mark(kind=kind))))
    return _lane(context, "evidence", items)


def _strip(context: Context) -> Strip:
    """All touchpoints as dots; labels for the critical moment and the two extremes alone."""
    words, course = context.words, context.course
    readings = {one.column: one for one in course.one_each}
    labelled = {one.column for one in (course.high, course.low) if one is not None}
    points = tuple(
        StripPoint(
            at=at, value=one.value if one else None, basis=one.basis if one else "measured", critical=at == context.critical,
            label=_label(context, at) if at in labelled or at == context.critical else "",
        )
        for at in range(len(context.columns)) for one in (readings.get(at),)
    )  # fmt: skip
    breaks = tuple((block.start, block.stage.title) for block in context.blocks)
    hollow = any(one.value is not None and one.basis != "measured" for one in points)
    note = words.summary_strip_hollow if hollow else words.summary_strip_note
    return Strip(title=words.summary_strip, note=note, count=len(points), points=points, breaks=breaks, axis=words.axis)


def _label(context: Context, at: int) -> str:
    """The title with all that was read there, also before and after, where the one dot cannot say it."""
    title, here = context.columns[at].title, [one for one in context.course.readings if one.column == at]
    return f"{title} ({values(here, context.words)})" if here else title
