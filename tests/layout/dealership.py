"""The car dealership as a diagram made by hand: every kind of lane and mark once."""

from journeykit.diagram import (
    Arc,
    Badge,
    Band,
    Bar,
    BarLane,
    Cell,
    CellLane,
    Column,
    CurveLane,
    Diagram,
    Fact,
    Figure,
    FigureStrip,
    Gap,
    Item,
    LegendEntry,
    Mark,
    Point,
    Series,
    Span,
    SpanLane,
    Ticks,
    Verdict,
)  # fmt: skip

NB = "\u00a0"


def one(at: int, *items: Item, more: str = "") -> Cell:
    return Cell(start=at, end=at, items=items, more=more)


def plain(at: int, text: str) -> Cell:
    return one(at, Item(text=text))


def quote(at: int, text: str) -> Cell:
    return one(at, Item(text=text, style="quote"))


def wish(start: int, end: int, text: str) -> Cell:
    return Cell(start=start, end=end, items=(Item(text=text, style="muted", mark=Mark(kind="assumed", tone="muted")),))


def pain(at: int, rank: int, text: str, share: float | None = None, *, detail: str = "") -> Cell:
    return one(
        at,
        Item(
            text=text, mark=Mark(kind="number", label=str(rank), tone="bad"), share=share, share_text=f"{share * 100:.0f}{NB}%" if share else "",
            ticks=Ticks(filled=None) if share else None, detail=detail, source=f"touchpoints[{at}].pains[{rank}]",
        ),
    )  # fmt: skip


def evidence(at: int, strength: int, text: str) -> Cell:
    kinds = ("evidence-0", "evidence-1", "evidence-2", "evidence-3")
    return one(at, Item(text=text, style="muted", mark=Mark(kind=kinds[strength])))


def point(at: int, value: int, reason: str, *, extreme: bool = False, weight: int = 0) -> Point:
    text = f"+{value}" if value > 0 else f"\u2212{-value}"
    return Point(
        column=at,
        value=value,
        text=text,
        basis="derived",
        reason=reason,
        extreme=extreme,
        weight=weight,
        source=f"touchpoints[{at}].emotions[0]",
    )


TITLES = (
    "Researches online", "Checks the dealer’s website", "Arrives and is received", "Talks about needs with the salesperson",
    "Test drives the car", "Negotiates the price", "Has the trade-in appraised", "Waits", "Settles finance, insurance and paperwork",
    "Takes delivery", "Looks back on the purchase",
)  # fmt: skip

COLUMNS = tuple(
    Column(
        title=title, number=str(at + 1), kind="alone" if at in {7, 10} else "contact",
        emphasis="critical" if at == 8 else "matters" if at in {4, 5} else "none", ours=at != 0, source=f"touchpoints[{at}]",
    )
    for at, title in enumerate(TITLES)
)  # fmt: skip

BANDS = (
    Band(title="Learning", start=0, end=1, source="stages[0]"), Band(title="At the dealership", start=2, end=4, source="stages[1]"),
    Band(title="Making the deal", start=5, end=9, source="stages[2]"), Band(title="Afterwards", start=10, end=10, source="stages[3]"),
)  # fmt: skip

LANES = (
    CellLane(
        key="goals", title="Wants", note="goal, only assumed",
        cells=(
            wish(0, 1, "Know what to buy and what it should cost"), wish(2, 4, "See the car, drive it, be taken seriously"),
            wish(5, 9, "Get a fair deal without losing the day"), wish(10, 10, "Feel sure it was right"),
        ),
    ),
    CellLane(
        key="actions", title="Does", note="action, as studies report",
        cells=(
            plain(0, f"60{NB}% of shopping time is online; 78{NB}% use third-party sites"), plain(1, f"45{NB}% of new-car shoppers end their search here"),
            plain(3, f"94{NB}% say staff asked what they needed"), plain(4, "8 in 10 would never buy without one"),
            plain(5, f"44{NB}% thought of walking away"), plain(6, f"24{NB}% thought of walking away"),
            plain(7, "Left alone 11 times on average"), plain(10, f"81{NB}% choose positive words"),
        ),
    ),
    CellLane(
        key="thoughts", title="Says", note="thought, as published",
        cells=(quote(8, "“overwhelmed and confused”"), quote(9, "“This automobile is a dream come true!”"), quote(10, "“excited, confident, hopeful, in control”")),
    ),
    CurveLane(
        key="emotion", title="Feels", note="emotion, derived from published shares", opens=True,
        axis=("very negative", "negative", "neutral", "positive", "very positive"),
        series=(
            Series(
                points=(
                    point(3, 1, f"73{NB}% satisfied with the talk"), point(4, 2, f"Most satisfying part: 77{NB}%", extreme=True, weight=1),
                    point(5, -1, f"Frustrates 37{NB}%", weight=1), point(6, -1, f"Frustrates 24{NB}%"),
                    point(7, -2, "Named the most unpleasant part", extreme=True), point(8, -1, f"Longer than expected for 64{NB}%", weight=2),
                    point(10, 1, f"68{NB}% satisfied"),
                ),
            ),
        ),
        gaps=(Gap(start=0, end=1, text="no reading: nobody was asked"), Gap(start=2, end=2, text="no reading"), Gap(start=9, end=9, text="no reading")),
    ),
    BarLane(
        key="time", title="Spends", note="minutes; dark: talking price, signing papers",
        bars=(
            Bar(column=5, value=53, inner=21, text="53 selling, 21 on price"), Bar(column=6, value=43, inner=16, text="43 appraisal, 16 on price"),
            Bar(column=7, value=40, dashed=True, text="40 idle; another study, not in the sum"),
            Bar(column=8, value=61, inner=21, text="61 finance, 21 on papers"),
        ),
        total="157", total_unit="min in all", total_verdict=Verdict(text="target 90: 67 over", tone="bad"),
    ),
    CellLane(
        key="expectations", title="Expects", note="expectation; dot filled if primary",
        cells=(
            one(4, Item(text="To drive the car before buying", mark=Mark(kind="dot"))),
            one(8, Item(text="Papers done in the expected time", mark=Mark(kind="dot"), verdict=Verdict(text="not met", tone="bad", glyph="down"))),
        ),
    ),
    SpanLane(
        key="channels", title="Where", note="channel", opens=True,
        spans=(
            Span(start=0, end=0, text="Third-party sites", style="outline", mark=Mark(kind="icon", label="listing-site")),
            Span(start=1, end=1, text="Dealer’s website", mark=Mark(kind="icon", label="web")),
            Span(start=2, end=9, text="Showroom, face to face", mark=Mark(kind="icon", label="face-to-face")),
            Span(start=10, end=10, text="No contact", style="dashed"),
        ),
    ),
    SpanLane(
        key="counterparts", title="With whom", note="counterpart",
        spans=(
            Span(start=0, end=0, text="Listing sites", style="outline"), Span(start=1, end=1, text="not stated", style="dashed"),
            Span(start=2, end=2, text="Front desk"), Span(start=3, end=5, text="Salesperson"), Span(start=6, end=6, text="not stated", style="dashed"),
            Span(start=7, end=7, text="nobody", style="dashed"), Span(start=8, end=8, text="F&I producer"),
            Span(start=9, end=9, text="not stated", style="dashed"),
        ),
    ),
    CellLane(
        key="pains", title="Pain points", note="bar: share of frustrated buyers; ticks: severity, hollow if not rated", opens=True,
        cells=(
            pain(1, 6, "Enters the same data again; also at\u00a04", detail=f"25{NB}% of dealers"), pain(3, 4, "Dealing with salespeople; also at\u00a06", 0.19),
            pain(5, 2, "Negotiating a price", 0.37), pain(6, 3, "Getting a good trade-in offer", 0.24), pain(7, 1, f"The time it all took; also at{NB}9", 0.41),
            pain(8, 5, "Understanding the finance options", 0.18),
        ),
    ),
    CellLane(
        key="opportunities", title="Opportunities", note="ring: number in the opportunity matrix",
        cells=(
            one(7, Item(text="How might we help buyers spend no idle time in the store?", style="strong", mark=Mark(kind="number", label="1"))),
            one(8, Item(text="Ideas: negotiate and sign online; staff for the papers at peak hours", style="muted")),
        ),
    ),
    SpanLane(
        key="owner", title="Owner", note="exactly one per contact",
        spans=(
            Span(start=0, end=0, text="not ours", style="dashed"),
            Span(start=1, end=9, text="No owner named: eight contacts of ours without one accountable person", style="dashed"),
        ),
    ),
    CellLane(
        key="evidence", title="Evidence",
        cells=tuple(
            evidence(at, strength, text)
            for at, (strength, text) in enumerate(
                (
                    (2, "COX18, ALS"), (2, "ALS"), (1, "Trade note"), (2, "COX18, CDK-N"), (2, "COX18, COXFDR"), (2, "IHS14, COX15"),
                    (2, "IHS14, KBB25"), (2, "KBB25, COX18"), (2, "COX18, FI25"), (1, "Trade note"), (2, "FI25, ARM25"),
                )
            )
        ),
    ),
)  # fmt: skip


def nps(
    name: str, value: str, unit: str, verdict: Verdict, *, spark: tuple[float | None, ...], first: str, group: str, note: str = ""
) -> Figure:
    return Figure(name=name, value=value, unit=unit, verdict=verdict, spark=spark, spark_text=first, group=group, group_note=note)


NOTE = "2025: n = 1,436 consumers in all; no n per group, so no margin of error can be given"
FIGURES = FigureStrip(
    title="Key figures", note="Faster, but worse: from 2024 to 2025 fewer long visits, lower scores.",
    figures=(
        Figure(name="Time at the dealership", value="157", unit="min", verdict=Verdict(text="67 over the target of 90", tone="bad"), progress=(157, 90), group="Operational"),
        nps("Over two hours", "35", "%", Verdict(text="4 points, better", tone="good", glyph="down"), spark=(43, 45, None, 39, 35), first="43", group="Operational"),
        nps("Under one hour", "26", "%", Verdict(text="5 points, better", tone="good", glyph="up"), spark=(21, 26), first="21", group="Operational"),
        nps("NPS, bought in store", "+29", "", Verdict(text="19 points, worse", tone="bad", glyph="down"), spark=(48, 29), first="48", group="Experience", note=NOTE),
        nps("NPS, bought online only", "0", "", Verdict(text="42 points, worse", tone="bad", glyph="down"), spark=(42, 0), first="42", group="Experience", note=NOTE),
        nps("Report a problem", "58", "%", Verdict(text="11 points, worse", tone="bad", glyph="up"), spark=(47, 58), first="47", group="Experience", note=NOTE),
        nps("Satisfied with the time", "46", "%", Verdict(text="9 lower, method unknown", tone="muted"), spark=(55, 46), first="55", group="Experience", note=NOTE),
    ),
)  # fmt: skip

LEGEND = tuple(
    LegendEntry(symbol=symbol, text=text)
    for symbol, text in (
        ("contact", "contact"), ("not-ours", "not ours"), ("alone", "own action, no contact"), ("matters", "moment that matters"),
        ("critical", "critical moment"), ("measured", "measured or reported"), ("derived", "derived"), ("assumed", "assumed"),
        ("intended", "intended"), ("evidence-0", "assumed"), ("evidence-1", "internal only"), ("evidence-2", "one customer source"),
        ("evidence-3", "several kinds of source"),
    )
)  # fmt: skip

DEALERSHIP = Diagram(
    view="journey-map", title="I buy a new car", lang="en", source="journeys['buy-a-car']",
    finding="The test drive is the high point. Then the mood falls three steps as soon as the price comes up, and the deal takes 157 minutes where 90 was the aim.",
    description="Eleven touchpoints in four stages.",
    badges=(Badge(text="Current state", style="solid"), Badge(text="Generalised map"), Badge(text="Draft 0.1")),
    facts=(
        Fact(heading="Whose journey", line="New-vehicle buyer, US", text="No personal facts in the sources: age, family and needs are unknown."),
        Fact(heading="From, to, why", line="First research to looking back", text="Objective: cut time and frustration in the store."),
        Fact(heading="How we know", line="14 published studies, 2014–26", text="Feelings are derived from shares, not rated by buyers. 7 of 11 touchpoints read."),
        Fact(heading="In numbers", line="Mean −0.1  ·  peak–end −0.5", text="Largest drop −3, from test drive to negotiation. Journey owner: none named."),
    ),
    bands=BANDS, columns=COLUMNS, lanes=LANES, figures=FIGURES, legend=LEGEND,
    arcs=(Arc(source=1, target=8, text="Helps: buyers who negotiate or sign online spend 45 minutes less in the store"),),
    footnotes=(
        (
            "Codes name studies by publisher and year (COX = Cox Automotive, CDK = CDK Global, IHS = IHS Automotive, KBB = Kelley Blue Book). "
            "Column order is the editors’ reading. An empty cell means the sources are silent."
        ),
    ),
    table=(("Touchpoint", "Feels"), ("Test drives the car", "+2")),
)  # fmt: skip
