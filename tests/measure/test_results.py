"""What results look like, and figures at the end of floating point."""

import pytest

from journeykit import measure
from journeykit.model import (
    KPI,
    Action,
    Benefit,
    Measurement,
    Money,
    Opportunity,
    Portfolio,
    Touchpoint,
)
from tests.measure.building import journey


def test_a_result_is_a_table_rows_and_a_sentence() -> None:
    found = measure.drop_off(journey(Touchpoint("Looks", drop_off=0.5), Touchpoint("Buys")))
    assert found.to_table() == (
        ("Position", "Touchpoint", "Title", "Drop off", "Reached", "Left", "Remaining", "At most"),
        ("1", "looks", "Looks", "0.5", "1", "0.5", "0.5", "0.5"),
        ("2", "buys", "Buys", "–", "0.5", "–", "–", "0.5"),
    )
    assert found.rows()[1]["drop_off"] is None
    assert str(found) == found.sentence
    assert found.used == (measure.Used("journeys['buy'].stages['all'].touchpoints['looks'].drop_off", 0.5),)
    assert [one.where for one in found.missing] == ["journeys['buy'].stages['all'].touchpoints['buys'].drop_off"]


def test_what_is_not_known_is_not_zero() -> None:
    found = measure.drop_off(journey(Touchpoint("Looks", drop_off=0.5), Touchpoint("Buys")))
    assert found.value is None
    assert found.at_most == 0.5
    assert "At most 50 %" in found.sentence


def test_hostile_titles_stay_on_one_line() -> None:
    found = measure.emotion_curve(journey(Touchpoint("a\nb\u2028c\t<b>", emotion=-1)))
    assert "“a b c <b>”" in found.sentence


@pytest.mark.parametrize("huge", [1e308, -1e308])
def test_figures_at_the_end_of_floating_point(huge: float) -> None:
    values = [Measurement(at=f"202{n}", value=huge * (-1) ** n, n=5, sd=1e308) for n in range(4)]
    kpis = [
        KPI(name, family=family, direction="lower", baseline=-huge, target=huge, measurements=values)
        for name, family in (("A", "operational"), ("B", "experience"))
    ]
    chance = Opportunity("C", reach=1e308, impact=1e308, confidence=1, effort=1e-308)
    steps = [Touchpoint(name, duration="999999999 d", wait_before="999999999 d", opportunities=[chance]) for name in ("A", "B")]
    work = Action("W", cost=Money("9" * 25, "EUR"), benefits=[Benefit(reach=1e308, change=1e308, value=Money("9" * 25, "EUR"))])
    book = Portfolio("B", kpis=kpis, actions=[work], journeys=[journey(*steps, kpis=["a", "b"])])
    for found in (measure.kpi_status, measure.operational_experience, measure.opportunity_ranking, measure.time, measure.business_case):
        assert found(book).to_table()
