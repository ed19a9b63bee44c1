"""A pain is the same one where it stands, at the parts of its touchpoint, and at another touchpoint."""

import pytest

from journeykit.comparison import compare, future, versions
from journeykit.model import Journey, Stage, Touchpoint


def journey(*touchpoints: Touchpoint) -> Journey:
    return Journey("Buy", id="j", stages=[Stage("All", touchpoints)])


MOVES: list[tuple[list[Touchpoint], list[Touchpoint]]] = [
    (
        [Touchpoint("Pays and signs", id="p", pains=["Slow"])],
        [Touchpoint("Pays", id="p1", origin="p"), Touchpoint("Signs", id="p2", origin="p", pains=["slow "])],
    ),
    (
        [Touchpoint("Pays and signs", id="p", pains=["Slow"])],
        [Touchpoint("Pays", id="p1", origin="p", pains=["Slow"]), Touchpoint("Signs", id="p2", origin="p", pains=["Slow"])],
    ),
    ([Touchpoint("Pays", pains=["Slow"]), Touchpoint("Leaves")], [Touchpoint("Pays"), Touchpoint("Leaves", pains=["Slow"])]),
]


@pytest.mark.parametrize(("old", "new"), MOVES)
@pytest.mark.parametrize("turned", [False, True])
def test_a_pain_that_stands_elsewhere_is_the_same_pain(old: list[Touchpoint], new: list[Touchpoint], *, turned: bool) -> None:
    one, other = journey(*old), journey(*new)
    mapping = {"p": ("p1", "p2")} if old[0].id == "p" else None
    if turned:
        one, other = other, one
        mapping = {"p1": "p", "p2": "p"} if mapping else None
    seen = versions(compare(one, other, mapping=mapping))
    assert (seen.pains_resolved, seen.pains_new, seen.pains_reopened) == ((), (), ())
    found = future(compare(one, other, mapping=mapping))
    assert {held.fate for held in found.pains} == {"not addressed"}
    assert not any(held.is_gone for held in found.pains)


def test_a_pain_that_stands_at_one_place_more_is_new_there() -> None:
    one = journey(Touchpoint("Pays", pains=["Slow"]), Touchpoint("Leaves"))
    other = journey(Touchpoint("Pays", pains=["Slow"]), Touchpoint("Leaves", pains=["Slow"]))
    seen = versions(compare(one, other))
    assert (seen.pains_resolved, [one.title for one in seen.pains_new]) == ((), ["Slow"])


@pytest.mark.parametrize(
    ("count", "told"), [(1, "0 of 1 pain is addressed by an action."), (2, "0 of 2 pains are addressed by an action.")]
)
def test_the_verb_agrees_with_the_number_of_pains(count: int, told: str) -> None:
    one = journey(Touchpoint("Pays", pains=["Slow", "Dear"][:count]))
    assert told in compare(one, one, lens="future").headlines()


def test_a_pain_that_moved_is_told_so() -> None:
    one, other = (journey(*held) for held in MOVES[2])
    told = compare(one, other, lens="versions").headlines()
    assert told[1:] == ("“Slow” is now at “Leaves” instead of “Pays”.",)
