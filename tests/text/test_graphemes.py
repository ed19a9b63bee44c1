import pytest
from hypothesis import given

from journeykit.text import graphemes
from tests.text.scripts import texts

WHOLE = {
    "letter": "a",
    "accent": "e\u0301",
    "two accents": "o\u0302\u0309",
    "line end": "\r\n",
    "joined emoji": "👩‍🚀",
    "family": "👨‍👩‍👧‍👦",
    "heart in colour": "❤️",
    "skin tone": "👍🏽",
    "flag": "🇫🇷",
    "keycap": "1️⃣",
    "flag of a region": "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "Devanagari vowel sign": "नी",
    "Devanagari conjunct": "क्षि",
    "Thai vowels and tone": "ที่",
    "Thai sara am": "กำ",
    "Hangul letters": "\u1112\u1161\u11ab",
    "Hangul syllable and final": "하\u11ab",
    "Arabic number sign": "\u06001",
    "pointed Hebrew": "שּׁ",
    "Tamil sign": "கொ",
}


@pytest.mark.parametrize("cluster", WHOLE.values(), ids=WHOLE.keys())
def test_stays_whole(cluster):
    assert graphemes(cluster) == (cluster,)
    assert graphemes(f"x{cluster}") == ("x", cluster)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", ()),
        ("ab", ("a", "b")),
        ("\r\r\n\n", ("\r", "\r\n", "\n")),
        ("🇫🇷🇩🇪🇪", ("🇫🇷", "🇩🇪", "🇪")),
        ("😀😀", ("😀", "😀")),
        ("a\u200b\u0301", ("a", "\u200b", "\u0301")),
        ("한국", ("한", "국")),
        ("\u200d😀", ("\u200d", "😀")),
        ("a\u200d😀", ("a\u200d", "😀")),
        ("中文", ("中", "文")),
    ],
)
def test_splits(text, parts):
    assert graphemes(text) == parts


@given(texts)
def test_nothing_is_lost(text):
    found = graphemes(text)
    assert "".join(found) == text
    assert all(found)


@given(texts)
def test_splitting_a_cluster_again_changes_nothing(text):
    assert all(graphemes(cluster) == (cluster,) for cluster in graphemes(text))
