"""Three-way merging of values: a side that changed nothing gives way; lists and maps are merged item by item."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import define, evolve, field

from journeykit.errors import step
from journeykit.model import Checked, Element, Elements, FrozenMap

from .changes import Spot
from .conflicts import Conflict, ConflictKind
from .diff import Entry, entries, paired_values, spot_of
from .fields import key_of, plan_of
from .final_names import FinalNames
from .items import Match
from .sequences import merged_order

__all__ = ["Three", "ThreeWays"]

Three = tuple[Any, Any, Any]
"""The same thing in the base, in ours and in theirs; None where it is not."""

_ABSENT = object()  # in a map, None is a value

Key = tuple[Any, int]
"""A thing in a list: nothing and its place in the base; or what makes it itself, and the how manieth of these."""


@define(eq=False)
class ThreeWays:
    """Merges the fields of one thing after the other, and collects what cannot be merged."""

    names: FinalNames
    matches: tuple[Mapping[str, Match], Mapping[str, Match]]
    conflicts: list[Conflict] = field(factory=list)

    def conflict(self, kind: ConflictKind, what: str, spot: Spot, three: Three, *, name: str = "") -> Any:
        """Notes a conflict; ours goes on."""
        self.conflicts.append(
            Conflict(kind=kind, what=what, spot=spot, field=name, base=_shown(three[0]), ours=_shown(three[1]), theirs=_shown(three[2]))
        )
        return three[1]

    def merged(self, three: Three, ats: tuple[str, str, str], journeys: tuple[str, str, str]) -> dict[str, Any]:
        """The merged fields of a thing that all three have, its id and the elements that it holds by id left out."""
        base = three[0]
        return self._fields(three, ats, journeys, (type(base).__name__, spot_of(base, ats[0])))

    def _fields(
        self, three: Three, ats: tuple[str, str, str], journeys: tuple[str, str, str], about: tuple[str, Spot], *, front: str = ""
    ) -> dict[str, Any]:
        plan = plan_of(type(three[0]))
        made: dict[str, Any] = {}
        for name in (plan.title, *plan.values):
            if name:
                made[name] = self._value(_each(three, name), about, front + name)
        for name, ref in plan.references:
            read = [self._read_reference(side, ref, getattr(one, name), journeys[side]) for side, one in enumerate(three)]
            made[name] = self._value((read[0], read[1], read[2]), about, front + name)
        for name in plan.nested:
            held = _each(three, name)
            if isinstance(held[0], Elements):
                continue
            if isinstance(held[0], tuple):
                made[name] = self._list(three, ats, name, journeys)
                continue
            inner = tuple(one and self.names.read(side, one, journeys[side]) for side, one in enumerate(held))
            if all(isinstance(one, Checked) for one in inner) and inner[0] not in inner[1:] and inner[1] != inner[2]:
                made[name] = evolve(
                    inner[1], **self._as_read()._fields((inner[0], inner[1], inner[2]), ats, journeys, about, front=f"{front}{name}.")
                )
            else:
                made[name] = self._value((inner[0], inner[1], inner[2]), about, front + name)
        return made

    def _as_read(self) -> "ThreeWays":
        """For what is inside of values whose references are read already."""
        return evolve(self, names=FinalNames())

    def _read_reference(self, side: int, ref: Any, held: Any, journey: str) -> Any:
        if isinstance(held, tuple):
            return tuple(self.names.reference(side, ref, one, journey) for one in held)
        return self.names.reference(side, ref, held, journey) if isinstance(held, str) else held

    def _value(self, three: Three, about: tuple[str, Spot], name: str) -> Any:
        """One field. Lists of texts and maps are merged item by item where that is sure."""
        base, ours, theirs = three
        if ours == base:
            return theirs
        if theirs in (base, ours):
            return ours
        if all(isinstance(one, FrozenMap) for one in three):
            keys = dict.fromkeys((*base, *ours, *theirs))
            chosen = {key: self._value(_at(three, key), about, step(name, str(key))) for key in keys}
            return FrozenMap({key: one for key, one in chosen.items() if one is not _ABSENT})
        if all(isinstance(one, tuple) and len(set(one)) == len(one) for one in three):
            gone = {one for one in base if one not in ours or one not in theirs}
            order, disputed = merged_order(*([one for one in side if one not in gone] for side in three))
            if not disputed:
                return tuple(order)
        return self.conflict("value", about[0], about[1], three, name=name)

    def _list(self, three: Three, ats: tuple[str, str, str], name: str, journeys: tuple[str, str, str]) -> tuple[Any, ...]:
        """A list of values, or of elements that stand nowhere else, such as pains."""
        held = [self._entries(side, one, ats[side], name, journey=journeys[side]) for side, one in enumerate(three)]
        plain = [tuple(one.value for one in side) for side in held]
        if plain[1] == plain[0]:
            return plain[2]
        if plain[2] in (plain[0], plain[1]):
            return plain[1]
        keys, found = self._keyed(held)
        made = {key: self._item(entry, journeys) for key, entry in found.items()}
        kept = {key for key, (is_there, _) in made.items() if is_there}
        order, disputed = merged_order(*([key for key in side if key in kept] for side in keys))
        for key in disputed:
            entry = next(one for one in found[key] if one is not None)
            self.conflict("moved", type(entry.value).__name__, entry.spot, tuple(one and (one.at, one.place) for one in found[key]))  # type: ignore[arg-type]  # three of them
        return tuple(made[key][1] for key in order)

    def _entries(self, side: int, owner: Any, at: str, name: str, *, journey: str) -> list[Entry]:
        return [evolve(one, value=self.names.read(side, one.value, journey)) for one in entries(owner, at, name)]

    def _keyed(self, held: Sequence[list[Entry]]) -> tuple[list[list[Key]], dict[Key, tuple[Entry | None, Entry | None, Entry | None]]]:
        """Which thing of one side is which of the others: by what it is matched with in the base, else by id or key."""
        keys: list[list[Key]] = [[("", place) for place in range(len(held[0]))]]
        found: dict[Key, list[Entry | None]] = {("", place): [one, None, None] for place, one in enumerate(held[0])}
        for side in (1, 2):
            partner = self._partners(side, held[0], held[side])
            seen: Counter[Any] = Counter()
            keys.append([])
            for one in held[side]:
                key = partner.get(one.at)
                if key is None:
                    name = one.value.id if isinstance(one.value, Element) else key_of(one.value)
                    key = (name, seen[name])
                    seen[name] += 1
                found.setdefault(key, [None, None, None])[side] = one
                keys[side].append(key)
        return keys, {key: (one[0], one[1], one[2]) for key, one in found.items()}

    def _partners(self, side: int, base: list[Entry], other: list[Entry]) -> dict[str, Key]:
        """By path on the side, the place in the base."""
        if base and isinstance(base[0].value, Element):
            there = self.matches[side - 1]
            return {match.new.at: ("", place) for place, one in enumerate(base) if (match := there.get(one.at)) is not None}
        return {entry.at: ("", place) for place, entry in paired_values(base, other, lambda value: value).items()}

    def _item(self, three: tuple[Entry | None, Entry | None, Entry | None], journeys: tuple[str, str, str]) -> tuple[bool, Any]:
        """One thing of a list: whether it stays, and what it is."""
        base, ours, theirs = three
        sample = base or ours or theirs
        if sample is None:
            return False, None
        values: Three = tuple(one and one.value for one in three)  # type: ignore[assignment]  # three of them
        what = type(sample.value).__name__
        if base is None:
            if ours is None or theirs is None or ours.value == theirs.value:
                return True, (ours or sample).value
            return True, self.conflict("added", what, sample.spot, values)
        if ours is None or theirs is None:
            left = ours or theirs
            if left is None or left.value == self._finally(base.value, left.value):
                return False, None
            self.conflict("removed", what, base.spot, values)
            return True, left.value
        made = self._as_read().merged(values, (base.at, ours.at, theirs.at), journeys)
        if isinstance(ours.value, Element):
            made["id"] = ours.value.id if ours.value.id != base.value.id else theirs.value.id
        return True, evolve(ours.value, **made)

    def _finally(self, base: Any, side: Any) -> Any:
        """A value of the base under the id of a side: a new id alone is no reason to keep it."""
        return base if not isinstance(base, Element) or base.id == side.id else evolve(base, id=side.id)


def _shown(value: Any) -> Any:
    return None if value is _ABSENT else value


def _at(three: Three, key: Any) -> Three:
    return three[0].get(key, _ABSENT), three[1].get(key, _ABSENT), three[2].get(key, _ABSENT)


def _each(three: Three, name: str) -> Three:
    return getattr(three[0], name), getattr(three[1], name), getattr(three[2], name)
