"""`journeykit check`, as a user types it."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from journeykit import pipeline
from journeykit.cli import cli
from journeykit.examples import example

DRAFT = """\
journeykit: 1
title: Shop   # ours
channels:
  - {id: email, name: E-mail}
  - {id: e-mails, name: E-Mail}   # from the old map
owners:
  - {id: sales, name: Sales team, kind: team}
journeys:
  # said by Ana in May
  - id: buy
    title: I buy a bicycle
    type: use
    stages:
      - title: Choose
        touchpoints:
          - title: Asks for an offer
            channel: e-mails   # they still use it
            counterparts: [sales]
            allow: {STR-05: only one of them}
          - title: Reads the offer
            channels: [email, e-mails]
      - {title: Pay, touchpoints: [Pays]}
      - {title: Ride, touchpoints: [Rides home]}
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "shop.yaml").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "hotel.yaml").write_text(example("hotel"), encoding="utf-8")
    return tmp_path


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(cli, ["check", *arguments], input=stdin)


def test_findings_are_grouped_by_rule_and_carry_their_place(here: Path) -> None:
    result = run("shop.yaml")
    assert result.exit_code == 1
    assert result.stdout == (
        "warning STR-14 near-duplicate-names\n"
        '  shop.yaml:5:5  Channels "E-mail" (email) and "E-Mail" (e-mails) look the same.\n'
        "  → Keep one of them, and point all references to it.\n"
        "\n"
        "info CHK-01 unused-allowance\n"
        '  shop.yaml:19:20  "Asks for an offer" (buy/asks-for-an-offer) allows STR-05, which finds nothing there.\n'
        "  → Remove it.\n"
        "\n"
        "1 warning, 1 info in profile draft.\n"
    )


def test_nothing_found_is_said_and_fine(here: Path) -> None:
    result = run("hotel.yaml")
    assert (result.exit_code, result.stdout) == (0, "No findings in profile draft.\n")


def test_what_fails_is_a_matter_of_severity(here: Path) -> None:
    assert run("shop.yaml", "--severity", "error").exit_code == 0
    assert run("shop.yaml", "--ignore", "STR-14").exit_code == 0
    assert run("shop.yaml", "--ignore", "near-duplicate-names", "--fail-on", "info").exit_code == 1
    assert run("shop.yaml", "--select", "COM,EVD", "--profile", "publish").exit_code == 1


def test_standard_input_and_folders_are_portfolios(here: Path) -> None:
    assert "<input>:5:5" in run("-", stdin=DRAFT).stdout
    (here / "maps").mkdir()
    (here / "maps" / "a.yaml").write_text(DRAFT, encoding="utf-8")
    assert str(Path("maps", "a.yaml")) + ":5:5" in run("maps").stdout


def test_fix_keeps_comments_and_layout_and_is_idempotent(here: Path) -> None:
    result = run("shop.yaml", "--fix", "--profile", "workshop", "--select", "STR")
    assert result.exit_code == 0
    assert "shop.yaml: 3 fixed (STR-10, STR-14, CHK-01)" in result.stderr
    fixed = DRAFT.replace("  - {id: e-mails, name: E-Mail}   # from the old map\n", "")
    fixed = fixed.replace("channel: e-mails ", "channel: email ").replace("channels: [email, e-mails]", "channels: [email]")
    fixed = fixed.replace("            allow: {STR-05: only one of them}\n", "").replace(
        "    type: use\n", "    participants: [sales]\n    type: use\n"
    )
    assert (here / "shop.yaml").read_text(encoding="utf-8") == fixed
    again = run("shop.yaml", "--fix", "--profile", "workshop", "--select", "STR")
    assert (again.exit_code, again.stderr) == (0, "")
    assert (here / "shop.yaml").read_text(encoding="utf-8") == fixed


def test_diff_shows_and_writes_nothing(here: Path) -> None:
    (here / "shop.yaml").write_text(DRAFT.replace("channel: e-mails   #", "emotion: {valence: -1, basis: measured}   #"), encoding="utf-8")
    before = (here / "shop.yaml").read_bytes()
    result = run("shop.yaml", "--diff")
    assert result.exit_code == 1
    heads = [line for line in result.stdout.splitlines() if line.startswith("#")]
    assert heads == ["# 2 fixes (STR-14, CHK-01): applied by --fix", "# 1 fix (EVD-08): to be judged; not applied by --fix"]
    assert "-  - {id: e-mails, name: E-Mail}   # from the old map\n" in result.stdout
    assert "+            emotion: {valence: -1}   # they still use it\n" in result.stdout
    assert (here / "shop.yaml").read_bytes() == before
    assert run("hotel.yaml", "--diff").exit_code == 0


def test_a_baseline_hides_what_was_and_shows_what_is_new(here: Path) -> None:
    assert run("shop.yaml", "--write-baseline").exit_code == 0
    result = run("shop.yaml", "--baseline", "journeykit-baseline.json")
    assert (result.exit_code, result.stdout) == (0, "No findings in profile draft.\n")
    text = DRAFT.replace("title: Shop", "# one line more\ntitle: Shop").replace(
        "- title: Reads", "- title: Reads it\n            emotion: {valence: 1, basis: measured}\n          - title: Reads"
    )
    (here / "shop.yaml").write_text(text, encoding="utf-8")
    result = run("shop.yaml", "--baseline", "journeykit-baseline.json")
    assert result.exit_code == 1
    assert [line.split()[1] for line in result.stdout.splitlines() if line.startswith("error")] == ["EVD-08"]
    assert "STR-14" not in result.stdout
    (here / "shop.yaml").write_text(DRAFT.replace("            allow: {STR-05: only one of them}\n", ""), encoding="utf-8")
    assert "1 finding in journeykit-baseline.json is no longer there" in run("shop.yaml", "--baseline", "journeykit-baseline.json").stderr


def test_no_baseline_is_said(here: Path) -> None:
    (here / "b.json").write_text('{"journeykit_baseline": 9}')
    result = run("shop.yaml", "--baseline", "b.json")
    assert result.exit_code == 2
    assert "version 9" in result.stderr


def test_machines_read_other_forms(here: Path) -> None:
    found = json.loads(run("shop.yaml", "--format", "json").stdout)
    assert [one["place"] for one in found["findings"]] == ["shop.yaml:5:5", "shop.yaml:19:20"]
    assert "::warning file=shop.yaml,line=5,col=5,title=STR-14 near-duplicate-names::" in run("shop.yaml", "--format", "github").stdout
    sarif = json.loads(run("shop.yaml", "--format", "sarif").stdout)
    assert sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"] == {"startLine": 5, "startColumn": 5}
    assert run("shop.yaml", "--format", "markdown").stdout.startswith("| | Rule |")


def test_statistics_count_by_rule(here: Path) -> None:
    assert run("shop.yaml", "--statistics").stdout.startswith("1  STR-14  warning  near-duplicate-names\n")


def test_a_rule_explains_itself() -> None:
    result = run("--explain", "MGT-13")
    assert result.exit_code == 0
    assert result.stdout.startswith("MGT-13 touchpoint-without-owner  (warning from publish on)\n")
    for part in ("Why it matters:", "Fails:", "Passes:", "How to fix:", "Source:"):
        assert part in result.stdout
    result = run("--explain", "MGT-99")
    assert result.exit_code == 2
    assert "There is no rule 'MGT-99'." in result.stderr


def test_a_file_that_cannot_be_read_does_not_hide_the_others(here: Path) -> None:
    (here / "bad.yaml").write_text("journeykit: 1\njourneys:\n  - {title: A, typ: use}\n")
    result = run("bad.yaml", "missing.yaml", "shop.yaml")
    assert result.exit_code == 2
    assert "bad.yaml:3:16" in result.stderr
    assert "'missing.yaml' could not be used" in result.stderr
    assert "shop.yaml:5:5" in result.stdout
    assert "::error file=bad.yaml,line=3,col=16,title=CHK-04 unreadable-file::" in run("bad.yaml", "--format", "github").stdout


def test_what_cannot_be_meant_is_said_with_its_nearest_name(here: Path) -> None:
    for arguments, hint in (
        (("--profile", "publsh"), "'publish'"),
        (("--select", "MGT-133"), "MGT-13"),
        (("--ignore", "near-duplicate-name"), "near-duplicate-names"),
    ):
        result = run("shop.yaml", *arguments)
        assert result.exit_code == 2
        assert hint in result.stderr
    assert run("shop.yaml", "--today", "yesterday").exit_code == 2
    assert run().exit_code == 2


def test_the_project_says_how_it_is_checked(here: Path) -> None:
    (here / "pyproject.toml").write_text(
        '[tool.journeykit.check]\nprofile = "ours"\nfail-on = "error"\n\n[tool.journeykit.check.profiles.ours]\nextends = "workshop"\nignore = ["COM", "EVD", "MGT", "CUS"]\n'
    )
    (here / "maps").mkdir()
    (here / "maps" / "shop.yaml").write_text(DRAFT, encoding="utf-8")
    result = run("maps/shop.yaml")
    assert result.exit_code == 0
    assert result.stdout.endswith("in profile ours.\n")
    assert "STR-10" in result.stdout
    assert run("maps/shop.yaml", "--profile", "draft").stdout.endswith("in profile draft.\n")
    (here / "journeykit.toml").write_text('[check]\nignore = "STR-14"\n')
    assert run("maps/shop.yaml").stdout.endswith("1 info in profile draft.\n"), "journeykit.toml comes first"
    (here / "maps" / "shop.yaml").write_text(DRAFT + "check: {profile: workshop}\n", encoding="utf-8")
    assert run("maps/shop.yaml").stdout.endswith("in profile workshop.\n"), "the file comes before the project"


def test_settings_of_a_file_that_cannot_be_meant_are_located(here: Path) -> None:
    (here / "shop.yaml").write_text(
        DRAFT + "check:\n  profil: draft\n  parameters: {STR-04: {stags: 3}}\n  severity: {STR-04: loud}\n", encoding="utf-8"
    )
    lines = [line.strip() for line in run("shop.yaml", "--select", "MGT").stdout.splitlines() if "shop.yaml:" in line]
    assert [one.partition(" ")[0] for one in lines if one.startswith("shop.yaml:2")][-3:] == [
        "shop.yaml:25:3",
        "shop.yaml:27:22",
        "shop.yaml:26:32",
    ]


def test_readers_of_published_maps_see_pictures_so_these_are_checked_too(here: Path) -> None:
    (here / "shop.yaml").write_text(DRAFT.replace("title: Shop", "title: Shop\nlang: en"), encoding="utf-8")
    assert "ACC" not in run("shop.yaml", "--profile", "publish").stdout
    (here / "shop.yaml").write_text(DRAFT, encoding="utf-8")
    assert "ACC-07" in run("shop.yaml", "--profile", "publish").stdout
    assert "ACC" not in run("shop.yaml", "--profile", "workshop").stdout


def test_colour_stays_out_of_pipes_and_hostile_names_out_of_the_terminal(here: Path) -> None:
    (here / "a\x1b[31m.yaml").write_text(DRAFT, encoding="utf-8")
    result = run("a\x1b[31m.yaml")
    assert result.exit_code == 1
    assert "\x1b" not in result.stdout


def test_the_whole_process_is_quick(here: Path) -> None:
    best = 9.0
    for _ in range(5):
        before = os.times()
        subprocess.run(
            [sys.executable, "-m", "journeykit", "check", "hotel.yaml", "--profile", "workshop"], capture_output=True, check=False
        )
        after = os.times()
        best = min(best, after.children_user + after.children_system - before.children_user - before.children_system)
    assert best < 0.9, "a third of it on a quiet machine; this guards against an import too many"


def test_the_hook_runs_this_command() -> None:
    import yaml

    (hook,) = yaml.safe_load(Path(".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["entry"].split() == ["journeykit", "check"]
    assert hook["language"] == "python"
    assert [
        one
        for one in ("maps/buy.yaml", "x/journeys/a.yml", "buy.journey.json", "compose.yaml", "maps/a.txt")
        if re.search(hook["files"], one)
    ] == ["maps/buy.yaml", "x/journeys/a.yml", "buy.journey.json"]


def test_findings_that_are_accepted_are_not_fixed(here: Path) -> None:
    assert run("shop.yaml", "--write-baseline").exit_code == 0
    before = (here / "shop.yaml").read_bytes()
    assert run("shop.yaml", "--fix", "--baseline", "journeykit-baseline.json").exit_code == 0
    assert (here / "shop.yaml").read_bytes() == before
    assert run("shop.yaml", "--diff", "--baseline", "journeykit-baseline.json").stdout == ""


def test_what_is_left_is_said(here: Path) -> None:
    text = DRAFT.replace("channels: [email, e-mails]", "channels:\n              - email\n              - e-mails   # why both?")
    (here / "shop.yaml").write_text(text, encoding="utf-8")
    result = run("shop.yaml", "--fix", "--select", "STR-14")
    assert "left: shop.yaml:5:5 STR-14: a comment would be lost or stand at something else\n" in result.stderr
    assert result.stderr.count("left:") == 1
    assert (here / "shop.yaml").read_text(encoding="utf-8") == text
    assert run("shop.yaml", "--diff", "--select", "STR-14").stderr.count("left:") == 1


def test_a_difference_can_be_applied(here: Path) -> None:
    for text in (DRAFT, DRAFT.rstrip("\n")):
        (here / "shop.yaml").write_text(text, encoding="utf-8")
        (here / "all.diff").write_text(run("shop.yaml", "--diff", "--profile", "workshop").stdout, encoding="utf-8")
        subprocess.run(["patch", "-p0", "-i", "all.diff"], check=True, capture_output=True)
        assert run("shop.yaml", "--diff", "--profile", "workshop").stdout == ""


def test_standard_input_is_not_fixed_in_its_place(here: Path) -> None:
    assert "cannot be fixed in its place" in run("-", "--fix", stdin=DRAFT).stderr


def test_severities_of_several_profiles_are_counted_apart(here: Path) -> None:
    (here / "a.yaml").write_text(DRAFT + "check: {profile: workshop}\n", encoding="utf-8")
    (here / "b.yaml").write_text(DRAFT + "check: {profile: publish}\n", encoding="utf-8")
    lines = run("a.yaml", "b.yaml", "--statistics", "--select", "COM-01").stdout.splitlines()
    assert lines == ["1  COM-01  error    journey-without-persona", "1  COM-01  warning  journey-without-persona", "1 error, 1 warning in profile workshop, publish."]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "amount"),
    [
        (("--profile", "publish"), 1),
        (("--profile", "publish", "--ignore", "ACC"), 0),
        (("--profile", "publish", "--select", "STR-01"), 0),
        (("--profile", "management", "--select", "ACC-07,STR"), 1),
        (("--profile", "workshop"), 0),
        (("--select", "ACC-07"), 1),
    ],
)
def test_pictures_are_drawn_only_for_rules_that_look_at_them(
    here: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], amount: int
) -> None:
    drawn = []
    whole = pipeline.render
    monkeypatch.setattr(pipeline, "render", lambda one: drawn.append(one) or whole(one))
    result = run("shop.yaml", *arguments)
    assert (len(drawn), result.stdout.count("ACC-07")) == (amount, amount)


def test_a_file_says_what_is_not_looked_at_in_its_pictures(here: Path) -> None:
    for said in ("check: {ignore: [ACC]}\n", "check: {severity: {ACC-07: off}}\n"):
        (here / "shop.yaml").write_text(DRAFT + said, encoding="utf-8")
        assert "ACC-07" not in run("shop.yaml", "--profile", "publish").stdout
    (here / "shop.yaml").write_text(DRAFT.replace("    type: use\n", "    type: use\n    allow: {ACC-07: for us only}\n"), encoding="utf-8")
    assert "ACC-07" not in run("shop.yaml", "--profile", "publish").stdout


def test_what_the_checker_says_itself_is_explained() -> None:
    assert run("--explain", "CHK-01").stdout.startswith("CHK-01 unused-allowance")


def test_settings_for_all_files_are_not_taken_from_one(here: Path) -> None:
    (here / "shop.yaml").write_text(DRAFT + "check:\n  fail-on: error\n", encoding="utf-8")
    assert (
        "shop.yaml:25:3  The checker has no setting 'fail-on'. It holds for all files: say it in pyproject.toml" in run("shop.yaml").stdout
    )


def test_a_rule_that_fails_ends_the_command_with_2(here: Path) -> None:
    offers = here / "lib" / "acme-1.0.dist-info"
    offers.mkdir(parents=True)
    (offers / "METADATA").write_text("Metadata-Version: 2.1\nName: acme\nVersion: 1.0\n")
    (offers / "entry_points.txt").write_text("[journeykit.rules]\nacme = acme_rules\n")
    (here / "lib" / "acme_rules.py").write_text(
        "from journeykit.rules import rule\n@rule('ACME-1', 'too-bad', of='journey', warning='draft')\ndef bad(at):\n    return 1 / 0\n"
    )
    command = [sys.executable, "-m", "journeykit", "check", "shop.yaml"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(here / "lib")})
    assert done.returncode == 2
    assert "STR-14" in done.stdout
    assert "The rule ACME-1 too-bad of the package 'acme_rules' failed." in done.stderr
    assert "Traceback" not in done.stderr
