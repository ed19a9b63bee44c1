"""How a number is written in a sentence or a table."""

import math

NOTHING = "–"
_APART = 10_000  # so that a year stays in one piece


def number(value: float, digits: int = 3) -> str:
    """A number with at most so many decimals, a true minus sign, never a minus zero; thousands stand apart from five figures on.

    Example:
        >>> number(-1.5), number(-0.0001), number(157.0), number(1436), number(1234567.5)
        ('−1.5', '0', '157', '1436', '1,234,567.5')
    """
    if not math.isfinite(value):
        return "∞" if value > 0 else "−∞" if value < 0 else NOTHING
    apart = "," if abs(value) >= _APART else ""
    text = f"{abs(value):{apart}.{digits}f}" if abs(value) < 1e15 else f"{abs(value):.6g}"
    text = text.rstrip("0").rstrip(".") if "." in text and "e" not in text else text
    return f"−{text}" if value < 0 and text != "0" else text


def signed(value: float, digits: int = 3) -> str:
    """A change: with its sign, except for zero.

    Example:
        >>> signed(67), signed(-3), signed(0)
        ('+67', '−3', '0')
    """
    text = number(value, digits)
    return f"+{text}" if value > 0 and text != "0" else text


def felt(value: float) -> str:
    """A feeling of -2 to +2 as the maps print it: with its sign, at most one decimal.

    Example:
        >>> felt(-0.143), felt(0.04), felt(1.5)
        ('−0.1', '0', '+1.5')
    """
    return signed(value, 1)


def percent(share: float) -> str:
    """A share of 0 to 1 in whole per cent.

    Example:
        >>> percent(7 / 11)
        '64 %'
    """
    return f"{number(100 * share, 0)} %"


def share_of(part: int, many: int, one: str, several: str = "") -> str:
    """A part of a number of things, with the verb that fits it.

    Example:
        >>> share_of(1, 1, "touchpoint"), share_of(0, 2, "touchpoint"), share_of(1, 3, "cell")
        ('1 of 1 touchpoint has', '0 of 2 touchpoints have', '1 of 3 cells has')
    """
    return f"{part} of {count(many, one, several)} {'has' if 1 in {part, many} else 'have'}"


def count(many: int, one: str, several: str = "") -> str:
    """A number and its noun.

    Example:
        >>> count(1, "touchpoint"), count(0, "reading"), count(2, "journey")
        ('1 touchpoint', '0 readings', '2 journeys')
    """
    return f"{many} {one if many == 1 else several or one + 's'}"


def quoted(title: str) -> str:
    r"""A title inside a sentence: on one line, in quotation marks.

    Example:
        >>> quoted("Pays\nnow")
        '“Pays now”'
    """
    return f"“{' '.join(title.split())}”"


def cell(value: object) -> str:
    """A cell of a table as text; what is not known is a dash, never 0."""
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return "yes" if value else "no"
    return number(value) if isinstance(value, int | float) else str(value)
