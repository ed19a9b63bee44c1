"""Splits and merges in words and rows, and which journey of several a row is in."""

from typing import Any

import pytest
from attrs import evolve

from journeykit.comparison import Comparison, Lens, ReadingChanged, ReferenceChanged, ValueChanged, compare, plain_data
from journeykit.comparison.feelings import feeling_changes
from journeykit.model import Emotion, Insight, Journey, Owner, Portfolio, Stage, Touchpoint

BEFORE = [
    Touchpoint("Asks", id="a", owner="sales", duration="5 min", emotion=1, pains=["Slow"]),
    Touchpoint("Waits", id="b", owner="till", emotion=-1),
    Touchpoint("Pays", id="c"),
]
AFTER = [Touchpoint("Is served", id="x", owner="sales", duration="9 min", emotion=1), Touchpoint("Pays", id="c")]
MERGE = {"a": "x", "b": "x"}


def journey(held: list[Touchpoint], key: str = "buy", **fields: Any) -> Journey:
    return Journey(fields.pop("title", "Buy"), id=key, stages=[Stage("All", held)], **fields)


def merged(**how: Any) -> Comparison:
    return compare(journey(BEFORE), journey(AFTER), mapping=MERGE, **how)


@pytest.mark.parametrize("lens", [None, "future", "versions"])
def test_a_merge_is_told_of_the_one_that_came_of_it(lens: Lens | None) -> None:
    c = merged(lens=lens)
    assert "“Is served”: merged from “Asks” and “Waits”." in c.headlines()
    assert "“Is served”: split into “Asks” and “Waits”." in c.inverse().headlines()
    (row,) = (one for one in c.rows if one.status == "merged")
    assert (row.spot.id, row.is_new) == ("x", True)
    (row,) = (one for one in c.inverse().rows if one.status == "split")
    assert (row.spot.id, row.is_new) == ("x", False)


def test_the_parts_say_what_they_say_otherwise_than_the_whole() -> None:
    (row,) = (one for one in merged().rows if one.status == "merged")
    assert [part.spot.id for part in row.parts] == ["a", "b"]
    assert [(type(one), getattr(one, "before", None), getattr(one, "after", None)) for one in row.parts[1].changes] == [
        (ValueChanged, None, AFTER[0].duration),
        (ReferenceChanged, "till", "sales"),
        (ReadingChanged, Emotion(-1), Emotion(1)),
    ]
    told = "merged from “Asks” and “Waits”; “Asks”: duration: 5 min → 9 min; “Waits”: duration: nothing → 9 min; “Waits”: owner: till → sales; “Waits”: feeling during: −1 (assumed) → +1 (assumed)"
    assert merged().to_table()[1] == ("Touchpoint", "merged", "a: Asks and b: Waits", "x: Is served", "explicit", told)
    turned = merged().inverse().to_table()[1]
    assert turned[2:4] == ("x: Is served", "a: Asks and b: Waits")
    assert "“Waits”: owner: sales → till" in turned[5]


def test_parts_that_say_the_same_have_nothing_to_say_and_what_only_follows_a_new_id_is_the_same() -> None:
    books = [
        Portfolio(owners=[Owner("Desk", id=owner)], journeys=[journey([Touchpoint(title, owner=owner, origin=origin) for title in titles])])
        for owner, titles, origin in (("desk", ["Asks and pays"], None), ("counter", ["Asks", "Pays"], "buy/asks-and-pays"))
    ]
    (row,) = (one for one in compare(*books).rows if one.status == "split")
    assert row.parts == ()


def test_no_part_is_left_out_of_a_row_however_many_there_are() -> None:
    many = [Touchpoint(f"Step {word}") for word in ("one", "two", "three", "four", "five", "six")]
    c = compare(journey([Touchpoint("All steps", id="all")]), journey(many), mapping={"all": [one.id for one in many]})
    (line,) = (one for one in c.to_table()[1:] if one[1] == "split")
    assert all(one.title in line[3] and one.title in line[5] for one in many)
    (row,) = (one for one in plain_data(c)["rows"] if one["status"] == "split")
    assert [one["title"] for one in row["after"]] == [one.title for one in many]
    assert row["parts"] == []


def test_plain_data_holds_the_parts() -> None:
    (row,) = (one for one in plain_data(merged())["rows"] if one["status"] == "merged")
    assert [(one["id"], [held["words"] for held in one["changes"]]) for one in row["parts"]] == [
        ("a", ["duration: 5 min → 9 min"]),
        ("b", ["duration: nothing → 9 min", "owner: till → sales", "feeling during: −1 (assumed) → +1 (assumed)"]),
    ]
    assert row["journey"] is None


# ------------------------------------------------------------------------------------------------------ which journey
def book(*several: Journey) -> Portfolio:
    return Portfolio("All", owners=[Owner("Sales", id="sales"), Owner("Till", id="till")], journeys=several)


def test_rows_of_several_journeys_say_which() -> None:
    before = book(journey(BEFORE), journey(BEFORE, "sell", title="Sell"))
    changed = journey([*BEFORE[:2], evolve(BEFORE[2], title="Pays dear"), Touchpoint("Leaves")], "sell", title="Sell on")
    c = compare(before, book(journey(BEFORE), changed))
    head, *lines = c.to_table()
    assert head[:2] == ("Journey", "What")
    assert [line[:4] for line in lines] == [
        ("", "Journey", "changed", "sell: Sell"),
        ("Sell", "Touchpoint", "changed", "c: Pays"),
        ("Sell on", "Touchpoint", "added", ""),
    ]
    assert [None if one["journey"] is None else one["journey"]["id"] for one in plain_data(c)["rows"]] == [None, "sell", "sell"]
    assert c.to_table(language="de")[0][0] == "Reise"


def test_one_journey_needs_no_name() -> None:
    c = compare(book(journey(BEFORE)), book(journey(AFTER)), mapping=MERGE)
    assert len(c.to_table()[0]) == 6
    assert {row.journey for row in c.rows} == {None}


# -------------------------------------------------------------------------------------------- journeys that only count
def counted(title: str, *titles: str, key: str, ids: str = "t{}") -> Journey:
    held = [Touchpoint(one, id=ids.format(number)) for number, one in enumerate(titles, 1)]
    return Journey(title, id=key, stages=[Stage("S", held, id="s1")])


@pytest.mark.parametrize("ids", ["t{}", "tp-0{}", "{}", "s1.t{}", "step{}"])
def test_ids_that_only_count_are_no_evidence_of_one_journey(ids: str) -> None:
    one = counted("I buy a car", "Looks", "Tests", "Pays", "Drives", key="car", ids=ids)
    other = counted("My surgery", "Is told", "Is afraid", "Sleeps", "Heals", key="clinic", ids=ids)
    c = compare(book(one), book(other))
    assert {pair.what for pair in c.pairs} == {"Owner"}
    assert c.counts() == {"added": 1, "removed": 1}


@pytest.mark.parametrize(("here", "there"), [("t{}", "t{}"), ("buy-car-{}", "x{}")])
def test_touchpoints_of_the_same_titles_are_evidence_though_ids_count(here: str, there: str) -> None:
    one = counted("I buy a car", "Looks", "Tests", "Pays", "Drives", key="car", ids=here)
    other = counted("Purchase", "Looks", "Tests", "Pays", "Drives", key="purchase", ids=there)
    assert [(pair.old.id, pair.new.id) for pair in compare(book(one), book(other)).pairs if pair.what == "Journey"] == [("car", "purchase")]


def test_ids_that_tell_something_are_evidence() -> None:
    def made(title: str, key: str, front: str) -> Journey:
        return Journey(
            title, id=key, stages=[Stage("S", [Touchpoint(f"{front} {one}", id=one) for one in ("look", "test", "pay-2", "drive")])]
        )

    pairs = compare(book(made("I buy a car", "car", "Goes to")), book(made("Purchase", "purchase", "Must"))).pairs
    assert [pair.new.id for pair in pairs if pair.what == "Journey"] == ["purchase"]


def test_a_pain_of_a_part_is_not_told_as_a_change_of_it() -> None:
    before = journey([evolve(BEFORE[0], pains=[Insight("Slow", id="p")]), *BEFORE[1:]])
    (row,) = (one for one in compare(before, journey(AFTER), mapping=MERGE).rows if one.status == "merged")
    assert all(one.what != "Insight" for part in row.parts for one in part.changes)


def test_what_the_user_joined_stays_joined_in_the_journeys_of_portfolios_whatever_their_ids() -> None:
    sides = [
        book(Journey("Buy", id=key, stages=[Stage("All", [Touchpoint(title, id=one) for one, title in held.items()])]))
        for key, held in (("now", {"a": "Alpha", "b": "Beta"}), ("later", {"x": "Gamma", "b": "Delta"}))
    ]
    (part,) = compare(*sides, mapping={"now": "later", "now/a": "b", "now/b": "x"}).parts
    assert {(pair.old.id, pair.new.id, pair.method) for pair in part.pairs if pair.what == "Touchpoint"} == {
        ("a", "b", "explicit"), ("b", "x", "explicit"),
    }  # fmt: skip


def test_each_of_two_parts_is_set_beside_the_whole() -> None:
    before = journey([Touchpoint("Pays and signs", id="whole", emotion=1)])
    after = journey([Touchpoint("Pays", id="pays", emotion=0), Touchpoint("Signs", id="signs", emotion=2)])
    c = compare(before, after, mapping={"whole": ("pays", "signs")})
    found = [(one.whole, one.part) for one in feeling_changes(before, after, c.rows, parts=True)]
    assert found == [("Pays and signs", "Pays"), ("Pays and signs", "Signs")]
    back = compare(after, before, mapping={"pays": "whole", "signs": "whole"})
    assert [(one.whole, one.part) for one in feeling_changes(after, before, back.rows, parts=True)] == found
