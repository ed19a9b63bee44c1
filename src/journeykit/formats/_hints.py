"""What to do about a value that does not fit."""

from typing import Any

from attrs import evolve

from journeykit.errors import Problem, did_you_mean, shown
from journeykit.model import fold

from ._plan import Key

__all__ = ["hinted", "of_text_entry", "wrong"]

_EXAMPLES = {
    "duration": "write such as `20 min`", "period": "write such as `2025-06`", "money": "write such as `12.50 EUR`", "scale": "write such as `[1, 5]`",
    "moment": "write such as `2025-06-30T14:05+02:00`", "share": "write such as `41 %` or `0.41`", "emotions": "write such as `1`, or `{before: 0, after: 2}`",
    "importance": "write such as `4`, or `{customer: 4, management: 2}`", "notes": "write such as `{lane: text}`", "allow": "write such as `{touchpoint-without-owner: parked}`",
    "counts": "write such as `{promoters: 12}`", "any": "write `key: value` below it", "elements": "begin each entry with `- `", "many": "begin each entry with `- `",
    "values": "write such as `{2024: 48}`", "texts": "write a text, or a list of texts",
}  # fmt: skip

_EXPECTED = {
    "emotions": "a number from -2 to 2, or readings", "allow": "a mapping from the code or name of a rule to the reason", "any": "a mapping from texts",
    "counts": "whole numbers of 0 or more by answer group", "age": "a whole number, or a text", "text": "a text", "texts": "a text, or a list of texts",
    "values": "numbers by period", "one": "a mapping", "elements": "a list", "many": "a list",
}  # fmt: skip


_SEVERAL = frozenset({"emotions", "texts", "values", "elements", "many", "counts", "notes"})


def wrong(named: str, key: Key, raw: Any, *, expected: str = "") -> Problem:
    """A value of a wrong type."""
    check = key.about.check
    words = expected or _EXPECTED.get(key.shape) or (check.expected if check else "another value")
    several = key.shape in _SEVERAL or (check is not None and check.each is not None)
    return hinted(Problem(f"{named} has {'wrong' if several else 'a wrong'} {key.name}.", got=shown(raw), expected=words), key, raw)


def hinted(problem: Problem, key: Key | None, raw: Any) -> Problem:
    """The same problem with a hint, where it has none."""
    if problem.hint:
        return problem
    hint = (_hint(key, raw) if key is not None else "") or (
        f"write {problem.expected}" if problem.expected else "delete it, or write another"
    )
    return evolve(problem, hint=hint)


def _hint(key: Key, raw: Any) -> str:
    check = key.about.check
    if isinstance(raw, str) and not raw.strip():
        return "write a text, or delete the line"
    if check is not None and check.choices:
        return (did_you_mean(fold(raw), check.choices) if isinstance(raw, str) else "") or "write one of these words"
    if check is not None and check.kind == "flag":
        return "write true or false, without quotes"
    if check is not None and check.kind in {"number", "whole", "share"}:
        return _of_number(raw, check.low, check.high, whole=check.kind == "whole", share=key.shape == "share")
    if key.shape in _EXAMPLES:
        return _EXAMPLES[key.shape]
    if key.shape in {"plain", "text"}:
        return _of_text(raw)
    return ""


def _of_number(raw: Any, low: float | None, high: float | None, *, whole: bool, share: bool) -> str:
    if share and isinstance(raw, str) and raw.lstrip().startswith("-") and raw.rstrip().endswith("%"):
        return f"the lowest value is {low or 0:g} %"
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        return "write a number without quotes" + (", or such as `41 %`" if share else "")
    if whole and isinstance(raw, float) and abs(raw) < 1e15 and raw != int(raw):
        return "write a whole number"
    if low is not None and raw < low:
        return f"the lowest value is {low:g}"
    if high is not None and raw > high:
        if not share:
            return f"the highest value is {high:g}"
        # Only a whole number is a percentage without its sign: 1.5 may be what 150 % became.
        return f"{raw:g} % is {raw / 100:g}" if isinstance(raw, int) and raw <= 100 else "the highest value is 1, which is 100 %"
    return "leave the line out where nothing is known"


def _of_text(raw: Any) -> str:
    if isinstance(raw, bool):
        return f'put it in quotes: "{str(raw).lower()}"'
    if isinstance(raw, int | float):
        return f'put it in quotes: "{raw}"'
    if isinstance(raw, list):
        return "write one text, without brackets or dashes"
    return "write one text" if isinstance(raw, dict) else ""


def of_text_entry(raw: Any) -> str:
    """What to do about an entry of a list of texts that is none."""
    if isinstance(raw, str) or raw is None:
        return "write a text, or delete the entry"
    if isinstance(raw, dict):
        return "put text that holds ': ' in quotes"
    return _of_text(raw)
