"""Short and long forms give the same value."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from journeykit.formats import read
from journeykit.model import KPI, Emotion, Insight, Measurement, Money, Period, Portfolio, Scale, Touchpoint


def touchpoint(text: str) -> Touchpoint:
    book = read(
        f"journeykit: 1\nsources: [S, study]\nowners: {{sales: Sales team}}\nkpis: [NPS]\njourney: {{title: J, stages: [{{title: S, touchpoints: [{text}]}}]}}\n"
    ).portfolio
    return book.journeys[0].touchpoints[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{title: T, emotion: 1}", Touchpoint("T", emotion=1)),
        ("{title: T, emotions: [1]}", Touchpoint("T", emotion=1)),
        ("{title: T, emotion: {valence: 1, basis: reported}}", Touchpoint("T", emotions=[Emotion(1, basis="reported")])),
        ("{title: T, emotion: {before: -1, during: 0, after: 2}}", Touchpoint("T", emotion={"before": -1, "during": 0, "after": 2})),
        ("{title: T, emotion: {after: {valence: 1.5, n: 3}}}", Touchpoint("T", emotions=[Emotion(1.5, moment="after", n=3)])),
        ("{title: T, emotion: {}}", Touchpoint("T")),
        ("{title: T, emotion: {before: }}", Touchpoint("T")),
        ("{title: T, channel: web}", Touchpoint("T", channels=["web"])),
        ("{title: T, channels: web}", Touchpoint("T", channels=["web"])),
        ("{title: T, channel: [web, app]}", Touchpoint("T", channels=["web", "app"])),
        ("{title: T, pains: [Slow]}", Touchpoint("T", pains=["Slow"])),
        ("{title: T, pains: {text: Slow}}", Touchpoint("T", pains=["Slow"])),
        ("{title: T, pains: Slow}", Touchpoint("T", pains=["Slow"])),
        ("{title: T, gains: [{text: Fast, frequency: 41 %}]}", Touchpoint("T", gains=[Insight("Fast", kind="gain", frequency=0.41)])),
        ("{title: T, gains: [Fast], insights: [Odd]}", Touchpoint("T", gains=["Fast"], insights=["Odd"])),
        ("{title: T, fail_point: Breaks, expectations: [Speed], physical_evidence: [Receipt]}", Touchpoint("T", fail_point="Breaks", expectations=["Speed"], physical_evidence=["Receipt"])),
        ("{title: T, importance: 4}", Touchpoint("T", importance=4)),
        ("{title: T, importance: {employee: 2, customer: 4}}", Touchpoint("T", importance={"customer": 4, "employee": 2})),
        ("{title: T, notes: {a: one, b: [two, three]}}", Touchpoint("T", notes={"a": ["one"], "b": ["two", "three"]})),
        ("{title: T, duration: 2 h 30 min, wait_before: PT5M}", Touchpoint("T", duration=timedelta(minutes=150), wait_before=timedelta(minutes=5))),
        ("{title: T, drop_off: 12.5 %}", Touchpoint("T", drop_off=0.125)),
        ("{title: T, started: '2025-06-30T14:05:00+00:00'}", Touchpoint("T", started=datetime(2025, 6, 30, 14, 5, tzinfo=UTC))),
        ("{title: T, started: 2025-06-30 14:05+00:00}", Touchpoint("T", started=datetime(2025, 6, 30, 14, 5, tzinfo=UTC))),
        ("{title: T, owner: , tags: ~, matters: null, kind: }", Touchpoint("T")),
        ("T", Touchpoint("T")),
        ("{title: T, owner: Sales team, kpis: NPS}", Touchpoint("T", owner="sales", kpis=["nps"])),
    ],
)  # fmt: skip
def test_a_touchpoint(text: str, expected: Touchpoint) -> None:
    assert touchpoint(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "values: {2024: 48, 2025-06: 29.5}",
            {"measurements": [Measurement(at=Period("2024"), value=48), Measurement(at=Period("2025-06"), value=29.5)]},
        ),
        ("measurements: [{at: 2025, value: 1}]", {"measurements": [Measurement(at=Period("2025"), value=1)]}),
        ("scale: [1, 5]", {"scale": Scale(low=1, high=5)}),
    ],
)
def test_a_kpi(text: str, expected: dict[str, Any]) -> None:
    assert read(f"journeykit: 1\nkpis:\n  - name: K\n    {text}\n").portfolio.kpis[0] == KPI("K", **expected)


def test_lists_by_id() -> None:
    book = read("journeykit: 1\nowners: {sales: Sales team, it: {name: IT, kind: team}}\n").portfolio
    assert [(one.id, one.name, one.kind) for one in book.owners] == [("sales", "Sales team", None), ("it", "IT", "team")]


def test_one_of_several_needs_no_list() -> None:
    book = read(
        "journeykit: 1\nowners: Sales\nkpis: {k: {name: K, measurements: {at: 2025, value: 1}}}\ngoals: [{statement: G, targets: {kpi: k}}]\n"
    ).portfolio
    assert book.owners.ids == ("sales",)
    assert book.kpis["k"].measurements == (Measurement(at=Period("2025"), value=1),)
    assert book.goals[0].targets[0].kpi == "k"


def test_money() -> None:
    assert read("journeykit: 1\nactions: [{title: A, cost: 12.50 EUR}]").portfolio.actions[0].cost == Money("12.50", "EUR")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("NO", "NO"),
        ("yes", "yes"),
        ("off", "off"),
        ("1:30", "1:30"),
        ("22:15:00", "22:15:00"),
        ("2025-06-30", "2025-06-30"),
        ("0b1", "0b1"),
        ("1_000", "1_000"),
        ("=", "="),
        ("'12'", "12"),
    ],
)
def test_what_other_readers_of_yaml_misread_is_text(written: str, meant: str) -> None:
    assert read(f"journeykit: 1\ntitle: {written}\n").portfolio.title == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("012", 12),
        ("0o14", 12),
        ("0xC", 12),
        ("-1", -1),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("true", True),
        ("False", False),
        ("~", None),
        ("", None),
        ("null", None),
        ("!!str 12", "12"),
        ("!!int '12'", 12),
    ],
)
def test_plain_scalars_mean_what_yaml_1_2_says(written: str, meant: object) -> None:
    kept = read(f"journeykit: 1\nextra:\n  x: {written}\n").portfolio.extra["x"]
    assert kept == meant
    assert type(kept) is type(meant)


def test_anchors_and_aliases_may_be_used() -> None:
    book = read("journeykit: 1\nowners: [&a {name: A, tags: &t [x, y]}, {name: B, tags: *t}]\n").portfolio
    assert book.owners["b"].tags == ("x", "y")


def test_bom_and_carriage_returns_do_no_harm() -> None:
    plain = "journeykit: 1\ntitle: Book\nowners:\n  - name: A\n"
    for text in ("\ufeff" + plain, plain.replace("\n", "\r\n"), ("\ufeff" + plain).encode(), plain.replace("\n", "\r\n").encode()):
        assert read(text).portfolio == Portfolio("Book", owners=read(plain).portfolio.owners)


def test_extra_keeps_what_belongs_to_nobody() -> None:
    book = read("journeykit: 1\nextra: {a: [1, {b: null}], 2024: yes}\njourney: {title: J, extra: {deep: {x: 1.0}}}").portfolio
    assert book.extra["a"] == (1, {"b": None})
    assert book.extra["2024"] == "yes"
    assert book.journeys[0].extra["deep"]["x"] == 1.0
