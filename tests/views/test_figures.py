"""Key figures: which belong to a journey, and how their change is judged."""

import pytest

from journeykit.model import KPI, Journey, Measurement, Portfolio, Stage, Touchpoint
from journeykit.views import journey_map


def strip(*kpis, named=()):
    journey = Journey("I buy", id="buy", kpis=named, stages=[Stage("Deal", Touchpoint("Pays"))])
    return journey_map(Portfolio(kpis=kpis, journeys=[journey]).journeys[0]).figures


def kpi(name="Score", *values, n=None, **fields):
    return KPI(name, measurements=[Measurement(at=2020 + at, value=one, n=n) for at, one in enumerate(values)], **fields)


def verdict(*values, **fields):
    found = strip(kpi("Score", *values, **fields)).figures[0].verdict
    return found and (found.text.replace("\xa0", " "), found.tone, found.glyph)


@pytest.mark.parametrize(
    ("values", "fields", "expected"),
    [
        ((40, 44), {"unit": "%", "direction": "higher"}, ("4 points, better", "good", "up")),
        ((40, 44), {"unit": "%", "direction": "lower"}, ("4 points, worse", "bad", "up")),
        ((40, 30), {"unit": "min", "direction": "lower"}, ("10 min, better", "good", "down")),
        ((40, 44), {"unit": "min"}, ("4 min higher", "muted", "up")),
        ((40, 40), {"direction": "higher"}, ("unchanged", "muted", "none")),
        ((40, 44), {"metric": "csat", "direction": "higher", "unit": "%"}, ("4 points higher, method unknown", "muted", "none")),
        ((40, 44), {"metric": "csat", "method": "mean", "direction": "higher", "unit": "%"}, ("4 points, better", "good", "up")),
        ((29, 31), {"metric": "nps", "direction": "higher", "n": 1436}, ("2 points higher, within the margin of error", "muted", "none")),
        ((29, 48), {"metric": "nps", "direction": "higher", "n": 1436}, ("19 points, better", "good", "up")),
        ((40, 44), {"direction": "lower", "target": 40}, ("4 over the target of 40", "bad", "none")),
        ((40, 44), {"direction": "higher", "target": 50}, ("6 under the target of 50", "bad", "none")),
        ((40, 44), {"direction": "higher", "target": 42}, ("target of 42 reached", "good", "none")),
        ((40, 44), {"direction": "target", "target": 44}, ("on the target of 44", "good", "none")),
        ((40, 44), {"direction": "target", "target": 50}, ("6 under the target of 50", "bad", "none")),
        ((40,), {"direction": "higher"}, None),
    ],
)
def test_verdicts(values, fields, expected):
    assert verdict(*values, **fields) == expected


def test_a_kpi_without_a_value_says_so():
    (figure,) = strip(KPI("Churn"), named=["churn"]).figures
    assert (figure.value, figure.verdict.text) == ("–", "not measured yet")


def test_a_kpi_that_is_measured_at_touchpoints_alone_says_where():
    points = [Touchpoint("Asks"), Touchpoint("Waits"), Touchpoint("Pays")]
    wait = KPI("Wait", measurements=[Measurement(at=2025, value=4, anchor=f"i-buy/{one}") for one in ("pays", "waits")])
    journey = Journey("I buy", kpis=["wait"], stages=[Stage("All", points)])
    (figure,) = journey_map(Portfolio("Shop", kpis=[wait], journeys=[journey]).journeys[0]).figures.figures
    assert (figure.value, figure.verdict.text) == ("–", "measured only at 2 and 3")


def test_figures_stand_by_family_with_their_number_of_people():
    found = strip(kpi("Feels", 4, n=12, family="experience"), kpi("Takes", 5, family="operational"), kpi("Costs", 6))
    assert [(one.name, one.group, one.group_note) for one in found.figures] == [
        ("Takes", "Operational", "2020: n not stated"), ("Feels", "Experience", "2020: n = 12"), ("Costs", "Other", "2020: n not stated"),
    ]  # fmt: skip


def test_only_what_concerns_the_whole_journey_counts():
    journey = Journey("I buy", id="buy", stages=[Stage("Deal", Touchpoint("Pays"))])
    wait = KPI("Wait", measurements=[Measurement(value=3, anchor="buy/pays")])
    assert journey_map(Portfolio(kpis=[wait], journeys=[journey]).journeys[0]).figures is None


def test_named_figures_leave_out_those_of_the_library():
    assert [one.name for one in strip(kpi("Score", 1), kpi("Other", 2), named=["other"]).figures] == ["Other"]


def test_a_net_score_shows_its_sign():
    assert [one.value for one in strip(kpi("A", 29, metric="nps"), kpi("B", 0, metric="nps"), kpi("C", -5, metric="nps")).figures] == [
        "+29",
        "0",
        "−5",
    ]


def test_the_note_counts_what_is_better_and_worse():
    assert (
        strip(kpi("A", 1, 2, direction="higher"), kpi("B", 1, 2, direction="lower"), kpi("C", 3, 2, direction="lower")).note
        == "2 better and 1 worse than before."
    )


def test_only_a_figure_of_this_journey_that_counts_its_time_sets_the_aim():
    def total(named, **fields):
        kpis = [KPI("Time", id="t", unit="h", target=1, direction="lower", **fields)]
        journey = Journey("I buy", id="buy", kpis=named, stages=[Stage("Deal", Touchpoint("Pays", duration="90 min"))])
        time = next(one for one in journey_map(Portfolio(kpis=kpis, journeys=[journey]).journeys[0]).lanes if one.key == "time")
        return (time.total, time.total_unit, time.total_verdict.text) if time.total_verdict else None

    assert total(["t"]) == ("1.5", "h in all", "target 1: 0.5 over")
    assert total([], scope=["buy"]) == ("1.5", "h in all", "target 1: 0.5 over")
    assert total([]) is None
    assert total(["t"], metric="wait_time") is None
