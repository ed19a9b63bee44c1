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


class _Mould(NamedTuple):
    """What is known of a class: how each argument is put, converted and tested; what the others hold; which must be there."""

    known: dict[str, tuple[_Put, Callable[[Any], Any] | None, Callable[[Any], bool]]]
    others: tuple[tuple[str, _Put, object], ...]
    required: tuple[str, ...]


_MOULDS: dict[type[Any], _Mould] = {}


def _mould(cls: type[Any]) -> _Mould:
    rows = {row.name: row for row in sheet_of(cls).rows}
    known, others, required = {}, [], []
    does_more = cls.__attrs_post_init__ is not Checked.__attrs_post_init__
    for one in () if does_more else fields(cls):  # what does more than to check its fields is left to its constructor
        put = getattr(cls, one.name).__set__
        if one.default is NOTHING:
            required.append(one.name)
        else:
            others.append((one.name, put, one.default))
        if one.init and one.alias == one.name and (row := rows.get(one.name)) is not None and row.test is not None:
            known[one.name] = (put, row.convert, row.test)
    mould = _MOULDS[cls] = _Mould(known, tuple(others), tuple(required))
    return mould


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
    known = mould.known
    if not known or any(name not in given for name in mould.required):
        return cls(**given)
    one = cls.__new__(cls)
    for name, put, default in mould.others:
        if name not in given:
            put(one, default)
    for name, value in given.items():
        field = known.get(name)
        if field is None:
            return cls(**given)
        put, convert, test = field
        if not test(value) and (convert is None or not test(value := convert(value))):
            return cls(**given)
        put(one, value)
    one._complete()  # noqa: SLF001  # same family
    return cls(**given) if one._problems(()) else one  # noqa: SLF001
