"""From plain data to the model, quickly: any fault at all ends it, and the slow way then finds all faults.

What is read here must be read alike in `_collect`; a test compares the two.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, Protocol

from journeykit.errors import JourneykitError
from journeykit.model import MOMENTS, Checked, Emotion, Measurement, Parameter, Portfolio, UnfitError, builder_of

from ._plan import Key, plan_of
from ._short import MISSING, share
from ._tests import TESTS

__all__ = ["FaultyError", "portfolio_of"]

_MOMENTS = frozenset(MOMENTS)
Reader = Callable[[Any], Any]
_BUILDS = 1024
_ONE_TEXT = frozenset({"text", "duration", "moment", "money"})


class FaultyError(Exception):
    """Something is wrong; the slow way finds out what."""


class _Build(Protocol):
    """Makes a value of plain data; `given` are arguments that the data itself does not hold."""

    def __call__(self, raw: Any, given: dict[str, Any] | None = None) -> Any: ...


def builder(cls: type[Checked]) -> _Build:
    """The function that makes a class of plain data."""
    made: _Build = _cached(cls)
    return made


def _builder(cls: type[Checked]) -> _Build:
    parameters: dict[str, Parameter] = {}  # of the keys that were read so far: most keys are rare
    builds: dict[tuple[str | None, ...], Callable[[Iterable[Any]], Any]] = {}  # most entries of a file have the same keys

    def parameter_of(key: str) -> Parameter:
        one = plan_of(cls).keys.get(key)
        if one is None:
            raise FaultyError
        made = parameters[key] = (one.alias, str if one.shape in _ONE_TEXT else None, _reader(one))
        return made

    def build_of(keys: tuple[str | None, ...], raw: dict[str, Any], given: dict[str, Any]) -> Callable[[Iterable[Any]], Any]:
        arguments = [parameters.get(key) or parameter_of(key) for key in raw] + [(name, None, None) for name in given]
        if len({name for name, _, _ in arguments}) < len(arguments):
            raise FaultyError
        made = builder_of(cls, arguments)
        if len(builds) < _BUILDS:
            builds[keys] = made
        return made

    def build(raw: Any, given: dict[str, Any] | None = None) -> Any:
        if type(raw) is not dict:
            title = plan_of(cls).title
            if not title or type(raw) is not str:
                raise FaultyError
            raw = {title: raw}
        if given is None:
            keys: tuple[str | None, ...] = tuple(raw)
            return (builds.get(keys) or build_of(keys, raw, {}))(raw.values())
        keys = (*raw, None, *given)
        return (builds.get(keys) or build_of(keys, raw, given))([*raw.values(), *given.values()])

    return build


_cached: Any = lru_cache(maxsize=128)(_builder)  # Any: mypy takes a class whose instances hash for one that does not


def _reader(key: Key) -> Reader | None:
    match key.shape:
        case "emotions":
            return _emotions(builder(Emotion))
        case "one":
            assert key.kind is not None  # noqa: S101  # the shape says so
            return builder(key.kind)
        case "many" | "elements" | "single":
            assert key.kind is not None  # noqa: S101  # the shape says so
            several = _many(builder(key.kind), key)
            return (lambda raw: several([raw])) if key.shape == "single" else several
        case "values":
            return _values
        case "share":
            return share
        case "plain":
            return None  # the constructor refuses whatever is no scalar
        case "texts":
            return _texts
        case _:
            return _text if key.shape in _ONE_TEXT else _tested(TESTS[key.shape])


def _text(raw: Any) -> Any:
    if type(raw) is str:
        return raw
    raise FaultyError


def _texts(raw: Any) -> Any:
    if type(raw) is list:
        return tuple(raw)  # as the field holds it: the constructor then need not change it
    return _text(raw)


def _tested(test: Callable[[Any], bool]) -> Reader:
    def read(raw: Any) -> Any:
        if test(raw):
            return raw
        raise FaultyError

    return read


def _emotions(build: _Build) -> Reader:
    def one_of(raw: Any) -> Any:
        return Emotion(raw) if type(raw) is int or type(raw) is float else build(raw)

    def at(moment: Any, raw: Any) -> Any:
        if type(raw) is int or type(raw) is float:
            return Emotion(raw, moment=moment)
        if type(raw) is dict and "moment" not in raw:
            return build(raw, {"moment": moment})
        raise FaultyError

    def read(raw: Any) -> tuple[Any, ...]:
        if type(raw) is dict:
            return tuple([at(moment, one) for moment, one in raw.items() if one is not None]) if raw.keys() <= _MOMENTS else (build(raw),)
        if type(raw) is list:
            return tuple([one_of(one) for one in raw])
        return (one_of(raw),)

    return read


def _many(build: _Build, key: Key) -> Reader:
    given, kind = key.given, key.kind

    def text() -> str:
        return plan_of(kind).title if kind else ""

    def with_given(raw: Any) -> Any:
        if type(raw) is str:
            raw = {text(): raw}
        if type(raw) is dict and given.keys() & raw.keys():
            return build({**given, **raw})
        return build(raw, given)

    make = with_given if given else build

    def by_id(one_id: str, raw: Any) -> Any:
        if type(raw) is str:
            return build({text(): raw}, {"id": one_id})
        if type(raw) is dict and "id" not in raw:
            return build(raw, {"id": one_id})
        raise FaultyError

    def read(raw: Any) -> tuple[Any, ...]:
        if type(raw) is list:
            return tuple([make(one) for one in raw])
        if type(raw) is dict and key.shape == "elements" and not raw.keys() & {"id", text()}:
            return tuple([by_id(one_id, one) for one_id, one in raw.items()])
        if (type(raw) is str and text()) or (type(raw) is dict and key.shape == "many"):
            return (make(raw),)
        raise FaultyError

    return read


def _values(raw: Any) -> tuple[Any, ...]:
    if type(raw) is not dict:
        raise FaultyError
    return tuple([Measurement(at=at, value=value) for at, value in raw.items()])


def portfolio_of(files: list[dict[str, Any]]) -> Portfolio:
    """The portfolio that some files hold together, each given as plain data without its version.

    Raises:
        FaultyError: something is wrong.
    """
    try:
        if len(files) == 1:
            made: Portfolio = builder(Portfolio)(files[0])
            return made
        readers = {key: (one, _reader(one)) for key, one in plan_of(Portfolio).keys.items()}
        given: dict[str, Any] = {}
        for data in files:
            for key, raw in data.items():
                if raw is None:
                    continue
                one, reader = readers.get(key, (None, None))
                if one is None:
                    raise FaultyError
                value = raw if reader is None else reader(raw)
                held = given.get(one.alias, MISSING)
                if isinstance(value, tuple):
                    given[one.alias] = value if held is MISSING else held + value
                elif held is MISSING or held == value:
                    given[one.alias] = value
                elif one.shape == "any" and not held.keys() & value.keys():
                    given[one.alias] = {**held, **value}
                else:
                    raise FaultyError
        return Portfolio(**given)
    except (UnfitError, JourneykitError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise FaultyError from error
