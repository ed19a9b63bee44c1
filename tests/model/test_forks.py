"""The lines that customers go along where they do not all go the same way."""

import pytest
from hypothesis import given

from journeykit.model import lines_of, routes_of, steps_of
from journeykit.testing import journeys
from tests.model.forking import OPTIONAL, A, B, C, D, of


def lines(journey):
    return lines_of(journey, routes_of(journey))


@pytest.mark.parametrize(
    ("steps", "links", "found"),
    [
        ((A, B, C), (), ()),
        ((A, B, C), ("c branch a",), ()),
        ((A, OPTIONAL, C), (), ((0, 2), (0, 1, 2))),
        ((A, C, OPTIONAL), (), ((0, 1), (1, 2))),
        ((OPTIONAL, A, C), (), ((1, 2), (0, 1))),
        ((A, B, C, D), ("a branch b 0.3", "a branch c 0.7", "b sequence d"), ((0, 2, 3), (0, 1, 3))),
        ((A, B, C, D), ("a branch b 0.7", "a branch c 0.3", "b sequence d"), ((0, 1, 3), (0, 2, 3))),
        ((A, B, C, D), ("a branch b", "a branch d"), ((0, 1, 2, 3), (0, 3))),
        ((A, C, OPTIONAL), ("a branch c 0.9", "a branch b 0.1"), ((0, 1), (0, 2))),
        ((OPTIONAL,), (), ()),
        ((A, OPTIONAL, C, D), ("a branch c 0.9", "a branch d 0.1"), ((0, 2, 3), (0, 1, 2), (0, 3))),
    ],
)
def test_the_main_line_and_where_others_leave_and_join_it(steps, links, found):
    assert lines(of(*steps, links=links)) == found


@given(journeys())
def test_lines_lead_onwards_and_none_twice(journey):
    found = lines(journey)
    assert all(0 <= one < len(journey.touchpoints) for line in found for one in line)
    assert all(list(line) == sorted(set(line)) for line in found)
    assert sum(len(line) - 1 for line in found) == len(steps_of(found))
