"""How a value of the model shows itself: as the shortest call that makes it again."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from attrs import fields

from .durations import show_duration
from .frozenmap import FrozenMap
from .ids import slug

if TYPE_CHECKING:
    from .checked import Checked

__all__ = ["represented"]


def represented(value: "Checked") -> str:
    """The class, the title first, then the fields that differ from their defaults."""
    given: list[str] = []
    named: list[str] = []
    for one in fields(type(value)):
        if not one.repr:
            continue
        held = getattr(value, one.name)
        if held == one.default or (one.name == "id" and _is_derived(value, held)):
            continue
        (named if one.kw_only else given).append(f"{one.name}={_written(held)}" if one.kw_only else _written(held))
    return f"{type(value).__name__}({', '.join((*given, *named))})"


def _is_derived(value: Any, key: object) -> bool:
    title = value._own_title()  # noqa: SLF001  # same family
    return isinstance(title, str) and bool(title) and slug(title) == key


def _written(held: Any) -> str:
    """A value as its constructor accepts it: mappings, durations, dates, periods and money in their short forms."""
    match held:
        case FrozenMap():
            return "{" + ", ".join(f"{key!r}: {_written(one)}" for key, one in held.items()) + "}"
        case tuple():
            return "(" + ", ".join(map(_written, held)) + (",)" if len(held) == 1 else ")")
        case str() | bytes() | bool() | int() | float() | None:
            return repr(held)
        case timedelta():
            return repr(show_duration(held))
        case datetime():
            return repr(held.isoformat())
        case Sequence():
            return "[" + ", ".join(map(repr, held)) + "]"
        case _:
            return repr(str(held)) if type(held).__name__ in _SHORT else repr(held)


_SHORT = frozenset({"Money", "Period"})  # by name: they stand on what shows itself here
