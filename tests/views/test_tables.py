"""Who does what, channels, atlas and roadmap."""

import datetime as dt
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import journeykit as jk
from journeykit.diagram import Matrix, Timeline
from journeykit.errors import UnknownNameError
from journeykit.examples import example
from journeykit.pipeline import scene_of
from journeykit.testing import portfolios
from journeykit.views import view
from tests.layout.checks import faults, silent

HOTEL = jk.loads(example("hotel")).journeys[0]
VIEWS = ["rasci", "channels", "atlas", "roadmap"]


def matrix(diagram) -> Matrix:
    return next(part for part in diagram.parts if isinstance(part, Matrix))


def cells(diagram) -> dict[tuple[str, str], str]:
    found = matrix(diagram)
    return {
        (row.head.title, head.title): cell.label or "; ".join(item.text for item in cell.items)
        for row in found.rows
        for head, cell in zip(found.columns, row.cells, strict=True)
        if cell.items or cell.state != "plain"
    }


class TestWhoDoesWhat:
    def test_letters_stand_where_actor_and_element_meet(self):
        pays = jk.Touchpoint("Pays", owner="Finance", supporters=["IT"], informed=["Finance"])
        found = cells(view("rasci")(jk.Journey("I buy", stages=[jk.Stage("Deal", [pays])])))
        assert found == {("Pays", "Finance"): "accountable, informed", ("Pays", "IT"): "supports"}

    def test_what_nobody_is_accountable_for_stands_in_a_column_of_its_own(self):
        diagram = view("rasci")(HOTEL)
        assert cells(diagram)["Makes a reservation", "Nobody"] == "nobody is accountable"
        assert ("Arrives at the hotel", "Nobody") not in cells(diagram)
        assert diagram.finding == "Nobody is accountable for 17 of 19 touchpoints and activities."

    def test_where_no_actor_is_named_all_stands_in_the_column_of_nobody(self):
        behind = jk.Activity("Prints", layer="backstage", touchpoints=["pays"])
        journey = jk.Journey(
            "I buy", stages=[jk.Stage("Deal", [jk.Touchpoint("Pays"), jk.Touchpoint("Eats", kind="action")])], activities=[behind]
        )
        diagram = view("rasci")(journey)
        assert cells(diagram) == {("Pays", "Nobody"): "nobody is accountable", ("Prints", "Nobody"): "nobody is accountable"}
        assert diagram.finding == "Nobody is accountable for 2 of 3 touchpoints and activities."
        assert matrix(diagram).note == ""

    def test_a_table_keeps_activities_apart_from_touchpoints(self):
        behind = jk.Activity("Prints", layer="backstage", actor="Till", touchpoints=["pays", "leaves"])
        stage = jk.Stage("Deal", [jk.Touchpoint("Pays", owner="Till"), jk.Touchpoint("Leaves", owner="Till")])
        table = view("rasci")(jk.Journey("I buy", stages=[stage], activities=[behind])).table
        assert table == (
            ("Touchpoint", "Activity", "Till", "Accountable"),
            ("Pays", "", "accountable", ""),
            ("Leaves", "", "accountable", ""),
            ("Pays, Leaves", "Prints", "responsible", "nobody"),
        )
        assert view("rasci")(jk.Journey("I buy", stages=[stage])).table[0] == ("Touchpoint", "Till")

    def test_what_nobody_has_to_answer_for_is_not_said_to_be_answered_for(self):
        alone = jk.Journey("I eat", stages=[jk.Stage("Meal", [jk.Touchpoint("Eats", kind="action")])])
        assert view("rasci")(alone).finding == "Nothing here needs somebody who is accountable for it."
        met = jk.Journey("I eat", stages=[jk.Stage("Meal", [jk.Touchpoint("Pays")])])
        assert view("rasci")(met).finding == "Nobody is accountable for anything here."

    def test_activities_stand_in_a_group_of_their_own(self):
        groups = [row.head.group for row in matrix(view("rasci")(HOTEL)).rows]
        assert list(dict.fromkeys(groups)) == ["Before arrival", "Arrival", "Stay", "Departure", "Behind the touchpoints"]


class TestChannels:
    def test_the_first_choice_differs_from_what_is_also_offered(self):
        looks = jk.Touchpoint("Looks", channels=["web", "shop"])
        found = cells(view("channels")(jk.Journey("I buy", stages=[jk.Stage("Learn", [looks])])))
        assert found == {("Looks", "web"): "first choice", ("Looks", "shop"): "also offered"}

    def test_a_contact_without_a_channel_is_missing_one(self):
        asks, thinks = jk.Touchpoint("Asks"), jk.Touchpoint("Thinks", kind="action")
        found = cells(view("channels")(jk.Journey("I buy", stages=[jk.Stage("Learn", [asks, thinks])])))
        assert found == {("Asks", "No channel named"): "No channel named"}

    def test_what_was_measured_by_channel_stands_below(self):
        waits = [jk.Measurement(at=2025, value=value, channel=channel, anchor="buy/asks") for channel, value in (("web", 2), ("shop", 9))]
        asks = jk.Touchpoint("Asks", channels=["web", "shop"])
        book = jk.Portfolio(
            "Shop", kpis=[jk.KPI("Wait", unit="min", measurements=waits)], channels=[jk.Channel("web"), jk.Channel("shop")],
            journeys=[jk.Journey("Buy", stages=[jk.Stage("Learn", [asks])])],
        )  # fmt: skip
        ((notes,),) = [one.notes for one in view("channels")(book.journeys[0]).notes]
        assert notes[1].replace("\N{NO-BREAK SPACE}", " ") == "Wait in 2025 at Asks: web 2 min, shop 9 min."


class TestAtlas:
    BUY = jk.Journey(
        "I buy", persona="ana", type="integration", next="serve", stages=[jk.Stage("Look", [jk.Touchpoint("Asks")], lifecycle="learn")],
        reviewed_on="2026-01-01",
    )  # fmt: skip
    SERVE = jk.Journey("Serve", persona="ana", type="use", level=1, stages=[jk.Stage("Come", [jk.Touchpoint("Waits")])])
    BOOK = jk.Portfolio("Cars", personas=[jk.Persona("Ana"), jk.Persona("Bo")], journeys=[BUY, SERVE])

    def test_each_persona_has_a_row_and_holes_are_hatched(self):
        found = matrix(view("atlas")(self.BOOK))
        assert [row.head.title for row in found.rows] == ["Ana", "Bo"]
        assert [cell.state for cell in found.rows[1].cells] == ["gap"] * 5 + ["plain"]
        assert view("atlas")(self.BOOK).finding == "2 journeys. 9 cells have not been mapped."

    def test_what_has_no_place_in_the_lifecycle_stands_apart(self):
        assert cells(view("atlas")(self.BOOK))["Ana", "Not placed"] == "› Serve"

    def test_a_chip_says_state_status_and_what_follows(self):
        (chip,) = matrix(view("atlas")(self.BOOK)).rows[0].cells[0].items
        assert chip.detail == "Current state, draft; Look; reviewed 2026-01-01; then Serve"

    def test_age_needs_a_day(self):
        (chip,) = matrix(view("atlas")(self.BOOK, today=dt.date(2026, 1, 31))).rows[0].cells[0].items
        assert "30 days old" in chip.detail

    def test_rows_may_be_types(self):
        assert [row.head.title for row in matrix(view("atlas")(self.BOOK, rows="type")).rows] == ["Integration", "Use"]
        with pytest.raises(UnknownNameError, match="did you mean 'type'"):
            view("atlas")(self.BOOK, rows="typ")


class TestRoadmap:
    BOOK = jk.Portfolio(
        "Cars", owners=[jk.Owner("Sales")],
        kpis=[jk.KPI("Time", unit="min", baseline=157, measurements=[jk.Measurement(at=2025, value=140)])],
        insights=[jk.Insight("Nobody names the total", kind="pain", anchors=["buy/asks"])],
        actions=[
            jk.Action("Later"),
            jk.Action("Now", status="in_progress", started_on="2026-Q1", due="2026-09", owner="sales", addresses="nobody-names-the-total",
                      kpis=[jk.model.Target(kpi="time", target=90)]),
            jk.Action("Next", status="approved", due="2026-06"),
        ],
        journeys=[jk.Journey("Buy", stages=[jk.Stage("Learn", [jk.Touchpoint("Asks")])])],
    )  # fmt: skip

    def test_now_comes_before_next_before_later(self):
        rows = matrix(view("roadmap")(self.BOOK)).rows
        assert [(row.head.group, row.head.title) for row in rows] == [("Now", "Now"), ("Next", "Next"), ("Later", "Later")]

    def test_bars_run_over_the_quarters_from_start_to_due(self):
        (plan,) = [part for part in view("roadmap")(self.BOOK).parts if isinstance(part, Timeline)]
        assert [(one.group, one.title) for one in plan.heads] == [("2026", "Q1"), ("2026", "Q2"), ("2026", "Q3")]
        assert [(round(bar.start, 2), round(bar.end, 2), bar.due == bar.end, bar.style) for row in plan.rows for bar in row.bars] == [
            (0, 3, True, "solid"), (1.67, 2, True, "outline"),
        ]  # fmt: skip

    def test_a_date_stands_where_it_is_and_not_at_the_end_of_its_year(self):
        long = jk.Portfolio("Cars", actions=[jk.Action("Early", due="2021-01-01"), jk.Action("Late", due=2031)])
        plan = view("roadmap")(long).parts[0]
        assert isinstance(plan, Timeline)
        assert plan.rows[0].bars[0].due == pytest.approx(1 / 365, abs=0.002)

    def test_every_status_has_words(self):
        from journeykit.model.words import ActionStatus

        for language in (None, "de", "ar"):
            for status in get_args(ActionStatus):
                book = jk.Portfolio("Cars", actions=[jk.Action("Do", status=status)])
                assert view("roadmap")(book, language=language).table[1][4]
                assert view("opportunity-tree")(book, language=language)

    def test_what_an_action_answers_and_moves_is_said_in_words(self):
        found = cells(view("roadmap")(self.BOOK))
        assert found["Now", "Answers"] == "Nobody names the total"
        assert found["Now", "Is to move"].replace("\N{NO-BREAK SPACE}", " ") == "Time: 157 min to 90 min"
        assert found["Later", "Owner"] == "Nobody"

    def test_a_journey_shows_what_concerns_it(self):
        assert [row.head.title for row in matrix(view("roadmap")(self.BOOK.journeys[0])).rows] == ["Now"]

    def test_decades_are_drawn_by_year(self):
        long = jk.Portfolio("Cars", actions=[jk.Action("Slow", started_on=2020, due=2031)])
        plan = view("roadmap")(long).parts[0]
        assert isinstance(plan, Timeline)
        assert [one.title for one in plan.heads] == [str(year) for year in range(2020, 2032)]

    def test_without_actions_it_says_so(self):
        assert view("roadmap")(jk.Portfolio("Cars")).finding == "No actions have been written down yet."


@pytest.mark.parametrize("name", VIEWS)
@given(book=portfolios(), language=st.sampled_from([None, "de", "ar"]), paper=st.sampled_from([None, "a4"]))
def test_every_portfolio_has_tables_without_fault(name, book, language, paper):
    for what in [book] if name in {"atlas", "roadmap"} else list(book.journeys)[:1]:
        diagram = view(name)(what, language=language)
        assert diagram.finding
        assert len({len(row) for row in diagram.table}) <= 1
        scene = scene_of(diagram, paper=paper)
        assert faults(scene) == []
        assert silent(scene) == []


@pytest.mark.parametrize(
    ("between", "said"),
    [
        ({"kind": "action"}, "2 channels; the channel has to be changed once on the way."),
        ({}, "2 channels; no change of channel is known."),
        ({"channels": ["phone", "home"]}, "2 channels; the channel never has to be changed on the way."),
    ],
)
def test_a_change_of_channel_is_denied_only_where_all_are_known(between, said):
    points = [jk.Touchpoint("Calls", channel="phone"), jk.Touchpoint("Waits", **between), jk.Touchpoint("Lets in", channel="home")]
    assert view("channels")(jk.Journey("I wait", stages=[jk.Stage("All", points)])).finding == said
