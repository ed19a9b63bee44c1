"""Where both sides want different things: both stand there as their authors wrote them, and nothing else changes."""

import pytest

from journeykit.documents import MergedText, document_of, dumps, loads, merge_texts
from journeykit.errors import FileError
from tests.documents.test_merge_text import chosen

MAP = """\
journeykit: 1
# the team's map, third draft
title: Cars   # working title

owners: [ {id: sales, name: Sales team}, {id: till, name: Till} ]  # both
journeys:
  - id: buy
    title: I buy
    stages:
      # at home
      - id: learn
        title: Learn
        touchpoints:
          - {id: ask, title: Asks, owner: sales, channels: [phone, web]}   # a friend

      # Saturdays only
      - id: deal
        title: Deal
        touchpoints:
          # the long one
          - {id: try, title: Tries, owner: sales, emotion: {before: 1, after: 2}}  # in town
          - id: pay   # cash
            title: "Pays"
            owner: till
            channels: [ shop ]   # only there
            # as told
            pains:
              - {text: Dear, severity: 2}   # most
              - Slow
          # end of the deal
      # end of the stages
channels: [phone, web, shop]
# end of all
"""
TRY = MAP[MAP.index("          # the long one") : MAP.index("          - id: pay")]
DEAL = MAP[MAP.index("\n      # Saturdays") : MAP.index("      # end of the stages")]
END = "          # end of the deal\n"


def of(old: str, new: str) -> str:
    """The map with something else in it."""
    assert MAP.count(old) == 1
    return MAP.replace(old, new)


def conflict(ours: str, theirs: str, base: str = MAP) -> MergedText:
    """A merge in which choosing a side gives its file."""
    merged = merge_texts(base, ours, theirs)
    assert not merged
    assert merged.lost == ()
    assert chosen(merged, "ours") == ours
    assert chosen(merged, "theirs") == theirs
    return merged


EDITED, RETITLED = of("title: Tries,", "title: Drives,"), of("title: Deal", "title: At the dealer  # or here")
CASES = {
    "a title": (of('"Pays"', "'Pays cash'"), of('"Pays"', "Pays by card"), ["title of Touchpoint 'pay'"]),
    "a title in braces": (EDITED, of("title: Tries,", "title: Tests,"), ["title of Touchpoint 'try'"]),
    "changed and removed": (EDITED, of(TRY, ""), ["Touchpoint 'try'"]),
    "what stands in a stage changed, and the stage removed": (EDITED, of(DEAL, ""), ["Stage 'deal'"]),
    "a stage changed, and removed": (RETITLED, of(DEAL, ""), ["Stage 'deal'"]),
    "a list": (of("[ shop ]", "[ web, shop ]"), of("[ shop ]", "[shop,  web]"), ["channels of Touchpoint 'pay'"]),
    "a feeling": (of("before: 1", "before: 0"), of("before: 1", "before: -1"), ["emotion of Touchpoint 'try'"]),
    "a pain": (of("severity: 2}   # most", "severity: 3}   # all"), of("severity: 2", "severity: 1"), ["severity of Insight 'dear'"]),
    "an id": (of("id: pay ", "id: settle "), of("id: pay ", "id: end "), None),
    "one of the same name added": (
        of(END, f"          # mine\n          - {{ id: own, title: Owns }}   # m\n{END}"),
        of(END, f"          # yours\n          # all\n          - id: own\n            title: Drives home   # y\n{END}"),
        ["title of Touchpoint 'own'"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("is_swapped", [False, True])
@pytest.mark.parametrize("name", CASES)
def test_choosing_a_side_gives_its_file_letter_for_letter(name: str, *, is_swapped: bool) -> None:
    ours, theirs, what = CASES[name]
    merged = conflict(theirs, ours) if is_swapped else conflict(ours, theirs)
    assert what is None or [one.what for one in merged.regions] == what


def test_the_markers_stand_at_what_was_removed_with_the_comment_above_it() -> None:
    edited = TRY.replace("Tries", "Drives")
    assert conflict(EDITED, of(TRY, "")).text == EDITED.replace(
        edited,
        f"<<<<<<< ours: Touchpoint 'try'\n{edited}=======\n>>>>>>> theirs: Touchpoint 'try'\n",
    )


def test_what_stood_in_a_removed_stage_can_be_chosen_whole() -> None:
    """Nobody changed what stands in it; who chooses the new title wants it all the same."""
    merged = conflict(RETITLED, of(DEAL, ""))
    assert merged.merge.draft is not None
    assert [one.id for one in merged.merge.draft.journeys["buy"].touchpoints] == ["ask", "try", "pay"]


def test_what_nobody_disputes_is_merged_around_a_conflict() -> None:
    theirs = of("title: Tries,", "title: Tests,").replace(DEAL[:25], "      # on Sundays too\n" + DEAL[:25]).replace("Asks", "Asks around")
    merged = merge_texts(MAP, EDITED, theirs)
    assert chosen(merged, "ours") == theirs.replace("Tests", "Drives")
    assert chosen(merged, "theirs") == theirs


def test_two_who_moved_something_to_two_places() -> None:
    line = MAP[MAP.index("          - {id: ask") : MAP.index("\n      # Saturdays")]
    without = MAP.replace(line, "")
    merged = conflict(without.replace("          # the long", f"{line}          # the long"), without.replace(END, line + END))
    assert [one.what for one in merged.regions] == ["Touchpoint 'ask'"] * 2


def test_of_a_touchpoint_with_nothing_but_a_title_not_the_title_was_moved() -> None:
    line = "          - title: Asks\n"
    base = of(MAP[MAP.index("          - {id: ask") : MAP.index("\n      # Saturdays")], line)
    without = base.replace(line, "          - title: Calls\n")
    merged = merge_texts(base, without.replace(END, f"{line}{END}"), without.replace("          # the long", f"{line}          # the long"))
    assert {one.kind for one in merged.conflicts} == {"moved"}
    assert {one.what for one in merged.regions} == {"Touchpoint 'asks'"}


def test_the_frame_of_a_comment_is_not_torn() -> None:
    frame = "      # ------\n"
    base = MAP.replace("      # at home\n", f"{frame}      # at home\n{frame}").replace(
        "      # Saturdays only\n", f"{frame}      # Saturdays only\n{frame}"
    )
    base = base.replace("\n\n", "\n")
    deal = base[base.index(f"{frame}      # Saturdays") : base.index("      # end of the stages")]
    merged = merge_texts(base, base.replace("title: Deal", "title: At the dealer"), base.replace(deal, ""))
    assert merged.regions[0].ours[:3] == tuple(deal.split("\n")[:3])


@pytest.mark.parametrize(("ours", "theirs"), [(EDITED, of(TRY, "")), (of(TRY, ""), EDITED), (of('"Pays"', "Ends"), of('"Pays"', "Leaves"))])
def test_json_and_windows_line_ends(ours: str, theirs: str) -> None:
    base, mine, yours = (dumps(loads(one), "json") for one in (MAP, ours, theirs))
    merged = merge_texts(base, mine, yours, name="a.json")
    assert len(merged.regions) == 1
    assert (chosen(merged, "ours"), chosen(merged, "theirs")) == (mine, yours)
    with pytest.raises(FileError) as caught:
        document_of(merged.text, name="a.json")
    assert [one.location for one in caught.value.problems] == [f"a.json:{merged.regions[0].start}:1"]
    windows = [one.replace("\n", "\r\n") for one in (MAP, ours, theirs)]
    assert merge_texts(*windows).text == merge_texts(MAP, ours, theirs).text.replace("\n", "\r\n")


def test_two_who_added_the_same() -> None:
    mine, yours = (f"          # {side}\n          - {{id: own, title: Owns}}\n{END}" for side in ("mine", "yours"))
    merged = merge_texts(MAP, of(END, mine), of(END, yours))
    assert merged
    assert merged.text == of(END, mine.replace("# mine\n", "# mine\n          # yours\n"))


def test_what_one_added_to_a_stage_that_the_other_moved_and_renamed_is_written_as_it_was() -> None:
    learn = MAP[MAP.index("      # at home") : MAP.index("\n      # Saturdays") + 1]
    theirs = MAP.replace(learn, "").replace("      # end of the stages", f"{learn}      # end of the stages").replace("id: deal", "id: buy")
    added = '          # since May\n          - { id: own,  title: "Owns" }   # with balloons\n'
    merged = merge_texts(MAP, of(END, added + END), theirs)
    assert merged
    assert merged.lost == ()
    assert merged.text == theirs.replace(END, added + END)


def test_a_comment_of_something_that_the_other_side_removed_does_not_go_over_to_what_follows() -> None:
    merged = merge_texts(MAP, of("# the long one", "# the very long one"), of(TRY, ""))
    assert merged
    assert merged.text == of(TRY, "")
    assert merged.lost == ("# the very long one",)


@pytest.mark.parametrize("theirs", [of(TRY, ""), of(TRY, "").replace('"Pays"', "Leaves")])
def test_of_a_comment_at_two_places_one_is_lost_beside_a_conflict_too(theirs: str) -> None:
    ours = MAP.replace('title: "Pays"', "title: Ends").replace("# in town", "# ask").replace("# cash", "# ask")
    base = MAP.replace("{before: 1, after: 2}}  # in town", "{before: 1, after: 2}}")
    merged = merge_texts(base, ours, theirs)
    assert bool(merged) == ("Leaves" not in theirs)
    assert merged.text.count("# ask") == 1
    assert merged.lost == ("# ask",)


@pytest.mark.parametrize(
    "text", [MAP.rstrip("\n"), MAP.replace("# a friend", "#\ta\tfriend"), "---\n" + MAP, MAP.replace("Deal", "الصفقة")]
)
def test_texts_of_many_kinds(text: str) -> None:
    ours, theirs = text.replace("title: Tries", "title: Drives"), text.replace("# Saturdays only", "# أيام السبت")
    assert merge_texts(text, ours, theirs).text == ours.replace("# Saturdays only", "# أيام السبت")
    assert chosen(merge_texts(text, ours, text.replace("title: Tries", "title: Tests")), "ours") == ours


def test_what_has_an_anchor_is_changed_at_its_anchor() -> None:
    base = of("channels: [phone, web]}", "channels: &all [phone, web]}").replace("[ shop ]", "*all")
    theirs = base.replace("&all [phone, web]", "&all [web]")
    merged = merge_texts(base, base.replace('"Pays"', "Pays cash"), theirs)
    assert merged.text == theirs.replace('"Pays"', "Pays cash")


def test_a_file_of_a_folder_with_windows_line_ends() -> None:
    """Who owns what, another file tells; lines alone do not merge it."""
    base = of("owners: [ {id: sales, name: Sales team}, {id: till, name: Till} ]  # both\n", "")
    stage = base[base.index("      # at home") : base.index("\n      # Saturdays") + 1]
    moved = base.replace(stage, "").replace("      # end of the stages", f"{stage}      # end of the stages").replace("till", "bank")
    ours = base.replace('"Pays"', "Pays cash")
    merged = merge_texts(*(one.replace("\n", "\r\n") for one in (base, ours, moved)))
    assert merged
    assert merged.text == moved.replace('"Pays"', "Pays cash").replace("\n", "\r\n")
