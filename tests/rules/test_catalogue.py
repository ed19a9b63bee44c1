"""Every rule is documented, and its two examples are its test."""

import re
from collections import Counter

import pytest

from journeykit.errors import ModelError, UnknownNameError
from journeykit.model import Journey
from journeykit.rules import BookFacts, Hit, JourneyFacts, Rule, catalogue, check, prove, rule, rule_named

HOW_MANY = {"STR": 14, "COM": 16, "CUS": 10, "EVD": 11, "BLU": 14, "MEA": 12, "MGT": 17, "CMP": 5, "ACC": 9}


@pytest.mark.parametrize("one", catalogue(), ids=lambda one: one.code)
def test_a_rule_is_documented_and_proved_by_its_own_examples(one: Rule) -> None:
    found = prove(one)
    assert all(finding.code == one.code and finding.name == one.name for finding in found)
    assert all(finding.why and finding.fix and finding.source and finding.message.endswith((".", "?")) for finding in found)


def test_all_groups_are_there() -> None:
    assert Counter(one.group for one in catalogue()) == HOW_MANY


def test_codes_run_without_holes_and_names_are_unlike() -> None:
    for group, amount in HOW_MANY.items():
        numbers = [int(one.code.partition("-")[2]) for one in catalogue() if one.group == group]
        assert set(numbers) == set(range(1, amount + 1))
    assert len({one.name for one in catalogue()}) == sum(HOW_MANY.values())


def test_files_hold_the_group_that_they_are_named_after() -> None:
    for one in catalogue():
        assert one.function.__module__.rpartition(".")[2].startswith(one.group.lower() + "_")


def test_heuristics_say_that_they_are() -> None:
    for code in ("CUS-01", "CUS-03", "CUS-04", "EVD-10", "EVD-11", "MGT-15"):
        text = rule_named(code).function.__doc__ or ""
        assert re.search(r"\ba heuristic\b", text, re.IGNORECASE), code


def test_a_rule_is_found_by_code_and_by_name() -> None:
    assert rule_named("MGT-13") is rule_named("touchpoint-without-owner")
    with pytest.raises(UnknownNameError, match="MGT-99"):
        rule_named("MGT-99")


@pytest.mark.parametrize(("code", "name"), [("mgt-1", "a-b"), ("MGT", "a-b"), ("MGT-1", "Owner"), ("MGT-1", "owner")])
def test_a_rule_of_ones_own_is_well_formed(code: str, name: str) -> None:
    with pytest.raises(ModelError):
        rule(code, name, of="journey", error="draft")


def test_a_rule_must_run_somewhere() -> None:
    with pytest.raises(ModelError, match="no profile"):
        rule("ACME-1", "too-loud", of="journey")


def shouting(at: JourneyFacts, *, most: int = 3):
    """Titles do not shout.

    Why it matters:
        Nobody likes to be shouted at.

    Settings:
        most: capitals
            in a row at most.

    Fails:
        Journey("I WANT it")

    Passes:
        Journey("I want it")

    How to fix:
        Use small letters.

    Source:
        Manners.
    """
    if re.search(rf"[A-Z]{{{most + 1}}}", at.journey.title):
        yield Hit(at.spot, f"{at.spot} shouts.")


LOUD = rule("ACME-1", "title-that-shouts", of="journey", warning="draft")(shouting)


def test_a_rule_of_ones_own_runs_beside_the_others() -> None:
    assert [one.code for one in check(Journey("I WANT it"), rules=[LOUD]).filter(code="ACME")] == ["ACME-1"]
    assert not check(Journey("I WANT it"), rules=[LOUD], parameters={"ACME-1": {"most": 9}}).filter(code="ACME")


def test_a_rule_of_ones_own_is_proved_the_same_way() -> None:
    assert [one.message for one in prove(LOUD)] == ['"I WANT it" (i-want-it) shouts.']
    assert LOUD.doc.settings == {"most": "capitals in a row at most."}


def test_what_the_examples_do_not_prove_is_refused() -> None:
    def silent(at: BookFacts):
        """Nothing.

        Why it matters:
            It does not.

        Fails:
            Journey("a")

        Passes:
            Journey("a")

        How to fix:
            Not at all.

        Source:
            None.
        """
        return ()

    with pytest.raises(ModelError, match="finds nothing in its failing example"):
        prove(rule("ACME-2", "says-nothing", of="portfolio", info="draft")(silent))


def test_a_rule_without_documentation_is_refused() -> None:
    with pytest.raises(ModelError, match="not complete"):
        prove(rule("ACME-3", "not-told", of="portfolio", info="draft")(lambda at: ()))


def test_two_rules_of_one_code_are_refused() -> None:
    twin = rule("STR-01", "another-name", of="journey", error="draft")(shouting)
    with pytest.raises(ModelError, match="STR-01"):
        catalogue([twin])
