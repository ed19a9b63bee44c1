"""Which pains weigh most, and which gains; where a figure is unknown the priority is a range."""

from collections.abc import Sequence
from typing import Literal

from attrs import evolve, frozen

from journeykit.arguments import door
from journeykit.model import Insight, Journey, Touchpoint
from journeykit.record import Record

from ._numbers import count, number, quoted
from ._places import Standing, about, insights_in, journeys_of, library_of, touchpoints_at
from ._result import Book, Cell, Missing, Result, Used
from ._strength import STRENGTHS, Strength, strength_of

Group = Literal["ranked", "severity_not_rated", "not_rankable", "closed"]
GROUPS: tuple[Group, ...] = ("ranked", "severity_not_rated", "not_rankable", "closed")
UNKNOWN_FREQUENCY = (0.1, 1.0)
_CONVENTIONS = "The weight of a place and the range for an unknown frequency are conventions."
_SEVERAL = "Frequencies of different journeys are shares of different cases."
_COLUMNS = (
    "rank", "group", "insight", "text", "places", "severity", "frequency", "weight", "low", "high", "evidence", "reason"
)  # fmt: skip


@frozen(kw_only=True, eq=False, repr=False)
class Ranked(Record):
    """One insight in a ranking.

    Attributes:
        rank: from 1, within its group; None where it cannot be ranked.
        group: ranked; severity_not_rated, listed apart by frequency; not_rankable; closed (refuted or resolved).
        insight: its id as others refer to it. places: where it holds.
        severity 0 to 4, frequency 0 to 1, weight of the place: the factors, kept apart.
        low, high: the range of the priority; equal where nothing is unknown; None where it cannot be ranked.
        evidence: what it rests on. reason: why it is not ranked, or what is unknown.
    """

    rank: int | None
    group: Group
    insight: str
    text: str
    places: tuple[str, ...]
    severity: int | None
    frequency: float | None
    weight: float
    low: float | None
    high: float | None
    evidence: Strength
    reason: str


@frozen(kw_only=True)
class InsightRanking(Result[tuple[str, ...]]):
    """Insights by priority; `value` holds the ids of the ranked ones, then of those without severity, best first."""

    items: tuple[Ranked, ...] = ()

    def group(self, name: Group) -> tuple[Ranked, ...]:
        """The items of one group, in order."""
        return tuple(one for one in self.items if one.group == name)


@door
def pain_ranking(
    book: Book, *, critical: float = 2, matters: float = 1.5, unknown: tuple[float, float] = UNKNOWN_FREQUENCY
) -> InsightRanking:
    """Pains by severity/4 × frequency × weight of the place; a range where the frequency is unknown, sorted by its upper end.

    Pains without severity are listed apart, by frequency, with the range 0 … frequency × weight. Those with neither, and
    observations that nobody has called a pain, are not rankable; refuted and resolved ones are closed.

    Args:
        book: a journey (what holds in it), or a portfolio (each pain once, wherever it holds).
        critical: weight at the critical moment: a convention.
        matters: weight at a moment that matters; elsewhere it is 1: a convention.
        unknown: the range that stands for an unknown frequency: a convention.

    Source: severity 0 to 4 after Nielsen, whose factors are kept apart here.

    Example:
        >>> from journeykit.model import Journey, Stage, Touchpoint
        >>> slow = Insight("Slow", severity=3, frequency=0.4)
        >>> found = pain_ranking(Journey("I buy", stages=[Stage("Deal", [Touchpoint("Waits", pains=[slow, Insight("Loud", severity=2)])])]))
        >>> [(one.text, one.low, one.high) for one in found.items]
        [('Loud', 0.05, 0.5), ('Slow', 0.3..., 0.3...)]
    """
    return _ranking(book, "pain", (critical, matters), unknown)


@door
def gain_ranking(
    book: Book, *, critical: float = 2, matters: float = 1.5, unknown: tuple[float, float] = UNKNOWN_FREQUENCY
) -> InsightRanking:
    """Gains, ranked as pains are: severity says how much it pleases. See `pain_ranking` for arguments and groups."""
    return _ranking(book, "gain", (critical, matters), unknown)


def _ranking(book: Book, kind: Literal["pain", "gain"], weights: tuple[float, float], unknown: tuple[float, float]) -> InsightRanking:
    wanted = {"pain", "observation"} if kind == "pain" else {"gain"}
    at, library = touchpoints_at(book), library_of(book)
    held = [(one, standing) for one, standing in insights_in(book) if one.kind in wanted]
    rated = [_rated(one, standing, _weight(standing, at, weights), unknown, strength_of(library, one.sources)) for one, standing in held]
    position = {place: index for index, place in enumerate(at)}
    items = _sorted(
        rated, [min((position.get(place, len(position)) for place in standing.places), default=len(position)) for _, standing in held]
    )
    missing, used = _inputs([pair for pair in held if pair[0].kind == kind and pair[0].status not in {"refuted", "resolved"}])
    return InsightRanking(
        measure=f"{kind}_ranking",
        about=about(book),
        value=tuple(one.insight for one in items if one.rank is not None),
        sentence=_sentence(items, kind),
        columns=_COLUMNS,
        records=tuple(map(_record, items)),
        used=used,
        missing=missing,
        basis=tuple(one for one in STRENGTHS if any(item.evidence == one for item in items)),
        notes=(_CONVENTIONS, *((_SEVERAL,) if len(journeys_of(book)) > 1 else ())),
        items=items,
    )


def _weight(standing: Standing, at: dict[str, tuple[Journey, Touchpoint]], weights: tuple[float, float]) -> float:
    """The largest weight of the places where it holds."""
    found = 1.0
    for place in standing.places:
        journey, touchpoint = at.get(place, (None, None))
        if journey is not None and touchpoint is not None:
            found = max(found, weights[0] if journey.critical_moment == touchpoint.id else weights[1] if touchpoint.matters else 1.0)
    return found


def _rated(one: Insight, standing: Standing, weight: float, unknown: tuple[float, float], evidence: Strength) -> Ranked:  # noqa: PLR0917  # five facts of one row
    group: Group = "ranked"
    low: float | None = None
    high: float | None = None
    reason = ""
    if one.status in {"refuted", "resolved"}:
        group, reason = "closed", one.status
    elif one.kind == "observation":
        group, reason = "not_rankable", "an observation that nobody has called a pain"
    elif one.severity is None and one.frequency is None:
        group, reason = "not_rankable", "neither severity nor frequency is known"
    elif one.severity is None:
        group, low, high, reason = "severity_not_rated", 0.0, (one.frequency or 0.0) * weight, "severity not rated"
    else:
        ends = unknown if one.frequency is None else (one.frequency, one.frequency)
        low, high = (one.severity / 4 * end * weight for end in ends)
        reason = "frequency unknown" if one.frequency is None else ""
    return Ranked(
        rank=None, group=group, insight=standing.key, text=one.text, places=standing.places, severity=one.severity,
        frequency=one.frequency, weight=weight, low=low, high=high, evidence=evidence, reason=reason,
    )  # fmt: skip


def _order(pair: tuple[Ranked, int]) -> tuple[object, ...]:
    """By what it says and where it stands, by id only in the end: renaming moves nothing. Equal priorities: the stronger evidence first."""
    one, position = pair
    apart = -(one.frequency or 0.0) if one.group == "severity_not_rated" else -(one.high or 0.0)
    evidence = -STRENGTHS.index(one.evidence)
    return (GROUPS.index(one.group), apart, -(one.high or 0.0), evidence, position, -(one.low or 0.0), one.text, one.insight)


def _sorted(rated: Sequence[Ranked], positions: Sequence[int]) -> tuple[Ranked, ...]:
    made: list[Ranked] = []
    placed: dict[Group, int] = {}
    for one, _ in sorted(zip(rated, positions, strict=True), key=_order):
        if one.high is None:
            made.append(one)
            continue
        placed[one.group] = placed.get(one.group, 0) + 1
        made.append(evolve(one, rank=placed[one.group]))
    return tuple(made)


def _inputs(held: Sequence[tuple[Insight, Standing]]) -> tuple[tuple[Missing, ...], tuple[Used, ...]]:
    missing, used = [], []
    for one, standing in held:
        for name, value, what in (
            ("severity", one.severity, "not rated: the priority is a range from 0"),
            ("frequency", one.frequency, "unknown: the priority is a range"),
        ):
            path = f"{standing.where}.{name}"
            if value is None:
                missing.append(Missing(path, what))
            else:
                used.append(Used(path, value))
    return tuple(missing), tuple(used)


def _record(one: Ranked) -> tuple[Cell, ...]:
    return (
        one.rank, one.group, one.insight, one.text, ", ".join(one.places), one.severity, one.frequency, one.weight, one.low, one.high,
        one.evidence, one.reason,
    )  # fmt: skip


def _sentence(items: Sequence[Ranked], kind: str) -> str:
    known = [one for one in items if one.rank is not None]
    rest = sum(1 for one in items if one.group == "not_rankable")
    tail = f"; {count(rest, 'statement')} cannot be ranked" if rest else ""
    if not known:
        return f"No {kind} can be ranked: none has a severity or a frequency{tail}." if items else f"No {kind} is recorded."
    first = known[0]
    low, high = number(first.low or 0), number(first.high or 0)
    span = high if first.low == first.high else f"{low} to {high}, {first.reason}"
    if len(known) == 1:
        return f"{quoted(first.text)} is the only {kind} that can be ranked (priority {span}){tail}."
    return f"{quoted(first.text)} heads the ranking of {len(known)} {kind}s (priority {span}){tail}."
