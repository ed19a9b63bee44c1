import pytest
from hypothesis import given

from journeykit.scene import Bounds, Circle, Group, Path, Rect, Text, bounds, walk
from journeykit.testing import nodes


def _text(anchor):
    return Text(x=100, y=50, text="abc", width=40, size=10, fill="#000000", anchor=anchor)


@pytest.mark.parametrize(
    ("node", "box"),
    [
        (Rect(x=1, y=2, width=3, height=4), Bounds(1, 2, 4, 6)),
        (Circle(cx=5, cy=5, r=2), Bounds(3, 3, 7, 7)),
        (_text("start"), Bounds(100, 42, 140, 52.5)),
        (_text("middle"), Bounds(80, 42, 120, 52.5)),
        (_text("end"), Bounds(60, 42, 100, 52.5)),
        (Path(d="M 0 0 L 4 2 Z", x=10, y=20, scale=2), Bounds(10, 20, 18, 24)),
        (Path(d=""), None),
        (Group(children=()), None),
        (Group(children=(Group(children=()), Rect(x=0, y=0, width=1, height=1), Circle(cx=9, cy=9, r=1))), Bounds(0, 0, 10, 10)),
    ],
)
def test_the_box_around_a_node(node, box):
    assert bounds(node) == box


@given(nodes())
def test_a_node_holds_all_that_it_is_made_of(node):
    box = bounds(node)
    inner = [found for one in walk([node]) if (found := bounds(one))]
    assert all(box is not None and box.holds(one) for one in inner)


@given(nodes())
def test_a_walk_meets_groups_before_what_they_hold(node):
    found = list(walk([node]))
    assert found[0] is node
    count = 1 + (sum(len(list(walk([one]))) for one in node.children) if isinstance(node, Group) else 0)
    assert len(found) == count


def test_boxes_overlap_only_where_they_share_more_than_asked():
    one, beside, over = Bounds(0, 0, 10, 10), Bounds(10, 0, 20, 10), Bounds(9, 9, 20, 20)
    assert not one.overlaps(beside)
    assert one.overlaps(over)
    assert not one.overlaps(over, by=1)
    assert (over.width, over.height) == (11, 11)
