"""Curves side by side: which there are, what each comes to, and that nothing is averaged or joined."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit import loads
from journeykit.errors import UnknownNameError
from journeykit.examples import example
from journeykit.measure import emotion_curve, peak_end
from journeykit.model import Emotion, Journey, Persona, Portfolio, Stage, Touchpoint
from journeykit.testing import portfolios
from journeykit.views.emotion_curves import emotion_curves

BY = ["journey", "persona", "perspective", "version", "channel"]


def journey(title, *values, **fields):
    steps = [Touchpoint(f"Step {at}", emotion=one) for at, one in enumerate(values)]
    return Journey(title, stages=[Stage("All", steps)], **fields)


def panels(*args, **options):
    return emotion_curves(*args, **options).parts[0].panels


def test_the_dealership():
    (one,) = panels(loads(example("dealership")))
    assert one.verdict == "Mean −0.1 · peak–end −0.5"
    assert one.detail == "New-vehicle buyer · derived · n not stated · 7 of 11 touchpoints read"
    assert [(each.kind, each.text, each.title) for each in one.callouts] == [
        ("peak", "+2", "“Test drives the car” (5)"), ("trough", "−2", "“Waits” (8)"), ("end", "+1", "“Looks back on the purchase” (11), after"),
    ]  # fmt: skip
    assert [(each.start, each.end) for each in one.gaps] == [(0, 1), (2, 2), (9, 9)]


def test_what_is_intended_is_a_curve_of_its_own():
    held = Journey(
        "I buy", stages=[Stage("All", [Touchpoint("Pays", emotions=[Emotion(-1), Emotion(2, basis="intended", moment="after")])])]
    )
    assert [one.title for one in panels(held)] == ["Customers", "Customers, as intended"]


def test_each_perspective_has_its_own():
    told = [Emotion(-1), Emotion(2, perspective="employee")]
    held = Journey("I buy", stages=[Stage("All", [Touchpoint("Pays", emotions=told)])])
    assert [(one.title, one.points[0].value) for one in panels(held, by="perspective")] == [("Customers", -1), ("Employees", 2)]


def test_by_persona_in_the_order_of_the_personas():
    held = Portfolio(
        "Cars", personas=[Persona("Ben", id="ben"), Persona("Ana", id="ana")],
        journeys=[journey("A", 1, persona="ana"), journey("B", 2, persona="ben"), journey("C", 0)],
    )  # fmt: skip
    assert [one.title for one in panels(held, by="persona")] == ["Ben", "Ana", "No persona named"]


def test_by_version_in_the_order_of_time():
    told = [
        journey("A", 1, id="c", state="future"), journey("A", 0, id="b", valid_on="2025"), journey("A", -1, id="a", valid_on="2024"),
    ]  # fmt: skip
    held = Portfolio("Cars", journeys=told)
    assert [one.title for one in panels(held, by="version")] == ["Current state · 2024", "Current state · 2025", "Future state"]


def test_by_channel_only_its_touchpoints_count_and_there_is_no_peak_end_of_a_part():
    steps = [
        Touchpoint("A", channel="web", emotion=2),
        Touchpoint("B", channel="shop", emotion=-1),
        Touchpoint("C", channel="web", emotion=1),
    ]
    web, shop = panels(Journey("I buy", stages=[Stage("All", steps)]), by="channel")
    assert (web.title, web.verdict, [one.column for one in web.points]) == ("web", "Mean +1.5", [0, 2])
    assert (shop.title, shop.verdict, shop.gaps) == ("shop", "Mean −1", ())


def test_where_nobody_was_asked_it_is_said():
    (one,) = panels(journey("I buy", None, None))
    assert (one.points, one.empty) == ((), "Nobody was asked.")
    assert emotion_curves(Portfolio("Cars")).finding == "There is no journey to show."
    assert emotion_curves(Portfolio("Cars", journeys=[journey("A", None), journey("B", None)])).finding.endswith(
        "Nobody has been asked yet how it feels."
    )


def test_the_finding_compares_only_what_was_felt():
    wanted = Journey("B", stages=[Stage("All", [Touchpoint("Pays", emotions=[Emotion(2, basis="intended")])])])
    found = emotion_curves(Portfolio("Cars", journeys=[journey("A", 1, -1), wanted])).finding
    assert found == "2 curves: best +1 at “Step 0” (A); worst −1 at “Step 1” (A)."


def test_an_unknown_order_is_refused():
    with pytest.raises(UnknownNameError, match="did you mean 'channel'"):
        emotion_curves(journey("A", 1), by="chanel")


@given(portfolios(), st.sampled_from([None, *BY]), st.sampled_from([None, "de", "ar"]))
def test_no_reading_is_invented_none_is_lost_and_the_numbers_are_those_of_the_measures(held: Portfolio, by, language):
    diagram = emotion_curves(held, by=by, language=language)
    assert diagram.finding
    assert diagram.description
    shown = diagram.parts[0].panels if diagram.parts else ()
    if by in {"journey", "persona", "version"}:
        assert len(shown) == len(held.journeys)
    for one in shown:
        assert all(point.column < one.count for point in one.points)
        read = {point.column for point in one.points}
        gaps = {at for gap in one.gaps for at in range(gap.start, gap.end + 1)}
        assert not read & gaps
        if by != "channel":
            assert read | gaps == set(range(one.count))
        assert bool(one.points) != bool(one.empty) or not one.count
    if by is None:
        count = sum(
            len(emotion_curve(each, perspective=view, kind=kind).points)
            for each in held.journeys
            for view, kind in {(v, k) for e in (emotion_curve(each),) for v, k in (*e.others, (e.perspective, e.kind))}
        )
        assert sum(len(one.points) for one in shown) == count


@given(portfolios())
def test_the_verdict_is_that_of_the_measures(held: Portfolio):
    for one, panel in zip(held.journeys, panels(held, by="journey") if held.journeys else (), strict=True):
        curve, score = emotion_curve(one), peak_end(one).value
        if curve.points and one.perspective == "customer":
            assert (score is None) == ("·" not in panel.verdict)
