import re
import subprocess
import sys
from base64 import b64decode
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from journeykit.errors import MissingExtraError, RenderError
from journeykit.renderers._clusters import clusters
from journeykit.renderers._faces import Face, Faces
from journeykit.renderers._outlines import Outlines
from journeykit.scene import Circle, Tail

from .fonts import FONT_FILES
from .making import SVG, XLINK, group, parsed, scene, svg, tree, words

pytestmark = pytest.mark.skipif(not FONT_FILES, reason="matplotlib, which ships the fonts of these tests, is not installed")


def _shape(text, *, rtl=False, weight=400, spacing=0.0):
    return Outlines(Faces.of(FONT_FILES)).shape(text, weight, italic=False, rtl=rtl, spacing=spacing)


def _glyph_of(char, at=0):
    font = TTFont(FONT_FILES[at])
    return f"{at}-{font.getGlyphID(font.getBestCmap()[ord(char)])}"


# ------------------------------------------------------------------------------------------------------------- embedding
def _embedded(document):
    rules = re.findall(
        r"@font-face\{font-family:(\S+?);font-weight:(\S+?);font-style:(\S+?);src:url\(data:font/woff2;base64,([^)]+)\)", document
    )
    return [(family, weight, style, TTFont(BytesIO(b64decode(data)))) for family, weight, style, data in rules]


def test_the_glyphs_used_are_embedded_for_each_weight():
    document = svg(scene(words("Ana"), words("Bé", weight=700, tail=Tail(text="min", size=9))), fonts="embed", font_files=FONT_FILES)
    (family, regular, _, plain), (other, bold, _, heavy) = _embedded(document)
    assert family == other
    assert (regular, bold) == ("400", "700")
    assert set(plain.getBestCmap()) == set(map(ord, "Ana min"))
    assert set(heavy.getBestCmap()) == set(map(ord, "Bé "))
    root = parsed(document)
    assert root.get("font-family") == f"{family}, sans-serif"
    assert [one.text for one in root.iter(f"{SVG}text")] == ["Ana", "Bé"]


def test_fonts_of_two_pictures_do_not_meet():
    one, other = (_embedded(svg(scene(words(text)), fonts="embed", font_files=FONT_FILES))[0][0] for text in ("a", "b"))
    assert one != other


def test_letters_that_no_file_holds_are_left_to_the_viewer():
    document = svg(scene(words("a車")), fonts="embed", font_files=FONT_FILES)
    assert "車" in document
    assert set(_embedded(document)[0][3].getBestCmap()) == {ord("a"), ord(" ")}


def test_a_picture_without_words_embeds_nothing():
    assert "@font-face" not in svg(scene(Circle(cx=1, cy=1, r=1)), fonts="embed", font_files=FONT_FILES)


# -------------------------------------------------------------------------------------------------------------- outlines
def test_words_become_shapes_and_keep_their_name():
    root = tree(
        scene(words("Anna"), group(words("b"), role="list", label="L"), group(words("c"), role="img", label="P")),
        fonts="outline",
        font_files=FONT_FILES,
    )
    assert root.find(f".//{SVG}text") is None
    named = {one.get("aria-label"): one.get("role") for one in root.iter(f"{SVG}g") if one.get("role")}
    assert named == {"Anna": "img", "L": "list", "b": "listitem", "P": "img"}
    defined = {one.get("id") for one in root.find(f"{SVG}defs")}
    used = [one.get(f"{XLINK}href") for one in root.iter(f"{SVG}use")]
    assert {one.removeprefix("#") for one in used} == defined
    assert len(used) == 6
    assert len(defined) == 5  # the two n share a shape


def test_a_table_holds_no_pictures_but_rows():
    root = tree(scene(group(words("Head"), role="table", label="T")), fonts="outline", font_files=FONT_FILES)
    (held,) = root.findall(f"{SVG}g/{SVG}g")
    assert (held.get("role"), held.find(f"{SVG}title").text) == (None, "Head")


def test_widths_are_those_of_the_font():
    font = TTFont(FONT_FILES[0])
    advance = font["hmtx"][font.getBestCmap()[ord("n")]][0] * 10 / font["head"].unitsPerEm
    assert _shape("nnn").width == pytest.approx(3 * advance)
    assert _shape("nnn", spacing=0.5).width == pytest.approx(3 * advance + 1.5)
    assert _shape("nnn", weight=700).width > 3 * advance


def test_anchors_are_kept():
    def places(**more):
        root = tree(scene(words("nnn", x=200, **more)), fonts="outline", font_files=FONT_FILES)
        moved = root.find(f"{SVG}g/{SVG}g").get("transform")
        return float(re.match(r"translate\(([\d.]+) ", moved)[1])

    width = _shape("nnn").width * 1.2
    assert places() == 200
    assert places(anchor="middle") == pytest.approx(200 - width / 2, abs=0.001)
    assert places(anchor="end", rtl=True) == pytest.approx(200 - width, abs=0.001)


def test_hebrew_runs_from_right_to_left():
    assert [one.key for one in _shape("אב").glyphs] == [_glyph_of("ב"), _glyph_of("א")]
    assert [one.key for one in _shape("א ab", rtl=True).glyphs] == [_glyph_of("a"), _glyph_of("b"), _glyph_of("א")]


def test_brackets_turn_around_with_the_line():
    assert [one.key for one in _shape("(א)", rtl=True).glyphs] == [_glyph_of("("), _glyph_of("א"), _glyph_of(")")]


def test_arabic_letters_join():
    alone, joined = _shape("ب").glyphs, _shape("ببب").glyphs
    assert len({one.key for one in (*alone, *joined)}) == 4


def test_marks_stay_with_their_letter():
    assert _shape("e\u0301").width == _shape("é").width
    assert _shape("n\u0302").width == _shape("n").width


def test_the_unit_stands_left_of_its_figure_where_the_line_runs_from_right_to_left():
    node = words("١٥٧", x=390, anchor="end", rtl=True, tail=Tail(text="دقيقة", size=6, dx=5))
    first, second = tree(scene(node), fonts="outline", font_files=FONT_FILES).findall(f"{SVG}g/{SVG}g")
    assert first.get("transform").endswith("scale(0.6)")
    assert second.get("transform").endswith("scale(1.2)")


@pytest.mark.parametrize(("text", "told"), [("ok 車", "'車' (U+8ECA"), ("n\u0e34", "(U+0E34 THAI CHARACTER SARA I)"), ("🇩🇪", "(U+1F1E9 ")])
def test_a_letter_in_none_of_the_files_is_refused_by_name(text, told):
    with pytest.raises(RenderError, match=re.escape(told)):
        svg(scene(words(text)), fonts="outline", font_files=FONT_FILES)


def test_signs_that_show_nothing_need_no_glyph():
    assert _shape("a\u200b\u2060\u00adb").width == pytest.approx(_shape("ab").width)


def test_a_glyph_without_ink_counts_as_missing(tmp_path):
    font = TTFont(FONT_FILES[0])
    font["glyf"]["n"] = type(font["glyf"]["n"])()  # as in a font of coloured pictures
    font.save(tmp_path / "blank.ttf")
    with pytest.raises(RenderError, match=r"'n' \(U\+006E LATIN SMALL LETTER N\)"):
        svg(scene(words("an")), fonts="outline", font_files=(tmp_path / "blank.ttf",))
    assert "<use" in svg(scene(words("an")), fonts="outline", font_files=(tmp_path / "blank.ttf", *FONT_FILES))


# ----------------------------------------------------------------------------------------------------------------- files
def test_files_are_needed():
    for mode in ("embed", "outline"):
        with pytest.raises(RenderError, match="font_files"):
            svg(scene(words("a")), fonts=mode)


def test_what_is_no_font_is_named(tmp_path):
    (tmp_path / "a.ttf").write_bytes(b"no font")
    for name in ("a.ttf", "absent.ttf", ""):
        with pytest.raises(RenderError, match=re.escape(str(tmp_path / name))):
            svg(scene(words("a")), fonts="outline", font_files=(tmp_path / name,))


def test_a_font_compressed_for_the_web_is_read(tmp_path):
    font = TTFont(FONT_FILES[0])
    font.flavor = "woff2"
    font.save(tmp_path / "a.woff2")
    for mode in ("embed", "outline"):
        assert "a.woff2" not in svg(scene(words("Hello")), fonts=mode, font_files=(tmp_path / "a.woff2",))


def test_the_nearest_style_of_the_first_family_draws():
    regular, bold = (Face.of(at, path) for at, path in enumerate(FONT_FILES))
    assert [one.at for one in Faces((regular, bold)).ordered(400, italic=False)] == [0, 1]
    assert [one.at for one in Faces((regular, bold)).ordered(600, italic=False)] == [1, 0]
    assert regular.family == bold.family


def test_clusters_keep_together_what_one_face_draws():
    assert list(clusters("ae\u0301👩\u200d👧❤\ufe0fb")) == ["a", "e\u0301", "👩\u200d👧", "❤\ufe0f", "b"]


def test_fonts_are_loaded_only_when_asked_for():
    code = "import sys; from journeykit.renderers import *; renderer('svg'); print(sorted({'fontTools', 'uharfbuzz', 'hypothesis'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


@pytest.mark.parametrize("absent", ["fontTools", "uharfbuzz"])
def test_a_missing_package_names_the_extra(absent):
    code = f"""
import sys
sys.modules[{absent!r}] = None
from journeykit.errors import MissingExtraError
from journeykit.renderers import Options, renderer
from journeykit.scene import Page, Scene
scene = Scene(title="T", pages=(Page(width=1, height=1, background="#FFFFFF", nodes=()),))
try:
    renderer("svg").render(scene, Options(fonts="outline", font_files=("a.ttf",)))
except MissingExtraError as error:
    print(error)
"""
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert 'pip install "journeykit[fonts]"' in said
    assert issubclass(MissingExtraError, ImportError)
