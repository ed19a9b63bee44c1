"""Quotation marks: both stand around the words, whichever way these and the page run."""

import pytest

from journeykit.diagram import Cell, CellLane, Diagram, Item, Mark, Profile
from journeykit.scene import Circle, Text, walk
from tests.layout.checks import faults
from tests.layout.small import drawn, grid

_ARABIC, _HEBREW, _ENGLISH = "هذا كثير", "טוב מספיק", "So much"


def said(item, rtl):
    lane = CellLane(key="a", title="Says", cells=(Cell(start=0, end=0, items=(item,)),))
    scene = drawn(grid("Pays", lanes=(lane,), rtl=rtl))
    assert faults(scene) == []
    return [one for one in walk(scene.pages[0].nodes) if isinstance(one, Text) and one.italic], scene


@pytest.mark.parametrize(("words", "rtl"), [(_ARABIC, False), (_HEBREW, False), (_ENGLISH, True)])
def test_against_the_page_both_marks_stay_in_the_line(words, rtl):
    (line,), _ = said(Item(text=f"“{words}”", style="quote"), rtl)
    assert line.text == f"“{words}”"
    assert line.rtl is not rtl


@pytest.mark.parametrize(("words", "rtl"), [(_ARABIC, True), (_HEBREW, True), (_ENGLISH, False)])
def test_along_the_page_the_first_mark_hangs_before_the_edge(words, rtl):
    (mark, line), _ = said(Item(text=f"“{words}”", style="quote"), rtl)
    assert (mark.text, line.text) == ("“", f"{words}”")
    assert mark.x > line.x if rtl else mark.x < line.x
    assert mark.anchor != line.anchor


@pytest.mark.parametrize(("words", "rtl", "count"), [(_ARABIC, False, 1), (_ENGLISH, True, 1), (_ARABIC, True, 2), (_ENGLISH, False, 2)])
def test_so_it_is_on_a_card(words, rtl, count):
    part = Profile(name="Ana", sign="A", quote=f"“{words}”", source="personas['ana']")
    scene = drawn(Diagram(view="x", title="A", titled=False, parts=(part,), rtl=rtl, lang="en"))
    assert len([one for one in walk(scene.pages[0].nodes) if isinstance(one, Text) and one.italic]) == count


@pytest.mark.parametrize("rtl", [False, True])
def test_the_ring_for_assumed_keeps_clear_of_the_mark(rtl):
    words = _ARABIC if rtl else _ENGLISH
    (mark, _), scene = said(Item(text=f"“{words}”", style="quote", mark=Mark(kind="assumed")), rtl)
    (ring,) = [one for one in walk(scene.pages[0].nodes) if isinstance(one, Circle) and one.dash]
    between = ring.cx - ring.r - mark.x - mark.width if rtl else mark.x - mark.width - ring.cx - ring.r
    assert between >= 4


def test_on_a_mirrored_page_a_text_with_letters_of_its_direction_runs_with_it():
    scene = drawn(grid("BMW أشتري سيارة", rtl=True))
    found = {one.text: one.rtl for one in walk(scene.pages[0].nodes) if isinstance(one, Text)}
    assert all(rtl for text, rtl in found.items() if not text.isascii())
    assert not any(rtl for text, rtl in found.items() if text.isascii())
