"""One touchpoint through several channels, or of several personas: how far the same figure differs."""

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from journeykit.errors import step
from journeykit.measure import Difference, series_in
from journeykit.model import KPI, Journey, Measurement

from .changes import Spot
from .figures import figure_change
from .preparing import partners, two_journeys

if TYPE_CHECKING:
    from .result import Comparison

__all__ = ["ChannelGap", "ChannelGaps", "Cut", "channels"]

Cut = Literal["channel", "persona"]


@frozen(kw_only=True)
class ChannelGap:
    """One figure at one touchpoint in one period, by channel or by persona.

    Attributes:
        by: along which of the two it is cut; the other is the same in all values.
        spot: the touchpoint; the journey where it was measured of it as a whole. kpi: what was measured. period: when, as written.
        values: names and measurements, the lowest value first.
        margin: highest minus lowest with its margin; None where n or the way of computing is not stated.
        shown: names of each two whose values differ by more than the margin of error, the lower first. They need not be the lowest and
            the highest: few answers at an end have a wide margin.
    """

    by: Cut
    spot: Spot
    kpi: KPI
    period: str
    values: tuple[tuple[str, Measurement], ...]
    margin: Difference | None
    shown: tuple[tuple[str, str], ...] = ()

    @property
    def spread(self) -> float:
        """Highest minus lowest, in the unit of the KPI."""
        return float(self.values[-1][1].value - self.values[0][1].value)

    @property
    def is_shown(self) -> bool | None:
        """Whether the spread is more than its margin of error; None where there is no margin."""
        return None if self.margin is None else self.margin.is_shown


@frozen(kw_only=True)
class ChannelGaps:
    """Channel against channel, and persona against persona.

    Attributes:
        before, after: the gaps of each side, in order of the journey; the same where one journey is compared with itself.
        pairs: gaps of both sides that tell of the same figure at the same touchpoint, the last period of each.
        unmeasured: touchpoints after with several channels of which no figure is known by channel.
    """

    before: tuple[ChannelGap, ...]
    after: tuple[ChannelGap, ...]
    pairs: tuple[tuple[ChannelGap, ChannelGap], ...]
    unmeasured: tuple[Spot, ...]


def channels(comparison: "Comparison") -> ChannelGaps:
    """Looks at each side by channel and by persona; compare a journey with itself to look at it alone.

    Only measurements of one KPI at one place and in one period are set beside each other.

    Raises:
        ConversionError: two portfolios were compared.
    """
    before, after = two_journeys(comparison, "Channel against channel")
    one, other = tuple(_gaps(before)), tuple(_gaps(after))
    partner, now = {before.id: after.id, **partners(comparison)}, comparison.translation.now
    last = {(gap.by, gap.spot.id, gap.kpi.id): gap for gap in other}
    earlier = {(gap.by, partner.get(gap.spot.id, gap.spot.id), now("kpi", gap.kpi.id)): gap for gap in one}
    measured = {gap.spot.id for gap in other if gap.by == "channel"}
    return ChannelGaps(
        before=one, after=other,
        pairs=tuple((gap, last[key]) for key, gap in earlier.items() if key in last and last[key] != gap),
        unmeasured=tuple(_spot(after, held.id) for held in after.touchpoints if len(held.channels) > 1 and held.id not in measured),
    )  # fmt: skip


def _gaps(journey: Journey) -> Iterator[ChannelGap]:
    """Ordered by place, KPI and period."""
    order = {name: place for place, name in enumerate(("", *journey.touchpoints.ids))}
    held: dict[tuple[int, str, str, Cut, str], tuple[KPI, dict[str, Measurement]]] = {}
    for series in series_in(journey):
        whole, _, inner = series.anchor.partition("/")
        if inner not in order or (series.anchor and whole != journey.id):
            continue
        for point in series.points:
            when = str(point.measured.at or "")
            cuts: tuple[tuple[Cut, str, str], ...] = (
                ("channel", series.channel, series.persona),
                ("persona", series.persona, series.channel),
            )
            for cut, name, fixed in cuts:
                if name:
                    cell = held.setdefault((order[inner], series.kpi.id, when, cut, fixed), (series.kpi, {}))
                    cell[1][name] = point.measured
    places = ("", *journey.touchpoints.ids)
    for (place, _, when, cut, _), (kpi, values) in sorted(held.items(), key=lambda one: one[0]):
        if len(values) > 1:
            ranked = sorted(values.items(), key=lambda one: (one[1].value, one[0]))
            called = journey.library.channel_name if cut == "channel" else journey.library.name_of
            shown = (
                (called(low), called(high))
                for (low, one), (high, other) in combinations(ranked, 2)
                if (difference := figure_change(kpi, one, other).margin) is not None and difference.is_shown
            )
            yield ChannelGap(
                by=cut, spot=_spot(journey, places[place]), kpi=kpi, period=when,
                values=tuple((called(name), value) for name, value in ranked),
                margin=figure_change(kpi, ranked[0][1], ranked[-1][1]).margin, shown=tuple(shown),
            )  # fmt: skip


def _spot(journey: Journey, key: str) -> Spot:
    if not key:
        return Spot("", journey.id, journey.title)
    return Spot(f"{step('stages', journey.stage_of(key).id)}.{step('touchpoints', key)}", key, journey.touchpoints[key].title)
