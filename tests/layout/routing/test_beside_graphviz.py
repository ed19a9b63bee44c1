"""The counts of the comparison, and the comparison itself where Graphviz is installed."""

import shutil

import pytest

from bench.routing import blueprint, count, made_up, neato, ours

from .plans import plain_plan


def test_the_counts_of_a_drawing_by_hand() -> None:
    plan = plain_plan("ab cd", [("a", "d"), ("c", "b"), ("a", "b")])
    lines = [
        [(50.0, 102.0), (50.0, 120.0), (300.0, 120.0), (300.0, 152.0)],
        [(100.0, 152.0), (100.0, 110.0), (290.0, 110.0), (290.0, 102.0)],
        [(100.0, 75.0), (300.0, 75.0)],
    ]
    counted = count(plan, lines)
    assert (counted.bends, counted.crossings, counted.of_sharing, counted.overlaps, counted.through) == (4, 1, 0, 0, 0)
    lines[1] = [(100.0, 152.0), (100.0, 120.0), (290.0, 120.0), (290.0, 102.0)]
    assert count(plan, lines).overlaps == 1
    lines[1] = [(100.0, 152.0), (100.0, 80.0), (290.0, 80.0)]
    assert count(plan, lines).through == 2  # two pieces of it, in `a`


@pytest.mark.parametrize("columns", [13, 50])
def test_made_up_blueprints_are_drawn_through_nothing_and_along_nothing(columns: int) -> None:
    plan = blueprint(*made_up(columns))
    counted = count(plan, ours(plan))
    assert counted.overlaps == counted.through == 0


@pytest.mark.skipif(shutil.which("neato") is None, reason="Graphviz is not installed")
@pytest.mark.parametrize("columns", [13, 50])
def test_no_more_bends_and_crossings_than_graphviz(columns: int) -> None:
    plan = blueprint(*made_up(columns))
    here, there = count(plan, ours(plan)), count(plan, neato(plan))
    assert here.bends <= there.bends
    assert here.crossings <= there.crossings
