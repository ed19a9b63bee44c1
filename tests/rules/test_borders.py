"""Rules of goals, figures and actors at their borders: the value that still passes, the first that does not, and what is said."""

import json
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from journeykit.comparison import compare
from journeykit.model import (
    KPI,
    Action,
    Activity,
    Actor,
    Channel,
    Goal,
    Insight,
    Journey,
    Link,
    Measurement,
    Owner,
    Persona,
    Portfolio,
    Relation,
    Source,
    Stage,
    System,
    Target,
    TeamMember,
    Touchpoint,
)
from journeykit.rules import ComparisonFacts, Finding, Report, catalogue, check, explained, grouped, reported, statistics
from journeykit.scene import Group, Page, Scene, Text

TODAY = date(2026, 1, 15)


def of(*steps: Touchpoint, **fields: Any) -> Journey:
    return Journey("I do", stages=[Stage("All", steps)], **fields)


def found(what: Any, code: str, *, today: date = TODAY, **settings: Any) -> list[str]:
    return [one.message for one in check(what, select=[code], today=today, parameters={code: settings}) if one.code == code]


def places(what: Any, code: str) -> list[str]:
    return [one.where for one in check(what, select=[code], today=TODAY) if one.code == code]


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
def test_history_is_of_the_whole(at: dict[str, Any], said: bool) -> None:
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
    assert found(of(Touchpoint("A"), review_every="half_yearly"), "MGT-09") == ['"I do" (i-do) is to be reviewed half-yearly and never was.']
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

    mute, told, counted = Measurement(at=2023, value=1), Measurement(at=2024, value=2, n=1), Measurement(at=2025, value=3, counts={"yes": 3})
    assert silent(mute, told, counted) == ['KPI "K" (k) does not say n for 1 of 3 values.']
    assert silent(mute) == ['KPI "K" (k) does not say n for 1 of 1 value.']
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
    def shown(*dates: Any, when: Any = "2025-03-01", kpis: Any = (Target(kpi="k", target=1),)) -> list[str]:
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
        return KPI(name, family=family, direction=direction, measurements=[Measurement(at=2024 + at, value=one) for at, one in enumerate(values)])

    minutes, score, flat = kpi("Minutes", "operational", "lower", 39, 35), kpi("NPS", "experience", "higher", 48, 29), KPI("Idle", family="business")

    def told(*kpis: KPI) -> list[str]:
        held = of(Touchpoint("Pays"), kpis=[one.id for one in kpis])
        return found(Portfolio("B", kpis=kpis, journeys=[held]), "MEA-12")

    assert told(minutes, score, flat) == ['"I do" (i-do), 2024 to 2025: faster but worse (Minutes 39 → 35; NPS 48 → 29).']
    assert told(minutes, kpi("NPS", "experience", "higher", 29, 48)) == told(minutes) == told(score) == []
    (slower,) = told(kpi("Minutes", "operational", "lower", 35, 39), kpi("NPS", "experience", "higher", 29, 48))
    assert "slower but better" in slower


# ---------------------------------------------------------------------------------------------------------------- actors
def test_a_system_is_used_where_anything_names_it() -> None:
    till, retired = System("Till"), System("Old", status="retired")

    def idle(**fields: Any) -> list[str]:
        return found(Portfolio("B", **{"systems": [till, retired], "journeys": [of(Touchpoint("Pays"))], **fields}), "BLU-04")

    assert idle() == ['System "Till" (till) supports nothing.']
    assert idle(kpis=[KPI("K", system="till")]) == idle(owners=[Owner("Desk")], relations=[Relation(source="desk", target="till")]) == []
    assert idle(journeys=[of(Touchpoint("Pays"), participants="till")]) == idle(journeys=[of(Touchpoint("Pays", systems="till"))]) == []
    for name in ("systems", "actor", "supporters"):
        work = Activity("Books", layer="backstage", touchpoints="pays", **{name: "till"})
        assert idle(journeys=[of(Touchpoint("Pays"), activities=[work])]) == [], name
    assert idle(systems=[till, System("Inner", parent="till")]) == ['System "Inner" (inner) supports nothing.']


@pytest.mark.parametrize(
    ("link", "amount"),
    [
        (Link(source="files", target="pays", kind="supports"), 0),
        (Link(source="pays", target="files", kind="supports"), 1),
        (Link(source="pays", target="files", kind="supports", both_ways=True), 0),
        (Link(source="files", target="pays", kind="message"), 1),
    ],
)
def test_support_points_at_what_it_supports(link: Link, amount: int) -> None:
    held = of(Touchpoint("Pays"), activities=[Activity("Files", layer="support", touchpoints="pays")], links=[link])
    assert len(found(held, "BLU-04")) == amount


@pytest.mark.parametrize(("fields", "amount"), [({"layer": "support"}, 1), ({"layer": "backstage"}, 0), ({"layer": "support", "status": "retired"}, 0)])
def test_only_living_support_must_support(fields: dict[str, Any], amount: int) -> None:
    assert len(found(of(Touchpoint("Pays"), activities=[Activity("Files", touchpoints="pays", **fields)]), "BLU-04")) == amount


def test_customers_stand_before_the_line() -> None:
    people = {"actors": [Actor("Client", kind="customer"), Actor("Bank", kind="organisation")], "personas": [Persona("Ann")]}

    def by(actor: str | None) -> list[str]:
        work = Activity("Fills in", actor=actor, touchpoints="pays")
        return found(Portfolio("B", journeys=[of(Touchpoint("Pays"), activities=[work])], **people), "BLU-07")

    assert by("client") == ['"Fills in" (i-do/fills-in) is done by "Client" (client), a customer.']
    assert len(by("ann")) == 1
    assert by("bank") == by(None) == []


def test_the_blueprint_and_the_stakeholder_map_name_the_same_people() -> None:
    work = [Activity(name, actor=who, touchpoints="pays") for name, who in (("Cooks", "kitchen"), ("Bakes", "kitchen"), ("Counts", "till"), ("Rests", None))]
    kitchen, desk, till = Owner("Kitchen"), Owner("Desk"), System("Till")

    def missing(*owners: Owner, **fields: Any) -> list[str]:
        return found(Portfolio("B", owners=owners, systems=[till], journeys=[of(Touchpoint("Pays"), activities=work)], **fields), "BLU-09")

    assert missing(kitchen, evolve(desk, ring=0)) == ['"Kitchen" (kitchen) is on the blueprint and not on the stakeholder map.'], "once"
    assert missing(kitchen, desk) == [], "there is no such map"
    assert missing(evolve(kitchen, ring=0), desk) == missing(evolve(kitchen, parent="desk"), desk) == missing(kitchen, evolve(desk, parent="kitchen")) == []
    assert missing(kitchen, desk, relations=[Relation(source="desk", target="kitchen")]) == []
    assert missing(kitchen, desk, relations=[Relation(source="kitchen", target="desk")]) == []
    assert len(missing(kitchen, desk, Owner("Shop"), relations=[Relation(source="desk", target="shop")])) == 1


@pytest.mark.parametrize(("ring", "amount"), [(0, 1), (1, 1), (2, 0), (None, 0)])
def test_the_inner_rings_have_a_part(ring: int | None, amount: int) -> None:
    book = Portfolio("B", owners=[Owner("Desk", ring=ring)], journeys=[of(Touchpoint("Pays"))])
    said = [f'"Desk" (desk) stands in ring {ring} and has no part in any journey.']
    assert found(book, "BLU-10") == said * amount
    assert found(evolve(book, organisation="desk"), "BLU-10") == found(evolve(book, journeys=()), "BLU-10") == []


@pytest.mark.parametrize("part", ["owner", "responsible", "supporters", "consulted", "informed", "counterparts"])
def test_any_part_at_a_touchpoint_is_one(part: str) -> None:
    book = Portfolio("B", owners=[Owner("Desk", ring=0)], journeys=[of(Touchpoint("Pays", **{part: "desk"}))])
    assert found(book, "BLU-10") == []


def test_parts_of_a_journey_and_behind_it() -> None:
    def idle(journey: Journey, **fields: Any) -> list[str]:
        return found(Portfolio("B", owners=[Owner("Desk", ring=0)], journeys=[journey], **fields), "BLU-10")

    assert idle(of(Touchpoint("Pays"), owner="desk")) == []
    for part in ("actor", "owner", "responsible"):
        assert idle(of(Touchpoint("Pays"), activities=[Activity("Cooks", touchpoints="pays", **{part: "desk"})])) == [], part
    assert idle(of(Touchpoint("Pays", owner="desk")), actors=[Actor("Guest", kind="customer", ring=0)]) == [], "customers are no stakeholders of the provider"


@pytest.mark.parametrize(
    ("relation", "reached"),
    [
        ({"source": "desk", "target": "kitchen", "kind": "influences"}, True),
        ({"source": "kitchen", "target": "desk", "kind": "influences"}, False),
        ({"source": "kitchen", "target": "desk", "kind": "influences", "both_ways": True}, True),
        ({"source": "desk", "target": "kitchen", "kind": "supports"}, True),
        ({"source": "kitchen", "target": "desk", "kind": "reports_to"}, True),
        ({"source": "desk", "target": "kitchen", "kind": "reports_to"}, False),
        ({"source": "desk", "target": "kitchen", "kind": "pays"}, False),
    ],
)
def test_who_influences_a_supporter(relation: dict[str, Any], reached: bool) -> None:
    owners = [Owner("Desk"), Owner("Kitchen")]
    journey = of(Touchpoint("Eats", supporters="kitchen"), Touchpoint("Pays", supporters="kitchen"))
    said = ['Nobody is recorded as influencing "Kitchen" (kitchen), which supports "Eats" (i-do/eats).']
    assert found(Portfolio("B", owners=owners, journeys=[journey], relations=[Relation(**relation)]), "BLU-11") == said * (not reached)


def test_supporters_of_what_goes_on_behind() -> None:
    journey = of(Touchpoint("Eats"), activities=[Activity("Cooks", touchpoints="eats", supporters="kitchen")])
    assert places(Portfolio("B", owners=[Owner("Kitchen")], journeys=[journey]), "BLU-11") == ["owners['kitchen']"]
    assert found(Portfolio("B", owners=[Owner("Kitchen", parent="desk"), Owner("Desk")], journeys=[journey]), "BLU-11") == []


@pytest.mark.parametrize(("fields", "amount"), [({}, 1), ({"provenance": "known"}, 0), ({"control": "external"}, 0), ({"control": "partner"}, 1), ({"kind": "action"}, 0)])
def test_new_interactions_have_something_behind_them(fields: dict[str, Any], amount: int) -> None:
    step = Touchpoint("Pays", **{"provenance": "designed", **fields})
    assert found(of(step, state="future"), "BLU-12") == ['"Pays" (i-do/pays) is new, and no activity is behind it.'] * amount
    assert found(of(step), "BLU-12") == found(of(step, state="future", activities=[Activity("Books", touchpoints="pays")]), "BLU-12") == []


def test_needed_systems_are_built_by_what_touches_or_names_them() -> None:
    def needed(*actions: Action, status: Any = "needed", where: str = "systems") -> list[str]:
        work = [Activity("Books", touchpoints="pays", systems="till")] if where == "activity" else []
        steps = of(Touchpoint("Pays", **({where: "till"} if where != "activity" else {})), Touchpoint("Other"), state="future", activities=work)
        return found(Portfolio("B", systems=[System("Till", status=status)], actions=actions, journeys=[steps]), "BLU-12")

    said = ['System "Till" (till) is needed in "I do" (i-do), and no action creates it.']
    for where in ("systems", "counterparts", "activity"):
        assert needed(where=where) == said, where
        assert needed(Action("Do", touches="i-do/pays"), where=where) == [], where
    assert needed(Action("Do", touches="i-do/books"), where="activity") == []
    assert needed(Action("Do", touches="i-do/other")) == needed(Action("Do", touches="i-do/pays", status="rejected")) == said
    assert needed(Action("Buy a TILL")) == needed(Action("Buy", note="a till")) == needed(Action("Buy", target_process="Till")) == []
    assert needed(Action("Buy a till", status="rejected")) == said
    assert needed(status="existing") == []


# ------------------------------------------------------------------------------------------------- pictures and reports
def _read(*sources: str) -> list[str]:
    nodes = tuple(Group(label=f"g{at}", source=one, children=()) for at, one in enumerate(sources))
    return found(Scene(title="M", pages=(Page(width=9, height=9, background="#FFFFFF", nodes=nodes),)), "ACC-05")


def test_stages_are_read_before_what_stands_in_them() -> None:
    a, b = "journeys['i'].stages['a']", "journeys['i'].stages['b']"
    assert _read(a, f"{a}.touchpoints['x']", b, f"{b}.touchpoints['y']") == _read(f"{a}.touchpoints['x']") == _read(a, b) == []
    assert len(_read(f"{a}.touchpoints['x']", f"{a}.touchpoints['y']", a)) == 1, "each stage once"
    assert len(_read(f"{a}.touchpoints['x']", f"{b}.touchpoints['y']", a, b)) == 2
    assert len(_read("other", "another", f"{a}.touchpoints['x']", a)) == 1
    assert _read(a, f"{a}.touchpoints['x']", a) == [], "the first is what counts"
    quoted = "journeys['i'].stages['it\\'s']"
    assert len(_read(f"{quoted}.touchpoints['x']", quoted)) == 1


def test_sides_of_unlike_kinds_have_no_pairs() -> None:
    journey = of(Touchpoint("A"))
    both = compare(journey, journey)
    for before, after in ((journey, Portfolio.of(journey)), (Portfolio.of(journey), journey)):
        assert ComparisonFacts(evolve(both, before=before, after=after)).journeys == ()


def test_groups_name_each_way_to_mend_once() -> None:
    long = Stage("Long", [Touchpoint(f"T{at}") for at in range(8)])
    longer = Stage("Longer", [Touchpoint(f"U{at}") for at in range(8)])
    fixes = [line for line in grouped(check(Journey("I do", stages=[long, longer]), select=["STR-04"])).splitlines() if "→" in line]
    assert len(fixes) == 2
    assert fixes[0] == "  → Tell in stages of their own what leads here and what comes after."
    assert fixes[1].startswith("  → Divide the stage.")


@pytest.mark.parametrize(
    ("stages", "each", "ways"),
    [(2, 1, ["Tell"]), (3, 7, []), (9, 4, []), (10, 1, ["Zoom"]), (9, 5, ["Zoom"]), (1, 1, ["Tell"])],
)
def test_how_to_mend_a_size_fits_what_was_found(stages: int, each: int, ways: list[str]) -> None:
    held = [Stage(f"S{at}", [Touchpoint(f"T{at}-{one}") for one in range(each)]) for at in range(stages)]
    assert [one.fix.split()[0] for one in check(Journey("I do", stages=held), select=["STR-04"])] == ways


def test_too_few_stages_with_too_many_steps_are_both_mended() -> None:
    held = [Stage(f"S{at}", [Touchpoint(f"T{at}-{one}") for one in range(7)]) for at in range(2)]
    (one,) = check(Journey("I do", stages=held), select=["STR-04"], parameters={"STR-04": {"most_touchpoints": 13}})
    assert one.fix.startswith("Tell in stages of their own")
    assert "Zoom out" in one.fix
    assert one.message.startswith('Journey "I do" (i-do) has 14 touchpoints in 2 stages; ')


def test_reports_of_nothing_name_no_place() -> None:
    assert grouped(Report()) == "No findings in profile draft.\n"
    report = check(of(Touchpoint("Website")), select=["COM-06"])
    rows = reported(report, "markdown").splitlines()
    assert "journeys" in rows[2]
    placed = report.located(lambda _: "map.yaml:3:5")
    assert "map.yaml:3:5" in reported(placed, "markdown").splitlines()[2]


def test_a_click_may_be_of_no_time_and_of_any() -> None:
    inner = Journey("Checks in", stages=[Stage("All", [Touchpoint("A"), Touchpoint("B"), Touchpoint("C")])])

    def clicks(duration: str, seconds: float, fewest: int = 3) -> int:
        outer = of(Touchpoint("Arrives", sub_journey="checks-in"), Touchpoint("Clicks", duration=duration))
        return len(found(Portfolio("B", journeys=[inner, outer]), "STR-08", seconds=seconds, fewest_steps=fewest))

    assert [clicks("0.5 s", 0), clicks("0.5 s", -5), clicks("0.5 s", 1), clicks("0.5 s", 1e30)] == [0, 0, 1, 1]
    assert [clicks("1 s", 60, 4), clicks("1 s", 60, 3)] == [0, 1]


def test_all_that_a_rule_says_of_itself() -> None:
    held = {one.code: one for one in catalogue()}
    lines = explained(held["MEA-08"]).splitlines()
    assert lines[0] == "MEA-08 dead-kpi  (warning from management on)"
    assert lines[2] == "The last value of a KPI is two of its periods old at most."
    assert "It asks for today's date." in lines
    assert "It asks" not in explained(held["STR-04"])
    assert explained(held["ACC-01"]).splitlines()[0] == "ACC-01 faint-text  (error, always)"
    assert "  periods = 2: how many periods may pass; a convention." in lines


def test_statistics_are_as_wide_as_their_words() -> None:
    report = check(of(*(Touchpoint("Website", id=f"t{at}") for at in range(10))), select=["STR-05", "STR-04"])
    assert statistics(report).splitlines() == [
        "9  STR-05  warning  touchpoint-twice-in-a-row", "2  STR-04  info     unmanageable-size", "9 warnings, 2 info in profile draft.",
    ]  # fmt: skip
    assert statistics(Report()) == "No findings in profile draft.\n"


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

    assert told("MEA-10", ease) == ['Nothing ties the 1 KPI of "I do" (i-do) to a goal of the business.']
    assert told("MEA-10", ease, wait) == ['Nothing ties the 2 KPIs of "I do" (i-do) to a goal of the business.']
    assert told("MEA-10", ease, KPI("Sales", family="business")) == told("MEA-10", ease, wait, goals=[Goal("G", targets=[Target(kpi="wait", target=1)])]) == []
    assert told("MEA-11", ease) == ['Among the 1 KPI of "I do" (i-do) is no operational one.']
    assert told("MEA-11", KPI("Sales", family="business")) == ['Among the 1 KPI of "I do" (i-do) is no experience and operational one.']
    assert told("MEA-11", ease, wait) == []
    for code in ("MEA-10", "MEA-11"):
        assert told(code) == told(code, ease, kpis=()) == told(code, ease, form="planned") == told(code, ease, subject="rival") == [], code


def test_one_owner_of_most_is_asked_from_the_fewest_on() -> None:
    def owned(amount: int, whole: int, **settings: Any) -> int:
        steps = [Touchpoint(f"T{at}", owner="desk" if at < amount else "shop" if at % 2 else "web") for at in range(whole)]
        owners = [Owner("Desk"), Owner("Shop"), Owner("Web")]
        return len(found(Portfolio("B", owners=owners, journeys=[of(*steps)]), "MGT-14", **settings))

    assert [owned(1, 1, fewest=1), owned(1, 1, fewest=0), owned(0, 0, fewest=0), owned(2, 2, fewest=3)] == [1, 1, 0, 0]
    assert [owned(5, 10, share=0.5, fewest=2), owned(6, 10, share=0.5, fewest=2)] == [0, 1]


def test_matches_are_counted_in_their_own_journey() -> None:
    def half(amount: int, *, bare: bool = True, **settings: Any) -> list[str]:
        before = Journey("I do", stages=[Stage("All", [Touchpoint(f"Step {name}", id=f"t{at}") for at, name in enumerate("abcd")])])
        kept = [Touchpoint(f"Step {name}", id=f"t{at}") for at, name in enumerate("abcd") if at < amount]
        after = Journey("I do", stages=[Stage("All", [*kept, *(Touchpoint(word) for word in ("Leaves", "Pays cash", "Rings", "Sleeps")[amount:])])])
        other = Journey("I wait", stages=[Stage("Wait", [Touchpoint(f"Wait {name}") for name in "wxyz"])])
        sides = (before, after) if bare else (Portfolio("B", journeys=[before, other]), Portfolio("B", journeys=[after, other]))
        return found(compare(*sides), "CMP-03", **settings)

    assert half(1, share=0.5) == half(1, bare=False, share=0.5) == ['1 of 4 touchpoints of "I do" (i-do) matched.']
    assert half(2, share=0.5) == half(2, bare=False, share=0.5) == []


def test_a_cut_text_is_told_by_its_beginning() -> None:
    def cut(text: str, *, label: str = "", tip: str = "") -> int:
        mark = Text(x=5, y=20, text=text, width=30, size=12, fill="#1A1A1A")
        held = Group(label=label, tip=tip, children=(mark,))
        return len(found(Scene(title="M", pages=(Page(width=100, height=50, background="#FFFFFF", nodes=(held,)),)), "ACC-06"))

    assert [cut("Waits for the …"), cut("Waits for the …", label="Somebody else waits"), cut("…")] == [1, 1, 1]
    assert [cut("Waits for the …", label="Waits for the bus"), cut("Waits for the …", tip="Waits for the bus"), cut("…", tip="Waits"), cut("Waits")] == [0] * 4


@pytest.mark.parametrize(
    ("one", "other", "odd"),
    [("ann", "ann", 0), ("ann", "mother", 0), ("mother", "ann", 0), ("ann", "sister", 0), ("ann", "bo", 1), ("bo", "cy", 1), ("bo", "ann", 1)],
)
def test_families_of_personas_share_their_journeys(one: str, other: str, odd: int) -> None:
    people = [Persona("Mother"), Persona("Ann", parent="mother"), Persona("Sister", parent="mother"), Persona("Bo"), Persona("Cy")]
    inner = Journey("I pay", persona=one, stages=[Stage("Pay", [Touchpoint("Pays")])])
    outer = of(Touchpoint("A", sub_journey="i-pay"), persona=other)
    said = [f'"A" (i-do/a) stands for "I pay" (i-pay), which is the journey of another persona ({one}).']
    assert found(Portfolio("B", personas=people, journeys=[inner, outer]), "STR-13") == said * odd


@pytest.mark.parametrize(("inner", "outer", "odd"), [(2, 1, 0), (1, 1, 1), (0, 1, 1), (None, 1, 0), (1, None, 0), (1, 0, 0)])
def test_levels_go_down_with_each_sub_journey(inner: int | None, outer: int | None, odd: int) -> None:
    below = Journey("I pay", level=inner, stages=[Stage("Pay", [Touchpoint("Pays")])])
    above = of(Touchpoint("A", sub_journey="i-pay"), level=outer)
    said = [f'"A" (i-do/a) stands for "I pay" (i-pay), which has level {inner}, and its own journey has {outer}.']
    assert found(Portfolio("B", journeys=[below, above]), "STR-13") == said * odd


def test_text_of_eleven_pixels_is_large_enough() -> None:
    def small(size: float) -> int:
        text = Text(x=5, y=20, text="Waits", width=30, size=size, fill="#1A1A1A")
        return len(found(Scene(title="M", pages=(Page(width=100, height=50, background="#FFFFFF", nodes=(text,)),)), "ACC-06"))

    assert [small(11), small(10.995), small(10.99)] == [0, 0, 1]


def test_reports_for_programs_fall_back_on_the_name() -> None:
    bare = Finding(code="ZZ-01", name="odd-thing", severity="info", message="Odd.")
    (rule,) = json.loads(reported(Report(findings=(bare,)), "sarif"))["runs"][0]["tool"]["driver"]["rules"]
    assert rule["fullDescription"]["text"] == rule["help"]["text"] == "odd-thing"
    (told,) = json.loads(reported(Report(findings=(evolve(bare, why="Because.", fix="Mend it."),)), "sarif"))["runs"][0]["tool"]["driver"]["rules"]
    assert (told["fullDescription"]["text"], told["help"]["text"]) == ("Because.", "Mend it.")
    assert grouped(Report(findings=(bare, evolve(bare, where="a", message="At a.")))).splitlines()[:3] == [
        "info ZZ-01 odd-thing", "  a  At a.", "  Odd.",
    ]  # fmt: skip


def test_refuted_insights_are_no_evidence() -> None:
    talks = Source("Talks", kind="interview", perspective="customer")

    def heard(status: Any) -> int:
        said = Insight("They leave", kind="hypothesis", status=status, sources="talks", anchors="i-do/a")
        return len(found(Portfolio("B", sources=[talks], insights=[said], journeys=[of(Touchpoint("A"))]), "EVD-01"))

    assert [heard("confirmed"), heard("refuted")] == [0, 1]
