"""BLU, second half: the actors and systems of the blueprint, and the stakeholder map behind it."""

from collections.abc import Iterator

from journeykit.model import Activity, System, Touchpoint

from ._facts import BookFacts, JourneyFacts
from ._finding import Hit, Spot
from ._rule import rule

_INFLUENCE = frozenset({"influences", "supports", "reports_to"})


@rule("BLU-04", "support-of-nothing", of="portfolio", warning="blueprint")
def support_of_nothing(at: BookFacts) -> Iterator[Hit]:
    """Every activity in support has a link `supports` to something, and every system is used somewhere.

    Why it matters:
        Linking contact activities to support functions is a step of building a blueprint; what is left over is not understood, or not needed.

    Fails:
        Portfolio("Hotel", systems=[System("Security system")])

    Passes:
        Portfolio("Hotel", systems=[System("Security system")], journeys=[Journey("I stay", stages=[Stage("Stay", [Touchpoint("Arrives", systems="security-system")])])])

    How to fix:
        Link it, or remove it.

    Source:
        Bitner, Ostrom and Morgan: link contact activities to support functions.
    """
    used = _mentioned(at)
    for one in at.book.systems:
        if one.id not in used and one.status != "retired":
            spot = at.actor_spot(one.id)
            yield Hit(spot, f"System {spot} supports nothing.")
    for journey in at.journeys:
        ends = {
            end
            for link in journey.journey.links
            if link.kind == "supports"
            for end in ((link.source, link.target) if link.both_ways else (link.source,))
        }
        for held in journey.activities:
            if held.activity.layer == "support" and held.activity.id not in ends and held.activity.status != "retired":
                yield Hit(held.spot, f"{held.spot} is in support, and no link says what it supports.")


def _mentioned(at: BookFacts) -> set[str]:
    """Ids of actors that a journey, a KPI, a relation or an actor names."""
    found = {one.system for one in at.book.kpis if one.system}
    found |= {end for one in at.book.relations for end in (one.source, one.target)} | {
        one.parent for one in at.book.every_actor() if one.parent
    }
    for journey in at.journeys:
        found.update(journey.journey.participants)
        for column in journey.columns:
            found.update(
                column.touchpoint.counterparts, column.touchpoint.systems, column.touchpoint.responsible, column.touchpoint.supporters
            )
        for held in journey.activities:
            found.update(held.activity.systems, held.activity.responsible, held.activity.supporters, {held.activity.actor or ""})
    return found


@rule("BLU-07", "customer-behind-the-line", of="journey", warning="blueprint")
def customer_behind_the_line(at: JourneyFacts) -> Iterator[Hit]:
    """Whoever does an activity is the provider or a third party, not a customer.

    Why it matters:
        What customers do is a touchpoint: a column of the map, not something behind it.

    Fails:
        Portfolio("Bank", actors=[Actor("Client", kind="customer")], journeys=[Journey("I borrow", stages=[Stage("Ask", [Touchpoint("Applies")])],
            activities=[Activity("Fills the form", actor="client", touchpoints="applies")])])

    Passes:
        Portfolio("Bank", owners=[Owner("Clerk")], journeys=[Journey("I borrow", stages=[Stage("Ask", [Touchpoint("Applies")])],
            activities=[Activity("Checks the form", actor="clerk", touchpoints="applies")])])

    How to fix:
        Make it a touchpoint.

    Source:
        Bitner, Ostrom and Morgan: customer actions have a layer of their own.
    """
    for one in at.activities:
        actor = at.facts.actors.get(one.activity.actor or "")
        if actor is not None and actor.stands == "customer":
            who = at.facts.actor_spot(actor.id)
            yield Hit(one.spot, f"{one.spot} is done by {who}, a customer.", (who,))


@rule("BLU-09", "not-on-the-stakeholder-map", of="portfolio", error="publish")
def not_on_the_stakeholder_map(at: BookFacts) -> Iterator[Hit]:
    """Where there is a stakeholder map, everybody who acts on a blueprint is on it: with a ring, a parent or a relation.

    It asks nothing where nobody has a ring or a parent and there is no relation: then there is no stakeholder map. Systems need not be on it.

    Why it matters:
        The blueprint and the stakeholder map are one graph; whoever is on one of them only was forgotten on the other.

    Fails:
        Portfolio("Hotel", owners=[Owner("Desk", ring=0), Owner("Kitchen")], journeys=[Journey("I stay", stages=[Stage("Stay", [Touchpoint("Eats")])],
            activities=[Activity("Cooks", layer="backstage", actor="kitchen", touchpoints="eats")])])

    Passes:
        Portfolio("Hotel", owners=[Owner("Desk", ring=0), Owner("Kitchen", ring=1)], journeys=[Journey("I stay", stages=[Stage("Stay", [Touchpoint("Eats")])],
            activities=[Activity("Cooks", layer="backstage", actor="kitchen", touchpoints="eats")])])

    How to fix:
        Give the actor a `ring`, a `parent` or a relation.

    Source:
        The article on six steps: link the blueprint back to the stakeholder map.
    """
    placed = {one.id for one in at.book.every_actor() if one.ring is not None or one.parent}
    placed |= {one.parent for one in at.book.every_actor() if one.parent} | {
        end for one in at.book.relations for end in (one.source, one.target)
    }
    if not placed:
        return
    seen: set[str] = set()
    for journey in at.journeys:
        for held in journey.activities:
            key = held.activity.actor
            actor = at.actors.get(key or "")
            if key and actor and key not in placed and key not in seen and not isinstance(actor, System):
                seen.add(key)
                yield Hit(at.actor_spot(key), f"{at.actor_spot(key)} is on the blueprint and not on the stakeholder map.", (held.spot,))


@rule("BLU-10", "stakeholder-without-a-part", of="portfolio", warning="publish")
def stakeholder_without_a_part(at: BookFacts) -> Iterator[Hit]:
    """Every stakeholder of the provider in the inner rings, 0 and 1, has a part in a journey: at a touchpoint, in an activity, or as owner.

    Why it matters:
        Interactions are defined around each stakeholder; one without any is out of scope, or was forgotten.

    Fails:
        Portfolio("Shop", owners=[Owner("Call centre", kind="team", ring=1)], journeys=[Journey("I buy", stages=[Stage("Buy", [Touchpoint("Pays")])])])

    Passes:
        Portfolio("Shop", owners=[Owner("Call centre", kind="team", ring=1)], journeys=[Journey("I buy", stages=[Stage("Buy", [Touchpoint("Calls", owner="Call centre")])])])

    How to fix:
        Add their part; or accept the finding with a reason: out of scope.

    Source:
        The article on six steps: define each interaction around each stakeholder.
    """
    held = {key for journey in at.journeys for key in _taking_part(journey)}
    for one in at.book.every_actor() if at.journeys else ():
        if one.ring is not None and one.ring <= 1 and one.stands == "provider" and one.id not in held and one.id != at.book.organisation:
            spot = at.actor_spot(one.id)
            yield Hit(spot, f"{spot} stands in ring {one.ring} and has no part in any journey.")


def _taking_part(at: JourneyFacts) -> Iterator[str]:
    yield from filter(None, (at.journey.owner, at.journey.persona))
    held: list[Touchpoint | Activity] = [*(column.touchpoint for column in at.columns), *(one.activity for one in at.activities)]
    for one in held:
        yield from (*one.responsible, *one.supporters, *one.consulted, *one.informed, *one.systems)
        if one.owner:
            yield one.owner
    for column in at.columns:
        yield from column.touchpoint.counterparts
    for each in at.activities:
        if each.activity.actor:
            yield each.activity.actor


@rule("BLU-11", "supporter-that-nobody-influences", of="portfolio", info="publish")
def supporter_that_nobody_influences(at: BookFacts) -> Iterator[Hit]:
    """Somebody is recorded as influencing each supporter: by a relation, or as its parent.

    Why it matters:
        To change what supporters do one must know who influences them.

    Fails:
        Portfolio("Shop", owners=[Owner("Parts desk")], journeys=[Journey("I repair", stages=[Stage("Fix", [Touchpoint("Waits", supporters="Parts desk")])])])

    Passes:
        Portfolio("Shop", owners=[Owner("Parts desk", parent="Service"), Owner("Service")],
                  journeys=[Journey("I repair", stages=[Stage("Fix", [Touchpoint("Waits", supporters="Parts desk")])])])

    How to fix:
        Add a relation such as `influences` or `reports_to`, or a `parent`.

    Source:
        The article on six steps: who in turn influences those supporters.
    """
    reached = {one.id for one in at.book.every_actor() if one.parent}
    for one in at.book.relations:
        if one.kind in _INFLUENCE:
            reached |= {one.source, one.target} if one.both_ways else {one.source if one.kind == "reports_to" else one.target}
    first: dict[str, Spot] = {}
    for journey in at.journeys:
        for held, spot in (
            *((one.touchpoint, one.spot) for one in journey.columns),
            *((one.activity, one.spot) for one in journey.activities),
        ):
            for key in held.supporters:
                first.setdefault(key, spot)
    for key, spot in first.items():
        if key not in reached:
            who = at.actor_spot(key)
            yield Hit(who, f"Nobody is recorded as influencing {who}, which supports {spot}.", (spot,))


@rule("BLU-12", "future-that-nobody-builds", of="journey", warning="publish")
def future_that_nobody_builds(at: JourneyFacts) -> Iterator[Hit]:
    """In a journey of the future each newly designed interaction has an activity, and whatever is needed is built by an action.

    An action builds what it touches, and a system where it touches something that uses it or names it.

    Why it matters:
        A future map says what front- and backstage must do; what nobody builds will not be there.

    Fails:
        Journey("I order", state="future", stages=[Stage("Wait", [Touchpoint("Sees the status", provenance="designed")])])

    Passes:
        Journey("I order", state="future", stages=[Stage("Wait", [Touchpoint("Sees the status", provenance="designed")])],
                activities=[Activity("Sends the status", touchpoints="sees-the-status")])

    How to fix:
        Add the activity, or an action with `touches`.

    Source:
        The articles on lifecycle maps: review that front- and backstage support the future map.
    """
    if at.journey.state != "future" or not at.is_ours:
        return
    for one in at.columns:
        if one.is_served and one.touchpoint.provenance == "designed" and one.touchpoint.id not in at.behind:
            yield Hit(one.spot, f"{one.spot} is new, and no activity is behind it.")
    touched = at.facts.touched
    needed: dict[str, list[str]] = {}
    for held in at.activities:
        places = [held.spot.id, *(f"{at.journey.id}/{key}" for key in held.activity.touchpoints)]
        for key in (*held.activity.systems, held.activity.actor or ""):
            needed.setdefault(key, []).extend(places)
        if held.activity.status == "needed" and held.spot.id not in touched:
            yield Hit(held.spot, f"{held.spot} is needed, and no action creates it.")
    for one in at.columns:
        for key in (*one.touchpoint.systems, *one.touchpoint.counterparts):
            needed.setdefault(key, []).append(one.place)
    named = " ".join(
        f"{one.title} {one.target_process or ''} {one.note or ''}" for one in at.facts.book.actions if one.status != "rejected"
    ).casefold()
    for key, places in needed.items():
        actor = at.facts.actors.get(key)
        if isinstance(actor, System) and actor.status == "needed" and touched.isdisjoint(places) and actor.name.casefold() not in named:
            spot = at.facts.actor_spot(key)
            yield Hit(spot, f"System {spot} is needed in {at.spot}, and no action creates it.", (at.spot,))
