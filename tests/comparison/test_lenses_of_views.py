"""Personas, customers and staff, plan and runs, in sentences; whole portfolios through a lens."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings

from journeykit.comparison import (
    LENSES,
    Personas,
    Run,
    Step,
    answers,
    compare,
    conformance,
    preconditions,
    runs_from,
    runs_in,
)
from journeykit.errors import ConversionError
from journeykit.model import (
    Emotion,
    Journey,
    Persona,
    Portfolio,
    Stage,
    Touchpoint,
)
from journeykit.testing import journeys, portfolios


def journey(*touchpoints: Touchpoint, **fields: Any) -> Journey:
    return Journey("Buy", stages=[Stage("All", touchpoints)], **{"id": "j", **fields})


# ------------------------------------------------------------------------------- personas and perception, in sentences
def test_personas_in_sentences() -> None:
    def of(persona: str | None, *touchpoints: Touchpoint, **fields: Any) -> Journey:
        people = [Persona("Ana", id="ana"), Persona("Bo", id="bo")]
        return Portfolio(personas=people, journeys=[journey(*touchpoints, persona=persona, **fields)]).journeys[0]

    first = of(
        "ana",
        Touchpoint("Ask", emotion=2, pains=["Slow", "Dim"]),
        Touchpoint("Pay", emotion={"after": -1}),
        Touchpoint("Same", emotion=1),
        critical_moment="pay",
    )
    second = of(
        "bo",
        Touchpoint("Ask", emotion=Emotion(-1, basis="reported"), pains=["slow", "Loud"]),
        Touchpoint("Call"),
        Touchpoint("Same", emotion=0.5),
        critical_moment="ask",
    )
    assert compare(first, second, lens="personas").headlines()[1:] == (
        "“Ask”: +2 for “Ana”, −1 for “Bo” (assumed against reported).",
        "Only “Ana” has “Pay”; “Bo” does not.",
        "Only “Bo” has “Call”; “Ana” does not.",
        "The critical moment is “Pay” for “Ana”, “Ask” for “Bo”.",
        "Both suffer from “Slow”.",
        "Only “Ana” suffers from “Dim”.",
        "Only “Bo” suffers from “Loud”.",
    )
    alike = of("ana", Touchpoint("Ask", emotion={"after": 1}), customer_goal="a")
    again = of("ana", Touchpoint("Ask", emotion={"after": -1}), customer_goal="b", state="future")
    assert compare(alike, again, lens="personas").headlines()[1:] == (
        "The two sides have different customer goals.",
        "The two sides are of different times: one is a future.",
        "Both sides are about the same persona.",
        "“Ask” (after): +1 for the first side, −1 for the second side.",
    )
    nobody = compare(of(None, Touchpoint("Ask", emotion=1)), of(None, Touchpoint("Ask", emotion=-1)), lens="personas")
    assert nobody.headlines()[1] == "“Ask”: +1 for the first persona, −1 for the second persona."


def test_perception_in_sentences() -> None:
    one = journey(Touchpoint("Ask", emotion=1), Touchpoint("Wait", emotion={"after": -2}), Touchpoint("Pay", emotion=0, importance=1))
    other = journey(Touchpoint("Ask", emotion=1), Touchpoint("Wait", emotion={"after": 0}), Touchpoint("Pay"), perspective="employee")
    expected = ("“Wait” (after), customers −2, employees 0: employees think it better by 2.", "Employees have no view of “Pay”.")
    assert compare(one, other, lens="perception").headlines()[1:] == expected
    assert compare(other, one, lens="perception").headlines()[1:] == expected
    agreed = compare(
        journey(Touchpoint("Ask", emotion=1)), journey(Touchpoint("Ask", emotion=1.5), perspective="employee"), lens="perception"
    )
    assert agreed.headlines()[1:] == ("Customers and employees nowhere differ by one or more.",)
    same = compare(journey(Touchpoint("Ask", emotion=1)), journey(Touchpoint("Ask", emotion=2)), lens="perception")
    assert "Both sides tell of the same perspective." in same.headlines()


@pytest.mark.parametrize(("n", "tail"), [(4, ", within the margin of error of ±2.1: no demonstrable difference."), (100, "."), (None, ".")])
def test_a_gap_that_may_be_chance_is_called_that(n: int | None, tail: str) -> None:
    sides = [
        journey(Touchpoint("Ask", emotion=Emotion(value, n=n, sd=1.5)), perspective=view)
        for value, view in ((-1, "customer"), (0, "employee"))
    ]
    assert (
        compare(sides[0], sides[1], lens="perception").headlines()[1]
        == f"“Ask”, customers −1, employees 0: employees think it better by 1{tail}"
    )
    two = [journey(Touchpoint("Ask", emotion=Emotion(value, n=n, sd=1.5)), persona=name) for value, name in ((-1, "a"), (0, "b"))]
    assert compare(two[0], two[1], lens="personas").headlines()[1] == f"“Ask”: −1 for “a”, 0 for “b”{tail}"


@pytest.mark.parametrize(
    ("employee", "words"),
    [
        ([5, 4, 3], "much alike (Spearman +1"),
        ([3, 4, 5], "the other way round (Spearman −1"),
        ([5, 3, 4], "with little agreement (Spearman +0.5"),
    ],
)
def test_how_importance_agrees(employee: list[int], words: str) -> None:
    titles = ("Ask", "Wait", "Pay")
    one = journey(*(Touchpoint(title, importance=value) for title, value in zip(titles, (5, 4, 3), strict=True)))
    other = journey(
        *(Touchpoint(title, importance={"employee": value}) for title, value in zip(titles, employee, strict=True)), perspective="employee"
    )
    lines = compare(one, other, lens="perception").headlines()
    assert f"Importance is ranked {words} over 3 touchpoints)." in lines
    assert "Of the 3 most important touchpoints both name 100 %." in lines


# ------------------------------------------------------------------------------------------------------ conformance
PLAN = journey(Touchpoint("Order", channel="web"), Touchpoint("Pay"), form="planned")


def test_runs_in_sentences() -> None:
    def lines(*runs: list[Step]) -> tuple[str, ...]:
        return answers(conformance(PLAN, [Run(str(place), steps) for place, steps in enumerate(runs)]), PLAN)

    kept = [Step("order"), Step("pay")]
    assert lines() == ("There is no run.",)
    assert lines(kept) == ("The run goes as planned; fitness 1.",)
    assert lines([Step("order", channel="phone"), Step("pay", status="failed")]) == (
        "The run deviates from the plan; fitness 0.5.",
        "“Order” goes through another channel than planned.",
        "“Pay” fails.",
    )
    assert lines(kept, kept, [Step("order"), Step("calls for help")]) == (
        "2 of 3 runs go as planned; fitness 0.83 on average.",
        "“calls for help” happens unplanned in 1 of 3 runs (33 %).",
        "“Pay” is missing in 1 of 3 runs (33 %).",
    )
    assert lines(*[kept] * 49, [Step("order")])[1] == "“Pay” is missing in 1 of 50 runs (2.0 %)."
    assert lines(*[kept] * 999, [Step("order")])[0] == "999 of 1,000 runs go as planned; fitness above 0.99 on average."
    empty = journey(form="planned")
    assert answers(conformance(empty, [Run("1", [])]), empty) == ("The run goes as planned.",)


def test_the_runs_of_a_portfolio() -> None:
    runs = [
        journey(Touchpoint("Order"), id=key, form="actual", origin=origin, case=key)
        for key, origin in (("one", "j"), ("two", "other"), ("three", "j"))
    ]
    book = Portfolio(journeys=[PLAN, journey(id="other"), *runs])
    assert [one.case for one in runs_in(book, book.journeys["j"])] == ["one", "three"]
    assert conformance(book.journeys["j"], runs_in(book, book.journeys["j"])).runs == 2


def test_runs_from_records() -> None:
    at = [datetime(2025, 3, 1, hour, tzinfo=UTC) for hour in range(4)]
    records = [("a", "pay", at[2]), ("a", "call", None), ("a", "order", at[1]), ("b", "order", at[0])]
    first, second = runs_from(iter(records))
    assert (first.case, [(one.touchpoint, one.started) for one in first.steps]) == ("a", [("order", at[1]), ("call", None), ("pay", at[2])])
    assert (second.case, len(second.steps)) == ("b", 1)
    assert conformance(PLAN, runs_from(records)).runs == 2
    assert list(runs_from([])) == []


def test_records_are_read_one_run_after_the_other() -> None:
    taken: list[str] = []

    def records() -> Iterator[tuple[str, str, None]]:
        for case in "abc":
            taken.append(case)
            yield case, "order", None

    several = runs_from(records())
    assert next(several).case == "a"
    assert taken == ["a", "b"]


def test_records_that_cannot_be_runs() -> None:
    with pytest.raises(ConversionError, match="The records of case 'a' do not stand together"):
        list(runs_from([("a", "order", None), ("b", "order", None), ("a", "pay", None)]))
    with pytest.raises(ConversionError, match="cannot be put in order"):
        list(runs_from([("a", "order", datetime(2025, 3, 1, tzinfo=UTC)), ("a", "pay", datetime(2025, 3, 1))]))  # noqa: DTZ001  # the mistake


def test_plan_and_run_must_be_that() -> None:
    run = journey(Touchpoint("Order"), id="run", form="actual", origin="j")
    lines = compare(PLAN, journey(Touchpoint("Order")), lens="conformance").headlines()
    assert "The side before should be a plan and the side after an actual run." in lines
    assert [one.is_met for one in compare(PLAN, run, lens="conformance").preconditions] == [True]
    with pytest.raises(ConversionError, match="itself an actual run"):
        compare(run, run, lens="conformance").headlines()


# ------------------------------------------------------------------------------------------------------- portfolios
def test_a_lens_looks_at_each_journey_of_two_portfolios() -> None:
    def book(value: float, **fields: Any) -> Portfolio:
        return Portfolio(
            journeys=[
                journey(Touchpoint("Ask", emotion=value)),
                Journey("Sell", id="s", stages=[Stage("All", [Touchpoint("Offer", emotion=value)])]),
            ],
            **fields,
        )

    c = compare(book(1), book(-1), lens="personas")
    assert [part.before.id for part in c.parts] == ["j", "s"]
    assert c.headlines()[1:] == (
        "Buy: “Ask”: +1 for the first persona, −1 for the second persona.",
        "Sell: “Offer”: +1 for the first persona, −1 for the second persona.",
    )
    with pytest.raises(ConversionError) as caught:
        _ = c.seen
    assert "look at each of `comparison.parts`" in str(caught.value)
    alone = compare(book(1).journeys[0], book(2).journeys[0])
    assert alone.parts == (alone,)


def test_where_each_portfolio_holds_one_journey_no_sentence_names_it() -> None:
    before, after = (Portfolio(journeys=[journey(Touchpoint("Ask", emotion=value))]) for value in (1, -1))
    assert compare(before, after, lens="personas").headlines()[1:] == ("“Ask”: +1 for the first persona, −1 for the second persona.",)


def test_parts_keep_what_the_user_joined() -> None:
    def book(*touchpoints: Touchpoint) -> Portfolio:
        return Portfolio(journeys=[journey(*touchpoints)])

    one, other = book(Touchpoint("Ask"), Touchpoint("Pay and sign")), book(Touchpoint("Weigh"), Touchpoint("Hand over"), Touchpoint("Read"))
    c = compare(one, other, mapping={"j/ask": "j/weigh", "j/pay-and-sign": ("j/hand-over", "j/read")})
    for held in (c.parts[0], c):
        rows = {row.old[0].id: (row.status, [spot.id for spot in row.new], row.method) for row in held.rows if row.what == "Touchpoint"}
        assert rows == {"ask": ("changed", ["weigh"], "explicit"), "pay-and-sign": ("split", ["hand-over", "read"], "explicit")}
    back = compare(other, one, mapping={"j/weigh": "j/ask", "j/hand-over": "j/pay-and-sign", "j/read": "j/pay-and-sign"}).parts[0]
    assert {(row.status, len(row.old)) for row in back.rows if row.what == "Touchpoint"} == {("changed", 1), ("merged", 2)}


def test_one_journey_that_cannot_be_looked_at_silences_no_other() -> None:
    book = Portfolio(journeys=[journey(Touchpoint("Ask"), form="planned"), journey(Touchpoint("Ask"), id="run", form="actual")])
    lines = compare(book, book, lens="conformance").headlines()
    assert lines[0].startswith("Buy: ")
    assert any("itself an actual run" in line for line in lines)


@settings(max_examples=40)
@given(journeys(), journeys())
def test_every_lens_has_an_answer_or_a_reason(before: Journey, after: Journey) -> None:
    for lens in LENSES:
        c = compare(before, after, lens=lens)
        if lens == "conformance" and before.form == "actual":
            with pytest.raises(ConversionError, match="itself an actual run"):
                c.headlines()
            continue
        lines = c.headlines(1000)
        assert lines
        assert all(line.strip() and "\n" not in line for line in lines)
        assert preconditions(c, lens) == c.preconditions


@settings(max_examples=25)
@given(portfolios(), portfolios())
def test_no_lens_ever_fails_on_portfolios(before: Portfolio, after: Portfolio) -> None:
    for lens in LENSES:
        assert compare(before, after, lens=lens).headlines()


def test_channels_are_counted_most_used_first() -> None:
    one = journey(
        Touchpoint("A", channel="shop"),
        Touchpoint("B", channels=["web", "app"]),
        Touchpoint("C", channel="web"),
        Touchpoint("D", channel="web"),
    )
    seen = compare(one, journey(Touchpoint("A")), lens="personas").seen
    assert isinstance(seen, Personas)
    assert (seen.channels_first, seen.channels_second) == ((("web", 3), ("app", 1), ("shop", 1)), ())


def test_an_unplanned_touchpoint_is_named_by_its_title() -> None:
    went = journey(Touchpoint("Order", channel="web"), Touchpoint("Complains", id="z"), Touchpoint("Pay"), form="actual")
    assert "“Complains” happens unplanned." in compare(PLAN, went, lens="conformance").headlines()


def test_sides_of_one_time_are_named_and_neither_is_before_the_other() -> None:
    one, other = journey(Touchpoint("Ask", pains=["Dim"])), journey(Touchpoint("Ask"), perspective="employee")
    seen = compare(one, other, lens="perception")
    assert seen.headlines()[0] == "1 touchpoint for customers, 1 for employees: 1 is matched, none of them unchanged."
    assert "only for customers: insight “Dim”" in str(seen.to_table())
    assert compare(other, one, lens="perception").headlines()[0].startswith("1 touchpoint for employees, 1 for customers")
    assert compare(one, other, lens="personas").headlines()[0].startswith("1 touchpoint on the one side, 1 on the other")
    assert compare(one, other, lens="versions").headlines()[0].startswith("1 touchpoint before, 1 after")
