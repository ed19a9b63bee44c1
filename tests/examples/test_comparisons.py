"""What the examples say when they are compared: every sentence was read, and stands in a golden."""

import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import journeykit as jk
from journeykit.comparison import Comparison, Conformance, Future, Perception, answers, conformance
from journeykit.examples import example

ROOT = Path(__file__).parents[2] / "examples"
Golden = Callable[[str, str], None]
PAIRS: dict[str, tuple[str, str, Any]] = {
    "dealership-future": ("dealership", "dealership_online", "future"),
    "dealership": ("dealership", "dealership_online", None),
    "dealership-expectation": ("dealership", "dealership", "expectation"),
    "hotel": ("hotel", "hotel_capehouse", None),
    "hotel-competitor": ("hotel", "hotel_capehouse", "competitor"),
    "repair-perception": ("repair_customers", "repair_staff", "perception"),
}


def compared(name: str) -> Comparison:
    before, after, lens = PAIRS[name]
    one, other = (jk.loads(example(side)).journeys[0] for side in (before, after))
    return jk.compare(one, other, lens=lens)


@pytest.mark.parametrize("name", PAIRS)
def test_headlines(name: str, golden: Golden) -> None:
    golden(f"{name}.headlines.txt", "\n".join(compared(name).headlines()) + "\n")


def test_the_deal_online_does_not_reach_its_own_target() -> None:
    seen = compared("dealership-future").seen
    assert isinstance(seen, Future)
    assert [(goal.baseline, goal.aim, goal.kpi.target, goal.reaches) for goal in seen.goals] == [(157, 112, 90, False)]
    assert [span.known.total_seconds() / 60 for span in seen.duration] == [157, 112]


def test_payment_moves_from_the_end_to_the_beginning() -> None:
    lines = compared("hotel").headlines()
    moved = "is now at “Checks in, pays, gets key card and bill” instead of “Checks out”."
    assert [line for line in lines if line.endswith(moved)] == [f"“Bill” {moved}", f"“Settles the check-out” {moved}"]


def test_the_staff_has_no_view_of_what_hurts_most() -> None:
    seen = compared("repair-perception").seen
    assert isinstance(seen, Perception)
    assert seen.without_view == ("wait",)
    assert seen.critical_agreed is False


def test_made_up_runs_are_the_same_at_every_time(golden: Golden) -> None:
    found = runpy.run_path(str(ROOT / "broadband_runs.py"))
    assert list(found["runs"](5)) == list(found["runs"](5))
    assert list(found["runs"](5)) != list(found["runs"](5, seed=2))
    result: Conformance = conformance(found["PLANNED"], found["runs"]())
    golden("broadband-runs.txt", "\n".join(answers(result, found["PLANNED"])) + "\n")


@pytest.mark.parametrize("name", PAIRS)
def test_pictures_in_words(name: str, golden: Golden) -> None:
    golden(f"{name}.picture.txt", jk.render(compared(name)).text)


@pytest.mark.parametrize("name", PAIRS)
def test_the_laws_hold_for_the_examples(name: str) -> None:
    c = compared(name)
    assert jk.apply(c.before, c) == c.after
    assert jk.apply(c.after, c.inverse()) == c.before
