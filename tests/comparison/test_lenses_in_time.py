"""One journey at two times: its versions, its future, and what its actions brought."""

from datetime import date
from typing import Any

import pytest

from journeykit.comparison import ActionEffects, Comparison, Versions, action, answers, compare
from journeykit.comparison.lens_future import Future
from journeykit.model import (
    KPI,
    Action,
    Activity,
    Emotion,
    Insight,
    Journey,
    Measurement,
    Opportunity,
    Period,
    Portfolio,
    Source,
    Stage,
    Target,
    Touchpoint,
)


def journey(*touchpoints: Touchpoint, **fields: Any) -> Journey:
    return Journey("Buy", stages=[Stage("All", touchpoints)], **{"id": "j", **fields})


def spots(several: Any) -> list[str]:
    return [one.title for one in several]


# --------------------------------------------------------------------------------------------------------- versions
def versions_of() -> tuple[Portfolio, Portfolio]:
    older = Portfolio(
        sources=[Source("Old", collected_to=2023), Source("Older", collected_from=2020)],
        kpis=[KPI("Wait", unit="min", direction="lower", measurements=[Measurement(at=2024, value=40, n=30, sd=5)])],
        actions=[Action("Was there", implemented_on=2024), Action("Idea", id="idea")],
        journeys=[
            journey(
                Touchpoint("Ask", emotion=Emotion(-1, sources=["old"]), pains=[Insight("Slow", id="slow"), Insight("Loud", id="loud", status="resolved"), Insight("Dear", id="dear", status="confirmed")]),
                Touchpoint("Pay", emotion=1), Touchpoint("Sign"),
                version="1", valid_on="2024-01", kpis=["wait"], sources=["older"],
            )
        ],
    )  # fmt: skip
    newer = Portfolio(
        sources=[Source("New", collected_to="2025-06")],
        kpis=[KPI("Wait", unit="min", direction="lower", measurements=[Measurement(at=2025, value=20, n=30, sd=5)])],
        actions=[Action("Was there", implemented_on=2024), Action("Idea", id="idea", implemented_on="2024-09"), Action("Elsewhere", implemented_on="2024-09", touches=["k"]), Action("Later", implemented_on="2025-09")],
        journeys=[
            journey(
                Touchpoint("Ask", emotion=1, pains=[Insight("Slow", id="slow", status="resolved"), Insight("Loud", id="loud"), Insight("Cold", id="cold")]),
                Touchpoint("Pay", emotion=1), Touchpoint("Call"),
                version="2", valid_on="2025-06", kpis=["wait"], sources=["new"],
            ),
            Journey("Other", id="k"),
        ],
    )  # fmt: skip
    return older, newer


def looked(older: Portfolio, newer: Portfolio) -> tuple[Comparison, Versions]:
    c = compare(older.journeys["j"], newer.journeys["j"], lens="versions")
    assert isinstance(c.seen, Versions)
    return c, c.seen


def test_two_versions() -> None:
    _, seen = looked(*versions_of())
    assert seen.names == ("1", "2")
    assert [str(one) for one in seen.dates] == ["2024-01", "2025-06"]
    assert seen.structure == (("added", 1), ("removed", 1), ("changed", 1))
    assert [(one.spot.id, one.difference) for one in seen.feelings] == [("ask", 2)]
    assert [(one.kpi.id, one.verdict) for one in seen.figures] == [("wait", "better")]
    assert (spots(seen.pains_resolved), spots(seen.pains_reopened), spots(seen.pains_new)) == (["Slow", "Dear"], ["Loud"], ["Cold"])
    assert seen.evidence == (date(2023, 12, 31), date(2025, 6, 30))
    assert spots(seen.implemented) == ["Was there", "Idea"]


def test_two_versions_in_sentences() -> None:
    c, _ = looked(*versions_of())
    assert c.headlines(11) == (
        "3 touchpoints before, 3 after: 2 are matched, 1 of them unchanged.",
        "Version 1 against version 2.",
        "“Wait”: 40 min (2024, n = 30) → 20 min (2025, n = 30), better by more than the margin of error of ±2.5.",
        "“Ask” feels: −1 → +1, for the better; the margin of error is not known.",
        "Back again: “Loud”.",
        "New pains: “Cold”.",
        "Resolved or gone: “Slow” and “Dear”.",
        "Put in place in between, and so perhaps a cause: “Was there” and “Idea”.",
        "The evidence now reaches to 2025-06-30, before to 2023-12-31.",
        "1 touchpoint is gone: “Sign”.",
        "1 touchpoint is new: “Call”.",
    )


def test_without_dates_what_is_newly_in_place_lies_between() -> None:
    older, newer = (
        Portfolio(actions=actions, journeys=[journey(Touchpoint("Ask"), supersedes=old)])
        for actions, old in (([Action("A", implemented_on=2024), Action("B")], None), ([Action("A", implemented_on=2024), Action("B", implemented_on=2025), Action("C", implemented_on=2025)], None))
    )  # fmt: skip
    _, seen = looked(older, newer)
    assert spots(seen.implemented) == ["B", "C"]
    assert seen.evidence == (None, None)
    reviewed = compare(journey(reviewed_on=2024), journey(reviewed_on=2025), lens="versions").seen
    assert isinstance(reviewed, Versions)
    assert reviewed.dates == (Period("2024"), Period("2025"))


def test_pains_of_what_is_unresolved_are_neither_new_nor_gone() -> None:
    one = journey(
        Touchpoint("Waits", id="a", pains=["Slow"]), Touchpoint("Waits", id="b", pains=["Slow"]), Touchpoint("Pays", pains=["Dear"])
    )
    other = journey(Touchpoint("Waits", id="x", pains=["Slow"]), Touchpoint("Waits", id="y", pains=["Slow"]), Touchpoint("Pays"))
    c = compare(one, other, lens="versions")
    assert len(c.unresolved) == 4
    assert isinstance(c.seen, Versions)
    assert (spots(c.seen.pains_resolved), c.seen.pains_new, c.seen.pains_reopened) == (["Dear"], (), ())


def test_old_evidence_is_called_old() -> None:
    def dated(year: int) -> Journey:
        return Portfolio(sources=[Source("S", id="s", collected_to=year)], journeys=[journey(Touchpoint("Ask"), sources=["s"])]).journeys[0]

    same = compare(dated(2023), dated(2023), lens="versions").headlines()
    assert same == ("The evidence is as old as before (2023-12-31).",)
    assert compare(dated(2023), dated(2024), lens="versions").headlines() == (
        "The evidence now reaches to 2024-12-31, before to 2023-12-31.",
    )


@pytest.mark.parametrize(
    ("before", "after", "is_met"),
    [({}, {}, True), ({"id": "a"}, {"id": "b"}, False), ({"id": "a"}, {"id": "b", "supersedes": "a"}, True), ({"id": "a"}, {"id": "b", "origin": "a"}, True), ({"id": "a", "origin": "b"}, {"id": "b"}, True)],
)  # fmt: skip
def test_versions_need_a_lineage(before: dict[str, Any], after: dict[str, Any], *, is_met: bool) -> None:
    books = [
        Portfolio(journeys=[journey(**fields), *([journey(id="a")] if fields.get("supersedes") else [])]).journeys[0]
        for fields in (before, after)
    ]
    c = compare(books[0], books[1], lens="versions")
    assert [one.is_met for one in c.preconditions if one.about == "lineage"] == [is_met]
    assert ("Neither side names the other as the version before it." in c.headlines()) != is_met


# ----------------------------------------------------------------------------------------------------------- future
def futures(**target: Any) -> tuple[Journey, Journey]:
    wait = KPI("Time in store", id="time", unit="min", direction="lower", target=90, measurements=[Measurement(at=2015, value=157)])
    book = Portfolio(
        kpis=[wait],
        opportunities=[Opportunity("Faster?", id="fast", addresses=["now/ask/slow"])],
        actions=[Action("Online", id="online", touches=["then/ask"], addresses=["fast"], kpis=[Target(kpi="time", **target)])],
        journeys=[
            journey(Touchpoint("Ask", pains=["Slow", "Loud"], duration="2 h"), Touchpoint("Pay", wait_before="10 min"), id="now"),
            journey(
                Touchpoint("Ask online", id="ask", origin="now/ask", pains=["Cold"]), Touchpoint("Pay", channel="app"), id="then", origin="now", state="future",
                activities=[Activity("Old desk", touchpoints=["pay"], status="retired"), Activity("Robot", touchpoints=["ask"], status="needed")],
            ),
        ],
    )  # fmt: skip
    return book.journeys["now"], book.journeys["then"]


GOALS: dict[str, tuple[dict[str, Any], bool | None, str]] = {
    "short of it": ({"target": 112}, False, "“Online” is to bring “Time in store” from 157 min to 112 min, which does not reach its target of 90 min."),
    "exactly": ({"target": 90, "baseline": 100}, True, "“Online” is to bring “Time in store” from 100 min to 90 min, which reaches its target of 90 min."),
    "beyond": ({"target": 60}, True, "“Online” is to bring “Time in store” from 157 min to 60 min, which reaches its target of 90 min."),
    "the target of the KPI": ({}, True, "“Online” is to bring “Time in store” from 157 min to 90 min, which reaches its target of 90 min."),
}  # fmt: skip


@pytest.mark.parametrize("name", GOALS)
def test_whether_an_action_reaches_the_target(name: str) -> None:
    target, reaches, words = GOALS[name]
    c = compare(*futures(**target), lens="future")
    assert isinstance(c.seen, Future)
    assert [one.reaches for one in c.seen.goals] == [reaches]
    assert words in c.headlines()


def test_a_goal_without_target_or_direction_reaches_nothing() -> None:
    def goals(**fields: Any) -> tuple[Any, str]:
        book = Portfolio(
            kpis=[KPI("K", **fields)],
            actions=[Action("A", touches=["j"], kpis=[Target(kpi="k", target=5)])],
            journeys=[journey(Touchpoint("Ask"))],
        )
        c = compare(book.journeys[0], book.journeys[0], lens="future")
        assert isinstance(c.seen, Future)
        return c.seen.goals[0].reaches, c.headlines()[1]

    assert goals() == (None, "“A” is to bring “K” to 5.")
    assert goals(target=9) == (None, "“A” is to bring “K” to 5; the target is 9.")


def test_the_future_in_sentences() -> None:
    c = compare(*futures(target=112), lens="future")
    lines = c.headlines(30)
    for line in (
        "1 of 2 pains is addressed by an action: “Slow”.",
        "No longer on the map, though no action says why: “Loud”.",
        "New pain: “Cold”.",
        "The times add up to 0 min instead of 2 h (stated at 1 of 2 touchpoints before and 0 of 2 after).",
        "The waits add up to 0 min instead of 10 min (stated at 1 of 2 touchpoints before and 0 of 2 after).",
        "Still to be created: “Robot”.",
        "To end: “Old desk”.",
        "New channel: “app”.",
    ):
        assert line in lines
    unrealised = next(line for line in lines if "realised by no action" in line)
    assert unrealised == "3 differences of 4 are realised by no action: “Pay”, “Old desk” and “Robot”."


def test_feelings_and_sources_need_no_action() -> None:
    book = Portfolio(
        sources=[Source("S", id="s")],
        journeys=[
            journey(Touchpoint("Ask", emotion=1)),
            journey(Touchpoint("Ask", emotion=2, sources=["s"], tags=["x"]), id="k", origin="j"),
        ],
    )
    seen = compare(book.journeys[0], book.journeys[1], lens="future").seen
    assert isinstance(seen, Future)
    assert (len(seen.differences), seen.unrealised) == (1, ())


def test_the_states_must_differ() -> None:
    current, then = futures()
    assert [one.is_met for one in compare(current, then, lens="future").preconditions if one.about == "state"] == [True]
    assert [one.is_met for one in compare(then, current, lens="future").preconditions if one.about == "state"] == [False]
    assert [one.is_met for one in compare(current, current, lens="future").preconditions if one.about == "state"] == [False]
    words = "The side before should be of today, and the side after of the future."
    assert words in compare(then, current, lens="future").headlines()
    assert words not in compare(current, then, lens="future").headlines()


# ---------------------------------------------------------------------------------------------------------- actions
def in_place(*values: Measurement, others: Any = (), **fields: Any) -> Portfolio:
    kpis = [
        KPI("Wait", unit="min", direction="lower", measurements=values, baseline=60, target=20),
        KPI("Calm", direction="higher", measurements=others),
    ]
    act = Action(
        "New desk", id="desk", **{"status": "implemented", "implemented_on": "2025-03", "kpis": [Target(kpi="wait", target=30)], **fields}
    )
    return Portfolio(kpis=kpis, actions=[act, Action("Idea", id="idea")], journeys=[journey(Touchpoint("Wait"), kpis=["wait", "calm"])])


def effects(book: Portfolio) -> tuple[Comparison, ActionEffects]:
    c = compare(book, book, lens="action")
    assert isinstance(c.seen, ActionEffects)
    return c, c.seen


def test_an_action_is_judged_by_the_values_before_and_since() -> None:
    values = [
        Measurement(at=at, value=value, n=50, sd=10)
        for at, value in (("2024", 50), ("2025-02", 60), ("2025-03", 99), ("2025-Q1", 98), ("2025", 97), ("2025-05", 45), ("2025-06", 42))
    ]
    calm = [Measurement(at=2024, value=7, n=50, sd=1), Measurement(at="2025-06", value=5, n=50, sd=1)]
    c, seen = effects(in_place(*values, others=calm))
    (one,) = seen.actions
    (target,) = one.targets
    assert target.figure is not None
    assert (target.figure.before.value, target.figure.after.value) == (60, 42)
    assert target.attainment == pytest.approx(0.6)
    assert [figure.kpi.id for figure in one.worsened] == ["calm"]
    assert (one.can_be_shown, one.action.id, str(one.implemented_on)) == (True, "desk", "2025-03")
    assert c.headlines() == (
        "“New desk”, in place since 2025-03: “Wait”: 60 min (2025-02, n = 50) → 42 min (2025-06, n = 50), better by more than the margin of error of ±3.9; 60 % of the way to 30 min.",
        "“New desk”, in place since 2025-03: worse at the same time is “Calm”.",
    )
    assert [one.is_met for one in c.preconditions if one.code == "MEA-09"] == [True]


def test_a_period_that_covers_several_begins_with_its_first() -> None:
    long = Measurement(start="2025-02", at="2025-06", value=40)
    _, seen = effects(in_place(Measurement(at=2024, value=50), long))
    assert [target.figure for target in seen.actions[0].targets] == [None]


def test_worse_within_the_margin_is_no_side_effect() -> None:
    def worsened(**about: Any) -> int:
        calm = [Measurement(at=2024, value=7, **about), Measurement(at="2025-06", value=6.9, **about)]
        return len(effects(in_place(others=calm))[1].actions[0].worsened)

    assert (worsened(n=9, sd=2), worsened()) == (0, 1)
    better = [Measurement(at=2024, value=7), Measurement(at="2025-06", value=8)]
    assert effects(in_place(others=better))[1].actions[0].worsened == ()


WITHOUT: dict[str, tuple[Portfolio, list[str]]] = {
    "no date": (in_place(implemented_on=None), ["“New desk” is in place, but not since when: no effect can be shown."]),
    "no KPI": (in_place(kpis=[]), ["“New desk”, in place since 2025-03, names no KPI that it was to move: no effect can be shown."]),
    "no value": (in_place(), ["“New desk”, in place since 2025-03: “Wait” has no value before and since, so no effect can be shown."]),
    "no value since": (in_place(Measurement(at=2024, value=1)), ["“New desk”, in place since 2025-03: “Wait” has no value before and since, so no effect can be shown."]),
    "no value before": (in_place(Measurement(at="2025-06", value=1)), ["“New desk”, in place since 2025-03: “Wait” has no value before and since, so no effect can be shown."]),
    "nothing in place": (in_place(status="selected", implemented_on=None), ["No action is in place: there is nothing to look at."]),
}  # fmt: skip


@pytest.mark.parametrize("name", WITHOUT)
def test_an_effect_that_cannot_be_shown_is_called_so(name: str) -> None:
    book, lines = WITHOUT[name]
    c, seen = effects(book)
    assert list(c.headlines()) == lines
    assert not any(one.can_be_shown for one in seen.actions)


def test_the_way_to_the_target_may_lead_backwards() -> None:
    def share(target: Any) -> float | None:
        values = [Measurement(at=2024, value=40), Measurement(at="2025-06", value=50)]
        return effects(in_place(*values, kpis=[target]))[1].actions[0].targets[0].attainment

    assert share(Target(kpi="wait", target=20, baseline=40)) == -0.5
    assert share(Target(kpi="wait", target=40, baseline=40)) is None
    assert share(Target(kpi="wait")) == 0.25  # 60 to 20, as the KPI says
    assert (
        "−50 % of the way to 20 min"
        in compare(
            *[
                in_place(
                    Measurement(at=2024, value=40), Measurement(at="2025-06", value=50), kpis=[Target(kpi="wait", target=20, baseline=40)]
                )
            ]
            * 2,
            lens="action",
        ).headlines()[0]
    )


def test_values_of_both_sides_are_one_series() -> None:
    before = in_place(Measurement(at=2024, value=50))
    after = in_place(Measurement(at=2024, value=50), Measurement(at="2025-06", value=40))
    alone = in_place(Measurement(at="2025-06", value=40))
    for c in (compare(before, after), compare(before, alone), compare(before.journeys[0], after.journeys[0])):
        figure = action(c).actions[0].targets[0].figure
        assert figure is not None
        assert (figure.before.value, figure.after.value) == (50, 40)


def test_of_journeys_only_actions_that_touch_them() -> None:
    both = Portfolio(
        actions=[Action("Here", touches=["j/ask"], status="closed"), Action("There", touches=["k"], status="monitoring"), Action("Anywhere", implemented_on=2024)],
        journeys=[journey(Touchpoint("Ask")), journey(id="k")],
    )  # fmt: skip
    one = both.journeys[0]
    assert [held.action.id for held in action(compare(one, one)).actions] == ["here", "anywhere"]
    assert [held.action.id for held in action(compare(both, both)).actions] == ["here", "there", "anywhere"]
    assert [held.action.id for held in action(compare(one, one), which="There").actions] == ["there"]
    assert answers(action(compare(one, one), which="nothing"), one) == ("No action is in place: there is nothing to look at.",)
