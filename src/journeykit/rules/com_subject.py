"""COM, first part: whose journey it is, of what kind, and from where to where."""

from collections.abc import Iterator

from journeykit.model import Persona

from ._facts import BookFacts, JourneyFacts
from ._finding import Hit, quoted
from ._rule import rule
from ._words import joined, signed

_NAMES = {
    "segment": "its segment", "needs": "needs", "pleased_by": "what pleases or disappoints it", "age": "its age", "occupation": "its occupation",
    "family": "its family", "tech_familiarity": "how familiar it is with technology",
}  # fmt: skip


@rule("COM-01", "journey-without-persona", of="journey", warning="workshop", error="publish")
def journey_without_persona(at: JourneyFacts) -> Iterator[Hit]:
    """A journey names its persona, unless its level is 0: the whole course of things may hold for all.

    Why it matters:
        Whose journey it is comes first: one map, one point of view.

    Fails:
        Journey("I buy a car")

    Passes:
        Journey("I buy a car", persona="Ann")

    How to fix:
        Set `persona`.

    Source:
        Nielsen Norman Group, Journey mapping 101: the actor is the first component of a map.
    """
    if at.is_design and not at.journey.persona and at.journey.level != 0:
        yield Hit(at.spot, f"Journey {at.spot} has no persona: whose journey is it?")


@rule(
    "COM-02", "incomplete-persona", of="portfolio", warning="workshop",
    by_profile={"publish": {"fields": ("segment", "needs", "pleased_by", "age", "occupation", "family", "tech_familiarity")}},
)  # fmt: skip
def incomplete_persona(at: BookFacts, *, fields: tuple[str, ...] = ("segment", "needs", "pleased_by")) -> Iterator[Hit]:
    """A persona of customers says its segment, its needs and what pleases or disappoints it; in publish also who it is.

    Why it matters:
        A name alone is no persona: nobody can design for it.

    Settings:
        fields: names of the fields that must be there; `pleased_by` stands for `disappointed_by` as well.

    Fails:
        Portfolio("Cars", personas=[Persona("Ann")])

    Passes:
        Portfolio("Cars", personas=[Persona("Ann", segment="Families", needs="Room for five", pleased_by="Being asked", age=41,
                                             occupation="Nurse", family="Three children", tech_familiarity=4)])

    How to fix:
        Complete the persona from research; do not invent.

    Source:
        First step of mapping in the articles on lifecycle maps.
    """
    for one in at.book.personas:
        if one.kind == "customer" and one.priority != "negative":
            lacking = [_NAMES.get(name, name) for name in fields if not _has(one, name)]
            if lacking:
                spot = at.actor_spot(one.id)
                yield Hit(spot, f"Persona {spot} does not say {joined(lacking, 'or')}.")


def _has(persona: Persona, name: str) -> bool:
    if name == "pleased_by":
        return bool(persona.pleased_by or persona.disappointed_by)
    return getattr(persona, name, None) not in (None, (), "")


@rule("COM-03", "journey-without-type", of="journey", warning="workshop")
def journey_without_type(at: JourneyFacts) -> Iterator[Hit]:
    """A journey says its type.

    Why it matters:
        What a map must hold depends on its kind: becoming a customer begins elsewhere than renewing a contract.

    Fails:
        Journey("I renew my policy")

    Passes:
        Journey("I renew my policy", type="renewal")

    How to fix:
        Set `type`: integration, relationship, use, renewal, lifecycle, employee, complaint, exit, or a word of one's own.

    Source:
        Second step of mapping in the articles on lifecycle maps.
    """
    if at.is_design and not at.journey.type:
        yield Hit(at.spot, f"Journey {at.spot} does not say its type.")


@rule(
    "COM-04", "open-scope", of="journey", warning="workshop",
    by_profile={"publish": {"fields": ("objective", "start", "end", "excludes")}},
)  # fmt: skip
def open_scope(at: JourneyFacts, *, fields: tuple[str, ...] = ("objective", "start", "end")) -> Iterator[Hit]:
    """The scope says what the map is for, what starts the journey and what ends it; in publish also what it leaves out.

    Why it matters:
        Goals and boundaries come first; a map without an end grows until nobody reads it.

    Settings:
        fields: names of the fields of the scope that must be there.

    Fails:
        Journey("I buy a car", scope=Scope(objective="Cut waiting", start="First research"))

    Passes:
        Journey("I buy a car", scope=Scope(objective="Cut waiting", start="First research", end="Looking back", excludes="Used cars"))

    How to fix:
        Complete `scope`.

    Source:
        The articles on lifecycle maps: goals and boundaries, from start to finish.
    """
    if not at.is_design:
        return
    scope = at.journey.scope
    names = {"objective": "what the map is for", "start": "what starts it", "end": "what ends it", "excludes": "what it leaves out"}
    lacking = [names.get(name, name) for name in fields if scope is None or not getattr(scope, name, None)]
    if lacking:
        spot = at.spot.at("scope") if scope else at.spot
        yield Hit(spot, f"The scope of {at.spot} does not say {joined(lacking, 'or')}.")


@rule("COM-05", "no-critical-moment", of="journey", info="workshop", error="publish")
def no_critical_moment(at: JourneyFacts, *, candidates: int = 3) -> Iterator[Hit]:
    """A map has its critical moment.

    Why it matters:
        Exactly one point of contact is the most crucial; who does not choose it improves everything a little.

    Settings:
        candidates: how many touchpoints the message proposes, those with the strongest readings first.

    Fails:
        Journey("I stay", stages=[Stage("Stay", [Touchpoint("Checks in")])])

    Passes:
        Journey("I stay", critical_moment="checks-in", stages=[Stage("Stay", [Touchpoint("Checks in")])])

    How to fix:
        Choose one of the candidates, with those who know the customers.

    Source:
        The articles on lifecycle maps.
    """
    if not at.is_map or at.journey.critical_moment or not any(one.is_contact for one in at.columns):
        return
    strongest = [
        (max((emotion.valence for emotion in at.customer_emotions(one)), key=lambda valence: (abs(valence), -valence)), one)
        for one in at.columns
        if one.is_contact and any(at.customer_emotions(one))
    ]
    best = sorted(strongest, key=lambda pair: (-abs(pair[0]), pair[0], pair[1].index))[: max(int(candidates), 0)]
    proposal = "; candidates: " + joined(f"{quoted(one.touchpoint.title)} ({signed(valence)})" for valence, one in best) if best else ""
    yield Hit(at.spot, f"Journey {at.spot} has no critical moment{proposal}.", tuple(one.spot for _, one in best))


@rule("COM-14", "ends-at-the-purchase", of="journey", warning="publish")
def ends_at_the_purchase(at: JourneyFacts) -> Iterator[Hit]:
    """A journey of becoming a customer, or of the whole lifecycle, goes on after the purchase. It asks nothing where no stage is tagged.

    Why it matters:
        What happens after paying decides whether customers stay: receipt, first use, a word of thanks.

    Fails:
        Journey("I buy", type="integration", stages=[Stage("Buy", [Touchpoint("Pays")], lifecycle="onboard")])

    Passes:
        Journey("I buy", type="integration", stages=[Stage("Buy", [Touchpoint("Pays")], lifecycle="onboard"), Stage("Use", [Touchpoint("Drives")], lifecycle="use")])

    How to fix:
        Add what comes after: the receipt, the first use, the follow-up.

    Source:
        Lemon and Verhoef 2016: prepurchase, purchase, postpurchase.
    """
    if not at.is_design or at.journey.type not in {"integration", "lifecycle"} or not at.columns:
        return
    phases = [one.stage.phase for one in at.stages if one.columns]
    if any(phases) and "postpurchase" not in phases:
        last = at.columns[-1].spot
        yield Hit(at.spot, f"Journey {at.spot} ends at {last}: nothing after the purchase.", (last,))


@rule("COM-15", "starts-with-the-brand", of="journey", warning="publish")
def starts_with_the_brand(at: JourneyFacts) -> Iterator[Hit]:
    """A journey of becoming a customer starts before the first contact with the brand.

    Why it matters:
        It starts where the need arises, long before the brand sees the customer.

    Fails:
        Journey("I buy", type="integration", stages=[Stage("Buy", [Touchpoint("Logs in")])])

    Passes:
        Journey("I buy", type="integration", stages=[Stage("Buy", [Touchpoint("Asks friends", control="external"), Touchpoint("Logs in")])])

    How to fix:
        Add how the need arises and how people search: own actions, friends, reviews.

    Source:
        Government Digital Service, on where a map starts; the articles on lifecycle maps.
    """
    if at.is_design and at.journey.type == "integration" and at.columns and at.columns[0].is_brand_contact:
        first = at.columns[0].spot
        yield Hit(first, f"Journey {at.spot} begins at {first}, a contact with the brand.")


@rule("COM-16", "severe-pain-without-opportunity", of="portfolio", info="publish")
def severe_pain_without_opportunity(at: BookFacts, *, severity: int = 3) -> Iterator[Hit]:
    """Every severe pain that is not resolved or refuted leads somewhere: an opportunity or an action addresses it.

    Why it matters:
        A map must lead to action. What is left on purpose is said with `allow` and a reason.

    Settings:
        severity: from this severity on, 0 to 4.

    Fails:
        Journey("I buy", stages=[Stage("Buy", [Touchpoint("Waits", pains=[Insight("40 minutes", severity=4)])])])

    Passes:
        Journey("I buy", stages=[Stage("Buy", [Touchpoint("Waits", pains=[Insight("40 minutes", severity=4)], opportunities="How might we use the time?")])])

    How to fix:
        Add an opportunity that addresses it, or accept the finding with a reason: parked, until when.

    Source:
        The articles on lifecycle maps: the plan of action is the result.
    """
    served: set[str] = {key for one in at.opportunities for key in one.opportunity.addresses} | at.actions_for.keys()
    around = {place for one in at.opportunities if not one.opportunity.addresses for place in one.places}
    for one in at.insights:
        held = one.insight
        is_severe = held.kind == "pain" and held.severity is not None and held.severity >= severity
        if is_severe and held.status in {"open", "confirmed"} and one.key not in served and not around.intersection(one.places):
            yield Hit(one.spot, f"Pain {one.spot} of severity {held.severity} leads nowhere: nothing addresses it.")
