"""What two actors do."""

from attrs import frozen

from journeykit.model import Activity, Journey, slug

from ._numbers import count, quoted
from ._places import activity_path, names, stated
from ._result import Missing, Result, Used, for_each_journey


@frozen(kw_only=True)
class Duplicates(Result[int]):
    """Activities of the same title done by different actors; `value` is the number of such titles. `groups`: their ids."""

    groups: tuple[tuple[str, ...], ...] = ()


@for_each_journey
def duplicates(journey: Journey) -> Duplicates:
    """Find the same activity, by its words, done by two actors: a question, not a finding.

    Args:
        journey: a journey; a portfolio gives one result a journey.

    Example:
        >>> from journeykit.model import Stage, Touchpoint
        >>> work = [Activity("Checks data", id=key, actor=key, touchpoints=["pays"]) for key in ("sales", "bank")]
        >>> duplicates(Journey("I buy", stages=[Stage("All", [Touchpoint("Pays")])], activities=work)).groups
        (('sales', 'bank'),)
    """
    by_title: dict[str, list[Activity]] = {}
    for one in journey.activities:
        by_title.setdefault(slug(one.title), []).append(one)
    groups = [held for held in by_title.values() if len({one.actor for one in held if one.actor}) > 1]
    first = f": {quoted(groups[0][0].title)}" if groups else ""
    return Duplicates(
        measure="duplicates",
        about=journey.id,
        value=len(groups),
        sentence=f"{count(len(groups), 'activity', 'activities')} done by more than one actor{first}.",
        columns=("title", "activity", "actor", "touchpoints"),
        records=tuple(
            (held[0].title, one.id, names(journey, [one.actor]) if one.actor else None, ", ".join(one.touchpoints))
            for held in groups
            for one in held
        ),
        used=tuple(Used(f"{activity_path(journey, one)}.title", one.title) for one in journey.activities),
        missing=tuple(
            Missing(f"{activity_path(journey, one)}.actor", "not known who does it") for one in journey.activities if not one.actor
        ),
        basis=stated(journey),
        groups=tuple(tuple(one.id for one in held) for held in groups),
    )
