"""A blueprint with stages as columns: what it gathers, what it leaves out, and where each part of it comes from."""

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import journeykit as jk
from journeykit.diagram import CardLane, Diagram
from journeykit.errors import parse_where
from journeykit.examples import example
from journeykit.model import Activity, FailPoint, Journey, Link, Portfolio, Stage, Touchpoint
from journeykit.record import Record
from journeykit.testing import portfolios
from journeykit.views import service_blueprint
from tests.layout.blueprint.generated import journey


@pytest.fixture(scope="module")
def hotel() -> Journey:
    return jk.loads(example("hotel")).journeys[0]


def busy(acts: int, actors: int = 3) -> Journey:
    """Two stages of two touchpoints, and so many activities at each touchpoint."""
    steps = [Touchpoint(f"Does {at}", id=f"t{at}") for at in range(4)]
    work = [
        Activity(
            f"Works {at} {n}", id=f"a{at}-{n}", actor=f"Actor {n % actors}", layer=("frontstage", "backstage")[n % 2], touchpoints=f"t{at}"
        )
        for at in range(4)
        for n in range(acts)
    ]
    links = [Link(source=one.touchpoints[0], target=one.id, kind="message") for one in work]
    links += [Link(source=f"a{at}-1", target=f"a{at}-0", kind="supports") for at in range(4)]
    links += [Link(source="a0-0", target="a3-0", kind="handover"), Link(source="t0", target="t1")]
    stages = [Stage("First", steps[:2], id="first"), Stage("Second", steps[2:], id="second")]
    return Journey("I do", stages=stages, activities=work, links=links)


def cards(diagram: Diagram) -> dict[str, object]:
    return {card.id: card for part in diagram.blueprint.parts if isinstance(part, CardLane) for row in part.rows for card in row.cards}


def sources(part: object) -> Iterator[str]:
    """Every model path in a picture."""
    if isinstance(part, tuple):
        for one in part:
            yield from sources(one)
    elif isinstance(part, Record):
        for name in (one.name for one in part.__attrs_attrs__):
            value = getattr(part, name)
            if name in {"source", "path"} and isinstance(value, str) and value.startswith("journeys["):
                yield value
            elif isinstance(value, tuple | Record):
                yield from sources(value)


def found(one: Journey, path: str) -> object:
    """What stands at a path of the journey."""
    held: object = one
    for name, key in parse_where(path)[1:]:
        held = getattr(held, name)
        if key is not None:
            held = held[key]
    return held


class TestPaths:
    @given(portfolios(max_journeys=1), st.sampled_from(["all", "stages"]))
    def test_every_source_exists(self, book: Portfolio, detail: str):
        for one in book.journeys:
            for path in sources(service_blueprint(one, detail=detail)):
                found(one, path)

    @settings(max_examples=20)
    @given(st.integers(0, 500), st.sampled_from([3, 8, 40]))
    def test_every_source_of_stages_that_hold_much_exists(self, seed: int, size: int):
        one = journey(seed, size, behind=6.0)
        for path in sources(service_blueprint(one, detail="stages")):
            assert ".touchpoints[" not in path
            found(one, path)

    def test_what_stands_for_a_stage_leads_to_it(self, hotel):
        diagram = service_blueprint(hotel, detail="stages")
        paths = [band.source for band in diagram.bands]
        assert [column.source for column in diagram.columns] == paths
        assert [card.source for card in cards(diagram).values()][:4] == paths
        assert {item.source for lane in diagram.lanes for cell in lane.cells for item in cell.items} <= set(paths)

    @pytest.mark.parametrize(
        "options", [{"actors": "bellboy"}, {"layers": "backstage"}, {"detail": "stages"}, {"actors": "bellboy", "detail": "stages"}]
    )
    def test_a_link_of_a_part_leads_to_that_link_of_the_whole(self, hotel, options):
        diagram = service_blueprint(hotel, **options)
        places = {one.id: stage.id for stage in hotel.stages for one in stage.touchpoints}
        assert diagram.blueprint.connectors
        for one in diagram.blueprint.connectors:
            link = found(hotel, one.path)
            assert one.kind == link.kind
            stood = [places.get(end, end) if "detail" in options else end for end in (link.source, link.target)]
            assert [one.source, one.target] == stood


class TestStages:
    def test_a_card_says_how_many_touchpoints_it_stands_for(self, hotel):
        held = cards(service_blueprint(hotel, detail="stages"))
        assert [card.detail for card in held.values()][:4] == ["1 touchpoint", "3 touchpoints", "2 touchpoints", "1 touchpoint"]

    def test_what_can_fail_at_its_touchpoints_can_fail_in_the_stage(self, hotel):
        notes = {one.label: one.text for one in service_blueprint(hotel, detail="stages").blueprint.notes}
        assert notes["F2"] == "Car park full; Server down delays check-in; lift out of order"

    def test_times_that_are_known_of_some_touchpoints_say_of_how_many(self):
        one = Stage("All known", [Touchpoint("Calls", duration="2 min"), Touchpoint("Pays", duration="3 min")])
        other = Stage("Some", [Touchpoint("Waits", wait_before="9 min"), Touchpoint("Looks", duration="4 min"), Touchpoint("Leaves")])
        lane = service_blueprint(Journey("I do", stages=[one, other, Stage("None", [Touchpoint("Rests")])]), detail="stages").lanes[0]
        texts = {cell.start: [item.text.replace("\u00a0", " ") for item in cell.items] for cell in lane.cells}
        assert texts == {0: ["5 min"], 1: ["4 min in 1 of 3 touchpoints", "9 min waiting"]}

    def test_many_fail_points_are_counted(self):
        steps = [Touchpoint(f"Does {at}", fail_point=FailPoint(f"Fails {at}")) for at in range(4)]
        (note,) = service_blueprint(Journey("I do", stages=[Stage("All", steps)]), detail="stages").blueprint.notes
        assert note.text == "4 points where it can fail are known"

    def test_a_requirement_that_leads_there_and_back_is_no_fault(self):
        stages = [Stage("A", [Touchpoint("x"), Touchpoint("y")]), Stage("B", [Touchpoint("z")])]
        links = [Link(source="x", target="z", required=True), Link(source="z", target="y", required=True)]
        assert len(service_blueprint(Journey("I do", stages=stages, links=links), detail="stages").blueprint.connectors) == 2

    def test_messages_there_and_back_are_one_that_goes_both_ways(self):
        steps = [Touchpoint("x"), Touchpoint("y")]
        links = [Link(source="x", target="a", kind="message"), Link(source="a", target="y", kind="message")]
        one = Journey("I do", stages=[Stage("All", steps)], activities=[Activity("Acts", id="a", touchpoints=["x", "y"])], links=links)
        (connector,) = service_blueprint(one, detail="stages").blueprint.connectors
        assert connector.both_ways
        assert "2 links" in connector.label

    def test_contacts_are_counted_in_the_whole(self, hotel):
        whole, stages = (service_blueprint(hotel, detail=detail).blueprint.parts for detail in ("all", "stages"))
        assert [part.note for part in whole if not isinstance(part, CardLane)] == [
            part.note for part in stages if not isinstance(part, CardLane)
        ]


class TestGathering:
    def test_few_activities_stay_as_they_are(self):
        one = busy(4)
        assert set(cards(service_blueprint(one, detail="stages"))) == {
            *(each.id for each in one.activities),
            "first",
            "second",
        }

    def test_those_of_an_actor_in_a_stage_become_one(self):
        diagram = service_blueprint(busy(6), detail="stages")
        held = [card for key, card in cards(diagram).items() if key not in {"first", "second"}]
        assert Counter(card.title for card in held) == {"2 activities": 12}
        assert held[0].detail == "Works 0 0; Works 1 0"
        assert "Works 1 0" in held[0].label

    def test_where_actors_are_many_those_of_a_layer_become_one(self):
        diagram = service_blueprint(busy(40, actors=20), detail="stages")
        held = [card for key, card in cards(diagram).items() if key not in {"first", "second"}]
        assert [(card.title, card.first) for card in held] == [("40 activities", "")] * 4
        assert held[0].detail.replace("\xa0", " ") == "Actor 0 (4); Actor 2 (4); Actor 4 (4); +7"

    def test_between_two_cards_of_a_stage_runs_one_arrow_for_all_links(self):
        diagram = service_blueprint(busy(40, actors=20), detail="stages")
        assert [(one.source, one.target, one.kind) for one in diagram.blueprint.connectors] == [
            ("first", "first-frontstage", "message"), ("first", "first-backstage", "message"), ("second", "second-frontstage", "message"),
            ("second", "second-backstage", "message"), ("first-backstage", "first-frontstage", "supports"),
            ("second-backstage", "second-frontstage", "supports"),
        ]  # fmt: skip
        assert diagram.footnotes[1].endswith("Not drawn, from stage to stage or within a card: 2 links.")

    @settings(max_examples=25)
    @given(st.integers(0, 500), st.sampled_from([5, 12, 40]))
    def test_every_activity_and_every_link_is_drawn_or_counted(self, seed: int, size: int):
        one = journey(seed, size, behind=9.0, links=6.0)
        diagram = service_blueprint(one, detail="stages")
        together = len([stage for stage in one.stages if stage.touchpoints])
        places = {key: at for at, stage in enumerate(one.stages) for key in (each.id for each in stage.touchpoints)}
        wanted = sum(len({places[key] for key in each.touchpoints}) for each in one.activities)
        shown = 0
        for part in diagram.blueprint.parts[1:]:
            for card in [card for row in part.rows for card in row.cards] if isinstance(part, CardLane) else ():
                many = card.title.endswith(" activities")
                shown += int(card.title.split()[0]) if many else sum(end - start + 1 for start, end in card.runs)
        assert shown == wanted
        if any(one.startswith("Each arrow") for one in diagram.footnotes):
            bundles = sum(
                int(label.partition(" links")[0].rpartition("(")[2]) if " links" in label else 1
                for label in (each.label for each in diagram.blueprint.connectors)
            )
            text = next(each for each in diagram.footnotes if each.startswith("Each arrow")).rpartition(": ")[2]
            assert bundles + (0 if text.startswith("none") else int(text.split()[0])) == len(one.links)
            assert len(diagram.blueprint.connectors) <= together * 6 * 4

    def test_a_blueprint_of_three_hundred_touchpoints_is_one_of_a_few_cards(self):
        big = journey(5, 300)
        steps = [one for stage in big.stages for one in stage.touchpoints]
        stages = [Stage(f"Part {at}", steps[at : at + 25], id=f"part-{at}") for at in range(0, 300, 25)]
        diagram = service_blueprint(Journey(big.title, stages=stages, activities=big.activities, links=big.links))
        assert len(diagram.columns) == 12
        assert len(cards(diagram)) <= 12 * 4 + 6
        assert len(diagram.blueprint.connectors) <= 12 * 6


def test_links_within_a_stage_are_counted_where_stages_are_columns() -> None:
    stay = Journey(
        "I stay",
        stages=[Stage("Stay", [Touchpoint("Arrives"), Touchpoint("Eats"), Touchpoint("Leaves")])],
        links=[
            Link(source="arrives", target="eats", kind="branch", probability=0.9),
            Link(source="arrives", target="leaves", kind="branch"),
        ],
    )
    drawn = service_blueprint(stay, detail="summary")
    assert "Not drawn, within a stage: 2 links." in drawn.footnotes
    assert not any("Not drawn" in one for one in service_blueprint(stay).footnotes)
