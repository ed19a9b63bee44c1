"""What was expected beside what was met."""

from collections import Counter

from attrs import frozen

from journeykit.errors import step
from journeykit.model import Expectation, Journey

from ._numbers import count, number, quoted
from ._places import Column, columns_of, path_of, stated
from ._readings import Reading, bases, by_touchpoint, readings
from ._result import Cell, Missing, Result, Used, for_each_journey

_GAP = {"not_met": -2, "partly": -1, "met": 0, "exceeded": 1}
_WORDS = {1: "exceeded", 0: "met", -1: "partly met", -2: "not met"}


@frozen(kw_only=True)
class ExpectationGap:
    """One expectation, at a touchpoint or at a stage as a whole (then `touchpoint` is empty).

    Attributes:
        met: exceeded, met, partly, not_met or unknown. standard: the service standard in words.
        before, after: readings before it, and the last of during and after; None where there is none.
        change: after − before; negative is a disappointment; None where one is missing.
    """

    stage: str
    touchpoint: str
    text: str
    priority: str
    kano: str
    met: str
    standard: str
    before: float | None
    after: float | None
    change: float | None


@frozen(kw_only=True)
class ExpectationGaps(Result[float | None]):
    """Expectations that are not or only partly met ÷ those of which it is known, 0 to 1; None where nothing is known.

    Attributes:
        gaps: every expectation, the worst first. counts: by what was met.
        disappointments: ids of touchpoints where the emotion falls from before to during or after.
    """

    gaps: tuple[ExpectationGap, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    disappointments: tuple[str, ...] = ()


@for_each_journey
def expectation_gaps(journey: Journey, *, perspective: str = "customer") -> ExpectationGaps:
    """The table of expectations and whether they were met, with the emotion before and after.

    Args:
        journey: a journey; a portfolio gives one result a journey.
        perspective: whose expectations and readings.

    Source: gap 5 of the service-quality gap model: expected and experienced service.

    Example:
        >>> from journeykit.model import Stage, Touchpoint
        >>> waits = Touchpoint("Waits", expectations=[Expectation("Ten minutes at most", met="not_met")], emotion={"before": 1, "after": -1})
        >>> found = expectation_gaps(Journey("I buy", stages=[Stage("All", [waits])]))
        >>> found.value, found.gaps[0].change, found.disappointments
        (1.0, -2.0, ('waits',))
    """
    columns = columns_of(journey)
    points = readings(journey, perspective=perspective, kind="felt")
    felt = by_touchpoint(points)
    changes = {index: _change(held) for index, held in felt.items()}
    held: list[tuple[ExpectationGap, str]] = []
    for stage in journey.stages:
        where = path_of(journey, step("stages", stage.id))
        held += [
            (_gap(stage.id, "", one, (None, None)), f"{where}.expectations[{at}].met")
            for at, one in _of(journey, stage.expectations, perspective)
        ]
    for column in columns:
        ends = changes.get(column.index, (None, None))
        held += [
            (_gap(column.stage.id, column.touchpoint.id, one, ends), f"{column.where}.expectations[{at}].met")
            for at, one in _of(journey, column.touchpoint.expectations, perspective)
        ]
    known = [one for one, _ in held if one.met in _GAP]
    short = [one for one in known if _GAP[one.met] < 0]
    ordered = tuple(
        sorted((one for one, _ in held), key=lambda one: (_GAP.get(one.met, 2), one.priority, one.change if one.change is not None else 9))
    )
    fallen = tuple(
        columns[index].touchpoint.id
        for index, (before, after) in sorted(changes.items())
        if before is not None and after is not None and after < before
    )
    return ExpectationGaps(
        measure="expectation_gaps",
        about=journey.id,
        value=len(short) / len(known) if known else None,
        sentence=_sentence(columns, ordered, known=len(known), short=len(short)),
        columns=("stage", "touchpoint", "text", "priority", "kano", "met", "standard", "before", "after", "change"),
        records=tuple(map(_record, ordered)),
        used=(
            *(Used(where, one.met) for one, where in held if one.met in _GAP),
            *(Used(where, one.valence) for one in points for where in one.where),
        ),
        missing=tuple(Missing(where, "not known whether it was met") for one, where in held if one.met not in _GAP),
        basis=tuple(dict.fromkeys((*stated(journey), *bases(points)))),
        gaps=ordered,
        counts=tuple(Counter(one.met for one, _ in held).most_common()),
        disappointments=fallen,
    )


def _of(journey: Journey, several: tuple[Expectation, ...], perspective: str) -> list[tuple[int, Expectation]]:
    return [(at, one) for at, one in enumerate(several) if (one.perspective or journey.perspective) == perspective]


def _change(held: tuple[Reading, ...]) -> tuple[float | None, float | None]:
    before = next((one.valence for one in held if one.moment == "before"), None)
    after = next((one.valence for one in reversed(held) if one.moment != "before"), None)
    return before, after


def _gap(stage: str, touchpoint: str, one: Expectation, ends: tuple[float | None, float | None]) -> ExpectationGap:
    before, after = ends
    return ExpectationGap(
        stage=stage, touchpoint=touchpoint, text=one.text, priority=one.priority, kano=one.kano or "", met=one.met, standard=one.standard or "",
        before=before, after=after, change=after - before if before is not None and after is not None else None,
    )  # fmt: skip


def _record(one: ExpectationGap) -> tuple[Cell, ...]:
    return (
        one.stage, one.touchpoint or None, one.text, one.priority, one.kano or None, one.met, one.standard or None, one.before, one.after,
        one.change,
    )  # fmt: skip


def _sentence(columns: tuple[Column, ...], ordered: tuple[ExpectationGap, ...], *, known: int, short: int) -> str:
    if not ordered:
        return "No expectation is recorded."
    if not known:
        return f"Of {count(len(ordered), 'expectation')} it is not known whether they were met."
    text = f"{short} of {count(known, 'expectation')} with a known outcome fell short"
    first = ordered[0]
    if not short:
        return f"{text}."
    title = next((quoted(one.touchpoint.title) for one in columns if one.touchpoint.id == first.touchpoint), "the stage")
    fall = f", where the emotion changes by {number(first.change)}" if first.change is not None else ""
    return f"{text}; {quoted(first.text)} at {title} is {_WORDS[_GAP[first.met]]}{fall}."
