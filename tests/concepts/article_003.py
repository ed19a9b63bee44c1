"""The article on journey management: what stands on a map, and who keeps it."""

import json

import journeykit as jk
from tests.concepts.building import buy, fires, kept, refused, shop, words
from tests.concepts.concept import concept

measure = jk.measure


@concept("003-1", "Needs, preferences and pains of customers.", "Persona.preferences", "Persona.needs", "Touchpoint.pains")
def needs_preferences_pains() -> None:
    book = kept(
        shop(
            buy(jk.Touchpoint("Pay", pains=["Queue"]), persona="ana"),
            personas=[jk.Persona("Ana", needs=["Speed"], preferences=["By phone"])],
        )
    )
    assert (book.personas[0].needs, book.personas[0].preferences) == (("Speed",), ("By phone",))
    assert "By phone" in words(book, "persona")
    assert [one.text for one in book.journeys[0].touchpoints[0].pains] == ["Queue"]


@concept("003-2", "Chances to mend, to improve, to delight and to invent.", "Opportunity.kind", "view opportunities")
def kinds_of_chances() -> None:
    kinds = ("fix", "improve", "delight", "innovate")
    book = kept(shop(opportunities=[jk.Opportunity(f"To {one}", kind=one) for one in kinds]))
    assert tuple(one.kind for one in book.opportunities) == kinds
    assert "To delight" in words(book, "opportunities")


@concept("003-3", "Each touchpoint is looked at for its weight.", "measure.report", "measure.moments")
def touchpoints_are_analysed() -> None:
    journey = buy(jk.Touchpoint("Ask", importance={"customer": 2}, emotion=1), jk.Touchpoint("Pay", importance={"customer": 5}, emotion=-2))
    assert measure.moments(journey).value[0] == "pay"
    assert {one.measure for one in measure.report(journey).sections} >= {"emotion_curve", "moments", "seams"}


@concept("003-4", "Journeys are managed: somebody answers, measures and looks again.", "Journey.owner", "Journey.kpis", "MGT-04", "MEA-02")
def journeys_are_managed() -> None:
    loose = buy(jk.Touchpoint("Pay"))
    held = shop(
        jk.edit.update(loose, "buy", owner="head", kpis=["csat"]), owners=[jk.Owner("Head")], kpis=[jk.KPI("CSAT", family="experience")]
    )
    assert [[fires(code, one, profile="management") for code in ("MGT-04", "MEA-02")] for one in (loose, held)] == [[1, 1], [0, 0]]
    assert (held.journeys[0].owner, held.journeys[0].kpis) == ("head", ("csat",))


@concept(
    "003-5",
    "What is expected at a stage shapes what is said there.",
    "Stage.expectations",
    "Touchpoint.messages",
    "lane messages",
    "lane expectations",
)
def expectations_shape_messages() -> None:
    stage = jk.Stage("Buy", [jk.Touchpoint("Pay", messages=["Two minutes"])], expectations=["Quick"])
    said = words(jk.Journey("I buy", stages=[stage]), lanes=["messages", "expectations"])
    assert "Two minutes" in said
    assert "Quick" in said


@concept("003-6", "What the offer lacks.", "Insight.kind", "lane insights")
def what_the_offer_lacks() -> None:
    gap = jk.Insight("No half tickets", kind="offer_gap")
    assert kept(shop(buy(jk.Touchpoint("Pay", insights=[gap])))).insights_at("buy/pay")[0][1].kind == "offer_gap"
    assert "No half tickets" in words(buy(jk.Touchpoint("Pay", insights=[gap])), lanes=["insights"])


@concept(
    "003-7",
    "The same on all channels, and no break between them.",
    "measure.channel_consistency",
    "measure.channel_switches",
    "measure.seams",
)
def the_same_on_all_channels() -> None:
    values = [jk.Measurement(at=2025, value=value, channel=channel, anchor="buy/ask") for channel, value in (("web", 80), ("shop", 60))]
    journey = buy(jk.Touchpoint("Ask", channels=["web", "shop"]), jk.Touchpoint("Pay", channel="phone"))
    book = shop(journey, channels=[jk.Channel("Web"), jk.Channel("Shop"), jk.Channel("Phone")], kpis=[jk.KPI("CSAT", measurements=values)])
    assert [one.spread for one in measure.channel_consistency(book)[0].spreads] == [20]
    assert measure.channel_switches(book)[0].forced == 1
    assert "channel" in measure.seams(book)[0].widest.changes


@concept("003-8", "Trust, loyalty and being recommended.", "KPI.metric", "Relation.kind", "measure.kpi_status")
def trust_and_loyalty() -> None:
    kpis = [
        jk.KPI(one, metric=one, direction="higher", measurements=[jk.Measurement(at=2025, value=40)]) for one in ("loyalty", "referral")
    ]
    book = kept(
        shop(
            personas=[jk.Persona("Ana")],
            kpis=kpis,
            owners=[jk.Owner("Shop")],
            relations=[jk.Relation(source="ana", target="shop", kind="trusts")],
        )
    )
    assert ([one.metric for one in book.kpis], book.relations[0].kind) == (["loyalty", "referral"], "trusts")
    assert [one.value for one in measure.kpi_status(book).states] == [40, 40]


@concept("003-9", "Every company shows what means most to it.", "LaneSpec", "view journey-map")
def everyone_shows_their_own() -> None:
    journey = buy(jk.Touchpoint("Pay", goal="Be done", notes={"law": ["Receipt"]}))
    law = jk.LaneSpec(key="law", title="Law", texts=lambda one: one.notes["law"])
    assert "Receipt" in jk.render(journey, view="journey-map", lanes=[law]).svg
    assert "Be done" not in jk.render(journey, view="journey-map", lanes=[law]).svg


@concept(
    "003-10",
    "The basic set: persona, stages, touchpoints, expectations, emotions, channels, pains, delights.",
    "Expectation.priority",
    "COM-01",
    "COM-10",
    "COM-11",
    "COM-12",
    "profile publish",
)
def the_basic_set() -> None:
    bare = buy(jk.Touchpoint("Pay"))
    assert [fires(code, bare, profile="publish") for code in ("COM-01", "COM-10", "COM-12")] == [1, 1, 1]
    second = jk.Journey(
        "I buy", stages=[jk.Stage("Buy", [jk.Touchpoint("Pay")], expectations=[jk.Expectation("Music", priority="secondary")])]
    )
    assert fires("COM-11", second) == 1
    step = jk.Touchpoint("Pay", emotion=-1, channel="till", pains=["Queue"])
    whole = jk.Journey(
        "I buy",
        persona="ana",
        stages=[jk.Stage("Buy", [step], expectations=[jk.Expectation("Quick"), jk.Expectation("Music", priority="secondary")])],
    )
    assert [fires(code, whole, profile="publish") for code in ("COM-01", "COM-10", "COM-11", "COM-12")] == [0, 0, 0, 0]


@concept("003-11", "Customers fall into segments.", "Persona.segment", "view atlas")
def customers_in_segments() -> None:
    book = kept(
        shop(
            buy(jk.Touchpoint("Pay"), persona="ana"),
            personas=[jk.Persona("Ana", segment="Commuters"), jk.Persona("Ben", segment="Tourists")],
        )
    )
    assert [one.segment for one in book.personas] == ["Commuters", "Tourists"]
    assert "Ben" in words(book, "atlas")  # a segment without a journey is a hole one sees


@concept("003-12", "Stages from finding out to after the purchase.", "Stage.lifecycle", "COM-14", "COM-15")
def from_finding_out_to_after() -> None:
    def journey(*phases: str) -> jk.Journey:
        stages = [
            jk.Stage(one, [jk.Touchpoint(f"At {one}", control="external" if one == "prepurchase" else "brand")], purchase_phase=one)
            for one in phases
        ]
        return jk.Journey("I buy", type="integration", stages=stages)

    short, whole = journey("purchase"), journey("prepurchase", "purchase", "postpurchase")
    assert [[fires(code, one) for code in ("COM-14", "COM-15")] for one in (short, whole)] == [[1, 1], [0, 0]]
    assert jk.Stage("Find", lifecycle="learn").lifecycle == "learn"


@concept("003-13", "Some touchpoints are key.", "Touchpoint.matters", "measure.moments")
def some_are_key() -> None:
    journey = buy(jk.Touchpoint("Ask"), jk.Touchpoint("Pay", matters=True), jk.Touchpoint("Go"))
    assert [one.touchpoint for one in measure.moments(journey).candidates if one.matters] == ["pay"]


@concept("003-14", "What customers expect in each stage.", "Stage.expectations", "measure.expectation_gaps", "COM-10")
def expected_in_each_stage() -> None:
    stage = jk.Stage("Buy", [jk.Touchpoint("Pay")], expectations=[jk.Expectation("Quick", met="partly")])
    assert [(one.stage, one.text, one.met) for one in measure.expectation_gaps(jk.Journey("I buy", stages=[stage])).gaps] == [
        ("buy", "Quick", "partly")
    ]
    assert [
        fires("COM-10", jk.Journey("I buy", stages=[one])) for one in (stage, jk.Stage("Buy", [jk.Touchpoint("Pay")], expectations=()))
    ] == [0, 1]


@concept(
    "003-15",
    "What customers feel at touchpoints; where nobody asked, there is a gap.",
    "Touchpoint.emotions",
    "measure.emotion_coverage",
    "lane emotions",
)
def felt_at_touchpoints() -> None:
    journey = buy(jk.Touchpoint("Ask", emotions=[jk.Emotion(0)]), jk.Touchpoint("Pay"))
    found = measure.emotion_coverage(journey)
    assert (found.value, found.uncovered) == (0.5, ("pay",))
    assert [len(one.emotions) for one in journey.touchpoints] == [1, 0]
    asked, unasked = words(journey, lanes=["emotions"]).splitlines()[1:]
    assert "0" in asked
    assert unasked.endswith("| ")


@concept("003-16", "Channels of each touchpoint.", "Touchpoint.channels", "view channels", "lane channels")
def channels_of_touchpoints() -> None:
    journey = buy(jk.Touchpoint("Ask", channels=["web", "phone"]))
    assert all(one in words(journey, lanes=["channels"]) for one in ("Web", "Phone"))
    assert "phone" in words(journey, "channels")


@concept("003-17", "Pain points are told and counted.", "Touchpoint.pains", "COM-16", "lane pains")
def pains_are_told() -> None:
    journey = buy(jk.Touchpoint("Pay", pains=[jk.Insight("Queue", severity=4)]))
    assert "Queue" in words(journey, lanes=["pains"])
    assert fires("COM-16", journey) == 1


@concept("003-18", "Chances to do more than is expected.", "Opportunity.kind", "Expectation.met", "lane opportunities")
def more_than_expected() -> None:
    step = jk.Touchpoint(
        "Pay",
        expectations=[jk.Expectation("Quick", met="exceeded")],
        opportunities=[jk.Opportunity("A coffee while waiting", kind="delight")],
    )
    assert dict(measure.expectation_gaps(buy(step)).counts)["exceeded"] == 1
    assert "A coffee while waiting" in words(buy(step), lanes=["opportunities"])
    assert step.expectations[0].met == "exceeded"
    assert step.opportunities[0].kind == "delight"


@concept("003-19", "What the house does not know or cannot do, and who finds out.", "Insight.kind", "Insight.owner", "Insight.raised_on")
def what_the_house_does_not_know() -> None:
    gap = jk.Insight("Why do they call?", kind="knowledge_gap", owner="research", anchors="buy/pay", raised_on="2026-01")
    book = kept(shop(owners=[jk.Owner("Research")], insights=[gap]))
    (held,) = [one for _, one in book.insights_at("buy") if one.kind == "knowledge_gap"]
    assert (held.owner, str(held.raised_on)) == ("research", "2026-01")


@concept(
    "003-20", "Tools and processes of each touchpoint.", "Touchpoint.systems", "Touchpoint.processes", "lane systems", "lane processes"
)
def tools_and_processes() -> None:
    journey = buy(jk.Touchpoint("Pay", systems=["till"], processes=["Clearing"]))
    said = words(shop(journey, systems=[jk.System("Till")]).journeys[0], lanes=["systems", "processes"])
    assert "Till" in said
    assert "Clearing" in said


@concept("003-21", "Each touchpoint has one owner, and never two.", "Touchpoint.owner", "MGT-13", "measure.ownership", "lane owner")
def one_owner() -> None:
    loose, held = buy(jk.Touchpoint("Pay")), buy(jk.Touchpoint("Pay", owner="sales", responsible=["till"]))
    assert [fires("MGT-13", one) for one in (loose, held)] == [1, 0]
    assert [measure.ownership(one).value for one in (loose, held)] == [0, 1]
    assert "sales" in words(held, lanes=["owner"])
    assert "owner" in refused(lambda: jk.Touchpoint("Pay", owner=["sales", "it"]))


@concept("003-22", "People and departments support touchpoints.", "Touchpoint.supporters", "measure.ownership", "measure.rasci")
def supporters_are_named() -> None:
    journey = buy(jk.Touchpoint("Pay", owner="sales", supporters=["it"]), jk.Touchpoint("Go", owner="sales"))
    assert (measure.ownership(journey).supported, measure.ownership(journey).unsupported) == (0.5, ("go",))
    assert [one.letter for one in measure.rasci(journey).parts if one.actor == "it"] == ["S"]


@concept("003-23", "Each touchpoint has its measures of success.", "Touchpoint.kpis", "KPI.target", "lane kpis", "view kpi")
def measures_of_success() -> None:
    kpi = jk.KPI("Wait", unit="min", direction="lower", target=4, measurements=[jk.Measurement(at=2025, value=6, anchor="buy/pay")])
    book = shop(buy(jk.Touchpoint("Pay", kpis="wait")), kpis=[kpi])
    assert "Wait" in words(book.journeys[0], lanes=["kpis"])
    assert "Wait" in words(book, "kpi")
    assert measure.kpi_status(book).states[0].to_target == kpi.target - 2 == 2


@concept("003-24", "A tool of daily work that other tools can read.", "dumps", "loads", "command check", "command report")
def a_tool_of_daily_work() -> None:
    book = shop(buy(jk.Touchpoint("Pay", emotion=-1)))
    assert json.loads(jk.dumps(book, "json"))["journeykit"] == 1
    assert jk.loads(jk.dumps(book, "json")) == book
    assert len(jk.check(book, profile="publish"))  # what the command `check` prints
    assert json.loads(measure.report(book).to_json())["measures"]  # and the command `report`


@concept("003-25", "Customers speak for the house.", "KPI.metric", "measure.kpi_status")
def customers_speak_for_it() -> None:
    kpi = jk.KPI("Brought by a friend", metric="referral", direction="higher", target=20, measurements=[jk.Measurement(at=2025, value=25)])
    (state,) = measure.kpi_status(shop(kpis=[kpi])).states
    assert (kpi.metric, state.status) == ("referral", "on_target")
