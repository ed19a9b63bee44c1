"""What a baseline accepts, and what it says is gone."""

import json
from pathlib import Path

import pytest

from journeykit.documents import Baseline, Document, baseline_of, check, open_document, read_baseline
from journeykit.rules import Report

TEXT = """\
journeykit: 1
journeys:
  - id: start
    title: I start
    allow: {STR-05: no}
    stages:
      - title: Ask
        touchpoints:
          - {id: kickoff, title: Talks, emotion: {valence: 1, basis: measured}}
          - {title: Signs}
      - {title: Go, touchpoints: [Goes]}
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "maps").mkdir()
    for name in ("a", "b"):
        (tmp_path / "maps" / f"{name}.yaml").write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def opened(name: str) -> tuple[Document, Report]:
    document = open_document(name)
    return document, check(document, profile="workshop")


def kept(baseline: Baseline) -> Baseline:
    Path("base.json").write_text(baseline.dumps())
    return read_baseline(Path("base.json"))


def both() -> Baseline:
    held = [opened(f"maps/{name}.yaml") for name in "ab"]
    return kept(baseline_of(Report.joined(report for _, report in held)))


def test_files_are_named_as_seen_from_the_baseline(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    baseline = both()
    assert {key[0] for key in baseline.accepted} == {"maps/a.yaml", "maps/b.yaml"}
    _, report = opened(str(here / "maps" / "a.yaml"))
    assert not baseline.apply(report)[0].findings
    monkeypatch.chdir(here / "maps")
    _, report = opened("b.yaml")
    assert not read_baseline(Path("..", "base.json")).apply(report)[0].findings


def test_only_what_was_looked_at_is_said_to_be_gone(here: Path) -> None:
    baseline = both()
    document, report = opened("maps/a.yaml")
    assert baseline.apply(report, document.names) == (report.filter(where="nowhere"), 0)
    for narrow in (check(document, select="STR"), check(document), check(document, select="MGT-13")):
        assert baseline.apply(narrow, document.names)[1] == 0
    (here / "maps" / "a.yaml").write_text(
        TEXT.replace(", emotion: {valence: 1, basis: measured}", "").replace("    allow: {STR-05: no}\n", "")
    )
    document, report = opened("maps/a.yaml")
    assert baseline.apply(report, document.names)[1] == 2
    assert baseline.apply(check(document, select="EVD-08"), document.names)[1] == 1


def test_a_touchpoint_that_moves_to_another_stage_stays_accepted(here: Path) -> None:
    baseline = both()
    line = "          - {id: kickoff, title: Talks, emotion: {valence: 1, basis: measured}}\n"
    moved = TEXT.replace(line, "").replace("touchpoints: [Goes]}", "touchpoints: [Goes, " + line.strip(" -\n") + "]}")
    (here / "maps" / "a.yaml").write_text(moved)
    document, report = opened("maps/a.yaml")
    left, gone = baseline.apply(report, document.names)
    assert ([one.code for one in left if one.code == "EVD-08"], gone) == ([], 0)


def test_older_baselines_are_read(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, report = opened("maps/a.yaml")
    rows = [{"file": "maps/a.yaml", "code": one.code, "where": one.where, "count": 1} for one in report]
    assert any(".stages[" in one.where and ".touchpoints[" in one.where for one in report)
    for path in ("old.json", "maps/old.json"):
        Path(path).write_text(json.dumps({"journeykit_baseline": 1, "findings": rows}))
        baseline = read_baseline(Path(path))
        assert not baseline.apply(report)[0].findings
        assert not read_baseline(here / path).apply(report)[0].findings


def test_a_baseline_written_for_some_files_keeps_what_others_are_allowed(here: Path) -> None:
    baseline = both()
    document, report = opened("maps/a.yaml")
    again = baseline.renewed([(report, document.names)])
    assert again.accepted == baseline.accepted
    narrow = baseline.renewed([(check(document, select="STR-01"), document.names)])
    assert narrow.accepted == baseline.accepted
    Path("maps/b.yaml").unlink()
    assert {key[0] for key in baseline.renewed([(report, document.names)]).accepted} == {"maps/a.yaml"}
