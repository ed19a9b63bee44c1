"""The JSON Schema of the file format, made of the metadata of the classes: editors complete and check with it while one types."""

import copy
from typing import Any, Final

from journeykit.model import MOMENTS, Checked, Element, Emotion, Portfolio

from ._migrate import VERSION
from ._plan import Key, Plan, plan_of

__all__ = ["json_schema"]

Schema = dict[str, Any]

_TEXT: Final[Schema] = {"type": "string", "pattern": r"\S"}
_NUMBER: Final[Schema] = {"type": "number"}
_PERIOD: Final = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?|-[Qq][1-4])?$"
_UNIT = r"(weeks?|w|days?|d|hours?|h|minutes?|mins?|m|seconds?|secs?|s)"
_BY_SHAPE: Final[dict[str, Schema]] = {
    "text": _TEXT,
    "texts": {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]},
    "share": {"anyOf": [{"type": "number", "minimum": 0, "maximum": 1}, {"type": "string", "pattern": r"^\s*(100([.,]0+)?|[0-9]{1,2}([.,][0-9]+)?)\s*%\s*$"}]},
    "duration": {"type": "string", "pattern": rf"^\s*([Pp][0-9.WwDdTtHhMmSs]+|([0-9]+([.,][0-9]+)?\s*{_UNIT}\s*)+)$", "examples": ["20 min", "2 h 30 min"]},
    "moment": {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:?[0-9]{2}.*([Zz]|[+-][0-9]{2}(:?[0-9]{2})?)$", "examples": ["2025-06-30T14:05+02:00"]},
    "period": {"anyOf": [{"type": "integer", "minimum": 1, "maximum": 9999}, {"type": "string", "pattern": _PERIOD}], "examples": [2025, "2025-Q2", "2025-06", "2025-06-30"]},
    "money": {"type": "string", "pattern": r"^\s*-?[0-9]+(\.[0-9]+)?\s*[A-Z]{3}\s*$", "examples": ["12.50 EUR"]},
    "scale": {"type": "array", "items": _NUMBER, "minItems": 2, "maxItems": 2, "examples": [[1, 5]]},
    "age": {"anyOf": [{"type": "integer"}, _TEXT]},
    "any": {"type": "object"},
    "allow": {"type": "object", "additionalProperties": {"type": "string"}},
    "counts": {"type": "object", "additionalProperties": {"type": "integer", "minimum": 0}},
    "notes": {"type": "object", "additionalProperties": {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}},
    "values": {"type": "object", "propertyNames": {"pattern": _PERIOD}, "additionalProperties": _NUMBER, "examples": [{"2024": 48, "2025": 29}]},
}  # fmt: skip


def json_schema() -> Schema:
    """The JSON Schema (draft-07) of a file: descriptions, choices, ranges, short forms. The same at every call.

    Example:
        >>> json_schema()["definitions"]["Stage"]["anyOf"][1]["properties"]["goal"]["description"]
        'What the customer wants in this stage.'
    """
    definitions: dict[str, Schema] = {}
    root = _object(plan_of(Portfolio), definitions)
    version = {"const": VERSION, "description": "Version of the file format; always written."}
    made: Schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"journeykit file, version {VERSION}",
        "description": _first_line(Portfolio),
        "type": "object",
        "properties": {"journeykit": version, **root["properties"]},
        "required": ["journeykit"],
        "additionalProperties": False,
        "definitions": dict(sorted(definitions.items())),
    }
    return copy.deepcopy(made)  # its parts stand in several places, and callers may change what they get


def _first_line(cls: type[Checked]) -> str:
    return (cls.__doc__ or "").strip().split("\n", 1)[0]


def _ref(cls: type[Checked], definitions: dict[str, Schema]) -> Schema:
    name = cls.__name__
    if name not in definitions:
        definitions[name] = {}  # its own fields may lead back to it
        definitions[name] = _definition(plan_of(cls), definitions)
    return {"$ref": f"#/definitions/{name}"}


def _definition(plan: Plan, definitions: dict[str, Schema]) -> Schema:
    made = _object(plan, definitions)
    if plan.cls is Emotion:
        return {"description": made.pop("description"), "anyOf": [_by_check(plan.keys["valence"]), made]}
    if plan.title:
        short = {**_TEXT, "description": f"Only the {plan.title}: {plan.keys[plan.title].about.doc}"}
        return {"description": made.pop("description"), "anyOf": [short, made]}
    return made


def _object(plan: Plan, definitions: dict[str, Schema]) -> Schema:
    properties = {key.key: {"description": _doc(key), **_behind(key, definitions)} for key in plan.keys.values()}
    required = [name for name in plan.required if not issubclass(plan.cls, Element) or name == plan.title]
    made: Schema = {"type": "object", "description": _first_line(plan.cls), "properties": properties, "additionalProperties": False}
    return {**made, "required": required} if required else made


def _doc(key: Key) -> str:
    ref = key.about.ref
    return key.about.doc + (f" Id of {_article(ref.kind)}{', or a name' if ref.loose else ''}." if ref is not None else "")


def _article(kind: str) -> str:
    return {
        "actor": "an actor: persona, owner, system or other actor",
        "kpi": "a KPI",
        "step": "a touchpoint or activity",
        "place": "a journey, or `journey/touchpoint`, `journey/activity`, `journey/stage:stage`",
    }.get(kind, f"a{'n' if kind[0] in 'aeio' else ''} {kind}")


def _behind(key: Key, definitions: dict[str, Schema]) -> Schema:
    """What may stand behind a key."""
    if key.kind is None or key.shape in {"values", "scale"}:
        return _plain(key)
    inner = _ref(key.kind, definitions)
    match key.shape:
        case "one" | "single":
            return {"anyOf": [inner]}
        case "emotions":
            by_moment = {"type": "object", "properties": dict.fromkeys(MOMENTS, inner), "additionalProperties": False, "minProperties": 1}
            return {"anyOf": [inner, by_moment, {"type": "array", "items": inner}]}
        case "elements":
            names = {"not": {"enum": ["id", plan_of(key.kind).title or "id"]}}  # an entry that lacks its dash is no list by id
            by_id: Schema = {"type": "object", "additionalProperties": inner, "propertyNames": names}
            return {"anyOf": [{"type": "array", "items": inner}, by_id, *([_TEXT] if plan_of(key.kind).title else [])]}
        case _:
            return {"anyOf": [{"type": "array", "items": inner}, inner]}


def _plain(key: Key) -> Schema:
    if key.shape == "importance":
        number = {"type": "number", "minimum": 1, "maximum": 5}
        words = plan_of(Emotion).keys["perspective"].about.check
        names = words.choices if words is not None else ()
        return {"anyOf": [number, {"type": "object", "properties": dict.fromkeys(names, number), "additionalProperties": False}]}
    return _BY_SHAPE.get(key.shape) or _by_check(key)


def _by_check(key: Key) -> Schema:
    check = key.about.check
    if check is None:
        return _TEXT
    if check.choices:
        return {"enum": list(check.choices)}
    if check.kind == "flag":
        return {"type": "boolean"}
    if check.kind in {"number", "whole"}:
        ends = {"minimum": check.low, "maximum": check.high}
        return {"type": "integer" if check.kind == "whole" else "number", **{name: end for name, end in ends.items() if end is not None}}
    return _TEXT
