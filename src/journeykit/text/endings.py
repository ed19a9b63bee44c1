"""Where a sentence ends."""

import re

_ENDED = re.compile("[.?!…؟！？。][\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}”“»’)]*$")


def as_sentence(text: str) -> str:
    """A text that ends as a sentence does: with a full stop, unless it brings an end of its own.

    Example:
        >>> as_sentence("Car dealership"), as_sentence("What now?"), as_sentence("First: Waits.")
        ('Car dealership.', 'What now?', 'First: Waits.')
    """
    text = text.rstrip()
    return text if not text or _ENDED.search(text) else f"{text}."
