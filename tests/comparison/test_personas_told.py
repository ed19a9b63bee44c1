"""What is said of many personas: whose moment is critical, who suffers from what, who does not meet what, and both ends of what they feel."""

from typing import Any

import pytest

from journeykit.comparison import answers, compare, persona_matrix
from journeykit.model import Insight, Journey, Persona, Portfolio, Stage, Touchpoint


def of(who: str, *, pain: str = "", at: str = "a", critical: str | None = None, **felt: Any) -> Journey:
    """Touchpoints by id with their valence; a pain stands at one of them."""
    held = [
        Touchpoint(f"Does {key}", id=key, emotion=value, pains=[Insight(pain)] if pain and key == at else ()) for key, value in felt.items()
    ]
    return Journey("I order", id=f"of-{who}", persona=who, critical_moment=critical, stages=[Stage("All", held, id="all")])


def told(*journeys: Journey, language: str = "en") -> tuple[str, ...]:
    found = persona_matrix(journeys, fuzzy=False)
    return answers(found, found.journeys[0], language=language)


def test_whose_moment_is_critical() -> None:
    journeys = of("ana", a=0, b=0, critical="a"), of("ben", a=0, b=0, critical="b"), of("cy", a=0, b=0, critical="a")
    assert persona_matrix(journeys).critical_moments == (("Does a", (0, 2)), ("Does b", (1,)))
    assert "The critical moment is “Does a” for “ana” and “cy”; “Does b” for “ben”." in told(*journeys)


def test_one_critical_moment_of_all_is_no_difference() -> None:
    assert not [one for one in told(of("ana", a=0, critical="a"), of("ben", a=0, critical="a"), of("cy", a=0)) if "critical" in one]


def test_who_suffers_from_what() -> None:
    journeys = of("ana", a=0, pain="Slow"), of("ben", a=0, pain="slow "), of("cy", a=0, pain="Dear")
    found = persona_matrix(journeys)
    assert found.pains == (("Slow", (0, 1)), ("Dear", (2,)))
    assert told(*journeys)[1:] == ("“ana” and “ben” suffer from “Slow”.", "Only “cy” suffers from “Dear”.")
    assert told(*journeys[:2])[1:] == ("All suffer from “Slow”.",)


def test_pains_in_common_are_those_that_several_name() -> None:
    journeys = [of("ana", a=0, pain="Slow"), of("ben", a=0, pain="Slow"), of("cy", a=0)]
    book = Portfolio("Shop", journeys=journeys, personas=[Persona(one.persona, id=one.persona) for one in journeys if one.persona])
    assert [one.value for one in compare(book, book, lens="personas").measures if one.key == "pains_shared"] == [1]


def test_who_does_not_meet_what_several_meet() -> None:
    journeys = of("ana", a=0, b=0, c=0), of("ben", a=0, b=0), of("cy", a=0)
    assert persona_matrix(journeys, fuzzy=False).skipped == (("Does b", (2,)),)
    assert told(*journeys)[1:] == ("Not met by “cy”: “Does b”.", "Only “ana” meets “Does c”.")


def test_the_lowest_of_many_is_said() -> None:
    journeys = [of(who, a=value) for who, value in (("ana", 2), ("ben", 2), ("cy", 2), ("dora", 1), ("eve", -1))]
    assert told(*journeys)[1] == "“Does a”: +2 for “ana”, “ben” and “cy”; +1 for “dora”; −1 for “eve”."
    many = [*journeys, of("fay", a=0), of("gus", a=-1.5), of("hal", a=-2)]
    assert told(*many)[1] == "“Does a”: +2 for “ana”, “ben” and “cy”, −2 for “hal”, and 4 in between."


@pytest.mark.parametrize("language", ["de", "ar"])
def test_it_is_said_in_every_language(language: str) -> None:
    journeys = [of("ana", a=2, b=0, pain="Slow", critical="a"), of("ben", a=-1, b=1, pain="Slow", critical="b"), of("cy", a=0)]
    lines = told(*journeys, language=language)
    assert len(lines) == 6
    assert not [one for one in lines if "{" in one or "suffer" in one or "met by" in one]
