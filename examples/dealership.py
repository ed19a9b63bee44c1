"""Buying a new car, built in Python: the same portfolio as dealership.yaml, where the studies are explained."""

import journeykit as jk


def yearly(values: dict[int, float], source: str, anchor: str | None = None) -> list[jk.Measurement]:
    """One measurement for each year."""
    return [jk.Measurement(at=year, value=value, source=source, anchor=anchor) for year, value in values.items()]


personas = [jk.Persona("New-vehicle buyer", id="buyer", segment="People who buy a new car in the US", priority="primary")]

owners = [
    jk.Owner("Salesperson", id="salesperson", kind="role"),
    jk.Owner("Front desk", id="front-desk", kind="role"),
    jk.Owner("Sales manager", id="sales-manager", kind="role"),
    jk.Owner("F&I producer", id="fi-producer", kind="role", note="sells finance and insurance"),
    jk.Owner("Document processor", id="doc-processor", kind="role", status="needed"),
    jk.Owner("Listing sites", id="listing-sites", kind="partner", side="third_party", note="such as Autotrader and Kelley Blue Book"),
]

actors = [jk.Actor("The dealership", id="dealer", kind="organisation")]

channels = [
    jk.Channel("Third-party sites", id="listing", medium="marketplace"),
    jk.Channel("Dealer’s website", id="dealer-site", medium="web"),
    jk.Channel("Showroom, face to face", id="showroom", medium="face_to_face"),
]

sources = [
    jk.Source(
        "A published guide to journey mapping",
        id="guide",
        kind="desk_research",
        perspective="designer",
        note="names the participants and gives one quotation",
    ),
    jk.Source("IHS Automotive on what frustrates buyers", id="ihs14", kind="survey", perspective="customer", collected_to=2014),
    jk.Source("Cox Automotive, It’s About Time", id="cox15", kind="survey", perspective="customer", collected_to=2015),
    jk.Source("Cox Automotive, Future of Digital Retail", id="coxfdr", kind="survey", perspective="customer", collected_to=2018),
    jk.Source("Cox Automotive, Car Buyer Journey 2018", id="cox18", kind="survey", perspective="customer", collected_to=2018),
    jk.Source("AutoLeadStar on shopping for a car online", id="als", kind="analytics", perspective="customer"),
    jk.Source("Cox Automotive, Car Buyer Journey 2019", id="cox19", kind="survey", perspective="customer", collected_to=2019),
    jk.Source("Cox Automotive, satisfaction with shopping 2019 to 2021", id="ucn22", kind="survey", perspective="customer", collected_to=2021),
    jk.Source("CDK Global, Friction Points 2023", id="cdk23", kind="survey", perspective="customer", collected_to=2022),
    jk.Source("CDK Global on buyers’ needs", id="cdk-n", kind="survey", perspective="customer"),
    jk.Source(
        "CDK Global, Friction Points 2026",
        id="cdk26",
        kind="survey",
        perspective="customer",
        collected_to=2025,
        n=1436,
        note="1,436 consumers and 411 dealers; no n for subgroups",
    ),
    jk.Source("F&I magazine on drivers of satisfaction", id="fi25", kind="survey", perspective="customer", collected_to=2025),
    jk.Source("Auto Remarketing on the words that buyers choose", id="arm25", kind="survey", perspective="customer", collected_to=2025),
    jk.Source("Kelley Blue Book on what buyers dislike", id="kbb25", kind="survey", perspective="customer", collected_to=2025),
    jk.Source("Digital Dealer on satisfaction with the dealership", id="dd26", kind="survey", perspective="customer", collected_to=2025),
    jk.Source("WardsAuto, a consultant on wasted time in the showroom", id="wards", kind="expert", perspective="management"),
]

share = {"unit": "%", "family": "experience"}
nps = {"metric": "nps", "unit": "points", "family": "experience", "direction": "higher", "method": "net", "scale": (0, 10)}
minutes = {"unit": "min", "family": "operational", "direction": "lower"}

kpis = [
    jk.KPI(
        "Time at the dealership", id="time-in-store", target=90, **minutes,
        measurements=[jk.Measurement(at=2015, value=157, source="cox15", note="selling 53, appraisal 43, finance 61")],
    ),
    jk.KPI(
        "Over two hours", id="over-2h", family="operational", unit="%", direction="lower",
        measurements=[*yearly({2021: 43, 2022: 46}, "cdk23"), *yearly({2024: 39, 2025: 35}, "cdk26")],
    ),
    jk.KPI("Under one hour", id="under-1h", family="operational", unit="%", direction="higher", measurements=yearly({2024: 21, 2025: 26}, "cdk26")),
    jk.KPI(
        "NPS, bought in store", id="nps-store", **nps, measurements=yearly({2024: 48, 2025: 29}, "cdk26"),
        extra={"by_time_in_store_2022": {"under_2h": 54, "2_to_3h": 42, "3_to_4h": 33, "4h_or_more": 3}},
    ),
    jk.KPI("NPS, bought online only", id="nps-online", **nps, measurements=yearly({2024: 42, 2025: 0}, "cdk26")),
    jk.KPI("Report a problem", id="problems", **share, direction="lower", measurements=yearly({2024: 47, 2025: 58}, "cdk26")),
    jk.KPI(
        "Satisfied with the time", id="sat-time", **share, metric="csat", method="unknown", direction="higher",
        measurements=yearly({2016: 55, 2018: 46}, "coxfdr"), extra={"by_time_in_store_2022": {"up_to_3h": 71, "over_3h": 54}},
    ),
    jk.KPI(
        "Named as a problem", id="problem-share", **share, direction="lower",
        measurements=[
            *yearly({2024: 23, 2025: 27}, "cdk26", "buy-a-car/negotiate"),
            *yearly({2024: 20, 2025: 23}, "cdk26", "buy-a-car/wait"),
            *yearly({2024: 15, 2025: 20}, "cdk26", "buy-a-car/finance"),
            *yearly({2024: 14, 2025: 18}, "cdk26", "buy-a-car/arrive"),
        ],
    ),
    jk.KPI(
        "Highly satisfied with shopping", id="satisfied-shopping", **share, direction="higher",
        measurements=yearly({2019: 60, 2020: 72, 2021: 66}, "ucn22"),
    ),
    jk.KPI(
        "Highly satisfied with the dealership", id="satisfied-dealership", **share, direction="higher",
        measurements=[
            *yearly({2021: 78}, "ucn22"),
            jk.Measurement(at=2025, value=76, source="dd26", note="called the highest ever, against 78 in 2021: the studies contradict each other"),
        ],
    ),
    jk.KPI(
        "Idle time", id="idle-time", **minutes,
        measurements=[jk.Measurement(at=2018, value=40, anchor="buy-a-car/wait", source="cox18", note="another study")],
    ),
    jk.KPI(
        "Talking price", id="price-talk", **minutes,
        measurements=[
            jk.Measurement(at=2015, value=21, anchor="buy-a-car/negotiate", source="cox15", note="up to 41"),
            jk.Measurement(at=2015, value=16, anchor="buy-a-car/trade-in", source="cox15", note="up to 39"),
        ],
    ),
    jk.KPI(
        "Signing papers", id="paper-time", **minutes,
        measurements=[jk.Measurement(at=2015, value=21, anchor="buy-a-car/finance", source="cox15", note="up to 44")],
    ),
]

insights = [
    jk.Insight("The time it all took", id="time", kind="pain", anchors=["buy-a-car/wait", "buy-a-car/finance"], frequency=0.41, sources=["ihs14"]),
    jk.Insight("Negotiating a price", id="price", kind="pain", anchors=["buy-a-car/negotiate"], frequency=0.37, sources=["ihs14"]),
    jk.Insight("Getting a good offer for the old car", id="offer", kind="pain", anchors=["buy-a-car/trade-in"], frequency=0.24, sources=["ihs14"]),
    jk.Insight(
        "Dealing with salespeople",
        id="salespeople",
        kind="pain",
        anchors=["buy-a-car/needs", "buy-a-car/negotiate"],
        frequency=0.19,
        sources=["ihs14"],
    ),
    jk.Insight("Understanding the finance options", id="financing", kind="pain", anchors=["buy-a-car/finance"], frequency=0.18, sources=["ihs14"]),
    jk.Insight(
        "Enters the same data again in the store",
        id="retyping",
        kind="pain",
        anchors=["buy-a-car/dealer-website", "buy-a-car/needs"],
        note="at 25 % of dealers",
        sources=["cdk26"],
    ),
    jk.Insight(
        "Customers are left alone eleven times on average", id="left-alone", kind="observation", anchors=["buy-a-car/wait"], sources=["wards"]
    ),
]

opportunities = [
    jk.Opportunity(
        "How might we help buyers spend no idle time in the store?",
        id="no-idle-time",
        kind="fix",
        addresses=["time", "left-alone"],
        anchors=["buy-a-car/wait"],
    )
]

actions = [
    jk.Action(
        "Staff for the papers at peak hours",
        id="doc-help",
        addresses=["no-idle-time"],
        kind="process",
        status="idea",
        sources=["wards"],
        note="at 10 to 12 dollars an hour",
    ),
    jk.Action(
        "Negotiate and sign online",
        id="online-deal",
        addresses=["no-idle-time"],
        kind="channel",
        status="idea",
        sources=["cox19"],
        touches=["buy-a-car/finance"],
    ),
]

buy_a_car = jk.Journey(
    "I buy a new car",
    id="buy-a-car",
    customer_goal="A car that fits, at a fair price, without losing the day",
    persona="buyer",
    participants=["buyer", "front-desk", "salesperson", "fi-producer", "sales-manager", "listing-sites"],
    type="integration",
    scope=jk.Scope(
        objective="Cut time and frustration in the store",
        start="First research",
        end="Looking back",
        breadth="cross_department_experience",
        region="US",
    ),
    version="0.1",
    kpis=["time-in-store", "over-2h", "under-1h", "nps-store", "nps-online", "problems", "sat-time"],
    critical_moment="finance",
    stages=[
        jk.Stage(
            "Learning",
            [
                jk.Touchpoint(
                    "Researches online",
                    id="research",
                    actions=["60 % of shopping time is online; 78 % use third-party sites"],
                    channel="listing",
                    counterparts=["listing-sites"],
                    control="external",
                    sources=["cox18", "als"],
                ),
                jk.Touchpoint(
                    "Checks the dealer’s website",
                    id="dealer-website",
                    actions=["45 % of new-car shoppers end their search here"],
                    channel="dealer-site",
                    sources=["als"],
                ),
            ],
            id="learn",
            lifecycle="learn",
            goal="Know what to buy and what it should cost",
        ),
        jk.Stage(
            "At the dealership",
            [
                jk.Touchpoint("Arrives and is received", id="arrive", channel="showroom", counterparts=["front-desk"], sources=["guide"]),
                jk.Touchpoint(
                    "Talks about needs with the salesperson",
                    id="needs",
                    actions=["94 % say staff asked what they needed"],
                    channel="showroom",
                    counterparts=["salesperson"],
                    emotion=jk.Emotion(1, basis="derived", note="73 % satisfied with the talk", sources=["cox18"]),
                    sources=["cox18", "cdk-n"],
                ),
                jk.Touchpoint(
                    "Test drives the car",
                    id="test-drive",
                    actions=["8 in 10 would never buy without one"],
                    channel="showroom",
                    counterparts=["salesperson"],
                    matters=True,
                    emotion=jk.Emotion(2, basis="derived", note="Most satisfying part: 77 %", sources=["cox18"]),
                    expectations=[jk.Expectation("To drive the car before buying", priority="primary", kano="must_be", sources=["coxfdr"])],
                    sources=["cox18", "coxfdr"],
                ),
            ],
            id="visit",
            lifecycle="onboard",
            goal="See the car, drive it, be taken seriously",
        ),
        jk.Stage(
            "Making the deal",
            [
                jk.Touchpoint(
                    "Negotiates the price",
                    id="negotiate",
                    actions=["44 % thought of walking away"],
                    channel="showroom",
                    counterparts=["salesperson"],
                    matters=True,
                    duration="53 min",
                    kpis=["price-talk", "problem-share"],
                    emotion=jk.Emotion(-1, basis="derived", note="Frustrates 37 %", sources=["ihs14"]),
                    sources=["ihs14", "cox15"],
                    extra={"thought_of_leaving": 0.44, "study": "kbb25"},
                ),
                jk.Touchpoint(
                    "Has the trade-in appraised",
                    id="trade-in",
                    actions=["24 % thought of walking away"],
                    channel="showroom",
                    duration="43 min",
                    kpis=["price-talk"],
                    emotion=jk.Emotion(-1, basis="derived", note="Frustrates 24 %", sources=["ihs14"]),
                    sources=["ihs14", "kbb25"],
                    extra={"thought_of_leaving": 0.24, "study": "kbb25"},
                ),
                jk.Touchpoint(
                    "Waits",
                    id="wait",
                    kind="action",
                    actions=["Is left alone 11 times on average"],
                    channel="showroom",
                    kpis=["idle-time", "problem-share"],
                    emotion=jk.Emotion(-2, basis="derived", note="Called the worst part of it all", sources=["kbb25"]),
                    sources=["kbb25", "cox18"],
                ),
                jk.Touchpoint(
                    "Settles finance, insurance and paperwork",
                    id="finance",
                    thoughts=["overwhelmed and confused"],
                    channel="showroom",
                    counterparts=["fi-producer"],
                    matters=True,
                    duration="61 min",
                    kpis=["paper-time", "problem-share"],
                    emotion=jk.Emotion(-1, basis="derived", note="Longer than expected for 64 %", sources=["cox18"]),
                    expectations=[jk.Expectation("Papers done in the expected time", priority="primary", met="not_met", sources=["cox18"])],
                    sources=["cox18", "fi25"],
                ),
                jk.Touchpoint(
                    "Takes delivery", id="delivery", thoughts=["This automobile is a dream come true!"], channel="showroom", sources=["guide"]
                ),
            ],
            id="deal",
            lifecycle="onboard",
            goal="Get a fair deal without losing the day",
        ),
        jk.Stage(
            "Afterwards",
            [
                jk.Touchpoint(
                    "Looks back on the purchase",
                    id="look-back",
                    kind="action",
                    actions=["81 % choose positive words"],
                    thoughts=["excited, confident, hopeful, in control"],
                    emotion={"after": jk.Emotion(1, basis="derived", note="68 % satisfied", sources=["fi25"])},
                    sources=["fi25", "arm25"],
                )
            ],
            id="own",
            lifecycle="use",
            goal="Feel sure it was right",
        ),
    ],
    activities=[
        jk.Activity(
            "Has the deal approved in two or three trips",
            id="desk-the-deal",
            layer="backstage",
            actor="sales-manager",
            touchpoints=["negotiate", "wait"],
            sources=["wards"],
        ),
        jk.Activity(
            "Loads and prints the delivery documents",
            id="load-documents",
            layer="backstage",
            actor="fi-producer",
            touchpoints=["wait", "finance"],
            duration="30 min",
            sources=["wards"],
        ),
        jk.Activity("Has the customer sign", id="have-signed", layer="frontstage", actor="fi-producer", touchpoints=["finance"], sources=["wards"]),
    ],
    links=[
        jk.Link(
            source="desk-the-deal",
            target="wait",
            kind="impact",
            polarity=-1,
            note="the salesperson leaves the customer alone to get the deal approved",
            sources=["wards"],
        ),
        jk.Link(
            source="dealer-website",
            target="finance",
            kind="impact",
            polarity=1,
            note="buyers who negotiate or sign online spend 45 minutes less in the store",
            sources=["cox19"],
        ),
    ],
)

book = jk.Portfolio(
    "Car dealership",
    lang="en",
    organisation="dealer",
    personas=personas,
    owners=owners,
    actors=actors,
    channels=channels,
    sources=sources,
    kpis=kpis,
    insights=insights,
    opportunities=opportunities,
    actions=actions,
    journeys=[buy_a_car],
)

if __name__ == "__main__":
    jk.render(book, "dealership.svg")
