"""Which keys a class has in a file, and what may stand behind each: read from the metadata of its fields, nowhere else."""

from datetime import datetime, timedelta
from functools import lru_cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from attrs import NOTHING, Attribute, field, fields, frozen

from journeykit.model import (
    KPI,
    About,
    Checked,
    Element,
    Elements,
    Emotion,
    FrozenMap,
    Insight,
    Money,
    Period,
    Portfolio,
    Scale,
    about_field,
)
from journeykit.record import Record

__all__ = ["Key", "Plan", "Shape", "plan_of"]

Shape = Literal[
    "plain", "text", "texts", "share", "duration", "moment", "period", "money", "scale", "age", "any", "allow", "counts", "importance", "notes",
    "one", "many", "elements", "single", "emotions", "values",
]  # fmt: skip
"""What may stand behind a key. `plain`: a scalar that the constructor checks; `any`: whatever JSON can say; `one`, `many`, `elements`: a
value, values, elements of the model; `single`: one element, where the field holds several; `values`: a short series of a KPI."""

_BY_TYPE: dict[Any, Shape] = {timedelta: "duration", datetime: "moment", Period: "period", Money: "money", Scale: "scale"}
_BY_NAME: dict[str, Shape] = {
    "extra": "any",
    "check": "any",
    "allow": "allow",
    "counts": "counts",
    "importance": "importance",
    "notes": "notes",
}
_INLINE_KIND = {"gains": "gain", "insights": "observation"}


@frozen(kw_only=True, eq=False, repr=False)
class Key(Record):
    """One key of a mapping in a file.

    Attributes:
        key: as written. name: the field it fills. alias: the argument of the constructor.
        shape: what may stand behind it. kind: the class behind it, where there is one.
        given: arguments that a value behind it has unless it says otherwise.
        default: what the field holds where the key is missing; NOTHING where it must be there.
    """

    key: str
    name: str
    alias: str
    shape: Shape
    kind: type[Checked] | None
    about: About
    type: Any
    default: Any
    given: dict[str, Any] = field(factory=dict)


@frozen(kw_only=True, eq=False, repr=False)
class Plan(Record):
    """The keys of a class, in the order in which they are written.

    Attributes:
        title: the field that a bare text fills; empty where a text means nothing.
        required: fields without which nothing can be made.
    """

    cls: type[Checked]
    word: str
    keys: dict[str, Key]
    title: str
    required: tuple[str, ...]

    def key_of(self, name: str) -> Key:
        """The key that is written for a field."""
        return self.keys[name]


def _classes(kind: Any) -> tuple[Any, ...]:
    """The types that an annotation mentions on its outer level, None left out."""
    if get_origin(kind) in {Union, UnionType}:
        return tuple(one for one in get_args(kind) if one is not type(None))
    return (kind,)


@lru_cache(maxsize=256)  # few types, of many fields
def _nested(kind: Any) -> tuple[Shape, type[Checked]] | None:
    for one in _classes(kind):
        origin, inner = get_origin(one), get_args(one)
        held = inner[0] if inner else one
        if not (isinstance(held, type) and issubclass(held, Checked)):
            continue
        if held is Emotion:
            return "emotions", held
        return ("elements" if origin is Elements else "many" if origin is tuple else "scale" if held is Scale else "one"), held
    return None


def _shape(attribute: "Attribute[Any]", about: About) -> Shape:
    name, check = attribute.name, about.check
    if name in _BY_NAME and get_origin(attribute.type) is FrozenMap:
        return _BY_NAME[name]
    if name == "age":
        return "age"
    of_type: Any = attribute.type  # Any: as below
    if by_type := _by_type(of_type):
        return by_type
    if check is not None and check.kind in {"number", "share"} and (check.low, check.high) == (0, 1):
        return "share"
    return "text" if name == "id" or (about.ref is not None) else "plain"


@lru_cache(maxsize=256)  # as above
def _by_type(kind: Any) -> Shape | None:
    for one in _classes(kind):
        if one in _BY_TYPE:
            return _BY_TYPE[one]
        if get_origin(one) is tuple:
            return "texts"
    return None


def _key(attribute: "Attribute[Any]", about: About) -> Key:
    of_type: Any = attribute.type  # Any: mypy takes a class whose instances hash for one that does not
    nested = _nested(of_type)
    shape, kind = nested or (_shape(attribute, about), None)
    given = {"kind": _INLINE_KIND[attribute.name]} if kind is Insight and shape == "many" and attribute.name in _INLINE_KIND else {}
    default = attribute.default
    factory = getattr(default, "factory", None)
    if factory is not None:
        default = factory()
    return Key(
        key=attribute.name, name=attribute.name, alias=attribute.alias or attribute.name, shape=shape, kind=kind, about=about,
        type=attribute.type, default=default, given=given,
    )  # fmt: skip


def _short(attribute: "Attribute[Any]", about: About, long: Key) -> Key:
    return Key(
        key=attribute.alias or attribute.name, name=long.name, alias=long.alias, shape=long.shape, kind=long.kind,
        about=About(about.doc, long.about.check, long.about.ref, long.name), type=long.type, default=long.default,
    )  # fmt: skip


def plan_of(cls: type[Checked]) -> Plan:
    """The keys that a class has in a file."""
    made: Plan = _cached(cls)
    return made


def _plan(cls: type[Checked]) -> Plan:
    known = {one.name: (one, about) for one in fields(cls) if one.init and (about := about_field(one)) is not None}
    keys = {name: _key(one, about) for name, (one, about) in known.items() if not about.hidden and not about.short_for}
    shorts = [_short(one, about, keys[about.short_for]) for one, about in known.values() if about.short_for]
    if cls is KPI:
        shorts.append(_extra_key(keys["measurements"], "values", "values", "A short series: value by period."))
    if cls is Portfolio:
        shorts.append(_extra_key(keys["journeys"], "journey", "single", "The journey, where there is one."))
    title = next((one.name for one, _ in known.values() if not one.kw_only and one.type in {str, str | None} and cls is not Portfolio), "")
    ordered = _ordered(cls, list(keys.values()), title or "title")
    return Plan(
        cls=cls,
        word=getattr(cls, "_word", cls.__name__),
        keys={one.key: one for one in (*ordered, *shorts)},
        title=title,
        required=tuple(one.name for one in ordered if one.default is NOTHING),
    )


_cached: Any = lru_cache(maxsize=128)(_plan)  # Any: mypy takes a class whose instances hash for one that does not


def _ordered(cls: type[Checked], keys: list[Key], title: str) -> list[Key]:
    """Id and title, then what the class itself is about in the order of its fields, then what all elements share, `extra` last."""
    shared = [one.name for one in fields(Element)] if issubclass(cls, Element) else ["check", "extra"]
    places = {"id": -2, title: -1} | {name: 1 + place for place, name in enumerate(shared) if name != "id"}
    return sorted(keys, key=lambda one: places.get(one.name, 0))


def _extra_key(long: Key, key: str, shape: Shape, doc: str) -> Key:
    return Key(
        key=key, name=long.name, alias=long.alias, shape=shape, kind=long.kind, about=About(doc, long.about.check, None, long.name),
        type=long.type, default=long.default,
    )  # fmt: skip
