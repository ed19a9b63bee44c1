import subprocess
import sys

import pytest

from journeykit.renderers import renderer
from journeykit.scene import Rect

from .making import scene, words

figures = pytest.importorskip("matplotlib.figure", reason="the extra matplotlib is not installed")
agg = pytest.importorskip("matplotlib.backends.backend_agg")


def dots(figure):
    canvas = agg.FigureCanvasAgg(figure)
    canvas.draw()
    return canvas.buffer_rgba().tobytes(), canvas.get_width_height()


def test_a_page_fills_its_axes_from_above():
    ax = renderer("matplotlib").draw(scene(Rect(x=0, y=0, width=400, height=150, fill="#000000")), 0)
    data, (width, height) = dots(ax.figure)
    assert (width, height) == (400, 300)
    assert data[0] == 0
    assert data[4 * width * (height - 1)] == 255


def test_it_follows_the_size_of_the_axes():
    figure = figures.Figure(figsize=(4, 3), dpi=100)
    ax = figure.add_axes((0.5, 0, 0.5, 0.5))
    renderer("matplotlib").draw(scene(Rect(x=0, y=0, width=400, height=300, fill="#000000")), 0, ax)
    data, (width, height) = dots(figure)
    black = [(at // 4 % width, at // 4 // width) for at in range(0, len(data), 4) if data[at] == 0]
    assert (min(x for x, _ in black), max(x for x, _ in black)) == (200, width - 1)
    assert (min(y for _, y in black), max(y for _, y in black)) == (height // 2, height - 1)


def test_nothing_is_painted_beyond_the_axes_that_look_at_a_part():
    figure = figures.Figure(figsize=(4, 4), dpi=50)
    ax = figure.add_axes((0.25, 0.25, 0.5, 0.5))
    renderer("matplotlib").draw(scene(Rect(x=0, y=0, width=400, height=300, fill="#000000")), 0, ax)
    ax.set(xlim=(100, 200), ylim=(200, 100))
    data, (width, height) = dots(figure)
    assert sum(data[at] == 0 for at in range(0, len(data), 4)) <= (width // 2 + 1) * (height // 2 + 1)


def test_mathematics_stays_text():
    one, other = (dots(renderer("matplotlib").draw(scene(words(text)), 0).figure)[0] for text in ("$5 and $6", "5 and 6"))
    assert one != other


def test_neither_pyplot_nor_settings_are_touched():
    code = (
        "import sys, matplotlib; before = matplotlib.rcParams.copy()\n"
        "import journeykit as jk; from journeykit.examples import example\n"
        "journey = jk.loads(example('hotel')).journeys[0]\n"
        "jk.plot(journey).figure; jk.plot_emotions(journey); jk.render(journey, format='pdf'); jk.render(journey, format='matplotlib')\n"
        "assert 'matplotlib.pyplot' not in sys.modules\n"
        "assert all(matplotlib.rcParams[key] == before[key] for key in before if key != 'backend')"  # that one loads pyplot when it is read
    )
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)
