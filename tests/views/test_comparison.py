"""Pictures of comparisons: what stands in which column, which picture suits which question, and what is said of both sides."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import journeykit as jk
from journeykit.diagram import CurveLane, CurvePanels, Dumbbells, Matrix, Sentences, Slopes, TrackLane
from journeykit.errors import ModelError, UnknownNameError
from journeykit.examples import example
from journeykit.model import (
    KPI,
    Action,
    Channel,
    Emotion,
    Expectation,
    Journey,
    Link,
    Measurement,
    Portfolio,
    Stage,
    Target,
    Touchpoint,
)
from journeykit.scene import Group
from journeykit.testing import portfolios
from journeykit.themes import theme
from journeykit.views.comparison import PICTURES, comparison
from journeykit.views.comparison_columns import shared_columns
from tests.layout.checks import faults, silent, untold

slow = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def journey(*names, **fields):
    """Touchpoints by id; `a:1` has a reading of 1."""
    held = []
    for name in names:
        key, _, value = name.partition(":")
        held.append(Touchpoint(f"Does {key}", id=key, **({"emotion": int(value)} if value else {})))
    return Journey("I buy", **({"id": "buy", "stages": [Stage("Deal", held, id="deal")]} | fields))


def compared(before, after, **asked):
    return jk.compare(journey(*before.split()), journey(*after.split()), **asked)


def columns(before, after, **asked):
    """`a1-1` stands in column 1 on both sides; what stands on one side only has its state."""
    c = compared(before, after, **asked)
    out = []
    for one in shared_columns(c, c.before, c.after):
        sides = ["" if at is None else str(at + 1) for at in (one.old, one.new)]
        out.append(f"{'-'.join(sides)} {one.state}")
    return out


def shown(name, lens=None, **asked):
    before, after = (jk.loads(example(side)).journeys[0] for side in name)
    return comparison(jk.compare(before, after, lens=lens), **asked)


def lane(diagram, kind):
    return next(one for one in diagram.lanes if isinstance(one, kind))


def part(diagram, kind):
    return next(one for one in (*diagram.lead, *diagram.parts) if isinstance(one, kind))


# ----------------------------------------------------------------------------------------------------------- columns
@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("a b", "a b", ["1-1 same", "2-2 same"]),
        ("a b", "a", ["1-1 same", "2- removed"]),
        ("a c", "a b c", ["1-1 same", "-2 added", "2-3 same"]),
        ("a b c d", "b c d a", ["1- moved-to", "2-1 same", "3-2 same", "4-3 same", "-4 moved-from"]),
        ("", "a", ["-1 added"]),
        ("", "", []),
    ],
)
def test_both_orders_are_kept(before, after, expected):
    assert columns(before, after, fuzzy=False) == expected


def test_a_split_and_a_merge_say_so():
    assert columns("a b", "a b1 b2", mapping={"b": ("b1", "b2")}) == ["1-1 same", "2- split", "-2 part", "-3 part"]
    assert columns("a b1 b2", "a b", mapping={"b1": "b", "b2": "b"}) == ["1-1 same", "2- merged-into", "3- merged-into", "-2 merged"]


@slow
@given(st.permutations("abcdef"), st.permutations("cdefgh"))
def test_every_touchpoint_stands_in_one_column_or_in_two_where_it_moved(one, other):
    c = compared(" ".join(one), " ".join(other), fuzzy=False)
    found = shared_columns(c, c.before, c.after)
    assert [held.old for held in found if held.old is not None] == list(range(6))
    assert [held.new for held in found if held.new is not None] == list(range(6))
    assert sum(held.state == "moved-to" for held in found) == sum(held.state == "moved-from" for held in found)


# ----------------------------------------------------------------------------------------------------------- pictures
def test_the_online_deal_is_a_twin_map():
    found = shown(("dealership", "dealership_online"), "future")
    assert [one.text for one in found.badges] == ["Comparison", "Current against future", "Future is intended, not measured"]
    assert (found.spine, lane(found, TrackLane).title) == ("Current", "Future")
    words = {one.label: one.word for one in lane(found, TrackLane).stops if one.word}
    assert words["Waits"] == "− removed"
    assert words["Settles finance and papers at home (critical moment)"] == "+ added"
    assert [one.kind for one in lane(found, TrackLane).stops if one.label == "Waits"] == ["gone"]
    curve = lane(found, CurveLane)
    assert (curve.hatched, [one.name for one in curve.series]) == (True, ["Current", "Future"])
    assert {one.basis for one in curve.series[1].points} == {"intended"}
    assert curve.series[0].without == (5,)


def test_who_makes_it_happen_and_what_nobody_does():
    table = part(shown(("dealership", "dealership_online"), "future"), Matrix)
    made = {row.head.title: [item.text for item in row.cells[2].items] for row in table.rows}
    assert made["Settles finance and papers at home"] == ["Negotiate and sign online"]
    assert made["Waits"] == ["no action"]


def test_a_picture_says_headlines_and_holds_the_whole_table():
    c = compared("a:1 b:-1 c", "a:1 b:1 d")
    found = comparison(c)
    assert (found.finding, *part(found, Sentences).sentences) == c.headlines(9)
    assert found.table == c.to_table()
    assert found.description.startswith(found.finding)


def test_nothing_differs():
    found = comparison(compared("a:1 b", "a:1 b"))
    assert found.finding == "Nothing differs."
    assert (found.lead, found.parts) == ((), ())
    assert [one.state for one in found.columns] == ["", ""]


def test_two_empty_journeys():
    found = comparison(jk.compare(Journey("I buy"), Journey("I sell")))
    assert found.finding == "Neither side has a touchpoint yet."
    assert faults(jk.render(jk.compare(Journey("I buy"), Journey("I sell"))).scene) == []


def test_gaps_between_two_views_are_sorted():
    found = part(shown(("repair_customers", "repair_staff"), "perception"), Dumbbells)
    assert [one.gap for one in found.rows] == ["+2", "+2", "−2", "+2", "−1", "0", "no view"]
    assert found.rows[-1].title == "3 Waits for the technician"
    assert found.rows[-1].second is None
    assert found.names == ("Customer", "Employee")
    turned = part(shown(("repair_staff", "repair_customers"), "perception"), Dumbbells)
    assert ([one.gap for one in turned.rows], turned.names) == ([one.gap for one in found.rows], found.names)


def run(*steps, status=None, **fields):
    held = [Touchpoint(f"Does {key}", id=key, status=(status or {}).get(key)) for key in steps]
    return Journey("Order 7", id="o7", form="actual", case="7", stages=[Stage("Run", held, id="run")], **fields)


def test_a_run_deviates_from_its_plan():
    plan = journey("a", "b", "c", "d", form="planned", links=[Link(source="b", target="c", required=True)])
    found = comparison(jk.compare(plan, run("a", "c", "calls", "b", status={"a": "failed"}), lens="conformance"))
    track = lane(found, TrackLane)
    assert [one.title for one in found.columns] == ["Does a", "Does b", "Does c", "Does calls", "Does d"]
    assert [one.kind for one in track.stops] == ["failed", "contact", "contact", "new", "missing"]
    assert [one.word for one in track.stops] == ["failed", "", "too early: before Does b", "+ not planned", "missing"]
    assert [one.below for one in track.stops] == [False, False, False, True, False]
    assert (track.title, track.note) == ("Run 7", "fitness 0.25")
    assert found.table[1:] == (
        ("1", "Does a", "1", "failed"), ("2", "Does b", "4", "as planned"), ("3", "Does c", "2", "too early: before Does b"),
        ("", "Does calls", "3", "+ not planned"), ("4", "Does d", "", "missing"),
    )  # fmt: skip


def test_two_personas_are_a_matrix():
    found = comparison(
        jk.compare(journey("a:1", "b:-1", persona="ana"), journey("a:1", "c:2", persona="ben"), lens="personas", fuzzy=False)
    )
    table = found.parts[0]
    assert [one.title for one in table.columns] == ["ana", "ben", "Difference"]
    assert [[item.text for cell in row.cells for item in cell.items] for row in table.rows] == [
        ["+1", "+1", "0"],
        ["−1", "not there"],
        ["not there", "+2"],
    ]


def test_two_providers_stage_by_stage():
    def own(value, **fields):
        held = [Touchpoint("Pays", emotion=Emotion(value, basis="measured"))]
        return Journey("I pay", id="pay", stages=[Stage("Pay", held, id="pay")], **fields)

    found = comparison(jk.compare(own(-1), own(1), lens="competitor"))
    assert [[item.text for item in cell.items] for cell in found.parts[0].rows[0].cells] == [
        ["feels −1", "1 touchpoint"],
        ["feels +1: better", "1 touchpoint"],
    ]


def test_what_could_not_be_matched_is_listed():
    before = Journey("I buy", id="buy", stages=[Stage("Deal", [Touchpoint("Waits for the clerk", id="w")], id="deal")])
    held = [Touchpoint(f"Waits for the {who} clerk", id=who) for who in ("one", "two")]
    c = jk.compare(before, Journey("I buy", id="buy", stages=[Stage("Deal", held, id="deal")]))
    found = comparison(c)
    assert len(found.notes[0].notes if found.notes else ()) == len(c.unresolved) > 0
    assert {one.kind for one in lane(found, TrackLane).stops} == {"open"}


def test_very_many_columns_are_cut_to_what_differs():
    names = [f"t{at}" for at in range(90)]
    found = comparison(jk.compare(journey(*names), journey(*names[:40], "new", *names[40:])))
    assert [one.title for one in found.columns] == ["Does new"]
    assert found.footnotes[0] == "90 touchpoints that are the same on both sides are not drawn."


def test_two_portfolios():
    one, other = journey("a", "b"), journey("a", "c")
    whole = comparison(jk.compare(Portfolio("Shop", journeys=[one]), Portfolio("Shop", journeys=[other]), fuzzy=False))
    assert [column.title for column in whole.columns] == ["Does a", "Does b", "Does c"]
    extra = Journey("I sell", id="sell")
    several = comparison(
        jk.compare(
            Portfolio("Shop", journeys=[one, extra]), Portfolio("Shop", journeys=[other, Journey("I sell all", id="sell")]), fuzzy=False
        )
    )
    assert several.columns == ()
    assert [row.head.title for row in part(several, Matrix).rows][-1] == "I sell → I sell all"


def test_an_unknown_picture_and_what_is_no_comparison_are_refused():
    with pytest.raises(UnknownNameError, match="did you mean 'dumbbell'"):
        comparison(compared("a", "b"), picture="dumbell")
    with pytest.raises(ModelError, match="shows a comparison"):
        jk.render(journey("a"), view="comparison")


# ---------------------------------------------------------------------------------------------------------------- laws
@pytest.mark.parametrize("language", ["en", "de", "ar"])
@pytest.mark.parametrize("picture", [one for one in PICTURES if one != "auto"])
def test_every_picture_of_the_online_deal_is_sound(picture, language):
    before, after = (jk.loads(example(side)).journeys[0] for side in ("dealership", "dealership_online"))
    c = jk.compare(before, after, lens="future")
    for paper in (None, "a4"):
        scene = jk.render(c, picture=picture, language=language, paper=paper).scene
        assert (faults(scene), untold(scene)) == ([], [])
    assert silent(scene) == []


def test_the_first_sheet_holds_more_than_sentences():
    before, after = (jk.loads(example(side)).journeys[0] for side in ("dealership", "dealership_online"))
    scene = jk.render(jk.compare(before, after, lens="future"), paper="a4").scene
    labels = [one.label for one in scene.pages[0].nodes if isinstance(one, Group)]
    assert any("Researches online" in str(one) for one in scene.pages[0].nodes), labels


def test_it_is_the_same_picture_in_every_theme():
    before, after = (jk.loads(example(side)).journeys[0] for side in ("dealership", "dealership_online"))
    c = jk.compare(before, after, lens="future")
    texts = {jk.render(c, theme=theme(one)).text for one in ("default", "dark", "print")}
    assert len(texts) == 1


@slow
@given(portfolios(), portfolios(), st.sampled_from(PICTURES))
def test_any_two_journeys_can_be_drawn(one, other, picture):
    for before, after in zip(one.journeys, other.journeys, strict=False):
        if picture == "deviation" and before.form == "actual":
            continue
        scene = jk.render(jk.compare(before, after), picture=picture).scene
        assert (faults(scene), silent(scene)) == ([], [])


# ------------------------------------------------------------------------------------------------------- figures and the rest
def hotline():
    """A hotline whose first-contact resolution was measured before and since an action, and whose time differs by channel."""
    kpis = [KPI("Solved at once", id="fcr", unit="%", target=80, baseline=60), KPI("Handling time", id="aht", unit="min")]
    values = [
        Measurement(kpi="fcr", value=60, at="2024-03", n=400, anchor="call/hot"), Measurement(kpi="fcr", value=72, at="2025-03", n=420, anchor="call/hot"),
        Measurement(kpi="aht", value=6, at="2025-02", channel="phone", anchor="call/hot"),
        Measurement(kpi="aht", value=9.5, at="2025-02", channel="chat", anchor="call/hot", n=20),
    ]  # fmt: skip
    train = Action(
        "Train", id="t", status="implemented", implemented_on="2024-09-01", kpis=[Target(kpi="fcr", target=80)], touches=["call/hot"]
    )
    stage = Stage(
        "All", [Touchpoint("Calls", id="hot", channels=["phone", "chat"], expectations=[Expectation("At once", met="not_met")])], id="all"
    )
    return Portfolio(
        "Calls", journeys=[Journey("I call", id="call", stages=[stage])], kpis=kpis, measurements=values, actions=[train],
        channels=[Channel("Phone", id="phone"), Channel("Chat", id="chat")],
    )  # fmt: skip


def cells(table):
    return {row.head.title: [item.text for cell in row.cells for item in cell.items] for row in table.rows}


def test_what_was_measured_before_and_since_an_action():
    book = hotline()
    for side in (book, book.journeys[0]):
        table = part(comparison(jk.compare(side, side, lens="action")), Matrix)
        assert cells(table)["Solved at once"] == ["60\u00a0%", "72\u00a0%", "+12\u00a0points", "60\u00a0%"]
        assert table.rows[0].head.group == "Train · 2024-09-01"
        assert table.rows[0].cells[2].items[0].verdict.text == "better"


def test_one_figure_by_channel():
    journey = hotline().journeys[0]
    table = part(comparison(jk.compare(journey, journey, lens="channels")), Matrix)
    assert [one.title for one in table.columns] == ["Phone", "Chat", "Spread"]
    assert cells(table) == {"Handling time": ["6\u00a0min", "9.5\u00a0min", "3.5\u00a0min"]}
    assert table.rows[0].cells[2].items[0].detail == "margin of error not known"


def test_what_was_expected_and_whether_it_was_met():
    journey = hotline().journeys[0]
    table = part(comparison(jk.compare(journey, journey, lens="expectation")), Matrix)
    assert cells(table) == {"At once": ["not met"]}
    assert table.rows[0].head.group == "Calls"


def test_curves_beside_each_other():
    found = comparison(compared("a:1 b:-1", "a:2"), picture="multiples")
    assert [(one.title, len(one.points)) for one in part(found, CurvePanels).panels] == [("Before", 2), ("After", 1)]
    assert [one.symbol for one in found.legend] == ["assumed"]


def test_what_rises_and_what_falls():
    found = part(comparison(compared("a:1 b:-1 c:0 d", "a:1 b:1 c d:1"), picture="slope"), Slopes)
    assert [(one.title, one.texts, one.gap, one.strong) for one in found.rows] == [
        ("1 Does a", ("+1", "+1"), "", False),
        ("2 Does b", ("−1", "+1"), "(+2)", True),
    ]
    assert found.key == ("a difference of 1 or more", "a smaller difference, or none")


def test_a_picture_of_nothing_says_so():
    found = comparison(compared("a", "b"), picture="channels")
    assert found.footnotes[0] == "There is nothing to draw in the way that was asked for."


# ------------------------------------------------------------------------------------------------ what the table tells
def told(diagram):
    """Rows of the table of changes: what, how, what is different."""
    table = next((one for one in diagram.parts if isinstance(one, Matrix) and any(row.head.group for row in one.rows)), None)
    return (
        []
        if table is None
        else [(row.head.title, *("; ".join(item.text for item in cell.items) for cell in row.cells)) for row in table.rows]
    )


def test_a_feeling_that_changed_stands_in_the_table():
    shown = comparison(compared("a:-1 b:0", "a:2 b:0"))
    assert told(shown) == [("Does a", "Δ changed", "Feeling during: −1 (assumed) → +2 (assumed)")]
    assert shown.footnotes == ()


def test_data_of_others_stands_in_the_table_behind_the_picture_alone():
    sides = [journey("b", extra={"study": one}) for one in ("a", "b")]
    shown = comparison(jk.compare(*sides))
    assert (told(shown), shown.table[1][-1]) == ([], "further data: study a → study b")


def test_another_id_is_nothing_that_the_table_tells():
    def of(key):
        return Journey(
            "I buy", id="buy", stages=[Stage("Deal", [Touchpoint("Asks at the desk", id=key), Touchpoint("Pays", id="pay")], id="deal")]
        )

    shown = comparison(jk.compare(of("t000"), of("t100"), lens="personas"))
    assert told(shown) == []
    assert shown.footnotes == ("One element differs only in its id, its sources or how its feeling is known.",)


def test_the_same_importance_in_two_views_is_no_difference():
    def of(view, importance):
        held = [Touchpoint("Asks", id="ask", importance={view: importance}, emotion=Emotion(1, perspective=view))]
        return Journey("I buy", id="buy", perspective=view, stages=[Stage("Deal", held, id="deal")])

    texts = [str(told(comparison(jk.compare(of("customer", 2), of("employee", one), lens="perception")))) for one in (2, 4)]
    assert ["Importance" in one for one in texts] == [False, True]


@pytest.mark.parametrize(
    ("language", "sides"),
    [("en", ("only: Customer", "only: Employee")), ("de", ("nur: Kunde", "nur: ")), ("ar", ("فقط: ", "فقط: "))],
)
def test_what_one_side_alone_has_is_neither_added_nor_removed(language, sides):
    c = jk.compare(journey("a", "b"), journey("a", "c", perspective="employee"), lens="perception", fuzzy=False)
    hows = [row[1] for row in told(comparison(c, language=language)) if row[0] in {"Does b", "Does c"}]
    assert [how.startswith(side) for how, side in zip(hows, sides, strict=True)] == [True, True]
