"""The article on what a map is and how it is filled: last part, the work on the map."""

from datetime import date
from tempfile import TemporaryDirectory

import journeykit as jk
from journeykit.examples import template
from tests.concepts.building import buy, fires, kept, shop, words
from tests.concepts.concept import concept

measure = jk.measure


@concept(
    "001-23", "Four kinds of journeys: becoming a customer, the relation after, use, renewal.", "Journey.type", "COM-03", "command new"
)
def four_kinds_of_journeys() -> None:
    for name in ("integration", "relationship", "use", "renewal"):
        (journey,) = jk.loads(template(name)).journeys  # what the command `new` writes
        assert (journey.type, fires("COM-03", journey, profile="workshop")) == (name, 0)
    assert fires("COM-03", buy(jk.Touchpoint("Pay")), profile="workshop") == 1


@concept("001-24", "One person travels several of them, one after the other.", "Journey.persona", "Journey.next", "view atlas")
def one_person_several_journeys() -> None:
    use = jk.Journey("I ride", persona="ana", type="use", stages=[jk.Stage("Ride", [jk.Touchpoint("Boards")], lifecycle="use")])
    buying = jk.Journey("I buy", persona="ana", next="i-ride", stages=[jk.Stage("Buy", [jk.Touchpoint("Pays")], lifecycle="onboard")])
    book = shop(buying, use, personas=[jk.Persona("Ana")])
    assert [one.persona for one in book.journeys] == ["ana", "ana"]
    assert book.journeys["i-buy"].next == ("i-ride",)
    said = words(book, "atlas")
    assert "I buy" in said
    assert "I ride" in said


@concept("001-25", "Everybody who takes part is listed: customer, seller, front desk.", "Journey.participants", "STR-10")
def participants_are_listed() -> None:
    step = jk.Touchpoint("Asks", counterparts=["seller"])
    book, whole = (
        shop(buy(step, participants=who), owners=[jk.Owner("Seller"), jk.Owner("Front desk")])
        for who in (["front-desk"], ["front-desk", "seller"])
    )
    assert [fires("STR-10", one, profile="workshop") for one in (book, whole)] == [1, 0]


@concept("001-26", "Processes or events that start or run at a touchpoint.", "Touchpoint.processes", "Touchpoint.trigger", "lane processes")
def processes_at_a_touchpoint() -> None:
    journey = buy(jk.Touchpoint("Pay", processes=["Card clearing"], trigger="The till beeps"))
    said = words(journey, lanes=["processes", "triggers"])
    assert "Card clearing" in said
    assert "The till beeps" in said
    assert journey.touchpoints[0].trigger == "The till beeps"


@concept("001-27", "Feelings beyond good and bad, brought to life by a quotation.", "Emotion.label", "Emotion.quote", "lane emotions")
def feelings_have_names() -> None:
    journey = buy(jk.Touchpoint("Pay", emotions=[jk.Emotion(-1, label="torn", quote="Was that right?")]))
    said = words(journey, lanes=["emotions"])
    assert "torn" in said
    assert journey.touchpoints[0].emotions[0].quote in said


@concept(
    "001-28",
    "Exactly one critical moment a journey; whoever masters it turns the whole.",
    "Journey.critical_moment",
    "COM-05",
    "STR-09",
    "measure.moments",
)
def one_critical_moment() -> None:
    steps = [jk.Touchpoint("Hand over", importance={"customer": 5}, emotion=2), jk.Touchpoint("Drive home", kind="action")]
    none, right, wrong = (buy(*steps, critical_moment=one) for one in (None, "hand-over", "drive-home"))
    assert [(fires("COM-05", one), fires("STR-09", one)) for one in (none, right, wrong)] == [(1, 0), (0, 0), (0, 1)]
    assert measure.moments(right).critical == "hand-over"
    assert "hand-over" in measure.moments(none).value


@concept("001-29", "Several solutions are weighed, and the best is chosen for a reason.", "Action.decision", "Action.status", "MGT-06")
def solutions_are_weighed() -> None:
    chance = jk.Opportunity("Pay without a queue", anchors="buy/pay")
    chosen = jk.Action("Shelf checkout", status="selected", decision="No rebuilding", addresses="pay-without-a-queue")
    other = jk.Action("Second till", status="rejected", addresses="pay-without-a-queue")
    alone, weighed = (shop(opportunities=[chance], actions=held) for held in ([chosen], [chosen, other]))
    assert [fires("MGT-06", one) for one in (alone, weighed)] == [1, 0]
    assert kept(weighed).actions["shelf-checkout"].decision == "No rebuilding"


@concept(
    "001-30", "Looked at, done, and then watched: did the problem get smaller?", "Action.status", "Action.kpis", "MEA-09", "lens action"
)
def effects_are_watched() -> None:
    values = [jk.Measurement(at=at, value=value) for at, value in (("2024-12", 10), ("2025-12", 6))]
    action = jk.Action("Second till", status="monitoring", implemented_on="2025-06", kpis=[jk.Target(kpi="wait", baseline=10, target=4)])
    bare, watched = (shop(kpis=[jk.KPI("Wait", direction="lower", measurements=held)], actions=[action]) for held in (values[:1], values))
    assert [fires("MEA-09", one, profile="management") for one in (bare, watched)] == [1, 0]
    (effect,) = jk.compare(watched, watched, lens="action").seen.actions
    assert effect.can_be_shown


@concept(
    "001-31", "Satisfaction, loyalty, retention, recommendation, and how they change.", "KPI.metric", "measure.kpi_status", "measure.nps"
)
def known_figures() -> None:
    values = [jk.Measurement(at=2024, value=80, n=400), jk.Measurement(at=2025, value=72, n=400)]
    kpis = [jk.KPI(one, metric=one, direction="higher", unit="%", method="top_2_box", scale=[1, 5], family="experience", measurements=values)
            for one in ("csat", "retention", "loyalty")]  # fmt: skip
    states = measure.kpi_status(shop(kpis=kpis)).states
    assert [(one.kpi, one.change, one.is_better) for one in states] == [(one.id, -8, False) for one in kpis]
    assert measure.nps(50, 30, 20) == 30


@concept("001-32", "A plan for a better experience.", "Action", "view roadmap")
def a_plan_of_improvement() -> None:
    actions = [jk.Action("Second till", status="in_progress", due="2026-03"), jk.Action("Shelf checkout")]
    assert all(one.title in words(shop(actions=actions), "roadmap") for one in actions)


@concept(
    "001-33",
    "A map begins small, takes in new data and is kept over time.",
    "Journey.version",
    "Journey.supersedes",
    "profile draft",
    "lens versions",
)
def a_map_grows() -> None:
    first = buy(jk.Touchpoint("Pay"), version="1", valid_on="2024")
    second = jk.Journey(
        "I buy",
        id="buy-2",
        origin="buy",
        version="2",
        valid_on="2025",
        supersedes="buy",
        stages=[jk.Stage("All", [jk.Touchpoint("Pay", emotion=1)])],
    )
    book = kept(shop(first, second))
    assert book.journeys["buy-2"].supersedes == "buy"
    assert jk.compare(first, second, lens="versions").seen.names == ("1", "2")
    assert {one.severity for one in jk.check(first, profile="draft")} == {"info"}


@concept("001-34", "Tools that make mapping easy and show what changed.", "compare", "apply", "load", "save", "command diff")
def changes_can_be_followed() -> None:
    before, after = buy(jk.Touchpoint("Pay", emotion=-1)), buy(jk.Touchpoint("Pay", emotion=1), jk.Touchpoint("Thanks"))
    difference = jk.compare(before, after)  # what the command `diff` prints
    assert {one.kind for one in difference.changes} >= {"added"}
    assert jk.apply(before, difference) == after
    with TemporaryDirectory() as folder:
        jk.save(after, f"{folder}/map.yaml")
        assert jk.load(f"{folder}/map.yaml").journeys[0] == jk.Portfolio.of(after).journeys[0]


@concept(
    "001-35", "What happened beside how it felt, at the touchpoints that count.", "KPI.family", "measure.operational_experience", "view kpi"
)
def operations_beside_experience() -> None:
    def kpi(name: str, family: str, direction: str, values: tuple[float, float]) -> jk.KPI:
        measured = [jk.Measurement(at=at, value=value, anchor="buy/pay") for at, value in zip((2024, 2025), values, strict=True)]
        return jk.KPI(name, family=family, direction=direction, measurements=measured)

    book = shop(kpis=[kpi("Wait", "operational", "lower", (10, 6)), kpi("Mood", "experience", "higher", (4, 3))])
    assert measure.operational_experience(book).value == ("faster but worse",)
    said = words(book, "kpi")
    assert said.index("Wait") < said.index("Mood")


@concept("001-36", "A better stretch of the journey shows in the business.", "Benefit.basis", "measure.business_case", "Action.benefits")
def the_business_feels_it() -> None:
    saved = jk.Benefit(kind="contacts_avoided", reach=500, change=0.2, low=0.1, high=0.3, value=jk.Money(6, "EUR"), basis="measured")
    (case,) = measure.business_case(shop(actions=[jk.Action("Clear mail", benefits=[saved])])).items
    assert [one.benefit.amount for one in case.cases] == [300, 600, 900]
    unknown = jk.Benefit(kind="contacts_avoided", reach=500, change=0.2)
    (refused,) = measure.business_case(shop(actions=[jk.Action("Clear mail", benefits=[unknown])])).items
    assert all(one.benefit is None and one.refused for one in refused.cases)


@concept("001-37", "One service over all channels.", "Channel.medium", "measure.channels", "measure.channel_switches", "view channels")
def one_service_all_channels() -> None:
    channels = [jk.Channel("Web", medium="web"), jk.Channel("Phone", medium="phone")]
    book = shop(
        buy(
            jk.Touchpoint("Asks", channels=["web", "phone"]),
            jk.Touchpoint("Orders", channel="web"),
            jk.Touchpoint("Chases", channel="phone"),
        ),
        channels=channels,
    )
    assert measure.channels(book)[0].value == 2
    assert [(one.start, one.end) for one in measure.channel_switches(book)[0].switches] == [("orders", "chases")]
    assert "Web" in words(book.journeys[0], "channels")


@concept(
    "001-38",
    "What helps the customer, and what helps the business.",
    "Opportunity.customer_value",
    "Opportunity.business_value",
    "measure.opportunity_ranking",
)
def good_for_both() -> None:
    chances = [jk.Opportunity(f"{c} and {b}", customer_value=c, business_value=b) for c, b in ((5, 1), (4, 4))]
    ranked = measure.opportunity_ranking(shop(opportunities=chances)).items
    assert {one.statement: one.value_product for one in ranked} == {"5 and 1": 5, "4 and 4": 16}


@concept(
    "001-39",
    "Aims and borders first, and then step by step.",
    "Scope.objective",
    "Scope.includes",
    "Scope.excludes",
    "Scope.increment",
    "COM-04",
)
def borders_first() -> None:
    scope = jk.Scope(objective="Fewer returns", start="Ad", end="First ride", includes=["Web"], excludes=["Fleet"], increment="Web first")
    framed = kept(shop(buy(jk.Touchpoint("Pay"), scope=scope))).journeys[0]
    assert (framed.scope.objective, framed.scope.includes, framed.scope.excludes, framed.scope.increment) == (
        "Fewer returns",
        ("Web",),
        ("Fleet",),
        "Web first",
    )
    assert [fires("COM-04", one, profile="workshop") for one in (framed, buy(jk.Touchpoint("Pay")))] == [0, 1]


@concept("001-40", "One process, one department, or an experience across many.", "Scope.breadth", "measure.handovers")
def across_divisions() -> None:
    owners = [jk.Owner("Sales", kind="department"), jk.Owner("Store", kind="department")]
    wide = jk.Scope(breadth="cross_department_experience")
    book = shop(buy(jk.Touchpoint("Order", owner="sales"), jk.Touchpoint("Fetch", owner="store"), scope=wide), owners=owners)
    assert book.journeys[0].scope.breadth == "cross_department_experience"
    assert measure.handovers(book)[0].between_departments == 1


@concept(
    "001-41", "For whom: motives differ, and other parts of the house serve them.", "Journey.persona", "Relation.kind", "lens personas"
)
def for_whom() -> None:
    ana, ben = (
        jk.Journey("I buy", id=f"buy-{who}", persona=who, stages=[jk.Stage("All", [jk.Touchpoint("Pay", emotion=mood)])])
        for who, mood in (("ana", 1), ("ben", -1))
    )
    relation = jk.Relation(source="fleet-desk", target="ben", kind="serves")
    book = shop(ana, ben, personas=[jk.Persona("Ana"), jk.Persona("Ben")], owners=[jk.Owner("Fleet desk")], relations=[relation])
    seen = jk.compare(*book.journeys, lens="personas").seen
    assert [one.difference for one in seen.cells] == [-2]
    assert [one.kind for one in book.by_actor("ben").relations] == ["serves"]


@concept(
    "001-42",
    "Research inside and outside: surveys and forms, by several trades.",
    "Source.provenance",
    "Source.kind",
    "measure.evidence_coverage",
)
def research_inside_and_outside() -> None:
    sources = [
        jk.Source("Forms", kind="form", provenance="internal"),
        jk.Source("Panel", kind="survey", provenance="external", perspective="customer"),
    ]
    book = kept(shop(buy(jk.Touchpoint("Pay", sources=["forms", "panel"])), sources=sources))
    assert [(one.kind, one.provenance) for one in book.sources] == [("form", "internal"), ("survey", "external")]
    assert measure.evidence_coverage(book)[0].value == 1


@concept("001-43", "How customers see touchpoints, chances and hurdles.", "Insight.perspective", "measure.emotion_curve")
def as_customers_see_it() -> None:
    step = jk.Touchpoint(
        "Pay",
        emotions=[jk.Emotion(-2, perspective="customer"), jk.Emotion(1, perspective="employee")],
        pains=[jk.Insight("Queue", perspective="customer")],
    )
    assert measure.emotion_curve(buy(step), perspective="customer").value == -2
    assert measure.emotion_curve(buy(step), perspective="employee").value == 1
    assert step.pains[0].perspective == "customer"


@concept("001-44", "Points that were missed come in later, and one sees that.", "Touchpoint.provenance", "lens versions", "EVD-04")
def missed_points_come_in() -> None:
    before, after = buy(jk.Touchpoint("Pay")), buy(jk.Touchpoint("Pay"), jk.Touchpoint("Looks for the receipt", provenance="discovered"))
    compared = jk.compare(before, after, lens="versions")
    assert [(one.kind, one.id) for one in compared.changes] == [("added", "looks-for-the-receipt")]
    assert [fires("EVD-04", one) for one in (before, after)] == [1, 0]


@concept("001-45", "Look again and improve, for good.", "Journey.review_every", "Journey.reviewed_on", "MGT-09")
def look_again() -> None:
    journey = buy(jk.Touchpoint("Pay"), reviewed_on="2025-01-10", review_every="quarterly")
    days = {date(2025, 3, 1): 0, date(2025, 9, 1): 1}
    assert {day: fires("MGT-09", journey, profile="management", today=day) for day in days} == days
    assert (str(journey.reviewed_on), journey.review_every) == ("2025-01-10", "quarterly")


@concept(
    "001-46",
    "What maps are used for: less silos, better timing, software to choose, reasons for contact.",
    "Journey.purposes",
    "Touchpoint.contact_reason",
    "System.status",
    "measure.contact_reasons",
)
def what_maps_are_for() -> None:
    journey = buy(
        jk.Touchpoint("Call", contact_reason="Where is it?"),
        jk.Touchpoint("Mail", contact_reason="Where is it?"),
        purposes=["de-siloing", "software choice"],
    )
    book = kept(shop(journey, systems=[jk.System("Tracking", status="needed")]))
    assert measure.contact_reasons(book).reasons[0].touchpoints == ("buy/call", "buy/mail")
    assert (book.journeys[0].purposes, book.systems[0].status) == (("de-siloing", "software choice"), "needed")


@concept(
    "001-47",
    "An outside view and a common aim; procedures are looked at anew.",
    "Journey.customer_goal",
    "view journey-map",
    "view service-blueprint",
)
def an_outside_view() -> None:
    journey = buy(
        jk.Touchpoint("Pay"), customer_goal="Home before six", activities=[jk.Activity("Books", layer="backstage", touchpoints="pay")]
    )
    drawn = [jk.render(journey, view=name) for name in ("journey-map", "service-blueprint")]
    assert "Home before six" in drawn[0].text
    assert "Books" in drawn[1].text
    assert journey.customer_goal == "Home before six"
