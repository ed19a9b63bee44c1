"""The command line, as a user types it."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import journeykit as jk
from journeykit.cli import COMMANDS, cli
from journeykit.examples import EXAMPLES, TEMPLATES, example


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "dealership.yaml").write_text(example("dealership"), encoding="utf-8")
    return tmp_path


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(cli, list(arguments), input=stdin)


def test_demo_writes_examples_and_pictures_and_says_so(here: Path) -> None:
    result = run("demo")
    assert result.exit_code == 0
    assert result.stdout.startswith("I buy a new car")
    names = ("dealership.yaml", "dealership.svg", "hotel.svg", "clinic_ar.svg", "bikes/shared.yaml", "bikes/ride.svg", "broadband_runs.py")
    for name in names:
        assert (here / "journeykit-demo" / name).stat().st_size > 0
        assert f"journeykit-demo/{name}" in result.stderr
    assert (here / "journeykit-demo" / "journeykit.schema.json").exists()


def test_each_file_of_the_demo_is_a_portfolio_and_so_is_each_folder_in_it(here: Path) -> None:
    assert run("demo", "out").exit_code == 0
    found = [one for one in (here / "out").iterdir() if one.suffix == ".yaml" or one.is_dir()]
    assert len(found) == len(EXAMPLES) + 1
    for one in found:
        assert run("show", str(one)).exit_code == 0


def test_a_file_of_the_demo_finds_the_schema_that_it_names(here: Path) -> None:
    run("demo", "out")
    for file in (here / "out").rglob("*.yaml"):
        named = re.match(r"# yaml-language-server: \$schema=(\S+)", file.read_text(encoding="utf-8"))
        assert named is None or (file.parent / named[1]).exists(), file


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_starter_renders_as_it_is(here: Path, name: str) -> None:
    assert run("new", "my.yaml", "--template", name).exit_code == 0
    assert run("render", "my.yaml", "-o", "map.svg").exit_code == 0
    assert (here / "map.svg").read_text(encoding="utf-8").startswith("<?xml")


def test_new_does_not_write_over_a_file(here: Path) -> None:
    result = run("new", "dealership.yaml")
    assert result.exit_code == 2
    assert "exists" in result.stderr
    assert (here / "dealership.yaml").read_text(encoding="utf-8") == example("dealership")
    assert run("new", "dealership.yaml", "--force").exit_code == 0


def test_new_writes_the_format_of_the_ending(here: Path) -> None:
    assert run("new", "my.json").exit_code == 0
    assert json.loads((here / "my.json").read_text(encoding="utf-8"))["journeykit"] == 1
    assert run("new", "my.txt").exit_code == 2
    assert run("new", "-").stdout.startswith("# yaml-language-server")
    assert not (here / "-").exists()


def test_show_prints_the_outline_and_the_table(here: Path) -> None:
    assert "Test drives the car" in run("show", "dealership.yaml").stdout
    assert run("show", "dealership.yaml", "--markdown").stdout.count("\n|") > 10


def test_render_to_standard_output_and_from_standard_input(here: Path) -> None:
    result = run("render", "-", stdin=example("ten_lines"))
    assert result.exit_code == 0
    assert result.stdout.startswith("<svg")


def test_render_says_which_pages_it_wrote(here: Path) -> None:
    result = run("render", "dealership.yaml", "-o", "map.svg", "--paper", "a4")
    assert result.exit_code == 0
    assert "map-1.svg" in result.stderr
    assert (here / "map-2.svg").exists()
    assert not (here / "map.svg").exists()


def test_render_all_writes_the_hand_out_set(here: Path) -> None:
    assert run("render", "dealership.yaml", "--all", "-o", "out", "--theme", "print").exit_code == 0
    written = {one.name for one in (here / "out").iterdir()}
    assert {
        "buy-a-car-journey-map.svg",
        "buy-a-car-service-blueprint.svg",
        "buy-a-car-stakeholder-map.svg",
        "persona.svg",
        "kpi.svg",
    } <= written
    assert "opportunities.svg" not in written
    assert "atlas.svg" not in written


def test_render_all_with_a_view_writes_that_of_every_journey(here: Path) -> None:
    assert run("render", "dealership.yaml", "--all", "-o", "out", "--view", "journey-map").exit_code == 0
    assert [one.name for one in (here / "out").iterdir()] == ["buy-a-car.svg"]
    assert run("render", "dealership.yaml", "--all").exit_code == 2


def test_lanes_are_chosen_in_order(here: Path) -> None:
    text = run("render", "dealership.yaml", "--format", "text", "--lanes", "pains,emotions").stdout
    assert text.index("Pain points:") < text.index("Feels:")
    assert "Where:" not in text
    assert "emotions" in run("render", "x", "--lanes", "help").stdout


def test_convert_there_and_back_gives_the_same_bytes(here: Path) -> None:
    assert run("convert", "dealership.yaml", "a.json").exit_code == 0
    assert run("convert", "a.json", "b.yaml").exit_code == 0
    assert run("convert", "b.yaml", "c.json").exit_code == 0
    assert (here / "a.json").read_bytes() == (here / "c.json").read_bytes()
    assert jk.load("b.yaml") == jk.load("dealership.yaml")


def test_schema_is_a_draft_07_schema(here: Path) -> None:
    schema = json.loads(run("schema").stdout)
    assert schema["$schema"].startswith("http://json-schema.org/draft-07/")


@pytest.mark.parametrize(("arguments", "words"), [
    (["render", "absent.yaml"], "absent.yaml"),
    (["render", "."], ""),
    (["render", "dealership.yaml", "-o", "map.docx"], ".docx"),
    (["render", "dealership.yaml", "-o", "no/such/folder/map.svg"], "folder"),
    (["render", "dealership.yaml", "--theme", "drak"], "did you mean 'dark'?"),
    (["render", "dealership.yaml", "--lanes", "pians"], "pains"),
    (["render", "dealership.yaml", "--fonts", "embed"], "font"),
    (["render", "dealership.yaml", "--journey", "buy"], "buy-a-car"),
    (["convert", "dealership.yaml", "x.xls"], ".xls"),
    (["convert", "dealership.yaml", "nodir/x.yaml"], "nodir/x.yaml"),
    (["render", "dealership.yaml", "--language", "fr"], "'de'"),
    (["render", "dealership.yaml", "--font-file", "x.ttf"], "embed"),
    (["new", "x.yaml", "--template", "renewel"], "renewal"),
])  # fmt: skip
def test_what_cannot_be_done_is_said_and_ends_with_2(here: Path, arguments: list[str], words: str) -> None:
    if arguments == ["render", "."]:
        (here / "dealership.yaml").unlink()
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Traceback" not in result.output
    assert words in result.stderr


def test_all_problems_of_a_file_come_with_their_places(here: Path) -> None:
    Path("bad.yaml").write_text("journeykit: 1\njourneys:\n  - titel: x\n    stages: 5\n    persona: nobody\n", encoding="utf-8")
    result = run("render", "bad.yaml", "-o", "x.svg")
    assert result.exit_code == 2
    for place in ("bad.yaml:3:5", "bad.yaml:4:13"):
        assert place in result.stderr
    assert not Path("x.svg").exists()


def test_text_from_a_file_cannot_drive_the_terminal(here: Path) -> None:
    Path("evil.yaml").write_text('journeykit: 1\njourney: {title: "a\\e[31mb", stages: []}\nowners: {"\\e]0;x\\a": y}\n', encoding="utf-8")
    result = run("show", "evil.yaml")
    assert "\x1b" not in result.output


def test_ctrl_c_ends_with_130_and_without_a_traceback(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("journeykit.pipeline.render", stopped)
    result = run("render", "dealership.yaml", "-o", "map.svg")
    assert result.exit_code == 130
    assert result.stderr.strip() == "Stopped."


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--lanes", ""], "No lane is named."),
        (["--lanes", " , "], "leave --lanes out for all"),
        (["-o", "map.svg", "--format", "text"], "The ending of 'map.svg' means svg, and --format says text."),
        (["--all", "-o", "maps.svg"], "hint: -o maps/ --format svg"),
        (["-o", "map.txt", "--font-file", "x.ttf"], "the renderer 'text' draws no letters"),
    ],
)
def test_what_contradicts_itself_is_said(here: Path, arguments: list[str], words: str) -> None:
    result = run("render", "dealership.yaml", *arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert [one.name for one in here.iterdir()] == ["dealership.yaml"]


@pytest.mark.usefixtures("here")
def test_one_of_several_journeys_must_be_named() -> None:
    Path("two.yaml").write_text("journeykit: 1\njourneys:\n  - {title: I buy}\n  - {title: I return}\n", encoding="utf-8")
    result = run("render", "two.yaml", "-o", "map.svg")
    assert result.exit_code == 2
    assert "expected: one of 'i-buy', 'i-return'" in result.stderr
    assert "hint: name one with --journey, or draw them all with --all -o folder/" in result.stderr
    assert run("render", "two.yaml", "-o", "map.svg", "--view", "atlas").exit_code == 0


def test_a_format_may_be_named_where_the_ending_says_nothing_else(here: Path) -> None:
    assert run("render", "dealership.yaml", "-o", "map.out", "--format", "text").exit_code == 0
    assert (here / "map.out").read_text(encoding="utf-8").startswith("I buy a new car")
    assert run("render", "dealership.yaml", "--all", "-o", "maps", "--format", "text").exit_code == 0


def test_the_module_is_the_command(here: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    result = subprocess.run(
        [sys.executable, "-m", "journeykit", "show", "dealership.yaml"], capture_output=True, env=environment, check=True
    )
    assert "−2".encode() in result.stdout


def test_every_command_has_help_with_an_example() -> None:
    for name in COMMANDS:
        text = run(name, "--help").stdout
        assert "Example:" in text, name
        assert len(text.splitlines()) < 40


def test_options_of_a_view_are_passed_on_and_others_refused(tmp_path: Path) -> None:
    book = tmp_path / "map.yaml"
    book.write_text(example("hotel"), encoding="utf-8")
    drawn = run("render", str(book), "--view", "service-blueprint", "--layers", "backstage", "--format", "text")
    assert drawn.exit_code == 0
    assert "Backstage" in drawn.stdout
    assert "Without: Frontstage and Support" in drawn.stdout
    assert "Security system" not in drawn.stdout
    for wrong in (["-O", "size=3"], ["-O", "size"], ["--layers", "backstage"]):
        refused = run("render", str(book), *wrong)
        assert refused.exit_code == 2
        assert "Traceback" not in refused.stderr


def test_views_and_lanes_are_listed() -> None:
    assert run("render", "--view", "help").stdout.split()[:2] == ["journey-map", "service-blueprint"]
    assert "emotions" in run("render", "--lanes", "help").stdout
    assert run("render").exit_code == 2


def test_options_of_a_view_are_listed_with_the_words_they_may_be() -> None:
    assert run("render", "--view", "stakeholder-map", "-O", "help").stdout == "layout=rings|tree|grid\n"
    assert run("render", "--view", "emotion-curves", "-O", "help").stdout == "by=journey|persona|perspective|version|channel\n"
    assert run("render", "-O", "help").stdout == "journey-map has no further options.\n"
    unknown = run("render", "--view", "rings", "-O", "help")
    assert (unknown.exit_code, "There is no view 'rings'." in unknown.stderr) == (2, True)


def test_report_prints_measures_and_what_is_missing(here: Path) -> None:
    found = run("report", "dealership.yaml", "--measure", "peak-end")
    assert found.exit_code == 0
    assert "Peak −2 at “Waits”" in found.stdout
    assert run("report", "dealership.yaml", "--format", "markdown").stdout.startswith("# Car dealership\n")
    assert run("report", "dealership.yaml", "--measure", "nope").exit_code == 2
