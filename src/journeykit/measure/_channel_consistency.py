"""How far channels differ at the same touchpoint."""

from collections.abc import Sequence

from attrs import frozen

from journeykit.model import Journey

from ._kpi_series import Series, series_in
from ._numbers import count, number, quoted
from ._places import columns_of
from ._result import Missing, Result, Used, for_each_journey


@frozen(kw_only=True)
class Spread:
    """One KPI at one touchpoint in one period, by channel: highest minus lowest, in the unit of the KPI."""

    touchpoint: str
    kpi: str
    at: str
    by_channel: tuple[tuple[str, float], ...]
    spread: float


@frozen(kw_only=True)
class ChannelConsistency(Result[int]):
    """How far channels differ at the same touchpoint; `value` is the number of comparisons that could be made."""

    spreads: tuple[Spread, ...] = ()


@for_each_journey
def channel_consistency(journey: Journey) -> ChannelConsistency:
    """Highest minus lowest of the same KPI in the same period, at touchpoints that offer several channels.

    Only measurements that name their channel, of the same persona, are compared; readings of emotion name none.

    Args:
        journey: a journey; a portfolio gives one result a journey.
    """
    spreads, used = _spreads(journey, series_in(journey))
    several = [one for one in columns_of(journey) if len(one.touchpoint.channels) > 1]
    compared = {one.touchpoint for one in spreads}
    widest = max(spreads, key=lambda one: (one.spread, one.touchpoint), default=None)
    if widest:
        title = journey.touchpoints[widest.touchpoint].title
        sentence = f"Channels differ most at {quoted(title)}: {number(widest.spread)} in {quoted(journey.library.kpis[widest.kpi].name)}."
    else:
        sentence = (
            f"{count(len(several), 'touchpoint')} with several channels; no KPI was measured by channel there, so consistency is not known."
        )
    return ChannelConsistency(
        measure="channel_consistency",
        about=journey.id,
        value=len(spreads),
        sentence=sentence,
        columns=("touchpoint", "kpi", "at", "channel", "value", "spread"),
        records=tuple(
            (one.touchpoint, one.kpi, one.at, channel, value, one.spread) for one in spreads for channel, value in one.by_channel
        ),
        used=used,
        missing=tuple(
            Missing(one.where, "several channels, none compared by a KPI") for one in several if one.touchpoint.id not in compared
        ),
        basis=("measured",) if spreads else (),
        spreads=spreads,
    )


def _spreads(journey: Journey, held: Sequence[Series]) -> tuple[tuple[Spread, ...], tuple[Used, ...]]:
    cells: dict[tuple[str, str, str, str], dict[str, tuple[float, str]]] = {}
    for one in held:
        place = one.anchor.partition("/")[2]
        if journey.touchpoints.get(place) is None or not one.channel:
            continue
        for point in one.points:
            key = (place, one.kpi.id, str(point.measured.at or ""), one.persona)
            cells.setdefault(key, {})[one.channel] = (point.value, point.where)
    found: list[Spread] = []
    used: list[Used] = []
    for (place, kpi, at, _), values in cells.items():
        if len(values) > 1:
            figures = [value for value, _ in values.values()]
            by_channel = tuple((channel, value) for channel, (value, _) in values.items())
            found.append(Spread(touchpoint=place, kpi=kpi, at=at, by_channel=by_channel, spread=max(figures) - min(figures)))
            used += [Used(f"{where}.value", value) for value, where in values.values()]
    return tuple(found), tuple(used)
