"""One suite over all renderers that are registered."""

from html import escape
from typing import cast

import pytest
from attrs import evolve

from journeykit.errors import RenderError
from journeykit.renderers import Capability, Options, check_options, names, renderer
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


def _clean(text: str) -> str:
    return "".join(one if one.isprintable() else " " for one in text)


class _Rows:
    """Writes titles and tables, each word as it is; the classes below spoil one thing each."""

    name = "rows"
    suffixes: tuple[str, ...] = (".rows",)
    media_type = "text/plain"
    capabilities: frozenset[Capability] = frozenset({"pages-in-one"})

    def words(self, text: str) -> str:
        return _clean(text)

    def render(self, scene: Scene, options: Options) -> tuple[bytes, ...]:
        check_options(self, options)
        return ("\n".join(self.words(cell) for row in ((scene.title,), *scene.table) for cell in row).encode(),)


class _Page(_Rows):
    """The same as HTML."""

    media_type = "text/html; charset=utf-8"

    def words(self, text: str) -> str:
        return f"<p title='{escape(_clean(text))}'>{escape(_clean(text))}</p>"


class _Raw(_Page):
    def words(self, text: str) -> str:
        return f"<p>{_clean(text)}</p>"


class _HalfEscaped(_Page):
    def words(self, text: str) -> str:
        return "<p>" + _clean(text).replace("<", "&lt;") + "</p>"


class _SingleQuoted(_Page):
    def words(self, text: str) -> str:
        return f"<p title='{escape(_clean(text), quote=False)}'></p>"


class _InAStyle(_Page):
    def render(self, scene: Scene, options: Options) -> tuple[bytes, ...]:
        return (f"<style>p {{ font: {_clean(scene.font_family)} }}</style>".encode() + super().render(scene, options)[0],)


class _Scaled(_Rows):
    capabilities: frozenset[Capability] = frozenset({"pages-in-one", "scale"})


class _Linked(_Rows):
    media_type = "image/x-rows"
    capabilities: frozenset[Capability] = frozenset({"pages-in-one", "links", "font-files", "fonts-outline"})


class _Unheard(_Rows):
    capabilities: frozenset[Capability] = frozenset({"pages-in-one", cast(Capability, "nonsense")})


class _Ascii(_Rows):
    def words(self, text: str) -> str:
        return super().words(text).encode("ascii", "ignore").decode()


class _TitleOnly(_Rows):
    def render(self, scene: Scene, options: Options) -> tuple[bytes, ...]:
        return super().render(evolve(scene, table=()), options)


class _Undotted(_Rows):
    suffixes: tuple[str, ...] = ("rows",)


class _Nameless(_Rows):
    name = ""
    suffixes: tuple[str, ...] = ()
    media_type = ""


class _Taken(_Rows):
    name = "png"


class _Broken(_Rows):
    def render(self, scene: Scene, options: Options) -> tuple[bytes, ...]:
        raise ZeroDivisionError("of mine")


class _Str(_Rows):
    def render(self, scene: Scene, options: Options) -> tuple[bytes, ...]:
        return cast(tuple[bytes, ...], super().render(scene, options)[0].decode())


class _Strs(_Rows):
    def render(self, scene: Scene, options: Options) -> tuple[bytes, ...]:
        return cast(tuple[bytes, ...], (super().render(scene, options)[0].decode(),))


class _Noise(_Rows):
    def render(self, scene: Scene, options: Options) -> tuple[bytes, ...]:
        return (super().render(scene, options)[0] + b"\xff\xfe",)


class _NoImage(_Rows):
    media_type = "image/png"


class _Silent(_Rows):
    @property
    def name(self) -> str:  # what a careless author may do
        raise KeyError("name")


class _FiveRows(_Rows):
    def render(self, scene: Scene, options: Options) -> tuple[bytes, ...]:
        return super().render(evolve(scene, table=scene.table[:5]), options)


class _Backwards(_Rows):
    def render(self, scene: Scene, options: Options) -> tuple[bytes, ...]:
        return super().render(evolve(scene, table=scene.table[::-1]), options)


class _Cut(_Rows):
    def words(self, text: str) -> str:
        return super().words(text)[:40]


class _Keeps(_Rows):
    """Forgets that somebody else may draw with it."""

    def render(self, scene: Scene, options: Options) -> tuple[bytes, ...]:
        self.kept: list[str] = []
        for row in ((scene.title,), *scene.table):
            self.kept += map(self.words, row)
        check_options(self, options)
        return ("\n".join(self.kept).encode(),)


@pytest.mark.parametrize("renderer", [_Rows(), _Page()])
def test_a_simple_renderer_of_a_stranger_conforms(renderer):
    check_renderer(renderer)


@pytest.mark.parametrize(
    ("renderer", "faults"),
    [
        (_Raw(), ["holds an element script", "holds an attribute onload", "does not say '&lt;'"]),
        (_HalfEscaped(), ["does not say '&lt;'"]),
        (_SingleQuoted(), ["holds an attribute onload"]),
        (_InAStyle(), ["hostile ']]></style><!--': does not say 'style'"]),
        (_Scaled(), ["scale=2: scale is declared but does not work", "dpi=192: scale is declared but does not work"]),
        (
            _Linked(),
            ["links: is declared but does not work", "fonts='outline' changes nothing", "a font file that is no font is not refused"],
        ),
        (_FiveRows(), ["500 touchpoints: does not say 'item-004'", "500 touchpoints: and 491 more words"]),
        (_Backwards(), ["500 touchpoints: says words in another order than the scene"]),
        (_Cut(), ["a long text: does not say 'item-004'"]),
        (_Keeps(), ["gives other bytes when it draws in several threads"]),
        (_Unheard(), ["capabilities: 'nonsense' is unknown"]),
        (_Ascii(), ["right to left: does not say 'קונה'", "ideographs: does not say '新しい車を買う'", "emoji: does not say '🇩🇪'"]),
        (_TitleOnly(), ["right to left: does not say 'Audi'", "three pages: does not say 'second'"]),
        (_Undotted(), ["suffixes: 'rows' is no ending in lower case with its dot"]),
        (_Nameless(), ["name is empty", "suffixes is empty", "media_type='' is none"]),
        (_Taken(), ["name='png' is the name of another renderer"]),
        (_Broken(), ["all nodes: raised ZeroDivisionError: of mine"]),
        (_Str(), ["all nodes: gave a str instead of a tuple of bytes"]),
        (_Strs(), ["all nodes: gave a tuple of str instead of bytes"]),
        (_Noise(), ["all nodes: is not UTF-8"]),
        (_NoImage(), ["all nodes: is no PNG"]),
        (_Silent(), ["of the class _Silent", "raised KeyError: 'name'"]),
        (_Rows, ["is the class _Rows: give an instance"]),
        (None, ["has no name", "has no method render"]),
    ],
)
def test_the_suite_says_what_is_wrong_and_never_stumbles(renderer, faults):
    with pytest.raises(AssertionError) as caught:
        check_renderer(renderer)
    for fault in faults:
        assert fault in str(caught.value)
