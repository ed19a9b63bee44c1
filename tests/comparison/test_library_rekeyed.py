"""A new id in the library is one change there: no journey that refers to it differs, through whatever lens."""

import re
from typing import Any

import pytest

import journeykit as jk
from journeykit.comparison import LENSES, ActionEffects, ChannelGaps, Conformance, Future, Versions, compare
from journeykit.model import Portfolio

BEFORE = """\
journeykit: 1
personas: [{id: ana, name: Ana}]
owners: [{id: shop, name: Shop}]
channels: [{id: web, name: Web site}, {id: app, name: App}]
kpis:
  - {id: csat, name: CSAT, metric: csat, scale: [1, 5], unit: points}
measurements:
  - {kpi: csat, value: 3.0, at: 2022, channel: web, anchor: pay/alpha}
  - {kpi: csat, value: 4.0, at: 2022, channel: app, anchor: pay/alpha}
insights: [{id: slow, text: Slow, kind: pain, anchors: [pay/alpha]}]
actions: [{id: mend, title: Mend it, addresses: [slow], kpis: [{kpi: csat, target: 5}], implemented_on: 2023-06-01}]
journeys:
  - id: pay
    title: I pay
    persona: ana
    form: planned
    kpis: [csat]
    stages: [{title: One, touchpoints: [{title: Alpha, owner: shop, emotion: 1, channels: [web, app]}, {title: Beta, owner: shop}]}]
"""
REKEYED = {"ana": "anna", "shop": "store", "web": "site", "csat": "content", "slow": "delay", "mend": "repair"}


def rekeyed(text: str) -> str:
    return re.sub(rf"(?<!metric: )\b({'|'.join(REKEYED)})\b", lambda found: REKEYED[found[1]], text)


def book(text: str) -> Portfolio:
    return jk.loads(text)


LATER = {"value: 3.0, at: 2022": "value: 2.0, at: 2024", "value: 4.0, at: 2022": "value: 4.5, at: 2024"}


def later(text: str) -> str:
    for old, new in LATER.items():
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize("lens", [None, *LENSES])
def test_what_follows_a_new_id_is_no_change(lens: Any) -> None:
    whole = compare(book(BEFORE), book(rekeyed(BEFORE)), lens=lens)
    assert {one.id: one.after for one in whole.changes if one.kind == "rekeyed"} == REKEYED  # type: ignore[attr-defined]  # rekeyed ones have it
    assert len(whole.changes) == len(REKEYED)
    (part,) = whole.parts
    assert part.changes == ()
    assert part.inverse().changes == ()
    met = {one.about for one in part.preconditions if one.code == "CMP-02" and one.is_met is False}
    assert met == set()
    assert not any("Persona" in one or "persona" in one for one in part.headlines() if lens != "personas")


def test_the_future_has_no_other_channels_actions_or_pains() -> None:
    (part,) = compare(book(BEFORE), book(rekeyed(BEFORE)), lens="future").parts
    assert isinstance(part.seen, Future)
    assert (part.seen.channels_gained, part.seen.channels_lost, part.seen.differences) == ((), (), ())
    assert [(one.pain.title, one.fate, one.actions) for one in part.seen.pains] == [("Slow", "addressed", ("repair",))]
    assert [one.action.id for one in part.seen.goals] == ["repair"]


def test_figures_are_followed_to_new_ids_of_kpi_and_channel() -> None:
    after = book(later(rekeyed(BEFORE)))
    (part,) = compare(book(BEFORE), after, lens="versions").parts
    assert isinstance(part.seen, Versions)
    assert [(one.before.value, one.after.value) for one in part.seen.figures] == [(3.0, 2.0), (4.0, 4.5)]
    assert part.seen.implemented == ()
    (part,) = compare(book(BEFORE), after, lens="channels").parts
    assert isinstance(part.seen, ChannelGaps)
    assert [(one.spread, other.spread) for one, other in part.seen.pairs] == [(1.0, 2.5)]
    (part,) = compare(book(BEFORE), after, lens="action").parts
    assert isinstance(part.seen, ActionEffects)
    assert [one.figure and one.figure.difference for one in part.seen.actions[0].targets] == [-1.0, 0.5]


def test_a_run_uses_the_planned_channel_under_its_new_id() -> None:
    run = rekeyed(BEFORE).replace("form: planned", "form: actual\n    case: '1'\n    origin: pay").replace("id: pay\n", "id: went\n")
    run = run.replace("anchor: pay/", "anchor: went/").replace("[pay/alpha]", "[went/alpha]")
    seen = compare(book(BEFORE), book(run), lens="conformance").seen
    assert isinstance(seen, Conformance)
    assert (seen.runs, dict(seen.counts)) == (1, {})


def test_references_to_another_journey_follow_its_new_id() -> None:
    text = "journeykit: 1\njourneys: [{id: buy, title: I buy, stages: [{title: S, touchpoints: [Ask, {title: Pay, origin: ORIGIN}]}]},"
    text += " {id: ORIGIN, title: I return it, stages: [{title: T, touchpoints: [Send, Wait]}]}]\n"
    sides = [book(text.replace("origin: ORIGIN", f"origin: {name}/send").replace("ORIGIN", name)) for name in ("back", "returns")]
    whole = compare(*sides)
    assert [one.kind for one in whole.changes] == ["rekeyed"]
    assert [[one.kind for one in part.changes] for part in whole.parts] == [[], ["rekeyed"]]
