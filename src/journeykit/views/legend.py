"""How to read it: the symbols that occur, each once with its word."""

from collections.abc import Sequence

from journeykit.diagram import Arc, CellLane, Column, CurveLane, Lane, LegendEntry, SpanLane

from .words import Words

_BASES = ("measured", "derived", "assumed", "intended")


def legend(columns: Sequence[Column], lanes: Sequence[Lane], words: Words, arcs: Sequence[Arc] = ()) -> tuple[LegendEntry, ...]:
    """The entries in the order of the picture. The four ways to know a reading always come together."""
    occurring = _of_columns(columns)
    for lane in lanes:
        occurring |= _of_lane(lane)
    if any(one.kind == "branch" for one in arcs):  # an effect says in words what it is
        occurring.add("arc-branch")
    if any(one.kind == "loop" for one in arcs):
        occurring.add("link-loop")
    texts = (
        {one: words.blueprint.symbols[one] for one in ("arc-branch", "link-loop")}
        | {f"evidence-{at}": text for at, text in enumerate(words.strengths)}
        | dict(words.symbols)
    )
    order = [
        "contact", "not-ours", "alone", "matters", "critical", *_BASES, "moments", "spread", "dot", "dot-open", "unrated", "owner", "supporter",
        "evidence-0", "evidence-1", "evidence-2", "evidence-3",
        "arc-branch", "link-loop",
    ]  # fmt: skip
    return tuple(LegendEntry(symbol=one, text=texts[one]) for one in order if one in occurring)  # type: ignore[arg-type]  # names of symbols, listed above


def _of_columns(columns: Sequence[Column]) -> set[str]:
    found: set[str] = {*(one.kind for one in columns), *(one.emphasis for one in columns)}
    return found | {"not-ours"} if any(not one.ours for one in columns) else found


def _of_lane(lane: Lane) -> set[str]:
    match lane:
        case CellLane():
            items = [item for cell in lane.cells for item in cell.items]
            found: set[str] = {item.mark.kind for item in items if item.mark is not None}
            if "assumed" in found:  # in a cell it means what the empty disc of evidence means
                found = found - {"assumed"} | {"evidence-0"}
            return found | {"unrated"} if any(item.ticks is not None and item.ticks.filled is None for item in items) else found
        case SpanLane():
            return {span.mark.kind for span in lane.spans if span.mark is not None}
        case CurveLane():
            points = [point for series in lane.series for point in series.points]
            moments = {"moments"} if any(point.offset for point in points) else set[str]()
            spread = {"spread"} if any(point.spread for point in points) else set[str]()
            return {*_BASES, *moments, *spread}
        case _:
            return set()
