"""Rules of what maps say, exactly at their thresholds, and at what they must leave alone."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from journeykit.comparison import compare
from journeykit.model import (
    KPI,
    Action,
    Channel,
    Emotion,
    Goal,
    Insight,
    Journey,
    Measurement,
    Owner,
    Persona,
    Portfolio,
    Scale,
    Source,
    Stage,
    Target,
    Touchpoint,
)
from journeykit.rules import BookFacts, ComparisonFacts, check

TODAY = date(2026, 1, 15)


def of(*steps: Touchpoint, **fields: Any) -> Journey:
    return Journey("I do", stages=[Stage("All", steps)], **fields)


def found(what: Any, code: str, **given: Any) -> list[str]:
    return [one.message for one in check(what, select=[code], today=TODAY, **given) if one.code == code]


@pytest.mark.parametrize(("n", "message"), [(None, "and does not say n"), (4, "of n = 4"), (5, ""), (6, "")])
def test_samples_are_large_enough_from_five_on(n: int | None, message: str) -> None:
    book = Portfolio(
        "B", sources=[Source("Poll", kind="survey", perspective="customer", n=n), Source("Talk", kind="interview", perspective="customer")]
    )
    assert [message in one for one in found(book, "EVD-02")] == ([True] if message else [])
    measured = Portfolio("B", journeys=[of(Touchpoint("Waits", emotion=Emotion(-1, basis="measured", n=n)))])
    said = "without n" if n is None else f"with n = {n}"
    assert [one.endswith(f"is measured {said}.") for one in found(measured, "EVD-02")] == ([True] if message else [])


def test_a_reading_takes_n_from_its_source_and_others_need_none() -> None:
    poll = Source("Poll", kind="survey", perspective="customer", n=5)
    held = of(
        Touchpoint("Waits", emotion=Emotion(-1, basis="measured", sources="poll")), Touchpoint("Pays", emotion=Emotion(1, basis="reported"))
    )
    assert found(Portfolio("B", sources=[poll], journeys=[held]), "EVD-02") == []
    assert len(found(Portfolio("B", sources=[evolve(poll, n=4)], journeys=[held]), "EVD-02")) == 2


def test_who_was_heard_is_said_in_the_right_number() -> None:
    inside = [Source(name, kind="workshop", perspective="employee") for name in ("Round", "Second round")]
    one, two = (
        Portfolio("B", sources=inside, journeys=[of(Touchpoint("Waits"), sources=keys)]) for keys in (["round"], ["round", "second-round"])
    )
    assert found(one, "EVD-03") == ['The only source of "I do" (i-do) is not known to be of customers.']
    assert found(two, "EVD-03") == ['None of the 2 sources of "I do" (i-do) is known to be of customers.']
    assert found(of(Touchpoint("Waits")), "EVD-03") == ['"I do" (i-do) cites no source.']
    for quiet in ({"perspective": "employee"}, {"state": "future"}, {"form": "planned"}):
        assert found(of(Touchpoint("Waits"), **quiet), "EVD-03") == found(of(Touchpoint("Waits"), **quiet), "EVD-01") == []
    assert found(Journey("I do"), "EVD-03") == []


def test_staff_tell_what_staff_feel() -> None:
    staff = of(
        Touchpoint("Waits", emotion=Emotion(-1)), Touchpoint("Pays", emotion=Emotion(1, perspective="customer")), perspective="employee"
    )
    assert found(staff, "COM-07") == ['"Pays" (i-do/pays) has neither an emotion nor a thought of employees.']


def test_hypotheses_are_open_from_their_month_on() -> None:
    def months(raised: str, least: int) -> list[str]:
        book = Portfolio("B", insights=[Insight("They leave", kind="hypothesis", raised_on=raised)])
        return found(book, "EVD-05", parameters={"EVD-05": {"months": least}})

    assert months("2025-10", 3) == ['Hypothesis "They leave" (they-leave) is open for 3 months without a test.']
    assert months("2025-11", 3) == []
    assert months("2025-12", 1)[0].count("1 month ") == 1
    assert months("2026-06", 0)[0].count("0 months") == 1, "a date to come counts as today"
    kept = [Insight("a", kind="hypothesis", test="Ask ten"), Insight("b", kind="hypothesis", status="refuted"), Insight("c", kind="pain")]
    assert found(Portfolio("B", insights=kept), "EVD-05") == []


def test_personas_of_staff_need_no_customers() -> None:
    talks = Source("Talks", kind="interview", perspective="customer")
    guess = Source("Guess", kind="workshop", perspective="customer")
    people = [
        Persona("Ann", kind="employee"),
        Persona("Bo", sources="talks"),
        Persona("Cy", sources="guess"),
        Persona("Di", sources=["guess", "talks"]),
    ]
    assert found(Portfolio("B", personas=people, sources=[talks, guess]), "EVD-06") == [
        'Persona "Cy" (cy) cites no research with customers.'
    ]


def test_old_sources_matter_only_to_maps_of_today() -> None:
    old = Source("Old poll", kind="survey", perspective="customer", collected_to="2020")
    for fields, amount in (({}, 1), ({"state": "past"}, 0), ({"state": "future"}, 0), ({"form": "actual"}, 0), ({"form": "planned"}, 1)):
        assert (
            len(found(Portfolio("B", sources=[old], journeys=[of(Touchpoint("Pays", sources="old-poll"), **fields)]), "EVD-07")) == amount
        )


def test_a_curve_is_rosy_from_four_of_five_on() -> None:
    def curve(*values: int, basis: Any = "reported", pains: Any = ()) -> list[str]:
        return found(of(*(Touchpoint(f"T{at}", emotion=Emotion(one, basis=basis), pains=pains) for at, one in enumerate(values))), "CUS-06")

    assert curve(1, 1, 2, 1, 0) == ['4 of 5 readings of "I do" (i-do) are positive, and no pain is recorded.']
    assert curve(1, 1, 2, 0, 0) == curve(1, 1, 1, 1) == curve(1, 1, 2, 1, 0, basis="intended") == curve(1, 1, 1, 1, 1, pains=["x"]) == []
    gains = [Touchpoint(f"T{at}", emotion=Emotion(1, basis="reported"), gains=["x"]) for at in range(5)]
    assert len(found(of(*gains), "CUS-06")) == 1
    assert found(of(*gains, form="actual"), "CUS-06") == []
    nothing = check(of(Touchpoint("A")), select=["CUS-06"], parameters={"CUS-06": {"fewest": 0}})
    assert list(nothing) == [], "no reading is no rosy one"


@pytest.mark.parametrize(("value", "amount"), [(-101, 1), (-100, 0), (100, 0), (101, 1)])
def test_scores_have_ends(value: float, amount: int) -> None:
    kpi = KPI("NPS", metric="nps", method="net", scale=(0, 10), direction="higher", measurements=[Measurement(at=2025, value=value, n=9)])
    assert len(found(Portfolio("B", kpis=[kpi]), "MEA-05")) == amount


def test_counts_are_asked_only_where_all_are_there() -> None:
    def score(**counts: int) -> list[str]:
        held = Measurement(at=2025, value=62, counts=counts)
        return found(Portfolio("B", kpis=[KPI("NPS", metric="nps", measurements=[held])]), "MEA-05")

    assert len(score(promoters=60, passives=20, detractors=20)) == 1
    assert (
        score(promoters=60, detractors=20)
        == score(promoters=0, passives=0, detractors=0)
        == score(promoters=70, passives=22, detractors=8)
        == []
    )


@pytest.mark.parametrize(("period", "last", "amount"), [("monthly", "2025-11", 0), ("monthly", "2025-10", 1), ("quarterly", "2025-07", 0), ("quarterly", "2025-06", 1),
                                                         ("half_yearly", "2025-01", 0), ("half_yearly", "2024-12", 1), ("yearly", "2024-01", 0), ("yearly", "2023-12", 1)])  # fmt: skip
def test_figures_die_after_two_of_their_periods(period: Any, last: str, amount: int) -> None:
    kpi = KPI("Wait", period=period, measurements=[Measurement(at=last, value=1)])
    assert len(found(Portfolio("B", kpis=[kpi]), "MEA-08")) == amount


def test_one_kind_of_figure_is_too_few_only_for_our_maps() -> None:
    kpi = KPI("Wait", family="operational")
    rival = Owner("Rival", kind="partner")

    def book(**fields: Any) -> Portfolio:
        return Portfolio("B", owners=[rival], kpis=[kpi], journeys=[of(Touchpoint("Pays"), **fields)])

    assert len(found(book(kpis=["wait"]), "MEA-11")) == 1
    assert found(book(), "MEA-11") == found(book(kpis=["wait"], form="actual"), "MEA-11") == []


def test_a_run_may_have_two_things_at_one_time() -> None:
    at = "2025-05-01T10:00+00:00"
    late = of(Touchpoint("A", started=at), Touchpoint("B", started=at), Touchpoint("C", ended="2025-05-01T09:59+00:00"), form="actual")
    assert found(late, "STR-12") == [
        '"C" (i-do/c) happened 2025-05-01T09:59:00+00:00 and stands after "B" (i-do/b), 2025-05-01T10:00:00+00:00.'
    ]
    assert found(of(Touchpoint("A", started=at), Touchpoint("B", started=at), form="actual"), "STR-12") == []


@pytest.mark.parametrize(
    ("tags", "amount"),
    [("learn onboard use leave", 0), ("learn support use", 0), ("onboard learn", 1), ("use onboard", 1), ("leave use", 1), ("use use", 0)],
)
def test_life_goes_one_way(tags: str, amount: int) -> None:
    words: list[Any] = list(tags.split())
    stages = [Stage(f"S{at}", [Touchpoint(f"T{at}")], lifecycle=one) for at, one in enumerate(words)]
    assert len(found(Journey("I do", stages=stages), "STR-11")) == amount


def test_clicks_beside_whole_journeys() -> None:
    inner = Journey("Checks in", level=2, stages=[Stage("All", [Touchpoint("A"), Touchpoint("B"), Touchpoint("C")])])

    def beside(duration: str | None, **fields: Any) -> list[str]:
        outer = of(Touchpoint("Arrives", sub_journey="checks-in"), Touchpoint("Clicks", duration=duration), level=1, **fields)
        return found(Portfolio("B", journeys=[inner, outer]), "STR-08")

    assert len(beside("59 s")) == 1
    assert beside("60 s") == beside(None) == beside("59 s", form="actual") == []


@pytest.mark.parametrize(("title", "amount"), [("Website", 1), ("The website", 1), ("New website", 1), ("Call centre", 1), ("Opens the website", 0), ("Pays", 0),
                                                ("New big shiny website", 0), ("Sales team", 1), ("sales teams", 1), ("My first call", 1), ("Calls", 0)])  # fmt: skip
def test_titles_that_name_a_thing_tell_no_doing(title: str, amount: int) -> None:
    book = Portfolio("B", owners=[Owner("Sales team")], journeys=[of(Touchpoint(title))])
    assert len(found(book, "COM-06")) == amount
    assert found(Portfolio("B", journeys=[of(Touchpoint(title, goal="Know more"))]), "COM-06") == []


def test_comparisons_of_unlike_kinds_hold_no_journeys() -> None:
    journey = of(Touchpoint("A"))
    book = Portfolio.of(journey)
    assert ComparisonFacts(compare(journey, journey)).journeys == ((journey, journey),)
    assert len(ComparisonFacts(compare(book, book)).journeys) == 1
    assert ComparisonFacts(compare(book, Portfolio("Empty"))).journeys == ()


def test_the_profile_of_a_comparison_comes_from_whoever_says_it() -> None:
    both = compare(of(Touchpoint("A")), of(Touchpoint("A")))
    assert check(both).profile == "draft"
    assert check(both, configuration={"profile": "publish"}).profile == "publish"
    assert check(both, profile="workshop", configuration={"profile": "publish"}).profile == "workshop"


def test_long_titles_are_cut_from_sixty_one_letters_on() -> None:
    said = found(of(Touchpoint("x" * 60, id="a"), Touchpoint("y" * 61, id="b")), "COM-07")
    assert said[0].startswith(f'"{"x" * 60}" (')
    assert said[1].startswith(f'"{"y" * 59}…" (')


def test_what_rejected_actions_touch_is_not_touched() -> None:
    actions = [Action("Do it", touches="i-do/a"), Action("Not this", touches="i-do/b", status="rejected")]
    book = Portfolio("B", actions=actions, journeys=[of(Touchpoint("A"), Touchpoint("B"))])
    assert BookFacts(book).touched == {"i-do/a"}


def test_a_score_of_one_promoter_alone() -> None:
    held = Measurement(at=2025, value=62, counts={"promoters": 1, "passives": 0, "detractors": 0})
    assert len(found(Portfolio("B", kpis=[KPI("NPS", metric="nps", measurements=[held])]), "MEA-05")) == 1


def test_needs_are_served_by_maps_and_plans_of_their_persona_alone() -> None:
    ann = Persona("Ann", needs="Know the price")

    def served(**fields: Any) -> bool:
        steps = of(Touchpoint("Asks", goal="Learn the price"), **fields)
        idle = Journey("I wait", persona="ann", stages=[Stage("Wait", [Touchpoint("Waits", goal="Sit down")])])
        return not found(Portfolio("B", personas=[ann], journeys=[steps, idle]), "CUS-03")

    assert served(persona="ann")
    assert served(persona="ann", form="planned")
    assert not served()
    assert not served(persona="ann", form="actual")


def _goal(values: list[float], **target: Any) -> list[str]:
    kpi = KPI("NPS", metric="nps", direction="higher", measurements=[Measurement(at=2020 + at, value=one) for at, one in enumerate(values)])
    return found(Portfolio("B", kpis=[kpi], goals=[Goal("Praise", targets=[Target(kpi="nps", **target)])]), "MGT-03", profile="management")


def test_goals_are_judged_by_what_was_done_before() -> None:
    assert _goal([20, 26], baseline=26, target=38) == [], "twice the best is still realistic"
    assert _goal([20, 26], baseline=26, target=39)[0].endswith("asks for +13; the best improvement so far was 6.")
    assert _goal([20, 26], target=39)[0].endswith("asks for +13; the best improvement so far was 6."), "the last value is the baseline"
    assert _goal([26, 20], baseline=20, target=21)[0].endswith("the best improvement so far was 0.")
    assert "no history" in _goal([], baseline=26, target=39)[0]
    assert "no history" in _goal([26], baseline=26, target=39)[0]
    assert "no history" in _goal([26], target=39)[0]
    assert _goal([20, 26], baseline=26) == []


def test_only_values_of_the_whole_are_history() -> None:
    parts = [
        Measurement(at=2020, value=20, n=9),
        Measurement(at=2021, value=60, channel="web"),
        Measurement(at=2021, value=60, persona="ann"),
    ]
    kpi = KPI("NPS", metric="nps", direction="higher", measurements=parts)
    book = Portfolio(
        "B",
        personas=[Persona("Ann")],
        channels=[Channel("Web")],
        kpis=[kpi],
        goals=[Goal("Praise", targets=[Target(kpi="nps", target=60)])],
    )
    assert "no history" in found(book, "MGT-03", profile="management")[0]


def test_contacts_before_the_purchase_are_asked_of_maps_of_becoming_a_customer() -> None:
    def few(**fields: Any) -> int:
        stages = [Stage("Look", [Touchpoint("Asks")], lifecycle="learn"), Stage("Buy", [Touchpoint("Pays")], lifecycle="onboard")]
        return len(found(Journey("I buy", stages=stages, **fields), "CUS-08", profile="workshop"))

    assert few(type="integration") == 1
    assert few(type="use") == few() == few(type="integration", form="planned") == 0


def test_whose_journey_is_asked_below_the_top_level() -> None:
    held = [len(found(of(Touchpoint("Pays"), level=level), "COM-01", profile="workshop")) for level in (0, 1, 2, None)]
    assert held == [0, 1, 1, 1]
    assert found(of(Touchpoint("Pays"), form="actual"), "COM-01", profile="workshop") == []


def test_one_name_may_not_hide_two_methods() -> None:
    def twice(**other: Any) -> list[str]:
        one = KPI("Happy", metric="csat", method="mean", scale=(1, 5))
        return found(Portfolio("B", kpis=[one, evolve(one, id="b", **other)]), "MEA-04")

    assert twice() == []
    assert len(twice(method="top_2_box")) == len(twice(scale=Scale(low=1, high=7))) == 1
    assert [one.count("does not say its method.") for one in twice(method="unknown")] == [1]


def test_a_recovery_is_asked_once_for_each_fail_point() -> None:
    from journeykit.model import Activity, FailPoint

    broken = FailPoint("Down")
    steps = [Touchpoint("Pays", matters=True, fail_point=broken), Touchpoint("Gets", matters=True), Touchpoint("Idle", fail_point=broken)]
    till = Activity("Till", layer="support", touchpoints=["pays", "gets"], fail_point=broken)
    report = check(of(*steps, activities=[till]), select=["BLU-08"])
    assert [[key for key, _ in one.anchors] for one in report] == [["i-do/pays"], ["i-do/till", "i-do/pays"]]
    mended = of(Touchpoint("Pays", matters=True, fail_point=FailPoint("Down", recovery="Cash")))
    assert found(mended, "BLU-08") == []


def test_new_work_needs_somebody_who_creates_it() -> None:
    from journeykit.model import Activity

    def needed(status: Any, touches: Any) -> list[str]:
        work = Activity("Tracks", layer="support", touchpoints="pays", status=status)
        actions = [Action("Build", touches=touches)] if touches else []
        return found(
            Portfolio("B", actions=actions, journeys=[of(Touchpoint("Pays"), activities=[work], state="future")]),
            "BLU-12",
            profile="publish",
        )

    assert needed("needed", ())[0].endswith("is needed, and no action creates it.")
    assert needed("existing", ()) == needed("needed", "i-do/tracks") == []


def test_one_touchpoint_rests_and_two_rest() -> None:
    talks = Source("Talks", kind="interview", perspective="customer")

    def said(amount: int) -> str:
        steps = [Touchpoint(f"T{at}", sources="talks" if at < amount else ()) for at in range(9)]
        return found(Portfolio("B", sources=[talks], journeys=[of(*steps)]), "EVD-01", profile="workshop")[0]

    assert said(1) == '1 of 9 touchpoints of "I do" (i-do) rests on customer evidence (11 %).'
    assert said(2) == '2 of 9 touchpoints of "I do" (i-do) rest on customer evidence (22 %).'


def test_sub_journeys_are_of_the_same_people() -> None:
    people = [Persona("Ann"), Persona("Bo")]
    inner = Journey("I pay", persona="bo", stages=[Stage("Pay", [Touchpoint("Pays")])])

    def odd(persona: str | None) -> int:
        return len(
            found(Portfolio("B", personas=people, journeys=[inner, of(Touchpoint("A", sub_journey="i-pay"), persona=persona)]), "STR-13")
        )

    assert [odd("ann"), odd("bo"), odd(None)] == [1, 0, 0]
