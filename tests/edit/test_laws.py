"""Laws of editing, on portfolios of every shape."""

import random
from collections import Counter
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from journeykit import edit
from journeykit.edit._index import STATEMENTS, Index, Path, address_of
from journeykit.errors import JourneykitError, ModelError, UnknownNameError
from journeykit.model import Element, Insight, Journey, Opportunity, Owner, Persona, Portfolio, Stage, Touchpoint, references, walk
from journeykit.testing import journeys, portfolios

SEEDS = st.integers(0, 2**32)


def spot(path: Path) -> str:
    """An address that means one element in any case."""
    return address_of(path) if path[0][0] == "journeys" and len(path) > 1 else f"{path[0][0]}/{path[0][1]}"


def any_of(index: Index, seed: int, wanted: Any = lambda path: True) -> Path:
    found = [path for path in index.elements if wanted(path) and len(index.matches(spot(path))) == 1]
    assume(found)
    return random.Random(seed).choice(found)  # noqa: S311  # a pick, no secret


def has_twin(index: Index, path: Path) -> bool:
    """Whether an insight and an opportunity at one place have one id."""
    sections = STATEMENTS | {"opportunities"}
    beside = [other for other in index.elements if other[-1][0] in sections and other[:-1] == path[:-1] and other[-1][1] == path[-1][1]]
    return path[-1][0] in sections and len(beside) > 1


def counted(book: Portfolio | Journey) -> Counter[tuple[str, str]]:
    return Counter((type(one).__name__, one.id) for _, one in walk(book) if isinstance(one, Element))


@given(portfolios() | journeys(), SEEDS)
@example(Journey("I buy", stages=[Stage("Learn", [Touchpoint("Asks", origin="i-buy")])], origin="elsewhere"), 0)
def test_renaming_there_and_back_changes_nothing(book: Any, seed: int) -> None:
    index = Index.of(book)
    # An insight and an opportunity may have one id, but none is renamed to the other's: references that could mean both would change sides.
    path = any_of(index, seed, lambda path: not has_twin(index, path))
    there = edit.rename(book, spot(path), "quite-new")
    assert there != book or isinstance(book, Journey)  # an element of a journey's library is not compared
    back = edit.rename(there, spot((*path[:-1], (path[-1][0], "quite-new"))), path[-1][1])
    assert back == book
    assert getattr(back, "library", None) == getattr(book, "library", None) or isinstance(book, Portfolio)


@pytest.mark.parametrize("written", ["Test drives", "test drives", "Test-Drives", "test-drives"])
def test_a_reference_by_name_becomes_one_by_id(written: str) -> None:
    """So there and back writes the id, not the name."""
    there = edit.rename(Journey("Test drives", origin=written), "test-drives", "quite-new")
    assert (there.id, there.title, there.origin) == ("quite-new", "Test drives", "quite-new")
    assert edit.rename(there, "quite-new", "test-drives") == Journey("Test drives", origin="test-drives")


def test_an_insight_is_not_renamed_to_an_opportunity() -> None:
    book = Portfolio(insights=[Insight("Too slow", id="slow")], opportunities=[Opportunity("Too slow", id="slow")])
    with pytest.raises(ModelError, match="taken"):
        edit.rename(edit.rename(book, "insights/slow", "slowness"), "slowness", "slow")


@given(portfolios(), SEEDS)
def test_after_renaming_nothing_refers_to_the_old_id(book: Portfolio, seed: int) -> None:
    index = Index.of(book)
    path = any_of(index, seed)
    before = sum(index.target(ref, written, where_of(where)) == path for where, _, ref, written in references(book))
    there = edit.rename(book, spot(path), "quite-new")
    renewed = Index.of(there)
    new = (*path[:-1], (path[-1][0], "quite-new"))
    assert sum(renewed.target(ref, written, where_of(where)) == new for where, _, ref, written in references(there)) == before


def where_of(where: str) -> str:
    return where.split("'")[1] if where.startswith("journeys[") else ""


@given(portfolios(), SEEDS)
def test_removing_takes_the_element_and_leaves_a_valid_rest(book: Portfolio, seed: int) -> None:
    path = any_of(Index.of(book), seed)
    less = edit.remove(book, spot(path))
    assert path not in Index.of(less).elements
    assert counted(less) <= counted(book)


@given(portfolios() | journeys(), SEEDS)
def test_inserting_and_removing_changes_nothing(book: Any, seed: int) -> None:
    index = Index.of(book)
    stages = [path for path in index.elements if path[-1][0] == "stages"]
    new: list[tuple[Element, str | None]] = [(Owner("Quite new", id="quite-new"), None)]
    if isinstance(book, Portfolio):
        new += [(Persona("Quite new", id="quite-new"), None), (Journey("Quite new", id="quite-new"), None)]
    if stages:
        new.append((Touchpoint("Quite new", id="quite-new"), address_of(stages[seed % len(stages)])))
        new.append((Stage("Quite new", id="quite-new"), stages[0][0][1]))
    element, into = new[seed % len(new)]
    more = edit.insert(book, element, into=into)
    added = set(Index.of(more).elements) - set(index.elements)
    assert len(added) == 1
    assert edit.remove(more, spot(added.pop())) == book


@given(portfolios(), SEEDS)
def test_moving_keeps_what_there_is(book: Portfolio, seed: int) -> None:
    path = any_of(Index.of(book), seed, lambda path: path[0][0] != "journeys" or len(path) < 4)
    assert counted(edit.move(book, spot(path), position=0)) == counted(book)


@given(portfolios(max_journeys=3), SEEDS)
def test_a_touchpoint_may_move_to_any_stage(book: Portfolio, seed: int) -> None:
    index = Index.of(book)
    path = any_of(index, seed, lambda path: path[-1][0] == "touchpoints")
    stage = any_of(index, seed + 1, lambda path: path[-1][0] == "stages")
    try:
        moved = edit.move(book, spot(path), into=address_of(stage))
    except ModelError as error:
        assert "two touchpoints or activities with the id" in str(error) or "leads in a circle" in str(error)  # noqa: PT017  # or none
        return
    assert path[-1][1] in Index.of(moved).elements[stage].touchpoints.ids  # type: ignore[attr-defined]
    if path[0] == stage[0]:
        assert counted(moved) == counted(book)


@given(portfolios(), SEEDS, st.text(max_size=6))
def test_an_address_means_one_thing_or_is_refused_kindly(book: Portfolio, seed: int, text: str) -> None:
    path = any_of(Index.of(book), seed, lambda path: True)
    for address in (path[-1][1], text, path[-1][1] + text):
        try:
            edit.remove(book, address)
        except UnknownNameError as error:
            assert error.problems[0].expected  # noqa: PT017  # or none


@given(portfolios(), SEEDS)
def test_updating_nothing_changes_nothing(book: Portfolio, seed: int) -> None:
    path = any_of(Index.of(book), seed)
    assert edit.update(book, spot(path)) == book
    assert edit.update(book, spot(path), tags=["quite-new"]) != book


@pytest.mark.parametrize("verb", [edit.rename, edit.move, edit.remove, edit.update])
def test_an_empty_portfolio_has_nothing_to_edit(verb: Any) -> None:
    with pytest.raises(JourneykitError):
        verb(Portfolio(), "x", *(["y"] if verb is edit.rename else []), **({"position": 0} if verb is edit.move else {}))
