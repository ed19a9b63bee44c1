"""One file written over: each entry of its text kept, changed inside, written anew, moved or left out."""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import evolve

from journeykit.model import Checked, Element, slug

from ._match import paired
from ._nodes import Entry, Node
from ._plain import plain_entry, plain_item, plain_keyed, plain_reading
from ._plan import Key, Plan, plan_of
from ._weave import Piece, Sheet, shifted
from ._wording import Held, Pairs, Place, Places
from ._write_yaml import lines_of

__all__ = ["Held", "Pairs", "Writer"]

_NOTHING: Mapping[str, Any] = {}
_MOVING = frozenset({"elements", "single"})
_LISTS = frozenset({"elements", "single", "many"})


class Writer:
    """Writes one file.

    Args:
        sheet: its text.
        exact: references too are written out, which may name things in other words, or without their journey.
        careful: nothing is changed inside of what has an anchor or an alias somewhere below it.
        opened: what has an anchor is changed inside, and an alias stays: both say the new thing, or reading again tells that they do not.
        others: writers of other texts, from which the wording of what is new is taken where they say it.
    """

    def __init__(
        self, sheet: Sheet, *, exact: bool = False, careful: bool = False, opened: bool = False, others: Sequence["Writer"] = ()
    ) -> None:
        self.sheet = sheet
        self.exact = exact
        self.careful = careful
        self.opened = opened
        self.others = others
        self._places = Places()

    def collect(self, held: Held, plan: Plan, pairs: Pairs, *, inside: bool = False, whole: bool = False) -> None:
        """Remember where the elements stand that may move from one list to another: those inside journeys; or `whole`, all."""
        if not isinstance(held.raw, dict):
            return
        if whole:
            self._places.values.setdefault((plan.cls, pairs["id"][0] if "id" in pairs else ""), (held, pairs))
        for entry in held.node.entries:
            key = plan.keys.get(entry.key or "")
            if key is None or key.kind is None or key.name not in pairs or key.shape not in (_LISTS if whole else _MOVING):
                continue
            values, raw = pairs[key.name][0], held.raw[key.key]
            if key.shape == "single" and len(values) == 1:
                self.collect(Held(entry.node, entry.head, raw), plan_of(key.kind), _pairs(values[0], values[0]), inside=True, whole=whole)
            elif isinstance(raw, list) and len(raw) == len(values):
                parent = Held(entry.node, entry.head, raw)
                for place, (one, inner) in enumerate(zip(values, entry.node.entries, strict=False)):
                    if (inside or whole) and isinstance(one, Element):
                        self._places.elements.setdefault((type(one), one.id), Place(parent, place, key, one))
                    item = Held(inner.node, inner.head, raw[place])
                    self.collect(item, plan_of(key.kind), _pairs(one, one), inside=inside or key.name == "journeys", whole=whole)

    def mapping(self, held: Held, plan: Plan, pairs: Pairs, given: Mapping[str, Any] = _NOTHING) -> str:
        """What stands in the region of a mapping that holds a value of the model, once its fields have changed."""
        node, raw = held.node, held.raw
        names = [key.name for name in raw if (key := plan.keys.get(name)) is not None]
        pieces: list[Piece] = []
        written: set[str] = set()
        for place, entry in enumerate(node.entries):
            key = plan.keys.get(entry.key or "")
            if key is None or key.name not in pairs or self._stays(entry.node):
                pieces.append(self._kept(node, place))
                continue
            old, new = pairs[key.name]
            if raw[key.key] is None:
                pieces.append(self._filled(node, place, plan, pairs[key.name]) if names.count(key.name) == 1 else self._kept(node, place))
                continue
            if old != new and (key.name in written or _is_default(key, new, given)):
                if pieces and key.shape in _LISTS:  # it is about what held the list
                    pieces[-1] = evolve(pieces[-1], body=pieces[-1].body + self.sheet.ending(node, entry))
                continue
            written.add(key.name)
            if old == new and not (self.exact and _may_differ(key)):
                pieces.append(self._kept(node, place))
                continue
            is_only = names.count(key.name) == 1
            if old != new and is_only and key.shape not in _LISTS and (body := self._as_told(node, plan, pairs, key, entry=entry)):
                pieces.append(Piece(place, body))
                continue
            made = self._in_place(Held(entry.node, entry.head, raw[key.key]), key, old, new) if is_only else None
            if made is None:
                body = self._replaced(node, entry, *plain_entry(plan.keys[key.name], new, key.name))
            else:
                body = self._around(node, entry, made)
            pieces.append(Piece(place, body))
        present = {
            plan.keys[name].name for name in raw if name in plan.keys and (raw[name] is not None or names.count(plan.keys[name].name) == 1)
        }
        due = [key for key in plan.keys.values() if not key.about.short_for and key.name in pairs and key.name not in present]
        self._add(node, pieces, plan, pairs, names=[key.name for key in due if _is_due(key, pairs, plan, given)])
        return self._finish(held, pieces)

    def _kept(self, node: Node, place: int) -> Piece:
        return Piece(place, self.sheet.body(node, node.entries[place]))

    def _filled(self, node: Node, place: int, plan: Plan, values: tuple[Any, Any]) -> Piece:
        """A key behind which nothing stood, with what its field holds now."""
        entry = node.entries[place]
        key = plan.keys[entry.key or ""]
        old, new = values
        if old == new or _is_default(key, new, _NOTHING):
            return self._kept(node, place)
        return Piece(place, self._replaced(node, entry, *plain_entry(plan.keys[key.name], new, key.name)))

    def _stays(self, node: Node) -> bool:
        """Whether it is an alias that follows what its anchor says."""
        return self.opened and node.shared and self.sheet.text.startswith("*", node.start)

    def _is_closed(self, node: Node) -> bool:
        """Whether nothing may be changed inside, since other places say the same by an alias."""
        return not node.entries or (node.shared and not self.opened)

    def _finish(self, held: Held, pieces: Sequence[Piece]) -> str:
        if not pieces:
            return "{}" if held.node.kind == "mapping" else "[]"
        return self.sheet.woven(held.node, held.head, pieces)

    def _add(self, node: Node, pieces: list[Piece], plan: Plan, pairs: Pairs, *, names: Sequence[str]) -> None:
        """Add fields that were not written, in their canonical places."""
        order = {key.name: place for place, key in enumerate(key for key in plan.keys.values() if not key.about.short_for)}
        by_key = {name: order[key.name] for name, key in plan.keys.items()}
        ranks = [by_key.get(node.entries[one.place or 0].key or "", -1) for one in pieces]
        for name in names:
            rank, key, value = order[name], plan.keys[name], pairs[name][1]
            at = max((place + 1 for place, one in enumerate(ranks) if one < rank), default=0)
            body = self._with_brought(node, key, value) if self._holds_any(value) else self._as_told(node, plan, pairs, key)
            body = body or self._with_brought(node, key, value) or self.sheet.new(node, *plain_entry(key, value, name))
            pieces.insert(at, Piece(None, body))
            ranks.insert(at, rank)

    def _around(self, node: Node, entry: Entry, made: str) -> str:
        """An entry with another text in the region of its value."""
        start, end = self.sheet.region(entry.node, entry.head)
        if made in {"[]", "{}"} and not entry.node.flow:
            return f"{self.sheet.text[entry.start : entry.head]} {made}{self.sheet.ending(node, entry)}"
        return self.sheet.text[entry.start : start] + made + self.sheet.text[end : max(end, self.sheet.end(node, entry))]

    def _replaced(self, node: Node, entry: Entry, name: str | None, data: Any) -> str:
        """An entry written anew; a single value in the place of the old one."""
        inner = entry.node
        single = not isinstance(data, dict | list) and not (isinstance(data, str) and "\n" in data)
        if single and entry.key == name and inner.kind == "scalar" and self._is_short(inner):
            text = self.sheet.new(node, None, data)
            return self._around(node, entry, text if node.flow else text[2:])
        return self.sheet.new(node, name, data, self.sheet.comment(node, entry)) + self.sheet.ending(node, entry)

    def _as_told(self, node: Node, plan: Plan, pairs: Pairs, key: Key, *, entry: Entry | None = None) -> str | None:
        """A field as another text has it, in the place of an entry or new; None where none says the same."""
        for other in self.others:
            told = other._places.told(other.sheet, plan, pairs, key)  # noqa: SLF001  # the class's own
            if told is None:
                continue
            value = told.value_for(node)
            if entry is not None and value is not None and entry.key == told.entry.key and self._is_short(entry.node):
                return self._around(node, entry, value)
            comment = "" if entry is None else self.sheet.comment(node, entry)
            if (body := told.body_for(self.sheet, node, comment)) is not None:
                return body + (self.sheet.ending(node, entry) if entry is not None else "")
        return None

    def _is_short(self, node: Node) -> bool:
        """Whether a value stands on one line and belongs to nobody else."""
        old = self.sheet.text[node.start : node.end]
        return node.flow and not node.shared and bool(old) and "\n" not in old

    def _in_place(self, held: Held, key: Key, old: Any, new: Any) -> str | None:
        """What stands in the region of a value, changed inside; None where it has to be written anew."""
        node, raw = held.node, held.raw
        if self._is_closed(node) or (self.careful and any(one.shared for one in node.walk())):
            return None
        if isinstance(raw, list):
            return self._in_list(held, key, old, new)
        if key.shape in {"any", "allow", "counts", "notes"}:
            return self._data(held, plain_entry(key, new, key.name)[1])
        if key.shape == "one":
            return self._inside(held, old, new) if old is not None and new is not None else None
        if key.shape == "single":
            return self._inside(held, old[0], new[0]) if len(old) == len(new) == 1 else None
        return self._in_keys(held, key, old, new)

    def _in_list(self, held: Held, key: Key, old: Any, new: Any) -> str | None:
        if key.shape not in {"texts", "many", "elements", "emotions"} or len(held.raw) != len(old):
            return None
        return self._scalars(held, new) if key.shape == "texts" else self._items(held, key, old, new)

    def _in_keys(self, held: Held, key: Key, old: Any, new: Any) -> str | None:
        """Readings by moment, or the only one; elements by id."""
        if key.shape == "emotions" and len(old) == len(new) == 1 and "valence" in held.raw:
            return self._inside(held, old[0], new[0])
        if key.shape not in {"emotions", "elements"}:
            return None
        by = "moment" if key.shape == "emotions" else "id"
        before, after = ({getattr(one, by): one for one in several} for several in (old, new))
        if list(held.raw) != list(before) or (len(before), len(after)) != (len(old), len(new)) or not after:
            return None
        return self._keyed(held, before, after, by)

    def _inside(self, held: Held, old: Checked, new: Checked, given: Mapping[str, Any] = _NOTHING) -> str:
        return self.mapping(held, plan_of(type(old)), _pairs(old, new), given)

    def _items(self, held: Held, key: Key, old: Any, new: Any) -> str:
        """A list of values, each old one in its new place."""
        pieces = []
        for one, match in zip(new, paired(old, new), strict=True):
            if match is None:
                pieces.append(self._from_elsewhere(held.node, one) or Piece(None, self.sheet.new(held.node, None, _written(key, one))))
            else:
                pieces.append(Piece(match, self._item(held, match, key, (old[match], one))))
        return self._finish(held, pieces)

    def _item(self, parent: Held, place: int, key: Key, pair: tuple[Any, Any]) -> str:
        node, entry, raw = parent.node, parent.node.entries[place], parent.raw[place]
        old, new = pair
        if self._stays(entry.node) or (old == new and not (self.exact and isinstance(raw, dict))):
            return self.sheet.body(node, entry)
        if isinstance(raw, dict) and not self._is_closed(entry.node) and type(old) is type(new):
            return self._around(node, entry, self._inside(Held(entry.node, entry.head, raw), old, new, key.given))
        return self._replaced(node, entry, None, _written(key, new))

    def _holds_any(self, new: Any) -> bool:
        """Whether any of some elements stands in this text."""
        return isinstance(new, Sequence) and any((type(one), getattr(one, "id", "")) in self._places.elements for one in new)

    def _with_brought(self, node: Node, key: Key, new: Any) -> str | None:
        """A list that was not written, with elements that stood in another one; None where there are none of these."""
        if key.shape != "elements" or node.flow:
            return None
        column = self.sheet.column(node.start) + 2
        brought = [self._at_column(column, one) for one in new]
        if not any(brought):
            return None
        lines = [f"{key.key}:"]
        for one, piece in zip(new, brought, strict=True):
            made = piece or Piece(None, shifted("\n".join(lines_of(None, _written(key, one))), column))
            lines.append(f"{made.above}{' ' * column}{made.body}")
        return "\n".join(lines)

    def _from_elsewhere(self, node: Node, new: Any) -> Piece | None:
        """An element that is new to a list, as another list or another text has it."""
        if not node.flow:
            return self._at_column(self.sheet.column(node.start), new)
        is_tall = self.sheet.is_json and bool(node.entries) and "\n" in self.sheet.text[node.start : node.entries[0].start]
        column = self.sheet.column(node.entries[0].start) if is_tall else None
        return next(filter(None, (one.in_brackets(column, new) for one in self.others)), None)

    def _at_column(self, column: int, new: Any) -> Piece | None:
        """An element that stood in another list of its journey or stands in another text, for a list that is laid out by indentation."""
        return next(filter(None, (one.brought(column, new, is_other=one is not self) for one in (self, *self.others))), None)

    def brought(self, column: int, new: Any, *, is_other: bool = False) -> Piece | None:
        """An element of this text with its wording, for a list that is laid out by indentation."""
        found = self._places.elements.get((type(new), getattr(new, "id", "")))
        if found is None or not isinstance(found.parent.raw[found.place], dict):
            return None
        parent = found.parent
        body = self._item(parent, found.place, found.key, (found.value, new))
        if parent.node.flow:
            return None if "\n" in body or self.sheet.is_json else Piece(None, f"- {body}")
        by = column - self.sheet.column(parent.node.start)
        above = self.sheet.above(parent.node, parent.head, found.place)
        blanks = self.sheet.blanks(parent.node, parent.head, found.place) if is_other else None
        return Piece(None, shifted(body, by), shifted("\n" + above, by)[1:] if above else "", blanks)

    def in_brackets(self, column: int | None, new: Any) -> Piece | None:
        """An element of this text with its wording, for a list in brackets; on lines of its own, where they have a column."""
        found = self._places.elements.get((type(new), getattr(new, "id", "")))
        if found is None or not found.entry.node.flow or not isinstance(found.parent.raw[found.place], dict):
            return None
        parent, node = found.parent, found.entry.node
        body = self._item(parent, found.place, found.key, (found.value, new))
        if not parent.node.flow:
            body = self.sheet.text[node.start : node.end] if found.value == new else ""
        if column is not None:
            body = shifted(body, column - self.sheet.column(node.start))
        return Piece(None, body) if body and (column is not None or "\n" not in body) else None

    def _keyed(self, held: Held, before: dict[str, Any], after: dict[str, Any], by: str) -> str:
        node = held.node
        places = {one.key: place for place, one in enumerate(node.entries)}
        pieces = []
        for name, one in after.items():
            if name not in before:
                pieces.append(Piece(None, self.sheet.new(node, name, plain_keyed(one, {by: name}))))
                continue
            entry, raw = node.entries[places[name]], held.raw[name]
            if self._stays(entry.node) or (before[name] == one and not (self.exact and isinstance(raw, dict))):
                body = self.sheet.body(node, entry)
            elif isinstance(raw, dict) and not self._is_closed(entry.node):
                body = self._around(node, entry, self._inside(Held(entry.node, entry.head, raw), before[name], one, {by: name}))
            else:
                body = self._replaced(node, entry, name, plain_keyed(one, {by: name}))
            pieces.append(Piece(places[name], body))
        return self._finish(held, pieces)

    def _scalars(self, held: Held, new: tuple[str, ...]) -> str:
        """A list of single texts."""
        pieces = []
        for one, match in zip(new, paired(tuple(held.raw), new), strict=True):
            same = match is not None and held.raw[match] == one
            pieces.append(
                self._kept(held.node, match) if match is not None and same else Piece(match, self.sheet.new(held.node, None, one))
            )
        return self._finish(held, pieces)

    def _data(self, held: Held, new: dict[str, Any]) -> str:
        """Plain data that belongs to nobody."""
        node, raw = held.node, held.raw
        pieces = []
        for place, entry in enumerate(node.entries):
            name = entry.key or ""
            if name not in new:
                continue
            if raw[name] == new[name] and type(raw[name]) is type(new[name]):
                pieces.append(self._kept(node, place))
            elif isinstance(raw[name], dict) and isinstance(new[name], dict) and entry.node.entries and not entry.node.shared:
                inner = self._data(Held(entry.node, entry.head, raw[name]), new[name])
                pieces.append(Piece(place, self._around(node, entry, inner)))
            else:
                pieces.append(Piece(place, self._replaced(node, entry, name, new[name])))
        pieces += [Piece(None, self.sheet.new(node, name, one)) for name, one in new.items() if name not in raw]
        return self._finish(held, pieces)


def _written(key: Key, one: Any) -> Any:
    return plain_reading(one, key.name) if key.shape == "emotions" else plain_item(one, key, key.name)


def _pairs(old: Checked, new: Checked) -> Pairs:
    return {key.name: (getattr(old, key.name), getattr(new, key.name)) for key in plan_of(type(old)).keys.values()}


def _is_due(key: Key, pairs: Pairs, plan: Plan, given: Mapping[str, Any]) -> bool:
    """Whether a field that was not written has to be; an id, where the title no longer gives it."""
    old, new = pairs[key.name]
    if key.name == "id" and issubclass(plan.cls, Element):
        return "id" not in given and bool(new != slug(pairs[plan.title][1]))
    return bool(old != new) and not _is_default(key, new, given)


def _is_default(key: Key, held: Any, given: Mapping[str, Any]) -> bool:
    return held is None or held in ((), given.get(key.name, key.default))


def _may_differ(key: Key) -> bool:
    """Whether a text may say the same in other words: a name in the place of an id, an id without its journey."""
    return key.about.ref is not None or key.kind is not None
