"""Where comparing and merging could slip by one: orders, counts, names of both sides, values inside of values."""

import re
from typing import Any

import pytest

from journeykit import edit
from journeykit.comparison import Competitor, Expectations, Future, Likeness, Personas, apply, compare, merge
from journeykit.comparison.changes import ReadingChanged, Spot
from journeykit.comparison.feelings import FeelingChange, margin_of
from journeykit.comparison.figures import figure_changes
from journeykit.comparison.lens_expectation import ExpectationShift
from journeykit.comparison.sentences_of_facts import _share, almost
from journeykit.errors import ConversionError, ModelError
from journeykit.model import (
    KPI,
    Actor,
    Emotion,
    Expectation,
    Insight,
    Journey,
    Measurement,
    PhysicalEvidence,
    Portfolio,
    Scope,
    Source,
    Stage,
    Touchpoint,
)

GRADES = ("not_met", "partly", "met", "exceeded")
BASES = ("assumed", "derived", "intended", "measured", "observed", "reported")


def journey(*touchpoints: Touchpoint, **fields: Any) -> Journey:
    return Journey("Buy", id="buy", stages=[Stage("All", touchpoints)], **fields)


# ------------------------------------------------------------------------------------------------------- inside of values
def test_two_fields_of_one_value_are_merged() -> None:
    base = journey(Touchpoint("Ask"), scope=Scope(objective="Sell", start="Need", end="Paid"))
    ours, theirs = (
        edit.update(base, "buy", scope=Scope(**{"objective": "Sell", "start": "Need", "end": "Paid", **one}))
        for one in ({"start": "Ad"}, {"end": "Home"})
    )
    for one, other in ((ours, theirs), (theirs, ours)):
        merged = merge(base, one, other)
        assert merged.conflicts == ()
        assert merged.result is not None
        assert merged.result.scope == Scope(objective="Sell", start="Ad", end="Home")


def test_a_conflict_inside_of_a_value_is_named_by_its_field() -> None:
    base = journey(Touchpoint("Ask"), scope=Scope(objective="Sell", start="Need"))
    ours, theirs = (edit.update(base, "buy", scope=Scope(objective="Sell", start=one)) for one in ("Ad", "Call"))
    merged = merge(base, ours, theirs)
    assert [(one.kind, one.field, one.base, one.ours, one.theirs) for one in merged.conflicts] == [
        ("value", "scope.start", "Need", "Ad", "Call")
    ]
    assert merged.draft.scope == ours.scope, "ours goes on"


def pain(**fields: Any) -> Journey:
    return journey(Touchpoint("Ask", pains=[Insight(**{"text": "Too long", "id": "long", **fields})]))


def test_two_fields_of_one_pain_are_merged() -> None:
    merged = merge(pain(), pain(severity=3), pain(note="Heard often"))
    assert merged.conflicts == ()
    assert merged.result == pain(severity=3, note="Heard often")
    (wrong,) = merge(pain(severity=1), pain(severity=2), pain(severity=3)).conflicts
    assert (wrong.kind, wrong.what, wrong.field, wrong.ours, wrong.theirs) == ("value", "Insight", "severity", 2, 3)


def test_what_both_added_is_told_apart_by_its_id() -> None:
    none = journey(Touchpoint("Ask"))
    merged = merge(none, pain(id="x"), pain(id="x", text="Too dear"))
    assert [(one.kind, one.what, one.base) for one in merged.conflicts] == [("added", "Insight", None)]
    assert merged.draft == pain(id="x"), "ours goes on"
    assert merge(none, pain(id="x"), pain(id="x")).result == pain(id="x")
    two = merge(none, pain(id="x"), pain(id="y")).result
    assert two is not None
    assert sorted(one.id for one in two.touchpoints["ask"].pains) == ["x", "y"]


def test_a_pain_keeps_the_new_id_of_either_side() -> None:
    for ours, theirs in ((pain(id="slow"), pain(severity=3)), (pain(severity=3), pain(id="slow"))):
        assert merge(pain(), ours, theirs).result == pain(id="slow", severity=3)


def test_what_one_side_removed_and_the_other_changed_stays_and_is_told() -> None:
    none = journey(Touchpoint("Ask"))
    merged = merge(pain(), none, pain(severity=3))
    assert [(one.kind, one.what) for one in merged.conflicts] == [("removed", "Insight")]
    assert merged.draft == pain(severity=3)
    assert merge(pain(), none, pain()).result == merge(pain(), pain(), none).result == none


# ------------------------------------------------------------------------------------------------------- orders and counts
@pytest.mark.parametrize("before", GRADES)
@pytest.mark.parametrize("after", GRADES)
def test_each_grade_is_better_than_the_one_below(before: str, after: str) -> None:
    found = ExpectationShift(place="Ask", text="Quick", before=before, after=after).fate
    assert found == ("better" if GRADES.index(after) > GRADES.index(before) else "worse")


def test_expectations_that_shift() -> None:
    one, other = (journey(Touchpoint("Ask", expectations=[Expectation("Quick", met=grade)])) for grade in ("not_met", "partly"))
    seen = compare(one, other, lens="expectation").seen
    assert isinstance(seen, Expectations)
    assert [shift.fate for shift in seen.shifts] == ["better"]


def test_channels_are_counted_the_most_first() -> None:
    steps = [Touchpoint(f"T{at}", channel=name) for at, name in enumerate(("web", "app", "web", "mail", "app", "web"))]
    seen = compare(journey(*steps, persona="ana"), journey(*steps[:2], persona="bo"), lens="personas").seen
    assert isinstance(seen, Personas)
    assert seen.channels_first == (("web", 3), ("app", 2), ("mail", 1))
    assert seen.channels_second == (("app", 1), ("web", 1))


def test_how_much_is_known_of_each_side_is_in_order() -> None:
    kinds = ("app_reviews", "desk_research", "interview", "observation", "survey", "workshop")
    known = [one for one in kinds if _is_kind(one)]
    felt = [Emotion(1, basis=basis, moment="during", as_of=f"202{at}") for at, basis in enumerate(BASES)]  # type: ignore[arg-type]  # words of the test
    steps = [Touchpoint(f"T{at}", emotions=one, sources=f"s{at % len(known)}") for at, one in enumerate(felt)]
    book = Portfolio(
        sources=[Source(f"S{at}", id=f"s{at}", kind=one) for at, one in enumerate(reversed(known))], journeys=[journey(*steps)]
    )  # type: ignore[arg-type]  # words of the test
    seen = compare(book.journeys["buy"], book.journeys["buy"], lens="competitor").seen
    assert isinstance(seen, Competitor)
    assert seen.stages[0].before is not None
    assert seen.stages[0].before.bases == BASES
    assert seen.evidence[0] == tuple(sorted(known))


def _is_kind(word: str) -> bool:
    try:
        Source("S", kind=word)  # type: ignore[arg-type]  # may be none
    except ModelError:
        return False
    return True


def test_ten_sentences_unless_more_are_wanted() -> None:
    before = Portfolio(
        journeys=[
            Journey(
                f"Way {at}", id=f"w{at}", stages=[Stage("All", [Touchpoint("Ask"), Touchpoint("Pay", emotion=1)])], critical_moment="ask"
            )
            for at in range(14)
        ]
    )
    after = before
    for at in range(14):
        after = edit.update(after, f"w{at}", critical_moment="pay")
        after = edit.update(after, f"w{at}/pay", emotions=[Emotion(-1)])
    found = compare(before, after)
    assert len(found.headlines(30)) > 10
    assert found.headlines() == found.headlines(10) == found.headlines(30)[:10]
    assert len(found.headlines()) == 10
    assert len(found.headlines(11)) == 11


def test_how_alike_stands_in_the_table_of_what_was_matched_by_likeness() -> None:
    before = journey(Touchpoint("Asks for a loan", id="a", emotion=1), Touchpoint("Pays", id="p", emotion=1))
    after = journey(Touchpoint("Asks for the loan", id="b", emotion=2), Touchpoint("Pays", id="p", emotion=2))
    likely, known = (row[4] for row in compare(before, after).to_table()[1:])
    assert re.fullmatch(r"similarity [01]\.[0-9]{2}", likely)
    assert known == "id"


# ---------------------------------------------------------------------------------------------------- names of both sides
def test_what_moved_is_told_by_the_names_of_its_side() -> None:
    bill = PhysicalEvidence("Bill")
    before = journey(Touchpoint("Ask", physical_evidence=[bill]), Touchpoint("Pay", id="pay"))
    after = journey(Touchpoint("Asks first", id="ask"), Touchpoint("Pays cash", id="pay", physical_evidence=[bill]))
    assert "“Bill” is now at “Pays cash” instead of “Ask”." in compare(before, after).headlines()


def test_the_subjects_of_a_comparison_with_a_competitor_are_named() -> None:
    book = Portfolio(
        actors=[Actor("We", id="we", kind="organisation"), Actor("They", id="they", kind="competitor")],
        journeys=[
            journey(Touchpoint("Ask"), subject="we"),
            Journey("Buy", id="there", subject="they", stages=[Stage("All", [Touchpoint("Ask")])]),
        ],
    )
    one, other = book.journeys["buy"], book.journeys["there"]

    def subjects(before: Journey, after: Journey) -> tuple[Any, ...]:
        (found,) = (held for held in compare(before, after, lens="competitor").preconditions if held.about == "subject")
        return found.is_met, found.before, found.after

    assert subjects(one, other) == (True, "we", "they")
    assert subjects(one, one) == (False, "we", "we")
    assert subjects(one, journey(Touchpoint("Ask"))) == (None, "we", None)


def test_a_reading_that_is_new_or_gone_has_no_place_on_the_other_side() -> None:
    mute, told = journey(Touchpoint("Ask")), journey(Touchpoint("Ask", emotion=1))

    def places(before: Journey, after: Journey) -> list[tuple[int, int]]:
        return [(one.old_place, one.new_place) for one in compare(before, after).changes if isinstance(one, ReadingChanged)]

    assert (places(mute, told), places(told, mute)) == ([(-1, 0)], [(0, -1)])
    assert places(told, journey(Touchpoint("Ask", emotion=2))) == [(-1, -1)]


def test_a_change_that_does_not_fit_is_named_by_its_id() -> None:
    found = compare(journey(Touchpoint("Ask", goal="a")), journey(Touchpoint("Ask", goal="b")))
    with pytest.raises(ConversionError, match="A change of Touchpoint 'ask' does not fit: it is not what it was"):
        apply(journey(Touchpoint("Ask", goal="c")), found)


# ----------------------------------------------------------------------------------------------------------------- matches
def test_a_mapping_to_something_and_to_nothing_is_refused() -> None:
    one, other = journey(Touchpoint("Ask"), Touchpoint("Pay")), journey(Touchpoint("Call"), Touchpoint("Pay"))
    assert compare(one, other, mapping={"ask": ["call"]}).headlines()
    with pytest.raises(ConversionError, match="nowhere"):
        compare(one, other, mapping={"ask": ["call", "nowhere"]})


def test_pains_of_one_id_are_one_pain_whatever_they_say() -> None:
    found = compare(pain(text="Nobody answers the telephone"), pain(text="Three forms"))
    assert [(one.method, one.old.id, one.new.id) for one in found.pairs if one.what == "Insight"] == [("id", "long", "long")]


def kpi(key: str, *values: float) -> KPI:
    return KPI(key.title(), id=key, measurements=[Measurement(at=2020 + at, value=one) for at, one in enumerate(values)])


def test_figures_without_values_hide_no_others() -> None:
    before = Portfolio(kpis=[kpi("idle"), kpi("still", 1), kpi("wait", 1)], journeys=[journey(Touchpoint("Ask"))])
    after = Portfolio(kpis=[kpi("idle"), kpi("still", 1), kpi("wait", 1, 2)], journeys=[journey(Touchpoint("Ask"))])
    assert [(one.kpi.id, one.before.value, one.after.value) for one in figure_changes(compare(before, after))] == [("wait", 1, 2)]


def test_a_touchpoint_with_the_id_of_a_figure_renames_no_figure() -> None:
    before = Portfolio(kpis=[kpi("wait", 1)], journeys=[journey(Touchpoint("Waits long", id="wait"))])
    after = Portfolio(kpis=[kpi("wait", 1, 2)], journeys=[journey(Touchpoint("Sits down", id="sits"))])
    found = compare(before, after, mapping={"buy/wait": "buy/sits"})
    assert [(one.kpi.id, one.after.value) for one in figure_changes(found)] == [("wait", 2)]


def test_the_weights_of_likeness_are_as_they_are_told() -> None:
    how = Likeness()
    assert (how.accept, how.margin, how.neighbours) == (0.6, 0.1, 0.2)
    assert (how.title, how.stage, how.channels, how.counterparts, how.facts, how.held) == (0.6, 0.2, 0.1, 0.1, 0.3, 1.0)


@pytest.mark.parametrize(
    ("theirs", "told"), [("ask", ()), ("pay", ("The critical moment is “Ask” for customers, “Pay” for employees.",)), (None, ())]
)
def test_customers_and_employees_agree_on_the_critical_moment_or_not(theirs: str | None, told: tuple[str, ...]) -> None:
    own = journey(Touchpoint("Ask", emotion=1), Touchpoint("Pay", emotion=1), critical_moment="ask")
    other = journey(Touchpoint("Ask", emotion=1), Touchpoint("Pay", emotion=1), critical_moment=theirs, perspective="employee")
    found = compare(own, other, lens="perception").headlines(50)
    assert tuple(one for one in found if one.startswith("The critical moment is")) == told


# --------------------------------------------------------------------------------------------------- long lists of strangers
_COLOURS, _THINGS = ("amber", "black", "copper", "denim", "ebony", "fawn"), ("bottle", "candle", "drawer", "engine", "folder")
TITLES = tuple(f"Takes the {colour} {thing} {thing}{colour}" for colour in _COLOURS for thing in _THINGS)


def test_long_lists_are_matched_by_their_rare_words() -> None:
    before = journey(*(Touchpoint(title, id=f"a{at}") for at, title in enumerate(TITLES)))
    after = journey(*(Touchpoint(title.replace("Takes", "Gets"), id=f"b{at}") for at, title in enumerate(TITLES)))
    found = [one for one in compare(before, after).pairs if one.what == "Touchpoint"]
    assert {(one.old.id, one.new.id, one.method) for one in found} == {(f"a{at}", f"b{at}", "similarity") for at in range(len(TITLES))}


def test_in_long_lists_what_has_no_word_in_common_is_sought_beside_its_neighbours() -> None:
    facts = {"goal": "A key of my own", "channel": "web", "owner": "desk", "duration": "5 min", "wait_before": "2 min"}
    steps = [Touchpoint(title, id=f"t{at}") for at, title in enumerate(TITLES)]
    gone = [Touchpoint(f"Vanishes {title[::-1]}", id=f"v{at}") for at, title in enumerate(TITLES)]
    come = [Touchpoint(f"Emerges {title[::-1].upper()}zz", id=f"e{at}") for at, title in enumerate(TITLES)]
    before = journey(*steps[:10], Touchpoint("Asks", id="old", **facts), *steps[10:], *gone)  # type: ignore[arg-type]  # fields by name
    after = journey(*steps[:10], Touchpoint("Enquires", id="new", **facts), *steps[10:], *come)  # type: ignore[arg-type]  # fields by name
    found = {one.old.id: (one.new.id, one.method) for one in compare(before, after).pairs if one.what == "Touchpoint"}
    assert found["old"] == ("new", "similarity")


@pytest.mark.parametrize(("value", "said"), [(1.0, "1"), (0.996, "above 0.99"), (0.994, "0.99"), (0.5, "0.5"), (0.0, "0")])
def test_what_is_not_quite_1_is_not_called_1(value: float, said: str) -> None:
    assert almost(value) == said


@pytest.mark.parametrize(("part", "said"), [(0.0949, "9.5 %"), (0.095, "10 %"), (0.5, "50 %"), (0.001, "0.1 %"), (1.0, "100 %")])
def test_small_shares_have_a_decimal(part: float, said: str) -> None:
    assert _share(part) == said


def test_two_portfolios_are_one_pair_without_doubt() -> None:
    before, after = (Portfolio(title, journeys=[journey(Touchpoint("Ask"))]) for title in ("Now", "Then"))
    (whole,) = (row for row in compare(before, after).rows if row.what == "Portfolio")
    assert (whole.status, whole.method, whole.score, whole.old[0].title, whole.new[0].title) == ("changed", "explicit", 1.0, "Now", "Then")
    (same,) = (row for row in compare(before, before).rows if row.what == "Portfolio")
    assert same.status == "unchanged"


def test_pains_are_kept_gone_or_new_in_the_future() -> None:
    kept, lost, come = (Insight(text, id=text.lower()) for text in ("Slow", "Dear", "Dark"))
    now = journey(Touchpoint("Ask", pains=[kept, lost]))
    seen = compare(now, journey(Touchpoint("Ask", pains=[kept, come]), state="future"), lens="future").seen
    assert isinstance(seen, Future)
    assert [(one.pain.id, one.fate, one.is_gone) for one in seen.pains] == [
        ("slow", "not addressed", False),
        ("dear", "gone", True),
        ("dark", "new", False),
    ]


def test_what_was_joined_in_one_journey_stays_there() -> None:
    def book(*titles: str) -> Portfolio:
        ways = [
            Journey(f"Way {at}", id=f"w{at}", stages=[Stage("All", [Touchpoint(title), Touchpoint("Pay")])])
            for at, title in enumerate(titles)
        ]
        return Portfolio(journeys=ways)

    found = compare(book("Ask", "Ask"), book("Call", "Ask"), mapping={"w0/ask": "w0/call"}, lens="versions")
    assert [[(one.old.id, one.new.id, one.method) for one in part.pairs if one.what == "Touchpoint"] for part in found.parts] == [
        [("ask", "call", "explicit"), ("pay", "pay", "id")], [("ask", "ask", "id"), ("pay", "pay", "id")],
    ]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "verdict"), [(0, 1, "better"), (1, 0, "worse"), (-1, 0.5, "better"), (1, 1, "unchanged")])
def test_a_feeling_beyond_its_margin_is_better_or_worse(before: float, after: float, verdict: str) -> None:
    one, other = (Emotion(value, basis="measured", sd=0.1, n=400) for value in (before, after))
    change = FeelingChange(spot=Spot("t", "t", "T"), moment="during", before=one, after=other, margin=margin_of(one, other))
    assert change.verdict == verdict
