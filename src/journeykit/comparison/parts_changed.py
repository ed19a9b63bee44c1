"""What a split or a merge did to the content: each part against the whole, field by field. For readers, not to be applied."""

from collections.abc import Iterator

from attrs import evolve, frozen

from journeykit.model import Checked, Element

from .changes import Change, Merged, Part, Split, Spot
from .diff import field_changes
from .fields import plan_of
from .translation import Translation

__all__ = ["PartChanged", "parts_changed"]


@frozen
class PartChanged:
    """One part of a split or a merge, and what it says otherwise than the whole; before and after as of the comparison."""

    spot: Spot
    changes: tuple[Change, ...]


def parts_changed(group: Split | Merged, translation: Translation, journeys: tuple[str, str]) -> Iterator[PartChanged]:
    """Each part that differs from the whole in more than id, title and the elements that stand in it.

    Args:
        group: what was split or merged.
        translation: ids that changed.
        journeys: ids of the journeys in which it stands, before and after.
    """
    for part in group.parts:
        sides = (group.whole, part) if isinstance(group, Split) else (part, group.whole)
        found = field_changes(_bare(sides[0]), _bare(sides[1]), (sides[0].spot, sides[1].spot), translation=translation, journeys=journeys)
        if found:
            yield PartChanged(part.spot, found)


def _bare(part: Part) -> Checked:
    """Without what has an id, which no change of a part tells of; without where it comes from, which is how it was found."""
    value, none = part.value, {"origin": None} if hasattr(part.value, "origin") else {}
    held = {name: getattr(value, name) for name in plan_of(type(value)).nested}
    return evolve(
        value, **none, **{name: () for name, one in held.items() if isinstance(one, tuple) and one and isinstance(one[0], Element)}
    )
