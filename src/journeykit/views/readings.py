"""Readings of feelings: which series a journey has, and what they come to. A missing reading is a gap, never a zero."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Literal

from attrs import frozen

from journeykit.model import Emotion, Journey
from journeykit.record import Record

Known = Literal["measured", "derived", "assumed", "intended"]
Kind = Literal["felt", "intended", "illustrative"]
Offset = Literal[-1, 0, 1]

BASES: dict[str, Known] = {
    "measured": "measured", "reported": "measured", "observed": "measured", "derived": "derived", "assumed": "assumed",
    "illustrative": "assumed", "intended": "intended",
}  # fmt: skip
WEAKER: dict[Known, int] = {"measured": 0, "derived": 1, "assumed": 2, "intended": 3}
MOST_SERIES = 4
_PERSPECTIVES = ("customer", "employee", "management", "designer", "partner")
_KINDS: dict[str, Kind] = {"intended": "intended", "illustrative": "illustrative"}
_ORDER: tuple[Kind, ...] = ("felt", "intended", "illustrative")
_OFFSETS: dict[str, Offset] = {"before": -1, "during": 0, "after": 1}


@frozen(eq=False, repr=False)
class Reading(Record):
    """What was read at a column.

    Attributes:
        offset: where it stands: -1 before, 0 during, +1 after; 0 too where it is of the only moment that was read there.
        value: the valence; of several dates their median.
        emotions: what it rests on, with their places at the touchpoint.
        basis: how it is known; of several ways the weakest.
    """

    column: int
    offset: Offset
    value: float
    emotions: tuple[tuple[int, Emotion], ...]
    basis: Known

    @property
    def moment(self) -> str:
        """When it was felt, wherever it stands."""
        return self.emotions[0][1].moment


@frozen(eq=False, repr=False)
class Track(Record):
    """The readings of one perspective and kind, in order of time: what is intended is never joined to what was felt."""

    perspective: str
    kind: Kind
    readings: tuple[Reading, ...]

    @property
    def columns(self) -> frozenset[int]:
        """The columns that have a reading."""
        return frozenset(one.column for one in self.readings)


@frozen(eq=False, repr=False)
class Course(Record):
    """What a series comes to. All of it is None or empty where there is no reading.

    Attributes:
        readings: all of it, before and after included, in order of time.
        one_each: one reading a column: during, else after, else before.
        mean: of all readings.
        peak_end: mean of the reading with the largest absolute value (of equals the negative one) and the last one; None below two readings.
        highs, lows: all readings with the highest and with the lowest value.
        drop: the largest fall between readings that follow each other, as (from, to); of equals the first. None where it never falls.
        largest_falls: how many falls are as large as that one.

    Source: peak and end: Kahneman, Fredrickson and others, on single short episodes.
    """

    readings: tuple[Reading, ...] = ()
    one_each: tuple[Reading, ...] = ()
    mean: float | None = None
    peak_end: float | None = None
    highs: tuple[Reading, ...] = ()
    lows: tuple[Reading, ...] = ()
    drop: tuple[Reading, Reading] | None = None
    largest_falls: int = 0

    @property
    def high(self) -> Reading | None:
        """The first of the highest."""
        return self.highs[0] if self.highs else None

    @property
    def low(self) -> Reading | None:
        """The first of the lowest."""
        return self.lows[0] if self.lows else None


def tracks_of(journey: Journey) -> tuple[Track, ...]:
    """The series of a journey, what customers felt first. Where a touchpoint has a reading of one moment only, it stands at during."""
    found: dict[tuple[str, Kind], list[Reading]] = {}
    for at, touchpoint in enumerate(journey.touchpoints):
        if not touchpoint.emotions:
            continue
        here: dict[tuple[str, Kind], dict[Offset, list[tuple[int, Emotion]]]] = {}
        for place, one in enumerate(touchpoint.emotions):
            series = here.setdefault((one.perspective or journey.perspective, _KINDS.get(one.basis, "felt")), {})
            series.setdefault(_OFFSETS[one.moment], []).append((place, one))
        for key, moments in here.items():
            alone = len(moments) == 1
            held = found.setdefault(key, [])
            held += [_reading(at, 0 if alone else offset, moments[offset]) for offset in sorted(moments)]
    order = sorted(
        found, key=lambda key: (key[0] != "customer", key[0] != journey.perspective, _PERSPECTIVES.index(key[0]), _ORDER.index(key[1]))
    )
    return tuple(Track(*key, tuple(found[key])) for key in order)


def _reading(column: int, offset: Offset, held: list[tuple[int, Emotion]]) -> Reading:
    value, basis = held[0][1].valence, BASES[held[0][1].basis]
    if len(held) > 1:
        value = middle([one.valence for _, one in held])
        known: list[Known] = [BASES[one.basis] for _, one in held]
        basis = max(known, key=lambda one: WEAKER[one])
    return Reading(column, offset, value, tuple(held), basis)


def middle(values: Sequence[float]) -> float:
    """The median of at least one value. The standard library’s costs more to import than a map to draw.

    Example:
        >>> middle([2, -1]), middle([2, -1, 0])
        (0.5, 0)
    """
    ordered, at = sorted(values), len(values) // 2
    return ordered[at] if len(ordered) % 2 else (ordered[at - 1] + ordered[at]) / 2


def course_of(readings: Sequence[Reading], steps: AbstractSet[tuple[int, int]] = frozenset()) -> Course:
    """What the readings of one series come to; `steps` are the columns that follow each other for somebody, where not all do as they stand."""
    if not readings:
        return Course()
    each: dict[int, Reading] = {}
    for one in readings:
        before = each.get(one.column)
        if before is None or one.offset == 0 or before.offset == -1:
            each[one.column] = one
    values = [one.value for one in readings]
    highest, lowest = max(values), min(values)
    peak = max(readings, key=lambda one: (abs(one.value), one.value < 0))
    falls = _falls(readings, steps)
    drop = min(falls, key=_fall) if falls else None
    return Course(
        readings=tuple(readings),
        one_each=tuple(each.values()),
        mean=sum(values) / len(values),
        peak_end=(peak.value + readings[-1].value) / 2 if len(readings) > 1 else None,
        highs=tuple(one for one in readings if one.value == highest),
        lows=tuple(one for one in readings if one.value == lowest),
        drop=drop,
        largest_falls=sum(_fall(one) == _fall(drop) for one in falls) if drop else 0,
    )


def _falls(readings: Sequence[Reading], steps: AbstractSet[tuple[int, int]]) -> list[tuple[Reading, Reading]]:
    """All falls in order of time: within a column, and to the column that somebody meets next; none is across a gap."""
    pairs = [(a, b) for a, b in pairwise(readings) if b.column == a.column or (not steps and b.column == a.column + 1)]
    if steps:
        first = {one.column: one for one in reversed(readings)}
        last = {one.column: one for one in readings}
        pairs += [(last[a], first[b]) for a, b in sorted(steps) if a in last and b in first]
    # From before to after counts by itself only where it is more than either half of it.
    pairs += [
        (a, c)
        for a, b, c in zip(readings, readings[1:], readings[2:], strict=False)
        if a.column == c.column and a.value > b.value > c.value
    ]
    return sorted((pair for pair in pairs if pair[1].value < pair[0].value), key=lambda pair: (pair[0].column, pair[0].offset))


def _fall(pair: tuple[Reading, Reading]) -> float:
    return round(pair[1].value - pair[0].value, 9)


def weakest(readings: Sequence[Reading]) -> tuple[Known | None, bool]:
    """The weakest basis among readings, and whether all have that one."""
    bases: set[Known] = {one.basis for one in readings}
    if not bases:
        return None, True
    return max(bases, key=lambda one: WEAKER[one]), len(bases) == 1
