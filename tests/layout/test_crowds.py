"""Maps of many people: no node over another, every name whole somewhere, whatever the number, the scripts and the paper."""

import math
import random
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from journeykit.diagram import Diagram, RingLink, RingNode, Rings, Scatter, ScatterPoint, ScatterTick, Tree, TreeNode
from journeykit.layout.ink import Ink
from journeykit.layout.parts.ringcrowd import DENSITIES, crowd_of
from journeykit.layout.parts.ringplaces import CENTRE, plan_of
from journeykit.layout.parts.scatterplaces import frame_of, has_room, placed_points, ranges
from journeykit.scene import Circle, Path, Rect, Text, walk
from journeykit.text import DEFAULT_MEASURER
from journeykit.themes import theme
from tests.layout.checks import faults, silent, untold
from tests.layout.small import drawn, groups, lines
from tests.layout.strategies import words

SHAPES = ("circle", "rounded", "double", "diamond")
TICKS = tuple(ScatterTick(at=at / 4, text=str(at + 1)) for at in range(5))
sizes = st.one_of(st.integers(1, 12), st.integers(13, 60), st.integers(61, 160))
papers = st.sampled_from((None, None, "a4", "a3", "letter", "a5"))
seeds = st.integers(0, 9999)
# Names that say something, so that it can be asked whether they are told.
names = st.lists(words.filter(lambda text: any(one.isalnum() for one in text)), min_size=1, max_size=6)


def rings(count, seed=0, pool=("Customer service", "Donaudampfschifffahrtsgesellschaft", "客户服务中心", "خدمة العملاء"), *, links=0.8):
    dice = random.Random(seed)  # noqa: S311  # the same people each time, no secret
    sectors = dice.choice((0, 0, 2, 5))
    nodes = tuple(
        RingNode(
            key=f"k{at}", title=f"{dice.choice(pool)} {at}", ring=dice.choice((0, 1, 2, 2)), sector=dice.randrange(max(1, sectors)),
            detail=dice.choice(("", "columns 1, 2", "columns 3, 4, 5, 6, 11, 17")), shape=dice.choice(SHAPES), weight=dice.choice((0, 0, 1, 2, 9)),
            faint=dice.random() < 0.1,
        )
        for at in range(count)
    )  # fmt: skip
    keys = ["", *(one.key for one in nodes)]
    pairs = sorted({tuple(dice.sample(keys, 2)) for _ in range(int(links * count))})
    held = tuple(
        RingLink(source=one, target=other, said=f"{one or 'Ana'} meets {other or 'Ana'}: {text}", style=dice.choice(("solid", "dashed")),
                 text=text, both=dice.random() < 0.1)
        for one, other in pairs
        for text in (dice.choice(("", "money", "a monthly report on all failures")),)
    )  # fmt: skip
    return Rings(
        centre="Ana", nodes=nodes, links=held, rings=("essential", "important", "wider"), unwritten="Connections",
        sectors=tuple(f"Stage {at} and what it is about" for at in range(sectors)),
    )  # fmt: skip


def picture(part, *, paper=None, rtl=False, notes=()):
    return drawn(
        Diagram(view="x", title="Who makes it", finding="All of them.", parts=(part,), notes=notes, lang="en", rtl=rtl, page="{} of {}"),
        paper,
    )


def listed(scene):
    return groups(scene, role="listitem")


def outline(spot):
    """Points on the edge of a node."""
    r, found = spot.radius, []
    for at in range(64):
        across, up = math.cos(at * math.pi / 32), math.sin(at * math.pi / 32)
        match spot.node.shape:
            case "circle":
                reach = r
            case "diamond":
                reach = 1.15 * r / (abs(across) + abs(up))
            case _:
                reach = r / max(abs(across), abs(up))
        found.append((spot.x + reach * across, spot.y + reach * up))
    return found


def holds(spot, point):
    across, up = abs(point[0] - spot.x), abs(point[1] - spot.y)
    match spot.node.shape:
        case "circle":
            return math.hypot(across, up) < spot.radius
        case "diamond":
            return across + up < 1.15 * spot.radius
        case _:
            return max(across, up) < spot.radius


def touching(plan):
    near = (
        (one, other)
        for at, one in enumerate(plan.spots)
        for other in plan.spots[at + 1 :]
        if abs(one.x - other.x) < 60 and abs(one.y - other.y) < 60
    )
    return [(one.node.key, other.node.key) for one, other in near if any(holds(one, point) for point in outline(other))]


@given(count=sizes, seed=seeds, density=st.sampled_from(DENSITIES))
def test_no_node_of_a_crowd_stands_on_another_or_outside_its_ring(count, seed, density):
    part = rings(count, seed, links=0)
    plan = crowd_of(part, density)
    assert sorted(one.node.key for one in plan.spots) == sorted(one.key for one in part.nodes)
    assert touching(plan) == []
    edges = (CENTRE, *plan.radii)
    for spot in plan.spots:
        far = math.hypot(spot.x, spot.y)
        assert edges[spot.node.ring] < far - spot.radius
        assert far + spot.radius < edges[spot.node.ring + 1]


@given(count=st.integers(1, 40), seed=seeds)
def test_no_node_of_a_map_with_names_stands_on_another(count, seed):
    assert touching(plan_of(rings(count, seed, links=0))) == []


def squeezed(text):
    return re.sub(r"\W+", "", text).casefold()


@settings(max_examples=30)
@given(count=sizes, seed=seeds, pool=names, paper=papers, rtl=st.booleans())
@example(count=86, seed=1, pool=["Customer service"], paper=None, rtl=False)
@example(
    count=150,
    seed=2,
    pool=["Customer service", "Zentrale Vergabestelle für Informations- und Kommunikationstechnik"],
    paper="a4",
    rtl=False,
)
def test_rings_of_any_size_are_drawn_without_fault_and_tell_everything(count, seed, pool, paper, rtl):  # noqa: PLR0917  # filled in by name
    part = rings(count, seed, pool)
    scene = picture(part, paper=paper, rtl=rtl)
    assert (faults(scene), silent(scene), untold(scene)) == ([], [], [])
    # Whole on paper too, where nobody opens a tooltip: on the map, or in the list of the numbers.
    written = [squeezed("".join(one.text for one in walk(group.children) if isinstance(one, Text))) for group in listed(scene)]
    for node in part.nodes:
        assert any(squeezed(node.title) in one for one in written), node.title
    said = [one.label for one in listed(scene)]
    assert all(link.said in said or any(link.said in one for one in said) for link in part.links)


def test_many_people_bear_numbers_in_the_order_of_the_clock_and_a_list_says_who_they_are():
    part = rings(80, 3)
    scene = picture(part)
    (people,) = groups(scene, role="list", label="Ana")
    numbers = [next(one.text for one in walk(group.children) if isinstance(one, Text)) for group in people.children[1:]]
    assert numbers == [str(at) for at in range(1, 81)]
    starts = {one.label.split(":")[0] for one in listed(scene)}
    assert {str(at) for at in range(1, 81)} <= starts
    sectors = [next(one.sector for one in part.nodes if one.title in group.label) for group in people.children[1:]]
    assert sectors == sorted(sectors)


def test_few_people_bear_their_names():
    scene = picture(rings(12, 1, links=0.5))
    assert not [one for one in lines(scene) if one.isdecimal()]


def test_a_name_too_long_for_the_map_is_whole_in_the_list():
    long = "Ministry of Transport, Road Safety, Weights and Measures and Regional Development of the Northern Provinces and the Islands off the Coast, Branch Office"
    part = Rings(centre="Ana", nodes=(RingNode(key="m", title=long, ring=2), RingNode(key="n", title="Shop", ring=0)))
    scene = picture(part)
    (entry,) = [one for one in listed(scene) if one.label == f"1: {long}" and not any(isinstance(child, Circle) for child in one.children)]
    assert " ".join(one.text for one in walk(entry.children) if isinstance(one, Text)) == f"1 {long}"
    assert "Shop" in lines(scene)


def test_links_of_a_crowd_are_listed_by_the_numbers_of_their_ends():
    part = rings(60, 4)
    found = [one for one in lines(picture(part)) if "→" in one or "↔" in one]
    assert len(found) == sum(bool(one.text) for one in part.links)
    assert all(re.fullmatch(r"(\d+|●) [→↔] (\d+|●)", one) for one in found)
    first = [int(one.split(" ")[0]) for one in found if one[0] != "●"]
    assert first == sorted(first)


def test_where_links_would_hide_the_nodes_only_those_with_the_centre_are_drawn():
    part = rings(70, 5, links=2.0)
    (connections,) = [
        one for one in groups(picture(part), role="list", label="Connections") if any(isinstance(x, Path) for x in walk(one.children))
    ]
    with_centre = [one.said for one in part.links if "" in {one.source, one.target}]
    assert sorted(one.label for one in connections.children) == sorted(with_centre)


def test_on_a_page_that_runs_from_the_right_the_clock_runs_as_everywhere():
    part = Rings(
        centre="Ana",
        nodes=tuple(RingNode(key=f"k{at}", title=f"N{at}", ring=0, sector=at) for at in range(4)),
        sectors=("A", "B", "C", "D"),
    )
    for rtl in (False, True):
        scene = picture(part, rtl=rtl)
        (people,) = groups(scene, role="list", label="Ana")
        (middle,) = [one.cx for one in walk(people.children) if isinstance(one, Circle) and one.r == CENTRE]
        right = {one.label for one in people.children for child in one.children if isinstance(child, Circle) and child.cx > middle + 1}
        assert right == {"N0", "N1"}


def test_a_map_of_150_people_fits_on_a4_without_smaller_type():
    scene = picture(rings(150, 6), paper="a4")
    assert {round(page.width / page.height, 2) for page in scene.pages} == {1.41}
    assert max(page.width for page in scene.pages) < 297 * 96 / 25.4 / 0.85 + 1


# -------------------------------------------------------------------------------------------------------------- grid
def grid(count, seed=0, *, places=25):
    dice = random.Random(seed)  # noqa: S311  # the same people each time, no secret
    held = sorted((dice.randrange(25) % places, at) for at in range(count))
    points = tuple(
        ScatterPoint(number=str(at), x=place % 5 / 4, y=place // 5 / 4, said=f"{at}. Person {who}")
        for at, (place, who) in enumerate(held, 1)
    )
    entries = tuple((one.number, one.said.split(". ")[1], "Influence 5, Interest 1") for one in points)
    return Scatter(
        points=points,
        x="Interest",
        y="Influence",
        x_ticks=TICKS,
        y_ticks=TICKS,
        quadrants=("Satisfy", "Work with", "Watch", "Inform"),
        entries=entries,
        stepped=True,
    )


def test_no_line_runs_through_the_number_of_a_bubble():
    bubble = ScatterPoint(number="1", x=0.5, y=0.5, size=1.0, said="1. Overflow zones")
    nodes = list(walk(picture(Scatter(points=(bubble,), x="Effort", y="Impact", split=(0.5, 0.5))).pages[0].nodes))
    number = next(at for at, node in enumerate(nodes) if isinstance(node, Text) and node.text == "1")
    ground = nodes[number - 1]
    assert isinstance(ground, Circle)
    assert ground.fill == theme("default").palette.paper


@settings(max_examples=40)
@given(count=sizes, seed=seeds, places=st.sampled_from((1, 3, 25)), paper=papers, rtl=st.booleans())
def test_a_grid_of_any_size_is_drawn_without_fault_and_lists_everybody(count, seed, places, paper, rtl):  # noqa: PLR0917  # filled in by name
    part = grid(count, seed, places=places)
    scene = picture(part, paper=paper, rtl=rtl)
    assert (faults(scene), silent(scene), untold(scene)) == ([], [], [])
    said = {one.label for one in listed(scene)}
    assert {f"{number}: {name}; {detail}" for number, name, detail in part.entries} <= said
    assert {one.said for one in part.points} <= said


@given(count=st.integers(1, 120), seed=seeds)
def test_who_shares_a_step_stands_side_by_side_while_there_is_room(count, seed):
    part = grid(count, seed)
    ink = Ink(palette=theme("default").palette, measurer=DEFAULT_MEASURER)
    frame = frame_of(part, 520.0)
    placed = placed_points(part, frame, ink)
    if has_room(part, frame, ink):
        assert [one.label for one in placed] == [one.number for one in part.points]
        for at, one in enumerate(placed):
            assert all(math.dist((one.x, one.y), (other.x, other.y)) >= one.radius + other.radius for other in placed[at + 1 :])
    assert all(one.radius <= one.x <= 520 - one.radius and one.radius <= one.y <= 520 - one.radius for one in placed)


def test_a_grid_of_86_people_is_no_higher_than_a_poster_is_wide():
    (page,) = picture(grid(86, 1)).pages
    assert page.height < 1150
    assert page.width < 1600


def test_too_many_on_one_step_share_a_disc_with_their_range():
    scene = picture(grid(120, 1, places=1))
    assert "1 … 120" in lines(scene)


# -------------------------------------------------------------------------------------------------------------- tree
@pytest.mark.parametrize("paper", [None, "a4"])
def test_boxes_on_which_nothing_hangs_stand_side_by_side(paper):
    part = Tree(title="Without a place", roots=tuple(TreeNode(title=f"Box {at}", detail="column 1" if at % 2 else "") for at in range(9)))
    scene = picture(part, paper=paper)
    assert (faults(scene), silent(scene), untold(scene)) == ([], [], [])
    assert [one.label for one in listed(scene)] == [f"Box {at}; column 1" if at % 2 else f"Box {at}" for at in range(9)]
    boxes = [one for page in scene.pages for one in walk(page.nodes) if isinstance(one, Rect)]
    assert len({one.y for one in boxes}) == 3
    assert len({one.height for one in boxes if one.y == boxes[0].y}) == 1


@pytest.mark.parametrize("paper", [None, "a4"])
def test_what_hangs_on_a_box_is_listed_in_it(paper):
    child = TreeNode(title="Wait less?", children=(TreeNode(title="More tills", detail="idea"), TreeNode(title="Call a colleague")))
    part = Tree(roots=(TreeNode(title="Be fast", children=(child,)), TreeNode(title="Be kind")), levels=("Goal", "Opportunity", "Action"))
    scene = picture(part, paper=paper)
    assert (faults(scene), silent(scene), untold(scene)) == ([], [], [])
    items = listed(scene)
    assert [one.label for one in items] == [
        "Goal: Be fast", "Opportunity: Wait less?", "Action: More tills; idea", "Action: Call a colleague", "Goal: Be kind",
    ]  # fmt: skip
    assert [len([one for one in walk(item.children) if one in items]) for item in items] == [3, 2, 0, 0, 0]


def test_a_very_deep_tree_is_listed_whole_and_nested_only_so_far():
    node = TreeNode(title="Box 299")
    for at in reversed(range(299)):
        node = TreeNode(title=f"Box {at}", children=(node,))
    scene = picture(Tree(roots=(node,)))
    assert [one.label for one in listed(scene)] == [f"Box {at}" for at in range(300)]
    assert untold(scene) == []


# ----------------------------------------------------------------------------------------------------------- bubbles
def bubbles(count, seed):
    dice = random.Random(seed)  # noqa: S311  # the same plot each time, no secret
    points = tuple(
        ScatterPoint(number=str(at), x=dice.choice((0, 0.2, 0.5, 1)), y=dice.choice((0, 0.6, 1)), size=dice.choice((None, 0.1, 1)), said=f"{at}. Idea")
        for at in range(1, count + 1)
    )  # fmt: skip
    entries = tuple((one.number, f"Idea {one.number}", "reach 10, impact 3") for one in points)
    return Scatter(points=points, x="Effort", y="Impact", quadrants=("Quick wins", "Big bets", "Fill-ins", "Reconsider"), entries=entries)


@settings(max_examples=40)
@given(count=st.integers(1, 60), seed=seeds, paper=papers)
def test_bubbles_at_one_place_share_a_label_beside_them_and_leave_the_corners_free(count, seed, paper):
    part = bubbles(count, seed)
    scene = picture(part, paper=paper)
    # Bubbles stand where their figures say, so that the words of one may have to stand on the edge of another: on other words they may not.
    assert [one for one in faults(scene) if "under a symbol" not in one] == []
    assert (silent(scene), untold(scene)) == ([], [])
    assert set(part.quadrants) <= set(lines(scene))
    texts = " ".join(lines(scene))
    for one in part.points:
        here = [other.number for other in part.points if (other.x, other.y) == (one.x, one.y)]
        assert ranges(here) in texts


def test_numbers_are_a_range_only_where_they_follow_each_other():
    assert ranges(["4", "5", "6", "60"]) == "4 … 6, 60"
    assert ranges(["1", "3"]) == "1, 3"
    assert ranges(["A", "B"]) == "A, B"
