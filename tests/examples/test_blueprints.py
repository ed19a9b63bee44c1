"""The blueprints of the examples, as the goldens say: diagram, scene, SVG and outline; and on paper."""

import json
from collections.abc import Callable

import pytest

import journeykit as jk
from journeykit.diagram import diagram_to_json
from journeykit.examples import example
from journeykit.pipeline import Rendering, diagram_of, scene_of
from journeykit.scene import Group, Text, scene_to_json, walk
from journeykit.testing import SquareMeasurer

Golden = Callable[[str, str], None]
BLUEPRINTS = ("hotel", "dealership", "burger", "screening")
LEAST = 7.0
"""Points: type of 11 px on paper."""


def drawn(name: str, **options: object) -> Rendering:
    return jk.render(jk.loads(example(name)), view="service-blueprint", **options)


def journey(name: str) -> jk.Journey:
    return jk.loads(example(name)).journeys[0]


@pytest.mark.parametrize("name", BLUEPRINTS)
def test_diagram(name: str, golden: Golden) -> None:
    diagram = diagram_of(journey(name), view="service-blueprint")
    golden(f"{name}.blueprint.diagram.json", json.dumps(diagram_to_json(diagram), ensure_ascii=False, indent=1) + "\n")


@pytest.mark.parametrize("name", BLUEPRINTS)
def test_scene(name: str, golden: Golden) -> None:
    scene = scene_of(diagram_of(journey(name), view="service-blueprint"), measurer=SquareMeasurer())
    golden(f"{name}.blueprint.scene.json", json.dumps(scene_to_json(scene), ensure_ascii=False, indent=1) + "\n")


@pytest.mark.parametrize("name", BLUEPRINTS)
def test_svg(name: str, golden: Golden) -> None:
    golden(f"{name}.blueprint.svg", drawn(name, measurer=SquareMeasurer()).svg)


@pytest.mark.parametrize("name", BLUEPRINTS)
def test_outline(name: str, golden: Golden) -> None:
    golden(f"{name}.blueprint.txt", drawn(name).text)


@pytest.mark.parametrize("paper", ["a4", "a3"])
@pytest.mark.parametrize("name", BLUEPRINTS)
def test_on_paper_no_type_is_under_seven_points(name: str, paper: str) -> None:
    for page in drawn(name, paper=paper).scene.pages:
        assert page.paper is not None
        assert 11 * page.paper[0] / page.width / 25.4 * 72 >= LEAST


@pytest.mark.parametrize("paper", ["a4", "a3"])
@pytest.mark.parametrize("name", BLUEPRINTS)
def test_the_first_columns_stand_on_the_page_of_the_title(name: str, paper: str) -> None:
    made = drawn(name, paper=paper)
    first = made.scene.pages[0].nodes
    assert journey(name).title in [one.text for one in walk(first) if isinstance(one, Text)]
    assert made.diagram.columns[0].source in [one.source for one in walk(first) if isinstance(one, Group)]


@pytest.mark.parametrize("name", BLUEPRINTS)
def test_the_language_is_said(name: str) -> None:
    assert 'lang="en"' in drawn(name).svg
