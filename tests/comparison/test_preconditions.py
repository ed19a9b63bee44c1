"""What must hold before a comparison may be believed: its borders, and what each lens asks for."""

from typing import Any

import pytest

from journeykit.comparison import LENSES, Lens, compare
from journeykit.model import KPI, Emotion, Journey, Portfolio, Source, Stage, Touchpoint


def journey(*touchpoints: Touchpoint, **fields: Any) -> Journey:
    return Journey("Buy", stages=[Stage("All", touchpoints)], **{"id": "j", **fields})


def met(before: Any, after: Any, lens: Lens | None = None) -> dict[tuple[str | None, str], bool | None]:
    return {(one.code, one.about): one.is_met for one in compare(before, after, lens=lens, fuzzy=False).preconditions}


ASKED: dict[Lens | None, list[tuple[str | None, str]]] = {
    None: [("CMP-02", "persona"), ("CMP-02", "customer_goal"), ("CMP-02", "scope"), ("CMP-03", "touchpoints"), ("CMP-05", "emotions")],
    "future": [("CMP-02", "persona"), ("CMP-02", "customer_goal"), ("CMP-02", "scope"), (None, "state"), ("CMP-03", "touchpoints"), ("CMP-05", "emotions")],
    "personas": [("CMP-02", "customer_goal"), ("CMP-02", "state"), (None, "persona"), ("CMP-03", "touchpoints"), ("CMP-05", "emotions")],
    "perception": [("CMP-02", "persona"), ("CMP-02", "customer_goal"), ("CMP-02", "scope"), (None, "perspective"), ("CMP-03", "touchpoints")],
    "conformance": [(None, "form")],
    "versions": [(None, "lineage"), ("CMP-02", "persona"), ("CMP-02", "customer_goal"), ("CMP-02", "scope"), ("CMP-03", "touchpoints"), ("CMP-05", "emotions")],
    "competitor": [("CMP-02", "persona"), ("CMP-02", "customer_goal"), (None, "subject"), ("CMP-03", "touchpoints"), ("CMP-05", "emotions")],
    "expectation": [],
    "channels": [(None, "measurements")],
    "action": [],
}  # fmt: skip


@pytest.mark.parametrize("lens", [None, *LENSES])
def test_each_lens_asks_for_its_own(lens: Lens | None) -> None:
    assert list(met(journey(), journey(), lens)) == ASKED[lens]


@pytest.mark.parametrize(("same", "other", "enough"), [(3, 2, True), (2, 2, False), (5, 0, True), (0, 3, False), (0, 0, None)])
def test_six_of_ten_touchpoints_are_enough(same: int, other: int, enough: bool | None) -> None:  # noqa: FBT001  # three states
    shared = [Touchpoint(f"S{number}") for number in range(same)]
    before = journey(*shared, *(Touchpoint(f"A{number}") for number in range(other)))
    after = journey(*shared, *(Touchpoint(f"B{number}") for number in range(other)))
    assert met(before, after)["CMP-03", "touchpoints"] is enough
    assert (
        met(journey(*shared, *(Touchpoint(f"A{number}") for number in range(other))), journey(*shared))["CMP-03", "touchpoints"] is enough
    )


def test_splits_count_as_matched() -> None:
    c = compare(journey(Touchpoint("A")), journey(Touchpoint("B"), Touchpoint("C")), mapping={"a": ("b", "c")})
    (found,) = [one for one in c.preconditions if one.code == "CMP-03"]
    assert (found.before, found.after, found.is_met) == ((1, 1), (2, 2), True)


def test_the_same_is_judged_only_where_somebody_says_it() -> None:
    assert met(journey(persona="a"), journey(persona="a"))["CMP-02", "persona"] is True
    assert met(journey(persona="a"), journey(persona="b"))["CMP-02", "persona"] is False
    assert met(journey(persona="a"), journey())["CMP-02", "persona"] is False
    assert met(journey(), journey())["CMP-02", "persona"] is None


def test_two_personas_must_be_two() -> None:
    assert met(journey(persona="a"), journey(persona="b"), "personas")[None, "persona"] is True
    assert met(journey(persona="a"), journey(persona="a"), "personas")[None, "persona"] is False
    assert met(journey(persona="a"), journey(), "personas")[None, "persona"] is None


def test_two_views_must_be_two_and_one_of_them_the_customers() -> None:
    def views(one: Any, other: Any, *emotions: Emotion) -> bool | None:
        return met(journey(Touchpoint("A", emotions=emotions), perspective=one), journey(perspective=other), "perception")[
            None, "perspective"
        ]

    assert views("customer", "employee") is True
    assert views("customer", "customer") is False
    assert views("employee", "management") is False
    assert views("customer", "customer", Emotion(1, perspective="employee")) is True


@pytest.mark.parametrize(("kind", "tested"), [("concept_test", True), ("interview", True), ("workshop", False), (None, False)])
def test_a_future_rests_on_what_customers_said(kind: Any, *, tested: bool) -> None:
    def future(**fields: Any) -> Journey:
        return Portfolio(sources=[Source("S", id="s", kind=kind)], journeys=[journey(Touchpoint("A", **fields), state="future")]).journeys[
            0
        ]

    assert met(journey(), future(sources=["s"]))["CMP-04", "sources"] is tested
    assert met(journey(), future())["CMP-04", "sources"] is False
    assert ("CMP-04", "sources") not in met(journey(), journey())


def test_feelings_known_in_the_same_way() -> None:
    def of(*bases: Any) -> Journey:
        return journey(
            Touchpoint(
                "A", emotions=[Emotion(1, basis=one, moment=moment) for one, moment in zip(bases, ("before", "after"), strict=False)]
            )
        )

    assert met(of("assumed"), of("assumed"))["CMP-05", "emotions"] is True
    assert met(of("assumed", "reported"), of("reported"))["CMP-05", "emotions"] is False
    assert met(of(), of("reported"))["CMP-05", "emotions"] is None


def test_a_kpi_must_be_computed_alike() -> None:
    def of(**fields: Any) -> Portfolio:
        return Portfolio(kpis=[KPI("A", **fields)])

    assert met(of(method="mean"), of(method="mean")) == {("CMP-01", "a"): True}
    assert met(of(method="mean"), of(method="net")) == {("CMP-01", "a"): False}
    assert met(of(method="unknown"), of(method="net")) == {("CMP-01", "a"): None}
    assert met(of(method="mean", unit="%"), of(method="mean", unit="min")) == {("CMP-01", "a"): False}
    assert met(of(), Portfolio(kpis=[KPI("B")])) == {}
    words = compare(Portfolio(kpis=[KPI("A", method="mean")]), Portfolio(kpis=[KPI("A", method="net")]), lens="action").headlines()
    assert "“a” is measured in different ways on the two sides." in words


def test_what_is_lacking_is_said() -> None:
    one = journey(Touchpoint("A"), persona="p", customer_goal="g")
    other = journey(Touchpoint("B"), persona="q", customer_goal="h", state="future")
    lines = compare(one, other, lens="future", fuzzy=False).headlines(30)
    for sentence in (
        "The two sides are about different personas.",
        "The two sides have different customer goals.",
        "Few touchpoints are matched: what looks new and gone may only not be recognised. Give a mapping, or compare stages.",
        "The future cites no test with customers.",
    ):
        assert sentence in lines


def test_both_sides_are_shown() -> None:
    one = journey(Touchpoint("A", emotion=1), persona="p", customer_goal="g", subject="us", perspective="customer")
    other = journey(
        Touchpoint("A", emotions=[Emotion(1, basis="reported", perspective="partner")]),
        Touchpoint("B"),
        id="k",
        origin="j",
        persona="q",
        customer_goal="h",
        subject="them",
        state="future",
        form="planned",
    )
    found = {held.about: (held.before, held.after) for lens in LENSES for held in compare(one, other, lens=lens, fuzzy=False).preconditions}
    assert found == {
        "persona": ("p", "q"), "customer_goal": ("g", "h"), "scope": (None, None), "state": ("current", "future"), "touchpoints": ((1, 1), (1, 2)),
        "sources": (None, ()), "emotions": (("assumed",), ("reported",)), "perspective": (("customer",), ("customer", "partner")), "form": ("map", "planned"),
        "lineage": ("j", "j"), "subject": ("us", "them"), "measurements": (None, ()),
    }  # fmt: skip
