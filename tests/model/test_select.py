"""Which stage or actor a name means when a journey is sliced."""

import pytest

from journeykit.errors import UnknownNameError
from journeykit.model import Journey, Owner, Portfolio, Stage, Touchpoint

BUY = Portfolio(
    "P",
    owners=[Owner("Shop!", id="a"), Owner("Shop", id="b"), Owner("Till?", id="c"), Owner("Till!", id="d")],
    journeys=[
        Journey(
            "I buy",
            id="buy",
            stages=[
                Stage("Deal!", [Touchpoint("Asks", id="ask", owner="a")], id="s1"),
                Stage("Deal", [Touchpoint("Pays", id="pay", owner="b")], id="s2"),
                Stage("Use", [Touchpoint("Drives", id="drive", owner="c")], id="s3"),
                Stage("End", [Touchpoint("Sells", id="sell", owner="d")], id="s4"),
                Stage("End", [Touchpoint("Leaves", id="leave")], id="s5"),
            ],
        )
    ],
).journeys[0]


@pytest.mark.parametrize(("name", "key"), [("Deal", "pay"), ("Deal!", "ask"), ("USE", "drive"), ("s2", "pay")])
def test_a_stage_is_meant_by_its_id_or_its_title_letter_for_letter_before_nearly(name: str, key: str) -> None:
    assert BUY.select(stages=name).touchpoints.ids == (key,)


@pytest.mark.parametrize(("name", "key"), [("Shop", "pay"), ("Shop!", "ask"), ("b", "pay")])
def test_so_is_an_actor_by_id_or_name(name: str, key: str) -> None:
    assert BUY.select(actors=name).touchpoints.ids == (key,)


@pytest.mark.parametrize("asked", [{"stages": "End"}, {"stages": "deal?"}, {"actors": "Till"}])
def test_what_means_more_than_one_is_refused(asked: dict[str, str]) -> None:
    with pytest.raises(UnknownNameError, match="More than one"):
        BUY.select(**asked)
