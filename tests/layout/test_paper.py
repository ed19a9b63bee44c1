"""What a diagram becomes on sheets of paper."""

import pytest
from attrs import evolve

from journeykit.diagram import Badge, Band, Cell, CellLane, Fact, Figure, FigureStrip, Item, NoteList
from journeykit.errors import UnknownNameError
from journeykit.layout import PAPERS
from journeykit.scene import Group, Text, walk
from tests.layout.checks import faults, untold
from tests.layout.dealership import DEALERSHIP
from tests.layout.small import drawn, forty, grid, lines


class TestPaper:
    def test_pages_are_numbered_and_know_their_sheet(self):
        scene = drawn(forty(), "a4")
        assert [page.label for page in scene.pages] == [f"{at} of {len(scene.pages)}" for at in range(1, len(scene.pages) + 1)]
        assert {page.paper for page in scene.pages} == {(297, 210)}

    @pytest.mark.parametrize(("paper", "most"), [("a4", 7), ("a3", 11), ("a2", 16), ("a1", 23)])
    def test_a_page_holds_so_many_columns(self, paper, most):
        for page in drawn(forty(), paper).pages:
            stations = [one for one in walk(page.nodes) if isinstance(one, Group) and one.source.startswith("t[")]
            assert len(stations) <= most

    @pytest.mark.parametrize("paper", PAPERS)
    def test_type_is_never_printed_smaller_than_085(self, paper):
        for page in drawn(DEALERSHIP, paper).pages:
            assert page.paper
            assert page.paper[0] * 96 / 25.4 / page.width >= 0.85 - 1e-9

    def test_lane_labels_and_stages_are_repeated_and_the_title_is_short(self):
        scene = drawn(DEALERSHIP, "a4")
        for page in scene.pages[1:4]:
            said = [one.text for one in walk(page.nodes) if isinstance(one, Text)]
            assert {"Touchpoint", page.label, "I buy a new car"} <= set(said)
            assert not [one for one in walk(page.nodes) if isinstance(one, Text) and one.size == 34]

    def test_the_legend_stands_on_the_last_page_once(self):
        scene = drawn(DEALERSHIP, "a4")
        assert ["How to read" in [one.text for one in walk(page.nodes) if isinstance(one, Text)] for page in scene.pages].count(True) == 1

    def test_a_cell_taller_than_a_sheet_is_cut_with_its_whole_text_in_the_tooltip(self):
        text = "word " * 400
        lane = CellLane(key="a", title="Does", cells=(Cell(start=0, end=0, items=(Item(text=text.strip()),)),))
        scene = drawn(grid("Pays", lanes=(lane,)), "a4")
        assert faults(scene) == []
        assert untold(scene) == []

    def test_on_an_endless_page_nothing_of_it_is_cut(self):
        lane = CellLane(key="a", title="Does", cells=(Cell(start=0, end=0, items=(Item(text="word " * 400),)),))
        assert " ".join(lines(drawn(grid("Pays", lanes=(lane,))))).count("word") == 400

    def test_the_levels_come_closer_where_that_lets_the_curve_stand_on_the_page(self):
        (first, *_) = drawn(DEALERSHIP, "a4").pages
        assert "very negative" in [one.text for one in walk(first.nodes) if isinstance(one, Text)]

    def test_the_number_of_a_page_has_the_words_of_the_diagram(self):
        scene = drawn(evolve(forty(), page="Blatt {} von {}"), "a4")
        assert scene.pages[1].label == f"Blatt 2 von {len(scene.pages)}"

    def test_whatever_is_too_tall_for_a_sheet_is_cut_or_split(self):
        much = "word " * 900
        lane = CellLane(key="a", title=much, note=much, cells=(Cell(start=0, end=0, items=(Item(text=much),)),))
        diagram = evolve(
            grid("Pays", lanes=(lane,)), title=much, finding=much, facts=(Fact(heading=much, line=much, text=much),), footnotes=(much,),
            notes=(NoteList(title="All", notes=(("1", much),)),),
        )  # fmt: skip
        scene = drawn(diagram, "a4")
        assert (faults(scene), untold(scene)) == ([], [])
        for page in scene.pages:
            assert 297 / 25.4 * 96 / page.width >= 0.85 - 1e-9

    def test_an_unknown_paper_names_the_nearest(self):
        with pytest.raises(UnknownNameError) as caught:
            drawn(DEALERSHIP, "a33")
        assert "did you mean 'a3'?" in str(caught.value)

    def test_a_stage_keeps_its_label_and_the_number_of_the_band_stands_under_it(self):
        texts = [one for one in walk(drawn(forty(), "a4").pages[0].nodes) if isinstance(one, Text)]
        (label,), (part,) = [[one for one in texts if one.text.startswith(words)] for words in ("Stage", "Band 1 of ")]
        assert (label.x, label.weight, part.x, part.weight) == (part.x, 600, part.x, 400)
        assert label.y < part.y < next(one.y for one in texts if one.text == "Touchpoint")

    def test_no_column_stands_alone_on_a_sheet_where_a_stage_can_move_along(self):
        titles = ["Asks", "Reads", "Drives", "Waits", "Signs", "Pays", "Fetches", "Tells"]
        bands = tuple(Band(title=f"Stage {start}", start=start, end=end) for start, end in ((0, 1), (2, 4), (5, 6), (7, 7)))
        found = [
            [one.source for one in walk(page.nodes) if isinstance(one, Group) and one.source.startswith("t[")]
            for page in drawn(grid(*titles, bands=bands), "a4").pages
        ]
        assert [len(one) for one in found] == [5, 3]

    def test_a_very_long_name_of_a_figure_is_cut_and_whole_in_the_tooltip(self):
        name = "The share of those who were asked " * 60
        strip = FigureStrip(title="Key figures", figures=(Figure(name=name.strip(), value="4"),))
        scene = drawn(evolve(grid("Pays"), figures=strip), "a4")
        assert untold(scene) == []
        assert faults(scene) == []
        assert {page.width for page in scene.pages} == {page.width for page in drawn(grid("Pays"), "a4").pages}


class TestFirstPage:
    """The number of the first page stands where the others have theirs, clear of all else."""

    @staticmethod
    def number(scene):
        (found,) = [one for one in walk(scene.pages[0].nodes) if isinstance(one, Text) and one.text == scene.pages[0].label]
        return found

    @pytest.mark.parametrize("paper", PAPERS)
    @pytest.mark.parametrize("count", [0, 1, 3])
    @pytest.mark.parametrize("badged", [False, True])
    def test_it_says_which_page_it_is(self, paper, count, badged):
        facts = tuple(Fact(heading=f"Fact {at}", line="A line", text="Some words about it") for at in range(count))
        badges = tuple(Badge(text=f"Badge {at} of many that fill the row") for at in range(9)) if badged else ()
        diagram = evolve(forty(), title="A title that is long " * 9, facts=facts, badges=badges)
        scene = drawn(diagram, paper)
        if len(scene.pages) > 1:
            number, other = self.number(scene), next(one for one in walk(scene.pages[1].nodes) if isinstance(one, Text) and one.size == 11)
            assert (number.x, number.y, number.anchor) == (other.x, other.y, other.anchor)
        assert faults(scene) == []

    def test_from_right_to_left_it_stands_at_the_left(self):
        scene = drawn(evolve(forty(), rtl=True), "a4")
        assert self.number(scene).x < 40

    def test_without_any_title_it_has_a_line_of_its_own(self):
        scene = drawn(evolve(forty(), title=""), "a4")
        assert self.number(scene)
        assert faults(scene) == []

    def test_a_single_sheet_has_no_number(self):
        (page,) = drawn(grid("Pays"), "a3").pages
        assert page.label == ""
