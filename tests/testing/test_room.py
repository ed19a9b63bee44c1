import subprocess
import sys
from typing import TYPE_CHECKING

from hypothesis import given

from journeykit import testing
from journeykit.renderers import Options
from journeykit.scene import Page, Scene
from journeykit.testing import RecordingRenderer, SquareMeasurer, texts

if TYPE_CHECKING:
    from journeykit.text import TextMeasurer


def test_hypothesis_is_loaded_with_the_strategies_alone():
    code = "import sys; from journeykit.testing import {}; print('hypothesis' in sys.modules)"
    for name, loaded in (("check_renderer, RecordingRenderer, SquareMeasurer", "False"), ("scenes", "True")):
        run = subprocess.run([sys.executable, "-c", code.format(name)], capture_output=True, text=True, check=True)
        assert run.stdout.strip() == loaded


def test_a_name_stays_what_it_is_once_its_file_is_loaded():
    assert all(callable(getattr(testing, name)) for name in ("scenes", "nodes", "texts", "check_renderer", "conformance_cases"))


def test_an_unknown_name_is_an_attribute_error():
    assert not hasattr(testing, "no_such_name")
    assert set(testing.__all__) <= set(dir(testing))


def test_a_square_is_as_wide_as_high():
    measurer: TextMeasurer = SquareMeasurer()
    assert measurer.width("", 12) == 0
    assert measurer.width("e\u0301🇩🇪", 10) == measurer.width("ab", 10, 700) == 20


@given(texts(), texts())
def test_squares_add_up_over_words(one, other):
    measurer = SquareMeasurer()
    assert measurer.width(f"{one}\n{other}", 1) == measurer.width(one, 1) + 1 + measurer.width(other, 1) or "\r" in one + other


def test_calls_are_kept_in_order():
    scene = Scene(title="T", pages=(Page(width=1, height=2, background="#FFFFFF", nodes=()),) * 2)
    recorder = RecordingRenderer()
    first, second = recorder.render(scene, Options())
    recorder.render(scene, Options(prefix="p"))
    assert first == second
    assert [(one.title, options.prefix) for one, options in recorder.calls] == [("T", ""), ("T", "p")]
