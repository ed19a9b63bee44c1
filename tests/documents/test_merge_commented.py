"""Comments come to what they stand at on the side that wrote them."""

from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeykit import edit
from journeykit.documents import document_of, dumps, loads, merge_texts, revised
from journeykit.documents._merge_commented import Version, commented
from journeykit.documents._merge_comments import comments_of
from journeykit.documents._merge_outline import Outline
from journeykit.model import Portfolio
from journeykit.testing import portfolios
from tests.documents.test_merge_text import BASE, chosen, said, stands_at, with_comments

PAY = "          - id: pay\n            title: Pays\n            owner: till\n"
MOVED = said(lambda one: edit.move(one, "buy/pay", into="buy/stage:learn", position=0))
RENAMED = said(lambda one: edit.rename(one, "till", "desk"))


@pytest.mark.parametrize("swapped", [False, True])
def test_comments_go_where_the_other_side_moved_their_entry(swapped: bool) -> None:  # noqa: FBT001
    ours = BASE.replace("            title: Pays\n", "            # cash only\n            title: Pays  # at last\n")
    merged = merge_texts(BASE, *((MOVED, ours) if swapped else (ours, MOVED)))
    assert merged
    assert merged.lost == ()
    assert merged.text == MOVED.replace("            title: Pays\n", "            # cash only\n            title: Pays  # at last\n")


def test_what_only_mentions_a_touchpoint_is_not_where_it_moved() -> None:
    activities = "    activities:\n      - {title: Cleans, touchpoints: [ask]}\n"
    base = BASE.replace("    stages:\n", f"{activities}    stages:\n")
    theirs = revised(document_of(base), edit.move(loads(base), "buy/ask", into="buy/stage:deal", position=0)).text
    ours = base.replace("            owner: sales\n\n", "            # by phone\n            owner: sales\n\n")
    merged = merge_texts(base, ours, theirs)
    assert merged
    assert merged.lost == ()
    assert "            # by phone\n            owner: sales\n" in merged.text.partition("Deal")[2]


@pytest.mark.parametrize("swapped", [False, True])
def test_comments_stay_where_the_other_side_gave_a_new_id(swapped: bool) -> None:  # noqa: FBT001
    theirs = BASE.replace("  - {id: till, name: Till}", "  # since May\n  - {id: till, name: Till}  # one person")
    merged = merge_texts(BASE, *((theirs, RENAMED) if swapped else (RENAMED, theirs)))
    assert merged
    assert merged.text == RENAMED.replace("  - {id: desk, name: Till}", "  # since May\n  - {id: desk, name: Till}  # one person")


def test_two_comments_at_one_entry_both_stay() -> None:
    merged = merge_texts(BASE, BASE.replace("# nine", "# ten"), BASE.replace("# nine people", "# eleven people"))
    assert merged
    assert merged.lost == ()
    assert "  # eleven people\n  - {id: sales, name: Sales team}  # ten people\n" in merged.text


def test_a_comment_that_parts_from_its_entry_follows_it() -> None:
    """Line by line the comment stays and the entry moves; a comment that a blank line parts from the entry stays."""
    ours = BASE.replace(PAY, f"          # one\n          # two\n\n          # three\n{PAY}")
    merged = merge_texts(BASE, ours, MOVED)
    assert merged
    assert merged.lost == ()
    assert merged.text.count("# three") == 1
    assert f"          # three\n{PAY}" in merged.text.partition("Deal")[0]
    assert "          # one\n          # two\n" in merged.text.partition("Deal")[2]


def test_a_side_that_can_be_chosen_has_its_comments() -> None:
    ours, theirs = said(lambda one: edit.remove(one, "buy/try")), BASE.replace("title: Tries", "title: Tries it  # again")
    merged = merge_texts(BASE, ours, theirs)
    assert [one.what for one in merged.regions] == ["Touchpoint 'try'"]
    assert chosen(merged, "theirs") == theirs
    assert chosen(merged, "ours") == ours


def test_a_comment_below_all_stays_there() -> None:
    merged = merge_texts(BASE, RENAMED, BASE + "# the end\n")
    assert merged
    assert merged.text == RENAMED + "# the end\n"


def test_a_comment_of_something_that_is_gone_is_said_to_be_lost() -> None:
    merged = merge_texts(BASE, MOVED.replace("            owner: till\n", ""), BASE.replace("owner: till\n", "owner: till  # on duty\n"))
    assert merged
    assert merged.lost == ("# on duty",)
    assert "on duty" not in merged.text


def test_windows_line_ends_stay_at_comments_too() -> None:
    ours = BASE.replace("            title: Pays\n", "            # cash only\n            title: Pays  # at last\n")
    one, other = merge_texts(BASE, ours, MOVED), merge_texts(*(text.replace("\n", "\r\n") for text in (BASE, ours, MOVED)))
    assert "# cash only\n" in one.text
    assert other.text == one.text.replace("\n", "\r\n")


def back(text: str, side: str, holds: Callable[[str], bool] = lambda _: True) -> str:
    """The text with the comments of a side."""
    versions = (Version(Outline("")), Version(Outline(text)), Version(Outline(side)))
    return commented(Outline(text), versions, (1, ()), holds=holds).text


def test_a_comment_never_becomes_text() -> None:
    side, text = "note: short  # one\ntitle: A  # two\n", "note: |\n  long\n  text\ntitle: A\n"
    made = back(text, side, holds=lambda one: one.startswith("note: |\n  long\n  text\n"))
    assert made == text.replace("A\n", "A  # two\n")


def test_comments_stand_in_the_order_they_had() -> None:
    side = "# one\n# two\n# three\na: 1\n"
    assert back("# two\na: 1\n", side) == side
    assert back("a: 1\n", side) == side


def test_equal_comments_come_back_to_the_entry_that_lacks_one() -> None:
    assert back("b: 2\na: 1  # same\n", "a: 1  # same\nb: 2  # same\n") == "b: 2  # same\na: 1  # same\n"


@pytest.mark.parametrize(("text", "side"), [
    ("- {id: x, title: Z, owner: y, kind: wait}\n- C\n", "- C\n- {id: a, title: A, owner: y, kind: wait}  # one\n"),
    ("- {id: a, title: Z}\n- {id: b, title: B}\n", "- {id: b, title: B}\n- {id: a, title: A}  # one\n"),
    ("- {id: x, title: A}\n- {id: b, title: B}\n", "- {id: b, title: B}\n- {id: a, title: A}  # one\n"),
    ("- {at: 2025, value: 3}\n- {at: 2024, value: 2}\n", "- {at: 2024, value: 2}\n- {at: 2025, value: 1}  # one\n"),
    ("- {at: 2025, value: 3}\n", "- {at: 2024, value: 2}\n- {at: 2025, value: 1}  # one\n"),
    ("- {title: A b, owner: x}\n- C\n", "- C\n- A b  # one\n"),
    ("- A\n- same\n- same\n", "- same  # one\n- same\n"),
])  # fmt: skip
def test_entries_are_found_by_id_else_by_title_else_by_what_they_say(text: str, side: str) -> None:
    first, newline, rest = text.partition("\n")
    if text.startswith("- A"):
        first, newline, rest = "- A\n- same", "\n", "- same\n"
    assert back(text, side) == f"{first}  # one{newline}{rest}"


def test_what_is_only_in_the_same_place_is_not_the_same() -> None:
    assert back("- {id: x, title: Z}\n- C\n", "- {id: a, title: A}  # one\n- C\n", "# one") == "- {id: x, title: Z}\n- C\n"


def test_a_new_id_and_almost_the_same_title() -> None:
    """Neither id nor title is found again; that it is the same, only the comparison of both says."""
    base = BASE.replace("title: Tries\n", "title: Tries the car on the road\n")
    ours = (
        base.replace("id: try\n", "id: drive\n").replace("on the road\n", "on a road\n").replace("  # the long one\n", "  # a long one\n")
    )
    theirs = edit.move(loads(base), "buy/try", into="buy/stage:learn", position=0)
    merged = merge_texts(base, revised(document_of(base), theirs).text, ours)
    assert merged
    assert merged.lost == ()
    assert "          # a long one\n          - id: drive\n" in merged.text.partition("Deal")[0]


def test_what_stands_right_stays_as_it_is() -> None:
    assert commented(Outline(BASE), (Version(Outline(BASE)),) * 3, (1, ()), holds=bool).text == BASE
    assert back(BASE.replace(PAY, ""), BASE.replace(PAY, f"          # gone\n{PAY}"), bool) == BASE.replace(PAY, "")


def test_a_comment_at_an_alias_is_kept_too() -> None:
    base = BASE.replace("            title: Tries\n", "            title: Tries\n            tags: &two [one, two]\n").replace(
        "            title: Pays\n", "            title: Pays\n            tags: *two\n"
    )
    ours = base.replace("*two\n", "*two  # the same\n").replace("      - id: deal\n", "      - id: deal  # at last\n")
    theirs = revised(document_of(base), edit.rename(loads(base), "buy/stage:deal", "bargain")).text
    for one, other in ((ours, theirs), (theirs, ours)):
        merged = merge_texts(base, one, other)
        assert merged
        assert merged.lost == ()
        assert "*two  # the same\n" in merged.text
        assert "id: bargain  # at last\n" in merged.text


@given(st.data(), portfolios(max_journeys=2, max_touchpoints=5))
@settings(max_examples=25)
def test_all_comments_come_back_to_where_they_were(data: st.DataObject, book: Portfolio) -> None:
    bare = dumps(book)
    text = data.draw(with_comments(bare, "base"))
    held = Counter(comments_of(text))
    made = back(bare, text, holds=lambda one: loads(one) == book)
    assert Counter(comments_of(made)) == held
    assert all(stands_at(made, one) == stands_at(text, one) for one in held)
    assert revised(document_of(text), book).text == text
