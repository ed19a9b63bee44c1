"""Periods, money, durations, scales, ids, and the two containers."""

import pickle
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit.errors import ConversionError, ModelError, UnknownNameError
from journeykit.model import (
    KPI,
    Channel,
    Elements,
    Emotion,
    FrozenMap,
    Insight,
    Journey,
    Library,
    Measurement,
    Money,
    Owner,
    Period,
    Portfolio,
    Scale,
    Stage,
    Touchpoint,
    fold,
    is_id,
    parse_duration,
    show_duration,
    slug,
)
from journeykit.testing import titles


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025-q2", date(2025, 4, 1), date(2025, 6, 30)),
        ("2025-Q4", date(2025, 10, 1), date(2025, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31)),
        ("2025-06-30", date(2025, 6, 30), date(2025, 6, 30)),
    ],
)
def test_a_period_has_a_first_and_a_last_day(text: str, start: date, end: date) -> None:
    assert (Period(text).start, Period(text).end) == (start, end)


@pytest.mark.parametrize("text", ["", "25", "2025-00", "2025-13", "2025-02-30", "2025-Q5", "0000", "2025-6", " 2025", "٢٠٢٥"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ModelError, match="no year, quarter, month or day"):
        Period(text)


def test_periods_sort_by_time_and_take_dates_and_years() -> None:
    assert sorted(map(Period, ["2025-06", "2024", "2025-Q2", "2025"]), key=lambda one: one) == [
        Period("2024"), Period("2025"), Period("2025-Q2"), Period("2025-06"),
    ]  # fmt: skip
    assert Journey("I buy", valid_on=date(2025, 6, 30)).valid_on == Period("2025-06-30")
    assert Journey("I buy", valid_on=2025).valid_on == Period("2025")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("20 min", 20), ("2 h 30 min", 150), ("PT20M", 20), ("P1DT1H", 1500), ("1d", 1440), ("0.5 h", 30), ("1,5 hours", 90), ("P1W", 10080)],
)
def test_durations_are_read_as_written(text: str, minutes: int) -> None:
    assert parse_duration(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["", "20", "min", "P", "PT", "-5 min", "20 monkeys", "9" * 5000 + " d", "1 h soon"])
def test_what_is_no_duration_is_none(text: str) -> None:
    assert parse_duration(text) is None


def test_durations_are_shown_short() -> None:
    assert [show_duration(timedelta(seconds=one)) for one in (0, 90, 86_400, 0.25)] == ["0 min", "1 min 30 s", "1 d", "0.25 s"]


def test_equal_money_looks_alike() -> None:
    assert {str(Money(one, "EUR")) for one in ("12.5", "12.50", Decimal("12.500"), 12.5)} == {"12.50 EUR"}
    assert [str(Money(one)) for one in (12, "12.00", "-0", "0.125", 1e6)] == ["12 EUR", "12 EUR", "0 EUR", "0.125 EUR", "1000000 EUR"]
    for amount, currency in (("x", "EUR"), ("nan", "EUR"), (True, "EUR"), ("1e999999", "EUR"), (1, "eur"), (1, "EURO"), (1, None)):
        with pytest.raises(ModelError, match="no amount of money"):
            Money(amount, currency)  # type: ignore[arg-type]


def test_a_score_must_lie_on_its_scale() -> None:
    reading = Emotion.from_scale(1, low=5, high=1, moment="after")
    assert (reading.valence, reading.scale, reading.raw, reading.moment) == (2.0, Scale(low=1, high=5), "1", "after")
    for score, low, high in ((6, 1, 5), (1, 1, 1), (float("nan"), 1, 5)):
        with pytest.raises(ConversionError, match="does not lie on its scale"):
            Emotion.from_scale(score, low=low, high=high)


@given(titles() | st.text(min_size=1).filter(str.strip))
def test_the_slug_of_any_title_is_an_id(title: str) -> None:
    key = slug(title)
    assert is_id(key)
    assert len(key) <= 64
    assert fold(key) == key == slug(key)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert not is_id(text) or fold(text) == text


def test_elements_are_a_sequence_with_ids() -> None:
    held = Elements([Owner("Sales"), Owner("Ops")])
    assert (held[0], held["OPS"], held[-1:], held.get("x"), held.position("ops"), held.position("x")) == (
        Owner("Sales"), Owner("Ops"), Elements([Owner("Ops")]), None, 1, -1,
    )  # fmt: skip
    assert ("sales" in held, Owner("Ops") in held, "x" in held, len(held), next(reversed(held)).id) == (True, True, False, 2, "ops")
    assert held == Elements(list(held)) == tuple(held)
    assert hash(held) == hash(tuple(held))
    assert pickle.loads(pickle.dumps(held)) == held  # noqa: S301  # our own bytes
    assert eval(repr(held)) == held  # noqa: S307  # our own text
    with pytest.raises(UnknownNameError) as caught:
        held["sals"]
    assert (
        str(caught.value) == "There is no element 'sals'.\n  got: 'sals'\n  expected: one of 'sales', 'ops'\n  hint: did you mean 'sales'?"
    )
    with pytest.raises(AttributeError):
        held.x = 1  # type: ignore[attr-defined]


@given(st.dictionaries(st.text(max_size=3) | st.integers(), st.integers(), max_size=5))
def test_a_frozen_map_is_its_mapping_in_order(given_: dict[object, int]) -> None:
    held = FrozenMap(given_)
    turned = FrozenMap(dict(reversed(given_.items())))
    assert held == given_
    assert (held == turned, hash(held) == hash(turned), list(held) == list(turned)) == (True, True, True)
    assert pickle.loads(pickle.dumps(held)) == held  # noqa: S301  # our own bytes
    with pytest.raises(AttributeError):
        held.x = 1  # type: ignore[attr-defined]


def test_extra_is_frozen_all_the_way_down() -> None:
    touchpoint = Touchpoint("Pays", extra={"a": [{"b": [1, None]}], "c": True})
    assert touchpoint.extra["a"][0]["b"] == (1, None)
    assert isinstance(hash(touchpoint), int)
    deep: list[object] = []
    deep.append(deep)
    for value in ({"x": deep}, {"x": {1, 2}}, {"x": float("nan")}, {1: "x"}, {"x": object()}):
        with pytest.raises(ModelError, match="has a wrong extra"):
            Touchpoint("Pays", extra=value)


def test_short_and_long_forms_build_the_same() -> None:
    assert Touchpoint("Pays", emotion=1) == Touchpoint("Pays", emotions=[Emotion(1)])
    assert Touchpoint("Pays", emotion={"before": -1, "after": 2}).emotions == (Emotion(-1, moment="before"), Emotion(2, moment="after"))
    assert Touchpoint("Pays", channel="web") == Touchpoint("Pays", channels=["web"])
    assert Touchpoint("Pays", pains="Slow") == Touchpoint("Pays", pains=[Insight("Slow")])
    assert Touchpoint("Pays", gains=["Quick"]).gains[0].kind == "gain"
    assert Stage("Deal", Touchpoint("Pays")) == Stage("Deal", (Touchpoint("Pays"),))
    assert Touchpoint("Pays", importance=4, notes={"lane": "x"}) == Touchpoint("Pays", importance={"customer": 4}, notes={"lane": ["x"]})


def test_a_value_shows_its_title_and_what_is_not_usual() -> None:
    assert repr(Touchpoint("Test drives", channel="web", matters=True)) == "Touchpoint('Test drives', channels=('web',), matters=True)"
    assert (
        repr(Stage("Deal", [Touchpoint("Pays", id="pay", duration="20 min")]))
        == "Stage('Deal', [Touchpoint('Pays', id='pay', duration='20 min')])"
    )


def test_readings_of_a_kpi_come_in_order_of_time() -> None:
    library = Library(
        kpis=[KPI("NPS", measurements=[Measurement(at=2025, value=2)])],
        measurements=[Measurement(kpi="NPS", at="2024-06", value=1), Measurement(kpi="nps", value=0), Measurement(kpi="other", value=9)],
    )
    assert [one.value for one in library.readings_of("NPS")] == [0, 1, 2]
    assert library.readings_of("other")[0].value == 9


def test_insights_at_a_place_are_those_at_or_below_it() -> None:
    buy = Journey(
        "I buy", id="buy", stages=[Stage("Deal", [Touchpoint("Pays", pains=["Slow"])]), Stage("Use", [Touchpoint("Drives", gains=["Fun"])])]
    )
    book = Portfolio(journeys=[buy], insights=[Insight("Dear", anchors=["buy/pays", "buy"]), Insight("Loose")])
    assert [(place, one.id) for place, one in book.insights_at("buy/stage:deal")] == [("buy/pays", "slow"), ("buy/pays", "dear")]
    assert len(book.insights_at("buy")) == 4
    assert len(book.insights_at()) == 5


def test_a_channel_is_not_called_like_an_actor_of_the_same_id() -> None:
    book = Portfolio(
        "Shop",
        owners=[Owner("Web team", id="web")],
        journeys=[Journey("I buy", stages=[Stage("S", [Touchpoint("Looks", channels="web")])])],
    )
    assert (book.name_of("web"), book.library.channel_name("web")) == ("Web team", "web")
    assert Portfolio("Shop", channels=[Channel("Website", id="web")]).library.channel_name("web") == "Website"
