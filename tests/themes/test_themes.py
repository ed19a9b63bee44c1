"""Colours that can be read and told apart, and themes of one's own."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import journeykit as jk
from journeykit.errors import FileError, ModelError, UnknownNameError
from journeykit.themes import THEME_NAMES, contrast, corrected, difference, read_corrected, read_theme, theme, theme_problems

LIGHT = theme("default")
JOURNEY = jk.Journey("I buy", stages=[jk.Stage("Learn", [jk.Touchpoint("Asks", emotion=1)])])
colours = st.integers(0, 0xFFFFFF).map("#{:06X}".format)


def painted(**colours):
    return evolve(LIGHT, name="acme", palette=evolve(LIGHT.palette, **colours))


@pytest.mark.parametrize("name", THEME_NAMES)
def test_the_themes_that_come_along_can_be_read(name):
    assert theme_problems(theme(name)) == ()


def test_high_contrast_is_seven_to_one_for_text_and_four_and_a_half_for_lines():
    palette = theme("high-contrast").palette
    grounds = [getattr(palette, one) for one in ("paper", "wash", "focus", "up", "down", "customer", "back", "support")]
    for name in ("ink", "ink2", "good", "bad", "added", "removed", "changed"):
        assert min(contrast(getattr(palette, name), ground) for ground in grounds) >= 7, name
    assert min(contrast(palette.rule2, ground) for ground in grounds) >= 4.5


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#FFFFFF", "#000000", 100.0), ("#FF0000", "#00FF00", 86.6), ("#0000FF", "#FFFF00", 103.4), ("#777777", "#787878", 0.4)],
)
def test_differences_agree_with_published_ones(one, other, expected):
    assert difference(one, other) == pytest.approx(expected, abs=0.1)


@given(colours, colours)
def test_differences_are_symmetric_and_none_for_the_same(one, other):
    assert difference(one, other) == pytest.approx(difference(other, one))
    assert difference(one, one) == 0


def test_red_and_green_look_alike_to_some():
    assert difference("#B00000", "#5B6B00", "deutan") < difference("#B00000", "#5B6B00") / 2


def test_faint_text_is_refused_with_every_reason_at_once():
    with pytest.raises(ModelError) as refused:
        jk.render(JOURNEY, theme=painted(ink2="#AAAAAA", good="#99CC99"))
    assert [one.where for one in refused.value.problems] == ["ink2", "good"]
    assert "contrast of 1.8 to 1 on support #E3E3E0" in str(refused.value)


def test_levels_that_look_alike_are_refused():
    wrong = painted(valence=("#8C2D04", "#8C3D04", "#767676", "#4A86C5", "#08408B"))
    assert any("-2 and -1 look alike" in one.message for one in theme_problems(wrong))
    with pytest.raises(ModelError, match="look alike"):
        corrected(wrong)


@given(ink=colours, ink2=colours, good=colours, rule2=colours)
def test_what_was_corrected_passes_and_says_why(ink, ink2, good, rule2):
    wrong = painted(ink=ink, ink2=ink2, good=good, rule2=rule2)
    try:
        found = corrected(wrong)
    except ModelError as error:  # which only the user can mend
        assert [one.where for one in error.problems] == ["good, bad"]  # noqa: PT017  # both ends are laws
        return
    assert theme_problems(found.theme) == ()
    assert len(found.reasons) == len(theme_problems(wrong))
    same = {name for name in ("ink", "ink2", "good", "rule2") if getattr(found.theme.palette, name) == getattr(wrong.palette, name)}
    assert same == {"ink", "ink2", "good", "rule2"} - {one.where for one in found.reasons}


SAME = ("#5F6368",) * 5


@pytest.mark.parametrize(
    ("colours", "where", "words"),
    [
        ({"valence": SAME}, "valence[0], valence[1]", "feeling -2 and -1 look alike to everybody"),
        ({"valence": ("#B0005B",) * 5}, "valence[0], valence[4]", "feeling -2 and +2 look alike to everybody"),
        ({"good": "#8C2D04"}, "good, bad", "good and bad verdicts look alike to everybody"),
        ({"good": "#2E6B00", "bad": "#7A4F00"}, "good, bad", "look alike to readers with deutan vision"),
    ],
)
def test_colours_that_say_the_same_are_refused_with_a_reason(colours, where, words):
    found = {one.where: one.message for one in theme_problems(painted(**colours))}
    assert words in found[where]


def test_in_greys_good_and_bad_may_look_alike_but_not_strong_and_weak():
    assert theme_problems(theme("print")) == ()
    weak = evolve(theme("print"), palette=evolve(theme("print").palette, valence=("#111111", "#111111", "#767676", "#4A4A4A", "#111111")))
    assert {one.where for one in theme_problems(weak)} == {"valence[0], valence[1]", "valence[1], valence[4]"}


def test_what_correction_brings_too_close_is_named_as_it_was_written():
    wrong = painted(good="#00B100", bad="#8C2D04")
    assert [one.where for one in theme_problems(wrong)] == ["good"]
    with pytest.raises(ModelError) as refused:
        corrected(wrong)
    (problem,) = refused.value.problems
    assert "#00B100 became #" in problem.message
    assert "apart as they were written" in problem.got
    assert "corrected(" not in problem.hint


def test_grounds_that_no_colour_suits_are_said_without_the_advice_that_failed():
    with pytest.raises(ModelError) as refused:
        corrected(painted(paper="#000000"))
    assert {one.where for one in refused.value.problems} >= {"ink", "ink2"}
    assert "No colour can take the place of #1A1A1A for 'ink'" in str(refused.value)
    assert "corrected(" not in str(refused.value)
    assert all("look alike" not in one.message for one in refused.value.problems)  # they do only where both failed


def test_nobody_is_sent_to_a_correction_that_will_fail():
    found = theme_problems(painted(ink2="#9AA0A6", good="#8C2D04"))
    assert [("corrected" in one.hint) for one in found] == [False, False]
    assert "corrected" in theme_problems(painted(ink2="#9AA0A6"))[0].hint


def test_a_theme_from_a_file(tmp_path):
    file = tmp_path / "acme.toml"
    file.write_text('base = "dark"\n[colours]\ngood = "#C8E4FF"\n', encoding="utf-8")
    assert read_theme(file).palette == evolve(theme("dark").palette, good="#C8E4FF")
    assert "#C8E4FF" in jk.render(jk.Journey("I buy", stages=[jk.Stage("A", [jk.Touchpoint("B", gains=["Nice"])])]), theme=file).svg


def test_a_file_may_ask_for_correction(tmp_path):
    file = tmp_path / "acme.toml"
    file.write_text('correct = true\n[colours]\nink2 = "#9AA0A6"\n', encoding="utf-8")
    assert theme_problems(read_theme(file)) == ()
    (reason,) = read_corrected(file).reasons
    assert reason.where == "ink2"
    assert f"#9AA0A6 became {read_theme(file).palette.ink2}, the nearest that passes." in reason.message
    file.write_text("", encoding="utf-8")
    assert read_corrected(file).reasons == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[colour]\n", "did you mean 'colours'"),
        ('[colours]\nvalance = "#000000"\n', "did you mean 'valence'"),
        ('[colours]\nink = "black"\n', "expected: #rrggbb"),
        ('[colours]\nink2 = "#CCCCCC"\n', "contrast of"),
        ("name = 3\n", "expected: a text"),
        ('base = "nope"\n', "There is no theme 'nope'"),
        ("name = ", "is not TOML"),
    ],
)
def test_a_wrong_file_is_answered_in_words(tmp_path, text, words):
    file = tmp_path / "acme.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises((FileError, UnknownNameError)) as refused:
        read_theme(file)
    assert words in str(refused.value)


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(FileError, match="cannot be read"):
        jk.render(JOURNEY, theme=str(tmp_path / "none.toml"))
