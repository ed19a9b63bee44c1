import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from journeykit.scene import Scene
from journeykit.testing import texts

from .making import markdown, page, scene


def _html(drawn):
    return MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown(drawn))


def test_the_table_with_title_and_description():
    drawn = scene(title="Car", description="Two.", table=(("Stage", "Feeling"), ("Learn", "+2"), ("Deal",)))
    assert markdown(drawn) == "# Car\n\nTwo.\n\n| Stage | Feeling |\n| --- | --- |\n| Learn | +2 |\n| Deal |  |\n"


def test_lines_stay_apart_in_a_cell():
    assert "| a<br>b |" in markdown(scene(table=(("x",), ("a\nb",))))


def test_nothing_gives_nothing():
    assert markdown(Scene(title="", pages=(page(),))) == ""


@pytest.mark.parametrize("line", ["- a", "+ a", "1. a", "12) a", "# a", "> a", "    a", "=====", "---", "* a", "| a |", "```", ": a"])
def test_a_description_stays_a_paragraph(line):
    html = _html(scene(title="", description=f"before\n{line}", table=()))
    assert html.count("<p>") == 2
    assert re.findall(r"<(\w+)", html) == ["p", "p"]


@given(st.lists(st.lists(texts(), min_size=1, max_size=3), min_size=1, max_size=4), texts(), texts())
def test_no_word_becomes_markup(rows, title, description):
    drawn = scene(title=title, description=description, table=tuple(tuple(row) for row in rows))
    html = _html(drawn)
    assert set(re.findall(r"<(\w+)", html)) <= {"h1", "p", "table", "thead", "tbody", "tr", "th", "td", "br"}
    assert html.count("<tr>") == len(rows)
    assert html.count("<th>") == max(map(len, rows))


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp", "Zs", "Cn"], exclude_characters="\ufdd0"), min_size=1))
def test_a_cell_reads_as_it_was(text):
    html = _html(scene(title="", table=(("x",), (text,))))
    cell = re.search(r"<td>(.*)</td>", html, re.DOTALL).group(1)
    assert cell.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&") == text
