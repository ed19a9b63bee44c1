"""A blueprint on sheets of paper."""

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from journeykit.layout import arrange
from journeykit.layout.papers import LEAST_SCALE, PX_PER_MM
from journeykit.model import Activity, FailPoint, Journey, Link, Stage, Touchpoint
from journeykit.scene import Group, Page, Rect, Scene, Text, walk
from journeykit.text import DEFAULT_MEASURER
from journeykit.themes import theme
from journeykit.views import service_blueprint
from tests.layout.blueprint.generated import journey
from tests.layout.checks import faults


def stay(columns: int, rows: int, fails: int = 0) -> Journey:
    """Every column over so many rows of cards, each of an actor of its own."""
    steps = [Touchpoint(f"Does {at}", id=f"t{at}", fail_point=FailPoint(f"Fails {at}") if at < fails else None) for at in range(columns)]
    acts = [
        Activity(f"Works {at} {row}", id=f"a{at}-{row}", actor=f"Actor {row % 4}", layer=("frontstage", "backstage")[row // 4 % 2], touchpoints=f"t{at}")
        for at in range(columns)
        for row in range(rows)
    ]  # fmt: skip
    stages = [Stage(f"Stage {at}", steps[at : at + 3], id=f"s{at}") for at in range(0, columns, 3)]
    return Journey("I stay", stages=stages, activities=acts, links=[Link(source="a0-0", target="t0", kind="message")])


def drawn(one: Journey, paper: str | None = "a4") -> Scene:
    return arrange(service_blueprint(one, detail="all"), theme("default"), DEFAULT_MEASURER, paper=paper)


def said(page: Page) -> list[str]:
    return [one.text for one in walk(page.nodes) if isinstance(one, Text)]


def scale(page: Page) -> float:
    assert page.paper
    return page.paper[0] * PX_PER_MM / page.width


class TestWhatFits:
    def test_a_blueprint_that_fits_keeps_the_least_scale(self):
        for page in drawn(stay(7, 6)).pages:
            assert scale(page) >= LEAST_SCALE - 1e-9

    def test_one_that_is_too_tall_takes_smaller_type_and_keeps_its_title(self):
        scene = drawn(stay(3, 16))
        assert {"I stay", "Does 0"} <= set(said(scene.pages[0]))
        assert all(scale(page) < LEAST_SCALE for page in scene.pages)
        assert not faults(scene)

    def test_no_page_is_wider_than_its_sheet(self):
        for seed in (0, 3, 9):
            for page in drawn(journey(seed, 17)).pages:
                assert max(one.x + one.width for one in walk(page.nodes) if isinstance(one, Rect)) <= page.width

    def test_columns_end_a_page_where_a_stage_ends(self):
        firsts = [next(one for one in said(page) if one.startswith("Stage ") and one != "Stage") for page in drawn(stay(9, 6)).pages]
        assert firsts == list(dict.fromkeys(firsts))
        assert not [one for page in drawn(stay(9, 6)).pages for one in said(page) if "continued" in one]


class TestSheets:
    def counts(self, scene: Scene) -> list[int]:
        """How many columns stand on each sheet that has some."""
        return [count for page in scene.pages if (count := len([one for one in said(page) if one.startswith("Does ")]))]

    def test_columns_spread_evenly_over_sheets(self):
        for columns, wanted in ((9, [3, 3, 3]), (10, [4, 3, 3]), (13, [4, 3, 3, 3])):
            one = stay(columns, 7)
            whole = Stage("All", [each for stage in one.stages for each in stage.touchpoints])
            assert self.counts(drawn(Journey(one.title, stages=[whole], activities=one.activities))) == wanted

    def test_how_to_read_stands_where_there_is_room_rather_than_alone(self):
        for rows in range(3, 9):
            scene = drawn(stay(6, rows, fails=6))
            (at,) = [at for at, page in enumerate(scene.pages) if "How to read" in said(page)]
            assert [one for one in said(scene.pages[at]) if one.startswith(("Stage ", "Does "))], rows
            assert not faults(scene)

    def test_what_the_sign_of_a_line_that_goes_on_means_is_said_where_there_is_one(self):
        one = stay(9, 7)
        far = Journey(one.title, stages=one.stages, activities=one.activities, links=[Link(source="t0", target="t8", kind="branch")])
        words = "goes on elsewhere at the same letter"
        assert [words in said(page) for page in drawn(far).pages].count(True) == 1
        assert not [page for page in (*drawn(far, None).pages, *drawn(one).pages) if words in said(page)]


class TestLineNotes:
    LAYERS = ("frontstage", "backstage", "support", "external")

    def drawn(self, *layers: str, paper: str | None = "a4") -> Scene:
        steps = [Touchpoint("Asks", id="t0")]
        acts = [Activity("Answers", id=f"a-{layer}", layer=layer, touchpoints="t0") for layer in layers]
        links = [Link(source=f"a-{layer}", target="t0", kind=kind) for layer in layers for kind in ("message", "supports")]
        return drawn(Journey("I ask", stages=[Stage("One", steps)], activities=acts, links=links), paper)

    def test_lines_under_each_other_keep_their_words_apart(self):
        for layers in (("external",), ("support",), ("frontstage", "external"), self.LAYERS):
            for paper in ("a4", None):
                assert not faults(self.drawn(*layers, paper=paper))

    def test_each_line_is_named_at_both_ends(self):
        texts = said(self.drawn(*self.LAYERS).pages[0])
        for name in ("Line of interaction", "Line of visibility", "Line of internal interaction", "Line of external interaction"):
            assert texts.count(name) == 2


class TestNotes:
    def test_notes_without_room_go_to_the_next_sheet_under_the_names_of_their_columns(self):
        scene = drawn(stay(3, 9, fails=3), "a4")
        where = [at for at, page in enumerate(scene.pages) if "Fails 1" in said(page)]
        assert where == [1]
        assert {"Stage 0", "1 Does 0", "2 Does 1", "3 Does 2"} <= set(said(scene.pages[1]))

    @settings(max_examples=12)
    @given(st.integers(0, 10_000), st.sampled_from([8, 13, 30]), st.sampled_from(["a4", "a3"]))
    def test_no_sheet_is_spent_on_notes_while_a_later_one_has_room(self, seed: int, size: int, paper: str):
        scene = drawn(journey(seed, size), paper)
        holds_cards = ["Line of interaction" in said(page) or "Line of visibility" in said(page) for page in scene.pages]
        assert holds_cards == sorted(holds_cards, reverse=True)
        for page in scene.pages[holds_cards.count(True) : -1]:
            assert max(one.y for one in walk(page.nodes) if isinstance(one, Text)) > 0.6 * page.height

    def test_notes_of_several_bands_share_a_sheet(self):
        one = stay(9, 10)
        fails = [evolve(each, fail_point=FailPoint(f"Fails {each.id} " + "for many reasons " * 20)) for each in one.touchpoints]
        stages = [Stage(stage.title, fails[3 * at : 3 * at + 3], id=stage.id) for at, stage in enumerate(one.stages)]
        texts = [said(page) for page in drawn(Journey(one.title, stages=stages, activities=one.activities)).pages]
        first = next(text for text in texts if not any(word.startswith("Works") for word in text))
        assert {"Fails t0", "Fails t5"} <= {" ".join(word.split()[:2]) for word in first if word.startswith("Fails")}

    def test_a_note_takes_the_room_of_columns_without_notes(self):
        long = "Nobody comes to the desk because the bell has been broken for weeks and nobody has told the porter"
        steps = [Touchpoint(f"Does {at}", id=f"t{at}", fail_point=long if at == 0 else None) for at in range(3)]
        one = Journey("I stay", stages=[Stage("All", steps)], activities=[Activity("Works", touchpoints="t0")])
        lines = {paper: len([text for text in said(drawn(one, paper).pages[0]) if text and text in long]) for paper in ("a4", None)}
        assert 0 < lines["a4"] < lines[None]

    def test_they_stay_under_their_columns_where_there_is_room(self):
        (page,) = drawn(stay(3, 4, fails=3), "a3").pages
        assert "Fails 1" in said(page)
        assert "1 Does 0" not in said(page)


class TestRows:
    def test_a_row_without_cards_on_a_sheet_takes_no_room_there(self):
        one = stay(9, 2)
        lone = Activity("Helps once", id="once", actor="Helper", touchpoints="t8")
        both = Journey(one.title, stages=one.stages, activities=[*one.activities, lone])
        pages = drawn(both).pages
        assert ["Helper" in said(page) for page in pages] == [False] * (len(pages) - 1) + [True]
        assert said(drawn(both, None).pages[0]).count("Helper") == 1


class TestWidth:
    def lines(self, scene: Scene) -> float:
        """How far to the right anything but the legend reaches."""
        ends = [
            one.x + one.width for one in walk(scene.pages[0].nodes) if isinstance(one, Rect) and one.fill == theme("default").palette.wash
        ]
        return max(ends)

    def test_few_columns_share_the_width_of_the_page(self):
        assert self.lines(drawn(stay(2, 1), None)) > self.lines(drawn(stay(1, 1), None)) + 200
        two, three = (drawn(stay(count, 1), None) for count in (2, 3))
        assert two.pages[0].width == three.pages[0].width
        assert self.lines(two) > 700

    def test_where_no_line_is_named_nothing_is_kept_free_at_the_right(self):
        alone = Journey("I stay", stages=stay(7, 1).stages)
        scene = drawn(alone, None)
        assert scene.pages[0].width - self.lines(scene) < 40

    def test_every_listed_group_is_named(self):
        for page in drawn(stay(9, 6, fails=2)).pages:
            assert all(one.label for one in walk(page.nodes) if isinstance(one, Group) and one.role == "listitem")
