from pathlib import Path

import pytest

from journeykit.errors import RenderError
from journeykit.renderers._fontfile import Characters, FontFile
from journeykit.renderers._letters import Letters, draws
from journeykit.renderers._pieces import pieces

from .fonts import SHIPPED
from .making import scene, words


def letters(*texts):
    return Letters.of(scene(*(words(one) for one in texts)))


def test_a_font_file_says_what_it_is():
    regular, bold, oblique = (FontFile.of(one) for one in SHIPPED)
    assert [(one.family, one.weight, one.italic, one.outlined) for one in (regular, bold, oblique)] == [
        ("DejaVu Sans", 400, False, True),
        ("DejaVu Sans", 700, False, True),
        ("DejaVu Sans", 400, True, True),
    ]
    assert "é" in regular.characters
    assert "新" not in regular.characters
    assert "ش" in regular.characters
    assert "ش" not in oblique.characters


def test_it_has_the_characters_that_another_reader_finds():
    ttlib = pytest.importorskip("fontTools.ttLib", reason="the extra fonts is not installed")
    for path in SHIPPED:
        known = set(ttlib.TTFont(path).getBestCmap())
        held = FontFile.of(path).characters
        assert {code for code in range(0x20000) if chr(code) in held} == known


@pytest.mark.parametrize(
    "content", [b"", b"not a font", b"\x00\x01\x00\x00", b"\x00\x01\x00\x00\xff\xff" + b"\xff" * 200, b"OTTO" + b"\x00" * 90]
)
def test_what_is_no_font_is_refused(content, tmp_path):
    file = tmp_path / "a.ttf"
    file.write_bytes(content)
    with pytest.raises(RenderError, match="not a font"):
        FontFile.of(file)


def test_a_file_that_is_not_there_is_named():
    with pytest.raises(RenderError, match=r"'no/such\.ttf' cannot be read"):
        FontFile.of(Path("no/such.ttf"))


def test_rows_are_joined():
    held = Characters.of([(70, 80), (65, 69), (75, 90), (100, 99)])
    assert (held.firsts, held.lasts) == ((65,), (90,))
    assert [one in held for one in "@AZ["] == [False, True, True, False]


def test_marks_and_selectors_go_with_their_letter():
    regular = FontFile.of(SHIPPED[0])
    assert draws(regular, "e\u0301")
    assert draws(regular, "\u263a\ufe0f")
    assert draws(regular, "\u200d")


def test_runs_change_with_the_font():
    found = letters("ABC شلوم")
    assert [(start, end, file.italic) for start, end, file in found.runs("ABC شلوم", 400, italic=True)] == [(0, 4, True), (4, 8, False)]
    assert [file.weight for *_, file in found.runs("ABC", 600, italic=False)] == [700]


def measure(file, text):
    return 0.5 * len(text)


def test_pieces_stand_side_by_side_in_sight():
    node = words("ab שלום cd", x=100, anchor="start", size=10)
    found = pieces(node, letters(node.text), measure)
    assert [one.words for one in found] == ["ab", "שלום", "cd"]
    assert [one.x for one in found] == [100, 115, 140]
    assert [one.rtl for one in found] == [False, True, False]


@pytest.mark.parametrize(("anchor", "left"), [("start", 100), ("middle", 90), ("end", 80)])
def test_a_line_hangs_from_its_anchor(anchor, left):
    node = words("abcd", x=100, anchor=anchor, size=10)
    assert [one.x for one in pieces(node, letters("abcd"), measure)] == [left]


def test_letters_that_stand_apart_are_pieces():
    node = words("abc", x=0, size=10, spacing=2)
    assert [(one.words, one.x) for one in pieces(node, letters("abc"), measure)] == [("a", 0), ("b", 7), ("c", 14)]


def test_brackets_alone_in_hebrew_are_turned_around():
    node = words("(5) שלום", x=0, size=10, rtl=True)
    assert [one.words for one in pieces(node, letters(node.text), measure)] == [") שלום", "5", ")"]


def test_marks_and_spaces_stay_with_the_letters_beside_them():
    matplotlib = pytest.importorskip("matplotlib", reason="its fonts lack Hebrew")
    latin = Path(matplotlib.get_data_path(), "fonts", "ttf", "cmss10.ttf")
    found = Letters.of_texts(["קונה מכונית", "Audi"], [latin])
    bold = SHIPPED[1]
    embedded = "\N{RIGHT-TO-LEFT EMBEDDING}קונה מכונית\N{POP DIRECTIONAL FORMATTING}"
    assert [(start, end, file.path) for start, end, file in found.runs(embedded, 700, italic=False)] == [(0, len(embedded), bold)]
    parts = found.runs("קונה Audi", 700, italic=False)
    assert [(start, end, file.path) for start, end, file in parts] == [(0, 5, bold), (5, 9, latin)]


@pytest.mark.parametrize("magic", [b"wOFF", b"wOF2"])
def test_a_web_font_is_told_from_other_files(tmp_path, magic):
    path = tmp_path / "web.woff2"
    path.write_bytes(magic + b"\x00" * 60)
    with pytest.raises(RenderError) as caught:
        FontFile.of(path)
    assert caught.value.problems[0].got == "a web font, which only SVG can embed"
