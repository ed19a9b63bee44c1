"""Customers' view against that of employees: gaps touchpoint by touchpoint, never averaged away."""

from collections.abc import Iterator, Mapping, Sequence
from math import sqrt
from typing import TYPE_CHECKING, Literal

from attrs import evolve, frozen

from journeykit.measure import Difference
from journeykit.model import MOMENTS, Journey, Touchpoint

from .feelings import last_readings, margin_of
from .pains import pains_by_text
from .preparing import counterparts, two_journeys

if TYPE_CHECKING:
    from .result import Comparison

__all__ = ["Gap", "Perception", "Quadrant", "perception"]

Quadrant = Literal["agreed good", "agreed pain", "blind spot", "hidden strength"]
Side = Literal["customer", "employee"]
_MATERIAL = 1.0
_LEAST = 3


@frozen(kw_only=True)
class Gap:
    """What customers and employees feel at one moment of one touchpoint.

    Attributes:
        touchpoint: its id on the customers' side; None where they do not have it.
        counterpart: its id on the employees' side; None where they do not have it.
        in_parts: the side that has in parts what the other has as a whole; then each part has a gap of its own to the whole.
        customer, employee: valence, -2 to +2; None where that side has no reading.
        bases: how the two are known, customers first.
        gap: employee minus customer; positive: employees think it better than it is.
        margin: the gap with its margin of error; None where n or standard deviation is not stated on both sides.
        is_material: the gap is one or more.
        quadrant: agreed good, agreed pain, blind spot (employees think it good, customers do not), hidden strength; None where a
            reading is missing or exactly neutral.
    """

    touchpoint: str | None
    moment: str
    customer: float | None
    employee: float | None
    bases: tuple[str | None, str | None]
    margin: Difference | None = None
    counterpart: str | None = None
    in_parts: Side | None = None

    @property
    def gap(self) -> float | None:
        """Employee minus customer; None where one is missing."""
        return self.employee - self.customer if self.customer is not None and self.employee is not None else None

    @property
    def is_material(self) -> bool:
        """The gap is one or more, either way."""
        return self.gap is not None and abs(self.gap) >= _MATERIAL

    @property
    def quadrant(self) -> Quadrant | None:
        """Where it stands between the two views."""
        if not self.customer or not self.employee:
            return None
        if (self.customer > 0) == (self.employee > 0):
            return "agreed good" if self.customer > 0 else "agreed pain"
        return "blind spot" if self.employee > 0 else "hidden strength"


@frozen(kw_only=True)
class Perception:
    """Two views of one journey.

    Attributes:
        gaps: every moment of which either side has a reading, in the order of the customers; what only employees have at the end.
        overestimated, underestimated: the material gaps, largest first.
        without_view: touchpoints that customers judge and employees do not.
        customer_pains, employee_pains, shared_pains: texts only customers name (blind spots), only employees name, both name.
        importance_correlation: Spearman's rank correlation of importance over touchpoints that both rated; None below three, or
            where one side rates all alike.
        rated: over how many touchpoints; what one side has in parts is not among them.
        top_overlap: share of the `top` most important touchpoints that both name; None where either has rated fewer.
        critical_agreed: whether both name the same critical moment; None where either names none.
    """

    gaps: tuple[Gap, ...]
    customer_pains: tuple[str, ...]
    employee_pains: tuple[str, ...]
    shared_pains: tuple[str, ...]
    importance_correlation: float | None
    rated: int
    top: int
    top_overlap: float | None
    critical_agreed: bool | None

    @property
    def overestimated(self) -> tuple[Gap, ...]:
        """Where employees think it better by one or more, largest gap first."""
        return self._material(1)

    @property
    def underestimated(self) -> tuple[Gap, ...]:
        """Where employees think it worse by one or more, largest gap first."""
        return self._material(-1)

    def _material(self, sign: int) -> tuple[Gap, ...]:
        found = [(sign * gap, one) for one in self.gaps if (gap := one.gap) is not None and sign * gap >= _MATERIAL]
        return tuple(one for _, one in sorted(found, key=lambda pair: -pair[0]))

    @property
    def without_view(self) -> tuple[str, ...]:
        """Touchpoints that customers judge and employees do not."""
        judged = {one.touchpoint for one in self.gaps if one.employee is not None}
        asked = (one.touchpoint for one in self.gaps if one.customer is not None and one.touchpoint not in judged)
        return tuple(dict.fromkeys(key for key in asked if key is not None))


def perception(comparison: "Comparison", *, top: int = 3) -> Perception:
    """The view of customers against that of employees.

    Two journeys: one is the customers' account (`perspective` customer; the side before where that does not tell), the other
    that of the employees. One journey compared with itself: the claims of both perspectives in it.

    Args:
        comparison: of two journeys.
        top: how many of the most important touchpoints are compared.

    Raises:
        ConversionError: two portfolios were compared.
    """
    before, after = two_journeys(comparison, "Perception")
    turned = before.perspective != "customer" and after.perspective == "customer"
    customer, employee = (after, before) if turned else (before, after)
    alone = before == after
    found = _backwards(counterparts(comparison)) if turned else counterparts(comparison)
    alike = _backwards(found)
    back = {key: held[0] for key, held in found.items() if len(held) == 1 == len(alike[held[0]])}
    pairs = [(one, other) for one in customer.touchpoints if (other := employee.touchpoints.get(back.get(one.id, ""))) is not None]
    mine, yours = _importance(pairs, "customer"), _importance(pairs, "employee")
    both = [key for key in mine if key in yours]
    views = "customer" if alone else customer.perspective, "employee" if alone else employee.perspective
    named = [pains_by_text(side, view) for side, view in ((customer, views[0]), (employee, views[1]))]
    moments = [customer.critical_moment, employee.critical_moment]
    return Perception(
        gaps=tuple(_gaps(customer, employee, found, views)),
        customer_pains=tuple(text for key, text in named[0].items() if key not in named[1]),
        employee_pains=tuple(text for key, text in named[1].items() if key not in named[0]),
        shared_pains=tuple(text for key, text in named[0].items() if key in named[1]),
        importance_correlation=spearman([mine[key] for key in both], [yours[key] for key in both]),
        rated=len(both),
        top=top,
        top_overlap=_overlap(mine, yours, top),
        critical_agreed=None if alone or None in moments else moments[1] in found.get(moments[0] or "", ()),
    )


def _backwards(found: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    back: dict[str, list[str]] = {}
    for key, held in found.items():
        for one in held:
            back.setdefault(one, []).append(key)
    return {key: tuple(held) for key, held in back.items()}


def _gaps(customer: Journey, employee: Journey, found: Mapping[str, Sequence[str]], views: tuple[str, str]) -> Iterator[Gap]:
    back = _backwards(found)
    for one in customer.touchpoints:
        held = found.get(one.id, ())
        for key in held or (None,):
            in_parts: Side | None = "employee" if len(held) > 1 else "customer" if key is not None and len(back[key]) > 1 else None
            for gap in _moments(one, employee.touchpoints[key] if key is not None else None, customer.perspective, views):
                yield evolve(gap, in_parts=in_parts)
    for one in employee.touchpoints:
        if one.id not in back:
            yield from _moments(None, one, customer.perspective, views)


def _moments(one: Touchpoint | None, other: Touchpoint | None, own: str, views: tuple[str, str]) -> Iterator[Gap]:
    """A gap for each moment that either has a reading of; `own`: the perspective of the customers' journey."""
    mine = last_readings(one, own, views[0])
    yours = last_readings(other, views[1] if other is not one else own, views[1])
    for moment in MOMENTS:
        first, second = mine.get(moment), yours.get(moment)
        if first is not None or second is not None:
            yield Gap(
                touchpoint=None if one is None else one.id, counterpart=None if other is None else other.id, moment=moment,
                customer=None if first is None else first.valence, employee=None if second is None else second.valence,
                bases=(None if first is None else first.basis, None if second is None else second.basis), margin=margin_of(first, second),
            )  # fmt: skip


def _importance(pairs: Sequence[tuple[Touchpoint, Touchpoint]], view: Side) -> dict[str, float]:
    found = {}
    for one, other in pairs:
        rated = one.importance.get(view, other.importance.get(view))
        if rated is not None:
            found[one.id] = rated
    return found


def _overlap(mine: Mapping[str, float], yours: Mapping[str, float], top: int) -> float | None:
    """Shared among the highest; ties at the border are all counted on both sides."""
    if min(len(mine), len(yours)) < top or top < 1:
        return None
    sides = []
    for side in (mine, yours):
        border = sorted(side.values(), reverse=True)[top - 1]
        sides.append({key for key, value in side.items() if value >= border})
    return len(sides[0] & sides[1]) / min(len(sides[0]), len(sides[1]))


def spearman(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Rank correlation, equal values sharing the mean rank; None below three pairs or without any variation.

    Source: Spearman 1904.

    Example:
        >>> spearman([1, 2, 3, 4], [1, 2, 4, 3])
        0.8
    """
    if len(one) < _LEAST:
        return None
    x, y = _ranks(one), _ranks(other)
    middle = (len(x) + 1) / 2
    spread = sqrt(sum((a - middle) ** 2 for a in x) * sum((b - middle) ** 2 for b in y))
    return round(sum((a - middle) * (b - middle) for a, b in zip(x, y, strict=True)) / spread, 9) if spread else None


def _ranks(values: Sequence[float]) -> list[float]:
    return [sum(other < one for other in values) + (sum(other == one for other in values) + 1) / 2 for one in values]
