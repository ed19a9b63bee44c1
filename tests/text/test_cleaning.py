import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit.text import clean
from tests.text.scripts import SENTENCES, texts


@pytest.mark.parametrize("text", SENTENCES.values(), ids=SENTENCES.keys())
def test_honest_text_stays_as_it_is(text):
    assert clean(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "क्‍ष",
        "می‌خواهم",
        "e\u0301",
        "שָׁ֑",
        "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "a\u200eb\u200f",
        "رَبَّنَا",
        "\u3000",
    ],
)
def test_what_a_script_needs_stays(text):
    assert clean(text) == text


@pytest.mark.parametrize(
    ("dirty", "cleaned"),
    [
        ("a\x00b\x1b[31m\x7f\x9fc", "ab[31mc"),
        ("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("a\tb", "a b"),
        ("pay \u202eecnivorp\u202c now", "pay ecnivorp now"),
        ("\u2066a\u2067b\u2068c\u2069\u202a\u202b\u202d", "abc"),
        ("\ufeffBOM", "BOM"),
        ("\ud800x\udfff", "\ufffdx\ufffd"),
        ("\uffff\ufdd0\U0001fffe\U0010ffff", "\ufffd" * 4),
        ("hi\U000e0068\U000e0069\U000e0001", "hi"),
        ("\U0001f3f4\U000e0067", "\U0001f3f4"),
        ("Z" + "\u0301" * 50 + "algo", "Z" + "\u0301" * 6 + "algo"),
        ("ก" + "็" * 40, "ก" + "็" * 6),
        ("\ufff9a\ufffab\ufffb", "ab"),
    ],
)
def test_cleans(dirty, cleaned):
    assert clean(dirty) == cleaned


@given(st.one_of(texts, st.text(st.characters(codec=None))))
def test_is_idempotent(text):
    once = clean(text)
    assert clean(once) == once


@given(st.text(st.characters(codec=None)))
def test_the_result_can_be_written_as_xml(text):
    cleaned = clean(text)
    cleaned.encode("utf-8")
    assert all(
        char == "\n" or (ord(char) >= 0x20 and not 0x7F <= ord(char) <= 0x9F and ord(char) not in (0xFFFE, 0xFFFF)) for char in cleaned
    )
    assert not any(0x202A <= ord(char) <= 0x202E or 0x2066 <= ord(char) <= 0x2069 for char in cleaned)
