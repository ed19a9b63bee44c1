"""What must hold before a comparison may be believed, as facts; the rules make findings of them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal

from attrs import frozen

from journeykit.model import Journey

if TYPE_CHECKING:
    from .result import Comparison

__all__ = ["Code", "Precondition", "preconditions"]

Code = Literal["CMP-01", "CMP-02", "CMP-03", "CMP-04", "CMP-05"]
_ENOUGH = 0.6
_TESTS = frozenset({"concept_test", "usability_test", "focus_group", "competitor_intel", "form", "survey", "interview"})


@frozen(kw_only=True)
class Precondition:
    """One precondition and whether it is met.

    Attributes:
        code: of the rule: CMP-01 same KPI methods, CMP-02 same persona, goal and scope, CMP-03 enough touchpoints matched,
            CMP-04 the future rests on something that customers said, CMP-05 feelings are known in the same way.
        is_met: None where there is nothing to judge it by.
        about: what was looked at: a field, or the id of a KPI.
        before, after: what was found on each side.
    """

    code: Code
    is_met: bool | None
    about: str
    before: Any = None
    after: Any = None


def preconditions(comparison: "Comparison") -> tuple[Precondition, ...]:
    """All preconditions of a comparison of two journeys; of two portfolios, those of the KPIs alone."""
    found = list(_methods(comparison))
    before, after = comparison.before, comparison.after
    if isinstance(before, Journey) and isinstance(after, Journey):
        found += [*_same_subject(before, after), _matched(comparison), *_evidence(after), _bases(before, after)]
    return tuple(found)


def _methods(comparison: "Comparison") -> Iterator[Precondition]:
    """KPIs of both sides that have one id: the same scale and method, else their values say nothing about each other."""
    one, other = (side.library if isinstance(side, Journey) else side for side in (comparison.before, comparison.after))
    for kpi in one.kpis:
        same = other.kpis.get(kpi.id)
        if same is not None:
            mine, yours = (kpi.method, kpi.scale), (same.method, same.scale)
            is_met = None if "unknown" in {kpi.method, same.method} else mine == yours
            yield Precondition(code="CMP-01", is_met=is_met, about=kpi.id, before=mine, after=yours)


def _same_subject(before: Journey, after: Journey) -> Iterator[Precondition]:
    for name in ("persona", "customer_goal", "scope"):
        one, other = getattr(before, name), getattr(after, name)
        yield Precondition(
            code="CMP-02", is_met=None if one is None and other is None else one == other, about=name, before=one, after=other
        )


def _matched(comparison: "Comparison") -> Precondition:
    """The share of touchpoints of the larger side that have a partner, splits and merges included."""
    rows = [row for row in comparison.rows if row.what == "Touchpoint"]
    counts = [(sum(len(side(row)) for row in rows if row.old and row.new), sum(len(side(row)) for row in rows)) for side in (_old, _new)]
    shares = [part / whole if whole else None for part, whole in counts]
    known = [one for one in shares if one is not None]
    return Precondition(
        code="CMP-03", is_met=min(known) >= _ENOUGH if known else None, about="touchpoints", before=counts[0], after=counts[1]
    )


def _old(row: Any) -> tuple[Any, ...]:
    held: tuple[Any, ...] = row.old
    return held


def _new(row: Any) -> tuple[Any, ...]:
    held: tuple[Any, ...] = row.new
    return held


def _evidence(after: Journey) -> Iterator[Precondition]:
    """A future that nobody showed to customers is an opinion."""
    if after.state != "future":
        return
    cited = {*after.sources, *(name for one in after.touchpoints for name in one.sources)}
    kinds = {source.kind for name in cited if (source := after.library.sources.get(name)) is not None}
    yield Precondition(code="CMP-04", is_met=bool(kinds & _TESTS), about="sources", after=tuple(sorted(cited)))


def _bases(before: Journey, after: Journey) -> Precondition:
    """Intended is not measured: the bases of all readings on both sides."""
    one, other = (
        tuple(sorted({reading.basis for touchpoint in side.touchpoints for reading in touchpoint.emotions})) for side in (before, after)
    )
    return Precondition(code="CMP-05", is_met=one == other if one and other else None, about="emotions", before=one, after=other)
