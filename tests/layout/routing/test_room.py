"""What is missing, and what becomes of the plan when it is given."""

import pytest
from attrs import evolve

from journeykit.layout.routing import Link, Room, grown, roomy, route

from .checks import check_all
from .plans import plain_plan


def test_a_roomy_plan_misses_nothing() -> None:
    needed = route(plain_plan("abc", [("a", "c")])).needed
    assert needed == Room(bands=(0.0, 0.0), gaps=(0.0, 0.0, 0.0, 0.0))
    assert needed.is_enough


def test_a_low_band_asks_for_its_tracks() -> None:
    plan = plain_plan("abcd", [("a", "c"), ("b", "d"), ("c", "a"), ("d", "b")], band=20)
    needed = route(plan).needed
    assert max(needed.bands) > 0
    assert not any(needed.gaps)


def test_a_band_has_an_upper_and_a_lower_part_beside_a_separator() -> None:
    plan = plain_plan("abc def", [("d", "f")], separators=(0,), band=16)
    needed = route(plan).needed
    assert len(needed.bands) == 4
    above_line, below_line = needed.bands[1:3]
    assert above_line == 0
    assert below_line + needed.bands[3] > 0


def test_a_narrow_gap_asks_for_its_lines() -> None:
    plan = plain_plan("ax by cz", [("a", "c"), ("c", "a"), ("a", "c"), ("x", "z"), ("z", "x"), ("x", "z")], gap=12)
    assert max(route(plan).needed.gaps) > 0
    wide = roomy(plan)
    found = route(wide)
    check_all(wide, found)
    assert found.needed.is_enough


@pytest.mark.parametrize("heads", [1, 2])
def test_a_straight_link_is_long_enough_for_its_heads(heads: int) -> None:
    plan = plain_plan("a b", [("a", "b")], band=6)
    plan = evolve(plan, links=[evolve(link, both_ways=heads == 2) for link in plan.links])
    (found,) = route(roomy(plan)).routes
    assert found.points[1][1] - found.points[0][1] == pytest.approx(14 * heads)


def test_words_over_a_straight_link_ask_for_a_gap_and_words_beside_one_for_a_band() -> None:
    plan = plain_plan("ab cd", [("a", "b"), ("a", "c")], gap=20, band=10)
    plan = evolve(plan, links=[evolve(link, label_width=50, label_height=12) for link in plan.links])
    needed = route(plan).needed
    assert needed.gaps[1] > 0
    assert needed.bands[1] > 0
    wide = roomy(plan)
    found = route(wide)
    check_all(wide, found)
    assert all(one.label for one in found.routes)


def test_words_stand_near_the_source() -> None:
    plan = evolve(plain_plan("abcdef", []), links=[Link(id="1", source="f", target="b", label_width=40, label_height=12)])
    (found,) = route(plan).routes
    assert found.label is not None
    assert abs(found.label.x + 40 - found.points[0][0]) < 60


def test_growing_moves_what_lies_after_and_widens_what_lies_over_a_gap() -> None:
    plan = plain_plan("aa bc", [("b", "c")], separators=(0,))
    wide = grown(plan, Room(bands=(1.0, 2.0, 4.0, 8.0), gaps=(16.0, 32.0, 64.0)))
    before, after = ({box.id: box for box in one.boxes} for one in (plan, wide))
    assert after["a"] == evolve(before["a"], x=before["a"].x + 16, y=before["a"].y + 1, width=before["a"].width + 32)
    assert after["c"] == evolve(before["c"], x=before["c"].x + 48, y=before["c"].y + 7)
    assert wide.separators[0] == plan.separators[0] + 3
    assert (wide.right, wide.bottom) == (plan.right + 112, plan.bottom + 15)
    assert wide.columns[1].left == plan.columns[1].left + 48
    assert (wide.rows[1].top, wide.rows[1].bottom) == (plan.rows[1].top + 7, plan.rows[1].bottom + 7)
