"""CUS, second half: whether the map shows the customer's whole life with the service, and not only its bright side."""

from collections.abc import Iterator

from ._facts import BookFacts, JourneyFacts
from ._finding import Hit, several
from ._rule import rule
from ._words import out_of

_NOT_FELT = {"intended", "illustrative"}


@rule("CUS-06", "rosy-curve", of="journey", info="publish")
def rosy_curve(at: JourneyFacts, *, share: float = 0.8, fewest: int = 5) -> Iterator[Hit]:
    """A map does not show four readings of five at +1 or more and not a single pain.

    Why it matters:
        Companies see themselves so: 80 % believed that they gave a superior experience, and 8 % of their customers agreed.

    Settings:
        share: of the readings at +1 or more, 0 to 1.
        fewest: readings from which on it is judged.

    Fails:
        Journey("I stay", stages=[Stage("Stay", [Touchpoint(one, emotion=1) for one in ("Books", "Arrives", "Sleeps", "Eats", "Leaves")])])

    Passes:
        Journey("I stay", stages=[Stage("Stay", [Touchpoint(one, emotion=1, pains="Noise") for one in ("Books", "Arrives", "Sleeps", "Eats", "Leaves")])])

    How to fix:
        Check whose view the readings are and what they rest on.

    Source:
        Bain and Company, Closing the delivery gap: 362 firms, 80 % and 8 %.
    """
    if not at.is_map:
        return
    held = [one.valence for column in at.columns for one in at.customer_emotions(column) if one.basis not in _NOT_FELT]
    bright = sum(1 for one in held if one >= 1)
    if len(held) < max(fewest, 1) or bright < share * len(held):
        return
    places = [at.journey.id, *(one.spot.id for one in at.stages), *(one.place for one in at.columns)]
    if not any(one.insight.kind == "pain" for place in places for one in at.facts.insights_at.get(place, ())):
        yield Hit(
            at.spot,
            f"{out_of(bright, len(held), 'reading')} of {at.spot} {'is' if bright == 1 else 'are'} positive, and no pain is recorded.",
        )


@rule("CUS-07", "only-the-brand", of="journey", info="publish")
def only_the_brand(at: JourneyFacts) -> Iterator[Hit]:
    """A map has at least one touchpoint that the brand does not control. What customers do by themselves, without a contact, is none of its.

    Why it matters:
        Reviews, friends, competitors and partners shape the journey, and nobody in the house owns them.

    Fails:
        Journey("I buy", stages=[Stage("Look", [Touchpoint("Opens our website")])])

    Passes:
        Journey("I buy", stages=[Stage("Look", [Touchpoint("Reads reviews", control="external"), Touchpoint("Opens the website")])])

    How to fix:
        Add what happens elsewhere, and say whose it is with `control`.

    Source:
        Lemon and Verhoef 2016: touchpoints owned by brand, partners, customers, and others.
    """
    contacts = sum(1 for one in at.columns if one.is_contact)
    if at.is_map and contacts and all(one.touchpoint.control == "brand" for one in at.columns):
        yield Hit(
            at.spot, f"{out_of(contacts, contacts, 'contact')} of {at.spot} {'is' if contacts == 1 else 'are'} controlled by the brand."
        )


@rule("CUS-08", "few-contacts-before-the-purchase", of="journey", info="workshop")
def few_contacts_before_the_purchase(at: JourneyFacts, *, fewest: int = 5) -> Iterator[Hit]:
    """A journey of becoming a customer has several contacts before the purchase. It asks nothing where no stage is tagged.

    Why it matters:
        People meet a service many times before they buy; what the map lacks, the provider does not see.

    Settings:
        fewest: contacts before the purchase; a convention (one article speaks of thirteen on average, without a source).

    Fails:
        Journey("I buy", type="integration", stages=[Stage("Look", [Touchpoint("Asks")], lifecycle="learn"), Stage("Buy", [Touchpoint("Pays")], lifecycle="onboard")])

    Passes:
        Journey("I buy", type="integration", stages=[Stage("Look", [Touchpoint(one) for one in ("Asks", "Calls", "Writes", "Visits", "Compares")], lifecycle="learn"),
                Stage("Buy", [Touchpoint("Pays")], lifecycle="onboard")])

    How to fix:
        Find out what customers do before you see them.

    Source:
        The articles on lifecycle maps; the number is a convention.
    """
    if not at.is_map or at.journey.type != "integration":
        return
    phases = [one.stage.phase for one in at.stages]
    first = next((place for place, phase in enumerate(phases) if phase in {"purchase", "postpurchase"}), None)
    if first is None:
        return
    amount = sum(1 for stage in at.stages[:first] for one in stage.columns if one.is_contact)
    if amount < fewest:
        few = f"only {several(amount, 'contact')}" if amount else "no contact"
        yield Hit(at.spot, f"{at.spot} has {few} before the purchase.")


@rule("CUS-09", "nothing-between-the-contacts", of="journey", warning="publish")
def nothing_between_the_contacts(at: JourneyFacts) -> Iterator[Hit]:
    """A map shows what happens between contacts: an own action of the customer, or a wait.

    Why it matters:
        Waiting and the customer's own work are part of the experience, and nobody in the house sees them.

    Fails:
        Journey("I buy", stages=[Stage("Buy", [Touchpoint("Orders"), Touchpoint("Gets the goods")])])

    Passes:
        Journey("I buy", stages=[Stage("Buy", [Touchpoint("Orders"), Touchpoint("Gets the goods", wait_before="3 d")])])

    How to fix:
        Add own actions (`kind: action`) and waits (`wait_before`).

    Source:
        Maister, on the psychology of waiting lines.
    """
    if not at.is_map or not at.columns or any(held.activity.wait_point for held in at.activities):
        return
    if all(one.is_contact and not one.touchpoint.wait_before for one in at.columns):
        yield Hit(at.spot, f"{at.spot} shows contacts alone: no action of the customer's own and no wait.")


@rule("CUS-10", "accessibility-not-considered", of="portfolio", info="publish")
def accessibility_not_considered(at: BookFacts) -> Iterator[Hit]:
    """At least one persona has accessibility needs.

    Why it matters:
        Whoever plans for none will serve none. That none are known is said with `allow` and a reason.

    Fails:
        Portfolio("Cars", personas=[Persona("Ann")])

    Passes:
        Portfolio("Cars", personas=[Persona("Ann", accessibility_needs="Reads large type")])

    How to fix:
        Add the needs to a persona; or accept the finding at the persona: none known, and who asked.

    Source:
        Inclusive service practice; a convention.
    """
    held = [one for one in at.book.personas if one.kind == "customer"]
    if held and not any(one.accessibility_needs for one in at.book.personas):
        spots = [at.actor_spot(one.id) for one in held]
        if len(held) == 1:
            yield Hit(spots[0], f"Persona {spots[0]} says nothing of accessibility.")
        else:
            yield Hit(spots[0], f"{out_of(0, len(held), 'persona')} mentions accessibility, such as {spots[0]}.", tuple(spots[1:]))
