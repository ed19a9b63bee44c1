"""What an action brings and costs: three cases, and none where an input is missing."""

from collections.abc import Iterator, Sequence
from decimal import Decimal, localcontext
from typing import Literal, get_args

from attrs import frozen

from journeykit.arguments import door
from journeykit.errors import Problem, UnknownNameError, did_you_mean, shown, step
from journeykit.model import Action, Benefit, Money, Portfolio

from ._numbers import count, number, quoted
from ._places import about, insights_in, library_of, opportunities_in, places_in
from ._result import Book, Cell, Missing, Result, Used

CaseName = Literal["low", "base", "high"]
CASES: tuple[CaseName, ...] = get_args(CaseName)
_COLUMNS = (
    "action",
    "title",
    "case",
    "benefit_a_year",
    "cost",
    "running_cost_a_year",
    "currency",
    "net",
    "payback_months",
    "basis",
    "refused",
)
_LARGEST = Decimal(10) ** 24  # beyond any money; cents stay exact in the usual 28 digits


@frozen(kw_only=True)
class Case:
    """One case of one action. All figures are None where `refused` names what is missing.

    Attributes:
        benefit: a year. net: over the horizon: discounted benefits less running costs, less the one-off cost.
        payback: months until the one-off cost is earned back; None where it never is, or is not known.
        never_pays_back: the yearly benefit does not exceed the running cost.
    """

    name: CaseName
    benefit: Money | None
    net: Money | None = None
    payback: float | None = None
    never_pays_back: bool = False
    refused: tuple[str, ...] = ()


@frozen(kw_only=True)
class ActionCase:
    """The three cases of one action, and what it brings to customers.

    Attributes:
        bases: how the inputs of the benefit are known: measured or assumed.
        customer_value: 1 to 5. targets: the KPIs that it is to move, as (name, baseline, target).
    """

    action: str
    title: str
    cases: tuple[Case, ...]
    bases: tuple[str, ...]
    cost: Money | None
    running_cost: Money | None
    customer_value: int | None
    targets: tuple[tuple[str, float | None, float | None], ...]

    def case(self, name: CaseName) -> Case:
        """The low, base or high case."""
        return self.cases[CASES.index(name)]


@frozen(kw_only=True)
class BusinessCase(Result[tuple[str, ...]]):
    """Business cases; `value` holds the ids of the actions whose base benefit can be computed.

    `items`: one for each action. There is no sum over actions: two actions may bring the same benefit.
    """

    items: tuple[ActionCase, ...] = ()


@door
def business_case(
    book: Book, action: str | None = None, *, years: int = 3, discount: float = 0, spread: float | None = None
) -> BusinessCase:
    """Yearly benefit Σ reach × change × value of one unit; payback; net over a horizon; each low, base and high.

    A case is refused where an input is missing, and the result names it: a missing figure is not 0. Currencies are not converted.

    Args:
        book: a journey (actions that concern it) or a portfolio (all).
        action: id of one action; None: all of them.
        years: the horizon, whole years of 1 or more.
        discount: yearly rate above -1, 0.05 for 5 %.
        spread: where a benefit gives no low or high change, change × (1 ∓ spread) stands for it, labelled assumed; None: those cases
            are refused.

    Raises:
        UnknownNameError: there is no such action.

    Example:
        >>> from journeykit.model import Action, Benefit, Money, Portfolio
        >>> saved = Benefit(kind="contacts_avoided", reach=10_000, change=0.1, value=Money(5, "EUR"), basis="measured")
        >>> book = Portfolio("Shop", actions=[Action("Say the price", id="price", cost=Money(2500, "EUR"), benefits=[saved])])
        >>> base = business_case(book, "price").items[0].case("base")
        >>> str(base.benefit), base.payback
        ('5000 EUR', 6.0)
    """
    chosen = tuple(_chosen(book, action))
    kpis = library_of(book).kpis
    items: list[ActionCase] = []
    missing: list[Missing] = []
    used: list[Used] = []
    for one in chosen:
        cases = tuple(_case(one, name, years=years, discount=discount, spread=spread) for name in CASES)
        bases = tuple(dict.fromkeys(benefit.basis for benefit in one.benefits))
        targets = tuple(
            (known.name if (known := kpis.get(target.kpi)) else target.kpi, target.baseline, target.target) for target in one.kpis
        )
        items.append(
            ActionCase(
                action=one.id, title=one.title, cases=cases, bases=bases, cost=one.cost, running_cost=one.running_cost,
                customer_value=one.customer_value, targets=targets,
            )
        )  # fmt: skip
        where = step("actions", one.id)
        missing += [
            Missing(f"{where}.{what}", "missing: refused to compute")
            for what in dict.fromkeys(what for case in cases for what in case.refused)
        ]
        used += [Used(f"{where}.{name}", value) for name, value in _inputs(one)]
    return BusinessCase(
        measure="business_case",
        about=about(book),
        value=tuple(one.action for one in items if one.case("base").benefit is not None),
        sentence=_sentence(items),
        columns=_COLUMNS,
        records=tuple(_record(one, case) for one in items for case in one.cases),
        used=tuple(used),
        missing=tuple(missing),
        basis=tuple(dict.fromkeys(basis for one in items for basis in one.bases)),
        notes=("Benefits of different actions may be the same benefit: they are not added up.",),
        items=tuple(items),
    )


def _chosen(book: Book, action: str | None) -> Iterator[Action]:
    library = library_of(book)
    if action is not None:
        found = library.actions.get(action)
        if found is None:
            raise UnknownNameError(
                Problem(f"There is no action {shown(action)}.", got=shown(action), hint=did_you_mean(action, library.actions.ids))
            )
        yield found
    elif isinstance(book, Portfolio):
        yield from book.actions
    else:
        here = places_in(book)
        keys = {standing.key for _, standing in (*insights_in(book), *opportunities_in(book))}
        yield from (
            one for one in library.actions if any(place in here for place in one.touches) or any(key in keys for key in one.addresses)
        )


def _inputs(one: Action) -> Iterator[tuple[str, Cell]]:
    for at, benefit in enumerate(one.benefits):
        for name in ("reach", "change", "low", "high"):
            value: float | None = getattr(benefit, name)
            if value is not None:
                yield f"{step('benefits', at)}.{name}", value
        if benefit.value is not None:
            yield f"{step('benefits', at)}.value", f"{benefit.value} ({benefit.basis})"
    for name in ("cost", "running_cost"):
        money: Money | None = getattr(one, name)
        if money is not None:
            yield name, str(money)


def _change(benefit: Benefit, case: CaseName, spread: float | None) -> Decimal | None:
    given = benefit.change if case == "base" else benefit.low if case == "low" else benefit.high
    if given is not None or spread is None or benefit.change is None:
        return None if given is None else _exact(given)
    part = abs(_exact(benefit.change)) * _exact(spread)
    return _exact(benefit.change) + (part if case == "high" else -part)


def _benefit(one: Action, case: CaseName, spread: float | None) -> tuple[Money | None, tuple[str, ...]]:
    """Σ reach × change × value, or the fields that are missing."""
    refused: list[str] = [] if one.benefits else ["benefits"]
    total, currencies = Decimal(0), set[str]()
    for at, benefit in enumerate(one.benefits):
        change = _change(benefit, case, spread)
        where = step("benefits", at)
        lacking = {"reach": benefit.reach, "change" if case == "base" else case: change, "value": benefit.value}
        refused += [f"{where}.{name}" for name, value in lacking.items() if value is None]
        if benefit.reach is not None and change is not None and benefit.value is not None:
            total += _exact(benefit.reach) * change * benefit.value.amount
            currencies.add(benefit.value.currency)
    if len(currencies) > 1:
        refused.append("benefits: one currency instead of " + ", ".join(sorted(currencies)))
    if not refused and abs(total) >= _LARGEST:
        refused.append("benefits: figures of a size that money has")
    return (None, tuple(refused)) if refused else (Money(round(total, 2), currencies.pop()), ())


def _case(one: Action, name: CaseName, *, years: int, discount: float, spread: float | None) -> Case:
    with localcontext(prec=60):
        benefit, refused = _benefit(one, name, spread)
        if benefit is None:
            return Case(name=name, benefit=None, refused=refused)
        costs = {"cost": one.cost, "running_cost": one.running_cost}
        if any(money is not None and abs(money.amount) >= _LARGEST for money in costs.values()):
            return Case(name=name, benefit=benefit, refused=("costs of a size that money has",))
        if one.cost is None:
            return Case(name=name, benefit=benefit, refused=("cost",))
        if wrong := tuple(
            f"{field} in {benefit.currency}" for field, money in costs.items() if money is not None and money.currency != benefit.currency
        ):
            return Case(name=name, benefit=benefit, refused=wrong)
        running = one.running_cost.amount if one.running_cost is not None else Decimal(0)
        yearly = benefit.amount - running
        rate = 1 + _exact(discount)
        net = sum((yearly / rate**year for year in range(1, years + 1)), Decimal(0)) - one.cost.amount
        payback = float(one.cost.amount / yearly * 12) if yearly > 0 else None
        return Case(
            name=name, benefit=benefit, net=Money(round(net, 2), benefit.currency), payback=payback, never_pays_back=yearly <= 0
        )  # fmt: skip


def _exact(value: float) -> Decimal:
    return Decimal(str(value))


def _record(one: ActionCase, case: Case) -> tuple[Cell, ...]:
    return (
        one.action, one.title, case.name, _amount(case.benefit), _amount(one.cost), _amount(one.running_cost),
        case.benefit.currency if case.benefit else None, _amount(case.net), case.payback, ", ".join(one.bases) or None,
        ", ".join(case.refused) or None,
    )  # fmt: skip


def _amount(money: Money | None) -> float | None:
    return None if money is None else float(money.amount)


def _sentence(items: Sequence[ActionCase]) -> str:
    if not items:
        return "No action is recorded."
    known = [one for one in items if one.case("base").benefit is not None]
    refused = len(items) - len(known)
    if not known:
        return f"No business case of {len(items)} can be computed: inputs are missing, and are named."
    first = known[0]
    case = first.case("base")
    text = f"{quoted(first.title)} brings {case.benefit} a year"
    if case.payback is not None:
        text += f" and pays back in {number(case.payback, 1)} months"
    elif case.never_pays_back:
        text += " and never pays back"
    return f"{text} (inputs {', '.join(first.bases)})" + (
        f"; {count(refused, 'other case')} refused for missing inputs." if refused else "."
    )
