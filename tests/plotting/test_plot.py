import math
import re
import subprocess
import sys
import warnings
from io import BytesIO
from pathlib import Path

import pytest

import journeykit as jk
from journeykit.errors import ArgumentError, JourneykitError, ModelError, RenderError, UnknownNameError
from journeykit.examples import example
from journeykit.plotting import save_figure
from journeykit.themes import contrast, theme

pytest.importorskip("matplotlib", reason="the extra matplotlib is not installed")
from matplotlib import get_data_path, rc_context
from matplotlib.colors import to_hex

figures = pytest.importorskip("matplotlib.figure", reason="the extra matplotlib is not installed")


@pytest.fixture(scope="module")
def buy():
    return jk.loads(example("dealership")).journeys[0]


def steps(*feelings, **more):
    touchpoints = [jk.Touchpoint(f"Step {at}", id=f"t{at}", emotion=one) for at, one in enumerate(feelings)]
    return jk.Journey("I go", stages=[jk.Stage("All", touchpoints)], **more)


def curves(ax):
    """Lines of readings: those that follow the touchpoints."""
    return [one for one in ax.lines if one.get_linestyle() not in {"None", "none"} and one.get_zorder() == 2]


def test_any_view_is_drawn_into_an_axes_of_its_own(buy):
    ax = jk.plot(buy, view="service-blueprint", theme="dark")
    drawn = jk.render(buy, view="service-blueprint", theme="dark").scene.pages[0]
    assert tuple(ax.figure.get_size_inches()) == (drawn.width / 96, drawn.height / 96)
    assert ax.get_ylim() == (drawn.height, 0)


def test_it_composes_with_the_users_own_plots(buy):
    figure = figures.Figure()
    left, right = figure.subplots(1, 2)
    right.plot([1, 2])
    assert jk.plot(buy, left) is left
    assert len(right.lines) == 1
    assert right.axison


def test_options_of_the_view_are_taken(buy):
    assert jk.plot(buy, lanes=["emotions"]).get_ylim()[0] < jk.plot(buy).get_ylim()[0]
    with pytest.raises(JourneykitError, match="no option 'no_such'"):
        jk.plot(buy, no_such=1)


@pytest.mark.parametrize("ax", ["axes", 5])
def test_what_is_no_axes_is_refused(buy, ax):
    with pytest.raises(ModelError, match="no Axes"):
        jk.plot(buy, ax)
    with pytest.raises(ModelError, match="no Axes"):
        jk.plot_emotions(buy, ax)


def test_readings_are_lines_in_data_coordinates():
    (line,) = curves(jk.plot_emotions(steps(1, -2, 0)))
    assert line.get_xydata().tolist() == [[1, 1], [2, -2], [3, 0]]
    assert line.get_label() == "I go"


def test_a_gap_stays_a_gap():
    ax = jk.plot_emotions(steps(1, 2, None, -1, 0))
    (line,) = curves(ax)
    xs, ys = line.get_data()
    assert [x for x in xs if not math.isnan(x)] == [1, 2, 4, 5]
    assert sum(map(math.isnan, ys)) == 1
    assert "no reading" in [one.get_text() for one in ax.texts]


def test_a_gap_without_room_for_words_is_explained_in_the_legend():
    narrow = jk.plot_emotions(steps(1, None, 2, 1, 0, 1), figures.Figure(figsize=(4, 4)).subplots())
    assert "no reading" not in [one.get_text() for one in narrow.texts]
    assert [one.get_text() for one in narrow.get_legend().get_texts()] == ["assumed", "no reading"]


def test_neighbours_share_the_room_between_them():
    figure = figures.Figure(figsize=(9, 6))
    above, below = figure.subplots(2)
    for one in (above, below):
        jk.plot_emotions(steps(2, -2, 1), one)
    figure.draw_without_rendering()
    words = [*above.get_xticklabels(), below._left_title, *below.get_legend().get_texts()]
    assert apart(boxes(words))


def test_a_line_says_how_its_weaker_end_is_known():
    known = [jk.Emotion(1, basis=basis) for basis in ("reported", "reported", "derived", "assumed")]
    touchpoints = [jk.Touchpoint(f"Step {at}", emotions=[one]) for at, one in enumerate(known)]
    ax = jk.plot_emotions(jk.Journey("I go", stages=[jk.Stage("All", touchpoints)]))
    assert [one.get_xdata().tolist() for one in curves(ax)] == [[1, 2], [2, 3], [3, 4]]
    assert len({str(one.get_linestyle()) + str(one._unscaled_dash_pattern) for one in curves(ax)}) == 3
    assert [one.get_text() for one in ax.get_legend().get_texts()] == ["measured or reported", "derived", "assumed"]


def test_several_series_have_a_colour_and_a_name_each():
    ax = jk.plot_emotions([steps(1, 2, id="a"), steps(-1, 0, id="b"), steps(None, None, id="c")])
    assert len({one.get_color() for one in curves(ax)}) == 2
    assert [one.get_text() for one in ax.get_legend().get_texts()] == ["I go (a)", "I go (b)", "I go (c) (no reading)", "assumed"]


def test_touchpoints_are_the_ticks():
    ax = jk.plot_emotions(steps(1, 2))
    assert [one.get_text() for one in ax.get_xticklabels()] == ["1\nStep 0", "2\nStep 1"]
    assert ax.get_yticklabels()[0].get_text() == "very negative −2"
    narrow = figures.Figure(figsize=(2, 2)).subplots()
    assert [one.get_text() for one in jk.plot_emotions(steps(*[1] * 9), narrow).get_xticklabels()] == list("123456789")


def test_titles_are_never_mathematics():
    journey = jk.Journey("$x^2$ and $\\frac", stages=[jk.Stage("All", [jk.Touchpoint("$5 and $6", emotion=1)])])
    ax = jk.plot_emotions([journey, journey])
    jk.plot(journey)
    texts = [*ax.get_xticklabels(), *ax.get_yticklabels(), *ax.texts, *ax.get_legend().get_texts(), ax.title]
    assert not any(one.get_parse_math() for one in texts if one.get_text())
    ax.figure.draw_without_rendering()


def boxes(texts):
    """Where texts that say something stand, in dots."""
    shown = [one for one in texts if one.get_text().strip()]
    return [(one.get_text(), one.get_window_extent()) for one in shown]


def apart(found):
    return not [(a, b) for at, (a, one) in enumerate(found) for b, two in found[:at] if one.overlaps(two)]


@pytest.mark.parametrize("count", [1, 4, 14, 27, 60, 200])
def test_labels_of_touchpoints_never_run_into_each_other(count):
    points = [jk.Touchpoint(f"A rather long title of the touchpoint {at}", emotion=at % 3) for at in range(count)]
    ax = jk.plot_emotions(jk.Journey("A journey with a title that is longer than its map is wide " * 2, stages=[jk.Stage("A", points)]))
    ax.figure.draw_without_rendering()
    found = boxes(ax.get_xticklabels())
    assert apart(found)
    everything = [*found, *boxes(ax.get_yticklabels()), *boxes(ax.get_legend().get_texts()), *boxes([ax._left_title])]
    assert apart(everything)
    inside = ax.figure.bbox.padded(0.5)
    assert all(inside.contains(one.x0, one.y0) and inside.contains(one.x1, one.y1) for _, one in everything)
    assert len(ax.get_xticks()) + len(ax.get_xticks(minor=True)) >= count


@pytest.mark.parametrize("size", [(4, 2.2), (6.4, 4.8), (9, 3)])
@pytest.mark.parametrize("count", [3, 8, 30])
def test_in_an_axes_without_a_layout_words_stay_in_the_figure(size, count):
    figure = figures.Figure(figsize=size)
    points = [jk.Touchpoint(f"Long title {at}", emotion=(-2, 2)[at % 2]) for at in range(count)]
    ax = jk.plot_emotions(jk.Journey("A journey with a long title that goes on", stages=[jk.Stage("A", points)]), figure.subplots())
    figure.draw_without_rendering()
    words = [*ax.get_xticklabels(), *ax.get_yticklabels(), *ax.get_legend().get_texts(), ax._left_title]
    found = boxes(words)
    assert apart(found)
    assert apart([*boxes(ax.texts), *boxes([ax._left_title])])
    inside = figure.bbox.padded(0.5)
    assert [text for text, one in found if not (inside.contains(one.x0, one.y0) and inside.contains(one.x1, one.y1))] == []


@pytest.mark.parametrize("projection", ["polar", "3d"])
def test_an_axes_that_bends_what_is_in_it_is_refused(projection, buy):
    if projection == "3d":
        pytest.importorskip("mpl_toolkits.mplot3d")
    ax = figures.Figure().add_subplot(projection=projection)
    for one in (jk.plot, jk.plot_emotions):
        with pytest.raises(ModelError, match=f"projection '{projection}'"):
            one(buy, ax)


def test_options_that_are_not_of_the_view_are_refused_with_those_that_are(buy):
    for wrong in ({"paper": "a4"}, {"scale": 2}, {"dpi": 300}, {"prefix": "a"}):
        with pytest.raises(ArgumentError, match="has no option") as refused:
            jk.plot(buy, **wrong)
        (problem,) = refused.value.problems
        assert "'lanes'" in problem.expected
        assert not any(f"'{one}'" in problem.expected for one in ("paper", "scale", "dpi", "prefix", "standalone"))


def test_a_theme_brings_its_ground_along_in_a_figure_of_its_own():
    palette = theme("dark").palette
    ax = jk.plot_emotions(steps(1, -1), theme="dark")
    assert [to_hex(one.get_facecolor()) for one in (ax, ax.figure)] == [palette.paper.lower()] * 2
    words = [*ax.get_xticklabels(), *ax.get_yticklabels(), *ax.get_legend().get_texts(), ax._left_title]
    assert {to_hex(one.get_color()) for one in words} == {palette.ink.lower()}


@pytest.mark.parametrize("name", ["default", "print", "dark", "high-contrast"])
@pytest.mark.parametrize("ground", ["white", "black", "#14171C", "none", "#777777"])
def test_curves_can_be_seen_on_the_ground_of_a_given_axes(name, ground):
    ax = figures.Figure().subplots()
    ax.set_facecolor(ground)
    jk.plot_emotions([steps(1, -1, id="a"), steps(2, 0, id="b")], ax, theme=name)
    behind = "#ffffff" if ground == "none" else to_hex(ground)
    assert min(contrast(to_hex(one.get_color()), behind) for one in curves(ax)) >= (3 if ground != "#777777" else 2)
    assert to_hex(ax.get_facecolor(), keep_alpha=True) == to_hex(ground, keep_alpha=True)


def test_letters_that_the_fonts_of_charts_lack_come_from_those_of_pictures():
    plain = jk.plot_emotions(steps(1)).get_xticklabels()[0].get_fontfamily()
    with rc_context({"font.family": ["STIXSizeOneSym"]}):
        lacking = jk.plot_emotions(jk.Journey("Ж", stages=[jk.Stage("A", [jk.Touchpoint("Спрашивает", emotion=1)])]))
    assert lacking._left_title.get_fontfamily()[0] == "DejaVu Sans"
    assert lacking.get_xticklabels()[0].get_fontfamily()[0] == "DejaVu Sans"
    assert plain == ["sans-serif"]  # as the user's charts
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for kind in ("png", "pdf", "svg"):
            lacking.figure.savefig(BytesIO(), format=kind)


def test_a_letter_that_is_in_no_font_is_named_and_nothing_is_drawn():
    ax = figures.Figure().subplots()
    with pytest.raises(RenderError, match="No font here can draw"):
        jk.plot_emotions(jk.Journey("I buy", stages=[jk.Stage("A", [jk.Touchpoint("\U000f1234", emotion=1)])]), ax)
    assert not ax.lines
    with pytest.raises(RenderError, match="nowhere"):
        jk.plot_emotions(steps(1), font_files=["nowhere.ttf"])


def test_a_font_of_the_users_is_preferred():
    file = Path(get_data_path()) / "fonts" / "ttf" / "STIXGeneral.ttf"
    ax = jk.plot_emotions(steps(1, None), font_files=[file])
    assert {one.get_fontfamily()[0] for one in [*ax.get_xticklabels(), *ax.texts, ax._left_title]} == {"STIXGeneral"}
    assert ax.get_xticklabels()[0].get_fontproperties().get_file() is None
    out = BytesIO()
    ax.figure.savefig(out, format="pdf")
    assert b"STIXGeneral" in out.getvalue()


def test_more_curves_than_can_be_told_apart_are_refused():
    with pytest.raises(ModelError, match="5 curves"):
        jk.plot_emotions([steps(1)] * 5)
    with pytest.raises(ModelError, match="no journey"):
        jk.plot_emotions([])
    with pytest.raises(UnknownNameError):
        jk.plot_emotions(steps(1), perspective="dog")


@pytest.mark.parametrize("ending", ["png", "pdf", "svg"])
def test_the_same_figure_is_the_same_file(ending, tmp_path):
    def drawn(name):
        figure = figures.Figure()
        above, below = figure.subplots(2)
        jk.plot_emotions(steps(1, None, 2, -1), above)
        jk.plot(steps(1, 2), below)
        return save_figure(figure, tmp_path / name).read_bytes()

    assert drawn(f"one.{ending}") == drawn(f"two.{ending}")


@pytest.mark.parametrize("layout", ["constrained", "tight", "compressed", None])
@pytest.mark.parametrize("ending", ["png", "pdf", "svg"])
def test_saving_a_figure_again_gives_the_same_file(ending, layout, tmp_path, buy):
    figure = figures.Figure(figsize=(6, 5), layout=layout)
    above, below = figure.subplots(2, height_ratios=(2, 1))
    jk.plot(steps(1, 2), above)
    jk.plot_emotions(buy, below)
    engine = figure.get_layout_engine()
    first, *others = [save_figure(figure, tmp_path / f"{at}.{ending}").read_bytes() for at in range(3)]
    assert others == [first, first]
    assert figure.get_layout_engine() is engine


def test_the_example_on_the_page_says_that_both_files_are_the_same(tmp_path):
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "files-and-figures.md").read_text(encoding="utf-8")
    (tmp_path / "dealership.yaml").write_text(example("dealership"), encoding="utf-8")
    script = "\n".join(re.findall(r"^```python\n(.*?)^```$", page, re.DOTALL | re.MULTILINE))
    ran = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, check=True, capture_output=True, text=True)
    assert ran.stdout.splitlines()[-1] == "True"


def test_a_layout_that_was_put_to_rest_goes_on_afterwards(tmp_path):
    figure = figures.Figure(layout="constrained")
    ax = figure.subplots()
    save_figure(figure, tmp_path / "a.png")
    before = ax.get_position().bounds
    ax.set_ylabel("One more label")
    save_figure(figure, tmp_path / "a.png")
    assert ax.get_position().x0 > before[0]


def test_another_ending_is_refused(tmp_path):
    with pytest.raises(RenderError, match=r"not saved as '\.docx'"):
        save_figure(figures.Figure(), tmp_path / "a.docx")


def test_curves_of_a_language_that_runs_from_the_right_begin_there():
    ax = jk.plot_emotions(jk.loads(example("clinic_ar")).journeys[0])
    assert ax.xaxis_inverted()
    assert ax.yaxis.get_ticks_position() == "right"
    assert (ax.get_title("left"), bool(ax.get_title("right"))) == ("", True)
    assert not ax.spines["left"].get_visible()
    assert not jk.plot_emotions(steps(1, -1)).xaxis_inverted()


def test_a_line_of_foreign_words_runs_as_its_title_does():
    touchpoint = jk.Touchpoint("يبحث على الإنترنت (Google) 50%", emotion=1)
    ax = jk.plot_emotions(
        jk.Journey("أشتري", stages=[jk.Stage("أ", [touchpoint, *(jk.Touchpoint("يدفع", id=f"t{at}") for at in range(4))])])
    )
    *_, last = ax.get_xticklabels()[0].get_text().split("\n")
    assert last == "\N{RIGHT-TO-LEFT MARK}(Google) 50%"


@pytest.mark.parametrize("plot", [jk.plot, jk.plot_emotions])
def test_a_scale_that_bends_what_is_drawn_is_refused(buy, plot):
    ax = figures.Figure().subplots()
    ax.set_yscale("log")
    with pytest.raises(ModelError, match="scale 'log'"):
        plot(buy, ax)
    assert not ax.lines


def test_curves_are_not_drawn_over_others(buy):
    ax = figures.Figure().subplots()
    jk.plot_emotions(buy, ax)
    with pytest.raises(ModelError, match="holds emotion curves already"):
        jk.plot_emotions(steps(1, -2), ax)
    ax.clear()
    assert len(jk.plot_emotions(steps(1, -2), ax).get_xticklabels()) == 2


@pytest.mark.parametrize("inside", ["black", "white"])
def test_words_can_be_read_on_a_dark_figure_of_yours(buy, inside):
    figure = figures.Figure(figsize=(12, 4), facecolor="black", layout="constrained")
    ax = figure.subplots()
    ax.set_facecolor(inside)
    jk.plot_emotions(buy, ax)
    legend = ax.get_legend()
    words = [*ax.get_xticklabels(), *ax.get_yticklabels(), ax._left_title, *([] if legend.get_frame_on() else legend.get_texts())]
    assert min(contrast(to_hex(one.get_color()), "#000000") for one in words) > 4.5


def test_words_that_are_hidden_on_purpose_stay_hidden(buy):
    ax = figures.Figure(figsize=(12, 4), facecolor="black", layout="constrained").subplots()
    ax.tick_params(axis="x", labelcolor="none")
    jk.plot_emotions(buy, ax)
    assert {one.get_color() for one in ax.get_xticklabels()} == {"none"}
