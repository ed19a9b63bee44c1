"""Changes made again: from what was before to what is after."""

from typing import Any, TypeVar

from attrs import define, evolve, field, frozen

from journeykit.errors import ConversionError, Problem, shown
from journeykit.model import Checked, Elements, Journey, Portfolio, Stage, joined, nested_fields, reference_fields, walk

from .changes import (
    Added,
    Change,
    Merged,
    Moved,
    Pair,
    Part,
    ReadingChanged,
    ReferenceChanged,
    Rekeyed,
    Removed,
    Renamed,
    Split,
    ValueChanged,
)
from .diff import Entry, entries
from .fields import shell
from .paths import owner_of
from .translation import Translation

__all__ = ["patched"]

M = TypeVar("M", Portfolio, Journey)


@frozen(eq=False)
class _Coming:
    """Something that is to stand at a place: new, or what stood elsewhere before."""

    place: int
    at: str
    change: Change
    value: Checked | None = None
    from_at: str | None = None


def patched(before: M, changes: tuple[Change, ...], pairs: tuple[Pair, ...], translation: Translation) -> M:
    """The document with all changes made.

    Raises:
        ConversionError: changes that do not fit: what they change is not there, or is not what it was.
        ModelError: the result would be none: another change of the document stands against it.
    """
    work = _Patch(before, {pair.old.at: pair.new.at for pair in pairs}, translation)
    for change in changes:
        work.take(change)
    made: M = work.rebuilt(before, "", "")
    work.refuse_unused()
    return made


@define(eq=False)
class _Patch:
    """A patch under way: what happens to which path before, and what comes to which list after."""

    before: Any
    renamed: dict[str, str]
    translation: Translation
    at: dict[str, list[Change]] = field(factory=dict)
    leaving: dict[str, tuple[Change, Checked | None]] = field(factory=dict)
    coming: dict[tuple[str, str], list[_Coming]] = field(factory=dict)
    met: set[tuple[str, str]] = field(factory=set)
    wrong: list[Problem] = field(factory=list)
    nodes: dict[str, Checked] | None = None

    def take(self, change: Change) -> None:
        """Notes one change where it will be met."""
        match change:
            case Added(new=new, value=value, place=place) if new is not None:
                self.comes(new.at, place, change, value=value)
            case Removed(old=old, value=value) if old is not None:
                self.leaving[old.at] = change, value
            case Moved(old=old, new=new) if old is not None and new is not None:
                self.leaving[old.at] = change, None
                self.comes(new.at, change.new_place, change, from_at=old.at)
            case Split(whole=whole, parts=parts):
                self.leaving[whole.spot.at] = change, whole.value
                self.parts_come(parts, change)
            case Merged(whole=whole, parts=parts):
                self.leaving.update({one.spot.at: (change, one.value) for one in parts})
                self.parts_come((whole,), change)
            case ReadingChanged(old=None, new=new, after=after) if new is not None:
                self.comes(new.at, change.new_place, change, value=after)
            case ReadingChanged(old=old, new=None, before=before) if old is not None:
                self.leaving[old.at] = change, before
            case _:
                self.at.setdefault(change.where, []).append(change)

    def parts_come(self, parts: tuple[Part, ...], change: Change) -> None:
        """What a split or a merge makes."""
        for one in parts:
            self.comes(one.spot.at, one.place, change, value=one.value)

    def comes(self, at: str, place: int, change: Change, *, value: Checked | None = None, from_at: str | None = None) -> None:
        """Notes what is to stand in a list."""
        self.coming.setdefault(owner_of(at), []).append(_Coming(place, at, change, value, from_at))

    def rebuilt(self, value: Any, at: str, journey: str) -> Any:
        """A value before as it is after; the same object where nothing changes."""
        if isinstance(value, Journey):
            journey = value.id
        new_at = self.renamed.get(at, at)
        fields: dict[str, Any] = {}
        for name, ref in reference_fields(type(value)):
            held = getattr(value, name)
            if held and self.translation.there:
                read = (
                    self.translation.forward(ref, held, journey)
                    if isinstance(held, str)
                    else tuple(self.translation.forward(ref, one, journey) for one in held)
                )
                if read != held:
                    fields[name] = read
        for name in nested_fields(type(value)):
            held = getattr(value, name)
            if isinstance(held, tuple | Elements):
                made = self.listed(value, at, name, new_at, journey=journey)
                if len(made) != len(held) or any(one is not other for one, other in zip(made, held, strict=True)):
                    fields[name] = made
            elif held is not None and (inner := self.rebuilt(held, joined(at, name), journey)) is not held:
                fields[name] = inner
        for change in self.at.get(at, ()):
            self.make(value, fields, change)
        return evolve(value, **fields) if fields else value

    def listed(self, owner: Any, at: str, name: str, new_at: str, *, journey: str) -> list[Any]:
        """What a list holds after: what stays in its order, and at its place whatever comes."""
        made = [self.rebuilt(one.value, one.at, journey) for one in entries(owner, at, name) if not self.leaves(one)]
        self.arrive(made, (new_at, name), journey)
        return made

    def leaves(self, one: Entry) -> bool:
        """Whether something goes, or goes elsewhere. Out of a stage that goes, everything must."""
        leaving = self.leaving.get(one.at)
        if leaving is None:
            return False
        change, was = leaving
        self.met.add(("leaves", one.at))
        if was is not None:
            if shell(one.value) != was:
                self.refuse(change, one.value)
            if isinstance(one.value, Stage):
                for inner in entries(one.value, one.at, "touchpoints"):
                    if not self.leaves(inner):
                        self.wrong.append(
                            Problem(
                                f"{type(one.value).__name__} {shown(one.value.id)} cannot go: something stands in it that the change does not know.",
                                inner.at,
                            )
                        )
        return True

    def arrive(self, made: list[Any], where: tuple[str, str], journey: str) -> None:
        """Puts what comes at its place, the first place first."""
        for one in sorted(self.coming.get(where, ()), key=lambda coming: coming.place):
            self.met.add(("comes", one.at))
            value = self.new(one, journey)
            if value is not None:
                made.insert(one.place, value)

    def new(self, coming: _Coming, journey: str) -> Any:
        """What comes: a new value with what comes to it, or what stood elsewhere."""
        if coming.from_at is not None:
            found = self.find(coming.from_at)
            return None if found is None else self.rebuilt(found, coming.from_at, journey)
        value = coming.value
        fields = {}
        for name in nested_fields(type(value)):
            if (coming.at, name) in self.coming:
                held: list[Any] = []
                self.arrive(held, (coming.at, name), journey)
                fields[name] = held
        return evolve(value, **fields) if fields and value is not None else value

    def find(self, at: str) -> Checked | None:
        """The value at a path before."""
        if self.nodes is None:
            self.nodes = dict(walk(self.before))
        return self.nodes.get(at)

    def make(self, value: Any, fields: dict[str, Any], change: Change) -> None:
        """One change of the fields of a value."""
        self.met.add(("changes", change.where))
        match change:
            case Rekeyed(before=before, after=after):
                held, fields["id"] = value.id, after
            case Renamed(field=name, before=before, after=after):
                held, fields[name] = getattr(value, name), after
            case ReadingChanged(before=before, after=after):
                held = value
                fields.update({one: getattr(after, one) for one in _names(after)})
            case ValueChanged(field=name, before=before, after=after) | ReferenceChanged(field=name, before=before, after=after):
                held = _set(value, fields, name, after)
            case _:
                held = before = None
        if held != before:
            self.refuse(change, held)

    def refuse(self, change: Change, held: object) -> None:
        """A change that meets something else than it was made from."""
        self.wrong.append(
            Problem(
                f"A change of {change.what} {shown(change.id or change.title)} does not fit: it is not what it was.",
                change.where,
                got=shown(held),
            )
        )

    def refuse_unused(self) -> None:
        """A change that met nothing does not fit, as one that met something else."""
        expected = [
            *(("leaves", at, change) for at, (change, _) in self.leaving.items()),
            *(("comes", one.at, one.change) for held in self.coming.values() for one in held),
            *(("changes", at, one) for at, held in self.at.items() for one in held),
        ]
        for what, at, change in expected:
            if (what, at) not in self.met:
                self.wrong.append(
                    Problem(
                        f"A change of {change.what} {shown(change.id or change.title)} does not fit: it is not there.", change.where or at
                    )
                )
        if self.wrong:
            raise ConversionError(self.wrong)


def _names(value: Any) -> list[str]:
    return [name for name in type(value).__annotations__ if not name.startswith("_")]


def _set(value: Any, fields: dict[str, Any], name: str, after: Any) -> Any:
    """Sets a field, or one of a value inside; gives what it held before."""
    first, _, rest = name.partition(".")
    held = getattr(value, first)
    if not rest:
        fields[first] = after
        return held
    inner: dict[str, Any] = {}
    was = _set(held, inner, rest, after)
    fields[first] = evolve(fields.get(first, held), **inner)
    return was
