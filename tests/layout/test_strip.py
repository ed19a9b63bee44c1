"""All touchpoints as dots: how far apart, how each is drawn, and where the words of the marked ones go."""

from journeykit.diagram import Strip, StripPoint
from journeykit.layout.ink import Ink
from journeykit.layout.strip import strip_blocks
from journeykit.scene import Circle, Group, Text
from journeykit.testing import SquareMeasurer
from journeykit.themes import theme

AXIS = ("very negative", "", "neutral", "", "very positive")


def drawn(*points: StripPoint, count: int = 0, right: float = 1096) -> list[Group]:
    strip = Strip(title="All", count=count or len(points), points=points, breaks=((0, "Learn"),), axis=AXIS)
    return [
        node
        for block in strip_blocks(strip, right, Ink(palette=theme("default").palette, measurer=SquareMeasurer()))
        for node in block.paint(0)
        if isinstance(node, Group)
    ]


def parts(nodes, kind):
    for node in nodes:
        if isinstance(node, Group):
            yield from parts(node.children, kind)
        elif isinstance(node, kind):
            yield node


def test_few_dots_stand_apart_and_many_four_px():
    few = [one.cx for one in parts(drawn(*(StripPoint(at=at, value=1) for at in range(5))), Circle)]
    assert few[1] - few[0] == 48
    many = [one.cx for one in parts(drawn(*(StripPoint(at=at, value=1) for at in range(1000))), Circle)]
    assert many[1] - many[0] == 4
    assert max(many) < 1096


def test_a_dot_is_filled_where_the_reading_was_measured_and_hollow_elsewhere():
    measured, assumed = parts(drawn(StripPoint(at=0, value=1), StripPoint(at=1, value=1, basis="assumed")), Circle)
    paper = theme("default").palette.paper
    assert measured.fill != paper
    assert measured.stroke is None
    assert assumed.fill == paper
    assert assumed.stroke == theme("default").palette.rule2


def test_words_of_neighbours_do_not_meet_nor_cross_the_lines_to_the_dots():
    points = [StripPoint(at=at, value=0, label=f"A step of some length {at}") for at in (1, 2, 5)]
    nodes = drawn(*points, count=440, right=2000)
    words = [one for one in parts(nodes, Text) if one.text.startswith("A step")]
    assert len(words) == 3
    boxes = [(one.x, one.x + one.width, one.y) for one in words]
    assert all(a[2] != b[2] or a[1] < b[0] or b[1] < a[0] for at, a in enumerate(boxes) for b in boxes[:at])
    assert len({one.y for one in words}) > 1


def test_a_row_without_words_is_no_higher_than_its_levels():
    strip = Strip(title="All", count=2, points=(StripPoint(at=0, value=1),), breaks=(), axis=AXIS)
    named = Strip(title="All", count=2, points=(StripPoint(at=0, value=1, label="Asks"),), breaks=(), axis=AXIS)
    ink = Ink(palette=theme("default").palette, measurer=SquareMeasurer())
    (bare,), (wordy,) = strip_blocks(strip, 1096, ink), strip_blocks(named, 1096, ink)
    assert wordy.height - bare.height == 14
