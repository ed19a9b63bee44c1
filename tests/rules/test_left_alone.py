"""What practitioners write and mean well: it is left alone, and its neighbour that is wrong is not."""

from typing import Any

import pytest

from journeykit.comparison import compare
from journeykit.model import (
    KPI,
    Action,
    Activity,
    Emotion,
    Expectation,
    Insight,
    Journey,
    Link,
    Measurement,
    Opportunity,
    Owner,
    Persona,
    Portfolio,
    Source,
    Stage,
    Touchpoint,
)
from tests.rules.asking import found, of, places


# ------------------------------------------------------------------------------------------------------- structure
@pytest.mark.parametrize(
    ("shares", "amount"),
    [([0.17] * 6, 0), ([0.143] * 7, 0), ([1 / 3] * 3, 0), ([0.34] * 3, 1), ([0.8, 0.4], 1), ([0.505, 0.505], 0), ([0.51, 0.51], 1), ([1.0, 0.005], 0),
     ([1.0, 0.0001] + [0.0] * 50, 0), ([1.0, 0.02] + [0.0] * 50, 1)],
)  # fmt: skip
def test_shares_that_were_rounded_add_up(shares: list[float], amount: int) -> None:
    steps = [Touchpoint("Asks"), *(Touchpoint(f"Way {at}", id=f"w{at}") for at in range(len(shares)))]
    links = [Link(source="asks", target=f"w{at}", kind="branch", probability=one) for at, one in enumerate(shares)]
    assert len(found(of(*steps, links=links), "STR-07")) == amount


def test_how_far_shares_are_rounded_is_a_setting() -> None:
    links = [Link(source="asks", target=f"w{at}", kind="branch", probability=0.17) for at in range(6)]
    steps = [Touchpoint("Asks"), *(Touchpoint(f"Way {at}", id=f"w{at}") for at in range(6))]
    assert found(of(*steps, links=links), "STR-07", rounding=0) == ['The branches of "Asks" (i-do/asks) add up to 1.02.']


@pytest.mark.parametrize(
    ("type_", "tags", "amount"),
    [("exit", "use leave learn", 0), ("relationship", "leave learn onboard use leave use", 0), ("relationship", "leave use learn", 1), ("exit", "use learn leave", 1),
     ("use", "leave learn", 1), (None, "leave learn", 1), ("win-back", "leave learn", 0), ("exit", "leave support learn", 0)],
)  # fmt: skip
def test_who_left_may_come_back(type_: str | None, tags: str, amount: int) -> None:
    stages = [Stage(f"S{at}", [Touchpoint(f"T{at}")], lifecycle=one) for at, one in enumerate(tags.split())]  # type: ignore[arg-type]  # words of the test
    assert len(found(Journey("I do", type=type_, stages=stages), "STR-11")) == amount


# ---------------------------------------------------------------------------------------------------- completeness
def test_a_stage_is_told_once_that_nothing_comes_first() -> None:
    second = Expectation("A coffee", priority="secondary")
    for expectations, codes in (((), [1, 0]), ((second,), [0, 1]), ((second, "No queue"), [0, 0])):
        journey = of(Touchpoint("Pays", expectations=expectations))
        assert [len(found(journey, code)) for code in ("COM-10", "COM-11")] == codes


def test_what_is_on_stage_is_not_behind() -> None:
    seen = Activity("Greets", layer="frontstage", touchpoints="arrives")
    said = 'Nothing is recorded behind "Arrives" (i-do/arrives), neither backstage nor in support.'
    assert found(of(Touchpoint("Arrives"), activities=[seen]), "COM-09") == [said]
    assert found(of(Touchpoint("Arrives"), activities=[Activity("Cleans", layer="backstage", touchpoints="arrives")]), "COM-09") == []


def test_only_contacts_can_be_the_brands() -> None:
    alone = [Touchpoint(f"Thinks {at}", kind="action") for at in range(3)]
    for contacts, said in ((0, None), (1, "The only contact"), (2, "Both contacts"), (3, "All 3 contacts")):
        messages = found(of(*alone, *(Touchpoint(f"Asks {at}") for at in range(contacts))), "CUS-07")
        verb = "is" if contacts == 1 else "are"
        assert messages == ([f'{said} of "I do" (i-do) {verb} controlled by the brand.'] if said else [])
    assert found(of(*alone, Touchpoint("Asks"), Touchpoint("Reads reviews", control="external")), "CUS-07") == []


# -------------------------------------------------------------------------------------------------------- evidence
@pytest.mark.parametrize("kind", ["concept_test", "usability_test", "focus_group"])
def test_what_was_felt_in_a_test_was_felt(kind: Any) -> None:
    sources = [Source("Trial", kind=kind), Source("Talks", kind="interview")]

    def said(at: Any, by: Any, **fields: Any) -> list[str]:
        step = Touchpoint("Pays", sources=at, emotion=Emotion(0, basis="reported", sources=by))
        return found(Portfolio("B", sources=sources, journeys=[of(step, **fields)]), "EVD-09")

    assert said((), "trial", state="future") == said("trial", (), state="future") == []
    assert said((), "talks", state="future") == ['"Pays" (i-do/pays) is of the future, and its reading 0 is reported.']
    assert len(said("trial", "talks", state="future")) == 1, "the source of the reading itself counts first"
    assert said((), "trial", form="planned") == ['"Pays" (i-do/pays) is of a plan, and its reading 0 is reported.']


@pytest.mark.parametrize(
    "text",
    ["Call 0800 123 4567, it is free", "0800/1234567", "+1 800 555 0123", "1-800-555-0123", "+49 (0)800 1234567", "00800 1234 5678", "write to info@shop.example",
     "no-reply@shop.example and support.eu@shop.example", "kundenservice@laden.example", "Order 4711-2026-000123456", "order no. 0012345678",
     "Auftragsnummer 0012345678", "Tracking no. JD014600003828392837", "13800138000000", "1380013800"],
)  # fmt: skip
def test_what_belongs_to_no_person(text: str) -> None:
    assert found(of(Touchpoint("T", thoughts=text)), "EVD-11") == []


@pytest.mark.parametrize(
    "text",
    ["13800138000", "我的电话是13800138000", "138 0013 8000", "+86 180 0123 4567", "٠٥٠١٢٣٤٥٦٧", "رقمي ٠٥٠ ١٢٣ ٤٥٦٧", "My number is 0170 1234567",
     "＋49 170 1234567"],
)  # fmt: skip
def test_numbers_of_people_in_any_script(text: str) -> None:
    assert found(of(Touchpoint("T", thoughts=text)), "EVD-11") == ["A thought of i-do/t seems to hold a phone number."]


def test_an_account_is_known_by_its_check_digits() -> None:
    for text, amount in (
        ("GB82 WEST 1234 5698 7654 32", 1),
        ("DE89 3704 0044 0532 0130 00 BIC COBA", 1),
        ("DE88 3704 0044 0532 0130 00", 0),
    ):
        assert len(found(of(Touchpoint("T", thoughts=text)), "EVD-11")) == amount, text


def test_the_field_is_said_that_holds_it() -> None:
    mail = "ann@mail.example"
    step = Touchpoint("T", actions=mail, emotion=Emotion(0, quote=mail, note=mail, raw=mail), pains=[Insight(mail, id="p")])
    book = Portfolio("B", personas=[Persona("Ann", bio=mail)], journeys=[of(step)])
    assert [one.removesuffix(" seems to hold an e-mail address.") for one in found(book, "EVD-11")] == [
        "The biography of ann", "An action of i-do/t", "A quotation of i-do/t", "A note of i-do/t", "The words of the source of i-do/t", "The text of i-do/t/p",
    ]  # fmt: skip
    assert found(of(Touchpoint("Info@shop.example or ann@shop.example", id="t")), "EVD-11")[0].startswith("The title of i-do/t")


# --------------------------------------------------------------------------------------------------- whose words
@pytest.mark.parametrize(
    "title",
    ["KYC takes forever", "Genehmigung abwarten", "Bearbeitung dauert", "Process of grief", "Processing time feels endless", "Validates the ticket at the barrier",
     "Approves the quote", "Onboards her team", "Processes the news at home", "Dispatches the parcel back"],
)  # fmt: skip
def test_what_customers_go_through(title: str) -> None:
    assert found(of(Touchpoint(title, id="t")), "CUS-01") == []


@pytest.mark.parametrize(
    "title", ["Validates the KYC form", "Approval of the loan", "Dispatches the parcel", "Bearbeitung des Antrags", "Process claim"]
)
def test_what_the_company_does(title: str) -> None:
    assert len(found(of(Touchpoint(title, id="t")), "CUS-01")) == 1


def test_what_lets_a_title_pass_is_a_setting() -> None:
    slow, quick = of(Touchpoint("KYC takes forever", id="t")), of(Touchpoint("KYC with ease", id="t"))
    assert len(found(slow, "CUS-01", unless=())) == 1
    assert found(quick, "CUS-01", unless=["ease"]) == []


@pytest.mark.parametrize(
    ("need", "taken"),
    [("Know early", True), ("Fair prices", True), ("Schmerzfrei gehen", True), ("Renting without paper", True), ("Somebody friendly", False), ("早点知道", True),
     ("安静的房间", False), ("معرفة موعدها", True), ("فهم العلاج", False), ("It", True)],
)  # fmt: skip
def test_needs_are_compared_by_their_stems(need: str, taken: Any) -> None:
    stage = Stage(
        "S",
        [Touchpoint("T", goal="Keine Schmerzen", expectations=["To know early", "الموعد قريب"])],
        goal="The price is fair",
        expectations="早点",
    )
    book = Portfolio("B", personas=[Persona("Ann", needs=need)], journeys=[Journey("I rent a car", persona="Ann", stages=[stage])])
    assert (found(book, "CUS-03") == []) is taken
    assert places(book, "CUS-03") == ([] if taken else ["personas['ann'].needs[0]"])


@pytest.mark.parametrize(
    "text",
    ["The customer before me took an hour", "The user manual is gone", "Der Kunde ist wohl egal", "Other users warned me", "Seamless? My foot.",
     "So much for best-in-class", "Nahtlos ist anders", "Der Kunde vor mir braucht ewig", "Our customers wait for their invoices"],
)  # fmt: skip
def test_customers_speak_of_customers(text: str) -> None:
    assert found(of(Touchpoint("T", thoughts=text)), "CUS-04") == []


@pytest.mark.parametrize(
    "text", ["The customer expects more", "Users love it", "Die Kundin ist zufrieden", "A world-class service", "Our customers trust us"]
)
def test_the_company_speaks_of_customers(text: str) -> None:
    assert found(of(Touchpoint("T", thoughts=text)), "CUS-04")[0].endswith("reads like the company's voice.")


@pytest.mark.parametrize(
    "text",
    ["Build trust before the first visit", "Create calm while waiting", "Launch day stress", "Build a relationship with the ward", "Create a sense of control",
     "Build trust in the app", "Add certainty about the delivery date", "Introduce patients to their ward", "Beziehungen entwickeln", "Ein Gefühl von Ruhe entwickeln",
     "Build", "How might we build a portal?", "Set up my phone alone"],
)  # fmt: skip
def test_needs_that_open_with_a_verb(text: str) -> None:
    assert found(Portfolio("B", opportunities=[Opportunity(text)]), "MGT-15") == []


@pytest.mark.parametrize(
    ("text", "verb"),
    [("Add an onboarding wizard", "add"), ("Launch reminders before the visit", "launch"), ("Set up kiosks", "set up"), ("Kundenportal bauen", "bauen"),
     ("Eine Lösung für Ältere entwickeln", "entwickeln"), ("Implement the new way of booking", "implement"), ("Add more staff", "add")],
)  # fmt: skip
def test_solutions_name_what_is_built(text: str, verb: str) -> None:
    assert found(Portfolio("B", opportunities=[Opportunity(text, id="o")]), "MGT-15") == [
        f'Opportunity "{text}" (o) reads like a solution: {verb!r}.'
    ]


# --------------------------------------------------------------------------------------------------- who and when
def test_an_owner_alone_is_said_to_be_alone() -> None:
    def said(step: Touchpoint, *acts: Activity) -> list[str]:
        return found(Portfolio("B", owners=[Owner("Desk")], journeys=[of(step, activities=acts)]), "MGT-13")

    alone = '"Pays" (i-do/pays) has an owner, and neither `responsible` nor `supporters` says who does it.'
    assert said(Touchpoint("Pays")) == ['"Pays" (i-do/pays) has no owner.']
    assert (
        said(Touchpoint("Pays", owner="desk")) == said(Touchpoint("Pays", owner="desk"), Activity("Books", touchpoints="pays")) == [alone]
    )
    parts: list[dict[str, Any]] = [{"actor": "desk"}, {"responsible": "desk"}, {"supporters": "desk"}]
    for fields in parts:
        assert said(Touchpoint("Pays", owner="desk"), Activity("Books", touchpoints="pays", **fields)) == [], fields
    assert said(Touchpoint("Pays"), Activity("Books", touchpoints="pays", actor="desk")) == ['"Pays" (i-do/pays) has no owner.']


def test_the_tolerance_of_a_wait_is_not_that_of_the_touchpoint() -> None:
    long: dict[str, Any] = {"duration": "61 min", "tolerance": "30 min"}
    assert found(of(Touchpoint("Signs", **long)), "BLU-13") == ['"Signs" (i-do/signs) takes 1 h 1 min, against a tolerance of 30 min.']
    assert found(of(Touchpoint("Signs", wait_before="20 min", **long)), "BLU-13") == []
    act = Activity("Prints", touchpoints="signs", duration="90 min")
    assert found(of(Touchpoint("Signs", wait_before="20 min", **long), activities=[act]), "BLU-13") == [
        '"Signs" (i-do/signs) takes 1 h 1 min, and what is done on stage 1 h 30 min.'
    ]


def test_waits_are_told_as_people_tell_them() -> None:
    step = Touchpoint("Gets it", wait_before="2 d", tolerance="90 min")
    assert found(of(step), "BLU-14") == [
        'The wait of 2 d before "Gets it" (i-do/gets-it) has no owner and no pain, though customers tolerate no more than 1 h 30 min.'
    ]


def test_full_counts_have_no_margin() -> None:
    values = [Measurement(at=at, value=one, n=300) for at, one in ((2024, 31), (2025, 33))]
    share = KPI("Activated", metric="conversion", unit="%", direction="higher", measurements=values)
    score = KPI("Praise", metric="nps", direction="higher", measurements=values)
    assert found(Portfolio("B", kpis=[share]), "MEA-06") == []
    assert [one.partition(" went ")[0] for one in found(Portfolio("B", kpis=[share, score]), "MEA-06")] == ['KPI "Praise" (praise)']


# ---------------------------------------------------------------------------------------------------------- grammar
def test_one_none_and_all() -> None:
    one, two = of(Touchpoint("A")), of(Touchpoint("A"), Touchpoint("B"))
    assert found(one, "EVD-01") == ['The only touchpoint of "I do" (i-do) does not rest on customer evidence.']
    assert found(two, "EVD-01") == ['None of the 2 touchpoints of "I do" (i-do) rests on customer evidence.']
    assert found(one, "EVD-04") == ['The only touchpoint of "I do" (i-do) was not discovered by research.']
    assert found(two, "EVD-04") == ['None of the 2 touchpoints of "I do" (i-do) was discovered by research.']
    assert found(Portfolio("B", actions=[Action("X")]), "MGT-10") == ["The only action is not recorded as existing already."]
    assert found(Portfolio("B", actions=[Action("X"), Action("Y")]), "MGT-10") == ["None of the 2 actions is recorded as existing already."]
    other = Journey("I do", stages=[Stage("All", [Touchpoint("Sleeps")])])
    assert found(compare(one, other), "CMP-03") == ['The only touchpoint of "I do" (i-do) is not matched.']
    owned = of(*(Touchpoint(f"T{at}", owner="desk") for at in range(8)))
    assert found(Portfolio("B", owners=[Owner("Desk")], journeys=[owned]), "MGT-14") == [
        '"Desk" (desk) owns all 8 touchpoints of "I do" (i-do).'
    ]


def test_nothing_has_no_sign() -> None:
    flat = of(*(Touchpoint(f"T{at}", emotion=Emotion(0)) for at in range(5)))
    assert found(flat, "EVD-10") == ['All 5 readings of "I do" (i-do) are 0 and assumed.']
    assert found(of(Touchpoint("A", emotion=Emotion(0, basis="measured"))), "EVD-08")[0].startswith("The reading 0 at ")
    assert found(of(Touchpoint("A", emotion=Emotion(0))), "COM-05") == [
        'Journey "I do" (i-do) has no critical moment; candidates: "A" (0).'
    ]


def test_what_has_a_new_id_in_the_library_is_still_the_same() -> None:
    now, then = (
        Portfolio(
            personas=[Persona("Ana", id=who)],
            kpis=[KPI("Satisfaction with paying", id=kpi, metric="csat", method=method)],
            journeys=[Journey("I buy", id="buy", persona=who, state=state, stages=[Stage("All", [Touchpoint("Pays")])])],
        )
        for who, kpi, method, state in (("ana", "csat", "mean", "current"), ("anna", "content", "top_2_box", "future"))
    )
    both = compare(now, then)
    assert {one.kind for one in both.changes} >= {"rekeyed"}
    assert found(both, "CMP-02") == []
    assert len(found(both, "CMP-01")) == 1
