"""What must hold before a comparison may be believed, as facts; the rules make findings of them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal

from attrs import frozen

from journeykit.measure import series_in
from journeykit.model import Journey

from .figures import judged_alike
from .lens_action import action
from .rows import Row

if TYPE_CHECKING:
    from .lenses import Lens
    from .result import Comparison

__all__ = ["Code", "Precondition", "preconditions"]

Code = Literal["CMP-01", "CMP-02", "CMP-03", "CMP-04", "CMP-05", "MEA-09"]
_ENOUGH = 0.6
_TESTS = frozenset({"concept_test", "usability_test", "focus_group", "competitor_intel", "form", "survey", "interview"})


@frozen(kw_only=True)
class Precondition:
    """One precondition and whether it is met.

    Attributes:
        code: of the rule: CMP-01 same KPI methods, CMP-02 same persona, goal and scope, CMP-03 enough touchpoints matched,
            CMP-04 the future rests on something that customers said, CMP-05 feelings are known in the same way, MEA-09 an action has
            figures before and since; None where only the lens asks for it.
        is_met: None where there is nothing to judge it by.
        about: what was looked at: a field, or the id of a KPI or action.
        before, after: what was found on each side.
    """

    code: Code | None
    is_met: bool | None
    about: str
    before: Any = None
    after: Any = None


def preconditions(comparison: "Comparison", lens: "Lens | None" = None) -> tuple[Precondition, ...]:
    """The preconditions of a comparison through a lens, or of any comparison; of two portfolios, those of the KPIs and actions alone.

    Args:
        comparison: of two journeys or portfolios.
        lens: which question is asked; each has preconditions of its own.
    """
    found = list(_methods(comparison))
    before, after = comparison.before, comparison.after
    if isinstance(before, Journey) and isinstance(after, Journey):
        found += _of_journeys(comparison, before, after, lens)
    if lens == "action":
        found += _actions(comparison)
    return tuple(found)


def _of_journeys(comparison: "Comparison", before: Journey, after: Journey, lens: "Lens | None") -> Iterator[Precondition]:
    match lens:
        case None | "future":
            yield from _same(comparison, "persona", "customer_goal", "scope")
            if lens == "future":
                is_met = before.state != "future" and after.state == "future"
                yield Precondition(code=None, is_met=is_met, about="state", before=before.state, after=after.state)
            yield _matched(comparison)
            yield from _evidence(after)
            yield _bases(before, after)
        case "personas":
            yield from _same(comparison, "customer_goal", "state")
            yield _different(comparison, "persona")
            yield _matched(comparison)
            yield _bases(before, after)
        case "perception":
            yield from _same(comparison, "persona", "customer_goal", "scope")
            yield _views(before, after)
            yield _matched(comparison)
        case "conformance":
            yield Precondition(
                code=None, is_met=before.form != "actual" and after.form == "actual", about="form", before=before.form, after=after.form
            )
        case "versions":
            yield _lineage(before, after)
            yield from _same(comparison, "persona", "customer_goal", "scope")
            yield _matched(comparison)
            yield _bases(before, after)
        case "competitor":
            yield from _same(comparison, "persona", "customer_goal")
            subjects = [one.subject or one.library.organisation for one in (before, after)]
            differ = None if None in subjects else comparison.translation.now("actor", subjects[0] or "") != subjects[1]
            yield Precondition(code=None, is_met=differ, about="subject", before=subjects[0], after=subjects[1])
            yield _matched(comparison)
            yield _bases(before, after)
        case "channels":
            yield from _by_channel(after)
        case "expectation" | "action":
            pass


def _methods(comparison: "Comparison") -> Iterator[Precondition]:
    """KPIs of both sides that have one id: the same unit, scale and method, else their values say nothing about each other."""
    one, other = (side.library if isinstance(side, Journey) else side for side in (comparison.before, comparison.after))
    for kpi in one.kpis:
        same = other.kpis.get(comparison.translation.now("kpi", kpi.id))
        if same is not None:
            mine, yours = (kpi.method, kpi.scale), (same.method, same.scale)
            is_met = None if "unknown" in {kpi.method, same.method} else judged_alike(kpi, same)
            yield Precondition(code="CMP-01", is_met=is_met, about=kpi.id, before=mine, after=yours)


def _same(comparison: "Comparison", *names: str) -> Iterator[Precondition]:
    for name in names:
        one, other = getattr(comparison.before, name), getattr(comparison.after, name)
        is_met = None if one is None and other is None else _now(comparison, name, one) == other
        yield Precondition(code="CMP-02", is_met=is_met, about=name, before=one, after=other)


def _different(comparison: "Comparison", name: str) -> Precondition:
    one, other = getattr(comparison.before, name), getattr(comparison.after, name)
    is_met = None if one is None or other is None else _now(comparison, name, one) != other
    return Precondition(code=None, is_met=is_met, about=name, before=one, after=other)


def _now(comparison: "Comparison", name: str, value: Any) -> Any:
    """What a field held before, as it reads after: a persona may have got another id."""
    return comparison.translation.now("actor", value) if name == "persona" and value is not None else value


def _views(before: Journey, after: Journey) -> Precondition:
    """Customers on one side, somebody else on the other; or both in one journey."""
    views = [
        sorted({one.perspective or side.perspective for held in side.touchpoints for one in held.emotions} | {side.perspective})
        for side in (before, after)
    ]
    is_met = "customer" in {*views[0], *views[1]} and len({*views[0], *views[1]}) > 1
    return Precondition(code=None, is_met=is_met, about="perspective", before=tuple(views[0]), after=tuple(views[1]))


def _lineage(before: Journey, after: Journey) -> Precondition:
    """One names the other as what it continues, or they are one journey."""
    names = {before.id: {before.origin, before.supersedes, before.id}, after.id: {after.origin, after.supersedes, after.id}}
    is_met = before.id in names[after.id] or after.id in names[before.id]
    return Precondition(code=None, is_met=is_met, about="lineage", before=before.id, after=after.supersedes or after.origin or after.id)


def _matched(comparison: "Comparison") -> Precondition:
    """The share of touchpoints of the larger side that have a partner, splits and merges included."""
    rows = [row for row in comparison.rows if row.what == "Touchpoint"]
    counts = [(sum(len(side(row)) for row in rows if row.old and row.new), sum(len(side(row)) for row in rows)) for side in (_old, _new)]
    shares = [part / whole if whole else None for part, whole in counts]
    known = [one for one in shares if one is not None]
    return Precondition(
        code="CMP-03", is_met=min(known) >= _ENOUGH if known else None, about="touchpoints", before=counts[0], after=counts[1]
    )


def _old(row: Row) -> tuple[Any, ...]:
    return row.old


def _new(row: Row) -> tuple[Any, ...]:
    return row.new


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


def _by_channel(after: Journey) -> Iterator[Precondition]:
    """Some figure names its channel or persona, else nothing can be set beside anything."""
    known = sorted({one.kpi.id for one in series_in(after) if one.points and (one.channel or one.persona)})
    yield Precondition(code=None, is_met=bool(known), about="measurements", after=tuple(known))


def _actions(comparison: "Comparison") -> Iterator[Precondition]:
    for one in action(comparison).actions:
        yield Precondition(code="MEA-09", is_met=one.can_be_shown, about=one.action.id, after=one.implemented_on)
