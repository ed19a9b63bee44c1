"""What is cut stands in full below: there are no tooltips on paper."""

import pytest

from journeykit.diagram import Band, Cell, CellLane, Diagram, Item, NoteList, Profile
from journeykit.scene import Rect, Text, walk
from tests.layout.checks import faults
from tests.layout.small import drawn, grid, groups, lines

_LONG = "A stage title that is far too long for one narrow touchpoint column and goes on for a while"


def listed(scene):
    return [one.label for one in groups(scene, "listitem") if one.label.startswith("•")]


@pytest.mark.parametrize("paper", [None, "a5", "a4"])
@pytest.mark.parametrize("rtl", [False, True])
def test_a_cut_title_of_a_stage_is_listed_once(paper, rtl):
    scene = drawn(grid("Pays", "Leaves", bands=(Band(title=_LONG, start=0, end=0), Band(title=_LONG, start=1, end=1)), rtl=rtl), paper)
    assert faults(scene) == []
    assert "Texts in full" in lines(scene)
    assert [one for one in listed(scene) if _LONG in one] == listed(scene)
    assert len(listed(scene)) == 1


def test_what_fits_and_what_was_written_with_three_dots_is_not_listed():
    scene = drawn(grid("Pays …", bands=(Band(title="And then…", start=0, end=0),)))
    assert "Texts in full" not in lines(scene)


def test_titles_of_touchpoints_are_listed_with_their_numbers_only():
    title = "A touchpoint whose title goes on and on, " * 4
    scene = drawn(grid(title, "b", "c"), "a5")
    assert "Titles in full" in lines(scene)
    assert listed(scene) == []


def test_a_text_that_a_note_holds_already_is_not_listed_again():
    diagram = grid("Pays", bands=(Band(title=_LONG, start=0, end=0),))
    scene = drawn(
        type(diagram)(
            view="x",
            title="A title",
            bands=diagram.bands,
            columns=diagram.columns,
            lanes=(),
            notes=(NoteList(title="N", notes=(("1", _LONG),)),),
        )
    )
    assert listed(scene) == []


def test_a_title_that_is_cut_on_paper_is_listed_and_its_running_form_is_not():
    long = grid("Pays", bands=(Band(title="Stage", start=0, end=0),), lanes=tuple(
        CellLane(key=f"l{at}", title=f"Lane {at}", cells=(Cell(start=0, end=0, items=(Item(text="Words that take a line or two of it. " * 6),)),))
        for at in range(9)
    ))  # fmt: skip
    for title, found in (
        ("A title that is cut nowhere but in the running line of later pages, for it has the width of two", 0),
        ("Word " * 60, 1),
    ):
        scene = drawn(type(long)(view="x", title=title.strip(), bands=long.bands, columns=long.columns, lanes=long.lanes), "a5")
        assert len(scene.pages) > 1
        assert len(listed(scene)) == found, title


def test_what_has_room_elsewhere_in_the_picture_is_not_listed():
    lane = CellLane(key="a", title="Lane", cells=(Cell(start=0, end=8, items=(Item(text=_LONG),)),))
    scene = drawn(grid(*"abcdefghi", bands=(Band(title=_LONG, start=0, end=0), Band(title="x", start=1, end=8)), lanes=(lane,)))
    assert _LONG in lines(scene)
    assert listed(scene) == []


def test_texts_in_full_stand_below_the_ground_of_a_card():
    scene = drawn(
        Diagram(
            view="x", title="T", parts=(Profile(name="a" * 200),), notes=(NoteList(title="In full", notes=(("•", "a" * 200),)),), lang="en"
        )
    )
    ground = max(node.y + node.height for node in walk(scene.pages[0].nodes) if isinstance(node, Rect) and not node.x)
    (said,) = [node for node in walk(scene.pages[0].nodes) if isinstance(node, Text) and node.text == "In full"]
    assert said.y - said.size > ground
