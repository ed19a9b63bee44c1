"""Small multiples of curves: the same scales, values beside what is named, gaps at the foot."""

from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeykit.diagram import CurveCallout, CurvePanel, CurvePanels, Diagram, Gap, Point
from journeykit.layout import arrange
from journeykit.scene import Circle, Path, Text, walk
from journeykit.text import DEFAULT_MEASURER
from journeykit.themes import theme
from tests.layout.checks import faults, silent, untold
from tests.layout.small import AXIS, drawn, groups, lines
from tests.layout.strategies import texts, words


def panel(title, *values, **fields):
    points = tuple(
        Point(column=at, value=one, text=f"{one:+g}", basis="measured", weight=1 if at == 0 else 0)
        for at, one in enumerate(values)
        if one is not None
    )
    gaps = tuple(Gap(start=at, end=at, text="no reading") for at, one in enumerate(values) if one is None)
    names = tuple(f"Step {at}" for at in range(len(values)))
    callouts = tuple(
        CurveCallout(kind="peak", column=one.column, word="High", title=names[one.column], text=one.text) for one in points[:1]
    )
    return CurvePanel(title=title, points=points, gaps=gaps, names=names, count=len(values), callouts=callouts, **fields)


def sheet(*panels, rtl=False):
    return Diagram(view="x", title="A title", parts=(CurvePanels(title="Feels", panels=panels, axis=AXIS, note="how"),), rtl=rtl, lang="en")


def places(scene, text):
    return [(one.x, one.y) for one in walk(scene.pages[0].nodes) if isinstance(one, Text) and one.text == text]


def test_at_most_three_stand_side_by_side():
    def rows(count):
        return len({y for _, y in places(drawn(sheet(*(panel(f"P{at}", 1) for at in range(count)))), "neutral")})

    assert [rows(count) for count in (1, 3, 4, 7)] == [1, 1, 2, 3]


def test_the_words_of_the_levels_stand_once_a_row():
    scene = drawn(sheet(panel("A", 1, 2), panel("B", 0, -1)))
    assert all(lines(scene).count(word) == 1 for word in AXIS)


def test_equal_values_and_equal_columns_stand_at_the_same_place_in_every_panel():
    scene = drawn(sheet(panel("A", 2, -2), panel("B", 2, -2, 0, 0)))
    first, second = [
        [one for one in walk(group.children) if isinstance(one, Circle)] for group in groups(scene, "list") if group.label in {"A", "B"}
    ]
    assert [one.cy for one in first[:2]] == [one.cy for one in second[:2]]
    assert abs((first[1].cx - first[0].cx) - (second[1].cx - second[0].cx)) < 0.01


def test_a_gap_ends_the_curve_and_has_a_bracket():
    scene = drawn(sheet(panel("A", 1, None, 1)))
    assert "2 Step 1: no reading" in [one.label for one in groups(scene, "listitem")]
    ink = theme("default").palette.ink
    curves = [one for one in walk(scene.pages[0].nodes) if isinstance(one, Path) and one.stroke == ink and "C" in one.d]
    assert curves == []


def test_only_what_is_named_has_a_value_in_the_plot():
    scene = drawn(sheet(panel("A", 2, 1, 0)))
    assert len(places(scene, "+2")) == 1
    assert places(scene, "+1") == []


def test_a_panel_without_readings_says_so():
    scene = drawn(sheet(CurvePanel(title="A", points=(), count=3, empty="Nobody was asked.")))
    assert "Nobody was asked." in lines(scene)


def test_very_many_touchpoints_are_dots():
    values = [(at * 7 % 5) - 2 for at in range(400)]
    scene = drawn(sheet(panel("A", *values)))
    assert sum(isinstance(one, Circle) and one.r == 1.5 for one in walk(scene.pages[0].nodes)) == 399
    assert faults(scene) == []


@st.composite
def panels(draw):
    count = draw(st.integers(0, 40))
    points = []
    for at in range(count):
        if draw(st.booleans()):
            value = draw(st.sampled_from((-2, -1.5, -1, 0, 0.5, 1, 2)))
            basis = draw(st.sampled_from(("measured", "derived", "assumed", "intended")))
            points.append(
                Point(column=at, value=value, text=f"{value:+g}", basis=basis, extreme=draw(st.booleans()), weight=draw(st.integers(0, 1)))
            )
            if draw(st.integers(0, 5)) == 0:
                points.append(Point(column=at, value=-value, text="x", basis=basis, offset=draw(st.sampled_from((-1, 1))), when="before"))
    taken = {one.column for one in points}
    gaps = tuple(Gap(start=at, end=at, text="gap") for at in range(count) if at not in taken)
    kinds = draw(st.lists(st.sampled_from(("peak", "trough", "end")), max_size=3))
    callouts = tuple(
        CurveCallout(kind=kind, column=one.column, word=draw(words), title=draw(texts), text=one.text)
        for kind, one in zip(kinds, points, strict=False)
    )
    starts = tuple(sorted(draw(st.sets(st.integers(0, count - 1), max_size=4)))) if count else ()
    return CurvePanel(
        title=draw(texts), detail=draw(texts), verdict=draw(words), points=tuple(points), gaps=gaps, count=count, empty="" if points else draw(texts),
        starts=starts, names=tuple(f"n{at}" for at in range(count)), callouts=callouts, source=draw(st.sampled_from(("", "journeys['a']"))),
    )  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(panels(), min_size=1, max_size=5), st.sampled_from([None, "a5", "a4"]), st.booleans())
def test_no_panels_have_faults(held, paper, rtl):
    scene = arrange(sheet(*held, rtl=rtl), theme("default"), DEFAULT_MEASURER, paper=paper)
    assert faults(scene) == []
    assert silent(scene) == []
    assert untold(scene) == []


def test_the_page_is_mirrored_where_time_runs_from_right_to_left():
    left, right = drawn(sheet(panel("A", 1, 2))), drawn(evolve(sheet(panel("A", 1, 2)), rtl=True))
    ((x, _),), ((other, _),) = places(left, "neutral"), places(right, "neutral")
    assert x + other == left.pages[0].width
