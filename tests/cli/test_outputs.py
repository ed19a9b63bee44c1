"""Where results go: never over what they were made from, and never silently nowhere."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from journeykit.cli import cli
from journeykit.examples import example

TEXT = example("dealership")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text(TEXT, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments))


@pytest.mark.parametrize("source", ["a.yaml", "."])
@pytest.mark.parametrize("kind", ["svg", "text", "markdown"])
def test_a_picture_never_takes_the_place_of_its_source(here: Path, source: str, kind: str) -> None:
    refused = run("render", source, "-o", "a.yaml", "--format", kind)
    assert refused.exit_code == 2
    words = "A picture is not written over a journey file." if source == "." else "take the place of the file it is drawn from"
    assert words in refused.stderr
    assert (here / "a.yaml").read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize("arguments", [
    ["map.md", "-o", "map.md"], ["map.md", "-o", "./other.md"], ["other.md", "-o", "map.md"],
    ["map.md", "-o", "map.out", "--format", "svg"], ["map-1.svg", "-o", "map.svg", "--paper", "a4"],
    ["buy-a-car.md", "--all", "-o", ".", "--view", "journey-map", "--format", "markdown"],
])  # fmt: skip
def test_a_source_of_any_ending_stays(here: Path, arguments: list[str]) -> None:
    for name in ("map.md", "map-1.svg", "buy-a-car.md"):
        (here / name).write_text(TEXT, encoding="utf-8")
    (here / "other.md").symlink_to("map.md")
    (here / "map.out").symlink_to("map.md")
    refused = run("render", *arguments)
    assert refused.exit_code == 2
    assert "take the place of the file it is drawn from" in refused.stderr
    assert all((here / name).read_text(encoding="utf-8") == TEXT for name in ("map.md", "map-1.svg", "buy-a-car.md"))
    assert not (here / "map-2.svg").exists()


def test_a_link_to_a_journey_file_is_not_written_through(here: Path) -> None:
    (here / "map.svg").symlink_to("a.yaml")
    (here / "b.yaml").write_text(TEXT, encoding="utf-8")
    assert run("render", "b.yaml", "-o", "map.svg").exit_code == 2
    assert (here / "a.yaml").read_text(encoding="utf-8") == TEXT


@pytest.mark.skipif(os.name != "posix", reason="shells of POSIX close standard output so")
@pytest.mark.parametrize("command", [
    "show a.yaml", "check a.yaml", "diff a.yaml a.yaml", "report a.yaml", "render a.yaml -o -", "demo out", "schema", "convert a.yaml -",
    "merge a.yaml a.yaml a.yaml", "render --view help", "render --lanes help",
])  # fmt: skip
def test_closed_standard_output_is_said(here: Path, command: str) -> None:
    done = subprocess.run(  # noqa: S602  # only a shell closes it
        f"'{sys.executable}' -m journeykit {command} >&-", shell=True, stderr=subprocess.PIPE, check=False, text=True
    )
    assert (done.returncode, done.stderr) == (2, "Standard output is closed.\n\n1 problem.\n")


@pytest.mark.skipif(os.name != "posix", reason="shells of POSIX close standard input so")
def test_closed_standard_input_is_said(here: Path) -> None:
    command = f"'{sys.executable}' -m journeykit show - <&-"
    done = subprocess.run(command, shell=True, capture_output=True, check=False, text=True)  # noqa: S602  # only a shell closes it
    assert (done.returncode, done.stderr) == (2, "Standard input is closed.\n\n1 problem.\n")


def test_a_view_of_two_versions_is_left_to_the_command_that_takes_two(here: Path) -> None:
    listed = run("render", "--view", "help")
    assert "comparison" not in listed.stdout
    assert "journeykit diff BEFORE AFTER --format svg" in listed.stderr
    refused = run("render", "a.yaml", "--view", "comparison")
    assert refused.exit_code == 2
    assert "journeykit diff BEFORE AFTER --format svg" in refused.stderr
    assert "a5, a4" in run("render", "--help").stdout


def test_what_a_theme_corrects_is_said_and_why(here: Path) -> None:
    (here / "acme.toml").write_text('correct = true\n[colours]\nink2 = "#9AA0A6"\n', encoding="utf-8")
    drawn = run("render", "a.yaml", "--theme", "acme.toml")
    assert drawn.stderr.startswith("Corrected: The colour 'ink2' has a contrast of ")
    assert "#9AA0A6 became #" in drawn.stderr
    assert drawn.stdout.startswith("<svg")
    assert run("render", "a.yaml", "--theme", "print").stderr == ""
