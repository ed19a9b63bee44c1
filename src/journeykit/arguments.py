"""What the functions that users call accept, checked once at their door: the signature is the truth, and the error has the house form.

Nothing is checked further inside, so that no loop pays for it. This file imports nothing of journeykit but its errors.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, wraps
from numbers import Integral, Number
from typing import Any, Literal, NamedTuple, TypeVar, cast

from journeykit.errors import ArgumentError, JourneykitError, Problem, UnknownNameError, did_you_mean, shown

__all__ = ["check_arguments", "door"]

F = TypeVar("F", bound=Callable[..., Any])
_WORDS = {
    "str": "a text", "bool": "True or False", "bytes": "bytes", "NoneType": "None", "PathLike": "a path", "Path": "a path",
    "date": "a date", "timedelta": "a duration", "Mapping": "a mapping",
}  # fmt: skip


def door(function: F) -> F:
    """Let a function refuse arguments that its signature does not name, before it begins.

    Example:
        >>> @door
        ... def twice(number: int) -> int:
        ...     return 2 * number
        >>> twice(4)
        8
        >>> twice("4")
        Traceback (most recent call last):
        journeykit.errors.ArgumentError: twice() cannot use what it was given as 'number'.
          where: number
          got: '4'
          expected: a whole number
    """

    @wraps(function)
    def entered(*args: Any, **kwargs: Any) -> Any:
        check_arguments(function, args, kwargs)
        return function(*args, **kwargs)

    return cast("F", entered)


def check_arguments(function: Callable[..., Any], args: Sequence[Any], kwargs: Mapping[str, Any], **other: Any) -> None:
    """Refuse what the signature of a function does not name; `other` are types that stand for those of the signature.

    Raises:
        ArgumentError: a value of another type.
        UnknownNameError: a name that is none of those to choose from.
    """
    names, kinds = _signature(function, tuple(other.items()))
    for name, value in (*zip(names, args, strict=False), *kwargs.items()):
        exact, choices = kinds.get(name, _ANY)
        if choices and value.__class__ not in exact and not _fits(value, choices):
            raise _refusal(function.__name__, name, value, choices)


class _Kind(NamedTuple):
    """One type: how it is tested, the class, what is inside its brackets: the words of a `Literal`, else alternatives a place."""

    form: Literal["any", "literal", "function", "pair", "list", "whole", "number", "protocol", "class"]
    cls: Any
    inner: tuple[Any, ...] = ()


_Choices = tuple[_Kind, ...]
_Kinds = dict[str, tuple[frozenset[Any], _Choices]]
_ANY: tuple[frozenset[Any], _Choices] = (frozenset(), ())


@lru_cache(maxsize=256)
def _signature(function: Callable[..., Any], other: tuple[tuple[str, Any], ...]) -> tuple[tuple[str, ...], _Kinds]:
    """Names of the arguments in order; by name the types that fit at a glance, and all that fit."""
    from inspect import Parameter, signature  # noqa: PLC0415  # loaded with the first call, not with the library

    parameters = signature(function).parameters.values()
    names = tuple(one.name for one in parameters if one.kind in {Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD})
    several = {Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD}
    hints = {one.name: _hint(function, one.annotation) for one in parameters if one.kind not in several} | dict(other)
    every = {name: _choices(hint) for name, hint in hints.items()}
    kinds = {name: choices for name, choices in every.items() if all(one.form != "any" for one in choices)}
    return names, {name: (frozenset(one.cls for one in choices if one.form == "class"), choices) for name, choices in kinds.items()}


def _hint(function: Callable[..., Any], written: Any) -> Any:
    """The type that is written; anything where none is, or one that the module of the function names for type checkers only."""
    from inspect import Parameter  # noqa: PLC0415  # as above
    from types import SimpleNamespace  # noqa: PLC0415
    from typing import get_type_hints  # noqa: PLC0415

    if written is Parameter.empty:
        return Any
    try:
        return get_type_hints(SimpleNamespace(__annotations__={"it": written}), getattr(function, "__globals__", {}))["it"]
    except (NameError, SyntaxError, TypeError, AttributeError):
        return Any


def _choices(hint: Any) -> _Choices:
    """The alternatives of a type, those of unions and type variables inside it as well."""
    from types import UnionType  # noqa: PLC0415  # as above
    from typing import Union, get_args, get_origin  # noqa: PLC0415

    if isinstance(hint, TypeVar):
        return tuple(one for each in hint.__constraints__ or (hint.__bound__ or Any,) for one in _choices(each))
    if get_origin(hint) in {Union, UnionType}:
        return tuple(one for each in get_args(hint) for one in _choices(each))
    return (_kind(hint, get_origin(hint), get_args(hint)),)


def _kind(hint: Any, origin: Any, inner: tuple[Any, ...]) -> _Kind:
    cls = origin or hint
    if origin is Literal:
        return _Kind("literal", cls, inner)
    if origin is Callable:
        return _Kind("function", cls)
    if origin is tuple and Ellipsis not in inner:
        return _Kind("pair", Sequence, tuple(map(_choices, inner)))
    if hint is Any or not isinstance(cls, type):
        return _Kind("any", cls)
    if origin is tuple or (origin is not None and origin.__module__ == "collections.abc" and not issubclass(origin, Mapping)):
        return _Kind("list", Sequence if origin is tuple else origin, (_choices(inner[0]),))
    if cls in {int, float}:
        return _Kind("whole" if cls is int else "number", Integral if cls is int else Number)
    return _Kind("protocol" if getattr(cls, "_is_protocol", False) else "class", cls)


def _fits(value: Any, choices: _Choices) -> bool:
    for one in choices:  # noqa: SIM110  # a loop is twice as fast as any() for one or two
        if _fits_one(value, one):
            return True
    return False


def _fits_one(value: Any, kind: _Kind) -> bool:
    match kind.form:
        case "any":
            return True
        case "literal":
            return any(type(value) is type(one) and value == one for one in kind.inner)
        case "function":
            return callable(value)
        case "pair":
            return _is_list(value, Sequence) and len(value) == len(kind.inner) and all(map(_fits, value, kind.inner))
        case "list":
            seen = value if isinstance(value, Sequence) else ()  # an iterator would be used up
            return _is_list(value, kind.cls) and all(_fits(one, kind.inner[0]) for one in seen)
        case "whole" | "number":
            return isinstance(value, kind.cls) and not isinstance(value, complex)
        case "protocol":
            return all(hasattr(value, name) for name in vars(kind.cls) if not name.startswith("_"))
        case _:
            return isinstance(value, kind.cls)


def _is_list(value: object, kind: type) -> bool:
    return isinstance(value, kind) and not isinstance(value, str | bytes | bytearray | Mapping)


def _refusal(function: str, name: str, value: Any, kinds: _Choices) -> JourneykitError:
    words = [str(one) for kind in kinds if kind.form == "literal" for one in kind.inner]
    expected = _joined(list(dict.fromkeys(map(_said, kinds))))
    if isinstance(value, str) and words:
        problem = Problem(f"There is no {name} {shown(value)}.", name, got=shown(value), expected=expected,
                          hint=did_you_mean(value, words))  # fmt: skip
        return UnknownNameError(problem)
    hints = [kind.cls._instead for kind in kinds if hasattr(kind.cls, "_instead")]  # noqa: SLF001  # what a class says of itself
    message = f"{function}() cannot use what it was given as {name!r}."
    return ArgumentError(Problem(message, name, got=shown(value), expected=expected, hint="".join(hints[:1])))


def _said(kind: _Kind) -> str:
    if kind.form == "literal":
        return "one of " + ", ".join(map(repr, kind.inner))
    if kind.form == "pair":
        return f"{len(kind.inner)} values: " + ", ".join(_joined(list(map(_said, each))) for each in kind.inner)
    if kind.form == "list":
        words = list(map(_said, kind.inner[0]))
        known = all(one.form != "any" for one in kind.inner[0])
        return "a list of " + _joined([one.removeprefix("a ").removeprefix("an ") + "s" for one in words]) if known else "a list"
    if kind.form in {"whole", "number", "function"}:
        return f"a {kind.form}{' number' if kind.form == 'whole' else ''}"
    name = getattr(kind.cls, "__name__", str(kind.cls))
    return _WORDS.get(name, f"{'an' if name[:1] in 'AEIOU' else 'a'} {name}")


def _joined(words: Sequence[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last
