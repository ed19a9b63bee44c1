"""Journeys that not everybody goes through in the same way: optional steps, steps that repeat, branches and loops in the map."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit.diagram import CardLane, CellLane, CurveLane, SpanLane
from journeykit.measure import emotion_curve
from journeykit.model import Activity, Journey, Link, Stage, Touchpoint, lines_of, routes_of
from journeykit.pipeline import render
from journeykit.testing import journeys
from journeykit.views import journey_map, service_blueprint
from journeykit.views.context import context_of
from journeykit.views.emotion_curves import emotion_curves
from tests.model.forking import OPTIONAL, A, B, C, D, of

PERCENT = "\N{NO-BREAK SPACE}%"


def lines(journey):
    return lines_of(journey, routes_of(journey))


def test_the_curve_runs_along_the_lines_and_not_through_what_exclude_each_other():
    journey = of(A, B, C, D, links=("a branch b 0.3", "a branch c 0.7", "b sequence d"))
    (lane,) = [one for one in journey_map(journey).lanes if isinstance(one, CurveLane)]
    assert [one.ways for one in lane.series] == [lines(journey)]
    assert (
        "falls most, by three steps, from “A” to “B”"
        in journey_map(of(("A", 1), ("C", 2), OPTIONAL, links=("a branch c", "a branch b"))).finding
    )


def test_marks_and_words_of_steps():
    steps = [
        ("A", 1, {"optional": True}), ("B", 1, {"repeats": True}), ("C", 1, {"at_least": 2, "at_most": 5}), ("D", 1, {"at_most": 3}),
        ("E", 1, {"at_least": 2}), ("F", 1, {"optional": True, "repeats": True}), ("G", 1, {"at_most": 1}), ("H", 1, {"at_least": 3, "at_most": 3}),
    ]  # fmt: skip
    diagram = journey_map(of(*steps))
    notes = ["optional", "may repeat", "2 to 5 times", "up to 3 times", "at least 2 times", "optional, may repeat", "", "3 times"]
    assert [one.note for one in diagram.columns] == notes
    assert [one.repeats for one in diagram.columns] == [False, True, True, True, True, True, False, True]
    assert [row[-1] for row in diagram.table] == ["How often", *notes]
    assert {"optional", "repeats"} <= {one.symbol for one in diagram.legend}


def test_a_way_to_where_it_began_is_a_sign_at_the_station():
    journey = of(A, B, links=("a branch a 0.03", "a branch b 0.97"))
    diagram = journey_map(journey)
    assert [(one.repeats, one.note) for one in diagram.columns] == [(True, f"again: 3{PERCENT}"), (False, "")]
    assert [(one.source, one.target) for one in diagram.arcs] == [(0, 1)]


def test_a_way_through_activities_is_one_from_touchpoint_to_touchpoint():
    check = Activity("Checks", id="check", layer="backstage", touchpoints=["a"])
    links = [
        Link(source="check", target="b", kind="branch", condition="fine", probability=0.9),
        Link(source="check", target="c", kind="branch", condition="bad", probability=0.1),
    ]
    journey = Journey("I do", stages=[Stage("All", [Touchpoint(one, id=one) for one in "abc"])], activities=[check], links=links)
    assert [one.label for one in journey_map(journey).arcs] == [
        f"From 1 a to 2 b: if fine, 90{PERCENT}",
        f"From 1 a to 3 c: if bad, 10{PERCENT}",
    ]


def test_what_goes_on_past_others_is_an_arc_of_its_own():
    diagram = journey_map(of(A, B, C, D, links=("a branch b", "a branch c", "b sequence d")))
    assert [(one.kind, one.source, one.target, one.text) for one in diagram.arcs][-1] == ("on", 1, 3, "Goes on there")
    assert "arc-on" in {one.symbol for one in diagram.legend}


@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_it_is_told_in_every_language(language):
    journey = of(A, OPTIONAL, ("C", 2, {"repeats": True}), D, links=("c branch a 0.2", "c branch d 0.8"))
    drawn = render(journey, language=language)
    told = {"en": ("Optional, not for everybody: 2 B.", "May repeat: 3 C."), "de": ("Nicht immer, nicht bei allen: 2 B.", "Auch mehrmals: 3 C."),
            "ar": ("اختياري، لا يمر به الجميع:", "قد يتكرر:")}[language]  # fmt: skip
    assert all(one in drawn.describe() for one in told)


def test_what_does_not_branch_says_nothing_of_it():
    diagram = journey_map(of(A, B, C))
    assert all(not one.note and not one.optional and not one.repeats for one in diagram.columns)
    assert [one.ways for lane in diagram.lanes if isinstance(lane, CurveLane) for one in lane.series] == [()]
    assert diagram.table[0][-1] != "How often"
    assert not {"optional", "repeats", "other-way"} & {one.symbol for one in diagram.legend}


@given(journeys())
def test_the_map_and_the_measure_name_the_same_largest_fall(journey):
    felt = emotion_curve(journey)
    if not felt.points or any(one.part != 1 for one in felt.points) or felt.others:
        return
    course = context_of(journey).course
    assert (course.drop is None) == (felt.largest_drop is None)
    if course.drop and felt.largest_drop:
        assert course.drop[1].value - course.drop[0].value == felt.largest_drop.change


_SAY_THEMSELVES = {"number", "icon", "bullet", "gain", "loss"}  # a number of a list, a picture beside its word, the one mark of its lane
_BASES = {"measured", "derived", "assumed", "intended"}
_ARCS = {"branch": "arc-branch", "loop": "link-loop", "on": "arc-on", "impact": "link-impact"}


@given(journeys())
def test_every_mark_is_explained_and_nothing_else(journey):
    diagram = journey_map(journey, lanes="all", detail="all")
    drawn = {_ARCS[one.kind] for one in diagram.arcs} | _marks(diagram.lanes)
    for one in diagram.columns:
        drawn |= {one.kind, *({one.emphasis} - {"none"})}
        drawn |= {name for name, holds in (("not-ours", not one.ours), ("optional", one.optional), ("repeats", one.repeats)) if holds}
    _explains(diagram, drawn)


@given(journeys(), st.sampled_from([None, "default,+owner,+emotions,+evidence,+pains"]), st.sampled_from(["all", "stages"]))
def test_every_mark_of_a_blueprint_is_explained_and_nothing_else(journey, lanes, detail):
    diagram = service_blueprint(journey, lanes=lanes, detail=detail)
    held = diagram.blueprint
    drawn = {_ARCS[one.kind] for one in diagram.arcs} | _marks((*diagram.lanes, *held.below))
    cards = [card for part in held.parts if isinstance(part, CardLane) for row in part.rows for card in row.cards]
    columns = {
        card.id: card.runs[0][0]
        for part in held.parts
        if isinstance(part, CardLane) and part.key == "customer"
        for row in part.rows
        for card in row.cards
    }
    for card in cards:
        drawn |= {f"card-{one}" for one in (card.kind, card.emphasis, card.status) if one not in {"", "none", "existing"}}
        drawn |= {f"mark-{one.kind}" for one in card.markers} | ({"card-joined"} if len(card.runs) > 1 else set())
    # What is required of touchpoints is not required of their stages.
    required = {(one.source, one.target) for one in journey.links if one.kind == "sequence" and one.required and detail == "all"}
    for one in held.connectors:
        drawn |= ({f"link-{one.kind}"} if one.kind not in {"sequence", "supports"} else set()) | ({"link-both"} if one.both_ways else set())
        first = (one.source, one.target) in required and one.kind == "sequence"
        needs = one.kind == "supports" or (one.kind == "sequence" and not {one.source, one.target} <= columns.keys())
        drawn |= {"link-solid"} if first or needs else set()
        goes_on = one.kind == "sequence" and columns.get(one.source, 0) < columns.get(one.target, 0)
        drawn |= {"link-on"} if goes_on and not first and not needs else set()
        if one.kind in {"sequence", "branch"} and one.source in columns and columns.get(one.target, len(columns)) <= columns[one.source]:
            drawn.add("link-loop")
    _explains(diagram, drawn)


def _marks(lanes):
    drawn = set()
    for lane in lanes:
        if isinstance(lane, CellLane):
            items = [item for cell in lane.cells for item in cell.items]
            drawn |= {"evidence-0" if item.mark.kind == "assumed" else item.mark.kind for item in items if item.mark}
            drawn |= {"unrated" for item in items if item.ticks and item.ticks.filled is None}
        elif isinstance(lane, SpanLane):
            drawn |= {span.mark.kind for span in lane.spans if span.mark} | {"not-ours" for span in lane.spans if span.style == "outline"}
        elif isinstance(lane, CurveLane):
            points = [point for series in lane.series for point in series.points]
            drawn |= _BASES | {"moments" for one in points if one.offset} | {"spread" for one in points if one.spread}
            drawn |= {"other-way" for series in lane.series if _leaves_the_main_line(series)}
    return drawn


def _explains(diagram, drawn):
    explained = [one.symbol for one in diagram.legend if one.symbol != "mark-continued"]  # drawn only where one goes on in another band
    assert set(explained) == drawn - _SAY_THEMSELVES
    assert len(explained) == len(set(explained))
    assert all(one.text for one in diagram.legend)


def _leaves_the_main_line(series):
    read = {point.column for point in series.points if point.offset == 0}
    return any({one, other} <= read for line in series.ways[1:] for one, other in pairwise(line))


def test_curves_side_by_side_fork_too():
    journey = of(A, B, C, D, links=("a branch b 0.3", "a branch c 0.7", "b sequence d"))
    diagram = emotion_curves(journey)
    assert [one.ways for one in diagram.parts[0].panels] == [lines(journey)]
    assert "other-way" in {one.symbol for one in diagram.legend}
    assert "other-way" not in {one.symbol for one in emotion_curves(of(A, B, C)).legend}
    assert render(journey, view="emotion-curves").svg


def test_what_repeats_is_told_with_how_often_and_of_many_the_first():
    assert "May repeat: 1 A (again: 3" in render(of(A, B, links=("a branch a 0.03", "a branch b 0.97"))).describe()
    assert "May repeat: 2 B (up to 3 times)." in render(of(A, ("B", 0, {"repeats": True, "at_most": 3}))).describe()
    many = of(*((f"S{at}", 0, {"optional": True}) for at in range(20)), D)
    assert "12 S11 and 8 more." in render(many).describe()
