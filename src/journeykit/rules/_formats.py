"""A report as text: for people, for programs, for the page of a pull request, for tools that read SARIF."""

import json
import re
from collections.abc import Callable
from typing import Any, Literal, get_args

from journeykit.errors import Problem, UnknownNameError, shown

from ._finding import Finding
from ._report import Report

ReportFormat = Literal["text", "json", "github", "markdown", "sarif"]
_PLACE = re.compile(r"(.+):(\d+):(\d+)")
_SARIF = {"error": "error", "warning": "warning", "info": "note"}
_GITHUB = {"error": "error", "warning": "warning", "info": "notice"}
_MARKS = re.compile(r"([\\`*_{}\[\]<>()#+!|~-])")


def reported(report: Report, form: ReportFormat = "text") -> str:
    """A report as text that ends with a line break; the same report gives the same text.

    Args:
        report: the findings. Those that know their `place` get file, line and column.
        form: `text` one line a finding; `json` all that is known; `github` annotations of a workflow; `markdown` a table;
            `sarif` SARIF 2.1.0.

    Raises:
        UnknownNameError: there is no such form.

    Example:
        >>> print(reported(Report()), end="")
        0 errors, 0 warnings, 0 info in profile draft
    """
    write = _WRITERS.get(form)
    if write is None:
        raise UnknownNameError(
            Problem(f"There is no form {shown(form)} of reports.", got=shown(form), expected=f"one of {get_args(ReportFormat)}")
        )
    text = write(report)
    return text if text.endswith("\n") or not text else text + "\n"


def _parts(one: Finding) -> tuple[str, int, int]:
    """File, line and column; empty and 0 where they are not known."""
    found = _PLACE.fullmatch(one.place)
    return (found.group(1), int(found.group(2)), int(found.group(3))) if found else ("", 0, 0)


def _dumped(held: Any) -> str:
    return json.dumps(held, ensure_ascii=False, indent=2)


def _json(report: Report) -> str:
    found = [
        {
            "code": one.code, "name": one.name, "severity": one.severity, "message": one.message, "where": one.where, "place": one.place,
            "anchors": [{"id": key, "title": title} for key, title in one.anchors], "why": one.why, "fix": one.fix, "source": one.source,
        }
        for one in report
    ]  # fmt: skip
    skipped = [{"code": one.code, "name": one.name, "reason": one.reason} for one in report.not_run]
    return _dumped({"profile": report.profile, "counts": report.counts(), "findings": found, "not_run": skipped})


def _github(report: Report) -> str:
    return "".join(f"{_annotation(one)}\n" for one in report)


def _annotation(one: Finding) -> str:
    file, line, column = _parts(one)
    named = [("file", file), ("line", str(line)), ("col", str(column))] if file else []
    fields = ",".join(f"{key}={_escaped(value, inside=True)}" for key, value in [*named, ("title", f"{one.code} {one.name}")])
    return f"::{_GITHUB[one.severity]} {fields}::{_escaped(f'{one.message} {one.fix}'.strip(), inside=False)}"


def _escaped(text: str, *, inside: bool) -> str:
    """As workflow commands want it; `inside` a property also colons and commas."""
    held = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return held.replace(":", "%3A").replace(",", "%2C") if inside else held


def _markdown(report: Report) -> str:
    rows = ["| | Rule | Finding | Where | What to do |", "|---|---|---|---|---|"]
    rows += [
        f"| {one.severity} | {one.code} | {_plain(one.message)} | {_plain(one.place or one.where)} | {_plain(one.fix)} |" for one in report
    ]
    counts = ", ".join(f"{amount} {severity}" for severity, amount in report.counts().items())
    return "\n".join([*(rows if report.findings else []), "", f"{counts} in profile {_plain(report.profile)}."]).lstrip("\n")


def _plain(text: str) -> str:
    """A text that Markdown shows as it is."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def _sarif(report: Report) -> str:
    firsts = {one.code: one for one in reversed(report.findings)}
    order = list(dict.fromkeys(one.code for one in report))
    rules = [
        {
            "id": code, "name": firsts[code].name, "shortDescription": {"text": firsts[code].name.replace("-", " ")},
            "fullDescription": {"text": firsts[code].why or firsts[code].name}, "help": {"text": firsts[code].fix or firsts[code].name},
        }
        for code in order
    ]  # fmt: skip
    results = [
        {
            "ruleId": one.code, "ruleIndex": order.index(one.code), "level": _SARIF[one.severity], "message": {"text": one.message},
            "locations": [_location(one)],
        }
        for one in report
    ]  # fmt: skip
    run = {"tool": {"driver": {"name": "journeykit", "rules": rules}}, "columnKind": "unicodeCodePoints", "results": results}
    return _dumped({"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]})


def _location(one: Finding) -> dict[str, Any]:
    file, line, column = _parts(one)
    held: dict[str, Any] = {"logicalLocations": [{"fullyQualifiedName": one.where}]} if one.where else {}
    if file:
        held["physicalLocation"] = {"artifactLocation": {"uri": _uri(file)}, "region": {"startLine": line, "startColumn": column}}
    return held


def _uri(file: str) -> str:
    from urllib.parse import quote  # noqa: PLC0415  # asked for by one form alone

    return quote(file.replace("\\", "/"))


_WRITERS: dict[str, Callable[[Report], str]] = {"text": str, "json": _json, "github": _github, "markdown": _markdown, "sarif": _sarif}
