"""The article on lifecycle maps: understanding what is, and mapping what shall be."""

import journeykit as jk
from journeykit.examples import template
from tests.concepts.building import buy, fires, kept, shop, words
from tests.concepts.concept import concept

measure = jk.measure


@concept("002-1", "A picture of the experience as it is today.", "Journey.state", "view journey-map")
def as_it_is_today() -> None:
    journey = buy(jk.Touchpoint("Pay", emotion=-1))
    assert journey.state == "current"
    assert "Pay" in jk.render(journey, view="journey-map").svg


@concept(
    "002-2", "From the very first touch through the whole relationship.", "Stage.lifecycle", "measure.lifecycle_coverage", "view atlas"
)
def the_whole_relationship() -> None:
    journey = jk.Journey(
        "I live with it",
        stages=[jk.Stage(one, [jk.Touchpoint(f"At {one}")], lifecycle=one) for one in ("learn", "onboard", "use", "support", "leave")],
    )
    found = measure.lifecycle_coverage(journey)
    assert (found.value, found.holes) == (1, ())
    assert words(journey, "atlas").count("I live with it") == 5


@concept("002-3", "The steps that customers take, and where work behind them can change.", "Activity.touchpoints", "view service-blueprint")
def steps_and_work_behind() -> None:
    journey = buy(jk.Touchpoint("Pay"), activities=[jk.Activity("Counts the till", layer="support", touchpoints="pay")])
    assert "Counts the till" in words(journey, "service-blueprint")
    assert journey.activities[0].touchpoints == ("pay",)


@concept("002-4", "What the organisation wants: more revenue, fewer who leave.", "Goal.targets", "KPI.metric", "measure.target_progress")
def what_the_organisation_wants() -> None:
    kpi = jk.KPI("Leavers", metric="churn", direction="lower", measurements=[jk.Measurement(at=2025, value=8)])
    book = shop(kpis=[kpi], goals=[jk.Goal("Keep them", targets=[jk.Target(kpi="leavers", baseline=10, target=6)])])
    assert measure.target_progress(book).items[0].attainment == 0.5
    assert (book.goals[0].targets[0].kpi, book.kpis[0].metric) == ("leavers", "churn")


@concept(
    "002-5",
    "Moments that matter, pains and delights bring people onto one page.",
    "Touchpoint.matters",
    "Touchpoint.gains",
    "measure.gain_ranking",
    "lane gains",
)
def moments_pains_delights() -> None:
    journey = buy(
        jk.Touchpoint("Pay", matters=True, pains=["Queue"], gains=[jk.Insight("A smile", kind="gain", severity=3, frequency=0.5)])
    )
    assert journey.touchpoints[0].matters
    assert [one.text for one in measure.gain_ranking(journey).items] == ["A smile"]
    assert "A smile" in words(journey, lanes=["pains", "gains"])


@concept("002-6", "What happens early causes what happens later: mails drive calls.", "Link.polarity", "measure.impact")
def early_causes_late() -> None:
    links = [jk.Link(source="mail", target="call", kind="impact", polarity=-1)]
    journey = buy(jk.Touchpoint("Mail"), jk.Touchpoint("Call"), links=links)
    assert [(one.place, one.polarity) for one in measure.impact(journey, at="mail").downstream] == [("buy/call", -1)]
    assert [one.place for one in measure.impact(journey, at="call").upstream] == ["buy/mail"]


@concept("002-7", "People are felt with, in their own words.", "Persona.quote", "view persona")
def felt_with() -> None:
    book = shop(buy(jk.Touchpoint("Pay"), persona="ana"), personas=[jk.Persona("Ana", quote="I just want to get home")])
    assert book.personas[0].quote in words(book, "persona")


@concept("002-8", "Needs seen early save work later.", "Link.kpi", "measure.impact")
def seen_early_saves_later() -> None:
    link = jk.Link(source="letter", target="call", kind="impact", polarity=-1, kpi="calls")
    book = shop(buy(jk.Touchpoint("Letter"), jk.Touchpoint("Call"), links=[link]), kpis=[jk.KPI("Calls", direction="lower")])
    (held,) = measure.impact(book).links
    assert (held.kpi, held.polarity) == ("calls", -1)


@concept("002-9", "Clearer messages upstream.", "Touchpoint.messages", "measure.impact", "lane messages")
def clearer_messages() -> None:
    links = [jk.Link(source="mail", target="call", kind="impact", polarity=-1)]
    journey = buy(jk.Touchpoint("Mail", messages=["Ready in ten days"]), jk.Touchpoint("Call"), links=links)
    assert "Ready in ten days" in words(journey, lanes=["messages"])
    (origin,) = measure.impact(journey, at="call").upstream
    assert journey.touchpoints[origin.place.partition("/")[2]].messages == ("Ready in ten days",)


@concept("002-10", "First understand today, then map a better tomorrow.", "Journey.state", "Journey.origin", "lens future")
def today_then_tomorrow() -> None:
    today = buy(jk.Touchpoint("Pay", pains=["Queue"]))
    then = jk.Journey("I buy", id="then", origin="buy", state="future", stages=[jk.Stage("All", [jk.Touchpoint("Pay")])])
    assert [(one.pain.id, one.is_gone) for one in jk.compare(today, then, lens="future").seen.pains] == [("queue", True)]
    assert fires("EVD-09", jk.edit.update(then, "pay", emotions=[jk.Emotion(1, basis="measured")]), profile="draft") == 1


@concept(
    "002-11",
    "Five stages of a life with the house, as a tag and a template, never as a must.",
    "Stage.lifecycle",
    "Stage.purchase_phase",
    "command new",
)
def five_stages() -> None:
    (journey,) = jk.loads(template("lifecycle")).journeys  # what the command `new` writes
    assert [one.lifecycle for one in journey.stages] == ["learn", "onboard", "use", "support", "leave"]
    assert jk.Stage("Whatever").lifecycle is None
    assert jk.Stage("Buy", lifecycle="onboard").purchase_phase is None


@concept("002-12", "From the first need to a possible goodbye.", "measure.lifecycle_coverage", "STR-11", "COM-14")
def first_need_to_goodbye() -> None:
    half = jk.Journey(
        "I buy", type="integration", stages=[jk.Stage("Find", [jk.Touchpoint("Ad")], lifecycle="learn", purchase_phase="purchase")]
    )
    assert measure.lifecycle_coverage(half).holes == ("onboard", "use", "support", "leave")
    assert fires("COM-14", half) == 1
    back = jk.Journey("I buy", stages=[jk.Stage(one, [jk.Touchpoint(f"At {one}")], lifecycle=one) for one in ("leave", "learn")])
    assert fires("STR-11", back) == 1


@concept(
    "002-13",
    "What the house knows is gathered in meetings with its people.",
    "Source.kind",
    "Source.perspective",
    "Source.is_customer_evidence",
)
def meetings_with_staff() -> None:
    meeting = jk.Source("Half a day", kind="workshop", perspective="employee")
    assert not meeting.is_customer_evidence
    assert kept(shop(sources=[meeting])).sources[0].perspective == "employee"
    assert fires("EVD-03", shop(buy(jk.Touchpoint("Pay", sources="half-a-day")), sources=[meeting]), profile="workshop") == 1


@concept("002-14", "A touchpoint is any moment, from an advert to a note of thanks.", "Touchpoint", "Stage.purchase_phase")
def any_moment_counts() -> None:
    phases = {"prepurchase": "Advert", "purchase": "Till", "postpurchase": "Note of thanks"}
    journey = jk.Journey("I buy", stages=[jk.Stage(phase, [jk.Touchpoint(title)], purchase_phase=phase) for phase, title in phases.items()])
    assert [one.title for one in journey.touchpoints] == list(phases.values())
    assert [one.purchase_phase for one in journey.stages] == list(phases)


@concept("002-15", "Departments have their own ways to succeed.", "Action.department", "Touchpoint.notes")
def departments_have_strategies() -> None:
    action = jk.Action("Call back within a day", department="service")
    book = kept(
        shop(
            buy(jk.Touchpoint("Pay", notes={"strategy": ["Cash last"]})), owners=[jk.Owner("Service", kind="department")], actions=[action]
        )
    )
    assert book.actions[0].department == "service"
    assert book.journeys[0].touchpoints[0].notes["strategy"] == ("Cash last",)


@concept("002-16", "What employees see is one half; customers refine the map.", "Journey.perspective", "EVD-03", "lens perception")
def employees_are_one_half() -> None:
    ours, theirs = (buy(jk.Touchpoint("Pay", emotion=mood), perspective=who) for mood, who in ((1, "employee"), (-1, "customer")))
    seen = jk.compare(theirs, ours, lens="perception").seen
    assert [one.quadrant for one in seen.gaps] == ["blind spot"]
    assert [fires("EVD-03", one, profile="workshop") for one in (ours, theirs)] == [
        0,
        1,
    ]  # only a map that speaks for customers must hear them


@concept("002-17", "What goes on, where it rubs, and what people hope for.", "Touchpoint.actions", "Insight.kind", "Persona.ambitions")
def what_goes_on() -> None:
    step = jk.Touchpoint("Pay", actions=["Looks for coins"], insights=[jk.Insight("Pays with coins", kind="observation")])
    book = kept(shop(buy(step), personas=[jk.Persona("Ana", ambitions=["Less rush"])]))
    ((place, seen),) = book.insights_at("buy/pay")
    assert (place, seen.kind) == ("buy/pay", "observation")
    assert (book.personas[0].ambitions, book.journeys[0].touchpoints[0].actions) == (("Less rush",), ("Looks for coins",))


@concept("002-18", "People differ on which experiences are worth most.", "Touchpoint.importance", "lens perception", "lane importance")
def worth_differs() -> None:
    ratings = {"customer": (5, 3, 1), "employee": (1, 3, 5)}
    sides = [
        buy(*(jk.Touchpoint(title, importance={who: value}) for title, value in zip("ABC", values, strict=True)), perspective=who)
        for who, values in ratings.items()
    ]
    assert jk.compare(*sides, lens="perception").seen.importance_correlation == -1
    assert "5" in words(sides[0], lanes=["importance"])


@concept("002-19", "Feedback that exists already comes to the workshop.", "EVD-03", "Source.perspective")
def feedback_comes_to_the_workshop() -> None:
    mail = jk.Source("Complaints of last year", kind="complaint", perspective="customer")
    bare, fed = (shop(buy(jk.Touchpoint("Pay", sources=ids)), sources=[mail]) for ids in ((), (mail.id,)))
    assert [fires("EVD-03", one, profile="workshop") for one in (bare, fed)] == [1, 0]
    assert mail.perspective == "customer"


@concept("002-20", "Tomorrow is drawn from today, strategies, feedback, rivals and tests.", "Source.kind", "CMP-04", "lens competitor")
def what_tomorrow_is_drawn_from() -> None:
    today = buy(jk.Touchpoint("Pay"))
    guessed, tested = (
        jk.Journey("I buy", id="then", origin="buy", state="future", sources=ids, stages=[jk.Stage("All", [jk.Touchpoint("Pay")])])
        for ids in ((), ("test",))
    )
    sources = [jk.Source("Test", kind="concept_test"), jk.Source("Group", kind="focus_group"), jk.Source("Rivals", kind="competitor_intel")]
    books = [shop(today, one, sources=sources) for one in (guessed, tested)]
    assert [fires("CMP-04", jk.compare(*one.journeys, lens="future")) for one in books] == [1, 0]
    rival = jk.Journey("I buy", id="rival", subject="Rival", stages=[jk.Stage("All", [jk.Touchpoint("Pay")])])
    assert jk.compare(today, rival, lens="competitor").seen.subjects[1] == "Rival"


@concept("002-21", "Work before and behind the scenes that carries the change.", "Activity.layer", "Activity.status", "lens future")
def work_that_carries_the_change() -> None:
    today = buy(jk.Touchpoint("Pay"), activities=[jk.Activity("Counts", layer="backstage", touchpoints="pay")])
    work = [
        jk.Activity("Counts", layer="backstage", touchpoints="pay", status="retired"),
        jk.Activity("Scans", touchpoints="pay", status="needed"),
    ]
    then = jk.Journey("I buy", id="then", origin="buy", state="future", stages=today.stages, activities=work)
    seen = jk.compare(today, then, lens="future").seen
    assert [one.partition("/")[2] or one for one in seen.needed] == ["scans"]
    assert [one.partition("/")[2] or one for one in seen.retired] == ["counts"]
    assert work[1].layer == "frontstage"


@concept(
    "002-22",
    "In front of the scenes is all that can be seen: people and machines, others' too.",
    "Activity.actor",
    "Activity.layer",
    "Touchpoint.control",
)
def on_stage_people_and_machines() -> None:
    journey = buy(
        jk.Touchpoint("Downloads", control="partner"),
        activities=[jk.Activity("Offers the app", actor="app-store", touchpoints="downloads")],
    )
    book = shop(journey, systems=[jk.System("App store")])
    assert (book.journeys[0].activities[0].layer, book.by_actor("app-store").activities[0].title) == ("frontstage", "Offers the app")
    assert book.journeys[0].touchpoints[0].control == "partner"
    assert book.journeys[0].activities[0].actor == "app-store"


@concept(
    "002-23",
    "Behind the scenes are work and tools, those there and those to be made.",
    "Activity.systems",
    "Activity.status",
    "System.status",
    "measure.retired_in_use",
)
def tools_behind() -> None:
    work = jk.Activity("Books", layer="backstage", touchpoints="pay", systems=["ledger", "cloud"], status="changed")
    book = shop(
        buy(jk.Touchpoint("Pay"), activities=[work]), systems=[jk.System("Ledger", status="retired"), jk.System("Cloud", status="needed")]
    )
    assert measure.retired_in_use(book)[0].value == 1
    assert (book.journeys[0].activities[0].systems, book.systems["cloud"].status) == (("ledger", "cloud"), "needed")


@concept("002-24", "Both sides of the line are checked to carry the better journey.", "BLU-12", "profile publish")
def both_sides_carry_it() -> None:
    empty = buy(jk.Touchpoint("Scan", provenance="designed"), state="future")
    full = buy(jk.Touchpoint("Scan", provenance="designed"), state="future", activities=[jk.Activity("Checks", touchpoints="scan")])
    assert [fires("BLU-12", one, profile="publish") for one in (empty, full)] == [1, 0]


@concept("002-25", "The blueprint is the map's counterpart, column for column.", "view service-blueprint", "view journey-map")
def column_for_column() -> None:
    journey = buy(jk.Touchpoint("Ask"), jk.Touchpoint("Pay"), activities=[jk.Activity("Answers", touchpoints="ask")])
    columns = [[row.split(" | ")[1] for row in words(journey, name).splitlines()[1:]] for name in ("service-blueprint", "journey-map")]
    assert columns[0] == columns[1] == ["Ask", "Pay"]


@concept("002-26", "A plan to put it into practice.", "Action.due", "MGT-16", "view roadmap")
def a_plan_to_do_it() -> None:
    vague, whole = (jk.Action("Scan", status="approved", **more) for more in ({}, {"owner": "it", "due": "2026-Q3", "effort": 2}))
    assert [fires("MGT-16", shop(owners=[jk.Owner("IT")], actions=[one]), profile="management") for one in (vague, whole)] == [1, 0]
    assert "Scan" in words(shop(owners=[jk.Owner("IT")], actions=[whole]), "roadmap")
    assert str(whole.due) == "2026-Q3"
