"""What two sides of one time are called: neither of them is before the other."""

from typing import TYPE_CHECKING

from journeykit.model import Journey

from .vocabulary import Vocabulary
from .words import quoted

if TYPE_CHECKING:
    from .result import Comparison

__all__ = ["side_phrases"]

_SIDE_BY_SIDE = frozenset({"perception", "personas", "competitor"})


def side_phrases(comparison: "Comparison", words: Vocabulary) -> tuple[str, str] | None:
    """Where something is that only one side has, such as “for customers”; None where the sides follow each other in time."""
    if comparison.lens not in _SIDE_BY_SIDE:
        return None
    before, after = comparison.before, comparison.after
    unnamed = words.on_one_side, words.on_other_side
    if not isinstance(before, Journey) or not isinstance(after, Journey):
        return unnamed
    if comparison.lens == "perception":
        turned = before.perspective != "customer" and after.perspective == "customer"
        return (words.for_employees, words.for_customers) if turned else (words.for_customers, words.for_employees)
    first, second = (_named(one, comparison.lens, words) for one in (before, after))
    return (first, second) if first and second and first != second else unnamed


def _named(journey: Journey, lens: str, words: Vocabulary) -> str:
    if lens == "personas":
        return words.for_whom.format(name=quoted(journey.library.name_of(journey.persona), words)) if journey.persona else ""
    named = journey.subject or journey.library.organisation
    return words.with_whom.format(name=quoted(journey.library.name_of(named), words)) if named else ""
