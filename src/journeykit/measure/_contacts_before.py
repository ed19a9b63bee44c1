"""How many contacts the customer has been through before a moment."""

from typing import overload

from attrs import frozen

from journeykit.arguments import door
from journeykit.errors import Problem, UnknownNameError, did_you_mean, shown
from journeykit.model import Journey, Portfolio

from ._numbers import count, quoted
from ._places import columns_of, journeys_of, path_of, stated
from ._result import Book, Missing, Result, Results, Used


@frozen(kw_only=True)
class ContactsBefore(Result[int | None]):
    """How many contacts come before a touchpoint, along the main line.

    Attributes:
        until: id of that touchpoint; None where none was named and the journey has no critical moment.
        touchpoints: the contacts, in order. optional: how many of them may be left out.
    """

    until: str | None = None
    touchpoints: tuple[str, ...] = ()
    optional: int = 0


_COLUMNS = ("position", "touchpoint", "title")


@overload
def contacts_before(book: Journey, *, until: str | None = None) -> ContactsBefore: ...
@overload
def contacts_before(book: Portfolio, *, until: str | None = None) -> Results[ContactsBefore]: ...
@door
def contacts_before(book: Book, *, until: str | None = None) -> ContactsBefore | Results[ContactsBefore]:
    """Count the interactions before a touchpoint; without `until`, before the critical moment.

    Args:
        book: a journey; a portfolio gives one result a journey, without a value where a journey lacks the touchpoint.
        until: id of the touchpoint, not counted itself.

    Raises:
        UnknownNameError: no journey has such a touchpoint.

    Example:
        >>> from journeykit.model import Stage, Touchpoint
        >>> steps = [Touchpoint("Calls"), Touchpoint("Thinks", kind="action"), Touchpoint("Pays")]
        >>> contacts_before(Journey("I buy", stages=[Stage("All", steps)]), until="pays").value
        1
    """
    journeys = journeys_of(book)
    if until is not None and journeys and all(one.touchpoints.get(until) is None for one in journeys):
        what = f"Journey {shown(book.id)} has" if isinstance(book, Journey) else "The journeys have"
        hint = did_you_mean(until, [key for one in journeys for key in one.touchpoints.ids])
        raise UnknownNameError(Problem(f"{what} no touchpoint {shown(until)}.", got=shown(until), hint=hint))
    found = tuple(_of(one, until) for one in journeys)
    return Results(found) if isinstance(book, Portfolio) else found[0]


def _of(journey: Journey, until: str | None) -> ContactsBefore:
    wanted = until if until is not None else journey.critical_moment
    goal = -1 if wanted is None else journey.touchpoints.position(wanted)
    if goal < 0:
        named = wanted is not None
        return ContactsBefore(
            measure="contacts_before",
            about=journey.id,
            value=None,
            sentence=f"This journey has no touchpoint {wanted}." if named else "No critical moment is named: nothing to count up to.",
            columns=_COLUMNS,
            missing=(Missing(path_of(journey, "stages" if named else "critical_moment"), "no such touchpoint" if named else "not named"),),
            basis=stated(journey),
        )
    columns = columns_of(journey)
    before = [one for one in columns[:goal] if one.touchpoint.kind == "interaction"]
    return ContactsBefore(
        measure="contacts_before",
        about=journey.id,
        value=len(before),
        sentence=f"{count(len(before), 'contact')} before {quoted(columns[goal].touchpoint.title)}.",
        columns=_COLUMNS,
        records=tuple((one.index + 1, one.touchpoint.id, one.touchpoint.title) for one in before),
        used=tuple(Used(f"{one.where}.kind", one.touchpoint.kind) for one in before),
        basis=stated(journey),
        until=columns[goal].touchpoint.id,
        touchpoints=tuple(one.touchpoint.id for one in before),
        optional=sum(1 for one in before if one.touchpoint.optional),
    )
