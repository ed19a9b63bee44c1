"""The article on what a map is and how it is filled: second part, the people."""

import journeykit as jk
from tests.concepts.building import buy, fires, refused, shop, words
from tests.concepts.concept import concept

ANA = jk.Persona(
    "Ana", segment="Commuters", segment_share=0.3, age=34, occupation="Nurse", family="Two children", ambitions=["Less rush"], interests=["Cycling"],
    hobbies=["Choir"], consumption=["Buys online"], tech_familiarity=4, tech_note="Pays by phone", needs=["A ticket in time"], pleased_by=["No queue"],
    disappointed_by=["Forms"], sources=["talks"],
)  # fmt: skip
BOOK = shop(
    buy(jk.Touchpoint("Pay"), persona="ana"), personas=[ANA], sources=[jk.Source("Talks", kind="interview", perspective="customer")]
)


@concept(
    "001-21",
    "A team of several trades, with those who meet customers and a sponsor.",
    "TeamMember.function",
    "TeamMember.sponsor",
    "MGT-07",
    "MGT-08",
)
def a_mixed_team() -> None:
    trades = ("point_of_sale", "customer_service", "leadership")
    narrow = buy(jk.Touchpoint("Pay"), team=[jk.TeamMember("Kim", function="it")])
    mixed = buy(jk.Touchpoint("Pay"), team=[jk.TeamMember(one, function=one, sponsor=one == "leadership") for one in trades])
    assert [[fires(code, one, profile="workshop") for code in ("MGT-07", "MGT-08")] for one in (narrow, mixed)] == [[1, 1], [0, 0]]


@concept(
    "001-22a", "A persona has a name, an age, work and a family.", "Persona.age", "Persona.occupation", "Persona.family", "view persona"
)
def who_the_persona_is() -> None:
    said = words(BOOK, "persona")
    assert "Ana" in said
    assert all(str(getattr(ANA, name)) in said for name in ("age", "occupation", "family"))


@concept(
    "001-22b",
    "What a persona strives for, likes, does and buys.",
    "Persona.ambitions",
    "Persona.interests",
    "Persona.hobbies",
    "Persona.consumption",
)
def what_the_persona_likes() -> None:
    said = words(BOOK, "persona")
    assert [one for name in ("ambitions", "interests", "hobbies", "consumption") for one in getattr(ANA, name) if one not in said] == []


@concept("001-22c", "How much at home a persona is with technology.", "Persona.tech_familiarity", "Persona.tech_note", "view persona")
def how_technical_the_persona_is() -> None:
    assert ANA.tech_familiarity == 4
    assert ANA.tech_note in words(BOOK, "persona")
    assert "1 to 5" in refused(lambda: jk.Persona("Ben", tech_familiarity=6))


@concept("001-22d", "Why a persona comes to the company at all.", "Persona.needs", "COM-02", "CUS-03")
def why_the_persona_comes() -> None:
    assert fires("COM-02", BOOK, profile="workshop") == 0
    assert fires("COM-02", shop(buy(jk.Touchpoint("Pay"), persona="ana"), personas=[jk.Persona("Ana")]), profile="workshop") == 1
    assert (fires("CUS-03", BOOK), ANA.needs) == (1, ("A ticket in time",))


@concept(
    "001-22e", "What would please a persona, and what would disappoint it.", "Persona.pleased_by", "Persona.disappointed_by", "view persona"
)
def what_pleases_the_persona() -> None:
    said = words(BOOK, "persona")
    assert ANA.pleased_by[0] in said
    assert ANA.disappointed_by[0] in said


@concept(
    "001-22f",
    "An invented person who stands for a segment, and rests on research.",
    "Persona.segment",
    "Persona.segment_share",
    "Persona.fictional",
    "EVD-06",
)
def a_persona_stands_for_a_segment() -> None:
    assert (ANA.segment, ANA.segment_share, ANA.fictional) == ("Commuters", 0.3, True)
    assert fires("EVD-06", BOOK) == 0
    assert fires("EVD-06", shop(buy(jk.Touchpoint("Pay"), persona="ana"), personas=[jk.Persona("Ana")])) == 1
