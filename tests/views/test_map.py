"""The title block, arcs, footnotes, and views by name."""

from importlib.metadata import EntryPoint

import pytest

from journeykit.errors import RenderError, UnknownNameError
from journeykit.model import Emotion, Journey, Link, Persona, Portfolio, Scope, Source, Stage, Touchpoint
from journeykit.views import VIEW_NAMES, journey_map, registry, view


def texts(journey):
    return {one.heading: (one.line, one.text) for one in journey_map(journey).facts}


def test_ten_lines_make_a_map():
    buy = Journey("I buy a new car", persona="Ana", stages=[
        Stage("Learn", [Touchpoint("Researches online", channel="web", emotion=0), Touchpoint("Asks a friend", emotion=+1)]),
        Stage("At the dealership", [Touchpoint("Test drives", emotion=+2, owner="Sales", matters=True),
                                    Touchpoint("Negotiates the price", emotion=-1, owner="Sales", pains=["Nobody names the total"])]),
    ])  # fmt: skip
    diagram = journey_map(buy)
    assert [one.key for one in diagram.lanes] == ["emotions", "channels", "pains", "owner"]
    assert [one.text for one in diagram.badges] == ["Current state", "Generalised map", "Draft", "Hypothesis"]
    assert texts(buy)["Whose journey"] == ("Ana", "")
    assert texts(buy)["How we know"] == ("No sources cited", "Feelings are assumed. 4 of 4 touchpoints read.")


def test_an_empty_draft_has_a_picture():
    diagram = journey_map(Journey("I wonder"))
    assert (diagram.columns, diagram.lanes, diagram.finding) == ((), (), "There are no touchpoints yet.")
    assert journey_map(Journey("I wonder", stages=[Stage("Later")])).footnotes == ("No touchpoints yet: Later.",)


def test_a_map_that_rests_on_customers_is_no_hypothesis():
    def badges(*cited):
        sources = [Source("Talks", kind="interview", perspective="customer"), Source("Guess", kind="workshop", perspective="customer")]
        journey = Journey("I buy", stages=[Stage("Deal", [Touchpoint(f"Step {at}", sources=one) for at, one in enumerate(cited)])])
        return {one.text for one in journey_map(Portfolio(sources=sources, journeys=[journey]).journeys[0]).badges}

    assert "Hypothesis" not in badges(["talks"], [])
    assert "Hypothesis" in badges(["talks"], [], [])
    assert "Hypothesis" in badges(["guess"], ["guess"])


@pytest.mark.parametrize(("fields", "badge"), [({"state": "future"}, "Future state"), ({"form": "planned"}, "Service as planned")])
def test_only_a_generalised_map_of_today_can_be_a_hypothesis(fields, badge):
    found = [one.text for one in journey_map(Journey("I buy", stages=[Stage("Deal", Touchpoint("Pays"))], **fields)).badges]
    assert badge in found
    assert "Hypothesis" not in found


def test_scope_goal_and_situation_are_told():
    journey = Journey(
        "I buy",
        customer_goal="A car that fits.",
        scenario="The old one broke",
        scope=Scope(start="Breakdown", end="first service", objective="Cut time"),
    )
    assert texts(journey)["From, to, why"] == (
        "Breakdown to first service",
        "Goal: A car that fits. Objective: Cut time. Situation: The old one broke.",
    )


def test_a_persona_says_what_is_known_and_what_is_not():
    book = Portfolio(
        personas=[Persona("Ana", segment="First-time buyers", age=29, needs=["Know the total price."])],
        journeys=[Journey("I buy", persona="ana")],
    )
    assert texts(book.journeys[0])["Whose journey"] == ("Ana, First-time buyers", "29. Needs: Know the total price. Not known: family.")


def test_effects_say_which_way_they_work():
    stages = [Stage("Deal", [Touchpoint("Asks"), Touchpoint("Pays"), Touchpoint("Leaves")])]
    links = [
        Link(source="asks", target="pays", kind="impact", polarity=1, note="it is quicker"), Link(source="leaves", target="pays", kind="impact", polarity=-1),
        Link(source="i-buy/asks", target="i-buy/leaves", kind="impact"), Link(source="asks", target="pays", kind="sequence"),
    ]  # fmt: skip
    arcs = journey_map(Journey("I buy", stages=stages, links=links)).arcs
    assert [(one.source, one.target, one.text) for one in arcs] == [
        (0, 1, "Helps: it is quicker"), (2, 1, "Harms: how is not said"), (0, 2, "Affects: how is not said"),
    ]  # fmt: skip


def test_a_tip_says_what_a_symbol_means():
    columns = journey_map(
        Journey("I buy", stages=[Stage("Deal", [Touchpoint("Asks"), Touchpoint("Thinks", kind="action", optional=True)])])
    ).columns
    assert [one.tip for one in columns] == ["", "Thinks (own action, no contact, optional)"]


def test_views_by_name():
    assert view("journey-map") is journey_map
    assert VIEW_NAMES[0] == "journey-map"
    with pytest.raises(UnknownNameError) as caught:
        view("journey-mup")
    assert "journey-map" in caught.value.problems[0].hint


def test_packages_register_views(monkeypatch):
    mine = EntryPoint("mine", "tests.views.test_map:own_view", registry.GROUP)
    broken = EntryPoint("broken", "no_such_package:view", registry.GROUP)
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: (mine, broken))
    assert view("mine")(Journey("I buy")).title == "I buy"
    with pytest.raises(RenderError, match="broken"):
        view("broken")


def own_view(journey):
    return journey_map(journey, lanes="emotions")


def test_long_titles_are_cut_in_sentences_and_nowhere_else():
    title = "Compares the offer " * 10
    diagram = journey_map(Journey("I buy", stages=[Stage("Deal", [Touchpoint(title, emotion=Emotion(1)), Touchpoint("Pays", emotion=-1)])]))
    assert "…”" in diagram.finding
    assert len(diagram.finding) < 200
    assert diagram.columns[0].title == title


def test_an_unknown_detail_names_the_nearest():
    with pytest.raises(UnknownNameError) as caught:
        journey_map(Journey("I buy"), detail="sumary")
    assert caught.value.problems[0].hint == "did you mean 'summary'?"


def test_status_has_version_and_date():
    diagram = journey_map(Journey("I buy", status="published", version="2", valid_on="2025-06"))
    assert diagram.badges[2].text == "Published 2 2025-06"


def test_a_sentence_that_brings_its_own_end_gets_no_second_one():
    journey = Journey(
        "I buy", customer_goal="Is it worth it?", scope=Scope(objective="What is this map for?", start="Asks", end="Buys"), stages=[]
    )
    (text,) = [fact.text for fact in journey_map(journey).facts if "map for" in fact.text]
    assert text == "Goal: Is it worth it? Objective: What is this map for?"


def test_words_too_long_for_the_curve_stand_in_full_below():
    long = "She had been told twice on the telephone that the papers would be ready at nine and they were not"
    here = Touchpoint("Waits", emotion=Emotion(-2, note=long))
    (notes,) = journey_map(Journey("I buy", stages=[Stage("Deal", [Touchpoint("Asks", emotion=1), here])])).notes
    assert notes.title == "Feels: the rest"
    ((number, text),) = notes.notes
    assert number == "2"
    assert long in text
