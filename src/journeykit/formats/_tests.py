"""What may stand behind a key, by the shape of the key; the constructor checks the rest."""

from collections.abc import Callable
from typing import Any

from ._short import is_json

__all__ = ["TESTS", "fits"]

TESTS: dict[str, Callable[[Any], bool]] = {
    "plain": lambda raw: type(raw) is not list and type(raw) is not dict,
    "number": lambda raw: type(raw) is int or type(raw) is float,
    "values": lambda raw: type(raw) is dict,
    "scale": lambda raw: type(raw) is list and len(raw) == 2,
    "counts": lambda raw: type(raw) is dict and all(type(one) is int and one >= 0 for one in raw.values()),
    "importance": lambda raw: type(raw) in {dict, int, float},
    "notes": lambda raw: type(raw) is dict and all(type(one) is str or type(one) is list for one in raw.values()),
    "allow": lambda raw: type(raw) is dict,
    "any": lambda raw: type(raw) is dict and is_json(raw),
    "texts": lambda raw: type(raw) is str or type(raw) is list,
    "text": lambda raw: type(raw) is str,
    "age": lambda raw: type(raw) is int or (type(raw) is str and bool(raw.strip())),
    "moment": lambda raw: type(raw) is str,
    "duration": lambda raw: type(raw) is str,
    "money": lambda raw: type(raw) is str,
    "period": lambda raw: type(raw) is str or type(raw) is int,
    "share": lambda raw: type(raw) is not list and type(raw) is not dict,
}


def fits(shape: str, raw: Any) -> bool:
    """Whether data may stand behind a key of this shape."""
    return TESTS[shape](raw)
