"""A line that not everybody goes along: its curve, its marks."""

from attrs import evolve

from journeykit.diagram import LegendEntry, Point, Series
from journeykit.layout.curve import segments
from journeykit.layout.curveplan import runs_of
from journeykit.model import Journey, Stage, Touchpoint
from journeykit.scene import Circle, Path, Text, walk
from journeykit.views import service_blueprint
from tests.layout.small import drawn, grid, groups

WIDTHS, LEFTS = [100.0] * 4, [0.0, 100.0, 200.0, 300.0]


def series(*values, ways=()):
    points = [Point(column=at, value=value, text="", basis="measured") for at, value in enumerate(values) if value is not None]
    return Series(points=tuple(points), ways=ways)


def runs(*values, ways=()):
    found = runs_of(series(*values, ways=ways), WIDTHS, LEFTS)
    return [(one.other, tuple(point.column for point in one.points)) for one in found]


def test_each_line_has_its_own_curve():
    assert runs(1, -1, 2, 0) == [(False, (0, 1, 2, 3))]
    assert runs(1, -1, 2, 0, ways=((0, 2, 3), (0, 1, 2))) == [(False, (0, 2, 3)), (True, (0, 1, 2))]


def test_a_column_without_a_reading_ends_a_curve_and_one_that_a_line_passes_by_does_not():
    assert runs(1, None, 2, 0, ways=((0, 2, 3), (0, 1, 2))) == [(False, (0, 2, 3))]
    assert runs(1, -1, None, 0, ways=((0, 1, 2, 3),)) == [(False, (0, 1)), (False, (3,))]


def test_a_line_leaves_another_level():
    (alone,) = segments([(0, 2), (200, -2)], leaves=True)
    assert (alone.y0, alone.c1, alone.y1) == (2, 2, -2)
    assert alone.at(100) > segments([(0, 2), (200, -2)])[0].at(100) == 0


def marked(**fields):
    diagram = grid("Asks", "Waits", "Pays")
    columns = (diagram.columns[0], evolve(diagram.columns[1], **fields), diagram.columns[2])
    return drawn(evolve(diagram, columns=columns, legend=(LegendEntry(symbol="optional", text="optional"),)))


def test_the_line_is_broken_where_a_step_is_optional_and_its_words_stand_under_its_title():
    scene = marked(optional=True, repeats=True, note="optional, may repeat")
    (station,) = groups(scene, "listitem", "2 Waits (optional, may repeat)")
    assert "optional, may repeat" in " ".join(one.text for one in walk([station]) if isinstance(one, Text))
    assert len([one for one in walk([station]) if isinstance(one, Path)]) == 2, "the sign of a loop"
    plain = marked()
    assert plain.pages[0].height < scene.pages[0].height
    assert groups(plain, "listitem", "2 Waits")


def test_the_curve_of_a_blueprint_runs_through_its_markers():
    journey = Journey("I do", stages=[Stage("All", [Touchpoint("Asks", emotion=1), Touchpoint("Pays", emotion=-1)])])
    (page,) = drawn(service_blueprint(journey, lanes="default,+emotions")).pages
    nodes = list(walk(page.nodes))
    (curve,) = [one for one in nodes if isinstance(one, Path) and one.dash == (3.0, 3.0) and " C " in one.d]
    first = tuple(float(one) for one in curve.d.removeprefix("M ").split(" ", 2)[:2])
    assert first in [(one.cx, one.cy) for one in nodes if isinstance(one, Circle)]
