"""The quick way to a value: exactly what its class makes, for whoever makes thousands and knows which fields are given.

A constructor asks after every field, for it cannot know which were given. Here only those are looked at; whatever does not fit at once is
handed to the constructor, which says what is wrong: no error comes from here.
"""

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from attrs import NOTHING, fields

from .about import sheet_of
from .checked import Checked

T = TypeVar("T", bound=Checked)
_Put = Callable[[Any, Any], None]


_Field = tuple[_Put, Callable[[Any], Any] | None, Callable[[Any], bool]]
_SHAPES = 256


class _Shape(NamedTuple):
    """What is to be done for one choice of arguments: the fields that they are put into, and what the others hold."""

    given: tuple[_Field, ...]
    others: tuple[tuple[_Put, object], ...]


class _Mould(NamedTuple):
    """What is known of a class: how each argument is put, converted and tested; what the others hold; which must be there."""

    known: dict[str, _Field]
    others: tuple[tuple[str, _Put, object], ...]
    required: tuple[str, ...]
    completes: bool
    checks: bool
    shapes: dict[tuple[str, ...], _Shape | None]


_MOULDS: dict[type[Any], _Mould] = {}


def _mould(cls: type[Any]) -> _Mould:
    rows = {row.name: row for row in sheet_of(cls).rows}
    known: dict[str, _Field] = {}
    others, required = [], []
    does_more = cls.__attrs_post_init__ is not Checked.__attrs_post_init__
    for one in () if does_more else fields(cls):  # what does more than to check its fields is left to its constructor
        put = getattr(cls, one.name).__set__
        if one.default is NOTHING:
            required.append(one.name)
        else:
            others.append((one.name, put, one.default))
        if one.init and one.alias == one.name and (row := rows.get(one.name)) is not None and row.test is not None:
            known[one.name] = (put, row.convert, row.test)
    completes, checks = cls._complete is not Checked._complete, cls._problems is not Checked._problems  # noqa: SLF001  # same family
    mould = _MOULDS[cls] = _Mould(known, tuple(others), tuple(required), completes, checks, {})
    return mould


def _shape(mould: _Mould, names: tuple[str, ...]) -> _Shape | None:
    """What those arguments need; None where only the constructor can take them. Most values of a file are given alike."""
    shape = None
    if mould.known and mould.known.keys() >= set(names) >= set(mould.required):
        others = tuple((put, default) for name, put, default in mould.others if name not in names)
        shape = _Shape(tuple(mould.known[name] for name in names), others)
    if len(mould.shapes) < _SHAPES:
        mould.shapes[names] = shape
    return shape


def built(cls: type[T], given: dict[str, Any]) -> T:
    """The same as `cls(**given)`.

    Raises:
        ModelError, TypeError: as the constructor does.

    Example:
        >>> from journeykit.model import Touchpoint
        >>> built(Touchpoint, {"title": "Pays", "duration": "5 min"}) == Touchpoint("Pays", duration="5 min")
        True
    """
    mould = _MOULDS.get(cls) or _mould(cls)
    names = tuple(given)
    shape = mould.shapes.get(names) or _shape(mould, names)
    if shape is None:
        return cls(**given)
    one = cls.__new__(cls)
    for put, default in shape.others:
        put(one, default)
    for (put, convert, test), value in zip(shape.given, given.values(), strict=True):
        if test(value) or (convert is not None and test(value := convert(value))):
            put(one, value)
        else:
            return cls(**given)
    if mould.completes:
        one._complete()  # noqa: SLF001  # same family
    return cls(**given) if mould.checks and one._problems(()) else one  # noqa: SLF001
