"""From matches to changes: fields one by one, lists by the longest order that was kept."""

from collections.abc import Callable, Sequence
from typing import Any

from attrs import define, field, frozen

from journeykit.errors import step
from journeykit.model import Checked, Element, Elements, Journey, Portfolio, Ref, Stage, joined, rewritten

from .changes import (
    Added,
    Change,
    Merged,
    Moved,
    Part,
    ReadingChanged,
    ReferenceChanged,
    Rekeyed,
    Removed,
    Renamed,
    Split,
    Spot,
    ValueChanged,
)
from .fields import is_reading, key_of, label_of, plan_of, shell
from .items import Group, Item
from .matching import Matching
from .sequences import kept_order
from .translation import Translation

__all__ = ["Entry", "differences", "entries", "field_changes", "paired_values", "spot_of"]


@frozen(eq=False)
class Entry:
    """One thing in a list: it, its path, its place, and the spot of what holds it."""

    value: Any
    at: str
    place: int
    owner: Spot

    @property
    def spot(self) -> Spot:
        """Path, id and title."""
        return spot_of(self.value, self.at)


def spot_of(value: Any, at: str) -> Spot:
    """Where something stands, and what it is called."""
    if isinstance(value, Portfolio):
        return Spot(at, "", value.title or "")
    return Spot(at, value.id if isinstance(value, Element) else "", label_of(value))


def entries(owner: Any, at: str, name: str) -> list[Entry]:
    """What a list of an owner holds."""
    held, where, spot = getattr(owner, name), joined(at, name), spot_of(owner, at)
    if isinstance(held, Elements):
        return [Entry(one, where + step("", one.id), place, spot) for place, one in enumerate(held)]
    return [Entry(one, f"{where}[{place}]", place, spot) for place, one in enumerate(held)]


def differences(before: Portfolio | Journey, after: Portfolio | Journey, matching: Matching) -> tuple[Change, ...]:
    """All changes from one document to another, in the order of the fields and places."""
    work = _Differ(matching)
    work.node(before, after, ("", ""), ("", ""))
    return tuple(work.changes)


def field_changes(
    old: Checked, new: Checked, spots: tuple[Spot, Spot], *, translation: Translation, journeys: tuple[str, str]
) -> tuple[Change, ...]:
    """What the fields of two values say otherwise, their ids and titles aside; what stands in them by id has no partners."""
    work = _Differ(Matching({}, {}, (), {}, translation))
    work.fields(old, new, (type(old).__name__, *spots), journeys)
    return tuple(work.changes)


@define(eq=False)
class _Differ:
    matching: Matching
    changes: list[Change] = field(factory=list)
    grouped: dict[tuple[str, str], Group] = field(init=False)
    told: set[int] = field(factory=set)
    is_crossed: bool = field(init=False)
    """Whether the user joins elements that are not in one place: what is equal then still holds changes."""

    def __attrs_post_init__(self) -> None:
        self.is_crossed = any(one.method == "explicit" and one.old.at != one.new.at for one in self.matching.matches.values()) or any(
            one.method == "explicit" for one in self.matching.groups
        )
        self.grouped = {}
        for one in self.matching.groups:
            sides = ("old", "new") if one.is_split else ("new", "old")
            self.grouped[sides[0], one.whole.at] = one
            self.grouped.update({(sides[1], part.at): one for part in one.parts})

    def node(self, old: Any, new: Any, ats: tuple[str, str], journeys: tuple[str, str]) -> None:
        """Everything that differs at and below two values that are the same thing."""
        old_at, new_at = ats
        if isinstance(old, Journey):
            journeys = (old.id, new.id)
        match = self.matching.matches.get(old_at) if isinstance(old, Element) else None
        is_equal = match.equal if match else old == new
        if is_equal and not self.is_crossed and not self.matching.translation.touches(old, journeys):
            return
        what, here, there = type(old).__name__, spot_of(old, old_at), spot_of(new, new_at)
        if isinstance(old, Element) and old.id != new.id:
            self.changes.append(Rekeyed(what=what, old=here, new=there, before=old.id, after=new.id))
        title = plan_of(type(old)).title
        if title and getattr(old, title) != getattr(new, title):
            self.changes.append(Renamed(what=what, old=here, new=there, field=title, before=getattr(old, title), after=getattr(new, title)))
        if is_reading(old):
            known = len(self.changes)
            self.fields(old, new, (what, here, there), journeys)
            if len(self.changes) > known:  # told as one: a reading is one thing
                self.changes[known:] = [ReadingChanged(what=what, old=here, new=there, before=old, after=new)]
            return
        self.fields(old, new, (what, here, there), journeys)

    def fields(self, old: Any, new: Any, about: tuple[str, Spot, Spot], journeys: tuple[str, str], *, front: str = "") -> None:
        """Field by field; those of a value inside under its name."""
        what, here, there = about
        plan = plan_of(type(old))
        for name in plan.values:
            before, after = getattr(old, name), getattr(new, name)
            if before is not after and before != after:
                self.changes.append(ValueChanged(what=what, old=here, new=there, field=front + name, before=before, after=after))
        for name, ref in plan.references:
            before, after = getattr(old, name), getattr(new, name)
            if not self.matching.translation.same(ref, before, after, journeys):
                self.changes.append(
                    ReferenceChanged(what=what, old=here, new=there, field=front + name, leads_to=ref.kind, before=before, after=after)
                )
        for name in plan.nested:
            before, after = getattr(old, name), getattr(new, name)
            if isinstance(before, tuple | Elements):
                self.lists(entries(old, here.at, name), entries(new, there.at, name), journeys)
            elif before is None or after is None:
                if before is not after:
                    self.changes.append(ValueChanged(what=what, old=here, new=there, field=front + name, before=before, after=after))
            elif before != after or self.matching.translation.touches(before, journeys):
                self.fields(before, after, about, journeys, front=f"{front}{name}.")

    def lists(self, old: Sequence[Entry], new: Sequence[Entry], journeys: tuple[str, str]) -> None:
        """Two lists of one owner; one of them is empty where the owner is new or gone."""
        if not old and not new:
            return
        partner = self.partners(old, new, journeys)
        stays = kept_order([partner[index].place for index in sorted(partner)])
        order = {index: rank for rank, index in enumerate(sorted(partner))}
        for index, one in enumerate(old):
            if (other := partner.get(index)) is not None:
                if order[index] not in stays:
                    self.moved(one, other, across=False)
                self.node(one.value, other.value, (one.at, other.at), journeys)
            elif not self.arrives_elsewhere(one):
                self.gone(one, journeys)
        taken = {other.at for other in partner.values()}
        for other in new:
            if other.at not in taken:
                self.come(other, journeys)

    def partners(self, old: Sequence[Entry], new: Sequence[Entry], journeys: tuple[str, str]) -> dict[int, Entry]:
        """What in one list is what in the other, by index."""
        sample = (old or new)[0].value
        if not isinstance(sample, Element):
            return paired_values(old, new, lambda value: self.read(value, journeys[0]))
        here = {one.at: one for one in new}
        found = {index: self.matching.matches.get(one.at) for index, one in enumerate(old)}
        return {index: here[match.new.at] for index, match in found.items() if match is not None and match.new.at in here}

    def read(self, value: Checked, journey: str) -> Checked:
        """A value before, with its references as they read after."""
        table = self.matching.translation
        if not table.there:
            return value

        def visit(_owner: Checked, _name: str, ref: Ref, written: str) -> str:
            return table.forward(ref, written, journey)

        return rewritten(value, visit)

    def arrives_elsewhere(self, one: Entry) -> bool:
        """Whether it is matched to something in another list, which tells of it."""
        return isinstance(one.value, Element) and one.at in self.matching.matches

    def moved(self, one: Entry, other: Entry, *, across: bool) -> None:
        self.changes.append(
            Moved(what=type(one.value).__name__, old=one.spot, new=other.spot, old_owner=one.owner, new_owner=other.owner,
                  old_place=one.place, new_place=other.place, across=across)
        )  # fmt: skip

    def gone(self, one: Entry, journeys: tuple[str, str]) -> None:
        """Something that has no partner after."""
        what, value = type(one.value).__name__, one.value
        group = self.grouped.get(("old", one.at))
        if is_reading(value):
            self.changes.append(ReadingChanged(what=what, old=one.spot, before=value, after=None, old_place=one.place))
        elif group is not None:
            self.tell(group)
        else:
            candidates = self.matching.candidates.get(f"old:{one.at}", ())
            self.changes.append(Removed(what=what, old=one.spot, value=shell(value), place=one.place, candidates=candidates))
        if isinstance(value, Stage):
            self.lists(entries(value, one.at, "touchpoints"), [], journeys)

    def come(self, other: Entry, journeys: tuple[str, str]) -> None:
        """Something that has no partner in the same list before."""
        what, value = type(other.value).__name__, other.value
        match = self.matching.backwards.get(other.at) if isinstance(value, Element) else None
        group = self.grouped.get(("new", other.at))
        if match is not None:
            one = _entry(match.old)
            self.moved(one, other, across=True)
            self.node(one.value, value, (one.at, other.at), journeys)
            return
        if is_reading(value):
            self.changes.append(ReadingChanged(what=what, new=other.spot, before=None, after=value, new_place=other.place))
        elif group is not None:
            self.tell(group)
        else:
            candidates = self.matching.candidates.get(f"new:{other.at}", ())
            self.changes.append(Added(what=what, new=other.spot, value=shell(value), place=other.place, candidates=candidates))
        if isinstance(value, Stage):
            self.lists([], entries(value, other.at, "touchpoints"), journeys)

    def tell(self, group: Group) -> None:
        """A split or a merge, once."""
        if id(group) in self.told:
            return
        self.told.add(id(group))
        whole, parts = _part(group.whole), tuple(_part(one) for one in group.parts)
        what = type(group.whole.value).__name__
        if group.is_split:
            self.changes.append(Split(what=what, old=whole.spot, whole=whole, parts=parts, method=group.method))
        else:
            self.changes.append(Merged(what=what, new=whole.spot, whole=whole, parts=parts, method=group.method))


def _entry(item: Item) -> Entry:
    owner = item.owner
    held = [one.at for one in entries(owner.value, owner.at, "touchpoints")] if owner is not None else []
    return Entry(item.value, item.at, held.index(item.at) if held else item.place, owner.spot if owner is not None else Spot("", "", ""))


def _part(item: Item) -> Part:
    return Part(item.spot, shell(item.value), _entry(item).place)


def paired_values(old: Sequence[Entry], new: Sequence[Entry], read: Callable[[Checked], Checked]) -> dict[int, Entry]:
    """Values without ids that are the same: equal ones first, then those of one key, then the only ones left on both sides."""
    found: dict[int, Entry] = {}
    left_old, left_new = dict(enumerate(old)), dict(enumerate(new))
    for key in (_itself, key_of):
        waiting: dict[Any, list[int]] = {}
        for place, one in left_new.items():
            waiting.setdefault(key(one.value), []).append(place)
        for index in list(left_old):
            if places := waiting.get(key(read(left_old[index].value))):
                found[index] = left_new.pop(places.pop(0))
                del left_old[index]
    if len(left_old) == len(left_new) == 1:
        (index, one), (_, other) = *left_old.items(), *left_new.items()
        if not plan_of(type(one.value)).has_table_key:
            found[index] = other
    return found


def _itself(value: Any) -> Any:
    return value
