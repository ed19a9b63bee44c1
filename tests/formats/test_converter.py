"""Journeys inside of attrs classes of one's own."""

import pytest
from attrs import frozen
from hypothesis import given, settings

from journeykit.errors import ModelError
from journeykit.formats import converter
from journeykit.model import Portfolio, Touchpoint
from journeykit.testing import portfolios, touchpoints


@frozen
class Project:
    name: str
    book: Portfolio
    favourites: list[Touchpoint]


@settings(max_examples=20, deadline=None)
@given(portfolios(), touchpoints())
def test_there_and_back(book: Portfolio, favourite: Touchpoint) -> None:
    project = Project("x", book, [favourite])
    assert converter().structure(converter().unstructure(project), Project) == project


def test_what_is_wrong_comes_out_at_once() -> None:
    with pytest.raises(ModelError) as caught:
        converter().structure({"title": "T", "emotion": 3, "ownr": "a", "matters": "yes"}, Touchpoint)
    assert [one.where for one in caught.value.problems] == ["emotions[0].valence", "", "matters"]


def test_each_call_gives_a_new_one() -> None:
    assert converter() is not converter()
