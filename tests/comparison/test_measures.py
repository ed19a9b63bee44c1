"""The numbers of the lenses: as data, in words, and where a reader finds them."""

from typing import Any

import pytest
from attrs import evolve

from journeykit.comparison import (
    LENSES,
    LensMeasure,
    Naming,
    Perception,
    Run,
    Step,
    compare,
    conformance,
    measures_told,
    persona_matrix,
    plain_data,
    words_in,
)
from journeykit.comparison.lens_measures import measures_of
from journeykit.model import (
    KPI,
    Action,
    Channel,
    Emotion,
    Expectation,
    Insight,
    Journey,
    Measurement,
    Opportunity,
    Persona,
    Portfolio,
    Stage,
    Touchpoint,
)


def journey(*held: Touchpoint, **fields: Any) -> Journey:
    return Journey("I order", **{"id": "order", **fields}, stages=[Stage("All", held)])


def rated(view: Any, *ratings: int, felt: tuple[int | None, ...] = ()) -> Journey:
    feelings = [*felt, *([None] * len(ratings))]
    held = [
        Touchpoint(f"Step {at}", importance={view: one}, **({} if feel is None else {"emotion": feel}))
        for at, (one, feel) in enumerate(zip(ratings, feelings, strict=False))
    ]
    return journey(*held, perspective=view)


def told(c: Any, language: str | None = None) -> list[tuple[str, str]]:
    return measures_told(c.measures, Naming.of(c, language))


def test_rank_correlation_and_overlap_are_read_off() -> None:
    c = compare(rated("customer", 5, 4, 3, 1, felt=(1, -2, 0, 2)), rated("employee", 5, 3, 4, 1, felt=(2, 1, 0)), lens="perception")
    assert c.measures == (
        LensMeasure("overestimated", "count", 2, 3), LensMeasure("underestimated", "count", 0, 3), LensMeasure("without_view", "share", 0.25, 4),
        LensMeasure("blind_spots", "count", None, 0), LensMeasure("rank_correlation", "correlation", 0.8, 4), LensMeasure("top_overlap", "share", 1.0, 3),
    )  # fmt: skip
    assert told(c)[3:] == [
        ("Rank correlation of importance (Spearman)", "+0.8 (4 touchpoints)"),
        ("Most important touchpoints that both name", "100 %"),
    ]
    assert told(c, "de")[3] == ("Rangkorrelation der Wichtigkeit (Spearman)", "+0,8 (4 Kontaktpunkte)")
    assert plain_data(c)["measures"][4] == {
        "key": "rank_correlation", "kind": "correlation", "value": 0.8, "of": 4, "journey": None,
        "words": "Rank correlation of importance (Spearman): +0.8 (4 touchpoints)",
    }  # fmt: skip


def test_what_cannot_be_told_is_data_and_no_words() -> None:
    c = compare(rated("customer", 5, 4), rated("employee", 4, 5), lens="perception")
    assert [(one.key, one.value, one.of) for one in c.measures if one.value is None] == [
        ("overestimated", None, 0), ("underestimated", None, 0), ("without_view", None, 0), ("blind_spots", None, 0),
        ("rank_correlation", None, 2), ("top_overlap", None, 3),
    ]  # fmt: skip
    assert told(c) == []
    assert plain_data(c)["measures"][-1]["words"] == ""


def test_a_negative_correlation_has_its_sign() -> None:
    c = compare(rated("customer", 1, 2, 3), rated("employee", 3, 2, 1), lens="perception")
    assert dict(told(c))["Rank correlation of importance (Spearman)"] == "−1 (3 touchpoints)"


def test_runs_are_measured() -> None:
    plan = journey(Touchpoint("A"), Touchpoint("B"), form="planned")
    found = conformance(plan, [Run("1", [Step("a"), Step("b")]), Run("2", [Step("a")]), Run("3", [Step("a"), Step("b"), Step("x")])])
    assert measures_of(found) == (LensMeasure("runs_as_planned", "count", 1, 3), LensMeasure("fitness", "ratio", pytest.approx(5 / 6), 3))


def test_what_is_addressed_and_what_is_not() -> None:
    before = journey(Touchpoint("A", pains=[Insight("Slow", id="p"), Insight("Loud", id="q")]), Touchpoint("B"))
    after = journey(Touchpoint("A", pains=[Insight("Loud", id="q"), Insight("Cold", id="r")]), id="to-be", state="future", origin="order")
    book = Portfolio(journeys=[before, after], actions=[Action("Hurry", addresses=["order/a/p"], status="selected")])
    found = compare(book.journeys["order"], book.journeys["to-be"], lens="future").measures
    assert [(one.key, one.value, one.of) for one in found][:3] == [
        ("pains_addressed", 1, 2),
        ("pains_not_addressed", 1, 2),
        ("pains_new", 1, None),
    ]


def test_two_and_more_personas() -> None:
    one = journey(Touchpoint("A", emotion=1), Touchpoint("B", pains=["Slow"]), persona="ana", id="of-ana")
    other = journey(Touchpoint("A", emotion=-1), Touchpoint("C"), persona="ben", id="of-ben")
    expected = [("touchpoints_shared", 1, 3), ("feelings_apart", 1, 1)]
    c = compare(one, other, lens="personas", fuzzy=False)
    assert [(held.key, held.value, held.of) for held in c.measures] == [*expected, ("pains_shared", 0, None)]
    book = Portfolio(personas=[Persona("Ana", id="ana"), Persona("Ben", id="ben")], journeys=[one, other])
    assert [(held.key, held.value, held.of) for held in compare(book, book, lens="personas").measures] == [
        *expected, ("pains_of_several", 0, None),
    ]  # fmt: skip


def test_a_touchpoint_that_one_has_in_parts_is_one_however_it_is_counted() -> None:
    one = journey(Touchpoint("Pay", id="pay"), persona="ana", id="of-ana")
    other = journey(
        Touchpoint("Deposit", id="d1", origin="of-ana/pay"), Touchpoint("Rest", id="d2", origin="of-ana/pay"), persona="ben", id="of-ben"
    )
    for sides in ((one, other), (other, one)):
        found = compare(*sides, lens="personas").measures[0]
        assert (found.key, found.value, found.of) == ("touchpoints_shared", 1, 1)
        assert measures_of(persona_matrix(sides))[0] == found


def test_nothing_to_count_is_not_zero() -> None:
    bare = journey(Touchpoint("A"))
    found = {held.key: (held.value, held.of) for held in compare(bare, bare, lens="expectation").measures}
    assert found["expectations_met"] == found["times_kept"] == (None, 0)
    assert told(compare(bare, bare, lens="versions")) == [("Pains resolved or gone", "0"), ("New pains", "0"), ("Pains that are back", "0")]


def test_expectations_are_counted() -> None:
    held = [Expectation("Warm", met="met"), Expectation("Quick", met="not_met"), Expectation("Cheap", met="exceeded"), Expectation("Nice")]
    one = journey(Touchpoint("A", expectations=held, emotions=[Emotion(1, moment="before"), Emotion(-1)]))
    found = {held.key: (held.value, held.of) for held in compare(one, one, lens="expectation").measures}
    assert (found["expectations_met"], found["expectations_unknown"], found["disappointments"]) == ((2, 4), (1, 4), (1, None))


def test_portfolios_are_measured_journey_by_journey() -> None:
    sides = [Portfolio(journeys=[rated(view, *ratings), evolve(rated(view, 1), id="other", title="Other")])
             for view, ratings in (("customer", (5, 4, 3)), ("employee", (5, 3, 4)))]  # fmt: skip
    c = compare(sides[0], sides[1], lens="perception")
    assert [(one.journey, one.value) for one in c.measures if one.key == "rank_correlation"] == [("order", 0.5), ("other", None)]
    assert ("Rank correlation of importance (Spearman) in “I order”", "+0.5 (3 touchpoints)") in told(c)


def test_without_a_lens_and_where_a_lens_finds_nothing_there_are_none() -> None:
    one = journey(Touchpoint("A"))
    assert compare(one, one).measures == ()
    plans = [Journey(name, id=name.lower(), form="planned") for name in "AB"]
    book = Portfolio(journeys=[*plans, *(Journey("R", id=f"r{key}", form="actual", origin=key) for key in "ab")])
    assert compare(book, book, lens="conformance").measures == ()


@pytest.mark.parametrize("lens", LENSES)
@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_every_measure_has_words(lens: Any, language: str) -> None:
    one, other = rated("customer", 5, 4, 3, felt=(1, 2)), rated("employee", 5, 4, 3, felt=(1, 2))
    c = compare(one, other, lens=lens)
    assert c.measures
    assert {held.key for held in c.measures} <= words_in(language).measures.keys()
    assert len(told(c, language)) == sum(held.value is not None for held in c.measures)


@pytest.mark.parametrize(
    ("mine", "yours", "overlap"),
    [((5, 4, 3, 1, 1), (5, 5, 5, 5, 1), 1.0), ((5, 5, 5, 5, 1), (5, 4, 3, 1, 1), 1.0), ((5, 4, 3, 1, 1), (1, 1, 3, 4, 5), 1 / 3),
     ((5, 5, 5, 5, 1), (1, 1, 3, 4, 5), 2 / 3), ((1, 1, 3, 4, 5), (5, 5, 5, 5, 1), 2 / 3)],
)  # fmt: skip
def test_ties_at_the_border_count_on_both_sides_over_the_smaller(mine: tuple[int, ...], yours: tuple[int, ...], overlap: float) -> None:
    for one, other in (("customer", "employee"), ("employee", "customer")):
        c = compare(rated(one, *mine), rated(other, *yours), lens="perception")
        assert c.measures[-1] == LensMeasure("top_overlap", "share", overlap, 3)


def test_one_account_by_employees_holds_the_pains_of_both() -> None:
    one = journey(Touchpoint("A", pains=[Insight("Slow", perspective="customer"), Insight("Loud")]), perspective="employee")
    seen = compare(one, one, lens="perception").seen
    assert isinstance(seen, Perception)
    assert (seen.customer_pains, seen.employee_pains) == (("Slow",), ("Loud",))


@pytest.mark.parametrize(("before", "after"), [("shop", "web"), ("shop", "shop")])
def test_channels_that_come_and_go_are_told_and_others_are_not(before: str, after: str) -> None:
    c = compare(
        journey(Touchpoint("A", channel=before)), journey(Touchpoint("A", channel=after), id="to-be", state="future"), lens="future"
    )
    told = [one for one in c.headlines() if "channel:" in one or "in use" in one]
    assert told == (["New channel: “web”.", "No longer in use: “shop”."] if before != after else [])


def test_a_pain_is_addressed_through_an_opportunity_at_its_touchpoint() -> None:
    held = Touchpoint("A", pains=[Insight("Slow", id="p")], opportunities=[Opportunity("Be quick", id="quick", addresses=["p"])])
    sides = [journey(held), journey(Touchpoint("A"), id="to-be", state="future", origin="order")]
    for address, count in (("order/a/quick", 1), (None, 0)):
        actions = [Action("Hurry", addresses=[address] if address else [], status="selected")]
        book = Portfolio(journeys=sides, actions=actions)
        found = compare(book.journeys["order"], book.journeys["to-be"], lens="future").measures[0]
        assert (found.key, found.value, found.of) == ("pains_addressed", count, 1)


@pytest.mark.parametrize(("own", "other", "counts"), [(0, 1, (0, 1)), (1, 0, (1, 0)), (0, 0, (0, 0))])
def test_one_more_is_better_on_either_side(own: int, other: int, counts: tuple[int, int]) -> None:
    c = compare(journey(Touchpoint("A", emotion=own)), journey(Touchpoint("A", emotion=other)), lens="competitor")
    assert [one.value for one in c.measures] == [1, *counts]


def test_differences_within_their_margin_are_told_last_however_wide() -> None:
    held = [
        Measurement(anchor=f"order/{place}", channel=by, value=value, n=n, at=2025)
        for place, n, values in (("ask", 10, (40, 60)), ("pay", 9000, (70, 80)))
        for by, value in zip(("web", "shop"), values, strict=True)
    ]
    several = [Touchpoint("Ask", channels=["web", "shop"]), Touchpoint("Pay", channels=["web", "shop"])]
    book = Portfolio(
        kpis=[KPI("Solved", id="solved", unit="%", direction="higher", measurements=held)],
        channels=[Channel("Web", id="web"), Channel("Shop", id="shop")],
        journeys=[journey(*several)],
    )
    c = compare(book.journeys[0], book.journeys[0], lens="channels")
    assert [one[:5] for one in c.headlines() if "Solved" in one] == ["“Pay”", "“Ask”"]
    assert [(one.value, one.of) for one in c.measures] == [(1, 2), (0, None)]
