"""The twin map: stages over the columns of both sides, the critical moment on the side that has it, and what is felt before and after."""

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import journeykit as jk
from journeykit.diagram import CurveLane, Matrix, TrackLane
from journeykit.examples import example as shipped
from journeykit.model import Journey, Stage, Touchpoint
from journeykit.views.comparison import comparison
from journeykit.views.comparison_columns import shared_columns
from tests.layout.checks import faults, silent


def lane(diagram, kind):
    return next(one for one in diagram.lanes if isinstance(one, kind))


def staged(stages, **fields):
    """Stages by id, each with the ids of its touchpoints."""
    held = [Stage(key.title(), [Touchpoint(f"Does {one}", id=one) for one in names], id=key) for key, names in stages.items()]
    return Journey("I buy", id="buy", stages=held, **fields)


def felt(**emotion):
    return Journey("I buy", id="buy", stages=[Stage("Deal", [Touchpoint("Pays", id="pay", emotion=emotion)], id="deal")])


# ------------------------------------------------------------------------------------------------ before and after a touchpoint
def test_what_is_felt_after_it_is_drawn_and_signed_where_it_differs():
    found = comparison(jk.compare(felt(before=1, during=0, after=-1), felt(before=1, during=0, after=2)))
    points = [[(one.offset, one.text) for one in series.points] for series in lane(found, CurveLane).series]
    assert points == [[(0, "0"), (1, "−1")], [(0, "0"), (1, "+2")]]
    assert [one.word for one in lane(found, TrackLane).stops] == ["Δ changed"]
    assert "moments" in {one.symbol for one in found.legend}


def test_what_is_felt_during_it_alone_is_told_by_the_curves():
    found = comparison(jk.compare(felt(before=1, during=0), felt(before=1, during=2)))
    assert [[one.offset for one in series.points] for series in lane(found, CurveLane).series] == [[0], [0]]
    assert [one.word for one in lane(found, TrackLane).stops] == [""]
    assert "moments" not in {one.symbol for one in found.legend}


def test_values_stand_beside_what_is_felt_after_it():
    scene = jk.render(jk.compare(felt(during=0, after=-1), felt(during=0, after=2))).scene
    assert "+2" in str(scene.pages[0].nodes)
    assert "−1" in str(scene.pages[0].nodes)
    assert (faults(scene), silent(scene)) == ([], [])


# ----------------------------------------------------------------------------------------------------------- the critical moment
def test_a_new_critical_moment_has_both_signs():
    before = staged({"deal": ["a", "b"]}, critical_moment="b")
    found = comparison(jk.compare(before, staged({"deal": ["a", "n", "b"]}, critical_moment="n"), fuzzy=False))
    (new,) = [one for one in lane(found, TrackLane).stops if one.kind == "new"]
    assert (new.emphasis, new.word) == ("key", "+ added")
    assert [one.emphasis for one in found.columns] == ["none", "none", "key"]
    scene = jk.render(jk.compare(before, staged({"deal": ["a", "n"]}, critical_moment="n"), fuzzy=False)).scene
    plain = jk.render(jk.compare(before, staged({"deal": ["a", "n"]}), fuzzy=False)).scene
    ring = "r=18"
    assert str(scene.pages[0].nodes).count(ring) == str(plain.pages[0].nodes).count(ring) + 1


def test_the_line_after_says_of_its_own_stations_what_the_line_before_says():
    def side(*steps, critical):
        return Journey("I buy", id="buy", stages=[Stage("Deal", [Touchpoint(f"Does {key}", id=key, **one) for key, one in steps], id="deal")], critical_moment=critical)  # fmt: skip

    before = side(("a", {}), ("b", {}), ("c", {}), ("d", {}), critical="c")
    new = ("n", {"control": "external"})
    after = side(("a", {"matters": True}), ("b", {"kind": "action", "control": "external"}), new, ("d", {}), critical="d")
    text = jk.render(jk.compare(before, after, fuzzy=False)).text
    lines = {line.strip().removeprefix("- ") for line in text.splitlines()}
    assert {"1 Does a", "2 Does b", "3 Does c (critical moment)", "4 Does d"} <= lines
    assert {
        "1 Does a (moment that matters): Δ changed", "2 Does b (own action, no contact, not ours): Δ changed",
        "Does n (not ours): + added", "Does c: − removed", "4 Does d (critical moment)",
    } <= lines  # fmt: skip


def test_the_dealership_online_has_its_signs_in_words():
    text = jk.render(jk.compare(jk.loads(shipped("dealership")), jk.loads(shipped("dealership_online")))).text
    future = text.split("\nFuture:\n")[1].split("\nFeels:\n")[0]
    for said in (
        "1 Researches online (not ours)", "5 Test drives the car (moment that matters)",
        "Settles finance and papers at home (critical moment): + added", "11 Looks back on the purchase (own action, no contact): Δ changed",
    ):  # fmt: skip
        assert f"- {said}\n" in f"{future}\n"


# ------------------------------------------------------------------------------------------------------------------------ stages
def test_what_both_have_in_a_stage_stands_under_it():
    before = staged({"find": ["search", "ask", "reserve"], "get": ["wait", "pickup"]})
    after = staged({"find": ["ask", "search", "book", "pay"], "get": ["notice", "pickup"]})
    found = comparison(jk.compare(before, after, mapping={"reserve": ("book", "pay")}, fuzzy=False))
    heads = {band.title: [found.columns[at].title.removeprefix("Does ") for at in range(band.start, band.end + 1)] for band in found.bands}
    assert heads == {"Find": ["search", "ask", "reserve", "search", "book", "pay"], "Get": ["wait", "notice", "pickup"]}
    assert not any("Find" in one.word for one in lane(found, TrackLane).stops)


def test_a_stage_that_was_renamed_has_one_name_on_the_line_after():
    before = staged({"deal": ["a", "b", "c"], "paper": ["p", "q"]})
    after = staged({"deal": ["a"], "paper": ["n", "b", "c", "p", "q"]})
    after = evolve(after, stages=[after.stages[0], evolve(after.stages[1], title="Signing")])
    found = comparison(jk.compare(before, after, fuzzy=False))
    words = {one.label: one.word for one in lane(found, TrackLane).stops if one.word}
    assert words == {"Does n": "+ added, in Signing", "Does b": "now in Signing", "Does c": "now in Signing"}
    assert [one.title for one in found.bands] == ["Deal", "Paper"]


@given(st.lists(st.integers(0, 2), max_size=8).map(sorted), st.lists(st.integers(0, 2), max_size=8).map(sorted))
def test_stages_in_the_same_order_stand_once_each(mine, yours):
    def side(which, places):
        return staged(
            {stage: [f"{which}{at}" for at, place in enumerate(places) if place == number] for number, stage in enumerate(("x", "y", "z"))}
        )

    c = jk.compare(side("a", mine), side("b", yours), fuzzy=False)
    found = shared_columns(c, c.before, c.after)
    stages = [
        (
            c.before.stage_of(c.before.touchpoints[one.old].id)
            if one.old is not None
            else c.after.stage_of(c.after.touchpoints[one.new].id)
        ).id
        for one in found
    ]
    assert stages == sorted(stages)
    assert [one.old for one in found if one.old is not None] == list(range(len(mine)))
    assert [one.new for one in found if one.new is not None] == list(range(len(yours)))


# ------------------------------------------------------------------------------------------------------------------------- signs
def test_the_table_has_the_signs_of_the_picture():
    before, after = staged({"deal": ["a", "b", "c"]}), staged({"deal": ["b", "a", "c1", "c2"]})
    found = comparison(jk.compare(before, after, mapping={"c": ("c1", "c2")}, fuzzy=False))
    table = next(one for one in found.parts if isinstance(one, Matrix))
    items = {item.text: item.mark.kind for row in table.rows for item in row.cells[0].items if item.mark is not None}
    assert items == {"moved": "moved", "split": "split"}
    assert {"stop-moved", "stop-split"} <= {one.symbol for one in found.legend}


def waiting(*keys):
    held = [Touchpoint("Waits in line", id=key, emotion=1) for key in keys]
    return Journey("I pay", id="pay", stages=[Stage("Pay", [*held, Touchpoint("Pays", id="p", emotion=1)], id="pay")])


def test_what_is_called_alike_and_not_matched_is_listed_once_with_ids():
    found = comparison(jk.compare(waiting("a", "b"), waiting("x", "y")))
    assert [text for _, text in found.notes[0].notes] == [
        "Waits in line (a): may be Waits in line (x), Waits in line (y)",
        "Waits in line (b): may be Waits in line (x), Waits in line (y)",
        "Waits in line (x): may be Waits in line (a), Waits in line (b)",
        "Waits in line (y): may be Waits in line (a), Waits in line (b)",
    ]
    assert [one for one in found.parts if isinstance(one, Matrix)] == []
    assert "hatched" not in {one.symbol for one in found.legend}


def test_columns_under_curves_say_what_moved_and_what_was_split_or_merged():
    before = staged({"deal": ["a", "b", "c", "d1", "d2"]})
    after = staged({"deal": ["b", "a", "c1", "c2", "d"]})
    c = jk.compare(before, after, mapping={"c": ("c1", "c2"), "d1": "d", "d2": "d"}, fuzzy=False)
    found = comparison(c, picture="curves")
    notes = {f"{one.number} {one.title.removeprefix('Does ')}": one.note for one in found.columns}
    assert notes == {
        "1 a": "moved to 6", "2 b": "", "3 c": "split into 2", "4 d1": "merged into 9", "5 d2": "merged into 9",
        "6 a": "moved here from 1", "7 c1": "was part of 3", "8 c2": "was part of 3", "9 d": "merged from 2",
    }  # fmt: skip
    assert "The columns are numbered as they stand here; each side has numbers of its own." in found.footnotes
    same = comparison(jk.compare(before, before), picture="curves")
    assert ({one.note for one in same.columns}, same.footnotes) == ({""}, ())
