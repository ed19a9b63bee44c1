"""How to read it: the symbols that occur, each once with its word."""

from collections.abc import Sequence
from itertools import pairwise

from journeykit.diagram import Arc, CellLane, Column, CurveLane, Lane, LegendEntry, Point, SpanLane
from journeykit.model import Lines

from .readings import Known
from .way_words import WayWords
from .words import Words
from .wordtables import words_of

_ARCS = {"branch": "arc-branch", "loop": "link-loop", "on": "arc-on", "impact": "link-impact"}
BASES: tuple[Known, ...] = ("measured", "derived", "assumed", "intended")
"""Ways to know a reading, the strongest first."""


def legend(columns: Sequence[Column], lanes: Sequence[Lane], words: Words, arcs: Sequence[Arc] = ()) -> tuple[LegendEntry, ...]:
    """The entries in the order of the picture. The four ways to know a reading always come together."""
    occurring = _of_columns(columns)
    for lane in lanes:
        occurring |= _of_lane(lane)
    occurring |= {_ARCS[one.kind] for one in arcs}
    texts = (
        {one: words.blueprint.symbols[one] for one in ("arc-branch", "link-loop", "link-impact")}
        | dict(words_of(WayWords, words).symbols)
        | {f"evidence-{at}": text for at, text in enumerate(words.strengths)}
        | dict(words.symbols)
    )
    order = [
        "contact", "not-ours", "alone", "matters", "critical", "optional", "repeats", *BASES, "other-way", "moments", "spread", "dot", "dot-open", "unrated", "owner", "supporter",
        "evidence-0", "evidence-1", "evidence-2", "evidence-3",
        "arc-branch", "arc-on", "link-loop", "link-impact",
    ]  # fmt: skip
    return tuple(LegendEntry(symbol=one, text=texts[one]) for one in order if one in occurring)  # type: ignore[arg-type]  # names of symbols, listed above


def _of_columns(columns: Sequence[Column]) -> set[str]:
    found: set[str] = {*(one.kind for one in columns), *(one.emphasis for one in columns)}
    marks = {"not-ours": any(not one.ours for one in columns), "optional": any(one.optional for one in columns),
             "repeats": any(one.repeats for one in columns)}  # fmt: skip
    return found | {one for one, holds in marks.items() if holds}


def _of_lane(lane: Lane) -> set[str]:
    match lane:
        case CellLane():
            items = [item for cell in lane.cells for item in cell.items]
            found: set[str] = {item.mark.kind for item in items if item.mark is not None}
            if "assumed" in found:  # in a cell it means what the empty disc of evidence means
                found = found - {"assumed"} | {"evidence-0"}
            return found | {"unrated"} if any(item.ticks is not None and item.ticks.filled is None for item in items) else found
        case SpanLane():
            outlined = {"not-ours"} if any(span.style == "outline" for span in lane.spans) else set[str]()
            return {span.mark.kind for span in lane.spans if span.mark is not None} | outlined
        case CurveLane():
            points = [point for series in lane.series for point in series.points]
            moments = {"moments"} if any(point.offset for point in points) else set[str]()
            spread = {"spread"} if any(point.spread for point in points) else set[str]()
            others = {"other-way"} if any(runs_apart(one.points, one.ways) for one in lane.series) else set[str]()
            return {*BASES, *moments, *spread, *others}
        case _:
            return set()


def runs_apart(points: Sequence[Point], ways: Lines) -> bool:
    """Whether a piece of a curve is drawn on another line than the main one."""
    read = {one.column for one in points if one.offset == 0}
    return any(a in read and b in read for way in ways[1:] for a, b in pairwise(way))
