"""Where things stand: the columns of a journey with their model paths, and what a place belongs to."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TypeVar

from attrs import frozen

from journeykit.errors import step
from journeykit.model import Activity, Insight, Journey, Library, Opportunity, Portfolio, Stage, Touchpoint, fold
from journeykit.record import Record

from ._result import Book

S = TypeVar("S", Insight, Opportunity)


@frozen(eq=False, repr=False)
class Column(Record):
    """A touchpoint with its place: zero-based index, stage, and model path."""

    index: int
    stage: Stage
    touchpoint: Touchpoint
    where: str

    @property
    def is_served(self) -> bool:
        """An interaction that the brand or a partner controls: what can be owned."""
        return self.touchpoint.kind == "interaction" and self.touchpoint.control in {"brand", "partner"}


class Itself:
    """A journey as the key of a cache: the same only as itself, for comparing by value would cost more than is saved."""

    __slots__ = ("journey",)

    def __init__(self, journey: Journey) -> None:
        self.journey = journey

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Itself) and other.journey is self.journey

    def __hash__(self) -> int:
        return id(self.journey)


def columns_of(journey: Journey) -> tuple[Column, ...]:
    """All touchpoints in order of time."""
    return _columns(Itself(journey))


@lru_cache(maxsize=4)
def _columns(key: Itself) -> tuple[Column, ...]:
    path = step("journeys", key.journey.id)
    found: list[Column] = []
    for stage in key.journey.stages:
        above = f"{path}.{step('stages', stage.id)}."
        found += [Column(at, stage, one, above + step("touchpoints", one.id)) for at, one in enumerate(stage.touchpoints, len(found))]
    return tuple(found)


def neighbours(columns: Sequence[Column]) -> Iterator[tuple[Column, Column]]:
    """Each column with the next."""
    return pairwise(columns)


def path_of(journey: Journey, name: str = "") -> str:
    """The model path of a journey, or of one of its fields."""
    path = step("journeys", journey.id)
    return f"{path}.{name}" if name else path


def activity_path(journey: Journey, activity: Activity) -> str:
    """The model path of an activity."""
    return path_of(journey, step("activities", activity.id))


def journeys_of(book: Book) -> tuple[Journey, ...]:
    """The journey itself, or all of a portfolio."""
    return tuple(book.journeys) if isinstance(book, Portfolio) else (book,)


def library_of(book: Book) -> Library:
    """What the journeys share."""
    return book if isinstance(book, Portfolio) else book.library


def about(book: Book) -> str:
    """The id of a journey; empty for a portfolio."""
    return book.id if isinstance(book, Journey) else ""


def stated(journey: Journey) -> tuple[str, ...]:
    """How the structure of a journey is known: intended where it is a plan, observed in an actual run, else as stated."""
    if journey.state == "future" or journey.form == "planned":
        return ("intended",)
    return ("observed",) if journey.form == "actual" else ("stated",)


def all_stated(book: Book) -> tuple[str, ...]:
    """The same for all journeys of a portfolio."""
    return tuple(dict.fromkeys(one for journey in journeys_of(book) for one in stated(journey)))


def places_in(journey: Journey) -> frozenset[str]:
    """Every full address in a journey: its own, its stages', touchpoints' and activities'."""
    inner = (f"{journey.id}/stage:{one.id}" for one in journey.stages)
    steps = (f"{journey.id}/{one.id}" for held in (journey.touchpoints, journey.activities) for one in held)
    return frozenset((journey.id, *inner, *steps))


@frozen(eq=False, repr=False)
class Standing(Record):
    """A statement (insight or opportunity), its model path, and where it holds; `key` is how others refer to it."""

    where: str
    key: str
    places: tuple[str, ...]


def insights_in(book: Book) -> tuple[tuple[Insight, Standing], ...]:
    """All insights of a book: those written at touchpoints, then those of the library; of a journey only those that hold in it."""
    found: list[tuple[Insight, Standing]] = []
    for journey in journeys_of(book):
        for column in columns_of(journey):
            held = column.touchpoint
            for name, several in (("pains", held.pains), ("gains", held.gains), ("insights", held.insights)):
                for at, one in enumerate(several):
                    place = f"{journey.id}/{held.id}"
                    found.append((one, Standing(f"{column.where}.{step(name, at)}", f"{place}/{one.id}", (place,))))
    found += [(one, Standing(step("insights", one.id), one.id, one.anchors)) for one in library_of(book).insights]
    return _within(book, found)


def opportunities_in(book: Book) -> tuple[tuple[Opportunity, Standing], ...]:
    """All opportunities of a book: those written at touchpoints, then those of the library; of a journey only those that hold in it.

    Where an opportunity names no place, it holds where the insights stand that it addresses.
    """
    anchors = {standing.key: standing.places for _, standing in insights_in(book)}
    found: list[tuple[Opportunity, Standing]] = []
    for journey in journeys_of(book):
        for column in columns_of(journey):
            place = f"{journey.id}/{column.touchpoint.id}"
            for at, one in enumerate(column.touchpoint.opportunities):
                found.append((one, Standing(f"{column.where}.{step('opportunities', at)}", f"{place}/{one.id}", (place,))))
    for one in library_of(book).opportunities:
        places = one.anchors or tuple(dict.fromkeys(place for key in one.addresses for place in anchors.get(key, ())))
        found.append((one, Standing(step("opportunities", one.id), one.id, places)))
    return _within(book, found)


def _within(book: Book, found: list[tuple[S, Standing]]) -> tuple[tuple[S, Standing], ...]:
    if isinstance(book, Portfolio):
        return tuple(found)
    here = places_in(book)
    return tuple((one, standing) for one, standing in found if any(place in here for place in standing.places))


def touchpoints_at(book: Book) -> dict[str, tuple[Journey, Touchpoint]]:
    """Touchpoints by their full address."""
    return {f"{journey.id}/{one.id}": (journey, one) for journey in journeys_of(book) for one in journey.touchpoints}


def names(journey: Journey, ids: Sequence[str]) -> str:
    """What actors or channels are called, joined."""
    return ", ".join(journey.library.name_of(one) for one in ids)


def same(first: str | None, second: str | None) -> bool:
    """Whether two references name the same actor or channel."""
    return first is not None and second is not None and fold(first) == fold(second)
