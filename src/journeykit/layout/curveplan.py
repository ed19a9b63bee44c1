"""The curves of a lane over the whole line, before it is broken into tiers."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple

from journeykit.diagram import CurveLane, Gap, Point, Series

from .curve import Segment, segments
from .parting import by_tier
from .tiers import Tier

_RANK = {"measured": 0, "derived": 1, "assumed": 2, "intended": 3}


class Run(NamedTuple):
    """Neighbouring readings with the curve through them; x counts along the whole line, whatever tiers it is broken into.

    `other`: not everybody goes along here.
    """

    points: tuple[Point, ...]
    segments: tuple[Segment, ...]
    styles: tuple[str, ...]
    ends: tuple[float, ...]
    other: bool = False


class CurvePlan(NamedTuple):
    """The curves of a lane over all tiers.

    Attributes:
        lefts: left edges of the columns along the whole line, px.
        words: whether any reading has a reason.
        near: values of the neighbours of a reading in its run, by column and series.
    """

    lane: CurveLane
    lefts: tuple[float, ...]
    words: bool
    near: dict[tuple[int, int], tuple[float | None, float | None]]


class CurvePart(NamedTuple):
    """What of the curves lies in a tier: readings with the number of their series, runs of each series, gaps."""

    points: tuple[tuple[int, Point], ...]
    runs: tuple[tuple[int, Run], ...]
    gaps: tuple[Gap, ...]


def plan_curve(lane: CurveLane, widths: Sequence[float], tiers: Sequence[Tier]) -> tuple[CurvePlan, list[CurvePart]]:
    """The curves of a lane, drawn through before they are broken into tiers: so slopes hold across the breaks."""
    lefts = tuple(accumulate(widths, initial=0.0))
    runs = [(at, run) for at, series in enumerate(lane.series) for run in runs_of(series, widths, lefts)]
    if lane.apart == "lines":
        runs = [(at, run._replace(styles=(str(at % 4),) * len(run.styles))) for at, run in runs]
    near: dict[tuple[int, int], tuple[float | None, float | None]] = {}
    for series, run in runs:
        values = [None, *(one.value for one in run.points), None]
        here = {(series, point.column): (values[at], values[at + 2]) for at, point in enumerate(run.points)}
        near = here | near if run.other else near | here
    points = [(at, one) for at, series in enumerate(lane.series) for one in sorted(series.points, key=lambda one: (one.column, one.offset))]
    words = any(one.reason for _, one in points)
    parts = zip(
        by_tier(points, lambda one: (one[1].column, one[1].column), tiers),
        by_tier(runs, lambda one: (one[1].points[0].column, one[1].points[-1].column), tiers),
        by_tier(lane.gaps, lambda one: (one.start, one.end), tiers),
        strict=True,
    )
    plan = CurvePlan(lane=lane, lefts=lefts, words=words, near=near)
    return plan, [CurvePart(points=tuple(some), runs=tuple(held), gaps=tuple(gaps)) for some, held, gaps in parts]


def _follows(column: int, after: int, without: frozenset[int]) -> bool:
    return after > column and all(at in without for at in range(column + 1, after))


def runs_of(series: Series, widths: Sequence[float], lefts: Sequence[float]) -> tuple[Run, ...]:
    """The runs of a series: neighbouring readings during, with the curve through them; a column without one ends a run, unless the series has no such column.

    Where people go along several lines, the runs of each.
    """
    held = sorted((one for one in series.points if one.offset == 0), key=lambda one: one.column)
    out = []
    for other, run in _forked(series, held) if series.ways else ((False, one) for one in _neighbours(series, held)):
        found = segments([(lefts[one.column] + widths[one.column] / 2, one.value) for one in run], leaves=other)
        styles = tuple(max((a.basis, b.basis), key=_RANK.__getitem__) for a, b in pairwise(run))
        out.append(Run(points=tuple(run), segments=tuple(found), styles=styles, ends=tuple(one.x1 for one in found), other=other))
    return tuple(out)


def _neighbours(series: Series, held: Sequence[Point]) -> list[list[Point]]:
    runs: list[list[Point]] = []
    without = frozenset(series.without)
    for point in held:
        if runs and _follows(runs[-1][-1].column, point.column, without):
            runs[-1].append(point)
        elif not runs or point.column != runs[-1][-1].column:
            runs.append([point])
    return runs


def _forked(series: Series, held: Sequence[Point]) -> Iterator[tuple[bool, list[Point]]]:
    """The runs of each line, and whether it is another than the main one. A column of it without a reading ends a run."""
    read: dict[int, Point] = {}
    for point in held:
        read.setdefault(point.column, point)
    for number, way in enumerate(series.ways):
        for known, columns in groupby(way, key=read.__contains__):
            run = [read[at] for at in columns] if known else []
            if len(run) > 1 or (run and not number):
                yield number > 0, run
