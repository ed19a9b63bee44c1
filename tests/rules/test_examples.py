"""The two worked examples: what must fire, at which elements, and that nothing else does in a draft."""

import runpy
from datetime import date
from pathlib import Path

import pytest

from journeykit.model import Portfolio
from journeykit.rules import Report, check

EXAMPLES = Path(__file__).parents[2] / "examples"


def book_of(name: str) -> Portfolio:
    book = runpy.run_path(str(EXAMPLES / f"{name}.py"))["book"]
    assert isinstance(book, Portfolio)
    return book


@pytest.fixture(scope="module")
def hotel() -> Portfolio:
    return book_of("hotel")


@pytest.fixture(scope="module")
def dealership() -> Portfolio:
    return book_of("dealership")


def ids(report: Report, code: str) -> list[str]:
    return [one.anchors[0][0].rpartition("/")[2] for one in report.filter(code=code)]


def test_the_hotel_as_a_map(hotel: Portfolio) -> None:
    report = check(hotel, profile="publish", today=date(2026, 1, 1))
    assert ids(report, "COM-07") == ["t1", "t2", "t3", "t4", "t5", "t6", "t7"]
    assert ids(report, "MGT-13") == ["t1", "t3", "t4", "t5", "t7"]
    assert ids(report, "EVD-01") == ids(report, "COM-01") == ids(report, "COM-05") == ["hotel-stay"]
    assert [one.code for one in report.filter(severity="error")] == ["COM-01", "COM-05"]
    assert report.not_run == ()


def test_the_hotel_as_a_blueprint(hotel: Portfolio) -> None:
    report = check(hotel, profile="blueprint")
    assert {code: [one.anchors[0][0] for one in found] for code, found in report.by_code().items() if code.startswith("BLU")} == {
        "BLU-04": ["hotel-stay/s2"]
    }


def test_the_hotel_by_the_other_convention(hotel: Portfolio) -> None:
    from attrs import evolve

    other = evolve(hotel, journeys=[evolve(hotel.journeys[0], visibility_convention="perception")])
    assert ids(check(other, profile="blueprint"), "BLU-05") == ["a1"]


def test_the_dealership(dealership: Portfolio) -> None:
    report = check(dealership, profile="management", today=date(2026, 1, 1))
    assert ids(report, "COM-02") == ["buyer"]
    assert ids(report, "COM-08") == ["dealer-website", "trade-in", "delivery"]
    assert ids(report, "COM-13") == ["test-drive", "negotiate", "finance"]
    assert ids(report, "MGT-13") == ["dealer-website", "arrive", "needs", "test-drive", "negotiate", "trade-in", "finance", "delivery"]
    assert ids(report, "MEA-04") == ["sat-time"]
    assert ids(report, "MEA-01") == ["test-drive"]
    assert ids(report, "MEA-12") == ["buy-a-car"]
    assert "faster but worse" in report.filter(code="MEA-12")[0].message
    assert {"ihs14", "cox15"} <= set(ids(report, "EVD-07"))
    assert ids(report, "CUS-07") == []
    assert report.counts()["error"] == 0


def test_a_source_is_stale_only_for_its_age(dealership: Portfolio) -> None:
    report = check(dealership, select=["EVD-07"], today=date(2017, 1, 1))
    assert ids(report, "EVD-07") == ["ihs14"]


def test_drafts_are_left_alone(hotel: Portfolio, dealership: Portfolio) -> None:
    assert list(check(hotel)) == []
    assert [one.code for one in check(dealership)] == ["MEA-04"]


def test_ten_lines_are_left_alone_in_a_draft() -> None:
    import journeykit as jk

    assert list(check(jk.load(EXAMPLES / "ten_lines.yaml"))) == []


def test_the_pictures_of_the_examples_are_readable(dealership: Portfolio) -> None:
    import journeykit as jk

    for name in ("default", "dark", "print"):
        assert list(check(jk.render(dealership, theme=name))) == []


def test_findings_say_it_by_title_and_id(hotel: Portfolio) -> None:
    one = check(hotel, profile="blueprint").filter(code="BLU-04")[0]
    assert one.message == '"Security system" (hotel-stay/s2) is in support, and no link says what it supports.'
    assert one.where == "journeys['hotel-stay'].activities['s2']"
    assert one.anchors == (("hotel-stay/s2", "Security system"),)
    assert str(one) == f"{one.where}: warning BLU-04 {one.message}"
