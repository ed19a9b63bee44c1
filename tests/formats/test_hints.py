"""Hints that must be right: shares over 100 %, tabs, and tags at keys."""

import pytest

from journeykit.documents import loads
from journeykit.errors import FileError

HEAD = "journeykit: 1\njourneys:\n  - title: I buy\n    stages:\n      - title: Learn\n        touchpoints:\n"


def said(text: str) -> str:
    with pytest.raises(FileError) as caught:
        loads(text)
    return str(caught.value)


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("41", "41 % is 0.41"),
        ("150 %", "the highest value is 1, which is 100 %"),
        ("150", "the highest value is 1, which is 100 %"),
        ("1.2", "the highest value is 1, which is 100 %"),
        ("-5 %", "the lowest value is 0 %"),
        ("-0.1", "the lowest value is 0"),
        ("many", "write a number without quotes, or such as `41 %`"),
    ],
)
def test_a_share_that_is_none_gets_the_hint_that_helps(written: str, hint: str) -> None:
    assert said(f"{HEAD}          - {{title: Asks, drop_off: {written}}}\n").endswith(f"hint: {hint}")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("journeykit: 1\njourneys:\n\t- title: I buy\n", "<text>:3:1"),
        ("journeykit: 1\njourneys:\n  - title: I buy\n    stages:\n    \t- title: Learn\n", "<text>:5:5"),
        ("journeykit: 1\ntitle: a\tb\n\tlang: en\n", "<text>:3:1"),
    ],
)
def test_a_tab_that_indents_is_called_a_tab_where_it_stands(text: str, place: str) -> None:
    assert said(text).splitlines()[0] == "A tab stands where only spaces may."
    assert f"where: {place}\n" in said(text)
    assert said(text).endswith("hint: indent with spaces")


def test_a_tag_at_a_key_is_no_less_a_tag() -> None:
    assert said("journeykit: 1\njourneys:\n  - !mine title: I buy\n").startswith(
        "The file uses a YAML tag.\n  where: <text>:3:5\n  got: '!mine'"
    )
    assert loads("journeykit: 1\njourneys:\n  - !!str title: I buy\n").journeys[0].title == "I buy"
