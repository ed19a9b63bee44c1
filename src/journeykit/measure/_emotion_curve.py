"""How the customer feels from touchpoint to touchpoint. A gap stays a gap."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import fsum
from typing import Literal

from attrs import frozen

from journeykit.model import Journey, lines_of, routes_of, steps_of

from ._numbers import felt, number, quoted
from ._places import Column, columns_of
from ._readings import Felt, Reading, bases, readings, series_of, strongest
from ._result import Cell, Missing, Result, Used, for_each_journey

_MOST_NAMED = 3
_COLUMNS = ("position", "touchpoint", "title", "moment", "valence", "n", "spread", "basis")


@frozen
class Change:
    """From one reading to the next: ids and moments of both, and the difference of valence."""

    start: str
    start_moment: str
    end: str
    end_moment: str
    change: float


@frozen(kw_only=True)
class EmotionCurve(Result[float | None]):
    """The emotion curve of one series. Valences run from -2 to +2; `value` is their mean.

    Attributes:
        perspective, kind: the series: whose view; felt, intended or illustrative.
        points: the readings in order of time.
        others: the series that the journey has besides, as (perspective, kind).
        n: number of readings.
        coverage: touchpoints with a reading ÷ touchpoints, 0 to 1; None where there is no touchpoint.
        trough, peak: lowest and highest reading; of equal ones the first. start, end: first and last.
        range: peak minus trough.
        largest_drop: the largest fall between touchpoints that somebody meets one after the other; None where nothing falls.
        recovery: highest valence after the trough minus the trough; None where no reading follows.
        sign_changes: how often the curve changes between good and bad, neutral passed over.
        area_below_zero: valence × touchpoints, or valence × minutes; only between neighbouring readings.
        high, low: touchpoints at or above, at or below the thresholds.
    """

    perspective: str
    kind: Felt
    points: tuple[Reading, ...] = ()
    others: tuple[tuple[str, Felt], ...] = ()
    n: int = 0
    coverage: float | None = None
    trough: Reading | None = None
    peak: Reading | None = None
    start: Reading | None = None
    end: Reading | None = None
    range: float | None = None
    largest_drop: Change | None = None
    recovery: float | None = None
    sign_changes: int = 0
    area_below_zero: float | None = None
    high: tuple[str, ...] = ()
    low: tuple[str, ...] = ()


@for_each_journey
def emotion_curve(
    journey: Journey,
    *,
    perspective: str = "customer",
    kind: Felt | None = None,
    several: Literal["median", "mean"] = "median",
    along: Literal["steps", "time"] = "steps",
    thresholds: tuple[float, float] = (-1, 1),
) -> EmotionCurve:
    """The curve of emotion readings and its statistics. Missing readings are gaps: nothing is interpolated across them.

    Args:
        journey: a journey; a portfolio gives one curve a journey, never averaged across personas.
        perspective: whose view; a reading that names none has that of the journey.
        kind: felt, intended or illustrative readings, never mixed; None: felt where there is any.
        several: what stands for readings of different dates at the same moment.
        along: weigh the area by steps (touchpoints), or by elapsed time in minutes, which needs every duration.
        thresholds: low and high, in valence; a convention of this library.

    Source: five-point field scale of emotional journeys; before, during and after: ISO 9241-210.

    Example:
        >>> from journeykit.model import Journey, Stage, Touchpoint
        >>> steps = [Touchpoint("Asks", emotion=1), Touchpoint("Waits"), Touchpoint("Pays", emotion=-2)]
        >>> curve = emotion_curve(Journey("I buy", stages=[Stage("Deal", steps)]))
        >>> curve.value, round(curve.coverage, 2), curve.largest_drop
        (-0.5, 0.67, None)
    """
    columns = columns_of(journey)
    points = readings(journey, perspective=perspective, kind=kind, several=several)
    every = series_of(journey)
    found = kind or strongest([one for view, one in every if view == perspective])
    seen = {one.index for one in points}
    missing = [Missing(f"{one.where}.emotions", "no reading: a gap") for one in columns if one.index not in seen]
    x, unknown = _axis(columns, points, along)
    missing += unknown
    values = [one.valence for one in points]
    trough, peak = (min(points, key=_valence), max(points, key=_valence)) if points else (None, None)
    falls = falls_of(points, journey)
    drop = largest_drop(falls)
    mean = fsum(values) / len(values) if values else None
    return EmotionCurve(
        measure="emotion_curve",
        about=journey.id,
        value=mean,
        sentence=_sentence(columns, points, mean, falls=falls, kind=found),
        columns=_COLUMNS,
        records=tuple(_records(columns, points)),
        used=tuple(Used(where, one.valence) for one in points for where in one.where),
        missing=tuple(missing),
        basis=bases(points),
        notes=_notes(journey, found) if points else (),
        perspective=perspective,
        kind=found,
        points=points,
        others=tuple(one for one in every if one != (perspective, found)),
        n=len(points),
        coverage=len(seen) / len(columns) if columns else None,
        trough=trough,
        peak=peak,
        start=points[0] if points else None,
        end=points[-1] if points else None,
        range=max(values) - min(values) if values else None,
        largest_drop=drop,
        recovery=_recovery(points, trough),
        sign_changes=sum(1 for before, after in pairwise(one for one in values if one) if before * after < 0),
        area_below_zero=_area(points, x) if x is not None else None,
        high=_beyond(columns, points, lambda valence: valence >= thresholds[1]),
        low=_beyond(columns, points, lambda valence: valence <= thresholds[0]),
    )


def _valence(one: Reading) -> float:
    return one.valence


def _notes(journey: Journey, kind: Felt) -> tuple[str, ...]:
    if kind == "intended":
        return ("Readings are intended, not felt.",)
    is_plan = journey.state == "future" or journey.form == "planned"
    return ("Nobody has lived this journey yet: its readings are assumptions.",) if is_plan else ()


def _beyond(columns: Sequence[Column], points: Sequence[Reading], test: Callable[[float], bool]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(columns[one.index].touchpoint.id for one in points if test(one.valence)))


def _records(columns: Sequence[Column], points: Sequence[Reading]) -> list[tuple[Cell, ...]]:
    held: dict[int, list[Reading]] = {}
    for one in points:
        held.setdefault(one.index, []).append(one)
    made: list[tuple[Cell, ...]] = []
    for column in columns:
        head = (column.index + 1, column.touchpoint.id, column.touchpoint.title)
        if column.index not in held:
            made.append((*head, None, None, 0, None, None))
        made += [(*head, one.moment, one.valence, one.n, one.spread, ", ".join(one.basis)) for one in held.get(column.index, ())]
    return made


def largest_drop(falls: Sequence[Change]) -> Change | None:
    """The first of the largest."""
    return min(falls, key=lambda one: one.change, default=None)


def falls_of(points: Sequence[Reading], journey: Journey) -> list[Change]:
    """All falls, in order: between moments, from before to after, and between touchpoints that somebody meets one after the other.

    None is across a gap.
    """
    steps = steps_of(lines_of(journey, routes_of(journey)))  # none where the touchpoints follow each other as they stand
    pairs = [(one, two) for one, two in pairwise(points) if two.index == one.index or (not steps and two.index == one.index + 1)]
    if steps:
        last = {one.index: one for one in points}
        first = {one.index: one for one in reversed(points)}
        pairs += [(last[a], first[b]) for a, b in sorted(steps) if a in last and b in first]
    # From before to after counts by itself only where it is more than either half of it.
    pairs += [
        (one, three)
        for one, two, three in zip(points, points[1:], points[2:], strict=False)
        if one.index == three.index and one.valence > two.valence > three.valence
    ]
    falls = [(two.valence - one.valence, one.index, one.part, one, two) for one, two in pairs if two.valence < one.valence]
    falls.sort(key=lambda fall: fall[1:3])
    return [Change(one.touchpoint, one.moment, two.touchpoint, two.moment, change) for change, _, _, one, two in falls]


def _recovery(points: Sequence[Reading], trough: Reading | None) -> float | None:
    if trough is None:
        return None
    after = [one.valence for one in points if (one.index, one.part) > (trough.index, trough.part)]
    return max(after) - trough.valence if after else None


def _axis(columns: Sequence[Column], points: Sequence[Reading], along: str) -> tuple[list[float] | None, list[Missing]]:
    if along == "steps":
        return [one.x for one in points], []
    unknown = [Missing(f"{one.where}.duration", "no duration: no area along time") for one in columns if one.touchpoint.duration is None]
    if unknown:
        return None, unknown
    starts, lengths, elapsed = [], [], 0.0
    for one in columns:
        elapsed += (one.touchpoint.wait_before.total_seconds() if one.touchpoint.wait_before else 0.0) / 60
        length = (one.touchpoint.duration.total_seconds() if one.touchpoint.duration else 0.0) / 60
        starts.append(elapsed)
        lengths.append(length)
        elapsed += length
    return [starts[one.index] + lengths[one.index] * one.part / 2 for one in points], []


def _area(points: Sequence[Reading], x: Sequence[float]) -> float:
    """The area between the curve and neutral where the curve lies below, by trapezoids that end at the crossing."""
    parts = []
    for (one, left), (two, right) in pairwise(zip(points, x, strict=True)):
        if two.index - one.index > 1:
            continue
        low, high = sorted((one.valence, two.valence))
        if high <= 0:
            parts.append(-(low + high) / 2 * (right - left))
        elif low < 0:
            parts.append(low * low / (high - low) / 2 * (right - left))
    return fsum(parts)


def _sentence(columns: Sequence[Column], points: Sequence[Reading], mean: float | None, *, falls: Sequence[Change], kind: Felt) -> str:
    if mean is None:
        return "No emotion readings: there is no curve to show."
    seen = len({one.index for one in points})
    lowest = min(map(_valence, points))
    lows = [columns[at].touchpoint.title for at in sorted({one.index for one in points if one.valence == lowest})]
    word = "" if kind == "felt" else f", {kind}"
    text = f"Mean emotion {felt(mean)} over {seen} of {len(columns)} touchpoints{word}; lowest at {_first_of(lows)} ({felt(lowest)})"
    drop = largest_drop(falls)
    if drop is None:
        return text + "."
    titles = {one.touchpoint.id: one.touchpoint.title for one in columns}
    where = f"to {quoted(titles[drop.end])}" if drop.start != drop.end else f"within {quoted(titles[drop.end])}"
    ties = sum(round(one.change - drop.change, 9) == 0 for one in falls)
    places = where if ties == 1 else f"at {ties} places, first {where}"
    return f"{text}; it falls most, by {number(-drop.change)}, {places}."


def _first_of(titles: Sequence[str]) -> str:
    """The titles; the first and how many there are where they would fill the sentence."""
    if len(titles) > _MOST_NAMED:
        return f"{len(titles)} touchpoints, first {quoted(titles[0])}"
    *some, last = (quoted(one) for one in titles)
    return f"{', '.join(some)} and {last}" if some else last
