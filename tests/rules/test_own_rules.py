"""Rules of other packages: what goes wrong in them stops nothing else, and is said with their name."""

from collections.abc import Iterator
from importlib.metadata import EntryPoint
from types import ModuleType
from typing import Any

import pytest

from journeykit.errors import ModelError, UnknownNameError
from journeykit.model import Journey
from journeykit.rules import Hit, Report, Spot, _catalogue, catalogue, check, explained, rule, rule_named, rule_or_remark


def own(function: Any, code: str = "ACME-1", name: str = "of-our-own") -> Any:
    return rule(code, name, of="journey", warning="draft")(function)


def raising(at: Any) -> Iterator[Hit]:
    yield Hit(at.spot, "Before.")
    raise ValueError("bo\x1b[31mom")


@pytest.mark.parametrize(
    "function",
    [
        raising,
        lambda at: [Hit(at.spot, None)],  # type: ignore[arg-type]  # what an untyped rule may give
        lambda at: ["a text"],
        lambda at: [Hit("a path", "Odd.")],  # type: ignore[arg-type]  # as above
        lambda at: [Hit(at.spot, "Odd.", severity="fatal")],  # type: ignore[arg-type]  # as above
        lambda at: [Hit(at.spot, "Odd.", also=(Spot(3, "", ""),))],  # type: ignore[arg-type]  # as above
        lambda at: None,
        lambda: (),
    ],
)
def test_a_rule_that_fails_is_named_and_the_others_run(function: Any) -> None:
    report = check(Journey("I PAY"), rules=[own(function), own(lambda at: [Hit(at.spot, "Fine.")], "ACME-2", "what-works")])
    (problem,) = report.broken
    assert problem.message == "The rule ACME-1 of-our-own of the package 'tests' failed."
    assert "\x1b" not in str(problem)
    assert problem.message in str(report)
    assert {"STR-01", "ACME-2"} <= {one.code for one in report}
    assert "ACME-1" not in report.ran
    assert [(one.code, one.reason) for one in report.not_run] == [("ACME-1", "it failed")]
    assert Report.joined([report, report]).broken == report.broken


def test_a_rule_of_the_house_that_fails_is_a_mistake_of_the_house(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = own(raising)
    monkeypatch.setattr(raising, "__module__", "journeykit.rules.str_parts")
    with pytest.raises(ValueError, match="bo"):
        check(Journey("I PAY"), rules=[broken])


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Lets packages offer rules."""

    def offer(**modules: Any) -> None:
        def loaded(point: EntryPoint) -> Any:
            if isinstance(modules[point.name], Exception):
                raise modules[point.name]
            return modules[point.name]

        monkeypatch.setattr(_catalogue, "_is_offered", lambda folder: True)
        monkeypatch.setattr("importlib.metadata.entry_points", lambda group: [EntryPoint(name, name, group) for name in modules])
        monkeypatch.setattr(EntryPoint, "load", loaded)
        _catalogue._installed.cache_clear()

    yield offer
    monkeypatch.undo()
    _catalogue._installed.cache_clear()


def test_a_package_that_cannot_be_loaded_is_named_and_the_others_are(offered: Any) -> None:
    good = ModuleType("good")
    good.one = own(lambda at: [Hit(at.spot, "Fine.")])  # type: ignore[attr-defined]  # a module of names
    offered(
        gone=ModuleNotFoundError("No module named 'gone'"),
        good=good,
        wrong=ModelError("A rule has a code that is not well formed."),
        undecorated=raising,
        empty=ModuleType("empty"),
        twin=own(raising, "MGT-13", "another-name"),
    )
    report = check(Journey("I PAY"))
    assert "ACME-1" in {one.code for one in report}
    said = [(one.message, one.got) for one in report.broken]
    assert said == [
        ("The rules of the package 'empty' could not be loaded.", "no rule"),
        ("The rules of the package 'gone' could not be loaded.", "ModuleNotFoundError: \"No module named 'gone'\""),
        ("A rule of the package 'twin' is called as another one is, and does not run.", "Rule('MGT-13', 'another-name') beside Rule('MGT-13', 'touchpoint-without-owner')"),
        ("The rules of the package 'undecorated' could not be loaded.", "no rule"),
        ("The rules of the package 'wrong' could not be loaded.", "A rule has a code that is not well formed."),
    ]  # fmt: skip
    assert rule_named("ACME-1") in catalogue()


def test_what_is_no_rule_is_refused() -> None:
    with pytest.raises(ModelError, match="This is no rule"):
        check(Journey("I pay"), rules=[len])  # type: ignore[list-item]  # what an untyped caller may pass


def test_rules_are_selected_by_whatever_gives_names() -> None:
    journey = Journey("I pay")
    wanted = ["COM-01", "STR-01"]
    for select in (wanted, set(wanted), (one for one in wanted), "COM-01,STR-01", "COM-01 STR-01", ["COM-01,STR-01"][0]):
        assert sorted(one.code for one in check(journey, select=select)) == wanted
    assert "STR-01" not in {one.code for one in check(journey, ignore={"STR"})}


def test_a_report_is_not_asked_for_what_there_is_not() -> None:
    report = check(Journey("I pay"), rules=[own(lambda at: [])])
    for code in ("MGT-13", "touchpoint-without-owner", "EVD", "CHK-01", "CHK", "ACME-1", "ACME"):
        assert len(report.filter(code=code)) == 0
    with pytest.raises(UnknownNameError, match="did you mean 'MGT-1"):
        report.filter(code="MGT-133")


def test_words_of_a_list_are_told() -> None:
    text = explained(rule_named("CUS-01"))
    assert "    kyc, crm, erp, " in text
    assert max(map(len, text.partition("Settings:")[2].partition("Fails:")[0].splitlines())) < 120


def test_what_the_checker_says_itself_is_explained() -> None:
    assert explained(rule_or_remark("CHK-01")).startswith("CHK-01 unused-allowance  (info, always)\n\nWhy it matters:\n")
    assert rule_or_remark("wrong-setting").code == "CHK-03"
    assert rule_or_remark("MGT-13") is rule_named("MGT-13")
    with pytest.raises(UnknownNameError, match="CHK-99"):
        rule_or_remark("CHK-99")
