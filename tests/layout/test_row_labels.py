"""Where labels of rows stand: at the side that reading begins at, apart from each other, nowhere on paper."""

from itertools import pairwise

from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeykit.layout import PAPERS, arrange
from journeykit.scene import Text, bounds, walk
from journeykit.text import DEFAULT_MEASURER
from journeykit.themes import theme
from tests.layout.strategies import diagrams

LIGHT = theme("default")
slow = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@slow
@given(diagrams())
def test_every_grid_has_its_labels_in_boxes_at_the_side_one_below_the_other(diagram):
    (page,) = arrange(diagram, LIGHT, DEFAULT_MEASURER).pages
    assert page.row_labels or not diagram.columns
    for box in page.row_labels:
        assert (box.right if diagram.rtl else page.width - box.left) == page.width
        assert 0 <= box.top < box.bottom <= page.height
    assert all(above.bottom <= below.top for above, below in pairwise(page.row_labels))
    titles = {one.title for one in diagram.lanes}
    for text in (one for one in walk(page.nodes) if isinstance(one, Text) and one.text in titles and one.size == 12 and one.weight == 600):
        box = bounds(text)
        beside = box is not None and (box.right == page.width - 32 if diagram.rtl else box.left == 32)
        assert not beside or any(one.holds(box) for one in page.row_labels)


@settings(slow, max_examples=15)
@given(diagrams(most=8), st.sampled_from(PAPERS))
def test_paper_is_not_scrolled(diagram, paper):
    assert not any(page.row_labels for page in arrange(diagram, LIGHT, DEFAULT_MEASURER, paper=paper).pages)


@settings(slow, max_examples=15)
@given(diagrams(most=8))
def test_the_other_direction_has_them_at_the_other_side(diagram):
    left, right = (arrange(evolve(diagram, rtl=rtl), LIGHT, DEFAULT_MEASURER).pages[0] for rtl in (False, True))
    assert [(one.top, one.bottom) for one in left.row_labels] == [(one.top, one.bottom) for one in right.row_labels]
    assert all(abs(one.width - other.width) < 1e-6 for one, other in zip(left.row_labels, right.row_labels, strict=True))
