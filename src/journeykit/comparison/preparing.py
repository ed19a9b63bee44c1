"""What every lens asks first: that two journeys were compared, and who continues whom."""

from typing import TYPE_CHECKING

from journeykit.errors import ConversionError, Problem
from journeykit.model import Journey

if TYPE_CHECKING:
    from .result import Comparison

__all__ = ["counterparts", "partners", "two_journeys"]


def two_journeys(comparison: "Comparison", what: str) -> tuple[Journey, Journey]:
    """The journeys before and after.

    Args:
        comparison: of two journeys.
        what: the name of the lens, as a sentence begins with it.

    Raises:
        ConversionError: two portfolios were compared.
    """
    before, after = comparison.before, comparison.after
    if not isinstance(before, Journey) or not isinstance(after, Journey):
        raise ConversionError(
            Problem(f"{what} is a lens on two journeys; portfolios were compared.", hint="look at each of `comparison.parts`")
        )
    return before, after


def partners(comparison: "Comparison") -> dict[str, str]:
    """Touchpoints before by id, and the one touchpoint after that is the same. What was split or merged has no one partner."""
    rows = comparison.rows
    return {row.old[0].id: row.new[0].id for row in rows if row.what == "Touchpoint" and len(row.old) == len(row.new) == 1}


def counterparts(comparison: "Comparison") -> dict[str, tuple[str, ...]]:
    """Touchpoints before by id, and all that they are after, in the order of the side after: of what was split its parts, of a part that was merged the whole."""
    found: dict[str, tuple[str, ...]] = {}
    for row in comparison.rows:
        if row.what == "Touchpoint" and row.new:
            found |= dict.fromkeys((spot.id for spot in row.old), tuple(spot.id for spot in row.new))
    return found
