"""How a journey is known: the sources that each touchpoint cites, and how strong they are together."""

from collections.abc import Sequence

from attrs import frozen

from journeykit.model import Journey
from journeykit.record import Record

from .statements import Placed, PlacedOpportunity, Statements
from .strength import Strength, strength


@frozen(eq=False, repr=False)
class Backing(Record):
    """The sources cited at a touchpoint, in order of mention, and how strong they are together."""

    sources: tuple[str, ...]
    strength: Strength


def backings_of(journey: Journey, statements: Statements) -> tuple[Backing, ...]:
    """The backing of each touchpoint: its own sources and those of all that stands at it alone."""
    cited: list[list[str]] = []
    for one in journey.touchpoints:
        here = list(one.sources)
        for part in (one.emotions, one.expectations):
            for each in part:
                here += each.sources
        cited.append(here)
    held: tuple[tuple[Placed, ...] | tuple[PlacedOpportunity, ...], ...] = (
        statements.pains, statements.gains, statements.quotes, statements.others, statements.opportunities,
    )  # fmt: skip
    for placed in held:
        for item in placed:
            sources = item.insight.sources if isinstance(item, Placed) else item.opportunity.sources
            for stand in item.stands if sources else ():
                if stand.start == stand.end:
                    cited[stand.start] += sources
    once = (tuple(dict.fromkeys(sources)) for sources in cited)
    return tuple(Backing(names, strength(names, journey.library)) for names in once)


def cited_sources(journey: Journey, backings: Sequence[Backing]) -> tuple[str, ...]:
    """All sources that the journey cites, each once."""
    return tuple(dict.fromkeys((*journey.sources, *(name for one in backings for name in one.sources))))


def is_hypothesis(journey: Journey, backings: Sequence[Backing]) -> bool:
    """Whether less than half of the touchpoints of a generalised map of today rest on customers' own evidence."""
    if journey.form != "map" or journey.state != "current" or not backings:
        return False
    return 2 * sum(one.strength >= 2 for one in backings) < len(backings)
