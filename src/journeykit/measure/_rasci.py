"""Who is accountable, responsible, supporting, consulted and informed."""

from attrs import frozen

from journeykit.model import Activity, Journey, Touchpoint

from ._numbers import count
from ._places import activity_path, columns_of, stated
from ._result import Missing, Result, Used, for_each_journey

_LETTERS = {"owner": "A", "responsible": "R", "supporters": "S", "consulted": "C", "informed": "I"}


@frozen(kw_only=True)
class Part:
    """One actor's part in one element: A accountable, R responsible, S supports, C consulted, I informed."""

    element: str
    title: str
    kind: str
    actor: str
    letter: str


@frozen(kw_only=True)
class Rasci(Result[int]):
    """Who has which part in touchpoints and activities; `value` is the number of parts.

    Attributes:
        parts: in order of the journey: each touchpoint, then all activities.
        actors: ids, in the order in which they are met, with their names.
    """

    parts: tuple[Part, ...] = ()
    actors: tuple[tuple[str, str], ...] = ()

    def matrix(self) -> tuple[tuple[str, ...], ...]:
        """A heading row of actors, then a row for each element with the letters of each actor."""
        held: dict[tuple[str, str], str] = {}
        titles: dict[str, str] = {}
        for one in self.parts:
            titles.setdefault(one.element, one.title)
            held[one.element, one.actor] = held.get((one.element, one.actor), "") + one.letter
        head = ("Element", *(name for _, name in self.actors))
        return (head, *((title, *(held.get((element, actor), "") for actor, _ in self.actors)) for element, title in titles.items()))


@for_each_journey
def rasci(journey: Journey) -> Rasci:
    """The parts of all actors in touchpoints and activities. Who does an activity is responsible for it.

    Args:
        journey: a journey; a portfolio gives one result a journey.

    Example:
        >>> from journeykit.model import Stage
        >>> pays = Touchpoint("Pays", owner="finance", supporters=["it"])
        >>> rasci(Journey("I buy", stages=[Stage("All", [pays])])).matrix()
        (('Element', 'finance', 'it'), ('Pays', 'A', 'S'))
    """
    paths = {one.touchpoint.id: one.where for one in columns_of(journey)}
    paths |= {one.id: activity_path(journey, one) for one in journey.activities}
    elements: list[tuple[Touchpoint | Activity, str]] = [(one, "touchpoint") for one in journey.touchpoints]
    elements += [(one, "activity") for one in journey.activities]
    found: list[Part] = []
    used: list[Used] = []
    missing: list[Missing] = []
    for element, kind in elements:
        parts = _parts(element)
        found += [Part(element=element.id, title=element.title, kind=kind, actor=actor, letter=letter) for actor, letter, _ in parts]
        used += [Used(f"{paths[element.id]}.{name}", actor) for actor, _, name in parts]
        if element.owner is None and not (
            isinstance(element, Touchpoint) and (element.kind == "action" or element.control not in {"brand", "partner"})
        ):
            missing.append(Missing(f"{paths[element.id]}.owner", "nobody is accountable"))
    actors = tuple((one, journey.library.name_of(one)) for one in dict.fromkeys(part.actor for part in found))
    called = dict(actors)
    return Rasci(
        measure="rasci",
        about=journey.id,
        value=len(found),
        sentence=f"{count(len(actors), 'actor')} with {count(len(found), 'part')} in {len({one.element for one in found})} of {count(len(elements), 'element')}.",
        columns=("element", "title", "kind", "actor", "name", "letter"),
        records=tuple((one.element, one.title, one.kind, one.actor, called[one.actor], one.letter) for one in found),
        used=tuple(used),
        missing=tuple(missing),
        basis=stated(journey),
        parts=tuple(found),
        actors=actors,
    )


def _parts(element: Touchpoint | Activity) -> list[tuple[str, str, str]]:
    """Actor, letter and field, each actor once a letter."""
    found: dict[tuple[str, str], str] = {}
    for name, letter in _LETTERS.items():
        held = getattr(element, name)
        for actor in (held,) if isinstance(held, str) else held or ():
            found.setdefault((actor, letter), name)
    if isinstance(element, Activity) and element.actor:
        found.setdefault((element.actor, "R"), "actor")
    return [(actor, letter, name) for (actor, letter), name in found.items()]
