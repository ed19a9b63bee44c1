"""What can go wrong, said in one form: what, where, got, expected, hint.

Types and attributes are API; texts are not. Every class is also a builtin, so that `except ValueError` keeps working.
This file imports nothing of journeykit.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from heapq import nlargest
from itertools import pairwise
from typing import Any

from attrs import evolve, field, frozen

from journeykit.record import Record

__all__ = [
    "ArgumentError",
    "ConversionError",
    "FileError",
    "JourneykitError",
    "MissingExtraError",
    "ModelError",
    "Problem",
    "ReferenceProblemError",
    "RenderError",
    "UnknownNameError",
    "UnknownPlaceError",
    "did_you_mean",
    "nearest",
    "parse_where",
    "shown",
    "step",
]

_SHOWN = 80
_QUOTED = str.maketrans({"'": "\\'", "\\": "\\\\"})


def _plain(value: object) -> object:
    """A mapping that is frozen as people write one; it holds nothing that holds itself."""
    if isinstance(value, Mapping) and not isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return value


def shown(value: object) -> str:
    """`repr` of a value, cut to a length that fits an error message, control characters escaped.

    Example:
        >>> from types import MappingProxyType
        >>> shown("a" * 200)[-4:], shown(MappingProxyType({"owner": None}))
        ("aa…'", "{'owner': None}")
    """
    if isinstance(value, str) and len(value) > _SHOWN:
        return repr(value[: _SHOWN - 1])[:-1] + "…'"
    text = repr(_plain(value))
    return text if len(text) <= 2 * _SHOWN else text[: 2 * _SHOWN - 1] + "…"


_LIKELY = 12
_LISTED = 30


@lru_cache(maxsize=8192)
def _pairs(name: str) -> frozenset[str]:
    """The neighbouring letters of a name, ends included."""
    framed = f" {name.casefold()} "
    return frozenset(map("".join, pairwise(framed)))


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that looks most like `name`, or None where nothing is near.

    Of many names only those that share most pairs of letters are compared closely.

    Example:
        >>> nearest("sals", ["sales", "support"])
        'sales'
    """
    from difflib import get_close_matches  # noqa: PLC0415  # needed only where something went wrong

    wanted = _pairs(name[:_SHOWN])
    by_folded = {one.casefold(): one for one in known}
    likely: Iterable[str] = by_folded
    if len(by_folded) > _LIKELY:
        likely = nlargest(_LIKELY, by_folded, key=lambda one: len(wanted & _pairs(one)) / (len(one) + len(name)))
    found = get_close_matches(name[:_SHOWN].casefold(), likely, n=1, cutoff=0.6)
    return by_folded[found[0]] if found else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The question for the known name that looks most like `name`; empty where nothing is near.

    Example:
        >>> did_you_mean("sals", ["sales", "support"])
        "did you mean 'sales'?"
    """
    near = nearest(name, known)
    return f"did you mean {near!r}?" if near else ""


@frozen(eq=False, repr=False)
class Problem(Record):
    """One thing that is wrong.

    Attributes:
        message: one sentence that names the thing and stands alone.
        where: model path, such as `journeys['buy'].stages['deal'].touchpoints['pay'].owner`; empty where there is none.
        location: `file:line:column`, one-based, where the text is known.
        got: what was found, as shown by `repr`.
        expected: what would have been right.
        hint: what to do about it.
    """

    message: str
    where: str = ""
    location: str = field(default="", kw_only=True)
    got: str = field(default="", kw_only=True)
    expected: str = field(default="", kw_only=True)
    hint: str = field(default="", kw_only=True)

    def below(self, where: str) -> "Problem":
        """The same problem seen from outside: `where` is put before its path."""
        joined = where + self.where if self.where.startswith("[") or not self.where else f"{where}.{self.where}" if where else self.where
        return evolve(self, where=joined)

    def __str__(self) -> str:
        place = f"{self.where}  ({self.location})" if self.where and self.location else self.where or self.location
        rows = [("where", place), ("got", self.got), ("expected", self.expected), ("hint", self.hint)]
        return "\n".join([self.message, *(f"  {name}: {text}" for name, text in rows if text)])


class JourneykitError(Exception):
    """Base of all errors that journeykit raises on purpose.

    Attributes:
        problems: all that is wrong, in order of position; at least one.
    """

    problems: tuple[Problem, ...]

    def __init__(self, problems: "Problem | str | Sequence[Problem]") -> None:
        found = (Problem(problems),) if isinstance(problems, str) else (problems,) if isinstance(problems, Problem) else tuple(problems)
        self.problems = found
        super().__init__("\n".join(str(one) for one in found))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.problems,)

    def below(self, where: str) -> "JourneykitError":
        """The same error seen from outside: `where` is put before the path of every problem."""
        return type(self)([one.below(where) for one in self.problems])


class ModelError(JourneykitError, ValueError):
    """A value that the model refuses: it would break other code."""


class ArgumentError(ModelError, TypeError):
    """An argument of another type than the function takes."""


class ReferenceProblemError(ModelError, LookupError):
    """References that lead nowhere or in a circle."""


class UnknownNameError(JourneykitError, LookupError):
    """A view, lane, theme, renderer, template, journey or element of that name does not exist."""

    @classmethod
    def of(cls, kind: str, name: str, known: Sequence[str]) -> "UnknownNameError":
        """The error for one name, with those that are known and the one that looks most like it."""
        expected = (
            "one of " + ", ".join(map(repr, known[:_LISTED])) + (" …" if len(known) > _LISTED else "")
            if known
            else "nothing: there are none"
        )
        return cls(Problem(f"There is no {kind} {shown(name)}.", got=shown(name), expected=expected, hint=did_you_mean(name, known)))


class UnknownPlaceError(UnknownNameError, IndexError):
    """There is no element at that position."""


class FileError(JourneykitError, ValueError):
    """A file that cannot be read as a journey file; `problems` holds all its faults."""


class ConversionError(JourneykitError, ValueError):
    """A value that cannot be carried from one scale, unit or format to another."""


class RenderError(JourneykitError, ValueError):
    """A picture that cannot be drawn as asked."""


class MissingExtraError(JourneykitError, ImportError):
    """A part that is not installed; the message names the command that installs it."""

    @classmethod
    def of(cls, extra: str, needed_for: str) -> "MissingExtraError":
        """The error for one extra, with the command that installs it."""
        return cls(Problem(f"{needed_for} needs the extra {extra!r}, which is not installed.", hint=f'pip install "journeykit[{extra}]"'))


_STEP = re.compile(r"\.?([A-Za-z_]\w*)(?:\[(?:'((?:[^'\\]|\\.)*)'|(\d+))\])?")


def step(name: str, key: str | int | None = None) -> str:
    """One step of a model path: `step("stages", "deal")` is `stages['deal']`."""
    if key is None:
        return name
    if isinstance(key, int):
        return f"{name}[{key}]"
    return f"{name}['{key.translate(_QUOTED)}']"


def parse_where(where: str) -> tuple[tuple[str, str | int | None], ...]:
    r"""A model path taken apart: the inverse of joining with dots what `step` gives.

    Raises:
        ConversionError: the text is no model path.

    Example:
        >>> parse_where("journeys['buy'].stages[0].title")
        (('journeys', 'buy'), ('stages', 0), ('title', None))
    """
    found: list[tuple[str, str | int | None]] = []
    at = 0
    while at < len(where):
        match = _STEP.match(where, at)
        if match is None or (at == 0) == match.group(0).startswith("."):
            message = f"This is no model path: {shown(where)}."
            raise ConversionError(message)
        name, key, place = match.groups()
        found.append((name, int(place) if place is not None else None if key is None else re.sub(r"\\(.)", r"\1", key)))
        at = match.end()
    return tuple(found)
