"""Folders: several files, one portfolio; whatever leads from file to file, and whose fault a fault is."""

import json
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import journeykit as jk
from journeykit import measure
from journeykit.cli import command
from journeykit.errors import FileError
from journeykit.testing import portfolios
from journeykit.views import view

SHARED = """journeykit: 1
title: Shop
personas: [{id: ana, name: Ana}, {id: ben, name: Ben}]
owners: [{id: till, name: Till}, {id: desk, name: Desk}]
sources: [{id: talks, title: Talks, kind: interview, perspective: customer, n: 12}]
kpis:
  - {id: wait, name: Wait, direction: lower, unit: min, target: 4, measurements: [{at: 2025, value: 6, anchor: buy/pay}, {at: 2025, value: 3, anchor: use/ride}]}
insights: [{id: queue, text: Queues, anchors: [pay, use/ride], severity: 4, frequency: 0.5}]
opportunities: [{id: no-queue, statement: How might we lose the queue?, addresses: [queue]}]
actions: [{id: scan, title: Scan at the shelf, addresses: [no-queue], touches: [buy/pay]}]
"""
BUY = """journeykit: 1
journey:
  id: buy
  title: I buy
  persona: ana
  level: 1
  next: [use]
  stages:
    - title: Buy
      lifecycle: onboard
      touchpoints: [{id: pay, title: Pays, owner: till, duration: 2 min, emotion: -1, sources: [talks], sub_journey: paying}]
  links: [{source: pay, target: use/ride, kind: impact, polarity: -1}]
"""
USE = """journeykit: 1
journeys:
  - id: use
    title: I ride
    persona: ana
    level: 1
    stages: [{title: Use, lifecycle: use, touchpoints: [{id: ride, title: Rides, owner: desk, emotion: 2, duration: 20 min}]}]
  - id: paying
    title: I pay
    persona: ana
    level: 2
    stages: [{title: Till, lifecycle: onboard, touchpoints: [{id: card, title: Shows the card, emotion: -2}, {id: slip, title: Takes the slip}]}]
"""
FILES = {"0-shared.yaml": SHARED, "buy.yaml": BUY, "use.yaml": USE}


def folder(where: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (where / name).write_text(text, encoding="utf-8")
    return where


@pytest.fixture
def book(tmp_path: Path) -> jk.Portfolio:
    return jk.load(folder(tmp_path, FILES))


# ------------------------------------------------------------------------------------------------- from file to file
def test_names_lead_from_file_to_file(book: jk.Portfolio) -> None:
    buy = book.journeys["buy"]
    assert (buy.next, buy.touchpoints["pay"].sub_journey) == (("use",), "paying")
    assert book.insights["queue"].anchors == ("buy/pay", "use/ride")  # the short form, written in one file, of what stands in another
    assert buy.links[0].target == "use/ride"
    assert [place for place, _ in book.insights_at("use")] == ["use/ride"]
    assert book.by_actor("till").touchpoints[0].id == "pay"


def test_a_journey_of_a_folder_knows_what_it_shares(book: jk.Portfolio) -> None:
    assert {one.library for one in book.journeys} == {book.library}
    assert "Queues" in "\n".join(" ".join(row) for row in view("journey-map")(book.journeys["use"]).table)


def test_the_names_of_files_say_nothing(tmp_path: Path, book: jk.Portfolio) -> None:
    other = tmp_path / "other"
    other.mkdir()
    again = jk.load(folder(other, {"a.yaml": USE, "b.yml": SHARED, "c.yaml": BUY}))
    assert {one.id: one for one in again.journeys} == {one.id: one for one in book.journeys}
    assert again.library == book.library


@given(portfolios(max_journeys=3, max_touchpoints=4), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_a_portfolio_in_pieces_is_the_portfolio(book: jk.Portfolio, random: object) -> None:
    """Each journey in a file of its own, the rest in another: what is read is what was one file."""
    whole = json.loads(jk.dumps(book, "json"))
    journeys = whole.pop("journeys", [whole.pop("journey")] if "journey" in whole else [])
    with TemporaryDirectory() as name:
        files = {"0.json": json.dumps(whole)}
        files |= {f"{at + 1}.json": json.dumps({"journeykit": 1, "journey": one}) for at, one in enumerate(journeys)}
        assert jk.load(folder(Path(name), files)) == book


# ------------------------------------------------------------------------------------------------------- whose fault
FAULTS = [
    ("buy.yaml", "next: [use]", "next: [ues]", "ues", "did you mean 'use'?"),
    ("buy.yaml", "sub_journey: paying", "sub_journey: payin", "payin", "did you mean 'paying'?"),
    ("buy.yaml", "owner: till", "owner: tell", "tell", "did you mean 'till'?"),
    ("use.yaml", "owner: desk", "owner: dsek", "dsek", "did you mean 'desk'?"),
    ("0-shared.yaml", "anchor: use/ride", "anchor: use/rode", "use/rode", "did you mean 'use/ride'?"),
]


def place_of(name: str, text: str, token: str) -> str:
    line, found = next((at, one) for at, one in enumerate(text.splitlines(), 1) if token in one)
    return f"{name}:{line}:{found.index(token) + 1}"


@pytest.mark.parametrize("fault", FAULTS, ids=lambda one: one[2])
def test_a_fault_names_its_own_file(tmp_path: Path, fault: tuple[str, ...]) -> None:
    name, old, new, token, hint = fault
    text = FILES[name].replace(old, new)
    with pytest.raises(FileError) as caught:
        jk.load(folder(tmp_path, FILES | {name: text}))
    (problem,) = caught.value.problems
    assert problem.location.removeprefix(f"{tmp_path}/") == place_of(name, text, token)
    assert hint in str(problem)


def test_an_id_of_two_files_is_a_fault_of_the_second(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="name this one such as 'buy-2'") as caught:
        jk.load(folder(tmp_path, FILES | {"more.yaml": BUY}))
    assert f"{tmp_path / 'more.yaml'}:3:7" in [one.location for one in caught.value.problems]


def test_each_fault_of_several_files_stands_with_its_file(tmp_path: Path) -> None:
    files = {
        "buy.yaml": BUY.replace("till", "tell"),
        "use.yaml": USE.replace("emotion: 2,", "emotion: 3,"),
        "0-shared.yaml": SHARED + "tilte: Shop\n",
    }
    with pytest.raises(FileError) as caught:
        jk.load(folder(tmp_path, FILES | files))
    assert [Path(one.location.rsplit(":", 2)[0]).name for one in caught.value.problems] == ["0-shared.yaml", "buy.yaml", "use.yaml"]


def test_a_circle_of_sub_journeys_over_files_is_refused(tmp_path: Path) -> None:
    use = USE.replace("title: Shows the card,", "title: Shows the card, sub_journey: buy,")
    with pytest.raises(FileError, match="buy → paying → buy") as caught:
        jk.load(folder(tmp_path, FILES | {"use.yaml": use}))
    assert "sub_journey" in str(caught.value)


def test_findings_stand_in_their_own_files(tmp_path: Path) -> None:
    document = jk.open_document(folder(tmp_path, FILES))
    places = {one.place.rsplit(":", 2)[0] for one in jk.check(document, profile="publish")}
    assert {Path(one).name for one in places if one} == set(FILES)
    deep = jk.open_document(folder(tmp_path, FILES | {"use.yaml": USE.replace("level: 2", "level: 0")}))
    (found,) = jk.check(deep, select=["STR-13"], profile="publish")
    assert found.place.removeprefix(f"{tmp_path}/") == place_of("buy.yaml", BUY, "paying")


# ---------------------------------------------------------------------------------------------- what belongs to a folder
def test_what_is_no_part_of_it_is_left_out(tmp_path: Path, book: jk.Portfolio) -> None:
    """Schemas, hidden files, what a check accepted, other kinds of files, and folders inside."""
    more = {"journeykit.schema.json": "{}", ".hidden.yaml": "- 1", "journeykit-baseline.json": "[]", "notes.md": "#", "journeykit.toml": ""}
    folder(tmp_path, FILES | more)
    inner = tmp_path / "old"
    inner.mkdir()
    folder(inner, {"buy.yaml": BUY})
    assert jk.load(tmp_path) == book


def test_a_folder_of_folders_says_where_it_looked(tmp_path: Path) -> None:
    inner = tmp_path / "maps"
    inner.mkdir()
    folder(inner, FILES)
    with pytest.raises(FileError, match="maps"):
        jk.load(tmp_path)


def test_an_accepted_baseline_does_not_stop_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder(tmp_path, FILES))
    assert CliRunner().invoke(command("check"), [".", "--profile", "publish", "--write-baseline"]).exit_code == 0
    assert (tmp_path / "journeykit-baseline.json").exists()
    assert jk.load(".").title == "Shop"


# ------------------------------------------------------------------------------------------------------ measures, views
def test_measures_stand_side_by_side_and_are_never_averaged(book: jk.Portfolio) -> None:
    """One result a journey where figures belong to journeys: personas and levels differ. Nobody adds a journey to its sub-journey."""
    feelings = measure.emotion_curve(book)
    assert dict(feelings.value) == {"buy": -1, "use": 2, "paying": -2}
    assert not hasattr(feelings, "mean")
    times = measure.time(book)
    assert {one.about: one.duration for one in times} == {"buy": 2, "use": 20, "paying": None}
    assert {row["journey"] for row in times.rows()} == {"buy", "use"} | {"paying"}
    for one in book.journeys:
        assert feelings[one.id] == measure.emotion_curve(one)
        assert times[one.id] == measure.time(one)


def test_counts_that_add_up_do(book: jk.Portfolio) -> None:
    parts = [measure.stakeholders(one) for one in book.journeys]
    whole = {one.actor: one.touchpoints for one in measure.stakeholders(book).items}
    for actor, count in whole.items():
        assert count == sum(one.touchpoints for part in parts for one in part.items if one.actor == actor)
    ranked = measure.pain_ranking(book)
    assert [(one.insight, one.places) for one in ranked.items] == [("queue", ("buy/pay", "use/ride"))]


def test_one_kpi_at_two_places_is_two_figures(book: jk.Portfolio) -> None:
    states = measure.kpi_status(book).states
    assert {one.anchor: (one.value, one.status) for one in states} == {"buy/pay": (6, "off"), "use/ride": (3, "on_target")}


def test_effects_cross_files(book: jk.Portfolio) -> None:
    found = measure.impact(book, at="use/ride")
    assert [one.place for one in found.upstream] == ["buy/pay"]
    assert [one.source for one in found.from_elsewhere] == ["buy/pay"]


def test_holes_show(book: jk.Portfolio) -> None:
    assert measure.lifecycle_coverage(book).holes == ("learn", "support", "leave")
    assert {one.about: one.value for one in measure.evidence_coverage(book)} == {"buy": 1, "use": 0, "paying": 0}
    drawn = view("atlas")(book, today=date(2026, 1, 1))
    rows = {row.head.title: row.cells for row in drawn.parts[0].rows}
    assert [one.state == "gap" for one in rows["Ana"]] == [True, False, False, True, True]
    assert all(one.state == "gap" for one in rows["Ben"])
    assert [one.text for one in rows["Ana"][1].items] == ["› I buy", "› › I pay"]  # what it opens into stands below it
    assert "i ride" in rows["Ana"][1].items[0].detail.lower()
