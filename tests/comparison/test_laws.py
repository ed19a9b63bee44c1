"""What holds for any two documents, whatever they hold."""

from collections import Counter

import pytest
from hypothesis import given, note
from hypothesis import strategies as st

from journeykit.comparison import Comparison, apply, compare
from journeykit.model import Element, Journey, Portfolio, walk
from journeykit.testing import journeys, portfolios
from tests.comparison.scripts import edited, versions

MIRRORED = {"added": "removed", "removed": "added", "split": "merged", "merged": "split"}


def check_laws(before: Portfolio | Journey, after: Portfolio | Journey, *, fuzzy: bool = True) -> Comparison:
    c = compare(before, after, fuzzy=fuzzy)
    note(c.counts())
    assert apply(before, c) == after
    assert apply(after, c.inverse()) == before
    assert c.inverse().inverse() == c
    backwards = compare(after, before, fuzzy=fuzzy)
    assert {MIRRORED.get(kind, kind): count for kind, count in c.counts().items()} == backwards.counts()
    assert Counter((pair.old, pair.new) for pair in c.pairs) == Counter((pair.new, pair.old) for pair in backwards.pairs)
    check_rows(c)
    check_parts(c)
    return c


def check_parts(c: Comparison) -> None:
    """Each journey has its own changes, as the whole tells them, and no others; made in it they give the journey after."""
    parts = c.parts if isinstance(c.before, Portfolio) else ()
    for part in parts:
        assert apply(part.before, part) == part.after
        check_rows(part)
    paired = {pair.old.at for pair in c.pairs if pair.what == "Journey"} | {pair.new.at for pair in c.pairs if pair.what == "Journey"}
    inside = [
        one for one in c.changes if one.where.partition("]")[0] + "]" in paired and not (one.what == "Journey" and one.kind == "moved")
    ]
    assert Counter((one.kind, one.what, one.id) for one in inside if parts) == Counter(
        (one.kind, one.what, one.id) for part in parts for one in part.changes
    )


def check_rows(c: Comparison) -> None:
    """Every element that has a row has exactly one; every change stands in one."""
    for side, document in enumerate((c.before, c.after)):
        paths = Counter(spot.at for row in c.rows for spot in (row.old, row.new)[side])
        own = [at for at, value in walk(document) if isinstance(value, Element) and "'" in at.rsplit("[", 1)[-1]]
        assert paths == Counter([*own, ""])
    assert Counter(id(one) for row in c.rows for one in row.changes) == Counter(map(id, c.changes))


@given(portfolios())
def test_nothing_differs_from_itself(book: Portfolio) -> None:
    c = compare(book, book)
    assert c.changes == ()
    assert not c
    assert {row.status for row in c.rows} <= {"unchanged"}
    assert {pair.old == pair.new for pair in c.pairs} <= {True}
    assert c.headlines() == ("Nothing differs.",)


@given(portfolios(), portfolios())
def test_any_two_portfolios(before: Portfolio, after: Portfolio) -> None:
    check_laws(before, after)


@given(journeys(), journeys(), st.booleans())
def test_any_two_journeys(before: Journey, after: Journey, fuzzy: bool) -> None:  # noqa: FBT001  # drawn
    check_laws(before, after, fuzzy=fuzzy)


@given(versions())
def test_a_portfolio_and_what_edits_made_of_it(both: tuple[Portfolio, Portfolio]) -> None:
    c = check_laws(*both)
    assert 1 <= len(c.headlines()) <= 10
    plain = [
        sentence.replace("\u200e", "").replace("\u200f", "") for sentence in c.headlines()
    ]  # marks around titles that run the other way
    assert all(sentence.isprintable() or "\u200d" in sentence for sentence in plain)
    several = max(len(one.journeys) for one in both) > 1
    assert {len(line) for line in c.to_table(unchanged=True)} == {6 + several}
    for row in c.rows:
        assert (row.journey is not None) == (several and row.spot.at.startswith("journeys") and row.what != "Journey")


@pytest.mark.parametrize("kinds", [("rekey", "move", "insert", "reorder"), ("title", "value", "move", "insert", "reorder")])
@given(st.data())
def test_a_difference_is_not_longer_than_the_script_that_made_it(kinds: tuple[str, ...], data: st.DataObject) -> None:
    """For edits of these kinds, where nothing gets another id and another title at once."""
    base = data.draw(portfolios(max_journeys=2, max_touchpoints=6))
    after, script = data.draw(edited(base, kinds=kinds, most=6))
    c = compare(base, after)
    note(script)
    note([(one.kind, one.where) for one in c.changes])
    told = [one for one in c.changes if getattr(one, "field", "") != "origin"]  # lineage is free text, and may name a thing by its title
    assert len(told) <= len(script)


@given(versions(count=3))
def test_a_patch_fits_a_document_that_differs_elsewhere(three: tuple[Portfolio, Portfolio, Portfolio]) -> None:
    """Where it does not fit it says so, and never gives something half done."""
    base, after, other = three
    patch = compare(base, after)
    try:
        made = apply(other, patch)
    except ValueError:
        return
    assert isinstance(made, Portfolio)
