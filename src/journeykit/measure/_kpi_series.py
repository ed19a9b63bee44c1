"""The measurements of KPIs as series that can be compared: one anchor, one persona, one channel, in order of time."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from journeykit.arguments import door
from journeykit.errors import step
from journeykit.model import KPI, Library, Measurement, Portfolio, fold

from ._intervals import (
    Difference,
    Interval,
    difference,
    mean_interval,
    nps_bound_interval,
    nps_difference,
    nps_interval,
    share_difference,
    share_interval,
)
from ._places import library_of, places_in
from ._result import Book

_GROUPS = ("promoters", "passives", "detractors")
_YEAR = 365.2425


@frozen
class Point:
    """A measurement with its model path."""

    where: str
    measured: Measurement

    @property
    def value(self) -> float:
        """The value, in the unit of the KPI."""
        return float(self.measured.value)


@frozen
class Series:
    """What was measured of one KPI at one anchor, of one persona, through one channel; the undated first, then in order of time."""

    kpi: KPI
    anchor: str
    persona: str
    channel: str
    points: tuple[Point, ...]


@door
def series_in(book: Book) -> tuple[Series, ...]:
    """Every series of a book; a KPI without any measurement has one empty series. Of a journey: what is measured of it."""
    library = library_of(book)
    held = points_of(library)
    here = frozenset[str]() if isinstance(book, Portfolio) else places_in(book)
    made: list[Series] = []
    for kpi in _kpis(book, here):
        parts: dict[tuple[str, str, str], list[Point]] = {}
        for one in held.get(kpi.id, ()):
            key = (one.measured.anchor or "", one.measured.persona or "", one.measured.channel or "")
            parts.setdefault(key, []).append(one)
        if not isinstance(book, Portfolio):
            parts = {key: points for key, points in parts.items() if not key[0] or key[0] in here}
        made += [Series(kpi, *key, tuple(sorted(points, key=when))) for key, points in parts.items()]
        if not parts:
            made.append(Series(kpi, "", "", "", ()))
    return tuple(made)


def points_of(library: Library) -> dict[str, list[Point]]:
    """The measurements of each KPI by its id: those at the KPI, then those of the library's list."""
    found = {
        kpi.id: [Point(f"{step('kpis', kpi.id)}.{step('measurements', at)}", one) for at, one in enumerate(kpi.measurements)]
        for kpi in library.kpis
    }
    for at, one in enumerate(library.measurements):
        if one.kpi:
            found.setdefault(fold(one.kpi), []).append(Point(step("measurements", at), one))
    return found


def _kpis(book: Book, here: frozenset[str]) -> Iterator[KPI]:
    """All of a portfolio; of a journey those that it, its touchpoints, or their own scope and anchors name."""
    if isinstance(book, Portfolio):
        yield from book.kpis
        return
    named = {fold(one) for one in (*book.kpis, *(key for held in book.touchpoints for key in held.kpis))}
    loose = {fold(one.kpi) for one in book.library.measurements if one.kpi and one.anchor in here}
    for kpi in book.library.kpis:
        inside = any(one in here for one in kpi.scope) or any(one.anchor in here for one in kpi.measurements)
        if kpi.id in named or kpi.id in loose or inside:
            yield kpi


def when(one: Point) -> tuple[date, date]:
    """The order of time; what has no date comes first."""
    at = one.measured.at
    return (at.end, at.start) if at else (date.min, date.min)


def years(one: Point) -> float | None:
    """The middle of the measured period in years; None where it has no date."""
    at = one.measured.at
    if at is None:
        return None
    first = one.measured.start or at
    return (first.start.toordinal() + at.end.toordinal() + 1) / 2 / _YEAR


def latest(series: Series) -> Point | None:
    """The last measurement."""
    return series.points[-1] if series.points else None


def is_share(kpi: KPI) -> bool:
    """Whether a percentage of this KPI is a share of answers or cases: neither a mean nor an unknown formula."""
    return (
        kpi.unit == "%"
        and kpi.metric != "nps"
        and kpi.method in {None, "top_2_box"}
        and not (kpi.metric in {"csat", "ces"} and kpi.method is None)
    )


def interval_of(kpi: KPI, one: Measurement, level: float) -> Interval | None:
    """The interval of a measurement in the unit of the KPI; None where n, or the way it was computed, is not stated."""
    groups = _groups(one)
    value = float(one.value)
    if kpi.metric == "nps" and groups is not None:
        return nps_interval(*groups, level=level)
    if one.n is None:
        return None
    if kpi.metric == "nps":
        return nps_bound_interval(value, one.n, level=level) if -100 <= value <= 100 else None
    if is_share(kpi) and 0 <= value <= 100:
        found = share_interval(_hits(one), one.n, level=level)
        return Interval(
            value=100 * found.value, low=100 * found.low, high=100 * found.high, se=100 * found.se, level=level, n=found.n, method=found.method
        )  # fmt: skip
    return mean_interval(value, one.sd, one.n, level=level) if one.sd is not None and one.n > 1 else None


def change_of(kpi: KPI, before: Measurement, after: Measurement, level: float) -> Difference | None:
    """The change with its margin, in the unit of the KPI; None where a margin cannot be had."""
    groups = (_groups(before), _groups(after))
    if kpi.metric == "nps" and groups[0] is not None and groups[1] is not None:
        return nps_difference(groups[0], groups[1], level=level)
    one, two = interval_of(kpi, before, level), interval_of(kpi, after, level)
    if one is None or two is None:
        return None
    if one.method == two.method == "wilson":
        found = share_difference((_hits(before), one.n), (_hits(after), two.n), level=level)
        return Difference(
            value=100 * found.value, low=100 * found.low, high=100 * found.high, margin=100 * found.margin, method=found.method
        )
    return difference(one, two)


def _groups(one: Measurement) -> tuple[int, int, int] | None:
    counts = [one.counts.get(name) for name in _GROUPS]
    if any(not isinstance(held, int) or held < 0 for held in counts):
        return None
    promoters, passives, detractors = (held or 0 for held in counts)
    return (promoters, passives, detractors) if promoters + passives + detractors else None


def _hits(one: Measurement) -> float:
    """Hits as counted, else as the share says."""
    n = one.n or 0
    hits = one.counts.get("hits")
    return float(hits) if isinstance(hits, int) and 0 <= hits <= n else min(float(n), float(one.value) / 100 * n)
