"""A font in which every letter is a square: layouts that one can compute in the head."""

from attrs import frozen

from journeykit.text import graphemes


@frozen
class SquareMeasurer:
    """Measures every grapheme as wide as the font is high, in any weight.

    Example:
        >>> SquareMeasurer().width("four", 12)
        48.0
    """

    def width(self, text: str, size: float, weight: int = 400) -> float:  # noqa: ARG002 - bold is as wide
        """Width in px of one line of text at `size` px."""
        return float(size * sum(1 for _ in graphemes(text)))
