"""What a comparison of two portfolios says of one journey in both: matched there, and told as if the journeys stood alone."""

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import evolve, frozen

from .changes import Change, Moved, Pair, Part, Spot

__all__ = ["OfJourney", "by_journey"]

_SPOTS = ("old", "new", "old_owner", "new_owner", "candidates", "whole", "parts")
"""The fields of changes that say where something stands."""


@frozen
class OfJourney:
    """What is said of one journey; its paths begin inside it.

    Attributes:
        pair: the journey on both sides, as in the portfolios.
        pairs: what is matched in it, after what is matched beside all journeys: references lead there.
        changes: at it and in it.
    """

    pair: Pair
    pairs: tuple[Pair, ...]
    changes: tuple[Change, ...]


def by_journey(pairs: Sequence[Pair], changes: Sequence[Change]) -> Iterator[OfJourney]:
    """Each journey that stands on both sides. That one stands elsewhere among the journeys is no change of its own."""
    journeys = [one for one in pairs if one.what == "Journey"]
    beside = [one for one in pairs if not one.old.at.startswith("journeys[")]
    paired: dict[str, list[Pair]] = {}
    for one in pairs:
        paired.setdefault(_journey(one.old.at), []).append(one)
    at_old: dict[str, list[Change]] = {one.old.at: [] for one in journeys}
    at_new = {one.new.at: at_old[one.old.at] for one in journeys}
    for change in changes:
        held = at_new.get(_journey(change.new.at)) if change.old is None and change.new is not None else at_old.get(_journey(change.where))
        if held is not None and not (change.what == "Journey" and isinstance(change, Moved)):
            held.append(_alone(change))
    for one in journeys:
        inner = (evolve(held, old=_inside(held.old), new=_inside(held.new)) for held in paired[one.old.at] if held is not one)
        itself = Pair(what="Journey", old=_inside(one.old), new=_inside(one.new), method="explicit")
        yield OfJourney(one, (*beside, itself, *inner), tuple(at_old[one.old.at]))


def _journey(at: str) -> str:
    """The path of the journey in which something stands; ids hold no brackets."""
    front, bracket, _ = at.partition("]")
    return front + bracket


def _alone(change: Change) -> Change:
    return evolve(change, **{name: _inside(getattr(change, name)) for name in _SPOTS if hasattr(change, name)})


def _inside(value: Any) -> Any:
    if isinstance(value, Spot):
        return evolve(value, at=value.at.removeprefix(_journey(value.at)).removeprefix("."))
    if isinstance(value, Part):
        return evolve(value, spot=_inside(value.spot))
    return tuple(map(_inside, value)) if isinstance(value, tuple) else value
