"""The elements of a document as matching sees them: each with its path, its address and its neighbours."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any, cast

from attrs import fields_dict, frozen

from journeykit.errors import step
from journeykit.model import Element, Elements, Journey, about_field, joined, nested_fields

from .changes import Method, Spot

__all__ = ["Group", "Item", "Match", "elements_at", "inner_items", "items_of", "nested_elements"]


@frozen(eq=False)
class Item:
    """An element where it stands.

    Attributes:
        value: it.
        at: model path. address: `journey/touchpoint`, `journey/stage:stage` …; its id in the library.
        place: zero-based place in the list that is matched; of a touchpoint, in the whole journey.
        owner: the stage that holds it, if any.
        journey: id of the journey that it is in, if any.
    """

    value: Any
    at: str
    address: str
    place: int
    owner: "Item | None" = None
    journey: str = ""

    @property
    def id(self) -> str:
        """Its id."""
        found: str = self.value.id
        return found

    @property
    def spot(self) -> Spot:
        """Path, id and title."""
        return Spot(self.at, self.value.id, self.value.label)


@frozen(eq=False)
class Match:
    """Two items that are the same element, and whether they are equal in every field."""

    old: Item
    new: Item
    method: Method
    score: float
    equal: bool


@frozen(eq=False)
class Group:
    """One item that became several, or several that became one: `is_split` says which."""

    whole: Item
    parts: tuple[Item, ...]
    method: Method
    is_split: bool


def items_of(
    held: "Elements[Any] | tuple[Element, ...]",
    where: str,
    *,
    front: str = "",
    owner: Item | None = None,
    start: int = 0,
    journey: str = "",
) -> list[Item]:
    """The elements of a list as items; `front` stands before their ids in addresses, `where` is the path of the list."""
    if isinstance(held, Elements):
        return [Item(one, where + step("", one.id), front + one.id, place, owner, journey) for place, one in enumerate(held, start)]
    return [Item(one, f"{where}[{place}]", front + one.id, place, owner, journey) for place, one in enumerate(held, start)]


def elements_at(value: Any) -> Iterator[tuple[str, Elements[Any]]]:
    """The fields of a value that hold elements by id, with what they hold."""
    for name in _by_id(type(value)):
        yield name, getattr(value, name)


def _fields_by_id(cls: type[Any]) -> tuple[str, ...]:
    """Which fields of a class hold elements by id: only journeys, stages and what is above them have any."""
    known = fields_dict(cls)
    return tuple(
        name for name in nested_fields(cls) if (about := about_field(known[name])) and about.check and about.check.kind == "elements"
    )


_by_id = cast("Callable[[type[Any]], tuple[str, ...]]", lru_cache(maxsize=128)(_fields_by_id))


def nested_elements(item: Item, name: str) -> list[Item]:
    """The elements in a tuple of an item, such as the pains of a touchpoint."""
    held = getattr(item.value, name)
    if not isinstance(held, tuple) or not held or not isinstance(held[0], Element):
        return []
    return items_of(held, joined(item.at, name), front=f"{item.address}/", journey=item.journey)


def inner_items(journey: Item) -> Mapping[str, list[Item]]:
    """Stages, touchpoints (of all stages, in order) and activities of a journey."""
    value: Journey = journey.value
    front = f"{value.id}/"
    stages = items_of(value.stages, joined(journey.at, "stages"), front=f"{front}stage:", journey=value.id)
    touchpoints: list[Item] = []
    for stage in stages:
        touchpoints += items_of(
            stage.value.touchpoints, joined(stage.at, "touchpoints"), front=front, owner=stage, start=len(touchpoints), journey=value.id
        )
    activities = items_of(value.activities, joined(journey.at, "activities"), front=front, journey=value.id)
    return {"stages": stages, "touchpoints": touchpoints, "activities": activities}
