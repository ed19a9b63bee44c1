"""Stakeholders, opportunities and what hangs on them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import journeykit as jk
from journeykit.diagram import Rings, Scatter, Tree
from journeykit.errors import UnknownNameError
from journeykit.examples import example
from journeykit.pipeline import scene_of
from journeykit.testing import portfolios
from journeykit.views import view
from tests.layout.checks import faults, silent, texts

HOTEL = jk.loads(example("hotel"))


def rings(diagram) -> Rings:
    return next(part for part in diagram.parts if isinstance(part, Rings))


class TestRings:
    def test_the_hotel_has_the_guest_in_the_middle_and_nine_actors_around(self):
        found = rings(view("stakeholder-map")(HOTEL.journeys[0]))
        assert found.centre == "Guest"
        assert {one.title: (one.detail, one.ring) for one in found.nodes} == {
            "Reservation staff": ("column 1", 0),
            "Reservation system": ("column 1", 2),
            "Security system": ("column 2", 2),
            "Bell boy": ("columns 3, 4", 0),
            "Receptionist": ("columns 4, 7", 0),
            "Housekeepers": ("column 4", 1),
            "Registration system": ("columns 4, 7", 2),
            "Room service": ("column 5", 0),
            "Food order system": ("column 5", 2),
        }

    def test_clockwise_is_the_course_of_the_journey(self):
        found = rings(view("stakeholder-map")(HOTEL.journeys[0]))
        assert found.sectors == ("Before arrival", "Arrival", "Stay")

    def test_contact_is_dashed_and_what_is_needed_solid(self):
        links = rings(view("stakeholder-map")(HOTEL.journeys[0])).links
        assert {one.source for one in links if one.style == "dashed"} == {"reservations", "bellboy", "receptionist", "room-service"}
        assert ("sys-reservation", "reservations") in {(one.source, one.target) for one in links if one.style == "solid"}

    def test_relations_say_what_goes_along_and_whether_it_harms(self):
        bank, shop = jk.Owner("Bank", kind="partner", ring=2), jk.Owner("Shop")
        book = jk.Portfolio(
            "Cars", owners=[bank, shop], relations=[jk.Relation(source="bank", target="shop", kind="pays", value="money", polarity=-1)]
        )
        (link,) = rings(view("stakeholder-map")(book)).links
        assert (link.said, link.text) == ("Bank pays Shop: money (harms)", "money (harms)")
        assert [(one.title, one.ring, one.shape) for one in rings(view("stakeholder-map")(book)).nodes] == [
            ("Bank", 2, "diamond"),
            ("Shop", 1, "circle"),
        ]

    def test_nobody_is_said_in_words(self):
        assert view("stakeholder-map")(jk.Journey("I buy", persona="Ana")).finding == "Nobody but the customer is named."

    def test_the_table_lists_everybody_with_columns(self):
        table = view("stakeholder-map")(HOTEL.journeys[0]).table
        assert table[0] == ("Who", "Kind", "Ring", "Stage", "Columns", "Influence", "Interest", "Connections")
        contact = "Bell boy in contact with the customer Guest"
        assert ("Bell boy", "person or role", "essential", "Arrival", "columns 3, 4", "", "", contact) in table

    def test_every_connection_stands_in_the_table_once(self):
        diagram = view("stakeholder-map")(HOTEL.journeys[0])
        told = [text for row in diagram.table[1:] for text in row[-1].split("; ") if text]
        assert sorted(told) == sorted(one.said for one in rings(diagram).links)

    def test_a_book_counts_columns_and_says_the_side(self):
        looks, pays = jk.Touchpoint("Looks", counterparts=["Till"]), jk.Touchpoint("Pays", counterparts=["Till", "Bank"])
        book = jk.Portfolio(
            "Shop", owners=[jk.Owner("Till"), jk.Owner("Bank", kind="partner"), jk.Owner("Clerk", status="needed")],
            journeys=[jk.Journey("I buy", stages=[jk.Stage("All", [looks, pays])])],
        )  # fmt: skip
        diagram = view("stakeholder-map")(book)
        assert diagram.table[0][:5] == ("Who", "Kind", "Ring", "Side", "Columns")
        assert [row[:5] for row in diagram.table[1:]] == [
            ("Till", "person or role", "essential", "Inside", "2 columns"),
            ("Bank", "partner or other organisation", "essential", "Partners and public", "1 column"),
            ("Clerk", "person or role, needed, not there yet", "important", "Inside", "0 columns"),
        ]
        assert "\n  - Till; person or role, essential, Inside, 2 columns\n" in jk.render(book, view="stakeholder-map").text

    def test_customers_stand_with_customers_and_the_organisation_itself_inside(self):
        one, two = (
            jk.Journey(f"I {verb}", persona=who, stages=[jk.Stage("All", [])]) for verb, who in (("ride", "noor"), ("rent", "emil"))
        )
        book = jk.Portfolio(
            "Bikes", organisation="us", journeys=[one, two],
            personas=[jk.Persona("Noor"), jk.Persona("Emil"), jk.Persona("Clerk", kind="employee")], owners=[jk.Owner("Bank", kind="partner")],
            actors=[
                jk.Actor("Us"), jk.Actor("Union"), jk.Actor("Crowd", kind="customer"), jk.Actor("Club", side="customer"),
                jk.Actor("Office", kind="regulator", side="provider"),
            ],
            relations=[jk.Relation(source="clerk", target="us")],
        )  # fmt: skip
        table = view("stakeholder-map")(book).table
        sides = {row[0]: row[table[0].index("Side")] for row in table[1:]}
        assert sides == {
            "Noor": "Customers", "Emil": "Customers", "Crowd": "Customers", "Club": "Customers",
            "Clerk": "Inside", "Us": "Inside", "Office": "Inside", "Bank": "Partners and public", "Union": "Partners and public",
        }  # fmt: skip

    def test_the_dealership_stands_inside_of_its_own_map(self):
        found = rings(view("stakeholder-map")(jk.loads(example("dealership"))))
        assert {one.key for one in found.nodes if found.sectors[one.sector] == "Partners and public"} == {"listing-sites"}

    def test_the_headline_names_all_who_take_part_in_the_most_columns(self):
        def found(*counterparts, **more):
            steps = [jk.Touchpoint(f"T{at}", counterparts=met) for at, met in enumerate(counterparts)]
            return view("stakeholder-map")(jk.Journey("I buy", stages=[jk.Stage("All", steps)], **more)).finding

        assert found(["Till"], ["Till", "Bank"]) == "Takes part in the most columns: till (columns 1, 2)."
        assert found(["Till", "Bank"]) == "Take part in the most columns: bank and till (1 column each)."
        assert found(["A", "B", "C", "D"], ["A", "B", "C", "D", "E"]) == "Take part in the most columns: 4 of 5 (2 columns each)."
        assert found([], participants=["Till"]) == "One is named, and takes part in no column."


ORGANISED = jk.Portfolio(
    "Shop",
    owners=[
        jk.Owner("Head", influence=5, interest=2), jk.Owner("Sales", parent="head", kind="team", influence=2, interest=5),
        jk.Owner("Service", parent="head", kind="team", status="needed"),
    ],
)  # fmt: skip


def test_the_tree_follows_who_stands_above_whom():
    (tree,) = view("stakeholder-map")(ORGANISED, layout="tree").parts
    assert isinstance(tree, Tree)
    assert [(one.title, [(child.title, child.faint) for child in one.children]) for one in tree.roots] == [
        ("Head", [("Sales", False), ("Service", True)])
    ]


def test_the_grid_places_by_influence_and_interest_and_counts_the_others():
    diagram = view("stakeholder-map")(ORGANISED, layout="grid")
    (plot,) = diagram.parts
    assert isinstance(plot, Scatter)
    assert [(one.x, one.y) for one in plot.points] == [(0.25, 1.0), (1.0, 0.25)]
    assert diagram.finding == "One is not graded by influence and interest."


def test_the_tree_lists_who_stands_above_nobody_and_below_nobody():
    stage = jk.Stage("All", [jk.Touchpoint("Pays", counterparts=["Till"])])
    book = jk.Portfolio(
        "Shop",
        owners=[jk.Owner("Head"), jk.Owner("Sales", parent="head"), jk.Owner("Lawyer", critical=True)],
        personas=[jk.Persona("Ana")],
        systems=[jk.System("Till")],
        journeys=[jk.Journey("I buy", persona="Ana", stages=[stage])],
    )
    diagram = view("stakeholder-map")(book, layout="tree")
    tree, loose = diagram.parts
    assert isinstance(tree, Tree)
    assert isinstance(loose, Tree)
    assert [one.title for one in tree.roots] == ["Head"]
    assert (loose.title, [(one.title, one.strong) for one in loose.roots]) == (
        "Without a place in the organisation",
        [("Lawyer", True), ("Till", False)],
    )
    assert diagram.finding == "Who reports to whom. 2 have no place in it."
    assert view("stakeholder-map")(book.journeys[0], layout="tree").parts[1].roots[1].detail == "column 1"


def test_where_nobody_stands_above_anybody_all_are_listed():
    (loose,) = view("stakeholder-map")(jk.Portfolio("Shop", owners=[jk.Owner("Head"), jk.Owner("Sales")]), layout="tree").parts
    assert isinstance(loose, Tree)
    assert [one.title for one in loose.roots] == ["Head", "Sales"]
    bare = jk.Journey("I buy", stages=[jk.Stage("All", [jk.Touchpoint("Pays", counterparts=["Cashier"])])])
    (loose,) = view("stakeholder-map")(bare, layout="tree").parts
    assert isinstance(loose, Tree)
    assert [(one.title, one.detail) for one in loose.roots] == [("cashier", "column 1")]


def test_the_grid_numbers_by_place_and_lists_who_is_not_graded():
    grades = {"Low": (1, 1), "Top": (5, 5), "Press": (5, 1), "Fan": (2, 4), "Top too": (5, 5)}
    owners = [jk.Owner(name, influence=influence, interest=interest) for name, (influence, interest) in grades.items()]
    diagram = view("stakeholder-map")(jk.Portfolio("Shop", owners=[*owners, jk.Owner("Half", interest=3), jk.Owner("None")]), layout="grid")
    (plot,) = diagram.parts
    assert isinstance(plot, Scatter)
    assert [name for _, name, _ in plot.entries] == ["Top", "Top too", "Press", "Fan", "Low"]
    assert plot.stepped
    (notes,) = diagram.notes
    assert (notes.title, dict(notes.notes)) == (
        "Not placed",
        {"6": "Half (not known: Influence)", "7": "None (not known: Influence, Interest)"},
    )


def test_in_a_book_of_one_journey_nobody_is_said_to_take_part_in_one():
    stage = jk.Stage("All", [jk.Touchpoint("Pays", counterparts=["Cashier"])])
    owners = [jk.Owner("Cashier")]
    one = jk.Portfolio("Shop", owners=owners, journeys=[jk.Journey("I buy", stages=[stage])])
    two = jk.Portfolio("Shop", owners=owners, journeys=[jk.Journey("I buy", stages=[stage]), jk.Journey("I look", stages=[stage])])
    assert [rings(view("stakeholder-map")(book)).nodes[0].detail for book in (one, two)] == ["", "2 journeys"]


def test_unknown_layouts_and_variants_are_named():
    with pytest.raises(UnknownNameError, match="did you mean 'rings'"):
        view("stakeholder-map")(ORGANISED, layout="ring")
    with pytest.raises(UnknownNameError, match="did you mean 'importance'"):
        view("opportunities")(ORGANISED, variant="importanc")


class TestOpportunities:
    BOOK = jk.Portfolio(
        "Shop",
        goals=[jk.Goal("Less time")],
        opportunities=[
            jk.Opportunity("Cut the papers", reach=400, impact=3, confidence=0.5, effort=5, moves="less-time"),
            jk.Opportunity("Greet by name", reach=900, impact=0.5, confidence=0.9, effort=0.5),
            jk.Opportunity("Who knows", impact=1),
        ],
        actions=[jk.Action("Online deal", addresses="cut-the-papers", status="approved")],
    )

    def test_a_point_stands_where_its_figures_say(self):
        (plot,) = view("opportunities")(self.BOOK).parts
        assert isinstance(plot, Scatter)
        assert {one.number: (round(one.x, 3), round(one.y, 3), one.faint) for one in plot.points} == {
            "1": (0.083, 0.091, False),
            "2": (0.833, 1.0, True),
        }
        assert plot.split == (0.5, 0.5)

    def test_what_is_not_known_is_listed_and_never_guessed(self):
        diagram = view("opportunities")(self.BOOK)
        assert [one.notes for one in diagram.notes] == [(("3", "Who knows (not known: effort)"),)]
        assert diagram.finding == "First: Greet by name. 2 of 3 can be placed."

    def test_efforts_far_apart_stand_on_a_scale_of_ratios(self):
        book = jk.Portfolio(
            "Shop", opportunities=[jk.Opportunity(f"O{at}", impact=1, effort=effort) for at, effort in enumerate((0.5, 3, 50))]
        )
        (plot,) = view("opportunities")(book).parts
        assert isinstance(plot, Scatter)
        assert [one.text for one in plot.x_ticks] == ["0.5", "1", "2", "5", "10", "20", "50"]

    def test_the_tree_shows_where_the_chain_breaks(self):
        diagram = view("opportunity-tree")(self.BOOK)
        assert diagram.table[1:] == (
            ("Less time", "Cut the papers", "Online deal", ""),
            ("No goal named", "Greet by name", "", ""),
            ("No goal named", "Who knows", "", ""),
        )
        assert diagram.finding == "2 opportunities have no action yet."


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("stakeholder-map", {}), ("stakeholder-map", {"layout": "tree"}), ("stakeholder-map", {"layout": "grid"}), ("opportunities", {}),
        ("opportunities", {"variant": "importance"}), ("opportunity-tree", {}),
    ],
)  # fmt: skip
@given(book=portfolios(), language=st.sampled_from([None, "de", "ar"]), paper=st.sampled_from([None, "a4"]))
def test_every_portfolio_is_drawn_without_fault(name, options, book, language, paper):  # noqa: PLR0917  # filled in by name
    for what in (book, *list(book.journeys)[:1]):
        diagram = view(name)(what, language=language, **options)
        assert len({len(row) for row in diagram.table}) <= 1
        scene = scene_of(diagram, paper=paper)
        assert faults(scene) == []
        assert silent(scene) == []


def test_opportunities_at_touchpoints_are_shown_too() -> None:
    chance = jk.Opportunity("Pay at the shelf", id="shelf", impact=2, effort=1)
    other = jk.Opportunity("Order ahead", id="shelf", impact=1, effort=1)  # the same id at another touchpoint is another opportunity
    steps = [jk.Touchpoint("Pay", opportunities=[chance]), jk.Touchpoint("Order", opportunities=[other])]
    book = jk.Portfolio(
        "Shop",
        journeys=[jk.Journey("I buy", id="buy", stages=[jk.Stage("All", steps)])],
        actions=[jk.Action("An app", addresses="buy/pay/shelf")],
    )
    for what in (book, book.journeys[0]):
        assert [row[1] for row in view("opportunities")(what).table[1:]] == ["Pay at the shelf", "Order ahead"]
        assert {row[1:3] for row in view("opportunity-tree")(what).table[1:]} == {("Pay at the shelf", "An app"), ("Order ahead", "")}
    (plot,) = view("opportunities")(book).parts
    assert plot.points[0].source == "journeys['buy'].stages['all'].touchpoints['pay'].opportunities['shelf']"


def test_many_opportunities_at_one_place_share_one_label():
    book = jk.Portfolio("Shop", opportunities=[jk.Opportunity(f"O{at}", impact=1, effort=2, reach=10, confidence=0.8) for at in range(20)])
    scene = scene_of(view("opportunities")(book))
    assert faults(scene) == []
    assert "1 … 20" in [one.text for page in scene.pages for one in texts(page)]


def test_a_tree_in_words_is_a_tree():
    goal = jk.Goal("Nobody waits", id="fast")
    idea = jk.Opportunity("How might we wait less?", id="less", moves=["fast"])
    book = jk.Portfolio("Shop", goals=[goal], opportunities=[idea], actions=[jk.Action("More tills", addresses=["less"])])
    drawn = jk.render(book, view="opportunity-tree")
    assert drawn.text.endswith("\n- Goal: Nobody waits\n  - Opportunity: How might we wait less?\n    - Action: More tills; Idea\n")
    assert drawn.alt == "From goals to tests: Shop. Every opportunity has an action."
    assert drawn.describe().splitlines()[0] == "Every opportunity has an action."


def test_a_question_ends_as_a_question():
    idea = jk.Opportunity("How might we wait less?", id="less", impact=2, effort=1)
    drawn = jk.render(jk.Portfolio("Shop?", opportunities=[idea]), view="opportunities")
    assert drawn.alt == "Opportunities: Shop? First: How might we wait less?"
    assert not re.search(r"[?!]\.", drawn.text + drawn.describe() + drawn.svg)
    bare = jk.render(jk.Portfolio("Shop", opportunities=[idea]), view="opportunity-tree")
    assert bare.describe().endswith("Opportunity: How might we wait less?")
