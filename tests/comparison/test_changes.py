"""Edits one by one: what is told of each, in data and in words; patches that fit and patches that do not."""

from datetime import timedelta
from typing import Any

import pytest

from bench.comparison import hundred_found
from bench.edits import hundred_edits
from bench.maps import portfolio
from bench.recognition import recognised
from journeykit import edit
from journeykit.comparison import Moved, ReadingChanged, ReferenceChanged, Removed, ValueChanged, apply, compare, described
from journeykit.comparison.words import plain, told
from journeykit.errors import ConversionError
from journeykit.model import (
    KPI,
    Activity,
    Emotion,
    Expectation,
    Insight,
    Journey,
    Link,
    Measurement,
    Owner,
    Portfolio,
    Scope,
    Stage,
    Touchpoint,
)


def book(*extra: Touchpoint, **fields: Any) -> Portfolio:
    """Three touchpoints in two stages."""
    learn = Stage("Learn", [Touchpoint("Ask", owner="sales", emotion=1), Touchpoint("Try", duration="20 min", pains=["Far away"])])
    deal = Stage("Deal", [Touchpoint("Pay", emotion={"before": 0, "after": Emotion(-1, basis="measured")}, expectations=["Cheap"]), *extra])
    one = Journey(
        "Buy", id="buy", stages=[learn, deal], activities=[Activity("Desk", touchpoints=["pay"])], scope=Scope(objective="Sell"),
        links=[Link(source="ask", target="pay", kind="supports")], critical_moment="pay", **fields,
    )  # fmt: skip
    kpis = [KPI("NPS", measurements=[Measurement(at=2024, value=48)])]
    return Portfolio(owners=[Owner("Sales", id="sales"), Owner("Till", id="till")], kpis=kpis, journeys=[one])


BASE = book()
ASK, TRY, PAY = "stages['learn'].touchpoints['ask']", "stages['learn'].touchpoints['try']", "stages['deal'].touchpoints['pay']"
ONE_EDIT: dict[str, tuple[Any, list[tuple[str, str]], str]] = {
    "title": (lambda b: edit.update(b, "buy/ask", title="Asks"), [("renamed", ASK)], "title: “Ask” → “Asks”"),
    "id": (lambda b: edit.rename(b, "buy/pay", "settle"), [("rekeyed", PAY)], "id: pay → settle"),
    "owner's id": (lambda b: edit.rename(b, "sales", "sellers"), [("rekeyed", "owners['sales']")], "id: sales → sellers"),
    "journey's id": (lambda b: edit.rename(b, "buy", "purchase"), [("rekeyed", "")], "id: buy → purchase"),
    "owner": (lambda b: edit.update(b, "buy/ask", owner="till"), [("reference", ASK)], "owner: sales → till"),
    "duration": (lambda b: edit.update(b, "buy/try", duration="5 min"), [("value", TRY)], "duration: 20 min → 5 min"),
    "list": (lambda b: edit.update(b, "buy/ask", tags=["new"]), [("value", ASK)], "tags: + new"),
    "reading": (lambda b: edit.update(b, "buy/ask", emotion=-1), [("reading", f"{ASK}.emotions[0]")], "feeling during: +1 (assumed) → −1 (assumed)"),
    "no reading": (lambda b: edit.update(b, "buy/ask", emotions=[]), [("reading", f"{ASK}.emotions[0]")], "feeling during: +1 (assumed) → no reading"),
    "pain": (lambda b: edit.update(b, "buy/ask", pains=["Loud"]), [("added", f"{ASK}.pains[0]")], "new insight “Loud”"),
    "pain's severity": (lambda b: edit.update(b, "buy/try", pains=[Insight("Far away", severity=3)]), [("value", f"{TRY}.pains[0]")], "severity: nothing → 3"),
    "expectation": (lambda b: edit.update(b, "buy/pay", expectations=[Expectation("Cheap", met="met")]), [("value", f"{PAY}.expectations[0]")], "“Cheap”: met: unknown → met"),
    "the only expectation": (lambda b: edit.update(b, "buy/pay", expectations=["Fair"]), [("value", f"{PAY}.expectations[0]")], "text: Cheap → Fair"),
    "scope": (lambda b: edit.update(b, "buy", scope=Scope(objective="Help")), [("value", "")], "scope, objective: Sell → Help"),
    "to another stage": (lambda b: edit.move(b, "buy/ask", into="buy/stage:deal"), [("moved", ASK)], "moved from “Learn” to “Deal”"),
    "within a stage": (lambda b: edit.move(b, "buy/try", position=0), [("moved", ASK)], "moved from place 1 to 2"),
    "a stage": (lambda b: edit.move(b, "buy/stage:deal", position=0), [("moved", "stages['learn']")], "moved from place 1 to 2"),
    "a touchpoint more": (lambda _: book(Touchpoint("Own")), [("added", "stages['deal'].touchpoints['own']")], "new touchpoint “Own”"),
    "critical moment": (lambda b: edit.update(b, "buy", critical_moment="ask"), [("reference", "")], "critical moment: pay → ask"),
    "a link": (lambda b: edit.update(b, "buy", links=[]), [("removed", "links[0]")], "gone link “ask → pay”"),
    "a link's label": (lambda b: edit.update(b, "buy", links=[Link(source="ask", target="pay", kind="supports", label="x")]), [("value", "links[0]")], "label: nothing → x"),
    "a measurement": (lambda b: edit.update(b, "nps", measurements=[Measurement(at=2024, value=29)]), [("value", "kpis['nps'].measurements[0]")], "value: 48 → 29"),
}  # fmt: skip


@pytest.mark.parametrize("name", ONE_EDIT)
def test_one_edit_is_one_change(name: str) -> None:
    make, expected, words = ONE_EDIT[name]
    after = make(BASE)
    c = compare(BASE, after)
    front = "journeys['buy']"
    expected = [
        (kind, where if where.split("[")[0] in {"owners", "kpis"} else f"{front}.{where}" if where else front) for kind, where in expected
    ]
    assert [(one.kind, one.where) for one in c.changes] == expected
    assert [described(one) for one in c.changes] == [words]
    assert apply(BASE, c) == after
    assert apply(after, c.inverse()) == BASE
    assert len(c.headlines()) >= 1
    assert [line[1] for line in c.to_table()[1:]] == [row.status for row in c.rows if row.status != "unchanged"]


def test_changes_know_their_size() -> None:
    after = edit.update(edit.update(BASE, "buy/try", duration="5 min"), "buy/ask", emotion=-2, tags=["a"])
    by_field = {getattr(one, "field", one.kind): one for one in compare(BASE, after).changes}
    duration, reading, tags = by_field["duration"], by_field["reading"], by_field["tags"]
    assert isinstance(duration, ValueChanged)
    assert (duration.difference, duration.relative) == (timedelta(minutes=-15), -0.75)
    assert isinstance(reading, ReadingChanged)
    assert (reading.difference, reading.same_basis) == (-3, True)
    assert isinstance(tags, ValueChanged)
    assert (tags.gained, tags.lost, tags.difference) == (("a",), (), None)
    rate = ValueChanged(what="KPI", field="target", before=50, after=40)
    assert (rate.difference, rate.relative) == (-10, -0.2)
    assert ValueChanged(what="KPI", field="target", before=0, after=1).relative is None
    refs = ReferenceChanged(what="Touchpoint", field="owner", leads_to="owner", before="a", after=None)
    assert (refs.lost, refs.gained) == (("a",), ())


def test_headlines_put_first_what_matters_most() -> None:
    after = edit.update(BASE, "buy", critical_moment="ask")
    for address, change in (
        ("buy/try", {"drop_off": 0.3}),
        ("buy/ask", {"emotion": -1, "owner": "till"}),
        ("buy/pay", {"title": "Pays", "thoughts": ["Ouch"]}),
    ):
        after = edit.update(after, address, **change)
    after = edit.remove(after, "buy/desk")
    lines = compare(BASE, after).headlines()
    assert [line.split(":")[0].split(" (")[0] for line in lines] == [
        "3 touchpoints before, 3 after", "The critical moment of “Buy” is another one", "“Try”", "“Ask” feels worse by 2", "“Ask”",
        "1 activity is gone", "“Pay”", "1 touchpoint is called otherwise",
    ]  # fmt: skip
    assert compare(BASE, after).headlines(limit=2) == lines[:2]


def test_feelings_known_in_different_ways_are_never_an_improvement() -> None:
    after = edit.update(BASE, "buy/pay", emotions=[Emotion(0, moment="before"), Emotion(2, moment="after", basis="intended")])
    text = "\n".join(compare(BASE, after).headlines())
    assert "Feelings are not known in the same way on both sides: measured only before, intended only after" in text
    assert "feels better" not in text
    assert "(measured) → +2 (intended), which are not known in the same way" in text


@pytest.mark.parametrize(
    ("value", "text"), [(None, "nothing"), ((), "nothing"), (0, "0"), (0.5, "0.5"), (1234.0, "1,234"), (True, "yes"), (("a", "b"), "a and b"), ("a\nb\u202ec", "a b c")]
)  # fmt: skip
def test_values_in_words(value: object, text: str) -> None:
    assert told(value) == text


def test_hostile_texts_stay_on_one_line() -> None:
    hostile = "x\n\n## y\x00\u202e" + "z" * 200
    assert plain(hostile).isprintable()
    assert len(plain(hostile)) <= 60
    after = edit.update(BASE, "buy/ask", title=hostile)
    assert all("\n" not in line and "\u202e" not in line for line in compare(BASE, after).headlines())


MISFITS: dict[str, tuple[Any, Any]] = {
    "another value": (lambda b: edit.update(b, "buy/ask", owner="till"), lambda b: edit.update(b, "buy/ask", owner=None)),
    "another title": (lambda b: edit.update(b, "buy/ask", title="A"), lambda b: edit.update(b, "buy/ask", title="B")),
    "nothing there": (lambda b: edit.update(b, "buy/ask", title="A"), lambda b: edit.remove(b, "buy/ask")),
    "something else to remove": (lambda b: edit.remove(b, "buy/ask"), lambda b: edit.update(b, "buy/ask", goal="More")),
    "more in a stage that goes": (lambda b: edit.remove(b, "buy/stage:learn"), lambda b: edit.insert(b, Touchpoint("New"), into="buy/stage:learn")),
    "no stage to come to": (lambda b: edit.insert(b, Touchpoint("New"), into="buy/stage:learn"), lambda b: edit.remove(b, "buy/stage:learn")),
}  # fmt: skip


@pytest.mark.parametrize("name", MISFITS)
def test_a_patch_that_does_not_fit_says_where(name: str) -> None:
    make, other = MISFITS[name]
    with pytest.raises(ConversionError) as raised:
        apply(other(BASE), compare(BASE, make(BASE)))
    assert all(one.where.startswith("journeys['buy']") for one in raised.value.problems)


def test_a_patch_fits_where_something_else_differs() -> None:
    patch = compare(BASE, edit.move(edit.update(BASE, "buy/ask", owner="till"), "buy/ask", into="buy/stage:deal"))
    other = edit.update(BASE, "buy/pay", title="Pays")
    made = apply(other, patch).journeys["buy"]
    assert (made.touchpoints.ids, made.touchpoints["ask"].owner, made.touchpoints["pay"].title) == (("try", "pay", "ask"), "till", "Pays")


def test_a_removed_stage_whose_touchpoints_went_elsewhere() -> None:
    after = edit.remove(edit.move(edit.move(BASE, "buy/ask", into="buy/stage:deal"), "buy/try", into="buy/stage:deal"), "buy/stage:learn")
    c = compare(BASE, after)
    assert sorted(one.kind for one in c.changes) == ["moved", "moved", "removed"]
    assert [one.across for one in c.changes if isinstance(one, Moved)] == [True, True]
    (gone,) = [one for one in c.changes if isinstance(one, Removed)]
    assert isinstance(gone.value, Stage)
    assert not gone.value.touchpoints
    assert apply(BASE, c) == after
    assert apply(after, c.inverse()) == BASE


@pytest.mark.parametrize("seed", [11, 12])
def test_a_hundred_known_edits_are_all_found_and_nothing_else(seed: int) -> None:
    found, surplus = hundred_found(hundred_edits(portfolio(400), seed=seed))
    assert found == {"field": 40, "renamed": 15, "moved": 15, "added": 10, "removed": 10, "rekeyed": 10}
    assert surplus == 0


@pytest.mark.parametrize(("how", "least"), [("lineage", 0.97), ("ids", 0.9), ("similarity", 0.85)])
def test_edits_are_recognised(how: str, least: float) -> None:
    for kind, score in recognised(how, seeds=range(500, 503), size=200).items():
        assert min(score.precision, score.recall) >= (least if kind in {"moved", "renamed"} or how == "lineage" else 0.8), (kind, score)


def test_a_patch_that_does_not_fit_shows_what_is_there() -> None:
    before, other = (Journey("I buy", id="buy", stages=[Stage("Buy", [Touchpoint(title, id="ask")])]) for title in ("Ask", "Look"))
    after = Journey("I buy", id="buy", stages=[Stage("Buy", [Touchpoint("Call", id="ask")])])
    with pytest.raises(ConversionError) as caught:
        apply(other, compare(before, after))
    assert [one.got for one in caught.value.problems] == ["'Look'"]
    with pytest.raises(ConversionError, match="between two journeys cannot be made in a portfolio"):
        apply(Portfolio(journeys=[before]), compare(before, after))
