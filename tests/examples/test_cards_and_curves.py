"""Persona cards, touchpoint cards, curves and key figures of the examples, as the goldens say."""

import json
from collections.abc import Callable

import pytest

import journeykit as jk
from journeykit.diagram import diagram_to_json
from journeykit.examples import example
from journeykit.pipeline import diagram_of

Golden = Callable[[str, str], None]
VIEWS = ("persona", "touchpoint", "emotion-curves", "kpi")


@pytest.mark.parametrize("view", VIEWS)
def test_diagram(view: str, golden: Golden) -> None:
    diagram = diagram_of(jk.loads(example("dealership")), view=view)
    golden(f"dealership.{view}.diagram.json", json.dumps(diagram_to_json(diagram), ensure_ascii=False, indent=1) + "\n")


@pytest.mark.parametrize("view", VIEWS)
def test_svg(view: str, golden: Golden) -> None:
    golden(f"dealership.{view}.svg", jk.render(jk.loads(example("dealership")), view=view).svg)


@pytest.mark.parametrize("view", VIEWS)
def test_text(view: str, golden: Golden) -> None:
    golden(f"dealership.{view}.txt", jk.render(jk.loads(example("dealership")), view=view).text)


@pytest.mark.parametrize("view", ["persona", "touchpoint", "emotion-curves"])
def test_from_right_to_left(view: str, golden: Golden) -> None:
    golden(f"clinic_ar.{view}.svg", jk.render(jk.loads(example("clinic_ar")), view=view).svg)
