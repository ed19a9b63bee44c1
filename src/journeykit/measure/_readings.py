"""Emotion readings in order of time: one series for one perspective, and what is intended apart from what was felt."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from statistics import fmean, median
from typing import Literal

from attrs import frozen

from journeykit.errors import step
from journeykit.model import MOMENTS, Emotion, Journey

from ._places import Column, Itself, columns_of

Felt = Literal["felt", "intended", "illustrative"]
"""What kind of reading: felt (measured, reported, observed, derived or assumed), intended (a design target) or illustrative."""

_KINDS: dict[str, Felt] = {"intended": "intended", "illustrative": "illustrative"}
_PART = {moment: at for at, moment in enumerate(MOMENTS)}


@frozen
class Reading:
    """What is known of one moment of one touchpoint.

    Attributes:
        index: zero-based place of the touchpoint; part: 0 before, 1 during, 2 after.
        touchpoint: its id.
        moment: before, during or after.
        valence: -2 to +2; of several readings their median or mean.
        n: how many readings stand here (not how many people were asked).
        spread: highest minus lowest of them.
        basis: how they are known.
        where: their model paths.
    """

    index: int
    part: int
    touchpoint: str
    moment: str
    valence: float
    n: int
    spread: float
    basis: tuple[str, ...]
    where: tuple[str, ...]

    @property
    def x(self) -> float:
        """Place on the time axis in touchpoints: the index, a third less before it and a third more after it."""
        return self.index + (self.part - 1) / 3


def kind_of(emotion: Emotion) -> Felt:
    """Whether a reading was felt, is intended, or only illustrates."""
    return _KINDS.get(emotion.basis, "felt")


def readings(
    journey: Journey, *, perspective: str = "customer", kind: Felt | None = None, several: Literal["median", "mean"] = "median"
) -> tuple[Reading, ...]:
    """The readings of one series in order of time: before, during, after, touchpoint by touchpoint. A gap gives nothing.

    Args:
        journey: whose readings.
        perspective: whose view. A reading that names none has that of the journey.
        kind: felt, intended or illustrative; None: felt where there is any, else intended, else illustrative.
        several: how readings of different dates at the same moment become one.
    """
    found, kinds = _told(Itself(journey), perspective)
    return _series(Itself(journey), perspective, kind or strongest(kinds), several) if found else ()


@lru_cache(maxsize=4)
def _told(key: Itself, perspective: str) -> tuple[dict[tuple[int, int], list[tuple[Emotion, str]]], frozenset[Felt]]:
    """Readings of a perspective by touchpoint and moment, with their paths, and their kinds; shared, so only read."""
    journey = key.journey
    found: dict[tuple[int, int], list[tuple[Emotion, str]]] = {}
    kinds: set[Felt] = set()
    for column in columns_of(journey):
        for at, one in enumerate(column.touchpoint.emotions):
            if (one.perspective or journey.perspective) == perspective:
                kinds.add(kind_of(one))
                found.setdefault((column.index, _PART[one.moment]), []).append((one, f"{column.where}.{step('emotions', at)}"))
    return found, frozenset(kinds)


@lru_cache(maxsize=4)
def _series(key: Itself, perspective: str, kind: Felt, several: str) -> tuple[Reading, ...]:
    columns = columns_of(key.journey)
    found, _ = _told(key, perspective)
    kept = ((place, [pair for pair in found[place] if kind_of(pair[0]) == kind]) for place in sorted(found))
    return tuple(_reading(columns[place[0]], place, pairs, several) for place, pairs in kept if pairs)


def strongest(kinds: Collection[Felt]) -> Felt:
    """Felt where there is any, else intended, else illustrative."""
    return "intended" if "intended" in kinds and "felt" not in kinds else "illustrative" if kinds and "felt" not in kinds else "felt"


def _reading(column: Column, key: tuple[int, int], kept: list[tuple[Emotion, str]], several: str) -> Reading:
    index, part = key
    if len(kept) == 1:  # nearly always
        one, where = kept[0]
        return Reading(index, part, column.touchpoint.id, MOMENTS[part], float(one.valence), 1, 0.0, (one.basis,), (where,))
    values = [float(one.valence) for one, _ in kept]
    middle = median(values) if several == "median" else fmean(values)
    basis = tuple(sorted({one.basis for one, _ in kept}))
    paths = tuple(where for _, where in kept)
    return Reading(index, part, column.touchpoint.id, MOMENTS[part], middle, len(kept), max(values) - min(values), basis, paths)


def bases(held: Iterable[Reading]) -> tuple[str, ...]:
    """How readings are known, each way once."""
    return tuple(sorted({basis for one in held for basis in one.basis}))


def series_of(journey: Journey) -> tuple[tuple[str, Felt], ...]:
    """Perspective and kind of every series that has a reading, in the order in which they are met."""
    met: Iterator[tuple[str, Felt]] = (
        (one.perspective or journey.perspective, kind_of(one)) for held in journey.touchpoints for one in held.emotions
    )
    return tuple(dict.fromkeys(met))


def peak_of(held: Sequence[Reading]) -> Reading:
    """The reading farthest from neutral; of equal ones the negative, then the first."""
    return min(held, key=lambda one: (-abs(one.valence), one.valence, one.index, one.part))


def by_touchpoint(held: Iterable[Reading]) -> dict[int, tuple[Reading, ...]]:
    """Readings by the index of their touchpoint, in order of time."""
    found: dict[int, tuple[Reading, ...]] = {}
    for one in held:
        found[one.index] = (*found.get(one.index, ()), one)
    return found
