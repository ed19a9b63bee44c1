"""What holds for the map of every journey."""

import json

from hypothesis import given
from hypothesis import strategies as st

from journeykit.diagram import BarLane, CellLane, CurveLane, Diagram, RangeLane, SpanLane, diagram_to_json
from journeykit.model import Journey
from journeykit.testing import journeys, portfolios
from journeykit.views import journey_map
from journeykit.views.readings import MOST_SERIES, course_of, tracks_of

any_journey = st.one_of(
    journeys(), portfolios(max_journeys=1).filter(lambda book: len(book.journeys) > 0).map(lambda book: book.journeys[0])
)


def spans_of(diagram: Diagram) -> list[tuple[int, int]]:
    found = [(one.start, one.end) for one in diagram.bands]
    for lane in diagram.lanes:
        match lane:
            case CellLane():
                found += [(one.start, one.end) for one in lane.cells]
            case SpanLane():
                found += [(one.start, one.end) for one in lane.spans]
            case CurveLane():
                found += [(one.column, one.column) for series in lane.series for one in series.points]
                found += [(one.start, one.end) for one in lane.gaps]
            case BarLane():
                found += [(one.column, one.column) for one in lane.bars]
            case RangeLane():
                found += [(one.column, one.column) for one in lane.ranges]
    return found


@given(any_journey, st.sampled_from(["auto", "all", "summary"]), st.sampled_from([None, "de"]))
def test_every_journey_has_a_map_within_its_columns(journey: Journey, detail, language):
    diagram = journey_map(journey, lanes="all", detail=detail, language=language)
    assert all(0 <= start <= end < len(diagram.columns) for start, end in spans_of(diagram))
    assert all(0 <= one.source < len(diagram.columns) for one in diagram.arcs) or detail == "summary"
    assert diagram.finding
    assert diagram.description
    assert sum(one.emphasis == "critical" for one in diagram.columns) <= 1
    json.dumps(diagram_to_json(diagram))


@given(any_journey)
def test_every_touchpoint_is_one_column_and_one_row(journey: Journey):
    diagram = journey_map(journey)
    titles = [one.title for one in journey.touchpoints]
    assert [one.title for one in diagram.columns] == titles
    assert [row[:2] for row in diagram.table[1:]] == [(str(at), one) for at, one in enumerate(titles, 1)]
    how_often = any(one.note for one in diagram.columns)
    kinds = any(one.kind == "alone" or not one.ours or one.emphasis != "none" for one in diagram.columns)
    assert {len(row) for row in diagram.table} == {3 + kinds + len(diagram.lanes) + how_often + bool(diagram.arcs)}


@given(any_journey)
def test_no_reading_is_invented_and_none_is_lost(journey: Journey):
    lane = next((one for one in journey_map(journey).lanes if isinstance(one, CurveLane)), None)
    held = {at: [one.valence for one in each.emotions] for at, each in enumerate(journey.touchpoints) if each.emotions}
    if lane is None:
        assert not held
        return
    points = [one for series in lane.series for one in series.points]
    for one in points:
        assert min(held[one.column]) <= one.value <= max(held[one.column])
    if len(tracks_of(journey)) <= MOST_SERIES:
        assert {one.column for one in points} == set(held)
    read = {one.column for one in points}
    gaps = [at for one in lane.gaps for at in range(one.start, one.end + 1)]
    assert sorted([*read, *gaps]) == list(range(len(journey.touchpoints)))


@given(any_journey)
def test_what_is_intended_is_never_joined_to_what_was_felt(journey: Journey):
    for track in tracks_of(journey):
        kinds = {
            {"intended": "intended", "illustrative": "illustrative"}.get(one.basis, "felt")
            for each in track.readings
            for _, one in each.emotions
        }
        assert kinds == {track.kind}


@given(any_journey)
def test_the_course_lies_within_the_readings(journey: Journey):
    for track in tracks_of(journey):
        course = course_of(track.readings)
        values = [one.value for one in track.readings]
        assert course.mean is not None
        assert min(values) - 1e-9 <= course.mean <= max(values) + 1e-9
        assert (course.peak_end is None) == (len(values) < 2)
        assert course.drop is None or course.drop[1].value < course.drop[0].value


@given(any_journey)
def test_the_same_journey_gives_the_same_map(journey: Journey):
    assert journey_map(journey) == journey_map(journey)


@given(any_journey)
def test_nothing_is_cut_from_the_table(journey: Journey):
    diagram = journey_map(journey, lanes="all")
    said = "\n".join("\t".join(row) for row in diagram.table)
    for one in journey.touchpoints:
        for text in (*one.actions, *one.messages, *one.processes, *(each.text for each in one.expectations)):
            assert text in said
        for pain in (each for each in one.pains if each.kind == "pain" and each.status != "refuted"):
            assert pain.text in said


@given(any_journey)
def test_every_lane_asked_for_stands_in_the_order_asked(journey: Journey):
    asked = ["owner", "emotions", "pains"]
    keys = [one.key for one in journey_map(journey, lanes=asked).lanes]
    assert keys == [one for one in asked if one in keys]
