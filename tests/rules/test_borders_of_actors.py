"""Rules of actors and of whose journey it is at their borders: what still passes, the first that does not, and what is said."""

from typing import Any

import pytest
from attrs import evolve

from journeykit.model import (
    KPI,
    Action,
    Activity,
    Actor,
    Journey,
    Link,
    Owner,
    Persona,
    Portfolio,
    Relation,
    Stage,
    System,
    Touchpoint,
)
from tests.rules.asking import found, of, places


# ---------------------------------------------------------------------------------------------------------------- actors
def test_a_system_is_used_where_anything_names_it() -> None:
    till, retired = System("Till"), System("Old", status="retired")

    def idle(**fields: Any) -> list[str]:
        return found(Portfolio("B", **{"systems": [till, retired], "journeys": [of(Touchpoint("Pays"))], **fields}), "BLU-04")

    assert idle() == ['System "Till" (till) supports nothing.']
    assert idle(kpis=[KPI("K", system="till")]) == idle(owners=[Owner("Desk")], relations=[Relation(source="desk", target="till")]) == []
    assert idle(journeys=[of(Touchpoint("Pays"), participants="till")]) == idle(journeys=[of(Touchpoint("Pays", systems="till"))]) == []
    for name in ("systems", "actor", "supporters"):
        work = Activity("Books", layer="backstage", touchpoints="pays", **{name: "till"})
        assert idle(journeys=[of(Touchpoint("Pays"), activities=[work])]) == [], name
    assert idle(systems=[till, System("Inner", parent="till")]) == ['System "Inner" (inner) supports nothing.']


@pytest.mark.parametrize(
    ("link", "amount"),
    [
        (Link(source="files", target="pays", kind="supports"), 0),
        (Link(source="pays", target="files", kind="supports"), 1),
        (Link(source="pays", target="files", kind="supports", both_ways=True), 0),
        (Link(source="files", target="pays", kind="message"), 1),
    ],
)
def test_support_points_at_what_it_supports(link: Link, amount: int) -> None:
    held = of(Touchpoint("Pays"), activities=[Activity("Files", layer="support", touchpoints="pays")], links=[link])
    assert len(found(held, "BLU-04")) == amount


@pytest.mark.parametrize(
    ("fields", "amount"), [({"layer": "support"}, 1), ({"layer": "backstage"}, 0), ({"layer": "support", "status": "retired"}, 0)]
)
def test_only_living_support_must_support(fields: dict[str, Any], amount: int) -> None:
    assert len(found(of(Touchpoint("Pays"), activities=[Activity("Files", touchpoints="pays", **fields)]), "BLU-04")) == amount


def test_customers_stand_before_the_line() -> None:
    people = {"actors": [Actor("Client", kind="customer"), Actor("Bank", kind="organisation")], "personas": [Persona("Ann")]}

    def by(actor: str | None) -> list[str]:
        work = Activity("Fills in", actor=actor, touchpoints="pays")
        return found(Portfolio("B", journeys=[of(Touchpoint("Pays"), activities=[work])], **people), "BLU-07")

    assert by("client") == ['"Fills in" (i-do/fills-in) is done by "Client" (client), a customer.']
    assert len(by("ann")) == 1
    assert by("bank") == by(None) == []


def test_the_blueprint_and_the_stakeholder_map_name_the_same_people() -> None:
    work = [
        Activity(name, actor=who, touchpoints="pays")
        for name, who in (("Cooks", "kitchen"), ("Bakes", "kitchen"), ("Counts", "till"), ("Rests", None))
    ]
    kitchen, desk, till = Owner("Kitchen"), Owner("Desk"), System("Till")

    def missing(*owners: Owner, **fields: Any) -> list[str]:
        return found(Portfolio("B", owners=owners, systems=[till], journeys=[of(Touchpoint("Pays"), activities=work)], **fields), "BLU-09")

    assert missing(kitchen, evolve(desk, ring=0)) == ['"Kitchen" (kitchen) is on the blueprint and not on the stakeholder map.'], "once"
    assert missing(kitchen, desk) == [], "there is no such map"
    assert (
        missing(evolve(kitchen, ring=0), desk)
        == missing(evolve(kitchen, parent="desk"), desk)
        == missing(kitchen, evolve(desk, parent="kitchen"))
        == []
    )
    assert missing(kitchen, desk, relations=[Relation(source="desk", target="kitchen")]) == []
    assert missing(kitchen, desk, relations=[Relation(source="kitchen", target="desk")]) == []
    assert len(missing(kitchen, desk, Owner("Shop"), relations=[Relation(source="desk", target="shop")])) == 1


@pytest.mark.parametrize(("ring", "amount"), [(0, 1), (1, 1), (2, 0), (None, 0)])
def test_the_inner_rings_have_a_part(ring: int | None, amount: int) -> None:
    book = Portfolio("B", owners=[Owner("Desk", ring=ring)], journeys=[of(Touchpoint("Pays"))])
    said = [f'"Desk" (desk) stands in ring {ring} and has no part in any journey.']
    assert found(book, "BLU-10") == said * amount
    assert found(evolve(book, organisation="desk"), "BLU-10") == found(evolve(book, journeys=()), "BLU-10") == []


@pytest.mark.parametrize("part", ["owner", "responsible", "supporters", "consulted", "informed", "counterparts"])
def test_any_part_at_a_touchpoint_is_one(part: str) -> None:
    book = Portfolio("B", owners=[Owner("Desk", ring=0)], journeys=[of(Touchpoint("Pays", **{part: "desk"}))])
    assert found(book, "BLU-10") == []


def test_parts_of_a_journey_and_behind_it() -> None:
    def idle(journey: Journey, **fields: Any) -> list[str]:
        return found(Portfolio("B", owners=[Owner("Desk", ring=0)], journeys=[journey], **fields), "BLU-10")

    assert idle(of(Touchpoint("Pays"), owner="desk")) == []
    for part in ("actor", "owner", "responsible"):
        assert idle(of(Touchpoint("Pays"), activities=[Activity("Cooks", touchpoints="pays", **{part: "desk"})])) == [], part
    assert idle(of(Touchpoint("Pays", owner="desk")), actors=[Actor("Guest", kind="customer", ring=0)]) == [], (
        "customers are no stakeholders of the provider"
    )


@pytest.mark.parametrize(
    ("relation", "reached"),
    [
        ({"source": "desk", "target": "kitchen", "kind": "influences"}, True),
        ({"source": "kitchen", "target": "desk", "kind": "influences"}, False),
        ({"source": "kitchen", "target": "desk", "kind": "influences", "both_ways": True}, True),
        ({"source": "desk", "target": "kitchen", "kind": "supports"}, True),
        ({"source": "kitchen", "target": "desk", "kind": "reports_to"}, True),
        ({"source": "desk", "target": "kitchen", "kind": "reports_to"}, False),
        ({"source": "desk", "target": "kitchen", "kind": "pays"}, False),
    ],
)
def test_who_influences_a_supporter(relation: dict[str, Any], reached: Any) -> None:
    owners = [Owner("Desk"), Owner("Kitchen")]
    journey = of(Touchpoint("Eats", supporters="kitchen"), Touchpoint("Pays", supporters="kitchen"))
    said = ['Nobody is recorded as influencing "Kitchen" (kitchen), which supports "Eats" (i-do/eats).']
    assert found(Portfolio("B", owners=owners, journeys=[journey], relations=[Relation(**relation)]), "BLU-11") == said * (not reached)


def test_supporters_of_what_goes_on_behind() -> None:
    journey = of(Touchpoint("Eats"), activities=[Activity("Cooks", touchpoints="eats", supporters="kitchen")])
    assert places(Portfolio("B", owners=[Owner("Kitchen")], journeys=[journey]), "BLU-11") == ["owners['kitchen']"]
    assert found(Portfolio("B", owners=[Owner("Kitchen", parent="desk"), Owner("Desk")], journeys=[journey]), "BLU-11") == []


@pytest.mark.parametrize(
    ("fields", "amount"),
    [({}, 1), ({"provenance": "known"}, 0), ({"control": "external"}, 0), ({"control": "partner"}, 1), ({"kind": "action"}, 0)],
)
def test_new_interactions_have_something_behind_them(fields: dict[str, Any], amount: int) -> None:
    step = Touchpoint("Pays", **{"provenance": "designed", **fields})
    assert found(of(step, state="future"), "BLU-12") == ['"Pays" (i-do/pays) is new, and no activity is behind it.'] * amount
    assert found(of(step), "BLU-12") == found(of(step, state="future", activities=[Activity("Books", touchpoints="pays")]), "BLU-12") == []


def test_needed_systems_are_built_by_what_touches_or_names_them() -> None:
    def needed(*actions: Action, status: Any = "needed", where: str = "systems") -> list[str]:
        work = [Activity("Books", touchpoints="pays", systems="till")] if where == "activity" else []
        steps = of(
            Touchpoint("Pays", **({where: "till"} if where != "activity" else {})), Touchpoint("Other"), state="future", activities=work
        )
        return found(Portfolio("B", systems=[System("Till", status=status)], actions=actions, journeys=[steps]), "BLU-12")

    said = ['System "Till" (till) is needed in "I do" (i-do), and no action creates it.']
    for where in ("systems", "counterparts", "activity"):
        assert needed(where=where) == said, where
        assert needed(Action("Do", touches="i-do/pays"), where=where) == [], where
    assert needed(Action("Do", touches="i-do/books"), where="activity") == []
    assert needed(Action("Do", touches="i-do/other")) == needed(Action("Do", touches="i-do/pays", status="rejected")) == said
    assert needed(Action("Buy a TILL")) == needed(Action("Buy", note="a till")) == needed(Action("Buy", target_process="Till")) == []
    assert needed(Action("Buy a till", status="rejected")) == said
    assert needed(status="existing") == []


# ------------------------------------------------------------------------------------------------ whose journey it is
def test_what_a_persona_lacks_is_asked_of_customers_alone() -> None:
    people = [Persona("Ann", kind="employee"), Persona("Bo", priority="negative"), Persona("Cy", age=4)]
    assert found(Portfolio("B", personas=people), "COM-02", fields=["needs", "age"]) == ['Persona "Cy" (cy) does not say needs.']


def test_candidates_for_the_critical_moment() -> None:
    steps = [
        Touchpoint("A", emotion=1),
        Touchpoint("B", emotion=-2),
        Touchpoint("C", emotion=2),
        Touchpoint("D", emotion=-1),
        Touchpoint("E", kind="action", emotion=-2),
    ]

    def said(amount: float) -> str:
        return found(of(*steps), "COM-05", candidates=amount)[0].partition("; candidates: ")[2]

    assert [said(one) for one in (3, 1, 0)] == ['"B" (-2), "C" (+2) and "D" (-1).', '"B" (-2).', ""]
    assert found(of(Touchpoint("A", kind="action")), "COM-05") == found(of(Touchpoint("A"), critical_moment="a"), "COM-05") == []


def test_a_journey_goes_on_after_the_purchase() -> None:
    def ends(*tags: Any, **fields: Any) -> int:
        stages = [Stage(f"S{at}", [Touchpoint(f"T{at}")], lifecycle=one) for at, one in enumerate(tags)]
        return len(found(Journey("I buy", stages=stages, **fields), "COM-14"))

    assert ends("learn", "onboard", type="integration") == ends("onboard", type="lifecycle") == 1
    assert (
        ends("onboard", "use", type="integration") == ends(None, type="integration") == ends("onboard", type="use") == ends("onboard") == 0
    )
    assert ends("onboard", type="integration", form="actual") == ends(type="integration") == 0


def test_accessibility_is_said_of_one_or_of_many() -> None:
    def said(*people: Persona) -> list[str]:
        return found(Portfolio("B", personas=people), "CUS-10")

    ann, bo = Persona("Ann"), Persona("Bo")
    assert said(ann) == ['Persona "Ann" (ann) says nothing of accessibility.']
    assert said(ann, bo) == ['None of the 2 personas mentions accessibility, such as "Ann" (ann).']
    assert said(ann, evolve(bo, accessibility_needs="Large type")) == said(evolve(ann, kind="employee")) == said() == []


@pytest.mark.parametrize(("top", "amount"), [(0, 0), (1, 1), (2, 2)])
def test_only_what_matters_most_to_customers_is_compared(top: int, amount: int) -> None:
    steps = [Touchpoint(f"T{at}", importance={"customer": 5 - at, "employee": 1}) for at in range(3)]
    assert len(found(of(*steps), "MGT-12", top=top)) == amount
