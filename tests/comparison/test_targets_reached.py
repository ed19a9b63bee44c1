"""Targets of actions are counted once each, however many channels they were measured through."""

from typing import Any

import pytest

from journeykit.comparison import compare
from journeykit.diagram import Matrix
from journeykit.model import KPI, Action, Channel, Journey, Measurement, Portfolio, Stage, Target, Touchpoint
from journeykit.views.comparison import comparison


def book(**since: float) -> Portfolio:
    """Satisfaction by channel, 3 of 5 before an action, with the values given since; its target is 4."""
    values = [
        Measurement(kpi="sat", value=value, at=when, n=100, sd=1.0, channel=name)
        for name, now in since.items()
        for when, value in (("2024-06", 3.0 if now >= 3.5 else 4.0), ("2025-06", abs(now)))
    ]
    train = Action("Train", id="t", status="implemented", implemented_on="2024-11", kpis=[Target(kpi="sat", baseline=3, target=4)])
    stage = Stage("All", [Touchpoint("Calls", id="hot")], id="all")
    return Portfolio(
        "Calls", journeys=[Journey("I call", id="call", kpis=["sat"], stages=[stage])], measurements=values, actions=[train],
        kpis=[KPI("Satisfaction", id="sat", method="mean", scale=(1, 5), direction="higher")],
        channels=[Channel("Web", id="web"), Channel("Shop", id="shop")],
    )  # fmt: skip


def reached(portfolio: Portfolio) -> tuple[Any, Any]:
    (found,) = [one for one in compare(portfolio, portfolio, lens="action").measures if one.key == "targets_reached"]
    return found.value, found.of


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ({"web": 4.5, "shop": 4.2}, (1, 1)),
        ({"web": 4.5, "shop": 3.5}, (0, 1)),
        ({"web": -4.05}, (0, 1)),  # above the target, yet no demonstrable change
    ],
)
def test_a_target_is_reached_once_and_everywhere(since: dict[str, float], expected: tuple[int, int]) -> None:
    assert reached(book(**since)) == expected


def test_rows_name_their_channel() -> None:
    held = book(web=4.5, shop=4.2)
    seen: list[Any] = [held, held.journeys[0]]
    for side in seen:
        table = next(one for one in comparison(compare(side, side, lens="action")).parts if isinstance(one, Matrix))
        assert [(one.head.title, one.head.detail) for one in table.rows] == [("Satisfaction", "Web"), ("Satisfaction", "Shop")]
