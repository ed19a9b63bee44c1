"""Three versions of a file: what they say is merged, and what people wrote around it stays."""

import re
from collections import Counter
from typing import Any

import pytest
from hypothesis import event, given, note, settings
from hypothesis import strategies as st

from journeykit import edit
from journeykit.comparison import Removed, compare, merge
from journeykit.documents import MergedText, document_of, dumps, loads, merge_texts, revised
from journeykit.documents._merge_comments import comments_of
from journeykit.errors import FileError
from journeykit.examples import example
from journeykit.model import Portfolio
from tests.comparison.scripts import ALL, edited, versions

KEY = re.compile(r"^( *)(?:- )?[a-z_]+:(?: |$)")


@st.composite
def with_comments(draw: Any, text: str, name: str, most: int = 6) -> str:
    """The text with comments, each of them once, above entries and behind them."""
    lines = text.split("\n")
    for number in range(draw(st.integers(0, most))):
        at = draw(st.integers(0, len(lines) - 1))
        match = KEY.match(lines[at])
        if match is None:
            continue
        new = list(lines)
        if draw(st.booleans()):
            new.insert(at, f"{match.group(1)}# {name} {number}")
        else:
            new[at] += f"  # {name} {number}"
        try:
            if loads("\n".join(new)) == loads(text) and len(comments_of("\n".join(new))) == len(comments_of("\n".join(lines))) + 1:
                lines = new
        except FileError:  # it stands in a text of several lines
            continue
    return "\n".join(lines)


@st.composite
def texts(draw: Any, **how: Any) -> tuple[str, str, str]:
    """Base, ours and theirs: each side edited the base and added comments of its own."""
    base, ours, theirs = draw(versions(count=3, **how))
    text = draw(with_comments(dumps(base), "base"))
    sides = [revised(document_of(text), side).text for side in (ours, theirs)]
    return text, draw(with_comments(sides[0], "ours", 3)), draw(with_comments(sides[1], "theirs", 3))


def chosen(merged: MergedText, side: str) -> str:
    """The text with every conflict decided for one side."""
    lines, at = [], 0
    held = merged.text.split("\n")
    for one in merged.regions:
        lines += [*held[at : one.start - 1], *getattr(one, side)]
        at = one.end
    return "\n".join(lines + held[at:])


@given(texts())
@settings(max_examples=25)
def test_the_text_says_what_the_merge_says(three: tuple[str, str, str]) -> None:
    merged = merge_texts(*three)
    done = merge(*(loads(one) for one in three))
    assert merged.conflicts == done.conflicts
    note(merged.text)
    if merged:
        event("clean")
        assert loads(merged.text) == done.result
        assert merged.regions == ()
        return
    event("conflict")
    with pytest.raises(FileError) as caught:
        loads(merged.text)
    problems = caught.value.problems
    if done.draft is None:
        return
    assert [one.location for one in problems] == [f"<text>:{one.start}:1" for one in merged.regions]
    assert all(one.where or "portfolio" in one.message for one in problems)
    loads(chosen(merged, "ours"))
    loads(chosen(merged, "theirs"))


@given(texts())
@settings(max_examples=25)
def test_a_side_that_did_nothing_gives_way_letter_for_letter(three: tuple[str, str, str]) -> None:
    base, ours, _ = three
    for first, second in ((base, ours), (ours, base), (ours, ours)):
        merged = merge_texts(base, first, second)
        assert merged
        assert (merged.text, merged.lost) == (ours, ())


NEW = re.compile(r"# (ours|theirs) \d+$")


def stands_at(text: str, comment: str) -> str:
    """The key of the entry that a comment stands above or behind; empty where it is not in the text."""
    lines = iter([*text.split("\n"), ""])
    for line in lines:
        if line.endswith(comment):
            while line.lstrip().startswith("#"):
                line = next(lines)  # noqa: PLW2901
            return line.lstrip(" -").partition(":")[0]
    return ""


# A list of pains that is replaced removes lines too; a comment of the other side behind one of them is not kept but said to be lost.
@given(texts(kinds=tuple(one for one in ALL if one not in {"remove", "field", "pain"})))
@settings(max_examples=25)
def test_no_comment_is_lost_where_nothing_was_removed(three: tuple[str, str, str]) -> None:
    before, *sides = map(loads, three)
    if any(isinstance(one, Removed) for side in sides for one in compare(before, side).changes):
        event("a new id and another title: what had them is gone, and another came")
        return
    merged = merge_texts(*three)
    note(merged.text)
    assert merged.lost == ()
    if merged:
        base, ours, theirs = (Counter(comments_of(one)) for one in three)
        wanted = (ours - (base - theirs)) | (theirs - (base - ours))
        held = Counter(comments_of(merged.text))
        assert not wanted - held
        assert not held - (ours | theirs)
        for one in [one for one in wanted if NEW.search(one)]:
            assert stands_at(merged.text, one) in {stands_at(side, one) for side in three[1:]}
        return
    new = [one for side in three[1:] for one in comments_of(side) if NEW.search(one)]
    for text in [chosen(merged, side) for side in ("ours", "theirs")] if merged.merge.draft is not None else []:
        held = Counter(comments_of(text))
        assert all(held[one] == 1 for one in new)
    assert all(any(line.endswith(one) for line in merged.text.split("\n")) for one in new)


@given(texts())
@settings(max_examples=25)
def test_what_is_lost_is_said(three: tuple[str, str, str]) -> None:
    merged = merge_texts(*three)
    base, ours, theirs = (Counter(comments_of(one)) for one in three)
    if merged:
        wanted = (ours - (base - theirs)) | (theirs - (base - ours))
        assert set(merged.lost) == set(wanted - Counter(comments_of(merged.text)))


EXAMPLE_FILES = {name: document_of(example(name)) for name in ("ten_lines", "hotel", "burger", "clinic_ar")}


@st.composite
def edited_examples(draw: Any) -> tuple[str, str, str]:
    """A file as people write it, with comments, brackets and short forms, and two versions of it."""
    document = EXAMPLE_FILES[draw(st.sampled_from(sorted(EXAMPLE_FILES)))]
    sides = [draw(edited(document.portfolio, most=3, salt=side))[0] for side in ("ours", "theirs")]
    return document.text, revised(document, sides[0]).text, revised(document, sides[1]).text


@given(edited_examples())
@settings(max_examples=15)
def test_files_as_people_write_them(three: tuple[str, str, str]) -> None:
    merged = merge_texts(*three)
    done = merge(*(loads(one) for one in three))
    note(merged.text)
    if merged:
        assert loads(merged.text) == done.result
        base, ours, theirs = (Counter(comments_of(one)) for one in three)
        wanted = (ours - (base - theirs)) | (theirs - (base - ours))
        assert set(merged.lost) == set(wanted - Counter(comments_of(merged.text)))
    elif done.draft is not None:
        assert merged.regions
        assert all(one.what for one in merged.regions)
        loads(chosen(merged, "ours"))
        loads(chosen(merged, "theirs"))


BASE = """\
journeykit: 1
title: Cars
owners:
  - {id: sales, name: Sales team}  # nine people
  - {id: till, name: Till}
journeys:
  - id: buy
    title: I buy
    stages:
      # at home
      - id: learn
        title: Learn
        touchpoints:
          - id: ask
            title: Asks  # a friend
            owner: sales

      # Saturdays only
      - id: deal
        title: Deal
        touchpoints:
          # the long one
          - id: try
            title: Tries
            owner: sales
          - id: pay
            title: Pays
            owner: till
"""


def said(change: Any) -> str:
    return revised(document_of(BASE), change(loads(BASE))).text


def test_a_move_and_an_edit_of_what_moves() -> None:
    theirs = said(lambda one: edit.move(one, "buy/ask", into="buy/stage:deal", position=1))
    merged = merge_texts(BASE, BASE.replace("title: Asks  # a friend", "title: Asks around  # two friends"), theirs)
    assert merged
    assert merged.lost == ()
    deal = merged.text.partition("Deal")[2]
    assert "            title: Asks around  # two friends\n            owner: sales\n" in deal
    assert deal.index("id: try") < deal.index("id: ask") < deal.index("id: pay")


def test_a_new_id_here_and_a_new_use_of_the_old_id_there() -> None:
    ours = said(lambda one: edit.rename(one, "sales", "sellers"))
    theirs = BASE.replace(
        "            owner: till\n", "            owner: till\n          # from May\n          - title: Signs\n            owner: sales\n"
    )
    merged = merge_texts(BASE, ours, theirs)
    assert merged
    assert {one.owner for one in loads(merged.text).journeys["buy"].touchpoints} == {"sellers", "till"}
    assert "# from May\n          - title: Signs\n            owner: sellers\n" in merged.text


def test_both_add_at_the_end_and_both_comments_stay() -> None:
    ours, theirs = (f"{BASE}          # {side}\n          - title: New {side}\n" for side in ("ours", "theirs"))
    merged = merge_texts(BASE, ours, theirs)
    assert merged
    assert merged.text == f"{BASE}          # ours\n          - title: New ours\n          # theirs\n          - title: New theirs\n"


def test_a_conflict_shows_both_sides_and_what_it_is_about() -> None:
    merged = merge_texts(
        BASE, BASE.replace("title: Pays", "title: Pays cash"), BASE.replace("title: Pays", "title: Pays by card"), name="a.yaml"
    )
    assert not merged
    assert """\
<<<<<<< ours: title of Touchpoint 'pay'
            title: Pays cash
=======
            title: Pays by card
>>>>>>> theirs: title of Touchpoint 'pay'
            owner: till
""" in merged.text  # fmt: skip
    with pytest.raises(FileError) as caught:
        document_of(merged.text, name="a.yaml")
    assert str(caught.value) == (
        "Two versions of the title of Touchpoint 'pay' stand here.\n"
        "  where: journeys['buy'].stages['deal'].touchpoints['pay'].title  (a.yaml:27:1)\n"
        "  got: ours: 'title: Pays cash' · theirs: 'title: Pays by card'\n"
        "  expected: one of them\n"
        "  hint: keep one side, or join the two; then delete the lines that begin with <<<<<<<, ======= and >>>>>>>"
    )


@pytest.mark.parametrize("swapped", [False, True])
def test_removed_here_and_changed_there(swapped: bool) -> None:  # noqa: FBT001
    sides = [said(lambda one: edit.remove(one, "buy/try")), BASE.replace("title: Tries", "title: Tries it")]
    merged = merge_texts(BASE, *(reversed(sides) if swapped else sides))
    assert [one.what for one in merged.regions] == ["Touchpoint 'try'"]
    assert [bool(merged.regions[0].ours), bool(merged.regions[0].theirs)] == [swapped, not swapped]
    assert "id: try" not in chosen(merged, "theirs" if swapped else "ours")


def test_moved_to_two_places() -> None:
    sides = [said(lambda one, at=at: edit.move(one, "buy/pay", into="buy/stage:learn", position=at)) for at in (0, 1)]
    merged = merge_texts(BASE, *sides)
    assert not merged
    assert merged.regions
    assert loads(chosen(merged, "ours")) == loads(sides[0])
    assert loads(chosen(merged, "theirs")) == loads(sides[1])


def test_sides_that_are_fine_alone_but_not_together() -> None:
    ours = BASE.replace("owner: sales\n          - id: pay", "owner: till\n          - id: pay")
    theirs = said(lambda one: edit.remove(one, "till"))
    merged = merge_texts(BASE, ours, theirs)
    assert [one.kind for one in merged.conflicts] == ["invalid"]
    with pytest.raises(FileError):
        loads(merged.text)


def test_both_made_the_file() -> None:
    assert merge_texts("", BASE, BASE).text == BASE
    assert merge_texts("", BASE, "").text == BASE
    merged = merge_texts("", BASE, BASE.replace("title: Pays", "title: Pays cash"))
    assert [one.what for one in merged.regions] == ["title of Touchpoint 'pay'"]


def test_a_file_of_a_folder_mentions_what_others_define() -> None:
    base = BASE.replace("  - {id: till, name: Till}\n", "").replace("title: I buy\n", "title: I buy\n    next: [drive]\n    persona: ana\n")
    with pytest.raises(FileError):
        loads(base)
    ours = base.replace("title: Pays", "title: Pays cash")
    theirs = base.replace("owner: till\n", "owner: bank  # new\n            kpis: [nps]\n")
    merged = merge_texts(base, ours, theirs)
    assert merged
    assert merged.text == theirs.replace("title: Pays", "title: Pays cash")


def test_a_pain_a_feeling_and_a_stage_in_conflict() -> None:
    base = BASE.replace("            title: Pays\n", "            title: Pays\n            pains:\n              - {text: Dear, severity: 2}\n"
                        "            emotion: {before: 1, after: -1}\n") + "      - {title: Own, touchpoints: [{title: Drives}]}\n"  # fmt: skip
    ours = (
        base.replace("              - {text: Dear, severity: 2}\n", "")
        .replace("            pains:\n", "")
        .replace("before: 1", "before: 2")
    )
    theirs = (
        base.replace("severity: 2", "severity: 3").replace("before: 1, after: -1", "before: 0, after: -2").replace("Drives", "Drives home")
    )
    ours = ours.replace("      - {title: Own, touchpoints: [{title: Drives}]}\n", "")
    merged = merge_texts(base, ours, theirs)
    assert [one.what for one in merged.regions] == ["emotion of Touchpoint 'pay'", "Insight 'dear'", "Stage 'own'"]
    for side in ("ours", "theirs"):
        (reading, _) = loads(chosen(merged, side)).journeys["buy"].touchpoints["pay"].emotions
        assert reading.valence == (2 if side == "ours" else 0)
    assert len(loads(chosen(merged, "theirs")).journeys["buy"].touchpoints["pay"].pains) == 1
    assert not loads(chosen(merged, "ours")).journeys["buy"].touchpoints["pay"].pains


def test_a_new_id_on_a_line_that_the_other_side_changed_takes_nothing_away() -> None:
    """The lines of both sides mention an id that none of them defines any more."""
    ours = BASE.replace("name: Sales team}  # nine people", "name: Sales team}  # ten people")
    theirs = BASE.replace("{id: sales,", "{id: sellers,").replace("owner: sales", "owner: sellers")
    merged = merge_texts(BASE, ours, theirs)
    assert merged
    assert merged.text == theirs.replace("nine", "ten")


def test_a_definition_that_moved_into_the_file() -> None:
    base = BASE.replace("  - {id: till, name: Till}\n", "")
    theirs = BASE.replace("title: Pays", "title: Pays cash")
    ours = base.replace("title: Tries", "title: Tries it").replace("  # nine people\n", "  # ten people\n")
    merged = merge_texts(base, ours, theirs)
    assert merged
    assert merged.text == theirs.replace("title: Tries", "title: Tries it").replace("nine", "ten")


def test_windows_line_ends_stay() -> None:
    base, ours, theirs = BASE, BASE.replace("title: Pays", "title: Pays cash"), BASE.replace("title: Tries", "title: Tries it")
    windows = [one.replace("\n", "\r\n") for one in (base, ours, theirs)]
    assert merge_texts(*windows).text == merge_texts(base, ours, theirs).text.replace("\n", "\r\n")
    assert loads(merge_texts(base, windows[1], theirs).text) == loads(merge_texts(base, ours, theirs).text)


def test_json_is_merged_as_json() -> None:
    base, ours, theirs = (dumps(loads(one), "json") for one in (BASE, BASE.replace("Pays", "Pays cash"), BASE.replace("Tries", "Tries it")))
    merged = merge_texts(base, ours, theirs, name="a.json")
    assert merged
    assert loads(merged.text, syntax="json") == loads(BASE.replace("Pays", "Pays cash").replace("Tries", "Tries it"))
    merged = merge_texts(base, ours, base.replace("Pays", "Pays by card"), name="a.json")
    assert [one.what for one in merged.regions] == ["title of Touchpoint 'pay'"]


def test_a_side_that_cannot_be_read_is_named() -> None:
    with pytest.raises(FileError) as caught:
        merge_texts(BASE, BASE, BASE.replace("owner: till", "owner: till\n            ownr: till"), name="maps/a.yaml")
    assert caught.value.problems[0].location == "maps/a (theirs).yaml:29:13"


def test_hostile_names_stay_on_the_line_of_their_marker() -> None:
    hostile = BASE.replace("id: pay\n            title: Pays", 'title: "x\\n<<<<<<< y\\u202e"')
    merged = merge_texts(hostile, hostile.replace("owner: till", "owner: sales"), hostile.replace("            owner: till\n", ""))
    assert len(merged.regions) == 1
    assert "\u202e" not in merged.text
    loads(chosen(merged, "ours"))


def test_a_portfolio_can_be_merged_with_itself_in_other_words() -> None:
    other = dumps(loads(BASE))
    merged = merge_texts(BASE, BASE, other)
    assert loads(merged.text) == loads(BASE)
    assert isinstance(merged.merge.result, Portfolio)
