"""What a class of the model consists of, read from the metadata of its fields: a new field is compared without new code."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeGuard, cast

from attrs import NOTHING, evolve, fields, frozen

from journeykit import model
from journeykit.model import Checked, Element, Emotion, Link, Measurement, Ref, Stage, about_field, nested_fields, reference_fields

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["BOOKKEEPING", "NATURAL_KEYS", "Plan", "choices_of", "is_reading", "key_of", "label_of", "plan_of", "shell"]

NATURAL_KEYS: dict[type[Any], tuple[str, ...]] = {
    Emotion: ("perspective", "moment", "as_of"),
    Link: ("source", "target", "kind"),
    Measurement: ("kpi", "at", "start", "anchor", "persona", "channel", "version", "source"),
}
"""What makes a value without an id the same value. Where a class has no row, its required fields do."""


BOOKKEEPING = frozenset({"sources", "extra", "tags", "note", "notes", "origin", "allow", "provenance", "version", "reviewed_on", "status"})
"""Fields that say something of the map rather than of the journey."""


@frozen
class Plan:
    """The fields of one class.

    Attributes:
        title: the field that names it, or nothing.
        references: fields that hold references, and what they lead to.
        values: fields that hold anything else but values of the model.
        nested: fields that hold values or elements of the model.
        key: fields that make a value the same value.
        has_table_key: the key stands in `NATURAL_KEYS`, so that two values of different keys are never the same.
    """

    title: str
    references: tuple[tuple[str, Ref], ...]
    values: tuple[str, ...]
    nested: tuple[str, ...]
    key: tuple[str, ...]
    has_table_key: bool


def _planned(cls: type[Any]) -> Plan:
    references, nested = reference_fields(cls), nested_fields(cls)
    named = getattr(cls, "_title_field", "") if issubclass(cls, Element) else ""
    known = [one for one in fields(cls) if (about := about_field(one)) is not None and not about.hidden]
    names = [one.name for one in known]
    other = {"id", named, *nested, *(name for name, _ in references)}
    return Plan(
        title=named if named in names else "",
        references=references,
        values=tuple(name for name in names if name not in other),
        nested=nested,
        key=NATURAL_KEYS.get(cls) or tuple(one.name for one in known if one.default is NOTHING),
        has_table_key=cls in NATURAL_KEYS,
    )


_cached = cast("Callable[[type[Any]], Plan]", lru_cache(maxsize=128)(_planned))


def plan_of(cls: type[Any]) -> Plan:
    """The fields of a class, sorted by how they are compared; hidden ones are not."""
    return _cached(cls)


def _choices(what: str) -> frozenset[str]:
    cls = getattr(model, what, None)
    if not isinstance(cls, type) or not issubclass(cls, Checked):
        return frozenset()
    known = {one.name: about_field(one) for one in fields(cls)}
    return frozenset(name for name, held in known.items() if held is not None and held.check is not None and held.check.choices) | {
        "importance"
    }


choices_of = cast("Callable[[str], frozenset[str]]", lru_cache(maxsize=128)(_choices))
"""Names of the fields of a class, by its name, whose values are a few that the model knows; importance has them for keys."""


def key_of(value: Checked) -> tuple[Any, ...]:
    """What makes a value without an id the same value."""
    return tuple(getattr(value, name) for name in plan_of(type(value)).key)


def label_of(value: Checked) -> str:
    """What a reader calls it: the title of an element, the ends of a link, what and when a measurement measured, else the first text that a value must have."""
    if isinstance(value, Element):
        return value.label
    if isinstance(value, Link):
        return f"{value.source} → {value.target}"
    if isinstance(value, Measurement):
        return ", ".join(str(one) for one in (value.kpi, value.anchor, value.at or value.start) if one) or value.source or ""
    return next((text for name in plan_of(type(value)).key if isinstance(text := getattr(value, name), str)), "")


def shell(value: Checked) -> Checked:
    """A stage without its touchpoints, which have rows of their own; anything else as it is."""
    if isinstance(value, Stage) and value.touchpoints:
        return evolve(value, touchpoints=())
    return value


def is_reading(value: object) -> TypeGuard[Emotion]:
    """An emotion."""
    return isinstance(value, Emotion)
