"""Owners, channels, seams, reasons and stakeholders at their edges."""

import pytest

from journeykit import measure
from journeykit.errors import ArgumentError, UnknownNameError
from journeykit.model import (
    KPI,
    Activity,
    Actor,
    Channel,
    Expectation,
    Journey,
    Link,
    Measurement,
    Owner,
    Portfolio,
    Relation,
    Source,
    Stage,
    System,
    Touchpoint,
)
from tests.measure.building import journey


def test_handovers_between_departments() -> None:
    owners = [
        Owner("Sales", id="sales", kind="department"),
        Owner("Clerk", id="clerk", kind="role", parent="sales"),
        Owner("IT", id="it", kind="department"),
    ]
    steps = [Touchpoint("A", owner="sales"), Touchpoint("B", owner="clerk"), Touchpoint("C"), Touchpoint("D", owner="it")]
    book = Portfolio("B", owners=owners, journeys=[journey(*steps, links=[Link(source="a", target="b", kind="handover", quality=1)])])
    found = measure.handovers(book.journeys[0])
    assert (found.value, found.between_departments, found.recorded) == (2, 1, 1)
    assert [(one.start, one.end, one.crosses_department) for one in found.changes] == [("a", "b", False), ("b", "d", True)]


def test_ownership_load_and_rasci() -> None:
    steps = [
        Touchpoint("A", owner="sales", responsible=["sales", "it"]),
        Touchpoint("B", owner="sales", informed=["it"]),
        Touchpoint("C", kind="action"),
    ]
    held = journey(*steps, activities=[Activity("Prints", actor="it", touchpoints=["b"])])
    assert measure.ownership(held).value == 1
    assert measure.ownership(held).supported == 0.5
    assert [(one.owner, one.touchpoints, one.share) for one in measure.ownership(held).load] == [("sales", 2, 1)]
    assert measure.rasci(held).matrix() == (("Element", "sales", "it"), ("A", "AR", "R"), ("B", "A", "I"), ("Prints", "", "R"))


def test_a_seam_is_seamless_only_when_that_is_known() -> None:
    steps = [Touchpoint(name, channel="web", owner="o", counterparts=["c"], systems=["s"], emotion=1) for name in ("A", "B")]
    assert measure.seams(journey(*steps)).seams[0].is_seamless is True
    assert measure.seams(journey(Touchpoint("A"), Touchpoint("B"))).seams[0].is_seamless is None
    steps[1] = Touchpoint(
        "B", channel="shop", owner="p", counterparts=["d"], systems=["t"], control="partner", emotion=-2, wait_before="1 h"
    )
    (one,) = measure.seams(journey(*steps)).seams
    assert (one.score, one.wait, one.handover_recorded) == (5 + 3, True, False)


def test_channels_differ_at_one_touchpoint() -> None:
    values = [Measurement(at=2025, value=value, channel=channel, anchor="buy/a") for channel, value in (("web", 80), ("shop", 60))]
    book = Portfolio(
        "B",
        channels=[Channel("Web", medium="web"), Channel("Shop", medium="face_to_face")],
        kpis=[KPI("CSAT", measurements=values)],
        journeys=[journey(Touchpoint("A", channels=["web", "shop"]), Touchpoint("B", channels=["web", "shop"]))],
    )
    found = measure.channel_consistency(book.journeys[0])
    assert [(one.touchpoint, one.spread) for one in found.spreads] == [("a", 20)]
    assert [one.where.split("'")[-2] for one in found.missing] == ["b"]


def test_contacts_before_a_touchpoint_that_is_not_there() -> None:
    with pytest.raises(UnknownNameError, match="pays"):
        measure.contacts_before(journey(Touchpoint("Pays")), until="pay")
    assert measure.contacts_before(journey(Touchpoint("Pays"))).value is None
    two = Portfolio("B", journeys=[journey(Touchpoint("Asks"), Touchpoint("Pays")), Journey("I sell", id="sell")])
    assert [one.value for one in measure.contacts_before(two, until="pays")] == [1, None]
    with pytest.raises(UnknownNameError, match="The journeys have no touchpoint"):
        measure.contacts_before(two, until="pay")


def test_impact_over_journeys_and_owners() -> None:
    one = journey(
        Touchpoint("Mail", owner="m"),
        links=[Link(source="mail", target="ask/call", kind="impact", polarity=-1), Link(source="ask/call", target="mail", kind="impact")],
    )
    two = Journey("I ask", id="ask", stages=[Stage("All", [Touchpoint("Call", owner="c")])])
    book = Portfolio("B", owners=[Owner("M", id="m"), Owner("C", id="c")], journeys=[one, two])
    found = measure.impact(book, at="call")
    assert [(held.place, held.polarity) for held in found.upstream] == [("buy/mail", -1)]
    assert [held.target for held in found.from_elsewhere] == ["ask/call"]
    assert len(found.missing) == 1
    with pytest.raises(UnknownNameError):
        measure.impact(book, at="nowhere")


def test_contact_reasons_by_frequency_and_demand() -> None:
    steps = [
        Touchpoint("A", contact_reason="Where is it?", tags=["failure-demand"]),
        Touchpoint("B", contact_reason="where is it"),
        Touchpoint("C", contact_reason="Buy", tags=["value-demand"]),
        Touchpoint("D"),
    ]
    found = measure.contact_reasons(journey(*steps))
    assert [(one.reason, len(one.touchpoints), one.demand) for one in found.reasons] == [
        ("Where is it?", 2, "failure"),
        ("Buy", 1, "value"),
    ]
    assert [one.cumulative for one in found.reasons] == [pytest.approx(2 / 3), 1]
    assert found.failure_share == 0.5
    assert len(found.missing) == 1


def test_stakeholders_by_columns_and_relations() -> None:
    actors = [Actor("Bank", id="bank"), Actor("Tax office", id="tax", kind="regulator"), Actor("Nobody", id="nobody")]
    relations = [Relation(source="tax", target="bank", kind="regulates"), Relation(source="bank", target="tax", kind="pays")]
    book = Portfolio("B", actors=actors, relations=relations, journeys=[journey(Touchpoint("A", counterparts=["bank"]))])
    found = measure.stakeholders(book)
    assert [(one.actor, one.touchpoints, one.degree) for one in found.items] == [("bank", 1, 1), ("tax", 0, 1)]
    assert found.absent == ("nobody",)
    assert [one.actor for one in measure.stakeholders(book.journeys[0]).items] == ["bank"]


def test_retired_systems_still_used() -> None:
    systems = [System("Old", id="old", status="retired"), System("New", id="new")]
    work = [Activity("Prints", systems=["old"], touchpoints=["a"]), Activity("Faxed", systems=["old"], touchpoints=["a"], status="retired")]
    book = Portfolio("B", systems=systems, journeys=[journey(Touchpoint("A", systems=["new"]), activities=work)])
    assert measure.retired_in_use(book.journeys[0]).uses == (("old", "prints", "systems"),)


def test_expectations_and_disappointments() -> None:
    steps = [
        Touchpoint(
            "A",
            expectations=[Expectation("Quick", met="not_met"), Expectation("Kind", met="exceeded"), "Open"],
            emotion={"before": 1, "after": -1},
        ),
        Touchpoint("B", emotion={"before": 0, "after": 1}),
    ]
    found = measure.expectation_gaps(journey(*steps))
    assert (found.value, found.disappointments) == (0.5, ("a",))
    assert [one.text for one in found.gaps] == ["Quick", "Kind", "Open"]
    assert len(found.missing) == 1
    assert "“Quick” at “A” is not met" in found.sentence


def test_strength_of_evidence() -> None:
    survey = Source("S", kind="survey", perspective="customer")
    talk = Source("T", kind="interview", perspective="customer")
    assert measure.evidence_strength([]) == "assumed"
    assert measure.evidence_strength([Source("W", kind="workshop", perspective="customer")]) == "internal"
    assert measure.evidence_strength([survey, survey]) == "indicated"
    assert measure.evidence_strength([survey, talk]) == "triangulated"
    assert measure.evidence_coverage(journey(Touchpoint("A", sources=["unknown"]))).counts == (("internal", 1),)


def test_who_influences_supporters() -> None:
    book = Portfolio(
        "B",
        owners=[Owner("Parts", parent="service"), Owner("Service"), Owner("Union"), Owner("Council"), Owner("Loner")],
        relations=[
            Relation(source="council", target="parts", polarity=-1),
            Relation(source="council", target="union", kind="reports_to", polarity=-1),
            Relation(source="service", target="council", kind="informs"),
        ],
        journeys=[journey(Touchpoint("Waits", supporters=["parts", "loner"]))],
    )
    found = measure.influencers(book)
    assert [(one.influencer, one.hops, one.polarity, one.path) for one in found.items] == [
        ("council", 1, -1, ("parts", "council")),
        ("service", 1, None, ("parts", "service")),
        ("union", 2, 1, ("parts", "council", "union")),
    ]
    assert found.uninfluenced == ("loner",)
    assert found.sentence == "2 supporters, influenced by 3 actors; nobody is recorded for 1 of them."
    assert measure.influencers(book, of="Parts", depth=1).value == ("council", "service")
    assert measure.influencers(book, of="loner").sentence == "Nobody is recorded as influencing “Loner”."
    assert measure.influencers(journey(Touchpoint("A"))).sentence == "No supporter is named."
    with pytest.raises(UnknownNameError):
        measure.influencers(book, of="nobody")
    with pytest.raises(ArgumentError, match="depth"):
        measure.influencers(book, depth=0)
