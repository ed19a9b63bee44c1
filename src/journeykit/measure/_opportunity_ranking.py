"""Which opportunity to take first: four ways of looking, side by side, never one magic number."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal

from attrs import evolve, frozen

from journeykit.arguments import door
from journeykit.model import Journey, Opportunity, Touchpoint

from ._numbers import quoted
from ._places import Standing, about, insights_in, library_of, opportunities_in, touchpoints_at
from ._readings import kind_of
from ._result import Book, Cell, Missing, Result, Used
from ._strength import STRENGTHS, Strength, strength_of

Quadrant = Literal["quick win", "big bet", "fill-in", "thankless"]
_NOTES = (
    "Scores help a discussion; they do not replace it: figures that are guessed stay guesses when they are multiplied.",
    "Importance and satisfaction come from importance (1 to 5) and customers' readings (−2 to +2), stretched to 0 to 10: a convention.",
)
_COLUMNS = (
    "opportunity", "statement", "rice", "rice_rank", "rank_at_best", "rank_at_worst", "quadrant", "importance", "satisfaction",
    "importance_satisfaction", "value_product", "evidence", "missing",
)  # fmt: skip


@frozen(kw_only=True)
class RankedOpportunity:
    """One opportunity seen in four ways.

    Attributes:
        rice: reach × impact × confidence / effort; None where one of them is not known or the effort is 0.
        rice_rank: from 1; equal scores share a rank. rank_at_best, rank_at_worst: when every figure may be off by `give`.
        quadrant: by impact and effort.
        importance, satisfaction: 0 to 10, at the place where the gap is largest; gap: importance + max(importance − satisfaction, 0).
        value_product: customer value × business value, 1 to 25.
        evidence: what it and the insights it addresses rest on. missing: what it lacks for RICE.
    """

    opportunity: str
    statement: str
    rice: float | None
    rice_rank: int | None = None
    rank_at_best: int | None = None
    rank_at_worst: int | None = None
    quadrant: Quadrant | None
    importance: float | None
    satisfaction: float | None
    importance_satisfaction: float | None
    value_product: int | None
    evidence: Strength
    missing: tuple[str, ...]


@frozen(kw_only=True)
class OpportunityRanking(Result[tuple[str, ...]]):
    """Opportunities; `value` holds the ids that have a RICE score, best first.

    Attributes:
        items: those with a RICE score, best first, then the others as they stand.
        without_reach, without_evidence: ids to be looked at apart, not at 0.
        is_stable: the first stays first when every figure may be off by `give`; None with fewer than two.
    """

    items: tuple[RankedOpportunity, ...] = ()
    without_reach: tuple[str, ...] = ()
    without_evidence: tuple[str, ...] = ()
    is_stable: bool | None = None


@door
def opportunity_ranking(book: Book, *, give: float = 0.2, impact_from: float = 1.625, effort_to: float = 3) -> OpportunityRanking:
    """RICE, impact and effort, importance and satisfaction, customer and business value; and how far the RICE order can be trusted.

    Args:
        book: a journey (what holds in it) or a portfolio.
        give: every figure may be off by this share in either direction, for the sensitivity of the ranking; 0 to below 1.
        impact_from: impact from which it is high; the middle of the scale 0.25 to 3.
        effort_to: person-months up to which the effort is low: a convention, for that scale has no end.

    Source: RICE after Intercom; importance and satisfaction after Ulwick; scores as a help to judgement after Torres.

    Example:
        >>> from journeykit.model import Journey, Stage, Touchpoint
        >>> less = Opportunity("Less waiting", reach=1000, impact=2, confidence=0.8, effort=4)
        >>> found = opportunity_ranking(Journey("I buy", stages=[Stage("Deal", [Touchpoint("Waits", opportunities=[less])])]))
        >>> found.items[0].rice, found.items[0].quadrant
        (400.0, 'big bet')
    """
    held = opportunities_in(book)
    at, library = touchpoints_at(book), library_of(book)
    cited = {standing.key: one.sources for one, standing in insights_in(book)}
    found = []
    for one, standing in held:
        sources = (*one.sources, *(source for key in one.addresses for source in cited.get(key, ())))
        quadrant = _quadrant(one, impact_from, effort_to)
        found.append(_seen(one, standing, quadrant=quadrant, gap=_gap(standing, at), evidence=strength_of(library, sources)))
    items = _ranked(found, give)
    scored = [one for one in items if one.rice is not None]
    stable = scored[0].rank_at_worst == 1 if len(scored) > 1 else None
    return OpportunityRanking(
        measure="opportunity_ranking",
        about=about(book),
        value=tuple(one.opportunity for one in scored),
        sentence=_sentence(items, scored, give, stable=stable),
        columns=_COLUMNS,
        records=tuple(map(_record, items)),
        used=tuple(Used(f"{standing.where}.{name}", value) for one, standing in held for name, value in _inputs(one) if value is not None),
        missing=tuple(
            Missing(f"{standing.where}.{name}", "not known") for one, standing in held for name, value in _inputs(one) if value is None
        ),
        basis=tuple(one for one in STRENGTHS if any(item.evidence == one for item in items)),
        notes=_NOTES,
        items=items,
        without_reach=tuple(standing.key for one, standing in held if one.reach is None),
        without_evidence=tuple(one.opportunity for one in items if one.evidence == "assumed"),
        is_stable=stable,
    )


def _inputs(one: Opportunity) -> tuple[tuple[str, float | None], ...]:
    factors = (("reach", one.reach), ("impact", one.impact), ("confidence", one.confidence), ("effort", one.effort))
    return (*factors, ("customer_value", one.customer_value), ("business_value", one.business_value))


def _rice(one: Opportunity) -> float | None:
    if one.reach is None or one.impact is None or one.confidence is None or not one.effort:
        return None
    return float(one.reach) * one.impact * one.confidence / one.effort


def _quadrant(one: Opportunity, impact_from: float, effort_to: float) -> Quadrant | None:
    if one.impact is None or one.effort is None:
        return None
    if one.impact >= impact_from:
        return "quick win" if one.effort <= effort_to else "big bet"
    return "fill-in" if one.effort <= effort_to else "thankless"


def _gap(standing: Standing, at: dict[str, tuple[Journey, Touchpoint]]) -> tuple[float, float, float] | None:
    """Importance, satisfaction and their score at the touchpoint where the score is highest; both must be known there."""
    found = []
    for place in standing.places:
        journey, touchpoint = at.get(place, (None, None))
        if journey is None or touchpoint is None or "customer" not in touchpoint.importance:
            continue
        felt = [
            one.valence for one in touchpoint.emotions if (one.perspective or journey.perspective) == "customer" and kind_of(one) == "felt"
        ]
        if felt:
            importance, satisfaction = (touchpoint.importance["customer"] - 1) * 2.5, (min(felt) + 2) * 2.5
            found.append((importance + max(importance - satisfaction, 0), importance, satisfaction))
    return max(found) if found else None


def _seen(
    one: Opportunity, standing: Standing, *, quadrant: Quadrant | None, gap: tuple[float, float, float] | None, evidence: Strength
) -> RankedOpportunity:
    missing = [name for name, value in _inputs(one)[:4] if value is None]
    values = (one.customer_value, one.business_value)
    return RankedOpportunity(
        opportunity=standing.key,
        statement=one.statement,
        rice=_rice(one),
        quadrant=quadrant,
        importance=gap[1] if gap else None,
        satisfaction=gap[2] if gap else None,
        importance_satisfaction=gap[0] if gap else None,
        value_product=values[0] * values[1] if values[0] and values[1] else None,
        evidence=evidence,
        missing=(*missing, *(("effort above 0",) if one.effort == 0 else ())),
    )


def _ranked(found: Sequence[RankedOpportunity], give: float) -> tuple[RankedOpportunity, ...]:
    scores = sorted(one.rice for one in found if one.rice is not None)
    least, most = (1 - give) ** 3 / (1 + give), (1 + give) ** 3 / (1 - give)
    lows, highs = [one * least for one in scores], [one * most for one in scores]
    total = len(scores)
    made = []
    for one in found:
        if one.rice is None:
            made.append(one)
            continue
        low, high = one.rice * least, one.rice * most
        best, worst = 1 + total - bisect_right(lows, high), max(1, total - bisect_left(highs, low))
        made.append(evolve(one, rice_rank=1 + total - bisect_right(scores, one.rice), rank_at_best=best, rank_at_worst=worst))
    return tuple(sorted(made, key=_order))


def _order(one: RankedOpportunity) -> tuple[object, ...]:
    """By what it says, never by id: renaming moves nothing."""
    return (one.rice is None, -(one.rice or 0), -(one.value_product or 0), one.statement, one.opportunity)


def _record(one: RankedOpportunity) -> tuple[Cell, ...]:
    return (
        one.opportunity, one.statement, one.rice, one.rice_rank, one.rank_at_best, one.rank_at_worst, one.quadrant, one.importance,
        one.satisfaction, one.importance_satisfaction, one.value_product, one.evidence, ", ".join(one.missing),
    )  # fmt: skip


def _sentence(items: Sequence[RankedOpportunity], scored: Sequence[RankedOpportunity], give: float, *, stable: bool | None) -> str:
    if not items:
        return "No opportunity is recorded."
    if not scored:
        return f"No opportunity of {len(items)} can be scored by RICE: reach, impact, confidence or effort is not known."
    trust = (
        ""
        if stable is None
        else f", and stays first if every figure is off by {give:.0%}"
        if stable
        else f", but figures off by {give:.0%} could change that"
    )
    return f"{quoted(scored[0].statement)} comes first of {len(scored)} by RICE{trust}; {len(items) - len(scored)} cannot be scored."
