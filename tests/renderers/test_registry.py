from importlib.metadata import EntryPoint, EntryPoints

import pytest

from journeykit import renderers
from journeykit.errors import MissingExtraError, RenderError, UnknownNameError
from journeykit.renderers import Options, _registry, check_options, names, renderer, renderer_for
from journeykit.testing import RecordingRenderer

from .making import scene


@pytest.fixture
def installed(monkeypatch):
    """Packages that registered renderers, and how often they were looked up."""
    looked: list[str] = []
    found = EntryPoints(
        [
            EntryPoint("broken", "no_such_package:Renderer", "journeykit.renderers"),
            EntryPoint("recording", "journeykit.testing:RecordingRenderer", "journeykit.renderers"),
        ]
    )

    def look(*, group):
        looked.append(group)
        return found

    monkeypatch.setattr("importlib.metadata.entry_points", look)
    return looked


def test_built_in_ones_are_found_without_asking_packages(installed):
    assert [renderer(name).name for name in ("svg", "text", "markdown")] == ["svg", "text", "markdown"]
    assert [renderer_for(one).name for one in (".svg", "SVG", ".txt", "md")] == ["svg", "svg", "text", "markdown"]
    assert installed == []


def test_a_package_adds_a_renderer(installed):
    assert isinstance(renderer("recording"), RecordingRenderer)
    assert isinstance(renderer_for(".json"), RecordingRenderer)
    assert names() == ("svg", "text", "markdown", "png", "pdf", "matplotlib", "broken", "recording")
    assert installed


def test_a_package_that_cannot_be_loaded_says_so(installed):
    with pytest.raises(RenderError, match=r"'broken'.*cannot be loaded: No module named 'no_such_package'"):
        renderer("broken")


def test_an_unknown_name_has_a_neighbour(installed):
    with pytest.raises(UnknownNameError) as caught:
        renderer("svgg")
    (problem,) = caught.value.problems
    assert problem.message == "There is no renderer 'svgg'."
    assert "'recording'" in problem.expected
    assert problem.hint == "did you mean 'svg'?"


def test_an_unknown_ending_names_those_that_are_known(installed):
    with pytest.raises(UnknownNameError) as caught:
        renderer_for(".docx")
    (problem,) = caught.value.problems
    assert problem.message == "No renderer writes files that end in '.docx'."
    assert problem.expected == "one of '.svg', '.txt', '.md', '.png', '.pdf', '.json'"
    assert "install a package" in problem.hint


def test_a_file_without_ending_is_told_apart():
    with pytest.raises(UnknownNameError, match="has no ending"):
        renderer_for("")


def test_a_missing_extra_is_named(monkeypatch):
    monkeypatch.setitem(_registry._BUILT_IN, "paint", _registry._BuiltIn(module="paint", suffixes=(".paint",), extra="paint"))

    def absent(name):
        raise ModuleNotFoundError(f"No module named 'painting' for {name}", name="painting")

    monkeypatch.setattr(_registry, "import_module", absent)
    with pytest.raises(MissingExtraError, match=r'pip install "journeykit\[paint\]"'):
        renderer_for(".paint")


@pytest.mark.parametrize(
    ("options", "missing"), [(Options(fonts="embed"), "fonts-embed"), (Options(needs=("links", "structure")), "links")]
)
def test_what_a_renderer_cannot_do_is_refused_before_drawing(options, missing):
    with pytest.raises(RenderError) as caught:
        check_options(renderer("text"), options)
    (problem,) = caught.value.problems
    assert missing in problem.message
    assert "'svg'" in problem.expected
    with pytest.raises(RenderError):
        renderer("text").render(scene(), options)


def test_what_nobody_can_do_is_said():
    with pytest.raises(RenderError, match="no installed renderer can"):
        check_options(renderer("svg"), Options(needs=("pages-in-one", "tooltips")))


def test_what_perhaps_could_were_it_installed_is_named(monkeypatch):
    svg = renderer("svg")

    def without_extras(name):
        if _registry._BUILT_IN[name].extra:
            raise MissingExtraError.of(name, _registry._BUILT_IN[name].extra)
        return svg

    monkeypatch.setattr(_registry, "_built_in", without_extras)
    with pytest.raises(RenderError, match=r'no installed renderer can; pip install "journeykit\[png,pdf,matplotlib\]" brings more'):
        check_options(svg, Options(scale=2))


def test_an_unknown_treatment_of_fonts_is_refused():
    with pytest.raises(RenderError, match="'system', 'embed', 'outline'"):
        check_options(renderer("svg"), Options(fonts="all"))


def test_font_files_are_taken_as_paths_or_text():
    assert Options(font_files="a.ttf") == Options(font_files=["a.ttf"])


def test_the_room_shows_what_it_promises():
    assert all(hasattr(renderers, name) for name in renderers.__all__)


def test_what_was_asked_for_is_named_as_it_was_asked():
    with pytest.raises(RenderError, match="cannot do what was asked: dpi") as caught:
        check_options(renderer("svg"), Options(dpi=300))
    (problem,) = caught.value.problems
    assert problem.expected == "one of 'png'"
