"""The curve: it passes through its readings, never beyond them, and is split exactly at zero."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit.layout.curve import segments, split_at_zero

values = st.floats(-2, 2).map(lambda one: round(one, 2))


@st.composite
def runs(draw):
    steps = draw(st.lists(st.floats(64, 240), min_size=1, max_size=12))
    points, x = [(0.0, draw(values))], 0.0
    for step in steps:
        x += step
        points.append((x, draw(values)))
    return points


@given(runs())
def test_it_passes_through_every_reading(points):
    found = segments(points)
    assert [(one.x0, one.y0) for one in found] == points[:-1]
    assert [(one.x1, one.y1) for one in found] == points[1:]


@given(runs())
def test_it_never_overshoots(points):
    for one in segments(points):
        low, high = sorted((one.y0, one.y1))
        for at in range(21):
            assert low - 1e-9 <= one.at(one.x0 + (one.x1 - one.x0) * at / 20) <= high + 1e-9


@given(runs())
def test_slopes_meet_at_every_reading(points):
    found = segments(points)
    for one, other in pairwise(found):
        left, right = (one.y1 - one.c2) / (one.x1 - one.x0), (other.c1 - other.y0) / (other.x1 - other.x0)
        assert left == pytest.approx(right, abs=1e-9)


def test_two_readings_are_joined_by_a_straight_line():
    (one,) = segments([(0, -1), (90, 2)])
    assert (one.c1, one.c2) == pytest.approx((0, 1))


def test_one_reading_has_no_curve():
    assert segments([(0, 1)]) == []


def test_a_local_extreme_is_flat():
    _, after = segments([(0, 0), (100, 2), (200, -1)])
    assert after.c1 == pytest.approx(2)


def test_the_dealership_curve_is_that_of_the_reference():
    # Control values of d3's curveMonotoneX at 160 px columns, levels 46 px apart.
    found = segments([(0, 1), (160, 2), (320, -1), (480, -1), (640, -2), (800, -1)])
    assert [round(one.c1, 3) for one in found] == [1.5, 2.0, -1.0, -1.0, -2.0]
    assert [round(one.c2, 3) for one in found] == [2.0, -1.0, -1.0, -2.0, -1.5]


@given(runs(), st.floats(0.01, 0.98), st.floats(0.005, 1))
def test_a_part_lies_on_the_whole(points, begin, reach):
    one = segments(points)[0]
    length = one.x1 - one.x0
    low, high = one.x0 + begin * length, one.x0 + min(1, begin + reach) * length
    part = one.cut(low, high)
    for at in range(11):
        x = low + (high - low) * at / 10
        assert part.at(min(x, high)) == pytest.approx(one.at(x), abs=1e-9)


@given(runs())
def test_areas_lie_on_their_side_of_zero_and_end_at_it(points):
    above, below = split_at_zero(segments(points))
    for side, stretches in ((1, above), (-1, below)):
        for stretch in stretches:
            for one in stretch:
                assert all(side * one.at(one.x0 + (one.x1 - one.x0) * at / 10) >= -1e-6 for at in range(11))
            for x, y in ((stretch[0].x0, stretch[0].y0), (stretch[-1].x1, stretch[-1].y1)):
                assert x in {points[0][0], points[-1][0]} or y == pytest.approx(0, abs=1e-6)
