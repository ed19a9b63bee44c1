"""The JSON Schema: well formed, deterministic, and strict where a schema can be."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from attrs import fields

from journeykit.errors import FileError
from journeykit.formats import json_schema, read
from journeykit.formats._yaml import parse_yaml
from journeykit.model import Touchpoint, about_field

SCHEMA = jsonschema.Draft7Validator(json_schema())
EXAMPLES = Path(__file__).parents[2] / "examples"


def at_touchpoint(text: str) -> str:
    return f"journeykit: 1\njourneys: [{{title: J, stages: [{{title: S, touchpoints: [{{title: T, {text}}}]}}]}}]\n"


def test_it_is_a_schema_of_draft_7() -> None:
    jsonschema.Draft7Validator.check_schema(json_schema())


def test_it_is_the_same_at_every_call() -> None:
    assert json.dumps(json_schema()) == json.dumps(json_schema())
    first = json_schema()
    first["properties"].clear()
    first["definitions"]["Stage"].clear()
    assert json_schema()["properties"]


def test_every_field_is_described() -> None:
    def undescribed(schema: Any) -> list[str]:
        own = [
            name
            for name, one in schema.get("properties", {}).items()
            if isinstance(one, dict) and not one.get("description") and name not in {"before", "during", "after"}
        ]
        return own if "additionalProperties" in schema else []

    for definition in json_schema()["definitions"].values():
        for part in [definition, *definition.get("anyOf", [])]:
            assert not undescribed(part)
    known = json_schema()["definitions"]["Touchpoint"]["anyOf"][1]["properties"]
    assert {one.alias for one in fields(Touchpoint) if about_field(one)} == set(known)


@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("*.yaml")), ids=lambda path: path.name)
def test_every_example_is_valid(path: Path) -> None:
    SCHEMA.validate(parse_yaml(path.read_text(encoding="utf-8"))[0])


@pytest.mark.parametrize(
    "text",
    [
        "emotion: 3", "emotion: high", "emotion: [{valence: -3}]", "emotion: {bfore: 1}", "emotion: {during: {valence: 1, basis: guessed}}", "matters: yes", "matters: 1",
        "titel: x", "title: 12", 'goal: ""', "actions: [1]", "control: brnad", "duration: soon", "duration: 20", "drop_off: 41", "drop_off: 141 %", "importance: 9", "importance: {client: 3}",
        "pains: [{text: x, severity: 7}]", "pains: [{severity: 1}]", "kpis: {a: b}", "owner: [a]", "started: yesterday", "notes: [a]", "extra: []", "at_least: 1.5", "fail_point: {text: x, probability: 2}",
        "physical_evidence: [{text: x, kind: thing}]", "expectations: [{text: x, kano: must}]", "allow: {a: 1}",
    ],
)  # fmt: skip
def test_mistakes_of_type_choice_range_and_key_fail_it_and_the_reader(text: str) -> None:
    data, _, faults = parse_yaml(at_touchpoint(text))
    assert faults or not SCHEMA.is_valid(data)
    with pytest.raises(FileError):
        read(at_touchpoint(text))


@pytest.mark.parametrize(
    "text",
    [
        "emotion: 2", "emotion: {before: 0, after: {valence: 1}}", "emotions: [{valence: 1, moment: after}, 0]", "channel: web", "channels: [web, app]", "pains: [Slow, {text: Far, frequency: 41 %}]",
        "duration: 2 h 30 min", "duration: PT5M", "importance: 4", "importance: {customer: 4}", "drop_off: 0.41", "fail_point: Breaks", "notes: {a: b, c: [d]}", "started: 2025-06-30T14:05+02:00",
        "expectations: [Fast, {text: Near, kano: must_be}]", "physical_evidence: Receipt", "extra: {a: [1, null]}", "allow: {MGT-13: parked}", "tags: a",
    ],
)  # fmt: skip
def test_short_and_long_forms_pass_it_and_the_reader(text: str) -> None:
    SCHEMA.validate(parse_yaml(at_touchpoint(text))[0])
    read(at_touchpoint(text))


def test_sections_may_be_short_lists() -> None:
    text = "journeykit: 1\nowners: {a: A, b: {name: B}}\nkpis: [{name: K, values: {2024: 1}, scale: [1, 5]}]\njourney: {title: J, stages: [S]}\n"
    SCHEMA.validate(parse_yaml(text)[0])
    read(text)
