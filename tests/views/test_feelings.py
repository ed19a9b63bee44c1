"""Series, moments, bases and reasons of readings."""

import pytest

from journeykit.model import KPI, Emotion, Journey, Portfolio, Stage, Touchpoint
from journeykit.views import journey_map
from journeykit.views.readings import course_of, tracks_of


def journey(*emotions, **fields):
    return Journey("I buy", stages=[Stage("Deal", [Touchpoint(f"Step {at}", emotions=one) for at, one in enumerate(emotions)])], **fields)


def curve(*emotions, **fields):
    return next(one for one in journey_map(journey(*emotions, **fields)).lanes if one.key == "emotions")


def test_before_during_and_after_are_three_points():
    (series,) = curve([Emotion(-1, moment="before"), Emotion(0), Emotion(2, moment="after")]).series
    assert [(one.offset, one.value) for one in series.points] == [(-1, -1), (0, 0), (1, 2)]


def test_perspectives_are_series_with_names_and_customers_come_first():
    lane = curve([Emotion(1, perspective="employee"), Emotion(-1)], [Emotion(0, perspective="management")])
    assert [one.name for one in lane.series] == ["customer", "employee", "management"]
    assert curve([Emotion(1)]).series[0].name == ""


def test_more_than_four_series_are_said_and_not_drawn():
    held = [Emotion(1, perspective=one) for one in ("customer", "employee", "management", "designer", "partner")]
    diagram = journey_map(journey(held))
    assert len(next(one for one in diagram.lanes if one.key == "emotions").series) == 4
    assert "Not drawn for lack of room: the readings of partner." in diagram.footnotes


def test_what_is_intended_is_a_series_of_its_own():
    lane = curve([Emotion(-1, basis="measured")], [Emotion(1, basis="intended")])
    assert [(one.name, one.points[0].basis) for one in lane.series] == [("customer", "measured"), ("customer, intended", "intended")]
    assert lane.note == "emotion; weakest basis: intended"
    assert lane.gaps == ()


def test_the_mean_leaves_out_what_is_intended():
    tracks = tracks_of(journey([Emotion(-1)], [Emotion(2, basis="intended")]))
    assert course_of(tracks[0].readings).mean == -1


def test_readings_of_several_dates_are_their_median():
    (series,) = curve([Emotion(-2, as_of=2023), Emotion(1, as_of=2024), Emotion(2, as_of=2025, note="Better now")]).series
    (point,) = series.points
    assert (point.value, point.text, point.reason) == (1, "+1", "Better now")
    assert "2023" in point.tip


def test_ties_of_the_peak_go_to_the_negative():
    assert course_of(tracks_of(journey([Emotion(2)], [Emotion(-2)], [Emotion(1)]))[0].readings).peak_end == -0.5


def test_no_fall_across_a_gap():
    assert course_of(tracks_of(journey([Emotion(2)], (), [Emotion(-2)]))[0].readings).drop is None


def test_one_reading_has_a_mean_and_no_peak_end():
    assert [one.line for one in journey_map(journey([Emotion(0.04)])).facts][-1] == "Mean 0"


def test_extremes_are_at_most_one_above_and_one_below():
    (series,) = curve([Emotion(2)], [Emotion(2)], [Emotion(-2)], [Emotion(-2)]).series
    assert [one.extreme for one in series.points] == [True, False, True, False]
    assert not any(one.extreme for one in curve([Emotion(0)], [Emotion(0)]).series[0].points)


def test_the_reason_is_the_first_that_is_short():
    long = "A long remark about what was said and why it was said, in many words"
    assert curve([Emotion(1, note="Short", label="joy")]).series[0].points[0].reason == "Short"
    assert curve([Emotion(1, note=long, label="joy")]).series[0].points[0].reason == "joy"
    assert curve([Emotion(1, quote="Lovely")]).series[0].points[0].reason == "“Lovely”"
    cut = curve([Emotion(1, note=long)]).series[0].points[0]
    assert (cut.reason, long in cut.tip) == ("A long remark about what was said and why it…", True)


def test_spread_and_number_of_people_are_kept():
    (point,) = curve([Emotion(1, basis="measured", n=1436, sd=0.5)]).series[0].points
    assert (point.spread, point.basis) == (0.5, "measured")
    assert "1,436 asked" in point.tip


def test_findings_of_other_shapes():
    def finding(*values):
        return journey_map(journey(*([Emotion(one)] if one is not None else () for one in values))).finding

    assert finding(1, 1) == "Every reading is +1."
    assert finding(-1) == "The one reading is −1, at “Step 0”."
    assert finding(-1, -2) == "“Step 1” is the low point (−2)."
    assert finding(0, 2) == "“Step 1” is the high point (+2), “Step 0” the low point (0)."
    assert finding(0, -1, None, 2) == "“Step 3” is the high point. The mood falls most, by one step, from “Step 0” to “Step 1”."
    assert finding(None) == "How it feels has not been asked yet; one contact has no accountable owner."


def test_several_moments_of_one_touchpoint_are_readings_too():
    only = Touchpoint("Asks", owner="Sales", emotion={"before": -2, "during": -2})
    assert journey_map(Journey("Buy", stages=[Stage("Learn", [only])])).finding == "Every reading is −2."


@pytest.mark.parametrize(
    ("second", "said"),
    [("40 min", "It takes 50 minutes, within the aim of 60 minutes."), (None, ""), ("80 min", "It takes 90 minutes where 60 was the aim.")],
)
def test_a_target_of_the_whole_is_kept_only_where_every_time_is_known(second, said):
    steps = [Touchpoint("Asks", duration="10 min"), Touchpoint("Pays", duration=second)]
    held = Portfolio(
        kpis=[KPI("Time", id="time", unit="min", direction="lower", target=60)],
        journeys=[Journey("I buy", kpis=["time"], stages=[Stage("Deal", steps)])],
    )
    finding = journey_map(held.journeys[0]).finding.replace("\N{NO-BREAK SPACE}", " ")
    assert ("takes" in finding) == bool(said)
    assert said in finding
