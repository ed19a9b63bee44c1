"""A journey in sentences, for those who do not see its picture."""

from pathlib import Path

import pytest
from hypothesis import given

import journeykit as jk
from journeykit.testing import journeys
from journeykit.views import view

EXAMPLES = Path(__file__).parents[2] / "examples"


def told(name: str, **options: str) -> list[str]:
    return jk.render(jk.load(EXAMPLES / f"{name}.yaml").journeys[0], **options).describe().splitlines()


def test_a_journey_is_told_overview_stages_pain_gaps() -> None:
    lines = told("dealership")
    assert lines[0].startswith("“Test drives the car” is the high point.")
    assert "worst at 8 Waits (−2)" in lines[1]
    assert "Critical moment: 9 Settles finance, insurance and paperwork." in lines[1]
    assert lines[2] == "Stage 1, Learning: 1 Researches online; 2 Checks the dealer’s website."
    assert [line.split(",")[0] for line in lines[2:6]] == ["Stage 1", "Stage 2", "Stage 3", "Stage 4"]
    assert "8 Waits (−2)" in lines[4]
    assert lines[6] == "First among the pains: “The time it all took” (41\N{NO-BREAK SPACE}%)."
    assert lines[7].startswith("How it feels is not known at 4 touchpoints: 1 Researches online,")
    assert lines[7].endswith("8 contacts have no accountable owner.")


@pytest.mark.parametrize(("language", "stage"), [("de", "Phase 1, Learning: "), ("ar", "المرحلة 1، ")])
def test_it_is_told_in_the_language_asked_for(language: str, stage: str) -> None:
    assert told("dealership", language=language)[2].startswith(stage)


def test_a_long_stage_is_told_in_short_and_a_long_gap_is_counted() -> None:
    points = [jk.Touchpoint(f"Step {at}", emotion=at % 3 - 1 if at < 12 else None) for at in range(20)]
    lines = jk.render(jk.Journey("I buy", stages=[jk.Stage("Learn", points)])).describe().splitlines()
    assert "Stage 1, Learn: 20 touchpoints, from 1 Step 0 to 20 Step 19; feeling from −1 to +1, 12 of 20 read." in lines
    assert (
        "How it feels is not known at 8 touchpoints: 13 Step 12, 14 Step 13, 15 Step 14, 16 Step 15, 17 Step 16, 18 Step 17 and 2 more."
        in (lines[-1])
    )


def test_a_blueprint_tells_its_stages_too_and_names_missing_owners_once() -> None:
    text = "\n".join(told("hotel", view="service-blueprint"))
    assert "\nStage 2, Arrival: 2 Arrives at the hotel;" in text
    assert "13 links" in text
    assert text.count("owner") == 1


@pytest.mark.parametrize("name", ["rasci", "roadmap", "atlas", "stakeholder-map", "opportunity-tree"])
def test_a_table_is_told_row_by_row(name: str) -> None:
    drawn = jk.render(jk.load(EXAMPLES / "dealership.yaml"), view=name, journey=0)
    first, *rows = drawn.describe().splitlines()
    assert first == drawn.diagram.description
    assert len(rows) == len(drawn.to_table()) - 1 > 0
    cell = next(one for one in drawn.to_table()[1] if one)
    assert cell in rows[0]


def test_an_empty_journey_says_what_is_missing() -> None:
    assert jk.render(jk.Journey("I buy")).describe() == view("journey-map")(jk.Journey("I buy")).finding


@given(journeys())
def test_every_stage_that_has_touchpoints_has_its_line(journey: jk.Journey) -> None:
    lines = view("journey-map")(journey, language="en").telling.splitlines()
    assert sum(line.startswith("Stage ") for line in lines) >= sum(bool(one.touchpoints) for one in journey.stages)
