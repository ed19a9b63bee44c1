"""Before and after an action: what it was to move, what moved, and what moved with it. No figure says why it moved."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from journeykit.measure import series_in
from journeykit.model import KPI, Action, Journey, Measurement, Period, Portfolio, Target, fold

from .figures import FigureChange, figure_change, series_after, series_key

if TYPE_CHECKING:
    from .result import Comparison

__all__ = ["ActionEffect", "ActionEffects", "TargetEffect", "action"]

_DONE = frozenset({"implemented", "monitoring", "closed"})


@frozen(kw_only=True)
class TargetEffect:
    """One KPI that an action was to move.

    Attributes:
        kpi: id. target, baseline: as the action states them, else the KPI.
        figure: the last value before the action and the last one since; None where either is missing: then no effect can be shown.
    """

    kpi: str
    target: float | None
    baseline: float | None
    figure: FigureChange | None

    @property
    def attainment(self) -> float | None:
        """(Value − baseline) ÷ (target − baseline); the baseline is the value before where none is stated. May exceed 1 or be negative."""
        if self.figure is None or self.target is None:
            return None
        start = float(self.figure.before.value) if self.baseline is None else self.baseline
        return (float(self.figure.after.value) - start) / (self.target - start) if self.target != start else None


@frozen(kw_only=True)
class ActionEffect:
    """One action that was put in place.

    Attributes:
        action: it, as the side after has it.
        implemented_on: when; None where nobody wrote it down: then nothing can be said.
        targets: the KPIs that it was to move, one for each series.
        others: all other series with a value before and since.
    """

    action: Action
    implemented_on: Period | None
    targets: tuple[TargetEffect, ...]
    others: tuple[FigureChange, ...]

    @property
    def can_be_shown(self) -> bool:
        """At least one KPI that it was to move has a value before and one since."""
        return any(one.figure is not None for one in self.targets)

    @property
    def worsened(self) -> tuple[FigureChange, ...]:
        """Other figures that became worse: candidates for a side effect. Those within their margin of error are not among them."""
        return tuple(one for one in self.others if one.is_better is False and one.verdict in {"worse", "margin unknown"})


@frozen(kw_only=True)
class ActionEffects:
    """Before and after actions.

    Attributes:
        actions: every action that is in place, in the order of the portfolio.
    """

    actions: tuple[ActionEffect, ...]


def action(comparison: "Comparison", *, which: str | None = None) -> ActionEffects:
    """Looks at what was measured before and since each action that is in place.

    Values of both sides are taken together. A period that spans the day of the action belongs to neither.

    Args:
        comparison: of two journeys or portfolios, or of one with itself.
        which: id of one action; None is all that are in place and touch what is compared.
    """
    before, after = comparison.before, comparison.after
    library = after.library if isinstance(after, Journey) else after
    wanted = [one for one in library.actions if one.id == fold(which)] if which is not None else _in_place(library.actions, (before, after))
    held = _series(comparison)
    return ActionEffects(actions=tuple(_effect(one, held) for one in wanted))


def _in_place(actions: Sequence[Action], sides: Sequence[Portfolio | Journey]) -> list[Action]:
    """Actions that are done; of journeys only those that say they touch them, or touch nothing in particular."""
    ids = {one.id for one in sides if isinstance(one, Journey)}
    done = [one for one in actions if one.status in _DONE or one.implemented_on is not None]
    return [one for one in done if not ids or not one.touches or any(place.partition("/")[0] in ids for place in one.touches)]


@frozen
class _Held:
    """The measurements of one series, of both sides, in order of time."""

    kpi: KPI
    place: str
    persona: str
    channel: str
    values: tuple[Measurement, ...]


def _series(comparison: "Comparison") -> tuple[_Held, ...]:
    found: dict[tuple[str, str, str, str], tuple[KPI, list[Measurement]]] = {}
    for side, known_by in ((comparison.after, series_key), (comparison.before, series_after(comparison))):
        for one in series_in(side):
            values = found.setdefault(known_by(one), (one.kpi, []))[1]
            known = [(value.at, value.value, value.n) for value in values]
            values += [point.measured for point in one.points if (point.measured.at, point.measured.value, point.measured.n) not in known]
    return tuple(
        _Held(kpi, place, persona, channel, tuple(sorted((one for one in values if one.at is not None), key=_when)))
        for (_, place, persona, channel), (kpi, values) in found.items()
    )


def _when(one: Measurement) -> tuple[object, object]:
    return (one.at.end, one.at.start) if one.at is not None else (0, 0)


def _effect(one: Action, held: Sequence[_Held]) -> ActionEffect:
    when = one.implemented_on
    figures = [(series, _change(series, when)) for series in held]
    aims = {fold(target.kpi) for target in one.kpis}
    return ActionEffect(
        action=one, implemented_on=when,
        targets=tuple(effect for target in one.kpis for effect in _targets(target, figures)),
        others=tuple(figure for series, figure in figures if figure is not None and series.kpi.id not in aims),
    )  # fmt: skip


def _targets(target: Target, figures: Sequence[tuple[_Held, FigureChange | None]]) -> Iterator[TargetEffect]:
    """One for each series of the KPI; one without figure where it was never measured."""
    mine = [(series.kpi, figure) for series, figure in figures if series.kpi.id == fold(target.kpi)]
    shown = [(kpi, figure) for kpi, figure in mine if figure is not None]
    for kpi, figure in shown or mine[:1]:
        goal = kpi.target if target.target is None else target.target
        start = kpi.baseline if target.baseline is None else target.baseline
        yield TargetEffect(kpi=kpi.id, target=goal, baseline=start, figure=figure)
    if not mine:
        yield TargetEffect(kpi=fold(target.kpi), target=target.target, baseline=target.baseline, figure=None)


def _change(series: _Held, when: Period | None) -> FigureChange | None:
    if when is None:
        return None
    earlier = [one for one in series.values if one.at is not None and one.at.end < when.start]
    since = [one for one in series.values if one.at is not None and (one.start or one.at).start > when.end]
    if not earlier or not since:
        return None
    return figure_change(series.kpi, earlier[-1], since[-1], place=series.place, persona=series.persona, channel=series.channel)
