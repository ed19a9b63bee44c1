"""In which direction a text is read."""

from typing import Final
from unicodedata import bidirectional

_OPENING: Final = frozenset(("LRI", "RLI", "FSI"))
_RIGHT_TO_LEFT: Final = frozenset(("R", "AL"))


def is_rtl(text: str) -> bool:
    """Whether a text is read from right to left: its first letter with a direction of its own decides, False where there is none.

    Source: Unicode Standard Annex 9, rules P2 and P3.

    Example:
        >>> is_rtl("1. سيارة BMW"), is_rtl("BMW سيارة")
        (True, False)
    """
    if text.isascii():
        return False
    isolated = 0
    for char in text:
        direction = bidirectional(char)
        if direction in _OPENING:
            isolated += 1
        elif direction == "PDI":
            isolated = max(0, isolated - 1)
        elif not isolated and (direction == "L" or direction in _RIGHT_TO_LEFT):
            return direction != "L"
    return False
