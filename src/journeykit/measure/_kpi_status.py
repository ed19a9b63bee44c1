"""Where each KPI stands, how far it has come, where it moves, and whether that can be told from chance."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from attrs import evolve, frozen

from journeykit.arguments import door
from journeykit.errors import step
from journeykit.model import KPI

from ._intervals import Difference, Interval
from ._kpi_series import Series, change_of, interval_of, latest, series_in, years
from ._numbers import count, number, quoted, signed
from ._places import about
from ._result import Book, Cell, Missing, Result, Used
from ._statistics import slope

Status = Literal["on_target", "within", "amber", "off", "no_target", "no_direction", "no_data", "stale"]
Verdict = Literal["better", "worse", "changed", "no demonstrable change", "unchanged", "margin unknown"]
_DAYS = {"monthly": 31, "quarterly": 92, "half_yearly": 184, "yearly": 366}
_COLUMNS = (
    "kpi", "name", "family", "anchor", "persona", "channel", "unit", "at", "value", "n", "low", "high", "status", "target", "to_target",
    "attainment", "previous_at", "previous", "change", "margin", "verdict", "trend_a_year", "periods", "sources_differ",
)  # fmt: skip


@frozen(kw_only=True)
class KPIState:
    """One series of one KPI.

    Attributes:
        kpi, name, family, unit, anchor, persona, channel: which series; empty where not given.
        value, at, n, interval: the last measurement, its interval where n and the formula are known.
        status: on_target; within (clear of its thresholds, no target); amber (short of the target, not off); off; no_target;
            no_direction; no_data; stale.
        target, to_target: the target, and value − target, in the unit.
        attainment: (value − baseline) / (target − baseline); may exceed 1 or be negative; None without both or where they are equal.
        previous, previous_at, change: the dated measurement before, and value − previous.
        difference: the change with its margin, where it can be had.
        verdict: better or worse only where the change exceeds its margin.
        trend, periods: slope a year over the last periods, three at least.
        is_better: whether the change is for the better, whatever its margin; None where it is none or the direction is not known.
        sources_differ: change or trend join figures of different sources, which may not have asked alike.
    """

    kpi: str
    name: str
    family: str
    unit: str
    anchor: str
    persona: str
    channel: str
    value: float | None = None
    at: str = ""
    n: int | None = None
    interval: Interval | None = None
    status: Status
    target: float | None = None
    to_target: float | None = None
    attainment: float | None = None
    previous: float | None = None
    previous_at: str = ""
    change: float | None = None
    difference: Difference | None = None
    verdict: Verdict | None = None
    trend: float | None = None
    periods: int = 0
    is_better: bool | None = None
    sources_differ: bool = False


@frozen(kw_only=True)
class KPIStatus(Result[int]):
    """The state of every series; `value` counts those that are off or amber."""

    states: tuple[KPIState, ...] = ()


@door
def kpi_status(book: Book, *, today: date | None = None, level: float = 0.95, periods: int = 3) -> KPIStatus:
    """Status by direction, attainment, change with its margin, and trend, for every series of every KPI.

    A series is what was measured of one KPI at one anchor, of one persona, through one channel; series are never mixed or averaged.
    A change within its margin is no demonstrable change; where n is not stated no margin is invented. Where
    figures of different sources are joined, the row says so.

    Args:
        book: a journey (what is measured of it) or a portfolio.
        today: date for staleness: a figure older than two of the KPI's periods is stale. None: staleness is not judged.
        level: of intervals and margins.
        periods: how many of the last dated values the trend takes, at least 3.

    Source: intervals as in `nps_interval`, `nps_standard_error_bound`, `share_interval` and `mean_interval`.

    Example:
        >>> from journeykit.model import KPI, Measurement, Portfolio
        >>> wait = KPI("Wait", unit="min", direction="lower", target=90, measurements=[Measurement(at=2015, value=157)])
        >>> one = kpi_status(Portfolio("Cars", kpis=[wait])).states[0]
        >>> one.status, one.to_target
        ('off', 67.0)
    """
    held = series_in(book)
    states = tuple(_state(one, today, level=level, periods=max(3, periods)) for one in held)
    return KPIStatus(
        measure="kpi_status",
        about=about(book),
        value=sum(1 for one in states if one.status in {"off", "amber"}),
        sentence=_sentence(states),
        columns=_COLUMNS,
        records=tuple(map(_record, states)),
        used=tuple(Used(f"{one.where}.value", one.value) for series in held for one in series.points),
        missing=tuple(_missing(held)),
        basis=("measured",) if any(one.points for one in held) else (),
        notes=() if today else ("Staleness is not judged: no date was given.",),
        states=states,
    )


def direction_of(kpi: KPI) -> Literal["higher", "lower", "target"] | None:
    """Which way is better: as given, else from baseline to target; None where neither says."""
    if kpi.direction or kpi.target is None or kpi.baseline is None or kpi.target == kpi.baseline:
        return kpi.direction
    return "higher" if kpi.target > kpi.baseline else "lower"


def status_of(kpi: KPI, value: float) -> Status:
    """The status of a value.

    Example:
        >>> status_of(KPI("Calls", direction="lower", target=10, red=20), 15)
        'amber'
    """
    direction = direction_of(kpi)
    if kpi.target is None and kpi.amber is None and kpi.red is None:
        return "no_target"
    if direction is None or (direction == "target" and kpi.target is None):
        return "no_direction"
    origin = kpi.target or 0.0
    sign = -1 if direction == "lower" else 1

    def good(one: float) -> float:
        return -abs(one - origin) if direction == "target" else sign * one

    if kpi.red is not None and good(value) <= good(kpi.red):
        return "off"
    if kpi.amber is not None and good(value) <= good(kpi.amber):
        return "amber"
    if kpi.target is None:
        return "within"
    if good(value) >= good(kpi.target) or (direction == "target" and kpi.amber is not None):
        return "on_target"
    return "off" if kpi.amber is None and kpi.red is None else "amber"


def better(kpi: KPI, change: float, value: float) -> bool | None:
    """Whether a change that ends at `value` is for the better; None where it is none or nobody says which way is good."""
    direction = direction_of(kpi)
    if change == 0 or direction is None:
        return None
    if direction == "target":
        if kpi.target is None:
            return None
        before, after = abs(value - change - kpi.target), abs(value - kpi.target)
        return None if before == after else after < before
    return (change > 0) == (direction == "higher")


def _state(series: Series, today: date | None, *, level: float, periods: int) -> KPIState:
    kpi, last = series.kpi, latest(series)
    state = KPIState(
        kpi=kpi.id, name=kpi.name, family=kpi.family or "", unit=kpi.unit or "", anchor=series.anchor, persona=series.persona,
        channel=series.channel, status="no_data", target=kpi.target,
    )  # fmt: skip
    if last is None:
        return state
    value, measured = last.value, last.measured
    dated = [one for one in series.points if one.measured.at is not None]
    before = dated[-2] if len(dated) > 1 else None
    change = value - before.value if before else None
    gap = change_of(kpi, before.measured, measured, level) if before else None
    improved = better(kpi, change, value) if change is not None else None
    recent = dated[-periods:]
    trend = slope([years(one) or 0.0 for one in recent], [one.value for one in recent]) if len(recent) >= 3 else None
    return evolve(
        state,
        value=value,
        at=str(measured.at or ""),
        n=measured.n,
        interval=interval_of(kpi, measured, level),
        status="stale" if _is_stale(kpi, measured.at.end if measured.at else None, today) else status_of(kpi, value),
        to_target=value - kpi.target if kpi.target is not None else None,
        attainment=_attainment(kpi, value),
        previous=before.value if before else None,
        previous_at=str(before.measured.at) if before else "",
        change=change,
        difference=gap,
        verdict=None if change is None else _verdict(change, gap, improved),
        sources_differ=len({one.measured.source for one in (recent if trend is not None else dated[-2:])}) > 1,
        trend=trend,
        periods=len(recent) if trend is not None else 0,
        is_better=improved,
    )


def _attainment(kpi: KPI, value: float) -> float | None:
    if kpi.baseline is None or kpi.target is None or kpi.target == kpi.baseline:
        return None
    return (value - kpi.baseline) / (kpi.target - kpi.baseline)


def _is_stale(kpi: KPI, end: date | None, today: date | None) -> bool:
    return today is not None and end is not None and kpi.period is not None and (today - end).days > 2 * _DAYS[kpi.period]


def _verdict(change: float, gap: Difference | None, improved: bool | None) -> Verdict:  # noqa: FBT001  # three states, not a flag
    if change == 0:
        return "unchanged"
    if gap is None:
        return "margin unknown"
    if not gap.is_shown:
        return "no demonstrable change"
    return "changed" if improved is None else "better" if improved else "worse"


def _missing(held: Sequence[Series]) -> list[Missing]:
    found: list[Missing] = []
    for kpi in {one.kpi.id: one.kpi for one in held}.values():
        where = step("kpis", kpi.id)
        if kpi.target is None:
            found.append(Missing(f"{where}.target", "no target: no attainment"))
        if direction_of(kpi) is None:
            found.append(Missing(f"{where}.direction", "not known which way is better"))
        if kpi.metric in {"csat", "ces"} and kpi.method in {None, "unknown"}:
            found.append(Missing(f"{where}.method", "not known how answers become one figure: no interval"))
    for series in held:
        if not series.points:
            found.append(Missing(f"{step('kpis', series.kpi.id)}.measurements", "never measured"))
        found += [
            Missing(f"{one.where}.n", "not stated: no margin")
            for one in series.points
            if one.measured.n is None and not one.measured.counts
        ]
    return found


def _record(one: KPIState) -> tuple[Cell, ...]:
    low, high = (one.interval.low, one.interval.high) if one.interval else (None, None)
    return (
        one.kpi, one.name, one.family, one.anchor, one.persona, one.channel, one.unit, one.at, one.value, one.n, low, high, one.status,
        one.target, one.to_target, one.attainment, one.previous_at, one.previous, one.change,
        one.difference.margin if one.difference else None, one.verdict, one.trend, one.periods, one.sources_differ,
    )  # fmt: skip


def _sentence(states: Sequence[KPIState]) -> str:
    if not states:
        return "No KPI is defined."
    judged = [one for one in states if one.status in {"on_target", "within", "amber", "off"}]
    text = f"{len(judged)} of {count(len(states), 'measured series', 'measured series')} can be judged against a target or threshold"
    off = [one for one in judged if one.status == "off"]
    if not off:
        return f"{text}; none is off."
    worst = off[0]
    gap = f" ({signed(worst.to_target)} against its target)" if worst.to_target is not None else ""
    return f"{text}; {len(off)} off, such as {quoted(worst.name)} at {number(worst.value or 0)}{gap}."
