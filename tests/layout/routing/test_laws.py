"""What holds for every plan."""

from random import Random

from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeykit.layout.routing import Plan, fitted, roomy, route

from .checks import check_all, nearest_things
from .plans import plans

slow = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)


@slow
@given(plans())
def test_links_run_from_border_to_border_through_nothing_and_along_nothing(plan: Plan) -> None:
    check_all(plan, route(plan))


@slow
@given(plans(words=True, most_links=10))
def test_words_stand_over_nothing(plan: Plan) -> None:
    check_all(plan, route(plan))


@slow
@given(plans(most_links=60))
def test_many_links_between_few_boxes_share_their_sides(plan: Plan) -> None:
    check_all(plan, route(plan))


@slow
@given(plans(words=True, most_links=12), st.randoms(use_true_random=False))
def test_the_order_of_links_and_boxes_means_nothing(plan: Plan, random: Random) -> None:
    links, boxes = list(plan.links), list(plan.boxes)
    random.shuffle(links)
    random.shuffle(boxes)
    found = route(plan)
    again = route(evolve(plan, links=links, boxes=boxes))
    assert {one.link: one for one in found.routes} == {one.link: one for one in again.routes}
    assert found.needed == again.needed


@slow
@given(plans(most_links=16))
def test_a_roomy_plan_keeps_its_distances(plan: Plan) -> None:
    wide = roomy(plan)
    found = route(wide)
    check_all(wide, found)
    assert found.needed.is_enough
    assert nearest_things(wide, found) >= plan.distances.clear - 1e-6


@slow
@given(plans(most_links=16))
def test_a_plan_grown_around_the_shapes_that_its_links_have_keeps_its_distances(plan: Plan) -> None:
    wide, found = fitted(plan, 6)
    check_all(wide, found)
    assert found.needed.is_enough
    assert nearest_things(wide, found) >= plan.distances.clear - 1e-6


@slow
@given(plans(words=True, most_links=12))
def test_words_stand_over_nothing_in_a_grown_plan(plan: Plan) -> None:
    wide, found = fitted(plan, 2)
    check_all(wide, found)
    assert [one.link for one in found.routes] == [one.id for one in plan.links]


@slow
@given(plans(words=True, most_links=6))
def test_making_room_moves_boxes_and_changes_nothing_else(plan: Plan) -> None:
    wide = roomy(plan)
    check_all(wide, route(wide))
    assert [box.id for box in wide.boxes] == [box.id for box in plan.boxes]
    for before, after in zip(plan.boxes, wide.boxes, strict=True):
        assert after.height == before.height
        assert after.width >= before.width - 1e-6
        assert after.x >= before.x - 1e-6
        assert after.y >= before.y - 1e-6
