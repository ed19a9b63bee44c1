"""Touchpoints in parts, those of one side alone, stages over both sides, legends, and the curves of several personas."""

from itertools import groupby, pairwise

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import journeykit as jk
from journeykit.comparison import conformance, persona_matrix
from journeykit.diagram import CurveLane, CurvePanels, Dumbbells, Matrix, Slopes, TrackLane
from journeykit.examples import example
from journeykit.model import Emotion, Expectation, Journey, Link, Stage, Touchpoint
from journeykit.scene import Rect
from journeykit.views.comparison import comparison
from tests.layout.checks import faults, silent, untold


def touchpoint(name):
    """`a:1` has a reading of 1 that somebody was asked for."""
    key, _, value = name.partition(":")
    return Touchpoint(f"Does {key}", id=key, **({"emotion": Emotion(float(value), basis="measured", n=40, sd=1)} if value else {}))


def journey(text, **fields):
    """Stages by name: `deal a:1 b | move c`."""
    stages = [part.split() for part in text.split("|")]
    held = [Stage(name, [touchpoint(one) for one in names], id=name) for name, *names in stages]
    return Journey("I buy", **({"id": "buy", "stages": held} | fields))


def one_of(items, kind):
    return next(one for one in items if isinstance(one, kind))


def sound(what, **asked):
    scene = jk.render(what, **asked).scene
    assert (faults(scene), untold(scene), silent(scene)) == ([], [], [])
    return scene


SPLIT = {"b": ("b1", "b2")}
WHOLE, PARTS = "deal a:1 b:-1 c:0", "deal a:1 b1:1 b2:-1 d:2"


# -------------------------------------------------------------------------------------------------- touchpoints in parts
def test_each_part_has_a_row_beside_the_whole_for_two_personas():
    c = jk.compare(journey(WHOLE, persona="ana"), journey(PARTS, persona="ben"), lens="personas", mapping=SPLIT, fuzzy=False)
    table = one_of(comparison(c).parts, Matrix)
    rows = {(row.head.title, row.head.detail): [item.text for cell in row.cells for item in cell.items] for row in table.rows}
    assert rows["Does b", "with its part “Does b1”"] == ["−1", "+1", "+2"]
    assert rows["Does b", "with its part “Does b2”"] == ["−1", "−1", "0"]
    assert "“Does b” (“Does b1”): −1 for “ana”, +1 for “ben”." in c.headlines()
    back = jk.compare(c.after, c.before, lens="personas", mapping={"b1": "b", "b2": "b"}, fuzzy=False)
    rows = {(row.head.title, row.head.detail) for row in one_of(comparison(back).parts, Matrix).rows}
    assert {("Does b", "with its part “Does b1”"), ("Does b", "with its part “Does b2”")} <= rows


@pytest.mark.parametrize("turned", [False, True])
def test_the_gap_between_a_whole_and_its_parts(turned):
    customers, staff = journey(WHOLE), journey(PARTS, perspective="employee")
    sides, mapping = ((staff, customers), {"b1": "b", "b2": "b"}) if turned else ((customers, staff), SPLIT)
    c = jk.compare(*sides, lens="perception", mapping=mapping, fuzzy=False)
    rows = one_of(comparison(c).parts, Dumbbells).rows
    assert [(one.title, one.detail, one.first, one.second, one.gap) for one in rows] == [
        ("2 Does b", "with its part “Does b1”", -1, 1, "+2"),
        ("1 Does a", "", 1, 1, "0"),
        ("2 Does b", "with its part “Does b2”", -1, -1, "0"),
        ("3 Does c", "", 0, None, "only: Customer"),
        ("Does d", "", None, 2, "only: Employee"),
    ]
    assert c.seen.without_view == ("c",)
    assert [(one.touchpoint, one.counterpart, one.in_parts) for one in c.seen.gaps] == [
        ("a", "a", None), ("b", "b1", "employee"), ("b", "b2", "employee"), ("c", None, None), (None, "d", None),
    ]  # fmt: skip
    assert any("(“Does b1”)" in line for line in c.headlines())


def test_what_customers_have_in_parts_and_employees_as_a_whole():
    c = jk.compare(journey(PARTS), journey(WHOLE, perspective="employee"), lens="perception", mapping={"b1": "b", "b2": "b"}, fuzzy=False)
    rows = one_of(comparison(c).parts, Dumbbells).rows
    assert [(one.title, one.detail, one.gap) for one in rows[:3]] == [
        ("Does b", "with its part “Does b1”", "−2"), ("1 Does a", "", "0"), ("Does b", "with its part “Does b2”", "0"),
    ]  # fmt: skip


def test_a_critical_moment_and_a_part_of_it_are_agreed():
    sides = journey(WHOLE, critical_moment="b"), journey(PARTS, critical_moment="b2", perspective="employee")
    assert jk.compare(*sides, lens="perception", mapping=SPLIT).seen.critical_agreed is True
    assert jk.compare(*sides, lens="personas", mapping=SPLIT).seen.same_critical_moment is True
    other = evolve(sides[1], critical_moment="a")
    assert jk.compare(sides[0], other, lens="perception", mapping=SPLIT).seen.critical_agreed is False


# --------------------------------------------------------------------------------------------------------------- stages
def bands(before, after, mapping=None):
    found = comparison(jk.compare(journey(before), journey(after), mapping=mapping, fuzzy=False))
    stops = one_of(found.lanes, TrackLane).stops
    return [(one.title, one.start, one.end) for one in found.bands], {one.label: one.word for one in stops if one.word}


def test_parts_in_a_new_stage_do_not_break_the_stage_that_they_come_from():
    found, words = bands("deal a b c | move d", "deal a | paper b1 b2 | money c r | move d", SPLIT)
    assert found == [("deal", 0, 4), ("money", 5, 5), ("move", 6, 6)]
    assert (words["Does b1"], words["Does c"], words["Does r"]) == ("was part of 2, in paper", "now in money", "+ added")


def test_what_is_new_stands_under_its_own_stage_where_that_breaks_none():
    found, words = bands("deal a b | move d", "deal a b | paper n m | move o d")
    assert found == [("deal", 0, 1), ("paper", 2, 3), ("move", 4, 5)]
    assert set(words.values()) == {"+ added"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("one a b c | two d e", "one a | two b d x c | three y e"),
        ("one a b | two c d | three e", "three x a | two b y | one c z d e"),
        ("one a b c d", "one a | two x b | three y c | two2 z d"),
    ],
)
def test_every_stage_stands_over_one_stretch(before, after):
    found, _ = bands(before, after)
    assert len({title for title, _, _ in found}) == len(found)
    assert found[0][1] == 0
    assert all(one[2] + 1 == other[1] for one, other in pairwise(found))


@st.composite
def staged(draw):
    """Touchpoints in any order, cut into stages of which some are on both sides."""
    names = draw(st.lists(st.sampled_from("abcdefgh"), unique=True, min_size=1))
    titles = draw(st.permutations(["one", "two", "three", "four"]))
    cuts = sorted(draw(st.sets(st.integers(1, max(1, len(names) - 1)), max_size=3)) & set(range(1, len(names))))
    edges = [0, *cuts, len(names)]
    return " | ".join(f"{title} {' '.join(names[low:high])}" for title, (low, high) in zip(titles, pairwise(edges), strict=False))


@settings(max_examples=60, deadline=None)
@given(staged(), staged())
def test_no_stage_is_ever_broken_in_two(before, after):
    found, _ = bands(before, after)
    assert len({title for title, _, _ in found}) == len(found)
    assert all(one[2] + 1 == other[1] for one, other in pairwise(found))


# --------------------------------------------------------------------------------------------------------------- legend
def legend(found):
    return {one.symbol: one.text for one in found.legend}


def test_every_sign_of_the_second_line_is_in_the_legend():
    c = jk.compare(journey("deal a b c d e m1 m2"), journey("deal b1 b2 c d a n m"), mapping=SPLIT | {"m1": "m", "m2": "m"}, fuzzy=False)
    found = comparison(c)
    kinds = {one.kind for one in one_of(found.lanes, TrackLane).stops} - {"contact", "alone"}
    assert kinds == {"split", "merged", "moved", "gone", "new"}
    assert set(legend(found)) == {"contact", "tied", *(f"stop-{one}" for one in kinds)}
    sound(c)


def test_a_line_that_others_control_is_in_the_legend():
    foreign = Journey(
        "I buy", id="buy", stages=[Stage("All", [Touchpoint("Reads", id="r", control="partner"), Touchpoint("Pays", id="p")])]
    )
    assert "not-ours" in legend(comparison(jk.compare(foreign, foreign)))
    assert "not-ours" not in legend(comparison(jk.compare(journey("deal a"), journey("deal a b"))))


def test_hatching_is_in_the_legend_where_it_is_drawn():
    assert "hatched" in legend(comparison(jk.compare(journey("deal a:1 b:1"), journey("deal a:1 b:0"))))
    assert "hatched" not in legend(comparison(jk.compare(journey("deal a:1 b:1 c"), journey("deal a:1 b:1 c n"))))
    assert "hatched" not in legend(comparison(jk.compare(journey("deal a:1 b:1 c d"), journey("deal a b c:1 d:0"))))


def test_two_curves_known_alike_have_shapes_of_their_own():
    found = comparison(jk.compare(journey("deal a:1 b:1"), journey("deal a:1 b:0")))
    assert one_of(found.lanes, CurveLane).apart == "shapes"
    assert (legend(found)["shape-0"], legend(found)["shape-1"]) == ("Before", "After")
    sides = (jk.loads(example(name)).journeys[0] for name in ("dealership", "dealership_online"))
    assert one_of(comparison(jk.compare(*sides, lens="future")).lanes, CurveLane).apart == ""  # derived and intended look different


def test_left_out_as_it_may_be_is_not_missing():
    plan = Journey(
        "I buy", id="buy", form="planned", stages=[Stage("All", [Touchpoint("Asks", id="a", optional=True), Touchpoint("Pays", id="p")])],
        links=[Link(source="a", target="p")],
    )  # fmt: skip
    went = Journey(
        "Order 7", id="o7", form="actual", case="7", stages=[Stage("Run", [Touchpoint("Pays", id="p"), Touchpoint("Calls", id="x")])]
    )
    found = comparison(jk.compare(plan, went, lens="conformance"))
    assert [one.kind for one in one_of(found.lanes, TrackLane).stops] == ["skipped", "contact", "new"]
    assert (legend(found)["stop-skipped"], legend(found)["stop-new"]) == ("left out, as it may be", "not planned")
    assert "stop-missing" not in legend(found)
    assert comparison(conformance(plan, [])).legend


# ------------------------------------------------------------------------------------------------------ curves of personas
def persona(name, text):
    return journey(text, id=name.lower(), persona=name)


FOUR = [
    persona("Ana", "deal a:1 b:-2 c:2"), persona("Ben", "deal a:1 b:0 d:1"), persona("Cy", "deal a:-1 b:1 c:1 d:0"), persona("Dee", "deal b:-1 c d:2"),
]  # fmt: skip


def test_the_curves_of_four_personas_lie_over_each_other():
    found = comparison(persona_matrix(FOUR, fuzzy=False))
    lane = one_of(found.lanes, CurveLane)
    assert (lane.apart, [one.name for one in lane.series]) == ("lines", ["Ana", "Ben", "Cy", "Dee"])
    assert [one.title for one in found.columns] == ["Does a", "Does b", "Does d", "Does c"]
    assert [one.without for one in lane.series] == [(2,), (3,), (), (0,)]
    assert [(point.column, point.value) for point in lane.series[1].points] == [(0, 1), (1, 0), (2, 1)]
    assert {one: legend(found)[one] for one in ("curve-0", "curve-1", "curve-2", "curve-3", "filled")} == {
        "curve-0": "Ana", "curve-1": "Ben", "curve-2": "Cy", "curve-3": "Dee", "filled": "measured or reported",
    }  # fmt: skip
    assert isinstance(found.parts[0], Matrix)
    sound(persona_matrix(FOUR, fuzzy=False))


def test_each_picture_of_personas_can_be_asked_for():
    matrix = persona_matrix(FOUR, fuzzy=False)
    alone = comparison(matrix, picture="curves")
    assert (len(alone.lanes), alone.parts) == (1, ())
    assert comparison(matrix, picture="matrix").lanes == ()
    assert [one.title for one in one_of(comparison(matrix, picture="multiples").parts, CurvePanels).panels] == ["Ana", "Ben", "Cy", "Dee"]
    assert comparison(matrix, picture="dumbbell").footnotes == ("There is nothing to draw in the way that was asked for.",)


def test_more_than_four_curves_stand_each_by_itself():
    five = persona_matrix([*FOUR, persona("Eve", "deal a:0 d:1")])
    assert comparison(five).lanes == ()
    found = comparison(five, picture="curves")
    assert len(one_of(found.parts, CurvePanels).panels) == 5
    assert found.footnotes[0].startswith("More than four curves")
    sound(five, picture="curves")


def test_two_personas_have_both_curves_above_the_matrix():
    found = comparison(jk.compare(*FOUR[:2], lens="personas", fuzzy=False))
    lane = one_of(found.lanes, CurveLane)
    assert (lane.hatched, [one.name for one in lane.series]) == (True, ["Ana", "Ben"])
    assert {one.state for one in found.columns} == {""}
    assert [isinstance(one, Matrix) for one in found.parts] == [True, True]
    assert comparison(jk.compare(*FOUR[:2], lens="personas"), picture="matrix").lanes == ()


def test_columns_that_are_numbered_through_say_so_above_the_matrix_too():
    c = jk.compare(persona("Ana", "deal a:1 b:-1 c:0"), persona("Ben", "deal a:1 x:2 b:1 c:0"), lens="personas", fuzzy=False)
    numbered = "The columns are numbered as they stand here; each side has numbers of its own."
    for picture in ("auto", "curves"):
        found = comparison(c, picture=picture)
        assert ([one.number for one in found.columns], found.footnotes) == (["1", "2", "3", "4"], (numbered,))
    assert comparison(c, picture="matrix").footnotes == ()


def test_two_personas_have_the_cells_that_many_have():
    two = one_of(comparison(jk.compare(*FOUR[:2], lens="personas", fuzzy=False)).parts, Matrix)
    many = one_of(comparison(persona_matrix(FOUR[:2], fuzzy=False)).parts, Matrix)
    cells = [{row.head: row.cells[:2] for row in table.rows} for table in (two, many)]
    assert cells[0] == cells[1]
    assert len(cells[0]) == 4


def test_lines_and_shapes_tell_personas_apart_without_colour():
    scene = jk.render(persona_matrix(FOUR, fuzzy=False), picture="curves").scene
    paths = [one for page in scene.pages for one in _nodes(page.nodes) if getattr(one, "stroke_width", 0) == 2.25]
    assert {one.dash for one in paths} == {(), (10, 4), (2.5, 3), (12, 3, 3, 3)}


def _nodes(nodes):
    for one in nodes:
        yield one
        yield from _nodes(getattr(one, "children", ()))


# ------------------------------------------------------------------------------------------------------------ table
def test_the_table_of_changes_is_as_wide_as_the_page():
    names = " ".join(f"a{at}" for at in range(9))
    scene = jk.render(jk.compare(journey(f"deal {names}"), journey(f"deal {names} b"))).scene
    grounds = [one for page in scene.pages for one in _nodes(page.nodes) if isinstance(one, Rect) and one.x == 32 and one.height == 24]
    assert max(one.x + one.width for one in grounds) == pytest.approx(scene.pages[0].width - 32)


def test_what_is_not_shown_points_to_nothing_that_a_picture_alone_has_not():
    many = [journey("deal " + " ".join(f"{side}{at}" for at in range(50))) for side in "ab"]
    found = comparison(jk.compare(*many, fuzzy=False))
    assert "60 more rows are not shown." in found.footnotes
    for language in ("en", "de", "ar"):
        texts = jk.render(jk.compare(*many, fuzzy=False), language=language).svg
        assert not any(words in texts for words in ("table of the picture", "Tabelle zum Bild", "جدول الصورة"))


def test_each_part_stands_beside_the_whole_among_many_personas():
    def of(name, *held):
        return Journey("I buy", id=name, persona=name, stages=[Stage("deal", held, id=f"deal-{name}")])

    whole = of("ana", Touchpoint("Asks", id="a", emotion=1), Touchpoint("Signs and pays", id="b", emotion=-1))
    parts = [Touchpoint("Signs", id="b1", origin="ana/b", emotion=1), Touchpoint("Pays", id="b2", origin="ana/b", emotion=0)]
    for journeys in ([whole, of("ben", Touchpoint("Asks", id="a"), *parts)], [of("ben", Touchpoint("Asks", id="a"), *parts), whole]):
        matrix = persona_matrix(journeys, fuzzy=False)
        rows = {(row.title, row.part): sorted(one.valence for one in row.readings if one) for row in matrix.rows if row.part}
        assert rows == {("Signs and pays", "Signs"): [-1, 1], ("Signs and pays", "Pays"): [-1, 0]}
        table = one_of(comparison(matrix).parts, Matrix)
        assert [row.head.detail for row in table.rows] == ["", "with its part “Signs”", "with its part “Pays”"]
        assert [one.title for one in comparison(matrix).columns] == ["Asks", "Signs", "Pays"]
        sound(matrix)


def test_an_expectation_at_a_touchpoint_of_another_name_is_one_expectation():
    def of(title, met, **fields):
        held = [Touchpoint(title, id="sign", expectations=[Expectation("In ten minutes", met=met)])]
        return Journey("I buy", id="buy", stages=[Stage("Deal", held, id="deal")], **fields)

    found = comparison(jk.compare(of("Signs on paper", "not_met"), of("Signs by app", "met"), lens="expectation"))
    table = one_of(found.parts, Matrix)
    assert [(row.head.group, *(cell.items[0].text for cell in row.cells if cell.items)) for row in table.rows] == [
        ("Signs by app", "not met", "met")
    ]


def test_slopes_set_each_part_beside_the_whole():
    c = jk.compare(journey(WHOLE), journey(PARTS), mapping=SPLIT, fuzzy=False)
    rows = one_of(comparison(c, picture="slope").parts, Slopes).rows
    assert [(one.title, one.gap) for one in rows] == [
        ("1 Does a", ""), ("2 Does b with its part “Does b1”", "(+2)"), ("2 Does b with its part “Does b2”", ""),
    ]  # fmt: skip
    assert not any("Does b1" in line and "feels" in line for line in c.headlines())
    back = jk.compare(c.after, c.before, mapping={"b1": "b", "b2": "b"}, fuzzy=False)
    rows = one_of(comparison(back, picture="slope").parts, Slopes).rows
    assert [one.title for one in rows[1:]] == ["2 Does b with its part “Does b1”", "3 Does b with its part “Does b2”"]


@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_a_spread_has_no_sign(language):
    table = one_of(comparison(persona_matrix(FOUR, fuzzy=False), language=language).parts, Matrix)
    assert [row.cells[-1].items[0].text for row in table.rows if row.cells[-1].items] == ["2", "3", "2", "1"]


def test_many_equal_slopes_stay_under_their_title():
    many = [f"a{at}:2" for at in range(25)]
    sound(jk.compare(journey("deal " + " ".join(many)), journey("deal " + " ".join(many) + " z")), picture="slope")


def test_each_kind_of_element_has_one_stretch_of_the_table():
    c = jk.compare(jk.loads(example("hotel")), jk.loads(example("hotel_capehouse")), lens="competitor")
    groups = [row.head.group for row in one_of(comparison(c).parts[::-1], Matrix).rows]
    assert groups.count("Actors") == 2  # one on each side
    assert [one for one, _ in groupby(groups)] == [*dict.fromkeys(groups)]
