"""Own and other providers, expectation and experience, channel and channel."""

from typing import Any

from journeykit import render
from journeykit.comparison import (
    ChannelGaps,
    Competitor,
    Expectations,
    compare,
)
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


def test_how_readings_are_known_is_listed_in_order() -> None:
    kinds: tuple[Any, ...] = ("reported", "assumed", "measured", "derived", "observed", "intended")
    one = journey(*(Touchpoint(f"T {kind}", emotion=Emotion(1, basis=kind)) for kind in kinds))
    seen = compare(one, one, lens="competitor").seen
    assert isinstance(seen, Competitor)
    assert seen.stages[0].before is not None
    assert seen.stages[0].before.bases == seen.bases[0] == tuple(sorted(kinds))


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


def test_each_two_channels_are_tested_not_the_outermost_alone() -> None:
    values = {"web": (3.9, 1000, 0.9), "phone": (3.4, 1000, 1.0), "shop": (4.0, 3, 1.5)}
    held = [Measurement(value=value, n=n, sd=sd, channel=name, at=2024) for name, (value, n, sd) in values.items()]
    kpi = KPI("Satisfaction", id="sat", method="mean", scale=(1, 5), measurements=held)
    one = Portfolio(kpis=[kpi], journeys=[journey(Touchpoint("Ask"), kpis=["sat"])]).journeys[0]
    c = compare(one, one, lens="channels")
    assert isinstance(c.seen, ChannelGaps)
    (gap,) = c.seen.after
    assert (gap.is_shown, gap.shown) == (False, (("phone", "web"),))
    assert c.headlines()[0] == (
        "“Buy”, “Satisfaction” in 2024: 3.4 through “phone”, 3.9 through “web” and 4 through “shop”; "
        "more than the margin of error: “phone” against “web”."
    )
    assert [(held.value, held.of) for held in c.measures if held.key == "gaps_shown"] == [(1, 1)]
    assert "phone – web: more than the margin" in render(c).text


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
