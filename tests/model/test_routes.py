"""The ways of the customer, also where activities decide them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit.model import Activity, Journey, Link, Stage, Touchpoint, onward_of, routes_of


def of(count, activities=None, links=(), **marks):
    steps = [Touchpoint(f"T{at}", id=f"t{at}", **marks.get(f"t{at}", {})) for at in range(count)]
    behind = [Activity(key, id=key, layer="backstage", touchpoints=stands) for key, stands in (activities or {}).items()]
    made = [Link(source=source, target=target, kind=kind) for source, kind, target in (one.split() for one in links)]
    return Journey("J", id="j", stages=[Stage("All", steps)], activities=behind, links=made)


def ends(journey):
    return [(one.source, one.target) for one in routes_of(journey)]


def onward(journey):
    return onward_of(journey, routes_of(journey))


def test_a_branch_is_followed_through_activities():
    links = ["t1 message charge", "charge branch t1", "charge branch accept", "accept branch t2", "accept branch t3"]
    journey = of(5, {"charge": "t1", "accept": ["t2", "t3"]}, links)
    assert ends(journey) == [(1, 1), (1, 2), (1, 3)]
    assert [(len(one.links), one.own) for one in routes_of(journey)] == [(1, False), (2, False), (2, False)]
    assert onward(journey) == ((1,), (1, 2, 3), (3,), (4,), ())


@pytest.mark.parametrize(
    ("activities", "links", "found"),
    [
        ({"d": "t1"}, ["d branch t2", "d branch t3"], [(1, 2), (1, 3)]),
        ({"d": ["t2", "t3"]}, ["d branch t2", "d branch t3"], [(1, 2), (1, 3)]),
        ({"d": ["t1", "t2", "t3"]}, ["d branch t2", "d branch t3"], [(1, 2), (1, 3)]),
        ({"d": "t1"}, ["t0 branch d", "d branch t3"], [(0, 3)]),
        ({"d": "t3"}, ["t0 branch d"], [(0, 3)]),
        ({"d": "t0"}, ["t0 branch d"], []),
        ({"d": "t0", "e": "t3"}, ["d sequence e"], []),
        ({"d": "t0", "e": "t3"}, ["t0 sequence d", "d sequence t3"], []),
        ({"d": "t0", "e": "t1"}, ["d branch e", "e branch d", "e branch t3"], [(0, 3)]),
        ({}, ["t0 sequence t2", "t2 branch t0"], [(0, 2), (2, 0)]),
    ],
)
def test_where_ways_begin_and_end(activities, links, found):
    assert ends(of(4, activities, links)) == found


def test_an_optional_step_can_be_left_out_and_one_that_repeats_goes_on():
    assert onward(of(3, t1={"optional": True})) == ((1, 2), (2,), ())
    assert onward(of(3, links=["t1 branch t0"])) == ((1,), (0,), ())
    assert onward(of(3, links=["t1 branch t0"], t1={"repeats": True})) == ((1,), (0, 2), ())


@given(st.data())
def test_ways_stay_within_the_journey(data):
    count = data.draw(st.integers(1, 5))
    columns = [f"t{at}" for at in range(count)]
    activities = {
        f"a{at}": data.draw(st.lists(st.sampled_from(columns), min_size=1, unique=True)) for at in range(data.draw(st.integers(0, 4)))
    }
    end = st.sampled_from([*columns, *activities])
    links = data.draw(st.lists(st.builds("{} {} {}".format, end, st.just("branch"), end), max_size=12))
    journey = of(count, activities, links)
    assert sorted(ends(of(count, activities, data.draw(st.permutations(links))))) == sorted(ends(journey))
    assert all(0 <= one.source < count and 0 <= one.target < count and one.links for one in routes_of(journey))
    direct = [(int(source[1:]), int(target[1:])) for source, _, target in map(str.split, links) if source in columns and target in columns]
    assert set(direct) <= set(ends(journey))
    assert all(0 <= target < count for held in onward(journey) for target in held)
