"""How like two elements are: each weight, and what is too little to judge by."""

from datetime import timedelta
from typing import Any

import pytest

from journeykit.comparison import Likeness
from journeykit.comparison.similarity import dice, features_of, likeness, words_of
from journeykit.model import Stage, Touchpoint


def score(one: Any, other: Any, *, same_stage: bool | None = None, neighbours: int = 0, held: tuple[Any, Any] = ((), ())) -> float:
    return likeness(features_of(one, held[0]), features_of(other, held[1]), Likeness(), same_stage=same_stage, neighbours=neighbours)


THE, A = "Waits for the van", "Waits for a van"  # three of four words


def test_the_convention() -> None:
    how = Likeness()
    assert (how.accept, how.margin, how.neighbours) == (0.6, 0.1, 0.2)
    assert (how.title, how.stage, how.channels, how.counterparts, how.facts, how.held) == (0.6, 0.2, 0.1, 0.1, 0.3, 1.0)


def test_the_score_is_the_mean_of_what_both_have() -> None:
    def of(title: str, **fields: Any) -> Touchpoint:
        return Touchpoint(title, **fields)

    assert score(of(THE), of(A)) == pytest.approx(0.75)
    assert score(of(THE), of(A), same_stage=True) == pytest.approx((0.6 * 0.75 + 0.2) / 0.8)
    assert score(of(THE), of(A), same_stage=False) == pytest.approx(0.6 * 0.75 / 0.8)
    assert score(of(THE, channel="web"), of(A, channel="web")) == pytest.approx((0.6 * 0.75 + 0.1) / 0.7)
    assert score(of(THE, channel="web"), of(A, channel="shop")) == pytest.approx(0.6 * 0.75 / 0.7)
    assert score(of(THE, channel="web"), of(A)) == pytest.approx(0.75)  # one side says nothing
    assert score(of(THE, counterparts=["x", "y"]), of(A, counterparts=["y"])) == pytest.approx((0.6 * 0.75 + 0.1 * 2 / 3) / 0.7)


def test_facts_weigh_more_where_there_are_two() -> None:
    one, two = {"goal": "Be done"}, {"goal": "Be done", "duration": timedelta(minutes=5)}
    assert score(Touchpoint(THE, **one), Touchpoint(A, **one)) == pytest.approx((0.6 * 0.75 + 0.15) / 0.75)  # type: ignore[arg-type]
    assert score(Touchpoint(THE, **two), Touchpoint(A, **two)) == pytest.approx((0.6 * 0.75 + 0.3) / 0.9)  # type: ignore[arg-type]
    assert score(Touchpoint(THE, **two), Touchpoint(A, goal="Be done")) == pytest.approx((0.6 * 0.75 + 0.15) / 0.75)  # type: ignore[arg-type]


def test_neighbours_add_and_nothing_is_above_one() -> None:
    assert score(Touchpoint(THE), Touchpoint(A), neighbours=1) == pytest.approx(0.85)
    assert score(Touchpoint(THE), Touchpoint(A), neighbours=2) == pytest.approx(0.95)
    assert score(Touchpoint(THE), Touchpoint(THE), neighbours=2) == 1.0


def test_neighbours_make_nothing_quite_sure() -> None:
    def of(one: str, other: str) -> float:
        return score(Touchpoint(one), Touchpoint(other), same_stage=True, neighbours=2)

    assert of("Buys a ticket online", "Cancels a ticket online") == 0.95
    assert of("Pays the bill", "Rates the book") == pytest.approx((0.6 / 3 + 0.2) / 0.8)  # an article is nothing in common
    assert of("Bezahlt die Rechnung", "Bewertet die Reise") == pytest.approx((0.6 / 3 + 0.2) / 0.8)
    assert of("Pays the bill", "Settles the bill") == 0.95


def test_no_word_in_common_is_nothing_unless_much_else_is() -> None:
    assert score(Touchpoint("Pays"), Touchpoint("Waits"), same_stage=True, neighbours=2) == 0.0
    much: Any = {"goal": "Be done", "duration": timedelta(minutes=5), "thoughts": ["Why?", "When?"], "emotion": -1, "tags": ["a", "b"]}
    assert score(Touchpoint("Pays", **much), Touchpoint("Waits", **much)) > 0


def test_stages_are_alike_in_what_they_hold() -> None:
    inner = (("a", "b", "c"), ("a", "b", "c"))
    assert score(Stage("Learn"), Stage("Find out"), held=inner) > 0.6
    assert score(Stage("Learn"), Stage("Find out")) == 0.0
    assert score(Stage("Learn"), Stage("Learn"), held=(("a",), ("z",))) == 1.0


def test_words() -> None:
    assert words_of("Waits, for THE van!") == {"waits", "for", "the", "van"}
    assert words_of("東京駅") == {"東京", "京駅"}
    assert words_of("駅") == {"駅"}
    assert words_of("→ …") == {"→", "…"}
    assert dice(set(), set()) == 0.0
    assert dice({"a", "b"}, {"b"}) == pytest.approx(2 / 3)
