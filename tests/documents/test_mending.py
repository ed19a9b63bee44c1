"""Fixes in texts: what is put right keeps every comment at what it stood at; what cannot be put right so is left and said."""

import re
from datetime import date
from pathlib import Path

import pytest

from journeykit.documents import check, document_of, mended
from journeykit.documents._kept import keeps_comments

DATA = Path(__file__).parents[1] / "rules" / "data"

MAP = """\
journeykit: 1   # K1
# K2
actors: {{bank: Bank, uni: Uni}}   # K3
journey:   # K4
  title: A   # K5
{part}
  # K6
  stages:   # K7
    - title: S   # K8
      touchpoints:
        # K9
        - title: Writes   # K10
          counterparts: [bank]   # K11
"""


def after(text: str, *, profile: str = "workshop", select: str = "STR", unsafe: bool = False) -> tuple[list[str], list[str], str]:
    document = document_of(text)
    found = mended(document, check(document, profile=profile, select=select), unsafe=unsafe)
    return [one.code for one in found.done], [one.code for one, _ in found.left], found.document.text


def changed(text: str, new: str) -> list[str]:
    return [line for line in new.splitlines() if line not in text.splitlines()]


@pytest.mark.parametrize(
    ("part", "line"),
    [
        ("  participants:   # KP", "  participants: [bank]  # KP"),
        ("  participants:", "  participants: [bank]"),
        ("  participants:   # KP\n    # nobody so far", "  participants: [bank]  # KP"),
        ("  participants: ~   # KP", "  participants: [bank]  # KP"),
        ("  participants: null", "  participants: [bank]"),
        ("  participants: []   # none yet", "  participants: [bank]  # none yet"),
        ("  participants: uni   # KP", "  participants: [uni, bank]  # KP"),
        ("  participants:   # KP\n    # KQ\n    - uni   # KR", "    - bank"),
        ("  'participants': [uni]   # KP", "  'participants': [uni, bank]   # KP"),
    ],
)
def test_a_participant_is_added_by_one_line(part: str, line: str) -> None:
    text = MAP.format(part=part)
    done, left, new = after(text)
    assert (done, left) == (["STR-10"], [])
    assert changed(text, new) == [line]
    assert len(new.splitlines()) - len(text.splitlines()) == (line == "    - bank")


@pytest.mark.parametrize(
    "part", ["  ? participants   # KP", "  ? participants\n  : [uni]   # KP", "  participants: [\n    uni,   # KP\n    ]   # KQ"]
)
def test_what_would_harm_the_text_is_left(part: str) -> None:
    text = MAP.format(part=part)
    assert after(text) == ([], ["STR-10"], text)


ANCHORED = """\
journeykit: 1
# KEEP
channels: {web: Website, web2: Web-site}
journeys:
  - &j   # KEEPJ
    title: A
    stages:
      - title: S   # KEEP1
        touchpoints: &tps   # KEEP0
          # KEEP4
          - {title: Calls, channel: web2}   # KEEP2
          - {title: Writes, channel: web}   # KEEP3
"""


def test_what_has_an_anchor_is_changed_inside() -> None:
    done, left, new = after(ANCHORED)
    assert (done, left) == (["STR-14"], [])
    assert new == ANCHORED.replace(", web2: Web-site", "").replace("channel: web2", "channel: web")


def test_an_alias_says_what_its_anchor_says() -> None:
    text = ANCHORED.replace("channel: web2}", "channels: &ch [web2]}").replace("channel: web}", "channels: *ch}")
    done, left, new = after(text)
    assert (done, left) == (["STR-14"], [])
    assert new == text.replace(", web2: Web-site", "").replace("[web2]", "[web]")


def test_an_alias_that_would_say_something_else_is_left() -> None:
    text = MAP.format(part="  participants: &people [uni]").replace(
        "counterparts: [bank]", "counterparts: [bank, uni]\n          sources: *people"
    )
    text = text.replace("actors:", "sources: {uni: Study}\nactors:")
    assert after(text) == ([], ["STR-10"], text)


SEVERAL = """\
journeykit: 1
channels: {web: Website, web2: Web-site}
journeys:
  - title: A
    stages:
      - title: S
        touchpoints:
          - title: Talks
            channels:
              - web2   # first
              - web
"""


def test_a_comment_at_one_of_several_texts_stays() -> None:
    text = SEVERAL
    assert after(text) == ([], ["STR-14"], text)
    done, _, new = after(text.replace("   # first", ""))
    assert done == ["STR-14"]
    assert new.endswith("            channels:\n              - web\n")


RUN = """\
journeykit: 1
journeys:
  - title: Run
    form: actual
    stages:
      - title: Use
        touchpoints: [
          {title: Eats, started: 2026-01-02T10:00Z},{e}
          {title: Wakes, started: 2026-01-01T09:00Z}{w}
        ]
"""


def test_comments_in_brackets_do_not_change_their_owner() -> None:
    text = RUN.replace("{e}", "   # e").replace("{w}", "   # w")
    assert after(text) == ([], ["STR-12"], text)
    plain = RUN.replace("{e}", "").replace("{w}", "")
    assert after(plain)[0] == ["STR-12"]


BELOW = """\
journeykit: 1
journeys:
  - title: Run
    form: actual
    stages:
      - title: Use
        touchpoints:
          - title: Eats
            started: 2026-01-02T10:00Z
            # at home
          - title: Wakes
            started: 2026-01-01T09:00Z
"""
EATS, WAKES = (
    BELOW[BELOW.index("          - title: Eats") : BELOW.index("          - title: Wakes")],
    BELOW[BELOW.index("          - title: Wakes") :],
)


@pytest.mark.parametrize("more", ["", "            # late\n"])
def test_a_comment_that_stands_further_in_goes_with_the_entry_above_it(more: str) -> None:
    done, left, new = after(BELOW + more)
    assert (done, left) == (["STR-12"], [])
    assert new == BELOW.replace(EATS + WAKES, WAKES + more + EATS)


def test_a_comment_below_an_entry_has_to_stay_with_it() -> None:
    assert keeps_comments(BELOW, BELOW.replace(EATS, ""))
    assert not keeps_comments(BELOW, BELOW.replace("            # at home\n", ""))
    assert not keeps_comments(BELOW, BELOW.replace("            # at home\n", "") + "            # at home\n")
    assert not keeps_comments(BELOW, BELOW.replace("            # at home\n", "          # at home\n"))


def test_one_fix_that_is_left_does_not_stop_the_others() -> None:
    text = MAP.format(part="  allow: {STR-05: no}\n  participants: [\n    uni,   # KP\n    ]")
    done, left, new = after(text)
    assert (done, left) == (["CHK-01"], ["STR-10"])
    assert new == text.replace("  allow: {STR-05: no}\n", "")


@pytest.mark.parametrize(
    ("one", "other"),
    [("C++ forum", "C# forum"), ("A+", "A"), ("News", "New"), ("Room 1-2", "Room 12"), ("24/7", "247"), ("Express", "Expres")],
)
def test_channels_that_differ_in_what_means_something_are_two(one: str, other: str) -> None:
    text = f"journeykit: 1\nchannels: [{{id: a, name: '{one}'}}, {{id: b, name: '{other}'}}]\njourneys: []\n"
    assert not check(document_of(text)).filter(code="STR-14")


@pytest.mark.parametrize(("one", "other"), [("A. Smith", "AS Mith"), ("Mr Jones", "Mr Jone"), ("Desk", "Desks")])
def test_actors_keep_their_words_and_their_endings(one: str, other: str) -> None:
    text = f"journeykit: 1\nowners: [{{id: a, name: {one}}}, {{id: b, name: {other}}}]\njourneys: []\n"
    assert not check(document_of(text)).filter(code="STR-14")


@pytest.mark.parametrize(("one", "other"), [("X", "x"), ("Forms", "Form"), ("E_Mail", "email"), ("Chat!", "Chat")])
def test_names_that_only_look_alike_are_for_people_to_judge(one: str, other: str) -> None:
    text = f"journeykit: 1\nchannels:\n  - {{id: a, name: '{one}'}}\n  - {{id: b, name: '{other}'}}\njourneys: []\n"
    assert after(text) == ([], [], text)
    assert after(text, unsafe=True)[0] == ["STR-14"]


@pytest.mark.parametrize(("one", "other"), [("E-Mail", "email"), ("Web 2", "web2"), ("E.Mail", "e mail")])
def test_spellings_of_one_name_are_put_together(one: str, other: str) -> None:
    text = f"journeykit: 1\nchannels:\n  - {{id: a, name: '{one}'}}\n  - {{id: b, name: '{other}'}}\njourneys: []\n"
    assert after(text)[0] == ["STR-14"]


def test_windows_line_ends_and_json_are_mended_too() -> None:
    text = MAP.format(part="  participants:   # KP").replace("\n", "\r\n")
    assert after(text)[2] == text.replace("  participants:   # KP", "  participants: [bank]  # KP")
    json = '{"journeykit": 1, "actors": {"bank": "Bank"}, "journey": {"title": "A", "participants": null,\n "stages": [{"title": "S", "touchpoints": [{"title": "Writes", "counterparts": ["bank"]}]}]}}\n'
    assert after(json)[2] == json.replace("null", '["bank"]')


@pytest.mark.parametrize("profile", ["workshop", "management"])
@pytest.mark.parametrize("unsafe", [False, True])
def test_no_comment_of_a_whole_map_is_lost_or_moved(profile: str, unsafe: bool) -> None:  # noqa: FBT001  # two ways, tried both
    lines = (DATA / "thirty_defects.yaml").read_text(encoding="utf-8").split("\n")
    text = "\n".join(f"{line}   # c{at}" if line.strip() and "#" not in line else line for at, line in enumerate(lines))
    document = document_of(text)
    after = mended(document, check(document, profile=profile, today=date(2026, 1, 1)), unsafe=unsafe)
    assert {one.code for one in after.done} >= {"STR-10", "STR-12"}
    old, new = by_comment(text), by_comment(after.document.text)
    assert {one.code for one in after.done} - {"STR-10", "STR-12"} or old.keys() == new.keys()
    moved = [one for one in new if old[one].partition(":")[0] != new[one].partition(":")[0]]
    assert moved == []


def by_comment(text: str) -> dict[str, str]:
    """What stands before each comment."""
    return {key: said.strip(" -") for said, key in re.findall(r"^(.*?)\s+# (c\d+)$", text, re.MULTILINE)}
