"""The same map through SVG and resvg, through Chromium, and through matplotlib: one picture."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from attrs import evolve

import journeykit as jk
from journeykit.examples import example
from journeykit.renderers import Options, renderer
from journeykit.scene import Group, Scene, Text
from tests.browser import missing

from .comparing import difference, dots
from .fonts import SHIPPED

pytest.importorskip("resvg_py", reason="the extra png is not installed")
pytest.importorskip("matplotlib", reason="the extra matplotlib is not installed")

_MOST, _WORST, _WORST_OF_BROWSERS = 0.02, 0.04, 0.5
"""Shares of inked dots. resvg and matplotlib draw letters alike; a browser places them a little otherwise, so one word is let through there."""

_EXAMPLES = [("hotel", "journey-map"), ("burger", "journey-map"), ("burger", "service-blueprint")]


def _scene(name: str, view: str) -> Scene:
    return jk.render(jk.loads(example(name)).journeys[0], view=view).scene


def _drawn(name: str, scene: Scene):
    return dots(renderer(name).render(scene, Options(scale=2))[0])


def _in_chromium(scene: Scene, folder: Path):
    svg = renderer("svg").render(scene, Options(fonts="embed", font_files=SHIPPED))[0].decode()
    page, picture = folder / "page.html", folder / "page.png"
    page.write_text(f"<!doctype html><meta charset=utf-8><style>body{{margin:0}}svg{{display:block}}</style>{svg}", encoding="utf-8")
    browser = os.environ.get("JOURNEYKIT_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome") or "chromium-browser"
    size = f"{scene.pages[0].width:.0f},{scene.pages[0].height:.0f}"
    flags = [
        *("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars", "--force-device-scale-factor=2"),
        *("--disable-lcd-text", "--font-render-hinting=none", "--virtual-time-budget=10000", f"--user-data-dir={folder}/profile"),
    ]
    subprocess.run(
        [browser, *flags, f"--window-size={size}", f"--screenshot={picture}", page.as_uri()], check=True, capture_output=True, timeout=120
    )
    return dots(picture.read_bytes())


@pytest.mark.parametrize(("name", "view"), _EXAMPLES)
def test_resvg_and_matplotlib_draw_the_same(name, view):
    scene = _scene(name, view)
    found = difference(_drawn("png", scene), _drawn("matplotlib", scene))
    assert found.share < _MOST
    assert found.worst < _WORST


@pytest.mark.skipif(bool(missing()), reason=missing() or "")
@pytest.mark.parametrize(("name", "view"), _EXAMPLES[:1])
def test_chromium_draws_the_same(name, view, tmp_path):
    scene = _scene(name, view)
    found = difference(_drawn("png", scene), _in_chromium(scene, tmp_path))
    assert found.share < _MOST
    assert found.worst < _WORST_OF_BROWSERS


def _reworded(node, old, new):
    if isinstance(node, Group):
        return evolve(node, children=tuple(_reworded(one, old, new) for one in node.children))
    return evolve(node, text=new) if isinstance(node, Text) and node.text == old else node


@pytest.mark.parametrize(("old", "new"), [("Bell boy", "Bell bay"), ("nobody", "somebody"), ("Chooses one", "Chooses two")])
def test_one_changed_word_is_caught(old, new):
    scene = _scene("hotel", "journey-map")
    page = scene.pages[0]
    other = evolve(scene, pages=(evolve(page, nodes=tuple(_reworded(one, old, new) for one in page.nodes)),))
    assert other != scene
    assert difference(_drawn("png", scene), _drawn("matplotlib", other)).worst > _WORST


def test_a_moved_point_is_caught():
    scene = _scene("burger", "journey-map")
    page = scene.pages[0]
    moved = evolve(scene, pages=(evolve(page, nodes=tuple(_shifted(one) for one in page.nodes)),))
    assert difference(_drawn("png", scene), _drawn("matplotlib", moved)).share > _MOST


def _shifted(node):
    if isinstance(node, Group):
        return evolve(node, children=tuple(_shifted(one) for one in node.children))
    return evolve(node, x=node.x + 3) if isinstance(node, Text) else node
