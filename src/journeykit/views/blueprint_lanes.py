"""Lanes around the cards: time, what can be seen and touched, how staff feel, what is measured."""

from collections.abc import Mapping

from attrs import evolve

from journeykit.diagram import Cell, CellLane, Item, Lane
from journeykit.model import Activity

from .context import Context
from .figures import kpi_value
from .lanes_duty import kpis
from .lanes_meeting import physical_evidence
from .printed import duration, joined, valence, with_unit

_TIMES = frozenset({"wait_time", "aht", "resolution_time"})
_UNITS = frozenset({"s", "min", "h", "d"})


def evidence_lane(context: Context) -> Lane | None:
    """Physical evidence."""
    return _titled(physical_evidence(context), context.words.blueprint.evidence, context.words.blueprint.evidence_note)


def metrics_lane(context: Context) -> Lane | None:
    """What is measured at the touchpoints."""
    return _titled(kpis(context), context.words.blueprint.metrics, context.words.notes["kpis"])


def _titled(lane: Lane | None, title: str, note: str) -> Lane | None:
    return None if lane is None else evolve(lane, title=title, note=note)


def time_lane(context: Context, known: Mapping[str, str]) -> Lane | None:
    """The time ruler: standard time, or what is `known` of it by the id of a column; wait, what is tolerated, and what was measured."""
    words, mine, cells = context.words, context.words.blueprint, []
    for at, one in enumerate(context.columns):
        details = [known[one.id]] if one.id in known else []
        if one.wait_before:
            details.append(mine.waits.format(wait=duration(one.wait_before, words)))
        if one.tolerance is not None:
            details.append(mine.tolerated.format(limit=duration(one.tolerance, words)))
        for kpi, found in context.measured.at.get(one.id, ()):
            if kpi.metric in _TIMES or kpi.unit in _UNITS:
                details.append(mine.measured.format(value=with_unit(*kpi_value(kpi, found.value, words))))
        text = mine.standard.format(time=duration(one.duration, words)) if one.duration is not None else ""
        if text:
            item = Item(text=text, style="strong", detail=joined(details, words), source=f"{context.paths[at]}.duration")
            cells.append(Cell(start=at, end=at, items=(item,)))
        elif details:
            cells.append(Cell(start=at, end=at, items=tuple(Item(text=each, style="muted") for each in details)))
    return CellLane(key="time", title=mine.time, note=mine.time_note, cells=tuple(cells)) if cells else None


def feelings_lane(context: Context) -> Lane | None:
    """How those feel who do the work, as readings with their sign, in the first column of the activity."""
    mine = context.words.blueprint
    held: dict[int, list[Item]] = {}
    for one in context.journey.activities:
        if one.emotions:
            at = min(context.journey.touchpoints.position(key) for key in one.touchpoints)
            held.setdefault(at, []).append(_feeling(context, one))
    cells = tuple(Cell(start=at, end=at, items=tuple(items)) for at, items in sorted(held.items()))
    return CellLane(key="feelings", title=mine.feelings, note=mine.feelings_note, cells=cells) if cells else None


def _feeling(context: Context, one: Activity) -> Item:
    words = context.words
    who = context.names(one.actor) if one.actor else one.title
    parts = []
    for each in one.emotions:
        moment = f" {words.moments[each.moment]}" if each.moment != "during" else ""
        parts.append(f"{valence(each.valence, words)}{moment}{words.comma}{words.bases[each.basis]}")
    first = one.emotions[0]
    return Item(text=f"{who}: {'; '.join(parts)}", detail=first.quote or first.note or first.label or one.title)
