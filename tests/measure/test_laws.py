"""Laws of all measures: total, deterministic, inventing nothing, stable under what does not concern them."""

import inspect
from collections.abc import Callable
from math import isclose
from typing import Any

import pytest
from attrs import evolve, frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from journeykit import measure
from journeykit.measure import Result, Results
from journeykit.model import Insight, Journey, Portfolio, Stage, Touchpoint
from journeykit.testing import portfolios

MEASURES: dict[str, Callable[..., Any]] = {
    name: found
    for name in measure.__all__
    if name not in {"report", "series_in"}  # all measures together, and what some of them read
    and inspect.isfunction(found := getattr(measure, name))
    and next(iter(inspect.signature(found).parameters), "") in {"book", "journey"}
}


def each(result: Any) -> tuple[Result[Any], ...]:
    return result.parts if isinstance(result, Results) else (result,)


def test_every_measure_is_found() -> None:
    assert len(MEASURES) == 36


@given(portfolios(max_journeys=2, max_touchpoints=5))
@settings(max_examples=60)
def test_no_measure_raises_and_every_result_is_whole(book: Portfolio) -> None:
    for name, found in MEASURES.items():
        for target in (book, *book.journeys):
            result = found(target)
            assert isinstance(result.sentence, str)
            for one in each(result):
                assert one.measure == name
                assert one.sentence
                assert "\n" not in one.sentence
                assert all(len(row) == len(one.columns) for row in one.records)
                assert len(one.to_table()) == len(one.records) + 1
                assert all(isinstance(text, str) for row in one.to_table() for text in row)
                assert all(isinstance(value, str | int | float | None) for row in one.rows() for value in row.values())
            assert len(result.rows()) == sum(len(one.records) for one in each(result))


@given(portfolios(max_journeys=2, max_touchpoints=5))
@settings(max_examples=25)
def test_the_same_input_gives_the_same_result(book: Portfolio) -> None:
    again = evolve(book)
    for found in MEASURES.values():
        assert found(book) == found(again)


@given(portfolios(max_journeys=2, max_touchpoints=6))
@settings(max_examples=60)
def test_no_reading_is_invented(book: Portfolio) -> None:
    for journey in book.journeys:
        for perspective in ("customer", "employee"):
            given_ = [
                one.valence
                for held in journey.touchpoints
                for one in held.emotions
                if (one.perspective or journey.perspective) == perspective
            ]
            curve = measure.emotion_curve(journey, perspective=perspective)
            assert all(min(given_) <= one.valence <= max(given_) for one in curve.points)
            assert curve.n <= len(given_)
            assert (curve.value is None) == (curve.n == 0)
            gaps = {row["touchpoint"] for row in curve.rows() if row["valence"] is None}
            assert gaps == set(journey.touchpoints.ids) - {one.touchpoint for one in curve.points}
            assert all("intended" not in one.basis for one in curve.points) or all(one.basis == ("intended",) for one in curve.points)


@given(portfolios(max_journeys=2, max_touchpoints=6))
@settings(max_examples=40)
def test_sums_are_the_sums_of_their_parts(book: Portfolio) -> None:
    for journey in book.journeys:
        found = measure.time(journey)
        for whole, parts in ((found.duration, [one.duration for one in found.stages]), (found.wait, [one.wait for one in found.stages])):
            known = [one for one in parts if one is not None]
            assert (whole is None) == (not known)
            assert whole is None or isclose(whole, sum(known), rel_tol=1e-9, abs_tol=1e-9)
        load = measure.ownership(journey).load
        assert sum(one.touchpoints for one in load) == sum(1 for one in journey.touchpoints if one.owner)
        counts = measure.evidence_coverage(journey).counts
        assert sum(many for _, many in counts) == len(journey.touchpoints)


@given(portfolios(max_journeys=2, max_touchpoints=5), st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_rankings_do_not_hang_on_the_order_of_writing(book: Portfolio, random: Any) -> None:
    mixed: dict[str, Any] = {}
    for name in ("insights", "opportunities", "relations", "sources"):
        held = list(getattr(book, name))
        random.shuffle(held)
        mixed[name] = held
    other = evolve(book, **mixed)
    assert measure.pain_ranking(book).items == measure.pain_ranking(other).items
    assert measure.gain_ranking(book).items == measure.gain_ranking(other).items
    assert measure.opportunity_ranking(book).items == measure.opportunity_ranking(other).items
    assert measure.stakeholders(book).items == measure.stakeholders(other).items


@given(portfolios(max_journeys=1, max_touchpoints=5))
@settings(max_examples=40)
def test_an_unrelated_journey_moves_no_ranking(book: Portfolio) -> None:
    apart = Journey("Something else", id="zz-apart", stages=[Stage("Only", [Touchpoint("Nothing of it", id="zz-nothing")])])
    more = evolve(book, journeys=[*book.journeys, apart])
    assert measure.pain_ranking(more).items == measure.pain_ranking(book).items
    assert measure.opportunity_ranking(more).items == measure.opportunity_ranking(book).items
    for journey in book.journeys:
        for found in MEASURES.values():
            assert found(more.journeys[journey.id]) == found(journey)


@frozen
class Rated:
    severity: int | None
    frequency: float | None


RATED = st.builds(Rated, st.none() | st.integers(0, 4), st.none() | st.integers(0, 100).map(lambda n: n / 100))


def ranked(rated: list[Rated], prefix: str) -> list[tuple[Any, ...]]:
    pains = [Insight(f"Pain {at:03}", id=f"{prefix}{at}", severity=one.severity, frequency=one.frequency) for at, one in enumerate(rated)]
    journey = Journey("I buy", stages=[Stage("All", [Touchpoint("Pays", pains=pains)])])
    return [(one.text, one.rank, one.group, one.low, one.high) for one in measure.pain_ranking(journey).items]


@given(st.lists(RATED, max_size=8))
def test_renaming_ids_moves_no_ranking(rated: list[Rated]) -> None:
    assert ranked(rated, "a") == ranked(rated, "z-other-")


@given(st.lists(RATED, min_size=1, max_size=8))
def test_a_ranking_is_in_order_and_its_ranges_hold_what_is_possible(rated: list[Rated]) -> None:
    rows = ranked(rated, "p")
    for group in ("ranked", "severity_not_rated"):
        highs = [row[4] for row in rows if row[2] == group]
        assert highs == sorted(highs, reverse=True)
        assert [row[1] for row in rows if row[2] == group] == list(range(1, len(highs) + 1))
    assert all(low is None or 0 <= low <= high <= 1 for _, _, _, low, high in rows)
    assert len(rows) == len(rated)


@pytest.mark.parametrize("name", sorted(MEASURES))
def test_an_empty_book_and_an_empty_journey_can_be_measured(name: str) -> None:
    found = MEASURES[name]
    empty = Journey("I buy")
    for target in (Portfolio(), Portfolio("One", journeys=[empty]), empty, Journey("I buy", stages=[Stage("Nothing yet")])):
        result = found(target)
        assert isinstance(result.to_table(), tuple)
        assert not [one for one in each(result) if isinstance(one.value, float) and one.value != 0.0]


@pytest.mark.parametrize("name", sorted(MEASURES))
def test_every_measure_says_what_it_does(name: str) -> None:
    text = inspect.getdoc(MEASURES[name]) or ""
    assert text
    assert name == "gain_ranking" or "Args:" in text
