"""Values for optional fields, drawn from the metadata of the model."""

from collections.abc import Callable, Collection
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from functools import lru_cache
from typing import Any, Protocol, TypeVar

from attrs import NOTHING, field, fields, frozen
from hypothesis import strategies as st

from journeykit.model import Benefit, Expectation, FailPoint, Money, Period, PhysicalEvidence, Ref, Scale, Scope, about_field, slug

from ._phrases import phrases, titles

__all__ = ["Draw", "Known", "count", "filled", "maybe", "pick", "some"]

T = TypeVar("T")


class Draw(Protocol):
    """What Hypothesis hands to a composite strategy."""

    def __call__(self, strategy: st.SearchStrategy[T], /) -> T:
        """One value."""
        ...


@lru_cache(maxsize=512)
def _sampled(values: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    return st.sampled_from(values)


@lru_cache(maxsize=512)
def _several(values: tuple[Any, ...], least: int, most: int) -> st.SearchStrategy[list[Any]]:
    return st.lists(_sampled(values), min_size=least, max_size=most, unique=True)


def pick(draw: Draw, values: tuple[T, ...]) -> T:
    """One of these values; the strategy behind it is made once."""
    made: T = draw(_sampled(values))
    return made


def maybe(draw: Draw, values: tuple[T, ...]) -> T | None:
    """One of these values, or None."""
    made: T | None = draw(_sampled((None, *values))) if values else None
    return made


def some(draw: Draw, values: tuple[T, ...], *, least: int = 0, most: int) -> list[T]:
    """Up to `most` different ones of these values."""
    made: list[T] = draw(_several(values, least, most)) if values else []
    return made


def count(draw: Draw, least: int, most: int) -> int:
    """A whole number, both ends included."""
    return pick(draw, tuple(range(least, most + 1)))


@frozen
class Known:
    """Ids that references may use, by what they refer to."""

    ids: dict[str, tuple[str, ...]] = field()

    def of(self, kind: str) -> tuple[str, ...]:
        """The ids of one kind."""
        return self.ids.get(kind, ())


@frozen
class _Option:
    """An optional field: its name, what it refers to and whether several, or a strategy."""

    name: str
    ref: Ref | None
    several: bool
    strategy: st.SearchStrategy[Any] | None


def filled(draw: Draw, cls: type[Any], known: Known, *, skip: Collection[str] = (), most: int) -> dict[str, Any]:
    """Values for up to `most` of the optional fields of a class; references lead to what is known.

    Each drawing picks fields first: so all are reached, and a small value stays small.
    """
    options = _options(cls)  # type: ignore[arg-type]  # mypy takes a class for unhashable
    made: dict[str, Any] = {}
    # Three draws whatever the number of fields, and each field as likely as any other.
    size, first, stride = count(draw, 0, most), count(draw, 0, len(options) - 1), pick(draw, (1, 5, 7, 11))
    for one in (options[place] for place in dict.fromkeys((first + stride * at) % len(options) for at in range(size))):
        if one.name in skip:
            continue
        value = _reference(draw, one, known) if one.ref is not None else draw(one.strategy) if one.strategy is not None else None
        if value is not None:
            made[one.name] = value
    return made


def _reference(draw: Draw, option: _Option, known: Known) -> Any:
    ref = option.ref
    if ref is None:
        return None
    ids = known.of(ref.kind)
    if ref.loose and not ids:  # beside known ones, a loose name might mean one of them
        ids = (draw(titles()),)
    elif ref.soft and ref.kind == "place" and slug(outside := draw(titles())) not in _parts(ids):
        ids = (*ids, outside)
    if not ids:
        return None
    return some(draw, ids, least=1, most=2) if option.several else pick(draw, ids)


def _parts(addresses: tuple[str, ...]) -> set[str]:
    """The ids in full addresses: a title whose slug is none of them is nothing's title, for ids are made of titles."""
    return {part.removeprefix("stage:") for one in addresses for part in one.split("/")}


@lru_cache(maxsize=64)
def _options(cls: Any) -> tuple[_Option, ...]:
    """The optional fields of a class that the metadata can fill."""
    found = []
    for one in fields(cls):
        known = about_field(one)
        if known is None or known.hidden or one.default is NOTHING or one.name == "id":
            continue
        if known.ref is not None:
            found.append(_Option(one.name, known.ref, one.default == (), None))
        elif known.check is not None and (strategy := _strategy(known.check, one.name)) is not None:
            found.append(_Option(one.name, None, several=False, strategy=strategy))
    return tuple(found)


def _strategy(check: Any, name: str) -> st.SearchStrategy[Any] | None:
    make = _BY_KIND.get(check.kind)
    if make is not None:
        return make(check)
    return _BY_NAME.get(name)


def _numbers(check: Any) -> st.SearchStrategy[Any]:
    low = -10_000 if check.low is None else check.low
    high = low + 20_000 if check.high is None else check.high
    return st.integers(int(low), int(high)) | st.integers(0, 1000).map(lambda n: round(low + (high - low) * n / 1000, 3))


def _whole(check: Any) -> st.SearchStrategy[int]:
    low = int(check.low)
    return st.integers(low, low + 5000 if check.high is None else int(check.high))


_PERIODS = ("2019", "2024-Q1", "2024-Q4", "2025-01", "2025-06", "2025-06-30", "2028-02-29", "1999-12-31")
_ZONES = (UTC, timezone(timedelta(hours=2)), timezone(timedelta(hours=-9, minutes=-30)))
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**6), 10**6) | st.integers(-999, 999).map(lambda n: n / 8) | phrases(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(titles(), inner, max_size=2),
    max_leaves=4,
)
_MONEY = st.builds(Money, st.integers(0, 10**7).map(lambda n: Decimal(n) / 100), st.sampled_from(("EUR", "USD", "JPY", "INR")))
_BY_KIND: dict[str, Callable[[Any], st.SearchStrategy[Any]]] = {
    "text": lambda _: phrases(),
    "language": lambda _: st.sampled_from(("en", "de-CH", "ar", "he", "ja", "pt-BR", "zh-Hans", "uk")),
    "texts": lambda _: st.lists(phrases(), min_size=1, max_size=2),
    "number": _numbers,
    "share": _numbers,
    "whole": _whole,
    "flag": lambda _: st.booleans(),
    "choice": lambda check: st.sampled_from(check.choices),
    "choices": lambda check: st.lists(st.sampled_from(check.choices), min_size=1, max_size=2, unique=True),
    "duration": lambda _: st.integers(0, 400).map(lambda n: timedelta(minutes=n))
    | st.builds(timedelta, days=st.integers(0, 40), hours=st.integers(0, 23), seconds=st.integers(0, 59), microseconds=st.sampled_from((0, 0, 250_000, 1))),
    "period": lambda _: st.sampled_from(_PERIODS).map(Period),
    "moment": lambda _: st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.sampled_from(_ZONES)),  # noqa: DTZ001  # the strategy adds the zone
    "money": lambda _: _MONEY,
    "scale": lambda _: st.sampled_from(((1, 5), (0, 10), (-2, 2), (1, 7), (0.5, 5))).map(lambda ends: Scale(low=ends[0], high=ends[1])),
    "importance": lambda _: st.dictionaries(st.sampled_from(("customer", "employee", "management")), st.integers(1, 5), min_size=1, max_size=2),
    "notes": lambda _: st.dictionaries(titles(), st.lists(phrases(), min_size=1, max_size=2), min_size=1, max_size=2),
    "counts": lambda _: st.dictionaries(st.sampled_from(("promoters", "passives", "detractors", "hits")), st.integers(0, 500), min_size=1, max_size=3),
    "age": lambda _: st.integers(0, 120) | st.just("30 to 40"),
}  # fmt: skip
_BY_NAME: dict[str, st.SearchStrategy[Any]] = {
    "allow": st.dictionaries(st.sampled_from(("MGT-13", "touchpoint-without-owner", "EVD-01")), phrases(), min_size=1, max_size=1),
    "extra": st.dictionaries(titles(), _JSON, min_size=1, max_size=2),
    "check": st.just({"profile": "workshop", "ignore": ["COM-02"], "severity": {"COM-02": "I"}}),
    "expectations": st.lists(
        st.builds(Expectation, phrases(), priority=st.sampled_from(("primary", "secondary")), kano=st.sampled_from((None, "must_be", "attractive")),
                  met=st.sampled_from(("met", "partly", "not_met", "unknown")), standard=st.none() | phrases()), min_size=1, max_size=2),
    "physical_evidence": st.lists(st.builds(PhysicalEvidence, phrases(), kind=st.sampled_from(("object", "place", "digital"))), min_size=1, max_size=2),
    "fail_point": st.builds(FailPoint, phrases(), probability=st.none() | st.integers(0, 100).map(lambda n: n / 100), severity=st.none() | st.integers(1, 10)),
    "scope": st.builds(Scope, objective=st.none() | phrases(), start=st.none() | phrases(), end=st.none() | phrases(),
                       includes=st.lists(phrases(), max_size=2), breadth=st.sampled_from((None, "lifecycle"))),
    "benefits": st.lists(st.builds(Benefit, kind=st.sampled_from(("retention", "time_saved", "other")), reach=st.none() | st.integers(0, 5000),
                                   change=st.none() | st.just(0.05), value=st.none() | _MONEY), min_size=1, max_size=2),
}  # fmt: skip
