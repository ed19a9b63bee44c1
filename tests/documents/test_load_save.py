"""Loading and saving files: whole or not at all."""

import io
import os
import stat
import sys
from pathlib import Path

import pytest

from journeykit.documents import document_of, dumps, load, loads, open_document, save
from journeykit.errors import ConversionError, FileError
from journeykit.formats import MOST_BYTES
from journeykit.model import Journey, Portfolio, Stage, Touchpoint

BUY = Journey(
    "I buy",
    persona="Ana",
    stages=[Stage("Deal", [Touchpoint("Pay", emotion={"before": -1, "after": 2}, channel="web", owner="Sales", pains=["Slow"])])],
)
BOOK = Portfolio.of(BUY)


@pytest.mark.parametrize("name", ["a.yaml", "a.yml", "a.json", "A.JSON", "Größe 🙂.yaml"])
def test_what_is_saved_loads(tmp_path: Path, name: str) -> None:
    save(BOOK, tmp_path / name)
    assert load(tmp_path / name) == BOOK
    assert load(str(tmp_path / name)) == BOOK
    assert [one.name for one in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_bytes().endswith(b"\n")
    assert b"\r" not in (tmp_path / name).read_bytes()


def test_a_bare_journey_saves(tmp_path: Path) -> None:
    save(BUY, tmp_path / "a.yaml")
    assert load(tmp_path / "a.yaml") == BOOK


def test_text_and_open_files(tmp_path: Path) -> None:
    assert loads(dumps(BOOK)) == loads(dumps(BOOK, "json")) == loads(dumps(BOOK).encode()) == BOOK
    assert load(io.StringIO(dumps(BOOK))) == load(io.BytesIO(dumps(BOOK, "json").encode())) == BOOK
    save(BOOK, tmp_path / "a.yaml")
    with (tmp_path / "a.yaml").open("rb") as opened:
        assert load(opened) == BOOK


def test_an_open_file_is_named_in_errors() -> None:
    with pytest.raises(FileError) as caught:
        load(io.StringIO("- a"))
    assert caught.value.problems[0].location == "<input>:1:1"


@pytest.mark.parametrize("name", ["a.toml", "a", "a.svg"])
def test_an_ending_without_a_format_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ConversionError, match="No file format has the ending") as caught:
        save(BOOK, tmp_path / name)
    assert caught.value.problems[0].hint == "save it as 'a.yaml'"
    assert not list(tmp_path.iterdir())


def test_what_no_file_can_hold_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    save(BOOK, tmp_path / "a.yaml")
    before = (tmp_path / "a.yaml").read_bytes()
    for extra in ({"a": "\x07"}, {"a": {"b": ["\x07"]}}, {"\ud800": 1}):
        with pytest.raises(ConversionError):
            save(Portfolio(extra=extra), tmp_path / "a.yaml")
    assert (tmp_path / "a.yaml").read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 1


def test_nothing_is_left_behind_where_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(BOOK, tmp_path / "a.yaml")
    before = (tmp_path / "a.yaml").read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        save(Portfolio("other"), tmp_path / "a.yaml")
    assert (tmp_path / "a.yaml").read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions and links")
def test_permissions_and_links_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    save(Portfolio("old"), real)
    real.chmod(0o640)
    link.symlink_to("real.yaml")
    save(BOOK, link)
    assert link.is_symlink()
    assert load(real) == BOOK
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX devices")
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    link = tmp_path / "null.yaml"
    link.symlink_to("/dev/null")
    save(BOOK, link)
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_a_folder_or_a_missing_folder_cannot_be_saved_to(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    with pytest.raises(OSError):
        save(BOOK, tmp_path / "a.yaml")
    with pytest.raises(FileNotFoundError):
        save(BOOK, tmp_path / "none" / "a.yaml")


def test_a_missing_file_is_said_by_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "none.yaml")


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "a.yaml").open("wb") as opened:
        opened.truncate(100_000_000)
    with pytest.raises(FileError) as caught:
        load(tmp_path / "a.yaml")
    assert caught.value.problems[0].got == "100.0 MB"
    assert str(MOST_BYTES // 1_000_000) in caught.value.problems[0].expected


def test_a_folder_is_one_portfolio(tmp_path: Path) -> None:
    (tmp_path / "1.yaml").write_text("journeykit: 1\ntitle: Book\nowners: [Sales]\nextra: {a: 1}\n")
    (tmp_path / "2.yml").write_text("journeykit: 1\njourneys: [{title: A, owner: Sales}]\nextra: {b: 2}\n")
    (tmp_path / "3.json").write_text('{"journeykit": 1, "journey": {"title": "B", "owner": "sales", "next": ["a"]}}')
    (tmp_path / "journeykit.schema.json").write_text("{}")
    (tmp_path / ".hidden.yaml").write_text("- not ours")
    (tmp_path / "notes.txt").write_text("not ours")
    book = load(tmp_path)
    assert book.title == "Book"
    assert book.journeys.ids == ("a", "b")
    assert book.journeys["b"].owner == "sales"
    assert dict(book.extra) == {"a": 1, "b": 2}
    document = open_document(tmp_path)
    assert document.names == tuple(str(tmp_path / name) for name in ("1.yaml", "2.yml", "3.json"))
    assert document.locate("journeys['b'].owner") == f"{tmp_path / '3.json'}:1:54"
    assert document.locate("owners['sales']") == f"{tmp_path / '1.yaml'}:3:10"


def test_faults_in_a_folder_come_with_their_files(tmp_path: Path) -> None:
    (tmp_path / "1.yaml").write_text("journeykit: 1\ntitle: One\nowners: [Sales]\n")
    (tmp_path / "2.yaml").write_text("journeykit: 1\ntitle: Two\nowners: [Sales]\njourney: {title: A, owner: salse}\n")
    with pytest.raises(FileError) as caught:
        load(tmp_path)
    assert [(Path(one.location.rsplit(":", 2)[0]).name, one.message.split(",")[0]) for one in caught.value.problems] == [
        ("2.yaml", "Two files give the portfolio a title"),
        ("2.yaml", "Two actors have the id 'sales'."),
        ("2.yaml", "Journey 'a' names owner 'salse'"),
    ]


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="holds no journey files"):
        load(tmp_path)


TEXT = """journeykit: 1
title: Book
owners: {a: A, b: {name: B, kind: team}}
journey:
  title: I pay
  stages:
    - title: Deal
      touchpoints:
        - title: Pay
          emotion: {before: -1, after: {valence: 1}}
          channel: web
          pains: [{text: Slow, severity: 2}]
kpis: [{name: K, values: {2024: 48, 2025: 29}}]
"""


@pytest.mark.parametrize(
    ("where", "piece"),
    [
        ("title", "Book"),
        ("owners['a']", "A, b:"),
        ("owners['b'].kind", "team"),
        ("owners['b'].note", "{name: B"),
        ("journeys['i-pay']", "title: I pay"),
        ("journeys[0].stages['deal'].touchpoints['pay'].emotions[1].valence", "1}}"),
        ("journeys[0].stages['deal'].touchpoints['pay'].emotions[0].valence", "-1,"),
        ("journeys['i-pay'].stages[0].touchpoints[0].channels[0]", "web"),
        ("journeys['i-pay'].stages[0].touchpoints[0].pains['slow'].severity", "2}]"),
        ("journeys['i-pay'].stages[0].touchpoints[0].pains[0].text", "Slow"),
        ("journeys['i-pay'].stages[0].touchpoints['gone'].owner", "- title: Pay"),
        ("kpis['k'].measurements[1].value", "29}"),
        ("kpis['gone']", "[{name: K"),
        ("personas", "journeykit: 1"),
    ],
)
def test_everything_is_found_in_the_text(where: str, piece: str) -> None:
    _, line, column = document_of(TEXT, name="x").locate(where).split(":")
    assert TEXT.splitlines()[int(line) - 1][int(column) - 1 :].startswith(piece)


def test_a_document_keeps_its_text() -> None:
    document = document_of(b"\xef\xbb\xbfjourneykit: 1\r\n", name="x")
    assert document.text == document.text_of("x") == "journeykit: 1\r\n"
    assert document.name == "x"
    with pytest.raises(KeyError):
        document.text_of("y")
