"""Pains where they stand, and how they are told apart: by their folded text where nothing else joins them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from journeykit.errors import step
from journeykit.model import Insight, Journey, Touchpoint

from .preparing import counterparts

if TYPE_CHECKING:
    from .result import Comparison

__all__ = ["kept_pains", "pains_by_text", "placed_pains"]


def placed_pains(journey: Journey) -> Iterator[tuple[str, Touchpoint, Insight]]:
    """Every pain that stands at a touchpoint, with its model path."""
    for stage in journey.stages:
        for touchpoint in stage.touchpoints:
            for place, one in enumerate(touchpoint.pains):
                yield f"{step('stages', stage.id)}.{step('touchpoints', touchpoint.id)}.{step('pains', place)}", touchpoint, one


def pains_by_text(journey: Journey, view: str | None = None) -> dict[str, str]:
    """Pains by their folded text; with a view only those of that perspective. One that names none is of the journey's own."""
    return {
        _text(pain): pain.text for _, _, pain in placed_pains(journey) if view is None or (pain.perspective or journey.perspective) == view
    }


def kept_pains(comparison: "Comparison", before: Journey, after: Journey) -> dict[str, tuple[str, ...]]:
    """Pains before, by model path, with the paths of the same after: as they are matched; else one of equal text is the same pain.

    What was split takes its pains to its parts, and what is merged brings them. Others may stand at another touchpoint, each once.
    """
    found: dict[str, tuple[str, ...]] = {one.old.at: (one.new.at,) for one in comparison.pairs if one.what == "Insight"}
    taken = {at for several in found.values() for at in several}
    left = [(at, touchpoint.id, _text(pain)) for at, touchpoint, pain in placed_pains(before) if at not in found]
    free = [(at, touchpoint.id, _text(pain)) for at, touchpoint, pain in placed_pains(after) if at not in taken]
    onward = counterparts(comparison)
    for at, place, text in left:
        if same := tuple(new for new, there, other in free if other == text and there in onward.get(place, ())):
            found[at] = same
            taken.update(same)
    waiting: dict[str, list[str]] = {}
    for at, _, text in free:
        if at not in taken:
            waiting.setdefault(text, []).append(at)
    for at, _, text in left:
        if at not in found and waiting.get(text):
            found[at] = (waiting[text].pop(0),)
    return found


def _text(pain: Insight) -> str:
    return " ".join(pain.text.casefold().split())
