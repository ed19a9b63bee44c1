"""Where responsibility passes from one owner to the next, and from one department to another."""

from collections.abc import Sequence

from attrs import frozen

from journeykit.model import Journey, Library

from ._channel_switches import handovers_of
from ._numbers import count
from ._places import Column, columns_of, neighbours, same, stated
from ._result import Missing, Result, Used, for_each_journey


@frozen(kw_only=True)
class Handover:
    """From one owned touchpoint to the next owned one, where the owner changes.

    Attributes:
        start, end: ids of the touchpoints. index, end_index: their places.
        before, after: the owners. crosses_department: they belong to different departments; None where one is not known.
        is_recorded: a handover link between the touchpoints says so. quality: of that link, -2 to +2.
    """

    index: int
    end_index: int
    start: str
    end: str
    before: str
    after: str
    crosses_department: bool | None
    is_recorded: bool
    quality: float | None


def department_of(library: Library, owner: str) -> str | None:
    """The department or partner that an owner is, or belongs to; None where the organisation above it does not say."""
    seen: set[str] = set()
    key: str | None = owner
    while key is not None and key not in seen:
        seen.add(key)
        known = library.find_actor(key)
        if known is None:
            return None
        if known.kind in {"department", "partner", "supplier"}:
            return known.id
        key = known.parent
    return None


def owner_changes(journey: Journey, columns: Sequence[Column]) -> tuple[Handover, ...]:
    """Every change of owner along the main line; touchpoints without an owner are passed over."""
    handed = handovers_of(journey)
    departments = {
        one: department_of(journey.library, one) for one in dict.fromkeys(held.owner for held in journey.touchpoints if held.owner)
    }
    found: list[Handover] = []
    for one, two in neighbours([column for column in columns if column.touchpoint.owner]):
        before, after = one.touchpoint.owner or "", two.touchpoint.owner or ""
        if same(before, after):
            continue
        first, last = departments[before], departments[after]
        link = handed.get((one.touchpoint.id, two.touchpoint.id))
        found.append(
            Handover(
                index=one.index, end_index=two.index, start=one.touchpoint.id, end=two.touchpoint.id, before=before, after=after,
                crosses_department=None if first is None or last is None else first != last, is_recorded=link is not None,
                quality=link.quality if link else None,
            )
        )  # fmt: skip
    return tuple(found)


@frozen(kw_only=True)
class Handovers(Result[int]):
    """Changes of owner; `value` is their number.

    Attributes:
        between_departments: how many are known to cross departments. recorded: how many have a handover link.
    """

    changes: tuple[Handover, ...] = ()
    between_departments: int = 0
    recorded: int = 0


@for_each_journey
def handovers(journey: Journey) -> Handovers:
    """Count where the accountable owner changes from one owned touchpoint to the next.

    Args:
        journey: a journey; a portfolio gives one result a journey.

    Example:
        >>> from journeykit.model import Stage, Touchpoint
        >>> steps = [Touchpoint("Asks", owner="sales"), Touchpoint("Waits"), Touchpoint("Pays", owner="finance")]
        >>> handovers(Journey("I buy", stages=[Stage("All", steps)])).value
        1
    """
    columns = columns_of(journey)
    changes = owner_changes(journey, columns)
    crossing = sum(1 for one in changes if one.crosses_department)
    recorded = sum(1 for one in changes if one.is_recorded)
    unowned = [one for one in columns if one.is_served and not one.touchpoint.owner]
    name = journey.library.name_of
    between = f", {crossing} of them between departments" if crossing else ""
    tail = f"; {count(len(unowned), 'contact')} without an owner may hide more" if unowned else ""
    return Handovers(
        measure="handovers",
        about=journey.id,
        value=len(changes),
        sentence=f"{count(len(changes), 'handover')} between owners{between}{tail}.",
        columns=("start", "end", "before", "after", "crosses_department", "is_recorded", "quality"),
        records=tuple(
            (one.start, one.end, name(one.before), name(one.after), one.crosses_department, one.is_recorded, one.quality) for one in changes
        ),
        used=tuple(Used(f"{one.where}.owner", one.touchpoint.owner) for one in columns if one.touchpoint.owner),
        missing=tuple(Missing(f"{one.where}.owner", "no owner: a handover cannot be seen") for one in unowned),
        basis=stated(journey),
        changes=changes,
        between_departments=crossing,
        recorded=recorded,
    )
