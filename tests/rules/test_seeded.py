"""Files with seeded defects: each is found, at its line, and nothing else fails or warns."""

import re
from datetime import date
from pathlib import Path

import pytest

import journeykit as jk
from journeykit.rules import catalogue, check

DATA = Path(__file__).parent / "data"


def seeded(path: Path) -> list[tuple[int, str]]:
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if mark := re.search(r"# defect: ([A-Z0-9, -]+)$", line):
            found += [(number, code) for code in mark.group(1).split(", ")]
    return found


def test_thirty_defects_and_no_more() -> None:
    path = DATA / "thirty_defects.yaml"
    report = jk.check(jk.open_document(path), profile="workshop", today=date(2026, 1, 1))
    found = [(int(one.place.rsplit(":", 2)[1]), one.code) for one in report.filter(severity="warning")]
    assert sorted(found) == sorted(seeded(path))


def test_there_is_a_defect_for_each_rule() -> None:
    due = {one.code for one in catalogue() for level in ("draft", "workshop") if one.levels.get(level) in {"error", "warning"}}
    assert {code for _, code in seeded(DATA / "thirty_defects.yaml")} == due
    assert len(due) == 30


@pytest.mark.parametrize("code", [f"CMP-0{number}" for number in range(1, 6)])
def test_five_defects_of_comparing(code: str) -> None:
    before, after = jk.load(DATA / "compared_before.yaml"), jk.load(DATA / "compared_after.yaml")
    assert code in {one.code for one in jk.check(jk.compare(before, after)).filter(severity="warning")}
    assert not check(jk.compare(before, before)).filter(severity="error")
