"""What was measured on both sides: the last value of each series, and whether the difference is more than chance."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from journeykit.errors import parse_where
from journeykit.measure import Difference, Series, better, change_of, series_in
from journeykit.model import KPI, Journey, Measurement

if TYPE_CHECKING:
    from .result import Comparison

__all__ = [
    "FigureChange", "FigureVerdict", "addresses_after", "figure_change", "figure_changes", "judged_alike", "series_after", "series_key",
]  # fmt: skip

SeriesKey = tuple[str, str, str, str]
"""KPI, address, persona and channel of a series, by id."""

FigureVerdict = Literal["better", "worse", "changed", "unchanged", "no demonstrable change", "margin unknown", "not comparable"]
_LEVEL = 0.95


@frozen(kw_only=True)
class FigureChange:
    """The last value of one series of a KPI before and after.

    Attributes:
        kpi: as it is defined after.
        place: the address where it was measured, before; empty where nowhere in particular.
        persona, channel: of whom, and through what; empty where not given.
        before, after: the measurements.
        is_comparable: both sides compute the figure in the same way, as far as they say.
        margin: the difference with its margin, in the unit of the KPI; None where n or the way of computing is not stated.
        is_better: whether the difference is for the better, whatever its margin; None where it is none or no direction is known.
    """

    kpi: KPI
    place: str
    persona: str
    channel: str
    before: Measurement
    after: Measurement
    is_comparable: bool
    margin: Difference | None
    is_better: bool | None

    @property
    def difference(self) -> float:
        """After minus before, in the unit of the KPI."""
        return float(self.after.value - self.before.value)

    @property
    def verdict(self) -> FigureVerdict:
        """Better and worse only beyond the margin of error; `changed` where it is not known which way is better."""
        if not self.is_comparable:
            return "not comparable"
        if self.difference == 0:
            return "unchanged"
        if self.margin is None:
            return "margin unknown"
        if not self.margin.is_shown:
            return "no demonstrable change"
        return "changed" if self.is_better is None else "better" if self.is_better else "worse"


def judged_alike(before: KPI, after: KPI) -> bool:
    """Two definitions of a KPI do not contradict each other in method, scale or unit; what is unknown contradicts nothing."""
    sides = [(one.method if one.method != "unknown" else None, one.scale, one.unit) for one in (before, after)]
    return all(one is None or other is None or one == other for one, other in zip(*sides, strict=True))


def figure_change(kpi: KPI, before: Measurement, after: Measurement, **about: str) -> FigureChange:
    """The change between two measurements of one KPI; `about` may give place, persona and channel."""
    difference = float(after.value - before.value)
    return FigureChange(
        kpi=kpi, place=about.get("place", ""), persona=about.get("persona", ""), channel=about.get("channel", ""), before=before, after=after,
        is_comparable=True, margin=change_of(kpi, before, after, _LEVEL), is_better=better(kpi, difference, float(after.value)),
    )  # fmt: skip


def addresses_after(comparison: "Comparison") -> Callable[[str], str]:
    """From an address before to that of the same thing after; one that has no partner stays as it is.

    Only whole things are followed: what was split or merged was not measured as one.
    """
    before, after = comparison.before, comparison.after
    one, other = (f"{side.id}/" if isinstance(side, Journey) else None for side in (before, after))
    found: dict[str, str] = {}
    for pair in comparison.pairs:
        old, new = ((_address(spot.at, pair.what, front)) for spot, front in ((pair.old, one), (pair.new, other)))
        if old and new:
            found[old] = new
    return lambda written: found.get(written, written)


def _address(at: str, what: str, front: str | None) -> str:
    """The address of a model path: `journey/touchpoint`, `journey/stage:stage` or `journey`."""
    if what not in {"Journey", "Stage", "Touchpoint", "Activity"}:
        return ""
    keys = {name: str(key) for name, key in parse_where(at)} if at else {}
    head = front.rstrip("/") if front is not None else keys.get("journeys", "")
    tail = {"Stage": f"/stage:{keys.get('stages')}", "Touchpoint": f"/{keys.get('touchpoints')}", "Activity": f"/{keys.get('activities')}"}
    return head + tail.get(what, "")


def figure_changes(comparison: "Comparison") -> Iterator[FigureChange]:
    """Every series that both sides have a value of, and whose last value is another measurement, in the order of the KPIs before."""
    before, after = comparison.before, comparison.after
    follow = series_after(comparison)
    held = {series_key(one): one for one in series_in(after) if one.points}
    for series in series_in(before):
        if not series.points:
            continue
        other = held.get(follow(series))
        if other is None or other.points[-1].measured == series.points[-1].measured:
            continue
        one, two = series.points[-1].measured, other.points[-1].measured
        alike = judged_alike(series.kpi, other.kpi)
        difference = float(two.value - one.value)
        yield FigureChange(
            kpi=other.kpi, place=series.anchor, persona=series.persona, channel=series.channel, before=one, after=two, is_comparable=alike,
            margin=change_of(other.kpi, one, two, _LEVEL) if alike else None, is_better=better(other.kpi, difference, float(two.value)),
        )  # fmt: skip


def series_key(one: Series) -> SeriesKey:
    """By what a series is known on its side."""
    return one.kpi.id, one.anchor, one.persona, one.channel


def series_after(comparison: "Comparison") -> Callable[[Series], SeriesKey]:
    """From a series before to what the same is known by after."""
    follow, now = addresses_after(comparison), comparison.translation.now
    return lambda one: (now("kpi", one.kpi.id), follow(one.anchor), now("actor", one.persona), now("channel", one.channel))
