"""The report of all measures."""

import json

import pytest
from hypothesis import given, settings

import journeykit as jk
from journeykit import measure
from journeykit.errors import UnknownNameError
from journeykit.examples import example
from journeykit.measure._report import CHAPTERS
from journeykit.testing import portfolios

BOOK = jk.loads(example("dealership"))
NAMES = [name for names in CHAPTERS.values() for name in names]


def test_every_measure_of_a_book_is_in_the_report():
    apart = {"chain", "nps", "better", "change_of", "difference", "series_in", "evidence_strength", "report"}
    functions = {name for name in measure.__all__ if name[0].islower()}
    others = {name for name in functions if name.endswith(("_interval", "_difference", "_error", "_bound"))}
    assert functions - others - apart == set(NAMES)


def test_it_says_each_in_a_sentence_with_what_it_rests_on():
    text = measure.report(BOOK).to_text()
    assert text.startswith("Car dealership\n==============\n\nFeeling\n  Emotion curve\n    Mean emotion −0.1 over 7 of 11 touchpoints")
    assert "(derived; missing: no reading: a gap (4))" in text


def test_each_of_several_journeys_is_named():
    book = jk.Portfolio(
        "Two", journeys=[jk.Journey(title, stages=[jk.Stage("S", [jk.Touchpoint("T", emotion=1)])]) for title in ("First", "Second")]
    )
    text = measure.report(book, only=["emotion_curve"]).to_text()
    assert "    First: Mean emotion +1" in text
    assert "    Second: Mean emotion +1" in text


def test_markdown_has_the_table_behind_each_measure():
    text = measure.report(BOOK, only=["peak_end"]).to_markdown()
    assert text.startswith("# Car dealership\n\n## Feeling\n\n### Peak end\n")
    assert "\n| --- |" in text


def test_strangers_text_stays_text_in_markdown():
    book = jk.Portfolio("A | *b* <i>", journeys=[jk.Journey("J", stages=[jk.Stage("S", [jk.Touchpoint("T | <b>", emotion=1)])])])
    text = measure.report(book).to_markdown()
    assert "<b>" not in text.replace("\\<b\\>", "")
    assert text.startswith("# A \\| \\*b\\* \\<i\\>")


def test_json_holds_rows_and_what_is_missing():
    (found,) = json.loads(measure.report(BOOK, only=["emotion_coverage"]).to_json())["measures"]
    assert found["measure"] == "emotion_coverage"
    assert len(found["missing"]) == 4
    assert found["rows"]


def test_unknown_measures_are_named():
    with pytest.raises(UnknownNameError, match="did you mean 'peak_end'"):
        measure.report(BOOK, only=["peak_ende"])


@settings(max_examples=25)
@given(book=portfolios())
def test_every_portfolio_has_a_report(book):
    found = measure.report(book)
    assert [one.measure for one in found.sections] == NAMES
    assert all(one.result.sentence or not book.journeys for one in found.sections)
    json.loads(found.to_json())
    assert found.to_text().count("\n") > len(NAMES)
    assert found.to_markdown().count("###") >= len(NAMES)
