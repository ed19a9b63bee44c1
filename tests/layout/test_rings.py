"""Rings around a centre: words keep clear of arrows and rays, and names of sectors are whole."""

import pytest

from journeykit.diagram import Diagram, RingLink, RingNode, Rings
from journeykit.layout.parts.ringlinks import wires_of
from journeykit.layout.parts.ringplaces import CENTRE, plan_of
from journeykit.scene import Circle, Group, Path, Text, walk
from tests.layout.checks import faults, untold
from tests.layout.small import drawn, lines

_PEOPLE = (
    ("service", "Customer service", 0, 0, "columns 2, 3, 4", 3), ("crm", "CRM", 2, 0, "columns 3, 4, 6, 8", 4),
    ("meters", "Meter database", 2, 1, "columns 4, 6", 2), ("field", "Field crew", 0, 2, "column 6", 1),
    ("grid", "Grid operator", 2, 2, "column 6", 1), ("billing", "Billing", 1, 3, "column 8", 1),
    ("erp", "Billing system", 2, 3, "column 8", 1),
)  # fmt: skip
_LINKS = (
    ("crm", "service"), ("service", ""), ("service", "field"), ("service", "meters"), ("field", ""), ("grid", "field"),
    ("meters", "billing"), ("erp", ""),
)  # fmt: skip
_SECTORS = ("Plan the move", "Leave the old home", "Arrive in the new home", "Settle up")


def crowd(sectors=_SECTORS):
    nodes = tuple(
        RingNode(key=key, title=title, ring=ring, sector=sector, detail=detail, shape="rounded", weight=weight)
        for key, title, ring, sector, detail, weight in _PEOPLE
    )
    links = tuple(RingLink(source=one, target=other, said=f"{one} to {other}") for one, other in _LINKS)
    return Rings(centre="Maya", nodes=nodes, links=links, sectors=sectors)


def picture(rings, *, rtl=False):
    return drawn(Diagram(view="x", title="A title", parts=(rings,), titled=False, lang="en", rtl=rtl))


def box(text):
    left = text.x - {"start": 0, "middle": text.width / 2, "end": text.width}[text.anchor]
    return left, text.y - 9, left + text.width, text.y + 3


def inside(point, box):
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def words(scene):
    """The words beside nodes."""
    held = [one for one in walk(scene.pages[0].nodes) if isinstance(one, Group) and one.role == "listitem"]
    return [one for group in held for one in walk(group.children) if isinstance(one, Text) and one.text != "Maya"]


def test_no_arrow_runs_through_a_label_that_has_a_place_without():
    rings = crowd()
    scene = picture(rings)
    (middle,) = [(one.cx, one.cy) for one in walk(scene.pages[0].nodes) if isinstance(one, Circle) and one.r == CENTRE]
    wires = wires_of(rings.links, plan_of(rings).spots, middle)
    crossed = [text.text for text in words(scene) for wire in wires if any(inside(point, box(text)) for point in wire.points(400))]
    assert crossed == []
    assert len(words(scene)) == 2 * len(_PEOPLE)
    assert faults(scene) == []


def test_a_ray_is_left_out_under_words():
    scene = picture(crowd())
    rays = [one.d.split(" ") for one in walk(scene.pages[0].nodes) if isinstance(one, Path) and one.dash == (1, 3)]
    assert len(rays) > len(_SECTORS)
    for _, *start, _, x, y in rays:
        (ax, ay), (bx, by) = map(float, start), (float(x), float(y))
        points = [(ax + (bx - ax) * at / 200, ay + (by - ay) * at / 200) for at in range(201)]
        assert not [text.text for text in words(scene) if any(inside(point, box(text)) for point in points)]


def test_the_name_of_a_sector_is_whole_where_there_is_room():
    assert set(_SECTORS) <= set(lines(picture(crowd())))


@pytest.mark.parametrize("rtl", [False, True])
def test_a_longer_name_takes_two_lines_and_the_longest_is_cut_and_told(rtl):
    long = "Arrive in the new home and find that all of it works there"
    scene = picture(crowd((*_SECTORS[:2], long, "Settle up " * 30)), rtl=rtl)
    said = lines(scene)
    assert [at for at, one in enumerate(said) if f"{one} {said[at + 1] if at + 1 < len(said) else ''}" == long]
    assert [one for one in said if one.startswith("Settle up") and one.endswith("…")] or any(one.endswith("…") for one in said)
    assert (faults(scene), untold(scene)) == ([], [])
