"""What a field is: its description, what it may hold, and what it refers to. One table, five uses.

Reference checks, lookups, renaming, the JSON Schema and the documentation all read this metadata.
"""

import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from sys import float_info
from typing import Any, Literal, NamedTuple, get_args

from attrs import fields, frozen

from journeykit.record import Record, reader

RefKind = Literal[
    "actor", "persona", "owner", "system", "channel", "kpi", "source", "insight", "opportunity", "action", "goal", "journey",
    "touchpoint", "step", "place",
]  # fmt: skip
"""What a reference may lead to. `touchpoint`: of the same journey; `step`: a touchpoint or activity, of the same journey or
`journey/element`; `place`: a journey, stage, touchpoint or activity of the portfolio."""


@frozen(eq=False, repr=False)
class Check(Record):
    """What a field may hold.

    Attributes:
        kind: the family of values: text, texts, number, whole, flag, choice, choices, duration, period, moment, money, values, map, ...
        expected: in words, for errors and documentation.
        test: whether a value is allowed. A default that is None or empty is never asked.
        low, high: range of numbers, both included.
        choices: allowed words.
        each: of several values: whether one of them is allowed.
    """

    kind: str
    expected: str
    test: Callable[[Any], bool]
    low: float | None = None
    high: float | None = None
    choices: tuple[str, ...] = ()
    each: Callable[[Any], bool] | None = None


@frozen(eq=False, repr=False)
class Ref(Record):
    """A field holds the id, or a tuple of ids, of elements of this kind.

    `loose`: the name may stand for itself; `soft`: it may lead outside of the portfolio.
    """

    kind: RefKind
    loose: bool = False
    soft: bool = False


@frozen(eq=False, repr=False)
class About(Record):
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
    return isinstance(value, str) and value.strip() != ""


def _is_number(value: object) -> bool:
    # Whole numbers have no end; what is written with %g must fit into a float. NaN fails every comparison.
    return isinstance(value, (int, float)) and not isinstance(value, bool) and -_MOST <= value <= _MOST


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and -_MOST <= value <= _MOST


def _is_texts(value: object) -> bool:
    if type(value) is not tuple and not isinstance(value, tuple):
        return False
    for one in value:  # noqa: SIM110  # a loop is twice as fast as all() for one or two
        if not ((type(one) is str or isinstance(one, str)) and one.strip()):
            return False
    return True


_MOST = float_info.max


def _is_ids(value: object) -> bool:
    return _is_texts(value) if type(value) is tuple else _is_text(value) or _is_texts(value)


TEXT = Check("text", "a text that is not empty", _is_text)
TEXTS = Check("texts", "texts that are not empty", _is_texts, each=_is_text)
FLAG = Check("flag", "true or false", lambda value: value is True or value is False)
IDS = Check("ids", "an id, or several", _is_ids, each=_is_text)
DURATION = Check(
    "duration",
    "a duration of 0 or more, such as '20 min', '2 h 30 min' or 'PT20M'",
    lambda value: isinstance(value, timedelta) and value >= timedelta(0),
)
MOMENT = Check(
    "moment",
    "a date and time with its offset, such as '2025-06-30T14:05+02:00'",
    lambda value: isinstance(value, datetime) and value.utcoffset() is not None,
)
_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
LANGUAGE = Check(
    "language",
    "a language tag such as 'en', 'pt-BR' or 'zh-Hans'",
    lambda value: isinstance(value, str) and _TAG.fullmatch(value) is not None,
)
NUMBER = Check("number", "a finite number", _is_number)


def number(low: float | None = None, high: float | None = None) -> Check:
    """A finite number within a range, both ends included; None is open."""
    if low is not None and high is not None:
        words = f"a number from {low:g} to {high:g}"
    else:
        words = "a number" if low is None else f"a number of {low:g} or more"
    least, most = -_MOST if low is None else low, _MOST if high is None else high
    return Check("number", words, lambda value: (type(value) is float or _is_number(value)) and least <= value <= most, low, high)


def whole(low: int, high: int | None = None) -> Check:
    """A whole number within a range, both ends included."""
    words = f"a whole number from {low} to {high}" if high is not None else f"a whole number of {low} or more"
    most = _MOST if high is None else high
    return Check("whole", words, lambda value: (type(value) is int or _is_whole(value)) and low <= value <= most, low, high)


SHARE = Check(
    "share", "a share from 0 to 1, or such as '41 %'", lambda value: (type(value) is float or _is_number(value)) and 0 <= value <= 1, 0, 1
)
AGE = Check("age", "years, or a range in words", lambda value: _is_text(value) or (_is_whole(value) and 0 <= value <= 150))


def choice(alias: Any) -> Check:
    """One of the words of a `Literal`."""
    words: tuple[str, ...] = get_args(alias)
    allowed = frozenset(words)
    return Check(
        "choice", "one of " + ", ".join(map(repr, words)), lambda value: isinstance(value, str) and value in allowed, choices=words
    )


def a(kind: type[Any], words: str) -> Check:
    """A value of a class."""
    return Check("value", words, lambda value: isinstance(value, kind))


def many(kind: type[Any], words: str, holder: type[Any] = tuple, name: str = "values") -> Check:
    """A tuple, or another holder, of values of a class."""

    def each(value: object) -> bool:
        return isinstance(value, kind)

    def test(value: Any) -> bool:
        if not isinstance(value, holder):
            return False
        for one in value:  # noqa: SIM110  # a loop is twice as fast as all() for one or two
            if not isinstance(one, kind):
                return False
        return True

    return Check(name, words, test, each=each)


class Row(NamedTuple):
    """A field that is converted or checked when a value is made and the field differs from its default.

    A value that passes the test is kept as it is: no converter would change it.
    """

    name: str
    default: object
    convert: Callable[[Any], Any] | None
    test: Callable[[Any], bool] | None
    check: Check | None


@frozen(eq=False, repr=False)
class Sheet(Record):
    """The fields of one class: how those with a row are read at once, and their rows in the same order."""

    read: Callable[[Any], tuple[Any, ...]]
    rows: tuple[Row, ...]
    defaults: tuple[object, ...]


_SHEETS: dict[type[Any], Sheet] = {}


def later(_cls: type[Any], attributes: list[Any]) -> list[Any]:
    """Takes converters out of `__init__`: fields that hold their default, which are most, then cost nothing.

    Type checkers still see them; `Checked` applies them.
    """
    return [
        one if one.converter is None else one.evolve(converter=None, metadata={**one.metadata, "convert": one.converter})
        for one in attributes
    ]


def sheet_of(cls: type[Any]) -> Sheet:
    """What is to be done when a value of a class is made; worked out once."""
    sheet = _SHEETS.get(cls)
    if sheet is None:
        known = ((one, about_field(one), one.metadata.get("convert")) for one in fields(cls))
        rows = tuple(
            Row(one.name, one.default, convert, _test(one, found), found.check if found else None)
            for one, found, convert in known
            if convert is not None or (found is not None and found.check is not None)
        )
        sheet = _SHEETS[cls] = Sheet(
            read=reader([row.name for row in rows]),
            rows=rows,
            defaults=tuple(row.default for row in rows),
        )
    return sheet


def _test(attribute: Any, known: About | None) -> Callable[[Any], bool] | None:
    if known is None or known.check is None:
        return None
    return _is_texts if known.check is IDS and attribute.default == () else known.check.test  # several references are kept in a tuple
