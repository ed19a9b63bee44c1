"""The quick way to a value makes what the constructor makes, and refuses what it refuses in the same words."""

from typing import Any

import pytest
from attrs import NOTHING, fields
from hypothesis import given, settings
from hypothesis import strategies as st

import journeykit.model as m
from journeykit.errors import JourneykitError
from journeykit.model import Activity, Checked, Emotion, FrozenMap, Journey, Portfolio, Touchpoint, UnfitError, builder_of, walk
from journeykit.model.about import sheet_of
from journeykit.testing import journeys, portfolios

ODD: tuple[Any, ...] = (None, "", " ", "x", "5 min", "2025-Q2", "3 EUR", 0, 1, -3, 2.5, float("nan"), True, (), ("x",), ("",), (1,), ["x"], {"a": 1},
                        {"x"}, b"x", FrozenMap({}), FrozenMap({"customer": 3}), Emotion(1), (Emotion(1),), ("pain", 3), "No", "Ä x", "not_met", "before")  # fmt: skip
CLASSES = [one for name in m.__all__ if isinstance(one := getattr(m, name), type) and issubclass(one, Checked) and fields(one)]


def arguments(value: Checked) -> dict[str, Any]:
    """What a value was made of, its defaults left out."""
    held = {one.alias: getattr(value, one.name) for one in fields(type(value)) if one.init and getattr(value, one.name) is not one.default}
    return {name: one for name, one in held.items() if name != "library"}


def built(kind: Any, given_: dict[str, Any]) -> Any:
    """As a file is read: what does not fit goes to the constructor, which says why."""
    try:
        return builder_of(kind, [(name, None, None) for name in given_])(given_.values())
    except UnfitError:
        return made(kind, given_)


def made(kind: Any, given_: dict[str, Any]) -> Any:
    """By the constructor; None stands for what is not given."""
    return kind(**{name: value for name, value in given_.items() if value is not None})


def outcome(make: Any) -> Any:
    try:
        value = make()
    except (JourneykitError, TypeError, AttributeError, ValueError) as error:
        return type(error), str(error)
    return type(value), [getattr(value, one.name) for one in fields(type(value))]


@given(portfolios(max_journeys=1) | journeys())
def test_every_value_is_built_as_it_is_made(book: Portfolio | Journey) -> None:
    for _, value in walk(book):
        one = built(type(value), arguments(value))
        assert outcome(lambda one=one: one) == outcome(lambda one=value: type(one)(**arguments(one)))
        assert one == value
        assert hash(one) == hash(value)


@settings(max_examples=300)
@given(st.data())
def test_odd_values_are_built_or_refused_alike(data: st.DataObject) -> None:
    kind: Any = data.draw(st.sampled_from(CLASSES))
    names = [one.alias for one in fields(kind) if one.init]
    required = {one.alias: "x" for one in fields(kind) if one.default is NOTHING}
    given_ = required | data.draw(st.dictionaries(st.sampled_from([*names, "unknown"]), st.sampled_from(ODD), max_size=3))
    if data.draw(st.booleans()):
        given_.pop(data.draw(st.sampled_from(names)), None)
    quick, slow = outcome(lambda: built(kind, given_)), outcome(lambda: made(kind, given_))
    assert repr(quick) == repr(slow)  # NaN equals nothing, so the words are compared


@given(portfolios(max_journeys=1))
def test_what_fits_is_left_as_it_is_by_its_converter(book: Portfolio) -> None:
    """On this the order of test and conversion stands."""
    for _, value in walk(book):
        for row in sheet_of(type(value)).rows:
            held = getattr(value, row.name)
            if row.convert is not None and row.test is not None and row.test(held):
                assert row.convert(held) == held
                assert type(row.convert(held)) is type(held)


@pytest.mark.parametrize("kind", CLASSES)
@pytest.mark.parametrize("odd", ODD)
def test_odd_values_that_fit_are_left_as_they_are(kind: Any, odd: Any) -> None:
    for row in sheet_of(kind).rows:
        if row.convert is not None and row.test is not None and row.test(odd):
            assert row.convert(odd) == odd


@pytest.mark.parametrize("kind", [Touchpoint, Activity])
def test_short_forms_are_joined_as_the_constructor_does(kind: Any) -> None:
    given_ = {"title": "Pays", "emotion": {"before": 1}, "emotions": [Emotion(2)]} | ({"touchpoints": "pay"} if kind is Activity else {})
    assert built(kind, given_) == kind(**given_)
    assert len(built(kind, given_).emotions) == 2


def test_a_portfolio_is_made_by_its_constructor() -> None:
    assert built(Portfolio, {}) == Portfolio()


def test_values_are_read_unless_they_are_of_the_type_that_is_kept() -> None:
    build = builder_of(Touchpoint, [("title", str, None), ("goal", str, lambda raw: f"read {raw}")])
    assert [build(["Pays", goal]).goal for goal in ("Be done", 7, None)] == ["Be done", "read 7", None]
    with pytest.raises(UnfitError):
        build([None, "Be done"])
