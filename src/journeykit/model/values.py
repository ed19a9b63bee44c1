"""Durations, periods, money and scales: written as people write them."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from functools import total_ordering

from attrs import field, frozen

from journeykit.errors import ModelError, Problem, shown

from .about import Check, about, number
from .checked import Checked

_PART = re.compile(r"(\d+(?:[.,]\d+)?)\s*(weeks?|w|days?|d|hours?|h|minutes?|mins?|m|seconds?|secs?|s)(?![a-z])\s*", re.IGNORECASE)
_ISO = re.compile(r"P(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?", re.IGNORECASE)
_SECONDS = {"w": 604_800, "d": 86_400, "h": 3_600, "m": 60, "s": 1}


def parse_duration(text: str) -> timedelta | None:
    """A duration written as `20 min`, `2 h 30 min`, `1 d` or ISO 8601 (`PT20M`); None where the text is none.

    Example:
        >>> parse_duration("2 h 30 min") == parse_duration("PT2H30M") == timedelta(minutes=150)
        True
    """
    text = text.strip()
    if (iso := _ISO.fullmatch(text)) and any(iso.groups()):
        return _timedelta(sum(Decimal(part) * _SECONDS[unit] for part, unit in zip(iso.groups(), "wdhms", strict=True) if part))
    total, at = Decimal(0), 0
    while match := _PART.match(text, at):
        total += Decimal(match.group(1).replace(",", ".")) * _SECONDS[match.group(2)[0].lower()]
        at = match.end()
    return _timedelta(total) if text and at == len(text) else None


def _timedelta(seconds: Decimal | int) -> timedelta | None:
    try:
        return timedelta(microseconds=int(seconds * 1_000_000))
    except OverflowError:
        return None


def show_duration(value: timedelta) -> str:
    """A duration as people write it, without loss; `parse_duration` reads it back.

    Example:
        >>> show_duration(timedelta(minutes=150))
        '2 h 30 min'
    """
    rest = value // timedelta(microseconds=1)
    if rest == 0:
        return "0 min"
    parts = []
    for unit, seconds in (("d", 86_400), ("h", 3_600), ("min", 60)):
        count, rest = divmod(rest, seconds * 1_000_000)
        if count:
            parts.append(f"{count} {unit}")
    if rest:
        parts.append(f"{Decimal(rest) / 1_000_000:f}".rstrip("0").rstrip(".") + " s" if rest % 1_000_000 else f"{rest // 1_000_000} s")
    return " ".join(parts)


def to_duration(value: timedelta | str | None) -> timedelta | None:
    """A duration; a text that is none is left for the check to refuse."""
    if isinstance(value, str):
        parsed = parse_duration(value)
        return value if parsed is None else parsed  # type: ignore[return-value]  # refused by the check, which can name the field
    return value


def to_moment(value: datetime | str | None) -> datetime | None:
    """A date and time; a text that is none is left for the check to refuse."""
    if isinstance(value, str):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            return value  # type: ignore[return-value]  # refused by the check, which can name the field
    return value


_PERIOD = re.compile(r"(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|[Qq]([1-4])))?")


@total_ordering
@frozen
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
                Problem("This is no year, quarter, month or day.", got=shown(self.text), expected="such as 2025, 2025-Q2, 2025-06 or 2025-06-30")
            ) from error
        object.__setattr__(self, "text", self.text.upper())

    def _days(self) -> tuple[date, date]:
        match = _PERIOD.fullmatch(self.text)
        if match is None:
            raise ValueError(self.text)
        year, month, day, quarter = (int(part) if part else None for part in match.groups())
        if year is None:
            raise ValueError(self.text)
        if day is not None and month is not None:
            return date(year, month, day), date(year, month, day)
        first, last = (month, month) if month else (3 * quarter - 2, 3 * quarter) if quarter else (1, 12)
        after = date(year + last // 12, last % 12 + 1, 1) if (year, last) != (9999, 12) else date.max + timedelta(0)
        return date(year, first, 1), after - timedelta(days=1) if (year, last) != (9999, 12) else after

    @property
    def start(self) -> date:
        """The first day."""
        return self._days()[0]

    @property
    def end(self) -> date:
        """The last day."""
        return self._days()[1]

    def __lt__(self, other: "Period") -> bool:
        return (self.start, self.end) < (other.start, other.end) if isinstance(other, Period) else NotImplemented

    def __str__(self) -> str:
        return self.text


def to_period(value: "Period | date | str | int | None") -> Period | None:
    """A period; what is none is left for the check to refuse."""
    if value is None or isinstance(value, Period):
        return value
    if isinstance(value, datetime) or isinstance(value, bool):
        return value  # type: ignore[return-value]  # refused by the check, which can name the field
    text = value.isoformat() if isinstance(value, date) else str(value)
    try:
        return Period(text)
    except ModelError:
        return value  # type: ignore[return-value]  # refused by the check, which can name the field


PERIOD = Check("period", "a year, quarter, month or day such as 2025, 2025-Q2, 2025-06 or 2025-06-30", lambda value: isinstance(value, Period))

_MONEY = re.compile(r"(-?\d+(?:\.\d+)?)\s*([A-Z]{3})")


@frozen
class Money:
    """An amount in a currency (ISO 4217).

    Example:
        >>> str(Money("12.50", "EUR"))
        '12.50 EUR'
    """

    amount: Decimal = field(converter=lambda value: Decimal(str(value)))
    currency: str = "EUR"

    def __attrs_post_init__(self) -> None:
        if not self.amount.is_finite() or not re.fullmatch("[A-Z]{3}", self.currency):
            raise ModelError(Problem("This is no amount of money.", got=f"{self.amount} {shown(self.currency)}", expected="such as 12.50 EUR"))

    def __str__(self) -> str:
        return f"{self.amount:f} {self.currency}"


def to_money(value: "Money | str | None") -> Money | None:
    """Money; a text that is none is left for the check to refuse."""
    if isinstance(value, str) and (match := _MONEY.fullmatch(value.strip())):
        try:
            return Money(match.group(1), match.group(2))
        except (ModelError, InvalidOperation):
            return value  # type: ignore[return-value]  # refused by the check, which can name the field
    return value  # type: ignore[return-value]  # a text that is no money is refused by the check


MONEY = Check("money", "an amount with its currency, such as '12.50 EUR'", lambda value: isinstance(value, Money))


@frozen(kw_only=True)
class Scale(Checked):
    """The ends of a scale of answers, such as 1 to 5."""

    _word = "Scale"

    low: float = field(metadata=about("Lowest answer.", number()))
    high: float = field(metadata=about("Highest answer.", number()))

    def _problems(self) -> list[Problem]:
        if isinstance(self.low, int | float) and isinstance(self.high, int | float) and not self.low < self.high:
            return [Problem("The lowest answer of a scale is not below the highest.", "low", got=f"{self.low:g} to {self.high:g}", expected="low < high")]
        return []


def to_scale(value: "Scale | tuple[float, float] | None") -> Scale | None:
    """A scale, or its two ends."""
    if isinstance(value, list | tuple) and len(value) == 2:
        return Scale(low=value[0], high=value[1])
    return value  # type: ignore[return-value]  # what is no scale is refused by the check


SCALE = Check("scale", "the two ends of a scale, such as [1, 5]", lambda value: isinstance(value, Scale))
