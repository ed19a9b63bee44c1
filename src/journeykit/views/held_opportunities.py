"""The opportunities of a book by the key that others refer to them by: `id` in the library, `journey/touchpoint/id` at a touchpoint."""

from typing import NamedTuple

from journeykit.errors import step
from journeykit.model import Opportunity

from .books import Book, journeys_in, library_of


class Held(NamedTuple):
    """An opportunity, and its model path."""

    opportunity: Opportunity
    path: str


def opportunities_held(book: Book) -> dict[str, Held]:
    """All opportunities: those of the library, then those written at touchpoints."""
    found = {one.id: Held(one, step("opportunities", one.id)) for one in library_of(book).opportunities}
    for journey in journeys_in(book):
        for stage in journey.stages:
            for touchpoint in stage.touchpoints:
                path = ".".join((step("journeys", journey.id), step("stages", stage.id), step("touchpoints", touchpoint.id)))
                found |= {
                    f"{journey.id}/{touchpoint.id}/{one.id}": Held(one, f"{path}.{step('opportunities', one.id)}")
                    for one in touchpoint.opportunities
                }
    return found
