"""Lines that go on in another band: one sign for each, the same at both ends, clear of everything else."""

from collections import Counter
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from journeykit.diagram import Diagram
from journeykit.layout import arrange
from journeykit.layout.continuing import letters
from journeykit.model import Activity, Journey, Link, Stage, Touchpoint
from journeykit.scene import Bounds, Group, Page, Path, Scene, Text, bounds, walk
from journeykit.text import DEFAULT_MEASURER
from journeykit.themes import theme
from journeykit.views import service_blueprint
from tests.layout.blueprint.generated import journey
from tests.layout.blueprint.reading import read

SIGNS = {letters(at) for at in range(200)}


def drawn(one: Journey, paper: str | None) -> tuple[Diagram, Scene]:
    diagram = service_blueprint(one, detail="all")
    return diagram, arrange(diagram, theme("default"), DEFAULT_MEASURER, paper=paper)


def tags(page: Page) -> list[tuple[str, Bounds]]:
    """The signs of a page with the boxes of their tags, but for the one in the legend."""
    legend = {id(one) for group in walk(page.nodes) if isinstance(group, Group) and group.label == "How to read" for one in walk([group])}
    out: list[tuple[str, Bounds]] = []
    for group in walk(page.nodes):
        if isinstance(group, Group) and id(group) not in legend:
            for shape, text in zip(group.children, group.children[1:], strict=False):
                if isinstance(shape, Path) and isinstance(text, Text) and text.anchor == "middle" and text.text in SIGNS and shape.fill:
                    box = bounds(shape)
                    assert box
                    out.append((text.text, box))
    return out


@settings(max_examples=20)
@given(st.integers(0, 10_000), st.sampled_from([5, 13, 30]), st.sampled_from([None, "a4", "a3"]))
def test_every_line_that_goes_on_has_a_sign_of_its_own_at_both_ends(seed: int, size: int, paper: str | None) -> None:
    diagram, scene = drawn(journey(seed, size), paper)
    found = Counter(sign for page in scene.pages for sign, _ in tags(page))
    assert set(found.values()) <= {2}
    said = Counter(
        group.label for page in scene.pages for group in walk(page.nodes) if isinstance(group, Group) and group.label.endswith("]")
    )
    for sign in found:
        assert sum(count for label, count in said.items() if f"[{sign}: " in label or label.endswith(f"[{sign}]")) == 2
    assert diagram.blueprint


@settings(max_examples=20)
@given(st.integers(0, 10_000), st.sampled_from([5, 13, 30]), st.sampled_from([None, "a4", "a3"]))
def test_no_sign_stands_on_another_or_on_a_marker_or_a_card(seed: int, size: int, paper: str | None) -> None:
    diagram, scene = drawn(journey(seed, size), paper)
    for page in scene.pages:
        boxes = [box for _, box in tags(page)]
        assert not [one for one, two in combinations(boxes, 2) if one.overlaps(two, by=0.5)]
        there = read(diagram, page)
        others = [box for one in (*there.markers, *(card.rect for card in there.cards)) if (box := bounds(one))]
        assert not [one for one in boxes for two in others if one.overlaps(two, by=0.5)]


def test_an_effect_carries_the_same_sign_on_both_sheets() -> None:
    steps = [Touchpoint(f"Does {at}", id=f"t{at}") for at in range(9)]
    act = Activity("Works", id="a", touchpoints="t0")
    links = [Link(source="t0", target="t8", kind="impact", polarity=-1, label="late"), Link(source="a", target="t7", kind="message")]
    stages = [Stage(f"Stage {at}", steps[at : at + 3], id=f"s{at}") for at in (0, 3, 6)]
    _, scene = drawn(Journey("I stay", stages=stages, activities=[act], links=links), "a4")
    assert Counter(sign for page in scene.pages for sign, _ in tags(page)) == {"A": 2, "B": 2}
    labels = [group.label for page in scene.pages for group in walk(page.nodes) if isinstance(group, Group)]
    assert len([one for one in labels if one.endswith("Harms: late [B]")]) == 2
