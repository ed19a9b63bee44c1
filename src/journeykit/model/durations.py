"""Durations, written as people write them."""

import re
from datetime import timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache

_PART = r"([0-9]+(?:[.,][0-9]+)?)\s*(weeks?|w|days?|d|hours?|h|minutes?|mins?|m|seconds?|secs?|s)(?![a-z])\s*"
_SHARE = r"([0-9]+(?:\.[0-9]+)?)"
_ISO = f"P(?:{_SHARE}W)?(?:{_SHARE}D)?(?:T(?:{_SHARE}H)?(?:{_SHARE}M)?(?:{_SHARE}S)?)?"
_SECONDS = {"w": 604_800, "d": 86_400, "h": 3_600, "m": 60, "s": 1}


@lru_cache(maxsize=8)
def pattern(text: str) -> re.Pattern[str]:
    """A pattern, compiled when it is first needed: most journeys know neither money nor durations."""
    return re.compile(text, re.IGNORECASE)


@lru_cache(maxsize=1024)  # few durations, written many times
def parse_duration(text: str) -> timedelta | None:
    """A duration written as `20 min`, `2 h 30 min`, `1 d` or ISO 8601 (`PT20M`); None where the text is none.

    Example:
        >>> parse_duration("2 h 30 min") == parse_duration("PT2H30M") == timedelta(minutes=150)
        True
    """
    text = text.strip()
    if (iso := pattern(_ISO).fullmatch(text)) and any(iso.groups()):
        return _timedelta(sum(Decimal(part) * _SECONDS[unit] for part, unit in zip(iso.groups(), "wdhms", strict=True) if part))
    total, at = Decimal(0), 0
    while match := pattern(_PART).match(text, at):
        total += Decimal(match.group(1).replace(",", ".")) * _SECONDS[match.group(2)[0].lower()]
        at = match.end()
    return _timedelta(total) if text and at == len(text) else None


def _timedelta(seconds: Decimal | int) -> timedelta | None:
    try:
        return timedelta(microseconds=int(seconds * 1_000_000))
    except (OverflowError, InvalidOperation):
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
