"""Who takes part: gathered from journeys and from what the portfolio says of them."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from journeykit.diagram import NodeShape
from journeykit.measure import Stakeholder, stakeholders
from journeykit.model import Activity, Actor, Journey, Owner, Persona, System, fold

from .books import Book, journeys_in, library_of

_LAYER_RINGS = {"customer": 0, "frontstage": 0, "backstage": 1, "support": 2, "external": 2}
_TEAMS = frozenset({"team", "department"})
_OTHERS = frozenset({"partner", "supplier"})


@frozen(kw_only=True)
class Person:
    """Somebody or something that takes part.

    Attributes:
        key: id. actor: as declared; None where only a name is known.
        columns: of the one journey, from 0, in which it takes part. ring: as stated, else after the layers in which it acts.
        counted: its place among all, with its counts.
    """

    key: str
    name: str
    actor: Actor | None
    columns: tuple[int, ...]
    ring: int
    counted: Stakeholder

    @property
    def shape(self) -> NodeShape:
        """By what it is."""
        actor = self.actor
        if isinstance(actor, System):
            return "double"
        if isinstance(actor, Owner):
            return "rounded" if actor.kind in _TEAMS else "diamond" if actor.kind in _OTHERS else "circle"
        return "circle" if actor is None or isinstance(actor, Persona) or actor.kind == "customer" else "diamond"


def people_of(book: Book, centre: str) -> tuple[Person, ...]:
    """All but the one in the centre, the most central first; those whom no journey meets come last."""
    found = stakeholders(book)
    library = library_of(book)
    unmet = [
        Stakeholder(
            rank=len(found.items) + 1, actor=key, name=library.name_of(key), touchpoints=0, activities=0, journeys=(), degree=0,
            ring=library.actor(key).ring, influence=library.actor(key).influence, interest=library.actor(key).interest, is_declared=True,
        )
        for key in found.absent
        if not isinstance(library.actor(key), Persona)
    ]  # fmt: skip
    return tuple(_person(book, one) for one in (*found.items, *unmet) if one.actor != centre)


def centre_of(book: Book) -> tuple[str, str]:
    """Id and name of who stands in the middle: the persona of the journey, or the one on which all journeys agree, or the customer who takes part."""
    library = library_of(book)
    found = {one.persona for one in journeys_in(book)}
    if found and found != {None}:
        written = (found.pop() or "") if len(found) == 1 else ""
        actor = library.find_actor(written) if written else None
        return (actor.id, actor.name) if actor else (fold(written), written)
    for key in (key for one in journeys_in(book) for key in one.participants):
        actor = library.find_actor(key)
        if actor is not None and "customer" in {actor.kind, actor.side}:
            return actor.id, actor.name
    return "", ""


def _person(book: Book, counted: Stakeholder) -> Person:
    actor = library_of(book).find_actor(counted.actor)
    columns: tuple[int, ...] = ()
    ring = actor.ring if actor is not None else None
    # Looking for somebody in all journeys takes its time: only where something is to be learnt from it.
    if ring is None or isinstance(book, Journey):
        parts = [(journey, journey.by_actor(counted.actor)) for journey in journeys_in(book)]
        if isinstance(book, Journey):
            inside = {one.id for one in parts[0][1].touchpoints}
            columns = tuple(at for at, one in enumerate(book.touchpoints) if one.id in inside)
        if ring is None:
            ring = _ring([one for _, part in parts for one in part.activities], met=_is_met(counted.actor, [one for one, _ in parts]))
    return Person(key=counted.actor, name=counted.name, actor=actor, columns=columns, ring=ring, counted=counted)


def _ring(activities: Sequence[Activity], *, met: bool) -> int:
    """Whom the customer meets stands nearest; then who works for the customer out of sight; then what supports them."""
    if met:
        return 0
    return min((_LAYER_RINGS[one.layer] for one in activities), default=1 if not activities else 2)


def _is_met(key: str, journeys: Sequence[Journey]) -> bool:
    return any(key in one.counterparts for journey in journeys for one in journey.touchpoints)


def side_of(book: Book, one: Person) -> str:
    """On whose side somebody stands: as stated; else customers with customers, and the organisation itself inside whatever its kind."""
    actor, library = one.actor, library_of(book)
    if actor is not None and actor.side is not None:
        return actor.side
    if library.organisation is not None and one.key == fold(library.organisation):
        return "provider"
    if actor is not None and actor.kind == "customer":
        return "customer"
    return "third_party" if one.shape == "diamond" else "provider"


def contacts(book: Book) -> Iterator[str]:
    """Actors between whom and the customer something passes: counterparts, and messages or handovers between a touchpoint and what an actor does."""
    for journey in journeys_in(book):
        for one in journey.touchpoints:
            yield from one.counterparts
        doing = {one.id: one.actor for one in journey.activities if one.actor}
        columns = {one.id for one in journey.touchpoints}
        for link in journey.links:
            if link.kind in {"message", "handover"}:
                for near, far in ((link.source, link.target), (link.target, link.source)):
                    if near in columns and (actor := doing.get(far)):
                        yield actor


def needs(book: Book) -> Iterator[tuple[str, str]]:
    """Pairs of actors of whom the second needs what the first does, or uses the first as a system."""
    for journey in journeys_in(book):
        doing = {one.id: one.actor for one in journey.activities if one.actor}
        for link in journey.links:
            if link.kind in {"supports", "handover", "message"}:
                first, second = doing.get(link.source), doing.get(link.target)
                if first and second and first != second:
                    yield first, second
        for activity in journey.activities:
            if activity.actor:
                yield from ((system, activity.actor) for system in activity.systems if system != activity.actor)
