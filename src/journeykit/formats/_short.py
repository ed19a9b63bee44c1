"""Small things that may be written in more than one way, and what JSON can say."""

import math
import re
from typing import Any, Final

from ._fault import Path

__all__ = ["DEPTH", "MISSING", "is_json", "share", "too_deep"]

DEPTH: Final = 64
"""How deep data may be nested."""

MISSING: Final = object()
"""Nothing was given, not even null."""

_PERCENT = re.compile(r"\s*(\d+(?:[.,]\d+)?)\s*%\s*")


def share(raw: Any) -> Any:
    """A share: `41 %` becomes 0.41; anything else stays as it is.

    Example:
        >>> share("41 %"), share("12,5%"), share(0.41), share("many")
        (0.41, 0.125, 0.41, 'many')
    """
    if type(raw) is str and (match := _PERCENT.fullmatch(raw)):
        digits = match.group(1).replace(",", ".")
        whole, _, part = digits.partition(".")
        return float(f"{whole}{part}e-{2 + len(part)}")
    return raw


def is_json(raw: Any, depth: int = 2) -> bool:
    """Whether data holds only what JSON can say, no deeper than allowed. At the top of a file it lies in level 2."""
    if depth > DEPTH:
        return False
    if type(raw) is dict:
        return all(type(key) is str and is_json(one, depth + 1) for key, one in raw.items())
    if type(raw) is list:
        return all(is_json(one, depth + 1) for one in raw)
    return raw is None or type(raw) in {str, bool, int} or (type(raw) is float and math.isfinite(raw))


def too_deep(raw: Any) -> Path | None:
    """The path of the first value that is nested too deep, or None. It does not recurse, and takes data of any depth."""
    waiting: list[tuple[Any, Path]] = [(raw, ())]
    while waiting:
        held, path = waiting.pop()
        if isinstance(held, dict | list):
            if len(path) >= DEPTH:
                return path
            inner = list(held.items()) if isinstance(held, dict) else list(enumerate(held))
            waiting += [(one, (*path, name)) for name, one in reversed(inner)]
    return None
