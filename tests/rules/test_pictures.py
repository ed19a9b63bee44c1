"""Rules of pictures and comparisons where their edges are."""

import pytest

from journeykit.comparison import compare
from journeykit.model import Emotion, Journey, Portfolio, Stage, Touchpoint
from journeykit.rules import check
from journeykit.scene import Circle, Group, Node, Page, Path, Rect, Scene, Text


def scene(*nodes: Node, **page) -> Scene:
    sheet = Page(width=200, height=100, background="#FFFFFF", nodes=nodes, **page)
    return Scene(title="Map", description="One.", lang="en", table=(("a",),), pages=(sheet,))


def text(words: str = "Waits", **given) -> Text:
    return Text(**{"x": 10, "y": 20, "text": words, "width": 30, "size": 12, "fill": "#1A1A1A"} | given)


def codes(*nodes: Node, **page) -> list[str]:
    return [one.code for one in check(scene(*nodes, **page))]


def test_a_clean_picture_has_no_findings() -> None:
    assert codes(text(), Rect(x=5, y=5, width=50, height=30, stroke="#767676")) == []


@pytest.mark.parametrize(
    "ground",
    [Rect(x=0, y=0, width=100, height=50, fill="#1A1A1A"), Circle(cx=25, cy=16, r=20, fill="#1A1A1A"), Path(d="M 0 0 L 90 0 L 90 40 L 0 40 Z", fill="#1A1A1A")],
)  # fmt: skip
def test_text_is_judged_on_what_lies_under_it(ground: Node) -> None:
    assert codes(ground, text()) == ["ACC-01"]
    assert codes(ground, text(fill="#FFFFFF")) == []
    assert codes(text(), ground) == [], "what is painted later is not under it"
    assert codes(ground, text(x=150, fill="#FFFFFF")) == ["ACC-01"], "beside it is the page"


def test_large_text_may_be_fainter() -> None:
    grey = "#8A8A8A"
    assert codes(text(fill=grey)) == ["ACC-01"]
    assert codes(text(fill=grey, size=24)) == codes(text(fill=grey, size=19, weight=600)) == []
    assert codes(text(fill=grey, size=19)) == ["ACC-01"]


def test_marks() -> None:
    assert codes(Path(d="M 0 0 L 50 20", stroke="#D4D4D4")) == [], "the theme has this colour for decoration"
    assert codes(Path(d="M 0 0 L 50 20", stroke="#C9C9C9")) == ["ACC-02"]
    assert codes(Circle(cx=9, cy=9, r=4, fill="#C9C9C9", stroke="#1A1A1A")) == []


def test_colours_that_say_something_say_it_in_words_too() -> None:
    mark = Circle(cx=9, cy=9, r=4, fill="#B3261E")
    assert codes(Group(children=(mark,))) == ["ACC-03"]
    assert codes(Group(children=(mark,), label="removed")) == codes(Group(children=(mark, text("removed")))) == []


def test_sizes_on_paper() -> None:
    assert codes(text(size=10)) == ["ACC-06"]
    assert codes(text(size=10), paper=(200.0, 100.0)) == [], "10 px are 28 pt where a px is a millimetre"
    assert codes(text(size=12), paper=(40.0, 20.0)) == ["ACC-06"]


def test_cut_texts_are_told_in_full() -> None:
    assert codes(text("Waits for the off…")) == ["ACC-06"]
    assert codes(Group(children=(text("Waits for the off…"),), label="Waits for the offer")) == []
    assert codes(Group(children=(text("Waits for the off…"),), tip="Waits for the offer")) == []


def test_words_for_those_who_do_not_see() -> None:
    bare = Scene(title=" ", pages=(Page(width=1, height=1, background="#FFFFFF", nodes=()),))
    assert [one.code for one in check(bare)] == ["ACC-04", "ACC-07"]


def test_comparisons() -> None:
    now = Journey("I buy", persona="Ann", stages=[Stage("A", [Touchpoint("Pays", emotion=Emotion(-1, basis="observed"))])])
    then = Journey("I buy", persona="Bo", state="future", stages=[Stage("A", [Touchpoint("Pays", emotion=Emotion(1, basis="intended"))])])
    assert [one.code for one in check(compare(now, then))] == ["CMP-02", "CMP-04", "CMP-05"]
    assert [one.code for one in check(compare(now, now))] == []
    books = compare(Portfolio("A", journeys=[Portfolio.of(now).journeys[0]], personas=Portfolio.of(now).personas),
                    Portfolio("A", journeys=[Portfolio.of(then).journeys[0]], personas=Portfolio.of(then).personas))  # fmt: skip
    assert [one.code for one in check(books)] == ["CMP-02", "CMP-04", "CMP-05"]
    assert check(compare(now, then)).filter(code="CMP-02")[0].anchors == (("i-buy", "I buy"), ("i-buy", "I buy"))
