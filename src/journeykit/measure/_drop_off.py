"""How many stay to the end."""

from collections.abc import Sequence

from attrs import frozen

from journeykit.model import Journey

from ._numbers import count, percent, quoted
from ._places import columns_of, stated
from ._result import Cell, Missing, Result, Used, for_each_journey


@frozen(kw_only=True)
class FunnelStep:
    """One touchpoint of a funnel: shares of all who started, 0 to 1; None from the first touchpoint on whose drop-off is not known."""

    index: int
    touchpoint: str
    title: str
    drop_off: float | None
    reached: float | None
    left: float | None
    remaining: float | None
    at_most: float


@frozen(kw_only=True)
class DropOff(Result[float | None]):
    """The share of those who start that reaches the end, 0 to 1; None while a drop-off is not known.

    Attributes:
        at_most: the share that cannot be exceeded, from the known drop-offs.
        steps: the funnel. largest: id of the touchpoint where the largest share of those who reach it leaves.
    """

    at_most: float | None = None
    steps: tuple[FunnelStep, ...] = ()
    largest: str | None = None


@for_each_journey
def drop_off(journey: Journey) -> DropOff:
    """The funnel Π (1 − d) over the touchpoints that are not optional. People who only thought of leaving are no drop-off.

    Args:
        journey: a journey; a portfolio gives one result a journey.

    Example:
        >>> from journeykit.model import Stage, Touchpoint
        >>> steps = [Touchpoint("Looks", drop_off=0.5), Touchpoint("Buys", drop_off=0.2)]
        >>> drop_off(Journey("I buy", stages=[Stage("Deal", steps)])).value
        0.4
    """
    columns = [one for one in columns_of(journey) if not one.touchpoint.optional]
    steps: list[FunnelStep] = []
    reached: float | None = 1.0
    most = 1.0
    for one in columns:
        lost = one.touchpoint.drop_off
        left = reached * lost if reached is not None and lost is not None else None
        after = reached * (1 - lost) if reached is not None and lost is not None else None
        most *= 1 - (lost or 0.0)
        steps.append(
            FunnelStep(
                index=one.index, touchpoint=one.touchpoint.id, title=one.touchpoint.title, drop_off=lost, reached=reached, left=left,
                remaining=after, at_most=most,
            )
        )  # fmt: skip
        reached = after
    known = [one for one in steps if one.drop_off is not None]
    largest = max(known, key=lambda one: (one.drop_off or 0, -one.index), default=None)
    return DropOff(
        measure="drop_off",
        about=journey.id,
        value=reached if steps else None,
        sentence=_sentence(steps, largest, reached),
        columns=("position", "touchpoint", "title", "drop_off", "reached", "left", "remaining", "at_most"),
        records=tuple(map(_record, steps)),
        used=tuple(
            Used(f"{column.where}.drop_off", one.drop_off) for column, one in zip(columns, steps, strict=True) if one.drop_off is not None
        ),
        missing=tuple(Missing(f"{column.where}.drop_off", "not known; not 0") for column in columns if column.touchpoint.drop_off is None),
        basis=stated(journey),
        at_most=most if known else None,
        steps=tuple(steps),
        largest=largest.touchpoint if largest else None,
    )


def _record(one: FunnelStep) -> tuple[Cell, ...]:
    return (one.index + 1, one.touchpoint, one.title, one.drop_off, one.reached, one.left, one.remaining, one.at_most)


def _sentence(steps: Sequence[FunnelStep], largest: FunnelStep | None, reached: float | None) -> str:
    if largest is None:
        return "No drop-off is known."
    where = f"most leave at {quoted(largest.title)} ({percent(largest.drop_off or 0)})"
    if reached is None:
        unknown = sum(1 for one in steps if one.drop_off is None)
        return f"At most {percent(steps[-1].at_most)} reach the end; the drop-off of {count(unknown, 'touchpoint')} is not known; {where}."
    return f"{percent(reached)} of those who start reach the end; {where}."
