"""BLU, first half: layers, contacts, waits and failures of the blueprint."""

from collections.abc import Iterator
from datetime import timedelta

from journeykit.model import System, show_duration

from ._facts import ActivityAt, JourneyFacts
from ._finding import Hit
from ._rule import rule
from ._words import joined


def _on_stage(at: JourneyFacts) -> bool:
    return at.is_design and at.is_ours


@rule("BLU-01", "missing-layer", of="journey", error="blueprint")
def missing_layer(at: JourneyFacts) -> Iterator[Hit]:
    """A blueprint has something on stage, and something behind it: backstage or in support.

    Why it matters:
        A blueprint shows what carries the visible acts; one without that is a journey map.

    Fails:
        Journey("I stay", stages=[Stage("Stay", [Touchpoint("Checks in")])], activities=[Activity("Greets", touchpoints="checks-in")])

    Passes:
        Journey("I stay", stages=[Stage("Stay", [Touchpoint("Checks in")])],
                activities=[Activity("Greets", touchpoints="checks-in"), Activity("Cleans", layer="backstage", touchpoints="checks-in")])

    How to fix:
        Map what supports the visible acts.

    Source:
        Bitner, Ostrom and Morgan, five components; 18F, service blueprint.
    """
    if not _on_stage(at) or not at.columns:
        return
    layers = {one.activity.layer for one in at.activities}
    lacking = [] if "frontstage" in layers else ["nothing frontstage"]
    lacking += [] if layers & {"backstage", "support"} else ["nothing backstage or in support"]
    if lacking:
        yield Hit(at.spot, f"The blueprint of {at.spot} has {joined(lacking)}.")


@rule("BLU-02", "nobody-on-stage", of="journey", warning="blueprint")
def nobody_on_stage(at: JourneyFacts) -> Iterator[Hit]:
    """An interaction with the brand has a frontstage activity, a system that the customer meets, or a link of contact to an activity.

    Why it matters:
        Somebody or something must stand on the other side of the line of interaction.

    Fails:
        Journey("I stay", stages=[Stage("Stay", [Touchpoint("Checks in")])])

    Passes:
        Journey("I stay", stages=[Stage("Stay", [Touchpoint("Checks in")])], activities=[Activity("Greets", touchpoints="checks-in")])

    How to fix:
        Add the frontstage act.

    Source:
        Bitner, Ostrom and Morgan: line of interaction.
    """
    if not _on_stage(at):
        return
    met = {one.touchpoint.id for one, _ in at.contacts}
    for one in at.columns:
        held = one.touchpoint
        if not one.is_brand_contact or held.id in met or held.systems:
            continue
        if not any(isinstance(at.facts.actors.get(key), System) for key in held.counterparts) and not any(
            each.activity.layer == "frontstage" for each in at.behind.get(held.id, ())
        ):
            yield Hit(
                one.spot, f"{one.spot} has nobody and nothing on stage: no frontstage activity, and no system that the customer meets."
            )


@rule("BLU-03", "contact-without-physical-evidence", of="journey", warning="blueprint")
def contact_without_physical_evidence(at: JourneyFacts) -> Iterator[Hit]:
    """Every interaction says what the customer sees, hears or holds.

    Why it matters:
        Customers judge what they cannot see by what they can.

    Fails:
        Journey("I rent", stages=[Stage("Sign", [Touchpoint("Receives the contract")])])

    Passes:
        Journey("I rent", stages=[Stage("Sign", [Touchpoint("Receives the contract", physical_evidence="Four pages on paper")])])

    How to fix:
        Add `physical_evidence`.

    Source:
        Bitner, Ostrom and Morgan: evidence is the last step of building a blueprint.
    """
    if at.is_design:
        for one in at.columns:
            if one.is_contact and not one.touchpoint.physical_evidence:
                yield Hit(one.spot, f"{one.spot}: what does the customer see or hold?")


@rule("BLU-05", "hidden-contact", of="journey", info="blueprint")
def hidden_contact(at: JourneyFacts) -> Iterator[Hit]:
    """Whoever is in contact with the customer stands frontstage. By the convention `sight` a voice on the telephone may stand backstage.

    Contact is what a message or a handover joins.

    Why it matters:
        Two conventions are in use; a blueprint that mixes them draws its line of visibility at random.

    Fails:
        Journey("I stay", stages=[Stage("Stay", [Touchpoint("Books")])], links=[Link(source="books", target="takes-the-call", kind="message")],
                activities=[Activity("Takes the call", layer="backstage", touchpoints="books")])

    Passes:
        Journey("I stay", stages=[Stage("Stay", [Touchpoint("Books")])], links=[Link(source="books", target="takes-the-call", kind="message")],
                activities=[Activity("Takes the call", layer="backstage", touchpoints="books")], visibility_convention="sight")

    How to fix:
        Move it frontstage, or change `visibility_convention`.

    Source:
        Bitner, Ostrom and Morgan put what is not seen backstage; digital practice puts all that is perceived frontstage.
    """
    if at.journey.visibility_convention == "sight":
        return
    seen: dict[str, ActivityAt] = {}
    for column, one in at.contacts:
        if one.activity.layer == "backstage" and one.activity.id not in seen:
            seen[one.activity.id] = one
            yield Hit(
                one.spot.at("layer"), f"{one.spot} is in contact with the customer at {column.spot} and stands backstage.", (column.spot,)
            )


@rule("BLU-06", "support-in-contact", of="journey", warning="blueprint")
def support_in_contact(at: JourneyFacts) -> Iterator[Hit]:
    """No message or handover joins a touchpoint and an activity in support, unless the customer meets the system that does it.

    Why it matters:
        The person or the screen in between is missing.

    Fails:
        Journey("I pay", stages=[Stage("Pay", [Touchpoint("Pays")])], links=[Link(source="pays", target="books-it", kind="message")],
                activities=[Activity("Books it", layer="support", touchpoints="pays")])

    Passes:
        Portfolio("Shop", systems=[System("Terminal")], journeys=[Journey("I pay", stages=[Stage("Pay", [Touchpoint("Pays", counterparts="terminal")])],
            links=[Link(source="pays", target="books-it", kind="message")],
            activities=[Activity("Books it", layer="support", actor="terminal", touchpoints="pays")])])

    How to fix:
        Insert the interface.

    Source:
        Bitner, Ostrom and Morgan: support reaches customers through contact employees.
    """
    seen: set[tuple[str, str]] = set()
    for column, one in at.contacts:
        pair = (column.touchpoint.id, one.activity.id)
        if one.activity.layer != "support" or pair in seen:
            continue
        seen.add(pair)
        met = {*column.touchpoint.counterparts, *column.touchpoint.systems}
        if not met & {one.activity.actor, *one.activity.systems}:
            yield Hit(one.spot, f"{one.spot} is in support and touches the customer directly at {column.spot}.", (column.spot,))


@rule("BLU-08", "failure-without-recovery", of="journey", warning="blueprint")
def failure_without_recovery(at: JourneyFacts) -> Iterator[Hit]:
    """A fail point at the critical moment, or at a touchpoint that matters, says what is done then.

    Why it matters:
        Things go wrong; what counts is how the provider copes.

    Fails:
        Journey("I stay", stages=[Stage("Leave", [Touchpoint("Checks out", matters=True, fail_point="Server down")])])

    Passes:
        Journey("I stay", stages=[Stage("Leave", [Touchpoint("Checks out", matters=True, fail_point=FailPoint("Server down", recovery="Bill by mail"))])])

    How to fix:
        Say in `recovery` what is done.

    Source:
        Shostack 1984, designing services; the articles on lifecycle maps.
    """
    seen: set[str] = set()
    for one in at.deciding:
        held = [(one.spot, one.touchpoint.fail_point)]
        held += [(each.spot, each.activity.fail_point) for each in at.behind.get(one.touchpoint.id, ())]
        for spot, fail in held:
            if fail is not None and not fail.recovery and spot.id not in seen:
                seen.add(spot.id)
                yield Hit(spot.at("fail_point"), f"The fail point of {spot} has no recovery.", (one.spot,) if spot is not one.spot else ())


@rule("BLU-13", "times-that-do-not-fit", of="journey", info="blueprint")
def times_that_do_not_fit(at: JourneyFacts) -> Iterator[Hit]:
    """The frontstage activities of a touchpoint take no longer than the touchpoint, and it no longer than customers tolerate.

    Where the touchpoint has a wait before it, the tolerance is that of the wait, and BLU-14 looks at it.
    Activities that belong to several touchpoints are left out: nobody says how their time is shared.

    Why it matters:
        Standard time and acceptable time are two things; the gap between them is where customers leave.

    Fails:
        Journey("I buy", stages=[Stage("Deal", [Touchpoint("Signs", duration="61 min", tolerance="30 min")])])

    Passes:
        Journey("I buy", stages=[Stage("Deal", [Touchpoint("Signs", duration="25 min", tolerance="30 min")])])

    How to fix:
        Correct the times, or raise a pain.

    Source:
        Shostack 1984: standard and acceptable execution time.
    """
    for one in at.columns:
        held = one.touchpoint
        if held.duration is None:
            continue
        times = [
            each.activity.duration
            for each in at.behind.get(held.id, ())
            if each.activity.layer == "frontstage" and each.activity.duration and len(each.activity.touchpoints) == 1
        ]
        if sum(times, timedelta()) > held.duration:
            on_stage = show_duration(sum(times, timedelta()))
            yield Hit(one.spot.at("duration"), f"{one.spot} takes {show_duration(held.duration)}, and what is done on stage {on_stage}.")
        elif held.tolerance is not None and not held.wait_before and held.duration > held.tolerance:
            times_said = f"{show_duration(held.duration)}, against a tolerance of {show_duration(held.tolerance)}"
            yield Hit(one.spot.at("duration"), f"{one.spot} takes {times_said}.")


@rule("BLU-14", "wait-that-nobody-owns", of="journey", warning="blueprint")
def wait_that_nobody_owns(at: JourneyFacts) -> Iterator[Hit]:
    """A wait has an owner, and where it is longer than customers tolerate also a pain.

    Why it matters:
        Waiting is what customers dislike most, and it belongs to nobody's department.

    Fails:
        Journey("I buy", stages=[Stage("Deal", [Touchpoint("Signs", wait_before="40 min")])])

    Passes:
        Journey("I buy", stages=[Stage("Deal", [Touchpoint("Signs", wait_before="40 min", owner="finance")])])

    How to fix:
        Name an owner; shorten, explain or fill the wait.

    Source:
        Cox Automotive 2015 and 2018; Maister, on the psychology of waiting lines.
    """
    if not _on_stage(at):
        return
    for one in at.columns:
        held = one.touchpoint
        if not held.wait_before:
            continue
        lacking = ["no owner"] if not held.owner else []
        if (
            held.tolerance is not None
            and held.wait_before > held.tolerance
            and not any(each.insight.kind == "pain" for each in at.insights_at(one))
        ):
            lacking.append(f"no pain, though customers tolerate no more than {show_duration(held.tolerance)}")
        if lacking:
            yield Hit(one.spot.at("wait_before"), f"The wait of {show_duration(held.wait_before)} before {one.spot} has {joined(lacking)}.")
    for each in at.activities:
        if each.activity.wait_point and not each.activity.owner:
            yield Hit(each.spot, f"The wait at {each.spot} has no owner.")
