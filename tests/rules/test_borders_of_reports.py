"""Rules of pictures and comparisons at their borders, and the words of reports."""

import json
from typing import Any

import pytest
from attrs import evolve

from journeykit.comparison import compare
from journeykit.model import (
    KPI,
    Insight,
    Journey,
    Owner,
    Persona,
    Portfolio,
    Source,
    Stage,
    Touchpoint,
)
from journeykit.rules import ComparisonFacts, Finding, Report, catalogue, check, explained, grouped, reported, statistics
from journeykit.rules._drawing import DrawingFacts
from journeykit.rules._words import stem
from journeykit.scene import Group, Page, Scene, Text
from journeykit.themes import contrast
from tests.rules.asking import found, of


# ------------------------------------------------------------------------------------------------- pictures and reports
def _read(*sources: str) -> list[str]:
    nodes = tuple(Group(label=f"g{at}", source=one, children=()) for at, one in enumerate(sources))
    return found(Scene(title="M", pages=(Page(width=9, height=9, background="#FFFFFF", nodes=nodes),)), "ACC-05")


def test_stages_are_read_before_what_stands_in_them() -> None:
    a, b = "journeys['i'].stages['a']", "journeys['i'].stages['b']"
    assert _read(a, f"{a}.touchpoints['x']", b, f"{b}.touchpoints['y']") == _read(f"{a}.touchpoints['x']") == _read(a, b) == []
    assert len(_read(f"{a}.touchpoints['x']", f"{a}.touchpoints['y']", a)) == 1, "each stage once"
    assert len(_read(f"{a}.touchpoints['x']", f"{b}.touchpoints['y']", a, b)) == 2
    assert len(_read("other", "another", f"{a}.touchpoints['x']", a)) == 1
    assert _read(a, f"{a}.touchpoints['x']", a) == [], "the first is what counts"
    quoted = "journeys['i'].stages['it\\'s']"
    assert len(_read(f"{quoted}.touchpoints['x']", quoted)) == 1


def test_sides_of_unlike_kinds_have_no_pairs() -> None:
    journey = of(Touchpoint("A"))
    both = compare(journey, journey)
    for before, after in ((journey, Portfolio.of(journey)), (Portfolio.of(journey), journey)):
        assert ComparisonFacts(evolve(both, before=before, after=after)).journeys == ()


def test_groups_name_each_way_to_mend_once() -> None:
    long = Stage("Long", [Touchpoint(f"T{at}") for at in range(8)])
    longer = Stage("Longer", [Touchpoint(f"U{at}") for at in range(8)])
    fixes = [line for line in grouped(check(Journey("I do", stages=[long, longer]), select=["STR-04"])).splitlines() if "→" in line]
    assert len(fixes) == 2
    assert fixes[0] == "  → Tell in stages of their own what leads here and what comes after."
    assert fixes[1].startswith("  → Divide the stage.")


@pytest.mark.parametrize(
    ("stages", "each", "ways"),
    [(2, 1, ["Tell"]), (3, 7, []), (9, 4, []), (10, 1, ["Zoom"]), (9, 5, ["Zoom"]), (1, 1, ["Tell"])],
)
def test_how_to_mend_a_size_fits_what_was_found(stages: int, each: int, ways: list[str]) -> None:
    held = [Stage(f"S{at}", [Touchpoint(f"T{at}-{one}") for one in range(each)]) for at in range(stages)]
    assert [one.fix.split()[0] for one in check(Journey("I do", stages=held), select=["STR-04"])] == ways


def test_too_few_stages_with_too_many_steps_are_both_mended() -> None:
    held = [Stage(f"S{at}", [Touchpoint(f"T{at}-{one}") for one in range(7)]) for at in range(2)]
    (one,) = check(Journey("I do", stages=held), select=["STR-04"], parameters={"STR-04": {"most_touchpoints": 13}})
    assert one.fix.startswith("Tell in stages of their own")
    assert "Zoom out" in one.fix
    assert one.message.startswith('Journey "I do" (i-do) has 14 touchpoints in 2 stages; ')


def test_reports_of_nothing_name_no_place() -> None:
    assert grouped(Report()) == "No findings in profile draft.\n"
    report = check(of(Touchpoint("Website")), select=["COM-06"])
    rows = reported(report, "markdown").splitlines()
    assert "journeys" in rows[2]
    placed = report.located(lambda _: "map.yaml:3:5")
    assert "map.yaml:3:5" in reported(placed, "markdown").splitlines()[2]


def test_a_click_may_be_of_no_time_and_of_any() -> None:
    inner = Journey("Checks in", stages=[Stage("All", [Touchpoint("A"), Touchpoint("B"), Touchpoint("C")])])

    def clicks(duration: str, seconds: float, fewest: int = 3) -> int:
        outer = of(Touchpoint("Arrives", sub_journey="checks-in"), Touchpoint("Clicks", duration=duration))
        return len(found(Portfolio("B", journeys=[inner, outer]), "STR-08", seconds=seconds, fewest_steps=fewest))

    assert [clicks("0.5 s", 0), clicks("0.5 s", 1), clicks("0.5 s", 1e30)] == [0, 1, 1]
    assert [clicks("1 s", 60, 4), clicks("1 s", 60, 3)] == [0, 1]


def test_all_that_a_rule_says_of_itself() -> None:
    held = {one.code: one for one in catalogue()}
    lines = explained(held["MEA-08"]).splitlines()
    assert lines[0] == "MEA-08 dead-kpi  (warning from management on)"
    assert lines[2] == "The last value of a KPI is two of its periods old at most."
    assert "It asks for today's date." in lines
    assert "It asks" not in explained(held["STR-04"])
    assert explained(held["ACC-01"]).splitlines()[0] == "ACC-01 faint-text  (error, always)"
    assert "  periods = 2: how many periods may pass; a convention." in lines


def test_statistics_are_as_wide_as_their_words() -> None:
    report = check(of(*(Touchpoint("Website", id=f"t{at}") for at in range(10))), select=["STR-05", "STR-04"])
    assert statistics(report).splitlines() == [
        "9  STR-05  warning  touchpoint-twice-in-a-row", "2  STR-04  info     unmanageable-size", "9 warnings, 2 info in profile draft.",
    ]  # fmt: skip
    assert statistics(Report()) == "No findings in profile draft.\n"


def test_one_owner_of_most_is_asked_from_the_fewest_on() -> None:
    def owned(amount: int, whole: int, **settings: Any) -> int:
        steps = [Touchpoint(f"T{at}", owner="desk" if at < amount else "shop" if at % 2 else "web") for at in range(whole)]
        owners = [Owner("Desk"), Owner("Shop"), Owner("Web")]
        return len(found(Portfolio("B", owners=owners, journeys=[of(*steps)]), "MGT-14", **settings))

    assert [owned(1, 1, fewest=1), owned(1, 1, fewest=0), owned(0, 0, fewest=0), owned(2, 2, fewest=3)] == [1, 1, 0, 0]
    assert [owned(5, 10, share=0.5, fewest=2), owned(6, 10, share=0.5, fewest=2)] == [0, 1]


def test_matches_are_counted_in_their_own_journey() -> None:
    def half(amount: int, *, bare: bool = True, **settings: Any) -> list[str]:
        before = Journey("I do", stages=[Stage("All", [Touchpoint(f"Step {name}", id=f"t{at}") for at, name in enumerate("abcd")])])
        kept = [Touchpoint(f"Step {name}", id=f"t{at}") for at, name in enumerate("abcd") if at < amount]
        after = Journey(
            "I do", stages=[Stage("All", [*kept, *(Touchpoint(word) for word in ("Leaves", "Pays cash", "Rings", "Sleeps")[amount:])])]
        )
        other = Journey("I wait", stages=[Stage("Wait", [Touchpoint(f"Wait {name}") for name in "wxyz"])])
        sides = (before, after) if bare else (Portfolio("B", journeys=[before, other]), Portfolio("B", journeys=[after, other]))
        return found(compare(*sides), "CMP-03", **settings)

    assert half(1, share=0.5) == half(1, bare=False, share=0.5) == ['1 of 4 touchpoints of "I do" (i-do) is matched.']
    assert half(2, share=0.5) == half(2, bare=False, share=0.5) == []


def test_a_cut_text_is_told_by_its_beginning() -> None:
    def cut(text: str, *, label: str = "", tip: str = "") -> int:
        mark = Text(x=5, y=20, text=text, width=30, size=12, fill="#1A1A1A")
        held = Group(label=label, tip=tip, children=(mark,))
        return len(found(Scene(title="M", pages=(Page(width=100, height=50, background="#FFFFFF", nodes=(held,)),)), "ACC-06"))

    assert [cut("Waits for the …"), cut("Waits for the …", label="Somebody else waits"), cut("…")] == [1, 1, 1]
    assert [
        cut("Waits for the …", label="Waits for the bus"),
        cut("Waits for the …", tip="Waits for the bus"),
        cut("…", tip="Waits"),
        cut("Waits"),
    ] == [0] * 4


@pytest.mark.parametrize(
    ("one", "other", "odd"),
    [
        ("ann", "ann", 0),
        ("ann", "mother", 0),
        ("mother", "ann", 0),
        ("ann", "sister", 0),
        ("ann", "bo", 1),
        ("bo", "cy", 1),
        ("bo", "ann", 1),
    ],
)
def test_families_of_personas_share_their_journeys(one: str, other: str, odd: int) -> None:
    people = [Persona("Mother"), Persona("Ann", parent="mother"), Persona("Sister", parent="mother"), Persona("Bo"), Persona("Cy")]
    inner = Journey("I pay", persona=one, stages=[Stage("Pay", [Touchpoint("Pays")])])
    outer = of(Touchpoint("A", sub_journey="i-pay"), persona=other)
    said = [f'"A" (i-do/a) stands for "I pay" (i-pay), which is the journey of another persona ({one}).']
    assert found(Portfolio("B", personas=people, journeys=[inner, outer]), "STR-13") == said * odd


@pytest.mark.parametrize(("inner", "outer", "odd"), [(2, 1, 0), (1, 1, 1), (0, 1, 1), (None, 1, 0), (1, None, 0), (1, 0, 0)])
def test_levels_go_down_with_each_sub_journey(inner: int | None, outer: int | None, odd: int) -> None:
    below = Journey("I pay", level=inner, stages=[Stage("Pay", [Touchpoint("Pays")])])
    above = of(Touchpoint("A", sub_journey="i-pay"), level=outer)
    said = [f'"A" (i-do/a) stands for "I pay" (i-pay), which has level {inner}, and its own journey has {outer}.']
    assert found(Portfolio("B", journeys=[below, above]), "STR-13") == said * odd


def test_text_of_eleven_pixels_is_large_enough() -> None:
    def small(size: float) -> int:
        text = Text(x=5, y=20, text="Waits", width=30, size=size, fill="#1A1A1A")
        return len(found(Scene(title="M", pages=(Page(width=100, height=50, background="#FFFFFF", nodes=(text,)),)), "ACC-06"))

    assert [small(11), small(10.995), small(10.99)] == [0, 0, 1]


def test_reports_for_programs_fall_back_on_the_name() -> None:
    bare = Finding(code="ZZ-01", name="odd-thing", severity="info", message="Odd.")
    (rule,) = json.loads(reported(Report(findings=(bare,)), "sarif"))["runs"][0]["tool"]["driver"]["rules"]
    assert rule["fullDescription"]["text"] == rule["help"]["text"] == "odd-thing"
    (told,) = json.loads(reported(Report(findings=(evolve(bare, why="Because.", fix="Mend it."),)), "sarif"))["runs"][0]["tool"]["driver"][
        "rules"
    ]
    assert (told["fullDescription"]["text"], told["help"]["text"]) == ("Because.", "Mend it.")
    assert grouped(Report(findings=(bare, evolve(bare, where="a", message="At a.")))).splitlines()[:3] == [
        "info ZZ-01 odd-thing", "  a  At a.", "  Odd.",
    ]  # fmt: skip


def test_refuted_insights_are_no_evidence() -> None:
    talks = Source("Talks", kind="interview", perspective="customer")

    def heard(status: Any) -> int:
        said = Insight("They leave", kind="hypothesis", status=status, sources="talks", anchors="i-do/a")
        return len(found(Portfolio("B", sources=[talks], insights=[said], journeys=[of(Touchpoint("A"))]), "EVD-01"))

    assert [heard("confirmed"), heard("refuted")] == [0, 1]


@pytest.mark.parametrize(
    ("word", "left"),
    [
        ("need", "need"),
        ("waits", "wait"),
        ("bus", "bus"),
        ("orders", "order"),
        ("ordering", "order"),
        ("queues", "queu"),
        ("used", "used"),
        ("ended", "ended"),
        ("open", "open"),
    ],
)
def test_only_the_ends_of_longer_words_are_cut(word: str, left: str) -> None:
    assert stem(word) == left


def test_greys_are_alike_only_where_they_hardly_differ() -> None:
    bare = Scene(title="M", pages=(Page(width=9, height=9, background="#FFFFFF", nodes=()),))
    found = DrawingFacts(None, bare).alike_in_grey
    assert ("#08408B", "#8C2D04") in found, "very good and very bad of the default theme"
    assert all(first != second and contrast(first, second) < 1.2 for first, second in found)
    assert found == tuple(sorted(set(found)))


def test_a_threshold_is_amber_or_red() -> None:
    def lacking(**fields: Any) -> list[str]:
        return found(Portfolio("B", kpis=[KPI("K", direction="higher", **fields)]), "MEA-07", fields=["target", "amber"])

    assert lacking(target=9)[0].startswith('KPI "K" (k) has no ')
    assert lacking(target=9, amber=7) == lacking(target=9, red=5) == lacking(target=9, amber=7, red=5) == lacking(target=0, amber=0) == []
    assert " or " in lacking()[0]
