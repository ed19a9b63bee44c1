"""What a blueprint says in words: its sentences, its table, its legend."""

import pytest
from attrs import evolve

import journeykit as jk
from journeykit.layout.symbols import ICONS
from journeykit.model import Activity, Journey, Link, Owner, PhysicalEvidence, Portfolio, Stage, System, Touchpoint
from journeykit.scene import Text, walk
from journeykit.views import journey_map, service_blueprint
from tests.layout.small import drawn

_ARABIC = Journey(
    "زيارة",
    lang="ar",
    stages=[Stage("الدخول", [Touchpoint("تتصل بالعيادة", id="a", fail_point="خطأ"), Touchpoint("تدفع", id="b", kind="action")])],
    activities=[Activity("يجيب", id="x", touchpoints="a")],
    links=[
        Link(source="x", target="a", kind="message"),
        Link(source="a", target="b", kind="branch", condition="انتهى"),
        Link(source="a", target="a", kind="branch", condition="ليس بعد"),
    ],
)


def test_arabic_sentences_that_quote_a_title_run_from_right_to_left():
    diagram = service_blueprint(_ARABIC)
    assert "«تتصل بالعيادة»" in diagram.finding
    assert ";" not in diagram.finding
    assert "\N{LEFT-TO-RIGHT MARK}" not in f"{diagram.finding}{diagram.description}{diagram.blueprint}{diagram.table}"
    lines = [one for one in walk(drawn(diagram).pages[0].nodes) if isinstance(one, Text) and ("«" in one.text or "»" in one.text)]
    assert len(lines) > 2
    assert all(one.rtl for one in lines)


def test_each_line_with_arabic_letters_is_embedded():
    svg = jk.render(_ARABIC, view="service-blueprint").svg
    lead = next(line for line in svg.splitlines() if line.startswith("<text") and "«" in line)
    assert ">&#x202b;" in lead


_CAFE = Portfolio(
    "Café",
    systems=[System("Till", id="till")],
    owners=[Owner("Bo", id="bo")],
    journeys=[
        Journey(
            "I have a coffee",
            id="coffee",
            critical_moment="drinks",
            stages=[
                Stage(
                    "Here",
                    [
                        Touchpoint("Orders", id="orders", channel="till", physical_evidence=PhysicalEvidence("Smell", kind="ambience")),
                        Touchpoint("Waits", id="waits", kind="action", optional=True),
                        Touchpoint("Drinks", id="drinks", matters=True, fail_point="Too hot"),
                        Touchpoint("Leaves", id="leaves", repeats=True, at_most=2),
                    ],
                )
            ],
            activities=[
                Activity("Brews", id="brews", layer="frontstage", actor="bo", touchpoints=["orders", "drinks"]),
                Activity("Roasts", id="roasts", layer="backstage", actor="bo", touchpoints="waits"),
            ],
            links=[
                Link(source="brews", target="leaves", kind="impact", polarity=1, label="they stay"),
                Link(source="waits", target="leaves", kind="impact", polarity=-1, label="they hurry"),
                Link(source="orders", target="roasts", kind="message"),
            ],
        )
    ],
)


def with_links(*links):
    journey = _CAFE.journeys["coffee"]
    return evolve(journey, links=[*journey.links, *links])


def legend(journey) -> dict[str, str]:
    return {one.symbol: one.text for one in service_blueprint(journey).legend}


def test_the_table_says_what_sets_touchpoints_apart():
    header, *rows = service_blueprint(_CAFE.journeys["coffee"]).table
    at = header.index("Kind")
    assert [row[at] for row in rows] == ["", "own action, no contact, optional", "critical moment", "up to 2 times"]
    plain = Journey("A", stages=[Stage("S", [Touchpoint("T", id="t")])])
    assert "Kind" not in service_blueprint(plain).table[0]


@pytest.mark.parametrize(("convention", "said"), [("sight", "Backstage = out of sight."), ("perception", "Backstage = not perceived.")])
def test_markdown_says_what_the_line_of_visibility_means(convention, said):
    journey = evolve(_CAFE.journeys["coffee"], visibility_convention=convention)
    assert said in jk.render(journey, view="service-blueprint", format="markdown").data.decode()


def test_an_effect_of_an_activity_says_whose_it_is():
    diagram = service_blueprint(_CAFE.journeys["coffee"])
    first, second = diagram.arcs
    assert (first.text, first.label) == ("Helps: they stay (“Brews”)", "From “Brews” to 4 Leaves: Helps: they stay")
    assert (second.text, second.label) == ("Harms: they hurry", "From 2 Waits to 4 Leaves: Harms: they hurry")
    assert any(first.label in cell for row in diagram.table for cell in row)


def test_an_effect_on_an_activity_says_both():
    (*_, arc) = service_blueprint(with_links(Link(source="leaves", target="brews", kind="impact", polarity=-1, label="empty"))).arcs
    assert (arc.text, arc.label) == ("Harms: empty (“Leaves” on “Brews”)", "From 4 Leaves to “Brews”: Harms: empty")


def test_solid_arrows_are_explained_by_what_they_mean_here():
    assert not {"link-solid", "link-on"} & legend(_CAFE.journeys["coffee"]).keys()
    on = Link(source="orders", target="drinks", kind="sequence")
    assert legend(with_links(on))["link-on"] == "goes on there"
    assert "link-solid" not in legend(with_links(on))
    needed = Link(source="roasts", target="brews", kind="supports")
    first = Link(source="roasts", target="brews", kind="sequence", required=True)
    before = Link(source="brews", target="roasts", kind="sequence")
    assert legend(with_links(needed))["link-solid"] == "is needed for"
    assert legend(with_links(first, needed))["link-solid"] == "is needed for or must come before"
    assert legend(with_links(before))["link-solid"] == "comes before"


def test_cards_in_several_places_are_explained():
    assert legend(_CAFE.journeys["coffee"])["card-joined"] == "the same activity"


def test_what_is_sensed_has_an_icon_as_other_evidence_has():
    lane = next(one for one in service_blueprint(_CAFE.journeys["coffee"]).lanes if one.key == "physical_evidence")
    (item,) = lane.cells[0].items
    assert item.mark.label in ICONS


@pytest.mark.parametrize(
    ("about", "title"),
    [
        ({"fail_point": "Broken"}, "What can go wrong"),
        ({"fail_point": "Broken", "wait_point": True}, "What can go wrong"),
        ({"wait_point": True}, "Remarks"),
        ({"policy": "Hygiene"}, "Remarks"),
        ({"fail_point": "Broken", "policy": "Hygiene"}, "Remarks"),
    ],
)
def test_the_row_of_notes_is_called_by_what_is_in_it(about, title):
    touchpoint = Touchpoint("Orders", id="orders")
    journey = Journey("A", stages=[Stage("S", [touchpoint])], activities=[Activity("Brews", touchpoints="orders", **about)])
    diagram = service_blueprint(journey)
    assert diagram.blueprint.notes_title == title
    assert title in diagram.table[0]


def test_a_channel_that_is_a_system_is_called_by_its_name():
    journey = _CAFE.journeys["coffee"]
    lane = next(one for one in journey_map(journey, lanes="channels").lanes if one.key == "channels")
    assert lane.spans[0].text == "Till"
    assert _CAFE.library.channel_name("till") == "Till"


@pytest.mark.parametrize("place", ["roasts", "orders"])
def test_a_branch_to_where_it_begins_says_when(place):
    loop = Link(source=place, target=place, kind="branch", condition="still pale")
    texts = [one.text for one in walk(drawn(service_blueprint(with_links(loop))).pages[0].nodes) if isinstance(one, Text)]
    assert texts.count("if still pale") == 1
