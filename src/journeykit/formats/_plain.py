"""From the model to plain data in canonical form: order of the fields, defaults left out, short forms where the meaning is plain."""

import math
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from attrs import frozen

from journeykit.errors import ConversionError, Problem, shown, step
from journeykit.model import (
    Checked,
    Element,
    Elements,
    Emotion,
    Measurement,
    Money,
    Period,
    Portfolio,
    show_duration,
    slug,
)
from journeykit.record import Record

from ._plan import Key, plan_of
from ._text import control

__all__ = ["Bare", "Row", "plain", "plain_entry", "plain_item", "plain_keyed", "plain_reading", "plain_value"]


@frozen(eq=False, repr=False)
class Bare(Record):
    """A text that is no text but a date or a period: YAML writes it without quotes."""

    text: str


class Row(list[Any]):
    """A list of ids, free words or numbers: YAML writes it on one line where it fits. Facts stand on a line each."""


def plain(portfolio: Portfolio) -> dict[str, Any]:
    """The canonical plain data of a portfolio, its version first. Equal portfolios give equal data in equal order.

    Raises:
        ConversionError: `extra` or `check` holds what JSON cannot say, or a text holds a control character.
    """
    return {"journeykit": 1, **_mapping(portfolio, {}, "")}


def plain_value(value: Checked) -> dict[str, Any]:
    """The canonical plain data of one value.

    Raises:
        ConversionError: as `plain`.
    """
    return _mapping(value, {}, "")


def plain_entry(key: Key, held: Any, where: str) -> tuple[str, Any]:
    """The key that is written for what a field holds, and the data behind it."""
    return _entry(key, held, where)


def plain_item(value: Checked, key: Key, where: str) -> Any:
    """The data of one value of a list."""
    return _value(value, key, where)


def plain_reading(value: Emotion, where: str) -> Any:
    """The data of one reading of a list."""
    return _reading(value, {}, where)


def plain_keyed(value: Checked, given: dict[str, Any]) -> Any:
    """The data of a value behind a key that says its id or its moment."""
    data = _mapping(value, given, "")
    for name in given:
        data.pop(name, None)
    only = plan_of(type(value)).title if isinstance(value, Element) else "valence"
    return data[only] if data.keys() == {only} else data


def _mapping(value: Checked, given: dict[str, Any], where: str) -> dict[str, Any]:
    plan = plan_of(type(value))
    data: dict[str, Any] = {}
    for key in plan.keys.values():
        if key.about.short_for:
            continue
        held = getattr(value, key.name)
        wanted = given.get(key.name, key.default)
        if held is None or held in ((), wanted):
            continue
        name, written = _entry(key, held, f"{where}.{key.name}" if where else key.name)
        data[name] = written
    return data


def _entry(key: Key, held: Any, where: str) -> tuple[str, Any]:  # noqa: PLR0911  # one line for each shape
    """The key that is written, and what stands behind it."""
    match key.shape:
        case "emotions":
            return _emotions(held, where)
        case "one":
            return key.key, _value(held, key, where)
        case "scale":
            return key.key, Row([_number(held.low), _number(held.high)])
        case "many" if key.kind is Measurement and (series := _series(held)):
            return "values", series
        case "many" | "elements":
            return key.key, [_value(one, key, _where(where, held, place, one)) for place, one in enumerate(held)]
        case "texts" if key.key == "channels" and len(held) == 1:
            return "channel", _scalar(held[0], where)
        case "texts" if key.about.ref is not None or key.key == "tags":
            return key.key, Row(_scalar(one, where) for one in held)
        case "importance" if set(held) == {"customer"}:
            return key.key, _number(held["customer"])
        case "notes":
            return key.key, {
                name: _scalar(one[0], where) if len(one) == 1 else [_scalar(text, where) for text in one] for name, one in held.items()
            }
        case _:
            return key.key, _scalar(held, where)


def _where(where: str, held: Any, place: int, one: Checked) -> str:
    base, _, name = where.rpartition(".")
    key = one.id if isinstance(one, Element) and isinstance(held, Elements) else place
    return f"{base}.{step(name, key)}" if base else step(name, key)


def _value(value: Checked, key: Key, where: str) -> Any:
    """A value; only its text, where that says it all. Elements in a list of the library are always written with their id."""
    data = _mapping(value, key.given, where)
    title = plan_of(type(value)).title
    text = data.get(title)
    if not isinstance(text, str) or key.shape == "elements":
        return data
    if isinstance(value, Element):
        return text if data.keys() == {"id", title} and value.id == slug(text) else data
    return text if data.keys() == {title} else data


def _series(held: tuple[Measurement, ...]) -> dict[str, Any] | None:
    """Values by period, where the measurements say nothing else."""
    plain_ones = all(one.at is not None and one == Measurement(at=one.at, value=one.value) for one in held)
    periods = [str(one.at) for one in held]
    return (
        {at: _number(one.value) for at, one in zip(periods, held, strict=True)} if plain_ones and len(set(periods)) == len(held) else None
    )


def _emotions(held: tuple[Emotion, ...], where: str) -> tuple[str, Any]:
    moments = [one.moment for one in held]
    if len(set(moments)) < len(held):
        return "emotions", [_reading(one, {}, f"{where}[{place}]") for place, one in enumerate(held)]
    readings = {one.moment: _reading(one, {"moment": one.moment}, f"{where}[{place}]") for place, one in enumerate(held)}
    if moments == ["during"] and not isinstance(readings["during"], dict):
        return "emotion", readings["during"]
    return "emotion", readings


def _reading(value: Emotion, given: dict[str, Any], where: str) -> Any:
    data = _mapping(value, given, where)
    return data["valence"] if data.keys() == {"valence"} else data


def _number(value: Any) -> Any:
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ConversionError(Problem("A number is not finite.", got=shown(value), expected="a finite number"))
        return int(value) if value == int(value) and abs(value) < 1e15 else value
    return value


def _text(value: str, where: str) -> str:
    if bad := control().search(value):
        code = f"U+{ord(bad.group()):04X}"
        message = f"A text holds the control character {code}, which no file may hold."
        raise ConversionError(Problem(message, where, got=shown(value), expected="text without it"))
    return value


def _period(value: Period) -> Any:
    return value.text if value.text[0] == "0" else Bare(value.text)  # a year such as 0987 must not become a number


_AS_TEXT: dict[type[Any], Callable[[Any], Any]] = {
    timedelta: show_duration, Period: _period, datetime: lambda value: Bare(value.isoformat()), Money: str,
}  # fmt: skip


def _scalar(value: Any, where: str) -> Any:
    match value:
        case str():
            return _text(value, where)
        case bool() | int() | float() | None:
            return _number(value)
        case Mapping():
            return {_name(key, where): _json(one, where) for key, one in value.items()}
        case tuple() | list():
            return [_scalar(one, where) for one in value]
        case _ if type(value) in _AS_TEXT:
            return _AS_TEXT[type(value)](value)
        case _:
            expected = "texts, numbers, true, false, lists and mappings"
            message = f"A file cannot hold a value of the type {type(value).__name__}."
            raise ConversionError(Problem(message, where, got=shown(value), expected=expected, hint="write it as a text"))


def _name(key: Any, where: str) -> str:
    if isinstance(key, str):
        text: str = _scalar(key, where)
        return text
    raise ConversionError(Problem("A key is not a text.", where, got=shown(key), expected="a text", hint=f"write {str(key)!r}"))


def _json(value: Any, where: str) -> Any:
    """Data that belongs to nobody: kept as it is."""
    if isinstance(value, float) and math.isfinite(value):
        return value
    if isinstance(value, Mapping):
        return {_name(key, where): _json(one, where) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [_json(one, where) for one in value]
    return _scalar(value, where)
