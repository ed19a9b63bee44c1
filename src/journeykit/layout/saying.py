"""What a part of the picture says in words, for those who do not see it."""

from journeykit.diagram import Mark
from journeykit.text import in_series

NOTHING = "–"


def said(where: str, mark: Mark | None, *parts: str) -> str:
    """The words of an entry: where it stands, the number in its mark, and what it says; never empty.

    Example:
        >>> said("Waits", None, "40 idle", "", "another study")
        'Waits: 40 idle; another study'
        >>> said("أنتظر", None, "الطبيبة", "مسؤول")
        'أنتظر: الطبيبة؛ مسؤول'
    """
    number = f"{mark.label}. " if mark and mark.kind == "number" and mark.label else ""
    words = number + in_series(part for part in parts if part)
    where = where.strip(" –")
    if not words.strip():
        return where or NOTHING
    return f"{where}: {words}" if where else words
