"""Pictures of comparisons with more columns than fit: what is not drawn is said, and nothing that differs is called the same."""

import pytest

import journeykit as jk
from journeykit.comparison import Run, Step, conformance, persona_matrix
from journeykit.diagram import CurvePanels, Matrix, Stop, TrackLane
from journeykit.model import Emotion, Journey, Stage, Touchpoint
from journeykit.views.comparison import comparison
from tests.layout.checks import faults, silent, untold

FLAT = "Along more than 60 columns, curves are not drawn over each other."


def touchpoint(key, value=None, **fields):
    felt = {} if value is None else {"emotion": Emotion(value, basis="measured", n=40, sd=1)}
    return Touchpoint(f"Does {key}", id=key, **felt, **fields)


def journey(*touchpoints, **fields):
    return Journey("I buy", **({"id": "buy", "stages": [Stage("Deal", touchpoints, id="deal")]} | fields))


def many(value, count=70, **fields):
    return [touchpoint(f"n{at}", value, **fields) for at in range(count)]


def of_matrix(notes):
    """Footnotes of the table of changes."""
    return tuple(one for one in notes if not one.endswith("more rows are not shown."))


def stops(found) -> tuple[Stop, ...]:
    return next(one for one in found.lanes if isinstance(one, TrackLane)).stops


def sound(what, **asked):
    for paper in (None, "a4"):
        scene = jk.render(what, paper=paper, **asked).scene
        assert (faults(scene), untold(scene)) == ([], [])
    assert silent(scene) == []


# -------------------------------------------------------------------------------------------------------- two journeys
@pytest.mark.parametrize("added", [(), (touchpoint("z", 1),)])
def test_what_feels_otherwise_is_drawn_where_no_curve_tells_of_it(added):
    c = jk.compare(journey(*many(1)), journey(*many(-2), *added), fuzzy=False)
    found = comparison(c)
    assert found.finding == c.headlines(1)[0] != "Neither side has a touchpoint yet."
    assert [one.word for one in stops(found)] == ["Δ changed"] * 70 + ["+ added"] * len(added)
    assert of_matrix(found.footnotes) == (FLAT,)
    sound(c)


def test_of_curves_along_too_many_columns_each_stands_by_itself():
    c = jk.compare(journey(*many(1)), journey(*many(-2)), fuzzy=False)
    found = comparison(c, picture="curves")
    panels = next(one for one in found.parts if isinstance(one, CurvePanels)).panels
    assert [(one.title, len(one.points)) for one in panels] == [("Before", 70), ("After", 70)]
    assert (found.lanes, of_matrix(found.footnotes)) == ((), (FLAT,))
    sound(c, picture="curves")


@pytest.mark.parametrize("picture", ["auto", "curves"])
def test_many_columns_that_are_all_the_same_leave_the_finding(picture):
    c = jk.compare(journey(*many(None)), journey(*many(None)))
    found = comparison(c, picture=picture)
    assert (found.finding, found.columns) == ("Nothing differs.", ())
    assert found.footnotes == ("70 touchpoints that are the same on both sides are not drawn.",)
    sound(c, picture=picture)


def test_what_differs_in_its_sources_alone_is_not_called_the_same():
    sides = [journey(*many(None, extra={"study": one})) for one in ("a", "b")]
    found = comparison(jk.compare(*sides))
    assert (found.finding, found.columns) == ("70 touchpoints before, 70 after: 70 are matched, none of them unchanged.", ())
    assert found.footnotes == (
        "70 columns where something differs are not drawn.",
        "70 elements differ only in their ids, their sources or how their feelings are known.",
    )


@pytest.mark.parametrize("picture", ["twin", "curves"])
def test_columns_that_differ_and_find_no_room_are_counted(picture):
    def of(minutes, *order):
        return journey(*(touchpoint(f"n{at}", duration=f"{minutes} min") for at in order))

    c = jk.compare(of(5, *range(130)), of(7, *range(1, 130), 0), fuzzy=False)
    found = comparison(c, picture=picture)
    assert len(found.columns) == 120
    assert found.footnotes[0] == "11 columns where something differs are not drawn."
    assert {one.note for one in found.columns} == {""}  # the place that the first one moved to is not drawn


# ------------------------------------------------------------------------------------------------------------ many runs
def runs(plan, count, without=()):
    """Runs that follow a plan; of each of the first ones a step is missing."""
    held = [[one.id for one in plan.touchpoints if one.id not in without[at : at + 1]] for at in range(count)]
    return conformance(plan, [Run(f"k{at}", [Step(one) for one in keys]) for at, keys in enumerate(held)])


def test_many_steps_that_all_runs_follow_leave_the_finding():
    found = comparison(runs(journey(*many(None), form="planned"), 10))
    assert (found.finding, found.columns) == ("10 of 10 runs go as planned; fitness 1 on average.", ())
    assert found.footnotes == ("70 touchpoints at which no run deviates are not drawn.",)
    assert len(found.table) == 71


def test_steps_at_which_no_run_deviates_are_counted_where_they_are_not_drawn():
    what = runs(journey(*many(None), form="planned"), 10, without=["n5"])
    found = comparison(what)
    assert [one.title for one in found.columns] == ["Does n5"]
    assert found.footnotes == ("69 touchpoints at which no run deviates are not drawn.",)
    sound(what)
    assert comparison(runs(journey(*many(None, 60), form="planned"), 3)).footnotes == ()


def test_steps_that_deviate_and_find_no_room_are_counted():
    found = comparison(runs(journey(*many(None), form="planned"), 80, without=[f"n{at}" for at in range(65)]))
    assert len(found.columns) == 60
    assert found.footnotes[:2] == (
        "5 touchpoints at which no run deviates are not drawn.", "5 columns where something differs are not drawn.",
    )  # fmt: skip


# -------------------------------------------------------------------------------------------------------- many personas
def people(count, columns):
    held = [[touchpoint(f"n{at}", 1) for at in range(columns)] for _ in range(count)]
    return persona_matrix([journey(*one, id=f"j{at}", persona=f"p{at}") for at, one in enumerate(held)])


@pytest.mark.parametrize(
    ("count", "columns", "reason"),
    [(12, 70, ("More than four curves in one would hide each other; each stands by itself.",)), (2, 70, (FLAT,)), (2, 3, ())],
)
def test_curves_of_personas_say_why_each_stands_by_itself_and_nothing_of_the_matrix(count, columns, reason):
    what = people(count, columns)
    found = comparison(what, picture="curves")
    assert found.footnotes == reason
    assert not any(isinstance(one, Matrix) for one in found.parts)
    panels = [one for part in found.parts if isinstance(part, CurvePanels) for one in part.panels]
    assert len(panels) == (count if reason else 0)
    assert comparison(what, picture="multiples").footnotes == ()


def test_the_matrix_says_what_it_has_no_room_for():
    what = people(12, 70)
    for picture in ("auto", "matrix"):
        assert comparison(what, picture=picture).footnotes == ("2 more personas are not shown.", "10 more rows are not shown.")
    assert comparison(what, picture="table").footnotes == ()
    assert comparison(people(12, 0)).footnotes == ()
