"""How long it takes, how much of that is waiting, and where it exceeds what is acceptable."""

from collections.abc import Sequence
from datetime import timedelta
from math import fsum

from attrs import frozen

from journeykit.errors import ConversionError, Problem, shown
from journeykit.model import Journey, parse_duration

from ._numbers import count, number, percent, quoted, signed
from ._places import Column, columns_of, stated
from ._result import Cell, Missing, Result, Used, for_each_journey
from ._visits import Visits, visits

_COLUMNS = ("position", "stage", "touchpoint", "title", "duration", "wait_before", "tolerance", "over_tolerance", "visits")


@frozen(kw_only=True)
class Span:
    """The times of one touchpoint, in minutes; None is not known.

    Attributes:
        over_tolerance: duration − tolerance where both are known.
        visits: how often it is reached per journey; None where the branches do not say.
    """

    index: int
    stage: str
    touchpoint: str
    title: str
    duration: float | None
    wait: float | None
    tolerance: float | None
    over_tolerance: float | None
    visits: float | None


@frozen(kw_only=True)
class StageTime:
    """Sums of one stage in minutes, over what is known; None where nothing is. `unknown` counts touchpoints without duration."""

    stage: str
    duration: float | None
    wait: float | None
    unknown: int


@frozen(kw_only=True)
class JourneyTime(Result[float | None]):
    """Times in minutes; `value` is the sum of the known durations, None where none is known.

    Attributes:
        duration, wait, total: sums of what is known: durations, waits before touchpoints, both.
        wait_share: wait ÷ (duration + wait).
        is_complete: every touchpoint has a duration, so the sum is not only a lower bound.
        expected: duration weighted by the probabilities of branches; None where they or a duration are not known.
        low, high: from the shortest (optional touchpoints left out) to the longest run (as many repeats as allowed; None is open).
        target, over, over_share: what was asked to compare with, duration − target, and that ÷ target.
        stages: sums by stage; they add up to the whole. spans: every touchpoint.
        longest_waits: touchpoints with a wait, the longest first. over_tolerance: ids of those that take longer than acceptable.
    """

    duration: float | None = None
    wait: float | None = None
    total: float | None = None
    wait_share: float | None = None
    is_complete: bool = False
    expected: float | None = None
    low: float | None = None
    high: float | None = None
    target: float | None = None
    over: float | None = None
    over_share: float | None = None
    stages: tuple[StageTime, ...] = ()
    spans: tuple[Span, ...] = ()
    longest_waits: tuple[Span, ...] = ()
    over_tolerance: tuple[str, ...] = ()


@for_each_journey
def time(journey: Journey, *, target: str | timedelta | None = None) -> JourneyTime:
    """Durations and waits, in all, by stage, against tolerance and a target.

    An unknown duration is not 0: the sum is then a lower bound, and the result says so. Figures of KPIs are not added to durations.
    An actual run gives the time between start and end where no duration is stated.

    Args:
        journey: a journey; a portfolio gives one result a journey.
        target: a time to compare the sum of durations with, such as "90 min".

    Raises:
        ConversionError: the target is no duration.

    Source: standard time and acceptable time are two things (Shostack 1984).

    Example:
        >>> from journeykit.model import Journey, Stage, Touchpoint
        >>> steps = [Touchpoint("Buys", duration="53 min"), Touchpoint("Signs", duration="1 h", wait_before="20 min")]
        >>> found = time(Journey("I buy", stages=[Stage("Deal", steps)]), target="90 min")
        >>> found.value, found.over, found.wait_share
        (113.0, 23.0, 0.15...)
    """
    columns = columns_of(journey)
    reached = visits(journey, columns)
    spans = tuple(_span(one, reached) for one in columns)
    durations = [one.duration for one in spans if one.duration is not None]
    waits = [one.wait for one in spans if one.wait is not None]
    duration, wait = _sum(durations), _sum(waits)
    total = _sum([one for one in (duration, wait) if one is not None])
    goal = _minutes(_to_duration(target))
    low, high = _range(columns, spans)
    is_complete = bool(spans) and len(durations) == len(spans)
    return JourneyTime(
        measure="time",
        about=journey.id,
        value=duration,
        sentence=_sentence(spans, duration, wait, goal),
        columns=_COLUMNS,
        records=tuple(map(_record, spans)),
        used=tuple(_used(columns)),
        missing=(
            *(Missing(f"{columns[one.index].where}.duration", "not known; not 0") for one in spans if one.duration is None),
            *reached.missing,
        ),
        basis=stated(journey),
        notes=() if is_complete or duration is None else ("Durations are missing: the sum is a lower bound.",),
        duration=duration,
        wait=wait,
        total=total,
        wait_share=wait / total if wait is not None and total else None,
        is_complete=is_complete,
        expected=_expected(spans, reached) if is_complete else None,
        low=low,
        high=high,
        target=goal,
        over=duration - goal if duration is not None and goal is not None else None,
        over_share=(duration - goal) / goal if duration is not None and goal else None,
        stages=_by_stage(journey, spans),
        spans=spans,
        longest_waits=tuple(sorted((one for one in spans if one.wait), key=lambda one: (-(one.wait or 0), one.index))),
        over_tolerance=tuple(one.touchpoint for one in spans if one.over_tolerance is not None and one.over_tolerance > 0),
    )


def _to_duration(target: str | timedelta | None) -> timedelta | None:
    if not isinstance(target, str):
        return target
    found = parse_duration(target)
    if found is None:
        raise ConversionError(Problem("This is no duration.", got=shown(target), expected="such as '90 min', '2 h 30 min' or 'PT20M'"))
    return found


def _minutes(value: timedelta | None) -> float | None:
    return None if value is None else value.total_seconds() / 60


def _span(column: Column, reached: Visits) -> Span:
    held = column.touchpoint
    duration = held.duration
    if duration is None and held.started is not None and held.ended is not None:
        duration = held.ended - held.started
    length, acceptable = _minutes(duration), _minutes(held.tolerance)
    return Span(
        index=column.index,
        stage=column.stage.id,
        touchpoint=held.id,
        title=held.title,
        duration=length,
        wait=_minutes(held.wait_before),
        tolerance=acceptable,
        over_tolerance=length - acceptable if length is not None and acceptable is not None else None,
        visits=reached.expected[column.index] if reached.expected is not None else None,
    )


def _sum(values: Sequence[float]) -> float | None:
    return fsum(values) if values else None


def _expected(spans: Sequence[Span], reached: Visits) -> float | None:
    if reached.expected is None:
        return None
    return fsum((one.duration or 0.0) * often for one, often in zip(spans, reached.expected, strict=True))


def _range(columns: Sequence[Column], spans: Sequence[Span]) -> tuple[float | None, float | None]:
    """Shortest and longest run over what is known; the longest is open where something repeats without limit."""
    low, high, is_open, any_known = 0.0, 0.0, False, False
    for column, span in zip(columns, spans, strict=True):
        if span.duration is None:
            is_open = True
            continue
        any_known = True
        held = column.touchpoint
        least = 0 if held.optional else 1 if held.at_least is None else held.at_least
        low += span.duration * least
        high += span.duration * (held.at_most or max(1, held.at_least or 1))
        is_open = is_open or (held.repeats and held.at_most is None)
    return (low, None if is_open else high) if any_known else (None, None)


def _by_stage(journey: Journey, spans: Sequence[Span]) -> tuple[StageTime, ...]:
    held: dict[str, list[Span]] = {stage.id: [] for stage in journey.stages}
    for one in spans:
        held[one.stage].append(one)
    return tuple(
        StageTime(
            stage=stage,
            duration=_sum([one.duration for one in inner if one.duration is not None]),
            wait=_sum([one.wait for one in inner if one.wait is not None]),
            unknown=sum(1 for one in inner if one.duration is None),
        )
        for stage, inner in held.items()
    )


def _used(columns: Sequence[Column]) -> list[Used]:
    found: list[Used] = []
    for column in columns:
        held = column.touchpoint
        for name, value in (("duration", held.duration), ("wait_before", held.wait_before), ("tolerance", held.tolerance)):
            if value is not None:
                found.append(Used(f"{column.where}.{name}", _minutes(value)))
    return found


def _record(one: Span) -> tuple[Cell, ...]:
    return (one.index + 1, one.stage, one.touchpoint, one.title, one.duration, one.wait, one.tolerance, one.over_tolerance, one.visits)


def _sentence(spans: Sequence[Span], duration: float | None, wait: float | None, goal: float | None) -> str:
    if duration is None:
        return "No duration is known: nothing can be said about time." if spans else "There are no touchpoints to time."
    known = sum(1 for one in spans if one.duration is not None)
    at_least = "" if known == len(spans) else f"at least, for {count(len(spans) - known, 'duration')} of {len(spans)} are not known"
    text = f"{number(duration, 1)} min" + (f" {at_least}" if at_least else "")
    if wait is not None:
        text += f", and {number(wait, 1)} min of waiting"
    if goal is not None:
        text += f"; {signed(duration - goal, 1)} min against {number(goal, 1)} min" + (
            f" ({percent(abs(duration - goal) / goal)})" if goal else ""
        )
    longest = max((one for one in spans if one.duration is not None), key=lambda one: one.duration or 0)
    return f"{text}; longest is {quoted(longest.title)} ({number(longest.duration or 0, 1)} min)."
