"""The examples: the same in YAML and in Python, the same in the package, and drawn as the goldens say."""

import json
import runpy
from collections.abc import Callable
from pathlib import Path

import pytest

import journeykit as jk
from journeykit.diagram import diagram_to_json
from journeykit.examples import DEMO_FILES, EXAMPLES, TEMPLATES, demo_file, example, template
from journeykit.pipeline import diagram_of, scene_of
from journeykit.scene import scene_to_json
from journeykit.testing import SquareMeasurer

ROOT = Path(__file__).parents[2] / "examples"
Golden = Callable[[str, str], None]


def book(name: str) -> jk.Portfolio:
    return jk.loads(example(name))


@pytest.mark.parametrize("name", DEMO_FILES)
def test_the_package_holds_the_same_file(name: str) -> None:
    assert (ROOT / name).read_text(encoding="utf-8") == demo_file(name)


def test_the_demo_writes_every_portfolio_and_what_reads_one() -> None:
    assert set(DEMO_FILES) == {one.relative_to(ROOT).as_posix() for one in ROOT.rglob("*.yaml")} | {"broadband_runs.py"}


@pytest.mark.parametrize("name", ["dealership", "hotel"])
def test_the_python_example_builds_the_same_portfolio(name: str) -> None:
    assert runpy.run_path(str(ROOT / f"{name}.py"))["book"] == jk.load(ROOT / f"{name}.yaml")


def test_the_ten_line_map_draws() -> None:
    buy = runpy.run_path(str(ROOT / "ten_lines.py"))["buy"]
    assert "Negotiates the price" in jk.render(buy).text


@pytest.mark.parametrize("name", EXAMPLES)
def test_diagram(name: str, golden: Golden) -> None:
    golden(f"{name}.diagram.json", json.dumps(diagram_to_json(diagram_of(book(name))), ensure_ascii=False, indent=1) + "\n")


@pytest.mark.parametrize("name", EXAMPLES)
def test_scene(name: str, golden: Golden) -> None:
    scene = scene_of(diagram_of(book(name)), measurer=SquareMeasurer())
    golden(f"{name}.scene.json", json.dumps(scene_to_json(scene), ensure_ascii=False, indent=1) + "\n")


@pytest.mark.parametrize("name", EXAMPLES)
def test_svg(name: str, golden: Golden) -> None:
    golden(f"{name}.svg", jk.render(book(name)).svg)


@pytest.mark.parametrize("name", EXAMPLES)
def test_text(name: str, golden: Golden) -> None:
    golden(f"{name}.txt", jk.render(book(name)).text)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_loads_and_renders_as_it_is(name: str) -> None:
    made = jk.loads(template(name))
    drawn = jk.render(made)
    for touchpoint in made.journeys[0].touchpoints:
        assert touchpoint.title in drawn.text


def test_the_templates_cover_the_types_of_journey() -> None:
    assert [jk.loads(template(name)).journeys[0].type for name in TEMPLATES] == list(TEMPLATES)


def test_the_lifecycle_template_covers_the_lifecycle() -> None:
    stages = jk.loads(template("lifecycle")).journeys[0].stages
    assert [stage.lifecycle for stage in stages] == ["learn", "onboard", "use", "support", "leave"]
