"""How often the chain holds from end to end."""

from collections.abc import Iterable, Sequence
from math import prod

from attrs import frozen

from journeykit.arguments import door
from journeykit.errors import ConversionError, Problem
from journeykit.model import Journey

from ._kpi_series import Point, series_in
from ._numbers import count, number, percent, quoted
from ._places import Column, columns_of, stated
from ._result import Missing, Result, Used, for_each_journey


@door
def chain(probabilities: Iterable[float]) -> float:
    """Probability that every link of a chain holds, if they fail independently: their product.

    Raises:
        ConversionError: a number outside 0 to 1.

    Source: an installation journey over four departments (McKinsey, 2013).

    Example:
        >>> round(chain([0.90, 0.85, 0.95, 0.90]), 6)
        0.654075
    """
    held = list(probabilities)
    for one in held:
        if not 0 <= one <= 1:
            raise ConversionError(Problem("A probability lies outside of 0 to 1.", got=f"{one}", expected="a number from 0 to 1"))
    return prod(held)


@frozen(kw_only=True)
class LinkOfChain:
    """One mandatory touchpoint: the probability that it goes right the first time, and from where that is known."""

    index: int
    touchpoint: str
    title: str
    probability: float | None
    source: str
    fail_point: str
    severity: int | None


@frozen(kw_only=True)
class Reliability(Result[float | None]):
    """First-time-right from end to end, 0 to 1; None while a link is not known.

    Attributes:
        at_most: product over the known links: the chain cannot be better than that.
        links: the mandatory touchpoints. weakest: the id of the one that fails most often.
    """

    at_most: float | None = None
    links: tuple[LinkOfChain, ...] = ()
    weakest: str | None = None


@for_each_journey
def reliability(journey: Journey) -> Reliability:
    """Π p over the touchpoints that are not optional: first time right as measured, else 1 − probability of the fail point.

    Measured is the last value of a KPI with the metric first_time_right at the touchpoint, in % or as a share. Independence of the
    links is an assumption.

    Args:
        journey: a journey; a portfolio gives one result a journey.

    Source: an installation journey over four departments (McKinsey, 2013).

    Example:
        >>> from journeykit.model import FailPoint, Stage, Touchpoint
        >>> steps = [Touchpoint(f"Step {n}", fail_point=FailPoint("Fails", probability=p)) for n, p in enumerate([0.1, 0.15, 0.05, 0.1])]
        >>> round(reliability(Journey("I move in", stages=[Stage("All", steps)])).value, 6)
        0.654075
    """
    columns = [one for one in columns_of(journey) if not one.touchpoint.optional]
    measured = _measured(journey)
    found = [_link(one, journey, measured) for one in columns]
    links = tuple(link for link, _ in found)
    known = [one.probability for one in links if one.probability is not None]
    product = prod(known) if known else None
    complete = product is not None and len(known) == len(links)
    weakest = min((one for one in links if one.probability is not None), key=lambda one: (one.probability, one.index), default=None)
    return Reliability(
        measure="reliability",
        about=journey.id,
        value=product if complete else None,
        sentence=_sentence(links, product, weakest),
        columns=("position", "touchpoint", "title", "probability", "source", "fail_point", "severity"),
        records=tuple(
            (one.index + 1, one.touchpoint, one.title, one.probability, one.source or None, one.fail_point or None, one.severity)
            for one in links
        ),
        used=tuple(used for _, used in found if used is not None),
        missing=tuple(
            Missing(column.where, "not known how often it goes right the first time")
            for column, link in zip(columns, links, strict=True)
            if link.probability is None
        ),
        basis=tuple(dict.fromkeys(one.source for one in links if one.source)),
        notes=("The links are taken to fail independently of each other.",),
        at_most=product,
        links=links,
        weakest=weakest.touchpoint if weakest else None,
    )


def _measured(journey: Journey) -> dict[str, tuple[float, Point]]:
    """First time right by touchpoint, 0 to 1."""
    found: dict[str, tuple[float, Point]] = {}
    for one in series_in(journey):
        place = one.anchor.partition("/")[2]
        if one.kpi.metric != "first_time_right" or not place or not one.points or one.persona or one.channel:
            continue
        share = one.points[-1].value / (100 if one.kpi.unit == "%" else 1)
        if 0 <= share <= 1:
            found[place] = (share, one.points[-1])
    return found


def _link(column: Column, journey: Journey, measured: dict[str, tuple[float, Point]]) -> tuple[LinkOfChain, Used | None]:
    held = column.touchpoint
    fail = held.fail_point
    probability, source, used = None, "", None
    if held.id in measured:
        probability, point = measured[held.id]
        source, used = "measured", Used(f"{point.where}.value", point.value)
    elif fail is not None and fail.probability is not None:
        probability, source = 1 - fail.probability, stated(journey)[0]
        used = Used(f"{column.where}.fail_point.probability", fail.probability)
    link = LinkOfChain(
        index=column.index, touchpoint=held.id, title=held.title, probability=probability, source=source, fail_point=fail.text if fail else "",
        severity=fail.severity if fail else None,
    )  # fmt: skip
    return link, used


def _sentence(links: Sequence[LinkOfChain], product: float | None, weakest: LinkOfChain | None) -> str:
    if product is None or weakest is None:
        return "It is not known of any touchpoint how often it goes right the first time."
    unknown = sum(1 for one in links if one.probability is None)
    where = f"weakest is {quoted(weakest.title)} ({percent(weakest.probability or 0)})"
    if unknown:
        return f"At most {percent(product)} go right from end to end; {count(unknown, 'touchpoint')} of {len(links)} not known; {where}."
    return f"{percent(product)} go right from end to end ({number(product)}); {where}."
