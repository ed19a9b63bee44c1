"""A comparison as the last line of a notebook cell."""

import pytest

from journeykit.comparison import compare
from journeykit.errors import ArgumentError
from journeykit.model import Journey, Stage, Touchpoint


def journey(*titles: str) -> Journey:
    return Journey("Buy", id="j", stages=[Stage("All", [Touchpoint(one) for one in titles])])


def test_it_shows_headlines_and_table() -> None:
    bundle = compare(journey("Ask", "Pay"), journey("Ask", "<b>Call</b>"))._repr_mimebundle_()
    assert set(bundle) == {"text/html", "text/plain"}
    assert "<li>1 touchpoint is gone: “Pay”.</li>" in bundle["text/html"]
    assert ">Matched by</th>" in bundle["text/html"]
    assert "<b>" not in bundle["text/html"]
    assert bundle["text/plain"].splitlines()[-2:] == ["- Touchpoint pay: Pay: removed", "- Touchpoint b-call-b: <b>Call</b>: added"]
    assert set(compare(journey("A"), journey("B"))._repr_mimebundle_(include=["text/plain"])) == {"text/plain"}


def test_where_nothing_differs_it_says_so() -> None:
    bundle = compare(journey("Ask"), journey("Ask"))._repr_mimebundle_()
    assert bundle == {"text/html": "<ul><li>Nothing differs.</li></ul>", "text/plain": "Nothing differs."}


def test_no_fewer_than_no_sentences_can_be_asked_for() -> None:
    c = compare(journey("Ask", "Pay"), journey("Ask", "Call"))
    assert (c.headlines(0), len(c.headlines(1))) == ((), 1)
    assert compare(journey("Ask"), journey("Ask")).headlines(0) == ()
    with pytest.raises(ArgumentError, match="fewer than no sentences") as found:
        c.headlines(-1)
    assert found.value.problems[0].expected == "0 or more"


def test_it_says_in_short_what_it_is() -> None:
    c = compare(journey("Ask", "Pay"), journey("Ask", "Call"))
    assert repr(c) == "<Comparison: 1 added, 1 removed>"
    assert str(c) == "\n".join(c.headlines())
    assert repr(compare(journey("Ask"), journey("Ask"))) == "<Comparison: nothing differs>"
