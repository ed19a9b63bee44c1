"""Hostile and broken texts: each a clear error at its place, quickly."""

import time

import pytest

from journeykit.errors import FileError
from journeykit.formats import MOST_BYTES, read

HEAD = "journeykit: 1\n"


def refused(text: str | bytes, syntax: str | None = None) -> list[tuple[str, str, str]]:
    started = time.process_time()
    with pytest.raises(FileError) as caught:
        read(text, name="x", syntax=syntax)  # type: ignore[arg-type]  # a plain str in a table
    assert time.process_time() - started < 5
    assert all(one.hint for one in caught.value.problems)
    return [(one.location, one.message, one.hint) for one in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "location", "message"),
    [
        ("", "x:1:1", "The file is empty."),
        ("\n# nothing\n", "x:1:1", "The file is empty."),
        ("- a\n", "x:1:1", "The file is a list."),
        ("title:a", "x:1:1", "The file is a text."),
        ("12", "x:1:1", "The file is a single value."),
        ("title: a\n", "x:1:1", "The file does not say which version of the format it has."),
        ("journeykit: 2\nwhatever: new\n", "x:1:13", "The file has version 2 of the format, which is newer than this journeykit knows."),
        ("journeykit: 0\n", "x:1:13", "There is no version 0 of the format."),
        ("journeykit: one\n", "x:1:13", "The version of the format is no whole number."),
        ("journeykit: true\n", "x:1:13", "The version of the format is no whole number."),
        ("jorneykit: 1\n", "x:1:1", "The file does not say which version of the format it has."),
        (HEAD + "title: a\ntitle: b\n", "x:3:1", "The key 'title' stands here twice."),
        (HEAD + "extra:\n  a: {b: 1, b: 2}\n", "x:3:13", "The key 'b' stands here twice."),
        (HEAD + "extra: !!python/object:os.system [ls]\n", "x:2:8", "The file uses a YAML tag."),
        (HEAD + "title: !secret x\n", "x:2:8", "The file uses a YAML tag."),
        (HEAD + "title: !e!foo x\n", "x:2:8", "The file uses a YAML tag."),
        (HEAD + "extra: {x: !!binary aGk=}\n", "x:2:12", "The file uses a YAML tag."),
        (HEAD + "extra:\n  <<: {a: 1}\n", "x:3:3", "The file uses a merge key, which YAML 1.2 does not have."),
        (HEAD + "? [a]\n: b\n", "x:2:3", "A key is not a text."),
        (HEAD + "---\ntitle: b\n", "x:2:1", "The file holds several YAML documents."),
        (HEAD + "extra: &a {b: *a}\n", "x:2:8", "An alias stands inside of what it stands for."),
        (HEAD + "title: *nowhere\n", "x:2:8", "An alias has no anchor."),
        (HEAD + "title: &a x\nlang: &a y\n", "x:3:7", "An anchor stands here twice."),
        (HEAD + "\ttitle: b\n", "x:2:1", "A tab stands where only spaces may."),
        (HEAD + "title: I: pay\n", "x:2:9", "A ':' stands where none may."),
        (HEAD + "title: a\nlang:de\nextra: {}\n", "x:3:1", "A line is neither 'key: value' nor an entry of a list."),
        (HEAD + "owners: [a, b\ntitle: x\n", "x:2:9", "A list in brackets is not closed, or lacks a comma."),
        (HEAD + "extra: {a: 1\n", "x:2:8", "A mapping in braces is not closed, or lacks a comma."),
        (HEAD + "title: 'never closed\n", "x:2:8", "A quote is opened and never closed."),
        (HEAD + "title: @home\n", "x:2:8", "A text begins with a character that YAML keeps for itself."),
        (HEAD + 'title: "\\q"\n', "x:2:9", "A text in double quotes holds an escape that does not exist."),
        (HEAD + "owners:\n  - a\n b: 1\n", "x:4:2", "A line is indented differently from its neighbours."),
        (HEAD + "owners:\n  - a\n  b: 1\n", "x:4:3", "A list is followed by something that is no entry of it."),
        (HEAD + "owners: - a\n", "x:2:9", "A '- ' stands where none may."),
        (HEAD + "title: a\x07b\n", "x:2:9", "The file holds the control character U+0007."),
        (HEAD + "title: a\x9bb\n", "x:2:9", "The file holds the control character U+009B."),
        (HEAD + 'title: "a\\x07b"\n', "x:2:8", "A text holds the control character U+0007."),
        (HEAD + "extra: {x: .nan}\n", "x:2:12", "This is no number that can be kept."),
        (HEAD.encode() + b"title: Gr\xfcn\n", "x:2:10", "The file is not UTF-8: byte 24 is no part of a character."),
        (HEAD.encode("utf-16"), "x:1:1", "The file is UTF-16, not UTF-8."),
        (HEAD + "extra: " + "[" * 300_000, "x:2:71", "The file is nested too deep."),
        (HEAD + "extra: {a: " + "[" * 70 + "]" * 70 + "}\n", "x:2:74", "The file is nested too deep."),
        (HEAD + "title: " + "[" * 400 + "]" * 400 + "\n", "x:2:71", "The file is nested too deep."),
        (HEAD + "title: " + "[" * 990 + "]" * 990 + "\n", "x:2:71", "The file is nested too deep."),
        (HEAD + "extra:\n  a:\n" + "".join("  " * (n + 2) + f"k{n}:\n" for n in range(3_000)), "x:66:129", "The file is nested too deep."),
        (HEAD + "extra:\n  " + "- " * 20_000 + "x\n", "x:3:129", "The file is nested too deep."),
    ],
)  # fmt: skip
def test_yaml(text: str | bytes, location: str, message: str) -> None:
    found = refused(text, "yaml")
    assert [one[:2] for one in found] == [(location, message)]


@pytest.mark.parametrize(
    ("text", "location", "message"),
    [
        (" ", "x:1:1", "The file is empty."),
        ("[1]", "x:1:1", "The file is a list."),
        ('{"journeykit": 1,}', "x:1:18", "Here should be a key in double quotes."),
        ("{'journeykit': 1}", "x:1:2", "Here should be a key in double quotes."),
        ('{"journeykit" 1}', "x:1:15", "Here should be a ':'."),
        ('{"journeykit": 1\n "title": "a"}', "x:2:2", "Here should be a comma or the end of a list or object."),
        ('{"journeykit": }', "x:1:16", "Here should be a value."),
        ('{"journeykit": 1} x', "x:1:19", "The file goes on after its end."),
        ('{"journeykit": 1, "title": "a', "x:1:28", "A text is opened and never closed."),
        ('{"journeykit": 1, "title": "a\nb"}', "x:1:30", "A text runs over the end of its line."),
        ('{"journeykit": 1, "title": "\\q"}', "x:1:29", "A text holds an escape that does not exist."),
        ('{"journeykit": 1,\n "title": "a",\n "title": "b"}', "x:3:2", "The key 'title' stands here twice."),
        ('{"journeykit": 1, "extra": {"a": NaN}}', "x:1:34", "This is no number that can be kept."),
        ('{"journeykit": 1, "extra": {"a": 1e999}}', "x:1:34", "This is no number that can be kept."),
        ('{"journeykit": 1, "title": "a\\u0007"}', "x:1:28", "A text holds the control character U+0007."),
        ('{"journeykit": 1, "title": "a\\ud800"}', "x:1:28", "A text holds the control character U+D800."),
        ('{"journeykit": 1, "extra": {"a": ' + "[" * 70 + "]" * 70 + "}}", "x:1:96", "The file is nested too deep."),
        ('{"journeykit": 1, "title": ' + "[" * 400 + "]" * 400 + "}", "x:1:91", "The file is nested too deep."),
        ('{"journeykit": 1, "title": ' + "[" * 950 + "]" * 950 + "}", "x:1:91", "The file is nested too deep."),
        ('{"journeykit": 1, "extra": ' + "[" * 100_000 + "]" * 100_000 + "}", "x:1:91", "The file is nested too deep."),
    ],
)
def test_json(text: str, location: str, message: str) -> None:
    assert [one[:2] for one in refused(text, "json")] == [(location, message)]


def test_alias_bombs_are_refused_without_being_built() -> None:
    text = HEAD + "extra:\n  a: &a [x,x,x,x,x,x,x,x,x]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True):
        text += f"  {name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    assert [one[:2] for one in refused(text)] == [("x:7:6", "Aliases make this file explode.")]


def test_large_files_are_refused_before_they_are_parsed() -> None:
    assert refused("#" * (MOST_BYTES + 1))[0][1] == "The file is too large."


def test_json_keeps_emoji_written_as_escapes_and_counts_columns_in_characters() -> None:
    text = '{"journeykit": 1, "title": "\\ud83d\\ude00", "owners": [{"name": "😀", "kind": "teem"}]}'
    with pytest.raises(FileError) as caught:
        read(text)
    assert caught.value.problems[0].location.endswith(f":{text.index('teem')}")


def test_crlf_and_bom_do_not_move_positions() -> None:
    for text in ("journeykit: 1\ntitle: 1\n", "\ufeffjourneykit: 1\r\ntitle: 1\r\n"):
        with pytest.raises(FileError) as caught:
            read(text)
        assert [one.location for one in caught.value.problems] == ["<text>:2:8"]
