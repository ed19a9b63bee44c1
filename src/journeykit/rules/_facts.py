"""What rules look at: a portfolio and its journeys with their model paths, and what many rules ask, worked out once."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from attrs import frozen

from journeykit.errors import step
from journeykit.model import (  # fmt: skip
    KPI,
    Action,
    Activity,
    Actor,
    Element,
    Emotion,
    Insight,
    Journey,
    Measurement,
    Opportunity,
    Owner,
    Persona,
    Portfolio,
    Source,
    Stage,
    System,
    Touchpoint,
)

from ._finding import Spot
from ._words import same_name


@frozen(eq=False)
class StageAt:
    """A stage where it stands, with its columns in order of time."""

    stage: Stage
    spot: Spot
    columns: "tuple[ColumnAt, ...]"


@frozen(eq=False)
class ColumnAt:
    """A touchpoint where it stands; `place` is its full address, `index` its place in the journey, from 0."""

    index: int
    touchpoint: Touchpoint
    spot: Spot

    @property
    def place(self) -> str:
        """`journey/touchpoint`."""
        return self.spot.id

    @property
    def is_contact(self) -> bool:
        """An interaction: somebody or something is met."""
        return self.touchpoint.kind == "interaction"

    @property
    def is_brand_contact(self) -> bool:
        """An interaction that the brand controls."""
        return self.touchpoint.kind == "interaction" and self.touchpoint.control == "brand"

    @property
    def is_served(self) -> bool:
        """An interaction that the brand or a partner controls: what can be owned."""
        return self.touchpoint.kind == "interaction" and self.touchpoint.control in {"brand", "partner"}


@frozen(eq=False)
class ActivityAt:
    """An activity where it stands."""

    activity: Activity
    spot: Spot


@frozen(eq=False)
class InsightAt:
    """An insight, its path, the key by which others refer to it, and the places where it holds."""

    insight: Insight
    spot: Spot
    places: tuple[str, ...]

    @property
    def key(self) -> str:
        """How opportunities and actions refer to it."""
        return self.spot.id


@frozen(eq=False)
class OpportunityAt:
    """An opportunity, its path, the key by which others refer to it, and the places where it holds."""

    opportunity: Opportunity
    spot: Spot
    places: tuple[str, ...]

    @property
    def key(self) -> str:
        """How actions refer to it."""
        return self.spot.id


class BookFacts:
    """A portfolio as rules of the subject `portfolio` see it.

    Attributes:
        book: the portfolio.
        today: the date that was given; rules that need none must not look at it.
    """

    def __init__(self, book: Portfolio, today: date | None = None) -> None:
        self.book = book
        self._today = today

    @property
    def today(self) -> date:
        """The date that was given. Only rules that say that they need it may ask, and they do not run without it."""
        return self._today or date.max

    @cached_property
    def spot(self) -> Spot:
        """The portfolio itself."""
        return Spot("", "", self.book.title or "The portfolio")

    @cached_property
    def journeys(self) -> "tuple[JourneyFacts, ...]":
        """Its journeys, in order."""
        return tuple(JourneyFacts(self, one) for one in self.book.journeys)

    @cached_property
    def places(self) -> dict[str, "ColumnAt"]:
        """Every touchpoint by its full address."""
        return {one.place: one for journey in self.journeys for one in journey.columns}

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """All actors by id."""
        return {one.id: one for one in self.book.every_actor()}

    @cached_property
    def names(self) -> frozenset[str]:
        """What channels and actors are called, without case, punctuation and plural."""
        return frozenset(same_name(one.label) for several in (self.book.channels, self.book.every_actor()) for one in several)

    def actor_spot(self, key: str) -> Spot:
        """Where an actor is declared."""
        found = self.actors.get(key)
        if found is None:
            return Spot("", key, key)
        section = "personas" if isinstance(found, Persona) else "owners" if isinstance(found, Owner) else "systems" if isinstance(found, System) else "actors"  # fmt: skip
        return Spot(step(section, found.id), found.id, found.name)

    def spot_in(self, section: str, one: Element) -> Spot:
        """Where an entity of the library is declared."""
        return Spot(step(section, one.id), one.id, one.label)

    @cached_property
    def sources(self) -> dict[str, Source]:
        """All sources by id."""
        return {one.id: one for one in self.book.sources}

    @cached_property
    def kpis(self) -> dict[str, KPI]:
        """All KPIs by id."""
        return {one.id: one for one in self.book.kpis}

    @cached_property
    def kpis_at(self) -> dict[str, set[str]]:
        """Ids of KPIs by the place that they name: by their scope, or as the anchor of a measurement."""
        found: dict[str, set[str]] = {}
        for kpi in self.book.kpis:
            for place in (*kpi.scope, *(one.anchor for one in kpi.measurements if one.anchor)):
                found.setdefault(place, set()).add(kpi.id)
        for one in self.book.measurements:
            if one.anchor and one.kpi:
                found.setdefault(one.anchor, set()).add(one.kpi)
        return found

    @cached_property
    def loose_measurements(self) -> dict[str, list[tuple[int, Measurement]]]:
        """The measurements of the portfolio's list, with their places in it, by KPI."""
        found: dict[str, list[tuple[int, Measurement]]] = {}
        for place, one in enumerate(self.book.measurements):
            if one.kpi:
                found.setdefault(one.kpi, []).append((place, one))
        return found

    @cached_property
    def insights(self) -> tuple[InsightAt, ...]:
        """All insights: those written at touchpoints, then those of the library."""
        found: list[InsightAt] = []
        for journey in self.journeys:
            for at in journey.columns:
                held = at.touchpoint
                for name, several in (("pains", held.pains), ("gains", held.gains), ("insights", held.insights)):
                    for place, one in enumerate(several):
                        found.append(
                            InsightAt(one, Spot(f"{at.spot.where}.{name}[{place}]", f"{at.place}/{one.id}", one.text), (at.place,))
                        )
        found += [InsightAt(one, self.spot_in("insights", one), one.anchors) for one in self.book.insights]
        return tuple(found)

    @cached_property
    def insights_at(self) -> dict[str, list[InsightAt]]:
        """Insights by the place where they hold: `journey`, `journey/stage:id` or `journey/element`."""
        found: dict[str, list[InsightAt]] = {}
        for one in self.insights:
            for place in one.places:
                found.setdefault(place, []).append(one)
        return found

    @cached_property
    def opportunities(self) -> tuple[OpportunityAt, ...]:
        """All opportunities: those written at touchpoints, then those of the library."""
        found: list[OpportunityAt] = []
        for journey in self.journeys:
            for at in journey.columns:
                for place, one in enumerate(at.touchpoint.opportunities):
                    spot = Spot(f"{at.spot.where}.opportunities[{place}]", f"{at.place}/{one.id}", one.statement)
                    found.append(OpportunityAt(one, spot, (at.place,)))
        found += [OpportunityAt(one, self.spot_in("opportunities", one), one.anchors) for one in self.book.opportunities]
        return tuple(found)

    @cached_property
    def actions_for(self) -> dict[str, list[Action]]:
        """Actions by what they address: keys of opportunities and insights."""
        found: dict[str, list[Action]] = {}
        for one in self.book.actions:
            for key in one.addresses:
                found.setdefault(key, []).append(one)
        return found

    @cached_property
    def touched(self) -> set[str]:
        """Every place that an action says it changes."""
        return {place for one in self.book.actions if one.status != "rejected" for place in one.touches}


class JourneyFacts:
    """A journey as rules of the subject `journey` see it; everything is worked out when it is first asked for."""

    def __init__(self, facts: BookFacts, journey: Journey) -> None:
        self.facts = facts
        self.journey = journey
        self.spot = Spot(step("journeys", journey.id), journey.id, journey.title)

    @property
    def today(self) -> date:
        """The date that was given; see `BookFacts.today`."""
        return self.facts.today

    @property
    def is_map(self) -> bool:
        """It tells of many customers: neither a plan of the service nor one customer's run."""
        return self.journey.form == "map"

    @property
    def is_design(self) -> bool:
        """It is a map or a plan, made by people who can complete it; a run is as it was."""
        return self.journey.form != "actual"

    @cached_property
    def is_ours(self) -> bool:
        """It is our service; of a competitor's nobody knows owners, figures or what goes on behind the scenes."""
        subject = self.facts.actors.get(self.journey.subject or "")
        return subject is None or subject.kind != "competitor"

    @cached_property
    def persona(self) -> Persona | None:
        """Whose journey it is, where it says so."""
        return self.facts.book.personas.get(self.journey.persona) if self.journey.persona else None

    @cached_property
    def stages(self) -> tuple[StageAt, ...]:
        """Its stages, in order."""
        found: list[StageAt] = []
        index = 0
        for stage in self.journey.stages:
            where = f"{self.spot.where}.{step('stages', stage.id)}"
            columns = tuple(
                ColumnAt(at, one, Spot(f"{where}.{step('touchpoints', one.id)}", f"{self.journey.id}/{one.id}", one.title))
                for at, one in enumerate(stage.touchpoints, index)
            )
            index += len(columns)
            found.append(StageAt(stage, Spot(where, f"{self.journey.id}/stage:{stage.id}", stage.title), columns))
        return tuple(found)

    @cached_property
    def columns(self) -> tuple[ColumnAt, ...]:
        """All touchpoints in order of time."""
        return tuple(one for stage in self.stages for one in stage.columns)

    @cached_property
    def by_id(self) -> dict[str, ColumnAt]:
        """Touchpoints by id."""
        return {one.touchpoint.id: one for one in self.columns}

    @cached_property
    def activities(self) -> tuple[ActivityAt, ...]:
        """Its activities, in order."""
        return tuple(
            ActivityAt(one, Spot(f"{self.spot.where}.{step('activities', one.id)}", f"{self.journey.id}/{one.id}", one.title))
            for one in self.journey.activities
        )

    @cached_property
    def activities_by_id(self) -> dict[str, ActivityAt]:
        """Activities by id."""
        return {one.activity.id: one for one in self.activities}

    @cached_property
    def behind(self) -> dict[str, list[ActivityAt]]:
        """Activities by the id of each touchpoint that they belong to."""
        found: dict[str, list[ActivityAt]] = {}
        for one in self.activities:
            for key in one.activity.touchpoints:
                found.setdefault(key, []).append(one)
        return found

    @cached_property
    def contacts(self) -> tuple[tuple[ColumnAt, ActivityAt], ...]:
        """Touchpoints and activities joined by a message or handover, in the order of the links."""
        found = []
        for link in self.journey.links:
            if link.kind in {"message", "handover"}:
                for one, other in ((link.source, link.target), (link.target, link.source)):
                    if one in self.by_id and other in self.activities_by_id:
                        found.append((self.by_id[one], self.activities_by_id[other]))
        return tuple(found)

    @cached_property
    def deciding(self) -> tuple[ColumnAt, ...]:
        """The critical moment and the touchpoints that matter, in order of time."""
        return tuple(one for one in self.columns if one.touchpoint.matters or one.touchpoint.id == self.journey.critical_moment)

    def insights_at(self, column: ColumnAt) -> list[InsightAt]:
        """Insights that hold at a touchpoint: written there, or naming it."""
        return self.facts.insights_at.get(column.place, [])

    def kpis_at(self, column: ColumnAt) -> set[str]:
        """Ids of the KPIs of a touchpoint: those it names, and those that name it."""
        return {*column.touchpoint.kpis, *self.facts.kpis_at.get(column.place, ())}

    @cached_property
    def kpis(self) -> tuple[KPI, ...]:
        """All KPIs of the journey, of its stages and its touchpoints, each once."""
        places = (self.journey.id, *(one.spot.id for one in self.stages))
        keys = [*self.journey.kpis, *(key for place in places for key in sorted(self.facts.kpis_at.get(place, ())))]
        keys += [key for one in self.columns for key in sorted(self.kpis_at(one))]
        known = self.facts.kpis
        return tuple(known[key] for key in dict.fromkeys(keys) if key in known)

    def customer_emotions(self, column: ColumnAt) -> Iterator[Emotion]:
        """Readings of the customer at a touchpoint. A reading that names no perspective has that of the journey."""
        return (one for one in column.touchpoint.emotions if (one.perspective or self.journey.perspective) == "customer")

    def own_emotions(self, column: ColumnAt) -> Iterator[Emotion]:
        """Readings at a touchpoint of those whose experience the map shows: employees where it is their account, else the customer."""
        if self.is_of_staff:
            return (one for one in column.touchpoint.emotions if one.perspective in {None, "employee"})
        return self.customer_emotions(column)

    @property
    def is_of_staff(self) -> bool:
        """It is the account of employees, and says so: what customers feel cannot stand there."""
        return self.journey.perspective == "employee"

    @cached_property
    def cited(self) -> dict[str, tuple[str, ...]]:
        """Ids of the sources cited at each touchpoint: by itself, its readings, expectations, insights and opportunities."""
        return {one.touchpoint.id: tuple(dict.fromkeys(self._cited_at(one))) for one in self.columns}

    def _cited_at(self, column: ColumnAt) -> Iterator[str]:
        held = column.touchpoint
        yield from held.sources
        for several in (held.emotions, held.expectations, held.opportunities):
            for one in several:
                yield from one.sources
        for insight in self.insights_at(column):
            if insight.insight.status != "refuted":
                yield from insight.insight.sources

    @cached_property
    def all_cited(self) -> tuple[str, ...]:
        """Ids of all sources that the journey cites, its own first, each once."""
        return tuple(dict.fromkeys((*self.journey.sources, *(key for one in self.columns for key in self.cited[one.touchpoint.id]))))

    def is_heard(self, keys: tuple[str, ...]) -> bool:
        """Whether customers themselves were heard or observed in any of these sources."""
        return any(key in self.facts.sources and self.facts.sources[key].is_customer_evidence for key in keys)
