"""Which element is which: given > lineage > id > equal in everything but the id > similar enough. What is not sure stays open."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import define, field, frozen

from journeykit.errors import ConversionError, Problem, shown
from journeykit.model import Checked, Element, Elements, Journey, Portfolio, Ref, fold, nested_fields, rewritten

from .changes import Method, Pair, Spot
from .fields import plan_of
from .items import Group, Item, Match, elements_at, inner_items, items_of, nested_elements
from .lineage import Edges, lineage
from .pairing import paired
from .similarity import Features, Likeness, features_of, telling_names
from .splitting import divided
from .translation import Translation

_SHOWN = 5
"""So many candidates are named where all are equal."""

__all__ = ["Mapped", "Matching", "matched"]

Mapped = Mapping[str, str | Iterable[str]]
"""From elements before to elements after, by id, address (`journey/touchpoint`) or model path; several are a split or a merge."""


@frozen
class Matching:
    """The result: pairs, groups, what may be what, and the table of new ids."""

    matches: dict[str, Match]
    backwards: dict[str, Match]
    groups: tuple[Group, ...]
    candidates: dict[str, tuple[Spot, ...]]
    translation: Translation

    def pairs(self) -> tuple[Pair, ...]:
        """All pairs, in the order in which they were found."""
        return tuple(_pair(one) for one in self.matches.values())


def _pair(match: Match) -> Pair:
    return Pair(
        what=type(match.old.value).__name__, old=match.old.spot, new=match.new.spot, method=match.method, score=round(match.score, 6)
    )


def matched(before: Portfolio | Journey, after: Portfolio | Journey, *, mapping: Mapped | None, fuzzy: bool, how: Likeness) -> Matching:
    """Matches two documents of one kind.

    Raises:
        ConversionError: an entry of the mapping leads from or to nothing that is compared.
    """
    work = _Matcher(how, fuzzy=fuzzy, given=_given(mapping))
    if isinstance(before, Journey) and isinstance(after, Journey):
        work.pair(Item(before, "", before.id, 0), Item(after, "", after.id, 0), "explicit")
    else:
        held = dict(elements_at(after))
        for name, elements in elements_at(before):
            old, new = items_of(elements, name), items_of(held[name], name)
            work.exact(old, new)
            work.similar(old, new)
    for one in [one for one in work.matches.values() if isinstance(one.old.value, Journey)]:
        work.journeys(one)
    for one in list(work.matches.values()):
        work.nested(one)
    work.refuse_unused()
    work.note_alike()
    groups = tuple(work.groups)
    return Matching(work.matches, work.backwards, groups, work.candidates, work.translation())


def _given(mapping: Mapped | None) -> dict[str, tuple[str, ...]]:
    return {
        _name(key): tuple(_name(one) for one in ((value,) if isinstance(value, str) else value)) for key, value in (mapping or {}).items()
    }


def _name(written: str) -> str:
    return written if "[" in written else fold(written)


@define(eq=False)
class _Matcher:
    """Matching under way."""

    how: Likeness
    fuzzy: bool = field(kw_only=True)
    given: dict[str, tuple[str, ...]] = field(kw_only=True)
    matches: dict[str, Match] = field(factory=dict)
    backwards: dict[str, Match] = field(factory=dict)
    groups: list[Group] = field(factory=list)
    grouped: set[tuple[str, str]] = field(factory=set)
    candidates: dict[str, tuple[Spot, ...]] = field(factory=dict)
    alike: list[tuple[list[Item], list[Item]]] = field(factory=list)
    used: set[str] = field(factory=set)
    rekeyed: list[Match] = field(factory=list)

    def pair(self, old: Item, new: Item, method: Method, score: float = 1.0) -> None:
        """Notes that two items are the same."""
        match = Match(old, new, method, score, old.value == new.value)
        self.matches[old.at] = self.backwards[new.at] = match
        if old.address != new.address:
            self.rekeyed.append(match)

    def group(self, whole: Item, parts: Sequence[Item], method: Method, *, is_split: bool) -> None:
        """Notes a split or a merge."""
        self.groups.append(Group(whole, tuple(parts), method, is_split))
        sides = ("old", "new") if is_split else ("new", "old")
        self.grouped |= {(sides[0], whole.at), *((sides[1], one.at) for one in parts)}

    def open(self, old: Sequence[Item], new: Sequence[Item]) -> tuple[list[Item], list[Item]]:
        """What of two lists is not matched yet."""
        return (
            [one for one in old if one.at not in self.matches and ("old", one.at) not in self.grouped],
            [one for one in new if one.at not in self.backwards and ("new", one.at) not in self.grouped],
        )

    def exact(self, old: list[Item], new: list[Item]) -> None:
        """Everything but similarity."""
        if self.given:
            self.connect(self.explicit(old, new), "explicit")
        free_old, free_new = self.open(old, new)
        self.connect(lineage(free_old, free_new), "lineage")
        free_old, free_new = self.open(old, new)
        by_id = {one.id: one for one in free_new}
        for one in free_old:
            if (other := by_id.get(one.id)) is not None:
                self.pair(one, other, "id")
        self.equal(*self.open(old, new))

    def explicit(self, old: Sequence[Item], new: Sequence[Item]) -> Edges:
        """What the user says, of two lists."""
        names = {name: one for one in reversed(new) for name in (one.id, one.address, one.at)}
        edges: Edges = []
        for one in old:
            for name in dict.fromkeys((one.at, one.address, one.id)):
                targets = [names[target] for target in self.given.get(name, ()) if target in names]
                if targets:
                    self.used |= {f"{name}\n{target}" for target in self.given[name] if target in names}
                    edges += [(one, other) for other in targets]
                    break
        return list({(one.at, two.at): (one, two) for one, two in edges}.values())

    def connect(self, edges: Edges, method: Method) -> None:
        """Makes pairs, splits and merges of edges; several to several is none of them."""
        onward: dict[str, list[Item]] = {}
        backward: dict[str, list[Item]] = {}
        for one, other in edges:
            onward.setdefault(one.at, []).append(other)
            backward.setdefault(other.at, []).append(one)
        done: set[str] = set()
        for one, other in edges:
            to, back = onward[one.at], backward[other.at]
            if len(to) == len(back) == 1:
                self.pair(one, other, method)
            elif len(back) == 1 and all(len(backward[two.at]) == 1 for two in to) and one.at not in done:
                done.add(one.at)
                self.group(one, sorted(to, key=_place), method, is_split=True)
            elif len(to) == 1 and all(len(onward[two.at]) == 1 for two in back) and f"→{other.at}" not in done:
                done.add(f"→{other.at}")
                self.group(other, sorted(back, key=_place), method, is_split=False)

    def translation(self) -> Translation:
        """The table of ids that are known to have changed so far."""
        addresses = {
            one.old.at: (one.old.address, one.new.address) for one in self.rekeyed if one.old.journey or isinstance(one.old.value, Journey)
        }
        return Translation.of([_pair(one) for one in self.rekeyed], addresses)

    def read(self, item: Item, table: Translation) -> Any:
        """A value before, with its references as they read after."""
        if not table.there or isinstance(item.value, Journey):
            return item.value

        def visit(_owner: Checked, _name: str, ref: Ref, written: str) -> str:
            return table.forward(ref, written, item.journey)

        return rewritten(item.value, visit)

    def equal(self, old: list[Item], new: list[Item]) -> None:
        """Pairs what is equal in everything but the id, and unique."""
        if not old or not new:
            return
        table = self.translation()
        mine: dict[Any, list[Item]] = {}
        yours: dict[Any, list[Item]] = {}
        for one in old:
            mine.setdefault(_content(self.read(one, table)), []).append(one)
        for one in new:
            yours.setdefault(_content(one.value), []).append(one)
        for content, held in mine.items():
            other = yours.get(content, [])
            if len(held) == 1 and len(other) == 1:
                self.pair(held[0], other[0], "equal")
            elif other:
                self.alike.append((held, other))

    def similar(self, old: list[Item], new: list[Item]) -> None:
        """Pairs what is alike, as far as it is sure; what may be what is noted."""
        if not self.fuzzy:
            return
        free_old, free_new = self.open(old, new)
        if free_old and free_new and old[0].owner is not None:  # before pairs are made: a half looks like the whole
            for whole, parts, is_split in divided(free_old, free_new, (old, new)):
                self.group(whole, parts, "similarity", is_split=is_split)
            free_old, free_new = self.open(old, new)
        if not free_old or not free_new:
            return
        table = self.translation()
        mine = {one.at: self.features(one, table) for one in free_old}
        yours = {one.at: self.features(one, None) for one in free_new}
        known = {at: match.new.at for at, match in self.matches.items()}
        found = paired((old, new), (mine, yours), known, self.how)
        for one, other, score in found.pairs:
            self.pair(one, other, "similarity", score)
        still = [{one.at: one for one in side} for side in self.open(old, new)]
        for key, spots in found.candidates.items():
            side, _, at = key.partition(":")
            own, others = still if side == "old" else reversed(still)
            if at in own and (left := tuple(one for one in spots if one.at in others)):
                self.candidates[key] = left

    def features(self, item: Item, table: Translation | None) -> Features:
        """The features of an item; of one before, as they read after."""
        if table is None:
            return features_of(item.value, held=_held(item))
        if isinstance(item.value, Journey):
            return features_of(item.value, held=_held(item))
        return features_of(
            self.read(item, table), held=[self.matches[at].new.at if at in self.matches else f"before:{at}" for at in _held(item)]
        )

    def journeys(self, match: Match) -> None:
        """Matches what stands in two journeys."""
        old, new = inner_items(match.old), inner_items(match.new)
        for name in ("stages", "touchpoints", "activities"):
            self.exact(old[name], new[name])
        for name in ("stages", "touchpoints", "activities"):
            self.similar(old[name], new[name])

    def nested(self, match: Match) -> None:
        """Matches the elements in the tuples of two elements, such as pains."""
        for name in nested_fields(type(match.old.value)):
            old = nested_elements(match.old, name)
            if not old:
                continue
            new = nested_elements(match.new, name)
            if match.equal:
                for one, other in zip(old, new, strict=True):
                    self.pair(one, other, "id")
            elif new:
                self.exact(old, new)
                self.similar(old, new)

    def note_alike(self) -> None:
        """What is equal to several, and was not told apart by anything else, may be any of them."""
        for held, other in self.alike:
            old, new = self.open(held, other)
            for side, items, others in (("old", old, new), ("new", new, old)):
                for one in items if others else ():
                    self.candidates.setdefault(f"{side}:{one.at}", tuple(two.spot for two in others[:_SHOWN]))

    def refuse_unused(self) -> None:
        """An entry that changed nothing is a mistake."""
        wrong = [(key, one) for key, ones in self.given.items() for one in ones if f"{key}\n{one}" not in self.used]
        if wrong:
            raise ConversionError(
                [Problem(f"The mapping from {shown(key)} to {shown(one)} joins nothing that is compared.", got=f"{key}: {one}",
                         expected="an element before and one of its kind after, in journeys that are the same", hint="ids, journey/touchpoint, or model paths")
                 for key, one in wrong]
            )  # fmt: skip


def _place(item: Item) -> int:
    return item.place


def _held(item: Item) -> list[str]:
    """Paths of what stands in a stage; of a journey, whose inside is not matched yet, what its touchpoints are called."""
    if isinstance(item.value, Journey):
        return telling_names(item.value.touchpoints)
    held = getattr(item.value, "touchpoints", None)
    return [one.at for one in items_of(held, f"{item.at}.touchpoints")] if isinstance(held, Elements) else []


def _content(value: Element) -> Any:
    """Everything of an element but its id and, of a stage, its touchpoints."""
    plan = plan_of(type(value))
    names = [plan.title, *plan.values, *(name for name, _ in plan.references), *plan.nested]
    return tuple(
        getattr(value, name) for name in names if name and (isinstance(value, Journey) or not isinstance(getattr(value, name), Elements))
    )
