"""Words that name what they are about: expectations, steps that nobody planned, differences between two sides of one time."""

from typing import Any

import pytest

from journeykit.comparison import compare
from journeykit.model import KPI, Emotion, Expectation, Journey, Measurement, Persona, Portfolio, Stage, Touchpoint
from journeykit.views.comparison import comparison


def pays(*expectations: Expectation) -> Journey:
    return Journey("I pay", id="pay", stages=[Stage("Pay", [Touchpoint("Pays", id="p", expectations=expectations)], id="pay")])


def test_an_expectation_is_named_where_it_is_met_or_not() -> None:
    c = compare(pays(Expectation("Cheap", met="not_met")), pays(Expectation("Cheap", met="met")))
    assert "“Cheap”: met: not met → met" in str(c.to_table())


def test_a_step_that_comes_from_elsewhere_is_named_by_its_title() -> None:
    plan = Journey("I send", id="plan", form="planned", stages=[Stage("Send", [Touchpoint("Packs it", id="pack")], id="s")])
    steps = [Touchpoint("Packs it", id="pack"), Touchpoint("Buys insurance", id="i", origin="other/insure")]
    run = Journey("I send", id="run", form="actual", stages=[Stage("Send", steps, id="s")])
    assert "“Buys insurance” happens unplanned." in compare(plan, run, lens="conformance").headlines()


@pytest.mark.parametrize(
    ("language", "said"), [("en", "no demonstrable difference"), ("de", "kein nachweisbarer Unterschied"), ("ar", "لا فرق")]
)
def test_between_providers_nothing_changes(language: str, said: str) -> None:
    def offered(who: str, value: float) -> Portfolio:
        sat = KPI("Satisfaction", id="sat", method="mean", scale=(1, 5), direction="higher")
        return Portfolio(
            "Shop", organisation=None, kpis=[sat], measurements=[Measurement(kpi="sat", value=value, at="2025", n=10, sd=1.5)],
            journeys=[Journey("I pay", id="pay", subject=who, kpis=["sat"], stages=[Stage("Pay", [Touchpoint("Pays", id="p")], id="s")])],
        )  # fmt: skip

    c = compare(offered("ours", 4).journeys[0], offered("theirs", 4.1).journeys[0], lens="competitor")
    assert [line for line in c.headlines(language=language) if said in line]


def test_one_persona_is_not_called_personas() -> None:
    journeys = [Journey(title, id=title[-1], persona="ana", stages=[Stage("All", [Touchpoint("Pays")])]) for title in ("Way a", "Way b")]
    book = Portfolio("Shop", journeys=journeys, personas=[Persona("Ana", id="ana")])
    assert comparison(compare(book, book, lens="personas")).badges[1].text == "1 persona"


@pytest.mark.parametrize(("lens", "said"), [(None, "no demonstrable change"), ("competitor", "no demonstrable difference")])
def test_feelings_within_the_margin_are_told_by_the_sides(lens: Any, said: str) -> None:
    def felt(who: str, value: float) -> Journey:
        touchpoint = Touchpoint("Pays", id="p", emotion=Emotion(value, basis="measured", n=10, sd=1.5))
        return Journey("I pay", id="pay", subject=who if lens else None, stages=[Stage("Pay", [touchpoint], id="s")])

    assert said in str(compare(felt("ours", 0), felt("theirs", 0.5), lens=lens).headlines())
