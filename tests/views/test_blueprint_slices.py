"""Parts of a blueprint: one actor, layers, lanes of one's own, ways to sub-journeys."""

import pytest
from attrs import evolve

from journeykit.diagram import CardLane
from journeykit.errors import RenderError, UnknownNameError
from journeykit.model import Activity, Journey, Link, Stage, Touchpoint
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


def test_stages_are_a_blueprint_too():
    diagram = drawn(detail="stages")
    assert [column.title for column in diagram.columns] == ["At the counter", "At the table"]
    assert len(diagram.blueprint.connectors) == 4
