"""Type: letters that stand apart, and those that may not."""

import pytest

from journeykit.layout.ink import BADGE, TITLE, Ink
from journeykit.text import DEFAULT_MEASURER
from journeykit.themes import theme

INK = Ink(palette=theme("default").palette, measurer=DEFAULT_MEASURER)

ENGLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"


@pytest.mark.parametrize("text", ["Buys a car", "Fährt zur Probe", "新しい車", "Done 👍", "👍 🚗"])
def test_letters_of_titles_stand_closer_and_those_of_badges_apart(text):
    assert INK.text(0, 0, text, face=TITLE).spacing == TITLE.spacing
    assert INK.text(0, 0, text, face=BADGE).spacing == BADGE.spacing


@pytest.mark.parametrize("cluster", ["👍🏽", "🇫🇷", ENGLAND, "👩‍👩‍👧", "❤️", "1️⃣", "x\u0302", "मैं", "سيارة"])
def test_spacing_tears_nothing_apart_that_readers_see_as_one_character(cluster):
    text = f"Buys {cluster} now"
    line = INK.text(0, 0, text, face=TITLE)
    assert line.spacing == 0
    assert line.width == INK.width(text, TITLE) == DEFAULT_MEASURER.width(text, TITLE.size, TITLE.weight)
    wrapped = INK.wrap(text, 400, TITLE)
    (again,) = INK.lines(0, 0, wrapped.lines, face=TITLE)
    assert getattr(again, "spacing", None) == 0
    assert INK.figure(0, 0, text, "min", face=TITLE, unit_size=12).spacing == 0
