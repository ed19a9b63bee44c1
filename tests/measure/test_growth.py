"""The work of every measure grows with the journey, not with its square. Calls are counted: no clock is asked."""

import sys
from typing import Any

import pytest
from attrs import evolve

from journeykit.model import KPI, Activity, Insight, Journey, Link, Measurement, Opportunity, Owner, Portfolio, Source, Stage, Touchpoint
from tests.measure.test_laws import MEASURES


def large(size: int) -> Journey:
    steps = [
        Touchpoint(
            f"Step {at}",
            id=f"t{at}",
            emotion={"before": at % 5 - 2, "after": at * 7 % 5 - 2},
            channel=f"c{at % 6}",
            owner=f"o{at % 9}",
            counterparts=[f"o{at % 7}"],
            duration="5 min",
            drop_off=0.001,
            kpis=[f"k{at % 10}"],
            contact_reason=f"Reason {at % 9}",
            sources=["talks"],
            pains=[Insight(f"Pain {at}", id="p", severity=at % 5, frequency=0.1)],
            opportunities=[Opportunity(f"Chance {at}", id="o", reach=at + 1, impact=1, confidence=0.8, effort=2)],
        )
        for at in range(size)
    ]
    ends = range(size - 1)
    return Portfolio(
        "B",
        owners=[Owner(f"O{at}", id=f"o{at}") for at in range(9)],
        sources=[Source("Talks", id="talks", kind="interview", perspective="customer")],
        kpis=[KPI(f"K{at}", id=f"k{at}", measurements=[Measurement(at=2025, value=at)]) for at in range(10)],
        insights=[Insight(f"Shared {at}", id=f"i{at}", anchors=[f"j/t{at}"], severity=2) for at in range(size // 2)],
        journeys=[
            Journey(
                "J",
                id="j",
                stages=[Stage(f"S{at}", steps[at : at + 20], id=f"s{at}") for at in range(0, size, 20)],
                activities=[Activity(f"Work {at}", id=f"a{at}", actor=f"o{at % 9}", touchpoints=[f"t{at}"]) for at in range(size)],
                links=[Link(source=f"t{at}", target=f"t{at + 1}", kind="impact" if at % 2 else "handover") for at in ends],
                kpis=["k1"],
            )
        ],
    ).journeys["j"]


def calls(measure: Any, journey: Journey) -> int:
    count = 0

    def counted(_frame: object, event: str, _arg: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(counted)
    try:
        measure(journey)
    finally:
        sys.setprofile(None)
    return count


@pytest.fixture(scope="module")
def journeys() -> tuple[Journey, Journey]:
    return large(80), large(320)


@pytest.mark.parametrize("name", sorted(MEASURES))
def test_four_times_the_touchpoints_are_four_times_the_work(name: str, journeys: tuple[Journey, Journey]) -> None:
    small, big = journeys
    MEASURES[name](small)  # what a process makes once is made before counting
    fewer, more = (calls(MEASURES[name], evolve(one)) for one in (small, big))  # new journeys: nothing of them is remembered
    assert more <= 4.5 * fewer + 200
