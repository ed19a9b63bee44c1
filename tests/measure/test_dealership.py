"""The numbers of the two examples, computed by hand from the published studies."""

from datetime import date, timedelta

import pytest
from attrs import evolve
from examples.dealership import book
from examples.hotel import book as hotel

from journeykit import measure
from journeykit.model import Journey, Stage

BUY = book.journeys["buy-a-car"]
STAY = hotel.journeys["hotel-stay"]


def test_the_curve_has_seven_readings_and_four_gaps() -> None:
    curve = measure.emotion_curve(BUY)
    assert [(one.touchpoint, one.valence) for one in curve.points] == [
        ("needs", 1),
        ("test-drive", 2),
        ("negotiate", -1),
        ("trade-in", -1),
        ("wait", -2),
        ("finance", -1),
        ("look-back", 1),
    ]
    assert curve.coverage == pytest.approx(7 / 11)
    assert [one.where.split("'")[5] for one in curve.missing] == ["research", "dealer-website", "arrive", "delivery"]
    assert curve.basis == ("derived",)


def test_the_statistics_of_the_curve() -> None:
    curve = measure.emotion_curve(BUY)
    assert curve.value == pytest.approx(-0.143, abs=5e-4)
    assert curve.trough is not None
    assert curve.trough.touchpoint == "wait"
    assert curve.largest_drop is not None
    assert (curve.largest_drop.start, curve.largest_drop.end, curve.largest_drop.change) == ("test-drive", "negotiate", -3)
    assert (curve.range, curve.recovery, curve.sign_changes) == (4, 3, 2)
    # by hand: 2/3 of the way from +2 to -1 is at 0; then -1 -1, -1 -2, -2 -1; the gap before the end adds nothing
    assert curve.area_below_zero == pytest.approx(1 / 6 + 1 + 1.5 + 1.5)


def test_peak_and_end_tie_to_the_negative_side() -> None:
    found = measure.peak_end(BUY)
    assert found.value == -0.5
    assert found.peak is not None
    assert (found.peak.touchpoint, found.peak.valence) == ("wait", -2)
    assert found.end is not None
    assert (found.end.touchpoint, found.end.moment) == ("look-back", "after")
    assert "duration" in found.notes[0]


def test_a_journey_without_readings_has_no_curve() -> None:
    curve = measure.emotion_curve(STAY, perspective="designer")
    assert curve.value is None
    assert curve.points == ()
    assert curve.coverage == 0
    assert "No emotion readings" in curve.sentence
    assert measure.peak_end(STAY).value is None


def test_in_store_time_is_157_minutes_against_90() -> None:
    found = measure.time(BUY, target="90 min")
    assert (found.value, found.over) == (157, 67)
    assert found.over_share == pytest.approx(0.744, abs=1e-3)
    assert not found.is_complete
    assert found.expected is None
    assert len(found.missing) == 8
    assert "+67 min against 90 min (74 %)" in found.sentence


def test_idle_time_of_another_study_is_not_added() -> None:
    used = {one.where for one in measure.time(BUY).used}
    assert {path.split(".")[-1] for path in used} == {"duration"}


def test_stage_times_add_up_to_the_whole() -> None:
    found = measure.time(BUY)
    assert sum(one.duration or 0 for one in found.stages) == found.value
    assert {one.stage: one.duration for one in found.stages} == {"learn": None, "visit": None, "deal": 157, "own": None}


def test_the_future_with_online_papers_still_misses_its_target() -> None:
    stages = [
        evolve(
            stage, touchpoints=[evolve(one, duration=timedelta(minutes=16)) if one.id == "finance" else one for one in stage.touchpoints]
        )
        for stage in BUY.stages
    ]
    future = evolve(BUY, id="buy-2027", state="future", stages=stages)
    found = measure.time(future, target="90 min")
    assert (found.value, found.over) == (112, 22)
    assert found.basis == ("intended",)


def test_the_time_kpi_is_off_by_67() -> None:
    state = next(one for one in measure.kpi_status(BUY).states if one.kpi == "time-in-store")
    assert (state.status, state.value, state.to_target, state.previous) == ("off", 157, 67, None)


def test_without_n_no_margin_is_invented() -> None:
    states = {one.kpi: one for one in measure.kpi_status(BUY).states if not one.anchor}
    assert (states["nps-store"].change, states["nps-store"].verdict, states["nps-store"].interval) == (-19, "margin unknown", None)
    assert any(one.where == "kpis['sat-time'].method" for one in measure.kpi_status(BUY).missing)


def test_a_trend_needs_three_dated_values() -> None:
    states = {one.kpi: one for one in measure.kpi_status(BUY).states if not one.anchor}
    assert states["over-2h"].periods == 3
    assert states["over-2h"].sources_differ
    assert states["under-1h"].trend is None


def test_a_figure_is_stale_only_when_a_date_is_given() -> None:
    kpis = [evolve(one, period="yearly") for one in book.kpis]
    dated = evolve(book, kpis=kpis)
    now = {one.kpi: one.status for one in measure.kpi_status(dated, today=date(2026, 6, 30)).states if not one.anchor}
    assert (now["sat-time"], now["nps-store"]) == ("stale", "no_target")
    assert "stale" not in {one.status for one in measure.kpi_status(dated).states}


def test_faster_but_worse() -> None:
    found = measure.operational_experience(BUY)
    assert found.value == ("faster but worse",)
    (one,) = found.joined
    assert (one.anchor, one.before, one.after) == ("buy-a-car", "2024", "2025")
    assert {move.kpi: move.is_better for move in one.movements} == {
        "over-2h": True,
        "under-1h": True,
        "nps-store": False,
        "nps-online": False,
        "problems": False,
    }
    assert found.correlations == ()
    assert "2024 to 2025: faster but worse" in found.sentence


def test_pains_without_severity_are_listed_apart_by_frequency() -> None:
    found = measure.pain_ranking(book)
    assert found.value == ("time", "price", "offer", "salespeople", "financing")
    apart = found.group("severity_not_rated")
    assert [one.frequency for one in apart] == [0.41, 0.37, 0.24, 0.19, 0.18]
    assert [(one.low, one.high) for one in apart] == [
        (0, pytest.approx(f * w)) for f, w in ((0.41, 2), (0.37, 1.5), (0.24, 1), (0.19, 1.5), (0.18, 2))
    ]
    assert {one.insight for one in found.group("not_rankable")} == {"retyping", "left-alone"}
    assert found.group("ranked") == ()
    assert measure.pain_ranking(BUY).value == found.value


def test_coverages() -> None:
    assert measure.emotion_coverage(BUY).value == pytest.approx(7 / 11)
    assert measure.evidence_coverage(BUY).counts == (("indicated", 7), ("internal", 2), ("triangulated", 2))
    assert measure.listening_coverage(BUY).covered == ("arrive", "negotiate", "trade-in", "finance")
    assert measure.blueprint_coverage(STAY).value == 1
    assert measure.blueprint_coverage(BUY).covered == ("negotiate", "finance")
    assert measure.lifecycle_coverage(book).holes == ("support", "leave")
    assert measure.persona_coverage(book).value == 1


def test_owners_are_missing() -> None:
    found = measure.ownership(BUY)
    assert (found.value, len(found.orphans)) == (0, 8)
    assert "research" not in found.orphans  # nobody of the brand controls it
    assert measure.ownership(STAY).orphans == ("t1", "t3", "t4", "t5", "t7")


def test_the_widest_seam_is_where_the_emotion_falls() -> None:
    found = measure.seams(BUY)
    assert found.widest is not None
    assert (found.widest.start, found.widest.end, found.widest.drop, found.widest.changes) == ("test-drive", "negotiate", 3, ("stage",))
    assert found.widest.is_seamless is False
    assert "owner" in found.widest.unknown


def test_moments_show_where_people_decided_otherwise() -> None:
    found = measure.moments(BUY)
    assert found.critical == "finance"
    assert found.value == ("test-drive", "wait", "negotiate")
    assert found.not_chosen == ("wait",)
    assert found.not_proposed == ("finance",)
    assert "negotiate" in {one.touchpoint for one in found.candidates if "largest drop in emotion" in one.cues}


def test_channels_and_switches() -> None:
    assert measure.channels(BUY).matrix()[0] == ("Stage", "Third-party sites", "Dealer’s website", "Showroom, face to face")
    switches = measure.channel_switches(BUY).switches
    assert [(one.start, one.end, one.is_forced, one.crosses) for one in switches] == [
        ("research", "dealer-website", True, ""),
        ("dealer-website", "arrive", True, "digital to human"),
    ]
    assert measure.contacts_before(BUY).value == 7


def test_an_action_without_inputs_has_no_business_case() -> None:
    found = measure.business_case(book)
    assert found.value == ()
    assert {one.where for one in found.missing} == {"actions['doc-help'].benefits", "actions['online-deal'].benefits"}
    assert measure.business_case(BUY).items == found.items


def test_impact_up_and_downstream() -> None:
    found = measure.impact(book, at="wait")
    assert [(one.place, one.polarity) for one in found.upstream] == [("buy-a-car/desk-the-deal", -1)]
    assert found.downstream == ()


def test_stakeholders_of_the_hotel() -> None:
    found = measure.stakeholders(hotel)
    counts = {one.actor: (one.touchpoints, one.activities) for one in found.items}
    assert counts["bellboy"] == (2, 3)
    assert counts["sys-registration"] == (2, 1)
    assert measure.complexity(STAY).most == "t4"


def test_a_portfolio_gives_one_result_a_journey() -> None:
    two = evolve(book, journeys=[BUY, Journey("I sell a car", id="sell-a-car", persona="buyer", stages=[Stage("All")])])
    found = measure.emotion_curve(two)
    assert [one.about for one in found] == ["buy-a-car", "sell-a-car"]
    assert found["sell-a-car"].value is None
    assert found.value["buy-a-car"] == found[0].value
    assert {row["journey"] for row in found.rows()} == {"buy-a-car"}
    assert found.to_table()[0][0] == "Journey"
    with pytest.raises(KeyError):
        found["rent-a-car"]
