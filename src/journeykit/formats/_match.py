"""Which entry of a list was which before: by id, else by being equal, else by standing in the same place between the same neighbours.

An element of another id is another one, wherever it stands, unless most of what it says is the same.
"""

from collections.abc import Sequence
from typing import Any

from journeykit.model import Element

from ._plan import plan_of

__all__ = ["paired"]


def paired(before: Sequence[Any], after: Sequence[Any]) -> list[int | None]:
    """For each entry after, the place of the entry before that it was; None where it is new. No place stands twice.

    Example:
        >>> paired(("a", "b", "c"), ("b", "x", "c"))
        [1, None, 2]
        >>> paired(("a", "b", "c"), ("a", "x", "c"))
        [0, 1, 2]
    """
    free: dict[Any, list[int]] = {}
    for place in reversed(range(len(before))):
        free.setdefault(_name(before[place]), []).append(place)
    found: list[int | None] = []
    for one in after:
        places = free.get(_name(one))
        found.append(places.pop() if places else None)
    left = {place for places in free.values() for place in places}
    last = -1
    for at, match in enumerate(found):
        if match is not None:
            last = match
        elif last + 1 in left and _may_be(before[last + 1], after[at]):
            last += 1
            found[at] = last
            left.discard(last)
    return found


_WHO = frozenset({"id", "title", "name"})


def _may_be(one: Any, other: Any) -> bool:
    """Whether one may have become the other: at least half of what it said, with its names or beyond them, is said still."""
    if type(one) is not type(other) or not isinstance(one, Element):
        return type(one) is type(other)
    keys = [key for key in plan_of(type(one)).keys.values() if not key.about.short_for]
    kept = {key.name: bool(getattr(other, key.name) == said) for key in keys if (said := getattr(one, key.name)) != key.default}
    beyond = [same for name, same in kept.items() if name not in _WHO]
    return 2 * sum(kept.values()) >= len(kept) or 2 * sum(beyond) >= len(beyond)


def _name(one: Any) -> Any:
    return (type(one), one.id) if isinstance(one, Element) else (type(one), one)
