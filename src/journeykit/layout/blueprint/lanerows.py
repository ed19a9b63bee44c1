"""Lanes of other kinds above and below the cards, on the columns of the blueprint."""

from collections.abc import Sequence

from journeykit.diagram import BarLane, CellLane, CurveLane, Lane, RangeLane, SpanLane
from journeykit.layout.axis import STEP
from journeykit.layout.bars import bar_row, bar_scale
from journeykit.layout.cells import cell_row, share_scale
from journeykit.layout.curvelane import curve_row
from journeykit.layout.curveplan import plan_curve
from journeykit.layout.ink import Ink
from journeykit.layout.parting import by_tier
from journeykit.layout.ranges import range_row
from journeykit.layout.rows import Row
from journeykit.layout.sources import Sources
from journeykit.layout.spans import span_row
from journeykit.layout.tiers import Tier


def lane_rows(lanes: Sequence[Lane], tiers: Sequence[Tier], widths: Sequence[float], *, ink: Ink, sources: Sources) -> list[list[Row]]:
    """For each tier the rows of the lanes that say something there."""
    share = share_scale([one for one in lanes if isinstance(one, CellLane)], widths, tiers, ink) if lanes else 0.0
    out: list[list[Row]] = [[] for _ in tiers]
    for lane in lanes:
        for at, row in enumerate(_rows(lane, tiers, widths, share, ink=ink, sources=sources)):
            if row:
                out[at].append(row)
    return out


def _rows(lane: Lane, tiers: Sequence[Tier], widths: Sequence[float], share: float, *, ink: Ink, sources: Sources) -> list[Row | None]:
    match lane:
        case CellLane():
            cells = by_tier(lane.cells, lambda one: (one.start, one.end), tiers)
            return [
                cell_row(lane, held, tier, ink=ink, sources=sources, scale=share, most=None)
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
        case CurveLane():
            plan, parts = plan_curve(lane, widths, tiers)
            return [curve_row(plan, part, tier, step=STEP, ink=ink, sources=sources) for part, tier in zip(parts, tiers, strict=True)]
