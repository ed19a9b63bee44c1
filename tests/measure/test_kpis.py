"""Status, margins, trends and patterns of KPIs."""

from typing import Any

import pytest

from journeykit import measure
from journeykit.model import (
    KPI,
    Action,
    Goal,
    Measurement,
    Portfolio,
    Target,
    Touchpoint,
)
from tests.measure.building import journey


def states(*kpis: KPI) -> dict[str, Any]:
    return {one.kpi: one for one in measure.kpi_status(Portfolio("B", kpis=kpis)).states}


@pytest.mark.parametrize(
    ("fields", "value", "status"),
    [
        ({"direction": "higher", "target": 40, "red": 20}, 40, "on_target"),
        ({"direction": "higher", "target": 40, "red": 20}, 30, "amber"),
        ({"direction": "higher", "target": 40, "red": 20}, 20, "off"),
        ({"direction": "lower", "target": 10, "amber": 15, "red": 20}, 12, "amber"),
        ({"direction": "lower", "target": 10}, 12, "off"),
        ({"direction": "lower", "red": 20}, 12, "within"),
        ({"direction": "target", "target": 10, "amber": 12}, 9, "on_target"),
        ({"direction": "target", "target": 10, "amber": 12}, 8, "amber"),
        ({"target": 10}, 10, "no_direction"),
        ({"target": 10, "baseline": 20}, 9, "on_target"),
        ({"direction": "lower"}, 9, "no_target"),
    ],
)
def test_status_by_direction(fields: dict[str, Any], value: float, status: str) -> None:
    found = states(KPI("K", measurements=[Measurement(at=2025, value=value)], **fields))["k"]
    assert found.status == status


def test_attainment_knows_no_direction() -> None:
    found = states(
        KPI("Down", baseline=100, target=80, measurements=[Measurement(at=2025, value=90)]),
        KPI("Up", baseline=0, target=10, measurements=[Measurement(at=2025, value=-5)]),
        KPI("Same", baseline=5, target=5, measurements=[Measurement(at=2025, value=5)]),
        KPI("Never", target=5),
    )
    assert (found["down"].attainment, found["up"].attainment, found["same"].attainment) == (0.5, -0.5, None)
    assert (found["never"].status, found["never"].value) == ("no_data", None)


def test_a_change_within_its_margin_is_no_change() -> None:
    def nps(first: tuple[int, int, int], last: tuple[int, int, int]) -> Any:
        values = []
        for year, counts in ((2024, first), (2025, last)):
            named = dict(zip(("promoters", "passives", "detractors"), counts, strict=True))
            values.append(Measurement(at=year, value=measure.nps(*counts), n=sum(counts), counts=named))
        return states(KPI("NPS", metric="nps", direction="higher", measurements=values))["nps"]

    assert nps((150, 99, 51), (160, 94, 46)).verdict == "no demonstrable change"
    assert nps((150, 99, 51), (220, 60, 20)).verdict == "better"
    assert nps((150, 99, 51), (150, 99, 51)).verdict == "unchanged"
    assert nps((150, 99, 51), (220, 60, 20)).interval.method == "adjusted_wald"


def test_shares_have_wilson_intervals_and_unknown_formulas_have_none() -> None:
    values = [Measurement(at=2024, value=80, n=500), Measurement(at=2025, value=60, n=500)]
    found = states(
        KPI("Box", metric="csat", method="top_2_box", unit="%", direction="higher", measurements=values),
        KPI("Other", metric="csat", method="unknown", unit="%", direction="higher", measurements=values),
        KPI("Score", metric="ces", method="mean", measurements=[Measurement(at=2025, value=4.2, n=25, sd=0.8)]),
    )
    assert (found["box"].verdict, found["box"].interval.method) == ("worse", "wilson")
    assert found["box"].interval.low == pytest.approx(100 * measure.share_interval(300, 500).low)
    assert (found["other"].verdict, found["other"].interval) == ("margin unknown", None)
    assert found["score"].interval.method == "t"


def test_series_of_different_personas_and_places_are_never_mixed() -> None:
    values = [Measurement(at=2025, value=1), Measurement(at=2025, value=3, channel="web"), Measurement(at=2025, value=5, anchor="buy/a")]
    book = Portfolio("B", kpis=[KPI("K", measurements=values)], journeys=[journey(Touchpoint("A"))])
    assert sorted(one.value or 0 for one in measure.kpi_status(book).states) == [1, 3, 5]


def test_a_trend_is_a_slope_a_year() -> None:
    values = [Measurement(at=f"202{n}", value=10 * n) for n in range(5)]
    found = states(KPI("K", measurements=values))["k"]
    assert (found.trend, found.periods) == (pytest.approx(10, rel=1e-2), 3)


def test_correlation_only_from_eight_paired_periods() -> None:
    def book(count: int) -> Portfolio:
        minutes = [Measurement(at=f"20{10 + n}", value=n) for n in range(count)]
        points = [Measurement(at=f"20{10 + n}", value=-n * n) for n in range(count)]
        kpis = [
            KPI("Minutes", family="operational", direction="lower", measurements=minutes),
            KPI("NPS", family="experience", direction="higher", measurements=points),
        ]
        return Portfolio("B", kpis=kpis, journeys=[journey(kpis=["minutes", "nps"])])

    assert measure.operational_experience(book(7)).correlations == ()
    (one,) = measure.operational_experience(book(8)).correlations
    assert (one.rho, one.n) == (-1, 8)
    assert measure.operational_experience(book(8)).value == ("both worse",)


def test_a_change_within_its_margin_makes_no_pattern() -> None:
    def kpi(name: str, family: Any, *values: float) -> KPI:
        held = [Measurement(at=2024 + n, value=value, n=50) for n, value in enumerate(values)]
        return KPI(name, family=family, unit="%", method="top_2_box", direction="higher", measurements=held)

    book = Portfolio(
        "B", kpis=[kpi("Done", "operational", 60, 90), kpi("Liked", "experience", 50, 52)], journeys=[journey(kpis=["done", "liked"])]
    )
    assert measure.operational_experience(book).value == ("no demonstrable change",)


def test_goals_and_actions_come_nearer_to_their_targets() -> None:
    values = [Measurement(at=2023, value=90), Measurement(at=2025, value=70), Measurement(at=2026, value=10, channel="web")]
    calls = KPI("Calls", baseline=100, measurements=values)
    goals = [Goal("Fewer", targets=[Target(kpi="calls", target=60)]), Goal("Later", targets=[Target(kpi="calls", target=60, start=2026)])]
    work = Action("Say the price", kpis=[Target(kpi="calls", baseline=90, target=70), Target(kpi="calls")])
    found = measure.target_progress(Portfolio("B", kpis=[calls], goals=goals, actions=[work]))
    assert [(one.kind, one.value, one.attainment) for one in found.items] == [
        ("goal", 70, 0.75),
        ("goal", None, None),
        ("action", 70, 1),
        ("action", 70, None),
    ]
    assert found.value == 1
    assert [one.where for one in found.missing] == ["kpis['calls'].measurements", "actions['say-the-price'].kpis[1].target"]
    assert found.sentence == "1 of 4 targets reached; least far is “Fewer” (75 % of the way)."
