"""What is said of many personas: whose moment is critical, who suffers from what, who does not meet what, and both ends of what they feel."""

from itertools import permutations
from typing import Any

import pytest

from journeykit.comparison import Naming, PersonaMatrix, answers, compare, measures_told, persona_matrix
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


def in_parts(who: str, *keys: str, critical: str | None = None) -> Journey:
    """One pays at once, another in two parts of it."""
    held = [Touchpoint(f"Does {key}", id=key, origin="pay" if key.startswith("pay-") else None) for key in ("start", *keys, "end")]
    return Journey("I order", id=f"of-{who}", persona=who, critical_moment=critical, stages=[Stage("All", held, id="all")])


@pytest.mark.parametrize("order", [*permutations(range(4))])
def test_who_meets_the_whole_meets_each_part_whoever_stands_first(order: tuple[int, ...]) -> None:
    held = [in_parts("ana", "pay"), in_parts("ben", "pay-now", "pay-rest"), in_parts("cy", "pay"), in_parts("dora", "pay-now", "pay-rest")]
    journeys = [held[at] for at in order]
    found = persona_matrix(journeys, fuzzy=False)
    assert (found.in_common, found.skipped) == ((3, 3), ())
    rows = [[one.touchpoints[journeys.index(whose)].id for whose in held] for one in found.rows]  # type: ignore[union-attr]  # none is missing
    assert rows == [["start"] * 4, ["pay", "pay-now", "pay", "pay-now"], ["pay", "pay-rest", "pay", "pay-rest"], ["end"] * 4]
    assert told(*journeys) == ("4 journeys meet 3 touchpoints, all of them in common.",)


def test_who_meets_no_part_does_not_meet_the_whole_and_that_is_said_once() -> None:
    journeys = in_parts("ana", "pay"), in_parts("ben", "pay-now", "pay-rest"), in_parts("cy")
    found = persona_matrix(journeys, fuzzy=False)
    assert (found.in_common, found.skipped) == ((2, 3), (("Does pay", (2,)),))
    assert told(*journeys) == ("3 journeys meet 3 touchpoints, 2 of them in common.", "Not met by “cy”: “Does pay”.")


def test_a_part_of_the_critical_moment_is_the_same_moment() -> None:
    ana, ben, cy = (
        in_parts("ana", "pay", critical="pay"),
        in_parts("ben", "pay-now", "pay-rest", critical="pay-rest"),
        in_parts("cy", "pay"),
    )
    for journeys in permutations((ana, ben, cy)):
        (moment,) = persona_matrix(journeys, fuzzy=False).critical_moments
        assert (moment[0], {journeys[at].persona for at in moment[1]}) == ("Does pay", {"ana", "ben"})
    dora = in_parts("dora", "pay-now", "pay-rest", critical="pay-now")
    assert "The critical moment is “Does pay-rest” for “ben”; “Does pay-now” for “dora”." in told(cy, ben, dora)
    assert not [one for one in told(ben, dora, ana) if "critical" in one]


def test_who_suffers_from_what() -> None:
    journeys = of("ana", a=0, pain="Slow"), of("ben", a=0, pain="slow "), of("cy", a=0, pain="Dear")
    found = persona_matrix(journeys)
    assert found.pains == (("Slow", (0, 1)), ("Dear", (2,)))
    assert told(*journeys)[1:] == ("“ana” and “ben” suffer from “Slow”.", "Only “cy” suffers from “Dear”.")
    assert told(*journeys[:2])[1:] == ("All suffer from “Slow”.",)


def test_pains_of_several_are_not_those_of_all() -> None:
    journeys = [of("ana", a=0, pain="Slow"), of("ben", a=0, pain="Slow"), of("cy", a=0)]
    book = Portfolio("Shop", journeys=journeys, personas=[Persona(one.persona, id=one.persona) for one in journeys if one.persona])
    c = compare(book, book, lens="personas")
    assert [one.value for one in c.measures if one.key == "pains_of_several"] == [1]
    assert isinstance(c.seen, PersonaMatrix)
    assert c.seen.shared_pains == ()
    assert ("Pains that several name", "1") in measures_told(c.measures, Naming.of(c))


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
