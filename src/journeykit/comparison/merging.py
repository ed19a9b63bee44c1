"""Three-way merge, element by element: what one side changed and the other did not is taken; the rest is a conflict."""

from collections.abc import Iterator, Mapping
from typing import Any, Generic, TypeVar

from attrs import define, evolve, field, frozen

from journeykit.arguments import door
from journeykit.errors import ConversionError, ModelError
from journeykit.model import Element, Journey, Portfolio, joined

from .changes import Spot
from .conflicts import Conflict
from .final_names import FinalNames, final_names
from .items import Item, elements_at, items_of
from .matching import Mapped, Matching, matched
from .sequences import merged_order, surely_moved
from .similarity import Likeness
from .three_ways import Three, ThreeWays
from .translation import library_space

__all__ = ["Merge", "merge"]

M = TypeVar("M", Portfolio, Journey)
T = TypeVar("T")
List = tuple[str, str]
"""A list of elements: the key of its owner, and the field."""


@frozen(kw_only=True)
class Merge(Generic[M]):
    """What came of a merge.

    Attributes:
        result: the merged document; None where there is any conflict.
        conflicts: what both sides changed differently, with both sides.
        draft: the merged document with ours at every conflict; None where even that would be invalid.
    """

    result: M | None
    conflicts: tuple[Conflict, ...]
    draft: M | None

    def __bool__(self) -> bool:
        """Whether it went without conflict."""
        return not self.conflicts


@door
def merge(base: M, ours: M, theirs: M, *, fuzzy: bool = True, likeness: Likeness | None = None, mapping: Mapped | None = None) -> Merge[M]:
    """Merges two documents that were made from the same one.

    Elements are matched with those of the base as `compare` does. A field, a place or an id that one side changed is taken;
    lists of texts and references, and maps, are merged item by item. Where both changed the same thing differently, both
    sides stand in `conflicts`.

    Args:
        base: what both were made from.
        ours: one side.
        theirs: the other.
        fuzzy: whether similarity is used.
        likeness: its thresholds and weights.
        mapping: from elements of the base to elements of either side, where they would not be found.

    Raises:
        ConversionError: journeys and portfolios cannot be merged with each other.

    Example:
        >>> from journeykit.model import Stage, Touchpoint
        >>> base, ours, theirs = (
        ...     Journey("I pay", stages=[Stage("Pay", [Touchpoint("Pays", owner=owner, channel=channel)])])
        ...     for owner, channel in (("till", "shop"), ("app", "shop"), ("till", "web"))
        ... )
        >>> merged = merge(base, ours, theirs).result.touchpoints["pays"]
        >>> merged.owner, merged.channels
        ('app', ('web',))
    """
    if len({isinstance(one, Journey) for one in (base, ours, theirs)}) > 1:
        raise ConversionError("Journeys and portfolios cannot be merged with each other; take the journeys out, or all portfolios.")
    how = likeness or Likeness()
    sides = tuple(matched(base, one, mapping=mapping, fuzzy=fuzzy, how=how) for one in (ours, theirs))
    work = _Merger((base, ours, theirs), (sides[0], sides[1]))
    draft: M | None = work.made()
    return Merge(result=None if work.conflicts else draft, conflicts=tuple(work.conflicts), draft=draft)


@frozen(eq=False)
class _Node:
    """An element on one side: where it stands, in which list, and in which journey."""

    item: Item
    held_in: List
    journey: str


@define(eq=False)
class _Merger:
    """A merge under way. Every element has one key: its path in the base, or one made of what it is where it is new."""

    documents: Three
    matchings: tuple[Matching, Matching]
    conflicts: list[Conflict] = field(factory=list)
    nodes: tuple[dict[str, _Node], dict[str, _Node], dict[str, _Node]] = field(factory=lambda: ({}, {}, {}))
    lists: tuple[dict[List, list[str]], dict[List, list[str]], dict[List, list[str]]] = field(factory=lambda: ({}, {}, {}))
    held_in: dict[str, List] = field(factory=dict)
    moved: dict[tuple[int, List], frozenset[str]] = field(factory=dict)
    names: FinalNames = field(factory=FinalNames)
    fields: ThreeWays = field(init=False)

    def __attrs_post_init__(self) -> None:
        mine, yours = (one.matches for one in self.matchings)
        self.names = final_names(mine, yours, self.conflicts)
        self.fields = ThreeWays(self.names, (mine, yours), self.conflicts)

    def made(self) -> Any:
        """The merged document with ours at every conflict; None where the model refuses it."""
        for side in (0, 1, 2):
            self.collect(side)
        for key in dict.fromkeys((*self.nodes[0], *self.nodes[1], *self.nodes[2])):
            if self.stays(key):
                self.held_in[key] = self.home(key)
        self.keep_owners()
        try:
            return self.document()
        except ModelError as error:
            for one in error.problems:
                self.conflicts.append(Conflict(kind="invalid", what="", spot=Spot(one.where, "", ""), problem=one))
            return None

    # ---------------------------------------------------------------------------------------- what stands where

    def collect(self, side: int) -> None:
        """Gives every element of a side its key."""
        document = self.documents[side]
        if isinstance(document, Journey):
            self.note(side, Item(document, "", document.id, 0), ("", ""), journey=document.id, name="")
            return
        for name, held in elements_at(document):
            for one in items_of(held, name):
                is_journey = isinstance(one.value, Journey)
                self.note(side, one, ("#", name), journey=one.id if is_journey else "", name=f"{name}/{one.id}")

    def note(self, side: int, item: Item, held_in: List, *, journey: str, name: str) -> None:
        """One element and those that stand in it."""
        key = self.key(side, item, name)
        self.nodes[side][key] = _Node(item, held_in, journey)
        self.lists[side].setdefault(held_in, []).append(key)
        for field_name, held in elements_at(item.value):
            front = "stage:" if field_name == "stages" else ""
            for one in items_of(held, joined(item.at, field_name), front=f"{journey}/{front}", journey=journey):
                scope = key.partition(".stages[")[0] if field_name == "touchpoints" else key
                self.note(side, one, (key, field_name), journey=journey, name=f"{scope}/{field_name}/{one.id}")

    def key(self, side: int, item: Item, name: str) -> str:
        """Its path in the base; or, of what is new, its name below its journey: both sides may have added it."""
        if side == 0:
            return item.at
        match = self.matchings[side - 1].backwards.get(item.at)
        return match.old.at if match is not None else f"+{name}"

    # ------------------------------------------------------------------------------------------- what becomes of it

    def three(self, key: str) -> tuple[_Node | None, _Node | None, _Node | None]:
        """An element on all sides."""
        return self.nodes[0].get(key), self.nodes[1].get(key), self.nodes[2].get(key)

    def stays(self, key: str) -> bool:
        """Whether an element is in the result; a removal on one side stands against any change on the other."""
        base, ours, theirs = self.three(key)
        if base is None or (ours is not None and theirs is not None):
            return True
        left, side = (ours, 1) if ours is not None else (theirs, 2)
        if left is None or self.is_same(base, left, side):
            return False
        values: Three = (base.item.value, ours and ours.item.value, theirs and theirs.item.value)
        self.fields.conflict("removed", type(base.item.value).__name__, base.item.spot, values)
        return True

    def is_same(self, base: _Node, left: _Node, side: int) -> bool:
        """Whether a side left an element alone: its own fields and its owner; what stands in it answers for itself."""
        if base.held_in != left.held_in:
            return False
        match = self.matchings[side - 1].matches[base.item.at]
        if match.equal:
            return True
        at_base, there = self.names.sides[0], self.names.sides[side]
        value, at, journey = base.item.value, base.item.at, base.journey
        asked = ThreeWays(FinalNames((at_base, at_base, there)), _twice(self.fields.matches[side - 1]))
        made = asked.merged((value, value, left.item.value), (at, at, left.item.at), (journey, journey, left.journey))
        same = ThreeWays(FinalNames(_thrice(at_base)), self.fields.matches).merged(_thrice(value), _thrice(at), _thrice(journey))
        return made == same

    def home(self, key: str) -> List:
        """The list it stands in; moved to two lists is a conflict, and ours is taken."""
        base, ours, theirs = self.three(key)
        if ours is None or theirs is None:
            left = ours or theirs or base
            return left.held_in if left else ("", "")
        if base is None:
            if ours.held_in != theirs.held_in:
                self.disputed(key, ours)
            return ours.held_in
        if ours.held_in == base.held_in:
            if theirs.held_in != base.held_in and key in self.moved_within(1, base.held_in):
                self.disputed(key, base)
                return ours.held_in
            return theirs.held_in
        if theirs.held_in == base.held_in and key in self.moved_within(2, base.held_in):
            self.disputed(key, base)
        if theirs.held_in not in (base.held_in, ours.held_in):
            self.disputed(key, base)
        return ours.held_in

    def moved_within(self, side: int, where: List) -> frozenset[str]:
        """What a side put elsewhere in a list of the base."""
        if (side, where) not in self.moved:
            self.moved[side, where] = surely_moved(self.lists[0].get(where, ()), self.lists[side].get(where, ()))
        return self.moved[side, where]

    def disputed(self, key: str, node: _Node) -> None:
        """Two places for one element."""
        ats = tuple(one and (one.item.at, one.item.place) for one in self.three(key))
        self.fields.conflict("moved", type(node.item.value).__name__, node.item.spot, ats)  # type: ignore[arg-type]  # three of them

    def keep_owners(self) -> None:
        """Something stands in an element that one side removed: then that stays as well; and what stays though one side removed it, whole."""
        waiting = list(self.held_in)
        for key in list(self.held_in):
            base, ours, theirs = self.three(key)
            if base is not None and (ours is None or theirs is None):
                side = 1 if ours is not None else 2
                new = [one for one in self.below(side, key) if one not in self.held_in]
                self.held_in.update({one: self.nodes[side][one].held_in for one in new})
        while waiting:
            owner = self.held_in[waiting.pop()][0]
            if owner in {"", "#"} or owner in self.held_in:
                continue
            base, ours, theirs = self.three(owner)
            side = 1 if ours is not None else 2 if theirs is not None else 0
            values: Three = (base and base.item.value, ours and ours.item.value, theirs and theirs.item.value)
            node = base or ours or theirs
            if node is not None:
                self.fields.conflict("removed", type(node.item.value).__name__, node.item.spot, values)
            for key in self.below(side, owner):
                if key not in self.held_in:
                    self.held_in[key] = self.nodes[side][key].held_in
                    waiting.append(key)

    def below(self, side: int, key: str) -> Iterator[str]:
        """An element of a side and all that stand in it there."""
        yield key
        for (owner, _), held in list(self.lists[side].items()):
            if owner == key:
                for one in held:
                    yield from self.below(side, one)

    # ------------------------------------------------------------------------------------------------- the result

    def document(self) -> Any:
        """The merged document."""
        base, ours, theirs = self.documents
        orders = self.orders()
        if isinstance(ours, Journey):
            return self.element("", orders)
        made = self.fields.merged((base, ours, theirs), ("", "", ""), ("", "", ""))
        held = {name: [self.element(key, orders) for key in orders.get(("#", name), ())] for name, _ in elements_at(ours)}
        return evolve(ours, **made, **held)

    def orders(self) -> Mapping[List, list[str]]:
        """The order of every list."""
        found: dict[List, list[str]] = {}
        for where in dict.fromkeys(self.held_in.values()):
            sides = [[key for key in side.get(where, ()) if self.held_in.get(key) == where] for side in self.lists]
            found[where], disputed = merged_order(sides[0], sides[1], sides[2])
            for key in disputed:
                base, ours, theirs = self.three(key)
                if (node := base or ours or theirs) is not None:
                    self.disputed(key, node)
        return found

    def element(self, key: str, orders: Mapping[List, list[str]]) -> Any:
        """An element of the result with all that stands in it."""
        base, ours, theirs = self.three(key)
        sides = [(side, one) for side, one in ((1, ours), (2, theirs), (0, base)) if one is not None]
        side, node = sides[0]
        value = node.item.value
        made: dict[str, Any] = {}
        if base is not None and ours is not None and theirs is not None:
            if (quiet := self.untouched(base)) is not None:
                side, node = quiet, (ours, theirs)[quiet - 1]
                value = node.item.value
                made = self.read(side, value, node.journey)
            else:
                made = self.fields.merged(
                    (base.item.value, ours.item.value, theirs.item.value),
                    (base.item.at, ours.item.at, theirs.item.at),
                    (base.journey, ours.journey, theirs.journey),
                )
        else:
            if base is None and ours is not None and theirs is not None:
                self.added_twice(ours, theirs)
            made = self.read(side, value, node.journey)
        if self.names:
            made["id"] = self.names.id_of(side, "address" if node.journey else library_space(value), node.item.address)
        for name, held in elements_at(value):
            inside = [self.element(one, orders) for one in orders.get((key, name), ())]
            if len(inside) != len(held) or any(one is not other for one, other in zip(inside, held, strict=True)):
                made[name] = inside
        made = {name: one for name, one in made.items() if getattr(value, name) is not one and getattr(value, name) != one}
        return evolve(value, **made) if made else value

    def untouched(self, base: _Node) -> int | None:
        """The side that may be taken as it is, because the other changed nothing or the same."""
        ours, theirs = (one.matches[base.item.at] for one in self.matchings)
        if ours.equal:
            return 2
        return 1 if theirs.equal or ours.new.value == theirs.new.value else None

    def read(self, side: int, value: Element, journey: str) -> dict[str, Any]:
        """The fields of a value of one side that refer to something else in the result."""
        if not self.names.touches(side, value, journey):
            return {}
        shifted = FinalNames(_thrice(self.names.sides[side]))
        return ThreeWays(shifted, self.fields.matches).merged(_thrice(value), ("", "", ""), _thrice(journey))

    def added_twice(self, ours: _Node, theirs: _Node) -> None:
        """Both sides added something of one id: fine where it is equal, what stands in it aside."""
        mine, yours = ({name: getattr(one.item.value, name) for name in _own(one.item.value)} for one in (ours, theirs))
        if mine != yours:
            self.fields.conflict("added", type(ours.item.value).__name__, ours.item.spot, (None, ours.item.value, theirs.item.value))


def _twice(one: T) -> tuple[T, T]:
    return one, one


def _thrice(one: T) -> tuple[T, T, T]:
    return one, one, one


def _own(value: Any) -> list[str]:
    held = {name for name, _ in elements_at(value)}
    return [
        one.name for one in type(value).__attrs_attrs__ if one.name not in held and not one.name.startswith("_") and one.name != "library"
    ]
