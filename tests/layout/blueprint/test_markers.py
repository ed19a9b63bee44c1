"""Markers at the corners of cards: all of them, none over another, none over the words of the strip."""

import math
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit.diagram import CardLane, Marker, MarkerKind
from journeykit.layout import arrange
from journeykit.layout.blueprint.markers import draw_marker, half_width
from journeykit.layout.ink import Ink
from journeykit.model import Activity, FailPoint, Journey, Link, Stage, Touchpoint
from journeykit.scene import Bounds, Circle, Group, Node, Path, Rect, Text, bounds, walk
from journeykit.text import DEFAULT_MEASURER
from journeykit.themes import theme
from journeykit.views import service_blueprint
from tests.layout.blueprint.reading import outside, read
from tests.layout.checks import faults

KINDS = ("fail", "wait", "note", "decision")
SETS = [kinds for count in range(1, 5) for kinds in combinations(KINDS, count)]
TAG = "Critical moment"


def marked(kinds: tuple[str, ...], *, critical: bool, title: str = "Waits for the register") -> Journey:
    """A touchpoint with these markers between two others, connected at all sides."""
    one = Touchpoint(
        title, id="it", fail_point=FailPoint("fails") if "fail" in kinds else None, wait_before="5 min" if "wait" in kinds else None,
        no_backstage="note" in kinds, sub_journey="pay" if "note" in kinds else None,
    )  # fmt: skip
    steps = [Touchpoint("Comes", id="before"), one, Touchpoint("Goes", id="after")]
    links = [
        Link(source="it", target="after", kind="branch", condition="so" if "decision" in kinds else None), Link(source="before", target="it"),
        Link(source="act", target="it", kind="message"), Link(source="far", target="it", kind="supports"),
    ]  # fmt: skip
    acts = [Activity("Acts", id="act", touchpoints="it"), Activity("Helps", id="far", layer="support", touchpoints="it")]
    return Journey("I wait", stages=[Stage("All", steps)], activities=acts, links=links, critical_moment="it" if critical else None)


def card_of(one: Journey, paper: str | None) -> tuple[Group, int]:
    """The drawn card, and how many markers it should have."""
    diagram = service_blueprint(one)
    (lane,) = [part for part in diagram.blueprint.parts if isinstance(part, CardLane) and part.key == "customer"]
    (card,) = [card for row in lane.rows for card in row.cards if card.id == "it"]
    scene = arrange(diagram, theme("default"), DEFAULT_MEASURER, paper=paper)
    (group,) = [
        node
        for page in scene.pages
        for node in walk(page.nodes)
        if isinstance(node, Group) and node.role == "listitem" and node.label == card.label
    ]
    return group, len(card.markers)


def markers(group: Group) -> list[Bounds]:
    star = next((one for one in group.children if isinstance(one, Path)), None) if any(_says(one, TAG) for one in group.children) else None
    return [
        box
        for one in group.children
        if (isinstance(one, Circle) or (isinstance(one, Path) and (one.x or one.y))) and one is not star and (box := bounds(one))
    ]


def _says(node: object, text: str) -> bool:
    return isinstance(node, Text) and node.text == text


@pytest.mark.parametrize("paper", [None, "a4"])
@pytest.mark.parametrize("critical", [False, True])
@pytest.mark.parametrize("kinds", SETS)
def test_every_marker_has_a_corner_of_its_own(kinds: tuple[str, ...], *, critical: bool, paper: str | None) -> None:
    group, count = card_of(marked(kinds, critical=critical), paper)
    found = markers(group)
    assert count == len(found) == len(kinds)
    for one, two in combinations(found, 2):
        assert not one.overlaps(two, by=0.5)


@pytest.mark.parametrize("paper", [None, "a4"])
@pytest.mark.parametrize("kinds", SETS)
def test_no_marker_covers_the_strip_of_the_critical_moment(kinds: tuple[str, ...], paper: str | None) -> None:
    group, _ = card_of(marked(kinds, critical=True), paper)
    card, strip = (one for one in group.children if isinstance(one, Rect))
    assert strip.y == card.y
    assert [one for one in group.children if _says(one, TAG)]
    for one in markers(group):
        assert one.top >= strip.y + strip.height


@pytest.mark.parametrize("critical", [False, True])
def test_no_marker_stands_on_words_of_its_card(*, critical: bool) -> None:
    group, _ = card_of(marked(KINDS, critical=critical, title="Confirmation of the registration, and then upstairs"), "a4")
    words = [bounds(one) for one in group.children if isinstance(one, Text) and len(one.text) > 2]
    for one in markers(group):
        assert not [text for text in words if text and text.overlaps(one, by=1.0)]


def test_several_remarks_on_a_touchpoint_are_one_note() -> None:
    (note,) = service_blueprint(marked(("note",), critical=False)).blueprint.notes
    assert (note.label, note.text, note.detail) == ("1", "In detail: Pay", "Nothing happens behind the scenes")


LABELS = {"fail": "F", "wait": "W", "decision": "D", "note": ""}


@given(st.sampled_from(KINDS), st.integers(1, 1999))
def test_every_label_stands_within_its_marker(kind: MarkerKind, number: int) -> None:
    ink = Ink(palette=theme("default").palette, measurer=DEFAULT_MEASURER, rtl=False)
    marker = Marker(kind=kind, label=f"{LABELS[kind]}{number}")
    shape, text = draw_marker(marker, 0.0, 0.0, ink)
    assert isinstance(text, Text)
    half = text.width / 2
    for y in (text.y, text.y - 0.72 * text.size):  # at the foot and at the top of the letters
        assert half <= room(kind, shape, y) - 0.75 + 1e-6
    box = bounds(shape)
    assert box
    assert box.right == pytest.approx(half_width(marker, ink), abs=0.8)


def room(kind: MarkerKind, shape: Node, y: float) -> float:
    """How far from its middle a marker reaches to the side at the height `y`, px."""
    box = bounds(shape)
    assert box
    stroke = 0.0 if isinstance(shape, Circle) and shape.stroke is None else 0.75
    half, top, bottom = box.right - stroke, box.top + stroke, box.bottom - stroke
    match kind:
        case "wait":
            return half * (y - top) / (bottom - top)
        case "decision":
            return half * (1 - abs(y) / bottom)
        case _:
            return half - bottom + math.sqrt(bottom**2 - y**2)


@pytest.mark.parametrize("paper", [None, "a4"])
def test_markers_of_many_figures_keep_their_corners(paper: str | None) -> None:
    steps = [Touchpoint(f"Waits {at}", id=f"t{at}", wait_before="5 min", fail_point=FailPoint("fails")) for at in range(13)]
    diagram = service_blueprint(Journey("I wait", stages=[Stage("All", steps)]))
    scene = arrange(diagram, theme("default"), DEFAULT_MEASURER, paper=paper)
    assert not [one for one in faults(scene) if "under a symbol" not in one]
    assert not [fault for page in scene.pages for fault in outside(read(diagram, page))]


@pytest.mark.parametrize("paper", [None, "a4"])
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_only_marker_of_a_card_keeps_clear_of_the_link_at_its_end(paper: str | None, lang: str) -> None:
    steps = [Touchpoint("Pays", id="it"), Touchpoint("Goes", id="after")]
    links = [Link(source="it", target="after", kind="branch", condition="insured", probability=0.4)]
    journey = Journey("I pay", lang=lang, stages=[Stage("All", steps)], links=links)
    group, _ = card_of(journey, paper)
    (marker,) = markers(group)
    diagram = service_blueprint(journey)
    page = arrange(diagram, theme("default"), DEFAULT_MEASURER, paper=paper).pages[0]
    ((x, y), *_) = read(diagram, page).links[0].points
    assert not (marker.left - 8 < x < marker.right + 8 and marker.top - 5 < y < marker.bottom + 5)
    said = [bounds(one) for one in group.children if isinstance(one, Text) and one.text in {"Pays", "1"}]
    assert all(one.right <= marker.left or marker.right <= one.left for one in said)
