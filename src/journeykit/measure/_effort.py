"""How much a journey asks of the customer: measured where somebody asked, counted otherwise."""

from collections.abc import Sequence

from attrs import frozen

from journeykit.model import Journey

from ._channel_switches import switches_of
from ._kpi_series import series_in
from ._numbers import count, number, quoted
from ._places import Column, columns_of, neighbours, path_of, stated
from ._result import Missing, Result, Used, for_each_journey

_NAMES = {
    "customer_actions": ("customer action",),
    "contacts": ("contact",),
    "channel_switches": ("channel switch", "channel switches"),
    "transfers": ("transfer",),
    "repeats": ("repeat",),
}


@frozen(kw_only=True)
class Effort(Result[float | None]):
    """Customer effort; `value` is the last measured CES of the whole journey, None where none was measured.

    Attributes:
        customer_actions: things that the customer does. contacts: interactions.
        channel_switches: changes to a channel not offered before. transfers: changes of counterpart from one contact to the next.
        repeats: touchpoints that may happen several times.
    """

    customer_actions: int = 0
    contacts: int = 0
    channel_switches: int = 0
    transfers: int = 0
    repeats: int = 0


@for_each_journey
def effort(journey: Journey) -> Effort:
    """The measured effort score, and beside it counts of what drives effort. The counts are not a score, and are not made one.

    Args:
        journey: a journey; a portfolio gives one result a journey.

    Source: drivers of high effort: repeat contacts, channel switching, transfers, repeating information (Dixon and others).

    Example:
        >>> from journeykit.model import Stage, Touchpoint
        >>> steps = [Touchpoint("Calls", channel="phone", actions=["Dials", "Waits"]), Touchpoint("Writes", channel="email")]
        >>> found = effort(Journey("I complain", stages=[Stage("All", steps)]))
        >>> found.value, found.contacts, found.channel_switches, found.customer_actions
        (None, 2, 1, 2)
    """
    columns = columns_of(journey)
    counts = {
        "customer_actions": sum(len(one.touchpoint.actions) for one in columns),
        "contacts": sum(1 for one in columns if one.touchpoint.kind == "interaction"),
        "channel_switches": len(switches_of(journey, columns)),
        "transfers": _transfers(columns),
        "repeats": sum(1 for one in columns if one.touchpoint.repeats or (one.touchpoint.at_most or 1) > 1),
    }
    score = next((one for one in series_in(journey) if one.kpi.metric == "ces" and one.anchor in {"", journey.id} and one.points), None)
    value = score.points[-1].value if score else None
    measured = (
        f"Measured effort {number(value)} ({quoted(score.kpi.name)}); " if score and value is not None else "Effort was not measured; "
    )
    parts = ", ".join(count(counts[name], *_NAMES[name]) for name in counts)
    unknown = [
        Missing(f"{one.where}.channels", "no channel: a switch cannot be seen")
        for one in columns
        if one.touchpoint.kind == "interaction" and not one.touchpoint.channels
    ]
    return Effort(
        measure="effort",
        about=journey.id,
        value=value,
        sentence=f"{measured}counted: {parts}.",
        columns=("driver", "count"),
        records=tuple(counts.items()),
        used=(Used(f"{score.points[-1].where}.value", value),) if score else (),
        missing=(*(() if score else (Missing(path_of(journey, "kpis"), "no customer effort score of the journey"),)), *unknown),
        basis=("measured", *stated(journey)) if score else stated(journey),
        customer_actions=counts["customer_actions"],
        contacts=counts["contacts"],
        channel_switches=counts["channel_switches"],
        transfers=counts["transfers"],
        repeats=counts["repeats"],
    )


def _transfers(columns: Sequence[Column]) -> int:
    contacts = [one for one in columns if one.touchpoint.kind == "interaction" and one.touchpoint.counterparts]
    return sum(1 for one, two in neighbours(contacts) if not set(one.touchpoint.counterparts) & set(two.touchpoint.counterparts))
