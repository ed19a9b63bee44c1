"""Laws: nothing that can be constructed makes the checker raise, nothing is changed, and the same input gives the same report."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeykit.comparison import compare
from journeykit.errors import parse_where
from journeykit.model import (  # fmt: skip
    KPI,
    Action,
    Activity,
    Emotion,
    Goal,
    Insight,
    Journey,
    Link,
    Measurement,
    Opportunity,
    Owner,
    Persona,
    Portfolio,
    Source,
    Stage,
    System,
    Target,
    TeamMember,
    Touchpoint,
)
from journeykit.rules import BookFacts, Report, catalogue, check
from journeykit.testing import portfolios, scenes

EVERY = ["STR", "COM", "CUS", "EVD", "BLU", "MEA", "MGT"]
DAYS = st.dates() | st.sampled_from([date.min, date.max])
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def everything(book, today) -> Report:
    return check(book, select=EVERY, today=today)


@SLOW
@given(portfolios(), DAYS)
def test_the_checker_never_raises_and_says_the_same_again(book: Portfolio, today: date) -> None:
    before = repr(book)
    report = everything(book, today)
    assert everything(book, today) == report
    assert repr(book) == before
    assert report.not_run == ()
    assert {one.code for one in report} <= {*report.ran, "CHK-01", "CHK-02", "CHK-03"}


@SLOW
@given(portfolios(), st.dates())
def test_every_finding_points_to_something_that_is_there(book: Portfolio, today: date) -> None:
    for one in everything(book, today):
        assert one.message
        assert "\n" not in one.message
        if one.where:
            assert reached(book, one.where), one


def reached(book: Portfolio, where: str) -> bool:
    if where.startswith("check"):  # settings are a mapping
        return True
    held = book
    for name, key in parse_where(where):
        held = getattr(held, name)
        if key is not None:
            held = held[key]
    return True


@SLOW
@given(portfolios())
def test_each_journey_can_be_checked_by_itself(book: Portfolio) -> None:
    for journey in book.journeys:
        everything(journey, date(2026, 1, 1))


@SLOW
@given(portfolios(), portfolios())
def test_comparisons_never_raise(before: Portfolio, after: Portfolio) -> None:
    check(compare(before, after))


@SLOW
@given(scenes())
def test_scenes_never_raise(scene) -> None:
    assert check(scene) == check(scene)


TITLES = st.sampled_from(["Pays", "TBD", "Validate KYC form", "🙂", "Add a wizard", "a@b.de", "\u202ex", "Kasse", "Kassen"])
PERIODS = st.sampled_from([None, "2024", "2025-Q2", "0001-01", "9999-12-31"])
FIGURES = st.floats(-1e300, 1e300) | st.sampled_from([0.0, 62.0, -100.0])


@st.composite
def measured_books(draw) -> Portfolio:
    """Books full of what rules of figures and management look at, most of it half finished."""
    amount = st.none() | FIGURES
    n = st.none() | st.integers(1, 9)
    kpis = [
        KPI(
            draw(TITLES), id=f"k{at}", family=draw(st.sampled_from([None, "experience", "operational", "business"])),
            metric=draw(st.sampled_from([None, "nps", "csat", "ces", "wait_time"])), direction=draw(st.sampled_from([None, "higher", "lower", "target"])),
            method=draw(st.sampled_from([None, "mean", "top_2_box", "unknown"])), scale=draw(st.sampled_from([None, (0, 10), (1, 5)])),
            target=draw(amount), baseline=draw(amount), period=draw(st.sampled_from([None, "monthly", "yearly"])),
            measurements=[
                Measurement(at=when, value=draw(FIGURES), n=draw(n), counts=draw(st.sampled_from([{}, {"promoters": 3, "passives": 0, "detractors": 1}])))
                for when in draw(st.lists(st.sampled_from(["2023", "2024", "2025", "0001", "9999"]), unique=True))
            ],
        )
        for at in range(draw(st.integers(0, 3)))
    ]  # fmt: skip
    keys = [one.id for one in kpis]
    some = st.lists(st.sampled_from(keys), unique=True) if keys else st.just([])
    targets = [Target(kpi=key, baseline=draw(amount), target=draw(amount), start=draw(PERIODS), due=draw(PERIODS)) for key in draw(some)]
    steps = [
        Touchpoint(
            draw(TITLES), id=f"t{at}", kpis=draw(some), matters=draw(st.booleans()), emotion=draw(st.none() | st.floats(-2, 2)),
            pains=[Insight(draw(TITLES), severity=draw(st.none() | st.integers(0, 4)))], opportunities=[Opportunity(draw(TITLES))],
            importance=draw(st.sampled_from([{}, {"customer": 5, "employee": 1}])), wait_before=draw(st.none() | st.timedeltas(min_value=date.resolution)),
            counterparts=draw(st.sampled_from([[], ["desk"], ["till"]])),
        )
        for at in range(draw(st.integers(0, 4)))
    ]  # fmt: skip
    links = [
        Link(source=one.id, target=other.id, kind="branch", probability=draw(st.none() | st.floats(0, 1))) for one, other in pairwise(steps)
    ]
    links += [Link(source="a", target=steps[0].id, kind="message")] if steps else []
    activities = (
        [Activity(draw(TITLES), id="a", actor="desk", layer=draw(st.sampled_from(["backstage", "support"])), touchpoints=steps[0].id)]
        if steps
        else []
    )
    status = st.sampled_from(["idea", "selected", "implemented", "rejected", "in_progress"])
    return Portfolio(
        "Book", kpis=kpis, goals=[Goal(draw(TITLES), targets=targets)], owners=[Owner("Desk", ring=draw(st.none() | st.integers(0, 2)))],
        systems=[System("Till", status=draw(st.sampled_from(["existing", "needed"])))], personas=[Persona("Ann", fictional=draw(st.booleans()), needs=draw(TITLES))],
        sources=[Source("Talks", kind="interview", collected_to=draw(PERIODS))],
        insights=[Insight(draw(TITLES), kind="hypothesis", raised_on=draw(PERIODS))],
        actions=[Action(draw(TITLES), id=f"x{at}", status=draw(status), due=draw(PERIODS), implemented_on=draw(PERIODS), kpis=targets) for at in range(2)],
        journeys=[
            Journey(
                draw(TITLES), persona="Ann", state=draw(st.sampled_from(["current", "future"])), stages=[Stage("All", steps)], links=links, sources="talks",
                activities=activities, kpis=draw(some), reviewed_on=draw(PERIODS), review_every="monthly", team=[TeamMember("Bo", function="it")],
            )
        ],
    )  # fmt: skip


@SLOW
@given(measured_books(), DAYS)
def test_figures_and_plans_never_make_it_raise(book: Portfolio, today: date) -> None:
    report = everything(book, today)
    assert everything(book, today) == report
    assert all(reached(book, one.where) for one in report if one.where)


@SLOW
@given(measured_books(), measured_books())
def test_half_finished_books_compare(before: Portfolio, after: Portfolio) -> None:
    check(compare(before, after))


def test_findings_come_by_rule_and_then_as_in_the_model() -> None:
    journey = Journey("I buy", stages=[Stage("Buy", [Touchpoint("B"), Touchpoint("A")])])
    report = check(journey, profile="publish")
    order = [one.code for one in catalogue()]
    places = [order.index(one.code) for one in report]
    assert places == sorted(places)
    assert [one.anchors[0][1] for one in report.filter(code="COM-07")] == ["B", "A"]


@pytest.mark.parametrize("text", ["a" * 100_000, "@" * 50_000, "0 " * 50_000, "a.b-" * 30_000 + "@", "+1" + "(" * 50_000])
def test_hostile_texts_are_read_in_no_time(text: str) -> None:
    from time import perf_counter

    book = Portfolio("B", journeys=[Journey("I", stages=[Stage("S", [Touchpoint("T", id="t", thoughts=text, goal=text, emotion=Emotion(1, quote=text))])])],
                     opportunities=[Opportunity(text, id="o")])  # fmt: skip
    start = perf_counter()
    everything(book, date(2026, 1, 1))
    assert perf_counter() - start < 2


def test_facts_are_worked_out_once() -> None:
    facts = BookFacts(Portfolio.of(Journey("I buy", stages=[Stage("Buy", [Touchpoint("Pays")])])))
    assert facts.journeys is facts.journeys
    assert facts.journeys[0].columns is facts.journeys[0].columns
