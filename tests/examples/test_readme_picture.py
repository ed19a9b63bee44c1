"""What the README shows is what one gets: its picture, and the output below its examples. `make goldens` writes both anew."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import journeykit as jk

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
PICTURE = ROOT / "examples" / "dealership.svg"
FILE = re.compile(r"^<!-- file: (\S+) -->\n```\w+\n(.*?)^```$", re.DOTALL | re.MULTILINE)
OUTPUT = re.compile(r"^<!-- output: ([^\n]+) -->\n```text\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def test_the_picture_is_the_example(pytestconfig: pytest.Config) -> None:
    drawn = jk.render(jk.load(PICTURE.with_suffix(".yaml")), standalone=True).data
    if pytestconfig.getoption("--accept"):
        PICTURE.write_bytes(drawn)
    assert PICTURE.exists(), "`make goldens` draws it"
    assert PICTURE.read_bytes() == drawn, "`make goldens` draws it anew"


def test_the_output_is_what_the_examples_print(pytestconfig: pytest.Config, tmp_path: Path) -> None:
    page = README.read_text(encoding="utf-8")
    for name, text in FILE.findall(page):
        (tmp_path / name).write_text(text, encoding="utf-8")

    def printed(found: re.Match[str]) -> str:
        program, *arguments = found[1].split()
        start = [sys.executable, *(["-m", "journeykit"] if program == "journeykit" else [])]
        ran = subprocess.run(
            [*start, *arguments], cwd=tmp_path, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
            env={"PYTHONIOENCODING": "utf-8"},
        )  # fmt: skip
        return f"<!-- output: {found[1]} -->\n```text\n{ran.stdout.strip()}\n```"

    now = OUTPUT.sub(printed, page)
    if pytestconfig.getoption("--accept"):
        README.write_text(now, encoding="utf-8")
    assert README.read_text(encoding="utf-8") == now, "the outputs differ: `make goldens` writes what is printed now"


def test_each_example_of_the_readme_has_its_output() -> None:
    page = README.read_text(encoding="utf-8")
    assert [name for name, _ in FILE.findall(page)] == ["buy.py", "buy.yaml", "broken.yaml"]
    assert [command for command, text in OUTPUT.findall(page) if text.strip()] == [
        "python buy.py", "journeykit show broken.yaml", "journeykit check buy.yaml",
        "journeykit report buy.yaml --measure peak_end --measure pain_ranking",
    ]  # fmt: skip


def test_the_file_of_the_readme_can_be_drawn() -> None:
    texts = dict(FILE.findall(README.read_text(encoding="utf-8")))
    assert "Negotiates the price" in jk.render(jk.loads(texts["buy.yaml"])).text
