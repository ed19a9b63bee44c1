import math

import pytest

import journeykit as jk
from journeykit.errors import JourneykitError, ModelError, RenderError, UnknownNameError
from journeykit.examples import example
from journeykit.plotting import save_figure

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
    assert [one.get_text() for one in ax.get_legend().get_texts()] == ["I go", "I go", "I go (no reading)", "assumed"]


def test_touchpoints_are_the_ticks():
    ax = jk.plot_emotions(steps(1, 2))
    assert [one.get_text() for one in ax.get_xticklabels()] == ["1\nStep 0", "2\nStep 1"]
    assert ax.get_yticklabels()[0].get_text() == "very negative −2"
    narrow = figures.Figure(figsize=(1, 1)).subplots()
    assert [one.get_text() for one in jk.plot_emotions(steps(*[1] * 9), narrow).get_xticklabels()] == list("123456789")


def test_titles_are_never_mathematics():
    journey = jk.Journey("$x^2$ and $\\frac", stages=[jk.Stage("All", [jk.Touchpoint("$5 and $6", emotion=1)])])
    ax = jk.plot_emotions([journey, journey])
    jk.plot(journey)
    texts = [*ax.get_xticklabels(), *ax.get_yticklabels(), *ax.texts, *ax.get_legend().get_texts(), ax.title]
    assert not any(one.get_parse_math() for one in texts if one.get_text())
    ax.figure.draw_without_rendering()


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


def test_another_ending_is_refused(tmp_path):
    with pytest.raises(RenderError, match=r"not saved as '\.docx'"):
        save_figure(figures.Figure(), tmp_path / "a.docx")
