"""Curves and rankings at their edges."""

import pytest

from journeykit import measure
from journeykit.model import (
    Emotion,
    Insight,
    Link,
    Opportunity,
    Portfolio,
    Source,
    Touchpoint,
)
from tests.measure.building import journey


def test_intended_readings_are_another_series() -> None:
    wished = Emotion(2, basis="intended", moment="after")
    held = journey(Touchpoint("Asks", emotions=[Emotion(-1, basis="measured"), wished]), Touchpoint("Pays", emotions=[wished]))
    curve = measure.emotion_curve(held)
    assert (curve.value, curve.kind, curve.others) == (-1, "felt", (("customer", "intended"),))
    assert measure.emotion_curve(held, kind="intended").value == 2
    assert measure.emotion_coverage(held).value == 0.5
    only = measure.emotion_curve(journey(Touchpoint("Pays", emotions=[wished])))
    assert (only.kind, only.basis, only.notes) == ("intended", ("intended",), ("Readings are intended, not felt.",))


def test_readings_of_several_dates_show_their_median_and_spread() -> None:
    values = [Emotion(value, as_of=year) for value, year in ((-2, 2023), (0, 2024), (1, 2025))]
    held = journey(Touchpoint("Asks", emotions=values))
    assert [(one.valence, one.n, one.spread) for one in measure.emotion_curve(held).points] == [(0, 3, 3)]
    assert measure.emotion_curve(held, several="mean").value == pytest.approx(-1 / 3)


def test_nothing_falls_across_a_gap() -> None:
    held = journey(Touchpoint("A", emotion=2), Touchpoint("B"), Touchpoint("C", emotion=-2))
    curve = measure.emotion_curve(held)
    assert curve.largest_drop is None
    assert curve.area_below_zero == 0


def test_a_fall_is_between_steps_that_somebody_takes_one_after_the_other() -> None:
    steps = [Touchpoint("Eats", emotion=2), Touchpoint("Complains", emotion=-2, optional=True), Touchpoint("Rates", emotion=1)]
    usual = measure.emotion_curve(journey(*steps))
    assert usual.largest_drop == measure.Change("eats", "during", "complains", "during", -4)
    two_ways = [
        Touchpoint("Pays", emotion=0),
        Touchpoint("Gets a seat", emotion=2),
        Touchpoint("Is sent away", emotion=-1),
        Touchpoint("Leaves"),
    ]
    links = [Link(source="pays", target=to, kind="branch", probability=0.5) for to in ("gets-a-seat", "is-sent-away")]
    links.append(Link(source="gets-a-seat", target="leaves", kind="sequence", required=False))
    apart = measure.emotion_curve(journey(*two_ways, links=links))
    assert apart.largest_drop == measure.Change("pays", "during", "is-sent-away", "during", -1)


def test_a_fall_from_before_to_after_counts() -> None:
    curve = measure.emotion_curve(journey(Touchpoint("A", emotion={"before": 2, "during": 0, "after": -1})))
    assert curve.largest_drop == measure.Change("a", "before", "a", "after", -3)


def test_the_area_along_time_needs_every_duration() -> None:
    steps = [Touchpoint("A", emotion={"before": -1, "after": -1}, duration="10 min"), Touchpoint("B", emotion=-1, wait_before="5 min")]
    unknown = measure.emotion_curve(journey(*steps), along="time")
    assert unknown.area_below_zero is None
    assert unknown.missing[-1].where.endswith("['b'].duration")
    known = measure.emotion_curve(journey(steps[0], Touchpoint("B", emotion=-1, wait_before="5 min", duration="4 min")), along="time")
    assert known.area_below_zero == pytest.approx(10 + 5 + 2)


def test_the_perspective_of_a_journey_is_that_of_its_readings() -> None:
    held = journey(Touchpoint("A", emotions=[Emotion(1), Emotion(-2, perspective="employee")]), perspective="designer")
    assert measure.emotion_curve(held).n == 0
    assert measure.emotion_curve(held, perspective="employee").value == -2
    assert measure.emotion_curve(held, perspective="designer").value == 1


def test_an_unknown_frequency_is_a_range_sorted_by_its_upper_end() -> None:
    pains = [Insight("Known", severity=4, frequency=0.4), Insight("Unknown", severity=2), Insight("Worst", severity=4, frequency=0.6)]
    found = measure.pain_ranking(journey(Touchpoint("A", pains=pains, matters=True)))
    assert [(one.text, one.low, one.high) for one in found.items] == [
        ("Worst", pytest.approx(0.9), pytest.approx(0.9)),
        ("Unknown", pytest.approx(0.075), 0.75),
        ("Known", pytest.approx(0.6), pytest.approx(0.6)),
    ]
    assert [one.where for one in found.missing] == ["journeys['buy'].stages['all'].touchpoints['a'].pains[1].frequency"]


def test_closed_pains_are_not_ranked_and_ties_go_to_the_evidence() -> None:
    heard = Source("Talks", id="talks", kind="interview", perspective="customer")
    pains = [
        Insight("Guess", severity=2, frequency=0.5),
        Insight("Heard", severity=2, frequency=0.5, sources=["talks"]),
        Insight("Gone", severity=4, frequency=1, status="resolved"),
    ]
    found = measure.pain_ranking(Portfolio("B", sources=[heard], journeys=[journey(Touchpoint("A", pains=pains))]))
    assert [one.text for one in found.items] == ["Heard", "Guess", "Gone"]
    assert found.items[-1].rank is None
    assert found.basis == ("assumed", "indicated")


def test_gains_are_ranked_apart_from_pains() -> None:
    held = journey(Touchpoint("A", pains=["Slow"], gains=[Insight("Kind", kind="gain", severity=3, frequency=0.5)]))
    assert [one.text for one in measure.gain_ranking(held).items] == ["Kind"]
    assert [one.text for one in measure.pain_ranking(held).items] == ["Slow"]


def test_opportunities_in_four_ways() -> None:
    chances = [
        Opportunity("Sure", reach=1000, impact=2, confidence=1, effort=1, customer_value=4, business_value=5),
        Opportunity("Close", reach=1000, impact=2, confidence=0.8, effort=1),
        Opportunity("Small", reach=10, impact=0.25, confidence=0.5, effort=6),
        Opportunity("Free", reach=10, impact=1, confidence=1, effort=0),
        Opportunity("Open"),
    ]
    found = measure.opportunity_ranking(journey(Touchpoint("A", opportunities=chances, importance=5, emotion=-1)))
    rows = {one.statement: one for one in found.items}
    assert [rows[name].rice for name in ("Sure", "Close", "Small", "Free", "Open")] == [
        2000,
        1600,
        pytest.approx(0.2083, abs=1e-3),
        None,
        None,
    ]
    assert [rows[name].quadrant for name in ("Sure", "Small", "Free", "Open")] == ["quick win", "thankless", "fill-in", None]
    assert (rows["Sure"].importance, rows["Sure"].satisfaction, rows["Sure"].importance_satisfaction, rows["Sure"].value_product) == (
        10,
        2.5,
        17.5,
        20,
    )
    assert rows["Free"].missing == ("effort above 0",)
    assert (rows["Sure"].rank_at_best, rows["Sure"].rank_at_worst, rows["Small"].rank_at_best) == (1, 2, 3)
    assert found.is_stable is False
    assert measure.opportunity_ranking(journey(Touchpoint("A", opportunities=chances)), give=0.02).is_stable is True
    assert found.without_reach == ("buy/a/open",)
    assert len(found.without_evidence) == 5


def test_satisfaction_is_never_guessed() -> None:
    found = measure.opportunity_ranking(journey(Touchpoint("A", opportunities=["Less waiting"], importance=5)))
    assert found.items[0].importance_satisfaction is None


def test_a_plan_says_that_nobody_has_lived_it() -> None:
    assert "assumptions" in measure.emotion_curve(journey(Touchpoint("A", emotion=1), state="future")).notes[0]
    assert measure.emotion_curve(journey(Touchpoint("A", emotion=1))).notes == ()


def test_evidence_of_the_library_counts_where_it_names_the_touchpoint() -> None:
    heard = Source("Talks", id="talks", kind="interview", perspective="customer")
    insights = [
        Insight("Slow", anchors=["buy/a"], sources=["talks"]),
        Insight("No", anchors=["buy/b"], sources=["talks"], status="refuted"),
    ]
    book = Portfolio("B", sources=[heard], insights=insights, journeys=[journey(Touchpoint("A"), Touchpoint("B"))])
    assert measure.evidence_coverage(book.journeys[0]).covered == ("a",)
