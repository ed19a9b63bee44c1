"""Merging: laws over any documents and over edits, and the conflicts one by one."""

from typing import Any

import pytest
from hypothesis import given, note
from hypothesis import strategies as st

from journeykit import edit
from journeykit.comparison import Merge, merge
from journeykit.errors import ConversionError
from journeykit.model import Activity, Insight, Journey, Owner, Portfolio, Stage, Touchpoint
from journeykit.testing import journeys, portfolios
from tests.comparison.scripts import versions


def check_merge_laws(base: Any, side: Any) -> None:
    for ours, theirs in ((base, side), (side, base), (side, side)):
        merged = merge(base, ours, theirs)
        assert merged.conflicts == ()
        assert merged.result == merged.draft == side


@given(portfolios(), portfolios())
def test_what_one_side_did_is_taken_of_any_two_portfolios(base: Portfolio, side: Portfolio) -> None:
    check_merge_laws(base, side)


@given(journeys(), journeys())
def test_what_one_side_did_is_taken_of_any_two_journeys(base: Journey, side: Journey) -> None:
    check_merge_laws(base, side)


@given(versions())
def test_what_one_side_did_is_taken_of_edits(both: tuple[Portfolio, Portfolio]) -> None:
    check_merge_laws(*both)


@given(versions(count=3))
def test_it_does_not_matter_who_is_called_ours(three: tuple[Portfolio, Portfolio, Portfolio]) -> None:
    base, ours, theirs = three
    one, other = merge(base, ours, theirs), merge(base, theirs, ours)
    note(one.conflicts)
    note(other.conflicts)
    assert bool(one) == bool(other)
    if one:
        assert one.result == other.result
        assert one.result is not None


def book(**touchpoints: Any) -> Portfolio:
    """Four touchpoints in two stages, two owners."""
    made = {key: Touchpoint(key.title(), id=key, **touchpoints.get(key, {"owner": "sales"})) for key in ("ask", "try", "pay", "own")}
    stages = [Stage("Learn", [made["ask"], made["try"]]), Stage("Deal", [made["pay"], made["own"]])]
    behind = [Activity("Desk", touchpoints=["pay"], actor="sales")]
    return Portfolio(
        owners=[Owner("Sales", id="sales"), Owner("Till", id="till")], journeys=[Journey("Buy", id="buy", stages=stages, activities=behind)]
    )


BASE = book()


def both(ours: Portfolio, theirs: Portfolio) -> Merge[Portfolio]:
    merged, turned = merge(BASE, ours, theirs), merge(BASE, theirs, ours)
    assert bool(merged) == bool(turned)
    assert merged.result == turned.result
    return merged


DISJOINT = {
    "fields of two touchpoints": (lambda one: edit.update(one, "buy/ask", owner="till"), lambda one: edit.update(one, "buy/pay", owner="till")),
    "two fields of one": (lambda one: edit.update(one, "buy/ask", owner="till"), lambda one: edit.update(one, "buy/ask", title="Asks first")),
    "items of one list": (lambda one: edit.update(one, "buy/ask", tags=["a"]), lambda one: edit.update(one, "buy/ask", tags=["b"])),
    "keys of one map": (lambda one: edit.update(one, "buy/ask", extra={"a": 1}), lambda one: edit.update(one, "buy/ask", extra={"b": None})),
    "a new id and a reference": (lambda one: edit.rename(one, "sales", "sellers"), lambda one: edit.insert(one, Touchpoint("New", owner="sales"), into="buy/stage:deal")),
    "two new ids": (lambda one: edit.rename(one, "buy/pay", "settle"), lambda one: edit.rename(one, "buy", "purchase")),
    "a move and a field": (lambda one: edit.move(one, "buy/ask", into="buy/stage:deal"), lambda one: edit.update(one, "buy/ask", owner="till")),
    "a move and a removal": (lambda one: edit.move(one, "buy/ask", into="buy/stage:deal"), lambda one: edit.remove(one, "buy/try")),
    "a new id and a move": (lambda one: edit.rename(one, "buy/stage:deal", "close"), lambda one: edit.move(one, "buy/ask", into="buy/stage:deal", position=0)),
    "pains": (lambda one: edit.update(one, "buy/ask", pains=["Too long"]), lambda one: edit.update(one, "buy/ask", pains=["Too dear"])),
}  # fmt: skip


@pytest.mark.parametrize("name", DISJOINT)
def test_disjoint_edits_commute_and_nothing_is_lost(name: str) -> None:
    mine, yours = DISJOINT[name]
    merged = both(mine(BASE), yours(BASE))
    assert merged.conflicts == ()
    one_after_the_other = set()
    for first, second in ((mine, yours), (yours, mine)):
        try:
            one_after_the_other.add(second(first(BASE)))
        except LookupError:  # the address is another one by then
            continue
    if name not in {"items of one list", "keys of one map", "pains"}:  # the verb replaces the whole list
        assert merged.result in one_after_the_other or not one_after_the_other


def test_lists_and_maps_keep_what_both_added() -> None:
    merged = both(edit.update(BASE, "buy/ask", tags=["a"], pains=["Long"]), edit.update(BASE, "buy/ask", tags=["b"], pains=["Dear"])).result
    assert merged is not None
    one = merged.journeys["buy"].touchpoints["ask"]
    assert (one.tags, [pain.text for pain in one.pains]) == (("a", "b"), ["Dear", "Long"])


def test_a_reference_follows_the_new_id_that_the_other_side_gave() -> None:
    merged = both(edit.rename(BASE, "sales", "sellers"), edit.insert(BASE, Touchpoint("New", owner="sales"), into="buy/stage:deal")).result
    assert merged is not None
    assert {one.owner for one in merged.journeys["buy"].touchpoints} == {"sellers"}


CONFLICTS = {
    "value": (lambda one: edit.update(one, "buy/ask", title="A"), lambda one: edit.update(one, "buy/ask", title="B"), "title"),
    "reference": (lambda one: edit.update(one, "buy/ask", owner="till"), lambda one: edit.update(one, "buy/ask", owner=None), "owner"),
    "removed": (lambda one: edit.remove(one, "buy/ask"), lambda one: edit.update(one, "buy/ask", title="B"), ""),
    "moved": (lambda one: edit.move(one, "buy/own", into="buy/stage:learn", position=0), lambda one: edit.move(one, "buy/own", into="buy/stage:learn", position=2), ""),
    "rekeyed": (lambda one: edit.rename(one, "buy/ask", "a"), lambda one: edit.rename(one, "buy/ask", "b"), "id"),
    "added": (lambda one: edit.insert(one, Touchpoint("A", id="x"), into="buy/stage:deal"), lambda one: edit.insert(one, Touchpoint("B", id="x"), into="buy/stage:deal"), ""),
}  # fmt: skip


@pytest.mark.parametrize("kind", CONFLICTS)
def test_a_conflict_has_both_sides_and_ours_stands_in_the_draft(kind: str) -> None:
    mine, yours, field = CONFLICTS[kind]
    merged = both(mine(BASE), yours(BASE))
    assert merged.result is None
    assert merged.draft is not None
    (conflict,) = merged.conflicts
    assert conflict.kind == {"reference": "value"}.get(kind, kind)
    assert conflict.field == field
    assert conflict.ours != conflict.theirs
    assert conflict.where.startswith("journeys['buy'].stages[")


def test_what_stands_in_a_removed_stage_keeps_it_and_says_so() -> None:
    ours = edit.remove(BASE, "buy/stage:learn")
    theirs = edit.insert(BASE, Touchpoint("New", id="new"), into="buy/stage:learn")
    merged = both(ours, theirs)
    assert [(one.kind, one.where) for one in merged.conflicts] == [("removed", "journeys['buy'].stages['learn']")]
    assert merged.draft is not None
    assert merged.draft.journeys["buy"].touchpoints.ids == ("ask", "try", "new", "pay", "own")


def test_sides_that_are_fine_alone_but_not_together_are_invalid() -> None:
    ours = edit.insert(BASE, Touchpoint("New", owner="till"), into="buy/stage:deal")
    merged = both(ours, edit.remove(BASE, "till"))
    assert merged.draft is None
    assert [one.kind for one in merged.conflicts] == ["invalid"]
    assert merged.conflicts[0].problem is not None
    assert "till" in merged.conflicts[0].problem.message


@pytest.mark.parametrize("turned", [False, True])
def test_a_reference_that_only_followed_a_new_id_is_no_reason_to_keep_what_was_removed(turned: bool) -> None:  # noqa: FBT001  # both ways round
    base = Portfolio(owners=[Owner("Sales", id="sales"), Owner("Till", id="till", parent="sales")])
    sides = [edit.rename(base, "sales", "sellers"), edit.remove(base, "till")]
    merged = merge(base, *(reversed(sides) if turned else sides))
    assert merged.conflicts == ()
    assert merged.result == Portfolio(owners=[Owner("Sales", id="sellers")])


def test_one_added_twice_is_added_once() -> None:
    one = edit.insert(BASE, Touchpoint("New", id="new", pains=[Insight("Long")]), into="buy/stage:deal", position=1)
    assert both(one, one).result == one


def test_a_journey_and_a_portfolio_cannot_be_merged() -> None:
    with pytest.raises(ConversionError):
        merge(BASE, BASE.journeys["buy"], BASE)  # type: ignore[type-var]


@given(st.permutations(["ask", "try", "pay", "own"]))
def test_orders_of_one_side_are_taken_as_they_are(order: list[str]) -> None:
    journey = Journey("Buy", stages=[Stage("All", [Touchpoint(key) for key in ("ask", "try", "pay", "own")])])
    ours = Journey("Buy", stages=[Stage("All", [Touchpoint(key) for key in order])])
    assert merge(journey, ours, journey).result == ours


def ordered(order: str) -> Journey:
    return Journey("Buy", id="buy", stages=[Stage("All", [Touchpoint(f"Does {key}", id=key) for key in order])])


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "key"),
    [("abc", "bac", "acb", "b"), ("abcdef", "bacdef", "bcadef", "a"), ("abcdef", "fabcde", "abfcde", "f"), ("abcd", "acbd", "bdac", "c")],
)
def test_two_moves_of_one_within_a_stage_are_a_conflict(base: str, ours: str, theirs: str, key: str) -> None:
    for mine, yours in ((ours, theirs), (theirs, ours)):
        merged = merge(ordered(base), ordered(mine), ordered(yours))
        assert merged.result is None
        assert [(one.kind, one.spot.id) for one in merged.conflicts] == [("moved", key)]
        (conflict,) = merged.conflicts
        at = f"stages['all'].touchpoints['{key}']"
        assert (conflict.base, conflict.ours, conflict.theirs) == tuple((at, one.index(key)) for one in (base, mine, yours))
        assert merged.draft is not None
        assert {*merged.draft.touchpoints.ids} == {*base}


@given(st.permutations("abcd"), st.permutations("efgh"))
def test_the_same_move_of_both_is_no_conflict(first: list[str], second: list[str]) -> None:
    base, moved = "abcdefgh", "".join(first)
    ours, theirs = f"{moved}efgh", f"{moved}{''.join(second)}"
    for mine, yours in ((ours, theirs), (theirs, ours)):
        assert merge(ordered(base), ordered(mine), ordered(yours)).result == ordered(theirs)


def test_a_move_within_a_stage_and_one_to_another_are_a_conflict() -> None:
    stages = [Stage("One", [Touchpoint(one) for one in "abc"]), Stage("Two", [Touchpoint("d")])]
    base = Portfolio(journeys=[Journey("Buy", id="buy", stages=stages)])
    within, across = edit.move(base, "buy/a", into="buy/stage:one", position=2), edit.move(base, "buy/a", into="buy/stage:two", position=1)
    for ours, theirs in ((within, across), (across, within)):
        merged = merge(base, ours, theirs)
        assert [(one.kind, one.spot.id) for one in merged.conflicts] == [("moved", "a")]
        assert merged.draft == ours
    aside = edit.move(base, "buy/b", into="buy/stage:two", position=1)
    assert merge(base, within, aside).result == edit.move(within, "buy/b", into="buy/stage:two", position=1)


def test_what_is_only_alike_is_recognised_unless_that_is_switched_off() -> None:
    base = Journey("Buy", id="buy", stages=[Stage("All", [Touchpoint("Waits for the van", id="a"), Touchpoint("Pays", id="b")])])
    ours = Journey("Buy", id="buy", stages=[Stage("All", [Touchpoint("Waits for the van there", id="w"), Touchpoint("Pays", id="b")])])
    theirs = Journey(
        "Buy", id="buy", stages=[Stage("All", [Touchpoint("Waits for the van", id="a", owner="sales"), Touchpoint("Pays", id="b")])]
    )
    merged = merge(base, ours, theirs)
    assert merged.result is not None
    assert next((one.id, one.title, one.owner) for one in merged.result.touchpoints) == ("w", "Waits for the van there", "sales")
    assert [one.kind for one in merge(base, ours, theirs, fuzzy=False).conflicts] == ["removed"]
