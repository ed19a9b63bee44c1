"""Rules of goals and figures at their borders: the value that still passes, the first that does not, and what is said."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from journeykit.model import (
    KPI,
    Action,
    Actor,
    Channel,
    Goal,
    Measurement,
    Owner,
    Persona,
    Portfolio,
    Target,
    TeamMember,
    Touchpoint,
)
from tests.rules.asking import found, of, places

AIM = (Target(kpi="k", target=1),)


# ------------------------------------------------------------------------------------------------- goals, team and review
def goals(*targets: Target) -> Portfolio:
    return Portfolio("B", kpis=[KPI("Wait")], goals=[Goal("Less waiting", targets=targets)])


def test_a_goal_lacks_a_kpi_or_a_value() -> None:
    aim, none = Target(kpi="wait", target=0), Target(kpi="wait")
    assert found(goals(), "MGT-01") == ['Goal "Less waiting" (less-waiting) has no KPI.']
    assert found(goals(none), "MGT-01") == ['Goal "Less waiting" (less-waiting) has no target value.']
    assert found(goals(none, aim), "MGT-01") == [], "0 is a target value"


def test_a_goal_is_due_after_it_starts() -> None:
    def due(end: str | None, start: str | None = None) -> Portfolio:
        return goals(Target(kpi="wait", due="2026-12"), Target(kpi="wait", due=end, start=start))

    assert found(goals(Target(kpi="wait", target=1)), "MGT-02") == ['Goal "Less waiting" (less-waiting) has no due date.']
    for fine in (due("2026"), due(None), due(None, "2026"), due("2026-03-01", "2026-03-01"), due("2026-03", "2026-03-31")):
        assert found(fine, "MGT-02") == []
    late = due("2026-02-28", "2026-03-01")
    assert found(late, "MGT-02") == ['Goal "Less waiting" (less-waiting) is due 2026-02-28 and starts 2026-03-01.']
    assert places(late, "MGT-02") == ["goals['less-waiting'].targets[1].due"]


def test_what_a_goal_asks_for_may_fall_or_rise() -> None:
    def asked(target: float, *values: float, direction: Any = "lower", **fields: Any) -> list[str]:
        kpi = KPI("Wait", direction=direction, measurements=[Measurement(at=2020 + at, value=one) for at, one in enumerate(values)])
        return found(Portfolio("B", kpis=[kpi], goals=[Goal("G", targets=[Target(kpi="wait", target=target, **fields)])]), "MGT-03")

    assert asked(27, 40, 35) == asked(25, 40, 35) == []
    assert asked(24, 40, 35) == ['Goal "G" (g) asks for -11; the best improvement so far was 5.']
    assert asked(24, 35, 40, 34) == [], "the best of all steps, not the last"
    assert asked(41, 35, 40, direction="lower")[0].endswith("the best improvement so far was 0.")
    assert asked(50, 35, 40, direction="target") == [], "without a direction that falls, up is better"
    assert asked(0, 35, baseline=35) == ['Goal "G" (g) gives no reasons, and "Wait" (wait) has no history to judge it by.']
    assert asked(0, 40, 35, baseline=0) == [], "a baseline of 0 is one"


@pytest.mark.parametrize(
    ("at", "said"),
    [({"anchor": "i-do/a"}, False), ({"persona": "ann"}, False), ({"channel": "web"}, False), ({}, True)],
)
def test_history_is_of_the_whole(at: dict[str, Any], said: Any) -> None:
    values = [Measurement(at=2020, value=20, **at), Measurement(at=2021, value=60, **at)]
    kpi = KPI("NPS", metric="nps", direction="higher", measurements=values)
    book = Portfolio("B", kpis=[kpi], personas=[Persona("Ann")], channels=[Channel("Web")], journeys=[of(Touchpoint("A"))],
                     goals=[Goal("G", targets=[Target(kpi="nps", target=62, baseline=60)])])  # fmt: skip
    assert (found(book, "MGT-03") == []) is said


def test_our_maps_and_plans_have_an_owner() -> None:
    desk = Owner("Desk")
    for fields, amount in (({}, 1), ({"form": "planned"}, 1), ({"form": "actual"}, 0), ({"owner": "desk"}, 0)):
        assert len(found(Portfolio("B", owners=[desk], journeys=[of(Touchpoint("A"), **fields)]), "MGT-04")) == amount


def test_a_team_of_three_functions_meets_customers() -> None:
    def team(*functions: str, **settings: Any) -> list[str]:
        members = [TeamMember(f"M{at}", function=one) for at, one in enumerate(functions)]  # type: ignore[arg-type]  # words of the test
        return found(of(Touchpoint("A"), team=members), "MGT-07", **settings)

    assert team() == ['No team is named for "I do" (i-do).']
    assert team("it", "point_of_sale", "it") == ['The team of "I do" (i-do) is it and point of sale.']
    assert team("it", "marketing", "research") == ['The team of "I do" (i-do) is it, marketing and research; nobody in it meets customers.']
    assert team("it", "marketing", "customer_relations") == team("it", "point_of_sale", fewest=2) == []
    assert team("it", "marketing", "research", frontline=["it"]) == []


def test_a_sponsor_is_asked_of_maps_with_a_team() -> None:
    people = [TeamMember("Ann", function="it")]
    rivals = [Actor("Rival", kind="competitor")]
    assert found(of(Touchpoint("A"), team=people), "MGT-08") == ['The team of "I do" (i-do) has no sponsor.']
    assert found(of(Touchpoint("A"), team=[*people, TeamMember("Bo", function="leadership", sponsor=True)]), "MGT-08") == []
    assert found(of(Touchpoint("A")), "MGT-08") == found(of(Touchpoint("A"), team=people, form="planned"), "MGT-08") == []
    assert found(Portfolio("B", actors=rivals, journeys=[of(Touchpoint("A"), team=people, subject="rival")]), "MGT-08") == []


@pytest.mark.parametrize(
    ("every", "last", "today", "days"),
    [("monthly", "2025-01-01", date(2025, 2, 1), None), ("monthly", "2025-01-01", date(2025, 2, 2), 32), ("monthly", "2025-01-31", date(2025, 2, 28), None),
     ("quarterly", "2025-01-10", date(2025, 4, 10), None), ("quarterly", "2025-01-10", date(2025, 4, 11), 91), ("half_yearly", "2025-01-10", date(2025, 7, 10), None),
     ("half_yearly", "2025-01-10", date(2025, 7, 11), 182), ("yearly", "2025-01-10", date(2026, 1, 10), None), ("yearly", "2025-01-10", date(2026, 1, 11), 366)],
)  # fmt: skip
def test_reviews_are_overdue_from_the_day_after(every: Any, last: str, today: date, days: int | None) -> None:
    said = found(of(Touchpoint("A"), review_every=every, reviewed_on=last), "MGT-09", today=today)
    named = every.replace("_", "-")
    assert said == ([] if days is None else [f'"I do" (i-do) is to be reviewed {named}, and last was {days} days ago.'])


def test_reviews_that_never_were() -> None:
    assert found(of(Touchpoint("A"), review_every="half_yearly"), "MGT-09") == [
        '"I do" (i-do) is to be reviewed half-yearly and never was.'
    ]
    assert found(of(Touchpoint("A"), review_every="yearly", status="retired"), "MGT-09") == []
    assert found(of(Touchpoint("A"), reviewed_on="2000"), "MGT-09") == []


# --------------------------------------------------------------------------------------------------------------- figures
def value(amount: float, at: Any = None, **fields: Any) -> list[str]:
    return found(Portfolio("B", kpis=[KPI("K", direction="higher", measurements=[Measurement(at=at, value=amount)], **fields)]), "MEA-05")


@pytest.mark.parametrize("method", ["top_2_box", "sum_over_max"])
def test_shares_lie_in_0_to_100(method: Any) -> None:
    assert value(0, method=method) == value(0.5, method=method) == value(100, method=method) == []
    assert value(-0.5, method=method) == ['KPI "K" (k) is -0.5, outside of 0 to 100.']
    assert value(100.5, 2025, method=method) == ['KPI "K" (k) (2025) is 100.5, outside of 0 to 100.']


def test_means_lie_on_their_scale() -> None:
    for fields in ({"method": "mean"}, {}, {"method": "mean", "unit": "points"}):
        assert value(1, scale=(1, 5), **fields) == value(5, scale=(1, 5), **fields) == []
        assert value(0.9, scale=(1, 5), **fields) == ['KPI "K" (k) is 0.9, off its scale of 1 to 5.']
        assert len(value(5.1, scale=(1, 5), **fields)) == 1
    assert value(9, scale=(1, 5), unit="minutes") == value(9, scale=(1, 5), method="net") == value(9, method="mean") == []


@pytest.mark.parametrize(("scale", "amount"), [((0, 10), 0), ((1, 10), 1), ((0, 11), 1), ((0, 9), 1)])
def test_the_question_of_a_net_promoter_score(scale: Any, amount: int) -> None:
    book = Portfolio("B", kpis=[KPI("K", metric="nps", scale=scale), KPI("Other", scale=scale)])
    assert places(book, "MEA-05") == ["kpis['k'].scale"] * amount


def test_a_score_may_differ_from_its_counts_by_half_a_point() -> None:
    def counted(amount: float, **settings: Any) -> list[str]:
        held = Measurement(value=amount, counts={"promoters": 60, "passives": 20, "detractors": 20})
        return found(Portfolio("B", kpis=[KPI("K", metric="nps", measurements=[held])]), "MEA-05", **settings)

    assert counted(40.5) == counted(39.5) == counted(42, tolerance=2) == []
    assert counted(40.6) == ['KPI "K" (k) is 40.6, and its counts give 40.0.']
    assert len(counted(39.4)) == len(counted(40.1, tolerance=0)) == 1


def test_values_of_the_portfolio_are_judged_at_their_place() -> None:
    loose = [Measurement(value=1), Measurement(kpi="k", value=7), Measurement(kpi="other", value=7)]
    book = Portfolio("B", kpis=[KPI("K", method="mean", scale=(1, 5)), KPI("Other")], measurements=loose[1:])
    assert places(book, "MEA-05") == ["measurements[0].value"]


def test_surveys_say_n() -> None:
    def silent(*held: Measurement, metric: Any = "ces") -> list[str]:
        return found(Portfolio("B", kpis=[KPI("K", metric=metric, direction="higher", measurements=held)]), "MEA-06")

    mute, told, counted = (
        Measurement(at=2023, value=1),
        Measurement(at=2024, value=2, n=1),
        Measurement(at=2025, value=3, counts={"yes": 3}),
    )
    assert silent(mute, told, counted) == ['KPI "K" (k) does not say n for 1 of 3 values.']
    assert silent(mute) == ['KPI "K" (k) does not say n for its only value.']
    assert silent(mute, evolve(mute, at=2022)) == ['KPI "K" (k) does not say n for any of its 2 values.']
    assert silent(told, counted) == silent() == silent(mute, metric=None) == []
    for metric in ("nps", "csat"):
        assert len(silent(mute, metric=metric)) == 1


def test_a_change_within_the_margin_is_told_with_its_margin() -> None:
    def moved(*, metric: Any = "nps", **fields: Any) -> list[str]:
        values = [Measurement(at=at, value=one, n=300) for at, one in ((2024, 33), (2025, 38))]
        return found(Portfolio("B", kpis=[KPI("N", metric=metric, direction="higher", measurements=values, **fields)]), "MEA-06")

    (said,) = moved()
    assert said.startswith('KPI "N" (n) went from 33 to 38, within a margin of ')
    assert said.endswith(": no demonstrable change.")


@pytest.mark.parametrize(
    ("period", "last", "today", "periods"),
    [("monthly", "2025-10-01", date(2025, 12, 1), None), ("monthly", "2025-10-01", date(2025, 12, 2), 2), ("monthly", "2025-10-01", date(2025, 12, 17), 3),
     ("quarterly", "2025-01-01", date(2025, 7, 1), None), ("quarterly", "2025-01-01", date(2025, 7, 2), 2), ("half_yearly", "2024-01-01", date(2025, 1, 2), 2),
     ("yearly", "2020-01-01", date(2025, 1, 2), 5)],
)  # fmt: skip
def test_figures_are_dead_from_the_day_after(period: Any, last: str, today: date, periods: int | None) -> None:
    kpi = KPI("K", period=period, measurements=[Measurement(at=last, value=1), Measurement(at="2001", value=1)])
    said = found(Portfolio("B", kpis=[kpi, KPI("Idle", period=period), evolve(kpi, id="free", period=None)]), "MEA-08", today=today)
    named = period.replace("_", "-")
    assert said == ([] if periods is None else [f'KPI "K" (k) is measured {named}, and last was {periods} periods ago.'])


@pytest.mark.parametrize("status", ["implemented", "monitoring", "closed"])
def test_what_was_done_has_a_value_before_and_one_after(status: Any) -> None:
    def shown(*dates: Any, when: Any = "2025-03-01", kpis: Any = AIM) -> list[str]:
        kpi = KPI("K", direction="lower", measurements=[Measurement(at=one, value=1) for one in dates])
        done = Action("Desk", status=status, implemented_on=when, kpis=kpis)
        return found(Portfolio("B", kpis=[kpi], actions=[done, Action("Idea", status="approved")]), "MEA-09")

    lacking = 'No KPI of action "Desk" (desk) has a value before and one after 2025-03-01: its effect cannot be shown.'
    assert shown("2025-02-28", "2025-03-02") == []
    assert shown("2025-03-01", "2025-03-02") == shown("2025-02-28", "2025-03-01") == shown("2025-02-28", None) == shown() == [lacking]
    mute = 'Action "Desk" (desk) is implemented and does not say {}: its effect cannot be shown.'
    assert shown("2025-02-28", "2025-03-02", when=None) == shown(when=None, kpis=()) == [mute.format("when it was implemented")]
    assert shown("2025-02-28", "2025-03-02", kpis=()) == [mute.format("a KPI")]


def test_faster_but_worse_is_told_where_it_is() -> None:
    def kpi(name: str, family: Any, direction: Any, *values: float) -> KPI:
        return KPI(
            name, family=family, direction=direction, measurements=[Measurement(at=2024 + at, value=one) for at, one in enumerate(values)]
        )

    minutes, score, flat = (
        kpi("Minutes", "operational", "lower", 39, 35),
        kpi("NPS", "experience", "higher", 48, 29),
        KPI("Idle", family="business"),
    )

    def told(*kpis: KPI) -> list[str]:
        held = of(Touchpoint("Pays"), kpis=[one.id for one in kpis])
        return found(Portfolio("B", kpis=kpis, journeys=[held]), "MEA-12")

    assert told(minutes, score, flat) == ['"I do" (i-do), 2024 to 2025: faster but worse (Minutes 39 → 35; NPS 48 → 29).']
    assert told(minutes, kpi("NPS", "experience", "higher", 29, 48)) == told(minutes) == told(score) == []
    (slower,) = told(kpi("Minutes", "operational", "lower", 35, 39), kpi("NPS", "experience", "higher", 29, 48))
    assert "slower but better" in slower


@pytest.mark.parametrize(("direction", "baseline", "target", "amount"),
                         [("lower", 1, 2, 1), ("lower", 2, 1, 0), ("lower", 1, 1, 0), ("higher", 2, 1, 1), ("higher", 1, 2, 0), ("target", 2, 1, 0), ("lower", None, 2, 0), ("lower", 1, None, 0)])  # fmt: skip
def test_targets_lie_where_it_is_better(direction: Any, baseline: Any, target: Any, amount: int) -> None:
    kpi, aim = KPI("K", direction=direction), Target(kpi="k", baseline=baseline, target=target)
    book = Portfolio("B", kpis=[kpi], goals=[Goal("G", targets=[aim])], actions=[Action("Do", kpis=[aim])])
    assert places(book, "MEA-03") == ["goals['g'].targets[0]", "actions['do'].kpis[0]"] * amount
    assert places(Portfolio("B", kpis=[evolve(kpi, baseline=baseline, target=target)]), "MEA-03") == ["kpis['k'].target"] * amount


def test_figures_are_tied_to_the_business_and_of_both_kinds() -> None:
    ease, wait = KPI("Ease", family="experience"), KPI("Wait", family="operational")

    def told(code: str, *kpis: KPI, goals: Any = (), **fields: Any) -> list[str]:
        rivals = [Actor("Rival", kind="competitor")]
        journey = of(Touchpoint("Pays"), **{"kpis": [one.id for one in kpis], **fields})
        return found(Portfolio("B", actors=rivals, kpis=kpis, goals=goals, journeys=[journey]), code)

    assert told("MEA-10", ease) == ['Nothing ties the only KPI of "I do" (i-do) to a goal of the business.']
    assert told("MEA-10", ease, wait) == ['Nothing ties the 2 KPIs of "I do" (i-do) to a goal of the business.']
    assert (
        told("MEA-10", ease, KPI("Sales", family="business"))
        == told("MEA-10", ease, wait, goals=[Goal("G", targets=[Target(kpi="wait", target=1)])])
        == []
    )
    assert told("MEA-11", ease) == ['The only KPI of "I do" (i-do) is not of the kind operational.']
    assert told("MEA-11", KPI("Sales", family="business")) == [
        'The only KPI of "I do" (i-do) is not of the kind experience or operational.'
    ]
    assert told("MEA-11", ease, wait) == []
    for code in ("MEA-10", "MEA-11"):
        assert told(code) == told(code, ease, kpis=()) == told(code, ease, form="planned") == told(code, ease, subject="rival") == [], code
