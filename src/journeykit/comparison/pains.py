"""Pains where they stand, and how they are told apart: by their folded text where nothing else joins them."""

from collections.abc import Iterator

from journeykit.errors import step
from journeykit.model import Insight, Journey, Touchpoint

__all__ = ["pains_by_text", "placed_pains"]


def placed_pains(journey: Journey) -> Iterator[tuple[str, Touchpoint, Insight]]:
    """Every pain that stands at a touchpoint, with its model path."""
    for stage in journey.stages:
        for touchpoint in stage.touchpoints:
            for place, one in enumerate(touchpoint.pains):
                yield f"{step('stages', stage.id)}.{step('touchpoints', touchpoint.id)}.{step('pains', place)}", touchpoint, one


def pains_by_text(journey: Journey, view: str | None = None) -> dict[str, str]:
    """Pains by their folded text; with a view only those of that perspective. One that names none is of the journey's own."""
    return {
        " ".join(pain.text.casefold().split()): pain.text
        for _, _, pain in placed_pains(journey)
        if view is None or (pain.perspective or journey.perspective) == view
    }
