"""Rules of structure, evidence and figures where their edges are."""

from datetime import date

import pytest

from journeykit.model import (  # fmt: skip
    KPI,
    Action,
    Activity,
    Actor,
    Channel,
    Emotion,
    Expectation,
    Goal,
    Insight,
    Journey,
    Link,
    Measurement,
    Opportunity,
    Owner,
    Persona,
    Portfolio,
    Relation,
    Source,
    Stage,
    Target,
    TeamMember,
    Touchpoint,
)
from journeykit.rules import check


def of(*steps: Touchpoint, **fields) -> Journey:
    return Journey("I do", stages=[Stage("All", list(steps))], **fields)


def hits(what, code: str, **given) -> list[str]:
    return [one.anchors[0][0].rpartition("/")[2] for one in check(what, select=[code], **given)]


A, B, C = Touchpoint("A"), Touchpoint("B"), Touchpoint("C")


def test_routes() -> None:
    jump = Link(source="a", target="c", kind="branch")
    assert hits(of(A, B, C, links=[jump]), "STR-06") == ["b"]
    assert hits(of(A, Touchpoint("B", optional=True), C, links=[jump]), "STR-06") == []
    assert hits(of(A, B, C, links=[Link(source="a", target="c", kind="sequence")]), "STR-06") == ["b"]
    assert hits(of(A, B, C, links=[Link(source="a", target="c", kind="sequence", required=True)]), "STR-06") == [], "an order is no route"
    assert hits(of(A, B, C, links=[jump], form="actual"), "STR-06") == []
    back = Link(source="b", target="a", kind="branch")
    assert hits(of(A, B, C, links=[back]), "STR-06") == ["c", "i-do"]
    assert hits(of(A, Touchpoint("B", outcome="given up"), C, links=[back]), "STR-06") == ["c"]


def test_routes_through_activities() -> None:
    decides = Activity("Decides", id="d", touchpoints="a")
    onward = [Link(source="d", target=end, kind="branch") for end in ("b", "c")]
    assert hits(of(A, B, C, activities=[decides], links=onward), "STR-06") == []
    through = [Link(source="a", target="d", kind="branch"), *onward]
    assert hits(of(A, B, C, activities=[decides], links=through), "STR-06") == []
    assert hits(of(A, B, C, activities=[decides], links=[Link(source="d", target="c", kind="branch")]), "STR-06") == [], "an exception"
    past = [Link(source="a", target="d", kind="branch"), onward[1], Link(source="d", target="e", kind="branch")]
    assert hits(of(A, B, C, Touchpoint("E"), activities=[decides], links=past), "STR-06") == ["b"]


def test_an_optional_touchpoint_can_be_left_out() -> None:
    back = Link(source="b", target="a", kind="sequence")
    assert hits(of(A, Touchpoint("B", optional=True), C, links=[back]), "STR-06") == [], "from A also to C"
    assert hits(of(A, Touchpoint("B", repeats=True), C, links=[back]), "STR-06") == [], "again, and then on"
    assert hits(of(A, B, C, links=[back]), "STR-06") == ["c", "i-do"]


def test_sizes() -> None:
    eight = [Touchpoint(str(at), id=f"t{at}") for at in range(8)]
    assert [one.where for one in check(of(*eight), select=["STR-04"])] == ["journeys['i-do']", "journeys['i-do'].stages['all']"]
    assert len(check(of(*eight[:7]), select=["STR-04"])) == 1
    assert not check(of(*eight, form="actual"), select=["STR-04"])
    nine = [Stage(str(at), [Touchpoint("T", id=f"t{at}")], id=f"s{at}") for at in range(9)]
    assert not check(Journey("I", stages=nine), select=["STR-04"])
    assert check(Journey("I", stages=[*nine, Stage("x", [Touchpoint("y")])]), select=["STR-04"])


def test_shares_of_branches() -> None:
    links = [Link(source="a", target=end, kind="branch", probability=share) for end, share in (("b", 0.1), ("c", 0.2), ("a", 0.7))]
    assert hits(of(Touchpoint("A", repeats=True), B, C, links=links), "STR-07") == [], "0.1 + 0.2 + 0.7 is not over 1"


def test_lifecycle() -> None:
    def tagged(*tags, **fields) -> Journey:
        return Journey(
            "I", **fields, stages=[Stage(f"S{at}", [Touchpoint("T", id=f"t{at}")], lifecycle=tag) for at, tag in enumerate(tags)]
        )

    assert not check(tagged("learn", "support", "onboard", None, "support", "use", "use", "leave"), select=["STR-11"])
    assert [one.anchors[0][1] for one in check(tagged("use", "learn", "onboard", "leave"), select=["STR-11"])] == ["S1", "S2"]
    assert not check(tagged("use", "learn", "onboard", type="renewal"), select=["STR-11"])


def test_alike_names() -> None:
    book = Portfolio("B", channels=[Channel("E-Mail"), Channel("Letter")], personas=[Persona("Guest")], actors=[Actor("GUEST", id="guests", kind="customer")],
                     journeys=[of(Touchpoint("A", channels="email"), Touchpoint("B", channels="email"), Touchpoint("C", channels="post"))])  # fmt: skip
    assert [one.where.rpartition(".")[2] for one in check(book, select=["STR-14"])] == ["channels", "actors['guests']"]


def test_runs_are_compared_by_the_instant() -> None:
    early, late = "2025-05-01T10:00+02:00", "2025-05-01T09:00+00:00"
    assert not check(of(Touchpoint("A", started=early), B, Touchpoint("C", started=late), form="actual"), select=["STR-12"])
    assert hits(of(Touchpoint("A", started=late), Touchpoint("C", ended=early), form="actual"), "STR-12") == ["c"]


def test_plans_and_runs_are_not_asked_for_what_they_cannot_have() -> None:
    for code in ("COM-07", "COM-12", "COM-13", "EVD-01", "CUS-07", "MGT-07"):
        assert check(of(Touchpoint("A", matters=True)), select=[code]), code
        assert not check(of(Touchpoint("A", matters=True), form="planned"), select=[code]), code
        assert not check(of(Touchpoint("A", matters=True), form="actual"), select=[code]), code


def test_competitors_are_not_asked_for_owners_and_figures() -> None:
    rivals = Portfolio(
        "B", actors=[Actor("Rival", kind="competitor")], journeys=[of(Touchpoint("A", matters=True, wait_before="1 h"), subject="Rival")]
    )
    assert not check(rivals, select=["MEA", "MGT", "BLU-01", "BLU-02", "BLU-14", "COM-09"])
    assert check(rivals, select=["COM-07"])


def test_emotions_of_others_are_not_the_customers() -> None:
    assert hits(of(Touchpoint("A", emotion=Emotion(1, perspective="employee"))), "COM-07") == ["a"]
    assert hits(of(Touchpoint("A", emotion=Emotion(1)), perspective="designer"), "COM-07") == ["a"]
    assert hits(of(Touchpoint("A", emotion=Emotion(1, perspective="customer")), perspective="designer"), "COM-07") == []


def test_expectations_of_stages() -> None:
    small = Expectation("Coffee", priority="secondary")
    assert len(check(of(Touchpoint("A", expectations=small)), select=["COM-10", "COM-11"])) == 1
    assert not check(of(Touchpoint("A", expectations=[small, "No queue"])), select=["COM-10", "COM-11"])


def test_pains_of_the_library_count_where_they_hold() -> None:
    journey = of(A)
    for anchor in ("i-do/a", "i-do/stage:all"):
        assert not check(Portfolio("B", insights=[Insight("x", anchors=anchor)], journeys=[journey]), select=["COM-12"])
    assert check(Portfolio("B", insights=[Insight("x", kind="observation", anchors="i-do/a")], journeys=[journey]), select=["COM-12"])


def test_severe_pains_that_are_served() -> None:
    pain = Insight("x", id="x", severity=3)

    def book(**fields) -> Portfolio:
        return Portfolio("B", journeys=[of(Touchpoint("A", pains=[pain]))], **fields)

    assert check(book(), select=["COM-16"])[0].where.endswith("pains[0]")
    assert not check(book(opportunities=[Opportunity("How?", addresses="i-do/a/x")]), select=["COM-16"])
    assert not check(book(), select=["COM-16"], parameters={"COM-16": {"severity": 4}})


def test_shares_of_evidence() -> None:
    def heard(amount: int) -> Portfolio:
        steps = [Touchpoint("T", id=f"t{at}", sources=["talks"] if at < amount else []) for at in range(10)]
        return Portfolio("B", sources=[Source("Talks", kind="interview", perspective="customer")], journeys=[of(*steps)])

    assert check(heard(4), select=["EVD-01"])[0].message.startswith("4 of 10 touchpoints")
    assert not check(heard(5), select=["EVD-01"])
    assert check(heard(7), select=["EVD-01"], profile="publish")
    assert not check(heard(8), select=["EVD-01"], profile="publish")


def test_readings_may_rest_on_the_sources_of_their_touchpoint() -> None:
    source = Source("Talks", kind="interview")
    felt = Emotion(-1, basis="reported")
    assert not check(Portfolio("B", sources=[source], journeys=[of(Touchpoint("A", emotion=felt, sources="talks"))]), select=["EVD-08"])
    assert check(Portfolio("B", sources=[source], journeys=[of(Touchpoint("A", emotion=felt), sources="talks")]), select=["EVD-08"])
    assert not check(
        Portfolio("B", sources=[source], journeys=[of(Touchpoint("A", emotion=felt), sources="talks", form="actual")]), select=["EVD-08"]
    )


def test_the_age_of_sources() -> None:
    book = Portfolio("B", sources=[Source("Talks", collected_to="2024-01-31")], journeys=[of(A, sources="talks")])
    assert not check(book, select=["EVD-07"], today=date(2026, 1, 31))
    assert check(book, select=["EVD-07"], today=date(2026, 2, 1))
    assert not check(book, select=["EVD-07"], today=date(2026, 2, 1), parameters={"EVD-07": {"months": 25}})


@pytest.mark.parametrize(
    ("kpi", "codes"),
    [
        (KPI("K"), []),
        (KPI("K", target=1), ["MEA-03"]),
        (KPI("K", direction="higher", baseline=2, target=1), ["MEA-03"]),
        (KPI("K", direction="higher", baseline=1, target=1), []),
        (KPI("K", direction="target", baseline=2, target=1), []),
        (KPI("K", direction="higher", metric="nps", measurements=[Measurement(value=101)]), ["MEA-05"]),
        (KPI("K", direction="higher", metric="nps", measurements=[Measurement(value=-100)]), []),
        (KPI("K", direction="higher", metric="nps", scale=(1, 5)), ["MEA-05"]),
        (KPI("K", direction="higher", metric="csat", method="mean", scale=(1, 5), measurements=[Measurement(value=6)]), ["MEA-05"]),
        (KPI("K", direction="higher", metric="csat", method="top_2_box", scale=(1, 5), measurements=[Measurement(value=82)]), []),
        (KPI("K", direction="higher", metric="csat", method="top_2_box", scale=(1, 5), measurements=[Measurement(value=182)]), ["MEA-05"]),
        (KPI("K", direction="higher", metric="ces", scale=(1, 7)), ["MEA-04"]),
    ],
)  # fmt: skip
def test_figures(kpi: KPI, codes: list[str]) -> None:
    assert [one.code for one in check(Portfolio("B", kpis=[kpi]))] == codes


def test_counts_give_the_score() -> None:
    def nps(value: float) -> Portfolio:
        counts = {"promoters": 7, "passives": 2, "detractors": 3}
        return Portfolio("B", kpis=[KPI("N", metric="nps", direction="higher", measurements=[Measurement(value=value, counts=counts)])])

    assert not check(nps(33))
    assert "33.3" in check(nps(34))[0].message
    assert check(nps(33.9))[0].where == "kpis['n'].measurements[0].value"


def test_two_kpis_of_one_name_and_different_methods_are_an_error() -> None:
    kpis = [KPI("CSAT", id=f"k{at}", metric="csat", method=method, scale=(1, 5)) for at, method in enumerate(("mean", "top_2_box"))]
    report = check(Portfolio("B", kpis=kpis))
    assert [(one.code, one.severity) for one in report] == [("MEA-04", "error")]
    assert check(Portfolio("B", kpis=kpis), severity={"MEA-04": "info"})[0].severity == "info"


def test_changes_within_the_margin() -> None:
    def moved(n: int) -> Portfolio:
        values = [Measurement(at=at, value=value, n=n) for at, value in ((2024, 33), (2025, 38))]
        return Portfolio("B", kpis=[KPI("N", metric="nps", direction="higher", measurements=values)])

    assert "no demonstrable change" in check(moved(300), select=["MEA-06"])[0].message
    assert not check(moved(30_000), select=["MEA-06"])


def test_dead_figures_and_reviews() -> None:
    book = Portfolio("B", kpis=[KPI("N", period="monthly", measurements=[Measurement(at="2025-10", value=1)])])
    assert not check(book, select=["MEA-08"], today=date(2025, 12, 31))
    assert check(book, select=["MEA-08"], today=date(2026, 1, 31)) or check(book, select=["MEA-08"], today=date(2026, 2, 5))
    assert check(of(A, review_every="yearly"), select=["MGT-09"], today=date(2026, 1, 1))
    assert not check(of(A, review_every="yearly", reviewed_on="2025-01-01"), select=["MGT-09"], today=date(2026, 1, 1))


def test_goals() -> None:
    kpi = KPI("Wait", direction="lower", measurements=[Measurement(at=2023, value=40), Measurement(at=2024, value=35)])

    def goal(target: float, **fields) -> Portfolio:
        return Portfolio("B", kpis=[kpi], goals=[Goal("Less waiting", targets=[Target(kpi="wait", target=target)], **fields)])

    assert not check(goal(25), select=["MGT-03"])
    assert check(goal(24), select=["MGT-03"])
    assert not check(goal(0, rationale="A second desk"), select=["MGT-03"])


def test_teams() -> None:
    def team(*functions: str, sponsor: bool = False) -> Journey:
        return of(A, team=[TeamMember(one, function=one, sponsor=sponsor) for one in functions])  # type: ignore[arg-type]  # words of the test

    assert [one.code for one in check(of(A), select=["MGT-07", "MGT-08"])] == ["MGT-07"]
    assert [one.code for one in check(team("it", "marketing", "research"), select=["MGT-07", "MGT-08"])] == ["MGT-07", "MGT-08"]
    assert not check(team("it", "marketing", "customer_service", sponsor=True), select=["MGT-07", "MGT-08"])


def test_owners() -> None:
    def owned(**fields) -> Portfolio:
        return Portfolio("B", owners=[Owner("Desk"), Owner("Shop", kind="partner")], journeys=[of(Touchpoint("A", **fields))])

    assert hits(owned(owner="Desk"), "MGT-13") == ["a"]
    assert hits(owned(owner="Desk", responsible="Shop"), "MGT-13") == []
    assert hits(owned(control="partner"), "MGT-13") == ["a"]
    assert hits(owned(control="external"), "MGT-13") == hits(owned(kind="action"), "MGT-13") == []
    half = [Touchpoint("T", id=f"t{at}", owner="Desk" if at < 4 else "Shop" if at < 6 else None) for at in range(8)]
    assert not check(Portfolio("B", owners=[Owner("Desk"), Owner("Shop")], journeys=[of(*half)]), select=["MGT-14"])


def test_actions() -> None:
    book = Portfolio("B", actions=[Action("X", status="in_progress", due="2026-01-15"), Action("Y", status="closed", due="2020")])
    assert hits(book, "MGT-17", today=date(2026, 1, 15)) == []
    assert "1 day overdue" in check(book, select=["MGT-17"], today=date(2026, 1, 16))[0].message


def test_stakeholder_maps() -> None:
    def book(**fields) -> Portfolio:
        steps = of(Touchpoint("A", supporters="Kitchen"), activities=[Activity("Cooks", actor="Kitchen", touchpoints="a")])
        return Portfolio("B", owners=[Owner("Kitchen"), Owner("Desk", **fields)], journeys=[steps])

    assert hits(book(), "BLU-09") == [], "there is no stakeholder map yet"
    assert hits(book(ring=0), "BLU-09") == ["kitchen"]
    assert hits(book(ring=0), "BLU-10") == ["desk"]
    assert hits(book(ring=2), "BLU-10") == []
    assert hits(book(), "BLU-11") == ["kitchen"]
    for one in (Relation(source="desk", target="kitchen"), Relation(source="kitchen", target="desk", kind="reports_to")):
        assert hits(Portfolio("B", owners=book().owners, relations=[one], journeys=book().journeys), "BLU-11") == []
    pays = Relation(source="desk", target="kitchen", kind="pays")
    assert hits(Portfolio("B", owners=book().owners, relations=[pays], journeys=book().journeys), "BLU-11") == ["kitchen"]


def test_waits() -> None:
    long = {"wait_before": "40 min", "tolerance": "10 min", "owner": "desk"}
    assert "no pain" in check(of(Touchpoint("A", **long)), select=["BLU-14"])[0].message
    assert not check(of(Touchpoint("A", pains="Too long", **long)), select=["BLU-14"])
    assert not check(of(Touchpoint("A", wait_before="0 min")), select=["BLU-14"])


def test_times_on_stage() -> None:
    acts = [Activity("X", id="x", touchpoints="a", duration="7 min"), Activity("Y", id="y", touchpoints="a", duration="4 min")]
    assert check(of(Touchpoint("A", duration="10 min"), activities=acts), select=["BLU-13"])
    assert not check(of(Touchpoint("A", duration="11 min"), activities=acts), select=["BLU-13"])
