"""Curves and maps in Axes that the user made: what these share, where they stand, how much room they leave, and what is done to them later."""

import pickle

import pytest

import journeykit as jk
from journeykit.errors import ModelError
from journeykit.examples import example
from journeykit.plotting import save_figure
from journeykit.themes import contrast

pytest.importorskip("matplotlib", reason="the extra matplotlib is not installed")
from matplotlib import rc_context
from matplotlib.colors import to_hex
from matplotlib.figure import Figure


@pytest.fixture(scope="module")
def buy():
    return jk.loads(example("dealership")).journeys[0]


@pytest.fixture(scope="module")
def clinic():
    return jk.loads(example("clinic_ar")).journeys[0]


def steps(*feelings, title="I go", of="Step {}", **more):
    touchpoints = [jk.Touchpoint(of.format(at), id=f"t{at}", emotion=one) for at, one in enumerate(feelings)]
    return jk.Journey(title, stages=[jk.Stage("All", touchpoints)], **more)


def boxes(texts):
    """Where texts that say something stand, in dots."""
    return [(one.get_text(), one.get_window_extent()) for one in texts if one.get_text().strip()]


def crossing(texts):
    found = boxes(texts)
    return [(a, b) for at, (a, one) in enumerate(found) for b, two in found[:at] if one.overlaps(two)]


def outside(figure, texts):
    inside = figure.bbox.padded(0.5)
    return [text for text, one in boxes(texts) if not (inside.contains(one.x0, one.y0) and inside.contains(one.x1, one.y1))]


def titles_of(ax):
    return [ax.title, ax._left_title, ax._right_title]


@pytest.mark.parametrize("plot", [jk.plot, jk.plot_emotions])
@pytest.mark.parametrize("shared", ["sharex", "sharey"])
def test_an_axes_that_shares_an_axis_is_refused_with_what_to_write_instead(buy, plot, shared):
    one, two = Figure().subplots(1, 2, **{shared: True})
    before = one.get_xlim(), one.get_ylim()
    for ax in (one, two):
        with pytest.raises(ModelError, match=f"The {shared[-1]} axis of this Axes is shared") as refused:
            plot(buy, ax)
        assert f"figure.subplots() without {shared}" in refused.value.problems[0].hint
    assert (one.get_xlim(), one.get_ylim()) == before
    assert not [*one.lines, *two.lines, *one.artists]


def test_an_axes_that_shares_with_nothing_else_is_taken(buy):
    one, two = Figure().subplots(2, 1, sharex="row")
    assert jk.plot(buy, one) is one
    assert jk.plot_emotions(buy, two) is two


def test_a_chart_of_the_same_touchpoints_shares_afterwards():
    one, two = Figure(layout="constrained").subplots(2)
    jk.plot_emotions(steps(1, 2, -1), one)
    two.sharex(one)
    two.bar([1, 2, 3], [10, 60, 5])
    assert one.get_xlim() == two.get_xlim() == (0.4, 3.6)
    assert [tick.get_text() for tick in two.get_xticklabels()] == ["1\nStep 0", "2\nStep 1", "3\nStep 2"]


@pytest.mark.parametrize("layout", ["constrained", None])
@pytest.mark.parametrize("below", [0.1, 0.4])
def test_a_twin_has_the_curves_and_its_other_shows_the_touchpoints(buy, layout, below):
    figure = Figure(figsize=(9, 5), layout=layout)
    if layout is None:
        figure.subplots_adjust(bottom=below)
    ax = figure.subplots()
    ax.bar(range(1, 12), range(11))
    twin = jk.plot_emotions(buy, ax.twinx())
    figure.draw_without_rendering()
    words = [*ax.get_xticklabels(), *twin.get_yticklabels()]
    assert crossing([*words, *ax.get_yticklabels()]) == []
    assert outside(figure, words) == []
    assert all(one.spines["right"].get_visible() for one in (ax, twin))


@pytest.mark.parametrize("journey", ["buy", "clinic"])
@pytest.mark.parametrize("at", [0, 1])
def test_curves_in_either_of_two_twins_leave_the_words_of_the_other_alone(journey, at, request):
    figure = Figure(figsize=(9, 5), layout="constrained")
    ax = figure.subplots()
    twins = (ax, ax.twinx())
    jk.plot_emotions(request.getfixturevalue(journey), twins[at])
    figure.draw_without_rendering()
    assert crossing([label for one in twins for label in one.get_yticklabels()]) == []
    assert [one.yaxis.get_ticks_position() for one in twins] == ["left", "right"]


def test_a_twin_is_known_as_one_after_a_layout_moved_its_other(buy):
    figure = Figure(figsize=(9, 9), layout="constrained")
    one, two = figure.subplots(2)
    jk.plot_emotions(buy, one)
    assert jk.plot_emotions(buy, two.twinx()).get_xlim() == two.get_xlim() == (0.4, 11.6)


def test_what_a_twin_cannot_hold_is_refused(buy):
    ax = Figure().subplots()
    twin = ax.twinx()
    with pytest.raises(ModelError, match="is shared"):
        jk.plot(buy, twin)
    jk.plot_emotions(buy, twin)
    with pytest.raises(ModelError, match="or its twin, holds emotion curves already"):
        jk.plot_emotions(steps(1), ax)
    with pytest.raises(ModelError, match="The y axis of this Axes is shared"):
        jk.plot_emotions(buy, Figure().subplots().twiny())


@pytest.mark.parametrize("inside", ["none", "white"])
@pytest.mark.parametrize("nested", [False, True])
def test_words_and_curves_can_be_seen_in_a_dark_part_of_a_figure(buy, inside, nested):
    part, _ = Figure(figsize=(12, 4), layout="constrained").subfigures(1, 2)
    part.set_facecolor("#222222")
    ax = (part.subfigures(1, 1) if nested else part).subplots()
    ax.set_facecolor(inside)
    jk.plot_emotions(buy, ax)
    legend = ax.get_legend()
    words = [*ax.get_xticklabels(), *ax.get_yticklabels(), ax._left_title, *([] if legend.get_frame_on() else legend.get_texts())]
    assert min(contrast(to_hex(one.get_color()), "#222222") for one in words) > 4.5
    behind = "#ffffff" if inside == "white" else "#222222"
    assert min(contrast(to_hex(one.get_color()), behind) for one in ax.lines if one.get_zorder() == 2) > 3


def test_a_figure_that_is_not_painted_counts_as_paper(buy):
    ax = Figure(facecolor="black", frameon=False).subplots()
    ax.set_facecolor("none")
    jk.plot_emotions(buy, ax)
    assert contrast(to_hex(ax.get_yticklabels()[0].get_color()), "#ffffff") > 4.5


SIZES = [((8, 6), 2, 2), ((6, 4), 1, 1), ((5, 7), 2, 1), ((4, 3), 1, 1), ((4, 10), 3, 1)]


@pytest.mark.parametrize(("size", "rows", "columns"), SIZES)
@pytest.mark.parametrize("layout", ["constrained", None])
def test_a_legend_is_never_drawn_across_curves_or_values(size, rows, columns, layout):
    figure = Figure(figsize=size, layout=layout)
    grid = figure.subplots(rows, columns, squeeze=False)
    one = steps(2, 2, -2, 2, 2, title="I buy a new car")
    two = steps(2, 1, 2, title="I buy a new car, the deal done at home")
    plotted = [jk.plot_emotions([one, two] if at % 2 == 0 else one, ax) for at, ax in enumerate(grid.flat)]
    figure.draw_without_rendering()
    for ax in plotted:
        legend = ax.get_legend().get_window_extent()
        assert legend.y0 > ax.transData.transform((1, 2))[1]
        assert not [text for text, box in boxes([*ax.texts, *ax.get_yticklabels()]) if box.overlaps(legend)]


@pytest.mark.parametrize("layout", ["constrained", None])
@pytest.mark.parametrize("where", ["left", "center", "right"])
def test_a_title_that_is_set_later_leaves_legend_and_titles_as_they_are(layout, where):
    journey = steps(1, 2, 0, title="I get my bicycle repaired")
    ax = jk.plot_emotions(journey, Figure(figsize=(9, 5), layout=layout).subplots())
    ax.set_title("Ours", loc=where)
    ax.figure.draw_without_rendering()
    assert crossing([*titles_of(ax), *ax.get_legend().get_texts()]) == []
    assert outside(ax.figure, titles_of(ax)) == []


def test_titles_stand_above_the_legend_where_the_user_sets_their_height():
    with rc_context({"axes.titley": 1.0, "xtick.top": True}):
        ax = jk.plot_emotions(steps(1, 2), Figure().subplots())
    ax.figure.draw_without_rendering()
    assert crossing([ax._left_title, *ax.get_legend().get_texts()]) == []


def test_a_figure_with_curves_can_be_kept(tmp_path):
    ax = jk.plot_emotions(steps(1, 2))
    figure = ax.figure
    assert figure.axes == [ax]
    again = pickle.loads(pickle.dumps(figure))  # noqa: S301  # our own
    assert save_figure(again, tmp_path / "a.png").read_bytes() == save_figure(figure, tmp_path / "b.png").read_bytes()


def test_an_upper_value_stays_clear_of_the_legend_in_a_low_axes_with_a_layout(buy):
    part, _ = Figure(figsize=(12, 4), layout="constrained").subfigures(1, 2)
    ax = jk.plot_emotions(buy, part.subplots())
    ax.get_figure(root=True).draw_without_rendering()
    legend = ax.get_legend().get_window_extent()
    assert not [text for text, box in boxes(ax.texts) if box.overlaps(legend)]


@pytest.mark.parametrize("size", [(5, 9), (5, 12)])
def test_what_is_plotted_later_into_a_grid_does_not_push_values_into_the_legend(buy, size):
    figure = Figure(figsize=size, layout="constrained")
    plotted = [jk.plot_emotions(buy, ax) for ax in figure.subplots(3)]
    figure.draw_without_rendering()
    for ax in plotted:
        legend = ax.get_legend().get_window_extent()
        assert not [text for text, box in boxes(ax.texts) if box.overlaps(legend)]
        assert min(box.y0 for _, box in boxes(ax.texts)) > ax.get_window_extent().y0


@pytest.mark.parametrize("wide", [9, 12])
def test_the_words_of_neighbours_stay_apart_whichever_side_they_are_on(clinic, buy, wide):
    figure = Figure(figsize=(wide, 4))
    left, right = figure.subplots(1, 2)
    jk.plot_emotions(clinic, left)
    jk.plot_emotions(buy, right)
    figure.draw_without_rendering()
    words = [*left.get_yticklabels(), *right.get_yticklabels()]
    assert crossing(words) == []
    assert not [text for text, box in boxes(words) if box.overlaps(left.get_window_extent()) or box.overlaps(right.get_window_extent())]


def test_words_on_the_right_have_the_room_and_the_line_of_that_side(buy):
    ax = Figure(figsize=(9, 5)).subplots()
    ax.yaxis.tick_right()
    jk.plot_emotions(buy, ax)
    ax.figure.draw_without_rendering()
    shown = [tick.label2 for tick in ax.yaxis.get_major_ticks()]
    assert outside(ax.figure, shown) == []
    assert [one.get_text().replace("\n", " ") for one in shown][-1] == "very positive +2"
    assert ax.spines["right"].get_visible()
    assert not ax.spines["left"].get_visible()


def test_where_a_word_would_be_torn_titles_are_turned_and_without_room_there_are_numbers(buy):
    plain = jk.plot_emotions(buy, Figure(figsize=(9, 5)).subplots())
    assert [one.get_text() for one in plain.get_xticklabels()] == [str(at) for at in range(1, 12)]
    figure = Figure(figsize=(9, 5))
    figure.subplots_adjust(bottom=0.4)
    labels = jk.plot_emotions(buy, figure.subplots()).get_xticklabels()
    assert {one.get_rotation() for one in labels} == {90.0}
    assert labels[5].get_text() == "6 Negotiates the price"


def test_no_word_is_torn_in_a_figure_of_its_own():
    ax = jk.plot_emotions(steps(1, 0, 2, of="Probefahrtvereinbarung {}"))
    assert [one.get_text() for one in ax.get_xticklabels()] == [f"{at + 1}\nProbefahrtvereinbarung\n{at}" for at in range(3)]


def test_a_word_longer_than_any_title_is_broken_like_that_in_a_map():
    ax = jk.plot_emotions(steps(1, 0, of="x" * 60 + " {}"))
    first = ax.get_xticklabels()[0]
    assert first.get_rotation() == 0
    assert first.get_text().count("\n") > 1


@pytest.mark.parametrize("size", [(5, 9), (5, 12), (5, 8)])
def test_all_axes_of_a_grid_have_the_same_labels(buy, size):
    grid = Figure(figsize=size, layout="constrained").subplots(3)
    found = [[(one.get_text(), one.get_rotation()) for one in jk.plot_emotions(buy, ax).get_xticklabels()] for ax in grid.flat]
    assert all(one == found[0] for one in found)


def test_journeys_of_one_title_are_told_apart():
    def legend(*journeys, size=(9, 5)):
        ax = jk.plot_emotions(list(journeys), Figure(figsize=size).subplots())
        labels = [one.get_label() for one in ax.lines if one.get_zorder() == 2 and not one.get_label().startswith("_")]
        return labels, [one.get_text() for one in ax.get_legend().get_texts()][: len(journeys)]

    today, plan = steps(1, 2, id="today"), steps(-1, 0, id="plan")
    assert legend(today, plan) == (["I go (today)", "I go (plan)"],) * 2
    assert legend(today, today)[1] == ["I go (1)", "I go (2)"]
    assert legend(today, steps(1, 2, title="You go"))[1] == ["I go", "You go"]
    long = "I look for a place where somebody can repair my old bicycle in the "
    cut = legend(steps(1, 2, title=f"{long} town"), steps(0, 1, title=f"{long} city"), size=(4, 3))[1]
    assert [one[-4:] for one in cut] == [" (1)", " (2)"]


def test_markers_of_the_users_charts_stay_off_lines_that_have_none():
    with rc_context({"lines.marker": "o", "lines.linestyle": "--"}):
        ax = jk.plot_emotions(steps(1, None, 2), Figure().subplots())
    plain = [one for one in ax.lines if one.get_linestyle() not in {"None", "none"}]
    assert len(plain) >= 6
    assert {str(one.get_marker()).lower() for one in plain} == {"none"}
    (gap,) = [one for one in ax.lines if one.get_ydata()[0] == -2.3]
    assert gap.get_linestyle() == "-"


@pytest.mark.parametrize("what", ["axes", "part", "text"])
def test_what_is_no_figure_is_not_saved(what, tmp_path):
    figure = Figure()
    other = {"axes": figure.subplots(), "part": figure.subfigures(1, 1), "text": "both.png"}[what]
    with pytest.raises(ModelError, match="no figure to save") as refused:
        save_figure(other, tmp_path / "a.png")
    assert bool(refused.value.problems[0].hint) is (what != "text")
