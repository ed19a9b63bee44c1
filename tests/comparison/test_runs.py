"""Runs against a plan: recognised as journeys are, and what those that deviate alike have in common."""

from datetime import UTC, datetime, timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from journeykit.comparison import Conformance, Deviation, Met, Run, Step, answers, compare, conformance, run_of, runs_in
from journeykit.model import Journey, Portfolio, Stage, Touchpoint

NAMES = {"a": "Finds the shop", "b": "Tries it on", "c": "Pays at the till", "d": "Comes home"}
PLAN = Journey(
    "I shop", id="shop", form="planned",
    stages=[Stage("All", [Touchpoint(title, id=key, **({"optional": True} if key == "b" else {})) for key, title in NAMES.items()])],
)  # fmt: skip


def run(case: str, steps: str) -> Run:
    return Run(case, [Step(one) for one in steps])


def actual(case: str, **titles: str) -> Journey:
    held = [Touchpoint(title, id=key) for key, title in titles.items()]
    return Journey(f"Shopping {case}", id=f"s{case}", form="actual", case=case, origin="shop", stages=[Stage("Day", held)])


# ---------------------------------------------------------------------------------------------------------------- ways
def test_a_way_says_what_its_runs_share_and_what_some_do() -> None:
    found = conformance(PLAN, [run("1", "acd"), run("2", "abcd"), run("3", "abccd"), run("4", "axcd"), run("5", "axcxxd")])
    kept, deviating = found.ways
    assert (kept.deviations, kept.runs, kept.example.case) == ((), 3, "1")
    assert kept.met == (Met("a", 3, 1, 1, 0), Met("b", 2, 1, 1, 1), Met("c", 3, 1, 2, None), Met("d", 3, 1, 1, None))
    assert deviating.met == (Met("a", 2, 1, 1, 0), Met("c", 2, 1, 1, 2), Met("d", 2, 1, 1, None), Met("x", 2, 1, 3, 1))


def test_a_way_tells_what_all_its_runs_agree_on() -> None:
    plan = Journey("I pay", id="pay", form="planned", stages=[Stage("All", [Touchpoint("A"), Touchpoint("B", channel="shop")])])
    ways = [("web", "failed"), ("web", "completed"), ("phone", "failed")]
    runs = [Run(str(at), [Step("a", status="failed"), Step("a", status=done), Step("b", channel=by)]) for at, (by, done) in enumerate(ways)]
    (way,) = conformance(plan, runs).ways
    assert way.details == (Deviation("channel", "b", 2, None), Deviation("failed", "a", None))
    assert way.fitness == pytest.approx((0.5 + 1 + 0.5) / 3)
    assert conformance(plan, runs[:2]).ways[0].details[0] == Deviation("channel", "b", 2, "web")
    assert conformance(Journey("Empty", form="planned"), runs).ways[0].fitness is None


def test_what_is_skipped_is_not_met_and_ids_are_read_as_the_plan_writes_them() -> None:
    found = conformance(PLAN, [Run("1", [Step("A"), Step("b", status="skipped"), Step("c"), Step("d", status="failed")])])
    (way,) = found.ways
    assert [one.touchpoint for one in way.met] == ["a", "c", "d"]


@given(st.lists(st.text("abcdx", max_size=7), max_size=20))
def test_ways_count_what_their_runs_meet(several: list[str]) -> None:
    found = conformance(PLAN, [run(str(at), one) for at, one in enumerate(several)])
    by_way: dict[object, list[str]] = {}
    for result, one in zip(found.first, several, strict=True):
        by_way.setdefault(tuple(sorted({(held.kind, held.touchpoint) for held in result.deviations})), []).append(one)
    assert {way.deviations: way.runs for way in found.ways} == {key: len(held) for key, held in by_way.items()}
    for way in found.ways:
        mine = by_way[way.deviations]
        for key in "abcdx":
            times = [one.count(key) for one in mine if key in one]
            firsts = {one.index(key) for one in mine if key in one}
            place = firsts.pop() if len(firsts) == 1 else None
            assert [one for one in way.met if one.touchpoint == key] == (
                [Met(key, len(times), min(times), max(times), place)] if times else []
            )


# --------------------------------------------------------------------------------------------------------- recognising
def test_a_run_is_recognised_by_what_is_matched() -> None:
    went = actual("7", find="Finds the shop", pay="Pays at the cash till", home="Comes home")
    c = compare(PLAN, went, lens="conformance")
    assert [one.touchpoint for one in run_of(c).steps] == ["a", "c", "d"]
    assert [one.told_as for one in run_of(c).steps] == ["find", "pay", "home"]
    assert c.headlines()[-1] == "The run goes as planned; fitness 1."


def test_what_is_only_alike_is_recognised_where_that_is_wanted() -> None:
    went = actual("7", find="Finds the shop", pay="Pays at the cash till", home="Comes home")
    seen = compare(PLAN, went, lens="conformance", fuzzy=False).seen
    assert isinstance(seen, Conformance)
    assert {*seen.counts} == {("additional", "pay"), ("missing", "c")}


def test_a_mapping_says_which_is_which() -> None:
    went = actual("7", one="Quite", two="Different", three="Words", a="Lost the way")
    seen = compare(PLAN, went, lens="conformance", mapping={"a": "one", "c": "two", "d": "three"}).seen
    assert isinstance(seen, Conformance)
    assert seen.first[0].deviations == (Deviation("additional", "s7/a", 3),)
    assert compare(PLAN, went, lens="conformance", mapping={"a": "one", "c": "two", "d": "three"}).headlines()[-1] == (
        "“Lost the way” happens unplanned."
    )


def test_what_stands_for_several_is_all_of_them_and_nobody_knows_how_long_each_took() -> None:
    start = datetime(2026, 3, 1, 12, tzinfo=UTC)
    held = [Touchpoint("Pays and goes", id="x", started=start, ended=start + timedelta(hours=1)), Touchpoint("Finds", id="y")]
    went = Journey("Run", id="r", form="actual", stages=[Stage("Day", held)])
    c = compare(PLAN, went, lens="conformance", mapping={"c": "x", "d": "x", "a": "y"})
    assert [(one.touchpoint, one.started, one.ended, one.told_as) for one in run_of(c).steps] == [
        ("c", None, None, "x"), ("d", None, None, "x"), ("a", None, None, "y"),
    ]  # fmt: skip
    assert isinstance(c.seen, Conformance)
    assert c.seen.deviating == 0


def test_parts_are_the_planned_one_again() -> None:
    went = actual("7", a="Finds the shop", c1="Till", c2="Card", d="Comes home")
    seen = compare(PLAN, went, lens="conformance", mapping={"c": ("c1", "c2")}).seen
    assert isinstance(seen, Conformance)
    assert [(one.touchpoint, one.most) for one in seen.ways[0].met] == [("a", 1), ("c", 2), ("d", 1)]


def test_runs_of_a_book_are_recognised_too() -> None:
    book = Portfolio(
        journeys=[PLAN, actual("1", **NAMES), actual("2", find="Finds the shop", pay="Pays at the cash till", home="Comes home")]
    )
    assert [[one.touchpoint for one in held.steps] for held in runs_in(book, PLAN)] == [[*"abcd"], [*"acd"]]
    assert [[one.touchpoint for one in held.steps] for held in runs_in(book, PLAN, fuzzy=False)] == [[*"abcd"], ["a", "pay", "d"]]
    assert compare(book, book, lens="conformance").headlines() == ("2 of 2 runs go as planned; fitness 1 on average.",)


def test_what_happened_instead_is_not_taken_for_what_was_planned() -> None:
    went = actual("1", **NAMES)
    instead = Journey("Run", id="r", form="actual", origin="shop", stages=[Stage("Day", [
        *went.touchpoints[:2], Touchpoint("Steals the till", id="x"), went.touchpoints[3],
    ])])  # fmt: skip
    seen = compare(PLAN, instead, lens="conformance").seen
    assert isinstance(seen, Conformance)
    assert {*seen.counts} == {("additional", "x"), ("missing", "c")}
    plain = compare(PLAN, instead)
    assert [one.new.id for one in plain.pairs if one.method == "similarity"] == ["x"]


def test_what_is_not_recognised_for_sure_is_said() -> None:
    plan = Journey("I shop", id="shop", form="planned", stages=[Stage("All", [Touchpoint("Pays", id="a"), Touchpoint("Goes", id="z")])])
    went = actual("7", p1="Pays", p2="Pays", z="Goes")
    assert compare(plan, went, lens="conformance").headlines()[1].startswith("3 elements could not be matched for sure: “Pays”")


def test_what_is_met_does_not_depend_on_which_run_comes_first() -> None:
    several = [run(str(at), keys) for at, keys in enumerate(("axcd", "abcyd", "ayxcd", "acdxy"))]
    orders = {tuple((way.deviations, way.met) for way in conformance(PLAN, held).ways) for held in (several, several[::-1])}
    assert len(orders) == 1
    way = next(one for one in conformance(PLAN, several).ways if one.runs == 2)
    assert [one.touchpoint for one in way.met] == ["a", "c", "d", "x", "y"]


def test_what_comes_from_another_journey_is_none_of_the_plan_whatever_its_id_there() -> None:
    held = [Touchpoint("Finds the shop", id="a"), Touchpoint("Zzz", id="x", origin="returns/c"), Touchpoint("Comes home", id="d")]
    went = Journey("Run", id="r", case="1", form="actual", origin="shop", stages=[Stage("Day", held)])
    assert [one.touchpoint for one in Run.of(went).steps] == ["a", "x", "d"]
    (found,) = runs_in(Portfolio(journeys=[PLAN, went]), PLAN, fuzzy=False)
    assert [one.touchpoint for one in found.steps] == ["a", "x", "d"]
    for run_ in (went, evolve(went, origin=None)):
        c = compare(PLAN, run_, lens="conformance", fuzzy=False)
        assert [one.touchpoint for one in run_of(c).steps] == ["a", "x", "d"]
        assert {"“Zzz” happens unplanned.", "“Pays at the till” is missing."} <= {*c.headlines()}
    planned = evolve(went, stages=[Stage("Day", [held[0], evolve(held[1], origin="shop/c"), held[2]])])
    assert [one.touchpoint for one in Run.of(planned).steps] == ["a", "c", "d"]


def unplanned(case: str, key: str, title: str) -> Journey:
    held = [Touchpoint(NAMES["a"], id="a"), Touchpoint(title, id=key), Touchpoint(NAMES["c"], id="c"), Touchpoint(NAMES["d"], id="d")]
    return Journey(f"Run {case}", id=f"r{case}", case=case, form="actual", origin="shop", stages=[Stage("Day", held)])


def test_what_runs_call_differently_is_not_counted_as_one() -> None:
    titles = ("Chases delivery", "Wants money back", "chases  delivery")
    book = Portfolio(journeys=[PLAN, *(unplanned(str(at), "x", title) for at, title in enumerate(titles))])
    c = compare(book, book, lens="conformance", fuzzy=False)
    assert c.headlines()[1:3] == (
        "“Chases delivery” happens unplanned in 2 of 3 runs (67 %).", "“Wants money back” happens unplanned in 1 of 3 runs (33 %).",
    )  # fmt: skip
    assert isinstance(c.seen, Conformance)
    assert dict(c.seen.counts) == {("additional", "r0/x"): 2, ("additional", "r1/x"): 1}
    assert c.seen.candidates == (("r0/x", 2),)


def test_what_runs_call_alike_keeps_its_id() -> None:
    book = Portfolio(journeys=[PLAN, unplanned("1", "x", "Chases delivery"), unplanned("2", "x", "Chases delivery")])
    seen = compare(book, book, lens="conformance", fuzzy=False).seen
    assert isinstance(seen, Conformance)
    assert dict(seen.counts) == {("additional", "x"): 2}


def test_runs_made_without_the_plan_are_not_told_by_the_title_of_one_of_them() -> None:
    book = Portfolio(journeys=[PLAN, unplanned("1", "x", "Chases delivery"), unplanned("2", "x", "Wants money back")])
    found = conformance(PLAN, [Run.of(one) for one in book.journeys if one.form == "actual"])
    assert answers(found, PLAN, book)[1] == "“x” happens unplanned in 2 of 2 runs (100 %)."
