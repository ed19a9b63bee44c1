"""A report as text for people and for programs."""

import json
from pathlib import Path

import pytest

from journeykit.documents import document_of
from journeykit.errors import UnknownNameError
from journeykit.rules import Report, check, reported

TEXT = """journeykit: 1
journeys:
  - title: I | pay <b>
    stages:
      - title: Pay
        touchpoints:
          - title: "Validate KYC: 100 %, now"
"""


@pytest.fixture(scope="module")
def report() -> Report:
    document = document_of(TEXT, name="a map.yaml")
    return check(document.portfolio, select=["CUS-01", "COM-03"]).located(document.locate)


def test_findings_have_places(report: Report) -> None:
    assert [(one.code, one.place) for one in report] == [("COM-03", "a map.yaml:3:5"), ("CUS-01", "a map.yaml:7:13")]


def test_text(report: Report) -> None:
    lines = reported(report).splitlines()
    assert lines[1].startswith("a map.yaml:7:13: warning CUS-01 ")
    assert lines[-1] == "0 errors, 2 warnings, 0 info in profile draft"


def test_json(report: Report) -> None:
    held = json.loads(reported(report, "json"))
    assert held["counts"] == {"error": 0, "warning": 2, "info": 0}
    assert [one["code"] for one in held["findings"]] == ["COM-03", "CUS-01"]
    assert held["findings"][1]["anchors"][0]["title"] == "Validate KYC: 100 %, now"


def test_annotations_of_a_workflow(report: Report) -> None:
    line = reported(report, "github").splitlines()[1]
    assert line.startswith("::warning file=a map.yaml,line=7,col=13,title=CUS-01 title-in-the-companys-words::")
    assert "100 %25, now" in line
    assert reported(Report(), "github") == ""


def test_markdown(report: Report) -> None:
    rows = reported(report, "markdown").splitlines()
    assert len({row.replace("\\|", "").count("|") for row in rows[:4]}) == 1
    assert "<b>" not in rows[2]
    assert rows[-1] == "0 error, 2 warning, 0 info in profile draft."


def test_sarif(report: Report) -> None:
    held = json.loads(reported(report, "sarif"))
    assert held["version"] == "2.1.0"
    run = held["runs"][0]
    assert [one["id"] for one in run["tool"]["driver"]["rules"]] == ["COM-03", "CUS-01"]
    result = run["results"][1]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("CUS-01", 1, "warning")
    place = result["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "a%20map.yaml"}, "region": {"startLine": 7, "startColumn": 13}}


def test_unknown_forms_are_refused(report: Report) -> None:
    with pytest.raises(UnknownNameError, match="xml"):
        reported(report, "xml")  # type: ignore[arg-type]  # what an untyped caller may pass


def test_sarif_holds_what_its_schema_asks_for() -> None:
    import journeykit as jk

    report = jk.check(jk.open_document(Path(__file__).parent / "data" / "thirty_defects.yaml"), profile="workshop")
    held = json.loads(reported(report, "sarif"))
    assert held.keys() == {"$schema", "version", "runs"}
    (run,) = held["runs"]
    assert run.keys() <= {"tool", "results", "columnKind"}
    assert run["columnKind"] in {"utf16CodeUnits", "unicodeCodePoints"}
    rules = run["tool"]["driver"]["rules"]
    assert run["tool"]["driver"]["name"]
    assert len({one["id"] for one in rules}) == len(rules)
    for one in rules:
        assert one.keys() == {"id", "name", "shortDescription", "fullDescription", "help"}
        assert all(one[key]["text"] for key in ("shortDescription", "fullDescription", "help"))
    assert len(run["results"]) == len(report)
    for one in run["results"]:
        assert rules[one["ruleIndex"]]["id"] == one["ruleId"]
        assert one["level"] in {"none", "note", "warning", "error"}
        assert one["message"]["text"]
        (place,) = one["locations"]
        region = place["physicalLocation"]["region"]
        assert min(region.values()) >= 1
        assert set(region) == {"startLine", "startColumn"}
        assert not set(place["physicalLocation"]["artifactLocation"]["uri"]) & set(' \\"<>^`{|}')
        assert all(each["fullyQualifiedName"] for each in place["logicalLocations"])
