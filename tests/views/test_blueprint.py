"""The blueprint: what is shown of a journey, and in which words."""

import string

import pytest
from attrs import evolve, fields
from hypothesis import given

import journeykit as jk
from journeykit.diagram import CardLane, NamedLine
from journeykit.errors import UnknownNameError
from journeykit.examples import example
from journeykit.model import Activity, FailPoint, FrozenMap, Journey, Link, Portfolio, Stage, System, Touchpoint
from journeykit.testing import portfolios
from journeykit.views import BLUEPRINT_LANES, service_blueprint, words_for
from journeykit.views.blueprint_finding import depends_on
from journeykit.views.blueprint_links import LINES, is_contact, line_counts, lines_crossed, ranks
from journeykit.views.blueprint_words import BlueprintWords


@pytest.fixture(scope="module")
def hotel() -> Journey:
    return jk.loads(example("hotel")).journeys[0]


def parts(diagram) -> list[str]:
    return [part.name if isinstance(part, NamedLine) else part.key for part in diagram.blueprint.parts]


def cards(diagram):
    return {card.id: card for part in diagram.blueprint.parts if isinstance(part, CardLane) for row in part.rows for card in row.cards}


def test_the_hotel_has_six_contacts_across_the_line_of_interaction(hotel):
    known = ranks(hotel)
    crossing = [f"{link.source}-{link.target}" for link in hotel.links if "interaction" in lines_crossed(link, known)]
    assert crossing == ["t1-a1", "t3-a2", "t4-a4", "a6-t4", "a7-t5", "t7-a8"]
    assert all(is_contact(link, known) for link in hotel.links if "interaction" in lines_crossed(link, known))
    assert line_counts(hotel) == {"interaction": (6, 0), "visibility": (1, 6), "internal": (0, 4), "external": (0, 0)}


def test_the_hotel_from_an_actor_to_its_columns(hotel):
    part = hotel.by_actor("bellboy")
    assert [one.id for one in part.touchpoints] == ["t3", "t4"]
    assert [one.id for one in part.activities] == ["a2", "a3", "a6"]
    only = service_blueprint(hotel.select(actors="bellboy"))
    assert list(cards(only)) == ["t3", "t4", "a2", "a6", "a3"]


def test_lanes_follow_the_layers_and_lines_stand_between_them(hotel):
    diagram = service_blueprint(hotel)
    assert parts(diagram) == [
        "customer", "Line of interaction", "frontstage", "Line of visibility", "backstage", "Line of internal interaction", "support",
    ]  # fmt: skip
    assert [lane.key for lane in diagram.lanes] == ["physical_evidence"]
    assert [part.ground for part in diagram.blueprint.parts if isinstance(part, CardLane)] == ["customer", "plain", "back", "support"]


def test_without_a_layer_the_lines_around_it_stand_together(hotel):
    assert parts(service_blueprint(hotel, layers=["backstage"])) == ["customer", "Line of interaction", "Line of visibility", "backstage"]
    assert parts(service_blueprint(hotel, layers="support"))[1:-1] == [
        "Line of interaction",
        "Line of visibility",
        "Line of internal interaction",
    ]
    assert parts(service_blueprint(hotel, lanes=["customer", "frontstage"])) == ["customer", "Line of interaction", "frontstage"]


def test_the_external_layer_has_a_line_of_its_own():
    one = Journey(
        "I pay",
        stages=[Stage("Pay", [Touchpoint("Pays", id="p")])],
        activities=[Activity("Clears", id="c", layer="external", touchpoints="p")],
    )
    assert parts(service_blueprint(one))[-2:] == ["Line of external interaction", "external"]


def test_contact_is_a_message_or_a_handover_and_never_the_layer():
    stages = [Stage("Pay", [Touchpoint("Pays", id="p")])]
    front, back = Activity("Watches", id="w", touchpoints="p"), Activity("Answers", id="a", layer="backstage", touchpoints="p")
    one = Journey(
        "I pay",
        stages=stages,
        activities=[front, back],
        links=[Link(source="w", target="p", kind="supports"), Link(source="p", target="a", kind="message")],
    )
    assert line_counts(one)["interaction"] == (1, 1)
    note = next(part.note for part in service_blueprint(one).blueprint.parts if isinstance(part, NamedLine))
    assert note == "customer and organisation meet: 1 contact and 1 other link"


def test_only_the_line_of_interaction_tells_of_contacts_and_in_parts_only_the_first_counts_the_whole():
    stages = [Stage("Pay", [Touchpoint("Pays", id="p")])]
    links = [Link(source="p", target="a", kind="message"), Link(source="a", target="p", kind="supports")]
    one = Journey("I pay", stages=stages, activities=[Activity("Answers", id="a", layer="support", touchpoints="p")], links=links)
    first, _, internal = (part for part in service_blueprint(one).blueprint.parts if isinstance(part, NamedLine))
    assert first.note == "customer and organisation meet: 1 contact and 1 other link"
    assert first.first_note == "customer and organisation meet: 1 contact and 1 other link in the whole journey"
    assert first.later_note == "customer and organisation meet"
    assert internal.note == "those who serve and those who support meet: 2 links"


def test_the_outline_has_no_head_twice(hotel):
    text = jk.render(hotel, view="service-blueprint", format="text").text
    heads = [line.split(":")[0] for line in text.splitlines()[4:] if line and not line.startswith((" ", "-", "="))]
    assert "Backstage" in heads
    assert len(heads) == len(set(heads))


def test_an_activity_that_goes_on_elsewhere_says_what_it_is_and_for_what():
    steps = [Touchpoint(f"Does {at}", id=f"t{at}") for at in range(3)]
    act = Activity("Tracks the rider", id="a", actor="Order system", touchpoints=["t0", "t2"])
    book = Portfolio("Food", systems=[System("Order system")], journeys=[Journey("I eat", stages=[Stage("All", steps)], activities=[act])])
    card = cards(service_blueprint(book.journeys[0]))["a"]
    assert card.again == "the same activity"
    assert card.again_labels[1] == "Order system: Tracks the rider (the same activity), for “Does 2”"


@pytest.mark.parametrize(("convention", "said"), [("sight", "Backstage = out of sight"), ("perception", "Backstage = not perceived")])
def test_both_conventions_are_stated_in_the_title_and_below(hotel, convention, said):
    diagram = service_blueprint(evolve(hotel, visibility_convention=convention))
    assert diagram.facts[-1].line == said
    assert diagram.footnotes[0].startswith(said)


def test_markers_are_numbered_column_by_column_and_explained(hotel):
    diagram = service_blueprint(hotel)
    marked = {key: [marker.label for marker in card.markers] for key, card in cards(diagram).items() if card.markers}
    assert marked == {"t1": ["F1"], "t2": ["F2"], "t4": ["F3"], "t5": ["F5"], "t7": ["F6"], "a5": ["F4"], "s2": ["1"]}
    assert {one.label for one in diagram.blueprint.notes} == {"F1", "F2", "1", "F3", "F4", "F5", "F6"}


def test_fail_wait_and_decision_say_all_that_is_known():
    one = Journey(
        "I pay",
        stages=[
            Stage("Pay", [
                Touchpoint("Queues", id="q", wait_before="10 min", tolerance="5 min"),
                Touchpoint("Pays", id="p", fail_point=FailPoint("Card refused", probability=0.02, severity=7, recovery="cash")),
            ]),
        ],
        activities=[Activity("Checks", id="c", layer="backstage", touchpoints=["p"], wait_point=True, policy="Two signatures", status="needed", duration="2 min", cost="0.30 EUR")],
        links=[Link(source="p", target="q", kind="branch", condition="the card is refused", probability=0.02), Link(source="c", target="p", kind="supports")],
    )  # fmt: skip
    diagram = service_blueprint(one)
    assert [(note.label, note.text, note.detail.replace("\xa0", " ")) for note in diagram.blueprint.notes] == [
        ("W1", "10\xa0min waiting", "5 min tolerated"),
        ("F1", "Card refused", "in 2 % of cases; severity 7 of 10; then: cash"),
        ("D1", "The way divides here: “Queues”, if the card is refused, 2\xa0%", ""),
        ("W2", "The customer waits for this", ""),
        ("1", "Rule: Two signatures", ""),
    ]
    card = cards(diagram)["c"]
    assert (card.status, card.status_word, card.detail.replace("\xa0", " ")) == ("needed", "+ needed", "2 min; 0.30 EUR each")
    assert diagram.blueprint.connectors[0].text.replace("\xa0", " ") == "if the card is refused, 2 %"


def test_more_than_four_actors_are_packed_and_named_on_their_cards():
    acts = [Activity(f"Does {at}", id=f"a{at}", actor=f"Actor {at}", touchpoints="p") for at in range(5)]
    few, many = (Journey("I pay", stages=[Stage("Pay", [Touchpoint("Pays", id="p")])], activities=acts[:count]) for count in (4, 5))
    lane = service_blueprint(few).blueprint.parts[-1]
    assert [row.title for row in lane.rows] == ["Actor 0", "Actor 1", "Actor 2", "Actor 3"]
    (row,) = service_blueprint(many).blueprint.parts[-1].rows
    assert not row.title
    assert [card.first for card in row.cards] == [f"Actor {at}" for at in range(5)]


def test_a_card_over_columns_that_are_no_neighbours_has_several_runs(hotel):
    assert cards(service_blueprint(hotel))["s3"].runs == ((3, 3), (6, 6))
    assert cards(service_blueprint(hotel))["a3"].runs == ((2, 3),)


def test_the_finding_names_what_depends_on_most(hotel):
    assert depends_on(hotel, "t4") == {"a4", "a6", "a3", "a2", "a5", "s3"}
    assert service_blueprint(hotel).finding == (
        "“Checks in, goes up, gets the bags” depends on more than any other: 6 activities behind it. Customer and organisation meet in six contacts; "
        "six places are known where it can fail; five interactions have no owner."
    )


def test_collapsed_to_stages(hotel):
    diagram = service_blueprint(hotel, detail="stages")
    assert [column.title for column in diagram.columns] == ["Before arrival", "Arrival", "Stay", "Departure"]
    assert cards(diagram)["s3"].runs == ((1, 1), (3, 3))
    assert service_blueprint(hotel, detail="summary") == diagram
    assert diagram.finding == service_blueprint(hotel).finding
    assert len(diagram.blueprint.connectors) <= len(hotel.links)


def test_the_table_says_layers_links_and_lines(hotel):
    header, *rows = service_blueprint(hotel).table
    assert header == (
        "Number",
        "Touchpoint",
        "Stage",
        "Kind",
        "Physical evidence",
        "Frontstage",
        "Backstage",
        "Support",
        "Remarks",
        "Links",
    )
    first = dict(zip(header, rows[0], strict=True))
    assert first["Backstage"] == "Reservation staff: Books the room for the guest"
    assert "passes to “Books the room for the guest” (crosses: Line of interaction and Line of visibility)" in first["Links"]
    assert sum(row[-1].count("(crosses") for row in rows) == len(hotel.links)


def test_the_outline_says_lanes_lines_and_links(hotel):
    text = jk.render(hotel, view="service-blueprint").text
    for said in (
        "Line of visibility: below: out of the customer's sight",
        "Bell boy: Hands over the bags",
        "must come before",
        "crosses: Line of interaction",
    ):
        assert said in text


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"lanes": "fronstage"}, "A blueprint has no lane 'fronstage'."),
        ({"layers": ["stage"]}, "A blueprint has no layer 'stage'."),
        ({"detail": "stage"}, "There is no detail 'stage'."),
    ],
)
def test_an_unknown_name_is_an_error_with_the_nearest_one(hotel, options, message):
    with pytest.raises(UnknownNameError) as caught:
        service_blueprint(hotel, **options)
    assert message in str(caught.value)
    assert "did you mean" in str(caught.value)


def test_lanes_are_taken_away_and_added(hotel):
    assert service_blueprint(hotel, lanes=["-notes"]).blueprint.notes == ()
    assert [lane.key for lane in service_blueprint(hotel, lanes=["+channels"]).blueprint.below] == []
    buy = jk.loads(example("dealership")).journeys[0]
    assert "channels" in [lane.key for lane in service_blueprint(buy, lanes="+channels").blueprint.below]
    assert BLUEPRINT_LANES[2:7] == ("customer", "frontstage", "backstage", "support", "external")


def names_in(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def templates(value: object) -> dict[object, str]:
    if isinstance(value, str):
        return {"": value}
    return dict(value) if isinstance(value, FrozenMap) else dict(enumerate(value))


@pytest.mark.parametrize("language", ["de", "ar"])
@pytest.mark.parametrize("name", [one.name for one in fields(BlueprintWords)])
def test_every_language_says_the_same_things(name, language):
    english, other = templates(getattr(words_for("en").blueprint, name)), templates(getattr(words_for(language).blueprint, name))
    assert english.keys() == other.keys()
    for key, text in english.items():
        assert names_in(text) >= names_in(other[key])
        assert not names_in(text) - names_in(other[key]) - {"n"}


@given(portfolios(max_journeys=1))
def test_every_journey_has_a_blueprint(book: Portfolio):
    for one in book.journeys:
        diagram = service_blueprint(one, detail="all")
        assert len(diagram.columns) == len(one.touchpoints)
        known = ranks(one)
        drawn = [link for link in one.links if link.kind != "impact" and link.source in known and link.target in known]
        assert len(diagram.blueprint.connectors) == len(drawn)
        for link in drawn:
            low, high = sorted((known[link.source], known[link.target]))
            assert lines_crossed(link, known) == LINES[low:high]
        service_blueprint(one, detail="stages")
