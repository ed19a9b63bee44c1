"""Fixes: what is put right, what is only proposed, and what is left alone."""

from typing import Any

import pytest

from journeykit import Portfolio, check
from journeykit.documents import FIXABLE, PROPOSED, document_of, fixed, revised
from journeykit.model import Channel, Emotion, Journey, Owner, Relation, Stage, Touchpoint
from journeykit.rules import catalogue


def done(book: Portfolio, *, unsafe: bool = False, **given: Any) -> tuple[Portfolio, list[str]]:
    found = fixed(book, check(book, **given), unsafe=unsafe)
    again = fixed(found.portfolio, check(found.portfolio, **given), unsafe=unsafe)
    assert again.portfolio == found.portfolio, "a second time changes nothing"
    return found.portfolio, [one.code for one in found.findings]


def run(*steps: tuple[str, str | None], stages: int = 1) -> Portfolio:
    held = [Touchpoint(title, started=at and f"2025-05-{at}T10:00+00:00") for title, at in steps]
    size = -(-len(held) // stages)
    parts = [Stage(f"S{at}", held[at * size : (at + 1) * size]) for at in range(stages)]
    return Portfolio.of(Journey("Case", form="actual", stages=parts))


def titles(book: Portfolio) -> list[str]:
    return [one.title for one in book.journeys[0].touchpoints]


def test_fixes_belong_to_rules() -> None:
    known = {one.code for one in catalogue()} | {"CHK-01"}
    assert FIXABLE.keys() | PROPOSED.keys() <= known
    assert not FIXABLE.keys() & PROPOSED.keys()


def test_runs_are_sorted_and_what_has_no_time_stays_behind_its_neighbour() -> None:
    book, codes = done(run(("Invoice", "03"), ("Reads it", None), ("Order", "01"), ("Waits", None)))
    assert (titles(book), codes) == (["Order", "Waits", "Invoice", "Reads it"], ["STR-12"])


def test_whole_stages_are_sorted() -> None:
    book, _ = done(run(("C", "04"), ("D", "05"), ("B", "03"), ("A", "01"), stages=2))
    assert titles(book) == ["A", "B", "C", "D"]
    assert [one.id for one in book.journeys[0].stages] == ["s1", "s0"]


def test_runs_whose_stages_overlap_are_left_alone() -> None:
    before = run(("A", "01"), ("C", "05"), ("B", "03"), ("D", "06"), stages=2)
    assert done(before) == (before, [])


def test_channels_that_differ_in_more_than_the_name_are_left_to_people() -> None:
    steps = Journey(
        "I ask", stages=[Stage("Ask", [Touchpoint("Asks", channels=["e-mails", "email"]), Touchpoint("Reads", channel="e-mails")])]
    )
    before = Portfolio("B", channels=[Channel("Email"), Channel("E-Mails", medium="web")], journeys=[steps])
    assert done(before) == (before, [])
    after, codes = done(before, unsafe=True)
    assert (codes, after.channels.ids) == (["STR-14"], ("email",))
    assert [one.channels for one in after.journeys[0].touchpoints] == [("email",), ("email",)]


def test_loose_channels_take_the_declared_name() -> None:
    steps = Journey("I ask", stages=[Stage("Ask", [Touchpoint("Asks", channel="E-Mail")])])
    after, codes = done(Portfolio("B", channels=[Channel("Email")], journeys=[steps]))
    assert (codes, after.journeys[0].touchpoints[0].channels) == (["STR-14"], ("email",))


@pytest.mark.parametrize(
    ("written", "kept", "amount"),
    [
        (["web", "web", "web "], "web", 1),
        (["web", "WEB"], "web", 1),
        (["WEB", "web"], "WEB", 1),
        (["Web", "WEB", "WEB", "web"], "WEB", 2),
        (["web", "WEB", "Web"], "web", 2),
        (["web ", "web  ", "WEB"], "web", 2),
    ],
)
def test_loose_channels_take_the_spelling_that_most_use(written: list[str], kept: str, amount: int) -> None:
    steps = [Touchpoint(f"T{at}", channel=one) for at, one in enumerate(written)]
    before = Portfolio.of(Journey("I ask", stages=[Stage("Ask", [*steps, Touchpoint("All", channels=sorted(set(written)))])]))
    after, codes = done(before)
    assert [one.channels for one in after.journeys[0].touchpoints] == [(kept,)] * (len(written) + 1)
    assert codes == ["STR-14"] * amount


@pytest.mark.parametrize("channel", [Channel("Web"), Channel("Online shop", id="web")])
def test_a_declared_channel_wins_over_what_most_write(channel: Channel) -> None:
    steps = [Touchpoint(f"T{at}", channel=one) for at, one in enumerate(["WE-B", "WE-B", "web ", "web"])]
    after, _ = done(Portfolio("B", channels=[channel], journeys=[Journey("I ask", stages=[Stage("Ask", steps)])]))
    assert {one.channels for one in after.journeys[0].touchpoints} == {("web",)}


def test_actors_of_one_name_become_one_wherever_they_are_named() -> None:
    steps = Journey(
        "I ask", participants=["desk"], stages=[Stage("Ask", [Touchpoint("Asks", owner="desks", counterparts=["desk", "desks"])])]
    )
    book = Portfolio(
        "B",
        owners=[Owner("Desk", kind="team"), Owner("DESK", id="desks"), Owner("Boss")],
        relations=[Relation(source="desks", target="boss")],
        journeys=[steps],
    )
    after, codes = done(book)
    assert codes == ["STR-14"]
    assert (after.owners.ids, after.relations[0].source) == (("desk", "boss"), "desk")
    asked = after.journeys[0].touchpoints[0]
    assert (asked.owner, asked.counterparts) == ("desk", ("desk",))


def test_proposals_are_applied_only_when_asked_for() -> None:
    stages = [Stage("Ask", [Touchpoint("Asks", emotion=Emotion(1, basis="measured"))]), Stage("Empty")]
    before = Portfolio.of(Journey("I ask", state="future", stages=stages))
    assert done(before, profile="workshop") == (before, [])
    after, codes = done(before, unsafe=True, profile="workshop")
    assert set(codes) >= {"STR-02", "EVD-09"}
    assert after.journeys[0].stages.ids == ("ask",)
    assert after.journeys[0].touchpoints[0].emotions[0].basis == "intended"


def test_the_last_touchpoint_of_a_file_keeps_its_comment() -> None:
    document = document_of("journeykit: 1\njourneys:\n  - title: Case\n    form: actual\n    stages:\n      - title: All\n        touchpoints:\n"
                           "          # at last\n          - {title: B, started: 2025-05-02T10:00:00+00:00}  # b\n          - {title: A, started: 2025-05-01T10:00:00+00:00}  # a\n")  # fmt: skip
    after = revised(document, fixed(document.portfolio, check(document)).portfolio)
    assert after.text.endswith(
        "          - {title: A, started: 2025-05-01T10:00:00+00:00}  # a\n          # at last\n          - {title: B, started: 2025-05-02T10:00:00+00:00}  # b\n"
    )


@pytest.mark.parametrize("code", sorted(FIXABLE))
def test_fixes_that_no_longer_fit_are_left_out(code: str) -> None:
    book = run(("B", "02"), ("A", "01"))
    other = Portfolio("Other")
    assert fixed(other, check(book)).portfolio == other
