"""The journey: stages of touchpoints, what happens behind them, and how it hangs together."""

from collections.abc import Iterable
from typing import Any, ClassVar

from attrs import evolve, field, frozen

from journeykit.display import Shown
from journeykit.errors import ModelError, Problem, ReferenceProblemError, nearest, shown, step

from .about import FLAG, TEXT, TEXTS, Check, Ref, a, about, choice, many, whole
from .activity import Activity, Link
from .checked import Checked, Element, to_ref, to_refs, to_texts
from .elements import Elements, to_elements
from .ids import fold, slug
from .library import Library
from .lookup import ActorPart, actors_of, part_of
from .references import cycle
from .select import sliced
from .stage import Stage
from .touchpoint import Touchpoint
from .values import PERIOD, Period, to_period
from .words import Breadth, Cadence, Form, JourneyStatus, Layer, Perspective, State, TeamFunction, VisibilityConvention


@frozen(kw_only=True)
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


@frozen(kw_only=True)
class TeamMember(Checked):
    """Somebody who makes the map. `sponsor`: gives the money and defends it."""

    _word: ClassVar[str] = "TeamMember"

    name: str = field(kw_only=False, converter=to_ref, metadata=about("Who: an actor or a name.", ref=Ref("actor", loose=True)))
    function: TeamFunction = field(default="other", metadata=about("What they bring.", choice(TeamFunction)))
    sponsor: bool = field(default=False, metadata=about("Gives the money and defends it.", FLAG))


def to_scope(value: Scope | None) -> Scope | None:
    """A scope."""
    return value


def to_team(value: TeamMember | Iterable[TeamMember] | None) -> tuple[TeamMember, ...]:
    """One member, several or none."""
    if value is None:
        return ()
    if isinstance(value, TeamMember):
        return (value,)
    return tuple(value) if isinstance(value, Iterable) else value


def to_stages(value: "Elements[Stage] | Stage | Iterable[Stage] | None") -> Elements[Stage]:
    """Stages."""
    return to_elements(value, Stage)


def to_activities(value: "Elements[Activity] | Activity | Iterable[Activity] | None") -> Elements[Activity]:
    """Activities."""
    return to_elements(value, Activity)


def to_links(value: Link | Iterable[Link] | None) -> tuple[Link, ...]:
    """Links."""
    if value is None:
        return ()
    if isinstance(value, Link):
        return (value,)
    return tuple(value) if isinstance(value, Iterable) else value


def _of(kind: type[Element], words: str) -> Check:
    return Check("elements", words, lambda value: isinstance(value, Elements) and all(isinstance(one, kind) for one in value))


@frozen(kw_only=True)
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

    title: str = field(kw_only=False, metadata=about("In the customer's words.", TEXT))
    customer_goal: str | None = field(default=None, metadata=about("What the customer wants done.", TEXT))
    persona: str | None = field(default=None, converter=to_ref, metadata=about("Whose journey.", ref=Ref("persona")))
    participants: tuple[str, ...] = field(default=(), converter=to_refs, metadata=about("All who take part.", ref=Ref("actor")))
    subject: str | None = field(default=None, converter=to_ref, metadata=about("Whose service.", ref=Ref("actor", loose=True)))
    type: str | None = field(default=None, metadata=about("The kind of journey: integration, relationship, use, renewal, lifecycle, employee, complaint, exit, or one's own word.", TEXT))
    state: State = field(default="current", metadata=about("When: current, future or past.", choice(State)))
    form: Form = field(default="map", metadata=about("Generalised map, planned service, or one actual run.", choice(Form)))
    perspective: Perspective = field(default="customer", metadata=about("Whose account.", choice(Perspective)))
    scenario: str | None = field(default=None, metadata=about("The situation.", TEXT))
    trigger: str | None = field(default=None, metadata=about("What starts it.", TEXT))
    outcome: str | None = field(default=None, metadata=about("What the customer has at the end.", TEXT))
    scope: Scope | None = field(default=None, converter=to_scope, metadata=about("What it covers.", a(Scope, "a scope")))
    stages: Elements[Stage] = field(factory=Elements, converter=to_stages, metadata=about("In order of time.", _of(Stage, "stages")))
    activities: Elements[Activity] = field(factory=Elements, converter=to_activities, metadata=about("What the organisation does.", _of(Activity, "activities")))
    links: tuple[Link, ...] = field(default=(), converter=to_links, metadata=about("How it hangs together.", many(Link, "links")))
    critical_moment: str | None = field(default=None, converter=to_ref, metadata=about("The one touchpoint that decides.", ref=Ref("touchpoint")))
    owner: str | None = field(default=None, converter=to_ref, metadata=about("Accountable for the journey.", ref=Ref("owner")))
    team: tuple[TeamMember, ...] = field(default=(), converter=to_team, metadata=about("Who makes the map.", many(TeamMember, "team members")))
    kpis: tuple[str, ...] = field(default=(), converter=to_refs, metadata=about("What is measured of the journey as a whole.", ref=Ref("kpi")))
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
    visibility_convention: VisibilityConvention = field(default="perception", metadata=about("What counts as frontstage.", choice(VisibilityConvention)))
    next: tuple[str, ...] = field(default=(), converter=to_refs, metadata=about("Journeys that may follow.", ref=Ref("journey")))
    lang: str | None = field(default=None, metadata=about("Language, BCP 47.", TEXT))
    library: Library = field(factory=Library, eq=False, repr=False, metadata=about("What the portfolio shares.", hidden=True))
    _touchpoints: Elements[Touchpoint] = field(init=False, eq=False, repr=False, factory=Elements, metadata=about("All touchpoints.", hidden=True))

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        object.__setattr__(self, "_touchpoints", Elements(one for stage in self.stages for one in stage.touchpoints))
        problems = [*self._doubled(), *self._resolve()]
        if problems:
            raise ModelError(problems)
        if circle := cycle((link.source, link.target) for link in self.links if link.kind == "sequence" and link.required):
            raise ReferenceProblemError(
                Problem(f"{self._named()} has required sequences in a circle.", "links", got=" → ".join(circle), expected="an order without circles")
            )

    @property
    def touchpoints(self) -> Elements[Touchpoint]:
        """All touchpoints of all stages, in order."""
        return self._touchpoints

    def stage_of(self, touchpoint: str) -> Stage:
        """The stage that holds a touchpoint.

        Raises:
            UnknownNameError: there is no such touchpoint.
        """
        found = self.touchpoints[touchpoint]
        return next(stage for stage in self.stages if stage.touchpoints.get(found.id) is found)

    def element(self, key: str) -> Touchpoint | Activity:
        """The touchpoint or activity of that id.

        Raises:
            UnknownNameError: there is none.
        """
        return self.activities.get(key) or self.touchpoints[key]

    def actors(self) -> tuple[str, ...]:
        """Ids of all who take part, in the order in which they are met: persona, participants, then column by column."""
        return actors_of(self)

    def by_actor(self, actor: "str | Element") -> ActorPart:
        """What one actor does here: its columns, its activities and its roles."""
        return part_of(self, actor)

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
            UnknownNameError: a stage or touchpoint that does not exist.
        """
        return sliced(self, stages=stages, touchpoints=touchpoints, actors=actors, layers=layers)

    def _problems(self) -> Iterable[Problem]:
        if self.form == "actual" and self.state == "future":
            yield Problem(f"{self._named()} is an actual run in the future.", "form", got="form 'actual' with state 'future'", expected="an actual run that is current or past")

    def _doubled(self) -> Iterable[Problem]:
        yield from _twice(self, [(stage, step("stages", stage.id)) for stage in self.stages], "stages")
        steps: list[tuple[Element, str]] = [
            (one, f"{step('stages', stage.id)}.{step('touchpoints', one.id)}") for stage in self.stages for one in stage.touchpoints
        ]
        yield from _twice(self, [*steps, *((one, step("activities", one.id)) for one in self.activities)], "touchpoints or activities")

    def _resolve(self) -> Iterable[Problem]:
        """References inside the journey become ids; those that lead nowhere are problems."""
        columns = {one.id: one.id for one in self.touchpoints}
        steps = columns | {one.id: one.id for one in self.activities}
        by_title = {slug(one.title): one.id for one in (*self.activities, *self.touchpoints)}
        problems: list[Problem] = []

        def look(reference: str, known: dict[str, str], where: str, whose: str) -> str:
            folded = fold(reference)
            found = known.get(folded) or known.get(by_title.get(slug(reference), ""))
            if found is None:
                near = nearest(folded, known)
                problems.append(
                    Problem(f"{whose} names {shown(reference)}, which this journey does not have.", where, got=shown(reference),
                            expected="a touchpoint" + (" or activity" if known is steps else "") + " of this journey", hint=f"did you mean {near!r}?" if near else "")
                )  # fmt: skip
            return found or reference

        if self.critical_moment is not None:
            object.__setattr__(self, "critical_moment", look(self.critical_moment, columns, "critical_moment", self._named()))
        activities: list[Any] = []
        for one in self.activities:
            resolved = tuple(
                look(name, columns, f"{step('activities', one.id)}.{step('touchpoints', place)}", one._named()) for place, name in enumerate(one.touchpoints)  # noqa: SLF001  # same family
            )
            activities.append(one if resolved == one.touchpoints else evolve(one, touchpoints=resolved))
        if any(new is not old for new, old in zip(activities, self.activities, strict=True)):
            object.__setattr__(self, "activities", Elements(activities))
        links = []
        for place, link in enumerate(self.links):
            ends = [
                name if link.kind == "impact" and "/" in name else look(name, steps, f"{step('links', place)}.{end}", link._named())  # noqa: SLF001  # same family
                for end, name in (("source", link.source), ("target", link.target))
            ]
            links.append(link if ends == [link.source, link.target] else evolve(link, source=ends[0], target=ends[1]))
        object.__setattr__(self, "links", tuple(links))
        return problems


def _twice(journey: Journey, held: list[tuple[Element, str]], what: str) -> Iterable[Problem]:
    seen: set[str] = set()
    for one, where in held:
        if one.id in seen:
            number = next(n for n in range(2, len(held) + 2) if f"{one.id}-{n}" not in seen)
            yield Problem(f"Journey {shown(journey.id)} has two {what} with the id {shown(one.id)}.", f"{where}.id", got=shown(one.id), expected="ids that differ",
                          hint=f"add the line `id: {one.id}-{number}` to the second, {shown(one.label)}")  # fmt: skip
        seen.add(one.id)


