import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from journeykit.text import DEFAULT_MEASURER, Line, Wrapped, graphemes, longest_run, shorten, wrap
from tests.text.scripts import SENTENCES, texts

SIZE = 12
NARROW = 60.0
TOLERANCE = 1e-5
widths = st.floats(0, 300)


def width(text: str, weight: int = 400) -> float:
    return DEFAULT_MEASURER.width(text, SIZE, weight)


def lines(text: str, room: float, max_lines: int | None = None) -> list[str]:
    return [line.text for line in wrap(text, room, SIZE, measurer=DEFAULT_MEASURER, max_lines=max_lines).lines]


def bare(text: str) -> str:
    """What a wrapped text must keep: everything but white space and soft hyphens."""
    return re.sub("[\\s\u00ad]", "", text.replace("\x1c", "").replace("\x1d", "").replace("\x1e", "").replace("\x1f", ""))


def is_one_grapheme(text: str) -> bool:
    return len(graphemes(text)) <= 1


# ------------------------------------------------------------------------------------------------------------------ laws
@given(texts, widths)
@example("x\u00ad" * 20, 7.0)
def test_no_line_is_too_wide(text, room):
    for line in wrap(text, room, SIZE, measurer=DEFAULT_MEASURER).lines:
        assert line.width <= room + TOLERANCE or is_one_grapheme(line.text)


@given(texts, widths)
def test_a_line_knows_its_width(text, room):
    for line in wrap(text, room, SIZE, measurer=DEFAULT_MEASURER).lines:
        assert width(line.text) <= line.width + TOLERANCE


@given(texts.filter(lambda text: "\u00ad" not in text), widths)
def test_nothing_is_lost(text, room):
    assert bare("".join(lines(text, room))) == bare(text)


@given(texts, widths)
def test_no_grapheme_is_split(text, room):
    text = re.sub("[\\s\u00ad]+", " ", text).strip()
    assert [part for line in lines(text, room) for part in graphemes(line) if part != " "] == [
        part for part in graphemes(text) if part != " "
    ]


@given(texts, widths, st.integers(1, 5))
def test_max_lines_is_kept_and_the_cut_is_marked(text, room, max_lines):
    whole = wrap(text, room, SIZE, measurer=DEFAULT_MEASURER)
    part = wrap(text, room, SIZE, measurer=DEFAULT_MEASURER, max_lines=max_lines)
    if len(whole.lines) <= max_lines:
        assert part == whole
        return
    assert part.cut
    assert len(part.lines) == max_lines
    assert part.lines[:-1] == whole.lines[: max_lines - 1]
    assert part.lines[-1].text.endswith("…")
    assert part.lines[-1].width <= room + TOLERANCE or part.lines[-1].text == "…"


@given(texts)
def test_a_column_as_wide_as_the_longest_run_breaks_no_word(text):
    room = longest_run(text, SIZE, measurer=DEFAULT_MEASURER)
    # A width that was padded and unpadded on the way must still do.
    found = wrap(text, (room + 20.1) - 20.1, SIZE, measurer=DEFAULT_MEASURER).lines
    assert all(line.width <= room + TOLERANCE for line in found)
    assert found == wrap(text, room, SIZE, measurer=DEFAULT_MEASURER).lines


@given(texts)
def test_more_room_never_needs_more_lines(text):
    counts = [len(lines(text, room)) for room in (80, 120, 160, 240, 480, 1e9)]
    assert counts == sorted(counts, reverse=True)


@given(texts)
def test_lines_have_no_white_space_at_their_ends(text):
    assert all(line == line.strip(" \t") and "  " not in line and "\n" not in line for line in lines(text, 100))


@given(texts, widths)
def test_a_shortened_text_fits(text, room):
    short = shorten(text, room, SIZE, measurer=DEFAULT_MEASURER)
    assert width(short) <= room + TOLERANCE or short == "…"
    whole = shorten(text, 1e9, SIZE, measurer=DEFAULT_MEASURER)
    assert short == whole or (short.endswith("…") and whole.startswith(short[:-1].rstrip()))


# ----------------------------------------------------------------------------------------------------------------- cases
@pytest.mark.parametrize("text", SENTENCES.values(), ids=SENTENCES.keys())
@pytest.mark.parametrize("room", [1, 30, 108, 140, 220, 10_000])
def test_every_script_wraps(text, room):
    found = wrap(text, room, SIZE, measurer=DEFAULT_MEASURER)
    assert not found.cut
    assert all(line.width <= room + TOLERANCE or is_one_grapheme(line.text) for line in found.lines)
    assert len(found.lines) >= width(text.replace("\u00ad", "")) / (room + SIZE * 1.4) - 1


def test_breaks_at_spaces():
    assert lines("She waits for the courtesy car", 80) == ["She waits for", "the courtesy", "car"]


@pytest.mark.parametrize("text", ["", " ", "\n", " \n\t \n"])
def test_a_text_without_content_has_no_lines(text):
    assert wrap(text, 100, SIZE, measurer=DEFAULT_MEASURER) == Wrapped((), cut=False)
    assert shorten(text, 100, SIZE, measurer=DEFAULT_MEASURER) == ""


def test_blank_lines_stay_inside_only():
    assert lines("\n\na\n\n\nb\n", 100) == ["a", "", "", "b"]
    assert wrap("a\n\nb", 100, SIZE, measurer=DEFAULT_MEASURER).lines[1] == Line("", 0.0)


def test_runs_of_spaces_become_one():
    assert lines("a \t  b", 100) == ["a b"]


def test_a_long_word_breaks_without_hyphen():
    found = lines("x" * 200, NARROW)
    assert "".join(found) == "x" * 200
    assert {len(line) for line in found[:-1]} == {int(NARROW / width("x"))}


def test_a_long_word_begins_a_line_and_shares_its_last_one():
    assert lines("a " + "x" * 10 + " b", NARROW) == ["a", "xxxxxxxx", "xx b"]


def test_a_grapheme_wider_than_the_line_stands_alone():
    assert lines("👩‍🚀中a", 5) == ["👩‍🚀", "中", "a"]
    assert lines("ab", 0) == ["a", "b"]


def test_a_soft_hyphen_shows_only_where_the_line_ends():
    word = "Rechts\u00adschutz\u00adversicherung"
    assert lines(word, 1000) == ["Rechtsschutzversicherung"]
    assert lines(word, width("Rechtsschutz-")) == ["Rechtsschutz-", "versicherung"]
    assert lines(word, width("Rechtsschutz")) == ["Rechts-", "schutz-", "versicherung"]


def test_a_hyphen_that_does_not_fit_is_left_out():
    assert lines("ab\u00adcd", width("ab")) == ["ab", "cd"]


def test_no_break_spaces_hold():
    assert lines("about 10\u00a0000\u00a0€ more", width("10\u00a0000\u00a0€")) == ["about", "10\u00a0000\u00a0€", "more"]


def test_closing_marks_never_begin_a_line_of_ideographs():
    assert lines("彼女は、車。", 3 * SIZE) == ["彼女", "は、", "車。"]


def test_the_last_line_is_marked():
    found = wrap("She waits for the courtesy car", 80, SIZE, measurer=DEFAULT_MEASURER, max_lines=1)
    assert found.lines[0].text == "She waits f…"
    assert found.cut


def test_a_short_last_line_keeps_its_words():
    assert lines("one\ntwo\nthree", 100, max_lines=2) == ["one", "two…"]


def test_a_blank_last_line_becomes_the_mark():
    assert lines("one\n\nthree", 100, max_lines=2) == ["one", "…"]


def test_an_exact_fit_is_not_cut():
    found = wrap("one\ntwo", 100, SIZE, measurer=DEFAULT_MEASURER, max_lines=2)
    assert not found.cut


@pytest.mark.parametrize("max_lines", [0, -1])
def test_no_lines_cannot_be_asked_for(max_lines):
    with pytest.raises(ValueError, match="at least 1"):
        wrap("a", 100, SIZE, measurer=DEFAULT_MEASURER, max_lines=max_lines)


def test_bold_needs_more_room():
    text = SENTENCES["long cell"]
    regular = wrap(text, 140, SIZE, measurer=DEFAULT_MEASURER)
    bold = wrap(text, 140, SIZE, weight=700, measurer=DEFAULT_MEASURER)
    assert len(bold.lines) > len(regular.lines)


def test_any_measurer_will_do():
    class Square:
        def width(self, text: str, size: float, weight: int = 400) -> float:
            return size * len(text)

    found = wrap("abc defg hi", 70, 10, measurer=Square())
    assert found.lines == (Line("abc", 30), Line("defg hi", 70))


@pytest.mark.parametrize(
    "text",
    [
        "word " * 20_000,
        "x" * 100_000,
        "😀\u200d" * 50_000,
        "\u200c\u00ad" * 50_000 + "x" * 50,
        "a" + "\u0301" * 100_000,
        "a\n" * 20_000,
        "« " * 20_000,
    ],
    ids=["words", "one word", "joiners", "soft hyphens", "marks", "newlines", "quotes"],
)
def test_a_hostile_length_is_survived(text):
    assert wrap(text, 100, SIZE, measurer=DEFAULT_MEASURER, max_lines=5).lines
    assert shorten(text, 100, SIZE, measurer=DEFAULT_MEASURER)
