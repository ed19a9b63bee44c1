"""What must hold for every blueprint that is drawn."""

import pytest
from hypothesis import example as tried
from hypothesis import given, settings
from hypothesis import strategies as st

from journeykit.diagram import CardLane, Diagram, NamedLine
from journeykit.examples import example
from journeykit.layout import arrange
from journeykit.model import Activity, Journey, Link, Stage, Touchpoint
from journeykit.scene import Scene
from journeykit.testing import SquareMeasurer
from journeykit.text import DEFAULT_MEASURER
from journeykit.themes import theme
from journeykit.views import service_blueprint
from tests.layout.blueprint.generated import journey
from tests.layout.blueprint.reading import Drawn, along, outside, read, through, touches
from tests.layout.checks import faults, silent, untold

SIZES = st.sampled_from([1, 2, 3, 5, 8, 13, 17, 30])
SEEDS = st.integers(0, 10_000)


def drawn(one: Journey, **options: str) -> tuple[Diagram, Scene, list[Drawn]]:
    diagram = service_blueprint(one, detail="all")
    scene = arrange(diagram, theme("default"), DEFAULT_MEASURER, **options)
    return diagram, scene, [read(diagram, page) for page in scene.pages]


@settings(max_examples=60)
@given(SEEDS, SIZES, st.sampled_from([None, "a4", "a3"]))
def test_no_connector_runs_through_a_card_or_along_another(seed: int, size: int, paper: str | None) -> None:
    _, _, pages = drawn(journey(seed, size), **({"paper": paper} if paper else {}))
    for page in pages:
        assert not through(page)
        assert not along(page)


@settings(max_examples=40)
@given(SEEDS, SIZES)
def test_every_connector_runs_from_its_source_to_its_target(seed: int, size: int) -> None:
    diagram, _, (page,) = drawn(journey(seed, size))
    cards = {card.id: card for part in diagram.blueprint.parts if isinstance(part, CardLane) for row in part.rows for card in row.cards}
    found = {one.path: one for one in page.links if one.path}
    assert found.keys() == {one.path for one in diagram.blueprint.connectors}
    for one in diagram.blueprint.connectors:
        link = found[one.path]
        ends = [
            (point, {card.label, *card.again_labels})
            for point, card in ((link.points[0], cards[one.source]), (link.points[-1], cards[one.target]))
        ]
        if "[" in link.label.removeprefix(one.label):  # it goes on in another band
            ends = ends[:1] if any(touches(card, link.points[0]) for card in page.cards if card.label in ends[0][1]) else ends[1:]
        for point, labels in ends:
            assert any(touches(card, point) for card in page.cards if card.label in labels), one


@settings(max_examples=40)
@given(SEEDS, SIZES)
def test_a_connector_crosses_the_lines_between_its_ends_and_no_other(seed: int, size: int) -> None:
    diagram, _, (page,) = drawn(journey(seed, min(size, 13)))
    layer: dict[str, int] = {}
    lines: list[tuple[int, str]] = []
    at = 0
    for part in diagram.blueprint.parts:
        if isinstance(part, NamedLine):
            lines.append((at, part.name))
        else:
            layer |= {card.id: at for row in part.rows for card in row.cards}
            at += 1
    places = dict(page.lines)
    links = {one.path: one for one in page.links}
    for one in diagram.blueprint.connectors:
        low, high = sorted((layer[one.source], layer[one.target]))
        ys = [y for _, y in links[one.path].points]
        crossed = {name for name, y in places.items() if min(ys) < y < max(ys)}
        assert crossed == {name for above, name in lines if low < above <= high}


@settings(max_examples=60)
@given(SEEDS, SIZES, st.sampled_from([None, "a4", "a3"]))
@tried(101, 30, "a4")  # a wait with three signs at the corner of the critical moment
@tried(63, 30, "a4")  # a narrow card with markers on both sides
def test_words_stand_in_their_cards_and_nothing_covers_anything(seed: int, size: int, paper: str | None) -> None:
    _, scene, pages = drawn(journey(seed, size), **({"paper": paper} if paper else {}))
    for page in pages:
        assert not outside(page)
        for name, y in page.lines:
            assert not [card.label for card in page.cards if card.rect.y < y < card.rect.y + card.rect.height and len(page.lines) <= 3], (
                name
            )
    assert not silent(scene)
    assert not untold(scene)
    assert not [one for one in faults(scene) if "under a symbol" not in one]


def test_lanes_and_lines_stand_in_their_order() -> None:
    diagram, _, (page,) = drawn(journey(1, 7))
    names = [part.name for part in diagram.blueprint.parts if isinstance(part, NamedLine)]
    assert [name for name, _ in sorted(page.lines, key=lambda one: one[1])] == names
    assert names == ["Line of interaction", "Line of visibility", "Line of internal interaction"]


def test_a_card_makes_room_so_that_a_connector_stays_straight() -> None:
    one = Journey(
        "I stay", stages=[Stage("Stay", [Touchpoint("Asks", id="ask")])],
        activities=[Activity("Greets", id="a", actor="One", touchpoints="ask"), Activity("Answers", id="b", actor="Two", touchpoints="ask")],
        links=[Link(source="ask", target="a", kind="message"), Link(source="ask", target="b", kind="message"), Link(source="a", target="b")],
    )  # fmt: skip
    _, _, (page,) = drawn(one)
    assert [len(link.points) for link in page.links] == [2, 2, 2]


def test_a_connector_into_another_band_ends_in_a_tag_with_a_letter_on_both_sides() -> None:
    long = [Touchpoint(f"Does {at}", id=f"t{at}") for at in range(20)]
    one = Journey(
        "I do",
        stages=[Stage("All", long)],
        activities=[Activity("Helps", id="h", touchpoints="t19")],
        links=[Link(source="t0", target="h", kind="message")],
    )
    _, scene, (page,) = drawn(one)
    assert [one.label.rpartition("[")[2] for one in page.links] == ["A: continues at Helps]", "A: continues at Does 0]"]
    assert "Band 2 of 2" in str(scene.pages[0].nodes)


def test_pages_split_where_a_stage_ends() -> None:
    stages = [Stage(f"Stage {at}", [Touchpoint(f"Does {at}-{n}", id=f"t{at}{n}") for n in range(3)], id=f"s{at}") for at in range(4)]
    _, scene, pages = drawn(Journey("I do", stages=stages), paper="a3")
    assert [len(page.cards) for page in pages if page.cards] == [6, 6] or all(len(page.cards) % 3 == 0 for page in pages)
    assert all(page.paper == (420, 297) for page in scene.pages)


@pytest.mark.parametrize("name", ["hotel", "dealership", "burger", "screening", "clinic_ar", "ten_lines"])
@pytest.mark.parametrize("paper", [None, "a4", "a3"])
def test_the_examples_are_without_fault(name: str, paper: str | None) -> None:
    from journeykit import loads

    _, scene, pages = drawn(loads(example(name)).journeys[0], **({"paper": paper} if paper else {}))
    assert not faults(scene)
    assert not silent(scene)
    assert not untold(scene)
    assert not [fault for page in pages for fault in (*through(page), *along(page), *outside(page))]


def test_the_hotel_is_drawn_with_few_bends() -> None:
    from journeykit import loads

    _, _, (page,) = drawn(loads(example("hotel")).journeys[0])
    assert sum(len(one.points) - 2 for one in page.links) <= 2


def test_the_same_journey_is_the_same_scene_and_leaves_square_letters_room() -> None:
    diagram = service_blueprint(journey(3, 9))
    first, second = (arrange(diagram, theme("default"), SquareMeasurer()) for _ in range(2))
    assert first == second
    assert not [one for one in faults(first) if "under a symbol" not in one]


@pytest.mark.parametrize("columns", [50, 200])
def test_large_blueprints_are_drawn_whole(columns: int) -> None:
    _, _, (page,) = drawn(journey(5, columns, behind=3, links=3.5))
    assert not through(page)
    assert not along(page)
