"""Strategies for whole models: valid, varied, in many scripts, with references that resolve.

Optional fields are drawn from the metadata of the model, so a new field is reached without a line here.
"""

from typing import Any

from hypothesis import strategies as st

from journeykit.model import (
    KPI,
    MOMENTS,
    Action,
    Activity,
    Actor,
    Channel,
    Emotion,
    Goal,
    Insight,
    Journey,
    Link,
    Measurement,
    Opportunity,
    Owner,
    Persona,
    Portfolio,
    Relation,
    Source,
    Stage,
    System,
    Target,
    TeamMember,
    Touchpoint,
)

from ._fields import Draw, Known, count, filled, maybe, pick, some
from ._outlines import Named, Outline, fresh, named, outlines
from ._phrases import titles

__all__ = ["activities", "emotions", "journeys", "personas", "portfolios", "stages", "touchpoints"]

_NOTHING = Known({})
_KINDS: dict[str, Any] = {"pains": "pain", "gains": "gain", "insights": "observation"}
_VALENCES = st.sampled_from((-2, -1, 0, 1, 2)) | st.integers(-200, 200).map(lambda n: n / 100)
_VALUES = st.integers(-100, 5000) | st.integers(-1000, 1000).map(lambda n: n / 10)
_MOMENTS = ("2025-06-30T14:05:00+02:00", "2025-06-30T12:05:00+00:00", "2025-07-01T00:00:30.250000+09:00")
_PERSPECTIVES: tuple[Any, ...] = (None, "employee", "management")
_READINGS: tuple[tuple[Any, Any], ...] = tuple((perspective, moment) for perspective in _PERSPECTIVES for moment in MOMENTS)


@st.composite
def portfolios(draw: Draw, *, max_journeys: int = 2, max_touchpoints: int = 6) -> Portfolio:
    """Valid portfolios: up to `max_journeys` journeys of up to `max_touchpoints` touchpoints, and what they share.

    Every reference is written as the full id, so that what is drawn equals what is kept.
    """
    taken: set[str] = set()  # all actors share one space of ids
    actors = {name: named(draw, taken, most=2) for name in ("personas", "owners", "systems", "actors")}
    shared = {name: named(draw, set(), most=2) for name in ("channels", "sources", "kpis", "insights", "opportunities", "goals", "actions")}
    outlined = draw(outlines(most=max_journeys, most_touchpoints=max_touchpoints))
    known = _known(actors, shared, outlined)
    made = [_journey(draw, one, known, earlier=tuple(other.id for other in outlined[:place])) for place, one in enumerate(outlined)]
    return Portfolio(
        journeys=made,
        **_actors(draw, actors, known),
        **_shared(draw, shared, known),
        relations=_relations(draw, known),
        measurements=_measurements(draw, known, shared["kpis"]),
        organisation=maybe(draw, (draw(titles()), *known.of("actor"))),
        **filled(draw, Portfolio, known, skip={"journeys", "organisation"}, most=3),
    )


@st.composite
def journeys(draw: Draw, *, max_touchpoints: int = 6) -> Journey:
    """Valid journeys without a portfolio: the persona, owners and channels that they mention stand for themselves."""
    one = draw(outlines(least=1, most=1, most_touchpoints=max_touchpoints))[0]
    taken: set[str] = set()
    kinds = ("persona", "owner", "system", "actor", "channel", "source", "kpi")
    mentioned = {kind: tuple(key for _, key in named(draw, taken, most=2)) for kind in kinds}
    mentioned["actor"] += mentioned["persona"] + mentioned["owner"] + mentioned["system"]
    return _journey(draw, one, Known({**mentioned, "place": one.places}), earlier=())


@st.composite
def stages(draw: Draw, *, max_touchpoints: int = 4) -> Stage:
    """Valid stages with touchpoints that refer to nothing."""
    outline = draw(outlines(least=1, most=1, most_touchpoints=max_touchpoints))[0]
    own = tuple(touchpoint for _, inner in outline.stages for touchpoint in inner)
    return _stage(draw, (fresh(draw, set()), own), _NOTHING, earlier=())


@st.composite
def touchpoints(draw: Draw) -> Touchpoint:
    """Valid touchpoints that refer to nothing."""
    outline = draw(outlines(least=1, most=1, most_touchpoints=1, least_touchpoints=1))[0]
    return _touchpoint(draw, outline.touchpoints[0], _NOTHING, earlier=())


@st.composite
def activities(draw: Draw, touchpoint_ids: tuple[str, ...] = ("pay",)) -> Activity:
    """Valid activities at some of these touchpoints that refer to nothing else."""
    return _activity(draw, fresh(draw, set()), touchpoint_ids, _NOTHING)


@st.composite
def personas(draw: Draw) -> Persona:
    """Valid personas that refer to nothing."""
    title, key = fresh(draw, set())
    return Persona(title, id=key, **filled(draw, Persona, _NOTHING, most=6))


@st.composite
def emotions(draw: Draw) -> Emotion:
    """Valid readings, of any moment, basis and perspective, that refer to nothing."""
    return _emotion(draw, _NOTHING)


def _known(actors: dict[str, list[Named]], shared: dict[str, list[Named]], outlined: list[Outline]) -> Known:
    ids = {name: tuple(key for _, key in held) for name, held in {**actors, **shared}.items()}
    return Known({
        "persona": ids["personas"], "owner": ids["owners"], "system": ids["systems"],
        "actor": ids["personas"] + ids["owners"] + ids["systems"] + ids["actors"],
        "channel": ids["channels"], "source": ids["sources"], "kpi": ids["kpis"], "goal": ids["goals"], "action": ids["actions"],
        "insight": ids["insights"] + tuple(key for one in outlined for key in one.insights),
        "opportunity": ids["opportunities"],
        "journey": tuple(one.id for one in outlined),
        "place": tuple(key for one in outlined for key in one.places),
    })  # fmt: skip


def _actors(draw: Draw, actors: dict[str, list[Named]], known: Known) -> dict[str, Any]:
    classes: dict[str, type[Actor]] = {"personas": Persona, "owners": Owner, "systems": System, "actors": Actor}
    above: list[str] = []
    made: dict[str, Any] = {}
    for section, held in actors.items():
        cls = classes[section]
        made[section] = []
        for title, key in held:
            parent = maybe(draw, tuple(above))  # only those before it: no circles
            made[section].append(cls(title, id=key, parent=parent, **filled(draw, cls, known, skip={"parent"}, most=4)))
            above.append(key)
    return made


def _shared(draw: Draw, shared: dict[str, list[Named]], known: Known) -> dict[str, Any]:
    classes: dict[str, Any] = {"channels": Channel, "sources": Source, "insights": Insight, "opportunities": Opportunity}
    made: dict[str, Any] = {
        section: [cls(title, id=key, **filled(draw, cls, known, most=4)) for title, key in shared[section]]
        for section, cls in classes.items()
    }
    made["kpis"] = [
        KPI(title, id=key, measurements=_readings(draw, known), **filled(draw, KPI, known, skip={"measurements"}, most=4))
        for title, key in shared["kpis"]
    ]
    made["goals"] = [
        Goal(title, id=key, targets=_targets(draw, known), **filled(draw, Goal, known, skip={"targets"}, most=3))
        for title, key in shared["goals"]
    ]
    made["actions"] = [
        Action(title, id=key, kpis=_targets(draw, known), **filled(draw, Action, known, skip={"kpis"}, most=5))
        for title, key in shared["actions"]
    ]
    return made


def _relations(draw: Draw, known: Known) -> list[Relation]:
    ids = known.of("actor")
    if not ids:
        return []
    taken: set[str] = set()
    made = []
    for _ in range(count(draw, 0, 2)):
        key = fresh(draw, taken)[1]
        source, target = pick(draw, ids), pick(draw, ids)
        made.append(Relation(id=key, source=source, target=target, **filled(draw, Relation, known, skip={"source", "target"}, most=3)))
    return made


def _targets(draw: Draw, known: Known) -> list[Target]:
    ids = known.of("kpi")
    return [Target(kpi=one, **filled(draw, Target, known, most=3)) for one in some(draw, ids, most=2)]


def _readings(draw: Draw, known: Known) -> list[Measurement]:
    """Measurements that stand at their KPI, in years that differ; those of the library's list have others."""
    years = some(draw, ("2023", "2024", "2025-06", "2025-06-30", "2025-Q4"), most=2)
    skip = {"kpi", "at", "start"}
    return [Measurement(at=year, **filled(draw, Measurement, known, skip=skip, most=3), **_value(draw)) for year in years]


def _measurements(draw: Draw, known: Known, kpis: list[Named]) -> list[Measurement]:
    years = some(draw, ("2018", "2019-Q1", "2020-02"), most=2) if kpis else []
    keys = [key for _, key in kpis]
    made = []
    for year in years:
        start = pick(draw, (None, "2017", "2017-11-05"))
        more = filled(draw, Measurement, known, skip={"kpi", "at", "start"}, most=3)
        made.append(Measurement(kpi=pick(draw, tuple(keys)), at=year, start=start, **more, **_value(draw)))
    return made


def _value(draw: Draw) -> dict[str, Any]:
    return {"value": draw(_VALUES)}


def _journey(draw: Draw, outline: Outline, known: Known, *, earlier: tuple[str, ...]) -> Journey:
    held = tuple(one.key for one in outline.touchpoints)
    behind = [_activity(draw, one, held, known) for one in outline.activities]
    skip = {"stages", "activities", "links", "critical_moment", "team", "state", "form", "supersedes"}
    state: Any = pick(draw, ("current", "future", "past"))
    form: Any = pick(draw, ("map", "planned") if state == "future" else ("map", "planned", "actual"))
    return Journey(
        outline.title,
        id=outline.id,
        state=state,
        form=form,
        stages=[_stage(draw, one, known, earlier=earlier) for one in outline.stages],
        activities=behind,
        links=_links(draw, held, tuple(one.id for one in behind), known),
        critical_moment=maybe(draw, held),
        supersedes=maybe(draw, earlier),
        team=_team(draw, known),
        **filled(draw, Journey, known, skip=skip, most=6),
    )


def _team(draw: Draw, known: Known) -> list[TeamMember]:
    names = [pick(draw, (draw(titles()), *known.of("actor"))) for _ in range(count(draw, 0, 2))]
    return [TeamMember(one, **filled(draw, TeamMember, known, most=2)) for one in names]


def _stage(draw: Draw, one: tuple[Named, tuple[Any, ...]], known: Known, *, earlier: tuple[str, ...]) -> Stage:
    (title, key), held = one
    inner = [_touchpoint(draw, touchpoint, known, earlier=earlier) for touchpoint in held]
    return Stage(title, inner, id=key, **filled(draw, Stage, known, skip={"touchpoints"}, most=2))


def _touchpoint(draw: Draw, one: Any, known: Known, *, earlier: tuple[str, ...]) -> Touchpoint:
    statements: dict[str, Any] = {"pains": [], "gains": [], "insights": []}
    for (title, key), section in one.statements:
        more = {"kind": _KINDS[section], **filled(draw, Insight, known, most=2)}
        statements[section].append(Insight(title, id=key, **more))
    taken: set[str] = set()
    chances = [fresh(draw, taken) for _ in range(pick(draw, (0, 0, 1, 2)))]
    skip = {"emotions", "opportunities", "sub_journey", "started", "ended", "at_least", "at_most", *statements}
    low, span = pick(draw, (None, 0, 1, 3)), pick(draw, (None, 1, 4))
    started, ended = maybe(draw, _MOMENTS), maybe(draw, _MOMENTS[-1:])
    return Touchpoint(
        one.title,
        id=one.key,
        emotions=_emotions(draw, known),
        opportunities=[Opportunity(title, id=key, **filled(draw, Opportunity, known, most=2)) for title, key in chances],
        sub_journey=maybe(draw, earlier),
        at_least=low,
        at_most=None if span is None else (low or 0) + span,
        started=started,
        ended=ended,
        **statements,
        **filled(draw, Touchpoint, known, skip=skip, most=8),
    )


def _emotions(draw: Draw, known: Known) -> list[Emotion]:
    """Readings that differ in perspective or moment."""
    keys = some(draw, _READINGS, most=4)
    return [_emotion(draw, known, perspective=perspective, moment=moment) for perspective, moment in keys]


def _emotion(draw: Draw, known: Known, **given: Any) -> Emotion:
    return Emotion(draw(_VALENCES), **given, **filled(draw, Emotion, known, skip={"valence", *given}, most=4))


def _activity(draw: Draw, one: Named, held: tuple[str, ...], known: Known) -> Activity:
    title, key = one
    spans = some(draw, held, least=1, most=3)
    skip = {"touchpoints", "emotions"}
    return Activity(
        title, id=key, touchpoints=spans, emotions=_emotions(draw, known)[:1], **filled(draw, Activity, known, skip=skip, most=4)
    )


def _links(draw: Draw, held: tuple[str, ...], behind: tuple[str, ...], known: Known) -> list[Link]:
    """Links between any two ends; required sequences and all others lead forward, so that there are no circles, but branches may lead anywhere."""
    ends = held + behind
    if len(ends) < 2:
        return []
    made = []
    for _ in range(count(draw, 0, 3)):
        kind: Any = pick(draw, ("sequence", "branch", "message", "supports", "handover", "impact"))
        first = count(draw, 0, len(ends) - 2)
        source, target = ends[first], ends[count(draw, first + 1, len(ends) - 1)]
        if kind == "branch" and count(draw, 0, 1):
            source, target = target, source
        if kind == "impact" and (far := maybe(draw, tuple(one for one in known.of("place") if "/" in one and "/stage:" not in one))):
            target = far
        made.append(Link(source=source, target=target, kind=kind, **filled(draw, Link, known, skip={"source", "target", "kind"}, most=3)))
    return made
