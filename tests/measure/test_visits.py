"""How often touchpoints are reached: branches of their own, and those that something behind the scenes decides."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit import measure
from journeykit.model import Activity, Journey, Link, Stage, Touchpoint


def timed(links: list[str], activities: dict[str, str] | None = None, *, steps: int = 3, **marks: dict[str, Any]) -> measure.JourneyTime:
    """The time of touchpoints t0, t1 … of a minute each; links as "source kind target probability"."""
    made = [Touchpoint(f"Step {at}", id=f"t{at}", duration="1 min", **marks.get(f"t{at}", {})) for at in range(steps)]
    held = [
        Link(source=source, kind=kind, target=target, probability=float(share[0]) if share else None)
        for source, kind, target, *share in map(str.split, links)
    ]
    behind = [Activity(key, id=key, touchpoints=[place]) for key, place in (activities or {}).items()]
    return measure.time(Journey("I go", stages=[Stage("All", made)], activities=behind, links=held))


def often(found: measure.JourneyTime) -> list[float | None]:
    return [one.visits for one in found.spans]


def test_what_an_activity_decides_weighs_too() -> None:
    found = timed(["check branch t1 0.25", "check branch t2 0.75", "t1 sequence t2"], {"check": "t0"})
    assert (often(found), found.expected) == ([1, 0.25, 1], 2.25)


def test_chances_along_a_way_through_activities_multiply() -> None:
    links = ["check branch ask 0.5", "check branch t2 0.5", "ask branch t1 0.5", "ask branch t2 0.5", "t1 sequence t2"]
    assert often(timed(links, {"check": "t0", "ask": "t0"})) == [1, 0.25, 1]


def test_an_exception_leaves_the_rest_to_the_next_touchpoint() -> None:
    assert often(timed(["alarm branch t2 0.1"], {"alarm": "t0"})) == [1, 0.9, 1]


def test_what_repeats_goes_on_in_the_end() -> None:
    assert often(timed(["t1 branch t1 0.5"], t1={"repeats": True})) == pytest.approx([1, 2, 1])


def test_whoever_does_not_come_back_from_the_last_touchpoint_is_done() -> None:
    assert often(timed(["t2 branch t0 0.5"])) == pytest.approx([2, 2, 2])


@pytest.mark.parametrize(
    ("links", "activities", "missing"),
    [
        (["alarm branch t2"], {"alarm": "t0"}, ["journeys['i-go'].links[0].probability"]),
        (
            ["check branch t1", "check branch t2 0.5", "ask branch t0"],
            {"check": "t0", "ask": "t2"},
            ["journeys['i-go'].links[2].probability"],
        ),
        (["t0 branch t1 0.8", "t0 branch t2 0.8"], {}, ["journeys['i-go'].stages['all'].touchpoints['t0']"]),
        (["t1 branch t0 0.2"], {}, ["journeys['i-go'].stages['all'].touchpoints['t1']"]),
    ],
)
def test_what_is_not_said_is_missing(links: list[str], activities: dict[str, str], missing: list[str]) -> None:
    found = timed(links, activities)
    assert found.expected is None
    assert [one.where for one in found.missing] == missing


@given(st.data())
def test_visits_solve_the_balance_of_what_comes_in_and_goes_out(data: st.DataObject) -> None:
    steps = data.draw(st.integers(2, 6))
    chances, links = np.zeros((steps, steps)), []
    for at in range(steps - 1):
        targets = data.draw(st.lists(st.integers(0, steps - 1).filter(lambda one, at=at: one != at), max_size=3, unique=True))
        back = [one for one in targets if one < at]
        for target in targets:
            chances[at, target] = 0.5 / len(back) if target < at else (0.5 if back else 1) / (len(targets) - len(back))
        if targets and len(back) == len(targets):
            chances[at, at + 1] = 0.5
        links += [f"t{at} branch t{target} {chances[at, target]}" for target in range(steps) if chances[at, target]]
        if not targets:
            chances[at, at + 1] = 1
    start = np.eye(steps)[0]
    assert often(timed(links, steps=steps)) == pytest.approx(list(np.linalg.solve(np.eye(steps) - chances.T, start)), abs=1e-6)
