"""What a field is: its description, what it may hold, and what it refers to. One table, five uses.

Reference checks, lookups, renaming, the JSON Schema and the documentation all read this metadata.
"""

import math
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, Literal, get_args

from attrs import field, fields, frozen

RefKind = Literal[
    "actor", "persona", "owner", "system", "channel", "kpi", "source", "insight", "opportunity", "action", "goal", "journey",
    "touchpoint", "step", "place",
]  # fmt: skip
"""What a reference may lead to. `touchpoint`: of the same journey; `step`: a touchpoint or activity, of the same journey or
`journey/element`; `place`: a journey, stage, touchpoint or activity of the portfolio."""


@frozen
class Check:
    """What a field may hold.

    Attributes:
        kind: the family of values: text, texts, number, whole, flag, choice, choices, duration, period, moment, money, values, map, ...
        expected: in words, for errors and documentation.
        test: whether a value that is neither None nor empty is allowed.
        low, high: range of numbers, both included.
        choices: allowed words.
    """

    kind: str
    expected: str
    test: Callable[[Any], bool]
    low: float | None = None
    high: float | None = None
    choices: tuple[str, ...] = ()


@frozen
class Ref:
    """A field holds the id, or a tuple of ids, of elements of this kind.

    `loose`: the name may stand for itself; `soft`: it may lead outside of the portfolio.
    """

    kind: RefKind
    loose: bool = False
    soft: bool = False


@frozen
class About:
    """The metadata of one field."""

    doc: str
    check: Check | None = None
    ref: Ref | None = None
    short_for: str = ""
    hidden: bool = False


def about(doc: str, check: Check | None = None, *, ref: Ref | None = None, short_for: str = "", hidden: bool = False) -> Mapping[str, Any]:
    """Metadata for `attrs.field`: description, what is allowed, what is referred to.

    `short_for` names the field that this one is a short form of; `hidden` fields are not written to files.
    """
    if check is None and ref is not None:
        check = IDS
    return {"about": About(doc, check, ref, short_for, hidden)}


def about_field(attribute: Any) -> About | None:
    """The metadata that `about` put on a field."""
    found: About | None = attribute.metadata.get("about")
    return found


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _all(value: object, test: Callable[[object], bool]) -> bool:
    return isinstance(value, tuple) and all(map(test, value))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


TEXT = Check("text", "a text that is not empty", _is_text)
TEXTS = Check("texts", "texts that are not empty", lambda value: _all(value, _is_text))
FLAG = Check("flag", "true or false", lambda value: isinstance(value, bool))
IDS = Check("ids", "an id, or several", lambda value: _is_text(value) or _all(value, _is_text))
DURATION = Check(
    "duration",
    "a duration of 0 or more, such as '20 min', '2 h 30 min' or 'PT20M'",
    lambda value: isinstance(value, timedelta) and value >= timedelta(0),
)
MOMENT = Check(
    "moment",
    "a date and time with its offset, such as '2025-06-30T14:05+02:00'",
    lambda value: isinstance(value, datetime) and value.tzinfo is not None,
)
DATE = Check("date", "a date such as 2025-06-30", lambda value: isinstance(value, date) and not isinstance(value, datetime))
NUMBER = Check("number", "a finite number", _is_number)


def number(low: float | None = None, high: float | None = None) -> Check:
    """A finite number within a range, both ends included; None is open."""
    words = "a number" + (f" from {low:g} to {high:g}" if low is not None and high is not None else f" of {low:g} or more" if low is not None else "")

    def test(value: object) -> bool:
        return _is_number(value) and (low is None or value >= low) and (high is None or value <= high)  # type: ignore[operator]  # _is_number says so

    return Check("number", words, test, low, high)


def whole(low: int, high: int | None = None) -> Check:
    """A whole number within a range, both ends included."""
    words = f"a whole number from {low} to {high}" if high is not None else f"a whole number of {low} or more"

    def test(value: object) -> bool:
        return _is_whole(value) and value >= low and (high is None or value <= high)  # type: ignore[operator]  # _is_whole says so

    return Check("whole", words, test, low, high)


SHARE = Check(
    "share", "a share from 0 to 1, or such as '41 %'", lambda value: _is_number(value) and 0 <= value <= 1, 0, 1
)  # fmt: skip


def choice(alias: Any) -> Check:
    """One of the words of a `Literal`."""
    words: tuple[str, ...] = get_args(alias)
    return Check("choice", "one of " + ", ".join(map(repr, words)), lambda value: value in words if isinstance(value, str) else False, choices=words)


def choices(alias: Any) -> Check:
    """Several of the words of a `Literal`."""
    words: tuple[str, ...] = get_args(alias)
    return Check("choices", "of " + ", ".join(map(repr, words)), lambda value: _all(value, lambda one: one in words), choices=words)


def a(kind: type[Any], words: str) -> Check:
    """A value of a class."""
    return Check("value", words, lambda value: isinstance(value, kind))


def many(kind: type[Any], words: str) -> Check:
    """A tuple of values of a class."""
    return Check("values", words, lambda value: isinstance(value, tuple) and all(isinstance(one, kind) for one in value))


@frozen
class _Table:
    """The checks of one class, made once."""

    rows: tuple[tuple[str, Check], ...] = field()


_TABLES: dict[type[Any], _Table] = {}


def checks_of(cls: type[Any]) -> tuple[tuple[str, Check], ...]:
    """Name and check of every field of a class that has one."""
    table = _TABLES.get(cls)
    if table is None:
        pairs = ((one.name, about_field(one)) for one in fields(cls))
        table = _TABLES[cls] = _Table(tuple((name, found.check) for name, found in pairs if found is not None and found.check is not None))
    return table.rows
