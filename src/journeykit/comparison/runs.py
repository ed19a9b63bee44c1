"""What happened to one case: the runs that are held against a plan, from journeys or from rows of data."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Literal

from attrs import field, frozen

from journeykit.errors import ConversionError, Problem, shown
from journeykit.model import Journey, Touchpoint, fold

__all__ = ["Run", "Step", "origin_in", "runs_from", "spoken", "step_titles"]


@frozen(kw_only=True)
class Step:
    """One thing that happened in a run.

    Attributes:
        touchpoint: id of the planned touchpoint, or a name of one's own where it was not planned.
        started, ended: with their offsets; None where not known.
        status: completed, failed, skipped or open; None is completed.
        channel, actor: through what and with whom; None where not known.
        told_as: id of the touchpoint in the journey that tells of the run; None where it is known from elsewhere.
    """

    touchpoint: str = field(kw_only=False)
    started: datetime | None = None
    ended: datetime | None = None
    status: Literal["completed", "failed", "skipped", "open"] | None = None
    channel: str | None = None
    actor: str | None = None
    told_as: str | None = None


def _to_steps(value: Iterable[Step]) -> tuple[Step, ...]:
    """Steps, in order."""
    return tuple(value)


@frozen
class Run:
    """What happened to one case, in order."""

    case: str
    steps: tuple[Step, ...] = field(converter=_to_steps)

    @classmethod
    def of(cls, journey: Journey, names: Mapping[str, Sequence[str]] | None = None) -> "Run":
        """The run that a journey of the form `actual` tells of.

        Args:
            journey: what happened.
            names: from its touchpoints to the planned ones that they are, by id. Else a touchpoint is the planned one that its origin
                names, or that has its id. An origin in another journey than the one that the run is of names none.
        """
        return cls(journey.case or journey.id, tuple(_steps(journey, names or {})))


def _steps(journey: Journey, names: Mapping[str, Sequence[str]]) -> Iterator[Step]:
    plan = fold(journey.origin or "")
    for one in journey.touchpoints:
        planned = names.get(one.id) or (origin_in(one, plan) or one.id,)
        alone = len(planned) == 1  # of what stands for several, nobody knows how long each took
        for name in planned:
            yield Step(
                name, started=one.started if alone else None, ended=one.ended if alone else None, status=one.status,
                channel=one.channels[0] if one.channels else None, actor=one.counterparts[0] if one.counterparts else None, told_as=one.id,
            )  # fmt: skip


def origin_in(one: Touchpoint, plan: str) -> str:
    """The id in a plan that a touchpoint names as its origin; empty where it names none there. Without an id of the plan any journey may be it."""
    whole, _, inner = fold(one.origin or "").rpartition("/")
    return inner if not plan or whole in {"", plan} else ""


def step_titles(runs: Iterable[Journey]) -> dict[str, str]:
    """What the steps of runs are called, by their folded names; without those that different runs call differently.

    A step may be known by the id of its touchpoint, alone or with the run, or by that of its origin.
    """
    found: dict[str, dict[str, str]] = {}
    for run in runs:
        if run.form == "actual":
            for one in run.touchpoints:
                for name in (one.id, f"{run.id}/{one.id}", origin_in(one, fold(run.origin or "")) or one.id):
                    found.setdefault(fold(name), {}).setdefault(spoken(one), one.title)
    return {name: next(iter(titles.values())) for name, titles in found.items() if len(titles) == 1}


def spoken(one: Touchpoint) -> str:
    """A title as titles are compared."""
    return " ".join(fold(one.title).split())


def runs_from(records: Iterable[tuple[str, str, datetime | None]]) -> Iterator[Run]:
    """Runs from records of case, touchpoint and time, one row for each thing that happened, in one pass.

    The rows of a case stand together, as after a sort by case; each run is forgotten when the next begins. In a case they are
    taken in the order of their times, and those without a time where they stand.

    Args:
        records: case, touchpoint and time; None is a time that is not known.

    Raises:
        ConversionError: a case comes back after another one had begun; or some times have an offset and others have none.

    Example:
        >>> [len(run.steps) for run in runs_from([("a", "order", None), ("a", "pay", None), ("b", "order", None)])]
        [2, 1]
    """
    done: set[str] = set()
    for case, rows in groupby(records, key=lambda one: one[0]):
        if case in done:
            problem = Problem(
                f"The records of case {shown(case)} do not stand together.",
                got="the case again, after another one",
                expected="records sorted by case",
            )
            raise ConversionError(problem)
        done.add(case)
        yield Run(case, _in_time(case, [Step(touchpoint, started=when) for _, touchpoint, when in rows]))


def _in_time(case: str, steps: list[Step]) -> list[Step]:
    """Those with a time in its order; the others keep their places."""
    places = [place for place, one in enumerate(steps) if one.started is not None]
    try:
        ordered = sorted((one.started, place) for place, one in enumerate(steps) if one.started is not None)
    except TypeError as error:
        problem = Problem(
            f"The times of case {shown(case)} cannot be put in order.",
            got="times with and without an offset",
            expected="all with an offset",
        )
        raise ConversionError(problem) from error
    found = list(steps)
    for place, (_, old) in zip(places, ordered, strict=True):
        found[place] = steps[old]
    return found
