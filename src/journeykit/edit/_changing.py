"""A new model from an old one in a single pass: each value is made again at most once, with all that changes in it."""

from typing import Any, TypeVar, cast

from attrs import NOTHING, evolve, fields_dict

from journeykit.model import Activity, Checked, Element, Elements, Journey, Measurement, Portfolio, Ref, nested_fields, reference_fields

from ._index import Path

__all__ = ["Book", "Change", "changed", "made_again"]

Book = TypeVar("Book", Portfolio, Journey)


class Change:
    """What happens to references, elements and their order; the default keeps everything."""

    def reference(self, ref: Ref, written: str, journey: str) -> str | None:  # noqa: ARG002  # for subclasses
        """The new reference; None where it goes, and with it whatever means nothing without it."""
        return written

    def element(self, path: Path, element: Element) -> Element | None:  # noqa: ARG002  # for subclasses
        """The new element, its insides changed already; None where it goes."""
        return element

    def order(self, path: Path, name: str, held: list[Any]) -> list[Any]:  # noqa: ARG002  # for subclasses
        """What a field holds in the end; `path` leads to its owner."""
        return held


def changed(root: Book, change: Change) -> Book:
    """The portfolio or journey after a change; a journey keeps the changed library that it is bound to."""
    if isinstance(root, Portfolio):
        return cast("Book", made_again(root, (), change))
    library = made_again(root.library, (), change)
    journey = _element(root, (("journeys", root.id),), change)
    if journey is None:
        raise ValueError("a journey cannot go out of itself")
    return cast("Book", journey if library is root.library else evolve(cast("Journey", journey), library=library))


def made_again(value: Any, path: Path, change: Change) -> Any:
    """A value and all below it after a change; the value itself where nothing changes, None where it means nothing any more."""
    journey = path[0][1] if path and path[0][0] == "journeys" else ""
    changes: dict[str, Any] = {}
    for name, ref in reference_fields(type(value)):
        held = getattr(value, name)
        if isinstance(held, str):
            new: Any = change.reference(ref, held, journey)
            if new is None and _is_needed(value, name):
                return None
        else:
            new = tuple(one for written in held or () if (one := change.reference(ref, written, journey)) is not None)
        if held and new != held:
            changes[name] = new
    if isinstance(value, Activity) and changes.get("touchpoints") == ():
        return None
    for name in nested_fields(type(value)):
        held = getattr(value, name)
        if isinstance(held, Checked):
            if (inner := made_again(held, path, change)) is not held:
                changes[name] = inner
        elif held is not None:
            several = [
                _element(one, (*path, (name, one.id)), change) if isinstance(one, Element) else made_again(one, path, change)
                for one in held
            ]
            new = change.order(path, name, [one for one in several if one is not None])
            if len(new) != len(held) or any(one is not old for one, old in zip(new, held, strict=True)):
                changes[name] = Elements(new) if isinstance(held, Elements) else tuple(new)
    return evolve(value, **changes) if changes else value


def _element(element: Element, path: Path, change: Change) -> Element | None:
    inner = made_again(element, path, change)
    return None if inner is None else change.element(path, inner)


def _is_needed(value: Checked, name: str) -> bool:
    """A link without an end means nothing, nor does a measurement without what it measures, or away from where it was measured."""
    return fields_dict(type(value))[name].default is NOTHING or (isinstance(value, Measurement) and name in {"kpi", "anchor"})
