"""What a portfolio makes of its journeys: sums where sums are meant, results side by side where they are not; and the oracles' table."""

import pytest
from attrs import evolve
from hypothesis import given, settings

import journeykit as jk
from journeykit import measure
from journeykit.measure import Results
from journeykit.model import KPI, Journey, Measurement, Opportunity, Portfolio, Stage, Touchpoint
from journeykit.testing import portfolios
from tests.measure import oracles
from tests.measure.building import journey
from tests.measure.test_laws import MEASURES


# ------------------------------------------------------------------------------------------------------------ roll-ups
@given(portfolios(max_journeys=3, max_touchpoints=4))
@settings(max_examples=15, deadline=None)
def test_what_belongs_to_journeys_stands_side_by_side(book: Portfolio) -> None:
    """A portfolio gives each journey what the journey gives itself, and no figure of the whole."""
    for name, found in MEASURES.items():
        result = found(book)
        if isinstance(result, Results):
            assert [one.about for one in result] == list(book.journeys.ids)
            assert list(result) == [found(one) for one in book.journeys], name
            assert set(result.value) == set(book.journeys.ids)


@given(portfolios(max_journeys=3, max_touchpoints=4))
@settings(max_examples=25, deadline=None)
def test_counts_of_a_portfolio_are_the_sums_of_its_journeys(book: Portfolio) -> None:
    parts = [measure.stakeholders(one) for one in book.journeys]
    for whole in measure.stakeholders(book).items:
        held = [one for part in parts for one in part.items if one.actor == whole.actor]
        assert whole.touchpoints == sum(one.touchpoints for one in held)
        assert whole.activities == sum(one.activities for one in held)
        assert whole.journeys == tuple(name for one in held for name in one.journeys)
    assert measure.impact(book).value == sum(measure.impact(one).value for one in book.journeys)
    assert set(measure.lifecycle_coverage(book).covered) == {
        part for one in book.journeys for part in measure.lifecycle_coverage(one).covered
    }
    reasons = measure.contact_reasons(book).reasons
    assert {place for one in reasons for place in one.touchpoints} == {
        place for part in book.journeys for one in measure.contact_reasons(part).reasons for place in one.touchpoints
    }


def test_a_journey_is_not_the_mean_of_its_touchpoints() -> None:
    """A call centre at 85, a field service at 90, and customers who give the whole 40: all three are said, none is made of the others."""

    def book(*values: tuple[str, float]) -> Portfolio:
        measured = [Measurement(at=2025, value=value, anchor=place) for place, value in values]
        return Portfolio(
            "Telecoms",
            kpis=[
                KPI("CSAT", family="experience", metric="csat", method="top_2_box", scale=[1, 5], direction="higher", measurements=measured)
            ],
            journeys=[journey(Touchpoint("Calls"), Touchpoint("Is connected"))],
        )

    touchpoints = (("buy/calls", 85), ("buy/is-connected", 90))
    states = {one.anchor: one.value for one in measure.kpi_status(book(*touchpoints, ("buy", 40))).states}
    assert states == {"buy/calls": 85, "buy/is-connected": 90, "buy": 40}
    assert {one.anchor for one in measure.kpi_status(book(*touchpoints)).states} == {"buy/calls", "buy/is-connected"}
    found = [len(jk.check(book(*held), profile="management", select=["MEA-02"])) for held in (touchpoints, (*touchpoints, ("buy", 40)))]
    assert found == [1, 0]


def test_a_sub_journey_is_not_added_to_what_it_details() -> None:
    steps = [Touchpoint("Pays", duration="5 min", sub_journey="paying"), Touchpoint("Leaves", duration="1 min")]
    inner = Journey(
        "I pay", id="paying", stages=[Stage("Till", [Touchpoint("Card", duration="4 min"), Touchpoint("Slip", duration="3 min")])]
    )
    times = measure.time(Portfolio("Shop", journeys=[journey(*steps), inner]))
    assert (times["buy"].duration, times["paying"].duration) == (6, 7)


# ------------------------------------------------------------------------------------------------------------- rankings
@given(portfolios(max_journeys=2, max_touchpoints=4))
@settings(max_examples=25, deadline=None)
def test_another_opportunity_changes_the_order_of_no_two(book: Portfolio) -> None:
    other = Opportunity("Something else", id="zz-other", reach=10, impact=1, confidence=0.5, effort=2)
    before = measure.opportunity_ranking(book).items
    after = [
        one
        for one in measure.opportunity_ranking(evolve(book, opportunities=[*book.opportunities, other])).items
        if one.opportunity != "zz-other"
    ]
    assert [(one.opportunity, one.rice, one.quadrant, one.importance_satisfaction, one.value_product) for one in after] == [
        (one.opportunity, one.rice, one.quadrant, one.importance_satisfaction, one.value_product) for one in before
    ]


@given(portfolios(max_journeys=2, max_touchpoints=4))
@settings(max_examples=25, deadline=None)
def test_words_and_tags_move_no_ranking(book: Portfolio) -> None:
    """Retold titles, tags and extras are no reason to rank otherwise."""
    told = [
        evolve(
            one,
            tags=("retold",),
            stages=[evolve(stage, touchpoints=[evolve(step, extra={"seen": 1}) for step in stage.touchpoints]) for stage in one.stages],
        )
        for one in book.journeys
    ]
    other = evolve(book, title="Another title", journeys=told, owners=[evolve(one, note="met") for one in book.owners])
    assert measure.pain_ranking(other).items == measure.pain_ranking(book).items
    assert measure.gain_ranking(other).items == measure.gain_ranking(book).items
    assert measure.opportunity_ranking(other).items == measure.opportunity_ranking(book).items
    assert measure.influencers(other).items == measure.influencers(book).items
    for one in book.journeys:
        assert measure.moments(other.journeys[one.id]).value == measure.moments(one).value


# -------------------------------------------------------------------------------------------------------------- oracles
@pytest.mark.parametrize(
    ("name", "oracle", "cases", "allowed"), oracles.TABLE, ids=[f"{name}, {oracle}" for name, oracle, *_ in oracles.TABLE]
)
def test_the_oracles_agree(name: str, oracle: str, cases: object, allowed: float) -> None:
    assert oracles.largest(cases, rounds=100) <= allowed
