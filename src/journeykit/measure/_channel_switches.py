"""Where the customer has to change the channel."""

from collections.abc import Sequence

from attrs import frozen

from journeykit.model import Channel, Journey, Link

from ._numbers import count
from ._places import Column, columns_of, names, neighbours, stated
from ._result import Missing, Result, Used, for_each_journey

_DIGITAL = frozenset({"web", "app", "email", "sms", "chat", "messaging", "social", "kiosk", "in_product", "marketplace"})
_HUMAN = frozenset({"face_to_face", "phone"})


def is_digital(channel: Channel | None) -> bool | None:
    """Whether a channel is digital: as given, else after its medium; None where neither says."""
    if channel is None or (channel.digital is None and channel.medium in {None, "other"}):
        return None
    return channel.digital if channel.digital is not None else channel.medium in _DIGITAL


def is_human(channel: Channel | None) -> bool | None:
    """Whether a person is met in a channel, after its medium; None where that is not known."""
    return None if channel is None or channel.medium in {None, "other"} else channel.medium in _HUMAN


@frozen(kw_only=True)
class Switch:
    """From one touchpoint to the next no channel stays.

    Attributes:
        start, end: ids of the touchpoints; index: place of the first. before, after: their channels.
        is_forced: only one channel is offered afterwards.
        crosses: "digital to human" or "human to digital"; empty where neither or not known.
        handover: a handover between them is recorded. context: what its note says about what is carried over.
    """

    index: int
    start: str
    end: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    is_forced: bool
    crosses: str
    handover: bool
    context: str


def handovers_of(journey: Journey) -> dict[tuple[str, str], Link]:
    """Handover links by their ends; an activity stands for each of the touchpoints that it belongs to."""
    at = {one.id: one.touchpoints for one in journey.activities}
    return {
        (source, target): link
        for link in journey.links
        if link.kind == "handover"
        for source in at.get(link.source, (link.source,))
        for target in at.get(link.target, (link.target,))
    }


def switches_of(journey: Journey, columns: Sequence[Column]) -> tuple[Switch, ...]:
    """The switches from one touchpoint in a channel to the next.

    What the customer does alone, in no channel, is passed over; a contact of whose channel nothing is known hides a switch.
    """
    handed = handovers_of(journey)
    found: list[Switch] = []
    met = [one for one in columns if one.touchpoint.channels or one.touchpoint.kind == "interaction"]
    for one, two in neighbours(met):
        before, after = one.touchpoint.channels, two.touchpoint.channels
        if not before or not after or set(before) & set(after):
            continue
        link = handed.get((one.touchpoint.id, two.touchpoint.id))
        found.append(
            Switch(
                index=one.index, start=one.touchpoint.id, end=two.touchpoint.id, before=before, after=after, is_forced=len(after) == 1,
                crosses=_crosses(journey, before[0], after[0]), handover=link is not None, context=link.note or "" if link else "",
            )
        )  # fmt: skip
    return tuple(found)


def _crosses(journey: Journey, before: str, after: str) -> str:
    first, last = journey.library.channels.get(before), journey.library.channels.get(after)
    if is_digital(first) and is_human(last):
        return "digital to human"
    return "human to digital" if is_human(first) and is_digital(last) else ""


@frozen(kw_only=True)
class ChannelSwitches(Result[int]):
    """Switches of channel; `value` is their number. `forced`: how many leave no choice."""

    switches: tuple[Switch, ...] = ()
    forced: int = 0


@for_each_journey
def channel_switches(journey: Journey) -> ChannelSwitches:
    """Neighbouring touchpoints without a common channel, which are forced, and which cross between digital and human.

    Touchpoints are neighbours also across what the customer does alone, in no channel.

    Args:
        journey: a journey; a portfolio gives one result a journey.

    Example:
        >>> from journeykit.model import Stage, Touchpoint
        >>> steps = [Touchpoint("Looks", channel="web"), Touchpoint("Tries", channel="shop"), Touchpoint("Pays", channels=["shop", "web"])]
        >>> found = channel_switches(Journey("I buy", stages=[Stage("All", steps)]))
        >>> found.value, found.forced
        (1, 1)
    """
    columns = columns_of(journey)
    switches = switches_of(journey, columns)
    forced = sum(1 for one in switches if one.is_forced)
    unknown = [one for one in columns if one.touchpoint.kind == "interaction" and not one.touchpoint.channels]
    tail = f"; {count(len(unknown), 'contact')} without a channel" if unknown else ""
    title = {one.touchpoint.id: one.touchpoint.title for one in columns}
    return ChannelSwitches(
        measure="channel_switches",
        about=journey.id,
        value=len(switches),
        sentence=f"{count(len(switches), 'channel switch', 'channel switches')}, {forced} of them forced{tail}.",
        columns=("start", "end", "start_title", "end_title", "before", "after", "is_forced", "crosses", "handover", "context"),
        records=tuple(
            (one.start, one.end, title[one.start], title[one.end], names(journey, one.before), names(journey, one.after), one.is_forced,
             one.crosses or None, one.handover, one.context or None)
            for one in switches
        ),
        used=tuple(Used(f"{one.where}.channels", ", ".join(one.touchpoint.channels)) for one in columns if one.touchpoint.channels),
        missing=tuple(Missing(f"{one.where}.channels", "no channel: a switch cannot be seen") for one in unknown),
        basis=stated(journey),
        switches=switches,
        forced=forced,
    )  # fmt: skip
