"""What each verb does to what hangs on an element."""

import pytest

from journeykit import edit
from journeykit.errors import ModelError, UnknownNameError
from journeykit.model import (
    KPI,
    Activity,
    Insight,
    Journey,
    Link,
    Measurement,
    Opportunity,
    Owner,
    Persona,
    Portfolio,
    Relation,
    Stage,
    Touchpoint,
)


@pytest.fixture
def book() -> Portfolio:
    buy = Journey(
        "I buy",
        id="buy",
        persona="ana",
        owner="sales",
        critical_moment="pay",
        stages=[
            Stage("Learn", [Touchpoint("Asks"), Touchpoint("Reads")]),
            Stage("Deal", [Touchpoint("Pays", id="pay", owner="sales", channel="web", pains=["Slow"], kpis=["nps"], emotion=1)]),
        ],
        activities=[
            Activity("Counts", id="count", actor="sales", touchpoints=["pay"]),
            Activity("Helps", id="help", touchpoints=["asks", "pay"]),
        ],
        links=[Link(source="asks", target="reads"), Link(source="count", target="pay", kind="supports")],
    )
    future = Journey("I buy in future", id="future", origin="buy", stages=[Stage("Deal", [Touchpoint("Pays", id="pay", origin="buy/pay")])])
    return Portfolio(
        "Book",
        journeys=[buy, future],
        personas=[Persona("Ana")],
        owners=[Owner("Sales"), Owner("Desk", parent="sales")],
        channels=[],
        kpis=[KPI("NPS", id="nps", owner="sales", scope=["buy/pay"])],
        measurements=[Measurement(kpi="nps", at=2025, value=3, anchor="buy/pay")],
        relations=[Relation(source="sales", target="ana")],
        insights=[Insight("Waits", anchors=["buy/pay", "buy/stage:deal"], owner="sales")],
        opportunities=[Opportunity("Be quick", addresses=["waits", "buy/pay/slow"])],
    )


def test_an_owner_is_renamed_everywhere(book: Portfolio) -> None:
    done = edit.rename(book, "sales", "sales-team")
    buy = done.journeys["buy"]
    assert done.owners["sales-team"].name == "Sales"
    assert (buy.owner, buy.touchpoints["pay"].owner, buy.activities["count"].actor) == ("sales-team",) * 3
    assert (done.owners["desk"].parent, done.kpis["nps"].owner, done.relations[0].source) == ("sales-team",) * 3
    assert buy.library.owners["sales-team"]


def test_a_touchpoint_is_renamed_with_its_lineage_and_what_stands_at_it(book: Portfolio) -> None:
    done = edit.rename(book, "buy/pay", "checkout")
    buy = done.journeys["buy"]
    assert (buy.critical_moment, buy.links[1].target, buy.activities["help"].touchpoints) == ("checkout", "checkout", ("asks", "checkout"))
    assert done.journeys["future"].touchpoints["pay"].origin == "buy/checkout"
    assert done.insights["waits"].anchors == ("buy/checkout", "buy/stage:deal")
    assert done.opportunities[0].addresses == ("waits", "buy/checkout/slow")
    assert (done.measurements[0].anchor, done.kpis["nps"].scope) == ("buy/checkout", ("buy/checkout",))


def test_a_journey_a_stage_and_an_insight_are_renamed(book: Portfolio) -> None:
    done = edit.rename(book, "buy", "purchase")
    assert (done.journeys["future"].origin, done.insights[0].anchors) == ("purchase", ("purchase/pay", "purchase/stage:deal"))
    assert edit.rename(book, "buy/stage:deal", "closing").insights[0].anchors == ("buy/pay", "buy/stage:closing")
    assert edit.rename(book, "buy/pay/slow", "slowness").opportunities[0].addresses == ("waits", "buy/pay/slowness")
    assert edit.rename(book, "waits", "waiting").opportunities[0].addresses == ("waiting", "buy/pay/slow")


def test_a_bare_journey_renames_what_it_only_mentions() -> None:
    bare = Journey("I buy", persona="Ana", stages=[Stage("Learn", [Touchpoint("Asks", channel="web", counterparts=["Ana"])])])
    done = edit.rename(bare, "ana", "maria")
    assert (done.persona, done.touchpoints[0].counterparts) == ("maria", ("maria",))
    assert edit.rename(bare, "web", "site").touchpoints[0].channels == ("site",)


def test_a_bound_journey_changes_its_library_too(book: Portfolio) -> None:
    done = edit.rename(book.journeys["buy"], "sales", "sales-team")
    assert (done.owner, done.library.owners.ids, done.library.kpis[0].owner) == ("sales-team", ("sales-team", "desk"), "sales-team")


@pytest.mark.parametrize(
    ("old", "new", "error", "text"),
    [
        ("sals", "x", UnknownNameError, "There is no element 'sals'.\n  got: 'sals'"),
        ("sales", "ana", ModelError, "The id 'ana' is taken."),
        ("sales", "No!", ModelError, "The new id is not well formed.\n  where: id\n  got: 'No!'\n"),
        ("pay", "x", UnknownNameError, "2 elements are called 'pay'.\n  got: 'pay'\n  expected: one of 'buy/pay', 'future/pay'\n"),
        ("buy/pay", "count", ModelError, "The id 'count' is taken."),
    ],
)  # fmt: skip
def test_what_cannot_be_renamed_is_said(book: Portfolio, *, old: str, new: str, error: type[Exception], text: str) -> None:
    with pytest.raises(error) as caught:
        edit.rename(book, old, new)
    assert str(caught.value).startswith(text)


def test_update_sets_fields_and_short_forms_replace(book: Portfolio) -> None:
    done = edit.update(book, "buy/pay", owner="Desk", emotion=-2, kind="action")
    touchpoint = done.journeys["buy"].touchpoints["pay"]
    assert (touchpoint.owner, [one.valence for one in touchpoint.emotions], touchpoint.kind) == ("desk", [-2], "action")
    with pytest.raises(ModelError, match=r"has no field 'ownr'(.|\n)*did you mean 'owner'"):
        edit.update(book, "buy/pay", ownr="sales")
    with pytest.raises(ModelError, match="use rename"):
        edit.update(book, "buy/pay", id="x")
    with pytest.raises(ModelError, match="does not define"):
        edit.update(book, "buy/pay", owner="nobody")


def test_remove_takes_what_hangs_on_it(book: Portfolio) -> None:
    less = edit.remove(book, "buy/pay")
    buy = less.journeys["buy"]
    assert buy.critical_moment is None
    assert (buy.activities.ids, buy.activities["help"].touchpoints, len(buy.links)) == (("help",), ("asks",), 1)
    assert (less.insights[0].anchors, less.opportunities[0].addresses, less.measurements) == (("buy/stage:deal",), ("waits",), ())
    assert less.journeys["future"].touchpoints["pay"].origin == "buy/pay"  # lineage may lead outside
    assert edit.remove(book, "sales").journeys["buy"].owner is None
    assert edit.remove(book, "sales").relations == ()
    assert edit.remove(book, "nps").measurements == ()
    assert edit.remove(book, "journeys/buy").insights[0].anchors == ()
    with pytest.raises(ModelError, match="from itself"):
        edit.remove(book.journeys["buy"], "buy")


def test_move_within_and_between_stages_and_journeys(book: Portfolio) -> None:
    assert edit.move(book, "asks", after="reads").journeys["buy"].touchpoints.ids == ("reads", "asks", "pay")
    assert edit.move(book, "buy/pay", before="asks").journeys["buy"].stages["learn"].touchpoints.ids == ("pay", "asks", "reads")
    assert edit.move(book, "reads", into="buy/stage:deal", position=0).journeys["buy"].stages["deal"].touchpoints.ids == ("reads", "pay")
    assert edit.move(book, "buy/stage:deal", position=0).journeys["buy"].stages.ids == ("deal", "learn")
    assert edit.move(book, "journeys/future", before="journeys/buy").journeys.ids == ("future", "buy")
    gone = edit.move(edit.remove(book, "future/pay"), "buy/pay", into="future/stage:deal")
    assert gone.journeys["future"].touchpoints.ids == ("pay",)
    assert (gone.insights[0].anchors, gone.opportunities[0].addresses) == (("future/pay", "buy/stage:deal"), ("waits", "future/pay/slow"))
    assert (gone.journeys["buy"].critical_moment, gone.journeys["buy"].activities.ids) == (None, ("help",))


def test_a_place_is_given_in_one_way(book: Portfolio) -> None:
    for places in ({}, {"before": "asks", "after": "asks"}, {"before": "asks", "position": 1}):
        with pytest.raises(ModelError, match="not in one way"):
            edit.move(book, "reads", **places)
    with pytest.raises(ModelError, match="no neighbour"):
        edit.move(book, "reads", before="sales")
    with pytest.raises(ModelError, match="another journey"):
        edit.move(book, "help", into="future")


def test_insert_at_a_place(book: Portfolio) -> None:
    more = edit.insert(book, Touchpoint("Rings"), after="asks")
    assert more.journeys["buy"].touchpoints.ids == ("asks", "rings", "reads", "pay")
    assert edit.insert(book, Insight("Loud"), into="buy/pay").journeys["buy"].touchpoints["pay"].pains[-1].id == "loud"
    assert edit.insert(book, Insight("Loud")).insights.ids == ("waits", "loud")
    assert edit.insert(book, Owner("Ops"), before="sales").owners.ids == ("ops", "sales", "desk")
    with pytest.raises(ModelError, match="not said where"):
        edit.insert(book, Touchpoint("Rings"))
    with pytest.raises(ModelError, match="taken"):
        edit.insert(book, Owner("Sales"))
