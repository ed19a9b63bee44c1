"""Key figures as parts: aligned from strip to strip, a symbol for where each stands, a tick at the target."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeykit.diagram import Diagram, Figure, FigureStatus, FigureStrip, Verdict
from journeykit.layout import arrange
from journeykit.scene import Path, Text, walk
from journeykit.text import DEFAULT_MEASURER
from journeykit.themes import theme
from tests.layout.checks import faults, silent, untold
from tests.layout.small import drawn, groups
from tests.layout.strategies import tones, verdicts, words

KINDS = ("good", "warning", "bad", "none")


def sheet(*strips, rtl=False):
    return Diagram(view="x", title="A title", parts=strips, rtl=rtl, lang="en")


def strip(title, *groups_, count=1):
    return FigureStrip(
        title=title, figures=tuple(Figure(name=f"{title}{at}", value=str(at), group=group) for group in groups_ for at in range(count))
    )


def x_of(scene, text):
    (found,) = [one.x for one in walk(scene.pages[0].nodes) if isinstance(one, Text) and one.text == text]
    return found


def test_cells_align_from_strip_to_strip():
    scene = drawn(sheet(strip("A", "X", count=4), strip("B", "X", count=2)))
    assert [x_of(scene, f"A{at}") for at in range(2)] == [x_of(scene, f"B{at}") for at in range(2)]


def test_families_share_a_row_where_all_fit_and_else_begin_one():
    few, many = drawn(sheet(strip("A", "X", "Y", count=2))), drawn(sheet(strip("A", "X", "Y", count=3)))
    assert len(groups(few, "list", "A")) == 1
    assert len(groups(many, "list", "A")) == 2


def test_each_status_has_a_shape_of_its_own():
    def shape(kind):
        figure = Figure(name="n", value="1", status=FigureStatus(kind=kind, text="so it stands"))
        scene = drawn(sheet(FigureStrip(title="A", figures=(figure,))))
        (entry,) = groups(scene, "listitem")
        assert "so it stands" in entry.label
        return [one.d for one in walk(entry.children) if isinstance(one, Path) and one.stroke_width == 2]

    assert len({tuple(shape(kind)) for kind in KINDS}) == 4


def test_the_target_is_a_tick_beside_the_line_of_values():
    def ticks(target):
        figure = Figure(name="n", value="1", spark=(1.0, 2.0), target=target)
        scene = drawn(sheet(FigureStrip(title="A", figures=(figure,))))
        return sum(isinstance(one, Path) and one.stroke_width == 2 for one in walk(scene.pages[0].nodes))

    assert (ticks(None), ticks(5.0)) == (0, 1)


figures = st.builds(
    Figure, name=words, value=st.sampled_from(("157", "–", "1,234,567,890,123")), unit=st.sampled_from(("", "%", "of a very long unit indeed")),
    verdict=st.none() | verdicts | st.builds(Verdict, text=words, tone=tones), status=st.none() | st.builds(FigureStatus, kind=st.sampled_from(KINDS), text=words),
    note=st.just("") | words, spark=st.lists(st.none() | st.floats(-1e6, 1e6), max_size=12).map(tuple), spark_text=st.sampled_from(("", "43")),
    target=st.none() | st.floats(-1e6, 1e6), progress=st.none() | st.tuples(st.floats(0, 9), st.floats(0, 9)), group=st.sampled_from(("", "X", "Y")),
)  # fmt: skip
strips = st.builds(FigureStrip, title=words, figures=st.lists(figures, min_size=1, max_size=7).map(tuple), note=st.just("") | words)


def test_a_verdict_without_words_keeps_room_for_its_symbol():
    figure = Figure(name="a", value="157", verdict=Verdict(text="", tone="good", glyph="up"), note="deal")
    assert faults(drawn(sheet(FigureStrip(title="A", figures=(figure,))))) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(strips, min_size=1, max_size=3), st.sampled_from([None, "a5", "a4"]), st.booleans())
def test_no_strip_has_faults(held, paper, rtl):
    scene = arrange(sheet(*held, rtl=rtl), theme("default"), DEFAULT_MEASURER, paper=paper)
    assert faults(scene) == []
    assert silent(scene) == []
    assert untold(scene) == []
