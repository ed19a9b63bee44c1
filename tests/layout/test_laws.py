"""What holds for every diagram."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeykit.layout import PAPERS, arrange
from journeykit.scene import scene_to_json
from journeykit.text import DEFAULT_MEASURER
from journeykit.themes import theme
from tests.layout.checks import faults, silent, untold
from tests.layout.strategies import diagrams

LIGHT = theme("default")
slow = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@slow
@given(diagrams())
def test_nothing_leaves_the_page_and_nothing_stands_on_a_text(diagram):
    assert faults(arrange(diagram, LIGHT, DEFAULT_MEASURER)) == []


@slow
@given(diagrams(most=14), st.sampled_from(PAPERS))
def test_the_same_on_paper_and_sheets_keep_their_proportions(diagram, paper):
    scene = arrange(diagram, LIGHT, DEFAULT_MEASURER, paper=paper)
    assert faults(scene) == []
    for page in scene.pages:
        assert page.paper is not None
        assert page.width / page.height == pytest.approx(page.paper[0] / page.paper[1], rel=1e-6)


@slow
@given(diagrams(most=8), st.none() | st.sampled_from(PAPERS))
def test_what_is_drawn_is_in_a_label_and_what_is_cut_is_in_a_tooltip(diagram, paper):
    scene = arrange(diagram, LIGHT, DEFAULT_MEASURER, paper=paper)
    assert silent(scene) == []
    assert untold(scene) == []


@settings(slow, max_examples=15)
@given(diagrams(most=8))
def test_the_same_diagram_makes_the_same_scene(diagram):
    assert scene_to_json(arrange(diagram, LIGHT, DEFAULT_MEASURER)) == scene_to_json(arrange(diagram, LIGHT, DEFAULT_MEASURER))
