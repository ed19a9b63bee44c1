"""A car buyer's journey after published studies of the United States market; the order of the touchpoints is an editor's reading.

Feelings are derived by one rule: +2 named the most satisfying part, +1 a satisfied majority, -1 named a frustration, -2 named the most
unpleasant part. Where a study is silent there is no reading.
"""

from journeykit.model import (
    KPI,
    Action,
    Activity,
    Actor,
    Channel,
    Emotion,
    Expectation,
    Insight,
    Journey,
    Link,
    Measurement,
    Opportunity,
    Owner,
    Persona,
    Portfolio,
    Scope,
    Source,
    Stage,
    Touchpoint,
)


def _feels(value, note=None, *, moment="during", sources=()):
    return Emotion(value, moment=moment, basis="derived", note=note, sources=sources)


def _learn():
    return Stage("Learning", id="learn", lifecycle="learn", goal="Know what to buy and what it should cost", touchpoints=[
        Touchpoint("Researches online", id="d1", control="external", channel="web-3p", counterparts=["third-party-site"],
                   actions=["60 % of shopping time is online; 78 % use third-party sites"], sources=["cox18", "als"]),
        Touchpoint("Checks the dealer’s website", id="d2", channel="web-dealer", actions=["45 % of new-car shoppers end their search here"], sources=["als"]),
    ])  # fmt: skip


def _visit():
    return Stage("At the dealership", id="visit", lifecycle="onboard", goal="See the car, drive it, be taken seriously", touchpoints=[
        Touchpoint("Arrives and is received", id="d3", channel="showroom", counterparts=["front-desk"], sources=["trade-note"]),
        Touchpoint("Talks about needs with the salesperson", id="d4", channel="showroom", counterparts=["salesperson"],
                   actions=["94 % say staff asked what they needed"], emotion=_feels(1, "73 % satisfied with the talk", sources=["cox18"]), sources=["cox18", "cdk-n"]),
        Touchpoint("Test drives the car", id="d5", channel="showroom", counterparts=["salesperson"], matters=True,
                   actions=["8 in 10 would never buy without one"], emotion=_feels(2, "Most satisfying part: 77 %", sources=["cox18"]),
                   expectations=[Expectation("To drive the car before buying", kano="must_be", sources=["coxfdr"])], sources=["cox18", "coxfdr"]),
    ])  # fmt: skip


def _deal():
    return Stage("Making the deal", id="deal", lifecycle="onboard", goal="Get a fair deal without losing the day", touchpoints=[
        Touchpoint("Negotiates the price", id="d6", channel="showroom", counterparts=["salesperson"], matters=True, duration="53 min",
                   actions=["44 % thought of walking away"], emotion=_feels(-1, "Frustrates 37 %", sources=["ihs14"]), sources=["ihs14", "cox15"],
                   extra={"negotiation": "21 min", "considered_walking_away": 0.44}),
        Touchpoint("Has the trade-in appraised", id="d7", channel="showroom", duration="43 min", actions=["24 % thought of walking away"],
                   emotion=_feels(-1, "Frustrates 24 %", sources=["ihs14"]), sources=["ihs14", "kbb25"]),
        Touchpoint("Waits", id="d8", kind="action", channel="showroom", actions=["Left alone 11 times on average"],
                   emotion=_feels(-2, "Named the most unpleasant part", sources=["kbb25"]), sources=["kbb25", "cox18"]),
        Touchpoint("Settles finance, insurance and paperwork", id="d9", channel="showroom", counterparts=["fi-producer"], matters=True, duration="61 min",
                   thoughts=["overwhelmed and confused"], emotion=_feels(-1, "Longer than expected for 64 %", sources=["cox18"]),
                   expectations=[Expectation("Papers done in the expected time", met="not_met", sources=["cox18"])], sources=["cox18", "fi25"]),
        Touchpoint("Takes delivery", id="d10", channel="showroom", thoughts=["This automobile is a dream come true!"], sources=["trade-note"]),
    ])  # fmt: skip


def _own():
    return Stage("Afterwards", id="own", lifecycle="use", goal="Feel sure it was right", touchpoints=[
        Touchpoint("Looks back on the purchase", id="d11", kind="action", actions=["81 % choose positive words"],
                   thoughts=["excited, confident, hopeful, in control"], emotion=_feels(1, "68 % satisfied", moment="after", sources=["fi25"]), sources=["fi25", "arm25"]),
    ])  # fmt: skip


def _source(key, title, year, *, kind="survey", perspective="customer", n=None):
    return Source(title, id=key, kind=kind, perspective=perspective, collected_from=year, n=n)


def _series(key, **values):
    return [Measurement(kpi=key, at=year.removeprefix("y"), value=value) for year, value in values.items()]


def car_journey():
    """The journey, without what the portfolio shares."""
    return Journey(
        "I buy a new car", id="car-buy", type="integration", persona="buyer", version="0.1",
        scope=Scope(objective="Cut time and frustration in the store", start="First research", end="looking back", region="US"),
        critical_moment="d9", stages=[_learn(), _visit(), _deal(), _own()], kpis=["t-store", "over2h", "under1h", "nps-store", "nps-online", "problems", "sat-time"],
        activities=[
            Activity("Get the deal approved", id="b1", layer="backstage", actor="sales-manager", touchpoints=["d6", "d8"]),
            Activity("Load and print the papers", id="b2", layer="backstage", actor="fi-producer", duration="30 min", touchpoints=["d8", "d9"]),
        ],
        links=[
            Link(source="b1", target="d8", kind="impact", polarity=-1, note="the salesperson leaves to have the deal approved"),
            Link(source="d2", target="d9", kind="impact", polarity=1, note="buyers who negotiate or sign online spend 45 minutes less in the store"),
        ],
    )  # fmt: skip


def car_book():
    """The portfolio."""
    return Portfolio(
        "Car dealership",
        personas=[Persona("New-vehicle buyer", id="buyer", segment="US new-vehicle buyers", priority="primary")],
        owners=[
            Owner("Salesperson", kind="role"), Owner("Front desk", kind="role"), Owner("Sales manager", kind="role"),
            Owner("F&I producer", id="fi-producer", kind="role"),
        ],
        actors=[Actor("Listing sites", id="third-party-site", kind="organisation", side="third_party")],
        channels=[
            Channel("Third-party sites", id="web-3p", medium="marketplace"), Channel("Dealer’s website", id="web-dealer", medium="web"),
            Channel("Showroom", medium="face_to_face"),
        ],
        sources=[
            _source("cox18", "Car Buyer Journey 2018", 2018), _source("als", "Automotive shopper survey 2018", 2018), _source("cdk-n", "New-vehicle buyers 2021", 2021),
            _source("coxfdr", "Future of digital retail 2018", 2018), _source("ihs14", "Frustrations of buyers 2014", 2014),
            _source("cox15", "Time at the dealership 2015", 2015, kind="observation"), _source("kbb25", "Price and waiting 2025", 2025),
            _source("fi25", "Finance office study 2025", 2025), _source("arm25", "Words of buyers 2025", 2025, kind="interview"),
            _source("trade-note", "Trade note", 2024, kind="expert", perspective="management"),
        ],
        insights=[
            Insight("The time it all took", id="p1", anchors=["d8", "d9"], frequency=0.41, sources=["ihs14"]),
            Insight("Negotiating a price", id="p2", anchors=["d6"], frequency=0.37, sources=["ihs14"]),
            Insight("Getting a good trade-in offer", id="p3", anchors=["d7"], frequency=0.24, sources=["ihs14"]),
            Insight("Dealing with salespeople", id="p4", anchors=["d4", "d6"], frequency=0.19, sources=["ihs14"]),
            Insight("Understanding the finance options", id="p5", anchors=["d9"], frequency=0.18, sources=["ihs14"]),
            Insight("Enters the same data again", id="p6", anchors=["d2", "d4"], note="25 % of dealers"),
            Insight("Customers are left alone 11 times on average", id="p7", kind="observation", anchors=["d8"]),
        ],
        opportunities=[Opportunity("How might we help buyers spend no idle time in the store?", id="o1", kind="fix", addresses=["p1", "p7"])],
        actions=[
            Action("Staff for the papers at peak hours", id="x1", addresses=["o1"], kind="process"),
            Action("Negotiate and sign online", id="x2", addresses=["o1"], kind="channel"),
        ],
        kpis=[
            KPI("Time at the dealership", id="t-store", family="operational", unit="min", direction="lower", target=90, measurements=[Measurement(at="2015", value=157)]),
            KPI("Over two hours", id="over2h", family="operational", unit="%", direction="lower"),
            KPI("Under one hour", id="under1h", family="operational", unit="%", direction="higher"),
            KPI("NPS, bought in store", id="nps-store", family="experience", metric="nps", direction="higher"),
            KPI("NPS, bought online only", id="nps-online", family="experience", metric="nps", direction="higher"),
            KPI("Report a problem", id="problems", family="experience", unit="%", direction="lower"),
            KPI("Satisfied with the time", id="sat-time", family="experience", metric="csat", method="unknown", unit="%", direction="higher"),
            KPI("Idle time", id="idle-time", family="operational", unit="min", direction="lower"),
        ],
        measurements=[
            *_series("over2h", y2021=43, y2022=46, y2024=39, y2025=35), *_series("under1h", y2024=21, y2025=26),
            *_series("nps-store", y2024=48, y2025=29), *_series("nps-online", y2024=42, y2025=0), *_series("problems", y2024=47, y2025=58),
            *_series("sat-time", y2016=55, y2018=46), Measurement(kpi="idle-time", at="2018", value=40, anchor="d8", source="cox18"),
        ],
        journeys=[car_journey()],
    )  # fmt: skip


def dealership():
    """The journey, bound to its portfolio."""
    return car_book().journeys["car-buy"]
