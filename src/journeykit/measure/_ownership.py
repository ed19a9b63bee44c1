"""Who answers for which touchpoint, who supports it, and what is nobody's."""

from collections import Counter

from attrs import frozen

from journeykit.model import Journey

from ._numbers import count, percent, quoted, share_of
from ._places import columns_of, names, stated
from ._result import Missing, Result, Used, for_each_journey


@frozen(kw_only=True)
class Load:
    """What one owner answers for: number of touchpoints, and their share of all that are owned, 0 to 1."""

    owner: str
    touchpoints: int
    share: float


@frozen(kw_only=True)
class Ownership(Result[float | None]):
    """Interactions of brand or partner with an owner ÷ all of them, 0 to 1; None where there are none.

    Attributes:
        orphans: ids of those without an owner. unsupported: ids of those that nobody is responsible for or supports.
        supported: share with somebody responsible or supporting. load: owners by number of touchpoints, the most first.
    """

    orphans: tuple[str, ...] = ()
    unsupported: tuple[str, ...] = ()
    supported: float | None = None
    load: tuple[Load, ...] = ()


@for_each_journey
def ownership(journey: Journey) -> Ownership:
    """Coverage by owners and supporters, orphans, and the load of each owner. Two owners of one touchpoint cannot be represented.

    Args:
        journey: a journey; a portfolio gives one result a journey.

    Source: one accountable for each task (RASCI).

    Example:
        >>> from journeykit.model import Stage, Touchpoint
        >>> found = ownership(Journey("I buy", stages=[Stage("All", [Touchpoint("Asks", owner="sales"), Touchpoint("Pays")])]))
        >>> found.value, found.orphans
        (0.5, ('pays',))
    """
    served = [one for one in columns_of(journey) if one.is_served]
    owned = [one for one in served if one.touchpoint.owner]
    orphans = [one for one in served if not one.touchpoint.owner]
    unsupported = [one for one in served if not one.touchpoint.responsible and not one.touchpoint.supporters]
    every = Counter(one.owner for one in journey.touchpoints if one.owner)
    total = sum(every.values())
    load = tuple(Load(owner=owner, touchpoints=many, share=many / total) for owner, many in every.most_common())
    coverage = len(owned) / len(served) if served else None
    if coverage is None:
        sentence = "There are no interactions of brand or partner to own."
    else:
        first = (
            f"; {quoted(journey.library.name_of(load[0].owner))} answers for most, {count(load[0].touchpoints, 'touchpoint')}"
            if load
            else ""
        )
        sentence = f"{share_of(len(owned), len(served), 'interaction')} an owner ({percent(coverage)}){first}."
    return Ownership(
        measure="ownership",
        about=journey.id,
        value=coverage,
        sentence=sentence,
        columns=("touchpoint", "title", "owner", "responsible", "supporters"),
        records=tuple(
            (one.touchpoint.id, one.touchpoint.title, journey.library.name_of(one.touchpoint.owner) if one.touchpoint.owner else None,
             names(journey, one.touchpoint.responsible) or None, names(journey, one.touchpoint.supporters) or None)
            for one in served
        ),
        used=tuple(Used(f"{one.where}.owner", one.touchpoint.owner) for one in owned),
        missing=(
            *(Missing(f"{one.where}.owner", "nobody answers for it") for one in orphans),
            *(Missing(f"{one.where}.supporters", "nobody is responsible for it or supports it") for one in unsupported),
        ),
        basis=stated(journey),
        orphans=tuple(one.touchpoint.id for one in orphans),
        unsupported=tuple(one.touchpoint.id for one in unsupported),
        supported=1 - len(unsupported) / len(served) if served else None,
        load=load,
    )  # fmt: skip
