"""Two sides of one time: providers, expectation and experience, channels, personas, employees, plan and runs."""

from typing import Any

import pytest
from hypothesis import given, settings

from journeykit.comparison import (
    LENSES,
    ChannelGaps,
    Competitor,
    Expectations,
    Run,
    Step,
    answers,
    compare,
    conformance,
    preconditions,
    runs_in,
)
from journeykit.errors import ConversionError
from journeykit.model import (
    KPI,
    Actor,
    Channel,
    Emotion,
    Expectation,
    Journey,
    Measurement,
    Persona,
    Portfolio,
    Source,
    Stage,
    Touchpoint,
)
from journeykit.testing import journeys, portfolios


def journey(*touchpoints: Touchpoint, **fields: Any) -> Journey:
    return Journey("Buy", stages=[Stage("All", touchpoints)], **{"id": "j", **fields})


# ------------------------------------------------------------------------------------------------------- competitor
def providers() -> tuple[Journey, Journey]:
    own = Portfolio(
        organisation="us",
        actors=[Actor("Our bank", id="us"), Actor("The other bank", id="them", kind="competitor")],
        channels=[Channel("Web", id="web"), Channel("Branch", id="branch")],
        sources=[Source("Survey", id="survey", kind="survey"), Source("Visit", id="visit", kind="mystery_shopping"), Source("Guess", id="guess")],
        kpis=[KPI("Days", id="days", direction="lower", measurements=[Measurement(value=9, anchor="own"), Measurement(value=3, anchor="theirs")])],
        journeys=[
            Journey(
                "I open an account", id="own", sources=["survey"], kpis=["days"],
                stages=[
                    Stage("Choose", [Touchpoint("Compares", channels=["web", "branch"], emotion=1), Touchpoint("Reads", emotion={"before": 0, "after": 1})]),
                    Stage("Prove who I am", [Touchpoint("Goes to the branch", channels=["branch"], emotion=-2, sources=["guess"])], lifecycle="onboard"),
                    Stage("Wait", [Touchpoint("Waits for the card", emotion=-1)]),
                ],
            ),
            Journey(
                "I open an account", id="theirs", subject="them", sources=["visit"], origin="own",
                stages=[
                    Stage("Choose", [Touchpoint("Compares", channels=["web"], emotion=Emotion(1, basis="observed"))]),
                    Stage("Show the passport to the camera", [Touchpoint("Holds it up", channels=["app"], emotion=1)], lifecycle="onboard"),
                    Stage("Start", [Touchpoint("Pays with the telephone")]),
                ],
            ),
        ],
    )  # fmt: skip
    return own.journeys["own"], own.journeys["theirs"]


def test_stage_by_stage_against_a_competitor() -> None:
    seen = compare(*providers(), lens="competitor").seen
    assert isinstance(seen, Competitor)
    assert seen.subjects == ("Our bank", "The other bank")
    found = [
        (one.before.spot.title if one.before else None, one.after.spot.title if one.after else None, one.difference, one.best)
        for one in seen.stages
    ]
    assert found == [
        ("Choose", "Choose", None, None),  # assumed against observed
        ("Prove who I am", "Show the passport to the camera", 3, "after"),
        ("Wait", None, None, None),
        (None, "Start", None, None),
    ]
    assert (seen.only_before[0].title, seen.only_after[0].title) == ("Wait", "Start")
    first = seen.stages[0]
    assert first.before is not None
    assert (first.before.touchpoints, first.before.channels, first.before.valence, first.before.readings) == (2, ("Web", "Branch"), 1, 3)
    assert (first.before.bases, first.channels_only_before, first.channels_only_after) == (("assumed",), ("Branch",), ())
    assert first.before.spot.at == "stages['choose']"
    assert (seen.stages[1].channels_only_after, seen.stages[2].channels_only_before) == (("app",), ())
    assert seen.evidence == (("survey",), ("mystery_shopping",))
    assert seen.bases == (("assumed",), ("assumed", "observed"))
    assert [(one.kpi.id, one.difference) for one in seen.figures] == [("days", -6)]


def test_a_competitor_in_sentences() -> None:
    lines = compare(*providers(), lens="competitor").headlines()
    assert lines[1:] == (
        "Few touchpoints are matched, as is usual between providers: stages are compared.",
        "In “Prove who I am” “The other bank” is better: −2 against +1 (median of 1 and 1 readings).",
        "“Days”: 9 → 3, for the better; the margin of error is not known.",
        "Only “Our bank” has the stage “Wait”.",
        "Only “The other bank” has the stage “Start”.",
        "In “Choose” only “Our bank” offers “Branch”.",
        "In “Prove who I am” only “Our bank” offers “Branch”.",
        "In “Prove who I am” only “The other bank” offers “app”.",
        "Known of “Our bank” from survey, of “The other bank” from mystery shopping.",
    )


def test_the_better_one_may_be_the_own() -> None:
    a, b = (journey(Touchpoint("Ask", emotion=one), subject=name) for one, name in ((2, "we"), (0, "they")))
    c = compare(a, b, lens="competitor")
    assert "In “All” “we” is better: +2 against 0 (median of 1 and 1 readings)." in c.headlines()
    assert isinstance(c.seen, Competitor)
    assert c.seen.stages[0].best == "before"
    assert any("feels worse" in line for line in c.headlines())  # alike enough: the differences follow
    near = compare(journey(Touchpoint("Ask", emotion=1)), journey(Touchpoint("Ask", emotion=0.5)), lens="competitor").seen
    assert isinstance(near, Competitor)
    assert near.stages[0].best is None


def test_stages_of_one_time_of_life_are_joined_only_where_that_is_plain() -> None:
    one = Journey("A", stages=[Stage("X", [Touchpoint("Q")], lifecycle="use"), Stage("Y", [Touchpoint("R")], lifecycle="use")])
    other = Journey("A", stages=[Stage("Z", [Touchpoint("S")], lifecycle="use")])
    for before, after in ((one, other), (other, one)):
        seen = compare(before, after, lens="competitor").seen
        assert isinstance(seen, Competitor)
        assert all(pair.before is None or pair.after is None for pair in seen.stages)
        assert len(seen.stages) == 3


def test_the_subjects_must_differ() -> None:
    def met(one: str | None, other: str | None) -> list[bool | None]:
        c = compare(journey(subject=one), journey(subject=other), lens="competitor")
        return [held.is_met for held in c.preconditions if held.about == "subject"]

    assert (met("a", "b"), met("a", "a"), met("a", None)) == ([True], [False], [None])
    assert "Both sides are of the same provider." in compare(journey(subject="a"), journey(subject="a"), lens="competitor").headlines()


# ------------------------------------------------------------------------------------------------------ expectation
def expected(*several: Expectation, **fields: Any) -> Journey:
    return Journey(
        "Buy",
        id="j",
        stages=[Stage("All", [Touchpoint("Ask", expectations=several, **fields)], expectations=[Expectation("Calm", met="met")])],
    )


def test_expectations_before_and_after() -> None:
    before = expected(
        Expectation("Fast", met="not_met"),
        Expectation("Cheap", met="met"),
        Expectation("Kind"),
        Expectation("Warm", met="partly"),
        Expectation("Old"),
    )
    after = expected(
        Expectation("fast ", met="exceeded"), Expectation("Cheap", met="partly", standard="below 5 EUR"), Expectation("Kind", met="met"), Expectation("Warm", met="partly"), Expectation("New"),
        emotion={"before": 1, "during": -1, "after": 0}, duration="20 min", tolerance="15 min",
    )  # fmt: skip
    c = compare(before, after, lens="expectation")
    assert isinstance(c.seen, Expectations)
    assert {one.text: (one.before, one.after, one.fate) for one in c.seen.shifts} == {
        "Fast": ("not_met", "exceeded", "better"), "Cheap": ("met", "partly", "worse"), "Kind": ("unknown", "met", "other"),
        "Old": ("unknown", None, "gone"), "New": (None, "unknown", "new"),
    }  # fmt: skip
    assert {one.place for one in c.seen.shifts} == {"Ask"}
    assert [(spot.id, change) for spot, change in c.seen.disappointments] == [("ask", -1)]
    assert [(one.spot.id, one.is_kept) for one in c.seen.times] == [("ask", False)]
    assert [gap.text for gap in c.seen.fell_short] == ["Cheap", "Warm"]
    assert set(c.headlines()[1:]) == {
        "“Fast” at “Ask” is better met: not met → exceeded.",
        "“Cheap” at “Ask” is worse met: met → partly met.",
        "“Cheap” at “Ask” is partly met (standard: below 5 EUR).",
        "“Warm” at “Ask” is partly met.",
        "“Ask” disappoints: the feeling falls by 1.",
        "“Ask” takes 20 min; 15 min would be acceptable.",
    }
    assert c.seen.times[0].spot.at == "stages['all'].touchpoints['ask']"


def test_one_journey_with_itself() -> None:
    def lines(*several: Expectation, **fields: Any) -> tuple[str, ...]:
        one = Journey("Buy", stages=[Stage("All", [Touchpoint("Ask", expectations=several, **fields)])])
        return compare(one, one, lens="expectation").headlines()

    assert lines() == ("No expectation is recorded.",)
    assert lines(Expectation("A"), Expectation("B")) == ("Of 2 expectations it is not known whether they were met.",)
    assert lines(Expectation("A", met="met"), Expectation("B")) == ("1 of 2 expectations are known to be met.",)
    assert lines(Expectation("A", met="not_met")) == ("“A” at “Ask” is not met.",)
    assert lines(duration="15 min", tolerance="15 min", emotion={"before": 0, "after": 1}) == ("No expectation is recorded.",)
    whole = Journey("Buy", stages=[Stage("All", [Touchpoint("Ask")], expectations=[Expectation("Calm", met="not_met")])])
    assert compare(whole, whole, lens="expectation").headlines() == ("“Calm” at “All” is not met.",)


def test_expectations_of_stages_are_followed() -> None:
    c = compare(
        *[
            Journey("Buy", stages=[Stage("All", [Touchpoint("Ask")], id=key, expectations=[Expectation("Calm", met=met)])])
            for key, met in (("a", "met"), ("b", "partly"))
        ],
        lens="expectation",
    )
    assert isinstance(c.seen, Expectations)
    assert [(one.place, one.fate) for one in c.seen.shifts] == [("All", "worse")]


def test_figures_against_their_targets_at_touchpoints() -> None:
    def lines(value: float, anchor: str) -> tuple[str, ...]:
        kpi = KPI(
            "Wait", id="wait", unit="min", direction="lower", target=10, red=20, measurements=[Measurement(value=value, anchor=anchor)]
        )
        book = Portfolio(kpis=[kpi], journeys=[journey(Touchpoint("Ask"))])
        return compare(book.journeys[0], book.journeys[0], lens="expectation").headlines()

    off = "“Wait” stands at {} min, against a target of 10 min."
    assert lines(25, "j/ask")[0] == off.format(25)
    assert lines(15, "j/ask")[0] == off.format(15)
    assert lines(5, "j/ask") == lines(25, "j") == ("No expectation is recorded.",)


# --------------------------------------------------------------------------------------------------------- channels
def measured(*values: tuple[str, str, str, float], n: int | None = None, year: int = 2025) -> Journey:
    held = [
        Measurement(anchor=anchor or None, channel=channel or None, persona=persona or None, value=value, n=n, at=year)
        for anchor, channel, persona, value in values
    ]
    book = Portfolio(
        kpis=[KPI("Solved", id="solved", unit="%", direction="higher", measurements=held)],
        channels=[Channel("Web", id="web"), Channel("Phone", id="phone")], personas=[Persona("Ana"), Persona("Bo")],
        journeys=[journey(Touchpoint("Ask", channels=["web", "phone"]), Touchpoint("Pay", channels=["web", "phone"]), Touchpoint("Go", channel="web"))],
    )  # fmt: skip
    return book.journeys[0]


def test_one_figure_through_two_channels() -> None:
    one = measured(("j/ask", "web", "", 60), ("j/ask", "phone", "", 80), n=1000)
    c = compare(one, one, lens="channels")
    assert isinstance(c.seen, ChannelGaps)
    (gap,) = c.seen.after
    assert [(name, value.value) for name, value in gap.values] == [("Web", 60), ("Phone", 80)]
    assert (gap.by, gap.spot.id, gap.kpi.id, gap.period, gap.spread, gap.is_shown) == ("channel", "ask", "solved", "2025", 20, True)
    assert (c.seen.before, c.seen.pairs, [spot.title for spot in c.seen.unmeasured]) == (c.seen.after, (), ["Pay"])
    assert c.headlines() == (
        "“Ask”, “Solved” in 2025: 60 % through “Web” and 80 % through “Phone”.",
        "Several channels, and no figure by channel: “Pay”.",
    )
    assert [held.is_met for held in c.preconditions if held.about == "measurements"] == [True]


def test_a_gap_within_its_margin_is_called_that() -> None:
    def first(n: int | None) -> str:
        one = measured(("j/ask", "web", "", 60), ("j/ask", "phone", "", 80), n=n)
        return compare(one, one, lens="channels").headlines()[0]

    assert first(10).endswith("; within the margin of error, so no demonstrable difference.")
    assert first(None).endswith("; the margin of error is not known.")


def test_personas_are_a_cut_of_their_own() -> None:
    values = [("j", "web", "ana", 10), ("j", "web", "bo", 30), ("j", "phone", "ana", 20)]
    one = measured(*values)
    seen = compare(one, one, lens="channels").seen
    assert isinstance(seen, ChannelGaps)
    assert [(gap.by, gap.spot.title, [name for name, _ in gap.values]) for gap in seen.after] == [
        ("channel", "Buy", ["Web", "Phone"]), ("persona", "Buy", ["Ana", "Bo"])
    ]  # fmt: skip
    assert any("for “Ana” and 30 % for “Bo”" in line for line in compare(one, one, lens="channels").headlines())


def test_what_stands_alone_or_elsewhere_has_no_gap() -> None:
    one = measured(("j/ask", "web", "", 60), ("j/pay", "phone", "", 80), ("j/stage:all", "web", "", 1), ("j/stage:all", "phone", "", 2))
    c = compare(one, one, lens="channels")
    assert isinstance(c.seen, ChannelGaps)
    assert c.seen.after == ()
    assert c.headlines()[0] == "No figure is measured through several channels, or of several personas, at one place."
    assert [held.is_met for held in compare(measured(), measured(), lens="channels").preconditions if held.about == "measurements"] == [
        False
    ]


def test_spreads_before_and_after() -> None:
    before = measured(("j/ask", "web", "", 60), ("j/ask", "phone", "", 80), year=2024)
    after = measured(("j/ask", "web", "", 60), ("j/ask", "phone", "", 65))
    c = compare(before, after, lens="channels")
    assert isinstance(c.seen, ChannelGaps)
    assert [(one.spread, other.spread) for one, other in c.seen.pairs] == [(20, 5)]
    assert "“Ask”, “Solved”: the spread was 20 %, now 5 %." in c.headlines()


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
        "“calls for help” happens, though it is not planned so in 1 of 3 runs (33 %).",
        "“Pay” is missing in 1 of 3 runs (33 %).",
    )
    assert lines(*[kept] * 49, [Step("order")])[1] == "“Pay” is missing in 1 of 50 runs (2.0 %)."
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
