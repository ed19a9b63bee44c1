"""Moments that matter: a proposal with the case for each, for people to decide."""

from collections.abc import Sequence

from attrs import evolve, frozen

from journeykit.model import Journey

from ._emotion_curve import falls_of, largest_drop
from ._handovers import owner_changes
from ._numbers import count, number, quoted
from ._places import Column, columns_of, path_of, stated
from ._readings import Reading, bases, by_touchpoint, readings
from ._result import Cell, Missing, Result, Used, for_each_journey

_COLUMNS = ("touchpoint", "title", "low", "high", "importance", "strongest", "cues", "is_critical", "matters", "is_proposed")


@frozen(kw_only=True)
class Candidate:
    """A touchpoint that may matter, and why.

    Attributes:
        importance: 1 to 5 as customers see it; None is not known. strongest: the largest absolute valence; None is no reading.
        low, high: importance × strongest; a range where the importance is not known; None without a reading.
        cues: first, last, handover, largest drop in emotion, most leave.
        is_critical, matters: what was decided. is_proposed: among the first by score, or by cues where there is no score.
    """

    index: int
    touchpoint: str
    title: str
    importance: float | None
    strongest: float | None
    low: float | None
    high: float | None
    cues: tuple[str, ...]
    is_critical: bool
    matters: bool
    is_proposed: bool


@frozen(kw_only=True)
class Moments(Result[tuple[str, ...]]):
    """Candidates for moments that matter; `value` holds the ids of the proposed ones, best first.

    Attributes:
        candidates: all touchpoints with a score, a cue or a decision, best first.
        not_chosen: proposed, but not marked as mattering. not_proposed: marked, but not among the proposed.
        critical: the critical moment as chosen; None where none is.
    """

    candidates: tuple[Candidate, ...] = ()
    not_chosen: tuple[str, ...] = ()
    not_proposed: tuple[str, ...] = ()
    critical: str | None = None


@for_each_journey
def moments(journey: Journey, *, top: int = 3) -> Moments:
    """Propose moments that matter by importance × strongest emotion, with structural cues; and say where people decided otherwise.

    Where the importance is not known the score is a range over the scale 1 to 5, sorted by its upper end; without a reading there
    is no score, only cues.

    Args:
        journey: a journey; a portfolio gives one result a journey.
        top: how many to propose.

    Source: moments of truth are most likely at the beginning, the end and hand-offs (Tincher); the score is a convention.

    Example:
        >>> from journeykit.model import Stage, Touchpoint
        >>> steps = [Touchpoint("Asks", emotion=1, importance=2), Touchpoint("Pays", emotion=-2, importance=5)]
        >>> moments(Journey("I buy", stages=[Stage("All", steps)]), top=1).value
        ('pays',)
    """
    columns = columns_of(journey)
    points = readings(journey)
    cues = _cues(journey, columns, points)
    felt = by_touchpoint(points)
    scored = [_candidate(journey, column, felt.get(column.index, ()), cues.get(column.index, ())) for column in columns]
    held = sorted((one for one in scored if one.high is not None or one.cues or one.matters), key=_order)
    proposed = frozenset(one.index for one in held[: max(0, top)])
    candidates = tuple(evolve(one, is_proposed=one.index in proposed) for one in held)
    decided = journey.critical_moment
    return Moments(
        measure="moments",
        about=journey.id,
        value=tuple(one.touchpoint for one in candidates if one.is_proposed),
        sentence=_sentence(candidates),
        columns=_COLUMNS,
        records=tuple(map(_record, candidates)),
        used=(
            *(
                Used(f"{one.where}.importance", one.touchpoint.importance["customer"])
                for one in columns
                if "customer" in one.touchpoint.importance
            ),
            *(Used(where, one.valence) for one in points for where in one.where),
        ),
        missing=tuple(_missing(journey, columns, felt)),
        basis=(*stated(journey), *bases(points)),
        notes=("A proposal: people decide which moments matter.",),
        candidates=candidates,
        not_chosen=tuple(one.touchpoint for one in candidates if one.is_proposed and not one.matters),
        not_proposed=tuple(one.touchpoint for one in candidates if one.matters and not one.is_proposed),
        critical=decided,
    )


def _cues(journey: Journey, columns: Sequence[Column], points: Sequence[Reading]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}

    def add(index: int, cue: str) -> None:
        if cue not in found.get(index, ()):
            found[index] = (*found.get(index, ()), cue)

    if columns:
        add(0, "first")
        add(len(columns) - 1, "last")
    for change in owner_changes(journey, columns):
        add(change.end_index, "handover")
    place = {one.touchpoint.id: one.index for one in columns}
    if fall := largest_drop(falls_of(points, journey)):
        add(place[fall.end], "largest drop in emotion")
    leaving = [one for one in columns if one.touchpoint.drop_off and not one.touchpoint.optional]
    if leaving:
        add(max(leaving, key=lambda one: (one.touchpoint.drop_off or 0.0, -one.index)).index, "most leave")
    return found


def _candidate(journey: Journey, column: Column, felt: Sequence[Reading], cues: tuple[str, ...]) -> Candidate:
    held = column.touchpoint
    importance = held.importance.get("customer")
    strongest = max((abs(one.valence) for one in felt), default=None)
    ends = (importance, importance) if importance is not None else (1.0, 5.0)
    low, high = (ends[0] * strongest, ends[1] * strongest) if strongest is not None else (None, None)
    is_critical = journey.critical_moment == held.id
    return Candidate(
        index=column.index, touchpoint=held.id, title=held.title, importance=importance, strongest=strongest, low=low, high=high, cues=cues,
        is_critical=is_critical, matters=held.matters or is_critical, is_proposed=False,
    )  # fmt: skip


def _order(one: Candidate) -> tuple[float, ...]:
    return (one.high is None, -(one.high or 0.0), -(one.low or 0.0), -len(one.cues), one.index)


def _missing(journey: Journey, columns: Sequence[Column], felt: dict[int, tuple[Reading, ...]]) -> list[Missing]:
    found = [
        Missing(f"{one.where}.importance", "not rated by customers: the score is a range")
        for one in columns
        if "customer" not in one.touchpoint.importance
    ]
    found += [Missing(f"{one.where}.emotions", "no reading: no score") for one in columns if one.index not in felt]
    if journey.critical_moment is None:
        found.append(Missing(path_of(journey, "critical_moment"), "not decided"))
    return found


def _record(one: Candidate) -> tuple[Cell, ...]:
    return (
        one.touchpoint, one.title, one.low, one.high, one.importance, one.strongest, ", ".join(one.cues) or None, one.is_critical, one.matters,
        one.is_proposed,
    )  # fmt: skip


def _sentence(candidates: Sequence[Candidate]) -> str:
    if not candidates:
        return "Nothing points to a moment that matters."
    first = candidates[0]
    score = (
        f" (score {number(first.high or 0)}" + (")" if first.low == first.high else f" at most, {number(first.low or 0)} at least)")
        if first.high is not None
        else ""
    )
    critical = next((one for one in candidates if one.is_critical), None)
    if critical is None:
        return f"{quoted(first.title)} is the first candidate{score}; no critical moment is decided."
    if critical.index == first.index:
        return f"{quoted(first.title)}, the critical moment as decided, is also the first candidate{score}."
    place = candidates.index(critical) + 1
    return f"{quoted(first.title)} is the first candidate{score}; the critical moment as decided, {quoted(critical.title)}, is number {place} of {count(len(candidates), 'candidate')}."
