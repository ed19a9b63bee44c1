"""What must stay true where two are equal, where the way leads back, and where stages stand for what they hold."""

import pytest

from journeykit.model import KPI, Activity, Journey, Link, Measurement, Portfolio, Source, Stage, Touchpoint
from journeykit.views import journey_map, service_blueprint
from journeykit.views.emotion_curves import emotion_curves
from journeykit.views.kpi import kpi


def felt(*values, **fields):
    return Journey(
        "Ties", stages=[Stage("A", [Touchpoint(f"Step {at}", id=f"t{at}", emotion=one) for at, one in enumerate(values)])], **fields
    )


@pytest.mark.parametrize(
    ("values", "finding"),
    [
        ((2, -1, 2, -1), "“Step 0” and “Step 2” are the high points (+2). The mood falls most, by three steps, in two places, first from “Step 0” to “Step 1”."),
        ((1, 2, -1), "“Step 1” is the high point. Then the mood falls three steps at “Step 2”."),
        ((-1, 1, 0, -1, 2), "“Step 4” is the high point (+2). The mood falls most, by one step, in two places, first from “Step 1” to “Step 2”."),
        ((1, 1, 1, 1, 2, 2, 2, 2), "4 touchpoints are the high points (+2); 4 touchpoints are the low points (+1)."),
        ((-1, -2, -2), "“Step 1” and “Step 2” are the low points (−2)."),
    ],
)  # fmt: skip
def test_several_high_points_are_told(values, finding):
    assert journey_map(felt(*values)).finding == finding


@pytest.mark.parametrize(("language", "said"), [("de", "sind die Höhepunkte (+2)"), ("ar", "أعلى النقاط")])
def test_several_high_points_in_other_languages(language, said):
    assert said in journey_map(felt(2, -1, 2, -1), language=language).finding


@pytest.mark.parametrize(
    ("language", "once", "several"),
    [
        ("en", "Largest drop −3, from 1 Step 0 to 2 Step 1.", "Largest drop −3, in two places, first from 1 Step 0 to 2 Step 1."),
        ("de", "Größter Abfall −3, von", "Größter Abfall −3, an zwei Stellen, zuerst von"), ("ar", "أكبر هبوط \u200e−3، من", "في أكثر من موضع"),
    ],
)  # fmt: skip
def test_the_largest_drop_in_numbers_is_not_the_first_of_equals(language, once, several):
    def in_numbers(*values):
        return " ".join(one.text for one in journey_map(felt(*values), language=language).facts)

    assert once in in_numbers(2, -1, 1, 0)
    assert several in in_numbers(2, -1, 2, -1)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "best +2 at “Step 0” (Ties) and at one other point; worst −1 at “Step 1” (Ties) and at two other points."),
        ("de", "und an einer weiteren Stelle; am schlechtesten"), ("ar", "وفي موضع آخر"),
    ],
)  # fmt: skip
def test_the_best_of_several_curves_is_not_the_first_of_equals(language, said):
    book = Portfolio(journeys=[felt(2, -1, 2, -1), felt(1, -1, id="other")])
    assert said in emotion_curves(book, language=language).finding


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Most depends on “Step 0” and “Step 1”: one activity behind each."), ("de", "je eine Tätigkeit"), ("ar", "بالتساوي")],
)
def test_no_touchpoint_depends_on_more_than_its_equal(language, said):
    activities = [Activity("Serves", id=f"a{at}", layer="frontstage", touchpoints=f"t{at}") for at in range(2)]
    links = [Link(source=f"t{at}", target=f"a{at}", kind="message") for at in range(2)]
    assert said in service_blueprint(felt(0, 0, activities=activities, links=links), language=language).finding


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"target": 80, "measurements": [Measurement(at=2025, value=66)]}, "No figure can be judged: which way is better is not said."),
        ({"target": 80, "direction": "higher"}, "No figure with a target or a threshold has been measured."),
        ({"measurements": [Measurement(at=2025, value=66)]}, "No figure has a target or a threshold."),
    ],
)
def test_why_no_figure_is_judged(fields, said):
    assert kpi(Portfolio("Calls", kpis=[KPI("Solved", unit="%", **fields)])).finding == said


def applying():
    stages = [
        Stage(
            "Apply",
            [Touchpoint("Applies", id="a"), Touchpoint("Is checked", id="b", wait_before="3 h", emotion=1, sources="talks", kpis="fcr")],
        ),
        Stage("Have it", [Touchpoint("Is accepted", id="c"), Touchpoint("Leaves", id="e")]),
    ]
    links = [
        Link(source="b", target="c", kind="branch", condition="complete", probability=0.7),
        Link(source="k", target="a", kind="branch", condition="too dark", probability=0.4),
        Link(source="k", target="e", kind="branch", condition="fine", probability=0.6),
        Link(source="a", target="b"),
        Link(source="e", target="a", label="next year"),
    ]
    journey = Journey(
        "I apply", id="j", stages=stages, links=links, activities=[Activity("Checks", id="k", layer="backstage", touchpoints="b")]
    )
    solved = KPI("Solved", id="fcr", unit="%", measurements=[Measurement(at=2025, value=66, anchor="j/b")])
    return Portfolio("Town", sources=[Source("Talks", kind="interview")], kpis=[solved], journeys=[journey]).journeys[0]


def test_ways_say_from_where_to_where_and_lead_back():
    diagram = journey_map(applying())
    percent = "\N{NO-BREAK SPACE}%"
    onwards = [
        f"From 2 Is checked to 3 Is accepted: if complete, 70{percent}", f"From 2 Is checked to 1 Applies: if too dark, 40{percent}",
        f"From 2 Is checked to 4 Leaves: if fine, 60{percent}",
    ]  # fmt: skip
    back = "From 4 Leaves to 1 Applies: next year"
    drawn = [(one.kind, one.label, one.text[:1]) for one in diagram.arcs]
    assert drawn == [*(("branch", one, "I") for one in onwards), ("loop", back, "N")], "also where an activity decides"
    assert [row[-1] for row in diagram.table] == ["Links", "", "; ".join(onwards), "", back]


def test_stages_say_what_the_whole_knows():
    whole, stages = (service_blueprint(applying(), detail=one) for one in ("all", "stages"))
    assert (stages.facts, stages.finding, stages.description, stages.badges) == (
        whole.facts,
        whole.finding,
        whole.description,
        whole.badges,
    )
    assert [one.text for one in stages.blueprint.notes if one.label.startswith("D")] == [
        "The way divides here: “Have it”, if complete, 70\N{NO-BREAK SPACE}%", "The way divides here: “Have it”, if fine, 60\N{NO-BREAK SPACE}%",
    ]  # fmt: skip
    held = {
        lane.key: [item.detail or item.text for cell in lane.cells for item in cell.items]
        for lane in (*stages.lanes, *stages.blueprint.below)
    }
    assert held["time"] == ["3\N{NO-BREAK SPACE}h waiting"]
    assert held["kpis"] == ["66\N{NO-BREAK SPACE}% (2025)"]
