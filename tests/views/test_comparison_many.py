"""Pictures of many runs of one plan, and of many personas."""

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings

import journeykit as jk
from journeykit.comparison import Run, Step, conformance, persona_matrix
from journeykit.diagram import BarLane, CellLane, TrackLane
from journeykit.model import Persona, Portfolio
from journeykit.testing import portfolios
from journeykit.views.comparison import comparison
from tests.layout.checks import faults, silent, untold
from tests.views.test_comparison import journey, lane, run

slow = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def ordered(number, steps):
    return Run(str(number), [Step(one) for one in steps])


def test_many_runs_are_ways_and_rates():
    plan = journey("a", "b", "c", form="planned")
    c = conformance(plan, [ordered(at, "ac" if at % 4 == 0 else "abxc" if at % 4 == 1 else "abc") for at in range(40)])
    found = comparison(c)
    tracks = [one for one in found.lanes if isinstance(one, TrackLane)]
    assert [(one.title, one.note) for one in tracks] == [
        ("20 of 40 runs", "50\u00a0%; fitness 1"), ("10 of 40 runs", "25\u00a0%; fitness 1"), ("10 of 40 runs", "25\u00a0%; fitness 0.67"),
    ]  # fmt: skip
    assert [one.title for one in found.columns] == ["Does a", "Does b", "x", "Does c"]
    assert [(one.column, one.text) for one in lane(found, BarLane).bars] == [(1, "25\u00a0%"), (2, "25\u00a0%")]
    assert [item.text for one in lane(found, CellLane).cells for item in one.items] == ["missing: 25\u00a0%", "+ not planned: 25\u00a0%"]
    assert found.table[0] == ("", "Touchpoint", "Runs that deviate", "Share", "missing", "+ not planned")
    assert found.table[2] == ("2", "Does b", "10", "25\u00a0%", "10", "0")
    assert found.finding == "20 of 40 runs go as planned; fitness 0.92 on average."


def test_a_way_shows_what_its_runs_share_and_what_only_some_do():
    plan = journey(*"abcd", form="planned")
    columns = [evolve(one, optional=one.id in "bc") for one in plan.touchpoints]
    plan = evolve(plan, stages=[evolve(plan.stages[0], touchpoints=columns)])
    c = conformance(plan, [ordered(at, steps) for at, steps in enumerate(["ad", "abd", "abbd", "axd", "axxxd"] * 2)])
    kept, deviating = (one for one in comparison(c).lanes if isinstance(one, TrackLane))
    assert [(one.column, one.number, one.kind, one.word, one.tone) for one in kept.stops] == [
        (0, "1", "contact", "", "ink"), (2, "2", "contact", "in 67\u00a0% of them, 1–2×", "ink"), (3, "", "skipped", "", "ink"), (4, "4", "contact", "", "ink"),
    ]  # fmt: skip
    assert kept.tied == (0, 2, 4)
    assert kept.stops[-1].label == "Does d; as planned"  # its number is that of the plan, not of a run
    assert [(one.kind, one.word) for one in deviating.stops if one.below] == [("new", "+ not planned, 1–3×")]


def test_ways_that_are_not_drawn_are_counted():
    plan = journey(*"abcdefgh", form="planned")
    c = conformance(plan, [ordered(at, [one for one in "abcdefgh" if one != "abcdefgh"[at % 8]] + [f"x{at}"]) for at in range(16)])
    found = comparison(c)
    assert found.footnotes == (
        "11 runs that went other ways are not drawn.",
        "10 more things that nobody had planned are not drawn.",
    )
    assert len(found.columns) == 14
    assert len(found.table) == 1 + 8 + 16


def test_a_run_that_misses_one_of_many_steps_is_not_called_fit():
    steps = [f"n{at}" for at in range(250)]
    found = comparison(conformance(journey(*steps, form="planned"), [Run("7", [Step(one) for one in steps if one != "n5"])]))
    assert lane(found, TrackLane).note == "fitness above 0.99"
    assert found.finding == "The run deviates from the plan; fitness above 0.99."


@pytest.mark.parametrize(("count", "of", "share"), [(10, 104, "10"), (96, 1000, "10"), (95, 1000, "10"), (94, 1000, "9.4"), (1, 80, "1.2")])
def test_a_share_is_the_same_number_on_the_line_in_the_rates_and_in_the_sentences(count, of, share):
    plan = journey("a", "b", form="planned")
    plan = evolve(plan, stages=[evolve(plan.stages[0], touchpoints=[evolve(one, optional=one.id == "b") for one in plan.touchpoints])])
    with_b = comparison(conformance(plan, [ordered(at, "ab" if at < count else "a") for at in range(of)]))
    assert [one.word for one in lane(with_b, TrackLane).stops] == ["", f"in {share}\u00a0% of them"]
    without_a = comparison(conformance(plan, [ordered(at, "b" if at < count else "ab") for at in range(of)]))
    assert [one.text for one in lane(without_a, BarLane).bars] == [f"{share}\u00a0%"]
    assert f"({share} %)" in without_a.description


def test_a_picture_that_is_not_one_of_runs_is_refused_and_the_table_is_the_sentences_alone():
    what = conformance(journey("a", "b", form="planned"), [ordered(1, "ab"), ordered(2, "a")])
    drawn, told = comparison(what), comparison(what, picture="table")
    assert comparison(what, picture="deviation") == drawn
    assert (told.columns, told.lanes, told.legend, told.footnotes) == ((), (), (), ())
    assert (told.finding, told.lead, told.table) == (drawn.finding, drawn.lead, drawn.table)
    for picture in ("twin", "curves", "dumbbell", "matrix", "slope"):
        found = comparison(what, picture=picture)
        assert (found.columns, found.lanes) == ((), ())
        assert found.footnotes == ("There is nothing to draw in the way that was asked for.",)
    assert silent(jk.render(what, picture="table").scene) == []


def test_no_run_and_no_plan():
    assert comparison(conformance(journey("a", form="planned"), [])).finding == "There is no run."
    assert comparison(conformance(journey(form="planned"), [ordered(1, "")])).finding == "Neither side has a touchpoint yet."


@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_many_runs_and_many_personas_are_sound(language):
    plan = journey("a", "b", "c", form="planned")
    runs = conformance(plan, [ordered(at, "ac" if at % 3 else "abxc") for at in range(9)])
    people = persona_matrix([journey("a:1", "b", persona="ana"), journey("a:-2", "c:1", persona="ben"), journey("c:2", persona="cy")])
    for what in (runs, people):
        for paper in (None, "a4"):
            scene = jk.render(what, language=language, paper=paper).scene
            assert (faults(scene), untold(scene)) == ([], [])
        assert silent(scene) == []


def test_a_portfolio_of_runs_and_one_of_personas():
    plan = journey("a", "b", form="planned")
    book = Portfolio("Shop", journeys=[plan, run("a", "b", origin="buy"), evolve(run("b"), id="o8", case="8", origin="buy")])
    found = comparison(jk.compare(book, book, lens="conformance"))
    assert [one.title for one in found.lanes if isinstance(one, TrackLane)] == ["Run 7", "Run 8"]
    held = [evolve(journey("a:1", persona=one), id=f"of-{one}") for one in ("ana", "ben", "cy")]
    people = Portfolio("Shop", personas=[Persona(one, id=one) for one in ("ana", "ben", "cy")], journeys=held)
    found = comparison(jk.compare(people, people, lens="personas"))
    assert [one.title for one in found.parts[0].columns] == ["ana", "ben", "cy", "Spread"]
    assert [one.text for one in found.badges] == ["Comparison", "3 personas"]


@slow
@given(portfolios())
def test_any_book_can_be_drawn_as_runs_and_as_personas(book):
    for lens in ("conformance", "personas"):
        scene = jk.render(jk.compare(book, book, lens=lens)).scene
        assert (faults(scene), silent(scene)) == ([], [])
