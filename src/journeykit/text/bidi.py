"""In which direction a text is read."""

import re
from collections.abc import Sequence
from typing import Final
from unicodedata import bidirectional

_OPENING: Final = frozenset(("LRI", "RLI", "FSI"))
_RIGHT_TO_LEFT: Final = frozenset(("R", "AL"))
_LEFT: Final = "\N{LEFT-TO-RIGHT MARK}"
_RIGHT: Final = "\N{RIGHT-TO-LEFT MARK}"

# The first mark in a sentence with foreign words runs as the sentence does; before a number it only keeps the sign in its place.
_MARK: Final = re.compile("\N{RIGHT-TO-LEFT MARK}|\N{LEFT-TO-RIGHT MARK}(?![-+\N{MINUS SIGN}]?[0-9])")


def is_rtl(text: str, *, mirrored: bool = False) -> bool:
    """Whether a text is read from right to left: its first letter with a direction of its own decides, False where there is none.

    Args:
        text: of one paragraph.
        mirrored: it stands in a picture that runs from right to left. There any letter from right to left decides: a name of a thing in
            another script often comes first. Sentences that hold foreign words between marks run as they begin there too.

    Source: Unicode Standard Annex 9, rules P2, P3 and HL1.

    Example:
        >>> is_rtl("1. سيارة BMW"), is_rtl("BMW سيارة"), is_rtl("BMW سيارة", mirrored=True), is_rtl("BMW", mirrored=True)
        (True, False, True, False)
    """
    if text.isascii():
        return False
    if mirrored and has_rtl_letters(text) and ((mark := _MARK.search(text)) is None or mark[0] == _RIGHT):
        return True
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


def has_rtl_letters(text: str) -> bool:
    """Whether a text holds a letter of a script that is written from right to left."""
    return not text.isascii() and any(bidirectional(char) in _RIGHT_TO_LEFT for char in text)


def carried(lines: Sequence[str], *, rtl: bool) -> tuple[str, ...]:
    """The lines of one text, with marks where words that run against it go on over the end of a line.

    Each line is drawn by itself; without the mark a comma at its end would stand at the wrong side of the foreign words before it.

    Args:
        lines: from top to bottom, as they were broken.
        rtl: whether the text as a whole runs from right to left.

    Source: Unicode Standard Annex 9, rules N1 and L1: order is found in the whole paragraph, then lines are broken.

    Example:
        >>> carried(["قالت: at a fair price,", "without losing the day"], rtl=True)[0].endswith(",\N{LEFT-TO-RIGHT MARK}")
        True
    """
    if len(lines) < 2 or (not rtl and all(map(str.isascii, lines))):
        return tuple(lines)
    against, mark = (False, _LEFT) if rtl else (True, _RIGHT)
    found = list(lines)
    last: bool | None = None
    for at, line in enumerate(lines):
        strong = [kind in _RIGHT_TO_LEFT for char in line if (kind := bidirectional(char)) == "L" or kind in _RIGHT_TO_LEFT]
        if at and strong and last is against and strong[0] is against:
            found[at - 1] += mark
            found[at] = mark + found[at]
        last = strong[-1] if strong else last
    return tuple(found)
