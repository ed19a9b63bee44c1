"""Which sentence comes first: every rank once, in one pair of journeys; and the verdicts of figures and feelings in their order."""

from typing import Any

import pytest

from journeykit.comparison import compare
from journeykit.comparison.lens_expectation import ExpectationShift
from journeykit.model import (
    KPI,
    Activity,
    Emotion,
    Expectation,
    Journey,
    Link,
    Measurement,
    PhysicalEvidence,
    Portfolio,
    Stage,
    Touchpoint,
)


def test_the_order_of_all_kinds() -> None:
    before = Journey("Buy", id="j", critical_moment="ask", stages=[
        Stage("One", [
            Touchpoint("Ask", emotion=Emotion(-1, basis="reported"), owner="x", duration="10 min", drop_off=0.1, goal="a", tags=["t"], physical_evidence=["Bill"]),
            Touchpoint("Waits", id="w1"), Touchpoint("Waits", id="w2"), Touchpoint("Sign and pay"), Touchpoint("Old one"), Touchpoint("Named so", id="named"),
        ]),
        Stage("Two", [Touchpoint("Last", emotion=0), Touchpoint("Other id", id="first-id")]),
    ], activities=[Activity("Desk", touchpoints=["ask"]), Activity("Gone work", touchpoints=["ask"])])  # fmt: skip
    after = Journey("Buy", id="j", critical_moment="last", stages=[
        Stage("One", [
            Touchpoint("Ask", emotion=Emotion(1, basis="reported"), owner="y", duration="5 min", drop_off=0.2, goal="b", tags=["u"]),
            Touchpoint("Waits", id="v1"), Touchpoint("Waits", id="v2"), Touchpoint("Sign"), Touchpoint("Pay"), Touchpoint("Named otherwise", id="named"),
        ]),
        Stage("Two", [Touchpoint("Other id", id="second-id"), Touchpoint("Last", emotion=Emotion(0.5, basis="intended"), physical_evidence=["Bill"]), Touchpoint("Brand new")]),
    ], activities=[Activity("Desk", touchpoints=["last"])])  # fmt: skip
    c = compare(before, after, mapping={"sign-and-pay": ("sign", "pay")})
    assert c.headlines(50) == (
        "8 touchpoints before, 9 after: 4 are matched, none of them unchanged.",
        "Feelings are not known in the same way on both sides: assumed only before, intended only after.",
        "4 elements could not be matched for sure: “Waits”, “Waits”, “Waits” and “Waits”.",
        "The critical moment of “Buy” is another one: “Ask” → “Last”.",
        "“Ask”: share that leaves: 0.1 → 0.2.",
        "“Ask” feels better by 2: feeling during: −1 (reported) → +1 (reported).",
        "“Sign and pay”: split into “Sign” and “Pay”.",
        "1 touchpoint is gone: “Old one”.",
        "1 touchpoint is new: “Brand new”.",
        "1 touchpoint is elsewhere: “Last”.",
        "“Bill” is now at “Last” instead of “Ask”.",
        "“Desk” is now at “Last” instead of “Ask”.",
        "“Ask”: owner: x → y.",
        "“Ask” takes less time: 10 min → 5 min.",
        "“Last”: feeling during: 0 (assumed) → +0.5 (intended).",
        "1 activity is gone: “Gone work”.",
        "“Ask”: goal: a → b.",
        "1 touchpoint is called otherwise: title: “Named so” → “Named otherwise”.",
        "1 touchpoint is known by another id: first-id → second-id.",
        "“Ask”: tags: + u, − t.",
    )
    assert c.headlines(3) == c.headlines(50)[:3]


def test_the_largest_difference_comes_first() -> None:
    def of(*values: float) -> Journey:
        return Journey(
            "Buy",
            id="j",
            stages=[
                Stage("All", [Touchpoint(f"T{place}", emotion=value, duration=f"{place + 1} h") for place, value in enumerate(values)])
            ],
        )

    lines = compare(of(0, 0, 0), of(1, -2, 1.5)).headlines()
    assert [line.split("”")[0] for line in lines[1:4]] == ["“T1", "“T2", "“T0"]
    times = [
        Journey("Buy", id="j", stages=[Stage("All", [Touchpoint("A", duration=one), Touchpoint("B", duration=other)])])
        for one, other in (("1 min", "1 h"), ("2 min", "9 h"))
    ]
    assert [line.split("”")[0] for line in compare(*times).headlines()[1:3]] == ["“B", "“A"]


def test_the_order_of_verdicts() -> None:
    def book(year: int, **values: tuple[float, int | None]) -> Journey:
        about: dict[str, dict[str, Any]] = {
            "worse": {"direction": "lower"}, "better": {"direction": "higher"}, "changed": {}, "unknown": {"direction": "higher"}, "within": {"direction": "higher"},
            "other": {"method": "mean" if year == 2024 else "net"}, "same": {},
        }  # fmt: skip
        kpis = [
            KPI(name, id=name, unit="%", measurements=[Measurement(at=year, value=value, n=n)], **about[name])
            for name, (value, n) in values.items()
        ]
        place = Journey(
            "Buy",
            id="j",
            kpis=list(values),
            stages=[
                Stage(
                    "All",
                    [
                        Touchpoint("A", emotion=Emotion(-1 if year == 2024 else 1, n=50, sd=1)),
                        Touchpoint("B", emotion=0 if year == 2024 else 2),
                    ],
                )
            ],
        )
        return Portfolio(kpis=kpis, journeys=[place]).journeys[0]

    many = {
        "same": (5, None),
        "other": (10, 500),
        "within": (50, 10),
        "unknown": (1, None),
        "changed": (10, 500),
        "better": (10, 500),
        "worse": (10, 500),
    }
    later = {
        "same": (5, None),
        "other": (90, 500),
        "within": (55, 10),
        "unknown": (2, None),
        "changed": (90, 500),
        "better": (90, 500),
        "worse": (90, 500),
    }
    lines = compare(book(2024, **many), book(2025, **later), lens="versions").headlines(20)
    assert [line.split("”")[0].removeprefix("“") for line in lines if line.startswith("“") and " → " in line] == [
        "worse",
        "better",
        "changed",
        "unknown",
        "within",
        "other",
        "A",
        "B",
    ]


@pytest.mark.parametrize(
    ("before", "after", "fate"),
    [
        ("not_met", "partly", "better"), ("partly", "met", "better"), ("met", "exceeded", "better"), ("partly", "not_met", "worse"), ("met", "partly", "worse"),
        ("exceeded", "met", "worse"), ("unknown", "met", "other"), ("met", "unknown", "other"), (None, "met", "new"), ("met", None, "gone"),
    ],
)  # fmt: skip
def test_each_step_of_an_expectation(before: str | None, after: str | None, fate: str) -> None:
    assert ExpectationShift(place="A", text="B", before=before, after=after).fate == fate


def test_values_without_ids_are_known_by_what_they_must_have() -> None:
    def of(*several: Any) -> Journey:
        return Journey("Buy", id="j", stages=[Stage("All", [Touchpoint("A", expectations=several), Touchpoint("B")])])

    c = compare(of(Expectation("Fast"), Expectation("Cheap")), of(Expectation("Cheap", met="met"), Expectation("Fast", met="partly")))
    found = {(one.kind, one.where, getattr(one, "after", None)) for one in c.changes if one.kind == "value"}
    at = "stages['all'].touchpoints['a'].expectations"
    assert found == {("value", f"{at}[0]", "partly"), ("value", f"{at}[1]", "met")}
    evidence = [
        Journey(
            "Buy",
            id="j",
            stages=[Stage("All", [Touchpoint("A", physical_evidence=[PhysicalEvidence("Bill", kind=kind), PhysicalEvidence("Bag")])])],
        )
        for kind in ("document", "digital")
    ]
    assert [(one.kind, getattr(one, "field", "")) for one in compare(*evidence).changes] == [("value", "kind")]
    links = [
        Journey("Buy", id="j", stages=[Stage("All", [Touchpoint("A"), Touchpoint("B")])], links=[Link(source="a", target="b", kind=kind)])
        for kind in ("branch", "message")
    ]
    assert [one.kind for one in compare(*links).changes] == ["removed", "added"]
