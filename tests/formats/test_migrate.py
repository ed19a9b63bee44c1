"""Older versions become newer ones, one step at a time."""

from typing import Any

import pytest

from journeykit.errors import ConversionError
from journeykit.formats import VERSION, migrate


def renamed(data: dict[str, Any]) -> dict[str, Any]:
    return {**{key: one for key, one in data.items() if key != "name"}, "title": data["name"]}


def marked(data: dict[str, Any]) -> dict[str, Any]:
    return {**data, "extra": {"from": 2}}


STEPS = {1: renamed, 2: marked}


def test_steps_follow_each_other() -> None:
    assert migrate({"name": "Book"}, 1, newest=3, steps=STEPS) == {"title": "Book", "extra": {"from": 2}}
    assert migrate({"title": "Book"}, 2, newest=3, steps=STEPS) == {"title": "Book", "extra": {"from": 2}}


def test_the_newest_version_stays_as_it_is() -> None:
    data = {"title": "Book"}
    assert migrate(data, VERSION) is data


@pytest.mark.parametrize(
    ("version", "message"), [(9, "newer than this journeykit knows"), (0, "There is no version 0"), (-1, "There is no version -1")]
)
def test_there_is_no_way_from_elsewhere(version: int, message: str) -> None:
    with pytest.raises(ConversionError, match=message):
        migrate({}, version)
