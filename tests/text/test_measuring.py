import itertools
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit.text import DEFAULT_MEASURER, TableMeasurer, graphemes
from tests.text.scripts import SENTENCES, texts

width = DEFAULT_MEASURER.width
EM = 1.375


@pytest.mark.parametrize(
    ("text", "em"),
    [
        ("", 0.0),
        ("中文。「", 4.0),
        ("한국", 2.0),
        ("\u1112\u1161\u11ab", 1.0),
        ("\u1161\u1161", 2.0),
        ("ｱｲ", 1.0),
        ("\u200b\u200d\u00ad\u2060\ufeff\x00", 0.0),
        ("😀", EM),
        ("👩‍🚀", EM),
        ("🇫🇷", EM),
        ("🇫🇷🇩🇪", 2 * EM),
        ("1️⃣", EM),
        ("❤️", EM),
        ("👍🏽", EM),
        ("👨‍👩‍👧‍👦", EM),
        ("\u200d".join("😀" * 100), 100 * EM),
        ("\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", EM),
        ("\U0010abcd", 1.0),
    ],
)
def test_width_in_em(text, em):
    assert width(text, 1) == pytest.approx(em)
    assert width(text, 12, 700) == pytest.approx(12 * em)


def test_marks_take_no_room():
    assert width("e\u0301", 12) == width("é", 12) == width("e", 12)
    assert width("שּׁ", 12) == width("ש", 12)
    assert width("ที่", 12) == width("ท", 12)


def test_an_indic_vowel_sign_may_widen_its_letter():
    assert width("रू", 12) > width("र", 12)
    assert width("दि", 12) > width("द", 12)


def test_a_mark_alone_stands_on_a_dotted_circle():
    assert width("\u0301", 12) > 0
    assert width("ि", 12) > 0


def test_a_tab_and_a_newline_are_a_space():
    assert width("\t", 12) == width("\n", 12) == width(" ", 12) > 0


def test_bold_begins_at_600():
    assert width("Handover", 12, 599) == width("Handover", 12) < width("Handover", 12, 600) == width("Handover", 12, 900)


def test_measurers_are_interchangeable():
    assert TableMeasurer() == DEFAULT_MEASURER
    assert hash(TableMeasurer()) == hash(DEFAULT_MEASURER)


@given(texts, st.floats(1, 100))
def test_is_proportional_to_the_size(text, size):
    assert width(text, size) == pytest.approx(size * width(text, 1))


@given(texts)
def test_grows_with_every_grapheme(text):
    parts = graphemes(text)
    widths = [width("".join(parts[:count]), 12) for count in range(len(parts) + 1)]
    assert all(shorter <= longer + 1e-9 for shorter, longer in itertools.pairwise(widths))


@given(texts)
def test_graphemes_add_up(text):
    parts = graphemes(text)
    total = sum(width(part, 12) for part in parts)
    assert total >= width(text, 12) - 1e-9
    if not any(unicodedata.category(part[0]).startswith("M") for part in parts[1:]):
        assert total == pytest.approx(width(text, 12))


@pytest.fixture(scope="module", params=[("DejaVuSans.ttf", 400), ("DejaVuSans-Bold.ttf", 700)], ids=["regular", "bold"])
def real(request) -> tuple[Callable[[str], float], int]:
    """Width of a text in em as HarfBuzz shapes it in the real font, and its weight."""
    matplotlib = pytest.importorskip("matplotlib")
    uharfbuzz = pytest.importorskip("uharfbuzz")
    name, weight = request.param
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(Path(matplotlib.get_data_path()) / "fonts" / "ttf" / name))
    font = uharfbuzz.Font(face)

    def shaped(text: str) -> float:
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(font, buffer)
        return sum(position.x_advance for position in buffer.glyph_positions) / face.upem

    return shaped, weight


@pytest.mark.parametrize("script", ["Latin", "German", "Cyrillic", "Greek", "Hebrew", "Arabic", "address"])
def test_is_an_upper_bound_for_the_real_font(real, script):
    shaped, weight = real
    words = SENTENCES[script].split()
    measured = {word: width(word, 1, weight) for word in words}
    assert all(shaped(word) <= measured[word] * 1.001 for word in words)
    assert shaped(" ".join(words)) <= width(" ".join(words), 1, weight)


@pytest.mark.parametrize("script", ["Cyrillic", "Greek"])
def test_is_exact_where_the_font_does_not_kern(real, script):
    shaped, weight = real
    assert shaped(SENTENCES[script]) == pytest.approx(width(SENTENCES[script], 1, weight))


def test_no_pair_of_letters_is_wider_than_measured_by_more_than_a_hairline(real):
    shaped, weight = real
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-–’”„.,:"
    assert max(shaped(a + b) - width(a + b, 1, weight) for a in alphabet for b in alphabet) < 0.08
