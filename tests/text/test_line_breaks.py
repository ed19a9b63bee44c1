import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit.text import DEFAULT_MEASURER, graphemes, linebreak_rules, longest_run
from journeykit.text.linebreak_rules import Piece, paragraphs
from tests.text.scripts import texts


def marked(text: str) -> str:
    """The text with ÷ wherever a line may end, as the rules see it, and ¶ for a forced end."""
    return "¶".join("÷".join(piece.text + "_" * piece.spaced + "~" * piece.hyphenated for piece in pieces) for pieces in paragraphs(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # spaces, and what forbids or allows without one
        ("a b", "a_÷b"),
        ("  a \t  b  ", "a_÷b"),
        ("a\u00a0b c\u202fd", "a\u00a0b_÷c\u202fd"),
        ("a\u2060b \u2060c", "a\u2060b \u2060c"),
        ("a\u200bb", "a\u200b÷b"),
        ("a\u3000b", "a\u3000÷b"),
        ("Rechts\u00adschutz", "Rechts~÷schutz"),
        ("soft\u00ad hyphen", "soft_÷hyphen"),
        # forced
        ("a\nb", "a¶b"),
        ("a\r\nb\u2028c", "a¶b¶c"),
        ("\n\na\n\nb\n", "a¶¶b"),
        # hyphens and dashes
        ("state-of-the-art", "state-÷of-÷the-÷art"),
        ("an e-bike (T-shirt)", "an_÷e-bike_÷(T-shirt)"),
        ("-5 -x", "-5_÷-x"),
        ("2020-2021", "2020-2021"),
        ("20–30", "20–÷30"),
        ("wait—what", "wait÷—÷what"),
        ("a—— b", "a÷——_÷b"),
        # addresses
        ("https://example.com/shop/cars?x=1", "https://÷example.com/÷shop/÷cars?÷x=1"),
        ("24/7", "24/7"),
        # numbers and units
        ("50% 5 % 20 °C $12.50 (12)%", "50%_÷5 %_÷20 °C_÷$12.50_÷(12)%"),  # a number keeps its sign over a space
        ("1,000.50€ −3.5 №5 10:30 §5", "1,000.50€_÷−3.5_÷№5_÷10:30_÷§5"),
        ("20\u00a0°C 20°C", "20\u00a0°C_÷20°C"),
        # punctuation and quotation marks
        ("(a b) c", "(a_÷b)_÷c"),
        ("f(x) [1]a", "f(x)_÷[1]a"),
        ("Vraiment ? Oui !", "Vraiment ?_÷Oui !"),
        ("« très cher »", "« très_÷cher »"),
        ("»sehr teuer«, sagt", "»sehr_÷teuer«,_÷sagt"),
        ("„Warum?“ – fragt", "„Warum?“_÷–_÷fragt"),
        ('he said "no way" twice', 'he_÷said_÷"no_÷way"_÷twice'),
        ("don't don’t", "don't_÷don’t"),
        ("wait… what", "wait…_÷what"),
        ("C++ C# R&D", "C++_÷C#_÷R&D"),
        # ideographs
        ("中文字", "中÷文÷字"),
        ("どう？」と", "ど÷う？」÷と"),
        ("ちょっと、カー", "ちょっ÷と、÷カー"),
        ("「（中）」", "「（中）」"),
        ("中“引号”和", "中÷“引÷号”÷和"),
        ("中abc文 50％", "中÷abc÷文_÷50％"),
        ("한국어 문장", "한÷국÷어_÷문÷장"),
        # right to left, Indic, Thai
        ("سيارة جديدة، 50٪", "سيارة_÷جديدة،_÷50٪"),
        ("מכונית חדשה!", "מכונית_÷חדשה!"),
        ("वह कार।", "वह_÷कार।"),
        ("ประเทศไทย", "ประ÷เทศ÷ไทย"),
        # emoji
        ("a😀😀b", "a÷😀÷😀÷b"),
        ("👩‍🚀👍🏽1️⃣", "👩‍🚀÷👍🏽÷1️⃣"),
        ("🇫🇷🇩🇪", "🇫🇷÷🇩🇪"),
        # marks belong to what they stand on
        ("e\u0301 -\u0301a", "e\u0301_÷-\u0301a"),
        ("\u0301a", "\u0301a"),
        ("a \u0301b", "a \u0301b"),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_breaks(text, expected):
    assert marked(text) == expected


@given(st.text(st.sampled_from("ab0ZéЖαω ,.:;"), max_size=40))
def test_the_short_cut_for_plain_words_agrees_with_the_rules(text):
    by_rules = tuple(linebreak_rules._pieces(text.strip(" ")))
    assert paragraphs(text) == ((by_rules,) if by_rules else ())


@given(texts)
def test_a_piece_is_made_of_whole_graphemes(text):
    text = re.sub("[\u00ad\\s]+", " ", text)
    starts = {0}
    for cluster in graphemes(text):
        starts.add(max(starts) + len(cluster))
    found = 0
    for pieces in paragraphs(text):
        for piece in pieces:
            found = text.index(piece.text, found)
            assert found in starts or text[found - 1] == " "
            found += len(piece.text)
            assert found in starts or text[found : found + 1] == " "


def test_a_long_text_is_cut_alike_though_not_remembered():
    sentence = "She waits (long), says „no“. "
    assert len(paragraphs(sentence * 1000)[0]) == 1000 * len(paragraphs(sentence)[0])


def test_longest_run():
    def run(text: str) -> float:
        return longest_run(text, 12, measurer=DEFAULT_MEASURER)

    def width(text: str) -> float:
        return DEFAULT_MEASURER.width(text, 12)

    assert run("a longest word") == width("longest")
    assert run("10\u00a0000\u00a0€ or so") == width("10\u00a0000\u00a0€")
    assert run("Rechts\u00adschutz") == max(width("Rechts") + width("-"), width("schutz"))
    assert run("a\nwww b") == width("www")
    assert run("") == run(" \n ") == 0.0
    assert longest_run("word", 12, weight=700, measurer=DEFAULT_MEASURER) == DEFAULT_MEASURER.width("word", 12, 700)


def test_a_piece_knows_what_follows():
    assert paragraphs("a b") == ((Piece("a", spaced=True), Piece("b")),)
