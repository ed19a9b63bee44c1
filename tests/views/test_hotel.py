"""A hotel stay that nobody was asked about: the picture says what is missing and invents nothing."""

import pytest

from journeykit.model import Journey, Stage, Touchpoint
from journeykit.views import journey_map


def hotel() -> Journey:
    return Journey(
        "I stay one night at the hotel", id="hotel-stay", perspective="designer", sources=["blueprint"],
        stages=[
            Stage("Before arrival", Touchpoint("Makes a reservation", counterparts=["Reservation staff"], fail_point="Overbooked")),
            Stage("Arrival", [
                Touchpoint("Arrives at the hotel", kind="action", fail_point="Car park full"),
                Touchpoint("Hands over the bags", counterparts=["Bell boy"]),
                Touchpoint("Checks in and gets the bags", counterparts=["Receptionist", "Bell boy"], fail_point="System down"),
            ]),
            Stage("Stay", [
                Touchpoint("Has a meal brought", counterparts=["Room service"], fail_point="Late or cold"),
                Touchpoint("Uses room and house", kind="action"),
            ]),
            Stage("Departure", Touchpoint("Checks out", counterparts=["Receptionist"], fail_point="System down")),
        ],
    )  # fmt: skip


@pytest.fixture(scope="module")
def diagram():
    return journey_map(hotel())


def test_four_stages_and_seven_touchpoints(diagram):
    assert [(one.start, one.end) for one in diagram.bands] == [(0, 0), (1, 3), (4, 5), (6, 6)]
    assert [one.kind for one in diagram.columns] == ["contact", "alone", "contact", "contact", "contact", "alone", "contact"]
    assert "4 stages, 7 touchpoints" in [one.line for one in diagram.facts]


def test_it_is_a_hypothesis_from_another_point_of_view(diagram):
    assert [(one.text, one.style) for one in diagram.badges][-2:] == [("Hypothesis", "dashed"), ("Designers’ view", "outline")]


def test_without_readings_there_is_no_curve_and_no_mean(diagram):
    assert "emotions" not in {one.key for one in diagram.lanes}
    assert "Mean" not in "".join(one.line for one in diagram.facts)
    assert "No touchpoint has a reading of feelings." in diagram.description


def test_the_finding_says_what_is_missing(diagram):
    assert diagram.finding == (
        "How it feels has not been asked yet; five contacts have no accountable owner; five points where it can fail are known."
    )


def test_a_persona_that_is_not_named_is_said(diagram):
    assert diagram.facts[0].line == "No persona named"
