"""Languages: every table says the same things."""

import string

import pytest
from attrs import fields

from journeykit.model import FrozenMap, Journey, Stage, Touchpoint
from journeykit.views import Words, journey_map, words_for
from journeykit.views.card_words import CardWords
from journeykit.views.comparison_words import ComparisonWords
from journeykit.views.curve_words import CurveWords
from journeykit.views.kpi_words import KPIWords
from journeykit.views.people_words import PeopleWords
from journeykit.views.printed import annotated, embedded
from journeykit.views.table_words import TableWords
from journeykit.views.telling_words import TellingWords
from journeykit.views.way_words import WayWords
from journeykit.views.words_arabic import ARABIC
from journeykit.views.words_english import ENGLISH
from journeykit.views.words_german import GERMAN
from journeykit.views.wordtables import words_of

SAME = {"lang", "end", "unknown_value", "more_sources", "time_note", "action_is", "units", "duration_units", "figure_note_n", "counts"}


def names_in(template: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def templates(value):
    if isinstance(value, str):
        return {"": value}
    if isinstance(value, FrozenMap):
        return dict(value)
    return dict(enumerate(value))


OTHERS = pytest.mark.parametrize("other", [GERMAN, ARABIC], ids=["de", "ar"])


@OTHERS
@pytest.mark.parametrize("name", [one.name for one in fields(Words) if one.name != "blueprint"])
def test_another_language_fills_in_the_same_facts(name, other):
    english, others = templates(getattr(ENGLISH, name)), templates(getattr(other, name))
    assert english.keys() == others.keys()
    for key, text in english.items():
        assert names_in(text) >= names_in(others[key])
        assert not names_in(text) - names_in(others[key]) - {"n"}


@OTHERS
@pytest.mark.parametrize("name", [one.name for one in fields(Words) if one.name not in {*SAME, "blueprint"}])
def test_another_language_says_it_in_its_own_words(name, other):
    assert getattr(ENGLISH, name) != getattr(other, name) or name in {"decimal", "thousands", "comma"}


@pytest.mark.parametrize(
    ("language", "expected"), [(None, "en"), ("de-CH", "de"), ("DE", "de"), ("de_AT", "de"), ("en-GB", "en"), ("ja", "en"), ("", "en")]
)
def test_an_unknown_language_falls_back_to_english(language, expected):
    assert words_for(language).lang == expected


def test_the_journey_decides_unless_asked():
    journey = Journey("Ich kaufe", lang="de", stages=[Stage("Los", Touchpoint("Zahlt", emotion=0.5))])
    assert journey_map(journey).finding == "Die eine Erhebung ergab +0,5, bei „Zahlt“."
    assert journey_map(journey, language="en").corner == "Stage"
    assert journey_map(journey).lang == "de"


@pytest.mark.parametrize(
    ("lang", "title", "mirrored"),
    [
        ("ar", "Pays", True),
        ("en", "يدفع", False),
        (None, "يدفع", True),
        (None, "Pays", False),
        ("az-Arab", "x", True),
        ("he-Latn", "x", False),
    ],
)
def test_time_runs_as_the_language_is_written(lang, title, mirrored):
    assert journey_map(Journey(title, lang=lang, stages=[Stage("x", Touchpoint(title, id="t"))])).rtl is mirrored


def test_a_title_of_the_other_direction_does_not_turn_the_sentence_around():
    journey = Journey("أشتري", stages=[Stage("مرحلة", [Touchpoint("أنتظر", emotion=-1), Touchpoint("أدفع", emotion=1)])])
    assert journey_map(journey).finding.startswith("“\N{LEFT-TO-RIGHT MARK}")


@pytest.mark.parametrize("title", ["מתמקח על המחיר 12,500 ₪", "3 خطوات", "(אולי)", "לא!"])
def test_signs_at_the_ends_of_a_title_stay_with_it_in_a_sentence_that_runs_the_other_way(title):
    assert embedded(title, words_for("en")) == f"\u200e\u200f{title}\u200f\u200e"
    assert embedded("Price 12,500 $!", words_for("ar")) == "\u200f\u200ePrice 12,500 $!\u200e\u200f"


def test_a_title_in_both_directions_runs_as_the_sentence_does_that_is_written_backwards():
    assert embedded("BMW سيارة!", words_for("ar")) == "\u200fBMW سيارة!\u200f"


def test_a_remark_on_a_text_that_begins_with_a_foreign_name_keeps_the_whole_backwards():
    assert annotated("Wi-Fi لا يعمل", "عند 9", words_for("ar")) == "Wi-Fi لا يعمل؛ عند 9"


def test_braces_in_a_title_are_just_text():
    journey = Journey(
        "{n}", stages=[Stage("{0}", [Touchpoint("{title}", emotion=1), Touchpoint("{", id="brace", emotion=-1, pains=["{text}"])])]
    )
    diagram = journey_map(journey, lanes="all")
    assert "“{title}”" in diagram.finding
    assert diagram.bands[0].title == "{0}"


@pytest.mark.parametrize("lang", ["en", "de", "ar"])
@pytest.mark.parametrize("kind", [CardWords, ComparisonWords, CurveWords, KPIWords, PeopleWords, TableWords, TellingWords, WayWords])
def test_every_table_is_there_in_every_language_that_pictures_speak(kind, lang):
    assert type(words_of(kind, words_for(lang))) is kind
