"""How another text says elements and their fields: what comes from there is written as its author wrote it."""

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from journeykit.model import Checked

from ._nodes import Entry, Node
from ._plan import Key, Plan
from ._weave import Sheet, shifted

__all__ = ["Held", "Pairs", "Place", "Places", "Told"]

Pairs = Mapping[str, tuple[Any, Any]]
"""What each field held and what it holds, by the name of the field."""

_IN_BRACKETS = frozenset(",[]{}")


@frozen
class Held:
    """A value as it is written: where, the end of the key or dash before it, and its data."""

    node: Node
    head: int | None
    raw: Any


@frozen
class Place:
    """An element as it stands in a list."""

    parent: Held
    place: int
    key: Key
    value: Checked

    @property
    def entry(self) -> Entry:
        """Where it stands."""
        return self.parent.node.entries[self.place]


@frozen
class Told:
    """A field as a text has it."""

    sheet: Sheet
    parent: Node
    entry: Entry

    def value_for(self, parent: Node) -> str | None:
        """Its value on one line, as it may stand in a mapping; None where it may not."""
        node = self.entry.node
        text = self.sheet.text[node.start : node.end]
        is_bare = node.kind == "scalar" and text[:1] not in {'"', "'"}
        if not text or not node.flow or "\n" in text or (parent.flow and not self.parent.flow and is_bare and _IN_BRACKETS & set(text)):
            return None
        return text

    def body_for(self, sheet: Sheet, parent: Node, comment: str = "") -> str | None:
        """It as an entry of a mapping of another text; None where it cannot stand there."""
        name = self.sheet.text[self.entry.start : self.entry.head]
        if (text := self.value_for(parent)) is not None:
            comment = "" if parent.flow else comment or self.sheet.comment(self.parent, self.entry)
            return f"{name} {text}{comment and '  '}{comment}"
        if parent.flow or self.parent.flow:
            return None
        return shifted(self.sheet.body(self.parent, self.entry), sheet.column(parent.start) - self.sheet.column(self.parent.start))


@frozen
class Places:
    """Where a text says what: elements in lists, and values of the model by their class and id."""

    elements: dict[tuple[type[Checked], str], Place] = field(factory=dict)
    values: dict[tuple[type[Checked], str], tuple[Held, Pairs]] = field(factory=dict)

    def told(self, sheet: Sheet, plan: Plan, pairs: Pairs, key: Key) -> Told | None:
        """A field as the text has it, if it says there what it shall say."""
        for name in pairs.get("id", ("",)):
            held, said = self.values.get((plan.cls, name), (None, {}))
            if held is None or key.name not in said or said[key.name][0] != pairs[key.name][1]:
                continue
            entries = [one for one in held.node.entries if (there := plan.keys.get(one.key or "")) is not None and there.name == key.name]
            if len(entries) == 1 and not any(one.shared for one in entries[0].node.walk()):
                return Told(sheet, held.node, entries[0])
        return None
