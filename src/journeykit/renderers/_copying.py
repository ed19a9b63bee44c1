"""What a reader of a file copies and finds where glyphs alone do not say it."""

from unicodedata import bidirectional, category

from journeykit.scene import Text

from ._checked import drawn

_ORDERING = dict.fromkeys(map(ord, "\u061c\u200e\u200f\u2066\u2067\u2068\u2069"))


def copied_text(node: Text) -> str | None:
    """The text of a line in which several glyphs stand for several letters together, as in Devanagari and Thai. Else None.

    Lines with letters from right to left are left to their glyphs: some readers take whatever they find for text in the order in which it
    is seen, and would turn it around.

    Example:
        >>> def line(text):
        ...     return Text(x=0, y=0, text=text, width=90, size=12, fill="#000000")
        >>> copied_text(line("मैं")), copied_text(line("Kauft für 50 €")), copied_text(line("مَن"))
        ('मैं', None, None)
    """
    text = drawn(node.text) + (" " + drawn(node.tail.text) if node.tail else "")
    if text.isascii():
        return None
    text = text.translate(_ORDERING)
    joined = any(category(one)[0] == "M" or category(one) == "Cf" for one in text)
    return text if joined and not any(bidirectional(one) in {"R", "AL", "AN"} for one in text) else None
