"""The article on the customer's needs, interactions and opinion."""

import journeykit as jk
from tests.concepts.building import buy, fires, kept, shop, words
from tests.concepts.concept import concept

measure = jk.measure


@concept("004-1", "Better than the others: rivals are mapped the same way.", "Journey.subject", "lens competitor", "Actor.kind")
def better_than_rivals() -> None:
    ours, theirs = (
        jk.Journey("I buy", id=f"buy-{who}", subject=who, stages=[jk.Stage("Buy", [jk.Touchpoint("Pay", emotion=mood)])])
        for who, mood in (("us", 1), ("rival", -1))
    )
    book = shop(ours, theirs, actors=[jk.Actor("Us"), jk.Actor("Rival", kind="competitor")])
    seen = jk.compare(*book.journeys, lens="competitor").seen
    assert (seen.subjects, seen.stages[0].best) == (("Us", "Rival"), "before")
    assert (book.journeys[1].subject, book.actors["rival"].stands, book.actors["rival"].kind) == ("rival", "third_party", "competitor")


@concept("004-2", "The experience from outside in.", "CUS-01", "CUS-02", "CUS-04", "CUS-09")
def outside_in() -> None:
    inward = jk.Journey(
        "I buy",
        stages=[
            jk.Stage(
                "Sales", [jk.Touchpoint("Process the order", thoughts=["Our customers love seamless service"]), jk.Touchpoint("Approve it")]
            )
        ],
    )
    book = shop(inward, owners=[jk.Owner("Sales", kind="department")])
    assert [fires(code, book) > 0 for code in ("CUS-01", "CUS-02", "CUS-04", "CUS-09")] == [True] * 4


@concept(
    "004-3", "How each touchpoint looks to those who go through it.", "Emotion.perspective", "Journey.perspective", "measure.emotion_curve"
)
def through_their_eyes() -> None:
    journey = buy(jk.Touchpoint("Pay", emotions=[jk.Emotion(1), jk.Emotion(-1, perspective="employee")]))
    assert journey.perspective == "customer"
    assert [measure.emotion_curve(journey, perspective=one).value for one in ("customer", "employee", "partner")] == [1, -1, None]


@concept("004-4", "Where to improve, and where to leave things out.", "measure.opportunity_ranking", "measure.effort")
def where_to_improve() -> None:
    chances = [jk.Opportunity(name, reach=100, impact=impact, confidence=1, effort=1) for name, impact in (("Small", 1), ("Big", 3))]
    journey = buy(jk.Touchpoint("Ask", channel="web"), jk.Touchpoint("Ask again", channel="phone", repeats=True))
    assert [one.statement for one in measure.opportunity_ranking(shop(opportunities=chances)).items] == ["Big", "Small"]
    found = measure.effort(journey)
    assert (found.value, found.contacts, found.channel_switches, found.repeats) == (None, 2, 1, 1)


@concept("004-5", "Customer needs: what people want to get done.", "Journey.customer_goal", "Persona.needs", "Touchpoint.goal", "lane goal")
def customer_needs() -> None:
    journey = buy(jk.Touchpoint("Pay", goal="Be done"), persona="ana", customer_goal="Get home")
    book = kept(shop(journey, personas=[jk.Persona("Ana", needs=["A ticket in time"])]))
    assert (book.journeys[0].customer_goal, book.personas[0].needs) == ("Get home", ("A ticket in time",))
    assert "Be done" in words(book.journeys[0], lanes=["goal"])


@concept("004-6", "Customer interactions: each touchpoint and step it takes to meet a need.", "Touchpoint.kind", "CUS-03", "measure.effort")
def customer_interactions() -> None:
    steps = [jk.Touchpoint("Buys", goal="Get a ticket in time"), jk.Touchpoint("Walks to the train", kind="action", actions=["Walks"])]
    book, other = (
        shop(buy(*steps, persona="ana"), personas=[jk.Persona("Ana", needs=[need])]) for need in ("A ticket in time", "A warm seat")
    )
    assert [fires("CUS-03", one) for one in (book, other)] == [0, 1]
    found = measure.effort(book)[0]
    assert (found.contacts, found.customer_actions, steps[1].kind) == (1, 1, "action")


@concept(
    "004-7",
    "Customer opinion: how it feels before, during and after each point.",
    "Emotion.moment",
    "Emotion.valence",
    "COM-13",
    "measure.emotion_curve",
)
def customer_opinion() -> None:
    moods = [jk.Emotion(value, moment=moment) for moment, value in (("before", 0), ("during", -2), ("after", 1))]
    thin, full = (buy(jk.Touchpoint("Pay", matters=True, emotions=held)) for held in (moods[1:2], moods))
    assert [(one.moment, one.valence) for one in measure.emotion_curve(full).points] == [("before", 0), ("during", -2), ("after", 1)]
    assert [fires("COM-13", one) for one in (thin, full)] == [1, 0]


@concept("004-8", "A good deal of data goes in and comes out.", "load", "Portfolio.measurements", "measure.kpi_status")
def data_in_and_out() -> None:
    lines = "".join(f"  - {{kpi: wait, at: {2000 + n}, value: {n}}}\n" for n in range(60))
    book = jk.loads(f"journeykit: 1\nkpis: [{{id: wait, name: Wait, direction: lower}}]\nmeasurements:\n{lines}")
    assert len(book.measurements) == 60
    assert [row["kpi"] for row in measure.kpi_status(book).rows()] == ["wait"]  # rows for any dataframe library
    assert jk.load(_Open(jk.dumps(book))) == book


class _Open:
    """An open file."""

    def __init__(self, text: str) -> None:
        self._text = text

    def read(self) -> str:
        return self._text


@concept("004-9", "It rests on what many people really lived through.", "Source.n", "Emotion.n", "EVD-02")
def many_people() -> None:
    few, many = (
        shop(buy(jk.Touchpoint("Pay", sources="poll")), sources=[jk.Source("Poll", kind="survey", perspective="customer", n=n)])
        for n in (None, 400)
    )
    assert [fires("EVD-02", one) for one in (few, many)] == [1, 0]
    assert many.sources[0].n == 400
    assert jk.Emotion(1, basis="measured", n=400).n == 400


@concept("004-10", "Of use before there is feedback, and then marked as a guess.", "Emotion.basis", "EVD-01", "profile workshop")
def a_marked_guess() -> None:
    guess = buy(jk.Touchpoint("Pay", emotion=-1))
    assert guess.touchpoints[0].emotions[0].basis == "assumed"
    assert fires("EVD-01", guess, profile="workshop") == 1
    assert "assumed" in words(guess, lanes=["emotions"])


@concept("004-11", "Done again at intervals, it ripens.", "Journey.version", "Journey.review_every", "lens versions")
def done_again() -> None:
    first, second = (buy(jk.Touchpoint("Pay", emotion=mood), version=name, review_every="yearly") for name, mood in (("1", -1), ("2", 1)))
    seen = jk.compare(first, second, lens="versions").seen
    assert (seen.names, len(seen.feelings)) == (("1", "2"), 1)
    assert (second.version, second.review_every) == ("2", "yearly")
