"""Lanes of other kinds above and below the cards, on the columns of the blueprint."""

from collections.abc import Sequence

from journeykit.diagram import CellLane, Lane
from journeykit.layout.axis import STEP
from journeykit.layout.cells import share_scale
from journeykit.layout.grid import tier_rows
from journeykit.layout.ink import Ink
from journeykit.layout.rows import Row
from journeykit.layout.sources import Sources
from journeykit.layout.tiers import Tier


def lane_rows(lanes: Sequence[Lane], tiers: Sequence[Tier], widths: Sequence[float], *, ink: Ink, sources: Sources) -> list[list[Row]]:
    """For each tier the rows of the lanes that say something there."""
    share = share_scale([one for one in lanes if isinstance(one, CellLane)], widths, tiers, ink) if lanes else 0.0
    out: list[list[Row]] = [[] for _ in tiers]
    for lane in lanes:
        for at, row in enumerate(tier_rows(lane, tiers, widths, share, ink=ink, sources=sources, most=None, step=STEP)):
            if row:
                out[at].append(row)
    return out
