"""What is said of feelings: before and after count, ties are all named, how it is known is said, and every output says the same."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import journeykit as jk
from journeykit.examples import example as shipped
from journeykit.measure import emotion_curve
from journeykit.model import Emotion, Journey, Portfolio, Stage, Touchpoint
from journeykit.testing import journeys
from journeykit.views.context import context_of
from journeykit.views.printed import valence
from journeykit.views.words_english import ENGLISH

MOMENTS = ("before", "during", "after")


def visit(*feelings, **fields):
    steps = [Touchpoint(f"Step {at}", id=f"t{at}", emotion=one) for at, one in enumerate(feelings)]
    return Journey("I visit", stages=[Stage("A", steps)], **fields)


def said(journey, view="journey-map", **options):
    drawn = jk.render(journey, view=view, **options)
    return drawn.diagram.finding, drawn.alt, drawn.describe().splitlines()


TALKS = {"before": -2, "during": 1, "after": 2}


def test_before_and_after_are_high_and_low_points_wherever_they_are_said():
    finding, alt, told = said(visit(1, -1, TALKS))
    assert finding == "“Step 2” (after) is the high point. The mood falls most, by two steps, from “Step 0” to “Step 1”."
    assert finding in alt
    assert "Feeling is best (+2) at 3 Step 2 (after), worst (−2) at 3 Step 2 (before); 3 of 3 touchpoints have a reading." in told[2]
    assert told[3] == "Stage 1, A: 1 Step 0 (+1); 2 Step 1 (−1); 3 Step 2 (before −2, during +1, after +2)."
    panel, _, (*_, line) = said(visit(1, -1, TALKS), "emotion-curves")
    assert panel == finding
    assert "High: “Step 2” (3), after, +2; Low: “Step 2” (3), before, −2" in line


def test_a_touchpoint_alone_has_its_highs_and_lows_too():
    finding, alt, told = said(visit({"before": -2, "after": 2}))
    assert finding == "“Step 0” (after) is the high point (+2), “Step 0” (before) the low point (−2)."
    assert alt.startswith("I visit. Current state. Generalised map. Draft. Hypothesis. “Step 0” (after)")
    assert "best (+2) at 1 Step 0 (after), worst (−2) at 1 Step 0 (before); 1 of 1 touchpoint has a reading." in told[2]


@pytest.mark.parametrize(
    ("feelings", "finding"),
    [
        ([{"before": 2, "after": 2}, 0], "“Step 0” (before and after) is the high point. Then the mood falls two steps at “Step 1”."),
        ([2, {"before": 1, "during": 2}, 1], "“Step 0” and “Step 1” are the high points (+2). The mood falls most, by one step, in two places, first from “Step 0” to “Step 1” (before)."),
        ([{"before": 2, "during": 0, "after": -2}], "“Step 0” (before) is the high point. Then the mood falls four steps at “Step 0” (after)."),
        ([{"before": 2, "during": 2, "after": -1}], "“Step 0” (before and during) is the high point. Then the mood falls three steps at “Step 0” (after)."),
        ([{"before": 1, "during": 2, "after": -1}], "“Step 0” is the high point. Then the mood falls three steps at “Step 0” (after)."),
        ([{"before": -1, "during": -1}], "Every reading is −1."),
    ],
)  # fmt: skip
def test_the_headline_names_the_moments(feelings, finding):
    assert said(visit(*feelings))[0] == finding


@pytest.mark.parametrize("moment", ["before", "after"])
def test_the_only_reading_of_a_touchpoint_says_its_moment_wherever_it_is_said(moment):
    journey = visit({moment: 1})
    mapped, curves = jk.render(journey), jk.render(journey, view="emotion-curves")
    assert mapped.diagram.finding == curves.diagram.finding == f"The one reading is +1, at “Step 0” ({moment})."
    assert f"  - Step 0: {moment} +1 (assumed)\n" in mapped.text
    assert f"    - 1 Step 0: {moment} +1\n    - End +1: “Step 0” (1), {moment}\n" in curves.text
    assert f"Feeling is +1 at 1 Step 0 ({moment});" in mapped.describe()
    assert f"Stage 1, A: 1 Step 0 ({moment} +1).\n" in mapped.describe()
    assert f"End: “Step 0” (1), {moment}, +1." in curves.describe()
    assert mapped.to_table()[1][3] == f"+1; {moment}; assumed"
    assert curves.to_table()[1][3:] == (moment, "+1", "assumed")
    (point,) = curves.diagram.parts[0].panels[0].points
    assert point.offset == 0


def test_a_headline_says_the_moments_of_both_of_two_touchpoints():
    journey = visit({"before": 2}, {"after": -1}, 1)
    assert said(journey)[0] == "“Step 0” (before) is the high point. Then the mood falls three steps at “Step 1” (after)."
    assert [row[3] for row in jk.render(journey, view="emotion-curves").to_table()[1:]] == ["before", "after", "during"]
    assert "best (+2) at 1 Step 0 (before), worst (−1) at 2 Step 1 (after);" in jk.render(journey).describe()


def test_what_is_felt_during_goes_without_saying():
    journey = visit({"during": 1})
    assert said(journey)[0] == "The one reading is +1, at “Step 0”."
    assert "during" not in jk.render(journey).describe() + jk.render(journey).text


def test_a_fall_within_a_touchpoint_is_counted_once():
    assert "in 2 places" not in emotion_curve(visit({"before": 2, "during": 2, "after": -1})).sentence


@pytest.mark.parametrize(
    ("language", "best", "each"),
    [
        ("de", "Bestes Gefühl (+2): 3 Step 2 (danach); schlechtestes (−2): 3 Step 2 (davor)", "davor −2, währenddessen +1, danach +2"),
        ("ar", "(بعد)؛ وأسوأه", "قبل \u200e−2، أثناء \u200e+1، بعد \u200e+2"),
    ],
)
def test_moments_in_other_languages(language, best, each):
    text = "\n".join(said(visit(1, -1, TALKS), language=language)[2])
    assert best in text
    assert each in text


@pytest.mark.parametrize(
    ("feelings", "overview"),
    [
        ([2, -1, 2], "Feeling is best (+2) at 1 Step 0 and 3 Step 2, worst (−1) at 2 Step 1;"),
        ([2, 2, 2], "Feeling is +2 at 1 Step 0, 2 Step 1 and 3 Step 2;"),
        ([at % 5 - 2 for at in range(200)], "Feeling is best (+2) at 40 touchpoints, worst (−2) at 40 touchpoints;"),
    ],
)
def test_none_of_equals_is_called_the_best(feelings, overview):
    drawn = jk.render(visit(*feelings))
    assert overview in drawn.describe()
    assert overview in drawn.text


def test_curves_say_that_others_are_as_high():
    *_, line = said(visit(2, -1, 2), "emotion-curves")[2]
    assert "High: “Step 0” (1) and at one other point, +2; Low: “Step 1” (2), −1; End: “Step 2” (3), +2." in line


KNOWN = {
    "measured": "Feelings are measured, reported or observed.",
    "derived": "Feelings are derived from data, not rated by those concerned.",
    "assumed": "Feelings are assumed.",
    "intended": "Feelings are intended.",
    "illustrative": "Feelings are illustrative.",
}


@pytest.mark.parametrize("view", ["journey-map", "emotion-curves"])
def test_how_feelings_are_known_is_never_said_alike(view):
    for basis, known in KNOWN.items():
        _, alt, told = said(visit([Emotion(1, basis=basis)], [Emotion(-1, basis=basis)]), view)
        assert alt.endswith(known)
        assert known in " ".join(told)
        assert not [other for other in KNOWN.values() if other != known and (other in alt or other in " ".join(told))]


def test_where_readings_are_known_in_several_ways_each_says_its_own():
    _, alt, told = said(visit([Emotion(1, basis="measured")], [Emotion(-1, basis="assumed")]))
    assert alt.endswith("Feelings are in part assumed.")
    assert told[3] == "Stage 1, A: 1 Step 0 (+1 measured); 2 Step 1 (−1 assumed)."


def test_the_readings_of_others_and_what_is_intended_are_told_with_their_names():
    journey = visit([Emotion(-2), Emotion(0, perspective="employee")], [Emotion(1, basis="intended")], 1)
    assert said(journey)[2][3] == (
        "Stage 1, A: 1 Step 0 (−2; employee: 0); 2 Step 1 (customer, intended: +1); 3 Step 2 (+1)."
    )  # fmt: skip


@pytest.mark.parametrize("view", ["journey-map", "emotion-curves"])
@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({"state": "future", "version": "0.3"}, "Future state. Generalised map. Draft 0.3."),
        ({"form": "planned"}, "Current state. Service as planned. Draft."),
        ({"form": "actual"}, "Current state. Actual run. Draft."),
        ({"status": "published"}, "Current state. Generalised map. Published. Hypothesis."),
    ],
)
def test_what_kind_of_map_it_is_comes_first(view, fields, state):
    _, alt, told = said(visit(1, -1, **fields), view)
    assert alt.startswith(f"I visit. {state} ")
    assert told[0].startswith(state)


def test_the_journey_of_tomorrow_says_so():
    for view in ("journey-map", "emotion-curves"):
        _, alt, told = said(jk.loads(shipped("dealership_online")).journeys[0], view)
        assert "Future state" in alt
        assert alt.endswith("Feelings are intended.")
        assert told[0] == "Future state. Generalised map. Draft."
        assert "Feelings are intended." in " ".join(told[1:3])


def test_curves_of_several_journeys_say_which_nobody_has_lived_and_when_it_is_best():
    book = Portfolio(journeys=[visit(TALKS), visit([Emotion(1)], id="other", state="future")])
    finding, alt, told = said(book, "emotion-curves")
    assert "best +2 at “Step 0”, after (I visit); worst −2 at “Step 0”, before (I visit)" in finding
    assert alt.endswith("Feelings are assumed.")
    assert ["Future state" in line for line in told] == [False, False, True]


def test_the_headline_of_a_journey_without_feelings_is_a_sentence():
    finding, alt, told = said(visit(None, None))
    assert finding == "How it feels has not been asked yet; two contacts have no accountable owner."
    assert (alt.endswith(finding), told[1]) == (True, finding)


def test_high_and_low_points_before_and_after_have_their_number_in_the_picture():
    def numbers(*feelings):
        drawn = jk.render(visit(*feelings))
        (lane,) = [one for one in drawn.diagram.lanes if one.key == "emotions"]
        return [one.value for one in lane.series[0].points if one.offset and one.weight], drawn.svg

    named, svg = numbers(1, -1, TALKS)
    assert named == [-2, 2]
    assert all(f">{text}<" in svg for text in ("−2", "+2", "+1", "−1"))
    assert numbers(2, -2, {"before": 0, "during": 1, "after": 0})[0] == []


def test_the_summary_of_very_many_touchpoints_reads_before_and_after():
    drawn = jk.render(visit(TALKS, *([1] * 80)))
    assert "1: Step 0 (before −2, during +1, after +2)" in drawn.svg.replace("&#8206;", "")
    assert "−2 to +2, 81 of 81 read" in drawn.text


def feelings():
    value = st.sampled_from([-2, -1.5, -1, 0, 1, 1.5, 2])
    basis = st.sampled_from(["measured", "derived", "assumed", "intended"])
    reading = st.builds(lambda moment, one, known: Emotion(one, moment=moment, basis=known), st.sampled_from(MOMENTS), value, basis)
    return st.lists(st.lists(reading, max_size=4, unique_by=lambda one: one.moment), min_size=1, max_size=7)


@given(feelings())
@example([[Emotion(-2, moment="before"), Emotion(1), Emotion(2, moment="after")], [Emotion(2)]])
def test_headline_alternative_description_panel_and_measure_agree(held):
    journey = visit(*held)
    finding, alt, told = said(journey)
    curve = emotion_curve(journey)
    if not curve.points:
        assert finding.startswith("How it feels has not been asked yet")
        return
    highest, lowest = (valence(one.valence, ENGLISH) for one in (curve.peak, curve.trough))

    def columns(value):
        return list(dict.fromkeys(one.index for one in curve.points if one.valence == value))

    assert finding in alt
    assert told[1] == finding
    overview = told[2]
    if highest == lowest:
        assert f"Feeling is {highest} at" in overview
    else:
        assert f"Feeling is best ({highest}) at" in overview
        assert f", worst ({lowest}) at" in overview
        best, worst = overview.partition("Feeling is best")[2].split(";")[0].split(", worst")
        for text, value in ((best, curve.peak.valence), (worst, curve.trough.valence)):
            named = [at for at in range(len(held)) if f"{at + 1} Step {at}" in text]
            assert named == columns(value) or (not named and f"{len(columns(value))} touchpoints" in text)
        if curve.peak.valence > 0:
            named = [at for at in range(len(held)) if f"“Step {at}”" in finding.partition(" high point")[0]]
            assert named == columns(curve.peak.valence) or (not named and f"{len(columns(curve.peak.valence))} touchpoints" in finding)
    panels = jk.render(journey, view="emotion-curves").diagram.parts[0].panels
    shown = {one.kind: one for one in panels[0].callouts}
    if highest != lowest:
        assert (shown["peak"].text, shown["trough"].text) == (highest, lowest)
        assert f"“Step {curve.peak.index}” ({curve.peak.index + 1})" in shown["peak"].title
    known = next(text for text in alt.split(". ")[-1:] if text.startswith("Feelings are"))
    assert known in overview
    assert len(panels) > 1 or jk.render(journey, view="emotion-curves").alt == alt


@given(journeys())
def test_the_course_is_that_of_the_measure(journey):
    context = context_of(journey)
    if not context.tracks:
        return
    first, course = context.tracks[0], context.course
    curve = emotion_curve(journey, perspective=first.perspective, kind=first.kind)
    assert [one.value for one in course.readings] == [one.valence for one in curve.points]
    assert (course.high.column, course.high.value) == (curve.peak.index, curve.peak.valence)
    assert (course.low.column, course.low.value) == (curve.trough.index, curve.trough.valence)
    assert course.mean == pytest.approx(curve.value, abs=1e-12)
    assert (course.drop is None) == (curve.largest_drop is None)
    if course.drop:
        assert course.drop[1].value - course.drop[0].value == pytest.approx(curve.largest_drop.change)
