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
    assert lines[0] == "Current state. Generalised map. Draft 0.1."
    assert lines[1].startswith("“Test drives the car” is the high point.")
    assert "worst (−2) at 8 Waits" in lines[2]
    assert "Critical moment: 9 Settles finance, insurance and paperwork." in lines[2]
    assert lines[3] == "Stage 1, Learning: 1 Researches online (not ours); 2 Checks the dealer’s website."
    assert [line.split(",")[0] for line in lines[3:7]] == ["Stage 1", "Stage 2", "Stage 3", "Stage 4"]
    assert "8 Waits (−2; own action, no contact)" in lines[5]
    assert lines[7] == "First among the pains: “The time it all took” (41\N{NO-BREAK SPACE}%)."
    assert lines[8].startswith("Key figures: ")
    assert lines[9].startswith("How it feels is not known at 4 touchpoints: 1 Researches online,")
    assert lines[9].endswith("8 contacts have no accountable owner.")


@pytest.mark.parametrize(("language", "stage"), [("de", "Phase 1, Learning: "), ("ar", "المرحلة 1، ")])
def test_it_is_told_in_the_language_asked_for(language: str, stage: str) -> None:
    assert told("dealership", language=language)[3].startswith(stage)


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
    assert "\nStage 2, Arrival: 2 Arrives at the hotel (own action, no contact);" in text
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


def test_a_map_tells_its_key_figures() -> None:
    text = "\n".join(told("dealership"))
    assert "\nKey figures: Time at the dealership 157 min, " in text.replace("\N{NO-BREAK SPACE}", " ")


def test_curves_tell_their_ends_and_where_nobody_was_asked() -> None:
    _, finding, *curves = told("dealership", view="emotion-curves")
    assert finding.startswith("“Test drives the car” is the high point.")
    (line,) = curves
    for part in ("High: “Test drives the car” (5), +2", "Low: “Waits” (8), −2", "End: “Looks back on the purchase” (11), after, +1"):
        assert part in line
    assert line.endswith("no reading: 1 Researches online, 2 Checks the dealer’s website, 3 Arrives and is received and 10 Takes delivery.")


def test_a_touchpoint_tells_its_pains_and_unmet_expectations() -> None:
    text = "\n".join(told("dealership", view="touchpoint")).replace("\N{NO-BREAK SPACE}", " ")
    assert "\nExpects: Papers done in the expected time; primary expectation; not met.\n" in text
    assert "\nLearned here: The time it all took; pain; 41 %; severity not rated; Understanding" in text
    assert "nothing recorded" not in text


def test_a_persona_tells_what_is_known_and_not_only_what_is_not() -> None:
    first, *lines = told("dealership", view="persona")
    assert first.startswith("New-vehicle buyer, People who buy a new car in the US. Not known: age")
    assert any(one.startswith("Disappointed by, on the journeys: The time it all took") for one in lines)
    assert not any("not known" in one for one in lines)


def test_who_does_what_holds_every_row_and_says_where_nobody_is_accountable() -> None:
    header, *rows = jk.render(jk.load(EXAMPLES / "dealership.yaml"), view="rasci", journey=0).to_table()
    assert header[0] == "Touchpoint"
    assert header[-1] == "Accountable"
    assert len(rows) == 14
    assert [row[-1] for row in rows].count("nobody") == 11


def test_an_atlas_says_what_is_not_mapped_and_how_a_journey_is_felt() -> None:
    header, row = jk.render(jk.load(EXAMPLES / "dealership.yaml"), view="atlas").to_table()
    assert dict(zip(header, row, strict=True))["Leave"] == "not mapped"
    assert "−0.5 peak and end" in row[1]


def test_pains_that_nobody_rated_stand_as_they_were_written() -> None:
    here = jk.Touchpoint("x", pains=["Zebra first", "Apple second"])
    drawn = jk.render(jk.Journey("J", stages=[jk.Stage("A", [here, jk.Touchpoint("y", pains=["Beta third"])])]))
    assert drawn.text.index("Zebra") < drawn.text.index("Apple") < drawn.text.index("Beta")
