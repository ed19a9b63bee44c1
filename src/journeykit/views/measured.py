"""The KPIs of a journey and what was measured, found once: for the whole, and for each touchpoint."""

from collections.abc import Mapping
from datetime import date

from attrs import frozen

from journeykit.model import KPI, Journey, Measurement
from journeykit.record import Record

Value = tuple[KPI, Measurement]


@frozen(eq=False, repr=False)
class Measured(Record):
    """Measurements in order of time.

    Attributes:
        kpis: the KPIs of the journey as a whole: those it names and those whose scope it is; where there are none of either, those of the
            library that hold anywhere.
        of_whole: by KPI what was measured of the whole journey and all its customers.
        at: by touchpoint the latest value of each KPI measured there.
    """

    kpis: tuple[KPI, ...]
    of_whole: Mapping[str, tuple[Measurement, ...]]
    at: Mapping[str, tuple[Value, ...]]


def measured_in(journey: Journey) -> Measured:
    """Sorts the library's measurements to the places of a journey."""
    library = journey.library
    if not library.kpis:
        return Measured(tuple(KPI(name) for name in journey.kpis), {}, {})
    loose: dict[str, list[Measurement]] = {}
    for one in library.measurements:
        if one.kpi:
            loose.setdefault(one.kpi, []).append(one)
    of_whole: dict[str, tuple[Measurement, ...]] = {}
    at: dict[str, list[Value]] = {}
    prefix = f"{journey.id}/"
    for kpi in library.kpis:
        held = sorted((*kpi.measurements, *loose.get(kpi.id, ())), key=_when)
        of_whole[kpi.id] = tuple(one for one in held if _is_whole(one, journey))
        latest = {one.anchor: one for one in held if one.anchor and one.anchor.startswith(prefix)}
        for anchor, one in latest.items():
            at.setdefault(anchor.removeprefix(prefix), []).append((kpi, one))
    return Measured(_kpis(journey, of_whole), of_whole, {key: tuple(values) for key, values in at.items()})


def _kpis(journey: Journey, of_whole: Mapping[str, tuple[Measurement, ...]]) -> tuple[KPI, ...]:
    library = journey.library.kpis
    named = [library.get(key) or KPI(key) for key in journey.kpis]
    scoped = [one for one in library if one not in named and journey.id in one.scope]
    if named or scoped:
        return (*named, *scoped)
    return tuple(one for one in library if not one.scope and of_whole[one.id])


def _is_whole(one: Measurement, journey: Journey) -> bool:
    return one.anchor in {None, journey.id} and one.persona in {None, journey.persona} and one.channel is None


def _when(one: Measurement) -> tuple[date, date]:
    return (one.at.start, one.at.end) if one.at else (date.min, date.min)
