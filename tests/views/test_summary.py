"""Very many touchpoints: one column a stage, and all of them as dots."""

import pytest

from journeykit.diagram import RangeLane
from journeykit.model import Emotion, Insight, Journey, Stage, Touchpoint
from journeykit.views import journey_map


def large(stages: int = 4, each: int = 20) -> Journey:
    return Journey(
        "I live here",
        critical_moment="step-1-3",
        stages=[
            Stage(f"Stage {at}", [
                Touchpoint(f"Step {at} {one}", emotion=(one % 5) - 2 if one % 4 else None, owner="Sales" if one % 2 else None, pains=[Insight("slow", severity=at % 5, frequency=0.5)] if one == 2 else [])
                for one in range(each)
            ])
            for at in range(stages)
        ],
    )  # fmt: skip


def test_above_sixty_touchpoints_the_stages_are_the_columns():
    diagram = journey_map(large())
    assert [one.title for one in diagram.columns] == ["Stage 0", "Stage 1", "Stage 2", "Stage 3"]
    assert [one.emphasis for one in diagram.columns] == ["none", "critical", "none", "none"]
    assert diagram.strip is not None
    assert diagram.strip.count == 80


def test_up_to_sixty_every_touchpoint_is_drawn():
    assert len(journey_map(large(3)).columns) == 60
    assert journey_map(large(3)).strip is None


@pytest.mark.parametrize(("detail", "columns"), [("all", 80), ("summary", 4)])
def test_detail_decides(detail, columns):
    assert len(journey_map(large(), detail=detail).columns) == columns


def test_ranges_count_only_readings():
    (lane,) = [one for one in journey_map(large()).lanes if isinstance(one, RangeLane)]
    assert [(one.low, one.median, one.high) for one in lane.ranges] == [(-2, 0, 2)] * 4
    assert lane.ranges[0].text == "−2 to +2, 15 of 20 read"


def test_the_strip_has_no_dot_without_a_reading_and_three_labels_at_most():
    strip = journey_map(large()).strip
    assert [one.value is None for one in strip.points][:5] == [True, False, False, False, True]
    assert sorted(one.label for one in strip.points if one.label) == ["Step 0 5 (−2)", "Step 0 9 (+2)", "Step 1 3 (+1)"]
    assert [one.at for one in strip.points if one.critical] == [23]
    assert strip.breaks == ((0, "Stage 0"), (20, "Stage 1"), (40, "Stage 2"), (60, "Stage 3"))


def test_the_strip_says_how_each_reading_is_known_and_what_a_hollow_dot_means():
    assert {one.basis for one in journey_map(large()).strip.points if one.value is not None} == {"assumed"}
    assert "hollow: not measured" in journey_map(large()).strip.note
    felt = Journey("I live here", stages=[Stage("Day", [Touchpoint("Eats", emotion=Emotion(1, basis="reported"))])])
    strip = journey_map(felt, detail="summary").strip
    assert [one.basis for one in strip.points] == ["measured"]
    assert "hollow" not in strip.note


def test_times_are_summed_up_by_stage_over_what_is_known():
    steps = [Touchpoint("Eats", duration="20 min", wait_before="5 min"), Touchpoint("Reads"), Touchpoint("Sleeps", duration="8 h")]
    journey = Journey(
        "I live here", stages=[Stage("Day", steps[:2]), Stage("Empty"), Stage("Dawn", [Touchpoint("Wakes")]), Stage("Night", steps[2:])]
    )
    lanes = {one.key: one for one in journey_map(journey, detail="summary", lanes=["time"]).lanes}
    assert [(bar.column, bar.value, bar.inner, bar.text) for bar in lanes["time"].bars] == [
        (0, 25, 5, "25\N{NO-BREAK SPACE}min, 5\N{NO-BREAK SPACE}min of it waiting, known for 1 of 2"),
        (2, 480, None, "480\N{NO-BREAK SPACE}min"),
    ]
    assert lanes["time"].total == "505"


def test_one_contact_is_one_contact():
    lanes = {one.key: one for one in journey_map(Journey("I live", stages=[Stage("Day", [Touchpoint("Eats")])]), detail="summary").lanes}
    assert lanes["owner"].cells[0].items[0].text == "1 of 1 contact without an owner"


def test_worst_pain_and_owner_gaps_are_summed_up():
    lanes = {one.key: one for one in journey_map(large()).lanes}
    assert [cell.items[0].mark.label for cell in lanes["pains"].cells] == ["4", "3", "2", "1"]
    assert lanes["owner"].cells[0].items[0].text == "10 of 20 contacts without an owner"


def test_the_table_still_has_every_touchpoint():
    assert len(journey_map(large()).table) == 81


def test_lanes_select_the_parts_of_the_summary_too():
    assert [one.key for one in journey_map(large(), lanes="emotions").lanes] == ["touchpoints", "emotions"]
