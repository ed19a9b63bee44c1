"""One plain sentence for each measure, in full; and what a portfolio's results say together."""

from collections.abc import Callable
from typing import Any

import pytest
from examples.dealership import book

from journeykit import measure
from journeykit.errors import UnknownNameError
from journeykit.model import (
    KPI,
    Action,
    Activity,
    Benefit,
    Expectation,
    Journey,
    Link,
    Measurement,
    Money,
    Opportunity,
    Owner,
    Persona,
    Portfolio,
    Stage,
    Touchpoint,
)
from tests.measure.building import journey

ASK = Touchpoint(
    "Asks", emotion=1, importance=4, owner="sales", channel="phone", counterparts=["sales"], drop_off=0.1, contact_reason="Price"
)
PAY = Touchpoint(
    "Pays", emotion=-2, importance=5, owner="bank", channels=["web", "phone"], counterparts=["bank"], drop_off=0.3, matters=True
)
BOTH = journey(ASK, PAY, critical_moment="pays")
BENEFIT = Benefit(reach=100, change=0.5, value=Money(2, "EUR"))

SENTENCES: list[tuple[Callable[..., Any], Any, str]] = [
    (measure.emotion_curve, BOTH, "Mean emotion −0.5 over 2 of 2 touchpoints; lowest at “Pays” (−2); it falls most, by 3, to “Pays”."),
    (
        measure.emotion_curve,
        journey(*(Touchpoint(f"T{at}", emotion=one) for at, one in enumerate((1, -2, 1, -2)))),
        "Mean emotion −0.5 over 4 of 4 touchpoints; lowest at “T1” and “T3” (−2); it falls most, by 3, at 2 places, first to “T1”.",
    ),
    (
        measure.emotion_curve,
        journey(*(Touchpoint(f"T{at}", emotion=-1) for at in range(5))),
        "Mean emotion −1 over 5 of 5 touchpoints; lowest at 5 touchpoints, first “T0” (−1).",
    ),
    (measure.peak_end, BOTH, "Peak −2 at “Pays” and end −2 give −2; the mean is −0.5."),
    (measure.peak_end, journey(ASK), "No peak-end score: it needs two readings, there is one."),
    (measure.moments, BOTH, "“Pays”, the critical moment as decided, is also the first candidate (score 10)."),
    (measure.moments, journey(ASK), "“Asks” is the first candidate (score 4); no critical moment is decided."),
    (measure.moments, journey(), "Nothing points to a moment that matters."),
    (measure.drop_off, BOTH, "63 % of those who start reach the end; most leave at “Pays” (30 %)."),
    (measure.drop_off, journey(Touchpoint("A")), "No drop-off is known."),
    (measure.ownership, BOTH, "2 of 2 interactions have an owner (100 %); “sales” answers for most, 1 touchpoint."),
    (measure.ownership, journey(), "There are no interactions of brand or partner to own."),
    (measure.handovers, BOTH, "1 handover between owners."),
    (measure.rasci, BOTH, "2 actors with 2 parts in 2 of 2 elements."),
    (measure.channels, BOTH, "2 channels; “phone” is offered most, at 2 of 2 touchpoints."),
    (measure.channels, journey(), "No channel is named."),
    (measure.channel_switches, BOTH, "0 channel switches, 0 of them forced."),
    (measure.seams, BOTH, "The widest seam is between “Asks” and “Pays”: counterpart, owner change, and the emotion falls by 3."),
    (measure.seams, journey(ASK, ASK_AGAIN := Touchpoint("Asks again")), "None of 1 transitions shows a seam in what is recorded."),
    (measure.seams, journey(ASK), "There are no two touchpoints, so there is no seam."),
    (measure.time, journey(), "There are no touchpoints to time."),
    (measure.time, journey(Touchpoint("A", duration="5 min", wait_before="1 min")), "5 min, and 1 min of waiting; longest is “A” (5 min)."),
    (measure.effort, BOTH, "Effort was not measured; counted: 0 customer actions, 2 contacts, 0 channel switches, 1 transfer, 0 repeats."),
    (measure.reliability, BOTH, "It is not known of any touchpoint how often it goes right the first time."),
    (
        measure.contact_reasons,
        BOTH,
        "“Price” is the first of 1 reason (1 touchpoint); whether contacts come from failures is not classified.",
    ),
    (measure.stakeholders, BOTH, "“bank” appears in the most columns (1) of 2 actors."),
    (measure.stakeholders, journey(), "No actor takes part."),
    (measure.complexity, journey(ASK, activities=[Activity("Notes", touchpoints=["asks"])]), "Most activities stand behind “Asks”: 1."),
    (measure.duplicates, BOTH, "0 activities done by more than one actor."),
    (measure.retired_in_use, BOTH, "0 retired actors or systems still in use."),
    (measure.expectation_gaps, journey(Touchpoint("A", expectations=["Quick"])), "Of 1 expectation it is not known whether they were met."),
    (
        measure.expectation_gaps,
        journey(Touchpoint("A", expectations=[Expectation("Quick", met="met")])),
        "0 of 1 expectation with a known outcome fell short.",
    ),
    (measure.pain_ranking, BOTH, "No pain is recorded."),
    (
        measure.pain_ranking,
        journey(Touchpoint("A", pains=["Slow"])),
        "No pain can be ranked: none has a severity or a frequency; 1 statement cannot be ranked.",
    ),
    (measure.opportunity_ranking, BOTH, "No opportunity is recorded."),
    (
        measure.opportunity_ranking,
        journey(Touchpoint("A", opportunities=[Opportunity("Less", reach=1, impact=1, confidence=1, effort=1)])),
        "“Less” comes first of 1 by RICE; 0 cannot be scored.",
    ),
    (
        measure.business_case,
        Portfolio(actions=[Action("Say it", cost=Money(50, "EUR"), benefits=[BENEFIT])]),
        "“Say it” brings 100 EUR a year and pays back in 6 months (inputs assumed).",
    ),
    (measure.business_case, Portfolio(), "No action is recorded."),
    (measure.impact, BOTH, "No effect of one touchpoint on another is recorded."),
    (measure.impact, book, "2 recorded effects, 1 harmful; 0 of those start in another owner's area."),
    (measure.kpi_status, Portfolio(), "No KPI is defined."),
    (
        measure.kpi_status,
        Portfolio(kpis=[KPI("K", direction="lower", target=3, measurements=[Measurement(value=2)])]),
        "1 of 1 measured series can be judged against a target or threshold; none is off.",
    ),
    (measure.emotion_coverage, BOTH, "2 of 2 touchpoints have a reading (100 %)."),
    (measure.evidence_coverage, journey(), "There are no touchpoints to cover."),
    (measure.lifecycle_coverage, BOTH, "0 of 5 parts of the lifecycle are covered; nothing on learn, onboard, use, support, leave."),
    (measure.lifecycle_coverage, Portfolio(), "There are no journeys."),
    (measure.persona_coverage, book, "1 of 1 cell of persona and type has a journey."),
]


@pytest.mark.parametrize(("found", "held", "sentence"), SENTENCES)
def test_the_sentence(found: Callable[..., Any], held: Any, sentence: str) -> None:
    assert found(held).sentence == sentence


def test_results_of_a_portfolio_together() -> None:
    two = Portfolio(
        "B",
        owners=[Owner("S", id="sales"), Owner("K", id="bank")],
        journeys=[journey(ASK), Journey("I sell", id="sell", stages=[Stage("All", [PAY])])],
    )
    found = measure.emotion_curve(two)
    assert len(found) == 2
    assert found[:1].parts == (found["buy"],)
    assert found.sentence == str(found) == "\n".join(one.sentence for one in found)
    assert found.used == found[0].used + found[1].used
    assert found.missing == ()
    assert found.basis == ("assumed",)
    assert measure.peak_end(two).notes == measure.peak_end(BOTH).notes


def test_the_matrix_of_personas_and_types() -> None:
    people = [Persona("Ana", id="ana"), Persona("Ben", id="ben")]
    held = [
        Journey("I buy", id="a", persona="ana", type="use"),
        Journey("I go", id="b", persona="ana", type="exit"),
        Journey("I see", id="c", persona="ben", type="use"),
    ]
    found = measure.persona_coverage(
        Portfolio("B", personas=people, journeys=[*held, Journey("I plan", id="d", state="future", type="renewal")])
    )
    assert (found.value, found.holes) == (0.75, (("ben", "exit"),))
    assert found.matrix() == (("Persona", "use", "exit"), ("ana", "a", "b"), ("ben", "c", ""))


def test_where_most_leave_and_where_responsibility_passes_are_cues() -> None:
    candidates = {one.touchpoint: one.cues for one in measure.moments(BOTH).candidates}
    assert candidates["pays"] == ("last", "handover", "largest drop in emotion", "most leave")
    assert candidates["asks"] == ("first",)


def test_a_target_in_the_middle_is_approached_from_either_side() -> None:
    def verdict(first: float, last: float) -> bool | None:
        values = [Measurement(at=2024, value=first), Measurement(at=2025, value=last)]
        return measure.kpi_status(Portfolio(kpis=[KPI("K", direction="target", target=10, measurements=values)])).states[0].is_better

    assert (verdict(4, 8), verdict(12, 15), verdict(8, 12)) == (True, False, None)


def test_an_unknown_action_is_named() -> None:
    with pytest.raises(UnknownNameError, match="doc-halp"):
        measure.business_case(book, "doc-halp")


def test_effects_up_and_downstream_in_a_sentence() -> None:
    links = [Link(source="asks", target="pays", kind="impact", polarity=-1)]
    assert measure.impact(journey(ASK, PAY, links=links), at="asks").sentence == "“buy/asks” acts on 1 place, and 0 act on it."


def test_one_change_of_channel_is_a_channel_switch() -> None:
    steps = [Touchpoint("Calls", channel="phone"), Touchpoint("Writes", channel="email")]
    assert "1 channel switch, " in measure.effort(journey(*steps)).sentence


def test_feelings_are_rounded_as_the_maps_round_them() -> None:
    steps = [Touchpoint(f"T{at}", emotion=value) for at, value in enumerate((-2, 2, 0, 0, -1, 0, 0))]
    assert measure.emotion_curve(journey(*steps)).sentence.startswith("Mean emotion −0.1 over")
    assert measure.peak_end(journey(*steps)).sentence.endswith("; the mean is −0.1.")
