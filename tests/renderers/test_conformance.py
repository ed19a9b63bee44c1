"""One suite over all renderers that are registered."""

import pytest

from journeykit.errors import RenderError
from journeykit.renderers import Capability, Options, names, renderer
from journeykit.scene import Scene
from journeykit.testing import RecordingRenderer, check_renderer, conformance_cases, conformance_table

from .fonts import FONT_FILES


@pytest.mark.parametrize("name", names())
def test_a_registered_renderer_conforms(name):
    check_renderer(renderer(name), font_files=FONT_FILES)


def test_the_recording_renderer_conforms():
    check_renderer(RecordingRenderer())


def test_names_of_cases_differ():
    found = [case.name for case in conformance_cases()]
    assert len(found) == len(set(found))


def test_the_table_has_a_row_for_each_scene_and_a_column_for_each_renderer():
    table = conformance_table(("svg", "text"))
    assert table[0] == ("scene", "svg", "text")
    assert [row[0] for row in table[1:]] == [case.name for case in conformance_cases()]
    assert {cell for row in table[1:] for cell in row[1:]} == {"drawn"}


class _Careless:
    """Escapes nothing, counts its calls, declares what it does not do, refuses nothing."""

    name = "careless"
    suffixes = (".svg",)
    media_type = "image/svg+xml"
    capabilities: frozenset[Capability] = frozenset({"links", "fonts-embed"})

    def __init__(self) -> None:
        self.calls = 0

    def render(self, scene: Scene, options: Options) -> tuple[bytes, ...]:
        del options
        self.calls += 1
        return (f"<svg>{scene.title} {self.calls}</svg>".encode("utf-8", "replace"),)


def test_the_suite_finds_what_a_careless_renderer_does():
    with pytest.raises(AssertionError) as caught:
        check_renderer(_Careless())
    text = str(caught.value)
    for fault in [
        "gave other bytes the second time",
        "three pages: gave 1 items where 3 were due",
        "is not well-formed",
        "holds an element script",
        "links: is declared but does not work",
        "needs='structure': not refused though not declared",
        "fonts='embed' without a font file is not refused",
        "draws a circle at nan",
    ]:
        assert fault in text


def test_a_renderer_that_refuses_a_case_is_told_which():
    class _Refusing(_Careless):
        def render(self, scene: Scene, options: Options) -> tuple[bytes, ...]:
            if not scene.title:
                raise RenderError("no title")
            return super().render(scene, options)

    with pytest.raises(AssertionError, match="no words at all: refused: no title"):
        check_renderer(_Refusing())
