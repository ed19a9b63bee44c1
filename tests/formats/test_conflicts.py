"""What a merge left in a file for a person to decide is explained, whoever merged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit.errors import FileError
from journeykit.formats import conflict_regions, read

TOP = "journeykit: 1\ntitle: A\nowners: [Sales, Support]\njourneys:\n  - title: I buy\n    stages:\n      - title: Deal\n        touchpoints:\n"
PAY = "          - id: pay\n            title: Pays\n"


def marked(ours: str, theirs: str, before: str = "") -> str:
    return f"<<<<<<< HEAD\n{ours}{before}=======\n{theirs}>>>>>>> her-branch\n"


def problems(text: str, name: str = "a.yaml") -> list[tuple[str, str, str, str]]:
    with pytest.raises(FileError) as caught:
        read(text, name=name)
    return [(one.message, one.where, one.location.removeprefix(f"{name}:"), one.got) for one in caught.value.problems]


WHERE = "journeys['i-buy'].stages['deal'].touchpoints"
CASES = {
    "a field": (PAY + marked("            owner: sales\n", "            owner: support\n"), "owner of Touchpoint 'pay'", f"{WHERE}['pay'].owner"),
    "two fields": (PAY + marked("            owner: sales\n            goal: X\n", "            owner: support\n"), "owner, goal of Touchpoint 'pay'", f"{WHERE}['pay']"),
    "a field on one side": (PAY + marked("", "            owner: support\n"), "owner of Touchpoint 'pay'", f"{WHERE}['pay'].owner"),
    "an element": (PAY + marked("", "          - id: own\n            title: Owns\n"), "Touchpoint 'own'", f"{WHERE}['own']"),
    "an element with a comment": (PAY + marked("", "          # new\n          - id: own\n            title: Owns\n"), "Touchpoint 'own'", f"{WHERE}['own']"),
    "an element on one line": (marked("          - {id: pay, title: Pays}\n", "          - {id: pay, title: Pays, owner: sales}\n"), "owner of Touchpoint 'pay'", f"{WHERE}['pay']"),
    "an element of one field": (PAY + marked("          - title: Owns\n", ""), "Touchpoint 'owns'", f"{WHERE}['owns']"),
    "an element of one field instead of another's": (PAY + marked("            owner: sales\n", "          - title: Owns\n"), "owner of Touchpoint 'pay'", f"{WHERE}['pay'].owner"),
    "an element of one field in braces": (PAY + marked("          - {title: Owns}\n", ""), "Touchpoint 'owns'", f"{WHERE}['owns']"),
    "the title of an element of one field": (PAY + marked("          - title: Owns\n", "          - title: Sells\n"), "title of Touchpoint 'owns'", f"{WHERE}['owns'].title"),
    "a feeling": (PAY + "            emotion:\n              before: 1\n" + marked("              during: 2\n", "              during: -2\n"), "Emotion 'during' of Touchpoint 'pay'", f"{WHERE}['pay'].emotions"),
    "two feelings on one line": (PAY + marked("            emotion: {before: 1, after: 2}\n", "            emotion: {before: 1, after: 0}\n"), "emotion of Touchpoint 'pay'", f"{WHERE}['pay'].emotions"),
    "two elements": (marked("", "          - id: own\n            title: Owns\n          - title: Sells\n"), "touchpoints of Stage 'deal'", WHERE),
    "the version before": (PAY + marked("            owner: sales\n", "", "||||||| base\n            goal: X\n"), "owner of Touchpoint 'pay'", f"{WHERE}['pay'].owner"),
    "a field of one of several elements on one line": (marked("          [{id: pay, title: Pays}, {id: own, title: Owns}]\n", "          [{id: pay, title: Pays}, {id: own, title: Drives}]\n"), "title of Touchpoint 'own'", f"{WHERE}['own'].title"),
    "one that stands elsewhere on the other line": (marked("          [{id: pay, title: Pays}, {id: own, title: Owns}]\n", "          [{id: own, title: Drives}, {id: pay, title: Pays}]\n"), "title of Touchpoint 'own'", f"{WHERE}['own'].title"),
    "some of several elements on one line": (marked("          [{id: pay, title: Pays}, {id: own, title: Owns}, {title: Ends}]\n", "          [{id: pay, title: P}, {id: own, title: O}, {title: Ends}]\n"), "touchpoints 'pay', 'own' of Stage 'deal'", WHERE),
    "all of several elements on one line": (marked("          [{id: pay, title: Pays}, {id: own, title: Owns}]\n", "          [{id: pay, title: P}, {id: own, title: O}]\n"), "touchpoints of Stage 'deal'", WHERE),
    "far inside of a line": (marked("          - {id: pay, title: Pays, pains: [{text: Dear, severity: 2}, Slow]}\n", "          - {id: pay, title: Pays, pains: [{text: Dear, severity: 3}, Slow]}\n"), "severity of Insight 'dear'", f"{WHERE}['pay'].pains['dear'].severity"),
    "an item in brackets": (PAY + marked("            tags: [a]\n", "            tags: [b]\n"), "tags of Touchpoint 'pay'", f"{WHERE}['pay'].tags"),
    "an item of a list": (PAY + "            actions:\n              - Looks\n" + marked("              - Asks\n", "              - Reads\n"), "actions of Touchpoint 'pay'", f"{WHERE}['pay'].actions"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_conflict_is_named_by_what_it_stands_at(name: str) -> None:
    text, what, where = CASES[name]
    line = (TOP + text).split("\n").index("<<<<<<< HEAD") + 1
    ((message, at, location, _),) = problems(TOP + text)
    assert message == f"Two versions of {'the ' if what[0].islower() else ''}{what} stand here."
    assert at.startswith(where)
    assert location == f"{line}:1"


def test_both_sides_are_shown() -> None:
    text = TOP + PAY + marked("            owner: sales\n", "") + "            goal: X\n" + marked("", "            duration: 5 min\n")
    assert [one[3] for one in problems(text)] == ["ours: 'owner: sales' · theirs: nothing", "ours: nothing · theirs: 'duration: 5 min'"]


def test_what_cannot_be_named_is_still_explained() -> None:
    ((message, where, location, _),) = problems(TOP + marked("          - [\n", "          - {\n"))
    assert (message, where, location) == ("Two versions of these lines stand here.", "", "9:1")


def test_windows_line_ends_and_json() -> None:
    text = TOP + PAY + marked("            owner: sales\n", "            owner: support\n")
    assert problems(text.replace("\n", "\r\n"))[0][0] == "Two versions of the owner of Touchpoint 'pay' stand here."
    json = '{"journeykit": 1,\n' + marked('"title": "A"\n', '"title": "B"\n') + "}\n"
    assert problems(json, "a.json")[0][0] == "Two versions of the title of the portfolio stand here."


@pytest.mark.parametrize("marker", ["<<<<<<< HEAD", ">>>>>>> her-branch"])
def test_a_marker_left_behind_is_found(marker: str) -> None:
    ((message, _, location, got),) = problems(f"{TOP}{PAY}{marker}\n")
    assert (message, location, got) == ("A marker of a conflict was left behind.", "11:1", repr(marker))


def test_signs_inside_of_texts_are_no_markers() -> None:
    text = TOP + PAY + "            goal: |\n              <<<<<<< HEAD\n              =======\n              >>>>>>> x\n"
    assert read(text).portfolio.journeys[0].touchpoints["pay"].goal == "<<<<<<< HEAD\n=======\n>>>>>>> x\n"


@given(st.lists(st.sampled_from(["<<<<<<< a", "=======", ">>>>>>> b", "||||||| c", "a: 1", "- b", "  - c", "", "{"]), max_size=12))
def test_any_heap_of_markers_is_refused_with_places(lines: list[str]) -> None:
    text = "\n".join(lines)
    for one in conflict_regions(text):
        assert lines[one.start - 1] == "<<<<<<< a"
        assert lines[one.end - 1] == ">>>>>>> b"
    if "<<<<<<< a" in lines or ">>>>>>> b" in lines:
        assert all(location for _, _, location, _ in problems(text))


def test_a_field_of_an_entry_is_named_once() -> None:
    ((message, _, _, _),) = problems(TOP + marked("          - id: pay\n", "          - id: settle\n") + "            title: Pays\n")
    assert message == "Two versions of the id of Touchpoint 'pay' stand here."


@pytest.mark.parametrize(("ours", "theirs", "named"), [
    ("duration: 7 min,", "duration: 9 min,", "duration"), ("channel: shop, duration: 7 min,", "channel: web, duration: 9 min,", "channel, duration"),
    ("duration: 5 min,", "duration: 5 min, goal: Ends,", "goal"),
])  # fmt: skip
@pytest.mark.parametrize(("inside", "behind"), [(" emotion: 1}\n", ""), ("\n", "             emotion: 1}\n")])
def test_of_an_entry_in_braces_only_the_fields_that_differ_are_named(
    *, ours: str, theirs: str, named: str, inside: str, behind: str
) -> None:
    both = [f"          - {{id: pay, title: Pays, {one}{inside}" for one in (ours, theirs)]
    ((message, _, _, _),) = problems(TOP + marked(both[0], both[1]) + behind)
    assert message == f"Two versions of the {named} of Touchpoint 'pay' stand here."


def test_a_list_of_which_one_side_has_more_on_the_same_line_is_named_itself() -> None:
    sides = ["pains: [Dark]", "pains: [{text: Cold, severity: 3}, Dark]"]
    for ours, theirs in (sides, sides[::-1]):
        lines = [f"        - {{id: wait, title: Waits, {one}, kind: action}}" for one in (ours, theirs)]
        head = "journeys:\n  - id: loan\n    title: L\n    stages:\n      - title: Get\n        touchpoints:\n"
        (found,) = conflict_regions(f"{head}<<<<<<< ours\n  {lines[0]}\n=======\n  {lines[1]}\n>>>>>>> theirs\n")
        assert found.what == "pains of Touchpoint 'wait'"
        assert found.where.endswith("touchpoints['wait'].pains")
