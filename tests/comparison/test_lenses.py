"""What each lens shows, and when a comparison may be believed."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from scipy.stats import spearmanr

from journeykit.comparison import Conformance, Future, Perception, Personas, Run, Step, compare, conformance, future, perception, personas
from journeykit.comparison.lens_perception import spearman
from journeykit.errors import ConversionError, UnknownNameError
from journeykit.model import (
    KPI,
    Action,
    Activity,
    Emotion,
    Insight,
    Journey,
    Link,
    Opportunity,
    Persona,
    Portfolio,
    Source,
    Stage,
    Touchpoint,
)
from journeykit.testing import journeys


def journey(*touchpoints: Touchpoint, **fields: Any) -> Journey:
    return Journey("Buy", stages=[Stage("All", touchpoints)], **{"id": "j", **fields})


# ------------------------------------------------------------------------------------------------------- perception
def test_two_views_of_one_journey() -> None:
    customer = journey(
        Touchpoint("Ask", emotion=1, importance=5, pains=["Slow"]),
        Touchpoint("Wait", emotion=-2, importance=4, pains=["Nobody comes"]),
        Touchpoint("Pay", emotion=-1, importance=1),
        Touchpoint("Leave", emotion=1),
        critical_moment="wait",
    )
    employee = journey(
        Touchpoint("Ask", emotion=1, importance={"employee": 1}, pains=["Slow "]),
        Touchpoint("Wait", emotion=1, importance={"employee": 4}, pains=["Too many cars"]),
        Touchpoint("Pay", emotion=-2, importance={"employee": 5}),
        Touchpoint("Leave"),
        critical_moment="pay", perspective="employee",
    )  # fmt: skip
    seen = compare(customer, employee, lens="perception").seen
    assert isinstance(seen, Perception)
    assert [(one.touchpoint, one.gap, one.quadrant) for one in seen.gaps] == [
        ("ask", 0, "agreed good"), ("wait", 3, "blind spot"), ("pay", -1, "agreed pain"), ("leave", None, None)
    ]  # fmt: skip
    assert [one.touchpoint for one in seen.overestimated] == ["wait"]
    assert [one.touchpoint for one in seen.underestimated] == ["pay"]
    assert seen.without_view == ("leave",)
    assert (seen.customer_pains, seen.employee_pains, seen.shared_pains) == (("Nobody comes",), ("Too many cars",), ("Slow",))
    assert (seen.importance_correlation, seen.rated, seen.critical_agreed) == (-1.0, 3, False)
    assert seen.top_overlap == 1.0
    assert perception(compare(customer, employee), top=2).top_overlap == 0.5
    assert perception(compare(employee, customer)).gaps == seen.gaps


def test_both_views_in_one_journey() -> None:
    both = journey(
        Touchpoint(
            "Wait", emotions=[Emotion(-1), Emotion(2, perspective="employee")], pains=["Long", Insight("Loud", perspective="employee")]
        )
    )
    seen = perception(compare(both, both))
    assert [(one.customer, one.employee, one.gap) for one in seen.gaps] == [(-1, 2, 3)]
    assert (seen.customer_pains, seen.employee_pains) == (("Long",), ("Loud",))
    assert seen.critical_agreed is None


def test_gaps_beyond_the_first_are_named_together() -> None:
    names = [f"Step {at}" for at in range(9)]
    own = journey(*(Touchpoint(name, emotion=-1) for name in names))
    staff = journey(*(Touchpoint(name, emotion=1) for name in names), perspective="employee")
    told = compare(own, staff, lens="perception").headlines(20)
    assert "Employees also think better of “Step 3”, “Step 4”, “Step 5”, “Step 6” and 2 more." in told


@pytest.mark.parametrize(("one", "other"), [([1, 2, 3, 4], [2, 1, 4, 3]), ([5, 5, 1, 2, 3], [1, 2, 2, 4, 1]), ([1, 2, 3], [3, 2, 1])])
def test_the_rank_correlation_is_that_of_scipy(one: list[float], other: list[float]) -> None:
    assert spearman(one, other) == pytest.approx(spearmanr(one, other).statistic)


def test_a_rank_correlation_of_nothing_is_none() -> None:
    assert spearman([1, 2], [1, 2]) is None
    assert spearman([1, 1, 1], [1, 2, 3]) is None


# ------------------------------------------------------------------------------------------------------ conformance
PLAN = journey(
    Touchpoint("Order", channel="web"),
    Touchpoint("Confirm", optional=True),
    Touchpoint("Install", tolerance="1 h", counterparts=["technician"]),
    Touchpoint("Call", at_most=1),
    Touchpoint("Pay"),
    links=[Link(source="order", target="pay", kind="sequence", required=True), Link(source="install", target="call", kind="branch"), Link(source="install", target="pay", kind="branch")],
    form="planned",
)  # fmt: skip
NOON = datetime(2025, 6, 30, 12, tzinfo=UTC)
CASES: dict[str, tuple[list[Step], list[tuple[str, str]], float]] = {
    "as planned": ([Step("order"), Step("install"), Step("pay")], [], 1.0),
    "missing": ([Step("order"), Step("pay")], [("missing", "install")], 2 / 3),
    "skipped": ([Step("order"), Step("install", status="skipped"), Step("pay")], [("missing", "install")], 2 / 3),
    "additional": ([Step("order"), Step("visit"), Step("install"), Step("pay")], [("additional", "visit")], 1.0),
    "too often": ([Step("order"), Step("install"), Step("call"), Step("call"), Step("pay")], [("additional", "call")], 1.0),
    "failed": ([Step("order"), Step("install", status="failed"), Step("pay")], [("failed", "install")], 2 / 3),
    "failed, then done": ([Step("order"), Step("install", status="failed"), Step("install"), Step("pay")], [("failed", "install")], 1.0),
    "out of required order": ([Step("pay"), Step("order"), Step("install")], [("order", "pay")], 2 / 3),
    "another order, that no link forbids": ([Step("install"), Step("order"), Step("pay")], [], 1.0),
    "late": ([Step("order"), Step("install", started=NOON, ended=NOON + timedelta(hours=2)), Step("pay")], [("late", "install")], 1.0),
    "in time": ([Step("order"), Step("install", started=NOON, ended=NOON + timedelta(hours=1)), Step("pay")], [], 1.0),
    "wrong channel": ([Step("order", channel="phone"), Step("install"), Step("pay")], [("channel", "order")], 1.0),
    "wrong actor": ([Step("order"), Step("install", actor="neighbour"), Step("pay")], [("actor", "install")], 1.0),
}


@pytest.mark.parametrize("name", CASES)
def test_each_deviation(name: str) -> None:
    steps, expected, fitness = CASES[name]
    result = conformance(PLAN, [Run("1", steps)])
    assert [(one.kind, one.touchpoint) for one in result.first[0].deviations] == expected
    assert result.fitness == pytest.approx(fitness)
    assert result.mandatory == ("order", "install", "pay")


def test_rates_over_many_runs_in_one_pass() -> None:
    runs = (
        Run(str(number), [Step("order"), *([Step("visit")] if number % 4 == 0 else []), Step("install"), Step("pay")])
        for number in range(100)
    )
    result = conformance(PLAN, runs, keep=3)
    assert (result.runs, result.deviating, len(result.first)) == (100, 25, 3)
    assert result.rate("additional", "visit") == 0.25
    assert result.rate("missing", "pay") == 0
    assert result.candidates == (("visit", 25),)


def test_no_runs_have_no_rates() -> None:
    result = conformance(PLAN, [])
    assert (result.fitness, result.rate("missing", "pay")) == (None, None)


ROUTES: dict[str, tuple[list[Link], dict[str, Any], tuple[str, ...]]] = {
    "no link: one after the other": ([], {}, ("a", "b", "c", "d")),
    "a branch over one": ([Link(source="a", target="c", kind="branch"), Link(source="a", target="b", kind="branch")], {}, ("a", "c", "d")),
    "a sequence that is not required": ([Link(source="a", target="c")], {}, ("a", "c", "d")),
    "a required sequence is no route": ([Link(source="a", target="c", required=True)], {}, ("a", "b", "c", "d")),
    "a message is no route": ([Link(source="a", target="c", kind="message")], {}, ("a", "b", "c", "d")),
    "an end before the last": ([], {"outcome": "Done"}, ("a", "b")),
    "not at all is enough": ([], {"at_least": 0}, ("a", "c", "d")),
}


@pytest.mark.parametrize("name", ROUTES)
def test_mandatory_is_what_stands_on_every_route(name: str) -> None:
    links, fields, expected = ROUTES[name]
    plan = journey(Touchpoint("A"), Touchpoint("B", **fields), Touchpoint("C"), Touchpoint("D"), links=links)
    assert conformance(plan, []).mandatory == expected


def test_a_run_may_be_a_journey() -> None:
    run = journey(Touchpoint("Order"), Touchpoint("Set up", origin="j/install"), Touchpoint("Pay"), id="run", form="actual", case="c1")
    seen = compare(PLAN, run, lens="conformance").seen
    assert isinstance(seen, Conformance)
    assert (seen.fitness, seen.first[0].case) == (1.0, "c1")
    with pytest.raises(ConversionError):
        conformance(run, [])


# ----------------------------------------------------------------------------------------------------------- future
def books() -> tuple[Journey, Journey]:
    now = journey(
        Touchpoint("Ask", pains=["Dear", "Slow", "Loud"], duration="53 min"), Touchpoint("Wait", emotion=-2, duration="61 min"), Touchpoint("Pay", channel="till"),
        id="now", persona="ana",
    )  # fmt: skip
    then = journey(
        Touchpoint("Ask", pains=["Dear", "Loud", "Cold"], duration="53 min"), Touchpoint("Wait", emotion=Emotion(1, basis="intended"), duration="16 min"), Touchpoint("Pay", channel="app"),
        id="then", persona="ana", state="future", origin="now", activities=[Activity("Build", touchpoints=["pay"], status="needed")],
    )  # fmt: skip
    book = Portfolio(
        personas=[Persona("Ana")],
        journeys=[now, then],
        opportunities=[Opportunity("Quieter?", id="quiet", addresses=["now/ask/loud"])],
        actions=[
            Action("Online", id="online", touches=["now/wait"], addresses=["now/ask/dear"]),
            Action("Carpets", id="carpets", addresses=["quiet"], touches=["then/ask"]),
            Action("Nothing", id="nothing", touches=["now/stage:all"]),
            Action("No", id="no", touches=["now/pay"], status="rejected"),
        ],
    )
    return book.journeys["now"], book.journeys["then"]


def test_from_current_to_future() -> None:
    seen = compare(*books(), lens="future").seen
    assert isinstance(seen, Future)
    assert {one.pain.id: (one.fate, one.actions) for one in seen.pains} == {
        "dear": ("addressed", ("online",)), "slow": ("gone", ()), "loud": ("addressed", ("carpets",)), "cold": ("new", ())
    }  # fmt: skip
    assert {one.row.spot.id: one.actions for one in seen.differences} == {"ask": ("carpets",), "wait": ("online",), "pay": (), "build": ()}
    assert [one.spot.id for one in seen.unrealised] == ["pay", "build"]
    assert seen.actions_without_effect == ("nothing",)
    assert [span.known for span in seen.duration] == [timedelta(minutes=114), timedelta(minutes=69)]
    assert [(span.stated, span.of) for span in seen.wait] == [(0, 3), (0, 3)]
    assert (seen.needed, seen.channels_gained, seen.channels_lost) == (("build",), ("app",), ("till",))
    assert [one.same_basis for one in seen.readings] == [False]
    assert any("not known in the same way" in sentence for sentence in compare(*books()).headlines())


# --------------------------------------------------------------------------------------------------------- personas
def test_two_personas_are_never_averaged() -> None:
    one = journey(
        Touchpoint("Ask", emotion=2, channel="web", pains=["Slow"]), Touchpoint("Pay", emotion=-1), persona="ana", critical_moment="pay"
    )
    other = journey(
        Touchpoint("Ask", emotion=-1, channel="phone", pains=["slow", "Loud"]), Touchpoint("Call"), persona="bo", critical_moment="ask"
    )
    seen = compare(one, other, lens="personas").seen
    assert isinstance(seen, Personas)
    assert seen.names == ("ana", "bo")
    assert [(cell.touchpoint, cell.moment, cell.first, cell.second, cell.difference) for cell in seen.cells] == [
        ("Ask", "during", 2, -1, -3), ("Pay", "during", -1, None, None), ("Call", None, None, None, None)
    ]  # fmt: skip
    assert (seen.only_first, seen.only_second, seen.same_critical_moment) == (("pay",), ("call",), False)
    assert (seen.shared_pains, seen.first_pains, seen.second_pains) == (("Slow",), (), ("Loud",))
    assert (seen.channels_first, seen.channels_second) == ((("web", 1),), (("phone", 1),))


# ---------------------------------------------------------------------------------------------------- preconditions
def test_the_preconditions_say_what_was_found() -> None:
    met = {(one.code, one.about): one.is_met for one in compare(*books()).preconditions}
    assert met == {
        ("CMP-02", "persona"): True, ("CMP-02", "customer_goal"): None, ("CMP-02", "scope"): None, ("CMP-03", "touchpoints"): True,
        ("CMP-04", "sources"): False, ("CMP-05", "emotions"): False,
    }  # fmt: skip


def test_methods_evidence_and_matches_are_judged() -> None:
    def book(method: Any, *touchpoints: Touchpoint) -> Portfolio:
        one = journey(*touchpoints, state="future", sources=["test"])
        return Portfolio(kpis=[KPI("CSAT", method=method)], sources=[Source("Test", kind="concept_test")], journeys=[one])

    before, after = book("mean", Touchpoint("A", id="a")), book("top_2_box", Touchpoint("Z", id="z"))
    assert [(one.code, one.is_met) for one in compare(before, after).preconditions] == [("CMP-01", False)]
    inside = compare(before.journeys[0], after.journeys[0]).preconditions
    assert {one.code: one.is_met for one in inside if one.code != "CMP-02"} == {
        "CMP-01": False,
        "CMP-03": False,
        "CMP-04": True,
        "CMP-05": None,
    }
    unknown = compare(book("unknown"), book("unknown")).preconditions
    assert [one.is_met for one in unknown] == [None]


# ------------------------------------------------------------------------------------------------------------- all
@given(journeys(), journeys())
def test_no_lens_ever_fails_on_journeys(before: Journey, after: Journey) -> None:
    c = compare(before, after)
    assert {type(look(c)) for look in (future, personas, perception)} == {Future, Personas, Perception}
    assert c.preconditions
    assert c.seen is None
    if before.form != "actual":
        conformance(before, [Run.of(after)])


@pytest.mark.parametrize("lens", ["future", "personas", "perception", "conformance"])
def test_a_lens_looks_at_journeys(lens: Any) -> None:
    with pytest.raises(ConversionError, match="two journeys"):
        assert compare(Portfolio(), Portfolio(), lens=lens).seen


def test_an_unknown_lens_names_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'future'"):
        compare(Portfolio(), Portfolio(), lens="futur")  # type: ignore[arg-type]
