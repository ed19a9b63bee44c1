"""The quick way to a value: exactly what its class makes, for whoever makes thousands and knows which fields are given.

A constructor asks after every field, for it cannot know which were given. Here that is asked once for each choice of arguments, and most
values of a file are given alike. Whatever does not fit at once is refused without a word: the constructor says what is wrong.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

from attrs import NOTHING, fields

from .about import sheet_of
from .checked import Checked

T = TypeVar("T", bound=Checked)
Parameter = tuple[str, type[Any] | None, Callable[[Any], Any] | None]
"""An argument: its name, the type that is kept as it is, and what reads a value of another type."""

_Put = Callable[[Any, Any], None]


class UnfitError(Exception):
    """Something does not fit."""


class _Field(NamedTuple):
    """How an argument is put, converted and tested, and what the field holds without it."""

    put: _Put
    convert: Callable[[Any], Any] | None
    test: Callable[[Any], bool]
    default: object


class _Argument(NamedTuple):
    """A field that is given: what is known of it, the type that is kept as it is, and what reads a value of another type."""

    put: _Put
    convert: Callable[[Any], Any] | None
    test: Callable[[Any], bool]
    default: object
    kept: type[Any] | None
    read: Callable[[Any], Any] | None


class _Mould(NamedTuple):
    """What is known of a class: its fields that can be filled one by one; those with a default; those that must be there."""

    known: dict[str, _Field]
    others: tuple[tuple[str, _Put, object], ...]
    required: frozenset[str]


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
            known[one.name] = _Field(put, row.convert, row.test, one.default)
    mould = _MOULDS[cls] = _Mould(known, tuple(others), frozenset(required))
    return mould


def builder_of(cls: type[T], arguments: Sequence[Parameter]) -> Callable[[Iterable[Any]], T]:
    """A function that makes a value of a class, as its constructor would, from values for these arguments in their order.

    Each value is read first; None stands for an argument that is not given. Names must differ.

    Raises:
        UnfitError: by the function: a value does not fit. What the reader or the constructor raises goes through.

    Example:
        >>> from journeykit.model import Touchpoint
        >>> build = builder_of(Touchpoint, [("title", str, None), ("duration", str, None)])
        >>> build(["Pays", "5 min"]) == Touchpoint("Pays", duration="5 min")
        True
    """
    mould = _MOULDS.get(cls) or _mould(cls)
    names = {name for name, _, _ in arguments}
    if not mould.known.keys() >= names >= mould.required or not mould.known:
        return _constructor(cls, arguments)
    others = tuple((put, default) for name, put, default in mould.others if name not in names)
    rows = tuple(_Argument(*mould.known[name], kept, read) for name, kept, read in arguments)
    complete = None if cls._complete is Checked._complete else cls._complete  # noqa: SLF001  # same family
    problems = None if cls._problems is Checked._problems else cls._problems  # noqa: SLF001  # same family
    new = cls.__new__

    def build(values: Iterable[Any]) -> T:
        one = new(cls)
        for put, default in others:
            put(one, default)
        for (put, convert, test, default, kept, read), value in zip(rows, values, strict=True):
            if value is None:
                if default is NOTHING:
                    raise UnfitError
                put(one, default)
                continue
            if read is not None and type(value) is not kept:
                value = read(value)  # noqa: PLW2901  # as the field may hold it
            if not test(value) and (convert is None or not test(value := convert(value))):
                raise UnfitError
            put(one, value)
        if complete is not None:
            complete(one)
        if problems is not None and problems(one, ()):
            raise UnfitError
        return one

    return build


def _constructor(cls: type[T], arguments: Sequence[Parameter]) -> Callable[[Iterable[Any]], T]:
    """The same by way of the constructor."""

    def build(values: Iterable[Any]) -> T:
        return cls(
            **{
                name: value if read is None or type(value) is kept else read(value)
                for (name, kept, read), value in zip(arguments, values, strict=True)
                if value is not None
            }
        )

    return build
