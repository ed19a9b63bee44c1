"""The journey: stages of touchpoints, what happens behind them, and how it hangs together."""

from collections.abc import Collection, Iterable, Sequence
from typing import ClassVar

from attrs import field, frozen

from journeykit.arguments import door
from journeykit.display import Shown
from journeykit.errors import Problem

from .about import FLAG, LANGUAGE, TEXT, TEXTS, Ref, a, about, choice, later, many, whole
from .activity import Activity, Link
from .checked import Checked, Element, to_end, to_ref, to_refs, to_texts, tupled
from .elements import NONE, Elements, to_elements
from .inner import Inner
from .library import FROM_FILE, NO_LIBRARY, Library
from .lookup import ActorPart, actors_of, part_of
from .select import sliced
from .stage import Stage
from .touchpoint import Touchpoint
from .values import PERIOD, Period, to_period
from .words import Breadth, Cadence, Form, JourneyStatus, Layer, Perspective, State, TeamFunction, VisibilityConvention


@frozen(kw_only=True, eq=False, repr=False, field_transformer=later)
class Scope(Checked):
    """What a journey covers, agreed before the work."""

    _word: ClassVar[str] = "Scope"

    objective: str | None = field(default=None, metadata=about("What the map is for.", TEXT))
    start: str | None = field(default=None, metadata=about("Where it starts.", TEXT))
    end: str | None = field(default=None, metadata=about("Where it ends.", TEXT))
    includes: tuple[str, ...] = field(default=(), converter=to_texts, metadata=about("What is in.", TEXTS))
    excludes: tuple[str, ...] = field(default=(), converter=to_texts, metadata=about("What is out.", TEXTS))
    breadth: Breadth | None = field(default=None, metadata=about("One process, one department, many, or the whole life.", choice(Breadth)))
    increment: str | None = field(default=None, metadata=about("Which part of the work this is.", TEXT))
    product: str | None = field(default=None, metadata=about("Which product or service.", TEXT))
    region: str | None = field(default=None, metadata=about("Where in the world.", TEXT))
    timeframe: str | None = field(default=None, metadata=about("When.", TEXT))


@frozen(kw_only=True, eq=False, repr=False, field_transformer=later)
class TeamMember(Checked):
    """Somebody who makes the map. `sponsor`: gives the money and defends it."""

    _word: ClassVar[str] = "TeamMember"

    name: str = field(kw_only=False, converter=to_end, metadata=about("Who: an actor or a name.", ref=Ref("actor", loose=True)))
    function: TeamFunction = field(default="other", metadata=about("What they bring.", choice(TeamFunction)))
    sponsor: bool = field(default=False, metadata=about("Gives the money and defends it.", FLAG))


def to_scope(value: Scope | None) -> Scope | None:
    """A scope."""
    return value


def to_team(value: TeamMember | Iterable[TeamMember] | None) -> tuple[TeamMember, ...]:
    """One member, several or none."""
    return tupled(value, TeamMember)


def to_stages(value: "Elements[Stage] | Stage | Iterable[Stage] | None") -> Elements[Stage]:
    """Stages."""
    return to_elements(value, Stage)


def to_activities(value: "Elements[Activity] | Activity | Iterable[Activity] | None") -> Elements[Activity]:
    """Activities."""
    return to_elements(value, Activity)


def to_links(value: Link | Iterable[Link] | None) -> tuple[Link, ...]:
    """Links."""
    return tupled(value, Link)


@frozen(kw_only=True, eq=False, repr=False, field_transformer=later)
class Journey(Element, Shown):
    """What one persona does, feels and meets, stage by stage, and what the organisation does to make it so.

    Four independent axes: `state` (when), `form` (generalised, specified or executed), `perspective` (whose account), and the
    basis of each emotion (how it is known).

    Attributes:
        title: in the customer's words, best in the first person.
        customer_goal: what the customer wants done.
        persona: whose journey; one.
        subject: whose service, if not that of the portfolio's organisation.
        critical_moment: the touchpoint that decides; at most one.
        visibility_convention: `perception`: all that the customer perceives is frontstage; `sight`: only what is seen.
        level: 0 end to end, 1 a stage, 2 a step, 3 finer.
        next: journeys that may follow.
        library: what the portfolio shares; bound by the portfolio, not compared, not saved.

    Raises:
        ModelError: a field, an id or an inner reference that would break other code; all at once.

    Example:
        >>> buy = Journey("I buy a car", persona="Ana", stages=[Stage("Learn", [Touchpoint("Asks a friend", emotion=1)])])
        >>> buy.touchpoints["asks-a-friend"].emotions[0].valence
        1
    """

    _word: ClassVar[str] = "Journey"
    _instead: ClassVar[str] = FROM_FILE

    title: str = field(kw_only=False, metadata=about("In the customer's words.", TEXT))
    customer_goal: str | None = field(default=None, metadata=about("What the customer wants done.", TEXT))
    persona: str | None = field(default=None, converter=to_ref, metadata=about("Whose journey.", ref=Ref("persona")))
    participants: tuple[str, ...] = field(default=(), converter=to_refs, metadata=about("All who take part.", ref=Ref("actor")))
    subject: str | None = field(default=None, converter=to_ref, metadata=about("Whose service.", ref=Ref("actor", loose=True)))
    type: str | None = field(
        default=None,
        metadata=about(
            "The kind of journey: integration, relationship, use, renewal, lifecycle, employee, complaint, exit, or one's own word.", TEXT
        ),
    )
    state: State = field(default="current", metadata=about("When: current, future or past.", choice(State)))
    form: Form = field(default="map", metadata=about("Generalised map, planned service, or one actual run.", choice(Form)))
    perspective: Perspective = field(default="customer", metadata=about("Whose account.", choice(Perspective)))
    scenario: str | None = field(default=None, metadata=about("The situation.", TEXT))
    trigger: str | None = field(default=None, metadata=about("What starts it.", TEXT))
    outcome: str | None = field(default=None, metadata=about("What the customer has at the end.", TEXT))
    scope: Scope | None = field(default=None, converter=to_scope, metadata=about("What it covers.", a(Scope, "a scope")))
    stages: Elements[Stage] = field(
        default=NONE, converter=to_stages, metadata=about("In order of time.", many(Stage, "stages", Elements, "elements"))
    )
    activities: Elements[Activity] = field(
        default=NONE,
        converter=to_activities,
        metadata=about("What the organisation does.", many(Activity, "activities", Elements, "elements")),
    )
    links: tuple[Link, ...] = field(default=(), converter=to_links, metadata=about("How it hangs together.", many(Link, "links")))
    critical_moment: str | None = field(
        default=None, converter=to_ref, metadata=about("The one touchpoint that decides.", ref=Ref("touchpoint"))
    )
    owner: str | None = field(default=None, converter=to_ref, metadata=about("Accountable for the journey.", ref=Ref("owner")))
    team: tuple[TeamMember, ...] = field(
        default=(), converter=to_team, metadata=about("Who makes the map.", many(TeamMember, "team members"))
    )
    kpis: tuple[str, ...] = field(
        default=(), converter=to_refs, metadata=about("What is measured of the journey as a whole.", ref=Ref("kpi"))
    )
    sources: tuple[str, ...] = field(default=(), converter=to_refs, metadata=about("What it is known from.", ref=Ref("source")))
    status: JourneyStatus = field(default="draft", metadata=about("Where the map stands.", choice(JourneyStatus)))
    version: str | None = field(default=None, metadata=about("Version of the map.", TEXT))
    valid_on: Period | None = field(default=None, converter=to_period, metadata=about("When it holds.", PERIOD))
    supersedes: str | None = field(default=None, converter=to_ref, metadata=about("The version before.", ref=Ref("journey", soft=True)))
    reviewed_on: Period | None = field(default=None, converter=to_period, metadata=about("Last review.", PERIOD))
    review_every: Cadence | None = field(default=None, metadata=about("How often it is reviewed.", choice(Cadence)))
    case: str | None = field(default=None, metadata=about("The case, of an actual run.", TEXT))
    level: int | None = field(default=None, metadata=about("0 end to end, 1 a stage, 2 a step, 3 finer.", whole(0, 3)))
    purposes: tuple[str, ...] = field(default=(), converter=to_texts, metadata=about("What the map is used for.", TEXTS))
    visibility_convention: VisibilityConvention = field(
        default="perception", metadata=about("What counts as frontstage.", choice(VisibilityConvention))
    )
    next: tuple[str, ...] = field(default=(), converter=to_refs, metadata=about("Journeys that may follow.", ref=Ref("journey")))
    lang: str | None = field(default=None, metadata=about("Language, BCP 47.", LANGUAGE))
    library: Library = field(
        default=NO_LIBRARY, eq=False, repr=False, metadata=about("What the portfolio shares.", a(Library, "a library"), hidden=True)
    )
    _touchpoints: Elements[Touchpoint] = field(
        init=False, eq=False, repr=False, default=NONE, metadata=about("All touchpoints.", hidden=True)
    )

    def _problems(self, wrong: Collection[str]) -> Sequence[Problem]:
        found: list[Problem] = []
        if self.form == "actual" and self.state == "future":
            message, got = f"{self._named()} is an actual run in the future.", "form 'actual' with state 'future'"
            found.append(Problem(message, "form", got=got, expected="an actual run that is current or past"))
        if not {"stages", "activities", "links", "critical_moment"}.intersection(wrong):
            object.__setattr__(self, "_touchpoints", Elements(one for stage in self.stages for one in stage.touchpoints))
            inner = Inner(self)
            for name, value in inner.changes.items():
                object.__setattr__(self, name, value)
            found += inner.problems
        return found

    @property
    def touchpoints(self) -> Elements[Touchpoint]:
        """All touchpoints of all stages, in order."""
        return self._touchpoints

    @property
    def language(self) -> str | None:
        """Its own language, else that of its portfolio."""
        return self.lang or self.library.lang

    @door
    def stage_of(self, touchpoint: str) -> Stage:
        """The stage that holds a touchpoint.

        Raises:
            UnknownNameError: there is no such touchpoint.
        """
        found = self.touchpoints[touchpoint]
        return next(stage for stage in self.stages if stage.touchpoints.get(found.id) is found)

    @door
    def element(self, key: str) -> Touchpoint | Activity:
        """The touchpoint or activity of that id.

        Raises:
            UnknownNameError: there is none.
        """
        return self.activities.get(key) or self.touchpoints[key]

    def actors(self) -> tuple[str, ...]:
        """Ids of all who take part, in the order in which they are met: persona, participants, then column by column."""
        return actors_of(self)

    @door
    def by_actor(self, actor: "str | Element") -> ActorPart:
        """What one actor does here: its columns, its activities and its roles."""
        return part_of(self, actor)

    @door
    def select(
        self,
        *,
        stages: str | Iterable[str] | None = None,
        touchpoints: str | Iterable[str] | None = None,
        actors: str | Iterable[str] | None = None,
        layers: Layer | Iterable[Layer] | None = None,
    ) -> "Journey":
        """A slice: only these stages, touchpoints, columns in which these actors take part, activities of these layers.

        Links stay where both ends stay. Nothing else changes, so a slice can be drawn and compared like any journey.

        Raises:
            UnknownNameError: a stage, touchpoint, actor or layer that does not exist.
        """
        return sliced(self, stages=stages, touchpoints=touchpoints, actors=actors, layers=layers)
