"""One file written over: each entry of its text kept, changed inside, written anew, moved or left out."""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from journeykit.model import Checked, Element, slug

from ._match import paired
from ._nodes import Entry, Node
from ._plain import plain_entry, plain_item, plain_keyed, plain_reading
from ._plan import Key, Plan, plan_of
from ._weave import Piece, Sheet, shifted
from ._write_yaml import lines_of

__all__ = ["Held", "Pairs", "Writer"]

Pairs = Mapping[str, tuple[Any, Any]]
"""What each field held and what it holds, by the name of the field."""

_NOTHING: Mapping[str, Any] = {}


@frozen
class Held:
    """A value as it is written: where, the end of the key or dash before it, and its data."""

    node: Node
    head: int | None
    raw: Any


@frozen
class _Stray:
    """An element as it stood, for the case that it moved to another list."""

    parent: Held
    place: int
    key: Key
    before: Checked


class Writer:
    """Writes one file.

    Args:
        sheet: its text.
        exact: references too are written out, which may name things in other words, or without their journey.
        careful: nothing is changed inside of what has an anchor or an alias somewhere below it.
        opened: what has an anchor is changed inside, and an alias stays: both say the new thing, or reading again tells that they do not.
    """

    def __init__(self, sheet: Sheet, *, exact: bool = False, careful: bool = False, opened: bool = False) -> None:
        self.sheet = sheet
        self.exact = exact
        self.careful = careful
        self.opened = opened
        self._strays: dict[tuple[type[Checked], str], _Stray] = {}

    def collect(self, held: Held, plan: Plan, pairs: Pairs, *, inside: bool = False) -> None:
        """Remember where the elements stand that may move from one list to another: those inside journeys."""
        if not isinstance(held.raw, dict):
            return
        for entry in held.node.entries:
            key = plan.keys.get(entry.key or "")
            if key is None or key.kind is None or key.name not in pairs or key.shape not in {"elements", "single"}:
                continue
            values, raw = pairs[key.name][0], held.raw[key.key]
            if key.shape == "single" and len(values) == 1:
                self.collect(Held(entry.node, entry.head, raw), plan_of(key.kind), _pairs(values[0], values[0]), inside=True)
            elif isinstance(raw, list) and len(raw) == len(values):
                parent = Held(entry.node, entry.head, raw)
                for place, (one, inner) in enumerate(zip(values, entry.node.entries, strict=False)):
                    if inside:
                        self._strays.setdefault((type(one), one.id), _Stray(parent, place, key, one))
                    item = Held(inner.node, inner.head, raw[place])
                    self.collect(item, plan_of(key.kind), _pairs(one, one), inside=inside or key.name == "journeys")

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
                continue
            written.add(key.name)
            if old == new and not (self.exact and _may_differ(key)):
                pieces.append(self._kept(node, place))
                continue
            made = self._in_place(Held(entry.node, entry.head, raw[key.key]), key, old, new) if names.count(key.name) == 1 else None
            if made is None:
                body = self._replaced(node, entry, *plain_entry(plan.keys[key.name], new, key.name))
            else:
                body = self._around(node, entry, made)
            pieces.append(Piece(place, body))
        present = {
            plan.keys[name].name for name in raw if name in plan.keys and (raw[name] is not None or names.count(plan.keys[name].name) == 1)
        }
        due = [key for key in plan.keys.values() if not key.about.short_for and key.name in pairs and key.name not in present]
        self._add(node, pieces, plan, {key.name: pairs[key.name][1] for key in due if _is_due(key, pairs, plan, given)})
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

    def _add(self, node: Node, pieces: list[Piece], plan: Plan, values: Mapping[str, Any]) -> None:
        """Add fields that were not written, in their canonical places."""
        order = {key.name: place for place, key in enumerate(key for key in plan.keys.values() if not key.about.short_for)}
        by_key = {name: order[key.name] for name, key in plan.keys.items()}
        ranks = [by_key.get(node.entries[one.place or 0].key or "", -1) for one in pieces]
        for name, value in values.items():
            rank = order[name]
            at = max((place + 1 for place, one in enumerate(ranks) if one < rank), default=0)
            body = self._with_brought(node, plan.keys[name], value) or self.sheet.new(node, *plain_entry(plan.keys[name], value, name))
            pieces.insert(at, Piece(None, body))
            ranks.insert(at, rank)

    def _around(self, node: Node, entry: Entry, made: str) -> str:
        """An entry with another text in the region of its value."""
        start, end = self.sheet.region(entry.node, entry.head)
        if made in {"[]", "{}"} and not entry.node.flow:
            return f"{self.sheet.text[entry.start : entry.head]} {made}"
        return self.sheet.text[entry.start : start] + made + self.sheet.text[end : max(end, self.sheet.end(node, entry))]

    def _replaced(self, node: Node, entry: Entry, name: str | None, data: Any) -> str:
        """An entry written anew; a single value in the place of the old one."""
        inner = entry.node
        old = self.sheet.text[inner.start : inner.end]
        single = not isinstance(data, dict | list) and not (isinstance(data, str) and "\n" in data)
        if single and entry.key == name and inner.kind == "scalar" and not inner.shared and old and "\n" not in old:
            text = self.sheet.new(node, None, data)
            return self._around(node, entry, text if node.flow else text[2:])
        return self.sheet.new(node, name, data, self.sheet.comment(node, entry))

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
                brought = None if held.node.flow else self._brought(self.sheet.column(held.node.start), one)
                pieces.append(brought or Piece(None, self.sheet.new(held.node, None, _written(key, one))))
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

    def _with_brought(self, node: Node, key: Key, new: Any) -> str | None:
        """A list that was not written, with elements that stood in another one; None where there are none of these."""
        if key.shape != "elements" or node.flow:
            return None
        column = self.sheet.column(node.start) + 2
        brought = [self._brought(column, one) for one in new]
        if not any(brought):
            return None
        lines = [f"{key.key}:"]
        for one, piece in zip(new, brought, strict=True):
            made = piece or Piece(None, shifted("\n".join(lines_of(None, _written(key, one))), column))
            lines.append(f"{made.above}{' ' * column}{made.body}")
        return "\n".join(lines)

    def _brought(self, column: int, new: Any) -> Piece | None:
        """An element that stood in another list of its journey, with its text, for a list that is laid out by indentation."""
        stray = self._strays.get((type(new), getattr(new, "id", "")))
        if stray is None or stray.parent.node.flow or not isinstance(stray.parent.raw[stray.place], dict):
            return None
        parent = stray.parent
        body = self._item(parent, stray.place, stray.key, (stray.before, new))
        by = column - self.sheet.column(parent.node.start)
        above = self.sheet.above(parent.node, parent.head, stray.place)
        return Piece(None, shifted(body, by), shifted("\n" + above, by)[1:] if above else "")

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
