"""What was made of which part of the data: the way back from a model path to the place in the file."""

from typing import Any

from attrs import define, field

from journeykit.errors import parse_where
from journeykit.model import Checked, Element

from ._fault import Path
from ._plan import Key

__all__ = ["Made", "Part", "Slot", "joined"]


@define
class Part:
    """One field as it was read.

    Attributes:
        path: of its value, the number of the file first.
        items: paths of its entries. made: what became of them, in the same order; None for scalars.
    """

    path: Path
    items: list[Path] = field(factory=list)
    made: "list[Made | None]" = field(factory=list)

    def place(self, key: str | int) -> int | None:
        """The place of an entry, by its place or its id."""
        if isinstance(key, int):
            return key if key < len(self.items) else None
        ids = (one.value.id if one is not None and isinstance(one.value, Element) else None for one in self.made)
        return next((place for place, one in enumerate(ids) if one == key), None)


@define
class Made:
    """One value of the model as it was read; `value` is None where nothing could be made."""

    cls: type[Checked]
    path: Path
    where: str
    named: str
    value: Any = None
    parts: dict[str, Part] = field(factory=dict)

    def find(self, where: str) -> "tuple[Path, Made, str]":
        """The path of what a model path below this value leads to (of what lies around it, where it is not written), its owner and field."""
        here, path, name = self, self.path, ""
        for name, key in parse_where(where):
            part = here.parts.get(name)
            if part is None:
                return here.path, here, name
            path = part.path
            place = part.place(key) if key is not None else 0 if len(part.items) == 1 else None
            if place is None:
                return path, here, name
            if key is not None:
                path = part.items[place]
            inner = part.made[place] if place < len(part.made) else None
            if inner is None:
                return path, here, name
            owner, here = here, inner
            if where.endswith(name) and key is None:
                return path, owner, name
        return path, here, name


@define
class Slot:
    """A key of a mapping that is being read: what may stand there, its path, and the value that it belongs to."""

    key: Key
    path: Path
    made: Made

    @property
    def where(self) -> str:
        """The model path of the field."""
        return joined(self.made.where, self.key.name)

    def opened(self) -> Part:
        """The record of what was read here."""
        part = self.made.parts[self.key.name] = Part(self.path)
        return part


def joined(where: str, name: str) -> str:
    """A model path and its next step."""
    return f"{where}.{name}" if where else name
