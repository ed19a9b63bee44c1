"""How changes are told: by the names of things, many of a kind together, as tables and as plain data."""

import json
from typing import Any

import pytest

from journeykit import edit
from journeykit.comparison import LENSES, compare, described, plain_data
from journeykit.comparison.naming import Naming
from journeykit.comparison.words import plural, singular
from journeykit.model import (
    KPI,
    Action,
    Activity,
    Channel,
    Emotion,
    Expectation,
    Journey,
    Link,
    Measurement,
    Opportunity,
    Owner,
    PhysicalEvidence,
    Portfolio,
    Stage,
    Target,
    Touchpoint,
)

TITLES = ("Ask", "Wait", "Pay", "Leave", "Return")


def journey(*touchpoints: Touchpoint, **fields: Any) -> Journey:
    return Journey("Buy", stages=[Stage("All", touchpoints)], **{"id": "j", **fields})


def each(**fields: Any) -> Journey:
    """Five touchpoints with the same fields."""
    return journey(*(Touchpoint(title, **fields) for title in TITLES))


def lines(before: Any, after: Any, limit: int = 50) -> tuple[str, ...]:
    return compare(before, after).headlines(limit)


# ---------------------------------------------------------------------------------------------------------- together
@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ({}, {"drop_off": 0.1}, "Share that leaves: now stated for “Ask”, “Wait”, “Pay”, “Leave” and 1 more."),
        ({"drop_off": 0.1}, {}, "Share that leaves: no longer stated for “Ask”, “Wait”, “Pay”, “Leave” and 1 more."),
        ({"drop_off": 0.1}, {"drop_off": 0.2}, "Share that leaves: another one for “Ask”, “Wait”, “Pay”, “Leave” and 1 more."),
        ({}, {"fail_point": "Late"}, "Fail point: now stated for “Ask”, “Wait”, “Pay”, “Leave” and 1 more."),
        ({"tags": ["a"]}, {}, "Tags: no longer stated for “Ask”, “Wait”, “Pay”, “Leave” and 1 more."),
        ({"emotion": -1}, {"emotion": Emotion(1, basis="intended")}, "5 readings stand higher by 1 or more, though not known in the same way: “Ask”, “Wait”, “Pay”, “Leave” and 1 more."),
        ({"emotion": 1}, {"emotion": Emotion(0, basis="intended")}, "5 readings stand lower by 1 or more, though not known in the same way: “Ask”, “Wait”, “Pay”, “Leave” and 1 more."),
    ],
)  # fmt: skip
def test_many_of_a_kind_share_a_sentence(before: dict[str, Any], after: dict[str, Any], sentence: str) -> None:
    found = lines(each(**before), each(**after))
    assert sentence in found
    assert len(found) <= 3


def test_few_of_a_kind_are_told_one_by_one() -> None:
    before, after = (journey(*(Touchpoint(title, drop_off=value) for title in TITLES[:3])) for value in (0.1, 0.2))
    assert lines(before, after)[1:] == tuple(f"“{title}”: share that leaves: 0.1 → 0.2." for title in ("Ask", "Pay", "Wait"))


def test_feelings_known_alike_are_told_one_by_one() -> None:
    assert sum("feels better by 2" in line for line in lines(each(emotion=-1), each(emotion=1))) == 5
    small = lines(each(emotion=0), each(emotion=Emotion(0.5, basis="intended")))
    assert sum("feeling during: 0 (assumed) → +0.5 (intended)" in line for line in small) == 5


def test_bookkeeping_comes_last() -> None:
    after = journey(Touchpoint("Ask", tags=["x"], goal="Know", extra={"a": 1}), Touchpoint("Wait", thoughts=["Why?"]))
    found = lines(journey(Touchpoint("Ask"), Touchpoint("Wait")), after)
    assert found == (
        "2 touchpoints before, 2 after: 2 are matched, none of them unchanged.",
        "“Ask”: goal: nothing → Know.",
        "“Wait”: thoughts: + Why?.",
        "“Ask”: further data: nothing → a 1.",
        "“Ask”: tags: + x.",
    )


# ------------------------------------------------------------------------------------------------- times and places
@pytest.mark.parametrize(
    ("field", "longer", "shorter"),
    [
        ("duration", "“Ask” takes longer: 10 min → 20 min.", "“Ask” takes less time: 20 min → 10 min."),
        ("wait_before", "The wait before “Ask” is longer: 10 min → 20 min.", "The wait before “Ask” is shorter: 20 min → 10 min."),
        ("tolerance", "More time is acceptable for “Ask”: 10 min → 20 min.", "Less time is acceptable for “Ask”: 20 min → 10 min."),
    ],
)
def test_times(field: str, longer: str, shorter: str) -> None:
    short, long = (journey(Touchpoint("Ask", **{field: time})) for time in ("10 min", "20 min"))  # type: ignore[arg-type]
    assert (lines(short, long)[1], lines(long, short)[1]) == (longer, shorter)


PLACES: dict[str, tuple[list[str], list[str], str]] = {
    "instead": (["ask"], ["pay"], "“Desk” is now at “Pay” instead of “Ask”."),
    "also": (["ask"], ["ask", "pay"], "“Desk” is now also at “Pay”."),
    "no longer": (["ask", "pay"], ["ask"], "“Desk” is no longer at “Pay”."),
    "another order": (["ask", "pay"], ["pay", "ask"], "“Desk” has its touchpoints in another order."),
}


@pytest.mark.parametrize("name", PLACES)
def test_where_an_activity_takes_place(name: str) -> None:
    before, after, sentence = PLACES[name]
    sides = [journey(Touchpoint("Ask"), Touchpoint("Pay"), activities=[Activity("Desk", touchpoints=held)]) for held in (before, after)]
    assert sentence in lines(*sides)


def test_what_goes_from_one_touchpoint_to_another_is_one_thing() -> None:
    def held(one: str, other: str, **at: Any) -> Journey:
        bill = [PhysicalEvidence("Bill"), PhysicalEvidence("Bill")]
        return journey(
            Touchpoint(one, id="a", physical_evidence=at.get("first", bill)),
            Touchpoint(other, id="b", physical_evidence=at.get("second", bill)),
        )

    found = lines(held("Arrive", "Leave", first=[]), held("Check in", "Check out", second=[]))
    assert [line for line in found if "Bill" in line] == ["“Bill” is now at “Check in” instead of “Leave”."]
    one_less = lines(held("Arrive", "Leave", first=[]), held("Arrive", "Leave", first=[PhysicalEvidence("Bill")], second=[]))
    assert [line for line in one_less if "Bill" in line] == [
        "“Bill” is now at “Arrive” instead of “Leave”.",
        "1 piece of physical evidence is gone: “Bill”.",
    ]


def test_elements_with_ids_do_not_wander() -> None:
    before, after = journey(Touchpoint("A", pains=["Slow"]), Touchpoint("B")), journey(Touchpoint("A"), Touchpoint("B", pains=["Slow"]))
    assert not any("instead of" in line for line in lines(before, after))


# ------------------------------------------------------------------------------------------------------------- names
def book(*journeys: Journey, **fields: Any) -> Portfolio:
    about: dict[str, Any] = {
        "owners": [Owner("Sales team", id="sales"), Owner("The till", id="till")], "channels": [Channel("Web site", id="web")],
        "kpis": [KPI("Waiting time", id="wait")], "actions": [Action("Hire", id="hire")],
    }  # fmt: skip
    return Portfolio(
        journeys=journeys
        or [journey(Touchpoint("Ask", owner="sales"), Touchpoint("Wait", opportunities=[Opportunity("Faster?", id="fast")]))],
        **(about | fields),
    )


CALLED: dict[str, tuple[str, str, str]] = {
    "owner": ("owner", "sales", "“Sales team”"),
    "actor": ("actor", "SALES", "“Sales team”"),
    "channel": ("channel", "web", "“Web site”"),
    "kpi": ("kpi", "wait", "“Waiting time”"),
    "action": ("action", "hire", "“Hire”"),
    "touchpoint": ("touchpoint", "ask", "“Ask”"),
    "journey": ("journey", "j", "“Buy”"),
    "stage": ("place", "j/stage:all", "“All”"),
    "place": ("place", "j/wait", "“Wait”"),
    "opportunity": ("opportunity", "j/wait/fast", "“Faster?”"),
    "stranger": ("owner", "nobody", "nobody"),
    "stranger with a colour": ("channel", "a\x1b[31m", "a [31m"),
}


@pytest.mark.parametrize("name", CALLED)
def test_what_an_id_is_called(name: str) -> None:
    kind, written, words = CALLED[name]
    one = book()
    at = "journeys['j'].stages['all'].touchpoints['ask']"
    assert Naming(one, Portfolio()).called(kind, written, is_new=False, at=at) == words
    assert Naming(Portfolio(), one).called(kind, written, is_new=True, at=at) == words
    alone = one.journeys[0]
    assert Naming(alone, alone).called(kind, written, is_new=True, at="stages['all'].touchpoints['ask']") == words


def test_each_side_names_its_own_things() -> None:
    before, after = book(), edit.update(book(), "till", name="App")
    after = edit.update(after, "j/ask", owner="till")
    (change,) = [one for one in compare(before, after).changes if one.kind == "reference"]
    assert described(change, Naming(before, after)) == "owner: “Sales team” → “App”"
    assert described(change) == "owner: sales → till"
    assert "“Ask”: owner: “Sales team” → “App”." in lines(before, after)


def test_references_in_lists_are_named() -> None:
    before, after = book(), edit.update(book(), "j/ask", channels=["web"], kpis=["wait"])
    words = [line for line in lines(before, after) if line.startswith("“Ask”")]
    assert words == ["“Ask”: channels: + “Web site”.", "“Ask”: KPIs: + “Waiting time”."]
    assert [line for line in lines(after, before) if line.startswith("“Ask”")] == [
        "“Ask”: channels: − “Web site”.",
        "“Ask”: KPIs: − “Waiting time”.",
    ]


def test_links_are_named_by_their_ends() -> None:
    before = journey(Touchpoint("Ask"), Touchpoint("Pay"), activities=[Activity("Desk the deal", touchpoints=["pay"])])
    after = edit.update(Portfolio(journeys=[before]), "j", links=[Link(source="desk-the-deal", target="pay", kind="supports")]).journeys[0]
    assert "1 link is new: “Desk the deal” → “Pay”." in lines(before, after)
    assert "1 link is gone: “Desk the deal” → “Pay”." in lines(after, before)
    assert compare(before, after).to_table()[1][5] == "new link “Desk the deal” → “Pay”"


def test_where_there_are_several_journeys_each_thing_says_which() -> None:
    def of(goal: str | None) -> Portfolio:
        return book(journey(Touchpoint("Ask", goal=goal)), Journey("Sell", id="s", stages=[Stage("Pay", [Touchpoint("Ask")])]))

    assert "“Ask” in “Buy”: goal: nothing → Know." in lines(of(None), of("Know"))
    assert "1 stage is gone: “Pay” in “Sell”." in lines(of(None), book(journey(Touchpoint("Ask")), Journey("Sell", id="s")))
    assert "1 journey is gone: “Sell”." in lines(of(None), book(journey(Touchpoint("Ask"))))
    assert "1 owner is gone: “The till”." in lines(of(None), book(*of(None).journeys, owners=[Owner("Sales team", id="sales")]))


def test_the_critical_moment_is_named() -> None:
    before, after = journey(Touchpoint("Ask"), critical_moment="ask"), journey(Touchpoint("Ask"), Touchpoint("Pay"), critical_moment="pay")
    assert lines(before, after)[1] == "The critical moment of “Buy” is another one: “Ask” → “Pay”."
    assert lines(journey(Touchpoint("Ask")), before)[1] == "The critical moment of “Buy” is another one: nothing → “Ask”."


def test_the_critical_moment_is_called_as_each_side_calls_it() -> None:
    before = journey(Touchpoint("Asks", id="a"), Touchpoint("Pays", id="p"), critical_moment="a")
    after = journey(Touchpoint("Enquires", id="a"), Touchpoint("Settles", id="p"), critical_moment="p")
    assert "The critical moment of “Buy” is another one: “Asks” → “Settles”." in lines(before, after)


def test_words_for_classes() -> None:
    assert [plural(one, 2) for one in ("KPI", "PhysicalEvidence", "Activity", "Link")] == [
        "2 KPIs",
        "2 pieces of physical evidence",
        "2 activities",
        "2 links",
    ]
    assert [singular(one) for one in ("KPI", "TeamMember", "Persona")] == ["KPI", "team member", "persona"]


# --------------------------------------------------------------------------------------------------- summary, table
def test_the_summary_counts() -> None:
    def first(*after: str) -> str:
        return lines(
            journey(Touchpoint("Ask"), Touchpoint("Pay")),
            journey(*map(Touchpoint, after), Touchpoint("Zebra crossing")) if after else journey(),
        )[0]

    assert first("Ask", "Pay") == "2 touchpoints before, 3 after: 2 are matched, all of them unchanged."
    assert first("Ask") == "2 touchpoints before, 2 after: 1 is matched, all of them unchanged."
    assert first() == "2 touchpoints before, 0 after: 0 are matched, none of them unchanged."


def test_the_table_says_how_each_was_matched() -> None:
    before = journey(Touchpoint("Waits for the van", id="w"), Touchpoint("Pays", id="p", goal="x"), Touchpoint("Ask", id="a"))
    after = journey(
        Touchpoint("Waits for the van today", id="v"),
        Touchpoint("Pays", id="p"),
        Touchpoint("Ask", id="b"),
        Touchpoint("Sign the paper", id="s"),
    )
    assert compare(before, after).to_table() == (
        ("What", "Status", "Before", "After", "Matched by", "Changes"),
        ("Touchpoint", "changed", "w: Waits for the van", "v: Waits for the van today", "similarity 0.95", "id: w → v; title: “Waits for the van” → “Waits for the van today”"),
        ("Touchpoint", "changed", "p: Pays", "p: Pays", "id", "goal: x → nothing"),
        ("Touchpoint", "changed", "a: Ask", "b: Ask", "equal", "id: a → b"),
        ("Touchpoint", "added", "", "s: Sign the paper", "", "new touchpoint “Sign the paper”"),
    )  # fmt: skip
    whole = compare(Portfolio("A", journeys=[before]), Portfolio("B", journeys=[before])).to_table(unchanged=True)
    assert whole[1] == ("Portfolio", "changed", "A", "B", "explicit", "title: A → B")
    assert whole[2][:5] == ("Journey", "unchanged", "j: Buy", "j: Buy", "id")


# -------------------------------------------------------------------------------------------------------- plain data
def test_plain_data_of_every_kind_of_change() -> None:
    before = Journey("Buy", id="j", stages=[
        Stage("One", [Touchpoint("Ask", emotion=-1), Touchpoint("Wait", id="w", tolerance="5 min"), Touchpoint("Pay and sign")]), Stage("Two", [Touchpoint("Go"), Touchpoint("Run")]),
    ], critical_moment="ask")  # fmt: skip
    after = Journey("Buy", id="j", stages=[
        Stage("One", [Touchpoint("Asks", id="ask", emotion=Emotion(1, basis="reported")), Touchpoint("Pay"), Touchpoint("Sign")]), Stage("Two", [Touchpoint("Go"), Touchpoint("Wait", id="wait"), Touchpoint("New")]),
    ], critical_moment="go")  # fmt: skip
    c = compare(before, after, mapping={"pay-and-sign": ("pay", "sign"), "w": "wait"}, lens="versions")
    found = plain_data(c)
    assert json.loads(json.dumps(found)) == found
    assert (found["differs"], found["lens"], found["headlines"], found["counts"]) == (True, "versions", list(c.headlines()), c.counts())
    assert {one["about"]: one["met"] for one in found["preconditions"]}["lineage"] is True
    changes = {one["kind"]: one for row in found["rows"] for one in row["changes"]}
    at = "stages['one'].touchpoints['ask']"
    assert changes["renamed"] == {
        "kind": "renamed",
        "what": "Touchpoint",
        "where": at,
        "words": "title: “Ask” → “Asks”",
        "field": "title",
        "before": "Ask",
        "after": "Asks",
    }
    assert (changes["reading"]["before"], changes["reading"]["after"], changes["reading"]["same_basis"]) == (-1, 1, False)
    assert (changes["rekeyed"]["before"], changes["rekeyed"]["after"]) == ("w", "wait")
    assert (changes["value"]["field"], changes["value"]["before"], changes["value"]["after"]) == ("tolerance", "5 min", None)
    assert (changes["reference"]["before"], changes["reference"]["after"], changes["reference"]["words"]) == (
        "ask",
        "go",
        "critical moment: “Ask” → “Go”",
    )
    moved = changes["moved"]
    assert (moved["from"]["title"], moved["to"]["title"], moved["before"], moved["after"]) == ("One", "Two", 1, 1)
    assert (changes["split"]["whole"]["id"], [one["id"] for one in changes["split"]["parts"]]) == ("pay-and-sign", ["pay", "sign"])
    assert changes["removed"]["candidates"] == changes["added"]["candidates"] == []
    merged = plain_data(c.inverse())
    assert [one["parts"][0]["id"] for row in merged["rows"] for one in row["changes"] if one["kind"] == "merged"] == ["pay"]
    rows = {row["before"][0]["id"]: row for row in found["rows"] if row["before"]}
    assert (rows["w"]["status"], rows["w"]["matched_by"], rows["w"]["score"]) == ("moved", "explicit", 1.0)
    assert rows["w"]["after"] == [{"where": "stages['two'].touchpoints['wait']", "id": "wait", "title": "Wait"}]
    assert all(row["status"] != "unchanged" for row in found["rows"])


def test_plain_data_lists_what_is_open() -> None:
    before = journey(Touchpoint("Waits", id="a"), Touchpoint("Waits", id="b"))
    found = plain_data(compare(before, journey(Touchpoint("Waits", id="x"), Touchpoint("Waits", id="y"))), limit=1)
    assert len(found["headlines"]) == 1
    first = found["rows"][0]
    assert (first["status"], [one["id"] for one in first["candidates"]]) == ("unresolved", ["x", "y"])
    assert [one["id"] for one in first["changes"][0]["candidates"]] == ["x", "y"]


def test_hostile_texts_stay_on_one_line_in_every_lens() -> None:
    bad = "x\n## y\x1b[31m\u202e"
    kpi = KPI(
        bad,
        id="k",
        unit=bad,
        direction="lower",
        target=1,
        measurements=[
            Measurement(value=5, anchor="j/a", at=2024),
            Measurement(value=6, anchor="j/a", at="2025-06"),
            Measurement(value=5, anchor="j/a", channel=bad),
            Measurement(value=9, anchor="j/a", channel="web"),
        ],
    )
    one = Touchpoint(
        bad,
        id="a",
        expectations=[Expectation(bad, met="not_met", standard=bad)],
        pains=[bad],
        emotion={"before": 1, "after": -1},
        channels=[bad, "web"],
        tolerance="1 min",
        duration="2 min",
    )
    done = Action(bad, id="act", implemented_on="2025-01", kpis=[Target(kpi="k", target=1)], touches=["j/a"])
    book = Portfolio(
        kpis=[kpi],
        channels=[Channel("Web", id="web")],
        actions=[done],
        journeys=[Journey(bad, id="j", stages=[Stage(bad, [one])], version=bad)],
    )
    other = edit.update(book, "j/a", emotion={"before": -1, "after": 2})
    for lens in LENSES:
        for found in (compare(book, other, lens=lens), compare(book.journeys[0], other.journeys[0], lens=lens)):
            text = "".join(found.headlines(100))
            assert not {"\n", "\x1b", "\u202e"} & set(text)


def test_a_link_is_told_by_the_titles_of_its_side() -> None:
    sides = [
        journey(
            Touchpoint(title, id="a"), Touchpoint("Pay", id="b"), links=[Link(source="a", target="b", kind="sequence")] if linked else []
        )
        for title, linked in (("Ask", True), ("Inquire", False))
    ]
    told = [[one["words"] for row in plain_data(compare(*pair))["rows"] for one in row["changes"]] for pair in (sides, sides[::-1])]
    assert "gone link “Ask” → “Pay”" in told[0]
    assert "new link “Ask” → “Pay”" in told[1]
