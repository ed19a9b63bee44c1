"""`check` at the root: whatever can be checked, and the place of each finding in its file."""

from typing import Any

import pytest

import journeykit as jk
from journeykit.documents import document_of
from journeykit.errors import ArgumentError, ConversionError
from journeykit.rules import Hit, Spot, rule

TEXT = "journeykit: 1\njourneys:\n  - title: I pay\n"


def test_a_document_tells_the_places() -> None:
    (one, *_) = jk.check(document_of(TEXT, name="a.yaml"))
    assert (one.code, one.place) == ("STR-01", "a.yaml:3:5")
    assert jk.check(jk.loads(TEXT))[0].place == ""


def test_journeys_comparisons_and_pictures_are_checked_too() -> None:
    book = jk.loads("journeykit: 1\nlang: en\njourneys:\n  - {title: I pay, stages: [{title: Pay, touchpoints: [Pays]}]}\n")
    assert {one.code for one in jk.check(book.journeys[0], profile="workshop")} >= {"COM-01", "COM-07"}
    assert [one.code for one in jk.check(jk.compare(book, book), select="CMP")] == []
    assert list(jk.check(jk.render(book))) == []


def test_what_cannot_be_checked_is_refused() -> None:
    with pytest.raises(ConversionError, match="nothing to check"):
        jk.check("a.yaml")
    with pytest.raises(ArgumentError):
        jk.check(jk.loads(TEXT), profile=3)  # type: ignore[arg-type]  # what an untyped caller may pass


def test_a_rule_may_say_any_place() -> None:
    @rule("ACME-1", "odd-place", of="journey", warning="draft")
    def odd(at: Any) -> Any:
        yield Hit(Spot("no path at all!", "", "x"), "Odd.")

    (one,) = jk.check(document_of(TEXT), rules=[odd], select="ACME")
    assert one.place == ""


def test_a_report_shows_itself() -> None:
    bundle = jk.check(document_of(TEXT))._repr_mimebundle_()
    assert "STR-01" in bundle["text/html"]
    assert bundle["text/plain"].startswith("error STR-01 ")
    assert jk.check(jk.loads("journeykit: 1\njourneys: []\n"))._repr_mimebundle_()["text/plain"].startswith("No findings in profile draft.")
