"""The touchpoint card: all that is known of one moment."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit import loads
from journeykit.errors import UnknownNameError
from journeykit.examples import example
from journeykit.model import Activity, Emotion, Insight, Journey, Portfolio, Stage, Touchpoint
from journeykit.testing import portfolios
from journeykit.views.touchpoint import touchpoint


def journey(*touchpoints, **fields):
    return Journey("I buy", id="buy", stages=[Stage("Deal", touchpoints)], **fields)


def card(*args, **options):
    (found,) = touchpoint(*args, **options).parts
    return found


def said(found, title):
    return next(([item.text for item in one.items] for one in found.sections if one.title == title), None)


def test_the_critical_moment_is_shown_unless_another_is_asked_for():
    held = journey(Touchpoint("Asks", emotion=-2), Touchpoint("Pays", emotion=1), critical_moment="pays")
    assert touchpoint(held).finding == "The critical moment of “I buy”."
    assert (card(held).name, card(held).sign, card(held).heavy) == ("Pays", "2", True)
    assert card(held, of="asks").name == card(held, of="Asks").name == "Asks"


def test_without_a_critical_moment_it_is_the_lowest_then_the_first():
    assert touchpoint(journey(Touchpoint("Asks", emotion=1), Touchpoint("Pays", emotion=-1))).finding == "The lowest point of “I buy”."
    assert card(journey(Touchpoint("Asks"), Touchpoint("Pays"))).name == "Asks"


def test_an_unknown_one_is_refused_with_the_nearest():
    with pytest.raises(UnknownNameError, match="no touchpoint 'pay'") as caught:
        touchpoint(journey(Touchpoint("Pays")), of="pay")
    assert "did you mean 'pays'" in str(caught.value)
    assert touchpoint(Journey("I buy")).finding == "There are no touchpoints yet."


def test_the_four_factors_are_always_there():
    titles = [one.title for one in card(journey(Touchpoint("Pays"))).sections]
    assert titles == ["Wants and does", "Feels and says", "On stage", "Behind the scenes", "Before and after", "How we know"]
    assert said(card(journey(Touchpoint("Pays"))), "Behind the scenes") == ["nothing recorded"]


def test_moments_keep_their_place_and_a_missing_one_stays_empty():
    moods = card(journey(Touchpoint("Pays", emotions=[Emotion(-1, moment="before", basis="measured")]))).moods
    assert [(one.when, one.value, one.text) for one in moods] == [("before", -1, "−1"), ("during", None, "–"), ("after", None, "–")]
    assert card(journey(Touchpoint("Pays"))).moods_note == "no reading: nobody was asked"


def test_front_and_back_of_the_stage():
    held = journey(
        Touchpoint("Pays", channel="Till", counterparts=["Clerk"], processes=["billing"]),
        activities=[
            Activity("takes the card", layer="frontstage", actor="Clerk", touchpoints=["pays"]),
            Activity("books it", layer="backstage", touchpoints=["pays"], duration="5 min"),
        ],
    )
    assert said(card(held), "On stage") == ["Till", "Clerk", "Takes the card"]
    assert said(card(held), "Behind the scenes") == ["Books it", "billing"]


def test_what_holds_at_several_places_is_told_at_each():
    found = card(loads(example("dealership")).journeys[0], of="finance")
    assert said(found, "Learned here") == ["The time it all took", "Understanding the finance options"]
    assert said(found, "Opportunities and actions") == ["Action: Negotiate and sign online"]


def test_the_seams_on_both_sides():
    held = journey(
        Touchpoint("Asks", channel="web", emotion=2), Touchpoint("Pays", channel="shop", emotion=-1), Touchpoint("Leaves", channel="shop")
    )
    assert said(card(held, of="pays"), "Before and after") == [
        "From 1 Asks: channel changing; the mood falls by 3", "To 3 Leaves: nothing known to change",
    ]  # fmt: skip
    assert said(card(held, of="asks"), "Before and after")[0] == "The journey begins here."


def test_a_contact_of_ours_without_an_owner_is_told():
    facts = {one.name: (one.value, one.known) for one in card(journey(Touchpoint("Pays"))).facts}
    assert facts["Accountable"] == ("nobody", False)
    assert "Accountable" not in {one.name for one in card(journey(Touchpoint("Waits", kind="action"))).facts}


def test_the_table_holds_every_statement():
    held = journey(Touchpoint("Pays", actions=[f"step {number}" for number in range(30)], pains=[Insight("queue", severity=3)]))
    texts = " ".join(value for _, value in touchpoint(held).table)
    assert all(f"step {number}" in texts for number in range(30))
    assert "queue" in texts


@given(portfolios(), st.sampled_from([None, "de", "ar"]), st.data())
def test_every_touchpoint_of_every_journey_has_a_card(held: Portfolio, language, data):
    for one in held.journeys:
        if one.touchpoints:
            wanted = data.draw(st.sampled_from(list(one.touchpoints)))
            diagram = touchpoint(one, of=wanted.id, language=language)
            assert diagram.parts[0].name == wanted.title
            texts = "\n".join(value for _, value in diagram.table)
            assert all(text in texts for text in (*wanted.actions, *wanted.messages, *wanted.processes))
            assert diagram.finding
            assert diagram.description
