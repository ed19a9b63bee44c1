"""COM, second part: what every touchpoint says."""

from collections.abc import Iterator

from journeykit.model import MOMENTS

from ._facts import JourneyFacts
from ._finding import Hit
from ._rule import rule
from ._words import THINGS, is_thing, joined, same_name


@rule("COM-06", "touchpoint-without-goal-or-action", of="journey", warning="workshop")
def touchpoint_without_goal_or_action(at: JourneyFacts, *, things: tuple[str, ...] = THINGS) -> Iterator[Hit]:
    """A touchpoint says what the customer wants there, or does there: by its goal, its actions, or a title that tells a doing.

    A heuristic: titles that are the name of a channel, of an actor or of a common thing tell no doing; all others do.

    Why it matters:
        What customers do and want is the first of the four factors of a touchpoint.
        A heuristic, which reads words and not their meaning: what it says may be wrong.

    Settings:
        things: names of things, which tell no doing, in small letters.

    Fails:
        Journey("I buy", stages=[Stage("Look", [Touchpoint("Website")])])

    Passes:
        Journey("I buy", stages=[Stage("Look", [Touchpoint("Website", actions="Compares prices")])])

    How to fix:
        Say in the title what the customer does, or add `goal` or `actions`.

    Source:
        The articles on lifecycle maps: actions and motives, thoughts and feelings, counterparts, what goes on behind.
    """
    if at.is_design:
        for one in at.columns:
            held = one.touchpoint
            if not held.goal and not held.actions and (same_name(held.title) in at.facts.names or is_thing(held.title, things)):
                yield Hit(one.spot, f"{one.spot} says nothing that the customer wants or does.")


@rule("COM-07", "touchpoint-without-emotion-or-thought", of="journey", warning="workshop")
def touchpoint_without_emotion_or_thought(at: JourneyFacts) -> Iterator[Hit]:
    """On a map, every touchpoint that is not optional has an emotion or a thought of the customer, or of employees where it is their account. A plan can have none.

    Why it matters:
        Opinion and feeling at each point are what tells a map of a journey from a chart of a process.

    Fails:
        Journey("I buy", stages=[Stage("Look", [Touchpoint("Compares")])])

    Passes:
        Journey("I buy", stages=[Stage("Look", [Touchpoint("Compares", emotion=-1)])])

    How to fix:
        Ask customers. Leave the gap until then; do not invent.

    Source:
        The articles on lifecycle maps, second factor.
    """
    if at.is_map:
        for one in at.columns:
            if not one.touchpoint.optional and not one.touchpoint.thoughts and not any(at.own_emotions(one)):
                whose = "employees" if at.is_of_staff else "the customer"
                yield Hit(one.spot, f"{one.spot} has neither an emotion nor a thought of {whose}.")


@rule("COM-08", "contact-with-whom-and-how", of="journey", warning="workshop")
def contact_with_whom_and_how(at: JourneyFacts) -> Iterator[Hit]:
    """An interaction says with whom or what, and through which channel.

    Why it matters:
        Without them nobody can tell who answers for the contact, and no channel can be counted.

    Fails:
        Journey("I buy", stages=[Stage("Look", [Touchpoint("Asks about the price", channel="phone")])])

    Passes:
        Journey("I buy", stages=[Stage("Look", [Touchpoint("Asks about the price", channel="phone", counterparts="sales")])])

    How to fix:
        Set `counterparts` and `channels`.

    Source:
        The articles on lifecycle maps, third factor.
    """
    if not at.is_design:
        return
    for one in at.columns:
        if one.is_contact:
            lacking = [
                word
                for word, held in (("with whom", one.touchpoint.counterparts), ("through which channel", one.touchpoint.channels))
                if not held
            ]
            if lacking:
                yield Hit(one.spot, f"{one.spot} is a contact and does not say {joined(lacking, 'or')}.")


@rule("COM-09", "nothing-behind-the-contact", of="journey", info="workshop", warning="blueprint")
def nothing_behind_the_contact(at: JourneyFacts) -> Iterator[Hit]:
    """An interaction with the brand has an activity backstage or in support, or says that there is none.

    Why it matters:
        What goes on behind the scenes is the fourth factor of a touchpoint; "nothing" is an answer, no answer is none.

    Fails:
        Journey("I buy", stages=[Stage("Look", [Touchpoint("Test drives")])])

    Passes:
        Journey("I buy", stages=[Stage("Look", [Touchpoint("Test drives", no_backstage=True)])])

    How to fix:
        Add an activity of the layer backstage or support, or say `no_backstage: true`.

    Source:
        The articles on lifecycle maps, fourth factor.
    """
    if not at.is_design or not at.is_ours:
        return
    for one in at.columns:
        if one.is_brand_contact and not one.touchpoint.no_backstage:
            layers = {held.activity.layer for held in at.behind.get(one.touchpoint.id, ())}
            if not layers & {"backstage", "support"}:
                yield Hit(one.spot, f"Nothing is recorded behind {one.spot}, neither backstage nor in support.")


@rule("COM-13", "moment-without-before-and-after", of="journey", info="publish")
def moment_without_before_and_after(at: JourneyFacts) -> Iterator[Hit]:
    """The critical moment and every touchpoint that matters have readings before, during and after.

    Why it matters:
        What people expected and what they remember are other feelings than those at the moment itself.

    Fails:
        Journey("I buy", stages=[Stage("Deal", [Touchpoint("Negotiates", matters=True, emotion=-1)])])

    Passes:
        Journey("I buy", stages=[Stage("Deal", [Touchpoint("Negotiates", matters=True, emotions={"before": -1, "during": -1, "after": 0})])])

    How to fix:
        Collect the readings that lack.

    Source:
        ISO 9241-210: perceptions before, during and after use.
    """
    if not at.is_map:
        return
    for one in at.deciding:
        held = {emotion.moment for emotion in at.own_emotions(one)}
        lacking = [moment for moment in MOMENTS if moment not in held]
        if lacking:
            yield Hit(one.spot, f"{one.spot} matters and has no reading {joined(lacking, 'or')}.")
