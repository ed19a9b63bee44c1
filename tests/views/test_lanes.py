"""Which lanes there are, how one asks for them, and what each says."""

import pytest

from journeykit.errors import RenderError, UnknownNameError
from journeykit.model import (
    KPI,
    Channel,
    Emotion,
    Expectation,
    FailPoint,
    Insight,
    Journey,
    Measurement,
    Owner,
    PhysicalEvidence,
    Portfolio,
    Stage,
    Touchpoint,
)
from journeykit.views import DEFAULT_LANES, LANE_NAMES, LaneSpec, journey_map


def one_stage(*touchpoints, **fields):
    return Journey("I buy", stages=[Stage("Deal", touchpoints)], **fields)


def full():
    return one_stage(
        Touchpoint(
            "Pays", goal="Be done", actions=["Pays"], thoughts=["At last"], emotion=1, duration="5 min", wait_before="2 min", tolerance="5 min",
            expectations=["Quick"], channel="phone", counterparts=["Clerk"], pains=["Queue"], gains=["Smile"], opportunities=["How might we?"], owner="Sales",
            supporters=["IT"], kpis=["NPS"], sources=["study"], physical_evidence=["Bill"], systems=["Till"], processes=["Billing"], messages=["Thanks"],
            trigger="Bill arrives", outcome="Paid", fail_point=FailPoint("Card refused", probability=0.02, severity=7, recovery="cash"), drop_off=0.1,
            importance={"customer": 4, "management": 2}, contact_reason="To pay", insights=["Most pay at once"], notes={"risk": ["Fraud"], "pains": "Mine"},
        )
    )  # fmt: skip


def keys(journey, lanes=None):
    return [one.key for one in journey_map(journey, lanes=lanes).lanes]


def lane(journey, key, **options):
    return next(one for one in journey_map(journey, lanes=[key], **options).lanes if one.key == key)


def items(journey, key):
    return [item for cell in lane(journey, key).cells for item in cell.items]


def test_all_lanes_can_be_drawn():
    assert keys(full(), "all") == [*LANE_NAMES, "notes:pains", "risk"]


def test_the_default_has_the_usual_lanes_then_those_of_notes():
    assert keys(full()) == [*DEFAULT_LANES, "notes:pains", "risk"]


def test_lanes_without_content_are_hidden():
    assert keys(one_stage(Touchpoint("Pays"))) == ["owner"]
    assert keys(one_stage(Touchpoint("Thinks", kind="action"))) == []


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("emotions,pains", ["emotions", "pains"]),
        (["pains", "emotions"], ["pains", "emotions"]),
        (["emotions", "+systems", "-emotions"], ["systems"]),
        ("risk, owner", ["risk", "owner"]),
        ("notes", ["notes:pains", "risk"]),
        ("Physical-Evidence", ["physical_evidence"]),
        ("-kpis", [*(one for one in DEFAULT_LANES if one != "kpis"), "notes:pains", "risk"]),
        ("+systems", [*(one for one in LANE_NAMES if one in {*DEFAULT_LANES, "systems"}), "notes:pains", "risk"]),
    ],
)
def test_the_grammar_of_names(asked, expected):
    assert keys(full(), asked) == expected


@pytest.mark.parametrize("asked", ["emotion_curve", "+sistems", "-pain"])
def test_an_unknown_lane_names_the_nearest(asked):
    with pytest.raises(UnknownNameError) as caught:
        journey_map(full(), lanes=asked)
    assert "did you mean" in caught.value.problems[0].hint


def data_stored(touchpoint):
    return ["Name", "Card number"] if touchpoint.systems else None


def test_a_function_of_a_touchpoint_is_a_lane():
    diagram = journey_map(full(), lanes=["emotions", data_stored])
    assert [one.title for one in diagram.lanes] == ["Feels", "Data stored"]
    assert diagram.table[1][-1] == "Name; Card number"


def test_a_specified_lane_has_its_own_title():
    spec = LaneSpec(key="risk-owner", title="Who bears the risk", texts=lambda one: one.owner)
    assert [one.title for one in journey_map(full(), lanes=["default", spec]).lanes][-1] == "Who bears the risk"


def test_a_lane_of_ones_own_gives_texts():
    with pytest.raises(RenderError, match="says no text"):
        journey_map(full(), lanes=[LaneSpec(key="n", title="N", texts=lambda _: 3)])
    with pytest.raises(RenderError, match="no name"):
        journey_map(full(), lanes=[lambda _: "x"])


def test_more_than_three_statements_are_counted_and_listed():
    journey = one_stage(Touchpoint("Waits", pains=[Insight(f"Pain {at}", severity=4, frequency=at / 20) for at in range(1, 11)]))
    diagram = journey_map(journey, lanes="pains")
    (cell,) = diagram.lanes[0].cells
    assert ([one.text for one in cell.items], cell.more) == (["Pain 10", "Pain 9", "Pain 8"], "7 more, see list")
    assert diagram.notes[0].notes[0] == ("4", "Pain 7; 35\xa0%; severity 4 of 4")
    assert len(diagram.notes[0].notes) == 7
    assert "Pain 1;" in diagram.table[1][3]


def test_of_many_quotations_one_is_shown():
    journey = one_stage(Touchpoint("Waits", thoughts=["a", "b", "c", "d"]))
    (cell,) = lane(journey, "thoughts").cells
    assert ([one.text for one in cell.items], cell.more) == (["“a”"], "3 more, see list")


def test_quotations_of_readings_and_of_the_library_are_said_too():
    journey = one_stage(
        Touchpoint("Waits", thoughts=["Hm"], emotion=Emotion(-1, quote="Never again"), insights=[Insight("Too slow", kind="quote")])
    )
    assert [one.text for one in items(journey, "thoughts")] == ["“Hm”", "“Never again”", "“Too slow”"]


def test_pains_are_ranked_by_severity_frequency_and_weight():
    journey = one_stage(
        Touchpoint("Pays", pains=[Insight("often", severity=2, frequency=0.5), Insight("unrated", frequency=0.9), Insight("plain")]),
        Touchpoint("Signs", pains=[Insight("critical", severity=2, frequency=0.4), Insight("refuted", status="refuted"), Insight("gone", status="resolved")]),
        critical_moment="signs",
    )  # fmt: skip
    ranked = sorted(items(journey, "pains"), key=lambda one: int(one.mark.label))
    assert [one.text for one in ranked] == ["critical", "often", "unrated", "plain", "gone"]
    assert (ranked[0].ticks.filled, ranked[2].ticks.filled, ranked[3].ticks) == (2, None, None)
    assert (ranked[4].style, ranked[4].detail) == ("muted", "resolved")


def test_a_pain_of_unknown_frequency_has_no_bar():
    (item,) = items(one_stage(Touchpoint("Pays", pains=[Insight("slow", severity=3)])), "pains")
    assert item.share is None
    assert item.share_text == ""


def test_expectations_show_priority_and_verdict():
    journey = one_stage(
        Touchpoint(
            "Pays",
            expectations=[
                Expectation("Quick", met="exceeded"),
                Expectation("Gift", priority="secondary", met="not_met"),
                Expectation("Kind"),
            ],
        )
    )
    found = items(journey, "expectations")
    assert [one.mark.kind for one in found] == ["dot", "dot-open", "dot"]
    assert [(one.verdict.text, one.verdict.glyph) if one.verdict else None for one in found] == [
        ("exceeded", "up"),
        ("not met", "down"),
        None,
    ]


def test_stage_statements_span_their_columns():
    journey = Journey(
        "I buy",
        stages=[Stage("Deal", [Touchpoint("Asks"), Touchpoint("Pays", goal="Be done")], goal="A fair price", expectations=["Honesty"])],
    )
    assert [(one.start, one.end, one.items[0].text) for one in lane(journey, "goal").cells] == [(0, 1, "A fair price"), (1, 1, "Be done")]
    assert [(one.start, one.end) for one in lane(journey, "expectations").cells] == [(0, 1)]


def test_alternative_channels_stand_in_one_bar():
    journey = one_stage(Touchpoint("Asks", channels=["web", "phone"]), Touchpoint("Pays", channels=["web", "phone"]))
    (span,) = lane(journey, "channels").spans
    assert (span.text, span.start, span.end, span.mark.label) == ("Web or Phone", 0, 1, "web")


def test_a_declared_channel_shows_its_name_and_medium():
    book = Portfolio(
        channels=[Channel("Shop", medium="face_to_face"), Channel("Phone line", medium="phone")],
        journeys=[one_stage(Touchpoint("Asks", channel="shop"), Touchpoint("Calls", channel="phone-line"))],
    )
    assert [one.text for one in lane(book.journeys[0], "channels").spans] == ["Shop, face to face", "Phone line"]


def test_owners_and_supporters_are_bars():
    book = Portfolio(
        owners=[Owner("Sales team", id="sales"), Owner("IT")],
        journeys=[
            one_stage(
                Touchpoint("Asks", owner="sales", supporters=["it"]), Touchpoint("Thinks", kind="action"), Touchpoint("Pays", owner="sales")
            )
        ],
    )
    spans = [(one.start, one.end, one.text, one.mark.kind) for one in lane(book.journeys[0], "owner").spans]
    assert spans == [(0, 2, "Sales team", "owner"), (0, 0, "IT", "supporter")]


def test_waiting_is_the_dark_part_of_a_bar():
    (bar,) = lane(full(), "time").bars
    assert (bar.value, bar.inner, bar.text.replace("\xa0", " ")) == (7, 2, "7 min, 2 min of it waiting; 5 min tolerated")


def test_long_times_are_summed_in_days():
    time = lane(one_stage(Touchpoint("Orders", duration="2 d"), Touchpoint("Waits", wait_before="3 d 12 h")), "time")
    assert (time.total, time.total_unit, time.note) == ("5.5", "d in all", "days; dark: waiting")
    assert [(bar.value, bar.inner) for bar in time.bars] == [(2880, None), (5040, 5040)]


def test_tolerance_is_the_measure_where_every_time_has_one():
    time = lane(
        one_stage(Touchpoint("Asks", duration="5 min", tolerance="4 min"), Touchpoint("Pays", duration="5 min", tolerance="4 min")), "time"
    )
    assert time.total_verdict.text == "tolerance 8: 2 over"


def test_kpis_show_their_latest_value_there():
    kpi = KPI("Satisfaction", id="sat", unit="%", direction="higher", target=80, measurements=[
        Measurement(at="2024", value=90, anchor="i-buy/pays"), Measurement(at="2025", value=70.25, anchor="i-buy/pays"), Measurement(at="2025", value=50),
    ])  # fmt: skip
    book = Portfolio(kpis=[kpi], journeys=[one_stage(Touchpoint("Pays", kpis=["sat"]), Touchpoint("Leaves", kpis=["sat"]))])
    found = items(book.journeys[0], "kpis")
    assert [one.detail.replace("\xa0", " ") for one in found] == ["70.2 % (2025)", "50 % (2025)"]
    assert found[0].verdict.text == "9.8 under the target of 80"


def test_physical_evidence_has_an_icon():
    found = items(
        one_stage(
            Touchpoint("Pays", physical_evidence=[PhysicalEvidence("Bill", kind="document"), PhysicalEvidence("Music", kind="ambience")])
        ),
        "physical_evidence",
    )
    assert [one.mark.label if one.mark else None for one in found] == ["document", "air"]


def test_fail_points_say_how_often_how_badly_and_what_then():
    (item,) = items(full(), "fail_points")
    assert item.detail.replace("\xa0", " ") == "in 2 % of cases; severity 7 of 10; then: cash"


def test_importance_names_other_views():
    assert [one.text for one in items(full(), "importance")] == ["4", "management 2"]


def test_several_sources_are_counted():
    journey = one_stage(Touchpoint("Pays", sources=["a", "b", "c", "d", "e"]))
    (item,) = items(journey, "evidence")
    assert (item.text, item.mark.kind) == ("a, b, c +2", "evidence-1")
