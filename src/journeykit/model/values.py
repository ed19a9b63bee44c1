"""Durations, periods, money and scales: written as people write them."""

import re
from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from functools import total_ordering
from typing import Any, ClassVar, cast

from attrs import field, frozen

from journeykit.errors import ModelError, Problem, shown

from .about import Check, about, later, number
from .checked import Checked, made
from .durations import parse_duration, pattern


def to_duration(value: timedelta | str | None) -> timedelta | None:
    """A duration; a text that is none is left for the check to refuse."""
    parsed = parse_duration(value) if isinstance(value, str) else None
    return value if parsed is None else parsed  # type: ignore[return-value]  # refused by the check, which can name the field


def to_moment(value: datetime | str | None) -> datetime | None:
    """A date and time; a text that is none is left for the check to refuse."""
    if isinstance(value, str):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            return value  # type: ignore[return-value]  # refused by the check, which can name the field
    return value


_PERIOD = r"([0-9]{4})(?:-(?:([0-9]{2})(?:-([0-9]{2}))?|Q([1-4])))?"


@total_ordering
@frozen(repr=False)
class Period:
    """A year, quarter, month or day: `2025`, `2025-Q2`, `2025-06` or `2025-06-30`.

    Raises:
        ModelError: the text is none of these, or no date of the calendar.

    Example:
        >>> Period("2025-06").end
        datetime.date(2025, 6, 30)
    """

    text: str

    def __attrs_post_init__(self) -> None:
        try:
            self._days()
        except (ValueError, TypeError) as error:
            raise ModelError(
                Problem(
                    "This is no year, quarter, month or day.", got=shown(self.text), expected="such as 2025, 2025-Q2, 2025-06 or 2025-06-30"
                )
            ) from error
        object.__setattr__(self, "text", self.text.upper())

    def _days(self) -> tuple[date, date]:
        match = pattern(_PERIOD).fullmatch(self.text)
        if match is None:
            raise ValueError(self.text)
        year, month, day, quarter = (None if part is None else int(part) for part in match.groups())
        if year is None:
            raise ValueError(self.text)
        if month is not None and day is not None:
            return date(year, month, day), date(year, month, day)
        first, last = (month, month) if month is not None else (3 * quarter - 2, 3 * quarter) if quarter else (1, 12)
        end = date(year, 12, 31) if last == 12 else date(year, last + 1, 1) - timedelta(days=1)
        return date(year, first, 1), end

    @property
    def start(self) -> date:
        """The first day."""
        return self._days()[0]

    @property
    def end(self) -> date:
        """The last day."""
        return self._days()[1]

    def __lt__(self, other: "Period") -> bool:
        return (self.start, self.end) < (other.start, other.end) if type(other) is Period else NotImplemented

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Period({self.text!r})"


def to_period(value: "Period | date | str | int | None") -> Period | None:
    """A period; what is none is left for the check to refuse."""
    return value if value is None or type(value) is Period else _period(value)


def _period(value: Any) -> Any:
    if isinstance(value, str):
        return made(Period, value)
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= date.max.year:
        return Period(f"{value:04}")
    return Period(value.isoformat()) if isinstance(value, date) and not isinstance(value, datetime) else value


PERIOD = Check(
    "period", "a year, quarter, month or day such as 2025, 2025-Q2, 2025-06 or 2025-06-30", lambda value: isinstance(value, Period)
)

_MONEY = r"(-?[0-9]+(?:\.[0-9]+)?)\s*([A-Z]{3})"
_CENT = Decimal("0.01")


def _is_code(value: object) -> bool:
    return isinstance(value, str) and len(value) == 3 and value.isascii() and value.isalpha() and value.isupper()


def _to_amount(value: Decimal | float | str) -> Decimal:
    return cast("Decimal", _amount(value))


def _amount(value: Any) -> Any:
    """The amount with its cents or without any, so that equal amounts look alike; what is none becomes NaN."""
    try:
        plain = (value if isinstance(value, Decimal) else Decimal(str(value))).normalize()
        if not plain.is_finite() or isinstance(value, bool):
            return Decimal("NaN")
        exponent = int(plain.as_tuple().exponent)
        return plain.quantize(Decimal(1) if exponent >= 0 else _CENT if exponent >= -2 else Decimal((0, (1,), exponent))) or Decimal(0)
    except (InvalidOperation, ValueError):
        return Decimal("NaN")


@frozen(repr=False)
class Money:
    """An amount in a currency (ISO 4217).

    Raises:
        ModelError: the amount is no finite number, or the currency no three capital letters.

    Example:
        >>> str(Money("12.50", "EUR"))
        '12.50 EUR'
    """

    amount: Decimal = field(converter=_to_amount)
    currency: str = "EUR"

    def __attrs_post_init__(self) -> None:
        if not self.amount.is_finite() or not _is_code(self.currency):
            got = f"{self.amount} {shown(self.currency)}"
            raise ModelError(Problem("This is no amount of money.", got=got, expected="such as 12.50 EUR"))

    def __str__(self) -> str:
        return f"{self.amount:f} {self.currency}"

    def __repr__(self) -> str:
        return f"Money({f'{self.amount:f}'!r}, {self.currency!r})"


def to_money(value: "Money | str | None") -> Money | None:
    """Money; a text that is none is left for the check to refuse."""
    return value if value is None or type(value) is Money else _money(value)


def _money(value: Any) -> Any:
    match = re.fullmatch(_MONEY, value.strip()) if isinstance(value, str) else None
    return made(lambda parts: Money(*parts), match.groups()) if match else value


MONEY = Check("money", "an amount with its currency, such as '12.50 EUR'", lambda value: isinstance(value, Money))


@frozen(kw_only=True, eq=False, repr=False, field_transformer=later)
class Scale(Checked):
    """The ends of a scale of answers, such as 1 to 5."""

    _word: ClassVar[str] = "Scale"

    low: float = field(metadata=about("Lowest answer.", number()))
    high: float = field(metadata=about("Highest answer.", number()))

    def _problems(self, wrong: Collection[str]) -> Sequence[Problem]:
        if wrong or self.low < self.high:
            return ()
        message = "The lowest answer of a scale is not below the highest."
        return [Problem(message, "low", got=f"{self.low:g} to {self.high:g}", expected="low < high")]


def to_scale(value: "Scale | tuple[float, float] | None") -> Scale | None:
    """A scale, or its two ends."""
    return value if value is None or type(value) is Scale else _scale(value)


def _scale(value: Any) -> Any:
    return made(lambda ends: Scale(low=ends[0], high=ends[1]), value) if isinstance(value, (list, tuple)) and len(value) == 2 else value


SCALE = Check("scale", "the two ends of a scale, such as [1, 5]", lambda value: isinstance(value, Scale))
