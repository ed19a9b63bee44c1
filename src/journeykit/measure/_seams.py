"""What changes from one touchpoint to the next, and where the customer feels it."""

from collections.abc import Sequence

from attrs import frozen

from journeykit.model import Journey, Link

from ._channel_switches import handovers_of
from ._numbers import number, quoted
from ._places import Column, columns_of, neighbours, same, stated
from ._readings import Reading, bases, by_touchpoint, readings
from ._result import Missing, Result, Used, for_each_journey

ASPECTS = ("channel", "counterpart", "owner", "system", "stage", "control")


@frozen(kw_only=True)
class Seam:
    """The transition between two neighbouring touchpoints.

    Attributes:
        start, end: their ids. index: place of the first.
        changes: what changes, of channel, counterpart, owner, system, stage, control. unknown: what one side does not say.
        drop: by how much the emotion falls, 0 where it does not; None where a reading is missing.
        score: number of changes (0 to 6) plus the drop where it is known.
        is_seamless: at most one change and no drop; None where a missing fact could decide it.
        wait: there is a wait before the second. handover_recorded: of a change of owner or counterpart; None where neither changes.
    """

    index: int
    start: str
    end: str
    changes: tuple[str, ...]
    unknown: tuple[str, ...]
    drop: float | None
    score: float
    is_seamless: bool | None
    wait: bool
    handover_recorded: bool | None


@frozen(kw_only=True)
class Seams(Result[float | None]):
    """Seams between neighbouring touchpoints; `value` is the highest score, None with fewer than two touchpoints.

    Attributes:
        seams: in order of time. widest: the seam with the highest score, the first of equal ones.
    """

    seams: tuple[Seam, ...] = ()
    widest: Seam | None = None


@for_each_journey
def seams(journey: Journey, *, perspective: str = "customer") -> Seams:
    """Score each transition by what changes and by how far the emotion falls. What is not known is no change, and is listed.

    Args:
        journey: a journey; a portfolio gives one result a journey.
        perspective: whose emotion.

    Source: repeated steps between website and store at one dealer in four (CDK Global, Friction Points); the score is a convention.

    Example:
        >>> from journeykit.model import Stage, Touchpoint
        >>> steps = [Touchpoint("Looks", channel="web", emotion=1), Touchpoint("Tries", channel="shop", emotion=-1)]
        >>> found = seams(Journey("I buy", stages=[Stage("All", steps)]))
        >>> found.value, found.widest.changes, found.widest.drop
        (3.0, ('channel',), 2.0)
    """
    columns = columns_of(journey)
    points = readings(journey, perspective=perspective)
    felt = by_touchpoint(points)
    handed = handovers_of(journey)
    found = tuple(_seam(pair, felt, handed) for pair in neighbours(columns))
    widest = max(found, key=lambda one: (one.score, -one.index), default=None)
    missing = [
        Missing(f"{columns[one.index].where}", f"{', '.join(one.unknown)} not known here or at the next touchpoint")
        for one in found
        if one.unknown
    ]
    return Seams(
        measure="seams",
        about=journey.id,
        value=widest.score if widest else None,
        sentence=_sentence(columns, found, widest),
        columns=("start", "end", "score", "changes", "drop", "is_seamless", "wait", "handover_recorded", "unknown"),
        records=tuple(
            (one.start, one.end, one.score, ", ".join(one.changes) or None, one.drop, one.is_seamless, one.wait, one.handover_recorded,
             ", ".join(one.unknown) or None)
            for one in found
        ),
        used=tuple(Used(where, one.valence) for one in points for where in one.where),
        missing=tuple(missing),
        basis=(*stated(journey), *bases(points)),
        seams=found,
        widest=widest,
    )  # fmt: skip


def _facts(one: Column, two: Column) -> dict[str, bool | None]:
    """Whether each aspect changes; None where one side does not say."""
    first, last = one.touchpoint, two.touchpoint
    return {
        "channel": _disjoint(first.channels, last.channels),
        "counterpart": _disjoint(first.counterparts, last.counterparts),
        "owner": None if not first.owner or not last.owner else not same(first.owner, last.owner),
        "system": _disjoint(first.systems, last.systems),
        "stage": one.stage.id != two.stage.id,
        "control": first.control != last.control,
    }


def _disjoint(first: Sequence[str], last: Sequence[str]) -> bool | None:
    return None if not first or not last else not set(first) & set(last)


def _seam(pair: tuple[Column, Column], felt: dict[int, tuple[Reading, ...]], handed: dict[tuple[str, str], Link]) -> Seam:
    one, two = pair
    facts = _facts(one, two)
    changes = tuple(name for name in ASPECTS if facts[name])
    unknown = tuple(name for name in ASPECTS if facts[name] is None)
    before, after = felt.get(one.index), felt.get(two.index)
    drop = max(0.0, before[-1].valence - after[0].valence) if before and after else None
    passes = "owner" in changes or "counterpart" in changes
    wait = two.touchpoint.wait_before
    rough = len(changes) > 1 or (drop is not None and drop > 0)
    return Seam(
        index=one.index,
        start=one.touchpoint.id,
        end=two.touchpoint.id,
        changes=changes,
        unknown=(*unknown, *(("emotion",) if drop is None else ())),
        drop=drop,
        score=len(changes) + (drop or 0.0),
        is_seamless=False if rough else None if drop is None or (unknown and len(changes) + len(unknown) > 1) else True,
        wait=wait is not None and wait.total_seconds() > 0,
        handover_recorded=(one.touchpoint.id, two.touchpoint.id) in handed if passes else None,
    )


def _sentence(columns: Sequence[Column], found: Sequence[Seam], widest: Seam | None) -> str:
    if widest is None:
        return "There are no two touchpoints, so there is no seam."
    if widest.score == 0:
        return f"None of {len(found)} transitions shows a seam in what is recorded."
    first, last = columns[widest.index].touchpoint.title, columns[widest.index + 1].touchpoint.title
    fall = f", and the emotion falls by {number(widest.drop)}" if widest.drop else ""
    what = (
        f"{', '.join(widest.changes)} change" + ("s" if len(widest.changes) == 1 else "") if widest.changes else "nothing recorded changes"
    )
    return f"The widest seam is between {quoted(first)} and {quoted(last)}: {what}{fall}."
