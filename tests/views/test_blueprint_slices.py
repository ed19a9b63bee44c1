"""Parts of a blueprint: one actor, layers, lanes of one's own, ways to sub-journeys."""

import pytest
from attrs import evolve

from journeykit import render
from journeykit.diagram import CardLane
from journeykit.errors import RenderError, UnknownNameError
from journeykit.model import Activity, Insight, Journey, Link, Owner, Portfolio, Stage, Touchpoint
from journeykit.views import LaneSpec, view

COFFEE = Journey(
    "I get a coffee",
    stages=[
        Stage("At the counter", [Touchpoint("Queues", id="queue", kind="action"), Touchpoint("Orders", id="order")]),
        Stage("At the table", [Touchpoint("Drinks", id="drink", kind="action"), Touchpoint("Pays", id="pay", sub_journey="pay-by-card")]),
    ],
    activities=[
        Activity("Takes the order", id="till", actor="Barista", touchpoints="order"),
        Activity("Brews", id="brew", actor="Cook", layer="backstage", touchpoints="order"),
        Activity("Wipes tables", id="wipe", actor="Waiter", touchpoints="drink"),
        Activity("Books", id="books", layer="support", touchpoints="pay"),
    ],
    links=[
        Link(source="order", target="till", kind="message"),
        Link(source="till", target="brew", kind="handover"),
        Link(source="books", target="till", kind="supports"),
        Link(source="wipe", target="brew", kind="sequence"),
        Link(source="queue", target="order", kind="branch", condition="shop is open"),
    ],
)


def drawn(**options):
    return view("service-blueprint")(COFFEE, **options)


def cards(diagram):
    return {card.id: card for part in diagram.blueprint.parts if isinstance(part, CardLane) for row in part.rows for card in row.cards}


class TestActors:
    def test_one_actor_is_drawn_with_what_is_linked_to_it(self):
        diagram = drawn(actors="Barista")
        assert set(cards(diagram)) == {"order", "pay", "till", "brew", "books"}
        assert [(one.source, one.target) for one in diagram.blueprint.connectors] == [
            ("order", "till"),
            ("till", "brew"),
            ("books", "till"),
        ]

    def test_several_actors_may_be_named_in_one_text(self):
        assert {"till", "wipe", "brew"} <= set(cards(drawn(actors="Barista, Waiter")))

    def test_whose_part_it_is_stands_above_the_title(self):
        assert "Barista" in [one.text for one in drawn(actors=["Barista"]).badges]

    def test_branches_between_columns_that_stay_remain(self):
        both = [*COFFEE.activities, Activity("Holds the door", id="door", actor="Barista", touchpoints="queue")]
        diagram = view("service-blueprint")(evolve(COFFEE, activities=both), actors="Barista")
        assert ("queue", "order") in [(one.source, one.target) for one in diagram.blueprint.connectors]

    def test_an_actor_that_takes_no_part_is_refused_by_name(self):
        with pytest.raises(UnknownNameError, match="Bariste"):
            drawn(actors="Bariste")


class TestLayersAndLanes:
    def test_only_the_layers_asked_for_stand_under_the_columns(self):
        keys = [part.key for part in drawn(layers="backstage").blueprint.parts if isinstance(part, CardLane)]
        assert keys == ["customer", "backstage"]

    def test_a_lane_of_ones_own_stands_below_the_cards(self):
        spec = LaneSpec(key="risk", title="Risk", texts=lambda one: "spills" if one.id == "drink" else None)
        (lane,) = drawn(lanes=[spec, "frontstage"]).blueprint.below
        assert (lane.title, [item.text for cell in lane.cells for item in cell.items]) == ("Risk", ["spills"])

    def test_a_function_is_a_lane_of_its_name(self):
        def what_it_costs(touchpoint):
            return "3 euros" if touchpoint.id == "pay" else None

        assert [lane.title for lane in drawn(lanes=what_it_costs).blueprint.below] == ["What it costs"]

    def test_what_is_no_lane_is_refused(self):
        with pytest.raises(UnknownNameError, match="no lane 3"):
            drawn(lanes=[3])
        with pytest.raises(RenderError, match="no name"):
            drawn(lanes=[lambda one: one.title])


class TestSubJourneys:
    def test_a_touchpoint_leads_to_its_own_journey(self):
        assert cards(drawn(sub_journeys="maps/{id}.svg"))["pay"].href == "maps/pay-by-card.svg"
        assert cards(drawn(sub_journeys={"pay-by-card": "#pay", "other": "#other"}))["pay"].href == "#pay"

    def test_without_an_address_it_says_where_the_detail_is(self):
        diagram = drawn()
        assert not any(card.href for card in cards(diagram).values())
        assert "In detail: Pay by card" in [one.text for one in diagram.blueprint.notes]

    def test_a_journey_of_the_same_portfolio_is_called_by_its_title(self):
        outer = Journey("I eat", stages=[Stage("All", [Touchpoint("Pays", id="pay", sub_journey="card")])])
        book = Portfolio("Food", journeys=[outer, Journey("I pay with my telephone", id="card", level=2)])
        (note,) = view("service-blueprint")(book.journeys["i-eat"]).blueprint.notes
        assert note.text == "In detail: I pay with my telephone"


class TestStages:
    @pytest.mark.parametrize("asked", ["at-the-table", "At the table", ["at-the-table"], ("At the table",)])
    def test_some_stages_by_id_or_title(self, asked):
        diagram = drawn(stages=asked)
        assert [one.title for one in diagram.bands] == ["At the table"]
        assert set(cards(diagram)) == {"drink", "pay", "wipe", "books"}
        assert "At the table" in [one.text for one in diagram.badges]

    def test_several_with_commas_and_with_actors(self):
        assert len(drawn(stages="at-the-table, At the counter").columns) == 4
        assert set(cards(drawn(stages="at-the-counter", actors="Barista"))) == {"order", "till", "brew"}

    def test_links_keep_their_place_in_the_model(self):
        (connector,) = drawn(stages="at-the-counter", actors="Cook").blueprint.connectors
        assert connector.path == "journeys['i-get-a-coffee'].links[1]"

    def test_a_stage_that_is_not_there(self):
        with pytest.raises(UnknownNameError, match=r"There is no stage 'At the tabel'(.|\n)*did you mean 'at-the-table'\?"):
            drawn(stages="At the tabel")


def called(*names):
    owners = [Owner(name, id=f"o{at}") for at, name in enumerate(names)]
    stages = [Stage("Eat", [Touchpoint("Takes the bag", id="bag", owner="o0")])]
    return Portfolio("Food", owners=owners, journeys=[Journey("I eat", stages=stages)]).journeys[0]


class TestNames:
    def test_an_actor_by_its_name(self):
        diagram = view("service-blueprint")(called("Courier company"), actors="courier Company")
        assert set(cards(diagram)) == {"bag"}

    def test_what_two_are_called_is_no_name(self):
        with pytest.raises(UnknownNameError, match=r"More than one actor is called 'Rider'(.|\n)*one of 'o0', 'o1'"):
            view("service-blueprint")(called("Rider", "Rider"), actors="Rider")

    def test_the_nearest_name_of_an_actor_or_a_layer_is_asked_for(self):
        with pytest.raises(UnknownNameError, match=r"did you mean 'Courier company'\?"):
            view("service-blueprint")(called("Courier company"), actors="Courier")
        with pytest.raises(UnknownNameError, match=r"did you mean 'frontstage'\?"):
            drawn(layers=["frontstge"])


def test_stages_are_a_blueprint_too():
    diagram = drawn(detail="stages")
    assert [column.title for column in diagram.columns] == ["At the counter", "At the table"]
    assert len(diagram.blueprint.connectors) == 4


def test_a_card_says_how_often_its_step_happens():
    steps = [
        Touchpoint("Looks", id="a", optional=True, repeats=True, at_most=3),
        Touchpoint("Asks", id="b", repeats=True),
        Touchpoint("Pays", id="c"),
    ]
    again = Link(source="c", target="c", kind="branch", condition="refused")
    found = cards(view("service-blueprint")(Journey("I buy", stages=[Stage("All", steps)], links=[again])))
    assert [found[key].detail for key in "abc"] == ["optional, up to 3 times", "may repeat", ""]
    assert found["a"].label.startswith("1. Looks (optional, up to 3 times)")


def note_labels(diagram):
    return [one.label for one in diagram.blueprint.notes]


TRIP = Journey(
    "I take a trip",
    id="trip",
    persona="omar",
    stages=[
        Stage("Before", [Touchpoint("Books", id="book", fail_point="Nothing is free")]),
        Stage("There", [Touchpoint("Arrives", id="arrive", wait_before="5 min"), Touchpoint("Asks", id="ask", fail_point="No answer")]),
        Stage("Later", [Touchpoint("Leaves", id="leave"), Touchpoint("Complains", id="complain")]),
    ],
    activities=[
        Activity("Answers", id="answer", actor="Desk", touchpoints="ask", policy="Be kind"),
        Activity("Cleans", id="clean", actor="Cleaner", layer="backstage", touchpoints=["arrive", "leave"], policy="Twice a day"),
        Activity("Heats", id="heat", actor="Boiler", layer="support", touchpoints="arrive"),
    ],
    links=[
        Link(source="book", target="arrive", kind="sequence"),
        Link(source="ask", target="answer", kind="message"),
        Link(source="clean", target="answer", kind="supports"),
        Link(source="heat", target="clean", kind="supports"),
        Link(source="ask", target="leave", kind="branch", condition="all is well"),
        Link(source="ask", target="complain", kind="branch", condition="it is not"),
        Link(source="leave", target="complain", kind="sequence"),
    ],
)


def trip(**options):
    return view("service-blueprint")(TRIP, **options)


class TestCounts:
    """A part of a service tells nothing of the service that the part alone counts."""

    @pytest.mark.parametrize(
        "options",
        [{"layers": "frontstage"}, {"lanes": "customer,frontstage"}, {"stages": "there"}, {"actors": "Desk"}, {"actors": "Cleaner"}],
    )
    def test_counts_are_those_of_the_whole_and_say_so(self, options):
        whole, part = trip(), trip(**options)
        assert part.finding == f"{whole.finding} These are counts of the whole journey, of which this shows a part."
        (line,) = [one for one in part.blueprint.parts if getattr(one, "kind", "") == "interaction"]
        (same,) = [one for one in whole.blueprint.parts if getattr(one, "kind", "") == "interaction"]
        assert line.note == same.first_note == "customer and organisation meet: 1 contact in the whole journey"
        assert part.finding in part.description

    def test_what_shows_all_says_nothing_of_parts(self):
        for options in ({"stages": "Before, There, Later"}, {"layers": "frontstage, backstage, support"}, {"lanes": "-notes"}):
            assert trip(**options).finding == trip().finding

    def test_layers_that_are_left_out_are_named_above_the_title(self):
        assert "Without: Backstage and Support" in [one.text for one in trip(lanes="customer,frontstage").badges]
        assert not [one for one in trip(layers="frontstage,backstage,support").badges if "Without" in one.text]

    def test_links_that_lead_out_are_counted(self):
        assert "Not drawn, to and from the rest of the journey: 3 links." in trip(stages="There").footnotes
        assert "Not drawn, to and from the rest of the journey: 1 link." in trip(layers="frontstage,backstage").footnotes
        assert not any("Not drawn" in one for one in trip().footnotes)


class TestNumbers:
    def test_touchpoints_and_notes_have_those_of_the_whole(self):
        diagram = trip(stages="There")
        assert [one.number for one in diagram.columns] == ["2", "3"]
        assert [row[0] for row in diagram.table[1:]] == ["2", "3"]
        assert cards(diagram)["ask"].label.startswith("3. Asks")
        assert set(note_labels(diagram)) == set(note_labels(trip())) - {"F1"}
        assert {one.label: one.column for one in diagram.blueprint.notes}["F2"] == 1

    def test_stages_in_short_have_them_too(self):
        assert [one.number for one in trip(stages="Later", detail="stages").columns] == ["3"]

    def test_a_decision_says_all_its_ways(self):
        texts = {one.label: one.text for one in trip(stages="There").blueprint.notes}
        assert "Leaves" in texts["D1"]
        assert "Complains" in texts["D1"]

    def test_what_supports_something_elsewhere_is_not_called_idle(self):
        assert not [one for one in trip(layers="support").blueprint.notes if "Supports nothing" in one.text]

    def test_without_notes_no_marker_refers_to_one(self):
        found = cards(trip(lanes="-notes"))
        assert [one.label for one in found["ask"].markers] == ["F", "D"]
        assert not found["answer"].markers
        assert not any("note" in one.symbol for one in trip(lanes="-notes").legend)


class TestNothingToShow:
    def test_a_journey_without_touchpoints(self):
        for one in (Journey("Soon"), Journey("Soon", stages=[Stage("First")])):
            for detail in ("all", "stages"):
                assert view("service-blueprint")(one, detail=detail).finding == "There are no touchpoints yet."
                assert "There are no touchpoints yet." in render(one, view="service-blueprint", detail=detail).svg
            assert "There are no touchpoints yet." in render(one, view="service-blueprint", paper="a4").svg

    def test_stages_without_touchpoints_are_named(self):
        one = Journey("Soon", stages=[Stage("First", [Touchpoint("Looks")]), Stage("Then")])
        assert "No touchpoints yet: Then." in view("service-blueprint")(one).footnotes

    def test_whose_part_it_is_who_has_none(self):
        steps = [Stage("Pay", [Touchpoint("Pays")])]
        (journey,) = Portfolio("Food", owners=[Owner("Finance")], journeys=[Journey("I eat", stages=steps)]).journeys
        diagram = view("service-blueprint")(journey, actors="finance")
        assert not diagram.columns
        assert diagram.finding == "No touchpoint and no activity here has to do with Finance."
        assert "has to do with Finance" in render(journey, view="service-blueprint", actors="finance").svg

    def test_whose_journey_it_is_meets_all_of_it(self):
        diagram = trip(actors="omar")
        assert len(diagram.columns) == 5
        assert set(cards(diagram)) == {*(one.id for one in TRIP.touchpoints), "answer"}
        assert len(TRIP.select(actors="omar").touchpoints) == 5


def slow():
    points = [
        [Touchpoint("Sees", fail_point="too dear"), Touchpoint("Asks")],
        [Touchpoint("Waits", fail_point="too long"), Touchpoint("Pays"), Touchpoint("Signs")],
    ]
    pain = Insight("Nobody knows the price", kind="pain", anchors=["i-buy/waits", "i-buy/signs"])
    journey = Journey("I buy", stages=[Stage("A", points[0]), Stage("B", points[1])])
    return Portfolio("Shop", journeys=[journey], insights=[pain]).journeys[0]


@pytest.mark.parametrize("detail", ["all", "stages"])
def test_notes_of_a_part_keep_the_numbers_of_the_whole(detail):
    whole, part = view("service-blueprint")(slow(), detail=detail), view("service-blueprint")(slow(), stages="B", detail=detail)
    assert [(one.label, one.text) for one in whole.blueprint.notes] == [("F1", "too dear"), ("F2", "too long")]
    assert [(one.label, one.text) for one in part.blueprint.notes] == [("F2", "too long")]


def test_other_places_are_called_as_in_the_whole():
    (pains,) = view("service-blueprint")(slow(), stages="B", lanes="default,+pains").blueprint.below
    assert pains.cells[0].items[0].text == "Nobody knows the price; also at\N{NO-BREAK SPACE}5"


def test_what_stands_behind_is_called_by_its_name():
    assert "4 touchpoints in 2 stages, 4 activities behind them, 5 links." in drawn().description
