"""The grid of one tier: arcs, head and rows, whole or in part."""

from collections.abc import Sequence
from typing import NamedTuple

from journeykit.diagram import BarLane, CellLane, CurveLane, Diagram, Lane, RangeLane, SpanLane, TrackLane
from journeykit.scene import Group, Node

from .arcs import Arcs, arcs_of, draw_arcs
from .bars import bar_row, bar_scale
from .cells import cell_row, share_scale
from .curvelane import curve_row
from .curveplan import plan_curve
from .ink import Ink, rule
from .parting import by_tier
from .ranges import range_row
from .rows import Row
from .sources import Sources
from .space import LEAD_TO_GRID, MARGIN, TAG_ABOVE_BAND, TITLE_TO_GRID
from .spans import span_row
from .stations import Head, draw_head, draw_states, draw_tint, hairlines, head_of
from .tiers import Tier


class Grid(NamedTuple):
    """A tier with everything measured and nothing placed."""

    diagram: Diagram
    tier: Tier
    head: Head
    arcs: Arcs
    rows: tuple[Row, ...]


def grids_of(
    diagram: Diagram, tiers: Sequence[Tier], widths: Sequence[float], *, ink: Ink, sources: Sources, most: float | None, step: float
) -> list[Grid]:
    """The grids of all tiers, on common scales; `most` is the height in px that a cell may take, None for any; `step` the distance of the levels."""
    share = share_scale([one for one in diagram.lanes if isinstance(one, CellLane)], widths, tiers, ink)
    lanes = [tier_rows(lane, tiers, widths, share, ink=ink, sources=sources, most=most, step=step) for lane in diagram.lanes]
    arcs = by_tier(diagram.arcs, lambda one: (min(one.source, one.target), max(one.source, one.target)), tiers)
    bands = by_tier(diagram.bands, lambda one: (one.start, one.end), tiers)
    return [
        Grid(
            diagram=diagram, tier=tier, head=head_of(diagram, bands[at], tier, ink),
            arcs=arcs_of(arcs[at], diagram.columns, tier, least=0.0 if at else LEAD_TO_GRID if diagram.lead else TITLE_TO_GRID, ink=ink),
            rows=tuple(row for lane in lanes if (row := lane[at])),
        )
        for at, tier in enumerate(tiers)
    ]  # fmt: skip


def tier_rows(
    lane: Lane,
    tiers: Sequence[Tier],
    widths: Sequence[float],
    share: float,
    *,
    ink: Ink,
    sources: Sources,
    most: float | None,
    step: float,
) -> list[Row | None]:
    """The rows of a lane, one per tier."""
    match lane:
        case CellLane():
            cells = by_tier(lane.cells, lambda one: (one.start, one.end), tiers)
            return [
                cell_row(lane, held, tier, ink=ink, sources=sources, scale=share, most=most)
                for held, tier in zip(cells, tiers, strict=True)
            ]
        case SpanLane():
            spans = by_tier(lane.spans, lambda one: (one.start, one.end), tiers)
            return [span_row(lane, held, tier, ink=ink, sources=sources) for held, tier in zip(spans, tiers, strict=True)]
        case BarLane():
            bars, scale = by_tier(lane.bars, lambda one: (one.column, one.column), tiers), bar_scale(lane, widths)
            last = max((bar.column for bar in lane.bars), default=-1)
            return [
                bar_row(lane, held, tier, last=last, ink=ink, sources=sources, scale=scale) for held, tier in zip(bars, tiers, strict=True)
            ]
        case RangeLane():
            ranges = by_tier(lane.ranges, lambda one: (one.column, one.column), tiers)
            return [range_row(lane, held, tier, ink=ink, sources=sources) for held, tier in zip(ranges, tiers, strict=True)]
        case TrackLane():
            from .tracks import track_row  # noqa: PLC0415  # for comparisons alone

            stops = by_tier(lane.stops, lambda one: (one.column, one.column), tiers)
            return [track_row(lane, held, tier, ink=ink, sources=sources) for held, tier in zip(stops, tiers, strict=True)]
        case CurveLane():
            plan, parts = plan_curve(lane, widths, tiers)
            return [curve_row(plan, part, tier, step=step, ink=ink, sources=sources) for part, tier in zip(parts, tiers, strict=True)]


def room_above(grid: Grid, *, whole: bool) -> float:
    """px above the stage bands: arcs and tag where the grid begins, the tag alone where it is carried on."""
    if whole:
        return grid.arcs.height
    return TAG_ABOVE_BAND + 6 if grid.arcs.tagged else 0.0


def draw_grid(grid: Grid, rows: Sequence[Row], top: float, *, whole: bool, ink: Ink, sources: Sources) -> list[Node]:
    """Head and some rows, the stage bands below the room that they need."""
    tier, bands = grid.tier, top + room_above(grid, whole=whole)
    first = bands + grid.head.height
    bottom = first + sum(row.height for row in rows)
    ground: list[Node] = draw_states(grid.diagram, tier, bands + (grid.head.band if grid.head.stages else 0), first, ink=ink)
    if tint := tier.tint():
        ground.append(draw_tint(tint, bands - TAG_ABOVE_BAND + 20, bottom, ink=ink))
    y = first
    for at, row in enumerate(rows):
        strong = at == 0 or row.opens
        if not row.joined:
            ground.append(rule(MARGIN, y, tier.right, y, stroke=ink.palette.rule2 if strong else ink.palette.rule))
        if row.hairlines:
            ground += hairlines(tier, y, y + row.height, ink)
        y += row.height
    ground.append(rule(MARGIN, y, tier.right, y, stroke=ink.palette.rule2))
    nodes: list[Node] = [Group(children=tuple(ground))]
    if whole:
        nodes += draw_arcs(grid.arcs, bands, ink)
    nodes += draw_head(grid.diagram, tier, grid.head, bands, ink=ink, sources=sources)
    y = first
    for row in rows:
        nodes += row.paint(y)
        y += row.height
    return nodes
