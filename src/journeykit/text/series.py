"""Things said one after the other."""

from collections.abc import Iterable
from unicodedata import bidirectional


def in_series(parts: Iterable[str]) -> str:
    """Parts with semicolons between, as the first letters among them have it: Arabic ones have their own.

    Example:
        >>> in_series(["Waits", "41 %"]), in_series(["أنتظر", "41 %"])
        ('Waits; 41 %', 'أنتظر؛ 41 %')
    """
    held = tuple(parts)
    first = next((kind for part in held for one in part if (kind := bidirectional(one)) in {"L", "R", "AL"}), "L")
    return ("؛ " if first == "AL" else "; ").join(held)
