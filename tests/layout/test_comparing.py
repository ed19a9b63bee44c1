"""What pictures of comparisons are made of: a second line of stations, hatching between curves, sentences, and gaps."""

import re
from typing import get_args

from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeykit.diagram import (
    Column,
    CurveLane,
    Diagram,
    Dumbbell,
    Dumbbells,
    Head,
    Item,
    Matrix,
    MatrixCell,
    MatrixRow,
    Point,
    Sentences,
    Series,
    Slopes,
    Stop,
    StopKind,
    TrackLane,
)  # fmt: skip
from journeykit.layout import PAPERS, arrange
from journeykit.scene import Path, Text, walk
from journeykit.text import DEFAULT_MEASURER
from journeykit.themes import theme
from tests.layout.checks import faults, silent, untold
from tests.layout.strategies import AXIS, curves, diagrams, texts, tones, words

LIGHT = theme("default")
slow = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
values = st.none() | st.floats(-2, 2).map(lambda one: round(one, 1))


@st.composite
def tracks(draw, count):
    stops = tuple(
        Stop(
            column=at, number=draw(st.sampled_from(("", str(at + 1), "1234"))), label=draw(words), word=draw(st.just("") | words), tone=draw(tones),
            kind=draw(st.sampled_from(get_args(StopKind))), ours=draw(st.booleans()),
            emphasis=draw(st.sampled_from(("none", "matters", "key"))), below=draw(st.booleans()), source=f"other[{at}]",
        )
        for at in range(count) if draw(st.integers(0, 5))
    )  # fmt: skip
    tied = tuple(one.column for one in stops if draw(st.booleans()))
    return TrackLane(key="t", title=draw(words), note=draw(st.just("") | words), stops=stops, tied=tied, opens=draw(st.booleans()))


@st.composite
def dumbbells(draw):
    rows = tuple(
        Dumbbell(title=draw(texts), first=draw(values), second=draw(values), texts=("+1", "−1"), gap=draw(words), detail=draw(st.just("") | words),
                 strong=draw(st.booleans()), source=f"x[{at}]")
        for at in range(draw(st.integers(0, 6)))
    )  # fmt: skip
    return Dumbbells(rows=rows, names=(draw(words), draw(words)), head=draw(words), axis=AXIS, title=draw(texts), note=draw(texts))


@st.composite
def slopes(draw):
    held = draw(dumbbells())
    rows = tuple(one for one in held.rows if one.first is not None and one.second is not None)
    key = draw(st.tuples(words, st.just("") | words))
    return Slopes(rows=rows, names=held.names, axis=held.axis, title=held.title, note=held.note, key=key)


sentences = st.builds(Sentences, sentences=st.lists(texts, max_size=8).map(tuple), title=st.just("") | words, strong=st.integers(0, 4))


@st.composite
def comparisons(draw, most=10):
    base = draw(diagrams(most=most))
    count = len(base.columns)
    states = st.sampled_from(("", "", "added", "arrived", "removed", "changed"))
    columns = tuple(
        evolve(one, state=state, number="" if state in {"added", "arrived"} else one.number)
        for one in base.columns
        for state in [draw(states)]
    )
    lanes = ()
    if count:
        curve = evolve(draw(curves(count)), hatched=draw(st.booleans()), apart=draw(st.sampled_from(["", "shapes", "lines"])))
        without = tuple(draw(st.sets(st.integers(0, count - 1), max_size=2)))
        series = tuple(evolve(one, without=without, points=tuple(p for p in one.points if p.column not in without)) for one in curve.series)
        lanes = (draw(tracks(count)), evolve(curve, series=series))
    return evolve(base, columns=columns, lanes=lanes, lead=(draw(sentences),), parts=(draw(dumbbells()), draw(slopes())), strip=None)


@slow
@given(comparisons())
def test_nothing_leaves_the_page_and_nothing_stands_on_a_text(diagram):
    scene = arrange(diagram, LIGHT, DEFAULT_MEASURER)
    assert faults(scene) == []
    assert silent(scene) == []
    assert untold(scene) == []


@slow
@given(comparisons(most=6), st.sampled_from(PAPERS))
def test_the_same_on_paper(diagram, paper):
    assert faults(arrange(diagram, LIGHT, DEFAULT_MEASURER, paper=paper)) == []


def curve(first, second, *, without=(), **fields):
    series = tuple(
        Series(name=name, points=tuple(Point(column=at, value=v, text=str(v), basis="measured") for at, v in enumerate(held) if v is not None), without=left_out)
        for name, held, left_out in (("A", first, without), ("B", second, ()))
    )  # fmt: skip
    columns = tuple(Column(title=f"Column {at}", number=str(at + 1)) for at in range(len(first)))
    lane = CurveLane(key="c", title="Feels", series=series, gaps=(), axis=AXIS, **({"hatched": True} | fields))
    return arrange(Diagram(view="x", title="T", columns=columns, lanes=(lane,)), LIGHT, DEFAULT_MEASURER)


def hatches(scene):
    """Ends of the diagonals, px."""
    found = [one.d for one in walk(scene.pages[0].nodes) if isinstance(one, Path) and one.d.count("M") > 3 and "C" not in one.d]
    numbers = [float(one) for d in found for one in re.findall(r"-?[\d.]+", d)]
    return list(zip(*[iter(numbers)] * 4, strict=True))


def test_the_ground_between_two_curves_is_hatched_where_they_differ():
    ends = hatches(curve((1, 1, 1, 1), (1, 1, -1, -1)))
    assert ends
    assert all(abs((x1 - x0) - (y0 - y1)) < 0.01 for x0, y0, x1, y1 in ends)
    centres = [
        one.x for one in walk(curve((1, 1, 1, 1), (1, 1, -1, -1)).pages[0].nodes) if isinstance(one, Text) and one.text.startswith("Column")
    ]
    assert centres[1] < min(one[0] for one in ends)
    assert max(one[2] for one in ends) <= centres[3] + 0.01


def test_equal_curves_and_unhatched_lanes_have_none():
    assert hatches(curve((1, 0, 1), (1, 0, 1))) == []
    assert hatches(curve((1, 0, 1), (-1, 0, -1), hatched=False)) == []
    assert hatches(curve((1, None, 1), (None, 0, None))) == []


def test_between_equal_readings_nothing_is_hatched_though_the_neighbours_bend_the_curves():
    scene = curve((-1, 0, 1, -1), (1, 0, 1, 2))
    centres = [one.x for one in walk(scene.pages[0].nodes) if isinstance(one, Text) and one.text.startswith("Column")]
    ends = hatches(scene)
    assert ends
    assert not [one for one in ends if centres[1] < (one[0] + one[2]) / 2 < centres[2]]


def test_a_column_that_a_side_does_not_have_does_not_break_its_curve():
    broken, whole = (curve((1, None, -1), (1, 0, -1), without=without) for without in ((), (1,)))
    assert hatches(broken) == []
    assert hatches(whole) == []  # a straight line through both, once over the other
    assert len(lines(whole)) == len(lines(broken)) + 1


def lines(scene):
    return [one for one in walk(scene.pages[0].nodes) if isinstance(one, Path) and " C " in one.d and one.stroke_width == 2.5]


def test_where_two_curves_meet_one_label_says_both():
    said = [one.text for one in walk(curve((2, 0, 1), (2, -1, 1)).pages[0].nodes) if isinstance(one, Text)]
    assert (said.count("2"), said.count("0"), said.count("-1")) == (1 + 1, 1, 1)  # and the number of the second column


def test_wide_columns_take_the_width_of_their_texts():
    cells = (
        MatrixCell(items=(Item(text="short"),)),
        MatrixCell(items=(Item(text="a text that is rather longer than a column is otherwise"),)),
    )
    matrix = Matrix(columns=(Head(title="a"), Head(title="b")), rows=(MatrixRow(head=Head(title="row"), cells=cells),), wide=True)
    scene = arrange(Diagram(view="x", title="T", parts=(matrix,)), LIGHT, DEFAULT_MEASURER)
    assert (
        sum(
            isinstance(one, Text) and one.text.startswith("a text that is rather longer") and one.text.endswith("otherwise")
            for one in walk(scene.pages[0].nodes)
        )
        == 1
    )
