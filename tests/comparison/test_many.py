"""Many runs of one plan, and many personas: what is counted, and how it is told."""

from collections import Counter

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from journeykit.comparison import Conformance, Lens, PersonaMatrix, Run, Step, answers, compare, conformance, persona_matrix, sees_whole
from journeykit.errors import ArgumentError
from journeykit.model import Emotion, Journey, Persona, Portfolio, Stage, Touchpoint
from journeykit.testing import journeys

PLAN = Journey("I order", id="order", form="planned", stages=[Stage("All", [Touchpoint(f"Does {one}", id=one) for one in "abcd"])])


def run(case: str, steps: str) -> Run:
    return Run(case, [Step(one) for one in steps])


def felt(who: str, **values: float | None) -> Journey:
    held = [Touchpoint(f"Does {key}", id=key, **({} if one is None else {"emotion": one})) for key, one in values.items()]
    return Journey("I order", id=f"of-{who}", persona=who, stages=[Stage("All", held)])


# ---------------------------------------------------------------------------------------------------------------- runs
def test_runs_that_deviate_alike_are_one_way() -> None:
    found = conformance(PLAN, [run("1", "abcd"), run("2", "abd"), run("3", "abd"), run("4", "abd"), run("5", "abxcd"), run("6", "abxxcd")])
    assert [(one.deviations, one.runs, one.example.case) for one in found.ways] == [
        ((("missing", "c"),), 3, "2"),
        ((("additional", "x"),), 2, "5"),
        ((), 1, "1"),
    ]
    assert (found.places, found.other_ways) == ({"c": 3, "x": 2}, 0)


@given(st.lists(st.text("abcdxy", max_size=6), max_size=30), st.integers(0, 5))
def test_every_run_goes_one_way_or_another(steps: list[str], keep: int) -> None:
    found = conformance(PLAN, (run(str(number), one) for number, one in enumerate(steps)), keep=keep)
    assert sum(one.runs for one in found.ways) + found.other_ways == found.runs == len(steps)
    assert len(found.ways) <= keep
    assert sum(bool(one.deviations) for one in conformance(PLAN, [way.example for way in found.ways]).first) == sum(
        bool(one.deviations) for one in found.ways
    )


@given(st.lists(st.text("abcdxy", max_size=6), max_size=20))
def test_a_run_counts_once_at_a_place(steps: list[str]) -> None:
    found = conformance(PLAN, [run(str(number), one) for number, one in enumerate(steps)])
    by_hand = Counter(key for one in found.first for key in {held.touchpoint for held in one.deviations})
    assert found.places == by_hand
    assert all(count <= found.places[key] for (_, key), count in found.counts.items())


def actual(case: str, steps: str) -> Journey:
    held = [Touchpoint(f"Does {one}", id=one) for one in steps]
    return Journey(f"Order {case}", id=f"o{case}", form="actual", case=case, origin="order", stages=[Stage("Run", held)])


def test_two_portfolios_hold_a_plan_and_its_runs() -> None:
    book = Portfolio("Orders", journeys=[PLAN, actual("1", "abcd"), actual("2", "abxd"), Journey("I sell", id="sell")])
    c = compare(book, book, lens="conformance")
    assert isinstance(c.seen, Conformance)
    assert (c.seen.runs, c.seen.deviating, c.seen.planned.id) == (2, 1, "order")
    assert c.headlines() == (
        "1 of 2 runs goes as planned; fitness 0.88 on average.",
        "“Does x” happens unplanned in 1 of 2 runs (50 %).",
        "“Does c” is missing in 1 of 2 runs (50 %).",
    )
    apart = compare(Portfolio(journeys=[PLAN]), Portfolio(journeys=[actual("3", "ab")]), lens="conformance")
    assert apart.headlines(1) == ("The run deviates from the plan; fitness 0.5.",)


REPEATED = Journey(
    "I send", id="send", form="planned",
    stages=[Stage("S", [Touchpoint("Hands it in", id="hand"), Touchpoint("Looks it up", id="status", repeats=True, at_most=3)])],
)  # fmt: skip


def went(*lookups: Touchpoint) -> Journey:
    held = [Touchpoint("Hands it in", id="hand"), *lookups]
    return Journey("Run", id="run", form="actual", case="1", origin="send", stages=[Stage("S", held)])


@pytest.mark.parametrize("lookups", [
    [Touchpoint("Looks it up", id="status"), Touchpoint("Again", id="status-2", origin="send/status")],
    [Touchpoint("Looks it up", id="status"), Touchpoint("Looks it up", id="status-2")],
    [Touchpoint("Looks it up", id="x1"), Touchpoint("Looks it up", id="x2"), Touchpoint("looks it up ", id="x3")],
])  # fmt: skip
def test_what_is_planned_to_repeat_is_met_several_times(lookups: list[Touchpoint]) -> None:
    alone = compare(REPEATED, went(*lookups), lens="conformance")
    assert isinstance(alone.seen, Conformance)
    assert (alone.seen.deviating, alone.seen.fitness) == (0, 1.0)
    assert alone.seen.ways[0].met[-1].most == len(lookups)
    assert not any("matched for sure" in one for one in alone.headlines())
    book = compare(Portfolio(journeys=[REPEATED]), Portfolio(journeys=[went(*lookups)]), lens="conformance")
    assert book.headlines(1) == ("The run goes as planned; fitness 1.",)


def test_what_repeats_too_often_or_is_something_else_is_additional() -> None:
    often = compare(REPEATED, went(*(Touchpoint("Looks it up", id=f"x{at}") for at in range(4))), lens="conformance").seen
    assert isinstance(often, Conformance)
    assert dict(often.counts) == {("additional", "status"): 1}
    other = went(Touchpoint("Looks it up", id="status"), Touchpoint("Looks it up", id="x", origin="send/hand"))
    seen = compare(REPEATED, other, lens="conformance").seen
    assert isinstance(seen, Conformance)
    assert ("missing", "status") not in seen.counts
    assert seen.deviating == 1


@pytest.mark.parametrize("lens", ["conformance", "personas", "perception", "competitor", "expectation", "channels"])
def test_where_no_journeys_are_the_same_nobody_says_that_nothing_differs(lens: Lens) -> None:
    runs = [evolve(actual(one, "abcd"), title=f"Case {one}") for one in ("5", "6")]
    told = compare(Portfolio(journeys=runs), Portfolio(journeys=[PLAN]), lens=lens).headlines()
    assert told[0].startswith("8 touchpoints ")
    assert "Nothing differs." not in told
    assert ("The side before should be a plan and the side after an actual run." in told) == (lens == "conformance")


def test_two_plans_with_runs_are_refused() -> None:
    plans = [Journey("A", id="a", form="planned"), Journey("B", id="b", form="planned")]
    runs = [Journey("R", id=f"r{one}", form="actual", origin=one) for one in "ab"]
    two = Portfolio(journeys=[*plans, *runs])
    assert compare(two, two, lens="conformance").headlines() == ("Conformance is a lens on one planned journey and its runs.",)


# ------------------------------------------------------------------------------------------------------------ personas
def test_as_many_personas_as_there_are() -> None:
    found = persona_matrix([felt("ana", a=1, b=-1), felt("ben", a=1, c=2), felt("cy", b=1, c=None, d=0)], fuzzy=False)
    assert [(one.title, [None if read is None else read.valence for read in one.readings], one.spread) for one in found.rows] == [
        ("Does a", [1, 1, None], 0),
        ("Does c", [None, 2, None], None),
        ("Does d", [None, None, 0], None),
        ("Does b", [-1, None, 1], 2),
    ]
    assert found.names == ("ana", "ben", "cy")
    assert (found.only(0), found.only(2)) == ((), ("Does d",))
    assert [sum(one is not None for one in held) for held in found.touchpoints] == [2, 2, 1, 2]


def test_what_many_personas_feel_is_told() -> None:
    measured = Journey(
        "I order",
        id="of-dora",
        persona="dora",
        stages=[Stage("All", [Touchpoint("Does a", id="a", emotion=Emotion(-2, basis="measured"))])],
    )
    found = persona_matrix([felt("ana", a=1, b=-1), felt("ben", a=1, b=-1), measured])
    assert answers(found, found.journeys[0]) == (
        "3 journeys meet 2 touchpoints, 1 of them in common.",
        "“Does a”: +1 (assumed) for “ana”, +1 (assumed) for “ben” and −2 (measured) for “dora”.",
        "Not met by “dora”: “Does b”.",
    )


def test_one_persona_with_two_journeys_has_two_names() -> None:
    other = Journey("I pay", id="pay", persona="ana")
    assert persona_matrix([felt("ana", a=1), other, felt("ben")]).names == ("ana – I order", "ana – I pay", "ben")
    with pytest.raises(ArgumentError, match="too few"):
        persona_matrix([other])


def test_all_maps_of_two_portfolios_each_once() -> None:
    held = [felt("ana", a=1), felt("ben", a=-1), felt("cy", a=2)]
    people = [Persona(one, id=one) for one in ("ana", "ben", "cy")]
    book, other = (
        Portfolio(personas=people, journeys=held[:2]),
        Portfolio(personas=people, journeys=[held[1], held[2], actual("1", "a")]),
    )
    seen = compare(book, other, lens="personas", fuzzy=False).seen
    assert isinstance(seen, PersonaMatrix)
    assert seen.names == ("ana", "ben", "cy")
    changed = Portfolio(personas=people, journeys=[held[0], evolve(held[1], scenario="In a hurry")])
    assert not sees_whole(compare(book, changed, lens="personas"))
    assert compare(book, book, lens="personas").headlines(1) == ("2 journeys meet 1 touchpoint, all of them in common.",)


@settings(max_examples=40, deadline=None)
@given(st.lists(journeys(), min_size=2, max_size=4))
def test_every_touchpoint_stands_in_one_row_of_its_column(several: list[Journey]) -> None:
    found = persona_matrix(several)
    for column, journey in enumerate(several):
        mine = [held[column] for held in found.touchpoints if held[column] is not None]
        assert sorted(one.id for one in mine if one is not None) == sorted(one.id for one in journey.touchpoints)
    first = [held[0].id for held in found.touchpoints if held[0] is not None]
    assert first == [one.id for one in several[0].touchpoints]
