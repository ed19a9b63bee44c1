import pytest

from journeykit.text import is_rtl


@pytest.mark.parametrize(
    "text", ["", "123", "hello", "BMW سيارة", "42 €", "«Да» שלום", "नमस्ते", "中文", "1. café", "\u2067שלום\u2069 hello", "\u200e שלום"]
)
def test_left_to_right(text):
    assert not is_rtl(text)


@pytest.mark.parametrize(
    "text", ["سيارة BMW", "שלום", "1. שלום world", "(42) سيارة", "\u2066hello\u2069 שלום", "\u200fhello", "ދިވެހި", "😀 שלום"]
)
def test_right_to_left(text):
    assert is_rtl(text)


def test_an_unclosed_isolate_hides_the_rest():
    assert not is_rtl("\u2066שלום")


def test_a_stray_close_hides_nothing():
    assert is_rtl("\u2069שלום")
