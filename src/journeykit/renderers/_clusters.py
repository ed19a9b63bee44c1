"""Letters with what belongs to them: what one font has to draw as a whole."""

from collections.abc import Iterator
from unicodedata import category, name

_JOINER = "\u200d"


def clusters(text: str) -> Iterator[str]:
    """Characters with the marks, selectors and joined characters that follow: what one face has to draw as a whole."""
    start = 0
    for at in range(1, len(text)):
        joined = category(text[at])[0] == "M" or text[at] == _JOINER or text[at - 1] == _JOINER or selects_variant(text[at])
        if not joined:
            yield text[start:at]
            start = at
    if text:
        yield text[start:]


def described(char: str) -> str:
    """A character for an error message.

    Example:
        >>> described("é")
        "'é' (U+00E9 LATIN SMALL LETTER E WITH ACUTE)"
    """
    return f"{char!r} (U+{ord(char):04X} {name(char, 'without a name')})"


def selects_variant(char: str) -> bool:
    """Whether it only says in which form the character before it is to be drawn."""
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
