"""Findings that are accepted for now: what was there before the checking began does not hide what is new."""

import json
from collections import Counter
from pathlib import Path
from typing import Final

from attrs import evolve, frozen

from journeykit.errors import FileError, Problem
from journeykit.rules import Finding, Report

__all__ = ["Baseline", "baseline_of", "read_baseline"]

VERSION: Final = 1


@frozen
class Baseline:
    """How many findings of each rule are accepted at each element.

    Attributes:
        accepted: by file, code and model path. Messages and lines may change; the element may not.
    """

    accepted: Counter[tuple[str, str, str]]

    def apply(self, report: Report) -> tuple[Report, int]:
        """The report without what is accepted, and how many accepted findings are no longer there."""
        left = Counter(self.accepted)
        kept = []
        for one in report:
            if left[_key(one)]:
                left[_key(one)] -= 1
            else:
                kept.append(one)
        return evolve(report, findings=tuple(kept)), sum(left.values())

    def dumps(self) -> str:
        """The text of its file; sorted, so that versions of it compare well."""
        rows = [
            {"file": file, "code": code, "where": where, "count": amount}
            for (file, code, where), amount in sorted(self.accepted.items())
            if amount
        ]
        return json.dumps({"journeykit_baseline": VERSION, "findings": rows}, ensure_ascii=False, indent=2) + "\n"


def baseline_of(report: Report) -> Baseline:
    """The baseline that accepts all findings of a report."""
    return Baseline(Counter(map(_key, report)))


def read_baseline(path: Path) -> Baseline:
    """The baseline in a file.

    Raises:
        FileError: it is none.
        OSError: it cannot be opened.
    """
    problem = Problem("This is no baseline.", location=f"{path}:1:1", hint="write one with `journeykit check --write-baseline`")
    try:
        held = json.loads(path.read_bytes())
        if held["journeykit_baseline"] != VERSION:
            raise FileError(evolve(problem, got=f"version {held['journeykit_baseline']!r}", expected=f"version {VERSION}"))
        rows = [(str(one["file"]), str(one["code"]), str(one["where"]), int(one["count"])) for one in held["findings"]]
    except (ValueError, TypeError, KeyError) as error:
        if isinstance(error, FileError):
            raise
        raise FileError(problem) from None
    found: Counter[tuple[str, str, str]] = Counter()
    for file, code, where, amount in rows:
        found[file, code, where] += amount
    return Baseline(found)


def _key(one: Finding) -> tuple[str, str, str]:
    file = one.place.rsplit(":", 2)[0] if one.place.count(":") >= 2 else ""
    return file.replace("\\", "/"), one.code, one.where
