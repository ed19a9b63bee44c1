"""The public surface as text: every name of `journeykit.__all__`, with signatures, fields and members."""

import inspect
import re
from types import ModuleType
from typing import Any

import attrs

_ADDRESS = re.compile(r" at 0x[0-9a-f]+")


def surface(module: ModuleType) -> str:
    """One line per name, members indented; the same bytes for the same surface."""
    lines: list[str] = []
    for name in sorted(module.__all__):
        lines += _described(name, getattr(module, name))
    return "".join(f"{line}\n" for line in lines)


def _described(name: str, value: Any) -> list[str]:
    if inspect.ismodule(value):
        return [
            f"{name}: module",
            *(f"    {line}" for one in sorted(getattr(value, "__all__", ())) for line in _described(one, getattr(value, one))),
        ]
    if inspect.isclass(value):
        return _class(name, value)
    if callable(value):
        return [f"{name}{_signature(value)}"]
    return [f"{name}: {_type_name(value)}"]


def _class(name: str, cls: type) -> list[str]:
    bases = ", ".join(base.__name__ for base in cls.__bases__ if base is not object)
    lines = [f"class {name}({bases}){_signature(cls)}"]
    fields = {field.name for field in attrs.fields(cls)} if attrs.has(cls) else set()
    lines += [f"    {field}: {_annotation(attrs.fields_dict(cls)[field].type)}" for field in sorted(fields) if not field.startswith("_")]
    for member in sorted(set(dir(cls)) - set(dir(object)) - fields):
        if member.startswith("_") or not _is_ours(cls, member):
            continue
        value = inspect.getattr_static(cls, member)
        inner = value.__func__ if isinstance(value, classmethod | staticmethod) else value
        kind = "classmethod " if isinstance(value, classmethod) else "staticmethod " if isinstance(value, staticmethod) else ""
        lines.append(f"    {kind}{member}{_signature(inner)}" if inspect.isfunction(inner) else f"    {member}: {_member_type(inner)}")
    return lines


def _is_ours(cls: type, member: str) -> bool:
    """A member that journeykit wrote, not one that a builtin base brings."""
    return any(member in vars(base) and base.__module__.partition(".")[0] == "journeykit" for base in cls.__mro__)


def _signature(value: Any) -> str:
    try:
        return _ADDRESS.sub("", str(inspect.signature(value)))
    except (TypeError, ValueError):
        return "(…)"


def _member_type(value: Any) -> str:
    if isinstance(value, property) and value.fget is not None:
        return f"property → {_annotation(inspect.signature(value.fget).return_annotation)}"
    return _type_name(value)


def _annotation(value: Any) -> str:
    return inspect.formatannotation(value) if value is not inspect.Signature.empty else "?"


def _type_name(value: Any) -> str:
    return type(value).__name__
