"""Colours that can be read and told apart, and themes of one's own."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import journeykit as jk
from journeykit.errors import FileError, ModelError, UnknownNameError
from journeykit.themes import THEME_NAMES, contrast, corrected, difference, read_theme, theme, theme_problems

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
    found = corrected(wrong)
    assert theme_problems(found.theme) == ()
    assert len(found.reasons) == len(theme_problems(wrong))
    same = {name for name in ("ink", "ink2", "good", "rule2") if getattr(found.theme.palette, name) == getattr(wrong.palette, name)}
    assert same == {"ink", "ink2", "good", "rule2"} - {one.where for one in found.reasons}


def test_a_theme_from_a_file(tmp_path):
    file = tmp_path / "acme.toml"
    file.write_text('base = "dark"\n[colours]\ngood = "#C8E4FF"\n', encoding="utf-8")
    assert read_theme(file).palette == evolve(theme("dark").palette, good="#C8E4FF")
    assert "#C8E4FF" in jk.render(jk.Journey("I buy", stages=[jk.Stage("A", [jk.Touchpoint("B", gains=["Nice"])])]), theme=file).svg


def test_a_file_may_ask_for_correction(tmp_path):
    file = tmp_path / "acme.toml"
    file.write_text('correct = true\n[colours]\nink2 = "#9AA0A6"\n', encoding="utf-8")
    assert theme_problems(read_theme(file)) == ()


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
