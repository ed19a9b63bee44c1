"""What two sides of one time are called: neither of them is before the other."""

from typing import TYPE_CHECKING

from journeykit.model import Journey

from .words import plain

if TYPE_CHECKING:
    from .result import Comparison

__all__ = ["side_phrases"]

_SIDE_BY_SIDE = frozenset({"perception", "personas", "competitor"})

_PEOPLE = ("for customers", "for employees")
_UNNAMED = ("on the one side", "on the other")


def side_phrases(comparison: "Comparison") -> tuple[str, str] | None:
    """Where something is that only one side has, such as “for customers”; None where the sides follow each other in time."""
    if comparison.lens not in _SIDE_BY_SIDE:
        return None
    before, after = comparison.before, comparison.after
    if not isinstance(before, Journey) or not isinstance(after, Journey):
        return _UNNAMED
    if comparison.lens == "perception":
        return (_PEOPLE[1], _PEOPLE[0]) if before.perspective != "customer" and after.perspective == "customer" else _PEOPLE
    first, second = _named(before, comparison.lens), _named(after, comparison.lens)
    return (first, second) if first and second and first != second else _UNNAMED


def _named(journey: Journey, lens: str) -> str:
    if lens == "personas":
        return f"for “{plain(journey.library.name_of(journey.persona))}”" if journey.persona else ""
    named = journey.subject or journey.library.organisation
    return f"with “{plain(journey.library.name_of(named))}”" if named else ""
