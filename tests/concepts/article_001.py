"""The article on what a map is and how it is filled: first part, the journey as the customer lives it."""

import journeykit as jk
from tests.concepts.building import buy, fires, kept, shop, words
from tests.concepts.concept import concept

measure = jk.measure


@concept(
    "001-1", "Every encounter, from the first contact to the delivery, in order.", "Stage.touchpoints", "COM-04", "measure.contacts_before"
)
def encounters_are_in_order() -> None:
    journey = jk.Journey(
        "I buy", stages=[jk.Stage("Find", [jk.Touchpoint("Ad"), jk.Touchpoint("Call")]), jk.Stage("Get", [jk.Touchpoint("Parcel")])]
    )
    assert [one.title for stage in journey.stages for one in stage.touchpoints] == ["Ad", "Call", "Parcel"]
    assert measure.contacts_before(journey, until="parcel").value == 2
    assert fires("COM-04", journey, profile="workshop") == 1


@concept(
    "001-2",
    "At each touchpoint: why the customer comes, and what makes it hard.",
    "Touchpoint.goal",
    "Touchpoint.pains",
    "measure.pain_ranking",
)
def motives_and_difficulties() -> None:
    journey = buy(jk.Touchpoint("Pay", goal="Be done", pains=[jk.Insight("Queue", severity=4, frequency=0.5)]))
    assert "Be done" in words(journey, lanes=["goal"])
    (pain,) = measure.pain_ranking(journey).items
    assert (pain.text, pain.low, pain.high, pain.places) == ("Queue", 0.5, 0.5, ("buy/pay",))


@concept(
    "001-3",
    "The customer's view and results, not the steps of a process.",
    "Touchpoint.outcome",
    "CUS-01",
    "CUS-03",
    "CUS-04",
    "lane outcomes",
)
def results_not_processes() -> None:
    assert fires("CUS-01", buy(jk.Touchpoint("Process the application")), profile="workshop") == 1
    mine = buy(jk.Touchpoint("Hears the decision", goal="A loan soon", outcome="A yes or a no", thoughts=["Will it do?"]), persona="ana")
    book = shop(mine, personas=[jk.Persona("Ana", needs=["A loan"])])
    told = shop(
        buy(jk.Touchpoint("Hears", thoughts=["Our customers love it"]), persona="ana"), personas=[jk.Persona("Ana", needs=["A loan"])]
    )
    assert [[fires(code, one) for code in ("CUS-01", "CUS-03", "CUS-04")] for one in (book, told)] == [[0, 0, 0], [0, 1, 1]]
    assert "A yes or a no" in words(mine, lanes=["outcomes"])


@concept(
    "001-4", "Maps come in many shapes: one chooses what is shown and how strict one is.", "LaneSpec", "profile draft", "profile workshop"
)
def maps_have_many_shapes() -> None:
    journey = buy(jk.Touchpoint("Pay", goal="Be done", notes={"legal": ["Cash limit"]}))
    legal = jk.LaneSpec(key="legal", title="Legal", texts=lambda one: one.notes.get("legal"))
    assert "Cash limit" in words(journey, lanes=["goal", legal])
    assert "Cash limit" not in words(journey, lanes=["goal"])
    assert len(jk.check(journey, profile="draft")) < len(jk.check(journey, profile="workshop"))


@concept("001-5", "A picture in several phases.", "Stage", "Journey.stages", "view journey-map")
def a_picture_in_phases() -> None:
    stages = [jk.Stage("Learn", [jk.Touchpoint("Ad")]), jk.Stage("Own", [jk.Touchpoint("Use")])]
    drawn = jk.render(jk.Journey("I buy", stages=stages), view="journey-map")
    assert drawn.media_type == "image/svg+xml"
    assert all(title in drawn.text for title in ("Learn", "Own"))


@concept(
    "001-6",
    "Room for strategy, departments, IT and whatever a company keeps.",
    "Touchpoint.notes",
    "Owner.kind",
    "System",
    "Touchpoint.extra",
)
def room_for_what_a_company_keeps() -> None:
    step = jk.Touchpoint("Pay", owner="sales", systems="till", notes={"strategy": ["Fewer steps"]}, extra={"cost_centre": 4711})
    book = kept(shop(buy(step), owners=[jk.Owner("Sales", kind="department")], systems=[jk.System("Till")]))
    assert book.journeys[0].touchpoints["pay"].extra["cost_centre"] == 4711
    assert "Fewer steps" in words(
        book.journeys[0], lanes=[jk.LaneSpec(key="strategy", title="Strategy", texts=lambda one: one.notes["strategy"])]
    )


@concept("001-7", "One process, or many processes and departments.", "Scope.breadth")
def how_wide_a_map_is() -> None:
    book = kept(shop(*(jk.Journey(one, scope=jk.Scope(breadth=one)) for one in ("specific_processes", "cross_department_experience"))))
    assert [one.scope.breadth for one in book.journeys] == ["specific_processes", "cross_department_experience"]


@concept("001-8", "Departments hand over to each other without friction.", "measure.handovers", "measure.seams", "Link.quality")
def departments_hand_over() -> None:
    owners = [jk.Owner("Sales", kind="department"), jk.Owner("Store", kind="department")]
    link = jk.Link(source="order", target="fetch", kind="handover", quality=-2)
    book = shop(buy(jk.Touchpoint("Order", owner="sales"), jk.Touchpoint("Fetch", owner="store"), links=[link]), owners=owners)
    (change,) = measure.handovers(book)[0].changes
    assert (change.crosses_department, change.is_recorded, change.quality) == (True, True, -2)
    assert "owner" in measure.seams(book)[0].seams[0].changes


@concept("001-9", "Friction is found and ranked, worst first.", "measure.pain_ranking", "Insight.severity", "Insight.frequency")
def friction_is_ranked() -> None:
    pains = [
        jk.Insight(text, severity=severity, frequency=frequency)
        for text, severity, frequency in (("Fee", 2, 0.9), ("Queue", 4, 0.9), ("Noise", 4, 0.1))
    ]
    assert [one.text for one in measure.pain_ranking(buy(jk.Touchpoint("Pay", pains=pains))).items] == ["Queue", "Fee", "Noise"]


@concept("001-10", "Each touchpoint carries the customer's words.", "CUS-01", "CUS-02")
def touchpoints_in_the_customers_words() -> None:
    ours, theirs = buy(jk.Touchpoint("Validate identity")), buy(jk.Touchpoint("Shows a passport"))
    assert [fires("CUS-01", one, profile="workshop") for one in (ours, theirs)] == [1, 0]
    stages = jk.Journey("I buy", stages=[jk.Stage("Sales", [jk.Touchpoint("Asks")])])
    assert fires("CUS-02", shop(stages, owners=[jk.Owner("Sales", kind="department")])) == 1


@concept("001-11", "New ways of meeting customers come to light.", "Touchpoint.provenance", "Opportunity.kind", "view opportunities")
def new_ways_come_to_light() -> None:
    chance = jk.Opportunity("Talk where they already are", kind="innovate", reach=100, impact=2, confidence=0.8, effort=1)
    journey = buy(jk.Touchpoint("Asks in a forum", provenance="discovered", opportunities=[chance]))
    assert fires("EVD-04", journey) == 0
    assert "Talk where they already are" in words(journey, "opportunities")


@concept("001-12", "Reviews by others are encounters too, though nobody here controls them.", "Touchpoint.control", "CUS-07")
def reviews_count() -> None:
    ours, others = buy(jk.Touchpoint("Looks at the shelf")), buy(jk.Touchpoint("Reads reviews", control="external"))
    assert [fires("CUS-07", one) for one in (ours, others)] == [1, 0]
    assert measure.ownership(others).orphans == ()


@concept("001-13", "Some parts of the business are further than others.", "measure.persona_coverage", "measure.ownership")
def not_all_are_equally_far() -> None:
    book = shop(buy(jk.Touchpoint("Ask", owner="sales"), jk.Touchpoint("Pay", owner="sales"), jk.Touchpoint("Fix"), persona="ana", type="use"),
                personas=[jk.Persona("Ana"), jk.Persona("Ben")], owners=[jk.Owner("Sales", kind="department")])  # fmt: skip
    assert measure.persona_coverage(book).holes == (("ben", "use"),)
    found = measure.ownership(book)[0]
    assert ([(one.owner, one.touchpoints) for one in found.load], found.orphans) == ([("sales", 2)], ("fix",))


@concept("001-14", "A procedure that loses customers costs money.", "Touchpoint.drop_off", "measure.drop_off", "measure.business_case")
def losing_customers_costs() -> None:
    journey = buy(jk.Touchpoint("Form", drop_off=0.4), jk.Touchpoint("Pay", drop_off=0))
    assert (measure.drop_off(journey).largest, measure.drop_off(journey).value) == ("form", 0.6)
    saved = jk.Benefit(kind="conversion", reach=1000, change=0.1, value=jk.Money(20, "EUR"))
    (case,) = measure.business_case(shop(journey, actions=[jk.Action("Short form", benefits=[saved])])).items
    assert case.bases == ("assumed",)
    assert {one.benefit.amount for one in case.cases if one.name == "base"} == {2000}


@concept("001-15", "Many contacts lie before a purchase, and each may win or lose it.", "measure.contacts_before", "CUS-08")
def contacts_before_a_purchase() -> None:
    steps = [jk.Touchpoint(f"Contact {n}") for n in range(13)]
    journey = jk.Journey(
        "I buy",
        type="integration",
        stages=[jk.Stage("Find", steps, purchase_phase="prepurchase"), jk.Stage("Buy", [jk.Touchpoint("Pay")], purchase_phase="purchase")],
    )
    assert measure.contacts_before(journey, until="pay").value == 13
    short = jk.edit.update(journey, "stage:find", touchpoints=steps[:2])
    assert [fires("CUS-08", one, profile="workshop") for one in (journey, short)] == [0, 1]


@concept("001-Q1", "Are these the encounters that really happen?", "lens conformance", "EVD-04")
def planned_against_real() -> None:
    plan = buy(jk.Touchpoint("Ask"), jk.Touchpoint("Pay"), form="planned")
    run = jk.Journey(
        "I buy",
        id="run",
        origin="buy",
        form="actual",
        case="4711",
        stages=[jk.Stage("All", [jk.Touchpoint("Ask"), jk.Touchpoint("Complain")])],
    )
    found = jk.compare(plan, run, lens="conformance").seen
    assert {(one.kind, one.touchpoint) for one in found.first[0].deviations} >= {("missing", "pay")}
    assert fires("EVD-04", buy(jk.Touchpoint("Ask"))) == 1


@concept("001-Q2", "Does one stage lead smoothly into the next?", "measure.seams")
def stages_lead_into_each_other() -> None:
    rough = jk.Journey(
        "I buy",
        stages=[
            jk.Stage("A", [jk.Touchpoint("Ask", channel="web", emotion=1)]),
            jk.Stage("B", [jk.Touchpoint("Pay", channel="till", emotion=-1)]),
        ],
    )
    seam = measure.seams(rough).widest
    assert (seam.start, seam.end, seam.drop, seam.is_seamless) == ("ask", "pay", 2, False)
    assert {"channel", "stage"} <= set(seam.changes)


@concept("001-Q3", "Are we sure that customers stay?", "Touchpoint.drop_off", "measure.drop_off", "lane drop_off")
def do_customers_stay() -> None:
    journey = buy(jk.Touchpoint("Form", drop_off=0.25), jk.Touchpoint("Pay"))
    assert (measure.drop_off(journey).value, measure.drop_off(journey).at_most) == (None, 0.75)
    assert "25" in words(journey, lanes=["drop_off"])


@concept("001-Q4", "Do the people at work know which touchpoints count most?", "Touchpoint.importance", "MGT-12", "lens perception")
def do_staff_know_what_counts() -> None:
    steps = [
        jk.Touchpoint(title, importance={"customer": c, "employee": e}) for title, c, e in (("Ask", 5, 2), ("Try", 3, 5), ("Pay", 4, 4))
    ]
    assert fires("MGT-12", buy(*steps)) >= 1
    apart = [
        buy(*(jk.Touchpoint(one.title, importance={who: one.importance[who]}) for one in steps), perspective=who)
        for who in ("customer", "employee")
    ]
    seen = jk.compare(*apart, lens="perception").seen
    assert (seen.importance_correlation, seen.rated) == (-1.0, 3)


@concept("001-Q5", "Is it noticed when a touchpoint needs work?", "KPI.amber", "KPI.red", "measure.kpi_status")
def figures_raise_the_alarm() -> None:
    status = {}
    for value in (3, 6, 12):
        kpi = jk.KPI(
            "Wait", direction="lower", target=4, amber=5, red=10, measurements=[jk.Measurement(at=2025, value=value, anchor="buy/pay")]
        )
        status[value] = measure.kpi_status(shop(kpis=[kpi])).states[0].status
    assert len(set(status.values())) == 3
    assert status[12] == "off"
    assert (kpi.amber, kpi.red) == (5, 10)


@concept(
    "001-16",
    "Motive, emotion and result of each interaction.",
    "Touchpoint.goal",
    "Touchpoint.emotions",
    "Touchpoint.outcome",
    "view touchpoint",
)
def motive_emotion_result() -> None:
    journey = buy(jk.Touchpoint("Pay", goal="Be done", emotions=[jk.Emotion(-1)], outcome="Paid"))
    said = words(journey, "touchpoint", of="pay")
    assert all(one in said for one in ("Be done", "Paid"))
    assert journey.touchpoints["pay"].emotions[0].valence == -1


@concept("001-17", "Thorough where it counts, and made to measure.", "Portfolio.check", "profile publish", "profile management")
def strict_to_measure() -> None:
    book = jk.Portfolio("Shop", journeys=[buy(jk.Touchpoint("Pay"))], check={"profile": "publish", "ignore": ["MGT"]})
    assert {one.code[:3] for one in jk.check(book)} & {"EVD", "MGT"} == {"EVD"}
    assert {one.code for one in jk.check(buy(jk.Touchpoint("Pay")), profile="management")} > {"MEA-02"}


@concept("001-18", "Things go wrong: what then?", "FailPoint.recovery", "BLU-08", "lane fail_points")
def what_if_it_goes_wrong() -> None:
    bare, ready = (
        buy(jk.Touchpoint("Pay", matters=True, fail_point=jk.FailPoint("Card refused", recovery=then))) for then in (None, "Take cash")
    )
    assert [fires("BLU-08", one, profile="blueprint") for one in (bare, ready)] == [1, 0]
    assert "Card refused" in words(ready, lanes=["fail_points"])


@concept("001-19", "Where expectations are not met, and why.", "Expectation.met", "Insight.root_cause", "measure.expectation_gaps")
def unmet_expectations_and_why() -> None:
    step = jk.Touchpoint("Pay", expectations=[jk.Expectation("Quick", met="not_met")], pains=[jk.Insight("Queue", root_cause="One till")])
    book = kept(shop(buy(step)))
    assert dict(measure.expectation_gaps(book)[0].counts)["not_met"] == 1
    assert book.journeys[0].touchpoints["pay"].pains[0].root_cause == "One till"


@concept("001-20a", "First factor: what the customer does and wants at each point.", "Touchpoint.actions", "COM-06", "lane actions")
def what_the_customer_does() -> None:
    empty, full = buy(jk.Touchpoint("Website")), buy(jk.Touchpoint("Website", actions=["Compares prices"]))
    assert [fires("COM-06", one, profile="workshop") for one in (empty, full)] == [1, 0]
    assert "Compares prices" in words(full, lanes=["actions"])


@concept(
    "001-20b", "Second factor: the customer's mood, and what is said.", "Emotion.quote", "Touchpoint.thoughts", "COM-07", "lane thoughts"
)
def mood_and_words() -> None:
    empty, full = (
        buy(jk.Touchpoint("Pay")),
        buy(jk.Touchpoint("Pay", thoughts=["How long?"], emotions=[jk.Emotion(-1, quote="I nearly left")])),
    )
    assert [fires("COM-07", one, profile="workshop") for one in (empty, full)] == [1, 0]
    assert "How long?" in words(full, lanes=["thoughts"])
    assert full.touchpoints["pay"].emotions[0].quote == "I nearly left"


@concept(
    "001-20c",
    "Third factor: whom or what the customer deals with.",
    "Touchpoint.counterparts",
    "Activity.layer",
    "COM-08",
    "lane counterparts",
)
def on_stage() -> None:
    empty, full = buy(jk.Touchpoint("Pay")), buy(jk.Touchpoint("Pay", channel="till", counterparts=["card reader"]))
    assert [fires("COM-08", one, profile="workshop") > 0 for one in (empty, full)] == [True, False]
    assert "card reader" in words(full, lanes=["counterparts"])
    assert jk.Activity("Reads the card", touchpoints="pay").layer == "frontstage"


@concept(
    "001-20d",
    "Fourth factor: what the customer never sees, or that there is nothing.",
    "Touchpoint.no_backstage",
    "COM-09",
    "Activity.layer",
)
def behind_the_scenes() -> None:
    unknown, none, some = (
        buy(jk.Touchpoint("Pay")),
        buy(jk.Touchpoint("Pay", no_backstage=True)),
        buy(jk.Touchpoint("Pay"), activities=[jk.Activity("Books", layer="backstage", touchpoints="pay")]),
    )
    assert [fires("COM-09", one, profile="workshop") for one in (unknown, none, some)] == [1, 0, 0]
