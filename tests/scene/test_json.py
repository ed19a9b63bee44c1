import json

import pytest
from attrs import evolve
from hypothesis import given

from journeykit.errors import RenderError
from journeykit.scene import Bounds, Circle, Page, Path, Rect, Scene, scene_from_json, scene_to_json
from journeykit.testing import scenes


def _short(scene):
    """The scene with numbers of three decimals, as a file holds them."""
    return scene_from_json(json.loads(json.dumps(scene_to_json(scene))))


@given(scenes())
def test_a_scene_comes_back(scene):
    assert _short(_short(scene)) == _short(scene)
    assert scene_to_json(_short(scene)) == scene_to_json(scene)


def test_values_come_back_as_they_were():
    rect = Rect(x=1.5, y=2, width=3, height=4.125, fill="#123456", dash=(1.5, 2.0), radius=2)
    path = Path(d="M 0 0 L 1 1 Z", x=3, scale=0.5, round=True)
    page = Page(width=10, height=20, background="#FFFFFF", nodes=(rect, path), label="1 of 2", paper=(210.0, 297.0))
    labels = (Bounds(0, 1.5, 8, 3), Bounds(0, 4, 8.25, 9))
    scene = Scene(title="T", pages=(page, evolve(page, paper=None, row_labels=labels)), lang="en", table=(("a", "b"), ("c",)))
    assert _short(scene) == scene


def test_defaults_are_left_out():
    page = Page(width=1, height=1, background="#FFFFFF", nodes=(Circle(cx=1, cy=2, r=3),))
    assert scene_to_json(Scene(title="", pages=(page,)))["pages"][0]["nodes"] == [{"node": "circle", "cx": 1, "cy": 2, "r": 3}]


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_numbers_that_are_not_finite_are_refused(value):
    page = Page(width=1, height=1, background="#FFFFFF", nodes=(Circle(cx=value, cy=2, r=3),))
    with pytest.raises(RenderError, match="finite"):
        scene_to_json(Scene(title="", pages=(page,)))


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"pages": 3},
        {"title": "T", "table": [], "pages": [{"width": 1, "height": 1, "background": "#FFFFFF", "nodes": [{"node": "star"}]}]},
        {
            "title": "T",
            "table": [],
            "pages": [{"width": 1, "height": 1, "background": "#FFFFFF", "nodes": [{"node": "rect", "colour": 1}]}],
        },
        {"title": "T", "table": [], "pages": [], "author": "me"},
    ],
)
def test_what_is_no_scene_is_refused(data):
    with pytest.raises(RenderError):
        scene_from_json(data)
