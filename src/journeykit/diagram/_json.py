"""A diagram as plain data, for golden files."""

from typing import Any

from attrs import NOTHING, fields, has

from ._diagram import Diagram


def _plain(value: Any) -> Any:
    if has(type(value)):
        out: dict[str, Any] = {"is": type(value).__name__}
        for one in fields(type(value)):
            held = getattr(value, one.name)
            if one.default is NOTHING or held != one.default:
                out[one.name] = _plain(held)
        return out
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return round(value, 4) if isinstance(value, float) else value


def diagram_to_json(diagram: Diagram) -> dict[str, Any]:
    """The diagram as dictionaries, lists, strings and numbers; defaults are left out."""
    out: dict[str, Any] = _plain(diagram)
    return out
