import pytest

from journeykit.text import carried, is_rtl


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


@pytest.mark.parametrize("text", ["BMW سيارة", "A: واحد", "\u200fhello\u200f שלום", "SMS \u200e−1 رسالة", "سيارة BMW"])
def test_any_letter_from_right_to_left_decides_in_a_mirrored_picture(text):
    assert is_rtl(text, mirrored=True)


@pytest.mark.parametrize("text", ["BMW", "", "12 €", "The low is “\u200eسيارة\u200e”.", "\u200e\u200f5 ₪ שלום\u200f\u200e is the low."])
def test_sentences_of_another_language_run_their_own_way_in_a_mirrored_picture(text):
    assert not is_rtl(text, mirrored=True)


def test_an_unclosed_isolate_hides_the_rest():
    assert not is_rtl("\u2066שלום")


def test_a_stray_close_hides_nothing():
    assert is_rtl("\u2069שלום")


def test_foreign_words_that_go_on_over_the_end_of_a_line_keep_their_signs():
    arabic = ("الهدف: a fair price,", "without (much", ") waiting. ثم", "الغرض")
    first, second, third, last = carried(arabic, rtl=True)
    assert first == arabic[0] + "\N{LEFT-TO-RIGHT MARK}"
    assert second == f"\N{LEFT-TO-RIGHT MARK}{arabic[1]}\N{LEFT-TO-RIGHT MARK}"
    assert third == f"\N{LEFT-TO-RIGHT MARK}{arabic[2]}"
    assert last == arabic[3]
    assert carried(("سعر عادل،", "دون انتظار"), rtl=False) == ("سعر عادل،\N{RIGHT-TO-LEFT MARK}", "\N{RIGHT-TO-LEFT MARK}دون انتظار")


@pytest.mark.parametrize(
    ("lines", "rtl"), [(("Waits,", "then pays"), False), (("سعر،", "عادل"), True), (("one",), True), ((), True), (("12,", "34"), True)]
)
def test_lines_that_run_as_the_text_does_stay_as_they_are(lines, rtl):
    assert carried(lines, rtl=rtl) == lines
