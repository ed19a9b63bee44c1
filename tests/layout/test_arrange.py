"""What a diagram becomes on its page."""

import unicodedata

import pytest
from attrs import evolve

from journeykit.diagram import (
    Arc,
    Band,
    Bar,
    BarLane,
    Cell,
    CellLane,
    Column,
    Diagram,
    Figure,
    FigureStrip,
    Gap,
    Item,
    Mark,
    Point,
    Series,
    Span,
    SpanLane,
    Strip,
    StripPoint,
)
from journeykit.layout import PAPERS
from journeykit.scene import Circle, Group, Path, Rect, Text, bounds, walk
from journeykit.themes import THEME_NAMES, theme
from tests.layout.checks import faults, silent, untold
from tests.layout.dealership import DEALERSHIP
from tests.layout.small import AXIS, curve, drawn, forty, grid, groups, lines

LONG = "Compares the offer of the landlord’s preferred supplier with two tariffs from a price portal, a leaflet from the stairwell and the advice of a neighbour who had it"


def paths(group: Group, stroke: str | None = None) -> list[Path]:
    return [one for one in walk([group]) if isinstance(one, Path) and (stroke is None or one.stroke == stroke)]


@pytest.mark.parametrize("look", THEME_NAMES)
@pytest.mark.parametrize("paper", [None, *PAPERS])
def test_the_dealership_is_without_fault(look, paper):
    scene = drawn(DEALERSHIP, paper, look)
    assert (faults(scene), silent(scene), untold(scene)) == ([], [], [])
    assert {page.background for page in scene.pages} == {theme(look).palette.paper}


def test_the_dealership_has_the_size_of_the_reference():
    (page,) = drawn(DEALERSHIP).pages
    assert page.width == 1980
    assert page.height == pytest.approx(1628, abs=40)


def test_the_scene_carries_what_the_diagram_says_of_itself():
    scene = drawn(DEALERSHIP)
    assert (scene.title, scene.description, scene.lang, scene.source, scene.table) == (
        DEALERSHIP.title, DEALERSHIP.description, "en", DEALERSHIP.source, DEALERSHIP.table,
    )  # fmt: skip
    assert scene.font_family == theme("default").font_family


def test_it_reads_title_stages_touchpoints_lanes_figures_legend():
    lists = [one.label for one in groups(drawn(DEALERSHIP), "list")]
    assert lists == ["Stage", "Touchpoint", *(lane.title for lane in DEALERSHIP.lanes), "Key figures", "How to read"]


def test_entries_say_where_they_stand():
    labels = [one.label for one in groups(drawn(DEALERSHIP), "listitem")]
    assert "Waits: 1. The time it all took; also at\u00a09; 41\u00a0%" in labels
    assert "Settles finance, insurance and paperwork: Papers done in the expected time; not met" in labels
    assert "9 Settles finance, insurance and paperwork (Critical moment)" in labels


def test_layout_has_no_words_of_its_own():
    said = "".join(str(DEALERSHIP).split()).upper()
    # A curly quote may be printed on its own, since it hangs.
    foreign = [one for one in lines(drawn(DEALERSHIP)) if "".join(one.split()).upper() not in said.replace("\\XA0", "")]
    assert foreign == []


@pytest.mark.parametrize(
    "diagram",
    [Diagram(view="x", title="", bands=(), columns=(), lanes=()), Diagram(view="x", title="Only a title", bands=(), columns=(), lanes=())],
)
@pytest.mark.parametrize("paper", [None, "a4"])
def test_nearly_nothing_is_still_a_page(diagram, paper):
    (page,) = drawn(diagram, paper).pages
    assert page.height >= 64


def test_without_stages_no_room_is_kept_for_them():
    with_stages = drawn(grid("Pays", bands=(Band(title="Deal", start=0, end=0),)))
    assert with_stages.pages[0].height - drawn(grid("Pays")).pages[0].height == 40
    assert [one.label for one in groups(drawn(grid("Pays")), "list")] == ["Touchpoint"]


def test_a_long_title_is_cut_with_a_mark_and_stands_in_full_below():
    scene = drawn(grid("Pays", LONG, "Waits"))
    assert sum(one.endswith("…") for one in lines(scene)) == 1
    assert [one.tip for one in groups(scene, "listitem") if one.tip] == [LONG]
    assert groups(scene, "listitem", f"2: {LONG}")


def test_the_title_of_the_map_wraps():
    scene = drawn(evolve(DEALERSHIP, title=LONG))
    assert faults(scene) == []
    assert LONG.rsplit(maxsplit=1)[-1] in " ".join(lines(scene))


class TestCurve:
    def test_a_gap_ends_the_run(self):
        scene = drawn(grid("a", "b", "c", "d", "e", lanes=(curve(1, 0, None, -1, -2),)))
        ink = theme("default").palette.ink
        thick = [
            one
            for page in scene.pages
            for one in walk(page.nodes)
            if isinstance(one, Path) and one.stroke == ink and one.stroke_width == 2.5
        ]
        assert len(thick) == 2

    def test_a_lone_reading_is_a_marker_only(self):
        scene = drawn(grid("a", "b", "c", lanes=(curve(1, None, -1),)))
        assert not [one for page in scene.pages for one in walk(page.nodes) if isinstance(one, Path) and one.stroke_width == 2.5]
        assert len([one for page in scene.pages for one in walk(page.nodes) if isinstance(one, Circle) and one.r == 5.5]) == 2

    def test_the_weaker_end_decides_the_line(self):
        points = tuple(
            Point(column=at, value=1, text="+1", basis=basis)
            for at, basis in enumerate(("measured", "measured", "derived", "assumed", "intended"))
        )
        lane = evolve(curve(1), series=(Series(points=points),))
        scene = drawn(grid("a", "b", "c", "d", "e", lanes=(lane,)))
        dashes = [
            one.dash
            for page in scene.pages
            for one in walk(page.nodes)
            if isinstance(one, Path) and "C" in one.d and one.stroke_width in {1.5, 1.75, 2.5} and not one.x
        ]
        assert [one for one in dashes if one in {(), (11, 2.5), (3, 3), (8, 3, 2, 3)}][:4] == [(), (11, 2.5), (3, 3), (8, 3, 2, 3)]

    def test_a_missing_reading_is_never_drawn_at_zero(self):
        scene = drawn(grid("a", "b", "c", lanes=(evolve(curve(1, None, -1), gaps=(Gap(start=1, end=1, text="no reading"),)),)))
        assert groups(scene, "listitem", "b: no reading")
        (feels,) = groups(scene, "list", "Feels")
        assert [one.label for one in feels.children if isinstance(one, Group)] == ["a: +1", "c: -1", "b: no reading"]

    def test_gaps_split_at_stages(self):
        bands = (Band(title="A", start=0, end=1), Band(title="B", start=2, end=3))
        lane = evolve(curve(1, None, None, None), gaps=(Gap(start=1, end=3, text="no reading"),))
        scene = drawn(grid("a", "b", "c", "d", bands=bands, lanes=(lane,)))
        assert len([one for one in lines(scene) if one == "no reading"]) == 2

    def test_a_run_that_crosses_a_break_goes_on_to_both_edges(self):
        scene = drawn(forty())
        ink = theme("default").palette.ink
        runs = [
            one
            for page in scene.pages
            for one in walk(page.nodes)
            if isinstance(one, Path) and one.stroke == ink and "C" in one.d and one.stroke_width == 2.5
        ]
        boxes = [box for one in runs if (box := bounds(one))]
        assert [round(box.left) for box in boxes] == [188 + 68, 188, 188]
        assert [round(box.right) for box in boxes][:2] == [188 + 14 * 136, 188 + 14 * 136]

    def test_several_series_are_named_and_told_apart_by_colour(self):
        first = evolve(curve(1, 2, 1).series[0], name="Buyer")
        second = evolve(curve(-1, 0, -1).series[0], name="Staff")
        scene = drawn(grid("a", "b", "c", lanes=(evolve(curve(1), series=(first, second)),)))
        assert {"Buyer", "Staff"} <= set(lines(scene))
        palette = theme("default").palette
        assert not [
            one for page in scene.pages for one in walk(page.nodes) if isinstance(one, Path) and one.fill in {palette.up, palette.down}
        ]
        assert groups(scene, "listitem", "Staff, a: -1")


class TestTiers:
    def test_forty_columns_make_three_bands_on_one_page(self):
        scene = drawn(forty())
        assert faults(scene) == []
        assert [one for one in lines(scene) if one.startswith("Band")] == ["Band 1 of 3", "Band 2 of 3", "Band 3 of 3"]

    def test_a_stage_that_goes_on_says_so(self):
        assert "Deciding, continued" in lines(drawn(forty()))

    def test_a_lane_without_content_in_a_band_is_dropped_there(self):
        lane = CellLane(key="a", title="Does", cells=(Cell(start=0, end=0, items=(Item(text="reads"),)),))
        scene = drawn(evolve(forty(), lanes=(lane,)))
        assert lines(scene).count("Does") == 1

    def test_an_arc_to_another_band_ends_in_the_number_of_its_station(self):
        scene = drawn(evolve(forty(), arcs=(Arc(source=1, target=30, text="Helps: much"),)))
        both = groups(scene, "group", "Helps: much")
        assert len(both) == 2
        assert [[one.text for one in walk([group]) if isinstance(one, Text)] for group in both] == [
            ["31", "Helps: much"],
            ["2", "Helps: much"],
        ]

    def test_sources_stand_once_on_a_page(self):
        sources = [one.source for one in groups(drawn(forty())) if one.source]
        assert len(sources) == len(set(sources)) == 40


class TestCriticalColumn:
    """Nothing that is written crosses an edge of the tinted ground; `faults` looks at every text."""

    @pytest.mark.parametrize("critical", range(6))
    def test_texts_over_several_columns_stand_beside_it_or_in_it(self, critical):
        bands = (Band(title="Making the deal with the salesperson of the house", start=0, end=3), Band(title="Afterwards", start=4, end=5))
        goal = Item(text="Get a fair deal without losing the whole day over it, and drive home", mark=Mark(kind="assumed"))
        span = Span(start=0, end=5, text="No owner named: three contacts of ours without one accountable person", style="dashed")
        gap = Gap(start=2, end=5, text="no reading: nobody was asked")
        lanes = (
            CellLane(key="a", title="Wants", cells=(Cell(start=0, end=3, items=(goal,)),)),
            SpanLane(key="s", title="Owner", spans=(span,)),
            evolve(curve(1, 2, reasons=True), gaps=(gap,)),
        )
        scene = drawn(grid(*"abcdef", bands=bands, lanes=lanes, critical=critical))
        assert faults(scene) == []
        assert span.text in " ".join(lines(scene))

    def test_a_stage_title_takes_two_lines_rather_than_be_cut(self):
        scene = drawn(
            grid(
                "a",
                "b",
                bands=(Band(title="Looking around and comparing offers", start=0, end=0), Band(title="B", start=1, end=1)),
                critical=0,
            )
        )
        assert not [one for one in lines(scene) if one.endswith("…")]
        assert faults(scene) == []


def test_a_gap_without_room_says_what_stands_before_the_colon():
    scene = drawn(
        grid(
            "a",
            "b",
            lanes=(evolve(curve(1, None), gaps=(Gap(start=1, end=1, text="no reading: nobody at all was ever asked about this"),)),),
        )
    )
    assert "no reading" in lines(scene)
    assert groups(scene, "listitem", "b: no reading: nobody at all was ever asked about this")[0].tip


def test_a_total_under_the_last_bar_keeps_its_distance():
    bars = tuple(Bar(column=at, value=5, text="5 min") for at in range(2))
    scene = drawn(grid("a", "b", lanes=(BarLane(key="t", title="Spends", bars=bars, total="10", total_unit="min"),)))
    found = {
        one.text: bounds(one) for page in scene.pages for one in walk(page.nodes) if isinstance(one, Text) and one.text in {"5 min", "10"}
    }
    assert found["10"].top - found["5 min"].bottom >= 8


def test_a_target_is_named_at_its_mark():
    figure = Figure(name="Time", value="157", progress=(157, 90), progress_text="target")
    scene = drawn(evolve(grid("a"), figures=FigureStrip(title="Figures", figures=(figure,))))
    assert "target" in lines(scene)
    assert faults(scene) == []


class TestRightToLeft:
    def test_the_first_column_stands_at_the_right(self):
        scene = drawn(grid("أ", "ب", "ج", rtl=True))
        boxes = [bounds(one) for one in groups(scene, "listitem")]
        lefts = [box.left for box in boxes if box]
        assert lefts == sorted(lefts, reverse=True)

    def test_every_place_is_mirrored(self):
        left, right = drawn(DEALERSHIP).pages[0], drawn(evolve(DEALERSHIP, rtl=True)).pages[0]
        # Quotations aside: whether their first mark hangs depends on which way the page runs.
        kept = [[one for one in walk(page.nodes) if not (isinstance(one, Text) and one.italic)] for page in (left, right)]
        for one, other in zip(*kept, strict=True):
            box, turned = bounds(one), bounds(other)
            if box and turned and not isinstance(one, Group) and not (isinstance(one, Path) and (one.x or one.y)):
                assert (turned.left, turned.right) == pytest.approx((left.width - box.right, left.width - box.left), abs=0.002)

    def test_symbols_keep_their_shape(self):
        left, right = drawn(DEALERSHIP).pages[0], drawn(evolve(DEALERSHIP, rtl=True)).pages[0]
        symbols = [[one.d for one in walk(page.nodes) if isinstance(one, Path) and one.x] for page in (left, right)]
        assert symbols[0] == symbols[1]

    def test_the_direction_of_a_text_is_its_own(self):
        lane = CellLane(key="a", title="يفعل", cells=(Cell(start=0, end=0, items=(Item(text="English"),)),))
        scene = drawn(grid("يدفع", lanes=(lane,), rtl=True))
        found = {one.text: one.rtl for page in scene.pages for one in walk(page.nodes) if isinstance(one, Text)}
        assert (found["English"], found["يفعل"]) == (False, True)


def test_bars_of_equal_neighbours_stop_the_stage_lines():
    bands = (Band(title="A", start=0, end=0), Band(title="B", start=1, end=1))
    lane = SpanLane(key="s", title="Where", spans=(Span(start=0, end=1, text="Showroom"),))
    scene = drawn(grid("a", "b", bands=bands, lanes=(lane,)))
    upright = [
        box
        for page in scene.pages
        for one in walk(page.nodes)
        if isinstance(one, Path) and (box := bounds(one)) and box.width == 0 and box.height > 1
    ]
    assert len(upright) == 1


def test_only_the_critical_column_is_framed_and_tinted():
    palette = theme("default").palette
    scene = drawn(grid("a", "b", "c", critical=1))
    rects = [one for page in scene.pages for one in walk(page.nodes) if isinstance(one, Rect)]
    assert len([one for one in rects if one.fill == palette.focus]) == 1
    assert len([one for one in rects if one.stroke_width == 3 and one.fill is None]) == 1
    assert lines(scene).count("Critical moment") == 1


def test_shares_have_one_scale_across_the_map():
    def cell(at: int, share: float) -> Cell:
        return Cell(
            start=at, end=at, items=(Item(text="Pain", share=share, share_text=f"{share:.0%}", mark=Mark(kind="number", label="1")),)
        )

    lanes = (CellLane(key="a", title="A", cells=(cell(0, 0.4), cell(1, 0.2))), CellLane(key="b", title="B", cells=(cell(2, 0.1),)))
    scene = drawn(grid("a", "b", "c", lanes=lanes))
    bars = [one.width for page in scene.pages for one in walk(page.nodes) if isinstance(one, Rect) and one.height == 6]
    assert bars == pytest.approx([190 * 0.4, 190 * 0.2, 190 * 0.1])


def test_a_strip_draws_every_point_and_labels_few():
    points = tuple(StripPoint(at=at, value=at % 5 - 2, label="Worst" if at == 700 else "", critical=at == 900) for at in range(1300))
    strip = Strip(title="All", count=1300, points=points, breaks=((0, "Start"), (650, "End")), axis=AXIS)
    scene = drawn(evolve(grid("a", "b"), strip=strip))
    assert faults(scene) == []
    circles = [one for page in scene.pages for one in walk(page.nodes) if isinstance(one, Circle) and one.r in {1.6, 3.0, 2.5}]
    assert len(circles) == 1300
    assert [one.label for one in groups(scene, "list", "All")[0].children if isinstance(one, Group)] == ["701: Worst"]


def test_hostile_text_is_drawn_harmless():
    bad = "a\x00b\u202ec\ud800 \u2066d\r\n<script>"
    lane = CellLane(key="a", title=bad, cells=(Cell(start=0, end=0, items=(Item(text=bad, detail=bad),), more=bad),))
    columns = (Column(title=bad, number=bad),)
    scene = drawn(Diagram(view="x", title=bad, finding=bad, bands=(Band(title=bad, start=0, end=0),), columns=columns, lanes=(lane,)))
    for text in lines(scene):
        assert not [one for one in text if unicodedata.category(one) in {"Cc", "Cs"} or one in "\u202e\u2066"]


def test_coordinates_stay_below_what_renderers_can_hold():
    scene = drawn(grid(*(f"Step {at}" for at in range(600))))
    assert max(page.height for page in scene.pages) < 32767
