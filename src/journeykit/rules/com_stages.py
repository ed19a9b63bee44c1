"""COM, third part: what every stage says."""

from collections.abc import Iterator

from ._facts import JourneyFacts, StageAt
from ._finding import Hit
from ._rule import rule


def _priorities(one: StageAt) -> set[str]:
    held = [*one.stage.expectations, *(each for column in one.columns for each in column.touchpoint.expectations)]
    return {each.priority for each in held}


@rule("COM-10", "stage-without-expectation", of="journey", warning="publish")
def stage_without_expectation(at: JourneyFacts) -> Iterator[Hit]:
    """Every stage has a primary expectation, its own or one at its touchpoints. Where it has secondary ones alone, COM-11 says so.

    Why it matters:
        Experience is measured against what was expected.

    Fails:
        Journey("I rent", stages=[Stage("Return", [Touchpoint("Returns the car")])])

    Passes:
        Journey("I rent", stages=[Stage("Return", [Touchpoint("Returns the car")], expectations="No queue")])

    How to fix:
        Ask customers what they count on in this stage, and add it.

    Source:
        The articles on mapping with stages: primary and secondary expectations.
    """
    if at.is_design:
        for one in at.stages:
            if one.columns and not _priorities(one) & {"primary", "secondary"}:
                yield Hit(one.spot, f"Stage {one.spot} has no primary expectation.")


@rule("COM-11", "secondary-expectations-only", of="journey", info="publish")
def secondary_expectations_only(at: JourneyFacts) -> Iterator[Hit]:
    """No stage has secondary expectations and no primary one.

    Why it matters:
        Where nothing comes first, the order of priority says nothing.

    Fails:
        Journey("I rent", stages=[Stage("Return", [Touchpoint("Returns it")], expectations=Expectation("A coffee", priority="secondary"))])

    Passes:
        Journey("I rent", stages=[Stage("Return", [Touchpoint("Returns it")], expectations=["No queue", Expectation("A coffee", priority="secondary")])])

    How to fix:
        Say which of them customers would not do without.

    Source:
        The articles on mapping with stages.
    """
    if at.is_design:
        for one in at.stages:
            if _priorities(one) == {"secondary"}:
                yield Hit(one.spot, f"Stage {one.spot} lists only secondary expectations.")


@rule("COM-12", "stage-without-pain-or-gain", of="journey", warning="publish")
def stage_without_pain_or_gain(at: JourneyFacts) -> Iterator[Hit]:
    """Every stage of a map of today has a pain or a gain, at its touchpoints or itself.

    Why it matters:
        What hurts and what pleases is what a map is drawn for. That research found nothing is said with `allow` and a reason.

    Fails:
        Journey("I rent", stages=[Stage("Return", [Touchpoint("Returns the car")])])

    Passes:
        Journey("I rent", stages=[Stage("Return", [Touchpoint("Returns the car", pains="Nobody there")])])

    How to fix:
        Add it; or accept the finding with a reason: research found none.

    Source:
        The articles on mapping with stages: pains and delights are elements of every map.
    """
    if not at.is_map or at.journey.state == "future":
        return
    for one in at.stages:
        places = [one.spot.id, *(column.place for column in one.columns)]
        held = (each.insight.kind for place in places for each in at.facts.insights_at.get(place, ()))
        if one.columns and not any(kind in {"pain", "gain"} for kind in held):
            yield Hit(one.spot, f"Stage {one.spot} shows neither a pain nor a gain.")
