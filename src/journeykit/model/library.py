"""What the journeys of a portfolio share."""

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from attrs import field, frozen

from journeykit.arguments import door
from journeykit.errors import UnknownNameError

from .about import LANGUAGE, Check, Ref, about, later, many
from .action import Action, Goal
from .actors import Actor, Channel, Owner, Persona, Relation, System
from .checked import Checked, Element, to_ref
from .elements import NONE, Elements, to_elements
from .frozenmap import EMPTY, FrozenMap
from .ids import fold, slug
from .insight import Insight, Opportunity, Source
from .kpi import KPI, Measurement, to_measurements

if TYPE_CHECKING:
    from collections.abc import Iterable

FROM_FILE = "journeykit.load(path) reads a portfolio from a file; its journeys are in .journeys"


def _of(kind: type[Element], words: str) -> Check:
    return many(kind, words, Elements, "elements")


def _is_other(value: object) -> bool:
    return type(value) is Actor


_OTHERS = Check(
    "elements",
    "actors that are neither personas, owners nor systems",
    lambda value: isinstance(value, Elements) and all(map(_is_other, value)),
    each=_is_other,
)


def to_personas(value: "Elements[Persona] | Persona | Iterable[Persona] | None") -> Elements[Persona]:
    """Personas."""
    return to_elements(value, Persona)


def to_owners(value: "Elements[Owner] | Owner | Iterable[Owner] | None") -> Elements[Owner]:
    """Owners."""
    return to_elements(value, Owner)


def to_systems(value: "Elements[System] | System | Iterable[System] | None") -> Elements[System]:
    """Systems."""
    return to_elements(value, System)


def to_actors(value: "Elements[Actor] | Actor | Iterable[Actor] | None") -> Elements[Actor]:
    """Other actors."""
    return to_elements(value, Actor)


def to_relations(value: "Elements[Relation] | Relation | Iterable[Relation] | None") -> Elements[Relation]:
    """Relations."""
    return to_elements(value, Relation)


def to_channels(value: "Elements[Channel] | Channel | Iterable[Channel] | None") -> Elements[Channel]:
    """Channels."""
    return to_elements(value, Channel)


def to_kpis(value: "Elements[KPI] | KPI | Iterable[KPI] | None") -> Elements[KPI]:
    """KPIs."""
    return to_elements(value, KPI)


def to_sources(value: "Elements[Source] | Source | Iterable[Source] | None") -> Elements[Source]:
    """Sources."""
    return to_elements(value, Source)


def to_insights(value: "Elements[Insight] | Insight | Iterable[Insight] | None") -> Elements[Insight]:
    """Insights."""
    return to_elements(value, Insight)


def to_library_opportunities(value: "Elements[Opportunity] | Opportunity | Iterable[Opportunity] | None") -> Elements[Opportunity]:
    """Opportunities."""
    return to_elements(value, Opportunity)


def to_actions(value: "Elements[Action] | Action | Iterable[Action] | None") -> Elements[Action]:
    """Actions."""
    return to_elements(value, Action)


def to_goals(value: "Elements[Goal] | Goal | Iterable[Goal] | None") -> Elements[Goal]:
    """Goals."""
    return to_elements(value, Goal)


@frozen(kw_only=True, eq=False, repr=False, field_transformer=later)
class Library(Checked):
    """Personas, owners, systems, other actors, relations, channels, KPIs, sources, insights, opportunities, actions and goals.

    All actors (personas, owners, systems, actors) share one space of ids; every other kind has its own.

    Attributes:
        lang: that of journeys which name none.
        organisation: whose portfolio: an actor, or a name.
        journey_titles: of the journeys that share it, by id; bound by the portfolio, not compared, not saved.
    """

    _word: ClassVar[str] = "Library"

    lang: str | None = field(default=None, metadata=about("Language, BCP 47.", LANGUAGE))
    organisation: str | None = field(
        default=None, converter=to_ref, metadata=about("Whose portfolio: an actor or a name.", ref=Ref("actor", loose=True))
    )
    personas: Elements[Persona] = field(
        default=NONE, converter=to_personas, metadata=about("Whose journeys they are.", _of(Persona, "personas"))
    )
    owners: Elements[Owner] = field(
        default=NONE,
        converter=to_owners,
        metadata=about("Who can be accountable: people, roles, teams, departments, partners, suppliers.", _of(Owner, "owners")),
    )
    systems: Elements[System] = field(default=NONE, converter=to_systems, metadata=about("Tools and technology.", _of(System, "systems")))
    actors: Elements[Actor] = field(
        default=NONE,
        converter=to_actors,
        metadata=about("Organisations, regulators, competitors, the public and other customers.", _OTHERS),
    )
    relations: Elements[Relation] = field(
        default=NONE, converter=to_relations, metadata=about("How actors stand to each other.", _of(Relation, "relations"))
    )
    channels: Elements[Channel] = field(default=NONE, converter=to_channels, metadata=about("Media of contact.", _of(Channel, "channels")))
    sources: Elements[Source] = field(default=NONE, converter=to_sources, metadata=about("Research evidence.", _of(Source, "sources")))
    kpis: Elements[KPI] = field(default=NONE, converter=to_kpis, metadata=about("What is measured.", _of(KPI, "KPIs")))
    measurements: tuple[Measurement, ...] = field(
        default=(), converter=to_measurements, metadata=about("Values of KPIs.", many(Measurement, "measurements"))
    )
    insights: Elements[Insight] = field(
        default=NONE,
        converter=to_insights,
        metadata=about("Insights that concern several places, hypotheses and gaps.", _of(Insight, "insights")),
    )
    opportunities: Elements[Opportunity] = field(
        default=NONE,
        converter=to_library_opportunities,
        metadata=about("Opportunities that concern several places.", _of(Opportunity, "opportunities")),
    )
    goals: Elements[Goal] = field(default=NONE, converter=to_goals, metadata=about("What the business wants.", _of(Goal, "goals")))
    actions: Elements[Action] = field(
        default=NONE, converter=to_actions, metadata=about("Solutions, initiatives, measures.", _of(Action, "actions"))
    )

    journey_titles: FrozenMap[str, str] = field(
        init=False, eq=False, repr=False, default=EMPTY, metadata=about("Titles of the journeys that share it.", hidden=True)
    )

    def every_actor(self) -> tuple[Actor, ...]:
        """Personas, owners, systems and other actors, in this order."""
        return (*self.personas, *self.owners, *self.systems, *self.actors)

    def find_actor(self, key: str) -> Actor | None:
        """The actor of that id, of whichever class, or None."""
        return self.personas.get(key) or self.owners.get(key) or self.systems.get(key) or self.actors.get(key)

    @door
    def actor(self, key: str) -> Actor:
        """The actor of that id or name, of whichever class.

        Raises:
            UnknownNameError: there is none.
        """
        found = self.find_actor(key) or next((one for one in self.every_actor() if slug(one.name) == slug(key)), None)
        if found is None:
            raise UnknownNameError.of("actor", key, [one.id for one in self.every_actor()])
        return found

    def name_of(self, key: str) -> str:
        """What an actor or channel is called: its name, or the id itself where nothing is known of it."""
        known = self.find_actor(key) or self.channels.get(key)
        return known.label if known else key

    def channel_name(self, key: str) -> str:
        """What a channel is called: its name, else that of the system that it is, or the id itself where nothing is known of it.

        An actor of that id other than a system is another thing.
        """
        known = self.channels.get(key) or self.systems.get(key)
        return known.label if known else key

    def readings_of(self, kpi: str) -> tuple[Measurement, ...]:
        """All measurements of a KPI, in order of time; those without a date first."""
        definition = self.kpis.get(kpi)
        found = [
            *(definition.measurements if definition else ()),
            *(one for one in self.measurements if one.kpi and fold(one.kpi) == fold(kpi)),
        ]
        return tuple(sorted(found, key=lambda one: (one.at.start, one.at.end) if one.at else (date.min, date.min)))


NO_LIBRARY = Library()
