"""Rules that read texts: what they take for a finding, and what they must leave alone."""

import pytest

from journeykit.model import Emotion, Insight, Journey, Opportunity, Owner, Persona, Portfolio, Stage, Touchpoint
from journeykit.rules import check


def titled(title: str) -> Portfolio:
    step = Touchpoint(title, id="t", counterparts="bell-boy")
    return Portfolio("B", owners=[Owner("Bell boy")], journeys=[Journey("I stay", stages=[Stage("S", [step])])])


@pytest.mark.parametrize(
    "title",
    ["Validate KYC form", "Approval of the loan: KYC", "Process claim", "Processes claim", "Bell boy carries bags", "Genehmigung des Antrags", "Onboarding",
     "CRM entry"],
)  # fmt: skip
def test_titles_in_the_companys_words(title: str) -> None:
    assert [one.code for one in check(titled(title), select=["CUS-01"])] == ["CUS-01"]


@pytest.mark.parametrize(
    "title",
    ["Sends the passport", "I approve the offer", "Hands the bags to the bell boy", "Checks in", "Bell boy", "Ich genehmige den Plan", "Improves the text",
     "Settles finance, insurance and paperwork", "🙂", "Waits"],
)  # fmt: skip
def test_titles_in_the_customers_words(title: str) -> None:
    assert not check(titled(title), select=["CUS-01"])


def test_employees_may_speak_of_processes() -> None:
    steps = [Stage("S", [Touchpoint("Processes the claim")])]
    assert not check(Journey("I work", perspective="employee", stages=steps), select=["CUS-01"])
    staff = Portfolio("B", personas=[Persona("Clerk", kind="employee")], journeys=[Journey("I work", persona="Clerk", stages=steps)])
    assert not check(staff, select=["CUS-01"])


@pytest.mark.parametrize(
    "text", ["Our seamless app", "The customer feels safe", "Der Kunde freut sich", "best-in-class!", "Unsere Kunden lieben es"]
)
def test_voices_of_the_company(text: str) -> None:
    for step in (Touchpoint("T", thoughts=text), Touchpoint("T", emotion=Emotion(1, quote=text))):
        assert len(check(Journey("I", stages=[Stage("S", [step])]), select=["CUS-04"])) == 1


@pytest.mark.parametrize(
    "text", ["This automobile is a dream come true!", "overwhelmed and confused", "Ob das klappt?", "Is my customer number right?"]
)
def test_voices_of_customers(text: str) -> None:
    assert not check(Journey("I", stages=[Stage("S", [Touchpoint("T", thoughts=text)])]), select=["CUS-04"])


@pytest.mark.parametrize(
    "text", ["Add an onboarding wizard", "Build a portal", "Roll out tablets", "Chatbot einführen", "Ein neues Portal bauen"]
)
def test_solutions(text: str) -> None:
    assert len(check(Portfolio("B", opportunities=[Opportunity(text)]), select=["MGT-15"])) == 1


@pytest.mark.parametrize(
    "text", ["How might we help buyers build trust?", "Know what to do first", "Wie können wir Vertrauen bauen", "Additional help at night"]
)
def test_needs(text: str) -> None:
    assert not check(Portfolio("B", opportunities=[Opportunity(text)]), select=["MGT-15"])


@pytest.mark.parametrize(
    ("text", "what"),
    [("write to ann.b@mail.example.org", "e-mail"), ("+49 (0)30 123 45 67", "phone"), ("call 0170/1234567 now", "phone"), ("DE89 3704 0044 0532 0130 00", "account"),
     ("123-45-6789", "social security")],
)  # fmt: skip
def test_personal_data(text: str, what: str) -> None:
    step = Touchpoint("T", pains=[Insight("p", note=text)])
    report = check(Journey("I", stages=[Stage("S", [step])]), select=["EVD-11"])
    assert what in report[0].message
    assert report[0].where.endswith("pains[0].note")
    assert text not in report[0].message, "a finding does not spread what it finds"


@pytest.mark.parametrize(
    "text",
    [
        "2024-06-30 to 2025-06-30",
        "1,436 consumers and 411 dealers",
        "0.123456789",
        "a@b",
        "45 minutes",
        "+1",
        "in 2021, 43 %; in 2022, 46 %",
    ],
)
def test_figures_are_no_personal_data(text: str) -> None:
    assert not check(Journey("I", stages=[Stage("S", [Touchpoint("T", thoughts=text)])]), select=["EVD-11"])


def test_real_people_are_no_personas() -> None:
    assert [one.where for one in check(Portfolio("B", personas=[Persona("Ann", fictional=False)]), select=["EVD-11"])] == [
        "personas['ann']"
    ]


@pytest.mark.parametrize("text", ["TBD", "Step 1", "Lorem ipsum dolor", "…", "[placeholder]", "Schritt 3", "n/a"])
def test_placeholders(text: str) -> None:
    assert len(check(Journey("I", stages=[Stage("S", [Touchpoint("T", goal=text)])]), select=["EVD-10"])) == 1


@pytest.mark.parametrize("text", ["Takes step 1", "Sees the bar", "Phase out", "Eats foo yong"])
def test_sentences_are_no_placeholders(text: str) -> None:
    assert not check(Journey("I", stages=[Stage("S", [Touchpoint("T", goal=text)])]), select=["EVD-10"])


def test_readings_filled_in_by_default() -> None:
    def flat(amount: int, **given) -> Journey:
        return Journey("I", stages=[Stage("S", [Touchpoint("T", id=f"t{at}", emotion=Emotion(0, **given)) for at in range(amount)])])

    assert [one.where for one in check(flat(5), select=["EVD-10"])] == ["journeys['i']"]
    assert not check(flat(4), select=["EVD-10"])
    assert not check(flat(5, basis="reported", sources=[]), select=["EVD-10"])


def test_the_same_words_twice() -> None:
    steps = [Touchpoint("A", thoughts=["Why?", "Why?"]), Touchpoint("B", emotion=Emotion(1, quote="Why?"))]
    assert [one.anchors for one in check(Journey("I", stages=[Stage("S", steps)]), select=["EVD-10"])] == [(("i/b", "B"), ("i/a", "A"))]


def test_titles_are_shown_in_one_line() -> None:
    hostile = "a\nb\u202e" + "x" * 200
    message = check(Journey(hostile, id="j"), select=["STR-01"])[0].message
    assert "\n" not in message
    assert "\u202e" not in message
    assert len(message) < 120
