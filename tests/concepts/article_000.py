"""The article on six steps: from the stakeholder map to the blueprint and back."""

from datetime import date

import journeykit as jk
from tests.concepts.building import buy, fires, kept, refused, shop, words
from tests.concepts.concept import concept

measure = jk.measure


@concept(
    "000-1", "A map rests on what customers really went through.", "Source", "Touchpoint.sources", "EVD-03", "measure.evidence_coverage"
)
def a_map_rests_on_sources() -> None:
    heard = jk.Source("Talks at the till", kind="interview", perspective="customer", n=12)
    bare, founded = (shop(buy(jk.Touchpoint("Pay", sources=ids)), sources=[heard]) for ids in ((), ("talks-at-the-till",)))
    assert (fires("EVD-03", bare), fires("EVD-03", founded)) == (1, 0)
    assert [measure.evidence_coverage(one)[0].value for one in (bare, founded)] == [0, 1]


@concept("000-2", "More touchpoints, more detail: one can zoom in on a single one.", "Journey.level", "Touchpoint.sub_journey", "STR-13")
def a_touchpoint_opens_into_a_journey() -> None:
    steps = jk.Journey("I pay", id="pay-in-detail", level=2, stages=[jk.Stage("Till", [jk.Touchpoint("Card"), jk.Touchpoint("Receipt")])])
    book = shop(buy(jk.Touchpoint("Pay", sub_journey="pay-in-detail"), level=1), steps)
    assert fires("STR-13", book) == 0
    assert fires("STR-13", jk.edit.update(book, "pay-in-detail", level=0)) == 1


@concept("000-3", "A service is told from start to finish.", "Scope.start", "Scope.end", "Journey.trigger", "Journey.outcome", "COM-04")
def a_journey_has_both_ends() -> None:
    told = buy(
        jk.Touchpoint("Pay"),
        trigger="The old one breaks",
        outcome="A new one",
        scope=jk.Scope(objective="Renew", start="Breakage", end="First use"),
    )
    assert (fires("COM-04", buy(jk.Touchpoint("Pay")), profile="workshop"), fires("COM-04", told, profile="workshop")) == (1, 0)
    back = kept(shop(told)).journeys[0]
    assert (back.trigger, back.outcome, back.scope.end) == ("The old one breaks", "A new one", "First use")


@concept("000-4", "Work on the processes behind customer service is an action of its own kind.", "Action.kind", "view roadmap")
def processes_are_improved() -> None:
    assert "Pack faster" in words(shop(actions=[jk.Action("Pack faster", kind="process", status="approved")]), "roadmap")


@concept(
    "000-5",
    "Whom a customer meets, and what these people do, belong together.",
    "Touchpoint.counterparts",
    "Activity.actor",
    "Portfolio.by_actor",
)
def staff_and_roles_correspond() -> None:
    book = shop(
        buy(jk.Touchpoint("Asks", counterparts="clerk"), activities=[jk.Activity("Answers", actor="clerk", touchpoints="asks")]),
        owners=[jk.Owner("Clerk", kind="role")],
    )
    assert book.by_actor("clerk").parts[0].roles == (("asks", "counterpart"), ("answers", "actor"))


@concept(
    "000-6", "Difficulties of the business stand beside those of customers, and are not theirs.", "Insight.perspective", "lens perception"
)
def business_has_pains_of_its_own() -> None:
    book = shop(
        buy(jk.Touchpoint("Pay", pains=[jk.Insight("Till jams", perspective="employee"), jk.Insight("Queue", perspective="customer")]))
    )
    assert {one.text: one.perspective for _, one in book.insights_at("buy/pay")} == {"Till jams": "employee", "Queue": "customer"}
    employees = buy(jk.Touchpoint("Pay", pains=["Till jams"]), perspective="employee")
    seen = jk.compare(buy(jk.Touchpoint("Pay", pains=["Queue"])), employees, lens="perception").seen
    assert (seen.customer_pains, seen.employee_pains) == (("Queue",), ("Till jams",))


@concept(
    "000-7", "One model shows the customer's side and the organisation's.", "Activity.layer", "view journey-map", "view service-blueprint"
)
def one_model_two_pictures() -> None:
    journey = buy(jk.Touchpoint("Pay", emotion=-1), activities=[jk.Activity("Books the sum", layer="backstage", touchpoints="pay")])
    outside, inside = words(journey, "journey-map"), words(journey, "service-blueprint")
    assert "Pay" in outside
    assert "Pay" in inside
    assert "Books the sum" in inside
    assert "Books the sum" not in outside


@concept(
    "000-8", "What the house knows by itself: use, reviews, analytics, its list of services.", "Source.kind", "Source.is_customer_evidence"
)
def the_house_has_sources() -> None:
    kinds = ("usage_data", "qualitative_review", "analytics", "service_catalogue")
    book = kept(shop(sources=[jk.Source(kind, kind=kind) for kind in kinds]))
    assert tuple(one.kind for one in book.sources) == kinds
    assert not jk.Source("Catalogue", kind="service_catalogue").is_customer_evidence


@concept("000-9", "Company goals: more revenue, less cost, less risk.", "Goal.category")
def goals_have_a_category() -> None:
    book = kept(shop(goals=[jk.Goal(one, category=one) for one in ("revenue", "cost", "risk")]))
    assert [one.category for one in book.goals] == ["revenue", "cost", "risk"]


@concept("000-10", "The work ends in a plan with outcomes one can check.", "Action.kpis", "measure.target_progress", "view roadmap")
def the_result_is_a_plan() -> None:
    action = jk.Action("Second till", status="selected", kpis=[jk.Target(kpi="wait", baseline=10, target=4)], due="2026-06")
    book = shop(kpis=[jk.KPI("Wait", direction="lower", measurements=[jk.Measurement(at="2026-01", value=7)])], actions=[action])
    assert measure.target_progress(book).items[0].attainment == 0.5
    assert "Second till" in words(book, "roadmap")


@concept("000-11", "Layers are ordered from the customer inwards.", "Activity.layer", "view service-blueprint")
def layers_have_an_order() -> None:
    work = [jk.Activity(f"Deed {layer}", layer=layer, touchpoints="pay") for layer in ("support", "backstage", "frontstage")]
    said = words(buy(jk.Touchpoint("Pay"), activities=work), "service-blueprint")
    assert said.index("Pay") < said.index("Deed frontstage") < said.index("Deed backstage") < said.index("Deed support")


@concept("000-12", "Step 1: everybody involved, as a chart of the organisation.", "Actor.parent", "view stakeholder-map")
def stakeholders_form_a_tree() -> None:
    book = shop(buy(jk.Touchpoint("Pay", owner="till")), owners=[jk.Owner("Till", parent="sales"), jk.Owner("Sales", kind="department")])
    said = words(book, "stakeholder-map", layout="tree")
    assert "Till" in said
    assert "Sales" in said
    assert "circle" in refused(lambda: jk.Portfolio("B", owners=[jk.Owner("A", parent="b"), jk.Owner("B", parent="a")]))


@concept("000-13", "Every interaction is found from each stakeholder.", "Portfolio.by_actor", "BLU-10")
def interactions_by_stakeholder() -> None:
    book = shop(
        buy(jk.Touchpoint("Asks", counterparts="clerk"), jk.Touchpoint("Pays", owner="clerk")),
        owners=[jk.Owner("Clerk", ring=0), jk.Owner("Idle", ring=0)],
    )
    assert [one.id for one in book.by_actor("clerk").touchpoints] == ["asks", "pays"]
    assert fires("BLU-10", book) == 1


@concept("000-14", "Stakeholders and customers are related.", "Relation", "view stakeholder-map")
def relations_are_drawn() -> None:
    book = shop(
        personas=[jk.Persona("Ana")], owners=[jk.Owner("Clerk")], relations=[jk.Relation(source="clerk", target="ana", kind="serves")]
    )
    assert "Ana" in words(book, "stakeholder-map")
    assert [one.kind for one in book.by_actor("ana").relations] == ["serves"]


@concept("000-15", "What makes work good or bad is an influence with a sign.", "Relation.polarity", "measure.influencers")
def influence_has_a_sign() -> None:
    relation = jk.Relation(source="targets", target="clerk", polarity=-1)
    book = shop(owners=[jk.Owner("Clerk"), jk.Owner("Targets")], relations=[relation])
    assert measure.influencers(book, of="clerk").items[0].polarity == relation.polarity == -1


@concept(
    "000-16",
    "Step 2: what is known of customers already, and interviews in the field or by phone.",
    "Source.mode",
    "Source.kind",
    "Insight.sources",
)
def sources_say_how_they_were_had() -> None:
    kinds = {"outcome_data": None, "existing_insight": None, "interview": "phone"}
    sources = [jk.Source(kind, kind=kind, mode=mode) for kind, mode in kinds.items()]
    book = kept(shop(sources=sources, insights=[jk.Insight("Queue", sources="interview", anchors="buy/pay")]))
    assert book.sources["interview"].mode == "phone"
    assert [book.sources[key].kind for key in book.insights[0].sources] == ["interview"]


@concept("000-17", "Where the house listens to customers, and where it does not.", "measure.listening_coverage", "MEA-01")
def listening_is_covered() -> None:
    journey = buy(jk.Touchpoint("Asks", kpis="csat"), jk.Touchpoint("Pays", matters=True))
    book = shop(journey, kpis=[jk.KPI("CSAT", family="experience", measurements=[jk.Measurement(at=2025, value=80, anchor="buy/asks")])])
    assert measure.listening_coverage(book)[0].uncovered == ("pays",)
    assert fires("MEA-01", book, profile="management") == 1


@concept("000-18", "A culture that keeps customers coming back.", "Action.kind", "KPI.metric", "measure.target_progress")
def culture_is_an_action_and_retention_a_figure() -> None:
    kpi = jk.KPI("Return", metric="retention", direction="higher", measurements=[jk.Measurement(at=2025, value=60)])
    book = shop(kpis=[kpi], actions=[jk.Action("One language", kind="culture", kpis=[jk.Target(kpi="return", baseline=50, target=70)])])
    assert measure.target_progress(book).items[0].attainment == 0.5


@concept("000-19", "Step 3: first hypotheses, from talks with the stakeholders that count.", "Insight.test", "Actor.critical", "EVD-05")
def hypotheses_wait_for_a_test() -> None:
    source = jk.Source("Talk", kind="stakeholder_interview", perspective="employee")
    guess = jk.Insight("They fear fees", kind="hypothesis", sources="talk", anchors="buy/pay")
    assert fires("EVD-05", shop(sources=[source], insights=[guess]), today=date(2026, 1, 1)) == 1
    tested = jk.Insight(
        "They fear fees", kind="hypothesis", sources="talk", anchors="buy/pay", test="Show the fee first", status="confirmed"
    )
    assert (
        fires("EVD-05", shop(owners=[jk.Owner("Clerk", critical=True)], sources=[source], insights=[tested]), today=date(2026, 1, 1)) == 0
    )


@concept("000-20", "The way of listening is designed: where, when and how it is asked.", "KPI.collection", "measure.listening_coverage")
def listening_is_designed() -> None:
    kpi = jk.KPI("Effort", family="experience", collection="one question after the till")
    book = kept(shop(buy(jk.Touchpoint("Pay", kpis="effort")), kpis=[kpi]))
    assert book.kpis[0].collection == "one question after the till"
    assert measure.listening_coverage(book)[0].value == 1


@concept("000-21", "Step 4: goals that are realistic, measured and due.", "Goal.targets", "Goal.rationale", "MGT-01", "MGT-02", "MGT-03")
def goals_are_measured_and_due() -> None:
    kpi = jk.KPI("Wait", direction="lower", measurements=[jk.Measurement(at=f"202{n}", value=10 - n) for n in range(3)])
    vague = shop(kpis=[kpi], goals=[jk.Goal("Be faster")])
    bold = jk.Target(kpi="wait", baseline=8, target=1, start="2026", due="2026-12")
    assert [fires(code, vague, profile="management") for code in ("MGT-01", "MGT-02")] == [1, 1]
    unfounded, founded = (shop(kpis=[kpi], goals=[jk.Goal("Be faster", targets=[bold], rationale=why)]) for why in (None, "A second till"))
    assert [fires(code, founded, profile="management") for code in ("MGT-01", "MGT-02", "MGT-03")] == [0, 0, 0]
    assert fires("MGT-03", unfounded, profile="management") == 1


@concept("000-22", "What sets things off.", "Journey.trigger", "Touchpoint.trigger", "lane triggers")
def triggers_are_told() -> None:
    journey = buy(jk.Touchpoint("Call", trigger="A letter comes"), trigger="The old one breaks")
    assert journey.trigger == "The old one breaks"
    assert "A letter comes" in words(journey, lanes=["triggers"])


@concept("000-23", "Touchpoints are the columns of the map.", "Touchpoint", "view journey-map")
def touchpoints_are_columns() -> None:
    journey = buy(jk.Touchpoint("Ask"), jk.Touchpoint("Pay"))
    assert journey.touchpoints.ids == ("ask", "pay")
    assert all(title in words(journey, "journey-map") for title in ("Ask", "Pay"))


@concept("000-24", "What goes wrong today is open until it is resolved.", "Touchpoint.pains", "Insight.status", "lens versions")
def issues_are_open_until_resolved() -> None:
    before, after = (buy(jk.Touchpoint("Pay", pains=[jk.Insight("Queue", id="queue", status=status)])) for status in ("open", "resolved"))
    assert [one.id for one in jk.compare(before, after, lens="versions").seen.pains_resolved] == ["queue"]


@concept("000-25", "What is wanted in the end, by the business and by the customer.", "Goal.statement", "Journey.outcome")
def outcomes_are_stated() -> None:
    book = kept(shop(buy(jk.Touchpoint("Pay"), outcome="A phone that works"), goals=[jk.Goal("Fewer returns")]))
    assert (book.journeys[0].outcome, book.goals[0].statement) == ("A phone that works", "Fewer returns")


@concept("000-26", "A clear picture of the processes that solve it.", "Action.target_process", "Activity.status", "BLU-12")
def processes_of_the_solution() -> None:
    work = jk.Activity("Checks at the shelf", status="needed", touchpoints="pay")
    journey = buy(jk.Touchpoint("Pay"), state="future", activities=[work])
    unbuilt = shop(journey)
    built = shop(
        journey,
        actions=[
            jk.Action("Shelf checkout", touches="buy/checks-at-the-shelf", target_process="Checkout without a till", status="approved")
        ],
    )
    assert (fires("BLU-12", unbuilt), fires("BLU-12", built)) == (1, 0)
    assert kept(built).actions[0].target_process == "Checkout without a till"


@concept("000-27", "New initiatives, and those that work already.", "Action.novelty", "MGT-10")
def what_works_already_counts() -> None:
    new, old = (jk.Action(one, novelty=one) for one in ("new", "existing"))
    assert (fires("MGT-10", shop(actions=[new])), fires("MGT-10", shop(actions=[new, old]))) == (1, 0)


@concept("000-28", "Step 5: first the outline, in phases.", "Journey.level", "Stage", "view service-blueprint")
def the_outline_comes_first() -> None:
    journey = jk.Journey(
        "I live here", level=0, stages=[jk.Stage("Arrive", [jk.Touchpoint("Sign")]), jk.Stage("Live", [jk.Touchpoint("Pay")])]
    )
    assert journey.stages.ids == ("arrive", "live")
    assert fires("COM-01", journey) == 0  # the whole course of things may hold for all
    assert all(title in words(journey, "service-blueprint") for title in ("Arrive", "Live"))


@concept("000-29", "Who supports the service.", "Touchpoint.supporters", "measure.rasci", "view rasci")
def supporters_have_a_letter() -> None:
    journey = buy(jk.Touchpoint("Pay", owner="till", supporters=["it"]))
    assert [(one.actor, one.letter) for one in measure.rasci(journey).parts] == [("till", "A"), ("it", "S")]
    assert "supports" in words(journey, "rasci")


@concept("000-30", "Who influences those supporters in turn.", "Relation", "measure.influencers", "BLU-11")
def supporters_are_influenced() -> None:
    journey, owners = buy(jk.Touchpoint("Pay", supporters="it")), [jk.Owner("IT"), jk.Owner("Board"), jk.Owner("Bank")]
    links = [jk.Relation(source="board", target="it"), jk.Relation(source="bank", target="board")]
    alone, known = shop(journey, owners=owners), shop(journey, owners=owners, relations=links)
    assert (measure.influencers(alone).value, measure.influencers(known).value) == ((), ("board", "bank"))
    assert measure.influencers(known, depth=1).value == ("board",)
    assert (fires("BLU-11", alone), fires("BLU-11", known)) == (1, 0)


@concept("000-31", "Blueprint and stakeholder map are one graph.", "BLU-09", "BLU-10", "view stakeholder-map")
def blueprint_and_stakeholders_are_one() -> None:
    journey = buy(jk.Touchpoint("Pay"), activities=[jk.Activity("Books", actor="clerk", touchpoints="pay")])
    owners = [jk.Owner("Boss", ring=0), jk.Owner("Clerk")]
    book = shop(journey, owners=owners)
    assert (fires("BLU-09", book), fires("BLU-10", book)) == (1, 1)
    linked = shop(jk.edit.update(journey, "books", owner="boss"), owners=[owners[0], jk.Owner("Clerk", parent="boss")])
    assert (fires("BLU-09", linked), fires("BLU-10", linked)) == (0, 0)
    assert "column 1" in words(linked.journeys[0], "stakeholder-map")


@concept(
    "000-32", "The whole life with the house, from inside out and from outside in.", "Journey.actors", "Portfolio.by_actor", "view atlas"
)
def inside_out_and_outside_in() -> None:
    book = shop(buy(jk.Touchpoint("Asks", owner="clerk"), persona="ana"), personas=[jk.Persona("Ana")], owners=[jk.Owner("Clerk")])
    for actor in book.journeys[0].actors():
        assert book.by_actor(actor).parts[0].journey == "buy"
    assert "I buy" in words(book, "atlas")


@concept("000-33", "Step 6: teams collect ideas, and it is known whose they are.", "Action.status", "Action.proposed_by")
def ideas_are_collected() -> None:
    idea = kept(shop(actions=[jk.Action("Shelf checkout", proposed_by=["night shift"])])).actions[0]
    assert (idea.status, idea.proposed_by) == ("idea", ("night shift",))


@concept("000-34", "Fixes go back to what they fix.", "Action.addresses", "Opportunity.addresses", "MGT-05", "view opportunity-tree")
def fixes_go_back_to_issues() -> None:
    chance = jk.Opportunity("Pay without a queue", addresses="queue", anchors="buy/pay")
    held = {"insights": [jk.Insight("Queue", anchors="buy/pay")], "opportunities": [chance]}
    loose, joined = (shop(actions=[jk.Action("Second till", addresses=to)], **held) for to in ((), ("pay-without-a-queue",)))
    assert (fires("MGT-05", loose), fires("MGT-05", joined)) == (1, 0)
    assert "Second till" in words(joined, "opportunity-tree")


@concept("000-35", "Figures are set up, and progress is tracked by them.", "KPI", "Measurement", "measure.kpi_status", "view kpi")
def progress_is_tracked() -> None:
    values = [jk.Measurement(at=at, value=value) for at, value in ((2024, 10), (2025, 6))]
    book = shop(kpis=[jk.KPI("Wait", direction="lower", baseline=10, target=4, measurements=values)])
    (state,) = measure.kpi_status(book).states
    assert (state.change, state.attainment, state.is_better) == (-4, 4 / 6, True)
    assert "Wait" in words(book, "kpi")


@concept("000-36", "People are trained in what is new, and it is seen to that it is done.", "Action.kind", "MGT-11")
def change_comes_with_training() -> None:
    chance = jk.Opportunity("Pay without a queue", anchors="buy/pay")
    change, training = (jk.Action(kind, kind=kind, status="approved", addresses="pay-without-a-queue") for kind in ("process", "training"))
    counts = [fires("MGT-11", shop(opportunities=[chance], actions=held), profile="management") for held in ([change], [change, training])]
    assert counts == [1, 0]


@concept("000-37", "Objectives are met, and it pays.", "Action.benefits", "measure.business_case", "measure.target_progress")
def it_pays() -> None:
    gain = jk.Benefit(kind="retention", reach=1000, change=0.02, value=jk.Money(50, "EUR"), basis="measured")
    book = shop(kpis=[jk.KPI("Stay", measurements=[jk.Measurement(at=2025, value=82)])], actions=[jk.Action("Call back", cost=jk.Money(400, "EUR"), benefits=[gain])],
                goals=[jk.Goal("Keep them", targets=[jk.Target(kpi="stay", baseline=80, target=90)])])  # fmt: skip
    (case,) = measure.business_case(book).items
    assert {one.name: one.benefit and one.benefit.amount for one in case.cases}["base"] == 1000
    assert measure.target_progress(book).items[0].attainment == 0.2


@concept("000-38", "Strong and weak points at a glance, from end to end.", "measure.emotion_curve", "view emotion-curves", "lane emotions")
def strong_and_weak_points() -> None:
    journey = buy(jk.Touchpoint("Look", emotion=2), jk.Touchpoint("Wait", emotion=-2), jk.Touchpoint("Have", emotion=1))
    curve = measure.emotion_curve(journey)
    assert (curve.peak.touchpoint, curve.trough.touchpoint) == ("look", "wait")
    assert "Wait" in words(journey, "emotion-curves")
    assert "2" in words(journey, lanes=["emotions"])


@concept("000-39", "Where one wants to be stands beside where one is.", "Journey.state", "lens future", "view comparison")
def where_one_wants_to_be() -> None:
    today = buy(jk.Touchpoint("Queue", id="q", duration="20 min"), jk.Touchpoint("Pay"))
    then = jk.Journey("I buy", id="buy-then", origin="buy", state="future", stages=[jk.Stage("All", [jk.Touchpoint("Pay")])])
    compared = jk.compare(today, then, lens="future")
    assert {one.row.status for one in compared.seen.differences} == {"removed"}
    assert "Queue" in words(compared, "comparison")
