"""What constructors refuse, in full: one error for everything that is wrong with an element."""

# ruff: noqa: ISC004  # texts of several lines stand as they are printed

from typing import Any

import pytest

from journeykit.errors import JourneykitError, ModelError, ReferenceProblemError
from journeykit.model import (
    KPI,
    Activity,
    Actor,
    Emotion,
    Insight,
    Journey,
    Link,
    Measurement,
    Opportunity,
    Owner,
    Persona,
    Portfolio,
    Stage,
    Touchpoint,
)


def refused(make: Any) -> str:
    with pytest.raises(ModelError) as caught:
        make()
    assert isinstance(caught.value, ValueError)
    return str(caught.value)


def journey(*touchpoints: Touchpoint, **more: Any) -> Journey:
    return Journey("I buy", id="buy", stages=[Stage("Deal", touchpoints)], **more)


def test_all_that_is_wrong_with_an_element_is_said_at_once() -> None:
    assert refused(lambda: Touchpoint("Pays", id="-", kind="sale", emotion=7, pains=["", 3], duration="soon", drop_off=float("nan"))) == (  # type: ignore[arg-type, list-item]
        "Touchpoint '-' has an id that is not well formed.\n  where: id\n  got: '-'\n"
        "  expected: a letter or digit, then letters, digits, '_', '.' and '-'\n  hint: try 'u2d'\n"
        "Touchpoint '-' has a wrong kind.\n  where: kind\n  got: 'sale'\n  expected: one of 'interaction', 'action'\n"
        "Touchpoint '-' has wrong emotions.\n  where: emotions[0]\n  got: 7\n  expected: a number from -2 to 2, or readings\n"
        "Touchpoint '-' has a wrong duration.\n  where: duration\n  got: 'soon'\n"
        "  expected: a duration of 0 or more, such as '20 min', '2 h 30 min' or 'PT20M'\n"
        "Touchpoint '-' has a wrong drop_off.\n  where: drop_off\n  got: nan\n  expected: a number from 0 to 1\n"
        "Touchpoint '-' has wrong pains.\n  where: pains[0]\n  got: ''\n  expected: texts, or insights\n"
        "Touchpoint '-' has wrong pains.\n  where: pains[1]\n  got: 3\n  expected: texts, or insights"
    )


@pytest.mark.parametrize(
    ("make", "text"),
    [
        (lambda: Stage(" "), "Stage 'u0' has no title.\n  where: title\n  got: ' '\n  expected: a text that is not empty"),
        (lambda: Emotion(None), "Emotion has a wrong valence.\n  where: valence\n  got: None\n  expected: a number from -2 to 2"),
        (lambda: Emotion(True), "Emotion has a wrong valence.\n  where: valence\n  got: True\n  expected: a number from -2 to 2"),
        (lambda: Emotion(2.1), "Emotion has a wrong valence.\n  where: valence\n  got: 2.1\n  expected: a number from -2 to 2"),
        (lambda: Persona("Ana", tags={"a"}),
         "Persona 'ana' has wrong tags.\n  where: tags[0]\n"),
        (lambda: Touchpoint("Pays", emotions=[Emotion(1), Emotion(0)]),
         "Touchpoint 'pays' has two readings during it.\n  where: emotions[1]\n  got: 0\n  expected: one reading for each perspective, moment and date\n"
         "  hint: give one of them another moment, perspective or as_of"),
        (lambda: Touchpoint("Pays", started="2025-01-02T10:00+00:00", ended="2025-01-02T10:30+02:00"),
         "Touchpoint 'pays' ends before it starts.\n  where: ended\n  got: 2025-01-02 10:30:00+02:00\n  expected: not before 2025-01-02 10:00:00+00:00"),
        (lambda: Touchpoint("Pays", at_least=3, at_most=2),
         "Touchpoint 'pays' happens at least more often than at most.\n  where: at_least\n  got: 3 to 2\n  expected: at_least <= at_most"),
        (lambda: Touchpoint("Pays", pains=["Slow", "slow!"]),
         "Touchpoint 'pays' has two entries 'slow' in pains.\n  where: pains[1].id\n  got: 'slow'\n  expected: ids that differ\n"
         "  hint: add the line `id: slow-2` to one of them"),
        (lambda: Activity("Counts"),
         "Activity 'counts' belongs to no touchpoint.\n  where: touchpoints\n  got: nothing\n  expected: at least one touchpoint of its journey"),
        (lambda: Link(source="a", target="a"),
         "Link 'a' to 'a' leads to itself.\n  where: target\n  got: 'a'\n  expected: another touchpoint or activity\n"
         "  hint: a loop is a link of the kind branch"),
        (lambda: KPI("NPS", scale=(5, 1)),
         "KPI 'nps' has a wrong scale.\n  where: scale\n  got: (5, 1)\n  expected: the two ends of a scale, such as [1, 5]"),
        (lambda: KPI("NPS", measurements=[Measurement(value=1, at=2025), Measurement(value=2, at="2025")]),
         "KPI 'nps' is measured twice at 2025 for the same thing.\n  where: measurements[1]\n"
         "  expected: one measurement for each period, anchor, persona, channel, version and source"),
        (lambda: Journey("I buy", form="actual", state="future"),
         "Journey 'i-buy' is an actual run in the future.\n  where: form\n  got: form 'actual' with state 'future'\n"
         "  expected: an actual run that is current or past"),
        (lambda: journey(Touchpoint("Pays"), Touchpoint("Pays")),
         "Journey 'buy' has two touchpoints or activities with the id 'pays'.\n  where: stages['deal'].touchpoints['pays'].id\n  got: 'pays'\n"
         "  expected: ids that differ\n  hint: add the line `id: pays-2` to the second, 'Pays'"),
        (lambda: journey(Touchpoint("Pays"), critical_moment="pay", links=[Link(source="pays", target="gone")]),
         "Journey 'buy' names 'pay', which this journey does not have.\n  where: critical_moment\n  got: 'pay'\n"
         "  expected: a touchpoint of this journey\n  hint: did you mean 'pays'?\n"
         "Link 'pays' to 'gone' names 'gone', which this journey does not have.\n  where: links[0].target\n  got: 'gone'\n"
         "  expected: a touchpoint of this journey"),
        (lambda: journey(Touchpoint("A"), Touchpoint("B"), links=[Link(source="a", target="b", required=True), Link(source="b", target="a", required=True)]),
         "Journey 'buy' has required sequences in a circle.\n  where: links\n  got: a → b → a\n  expected: an order without circles"),
        (lambda: journey(Touchpoint("Pays", id="a"), Touchpoint("Pays", id="b"), critical_moment="Pays"),
         "Journey 'buy' names 'Pays', which 2 elements of this journey are called.\n  where: critical_moment\n  got: 'Pays'\n"
         "  expected: one of 'a', 'b'\n  hint: write the id of the one that is meant"),
        (lambda: Portfolio(owners=[Owner("Ana")], personas=[Persona("Ana")]),
         "Two entries of personas and owners have the id 'ana'.\n  where: owners['ana'].id\n  got: 'ana'\n  expected: ids that differ\n"
         "  hint: add the line `id: ana-2` to the second, 'Ana'"),
        (lambda: Portfolio(owners=[Owner("A", parent="b"), Owner("B", parent="a")]),
         "The field parent leads in a circle.\n  where: parent\n  got: a → b → a\n  expected: an order without circles"),
    ],
)  # fmt: skip
def test_what_is_refused_says_what_where_got_and_expected(make: Any, text: str) -> None:
    assert refused(make).startswith(text)


def test_every_dangling_reference_is_listed() -> None:
    bought = journey(Touchpoint("Pays", owner="sals", counterparts=["ana", "ghost"], kpis=["nps"]), persona="sales")
    with pytest.raises(ReferenceProblemError) as caught:
        Portfolio(journeys=[bought], owners=[Owner("Sales")], insights=[Insight("Slow", anchors=["buy/pay"])])
    assert isinstance(caught.value, LookupError)
    assert [problem.where for problem in caught.value.problems] == [
        "insights['slow'].anchors[0]",
        "journeys['buy'].persona",
        "journeys['buy'].stages['deal'].touchpoints['pays'].owner",
        "journeys['buy'].stages['deal'].touchpoints['pays'].counterparts[0]",
        "journeys['buy'].stages['deal'].touchpoints['pays'].counterparts[1]",
        "journeys['buy'].stages['deal'].touchpoints['pays'].kpis[0]",
    ]
    assert str(caught.value.problems[1]) == (
        "Journey 'buy' names 'sales' as persona, but that is an owner.\n  where: journeys['buy'].persona\n  got: 'sales'\n"
        "  expected: a persona (section personas)\n  hint: move 'sales' from owners to personas, or name another"
    )
    assert str(caught.value.problems[2]) == (
        "Touchpoint 'pays' names owner 'sals', which this portfolio does not define.\n"
        "  where: journeys['buy'].stages['deal'].touchpoints['pays'].owner\n  got: 'sals'\n  expected: one of 'sales'\n"
        "  hint: did you mean 'sales'? Or add an owner with that id."
    )


def test_names_and_objects_become_ids() -> None:
    team = Owner("Sales team", id="sales")
    bought = journey(Touchpoint("Pays", owner=team, responsible="Sales Team", channel="Web"), persona="Ana Ruiz", critical_moment="Pays")
    book = Portfolio(
        journeys=[bought],
        owners=[team],
        personas=[Persona("Ana Ruiz")],
        insights=[Insight("Slow", anchors=["Pays", "stage:Deal", "I buy"])],
    )
    touchpoint = book.journeys["buy"].touchpoints["pays"]
    assert (touchpoint.owner, touchpoint.responsible, touchpoint.channels) == ("sales", ("sales",), ("Web",))
    assert (book.journeys[0].persona, book.journeys[0].critical_moment) == ("ana-ruiz", "pays")
    assert book.insights[0].anchors == ("buy/pays", "buy/stage:deal", "buy")


def test_a_short_address_must_mean_one_place() -> None:
    twice = [Journey(name, stages=[Stage("Deal", [Touchpoint("Pays")])]) for name in ("Now", "Later")]
    with pytest.raises(ReferenceProblemError, match="names 'pays' as anchors, which 2 places are called") as caught:
        Portfolio(journeys=twice, insights=[Insight("Slow", anchors=["pays"])])
    assert caught.value.problems[0].expected == "one of 'now/pays', 'later/pays'"
    pays = Journey("Pays", stages=[Stage("Deal", [Touchpoint("Pays")])])
    assert Portfolio(journeys=[pays], insights=[Insight("Slow", anchors=["pays"])]).insights[0].anchors == ("pays",)  # a full address wins


def test_an_id_beats_a_name_and_an_opportunity_an_insight() -> None:
    book = Portfolio(
        owners=[Owner("Ops", id="sales"), Owner("Sales", id="field")],
        insights=[Insight("Slow"), Insight("Quick", id="be-quick")],
        opportunities=[Opportunity("Slow down", id="slow", owner="Sales"), Opportunity("Be quick", id="x", addresses=["be-quick"])],
    )
    assert book.opportunities["slow"].owner == "sales"
    with pytest.raises(JourneykitError, match="2 entries are called"):
        Portfolio(owners=[Owner("Sales", id="a"), Owner("Sales", id="b")], kpis=[KPI("NPS", owner="sales")])


def test_half_finished_maps_are_constructible() -> None:
    journey()
    Journey("I buy")
    Portfolio()
    journey(Touchpoint("Sleeps", kind="action"), Touchpoint("Pays"), critical_moment="sleeps", links=[
        Link(source="sleeps", target="pays", kind="branch", probability=0.9), Link(source="sleeps", target="pays", kind="branch", probability=0.9)])  # fmt: skip
    Portfolio(kpis=[KPI("CSAT", scale=(1, 5), measurements=[Measurement(value=99)])])
    assert Actor("Bank").stands == "provider"


def test_a_persona_that_also_owns_becomes_two_in_a_portfolio() -> None:
    book = Portfolio.of(journey(Touchpoint("Pays", owner="Ana", systems=["Ana"], sub_journey="elsewhere"), persona="Ana"))
    assert (book.personas.ids, book.systems.ids, book.owners.ids) == (("ana",), ("ana-2",), ("ana-3",))
    assert book.journeys[0].touchpoints[0].owner == "ana-3"
    assert book.journeys[0].touchpoints[0].sub_journey is None
