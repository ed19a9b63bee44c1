"""How elements are matched: given, lineage, id, equal, similar; splits, merges, and what stays open."""

import random
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from journeykit.comparison import Comparison, Likeness, apply, compare
from journeykit.comparison.assignment import assigned
from journeykit.comparison.sequences import kept_order, merged_order
from journeykit.comparison.similarity import dice, words_of
from journeykit.errors import ConversionError
from journeykit.model import Insight, Journey, Portfolio, Stage, Touchpoint


def journey(*touchpoints: Touchpoint, key: str = "j") -> Journey:
    return Journey("Buy", id=key, stages=[Stage("All", touchpoints)])


def laws(before: Journey, after: Journey, **how: Any) -> Comparison:
    c = compare(before, after, **how)
    assert apply(before, c) == after
    assert apply(after, c.inverse()) == before
    return c


def methods(c: Comparison) -> dict[str, tuple[str, str]]:
    return {pair.old.id: (pair.new.id, pair.method) for pair in c.pairs if pair.what == "Touchpoint"}


def test_a_mapping_wins_over_everything() -> None:
    before, after = journey(Touchpoint("A", id="a"), Touchpoint("B", id="b")), journey(Touchpoint("A", id="a"), Touchpoint("B", id="b"))
    c = laws(before, after, mapping={"a": "b", "j/b": "stages['all'].touchpoints['a']"})
    assert methods(c) == {"a": ("b", "explicit"), "b": ("a", "explicit")}


def test_lineage_wins_over_ids() -> None:
    before = journey(Touchpoint("A", id="a"), Touchpoint("B", id="b"), key="now")
    after = journey(Touchpoint("A", id="a", origin="now/b"), Touchpoint("C", id="c", origin="now/a"), key="then")
    assert methods(laws(before, after)) == {"a": ("c", "lineage"), "b": ("a", "lineage")}


def test_two_that_stem_from_the_same_third_are_the_same() -> None:
    before, after = journey(Touchpoint("A", id="a", origin="old/x")), journey(Touchpoint("Z", id="z", origin="old/x"))
    assert methods(laws(before, after)) == {"a": ("z", "lineage")}


def test_an_old_origin_says_nothing_new() -> None:
    before = journey(Touchpoint("A", id="a"), Touchpoint("B", id="b", origin="j/a"))
    after = journey(Touchpoint("B", id="b", origin="j/a"))
    assert methods(laws(before, after)) == {"b": ("b", "id")}


def test_the_future_beside_the_current_journey_is_another_one() -> None:
    now, then = journey(Touchpoint("A", id="a"), key="now"), Journey("Buy soon", id="then", origin="now", supersedes="now")
    c = compare(Portfolio(journeys=[now]), Portfolio(journeys=[now, then]))
    assert [(one.kind, one.id) for one in c.changes] == [("added", "then")]
    renewed = compare(Portfolio(journeys=[now]), Portfolio(journeys=[then]))
    assert [pair.method for pair in renewed.pairs] == ["lineage"]


def test_equal_in_everything_but_the_id_is_the_same_even_without_similarity() -> None:
    before, after = journey(Touchpoint("A", id="a"), Touchpoint("B", id="b")), journey(Touchpoint("A", id="x"), Touchpoint("B", id="b"))
    c = laws(before, after, fuzzy=False)
    assert methods(c) == {"a": ("x", "equal"), "b": ("b", "id")}
    assert [(one.kind, one.id) for one in c.changes] == [("rekeyed", "a")]


def test_equal_but_not_unique_stays_open_and_is_listed() -> None:
    before = journey(Touchpoint("Waits", id="a"), Touchpoint("Waits", id="b"))
    after = journey(Touchpoint("Waits", id="x"), Touchpoint("Waits", id="y"))
    c = laws(before, after)
    assert c.counts() == {"unresolved": 4}
    assert {row.spot.id: {one.id for one in row.candidates} for row in c.unresolved} == {
        "a": {"x", "y"},
        "b": {"x", "y"},
        "x": {"a", "b"},
        "y": {"a", "b"},
    }
    assert "could not be matched for sure" in c.headlines()[1]


def test_similar_words_match_and_the_score_is_told() -> None:
    before = journey(Touchpoint("Signs the contract", id="a", channel="shop"), Touchpoint("Pays", id="b"))
    after = journey(Touchpoint("Signs the contract online", id="x", channel="web"), Touchpoint("Pays", id="b"))
    c = laws(before, after)
    pair = next(one for one in c.pairs if one.old.id == "a")
    assert (pair.new.id, pair.method) == ("x", "similarity")
    assert 0.6 <= pair.score < 1
    assert methods(laws(before, after, fuzzy=False)) == {"b": ("b", "id")}
    assert methods(laws(before, after, likeness=Likeness(accept=0.99))) == {"b": ("b", "id")}


def test_nothing_in_common_is_no_match() -> None:
    c = laws(journey(Touchpoint("Signs", id="a", channel="web")), journey(Touchpoint("Leaves", id="x", channel="web")))
    assert methods(c) == {}
    assert c.counts() == {"added": 1, "removed": 1}


SPLIT = (Touchpoint("Signs contract and pays deposit", id="a"),), (Touchpoint("Signs contract", id="x"), Touchpoint("Pays deposit", id="y"))


@pytest.mark.parametrize(("how", "method"), [({}, "similarity"), ({"mapping": {"a": ["x", "y"]}, "fuzzy": False}, "explicit")])
def test_a_split_is_seen_and_a_merge_the_other_way(how: dict[str, Any], method: str) -> None:
    before, after = journey(Touchpoint("Asks", id="q"), *SPLIT[0]), journey(Touchpoint("Asks", id="q"), *SPLIT[1])
    c = laws(before, after, **how)
    assert [(one.kind, one.id) for one in c.changes] == [("split", "a")]
    (row,) = [one for one in c.rows if one.status == "split"]
    assert (row.method, [one.id for one in row.new]) == (method, ["x", "y"])
    if not how:
        assert [(one.kind, one.id) for one in laws(after, before).changes] == [("merged", "a")]


def test_several_of_one_origin_are_a_split() -> None:
    before = journey(Touchpoint("Pays", id="a"), key="now")
    after = journey(Touchpoint("One", id="x", origin="now/a"), Touchpoint("Two", id="y", origin="a"), key="then")
    assert [one.kind for one in laws(before, after, fuzzy=False).changes] == ["rekeyed", "split"]


def test_one_that_stays_and_one_that_stems_from_it_are_a_split() -> None:
    before = journey(Touchpoint("Pays", id="a"))
    after = journey(Touchpoint("Pays", id="a"), Touchpoint("Pays online", id="y", origin="j/a"))
    assert [one.kind for one in laws(before, after).changes] == ["split"]


@pytest.mark.parametrize(("mapping", "counts", "statuses"), [
    ({"a": "b"}, {"added": 1, "reading": 1, "rekeyed": 1, "removed": 1, "renamed": 1}, {"added", "removed", "changed"}),
    ({"a": "b", "b": "a"}, {"moved": 1, "reading": 2, "rekeyed": 2, "renamed": 2}, {"moved", "changed"}),
    ({"a": ["a", "b"]}, {"removed": 1, "split": 1}, {"split", "removed"}),
])  # fmt: skip
def test_a_mapping_is_followed_also_where_both_sides_are_equal(mapping: dict[str, Any], counts: dict[str, int], statuses: set[str]) -> None:
    one = journey(Touchpoint("A", id="a", emotion=1), Touchpoint("B", id="b"))
    c = laws(one, one, mapping=mapping)
    assert (c.counts(), {row.status for row in c.rows if row.what == "Touchpoint"}) == (counts, statuses)
    book = Portfolio(journeys=[one])
    assert compare(book, book, mapping=mapping).counts() == counts
    assert not compare(one, one, mapping={"a": "a"})


def test_a_mapping_that_joins_nothing_is_an_error_that_names_it() -> None:
    with pytest.raises(ConversionError, match="'a' to 'nowhere'"):
        compare(journey(Touchpoint("A", id="a")), journey(Touchpoint("A", id="a")), mapping={"a": "nowhere"})


def test_a_journey_and_a_portfolio_cannot_be_compared() -> None:
    one = journey(Touchpoint("A"))
    with pytest.raises(ConversionError):
        compare(one, Portfolio(journeys=[one]))  # type: ignore[type-var]


def test_a_stage_is_known_by_what_stands_in_it() -> None:
    held = [Touchpoint("A"), Touchpoint("B"), Touchpoint("C")]
    before, after = Journey("J", id="j", stages=[Stage("Learn", held)]), Journey("J", id="j", stages=[Stage("Orientation", held)])
    assert [one.kind for one in laws(before, after).changes] == ["rekeyed", "renamed"]


def test_one_move_is_one_move() -> None:
    before = journey(*(Touchpoint(str(n), id=f"t{n}") for n in range(9)))
    order = [3, 0, 1, 2, 4, 5, 6, 7, 8]
    after = journey(*(Touchpoint(str(n), id=f"t{n}") for n in order))
    assert [(one.kind, one.id) for one in laws(before, after).changes] == [("moved", "t3")]


@given(st.integers(0, 10**6), st.integers(1, 7), st.integers(1, 7))
def test_the_assignment_is_optimal_and_so_is_its_loss(seed: int, rows: int, columns: int) -> None:
    chance = random.Random(seed)  # noqa: S311  # a table of numbers
    profit = [[round(chance.random(), 2) * (chance.random() < 0.6) for _ in range(columns)] for _ in range(rows)]

    def best(table: Any) -> float:
        one, other = linear_sum_assignment(table, maximize=True)
        return float(table[one, other].sum())

    table, found = np.array(profit), assigned(profit)
    assert sum(profit[row][column] for row, (column, _) in found.items()) == pytest.approx(best(table))
    for row, (column, loss) in found.items():
        without = table.copy()
        without[row, column] = 0
        assert loss == pytest.approx(best(table) - best(without), abs=1e-6)


@given(st.permutations(range(8)))
def test_the_kept_order_is_the_longest_there_is(places: list[int]) -> None:
    kept = [places[index] for index in sorted(kept_order(places))]
    assert kept == sorted(kept)
    longest = [1] * 8
    for j in range(8):
        longest[j] = 1 + max((longest[i] for i in range(j) if places[i] < places[j]), default=0)
    assert len(kept) == max(longest)


@given(st.permutations("abcde"), st.permutations("abcde"))
def test_a_merged_order_loses_nothing(ours: list[str], theirs: list[str]) -> None:
    order, disputed = merged_order("abcde", ours, theirs)
    other, also = merged_order("abcde", theirs, ours)
    assert sorted(order) == sorted(other) == list("abcde")
    assert sorted(disputed) == sorted(also)
    if not disputed:
        assert order == other


def test_words_of_scripts_without_spaces_are_pairs_of_characters() -> None:
    assert dice(words_of("新しい車を買う"), words_of("新しい車を売る")) > 0.5
    assert dice(words_of("Ünïcode X"), words_of("ünïcode x")) == 1.0
    assert dice((), ()) == 0.0


def test_a_mapping_wins_over_lineage_and_decides_what_is_open() -> None:
    before = journey(Touchpoint("A", id="a"), Touchpoint("Waits", id="b"), Touchpoint("Waits", id="c"), key="now")
    after = journey(Touchpoint("Q", id="q", origin="now/a"), Touchpoint("Waits", id="x"), Touchpoint("Waits", id="y"), key="then")
    assert len(compare(before, after).unresolved) == 4
    c = laws(before, after, mapping={"a": "y", "b": "x"})
    assert methods(c)["a"] == ("y", "explicit")
    assert methods(c)["b"] == ("x", "explicit")
    assert all(spot.id not in {"b", "x", "a", "y"} for row in c.unresolved for spot in (*row.old, *row.new, *row.candidates))


def test_what_is_open_is_named_in_the_headlines() -> None:
    before = journey(Touchpoint("Waits", id="a"), Touchpoint("Waits", id="b"))
    after = journey(Touchpoint("Waits", id="x"), Touchpoint("Waits", id="y"))
    assert compare(before, after).headlines()[1] == "4 elements could not be matched for sure: “Waits”, “Waits”, “Waits” and “Waits”."


def test_two_that_are_about_equally_alike_stay_open_with_both_as_candidates() -> None:
    before = journey(Touchpoint("Waits for the technician", id="w"), Touchpoint("Pays", id="p"))
    after = journey(
        Touchpoint("Waits for the technician now", id="x"), Touchpoint("Pays", id="p"), Touchpoint("Waits for the technician today", id="y")
    )
    c = laws(before, after)
    assert {row.spot.id: {one.id for one in row.candidates} for row in c.unresolved} == {"w": {"x", "y"}, "x": {"w"}, "y": {"w"}}


def test_inner_elements_are_the_same_by_their_ids() -> None:
    before = journey(Touchpoint("A", pains=[Insight("Slow", id="one"), Insight("Loud", id="two")]))
    after = journey(Touchpoint("A", pains=[Insight("Nobody answers the telephone", id="two"), Insight("Cold", id="one")]))
    for fuzzy in (True, False):
        c = laws(before, after, fuzzy=fuzzy)
        assert {(pair.old.id, pair.new.id, pair.method) for pair in c.pairs if pair.what == "Insight"} == {
            ("one", "one", "id"),
            ("two", "two", "id"),
        }


def test_each_target_of_a_mapping_must_be_there() -> None:
    before, after = journey(Touchpoint("A", id="a")), journey(Touchpoint("B", id="b"), Touchpoint("C", id="c"))
    with pytest.raises(ConversionError, match="from 'a' to 'nowhere' joins nothing"):
        compare(before, after, mapping={"a": ("b", "nowhere")})
    assert compare(before, after, mapping={"a": ("b", "c")}).counts()["split"] == 1


def test_a_matched_neighbour_on_either_side_speaks_for_a_pair() -> None:
    for at in (0, 1):
        sides = [[Touchpoint("Known", id="k")], [Touchpoint("Known", id="k")]]
        sides[0].insert(at, Touchpoint("Waits for the van", id="w"))
        sides[1].insert(at, Touchpoint("Waits till Tuesday for mail", id="m"))
        scores = [
            pair.score
            for pair in compare(journey(*sides[0]), journey(*sides[1]), likeness=Likeness(accept=0.3)).pairs
            if pair.method == "similarity"
        ]
        assert scores == [pytest.approx((0.6 * 4 / 9 + 0.2) / 0.8 + 0.1)]


def test_many_elements_of_one_block_are_matched_by_their_rare_words() -> None:
    things = list(
        product(("red", "green", "grey"), ("door", "lamp", "chair", "table", "shelf"), ("oak", "pine", "steel", "glass", "cork", "clay"))
    )
    before = [Touchpoint(f"Looks for the {' '.join(one)} no {at}xq", id=f"b{at}") for at, one in enumerate(things)]
    after = [Touchpoint(f"Searches for the {' '.join(one)} no {at}xq", id=f"n{at}") for at, one in enumerate(things)]
    after += [Touchpoint(f"Something else entirely {at}zz", id=f"m{at}") for at in range(40)]
    random.Random(3).shuffle(after)  # noqa: S311  # one order, no secret
    found = methods(compare(journey(*before), journey(*after, key="k")))

    assert found == {f"b{at}": (f"n{at}", "similarity") for at in range(len(things))}
