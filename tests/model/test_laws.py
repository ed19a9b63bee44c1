"""Laws of the model, on values of every shape."""

import copy
import pickle
from datetime import timedelta
from typing import Any

import pytest
from attrs import evolve, fields
from hypothesis import given
from hypothesis import strategies as st

import journeykit.model as m
from journeykit.errors import JourneykitError
from journeykit.model import Emotion, Journey, Portfolio, parse_duration, references, show_duration, walk
from journeykit.testing import emotions, journeys, personas, portfolios, touchpoints

ANY = st.one_of(portfolios(), journeys(), touchpoints(), personas(), emotions())


@given(ANY)
def test_a_value_is_what_it_shows(value: Any) -> None:
    again = eval(repr(value), vars(m) | {name: getattr(m, name) for name in m.__all__})  # noqa: S307  # our own text
    assert again == value
    assert hash(again) == hash(value)


@given(ANY)
def test_a_value_survives_pickle_copy_and_evolve(value: Any) -> None:
    for again in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value), evolve(value)):  # noqa: S301  # our own bytes
        assert again == value
        assert hash(again) == hash(value)


@given(journeys())
def test_a_bare_journey_always_makes_a_portfolio(journey: Journey) -> None:
    book = Portfolio.of(journey)
    assert book.journeys[0].touchpoints.ids == journey.touchpoints.ids
    assert Portfolio.of(book.journeys[0]).journeys[0] == book.journeys[0]


@given(portfolios())
def test_every_journey_of_a_portfolio_stands_alone(book: Portfolio) -> None:
    for journey in book.journeys:
        assert journey.library == book.library
        assert Portfolio.of(journey).journeys[0].touchpoints.ids == journey.touchpoints.ids
        slice_ = journey.select(touchpoints=list(journey.touchpoints.ids)[::2])
        assert set(slice_.touchpoints.ids) == set(list(journey.touchpoints.ids)[::2])
        assert slice_.library == book.library
    assert book.select(journeys=list(book.journeys.ids)) == book


@given(portfolios())
def test_by_actor_and_actors_are_inverse(book: Portfolio) -> None:
    for journey in book.journeys:
        met = set(journey.actors())
        for actor in book.every_actor():
            assert bool(journey.by_actor(actor)) == (actor.id in met)
            assert (journey.id in {part.journey for part in book.by_actor(actor.id).parts}) == (actor.id in met)


@given(portfolios())
def test_every_reference_is_the_full_id(book: Portfolio) -> None:
    again = Portfolio(**{one.alias: getattr(book, one.name) for one in fields(Portfolio) if one.init})
    assert list(references(again)) == list(references(book))


@given(portfolios())
def test_walk_meets_each_path_once(book: Portfolio) -> None:
    paths = [path for path, _ in walk(book)]
    assert len(paths) == len(set(paths))


@given(st.timedeltas(timedelta(0), timedelta.max))
def test_a_duration_is_read_back(value: timedelta) -> None:
    assert parse_duration(show_duration(value)) == value


@given(st.integers(0, 100), st.integers(0, 100), st.sampled_from([(1, 5), (0, 10), (5, 1), (-3, 3)]))
def test_another_scale_is_monotone_and_invertible(one: int, two: int, ends: tuple[int, int]) -> None:
    low, high = ends
    scores = [low + (high - low) * share / 100 for share in sorted((one, two))]
    readings = [Emotion.from_scale(score, low=low, high=high) for score in scores]
    assert readings[0].valence <= readings[1].valence
    for score, reading in zip(scores, readings, strict=True):
        assert reading.on_scale(low=low, high=high) == pytest.approx(score)


CLASSES = [
    getattr(m, name)
    for name in (  # noqa: SIM905  # a list of words reads better
                 "Action Activity Actor Benefit Channel Emotion Expectation FailPoint Goal Insight Journey KPI Library Link Measurement Opportunity "
                 "Owner Persona PhysicalEvidence Portfolio Relation Scale Scope Source Stage System Target TeamMember Touchpoint").split()
]  # fmt: skip
JSONISH = st.recursive(
    st.sampled_from(
        [
            None,
            True,
            False,
            0,
            1,
            -1,
            7,
            10**400,
            0.5,
            float("nan"),
            float("inf"),
            "",
            " ",
            "x",
            "pay",
            "2025",
            "20 min",
            "1 EUR",
            b"x",
            {1, 2},
        ]
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["customer", "during", "x", ""]), inner, max_size=2),
    max_leaves=5,
)


@given(st.data())
def test_any_value_in_any_field_makes_a_value_or_a_house_error(data: st.DataObject) -> None:
    cls = data.draw(st.sampled_from(CLASSES))
    names = [one.alias for one in fields(cls) if one.init and one.alias != "library"]
    given_ = {one.alias: "x" for one in fields(cls) if one.init and one.default.__class__.__name__ == "_Nothing"}
    given_ |= {name: data.draw(JSONISH) for name in data.draw(st.lists(st.sampled_from(names), max_size=4, unique=True))}
    try:
        value = cls(**given_)
    except JourneykitError as error:
        assert all(problem.message and problem.where for problem in error.problems)  # noqa: PT017  # or none
    else:
        assert value == cls(**given_)
        assert isinstance(hash(value), int)
        assert repr(value)
