"""CUS, first half: whose words the map speaks. All of these read texts, and are heuristics."""

from collections.abc import Iterator

from journeykit.errors import step

from ._facts import BookFacts, JourneyFacts
from ._finding import Hit, Spot, quoted
from ._rule import rule
from ._wordings import ALSO_OF_CUSTOMERS, LIVED_THROUGH, SAID_OF, SPOKEN_OF, companys_words, is_lived_through
from ._words import FIRST_PERSON, MARKETING_WORDS, PROVIDER_VERBS, PROVIDER_WORDS, content_words, phrase_in, same_name, share_meaning, words


@rule("CUS-01", "title-in-the-companys-words", of="journey", warning="workshop")
def title_in_the_companys_words(
    at: JourneyFacts,
    *,
    verbs: tuple[str, ...] = PROVIDER_VERBS,
    terms: tuple[str, ...] = PROVIDER_WORDS,
    persons: tuple[str, ...] = FIRST_PERSON,
    unless: tuple[str, ...] = LIVED_THROUGH,
) -> Iterator[Hit]:
    """The title of a touchpoint says what the customer does or receives.

    A heuristic: it asks whether the title opens with a verb of the provider, or with the name of one of its people or systems, or holds a
    word of its trade. A title in the first person passes, and so do journeys of employees.

    Why it matters:
        A process chart that calls itself a journey map is one of the commonest mistakes.
        A heuristic, which reads words and not their meaning: what it says may be wrong.

    Settings:
        verbs: beginnings of verbs that the first word must not have.
        terms: words that must not stand in the title.
        persons: first words with which a title always passes.
        unless: words and phrases with which a title passes, for it tells what the customer goes through.

    Fails:
        Journey("I open an account", stages=[Stage("Open", [Touchpoint("Validate KYC form")])])

    Passes:
        Journey("I open an account", stages=[Stage("Open", [Touchpoint("Sends a copy of the passport")])])

    How to fix:
        Say what the customer does, and move the rest to an activity behind it.

    Source:
        MyCustomer, seven mistakes of journey mapping; DCKAP, process map and journey map.
    """
    persona = at.persona
    if not at.is_design or at.journey.perspective == "employee" or (persona is not None and persona.kind == "employee"):
        return
    providers = _provider_names(at)
    for one in at.columns:
        held = words(one.touchpoint.title)
        if not held or held[0] in persons:
            continue
        reason = ""
        if is_lived_through(one.touchpoint.title, unless):
            continue
        if held[0].startswith(verbs) and held[0] not in ALSO_OF_CUSTOMERS:
            reason = f"it opens with {held[0]!r}"
        elif found := phrase_in(one.touchpoint.title, terms):
            reason = f"it speaks of {found!r}"
        elif name := next(
            (words_ for words_ in providers.get(held[0], ()) if held[: len(words_)] == words_ and len(held) > len(words_)), None
        ):
            reason = f"{' '.join(name)!r} acts in it"
        if reason:
            yield Hit(one.spot, f"{one.spot} reads like the provider's process: {reason}.")


def _provider_names(at: JourneyFacts) -> dict[str, list[tuple[str, ...]]]:
    """The words of the names of those who act for the provider, by their first word."""
    keys = {key for one in at.columns for key in one.touchpoint.counterparts} | {
        held.activity.actor for held in at.activities if held.activity.actor
    }
    found: dict[str, list[tuple[str, ...]]] = {}
    for key in sorted(keys):
        actor = at.facts.actors.get(key)
        if actor is not None and actor.stands == "provider" and (name := words(actor.name)):
            found.setdefault(name[0], []).append(name)
    return found


@rule("CUS-02", "stage-named-after-a-department", of="journey", warning="publish")
def stage_named_after_a_department(at: JourneyFacts) -> Iterator[Hit]:
    """No stage has the name of a department or a team.

    Why it matters:
        The stages of a journey are the customer's time, not the provider's organisation.

    Fails:
        Portfolio("Loans", owners=[Owner("Underwriting", kind="department")],
                  journeys=[Journey("I borrow", stages=[Stage("Underwriting", [Touchpoint("Waits")])])])

    Passes:
        Portfolio("Loans", owners=[Owner("Underwriting", kind="department")],
                  journeys=[Journey("I borrow", stages=[Stage("Waiting for an answer", [Touchpoint("Waits")])])])

    How to fix:
        Name it by what the customer is trying to do.

    Source:
        MyCustomer, seven mistakes of journey mapping; a convention.
    """
    if not at.is_design:
        return
    units = {same_name(one.name): one for one in at.facts.book.owners if one.kind in {"department", "team"}}
    for one in at.stages:
        unit = units.get(same_name(one.stage.title))
        if unit is not None:
            yield Hit(one.spot, f"Stage {one.spot} has the name of the {unit.kind} {quoted(unit.name)}.", (at.facts.actor_spot(unit.id),))


@rule("CUS-03", "need-that-nothing-serves", of="portfolio", info="publish")
def need_that_nothing_serves(at: BookFacts) -> Iterator[Hit]:
    """Every need of a persona is taken up by a goal or an expectation of a touchpoint, a stage or a journey of that persona, or by its title.

    A heuristic: it asks whether a need and one of these share a word that carries meaning, whatever its ending.

    Why it matters:
        Touchpoints are there to fulfil needs; a need that none serves is a gap in the offer.
        A heuristic, which reads words and not their meaning: what it says may be wrong.

    Fails:
        Portfolio("Cars", personas=[Persona("Ann", needs="To know the total price")],
                  journeys=[Journey("I buy", persona="Ann", stages=[Stage("Look", [Touchpoint("Test drives", goal="Feel the engine")])])])

    Passes:
        Portfolio("Cars", personas=[Persona("Ann", needs="To know the total price")],
                  journeys=[Journey("I buy", persona="Ann", stages=[Stage("Look", [Touchpoint("Asks", goal="Learn the price")])])])

    How to fix:
        Say at which touchpoint the need is served, or raise an opportunity.

    Source:
        The articles on mapping with stages: steps and touchpoints exist to fulfil needs.
    """
    goals: dict[str, set[str]] = {}
    for journey in at.journeys:
        if journey.journey.persona and journey.is_design:
            held = [
                journey.journey.title,
                journey.journey.customer_goal,
                *(one.stage.goal for one in journey.stages),
                *(one.touchpoint.goal for one in journey.columns),
                *(each.text for one in journey.stages for each in one.stage.expectations),
                *(each.text for one in journey.columns for each in one.touchpoint.expectations),
            ]
            served = goals.setdefault(journey.journey.persona, set())
            for goal in held:
                served |= content_words(goal) if goal else set()
    for persona in at.book.personas:
        if persona.id not in goals:
            continue
        for place, need in enumerate(persona.needs):
            wanted = content_words(need)
            if wanted and not share_meaning(wanted, goals[persona.id]):
                spot = at.actor_spot(persona.id)
                yield Hit(
                    spot.at(step("needs", place)),
                    f"No goal and no expectation takes up the need {quoted(need)} of {spot}, as far as words tell.",
                )


@rule("CUS-04", "thought-in-the-companys-voice", of="journey", warning="publish")
def thought_in_the_companys_voice(
    at: JourneyFacts, *, phrases: tuple[str, ...] = MARKETING_WORDS, people: tuple[str, ...] = SPOKEN_OF, verbs: tuple[str, ...] = SAID_OF
) -> Iterator[Hit]:
    """Thoughts and quotations are what a customer would say: neither advertising nor talk about what "the customer" does and feels.

    A heuristic: it looks for words of advertising and for the third person; who asks, doubts or denies speaks for himself.

    Why it matters:
        A map brings emotions to life in the customer's own words. Invented praise does the opposite.
        A heuristic, which reads words and not their meaning: what it says may be wrong.

    Settings:
        phrases: words and phrases that must not stand there.
        people: what the company calls its customers.
        verbs: what it says of them; one of these right after one of those must not stand there.

    Fails:
        Journey("I pay", stages=[Stage("Pay", [Touchpoint("Pays", thoughts="Our seamless app delights users")])])

    Passes:
        Journey("I pay", stages=[Stage("Pay", [Touchpoint("Pays", thoughts="Was that all? I hope it worked.")])])

    How to fix:
        Quote a customer.

    Source:
        The articles on lifecycle maps: bring emotions to life.
    """
    if not at.is_design or at.journey.perspective == "employee":
        return
    for one in at.columns:
        held = [(step("thoughts", place), text) for place, text in enumerate(one.touchpoint.thoughts)]
        held += [
            (f"{step('emotions', place)}.quote", emotion.quote) for place, emotion in enumerate(one.touchpoint.emotions) if emotion.quote
        ]
        for where, text in held:
            if found := companys_words(text, phrases, people, verbs):
                yield Hit(one.spot.at(where), f"{one.spot} quotes {quoted(text)}: {found!r} reads like the company's voice.")


@rule("CUS-05", "sources-of-another-persona", of="journey", warning="workshop")
def sources_of_another_persona(at: JourneyFacts) -> Iterator[Hit]:
    """A journey cites only sources that concern its own persona, or none in particular.

    Why it matters:
        One map, one point of view: the feelings of two groups in one curve are nobody's.

    Fails:
        Portfolio("Cars", personas=[Persona("Ann"), Persona("Bo")], sources=[Source("Talks", personas="Bo")],
                  journeys=[Journey("I buy", persona="Ann", stages=[Stage("Buy", [Touchpoint("Pays", sources="Talks")])])])

    Passes:
        Portfolio("Cars", personas=[Persona("Ann"), Persona("Bo")], sources=[Source("Talks", personas=["Ann", "Bo"])],
                  journeys=[Journey("I buy", persona="Ann", stages=[Stage("Buy", [Touchpoint("Pays", sources="Talks")])])])

    How to fix:
        Split the journey, one for each persona; or correct whom the source concerns.

    Source:
        Nielsen Norman Group, Journey mapping 101: one point of view per map.
    """
    persona = at.journey.persona
    for key in at.all_cited if persona else ():
        source = at.facts.sources.get(key)
        if source is not None and source.personas and persona not in source.personas:
            where = next((one.spot for one in at.columns if key in at.cited[one.touchpoint.id]), at.spot)
            others = ", ".join(source.personas)
            spot = Spot(where.where, where.id, where.title)
            yield Hit(spot, f"{spot} cites {at.facts.spot_in('sources', source)}, which concerns {others} and not {persona}.",
                      (at.facts.spot_in("sources", source),))  # fmt: skip
