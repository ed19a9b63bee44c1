"""How far goals and actions have come on the KPIs that they are to move."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from journeykit.arguments import door
from journeykit.errors import step
from journeykit.model import Target

from ._kpi_series import Point, points_of, when
from ._numbers import count, percent, quoted
from ._places import about, library_of
from ._result import Book, Missing, Result, Used


@frozen(kw_only=True)
class Progress:
    """One target of a goal or an action.

    Attributes:
        kind: goal or action. element: its id. title: its words. kpi: id of the KPI.
        baseline, target: as the target states them, else as the KPI does. due: in words of the file; empty where not given.
        value, at: the last measurement of the whole, not before `start` where one is given.
        attainment: (value − baseline) / (target − baseline); may exceed 1 or be negative; None where it cannot be had.
    """

    kind: str
    element: str
    title: str
    kpi: str
    baseline: float | None
    target: float | None
    due: str
    value: float | None
    at: str
    attainment: float | None


@frozen(kw_only=True)
class TargetProgress(Result[int]):
    """Progress of every target; `value` counts those that are reached. `items`: goals first, then actions."""

    items: tuple[Progress, ...] = ()


@door
def target_progress(book: Book) -> TargetProgress:
    """Attainment of the targets of goals and actions. That a KPI moved does not say that the action moved it.

    Args:
        book: a portfolio, or a journey, whose library holds the goals and actions.

    Example:
        >>> from journeykit.model import KPI, Goal, Measurement, Portfolio, Target
        >>> calls = KPI("Calls", measurements=[Measurement(at=2025, value=70)])
        >>> goal = Goal("Fewer calls", targets=[Target(kpi="calls", baseline=100, target=60)])
        >>> target_progress(Portfolio("Shop", kpis=[calls], goals=[goal])).items[0].attainment
        0.75
    """
    library = library_of(book)
    points = {kpi: sorted(filter(_is_whole, held), key=when) for kpi, held in points_of(library).items()}
    items: list[Progress] = []
    used: list[Used] = []
    missing: list[Missing] = []
    for kind, element, title, where, target in _targets(book):
        definition = library.kpis.get(target.kpi)
        baseline = target.baseline if target.baseline is not None or definition is None else definition.baseline
        goal = target.target if target.target is not None or definition is None else definition.target
        last = _last(points.get(target.kpi, ()), target)
        attainment = None
        if last is not None and baseline is not None and goal is not None and goal != baseline:
            attainment = (last.value - baseline) / (goal - baseline)
        if last is not None:
            used.append(Used(f"{last.where}.value", last.value))
        wanted = (("baseline", baseline, "no value to start from"), ("target", goal, "no value to reach"))
        missing += [Missing(f"{where}.{name}", what) for name, value, what in wanted if value is None]
        if last is None:
            missing.append(Missing(f"{step('kpis', target.kpi)}.measurements", "not measured since the start"))
        items.append(
            Progress(
                kind=kind,
                element=element,
                title=title,
                kpi=target.kpi,
                baseline=baseline,
                target=goal,
                due=str(target.due or ""),
                value=last.value if last else None,
                at=str(last.measured.at or "") if last else "",
                attainment=attainment,
            )
        )
    return TargetProgress(
        measure="target_progress",
        about=about(book),
        value=sum(1 for one in items if one.attainment is not None and one.attainment >= 1),
        sentence=_sentence(items),
        columns=("kind", "element", "title", "kpi", "baseline", "target", "due", "value", "at", "attainment"),
        records=tuple(
            (one.kind, one.element, one.title, one.kpi, one.baseline, one.target, one.due, one.value, one.at, one.attainment)
            for one in items
        ),
        used=tuple(used),
        missing=tuple(missing),
        basis=("measured",) if used else (),
        notes=("That a KPI moved does not say what moved it.",),
        items=tuple(items),
    )


def _targets(book: Book) -> Iterator[tuple[str, str, str, str, Target]]:
    library = library_of(book)
    for goal in library.goals:
        for at, target in enumerate(goal.targets):
            yield "goal", goal.id, goal.statement, f"{step('goals', goal.id)}.{step('targets', at)}", target
    for action in library.actions:
        for at, target in enumerate(action.kpis):
            yield "action", action.id, action.title, f"{step('actions', action.id)}.{step('kpis', at)}", target


def _is_whole(one: Point) -> bool:
    return not (one.measured.anchor or one.measured.persona or one.measured.channel)


def _last(points: Sequence[Point], target: Target) -> Point | None:
    if target.start is None:
        return points[-1] if points else None
    since = [one for one in points if one.measured.at is not None and one.measured.at.end >= target.start.start]
    return since[-1] if since else None


def _sentence(items: list[Progress]) -> str:
    known = [one for one in items if one.attainment is not None]
    if not items:
        return "No goal and no action has a target."
    if not known:
        return f"Of {count(len(items), 'target')} none can be followed: a baseline, a target or a measurement is missing."
    least = min(known, key=lambda one: one.attainment or 0.0)
    reached = sum(1 for one in known if (one.attainment or 0.0) >= 1)
    return f"{reached} of {count(len(items), 'target')} reached; least far is {quoted(least.title)} ({percent(least.attainment or 0.0)} of the way)."
