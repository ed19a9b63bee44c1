"""The reference pages leave nothing out: they are made from the code, and these tests see that they are made of all of it."""

import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

import journeykit
from journeykit.cli import COMMANDS, command
from journeykit.formats import json_schema
from journeykit.views import LANE_NAMES

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def generated() -> ModuleType:
    pytest.importorskip("sphinx", reason="the documentation is built with Sphinx")
    sys.path.insert(0, str(DOCS / "_ext"))
    try:
        import generated
    finally:
        sys.path.remove(str(DOCS / "_ext"))
    return generated


def filled(generated: ModuleType, name: str) -> str:
    source = [(DOCS / "reference" / name).read_text(encoding="utf-8")]
    generated.fill(None, name, source)
    assert "% generated" not in source[0]
    return source[0]


def test_every_public_name_has_its_entry(generated: ModuleType) -> None:
    pages = filled(generated, "api.md") + filled(generated, "errors.md")
    described = set(re.findall(r"^\.\. auto\w+:: journeykit\.(\w+)$", pages, re.MULTILINE))
    assert set(journeykit.__all__) == described - {"scene", "diagram"}


def test_every_class_and_key_of_the_schema_is_on_the_page(generated: ModuleType) -> None:
    page = filled(generated, "file-format.md")
    for name, said in json_schema()["definitions"].items():
        section = page[page.index(f"\n### {name}\n") :].partition("\n### ")[2].partition("\n### ")[0]
        keys = next((one for one in said.get("anyOf", [said]) if "properties" in one), said)["properties"]
        assert re.findall(r"^\| `(\w+)`", section, re.MULTILINE) == list(keys), name


def test_every_command_and_option_is_on_the_page(generated: ModuleType) -> None:
    page = filled(generated, "command-line.md")
    assert re.findall(r"^## (\S+)$", page, re.MULTILINE) == list(COMMANDS)
    for loaded in map(command, COMMANDS):
        for option in loaded.params:
            assert option.opts[-1] in page or option.name.upper() in page


def test_every_lane_is_on_the_page(generated: ModuleType) -> None:
    assert re.findall(r"^\| `(\w+)` \| .* (?:yes|on request) \|$", filled(generated, "lanes.md"), re.MULTILINE) == list(LANE_NAMES)


def test_every_row_of_the_reference_says_something(generated: ModuleType) -> None:
    rows = re.findall(r"^\| `\w+`[^|]*\| ([^|]*) \| ([^|]*) \|", filled(generated, "file-format.md"), re.MULTILINE)
    assert [row for row in rows if not row[0].strip() or not row[1].strip()] == []
