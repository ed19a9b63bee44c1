"""Which findings are accepted, and which allowances are said not to be needed."""

import pytest

from journeykit.model import Channel, Journey, Persona, Portfolio, Stage, Touchpoint
from journeykit.rules import check


def codes(book: Portfolio | Journey, *select: str, **given: object) -> list[str]:
    return [one.code for one in check(book, select=select, **given)]  # type: ignore[arg-type]  # of many kinds


def two(first: dict[str, str], second: dict[str, str]) -> Portfolio:
    return Portfolio("B", channels=[Channel("App", id="a", allow=first), Channel("APP", id="b", allow=second)])


WHY = {"STR-14": "these are two products"}


@pytest.mark.parametrize(("first", "second"), [(WHY, {}), ({}, WHY), (WHY, WHY)])
def test_a_finding_about_two_is_accepted_at_either(first: dict[str, str], second: dict[str, str]) -> None:
    assert codes(two({}, {}), "STR-14") == ["STR-14"]
    assert codes(two(first, second), "STR-14") == []


def test_it_is_not_accepted_around_the_other_one() -> None:
    steps = [Touchpoint("Pays", pains=["Waits"]), Touchpoint("Pays", id="again")]
    allowing = [Stage("One", [steps[0]], allow={"STR-05": "told twice"}), Stage("Two", [steps[1]])]
    assert codes(Journey("I pay", stages=allowing), "STR-05") == ["STR-05", "CHK-01"]
    assert codes(Journey("I pay", stages=[Stage("All", steps, allow={"STR-05": "told twice"})]), "STR-05") == []


def test_an_allowance_is_judged_where_its_rule_asks_for_the_most() -> None:
    ann = Persona("Ann", segment="All", needs="Rest", pleased_by="Quiet", allow={"COM-02": "found out in May"})
    book = Portfolio("B", personas=[ann])
    assert "CHK-01" not in codes(book, profile="workshop")
    assert "CHK-01" not in codes(book, profile="publish"), "it is needed there"
    whole = Persona("Ann", segment="All", needs="Rest", pleased_by="Quiet", age=30, occupation="Nurse", family="none", tech_familiarity=3, disappointed_by="Noise", allow={"COM-02": "x"})  # fmt: skip
    assert "CHK-01" in codes(Portfolio("B", personas=[whole]), profile="publish")


def test_an_allowance_may_be_for_a_profile_of_ones_own() -> None:
    steps = [Stage(one, [Touchpoint(one)]) for one in ("Books", "Drives", "Returns")]
    book = Journey("I rent", stages=steps, allow={"STR-04": "agreed"})
    assert "CHK-01" in codes(book)
    strict = {"profiles": {"strict": {"parameters": {"STR-04": {"most_touchpoints": 2}}}}}
    assert "CHK-01" not in codes(book, configuration=strict)
    assert "CHK-01" not in codes(book, configuration=strict, profile="strict")


@pytest.mark.parametrize("reason", ["", "  "])
def test_an_allowance_says_why(reason: str) -> None:
    report = check(Journey("I pay", allow={"STR-01": reason}), select="STR-01")
    assert [(one.code, one.severity, one.where) for one in report] == [("CHK-05", "warning", "journeys['i-pay'].allow")]
