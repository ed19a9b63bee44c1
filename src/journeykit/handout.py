"""The hand-out set: every picture of a book that has something to show."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from journeykit import measure
from journeykit.model import Journey, Portfolio
from journeykit.pipeline import Rendering, render

__all__ = ["Handout", "hand_outs"]

OF_JOURNEY = ("journey-map", "service-blueprint", "emotion-curves", "stakeholder-map", "touchpoint", "rasci", "channels")
"""Drawn of each journey, for the workshop first."""

OF_BOOK = ("persona", "kpi", "opportunities", "opportunity-tree", "roadmap", "atlas")
"""Drawn once, of the whole."""


class Handout(NamedTuple):
    """A picture and the name of its file, without its ending."""

    name: str
    drawn: Rendering


def hand_outs(book: Journey | Portfolio, **options: Any) -> Iterator[Handout]:
    """The pictures of a book one after the other: of each journey its map, blueprint and so on, then those of the whole.

    A view that has nothing to show, such as opportunities where none are written down, is left out.

    Args:
        book: a journey, or a portfolio.
        options: as `render` takes them: theme, paper, format, language.

    Example:
        >>> from journeykit.model import Stage, Touchpoint
        >>> [one.name for one in hand_outs(Journey("I buy", stages=[Stage("Learn", [Touchpoint("Asks")])]))]
        ['i-buy-journey-map', 'i-buy-emotion-curves', 'i-buy-touchpoint', 'i-buy-channels']
    """
    for journey in book.journeys if isinstance(book, Portfolio) else (book,):
        for view in OF_JOURNEY:
            drawn = render(journey, view=view, **options)
            if _shows(view, drawn, journey):
                yield Handout(f"{journey.id}-{view}", drawn)
    for view in OF_BOOK:
        if view == "atlas" and not (isinstance(book, Portfolio) and len(book.journeys) > 1):
            continue
        drawn = render(book, view=view, **options)
        if drawn.diagram.parts:
            yield Handout(view, drawn)


def _shows(view: str, drawn: Rendering, journey: Journey) -> bool:
    match view:
        case "journey-map":
            return True
        case "service-blueprint":
            return bool(journey.activities)
        case "rasci":
            return bool(measure.rasci(journey).actors)  # a page of "Nobody" is for those who ask for it
        case _:
            return bool(drawn.diagram.parts)
