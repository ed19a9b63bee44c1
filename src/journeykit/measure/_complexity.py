"""How much stands behind each touchpoint."""

from attrs import frozen

from journeykit.model import Activity, Journey

from ._numbers import quoted
from ._places import activity_path, columns_of, stated
from ._result import Missing, Result, Used, for_each_journey


@frozen(kw_only=True)
class Complexity(Result[int]):
    """Activities behind each touchpoint; `value` is the largest number. `most`: the id where it stands, the first of equal ones."""

    by_touchpoint: tuple[tuple[str, int], ...] = ()
    most: str | None = None


@for_each_journey
def complexity(journey: Journey) -> Complexity:
    """Count the activities, and the actors behind them, of each touchpoint.

    Args:
        journey: a journey; a portfolio gives one result a journey.

    Example:
        >>> from journeykit.model import Stage, Touchpoint
        >>> work = [Activity("Checks", touchpoints=["pays"]), Activity("Books", touchpoints=["pays"])]
        >>> complexity(Journey("I buy", stages=[Stage("All", [Touchpoint("Pays")])], activities=work)).value
        2
    """
    columns = columns_of(journey)
    behind: dict[str, list[Activity]] = {}
    for one in journey.activities:
        for place in dict.fromkeys(one.touchpoints):
            behind.setdefault(place, []).append(one)
    held = [(column, behind.get(column.touchpoint.id, [])) for column in columns]
    most = max(held, key=lambda pair: (len(pair[1]), -pair[0].index), default=None)
    largest = len(most[1]) if most else 0
    title = quoted(most[0].touchpoint.title) if most and largest else ""
    return Complexity(
        measure="complexity",
        about=journey.id,
        value=largest,
        sentence=f"Most activities stand behind {title}: {largest}." if title else "No activities are recorded.",
        columns=("touchpoint", "title", "activities", "actors", "systems"),
        records=tuple(
            (column.touchpoint.id, column.touchpoint.title, len(work), len({one.actor for one in work if one.actor}),
             len({*column.touchpoint.systems, *(system for one in work for system in one.systems)}))
            for column, work in held
        ),
        used=tuple(Used(f"{activity_path(journey, one)}.touchpoints", ", ".join(one.touchpoints)) for one in journey.activities),
        missing=tuple(
            Missing(column.where, "nothing recorded behind it, and not said that there is nothing")
            for column, work in held
            if not work and column.is_served and not column.touchpoint.no_backstage
        ),
        basis=stated(journey),
        by_touchpoint=tuple((column.touchpoint.id, len(work)) for column, work in held),
        most=most[0].touchpoint.id if most and largest else None,
    )  # fmt: skip
