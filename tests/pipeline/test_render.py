"""From a model to a picture, all the way."""

import hashlib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

import journeykit as jk
from journeykit.examples import EXAMPLES, example
from journeykit.testing import journeys, portfolios

BOOK = jk.loads(example("dealership"))
PAPERS = ["a4", "a3"]


def test_the_ending_chooses_the_format(tmp_path: Path) -> None:
    for ending, start in ((".svg", b"<?xml"), (".txt", b"I buy a new car"), (".md", b"# I buy a new car")):
        drawn = jk.render(BOOK, tmp_path / f"map{ending}")
        assert (tmp_path / f"map{ending}").read_bytes() == drawn.data
        assert drawn.data.startswith(start)


def test_without_a_path_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert jk.render(BOOK).svg.startswith("<svg")
    assert not list(tmp_path.iterdir())


def test_an_unknown_ending_is_refused_before_anything_is_drawn(tmp_path: Path) -> None:
    with pytest.raises(jk.JourneykitError, match=r"\.svgg"):
        jk.render(BOOK, tmp_path / "map.svgg")
    assert not list(tmp_path.iterdir())


def test_pages_are_numbered(tmp_path: Path) -> None:
    drawn = jk.render(BOOK, paper="a4")
    files = drawn.save(tmp_path / "map.svg")
    assert len(files) > 1
    assert [file.name for file in files] == [f"map-{number}.svg" for number in range(1, len(files) + 1)]
    with pytest.raises(jk.JourneykitError, match="pages"):
        drawn.svg  # noqa: B018  # the property is what is tested


def test_a_portfolio_of_several_journeys_asks_which() -> None:
    several = jk.Portfolio("Two", journeys=[jk.Journey("One"), jk.Journey("Other")])
    with pytest.raises(jk.JourneykitError, match="2 journeys") as caught:
        jk.render(several)
    assert "'one', 'other'" in str(caught.value)
    assert jk.render(several, journey="other").alt.startswith("Other.")
    assert jk.render(several, journey=1).alt.startswith("Other.")
    with pytest.raises(jk.JourneykitError, match="did you mean 'other'"):
        jk.render(several, journey="othr")


@pytest.mark.parametrize(("options", "words"), [
    ({"view": "journy-map"}, "journey-map"), ({"theme": "drak"}, "'dark'"), ({"lanes": ["pians"]}, "pains"), ({"paper": "a9"}, "a3"),
    ({"format": "svgg"}, "svg"), ({"journey": "buy"}, "buy-a-car"),
])  # fmt: skip
def test_unknown_names_are_answered_with_the_nearest(options: dict[str, str], words: str) -> None:
    with pytest.raises(jk.JourneykitError) as caught:
        jk.render(BOOK, **options)  # type: ignore[arg-type]  # one option of several types
    assert words in str(caught.value)


def test_a_path_is_no_journey() -> None:
    with pytest.raises(jk.JourneykitError, match="load"):
        jk.render("dealership.yaml")  # type: ignore[arg-type]  # a likely slip


def test_an_option_nobody_knows_is_refused() -> None:
    with pytest.raises(TypeError, match="prefx"):
        jk.render(BOOK, prefx="x")


def test_the_text_equivalents_hold_everything() -> None:
    drawn = jk.render(BOOK)
    table = drawn.to_table()
    titles = [one.title for one in BOOK.journeys[0].touchpoints]
    assert [row[0].split(maxsplit=1)[-1] if row[0][0].isdigit() else row[0] for row in table[1:]] == titles or all(
        any(title in cell for cell in row) for title, row in zip(titles, table[1:], strict=True)
    )
    assert drawn.alt.startswith("I buy a new car.")
    assert "11 touchpoints" in drawn.describe()
    assert all(title in drawn.text for title in titles)


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("theme", ["default", "dark", "print"])
@pytest.mark.parametrize("paper", [None, *PAPERS])
def test_every_example_draws_in_every_theme_and_paper(name: str, theme: str, paper: str | None) -> None:
    drawn = jk.render(jk.loads(example(name)), theme=theme, paper=paper)
    for page in drawn.pages:
        ET.fromstring(page)  # noqa: S314  # our own picture


@settings(max_examples=40)
@given(portfolios())
def test_every_portfolio_renders_in_every_format(book: jk.Portfolio) -> None:
    for journey in book.journeys:
        for kind in ("svg", "text", "markdown"):
            drawn = jk.render(journey, format=kind)
            if kind == "svg":
                ET.fromstring(drawn.data)  # noqa: S314  # our own picture
            else:
                assert drawn.data.decode().strip()


@settings(max_examples=25)
@given(journeys())
def test_a_bare_journey_renders_saves_and_comes_back(journey: jk.Journey) -> None:
    assert jk.render(journey).svg
    assert jk.loads(jk.dumps(journey)).journeys[0].touchpoints.ids == journey.touchpoints.ids


def test_two_threads_give_the_same_bytes() -> None:
    with ThreadPoolExecutor(4) as pool:
        drawn = list(pool.map(lambda _: jk.render(BOOK).svg, range(8)))
    assert len(set(drawn)) == 1


def test_two_processes_give_the_same_bytes() -> None:
    code = "import journeykit as jk, sys; from journeykit.examples import example; sys.stdout.buffer.write(jk.render(jk.loads(example('dealership'))).data)"
    seen = {
        hashlib.sha256(
            subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env={"PYTHONHASHSEED": seed, "PATH": ""}).stdout
        ).hexdigest()
        for seed in ("1", "2")
    }
    assert len(seen) == 1


def test_a_very_long_journey_is_summarised_and_can_be_asked_for_whole() -> None:
    stages = [jk.Stage(f"Part {n}", [jk.Touchpoint(f"Step {n}.{m}", emotion=(m % 5) - 2) for m in range(20)]) for n in range(10)]
    long = jk.Journey("A long way", stages=stages)
    short, whole = jk.render(long), jk.render(long, detail="all")
    assert len(short.data) < len(whole.data)
    assert short.scene.pages[0].width < 4000
    assert whole.scene.pages[0].width < 4000
    assert all(one.title in whole.text for one in long.touchpoints)
