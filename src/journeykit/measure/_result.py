"""What every measure returns: the value, what it rests on, what was missing, and one sentence."""

from collections.abc import Callable, Iterator, Sequence
from functools import wraps
from typing import Concatenate, Generic, ParamSpec, Protocol, TypeVar, cast, overload

from attrs import frozen

from journeykit.arguments import check_arguments
from journeykit.display import Shown
from journeykit.model import FrozenMap, Journey, Portfolio
from journeykit.record import Record

from ._numbers import cell

Book = Journey | Portfolio
Cell = str | int | float | bool | None
# Columns whose values are names of this library: never ids, which may hold an underscore too.
_WORDED = frozenset({"driver", "group", "kano", "met", "priority", "status"})
V_co = TypeVar("V_co", covariant=True)
P = ParamSpec("P")


@frozen(eq=False, repr=False)
class Used(Record):
    """An input: its model path, and its value as it was used."""

    where: str
    value: Cell


@frozen(eq=False, repr=False)
class Missing(Record):
    """An input that was not there: its model path, and what that means for the result."""

    where: str
    what: str


@frozen(kw_only=True)
class Result(Shown, Generic[V_co]):
    """The result of one measure, for one journey or one portfolio.

    Attributes:
        measure: name of the measure.
        about: id of the journey; empty where the whole portfolio was measured.
        value: the headline figure, or None where it cannot be had from what is there.
        sentence: the result in one plain sentence.
        columns, records: the tidy table behind `rows` and `to_table`; one kind of fact a column, None is not known.
        used: the inputs, with their places.
        missing: what would have been needed or would have made it sharper.
        basis: how the inputs are known, such as measured, derived, assumed, intended, or stated (as the model says).
        notes: what a reader must know before using the figure.
    """

    measure: str
    about: str
    value: V_co
    sentence: str
    columns: tuple[str, ...]
    records: tuple[tuple[Cell, ...], ...] = ()
    used: tuple[Used, ...] = ()
    missing: tuple[Missing, ...] = ()
    basis: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def rows(self) -> list[dict[str, Cell]]:
        """The records as dictionaries, which any dataframe library takes."""
        return [dict(zip(self.columns, one, strict=True)) for one in self.records]

    def to_table(self) -> tuple[tuple[str, ...], ...]:
        """A row of headings, then the records as text; words of the library are written as words, what people wrote as it stands."""
        worded = [name in _WORDED for name in self.columns]
        records = (tuple(_words(value) if known else cell(value) for value, known in zip(one, worded, strict=True)) for one in self.records)
        return (tuple(map(heading, self.columns)), *records)

    def __str__(self) -> str:
        return self.sentence


def _words(value: Cell) -> str:
    return cell(value).replace("_", " ")


R = TypeVar("R", bound=Result[object])
R_co = TypeVar("R_co", bound=Result[object], covariant=True)


@frozen
class Results(Sequence[R_co], Shown, Generic[R_co]):
    """One result for each journey of a portfolio, side by side: never added up, never averaged.

    `[0]` and `["journey-id"]` both work.
    """

    parts: tuple[R_co, ...] = ()

    @overload
    def __getitem__(self, key: int | str) -> R_co: ...
    @overload
    def __getitem__(self, key: slice) -> "Results[R_co]": ...
    def __getitem__(self, key: int | str | slice) -> "R_co | Results[R_co]":
        if isinstance(key, str):
            found = next((one for one in self.parts if one.about == key), None)
            if found is None:
                raise KeyError(key)
            return found
        return Results(self.parts[key]) if isinstance(key, slice) else self.parts[key]

    def __len__(self) -> int:
        return len(self.parts)

    def __iter__(self) -> Iterator[R_co]:
        return iter(self.parts)

    @property
    def value(self) -> FrozenMap[str, object]:
        """The headline figure of each journey, by its id."""
        return FrozenMap({one.about: one.value for one in self.parts})

    @property
    def sentence(self) -> str:
        """One sentence a journey, each on its line."""
        return "\n".join(one.sentence for one in self.parts)

    @property
    def used(self) -> tuple[Used, ...]:
        """The inputs of all journeys."""
        return tuple(one for part in self.parts for one in part.used)

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What was missing in all journeys."""
        return tuple(one for part in self.parts for one in part.missing)

    @property
    def basis(self) -> tuple[str, ...]:
        """How the inputs of all journeys are known."""
        return tuple(dict.fromkeys(one for part in self.parts for one in part.basis))

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader must know, each note once."""
        return tuple(dict.fromkeys(one for part in self.parts for one in part.notes))

    def rows(self) -> list[dict[str, Cell]]:
        """The rows of all journeys, each with the id of its journey."""
        return [{"journey": part.about, **row} for part in self.parts for row in part.rows()]

    def to_table(self) -> tuple[tuple[str, ...], ...]:
        """One row of headings, then the rows of all journeys, each with the id of its journey."""
        if not self.parts:
            return ()
        body = tuple((part.about, *row) for part in self.parts for row in part.to_table()[1:])
        return (("Journey", *self.parts[0].to_table()[0]), *body)

    def __str__(self) -> str:
        return self.sentence


def heading(column: str) -> str:
    """The name of a column as a heading.

    Example:
        >>> heading("sign_changes")
        'Sign changes'
    """
    return column[:1].upper() + column[1:].replace("_", " ")


class ForEach(Protocol[P, R_co]):
    """A measure of one journey that, given a portfolio, measures each of its journeys."""

    @overload
    def __call__(self, book: Journey, /, *args: P.args, **kwargs: P.kwargs) -> R_co: ...
    @overload
    def __call__(self, book: Portfolio, /, *args: P.args, **kwargs: P.kwargs) -> Results[R_co]: ...


def for_each_journey(measure: Callable[Concatenate[Journey, P], R]) -> ForEach[P, R]:
    """Let a measure of one journey take a portfolio too, giving one result a journey."""

    @wraps(measure)
    def measured(book: Book, /, *args: P.args, **kwargs: P.kwargs) -> R | Results[R]:
        check_arguments(measure, (book, *args), kwargs, journey=Book)
        if isinstance(book, Portfolio):
            return Results(tuple(measure(one, *args, **kwargs) for one in book.journeys))
        return measure(book, *args, **kwargs)

    measured.one = measure  # type: ignore[attr-defined]  # so that a report can go journey by journey
    return cast(ForEach[P, R], measured)


def measured_for_each(book: Portfolio, measures: Sequence[Callable[..., object]]) -> dict[str, Results[Result[object]]]:
    """Those of the measures that measure one journey, by name: journey by journey, for what they share is worked out once a journey."""
    single = [one for one in (getattr(measure, "one", None) for measure in measures) if one is not None]
    found: list[list[Result[object]]] = [[one(journey) for one in single] for journey in book.journeys]
    return {one.__name__: Results(tuple(row[at] for row in found)) for at, one in enumerate(single)}
