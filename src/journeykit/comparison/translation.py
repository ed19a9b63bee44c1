"""References that follow an element to its new id are no changes. This is the table by which they follow."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, cast

from attrs import Factory, field, frozen

from journeykit.model import Checked, Element, Elements, Ref, nested_fields, reference_fields

from .changes import Pair

__all__ = ["Translation", "any_reference", "inner_address", "kinds_of", "library_space", "space_of"]

_INNER = frozenset({"touchpoint", "step"})
_ACTORS = frozenset({"persona", "owner", "system", "actor"})
_PLACED = frozenset({"touchpoint", "step", "place", "journey", "insight", "opportunity"})
_SPACES = {"Persona": "actor", "Owner": "actor", "System": "actor", "Actor": "actor", "Channel": "channel", "KPI": "kpi", "Source": "source",
           "Goal": "goal", "Action": "action", "Insight": "insight", "Opportunity": "opportunity", "Journey": "address"}  # fmt: skip


def space_of(ref: Ref, written: str) -> str:
    """In which space of ids a reference looks: one for all actors, one for each other kind, one for all addresses."""
    if ref.kind in _ACTORS:
        return "actor"
    if ref.kind in {"insight", "opportunity"}:
        return "address" if "/" in written else ref.kind
    return "address" if ref.kind in {"touchpoint", "step", "place", "journey"} else ref.kind


def inner_address(ref: Ref, written: str, journey: str) -> str | None:
    """The full address of a reference to something in the same journey; None where it is another kind of reference."""
    return f"{journey}/{written}" if ref.kind in _INNER and "/" not in written else None


def library_space(value: Element) -> str:
    """The space in which the id of an element of the library stands."""
    return _SPACES.get(type(value).__name__, "")


def kinds_of(spaces: Iterable[str]) -> frozenset[str]:
    """The kinds of references that may lead to a name of these spaces."""
    found: set[str] = set()
    for space in set(spaces):
        found |= (
            _ACTORS if space == "actor" else _PLACED if space == "address" else {space, "opportunity"} if space == "insight" else {space}
        )
    return frozenset(found)


def any_reference(value: Checked, kinds: frozenset[str], test: Callable[[Ref, str], bool]) -> bool:
    """Whether any reference of these kinds, at or below a value, passes a test."""
    for name, ref in reference_fields(type(value)):
        if ref.kind in kinds and (held := getattr(value, name)):
            for one in (held,) if isinstance(held, str) else held:
                if test(ref, one):
                    return True
    for name in nested_fields(type(value)):
        held = getattr(value, name)
        if not held:
            continue
        for one in held if isinstance(held, tuple | Elements) else (held,):
            if _may_name(type(one), kinds) and any_reference(one, kinds, test):
                return True
    return False


def _names_some(cls: type[Any], kinds: frozenset[str]) -> bool:
    """Whether values of a class hold such references, or anything that may."""
    return bool(nested_fields(cls)) or any(ref.kind in kinds for _, ref in reference_fields(cls))


_may_name = cast("Callable[[type[Any], frozenset[str]], bool]", lru_cache(maxsize=256)(_names_some))


@frozen
class Translation:
    """From ids before to ids after, by space, and back.

    A reference is unchanged when it leads to the same thing on both sides, in both directions: two names for one thing
    are never confused with two things.

    Attributes:
        there, back: by space, from ids before to ids after, and back.
        kinds: the kinds of references that any of the ids may be named by.
    """

    there: dict[str, dict[str, str]] = Factory(dict)
    back: dict[str, dict[str, str]] = Factory(dict)
    kinds: frozenset[str] = field(init=False, default=Factory(lambda one: kinds_of(one.there), takes_self=True))

    @classmethod
    def of(cls, pairs: Iterable[Pair], addresses: dict[str, tuple[str, str]]) -> "Translation":
        """The table of all pairs whose id, or address, is another one; `addresses` holds those below journeys, by path before."""
        there: dict[str, dict[str, str]] = {}
        back: dict[str, dict[str, str]] = {}
        for pair in pairs:
            known = addresses.get(pair.old.at)
            old, new = known or (pair.old.id, pair.new.id)
            space = "address" if known else _SPACES.get(pair.what)
            if old != new and space is not None:
                there.setdefault(space, {})[old] = new
                back.setdefault(space, {})[new] = old
        return cls(there, back)

    def inverse(self) -> "Translation":
        """From after to before."""
        return Translation(self.back, self.there)

    def now(self, space: str, name: str) -> str:
        """The id after of what has this id before in a space, such as `kpi` or `actor`."""
        return self.there.get(space, {}).get(name, name)

    def forward(self, ref: Ref, written: str, journey: str) -> str:
        """A reference as it reads after; `journey` is the id, before, of the journey in which it is written."""
        table = self.there.get(space_of(ref, written), {})
        inner = inner_address(ref, written, journey)
        if inner is not None:
            found = table.get(inner)
            return written if found is None else found.rsplit("/", 1)[-1]
        if written not in table and ref.kind == "opportunity":  # what answers an insight may name it in its stead
            table = self.there.get("insight", {})
        return table.get(written, written)

    def same(self, ref: Ref, before: object, after: object, journeys: tuple[str, str]) -> bool:
        """Whether a field refers to the same things before and after."""
        if isinstance(before, tuple) and isinstance(after, tuple):
            return len(before) == len(after) and all(self.same(ref, one, other, journeys) for one, other in zip(before, after, strict=True))
        if not isinstance(before, str) or not isinstance(after, str):
            return before == after
        return self.forward(ref, before, journeys[0]) == after and self.inverse().forward(ref, after, journeys[1]) == before

    def touches(self, value: Checked, journeys: tuple[str, str]) -> bool:
        """Whether any reference at or below a value would read differently on the other side."""
        return bool(self.kinds) and any_reference(value, self.kinds, lambda ref, written: not self.same(ref, written, written, journeys))
