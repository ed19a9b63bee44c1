"""The car buyer's map, against figures worked out by hand."""

import pytest

from journeykit.diagram import Diagram, LegendEntry
from journeykit.views import journey_map
from tests.views.dealership import car_journey, dealership


@pytest.fixture(scope="module")
def diagram() -> Diagram:
    return journey_map(dealership())


def lane(diagram, key):
    return next(one for one in diagram.lanes if one.key == key)


def fact(diagram, heading):
    return next(one for one in diagram.facts if one.heading == heading)


def test_readings_stand_where_they_were_taken_and_nowhere_else(diagram):
    (series,) = lane(diagram, "emotions").series
    assert [(one.column + 1, one.text) for one in series.points] == [
        (4, "+1"),
        (5, "+2"),
        (6, "−1"),
        (7, "−1"),
        (8, "−2"),
        (9, "−1"),
        (11, "+1"),
    ]
    assert {one.basis for one in series.points} == {"derived"}
    assert [one.column + 1 for one in series.points if one.extreme] == [5, 8]


def test_a_single_reading_of_another_moment_counts_as_during(diagram):
    assert lane(diagram, "emotions").series[0].points[-1].offset == 0


def test_gaps_end_at_stages_and_the_first_with_room_says_why(diagram):
    assert [(one.start + 1, one.end + 1, one.text) for one in lane(diagram, "emotions").gaps] == [
        (1, 2, "no reading: nobody was asked"), (3, 3, "no reading"), (10, 10, "no reading"),
    ]  # fmt: skip


def test_the_figures_of_the_curve(diagram):
    numbers = fact(diagram, "In numbers")
    assert numbers.line == "Mean −0.1 · peak–end −0.5"
    assert "Largest drop −3, from 5 Test drives the car to 6 Negotiates the price." in numbers.text
    assert "Journey owner: none named." in numbers.text


def test_the_finding_says_high_point_fall_and_time(diagram):
    expected = "“Test drives the car” is the high point. Then the mood falls three steps at “Negotiates the price”, and it takes 157 minutes where 90 was the aim."
    assert diagram.finding.replace("\xa0", " ") == expected


def test_times_are_summed_and_measurements_are_not(diagram):
    time = lane(diagram, "time")
    assert (time.total, time.total_unit, time.total_verdict.text, time.total_verdict.tone) == (
        "157",
        "min in all",
        "target 90: 67 over",
        "bad",
    )
    assert [(one.column + 1, one.value, one.dashed) for one in time.bars] == [(6, 53, False), (7, 43, False), (8, 40, True), (9, 61, False)]
    assert time.note == "minutes; 3 of 11 touchpoints have a time"


def test_pains_are_numbered_by_frequency_where_no_severity_is_known(diagram):
    items = sorted((item for cell in lane(diagram, "pains").cells for item in cell.items), key=lambda one: int(one.mark.label))
    assert [one.share for one in items] == [0.41, 0.37, 0.24, 0.19, 0.18, None]
    assert items[0].text == "The time it all took; also at\xa09"
    assert [one.ticks is not None and one.ticks.filled is None for one in items] == [True] * 5 + [False]


def test_a_pain_stands_at_the_first_of_its_places(diagram):
    where = {item.mark.label: cell.start + 1 for cell in lane(diagram, "pains").cells for item in cell.items}
    assert where == {"1": 8, "2": 6, "3": 7, "4": 4, "5": 9, "6": 2}


def test_an_opportunity_without_a_place_stands_where_its_first_pain_stands(diagram):
    (cell,) = lane(diagram, "opportunities").cells
    assert cell.start == 7
    assert "Negotiate and sign online" in cell.items[0].detail


def test_neighbours_in_one_channel_are_one_bar(diagram):
    spans = [(one.start + 1, one.end + 1, one.text, one.style) for one in lane(diagram, "channels").spans]
    assert spans == [
        (1, 1, "Third-party sites", "outline"), (2, 2, "Dealer’s website", "solid"), (3, 10, "Showroom, face to face", "solid"), (11, 11, "No contact", "dashed"),
    ]  # fmt: skip


def test_missing_owners_are_one_statement(diagram):
    spans = [(one.start + 1, one.end + 1, one.text) for one in lane(diagram, "owner").spans]
    assert spans == [(1, 1, "not ours"), (2, 10, "No owner named: eight contacts of ours without one accountable person")]


def test_counterparts_not_stated_are_said(diagram):
    spans = {one.start + 1: one.text for one in lane(diagram, "counterparts").spans}
    assert [spans[at] for at in (2, 7, 8, 10)] == ["not stated", "not stated", "nobody", "not stated"]


def test_stations_say_contact_control_and_emphasis(diagram):
    assert [one.number for one in diagram.columns if one.kind == "alone"] == ["8", "11"]
    assert [one.number for one in diagram.columns if not one.ours] == ["1"]
    assert [one.number for one in diagram.columns if one.emphasis == "matters"] == ["5", "6"]
    assert [one.number for one in diagram.columns if one.emphasis == "critical"] == ["9"]


def test_effects_between_touchpoints_are_arcs_and_those_of_backstage_work_are_not(diagram):
    assert [(one.source + 1, one.target + 1, one.text.split(":")[0]) for one in diagram.arcs] == [(2, 9, "Helps")]


def test_badges_say_state_form_and_status(diagram):
    assert [one.text for one in diagram.badges] == ["Current state", "Generalised map", "Draft 0.1"]


def test_whose_and_how_known(diagram):
    assert fact(diagram, "Whose journey").text == "Not known: age, family and needs."
    assert fact(diagram, "How we know").line == "10 sources, 2014–2025"
    assert "7 of 11 touchpoints read." in fact(diagram, "How we know").text


def test_key_figures_are_judged_by_their_direction(diagram):
    by_name = {one.name: one for one in diagram.figures.figures}
    assert (by_name["Time at the dealership"].value, by_name["Time at the dealership"].verdict.text) == ("157", "67 over the target of 90")
    assert by_name["Time at the dealership"].progress == (157, 90)
    over = by_name["Over two hours"]
    assert (over.value, over.unit, over.verdict.text.replace("\xa0", " "), over.verdict.tone, over.verdict.glyph) == (
        "35",
        "%",
        "4 points, better",
        "good",
        "down",
    )
    assert over.spark == (43, 46, None, 39, 35)  # nobody measured 2023
    store = by_name["NPS, bought in store"]
    assert (store.value, store.verdict.text.replace("\xa0", " "), store.verdict.tone) == ("+29", "19 points, worse", "bad")
    assert by_name["Satisfied with the time"].verdict.text.endswith("method unknown")
    assert by_name["Satisfied with the time"].verdict.tone == "muted"


def test_evidence_has_its_strength_and_names(diagram):
    marks = {cell.start + 1: cell.items[0].mark.kind for cell in lane(diagram, "evidence").cells}
    assert (marks[3], marks[2], marks[6], marks[11]) == ("evidence-1", "evidence-2", "evidence-3", "evidence-3")
    assert diagram.footnotes[0].startswith("Sources: COX18 = Car Buyer Journey 2018;")


def test_statements_without_a_source_are_marked_where_others_have_one(diagram):
    assert all(item.mark.kind == "assumed" for cell in lane(diagram, "goal").cells for item in cell.items)
    assert lane(diagram, "goal").note == "goal, only assumed"
    assert all(item.mark is None for cell in lane(diagram, "actions").cells for item in cell.items)


def test_the_legend_holds_what_occurs_and_all_ways_to_know(diagram):
    symbols = [one.symbol for one in diagram.legend]
    assert LegendEntry(symbol="not-ours", text="not ours") in diagram.legend
    assert {"measured", "derived", "assumed", "intended"} <= set(symbols)
    assert "supporter" not in symbols
    assert len(symbols) == len(set(symbols))


def test_the_table_has_a_row_for_each_touchpoint_and_says_everything(diagram):
    header, *rows = diagram.table
    assert header[:3] == ("Number", "Touchpoint", "Stage")
    assert [row[1] for row in rows] == [one.title for one in dealership().touchpoints]
    waits = dict(zip(header, rows[7], strict=True))
    assert waits["Pain points"].startswith("1. The time it all took")
    assert "severity not rated" in waits["Pain points"]
    assert "−2; during; derived; Named the most unpleasant part" in waits["Feels"]
    assert dict(zip(header, rows[9], strict=True))["Feels"] == ""
    assert dict(zip(header, rows[5], strict=True))["Owner"] == "No owner named"


def test_the_description_tells_the_picture(diagram):
    assert diagram.description.startswith(
        "11 touchpoints in 4 stages. Feeling is best (+2) at 5 Test drives the car, worst (−2) at 8 Waits; 7 of 11 touchpoints have a reading. "
        "Feelings are derived from data, not rated by those concerned. "
        "Critical moment: 9 Settles finance, insurance and paperwork."
    )


def test_a_journey_without_its_portfolio_draws_too():
    bare = journey_map(car_journey())
    assert "pains" not in {one.key for one in bare.lanes}
    assert bare.figures is not None
    assert all(one.value == "–" for one in bare.figures.figures)


def test_groups_of_lanes_begin_with_a_line(diagram):
    assert [one.key for one in diagram.lanes if one.opens] == ["emotions", "channels", "pains", "owner"]


def test_every_element_leads_back_to_the_model(diagram):
    assert diagram.source == "journeys['car-buy']"
    assert diagram.columns[5].source == "journeys['car-buy'].stages['deal'].touchpoints['d6']"
    assert lane(diagram, "emotions").series[0].points[0].source.endswith("touchpoints['d4'].emotions[0]")
