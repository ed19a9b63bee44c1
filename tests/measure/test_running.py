"""Time, reliability and business cases at their edges."""

from decimal import Decimal
from typing import Any

import pytest

from journeykit import measure
from journeykit.errors import ConversionError
from journeykit.model import (
    KPI,
    Action,
    Benefit,
    FailPoint,
    Link,
    Measurement,
    Money,
    Portfolio,
    Target,
    Touchpoint,
)
from tests.measure.building import journey


def test_branches_weigh_the_expected_time() -> None:
    steps = [Touchpoint(name, duration="10 min") for name in ("Ask", "Self", "Help", "Done")]
    links = [
        Link(source="ask", target="self", kind="branch", probability=0.75),
        Link(source="ask", target="help", kind="branch"),
        Link(source="self", target="done"),
    ]
    found = measure.time(journey(*steps, links=links))
    assert (found.value, found.expected) == (40, 30)
    assert [one.visits for one in found.spans] == [1, 0.75, 0.25, 1]


def test_a_loop_is_walked_as_often_as_it_is_taken() -> None:
    steps = [Touchpoint("Try", duration="10 min"), Touchpoint("Check", duration="2 min"), Touchpoint("Done", duration="1 min")]
    links = [
        Link(source="check", target="try", kind="branch", probability=0.5),
        Link(source="check", target="done", kind="branch", probability=0.5),
    ]
    assert measure.time(journey(*steps, links=links)).expected == pytest.approx(2 * 12 + 1)


@pytest.mark.parametrize("shares", [(None, None), (0.5, 0.2), (0.9, 0.9)])
def test_branches_that_do_not_say_how_often_give_no_expected_time(shares: tuple[float | None, float | None]) -> None:
    steps = [Touchpoint(name, duration="10 min") for name in ("Ask", "Self", "Help")]
    links = [
        Link(source="ask", target=name, kind="branch", probability=share) for name, share in zip(("self", "help"), shares, strict=True)
    ]
    found = measure.time(journey(*steps, links=links))
    assert found.value == 30
    assert found.expected is None
    assert found.missing


def test_waits_tolerance_and_repeats() -> None:
    steps = [
        Touchpoint("A", duration="10 min", wait_before="30 min", tolerance="8 min"),
        Touchpoint("B", duration="10 min", wait_before="5 min", tolerance="10 min", optional=True),
        Touchpoint("C", duration="10 min", repeats=True, at_most=3),
    ]
    found = measure.time(journey(*steps))
    assert (found.duration, found.wait, found.total, found.wait_share) == (30, 35, 65, pytest.approx(35 / 65))
    assert found.over_tolerance == ("a",)
    assert [one.touchpoint for one in found.longest_waits] == ["a", "b"]
    assert (found.low, found.high) == (20, 50)
    assert measure.time(journey(Touchpoint("C", duration="1 min", repeats=True))).high is None


def test_an_actual_run_is_timed_by_its_clock() -> None:
    run = Touchpoint("A", started="2025-06-30T14:00+02:00", ended="2025-06-30T14:25+02:00")
    found = measure.time(journey(run, form="actual"))
    assert (found.value, found.basis) == (25, ("observed",))


def test_a_target_must_be_a_duration() -> None:
    with pytest.raises(ConversionError):
        measure.time(journey(), target="soon")


def test_the_installation_chain() -> None:
    chain = (("Logistics", 0.1), ("Network", 0.15), ("Field", 0.05), ("Sales", 0.1))
    found = measure.reliability(journey(*(Touchpoint(name, fail_point=FailPoint("Fails", probability=p)) for name, p in chain)))
    assert found.value == pytest.approx(0.654075)
    assert found.weakest == "network"
    assert found.sentence.startswith("65 % go right from end to end (0.654)")


def test_an_unknown_link_leaves_only_a_limit() -> None:
    right = KPI("First time right", metric="first_time_right", unit="%", measurements=[Measurement(at=2025, value=80, anchor="buy/a")])
    held = journey(Touchpoint("A", fail_point=FailPoint("Fails", probability=0.5)), Touchpoint("B"), Touchpoint("C", optional=True))
    found = measure.reliability(Portfolio("B", kpis=[right], journeys=[held]).journeys["buy"])
    assert (found.value, found.at_most, found.basis) == (None, 0.8, ("measured",))
    assert [one.touchpoint for one in found.links] == ["a", "b"]


def case(**more: Any) -> measure.BusinessCase:
    benefit = Benefit(reach=10_000, change=0.1, low=0.05, high=0.2, value=Money(5, "EUR"), basis="measured")
    fields: dict[str, Any] = {"cost": Money(2500, "EUR"), "running_cost": Money(1000, "EUR"), "benefits": [benefit], **more}
    return measure.business_case(
        Portfolio("B", kpis=[KPI("NPS")], actions=[Action("Say the price", id="price", **fields)]), "price", years=2
    )


def test_three_cases_of_an_action() -> None:
    (one,) = case(kpis=[Target(kpi="nps", baseline=10, target=20)]).items
    assert [str(found.benefit) for found in one.cases] == ["2500 EUR", "5000 EUR", "10000 EUR"]
    assert [str(found.net) for found in one.cases] == ["500 EUR", "5500 EUR", "15500 EUR"]
    assert one.case("base").payback == 7.5
    assert one.bases == ("measured",)
    assert one.targets == (("NPS", 10, 20),)


def test_a_missing_input_refuses_the_case_and_is_named() -> None:
    found = case(benefits=[Benefit(reach=100, change=0.1)])
    assert found.value == ()
    assert [one.where for one in found.missing] == [
        "actions['price'].benefits[0].low",
        "actions['price'].benefits[0].value",
        "actions['price'].benefits[0].high",
    ]
    assert "cannot" not in found.items[0].cases[1].refused
    only_base = case(benefits=[Benefit(reach=100, change=0.1, value=Money(1, "EUR"))])
    assert [one.benefit is None for one in only_base.items[0].cases] == [True, False, True]


def test_currencies_are_not_converted() -> None:
    found = case(cost=Money(100, "USD")).items[0].case("base")
    assert (found.net, found.refused) == (None, ("cost in EUR",))
    two = [Benefit(reach=1, change=1, value=Money(1, currency)) for currency in ("EUR", "USD")]
    assert case(benefits=two).value == ()


def test_an_action_that_costs_more_than_it_brings_never_pays_back() -> None:
    found = case(running_cost=Money(6000, "EUR")).items[0].case("base")
    assert (found.payback, found.never_pays_back) == (None, True)
    assert "never pays back" in case(running_cost=Money(6000, "EUR")).sentence


def test_a_spread_and_a_discount_are_only_used_when_given() -> None:
    saved = Benefit(reach=100, change=0.1, value=Money(10, "EUR"))
    book = Portfolio("B", actions=[Action("A", cost=Money(100, "EUR"), benefits=[saved])])
    (one,) = measure.business_case(book, spread=0.5, years=1, discount=0.25).items
    assert [found.benefit.amount for found in one.cases if found.benefit] == [50, 100, 150]
    assert one.case("base").net == Money(Decimal(-20), "EUR")


def test_the_channel_changes_also_across_what_the_customer_does_alone() -> None:
    calls, waits, lets_in = Touchpoint("Calls", channel="phone"), Touchpoint("Waits", kind="action"), Touchpoint("Lets in", channel="home")
    found = measure.channel_switches(journey(calls, waits, lets_in))
    assert [(one.start, one.end, one.is_forced) for one in found.switches] == [("calls", "lets-in", True)]
    assert measure.effort(journey(calls, waits, lets_in)).channel_switches == 1
    unknown = measure.channel_switches(journey(calls, Touchpoint("Is met"), lets_in))
    assert (unknown.value, len(unknown.missing)) == (0, 1)
