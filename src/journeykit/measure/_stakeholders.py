"""Who is in the middle: in how many columns an actor appears, and with how many others it is related."""

from collections.abc import Callable, Iterable, Iterator

from attrs import frozen

from journeykit.arguments import door
from journeykit.model import Activity, Journey, Portfolio, Touchpoint, fold, slug

from ._numbers import count, quoted
from ._places import about, all_stated, journeys_of, library_of, path_of
from ._result import Book, Missing, Result, Used

_AT_TOUCHPOINT = ("counterparts", "owner", "responsible", "supporters", "consulted", "informed", "systems")
_AT_ACTIVITY = ("actor", "owner", "responsible", "supporters", "consulted", "informed", "systems")
_COLUMNS = ("rank", "actor", "name", "touchpoints", "journeys", "activities", "degree", "ring", "influence", "interest", "is_declared")


@frozen(kw_only=True)
class Stakeholder:
    """One actor.

    Attributes:
        rank: by touchpoints, then degree, then journeys; equals share a rank.
        touchpoints: columns in which it appears, by itself or through an activity. activities: those that it has a part in.
        journeys: in which it appears. degree: number of other actors that it is related with.
        ring, influence, interest: as stated, None where not. is_declared: the library knows it.
    """

    rank: int
    actor: str
    name: str
    touchpoints: int
    activities: int
    journeys: tuple[str, ...]
    degree: int
    ring: int | None
    influence: int | None
    interest: int | None
    is_declared: bool


@frozen(kw_only=True)
class Stakeholders(Result[tuple[str, ...]]):
    """Actors, the most central first; `value` holds their ids. `absent`: declared, but in no journey and no relation."""

    items: tuple[Stakeholder, ...] = ()
    absent: tuple[str, ...] = ()


class _Tally:
    """What is met of each actor while the journeys are walked once."""

    def __init__(self) -> None:
        self.touchpoints: dict[str, set[tuple[str, str]]] = {}
        self.activities: dict[str, set[tuple[str, str]]] = {}
        self.journeys: dict[str, dict[str, None]] = {}
        self.related: dict[str, set[str]] = {}

    def journey(self, actor: str, journey: Journey) -> None:
        self.journeys.setdefault(actor, {}).setdefault(journey.id)


@door
def stakeholders(book: Book) -> Stakeholders:
    """Count the columns, activities, journeys and relations of every actor.

    Counts say who is met most, not who is most important: influence and interest are given by people, and stand beside.

    Args:
        book: a journey (who takes part in it), or a portfolio (also who is only related), in which counts add up over journeys.

    Example:
        >>> from journeykit.model import Stage
        >>> steps = [Touchpoint("Asks", counterparts=["sales"]), Touchpoint("Pays", counterparts=["sales", "bank"])]
        >>> [(one.actor, one.touchpoints) for one in stakeholders(Journey("I buy", stages=[Stage("All", steps)])).items]
        [('sales', 2), ('bank', 1)]
    """
    library = library_of(book)
    known = {one.id: one for one in library.every_actor()}
    by_name = {slug(one.name): one.id for one in reversed(library.every_actor())}
    tally = _Tally()

    def resolve(written: str) -> str:
        folded = fold(written)
        return folded if folded in known else by_name.get(slug(written), folded)

    for journey in journeys_of(book):
        _walk(journey, tally, lambda names: dict.fromkeys(map(resolve, names)))
    for relation in library.relations:
        if relation.source != relation.target:
            tally.related.setdefault(relation.source, set()).add(relation.target)
            tally.related.setdefault(relation.target, set()).add(relation.source)
    related = [one for one in known if one in tally.related] if isinstance(book, Portfolio) else []
    met = dict.fromkeys((*tally.journeys, *related))
    rows = sorted(met, key=lambda one: (*_score(tally, one), library.name_of(one), one))
    items: list[Stakeholder] = []
    for place, one in enumerate(rows):
        rank = items[-1].rank if items and _score(tally, items[-1].actor) == _score(tally, one) else place + 1
        actor = known.get(one)
        items.append(
            Stakeholder(
                rank=rank, actor=one, name=library.name_of(one), touchpoints=len(tally.touchpoints.get(one, ())),
                activities=len(tally.activities.get(one, ())), journeys=tuple(tally.journeys.get(one, ())), degree=len(tally.related.get(one, ())),
                ring=actor.ring if actor else None, influence=actor.influence if actor else None, interest=actor.interest if actor else None,
                is_declared=actor is not None,
            )
        )  # fmt: skip
    absent = tuple(one for one in known if one not in met) if isinstance(book, Portfolio) else ()
    return Stakeholders(
        measure="stakeholders",
        about=about(book),
        value=tuple(one.actor for one in items),
        sentence=_sentence(items),
        columns=_COLUMNS,
        records=tuple(
            (one.rank, one.actor, one.name, one.touchpoints, len(one.journeys), one.activities, one.degree, one.ring, one.influence, one.interest,
             one.is_declared)
            for one in items
        ),
        used=tuple(Used(path_of(one, "stages"), len(one.touchpoints)) for one in journeys_of(book)),
        missing=tuple(Missing(one.actor, "mentioned, but not declared: nothing is known of it") for one in items if not one.is_declared),
        basis=all_stated(book),
        items=tuple(items),
        absent=absent,
    )  # fmt: skip


def _score(tally: _Tally, actor: str) -> tuple[int, int, int]:
    return (-len(tally.touchpoints.get(actor, ())), -len(tally.related.get(actor, ())), -len(tally.journeys.get(actor, ())))


def _mentioned(element: Touchpoint | Activity, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        held = getattr(element, name)
        if held:
            yield from (held,) if isinstance(held, str) else held


def _walk(journey: Journey, tally: _Tally, resolve_all: Callable[[Iterable[str]], Iterable[str]]) -> None:
    whole = [one for one in (journey.persona, journey.owner, journey.subject) if one]
    for actor in resolve_all((*whole, *journey.participants)):
        tally.journey(actor, journey)
    for touchpoint in journey.touchpoints:
        for actor in resolve_all(_mentioned(touchpoint, _AT_TOUCHPOINT)):
            tally.journey(actor, journey)
            tally.touchpoints.setdefault(actor, set()).add((journey.id, touchpoint.id))
    for activity in journey.activities:
        for actor in resolve_all(_mentioned(activity, _AT_ACTIVITY)):
            tally.journey(actor, journey)
            tally.activities.setdefault(actor, set()).add((journey.id, activity.id))
            tally.touchpoints.setdefault(actor, set()).update((journey.id, one) for one in activity.touchpoints)


def _sentence(items: list[Stakeholder]) -> str:
    if not items:
        return "No actor takes part."
    first = items[0]
    return f"{quoted(first.name)} appears in the most columns ({first.touchpoints}) of {count(len(items), 'actor')}."
