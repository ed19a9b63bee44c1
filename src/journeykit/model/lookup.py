"""From a journey to its actors, and from an actor to its part in journeys."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from journeykit.record import Record

from .activity import Activity
from .actors import Relation
from .checked import Element
from .elements import Elements
from .ids import fold, slug
from .touchpoint import Touchpoint

if TYPE_CHECKING:
    from .journey import Journey

_AT_TOUCHPOINT = ("counterparts", "owner", "responsible", "supporters", "consulted", "informed", "systems")
_AT_ACTIVITY = ("actor", "owner", "responsible", "supporters", "consulted", "informed", "systems")
_ROLE = {"counterparts": "counterpart", "supporters": "supporter", "systems": "system"}


@frozen(kw_only=True, eq=False, repr=False)
class ActorPart(Record):
    """What one actor does in one journey.

    Attributes:
        journey: id of the journey. actor: id of the actor.
        touchpoints: the columns it appears in, by itself or through an activity.
        activities: those that it does, owns, supports or is used in.
        roles: (id of the element, role) pairs; the id of the journey for roles in the journey as a whole.
    """

    journey: str
    actor: str
    touchpoints: Elements[Touchpoint]
    activities: Elements[Activity]
    roles: tuple[tuple[str, str], ...]

    def __bool__(self) -> bool:
        return bool(self.roles)


@frozen(kw_only=True, eq=False, repr=False)
class ActorParts(Record):
    """What one actor does in a portfolio: its part in each journey, and its relations."""

    actor: str
    parts: tuple[ActorPart, ...]
    relations: tuple[Relation, ...]

    @property
    def touchpoints(self) -> tuple[Touchpoint, ...]:
        """The columns of all journeys that it appears in."""
        return tuple(one for part in self.parts for one in part.touchpoints)

    @property
    def activities(self) -> tuple[Activity, ...]:
        """Its activities in all journeys."""
        return tuple(one for part in self.parts for one in part.activities)


def _mentions(element: Touchpoint | Activity, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for name in names:
        held = getattr(element, name)
        for one in (held,) if isinstance(held, str) else held or ():
            yield one, _ROLE.get(name, name)


def _of_journey(journey: "Journey") -> Iterator[tuple[str, str]]:
    if journey.persona:
        yield journey.persona, "persona"
    for one in journey.participants:
        yield one, "participant"
    if journey.owner:
        yield journey.owner, "owner"
    if journey.subject:
        yield journey.subject, "subject"


def roles_in(journey: "Journey") -> Iterator[tuple[str, str, str]]:
    """Every role in a journey: (actor as written, id of the element, role), journey first, then columns with their activities."""
    for actor, role in _of_journey(journey):
        yield actor, journey.id, role
    behind: dict[str, list[Activity]] = {}
    for activity in journey.activities:
        behind.setdefault(activity.touchpoints[0], []).append(activity)
    for touchpoint in journey.touchpoints:
        for actor, role in _mentions(touchpoint, _AT_TOUCHPOINT):
            yield actor, touchpoint.id, role
        for activity in behind.get(touchpoint.id, ()):
            for actor, role in _mentions(activity, _AT_ACTIVITY):
                yield actor, activity.id, role


def actors_of(journey: "Journey") -> tuple[str, ...]:
    """Ids (or names as written) of all who take part, in the order in which they are met."""
    return tuple(dict.fromkeys(actor for actor, _, _ in roles_in(journey)))


def _same(written: str, wanted: str) -> bool:
    return fold(written) == fold(wanted) or slug(written) == slug(wanted)


def part_of(journey: "Journey", actor: "str | Element") -> ActorPart:
    """What one actor does in a journey. An unknown actor has an empty part, which is false."""
    wanted = actor.id if isinstance(actor, Element) else actor
    known = journey.library.find_actor(wanted)
    roles = tuple((element, role) for written, element, role in roles_in(journey) if _same(written, wanted))
    elements = {element for element, _ in roles}
    activities = Elements(one for one in journey.activities if one.id in elements)
    columns = elements | {name for one in activities for name in one.touchpoints}
    return ActorPart(
        journey=journey.id,
        actor=known.id if known else wanted,
        touchpoints=Elements(one for one in journey.touchpoints if one.id in columns),
        activities=activities,
        roles=roles,
    )
