"""Values whose equality, hash and look follow from their fields, written once.

attrs would write and compile the three for every class, which makes up a good part of the start of a process. This file imports
nothing of journeykit.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Any

from attrs import fields

__all__ = ["Record", "reader"]


class Record:
    """What attrs would have generated; to be decorated with `@frozen(eq=False, repr=False)`.

    Two are equal where they have the same class and every field that counts is equal.

    Example:
        >>> from attrs import frozen
        >>> @frozen(eq=False, repr=False)
        ... class Place(Record):
        ...     x: float
        ...     y: float = 0.0
        >>> Place(1.0), Place(1.0) == Place(1.0, 0.0), len({Place(1.0), Place(1.0)})
        (Place(x=1.0, y=0.0), True, 1)
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        read = _compared(self.__class__)
        equal: bool = read(self) == read(other)
        return equal

    def __hash__(self) -> int:
        return hash(_compared(self.__class__)(self))

    def __repr__(self) -> str:
        cls: Any = self.__class__
        shown = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in fields(cls) if one.repr)
        return f"{cls.__qualname__.rpartition('>.')[2]}({shown})"


def _reader_of(cls: type[Any]) -> Callable[[Any], tuple[Any, ...]]:
    return reader([one.name for one in fields(cls) if one.eq])


_compared: Any = lru_cache(maxsize=512)(_reader_of)  # Any: mypy takes a class whose instances hash for one that does not


def reader(names: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    """Reads these attributes of a value at once, in this order."""
    if len(names) > 1:
        return attrgetter(*names)
    if not names:
        return lambda _value: ()
    read = attrgetter(names[0])  # gives a bare value for a single name
    return lambda value: (read(value),)
