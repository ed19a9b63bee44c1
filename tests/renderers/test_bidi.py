import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit.renderers._bidi import visual_runs


def _seen(text, *, rtl):
    """The line as it is seen from left to right; capitals stand for Hebrew letters."""
    hebrew = "".join(chr(0x05D0 + ord(one) - ord("A")) if one.isupper() else one for one in text)
    out = ""
    for start, end, backwards in visual_runs(hebrew, rtl=rtl):
        piece = text[start:end]
        out += piece[::-1] if backwards else piece
    return out


@pytest.mark.parametrize(
    ("text", "rtl", "seen"),
    [
        ("abc def", False, "abc def"),
        ("abc DEF ghi", False, "abc FED ghi"),
        ("ABC def GHI", True, "IHG def CBA"),
        ("ABC 12 DEF", True, "FED 12 CBA"),
        ("ABC 2025 (audi) 12 %", True, "% 12 (audi) 2025 CBA"),
        ("abc DEF 12", False, "abc 12 FED"),
        ("abc (DEF) ghi", False, "abc (FED) ghi"),
        ("smith (fab ABC) DEF", True, "FED (CBA fab) smith"),
        ("A (b) C", True, "C (b) A"),
        ("ABC.", True, ".CBA"),
        ("ABC.", False, "CBA."),
        ("abc.", True, ".abc"),
        ("1-2", True, "1-2"),
        ("A 1,5 %", True, "% 1,5 A"),
        ("A -5", True, "5- A"),
        ("ABC ", False, "CBA "),
        ("abc", True, "abc"),
        ("[A] {b", False, "[A] {b"),
    ],
)
def test_the_order_in_which_a_line_is_seen(text, rtl, seen):
    assert _mirrored(_seen(text, rtl=rtl)) == _mirrored(seen)


def _mirrored(text):
    """Brackets turn around with their run; which of the two they are is HarfBuzz's part."""
    return text.translate(str.maketrans(")]}", "([{"))


def test_numbers_after_arabic_letters_run_with_them():
    text = "سعر 12"
    assert visual_runs(text, rtl=True) == [(4, 6, False), (0, 4, True)]


@given(st.text(), st.booleans())
def test_every_character_is_in_exactly_one_run(text, rtl):
    places = [at for start, end, _ in visual_runs(text, rtl=rtl) for at in range(start, end)]
    assert sorted(places) == list(range(len(text)))
