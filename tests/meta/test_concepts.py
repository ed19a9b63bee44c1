"""Every concept of the articles is carried by something that exists, and a function exercises it."""

import inspect
import re
import sys
from pathlib import Path

import attrs
import pytest

import journeykit
from journeykit import measure, model
from journeykit.cli import COMMANDS
from journeykit.comparison import LENSES
from journeykit.rules import PROFILES, catalogue
from journeykit.views import LANE_NAMES, VIEW_NAMES
from tests.concepts import TABLE
from tests.concepts.concept import Concept

DOCS = Path(__file__).parents[2] / "docs"
ARTICLES = {"000": 39, "001": 60, "002": 26, "003": 25, "004": 11}
KINDS = {"lens": LENSES, "view": VIEW_NAMES, "lane": LANE_NAMES, "command": tuple(COMMANDS), "profile": tuple(PROFILES)}
RULES = {one.code for one in catalogue()}


def exists(name: str) -> bool:
    """Whether what is said to carry a concept is part of the library."""
    kind, _, rest = name.partition(" ")
    if rest:
        return rest in KINDS[kind]
    if re.fullmatch(r"[A-Z]{3}-\d\d", name):
        return name in RULES
    owner, _, member = name.partition(".")
    if owner == "measure":
        return member in measure.__all__
    if not member:
        return name in journeykit.__all__
    cls = getattr(model, owner)
    return (
        member in {one.alias for one in attrs.fields(cls)}
        or inspect.isroutine(getattr(cls, member, None))
        or isinstance(getattr(cls, member, None), property)
    )


def test_every_concept_has_its_row_once() -> None:
    codes = [one.code for one in TABLE]
    assert len(set(codes)) == len(codes) == sum(ARTICLES.values()) == 161
    for article, count in ARTICLES.items():
        assert sum(code.startswith(f"{article}-") for code in codes) == count


def test_no_two_concepts_say_the_same() -> None:
    assert len({one.meaning for one in TABLE}) == len(TABLE)


@pytest.mark.parametrize("concept", TABLE, ids=lambda one: one.code)
def test_no_row_is_empty(concept: Concept) -> None:
    assert re.fullmatch(r"[A-Z].{15,160}[.?]", concept.meaning)
    assert concept.carried_by
    assert [name for name in concept.carried_by if not exists(name)] == []


@pytest.mark.parametrize("concept", TABLE, ids=lambda one: one.code)
def test_what_carries_a_concept_is_exercised(concept: Concept) -> None:
    """The function names all of it, asserts something, and passes."""
    body = inspect.getsource(concept.exercise).partition("\ndef ")[2]
    assert "assert " in body
    names = [re.split(r"[ .]", name)[-1] for name in concept.carried_by]
    assert [name for name in names if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", body)] == []
    concept.exercise()


def test_the_page_has_every_row_with_links() -> None:
    pytest.importorskip("sphinx", reason="the documentation is built with Sphinx")
    sys.path.insert(0, str(DOCS / "_ext"))
    try:
        from concepts import concepts
    finally:
        sys.path.remove(str(DOCS / "_ext"))
    rows = re.findall(r"^\| (\S+) \| (.+) \| (.+) \|$", concepts().replace("\u2060", ""), re.MULTILINE)
    assert [row[0] for row in rows if row[0] not in {"Code", "---"}] == [one.code for one in TABLE]
    linked = {row[0]: len(re.findall(r"\]\(|\{py:obj\}", row[2])) for row in rows}
    assert {one.code: linked[one.code] for one in TABLE} == {one.code: len(one.carried_by) for one in TABLE}
    assert "% generated: concepts" in (DOCS / "reference" / "concepts.md").read_text(encoding="utf-8")
