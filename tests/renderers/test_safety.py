import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from shutil import which

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeykit.errors import RenderError
from journeykit.renderers import Options, names, renderer
from journeykit.scene import Circle, Rect, Scene, Tail
from journeykit.testing import conformance_cases, scenes
from journeykit.testing._scenes import HOSTILE

from .fonts import FONT_FILES
from .making import SVG, group, page, parsed, scene, svg, words


def _filled(text):
    """A scene with one text in every place that takes text."""
    item = group(
        words(text, tail=Tail(text=text, size=9)), words(text, rtl=True), role="listitem", label=text, tip=text, href=text, source=text
    )
    return Scene(
        title=text,
        pages=(page(group(item, item, role="list", label=text), label=text),),
        description=text,
        lang=text,
        font_family=text,
        source=text,
    )


def _shape(document):
    """Elements and the names of their attributes: what no word may change."""
    return [(one.tag, sorted(set(one.attrib) - {"id", "href", "{http://www.w3.org/1999/xlink}href", "{http://www.w3.org/XML/1998/namespace}space"}))
            for one in parsed(document).iter() if one.tag != f"{SVG}a"]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_no_word_becomes_markup(text):
    assert _shape(svg(_filled(text))) == _shape(svg(_filled("harmless")))


@given(st.text(st.characters(), min_size=1))
def test_no_characters_break_the_file(text):
    assert [tag for tag, _ in _shape(svg(_filled(text)))] == [tag for tag, _ in _shape(svg(_filled("harmless")))]


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp", "Cn"], exclude_characters="\ufdd0"), min_size=1))
def test_words_come_back_as_they_were(text):
    root = parsed(svg(scene(words(text), group(words("a"), role="list", label=text, tip=text), title=text)))
    assert root.find(f"{SVG}title").text == root.find(f"{SVG}text").text == root.find(f"{SVG}g/{SVG}title").text == text
    assert root.find(f"{SVG}g").get("aria-label") == text


def test_a_document_type_in_a_text_is_only_a_text():
    assert "<!" not in svg(_filled("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;"))


@settings(max_examples=25)
@given(scenes())
def test_every_renderer_draws_every_scene(drawn):
    for name in ("svg", "text", "markdown"):
        assert renderer(name).render(drawn, Options()) == renderer(name).render(drawn, Options())


def _drawn_or_refused(name, drawn):
    """What is made of a scene, or the words that refuse a letter which no font has: nothing else may stop a renderer."""
    try:
        return renderer(name).render(drawn, Options())
    except RenderError as error:
        if not str(error).startswith("No font here can draw the character"):
            raise
        return str(error)


@pytest.mark.parametrize("name", [name for name in names() if "font-files" in renderer(name).capabilities])
@settings(max_examples=6)
@given(drawn=scenes())
def test_a_renderer_with_letters_of_its_own_draws_every_scene_that_it_has_letters_for(name, drawn):
    assert _drawn_or_refused(name, drawn) == _drawn_or_refused(name, drawn)


_CODE = """
import sys
from journeykit.errors import RenderError
from journeykit.renderers import Options, names, renderer
from journeykit.testing import conformance_cases
for name in names():
    for case in conformance_cases():
        try:
            pages = renderer(name).render(case.scene, Options())
        except RenderError as error:
            pages = (str(error).encode(),)
        for data in pages:
            sys.stdout.buffer.write(data)
"""


def test_two_processes_write_the_same_bytes():
    runs = [
        subprocess.run(
            [sys.executable, "-c", _CODE], capture_output=True, check=True, env={"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert len(runs[0]) > 10_000


def test_threads_do_not_meet():
    drawn = [case.scene for case in conformance_cases()]
    alone = [renderer("svg").render(one, Options()) for one in drawn]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda one: renderer("svg").render(one, Options()), drawn * 8))
    assert together == alone * 8


def _work(count):
    """How many calls of Python functions it takes to draw that many groups: as time, without the noise."""
    drawn = scene(
        *(group(Rect(x=at, y=0, width=1, height=1), words(f"t{at}"), role="listitem", label="l", source=f"s[{at}]") for at in range(count))
    )
    renderer("svg").render(drawn, Options())
    calls = 0

    def count_call(_frame, event, _arg):
        nonlocal calls
        calls += event == "call"

    before = sys.getprofile()
    sys.setprofile(count_call)
    try:
        renderer("svg").render(drawn, Options())
    finally:
        sys.setprofile(before)
    return calls


def test_work_grows_with_the_number_of_groups():
    small, large = _work(200), _work(2000)
    assert large < 10.5 * small


def test_deep_groups_are_drawn():
    node = words("deep")
    for _ in range(150):
        node = group(node, role="group", label="level")
    assert svg(scene(node)).count("<g ") == 150


# --------------------------------------------------------------------------------------------------------- other viewers
_WORDS = scene(
    words("WWWWWWWW", x=20, y=60, size=40, fill="#000000"),
    words("שלום", x=380, y=140, size=40, fill="#000000", anchor="end", rtl=True),
    font_family="'DejaVu Sans', sans-serif",
)


def _ink(png, top, bottom):
    """How many dark pixels stand between two heights."""
    image = pytest.importorskip("PIL.Image", reason="Pillow, which reads the pictures, is not installed")
    picture = image.open(BytesIO(png)).convert("L").crop((0, top, 400, bottom))
    return sum(picture.histogram()[:128])


def _rsvg(document):
    found = which("rsvg-convert")
    if found is None:
        pytest.skip("rsvg-convert is not installed")
    return subprocess.run([found], input=document.encode(), capture_output=True, check=True).stdout


def _resvg(document):
    resvg = pytest.importorskip("resvg_py", reason="resvg-py is not installed")
    if not FONT_FILES:
        pytest.skip("matplotlib, which ships the fonts of these tests, is not installed")
    return bytes(resvg.svg_to_bytes(svg_string=document, font_files=[str(one) for one in FONT_FILES]))


@pytest.mark.parametrize("draw", [_rsvg, _resvg])
def test_words_survive_other_viewers(draw):
    png = draw(svg(_WORDS))
    assert _ink(png, 20, 70) > 500
    assert _ink(png, 100, 150) > 100
    assert _ink(png, 160, 300) == 0


@pytest.mark.parametrize("draw", [_rsvg, _resvg])
def test_hostile_files_are_read_by_other_viewers(draw):
    for case in conformance_cases():
        assert draw(svg(case.scene)).startswith(b"\x89PNG"), case.name


def test_a_dot_outside_the_page_is_no_fault():
    assert "cx" in svg(scene(Circle(cx=-500, cy=9000, r=1, fill="#000000")))
