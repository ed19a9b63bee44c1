"""What symbols say is said in words too: in the outline, in the description and in the table."""

import re
from pathlib import Path

import pytest

import journeykit as jk
from journeykit.model import Expectation, Insight

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def drawn():
    asks = jk.Touchpoint("Asks", kind="action", sources=["s"])
    tries = jk.Touchpoint(
        "Tries",
        matters=True,
        control="external",
        optional=True,
        thoughts=["Hm"],
        pains=[Insight("Waits", kind="pain", severity=3, frequency=0.41)],
    )
    pays = jk.Touchpoint(
        "Pays",
        owner="Sales",
        supporters=["Finance"],
        expectations=[Expectation(text="fast", priority="primary", met="met"), Expectation(text="cheap", priority="secondary")],
    )
    stages = [jk.Stage("Look", [asks, tries]), jk.Stage("Buy", [pays])]
    journey = jk.Journey("I buy", stages=stages, critical_moment="pays")
    source = jk.Source(id="s", title="Interviews", kind="interview", perspective="customer")
    book = jk.Portfolio("Shop", owners=[jk.Owner("Sales"), jk.Owner("Finance")], sources=[source], journeys=[journey])
    return jk.render(book)


def entries(drawn):
    return {line.strip().removeprefix("- ").replace("\N{NO-BREAK SPACE}", " ") for line in drawn.text.splitlines()}


@pytest.mark.parametrize(
    "said",
    [
        "1 Asks (own action, no contact)",
        "2 Tries (not ours, moment that matters, optional)",
        "3 Pays (critical moment)",
        "Tries: “Hm”; assumed",
        "Tries: 1. Waits; 41 %; severity 3 of 4",
        "Pays: fast; primary expectation; met",
        "Pays: cheap; secondary expectation",
        "Pays: Sales; accountable",
        "Pays: Finance; supports",
        "Tries: assumed",
    ],
)
def test_the_outline_says_what_symbols_say(drawn, said):
    assert said in entries(drawn)


def test_the_description_says_what_stations_say(drawn):
    lines = drawn.describe().splitlines()
    assert "Stage 1, Look: 1 Asks (own action, no contact); 2 Tries (not ours; moment that matters)." in lines
    assert "Stage 2, Buy: 3 Pays (critical moment)." in lines


def test_the_table_says_what_stations_and_symbols_say(drawn):
    header, *rows = drawn.to_table()
    assert header[:4] == ("Number", "Touchpoint", "Stage", "Kind")
    assert [row[3] for row in rows] == ["own action, no contact", "not ours, moment that matters", "critical moment"]
    assert rows[2][header.index("Expects")] == "fast; primary expectation; met; cheap; secondary expectation"
    assert rows[2][header.index("Owner")] == "Sales (accountable); Finance (supports)"
    assert rows[1][header.index("Pain points")].endswith("severity 3 of 4")


def test_a_journey_of_plain_contacts_has_no_column_for_kinds():
    header, *_ = jk.render(jk.Journey("I buy", stages=[jk.Stage("Look", [jk.Touchpoint("Asks")])])).to_table()
    assert "Kind" not in header


def test_the_heading_reads_as_sentences(drawn):
    heading = next(line for line in drawn.text.splitlines() if "In numbers" in line)
    assert "In numbers: 2 stages, 3 touchpoints. 2 contacts and 1 step alone. Journey owner: none named." in heading


def test_an_activity_says_at_which_touchpoints_it_stands():
    text = jk.render(jk.load(EXAMPLES / "burger.yaml"), view="service-blueprint").text
    assert "- Staffs customer service, for “Decides, and looks up the way”" in text
    assert "- Food safety rules, policies for staff, for “Arrives and orders” and “Finds a table and eats” [2]" in text


def test_an_activity_at_many_touchpoints_says_the_first_and_the_last():
    steps = [jk.Touchpoint(f"Does {at}", id=f"t{at}") for at in range(5)]
    act = jk.Activity("Helps", touchpoints=[one.id for one in steps])
    text = jk.render(jk.Journey("I eat", stages=[jk.Stage("All", steps)], activities=[act]), view="service-blueprint").text
    assert "- Helps, for “Does 0” – “Does 4”" in text


def test_a_blueprint_tells_where_it_can_fail():
    told = jk.render(jk.load(EXAMPLES / "hotel.yaml"), view="service-blueprint").describe().splitlines()[-1]
    assert told.startswith("Remarks: Makes a reservation: No room: overbooked, wait list; Arrives at the hotel: Car park full; ")
    assert "Cleans the room: Room not cleaned as hoped, bed not turned down" in told


def test_map_and_blueprint_know_of_as_many_places_where_it_can_fail():
    hotel = jk.load(EXAMPLES / "hotel.yaml")
    assert "six points where it can fail are known" in jk.render(hotel).alt
    assert "six places are known where it can fail" in jk.render(hotel, view="service-blueprint").alt


def test_the_table_of_a_persona_names_its_segment():
    rows = jk.render(jk.load(EXAMPLES / "clinic_ar.yaml"), view="persona", language="en").to_table()
    assert rows[1][1] == "Segment"


@pytest.mark.parametrize("view", ["journey-map", "service-blueprint", "channels", "persona", "touchpoint"])
def test_arabic_has_its_own_commas_and_semicolons(view):
    drawn = jk.render(jk.load(EXAMPLES / "clinic_ar.yaml"), view=view)
    cells = "\n".join(cell for row in drawn.to_table() for cell in row)
    for text in (drawn.text, drawn.describe(), drawn.alt, cells):
        assert re.findall("[\u0600-\u06ff][;,]", text) == []


def test_a_card_tells_pains_from_gains():
    here = jk.Touchpoint("Pays", pains=["No change"], gains=["Is quick"])
    text = jk.render(jk.Journey("I buy", stages=[jk.Stage("Buy", [here])]), view="touchpoint").text
    assert "- 1. No change; pain" in text
    assert "- Is quick; gain" in text
