"""What is retired, and still used."""

from attrs import frozen

from journeykit.model import Activity, Journey, Touchpoint

from ._numbers import count, quoted
from ._places import activity_path, columns_of, stated
from ._result import Result, Used, for_each_journey

_MENTIONS = ("counterparts", "systems", "responsible", "supporters", "consulted", "informed")


@frozen(kw_only=True)
class RetiredInUse(Result[int]):
    """Retired actors, systems among them, that are still mentioned; `value` is their number. `uses`: (actor, element, field)."""

    uses: tuple[tuple[str, str, str], ...] = ()


@for_each_journey
def retired_in_use(journey: Journey) -> RetiredInUse:
    """Find touchpoints and activities that name an actor or system whose status is retired. Retired activities may do so.

    Args:
        journey: a journey; a portfolio gives one result a journey.
    """
    retired = {one.id for one in journey.library.every_actor() if one.status == "retired"}
    uses: list[tuple[str, str, str]] = []
    used: list[Used] = []
    for column in columns_of(journey) if retired else ():
        uses += [(actor, column.touchpoint.id, name) for name, actor in _named(column.touchpoint) if actor in retired]
        used += [Used(f"{column.where}.{name}", actor) for name, actor in _named(column.touchpoint) if actor in retired]
    for one in journey.activities if retired else ():
        if one.status != "retired":
            uses += [(actor, one.id, name) for name, actor in _named(one) if actor in retired]
            used += [Used(f"{activity_path(journey, one)}.{name}", actor) for name, actor in _named(one) if actor in retired]
    found = tuple(dict.fromkeys(actor for actor, _, _ in uses))
    which = f": {quoted(journey.library.name_of(found[0]))} first" if found else ""
    return RetiredInUse(
        measure="retired_in_use",
        about=journey.id,
        value=len(found),
        sentence=f"{count(len(found), 'retired actor or system', 'retired actors or systems')} still in use{which}.",
        columns=("actor", "name", "element", "field"),
        records=tuple((actor, journey.library.name_of(actor), element, name) for actor, element, name in uses),
        used=tuple(used),
        basis=stated(journey),
        uses=tuple(uses),
    )


def _named(element: Touchpoint | Activity) -> list[tuple[str, str]]:
    found = [(name, actor) for name in _MENTIONS for actor in getattr(element, name, ())]
    found += [(name, actor) for name in ("owner", "actor") if (actor := getattr(element, name, None))]
    return found
