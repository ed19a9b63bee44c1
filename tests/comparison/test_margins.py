"""What is within the margin of error is called that; where none can be had, none is invented."""

from typing import Any

import pytest

from journeykit.comparison import compare
from journeykit.comparison.feelings import FeelingChange, known_alike, last_readings, margin_of
from journeykit.comparison.figure_words import amount, told_feeling, told_figure
from journeykit.comparison.figures import figure_changes, judged_alike
from journeykit.comparison.naming import Naming
from journeykit.model import KPI, Channel, Emotion, Journey, Measurement, Persona, Portfolio, Stage, Touchpoint


def journey(*touchpoints: Touchpoint, **fields: Any) -> Journey:
    return Journey("Buy", stages=[Stage("All", touchpoints)], **{"id": "j", **fields})


# --------------------------------------------------------------------------------------------------------- feelings
READ = {"n": 100, "sd": 1.0}
VERDICTS: dict[str, tuple[Emotion, Emotion, str, str]] = {
    "beyond": (Emotion(-1, **READ), Emotion(1, **READ), "better", "“Ask” feels: −1 (n = 100) → +1 (n = 100), better by more than the margin of error of ±0.3."),
    "beyond, the other way": (Emotion(1, **READ), Emotion(-1, **READ), "worse", "“Ask” feels: +1 (n = 100) → −1 (n = 100), worse by more than the margin of error of ±0.3."),
    "within": (Emotion(0, n=4, sd=1.5), Emotion(1, n=4, sd=1.5), "no demonstrable change", "“Ask” feels: 0 (n = 4) → +1 (n = 4), within the margin of error of ±2.1: no demonstrable change."),
    "no n": (Emotion(0), Emotion(1), "margin unknown", "“Ask” feels: 0 → +1, for the better; the margin of error is not known."),
    "one n": (Emotion(0, n=1, sd=0), Emotion(-1, n=9, sd=1), "margin unknown", "“Ask” feels: 0 (n = 1) → −1 (n = 9), for the worse; the margin of error is not known."),
    "the same": (Emotion(1, n=5), Emotion(1, n=9), "unchanged", "“Ask” feels: +1 (n = 5) → +1 (n = 9): unchanged."),
    "intended": (Emotion(0, basis="reported"), Emotion(1, basis="intended"), "not comparable", "“Ask” feels: 0 → +1; reported before and intended after, so the two cannot be compared."),
}  # fmt: skip


@pytest.mark.parametrize("name", VERDICTS)
def test_a_feeling_is_better_only_beyond_its_margin(name: str) -> None:
    before, after, verdict, words = VERDICTS[name]
    c = compare(journey(Touchpoint("Ask")), journey(Touchpoint("Ask")))
    one = FeelingChange(spot=c.rows[2].old[0], moment="during", before=before, after=after, margin=margin_of(before, after))
    assert (one.verdict, told_feeling(one)) == (verdict, words)


def test_the_margin_of_two_means_is_that_of_their_standard_errors() -> None:
    found = margin_of(Emotion(0, n=100, sd=1), Emotion(0.5, n=400, sd=2))
    assert found is not None
    assert found.margin == pytest.approx(1.959964 * (0.1**2 + 0.1**2) ** 0.5)
    assert (found.value, found.is_shown) == (0.5, True)
    assert margin_of(None, Emotion(1, n=9, sd=1)) is None
    assert margin_of(Emotion(1, n=9, sd=1), None) is None


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("measured", "derived", True), ("reported", "observed", True), ("assumed", "assumed", True), ("assumed", "reported", False), ("intended", "assumed", False), ("illustrative", "illustrative", True)],
)  # fmt: skip
def test_only_like_readings_are_set_against_each_other(one: Any, other: Any, *, alike: bool) -> None:
    assert known_alike(Emotion(0, basis=one), Emotion(1, basis=other)) is alike


def test_the_last_reading_of_each_moment_counts() -> None:
    touchpoint = Touchpoint(
        "Ask", emotions=[Emotion(2, as_of=2025), Emotion(-2, as_of=2023), Emotion(0, moment="after"), Emotion(1, perspective="employee")]
    )
    assert {moment: one.valence for moment, one in last_readings(touchpoint, "customer").items()} == {"during": 2, "after": 0}
    assert {moment: one.valence for moment, one in last_readings(touchpoint, "customer", "employee").items()} == {"during": 1}
    assert last_readings(None, "customer") == {}


def test_headlines_call_no_change_what_is_within_the_margin() -> None:
    def lines(before: Emotion, after: Emotion) -> list[str]:
        return list(compare(journey(Touchpoint("Ask", emotions=[before])), journey(Touchpoint("Ask", emotions=[after]))).headlines())

    large = lines(Emotion(0, n=4, sd=1.5), Emotion(1, n=4, sd=1.5))[1]
    assert (
        large == "“Ask”: feeling during: 0 (assumed) → +1 (assumed); that is within the margin of error of ±2.1, so no demonstrable change."
    )
    assert lines(Emotion(0, n=4, sd=1.5), Emotion(0.5, n=4, sd=1.5))[1].endswith("; within the margin of error, so no demonstrable change.")
    assert (
        lines(Emotion(0, n=100, sd=1), Emotion(1, n=100, sd=1))[1] == "“Ask” feels better by 1: feeling during: 0 (assumed) → +1 (assumed)."
    )
    assert lines(Emotion(0), Emotion(0.5))[1] == "“Ask”: feeling during: 0 (assumed) → +0.5 (assumed)."
    assert lines(Emotion(1), Emotion(0))[1] == "“Ask” feels worse by 1: feeling during: +1 (assumed) → 0 (assumed)."


# ---------------------------------------------------------------------------------------------------------- figures
def book(*measurements: Measurement, **fields: Any) -> Portfolio:
    about: dict[str, Any] = {"metric": "nps", "method": "net", "direction": "higher", "unit": "points", **fields}
    place = journey(Touchpoint("Pay", channels=["shop"]), kpis=["nps"])
    return Portfolio(
        kpis=[KPI("NPS", id="nps", measurements=measurements, **about)],
        journeys=[place],
        personas=[Persona("Ana")],
        channels=[Channel("Shop")],
    )


FIGURES: dict[str, tuple[list[Measurement], list[Measurement], dict[str, Any], str]] = {
    "beyond": ([Measurement(at=2024, value=48, n=1000)], [Measurement(at=2025, value=29, n=1436)], {}, "“NPS”: 48 points (2024, n = 1,000) → 29 points (2025, n = 1,436), worse by more than the margin of error of ±7.4."),
    "better": ([Measurement(at=2024, value=29, n=1000)], [Measurement(at=2025, value=48, n=1436)], {}, "“NPS”: 29 points (2024, n = 1,000) → 48 points (2025, n = 1,436), better by more than the margin of error of ±7.5."),
    "within": ([Measurement(at=2024, value=33, n=300)], [Measurement(at=2025, value=38, n=300)], {}, "“NPS”: 33 points (2024, n = 300) → 38 points (2025, n = 300), within the margin of error of ±15: no demonstrable change."),
    "no n, worse": ([Measurement(at=2024, value=48)], [Measurement(at=2025, value=29)], {}, "“NPS”: 48 points (2024) → 29 points (2025), for the worse; the margin of error is not known."),
    "no n, better": ([Measurement(value=29)], [Measurement(value=48)], {}, "“NPS”: 29 points → 48 points, for the better; the margin of error is not known."),
    "no direction": ([Measurement(value=29)], [Measurement(value=48)], {"direction": None, "unit": None}, "“NPS”: 29 → 48, a change; the margin of error is not known."),
    "no direction, beyond": ([Measurement(value=48, n=1000)], [Measurement(value=29, n=1436)], {"direction": None}, "“NPS”: 48 points (n = 1,000) → 29 points (n = 1,436), a change of more than the margin of error of ±7.4."),
    "the same value": ([Measurement(at=2024, value=48)], [Measurement(at=2025, value=48)], {}, "“NPS”: 48 points (2024) → 48 points (2025): unchanged."),
    "the last of several": ([Measurement(at=2023, value=1), Measurement(at=2024, value=2)], [Measurement(at=2025, value=4), Measurement(at=2024, value=3)], {}, "“NPS”: 2 points (2024) → 4 points (2025), for the better; the margin of error is not known."),
    "at a touchpoint": ([Measurement(value=1, anchor="j/pay", channel="shop", persona="ana")], [Measurement(value=0, anchor="j/pay", channel="shop", persona="ana")], {}, "“NPS” at “Pay” through “Shop”, “Ana”: 1 points → 0 points, for the worse; the margin of error is not known."),
}  # fmt: skip


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_better_only_beyond_its_margin(name: str) -> None:
    before, after, fields, words = FIGURES[name]
    c = compare(book(*before, **fields), book(*after, **fields))
    assert [told_figure(one, Naming(c.before, c.after)) for one in figure_changes(c)] == [words]
    assert (words in c.headlines()) == ("unchanged" not in words)


def test_a_figure_that_is_computed_otherwise_is_not_compared() -> None:
    c = compare(book(Measurement(value=48, n=100)), book(Measurement(value=29, n=100), method="mean", metric="csat"))
    (one,) = figure_changes(c)
    assert (one.verdict, one.margin, one.is_comparable) == ("not comparable", None, False)
    assert told_figure(one, Naming(c.before, c.after)).endswith("; measured in different ways, so the two cannot be compared.")


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ({"method": "mean"}, {"method": "mean"}, True), ({"method": "mean"}, {"method": "net"}, False), ({"method": "mean"}, {}, True),
        ({"method": "unknown"}, {"method": "net"}, True), ({"unit": "%"}, {"unit": "min"}, False), ({"scale": [0, 10]}, {"scale": [1, 5]}, False),
    ],
)  # fmt: skip
def test_unknown_contradicts_nothing(one: dict[str, Any], other: dict[str, Any], *, alike: bool) -> None:
    assert judged_alike(KPI("A", **one), KPI("A", **other)) is alike
    assert judged_alike(KPI("A", **other), KPI("A", **one)) is alike


def test_a_series_is_followed_to_the_new_names_of_its_kpi_and_touchpoint() -> None:
    def made(kpi: str, key: str, value: float, whole: str) -> Portfolio:
        held = [
            Measurement(value=value, anchor=f"{whole}/{key}"),
            Measurement(value=value, anchor=whole),
            Measurement(value=value, anchor=f"{whole}/stage:all"),
        ]
        place = Journey("Buy", id=whole, stages=[Stage("All", [Touchpoint("Pays at the till", id=key, duration="20 min")])])
        return Portfolio(kpis=[KPI("Happy with paying", id=kpi, measurements=held)], journeys=[place])

    c = compare(made("a", "pay", 1, "j"), made("b", "till", 2, "k"))
    assert [(one.place, one.kpi.id, one.difference) for one in figure_changes(c)] == [
        ("j/pay", "b", 1),
        ("j", "b", 1),
        ("j/stage:all", "b", 1),
    ]
    inside = compare(made("a", "pay", 1, "j").journeys[0], made("a", "till", 2, "k").journeys[0])
    assert [(one.place, one.difference) for one in figure_changes(inside)] == [("j/pay", 1), ("j", 1), ("j/stage:all", 1)]


def test_what_only_one_side_measured_is_no_change() -> None:
    assert list(figure_changes(compare(book(), book(Measurement(value=1))))) == []
    assert list(figure_changes(compare(book(Measurement(value=1)), book()))) == []
    one = book(Measurement(value=1, at=2024))
    assert list(figure_changes(compare(one, one))) == []


def test_each_series_is_looked_at() -> None:
    def made(*values: float | None) -> Portfolio:
        return Portfolio(
            kpis=[KPI(f"K{place}", measurements=[] if one is None else [Measurement(value=one)]) for place, one in enumerate(values)]
        )

    found = list(figure_changes(compare(made(None, 1, 1, 1, 1), made(1, None, 1, 2, 3))))
    assert [(one.kpi.id, one.difference) for one in found] == [("k3", 1), ("k4", 2)]


def test_an_amount_has_its_unit() -> None:
    assert (amount(1234.5, KPI("A", unit="EUR")), amount(0.25, KPI("A"))) == ("1,234.5 EUR", "0.25")
