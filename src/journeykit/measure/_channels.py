"""Which channel is offered in which stage."""

from collections.abc import Sequence

from attrs import frozen

from journeykit.model import Journey

from ._numbers import count, quoted
from ._places import Column, columns_of, stated
from ._readings import readings
from ._result import Missing, Result, Used, for_each_journey


@frozen(kw_only=True)
class ChannelCell:
    """One channel in one stage: touchpoints that offer it, how many as their first choice, readings there from lowest to highest."""

    stage: str
    channel: str
    offered: int
    primary: int
    lowest: float | None
    highest: float | None
    readings: int


@frozen(kw_only=True)
class Channels(Result[int]):
    """Which channel is offered in which stage; `value` is the number of channels.

    Attributes:
        cells: stage × channel, where offered. stages, names: the two axes, as (id, title).
    """

    cells: tuple[ChannelCell, ...] = ()
    stages: tuple[tuple[str, str], ...] = ()
    names: tuple[tuple[str, str], ...] = ()

    def matrix(self) -> tuple[tuple[str, ...], ...]:
        """A heading row of channels, then a row for each stage with the number of touchpoints that offer it."""
        held = {(one.stage, one.channel): str(one.offered) for one in self.cells}
        head = ("Stage", *(name for _, name in self.names))
        return (head, *((title, *(held.get((stage, channel), "") for channel, _ in self.names)) for stage, title in self.stages))


@for_each_journey
def channels(journey: Journey) -> Channels:
    """The matrix of stages and channels, with the readings of the touchpoints that offer them.

    A reading belongs to a touchpoint, not to one of its channels: where several are offered, each shows it.

    Args:
        journey: a journey; a portfolio gives one result a journey.

    Example:
        >>> from journeykit.model import Stage, Touchpoint
        >>> found = channels(Journey("I buy", stages=[Stage("Learn", [Touchpoint("Looks", channels=["web", "shop"])])]))
        >>> found.matrix()
        (('Stage', 'web', 'shop'), ('Learn', '1', '1'))
    """
    columns = columns_of(journey)
    felt: dict[int, list[float]] = {}
    for one in readings(journey, perspective=journey.perspective):
        felt.setdefault(one.index, []).append(one.valence)
    held: dict[tuple[str, str], list[tuple[int, bool]]] = {}
    for column in columns:
        for at, channel in enumerate(dict.fromkeys(column.touchpoint.channels)):
            held.setdefault((column.stage.id, channel), []).append((column.index, at == 0))
    cells = tuple(_cell(stage, channel, places, felt) for (stage, channel), places in held.items())
    known = tuple(dict.fromkeys(channel for _, channel in held))
    return Channels(
        measure="channels",
        about=journey.id,
        value=len(known),
        sentence=_sentence(journey, known, columns),
        columns=("stage", "channel", "name", "offered", "primary", "lowest", "highest", "readings"),
        records=tuple(
            (
                one.stage,
                one.channel,
                journey.library.channel_name(one.channel),
                one.offered,
                one.primary,
                one.lowest,
                one.highest,
                one.readings,
            )
            for one in cells
        ),
        used=tuple(Used(f"{one.where}.channels", ", ".join(one.touchpoint.channels)) for one in columns if one.touchpoint.channels),
        missing=tuple(Missing(f"{one.where}.channels", "no channel") for one in columns if not one.touchpoint.channels),
        basis=stated(journey),
        cells=cells,
        stages=tuple((one.id, one.title) for one in journey.stages),
        names=tuple((one, journey.library.channel_name(one)) for one in known),
    )


def _cell(stage: str, channel: str, places: Sequence[tuple[int, bool]], felt: dict[int, list[float]]) -> ChannelCell:
    values = [value for index, _ in places for value in felt.get(index, ())]
    return ChannelCell(
        stage=stage, channel=channel, offered=len(places), primary=sum(1 for _, first in places if first), lowest=min(values, default=None),
        highest=max(values, default=None), readings=len(values),
    )  # fmt: skip


def _sentence(journey: Journey, known: Sequence[str], columns: Sequence[Column]) -> str:
    if not known:
        return "No channel is named."
    counts = {channel: sum(1 for one in columns if channel in one.touchpoint.channels) for channel in known}
    most = max(known, key=lambda channel: counts[channel])
    return f"{count(len(known), 'channel')}; {quoted(journey.library.channel_name(most))} is offered most, at {counts[most]} of {len(columns)} touchpoints."
