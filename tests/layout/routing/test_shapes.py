"""Which lines a reader would draw by hand."""

from itertools import pairwise

import pytest
from attrs import evolve

from bench.routing import count
from journeykit.layout.routing import Box, Link, Plan, Route, route

from .checks import check_all
from .plans import plain_plan


def drawn(plan: Plan) -> list[Route]:
    found = route(plan)
    check_all(plan, found)
    return list(found.routes)


def ways(plan: Plan) -> list[tuple[str, str, int]]:
    return [(one.source_side, one.target_side, one.bends) for one in drawn(plan)]


def middle(plan: Plan, name: str) -> float:
    box = next(box for box in plan.boxes if box.id == name)
    return box.x + box.width / 2


def test_neighbours_of_a_row_are_joined_straight() -> None:
    assert ways(plain_plan("ab", [("a", "b")])) == [("right", "left", 0)]


def test_a_neighbour_may_stand_behind_empty_cells() -> None:
    assert ways(plain_plan("a..b", [("b", "a")])) == [("left", "right", 0)]


def test_what_stands_between_two_boxes_of_a_row_is_passed_above_or_below() -> None:
    ((leave, enter, bends),) = ways(plain_plan("abc", [("a", "c")]))
    assert (leave, bends) == (enter, 2)
    assert leave in {"top", "bottom"}


def test_a_loop_back_beside_the_way_there_shares_no_track() -> None:
    assert ways(plain_plan("ab", [("a", "b"), ("b", "a")])) == [("right", "left", 0), ("left", "right", 0)]


def test_a_straight_upright_link_stands_in_the_middle_of_its_boxes() -> None:
    plan = plain_plan("a b", [("b", "a")])
    (one,) = drawn(plan)
    assert (one.source_side, one.target_side) == ("top", "bottom")
    assert [x for x, _ in one.points] == [middle(plan, "a")] * 2


def test_a_straight_link_keeps_the_middle_and_a_bent_one_makes_way() -> None:
    plan = plain_plan("ab cd", [("a", "c"), ("a", "d"), ("b", "d")], separators=(0,))
    one, two, three = drawn(plan)
    assert one.points[0][0] == middle(plan, "a")
    assert three.points[0][0] == middle(plan, "b")
    assert two.bends == 2


def test_a_link_goes_straight_through_empty_cells() -> None:
    assert ways(plain_plan("ab .c .d ef", [("a", "e")])) == [("bottom", "top", 0)]


def test_a_free_cell_at_the_corner_takes_one_bend() -> None:
    assert ways(plain_plan("a. .b", [("a", "b")]))[0][2] == 1


def test_boxes_in_the_way_are_passed_by_the_gap_beside_them() -> None:
    assert ways(plain_plan("ax by cz", [("a", "c")])) in ([("right", "right", 2)], [("left", "left", 2)])


def test_two_columns_on_a_link_goes_by_the_band_between_the_rows() -> None:
    assert ways(plain_plan("abc def", [("a", "f")])) == [("bottom", "top", 2)]


def test_a_wide_box_is_left_above_the_target() -> None:
    plan = plain_plan("aaa xyz", [("a", "z"), ("x", "a")])
    one, two = drawn(plan)
    assert (one.bends, one.points[0][0]) == (0, middle(plan, "z"))
    assert (two.bends, two.points[0][0]) == (0, middle(plan, "x"))


def test_a_wide_box_in_the_way_is_passed_at_its_end() -> None:
    assert ways(plain_plan("a.... wwww. .b...", [("a", "b")])) == [("left", "left", 2)]
    assert ways(plain_plan("..a.. .wwww b....", [("a", "b")])) == [("left", "top", 1)]


def test_a_link_to_itself_is_a_loop_at_one_side() -> None:
    assert ways(plain_plan("abc", [("b", "b")])) in ([("top", "top", 2)], [("bottom", "bottom", 2)])


def test_a_narrow_shifted_box_lets_a_link_pass_straight() -> None:
    plan = plain_plan("a b c", [("a", "c")])
    boxes = [evolve(box, x=box.x + 40, width=box.width - 40) if box.id == "b" else box for box in plan.boxes]
    plan = evolve(plan, boxes=boxes)
    (one,) = drawn(plan)
    assert one.bends == 0
    assert one.points[0][0] <= boxes[1].x - plan.distances.clear


def test_ports_of_a_side_are_apart_and_away_from_corners() -> None:
    plan = plain_plan("abcde fghij", [("h", name) for name in "abcde"])
    ends = sorted(one.points[0][0] for one in drawn(plan) if one.source_side == "top")
    box = next(box for box in plan.boxes if box.id == "h")
    assert len(ends) > 2
    assert all(right - left >= plan.distances.port - 1e-9 for left, right in pairwise(ends))
    assert box.x + plan.distances.corner <= ends[0]
    assert ends[-1] <= box.right - plan.distances.corner


def test_many_links_between_the_same_two_boxes_share_their_sides_evenly() -> None:
    plan = plain_plan("a b", [("a", "b")] * 9)
    places = sorted(one.points[0][0] for one in drawn(plan) if one.bends == 0)
    steps = [right - left for left, right in pairwise(places)]
    assert len(places) == 9
    assert max(steps) - min(steps) < 1e-6


def test_nested_links_do_not_cross() -> None:
    plan = plain_plan("abcdef", [("a", "f"), ("b", "e")])
    outer, inner = drawn(plan)
    if outer.source_side == inner.source_side == "top":
        assert outer.points[1][1] < inner.points[1][1]
    elif outer.source_side == inner.source_side:
        assert outer.points[1][1] > inner.points[1][1]


def test_links_fan_out_without_crossing() -> None:
    plan = plain_plan("..h.. abcde", [("h", name) for name in "abcde"])
    drawn_ends = {one.points[-1][0]: one.points[0][0] for one in drawn(plan) if one.source_side == "bottom"}
    assert [drawn_ends[x] for x in sorted(drawn_ends)] == sorted(drawn_ends.values())


def test_a_link_goes_round_the_side_where_nothing_turns_towards_it() -> None:
    plan = plain_plan("pqr abc def", [("d", "b"), ("c", "a")])
    assert count(plan, [one.points for one in drawn(plan)]).crossings == 0


def test_a_plan_without_links_has_no_routes() -> None:
    assert drawn(plain_plan("ab", [])) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"boxes": [Box("a", 40, 50, 176, 52), Box("b", 100, 50, 100, 52)]}, "overlaps"),
        ({"boxes": [Box("a", 40, 500, 176, 52)]}, "stands in no row"),
        ({"boxes": [Box("a", 2, 50, 176, 52)]}, "stands in no column"),
        ({"boxes": [Box("a", 40, 50, 176, 52), Box("a", 256, 50, 176, 52)]}, "twice"),
        ({"rows": []}, "needs rows"),
        ({"columns": []}, "needs columns"),
        ({"separators": [51.0]}, "nearer than 4"),
        ({"links": [Link(id="1", source="a", target="b"), Link(id="1", source="b", target="a")]}, "same id"),
        ({"links": [Link(id="1", source="a", target="nobody")]}, "'nobody'"),
    ],
)
def test_a_plan_that_contradicts_itself_is_refused(change: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        route(evolve(plain_plan("ab", []), **change))
