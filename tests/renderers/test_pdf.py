import re

import pytest

import journeykit as jk
from journeykit.errors import RenderError
from journeykit.examples import example
from journeykit.renderers import Options, renderer
from journeykit.scene import Rect

from .making import group, page, scene, words
from .pdftext import pdf_text, replaced_texts

pytest.importorskip("matplotlib", reason="the extra matplotlib is not installed")


def pdf(drawn, **options):
    return renderer("pdf").render(drawn, Options(**options))[0]


def sheets(data):
    return [[float(one) for one in found.split()] for found in re.findall(rb"/MediaBox \[ ([\d. ]+)\]", data)]


def test_text_can_be_searched():
    text = pdf_text(pdf(scene(words("Kauft für 50 € ein"), words("$5 and $6"), words("Ελλάδα, Кофе"))))
    assert text.splitlines() == ["Kauft für 50 € ein", "$5 and $6", "Ελλάδα, Кофе"]


@pytest.mark.parametrize("text", ["Cafe\u0301", "x̂ = 5"])
def test_letters_with_marks_are_found_as_they_were_written(text):
    assert replaced_texts(pdf(scene(words("Kauft für 50 € ein"), words(text)))) == [text]


@pytest.mark.parametrize("text", ["Cafe\u0301", "x̂x̂ = 5", "éx̂ fi"])
def test_marks_are_said_once_by_the_glyphs_too(text):
    assert pdf_text(pdf(scene(words(text)))) == text


def test_the_marks_of_letters_from_right_to_left_are_said_once():
    assert sorted(pdf_text(pdf(scene(words("مَن يُسمّى"))))) == sorted("مَن يُسمّى")


@pytest.mark.parametrize("text", ["مَن", "שלום", "Waits", "50 €", "\u200e−1"])
def test_lines_whose_glyphs_say_it_have_nothing_in_their_place(text):
    assert replaced_texts(pdf(scene(words(text)))) == []


def test_every_line_of_a_map_is_there():
    drawn = jk.render(jk.loads(example("hotel")), format="pdf")
    found = pdf_text(drawn.data)
    assert "Calls room service," in found
    assert "Hands the bags to" in found


def test_a_sheet_has_the_size_of_its_paper():
    drawn = pdf(scene(pages=(page(width=1000, height=707, paper=(297, 210)), page(width=400, height=200))))
    first, second = sheets(drawn)
    assert first == pytest.approx([0, 0, 841.89, 595.28], abs=0.01)
    assert second == [0, 0, 300, 150]


def test_pages_are_in_one_file():
    drawn = jk.render(jk.loads(example("dealership")), format="pdf", paper="a4")
    assert len(drawn.pages) == 1
    assert len(sheets(drawn.data)) == len(drawn.scene.pages) > 1


def test_a_page_beyond_the_format_is_made_smaller():
    ((_, _, width, height),) = sheets(pdf(scene(pages=(page(width=40_000, height=1000),))))
    assert width == 14_400
    assert height == pytest.approx(360)


def test_title_description_and_language_are_inside():
    data = pdf(scene(title="A map", description="Two sentences.", lang="de-AT"))
    assert b"/Title (A map)" in data
    assert b"/Subject (Two sentences.)" in data
    assert b"/Lang (de-AT)" in data
    assert b"CreationDate" not in data


def test_links_lead_where_they_should():
    data = pdf(scene(group(words("Follow"), href="https://example.org/a"), group(words("Never"), href="javascript:alert(1)")))
    assert re.findall(rb"/URI \((.*?)\)", data) == [b"https://example.org/a"]


def test_a_letter_without_a_font_is_an_error_that_names_it():
    with pytest.raises(RenderError, match=r"U\+F0000"):
        pdf(scene(words("\U000f0000")))


def test_a_scale_is_refused():
    with pytest.raises(RenderError, match="cannot do what was asked: scale"):
        pdf(scene(), scale=2)


@pytest.mark.parametrize("node", [Rect(x=float("nan"), y=0, width=1, height=1), Rect(x=0, y=0, width=-1, height=1)])
def test_numbers_that_are_none_are_refused(node):
    with pytest.raises(RenderError):
        pdf(scene(node))
