"""What holds of every merge of maps as people write them: comments stand once and at what they stood at, other lines stay as they were."""

import re
from collections import Counter

from hypothesis import event, given, note, settings
from hypothesis import strategies as st

from journeykit.comparison import compare
from journeykit.documents import MergedText, loads, merge_texts
from tests.documents.maps import LINE, Map, changed, maps
from tests.documents.test_merge_text import chosen

ENTRY = re.compile(r"^( *)- (?:\{ ?)?id: (\w+)")
DEEP, HIGH = 10, 6
"""Columns of touchpoints and of stages."""


@st.composite
def three(draw: st.DrawFn, most: int = 2) -> tuple[Map, Map, Map]:
    """A map, and two that came of it."""
    base = draw(maps())
    return base, draw(changed(base, "ours", most)), draw(changed(base, "theirs", most))


class Said:
    """What stands where in a text, read line by line and in no other way than a person does."""

    def __init__(self, text: str, versions: tuple[Map, ...]) -> None:
        self.keys = sorted({one.key for version in versions for one in version.parts()}, key=len, reverse=True)
        self.parts = {self.key(one.id) for stage in loads(text).journeys[0].stages for one in (stage, *stage.touchpoints)}
        self.comments: dict[str, list[str]] = {}
        stage = ""
        lines = text.split("\n")
        for at, line in enumerate(lines):
            entry = ENTRY.match(line)
            if entry and len(entry.group(1)) == HIGH:
                stage = entry.group(2)
            if "#" in line:
                where = entry.group(2) if entry else self._below(lines, at, stage)
                self.comments.setdefault(line[line.index("#") :].rstrip(), []).append(self.key(where))

    def _below(self, lines: list[str], at: int, stage: str) -> str:
        """What a line of comment stands at: what begins below it, else the end of the stage, else the end of all."""
        column = lines[at].index("#")
        below = next((one for one in lines[at:] if not one.startswith(" " * column + "#")), "")
        entry = ENTRY.match(below)
        if entry and len(entry.group(1)) == column:
            return entry.group(2)
        return stage if column == DEEP else "" if column == 0 else f"nothing, in column {column}"

    def key(self, name: str) -> str:
        """The key of what has an id."""
        return next((one for one in self.keys if name.startswith(one)), name)


def wanted(base: set[str], ours: set[str], theirs: set[str]) -> set[str]:
    """What neither side took out and either added."""
    return (ours & theirs) | (ours - base) | (theirs - base)


@given(three())
@settings(max_examples=60)
def test_each_comment_stands_once_and_at_what_it_stood_at(versions: tuple[Map, Map, Map]) -> None:
    base, ours, theirs = versions
    merged = merge_texts(base.text, ours.text, theirs.text)
    note(merged.text)
    if not merged:
        event("conflict")
        return
    said = Said(merged.text, versions)
    owners = {**base.comments, **theirs.comments, **ours.comments}
    due = wanted(*(set(one.comments) for one in versions))
    for comment, owner in owners.items():
        there = said.comments.get(comment, [])
        if comment not in due:
            assert there == [], comment
        elif not owner or said.key(owner) in said.parts:
            assert there == [said.key(owner)], comment
            assert comment not in merged.lost
        else:
            assert there in ([], [""]), comment
            assert (comment in merged.lost) == (not there)


@given(three())
@settings(max_examples=40)
def test_lines_that_say_the_same_at_many_places_stay_where_they_were(versions: tuple[Map, Map, Map]) -> None:
    base, ours, theirs = versions
    merged = merge_texts(base.text, ours.text, theirs.text)
    if not merged:
        return
    note(merged.text)
    said = Said(merged.text, versions)
    framed = wanted(base.framed, ours.framed, theirs.framed) & said.parts
    assert Counter(said.comments.get(LINE, ())) == Counter([*framed, *framed])


@given(three())
@settings(max_examples=40)
def test_no_line_is_written_anew_that_one_of_the_two_wrote(versions: tuple[Map, Map, Map]) -> None:
    """Ids and what stands in braces may be put together from both, and of two comments behind a line one has to go above it."""
    base, ours, theirs = versions
    merged = merge_texts(base.text, ours.text, theirs.text)
    note(merged.text)
    if merged.merge.draft is None:
        return
    lines = [Counter(one.text.split("\n")) for one in versions]
    known = lines[1] + lines[2]
    for text in [merged.text] if merged else [chosen(merged, "ours"), chosen(merged, "theirs")]:
        new = Counter(text.split("\n")) - known
        assert not [one for one in new if not re.search(r"[{#]| id: ", one)]


@given(three(most=1))
@settings(max_examples=80)
def test_whoever_chooses_one_side_has_what_stood_in_its_file(versions: tuple[Map, Map, Map]) -> None:
    base, ours, theirs = (one.text for one in versions)
    merged = merge_texts(base, ours, theirs)
    if merged or merged.merge.draft is None or any(len(compare(loads(base), loads(one)).changes) > 1 for one in (ours, theirs)):
        return  # of several changes, those that nobody disputes are taken
    event("conflict")
    note(merged.text)
    for side, text in (("ours", ours), ("theirs", theirs)):
        assert without_blanks(chosen(merged, side)) == without_blanks(text)


def without_blanks(text: str) -> list[str]:
    return [one for one in text.split("\n") if one]


@given(three())
@settings(max_examples=25)
def test_comments_of_both_sides_can_be_chosen_with_what_they_stand_at(versions: tuple[Map, Map, Map]) -> None:
    base, *sides = versions
    merged: MergedText = merge_texts(base.text, *(one.text for one in sides))
    if merged or merged.merge.draft is None:
        return
    note(merged.text)
    for name, side, other in zip(("ours", "theirs"), sides, reversed(sides), strict=True):
        said = Said(chosen(merged, name), versions)
        for comment, owner in side.comments.items():
            if (comment in other.comments or comment not in base.comments) and (not owner or said.key(owner) in said.parts):
                assert said.comments.get(comment) == [said.key(owner)], comment


@given(three())
@settings(max_examples=15)
def test_line_ends_are_those_of_ours(versions: tuple[Map, Map, Map]) -> None:
    base, ours, theirs = (one.text for one in versions)
    merged = merge_texts(base, ours, theirs)
    windows = [one.replace("\n", "\r\n") for one in (base, ours, theirs)]
    assert merge_texts(*windows).text == merged.text.replace("\n", "\r\n")
    assert merge_texts(base, ours, windows[2]).text == merged.text
    assert merge_texts(base, windows[1], theirs.encode()).text == merged.text.replace("\n", "\r\n")
    mixed = [windows_here_and_there(one) for one in (base, ours, theirs)]
    assert merge_texts(mixed[0], ours, mixed[2]).text == merged.text
    assert merge_texts(mixed[0].encode(), windows[1], mixed[2]).text == merged.text.replace("\n", "\r\n")


def windows_here_and_there(text: str) -> str:
    return "".join(f"{line}\r\n" if at % 3 else f"{line}\n" for at, line in enumerate(text.splitlines()))


@given(maps())
@settings(max_examples=10)
def test_where_ours_has_both_line_ends_each_line_keeps_its_own(one: Map) -> None:
    base = windows_here_and_there(one.text)
    for end in ("\n", "\r\n"):
        theirs = f"{base}title: Mine{end}"
        assert merge_texts(base, base, theirs).text == theirs
        ours = base.replace("title: I buy", "title: I buy at last")
        assert merge_texts(base, ours, theirs).text == f"{ours}title: Mine{end}"
