"""The laws of reading and writing."""

import json

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from journeykit.formats import json_schema, read, write
from journeykit.formats._fast import portfolio_of
from journeykit.formats._write_yaml import quoted, yaml_text
from journeykit.formats._yaml import parse_yaml
from journeykit.model import Journey, Portfolio
from journeykit.testing import journeys, portfolios

SCHEMA = jsonschema.Draft7Validator(json_schema())
NASTY = st.text(max_size=20) | st.text("-:#?&*!|>'\"%@`{}[], \n\t\\~=<yn0123456789.eExoTZ+_", max_size=12)
KEPT = NASTY.filter(lambda text: all(ord(one) > 31 or one in "\t\n\r" for one in text) and not any(0x7F <= ord(one) < 0xA0 and one != "\x85" for one in text)
                    and not any("\ud800" <= one <= "\udfff" or one in "\ufffe\uffff" for one in text))  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(portfolios())
def test_what_is_saved_loads_as_the_same_in_both_formats(book: Portfolio) -> None:
    as_yaml, as_json = write(book), write(book, "json")
    from_yaml, from_json = read(as_yaml, syntax="yaml").portfolio, read(as_json, syntax="json").portfolio
    assert from_yaml == book
    assert from_json == book
    assert write(from_yaml) == as_yaml
    assert write(from_json, "json") == as_json


@settings(max_examples=30, deadline=None)
@given(journeys())
def test_a_bare_journey_saves_as_a_portfolio_of_one(journey: Journey) -> None:
    book = read(write(journey)).portfolio
    assert book == Portfolio.of(journey)


@settings(max_examples=30, deadline=None)
@given(portfolios())
def test_readers_of_yaml_1_1_read_the_same(book: Portfolio) -> None:
    data = yaml.safe_load(write(book))
    del data["journeykit"]
    assert read(json.dumps({"journeykit": 1, **_texts(data)}), syntax="json").portfolio == book


def _texts(value: object) -> object:
    """Dates that a reader of YAML 1.1 makes are written as texts again; keys as texts."""
    if isinstance(value, dict):
        return {str(key): _texts(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_texts(one) for one in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


@settings(max_examples=40, deadline=None)
@given(portfolios())
def test_the_schema_accepts_every_portfolio_saved(book: Portfolio) -> None:
    SCHEMA.validate(json.loads(write(book, "json")))
    SCHEMA.validate(parse_yaml(write(book))[0])


@settings(max_examples=400, deadline=None)
@given(KEPT)
def test_every_text_survives_yaml(text: str) -> None:
    written = yaml_text(
        {"text": text, "list": [text, text], "inner": [{"text": text}], text: 1}
        if text not in {"text", "list", "inner"}
        else {"text": text}
    )
    data, _, faults = parse_yaml(written)
    if text == "<<":
        return
    assert not faults
    assert data["text"] == text
    assert yaml.safe_load(written)["text"] == text
    if text not in {"text", "list", "inner"}:
        assert data["list"] == [text, text]
        assert data["inner"] == [{"text": text}]
        assert list(data) == ["text", "list", "inner", text]


@pytest.mark.parametrize("text", ["Test drives", "I pay", "Zahlt über PayPal", "支払い", "20 min", "a-b", "Überweist (bar)", "doesn't"])
def test_plain_texts_stay_without_quotes(text: str) -> None:
    assert quoted(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "NO",
        "yes",
        "y",
        "~",
        "null",
        "1:30",
        "2025",
        "012",
        "1e3",
        "0x1F",
        "2025-06-30",
        "- a",
        "a: b",
        "a #b",
        "a ",
        " a",
        "",
        "#a",
        "@a",
        "%a",
        "[a",
        "=",
        "a:",
        "1_000",
        ".5",
        "+1",
    ],
)
def test_texts_that_some_reader_would_misread_are_quoted(text: str) -> None:
    assert quoted(text)[0] in "\"'"
    assert yaml.safe_load(quoted(text)) == text


def test_the_quick_way_reads_plain_data() -> None:
    assert portfolio_of([{"title": "Book"}, {"owners": {"a": "A"}}, {"owners": ["B"]}]).owners.ids == ("a", "b")
