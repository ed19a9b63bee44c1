"""How long a journey takes: the times known, their sum, and what it is measured against."""

from datetime import timedelta
from typing import Literal

from attrs import frozen

from journeykit.model import KPI
from journeykit.record import Record

from .context import Context

_MINUTE = timedelta(minutes=1)
Unit = Literal["min", "h", "d"]
PER_UNIT: dict[Unit, int] = {"min": 1, "h": 60, "d": 1440}
_UNITS: dict[str, Unit] = {
    "min": "min",
    "minute": "min",
    "minutes": "min",
    "h": "h",
    "hour": "h",
    "hours": "h",
    "d": "d",
    "day": "d",
    "days": "d",
}


@frozen(eq=False, repr=False)
class Times(Record):
    """The sum of the times known.

    Attributes:
        total: minutes. known: how many columns have a time. unit: in which it reads best; that of the KPI where one sets the target.
        target: minutes, or None. tolerated: the target is the sum of what is tolerated at each touchpoint, not that of a KPI.
    """

    total: float
    known: int
    unit: Unit
    target: float | None = None
    tolerated: bool = False


def minutes(value: timedelta | None) -> float:
    """A duration in minutes; none is 0, which the caller must have told apart before."""
    return value / _MINUTE if value is not None else 0.0


def times_of(context: Context) -> Times | None:
    """The sum of durations and waits, or None where none is known. Measurements are never added to it."""
    timed = [one for one in context.columns if one.duration is not None or one.wait_before is not None]
    if not timed:
        return None
    total = sum(minutes(one.duration) + minutes(one.wait_before) for one in timed)
    for kpi in context.measured.kpis:
        if (unit := _unit_of(kpi)) and kpi.target is not None and (kpi.id in context.journey.kpis or context.journey.id in kpi.scope):
            return Times(total, len(timed), unit, kpi.target * PER_UNIT[unit])
    if all(one.tolerance is not None for one in timed):
        return Times(total, len(timed), unit_for(total), sum(minutes(one.tolerance) for one in timed), tolerated=True)
    return Times(total, len(timed), unit_for(total))


def _unit_of(kpi: KPI) -> Unit | None:
    """The unit of a KPI that counts the time of the whole and wants less of it; known metrics of time count other things."""
    if kpi.metric not in {None, "custom"} or kpi.direction not in {None, "lower"} or kpi.family not in {None, "operational"}:
        return None
    return _UNITS.get((kpi.unit or "").strip().casefold())


def unit_for(total: float) -> Unit:
    """The unit in which so many minutes read best."""
    return "min" if total < 600 else "h" if total < 96 * 60 else "d"
