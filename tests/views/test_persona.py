"""The persona card: what is known of a persona, how it is known, and what still has to be asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit import loads
from journeykit.errors import UnknownNameError
from journeykit.examples import example
from journeykit.model import Insight, Journey, Persona, Portfolio, Source, Stage, Touchpoint
from journeykit.testing import portfolios
from journeykit.views.persona import persona
from journeykit.views.persona_card import initials


def ana(**fields):
    return Persona("Ana Silva", id="ana", **fields)


def card(*args, **options):
    (found,) = persona(*args, **options).parts
    return found


def sections(found):
    return {one.title: [item.text for item in one.items] for one in found.sections}


def book(one, *touchpoints, **fields):
    return Portfolio("Cars", personas=[one], journeys=[Journey("I buy", persona="ana", stages=[Stage("Deal", touchpoints)], **fields)])


def test_a_bare_persona_has_a_card_of_its_own():
    found = card(ana(age=34, segment="First car", segment_share=0.125, tech_familiarity=4, tech_note="lives on the phone"))
    assert (found.name, found.sign, found.detail) == ("Ana Silva", "AS", "First car")
    known = {one.name: one.value for one in found.facts if one.known}
    assert known == {"Age": "34", "Share of all": "12.5\N{NO-BREAK SPACE}%", "Technical ease": "4 of 5"}
    assert (found.meter.filled, found.meter.text) == (4, "lives on the phone")


def test_what_nobody_knows_says_so():
    found = card(ana())
    assert {one.value for one in found.facts} == {"not known"}
    assert found.meter.filled is None
    facts = "age, occupation, family, place of living, share of all customers, ease with technology"
    asked = f"{facts}, what pleases, what disappoints and needs."
    assert sections(found)["Still to ask"] == [f"A{asked[1:]}"]
    assert persona(ana()).finding == "9 of 10 facts are not known."
    assert persona(ana()).description.endswith(f"Not known: {asked}")


def test_all_that_a_card_says_is_not_known_is_still_to_ask_and_nothing_else():
    known = {"age": 34, "occupation": "nurse", "family": "two children", "location": "Lyon", "segment_share": 0.1, "tech_familiarity": 3}
    full = ana(**known, needs=["a fair price"], pleased_by=["a smile"], disappointed_by=["waiting"])
    assert sections(card(full))["Still to ask"] == ["No gap is recorded."]
    assert "Not known" not in persona(full).description
    half = ana(**known, needs=["a fair price"], pleased_by=["a smile"])
    assert sections(card(half))["Still to ask"] == ["What disappoints."]
    met = card(book(half, Touchpoint("Pays", pains=["Slow"])))
    assert sections(met)["Meets us through"] == ["not known"]
    assert sections(met)["Still to ask"] == ["Channels."]


def test_a_persona_by_itself_says_nothing_of_journeys_and_sources_that_it_cannot_know():
    alone, held = sections(card(ana())), sections(card(Portfolio("Cars", personas=[ana()])))
    assert {"Journeys", "How we know", "Meets us through", "Pleased by, on the journeys"} & set(alone) == set()
    assert {"Journeys", "How we know", "Meets us through", "Pleased by, on the journeys"} <= set(held)
    assert sections(card(ana(sources=["talks"])))["How we know"] == ["1 source: talks."]


def test_statements_without_a_source_are_assumed_and_look_so():
    assumed = card(ana(needs=["a fair price"], pleased_by=["a smile"]))
    assert sections(assumed)["Needs, assumed"] == ["a fair price"]
    assert sections(assumed)["Pleased by, assumed"] == ["a smile"]
    (needs,) = [one for one in assumed.sections if one.title == "Needs, assumed"]
    assert needs.items[0].mark.kind == "assumed"
    backed = Portfolio("Cars", personas=[ana(needs=["a fair price"], sources=["talks"])], sources=[Source("Talks", id="talks")])
    assert sections(card(backed))["Needs"] == ["a fair price"]
    assert sections(card(backed))["How we know"] == ["1 source: Talks."]


def test_what_its_journeys_say_stands_in_for_what_the_persona_does_not_say():
    found = card(loads(example("dealership")))
    said = sections(found)
    assert said["Disappointed by, on the journeys"][0] == "The time it all took: 41\N{NO-BREAK SPACE}%"
    assert said["Pleased by, on the journeys"][0] == "Test drives the car: most satisfying part: 77 %"
    assert said["Meets us through"][0] == "Showroom, face to face: 8 of 11"
    assert said["Journeys"] == ["I buy a new car (current state, draft)"]
    assert (found.quote, found.quote_note) == ("“This automobile is a dream come true!”", "example quotation, at “Takes delivery”")


def test_its_own_words_come_before_those_of_its_journeys():
    found = card(book(ana(quote="“No time.”", pleased_by=["a smile"]), Touchpoint("Pays", thoughts=["Help!"], gains=["cake"])))
    assert found.quote == "“No time.”"
    assert sections(found)["Pleased by, assumed"] == ["a smile"]


def test_assumed_feelings_are_nothing_that_pleases():
    assert sections(card(book(ana(), Touchpoint("Pays", emotion=2))))["Pleased by, on the journeys"] == ["not known"]


def test_open_questions_of_its_journeys_are_still_to_be_asked():
    gap = Insight("Why do they leave?", kind="knowledge_gap")
    assert sections(card(book(ana(), Touchpoint("Pays", insights=[gap]))))["Still to ask"][-1] == "Why do they leave?"


def test_all_personas_come_one_after_the_other_and_one_can_be_asked_for():
    two = Portfolio("Cars", personas=[ana(), Persona("Ben")])
    assert [one.name for one in persona(two).parts] == ["Ana Silva", "Ben"]
    assert persona(two).title == "Personas: Cars"
    assert card(two, of="ben").name == card(two, of="Ben").name == "Ben"
    with pytest.raises(UnknownNameError, match="no persona 'bean'") as caught:
        persona(two, of="bean")
    assert "did you mean 'ben'" in str(caught.value)


def test_a_journey_shows_its_persona_even_where_nobody_described_it():
    assert card(Journey("I buy", persona="ana")).name == "ana"
    assert persona(Journey("I buy")).finding == "No persona is described here."


def test_much_goes_on_below_and_nothing_is_lost():
    many = [f"need {number}" for number in range(40)]
    found = card(ana(needs=many))
    titles = [one.title for one in found.sections if one.title.startswith("Needs")]
    assert titles == ["Needs, assumed", *["Needs, assumed, continued"] * 3]
    assert [item.text for one in found.sections if one.title.startswith("Needs") for item in one.items] == many
    assert next(one for one in found.sections if one.title == "Needs, assumed").more == "34 more below"


@pytest.mark.parametrize("language", ["de", "ar"])
def test_it_speaks_other_languages(language):
    english, other = persona(ana()), persona(ana(), language=language)
    assert {one.name for one in english.parts[0].facts}.isdisjoint(one.name for one in other.parts[0].facts)
    assert other.rtl == (language == "ar")


def test_initials():
    assert [initials(one) for one in ("لينا", "👩", "Dr. Ana-Maria de Souza", "...")] == ["ل", "?", "DS", "?"]


@given(portfolios(), st.sampled_from([None, "de", "ar"]))
def test_every_portfolio_has_its_cards(held, language):
    diagram = persona(held, language=language)
    assert [one.name for one in diagram.parts] == [one.name for one in held.personas]
    assert diagram.finding
    assert diagram.description
    assert {len(row) for row in diagram.table} <= {3}
    said = {row[2] for row in diagram.table}
    for one in held.personas:
        assert {*one.needs, *one.goals, *one.pleased_by, *one.disappointed_by, *one.hobbies} <= said
