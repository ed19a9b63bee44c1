"""Profiles, layers of settings, allowances, and what is said of those that cannot be meant."""

from datetime import date

import pytest

from journeykit.errors import ConversionError, ModelError, UnknownNameError
from journeykit.model import Insight, Journey, Persona, Portfolio, Stage, Touchpoint
from journeykit.rules import PROFILES, FindingsError, catalogue, check

BARE = Journey("I buy", stages=[Stage("Buy", [Touchpoint("Pays"), Touchpoint("Waits", kind="action")])])


def codes(*args, **kwargs):
    return [one.code for one in check(*args, **kwargs)]


def book(**settings) -> Portfolio:
    return Portfolio("Book", journeys=[BARE], check=settings)


def test_profiles_build_on_each_other() -> None:
    ran = {name: set(check(BARE, profile=name, today=date(2026, 1, 1)).ran) for name in PROFILES}
    assert ran["draft"] < ran["workshop"] < ran["publish"] < ran["management"]
    assert ran["workshop"] < ran["blueprint"]
    assert not any(code.startswith("BLU") and code not in ran["publish"] for code in ran["management"])
    assert set().union(*ran.values()) == {one.code for one in catalogue() if one.group not in {"CMP", "ACC"}}


def test_severity_follows_the_profile() -> None:
    found = {
        name: check(BARE, profile=name).filter(code="COM-01")[0].severity for name in ("workshop", "publish", "blueprint", "management")
    }
    assert found == {"workshop": "warning", "publish": "error", "blueprint": "warning", "management": "error"}
    assert check(BARE, profile="blueprint").filter(code="COM-09")[0].severity == "warning"


def test_thresholds_follow_the_profile() -> None:
    persona = Persona("Ann", segment="All", needs="Rest", pleased_by="Quiet")
    assert codes(Portfolio("B", personas=[persona]), profile="workshop", select=["COM-02"]) == []
    assert codes(Portfolio("B", personas=[persona]), profile="management", select=["COM-02"]) == ["COM-02"]


def test_what_asks_for_a_date_is_listed_without_one() -> None:
    assert [one.code for one in check(BARE, profile="management").not_run] == ["EVD-05", "EVD-07", "MEA-08", "MGT-09", "MGT-17"]
    assert check(BARE, profile="management", today=date(2026, 1, 1)).not_run == ()


def test_select_and_ignore_take_codes_names_and_groups() -> None:
    assert codes(BARE, select="COM-03") == codes(BARE, select=["journey-without-type"]) == ["COM-03"]
    assert set(codes(BARE, select=["COM", "STR-04"], ignore=["COM-03"])) == {"STR-04", "COM-01", "COM-04", "COM-05", "COM-07", "COM-08", "COM-09"} | {
        "COM-10", "COM-12"
    }  # fmt: skip


def test_a_rule_that_is_selected_out_of_its_profile_has_its_first_severity() -> None:
    assert check(BARE, select=["COM-05"])[0].severity == "info"
    assert check(BARE, select=["COM-05"], profile="publish")[0].severity == "error"


def test_severities_can_be_given() -> None:
    assert check(BARE, profile="workshop", severity={"COM-03": "error"}).filter(code="COM-03")[0].severity == "error"
    assert (
        check(BARE, profile="workshop", severity={"COM": "info", "COM-03": "error"}).filter(severity="error").findings[0].code == "COM-03"
    )
    assert "COM-03" not in codes(BARE, profile="workshop", severity={"journey-without-type": "off"})


def test_the_file_speaks_louder_than_the_project_and_the_call_than_both() -> None:
    project = {"profile": "workshop", "severity": {"COM-03": "info"}}
    assert check(BARE, configuration=project).profile == "workshop"
    assert check(book(profile="publish"), configuration=project).profile == "publish"
    assert check(book(profile="publish"), configuration=project, profile="draft").profile == "draft"
    file = book(severity={"COM-03": "error"})
    assert check(file, configuration=project).filter(code="COM-03")[0].severity == "error"
    assert check(file, configuration=project, severity={"COM-03": "warning"}).filter(code="COM-03")[0].severity == "warning"


def test_settings_of_rules() -> None:
    assert codes(BARE, select=["STR-04"], parameters={"STR-04": {"fewest_stages": 1}}) == []
    assert codes(book(parameters={"unmanageable-size": {"fewest_stages": 1}}), select=["STR-04"]) == []
    assert codes(BARE, select=["CUS-01"], parameters={"CUS-01": {"verbs": ["pay"]}}) == ["CUS-01"]


def test_profiles_of_ones_own() -> None:
    own = {"profiles": {"house": {"extends": "draft", "select": ["COM-03"], "ignore": ["STR-04"], "severity": {"COM-03": "error"}}}}
    report = check(BARE, profile="house", configuration=own)
    assert [(one.code, one.severity) for one in report] == [("COM-03", "error")]
    assert check(book(profile="house", **own)).profile == "house"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"select": ["XYZ"]}, "'XYZ'"),
        ({"ignore": ["touchpoint-without-ownr"]}, "touchpoint-without-owner"),
        ({"severity": {"COM-01": "fatal"}}, "fatal"),
        ({"parameters": {"COM-01": {"a": 1}}}, "no setting"),
        ({"parameters": {"STR-04": {"most_stages": "nine"}}}, "a number"),
        ({"parameters": {"STR-04": {"most_stages": True}}}, "a number"),
        ({"parameters": {"CUS-01": {"verbs": "pay"}}}, "texts"),
        ({"configuration": {"profil": "draft"}}, "'profile'"),
    ],
)
def test_arguments_that_cannot_be_meant_are_refused(arguments, said) -> None:
    with pytest.raises(ModelError, match=said):
        check(BARE, **arguments)


def test_unknown_profiles_are_refused() -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'workshop'"):
        check(BARE, profile="workshp")
    with pytest.raises(UnknownNameError, match="extends itself"):
        check(BARE, profile="a", configuration={"profiles": {"a": {"extends": "b"}, "b": {"extends": "a"}}})


def test_what_a_file_says_wrong_is_reported() -> None:
    wrong = {"profile": "loose", "ignore": ["XYZ", 3], "severity": {"COM-01": "x"}, "parameters": {"STR-04": 3, "X": {}}, "colour": "red"}
    report = check(book(**wrong))
    assert report.profile == "draft"
    assert [one.where for one in report.filter(code="CHK-03")] == [
        "check", "check.ignore", "check.ignore", "check.severity['COM-01']", "check.parameters['STR-04']", "check.parameters", "check.profile",
    ]  # fmt: skip


def test_there_must_be_something_to_check() -> None:
    with pytest.raises(ConversionError, match="nothing to check"):
        check("a map")


def with_allow(place: str, rule: str) -> Portfolio:
    allow = {rule: "agreed with the team"}
    pain = Insight("40 minutes", severity=4, allow=allow if place == "pain" else {})
    step = Touchpoint("Waits", pains=[pain], allow=allow if place == "touchpoint" else {})
    stage = Stage("Buy", [step], allow=allow if place == "stage" else {})
    return Portfolio("Book", journeys=[Journey("I buy", stages=[stage], allow=allow if place == "journey" else {})])


@pytest.mark.parametrize("place", ["pain", "touchpoint", "stage", "journey"])
@pytest.mark.parametrize("rule", ["COM-16", "severe-pain-without-opportunity"])
def test_a_finding_is_accepted_at_its_element_or_around_it(place: str, rule: str) -> None:
    assert codes(with_allow("", rule), select=["COM-16"]) == ["COM-16"]
    assert codes(with_allow(place, rule), select=["COM-16"]) == []


def test_an_allowance_that_is_not_needed_is_told() -> None:
    idle = Journey("I buy", type="use", stages=BARE.stages, allow={"COM-03": "never typed"})
    report = check(idle, select=["COM-03"])
    assert [(one.code, one.severity, one.where) for one in report] == [("CHK-01", "info", "journeys['i-buy'].allow")]
    assert codes(idle) == ["STR-04"], "a rule that did not run needed nothing"


def test_an_allowance_of_no_rule_is_told() -> None:
    report = check(Journey("I buy", stages=BARE.stages, allow={"COM-99": "x"}), select=["COM-03"])
    assert "COM-99" in report.filter(code="CHK-02")[0].message


def test_allowances_of_the_library() -> None:
    ann = Persona("Ann", allow={"EVD-06": "provisional"})
    assert codes(Portfolio("B", personas=[ann]), select=["EVD-06"]) == []


def test_a_report_can_be_asked() -> None:
    report = check(BARE, profile="workshop")
    assert len(report) == len(list(report)) == sum(report.counts().values())
    assert report[0] == report.findings[0]
    assert report[:2] == report.findings[:2]
    assert {one.severity for one in report.filter(severity="warning")} == {"warning"}
    assert {one.where for one in report.filter(where="journeys['i-buy'].stages['buy'].touchpoints['pays']")} == {
        "journeys['i-buy'].stages['buy'].touchpoints['pays']"
    }
    assert len(report.to_table()) == len(report) + 1
    assert len({len(row) for row in report.to_table()}) == 1
    assert "in profile workshop" in str(report)
    with pytest.raises(UnknownNameError):
        report.filter(severity="fatal")


def test_a_report_can_raise() -> None:
    report = check(BARE, profile="workshop")
    report.raise_if("error")
    with pytest.raises(FindingsError, match="COM-01") as caught:
        report.raise_if("warning")
    assert len(caught.value.problems) == report.counts()["warning"]
    assert isinstance(caught.value, ValueError)
