"""Diagrams of every kind, in mixed scripts, for laws of layout."""

from hypothesis import strategies as st

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
    NoteList,
    Point,
    Range,
    RangeLane,
    Series,
    Span,
    SpanLane,
    Strip,
    StripPoint,
    Ticks,
    Verdict,
)  # fmt: skip

_WORDS = (
    "a", "deal", "paperwork", "trade-in", "60\u00a0%", "financial", "Rechtsschutzversicherungsgesellschaften", "цена", "договор", "τιμή",
    "سيارة", "السعر", "מחיר", "कीमत", "ราคารถยนต์", "試乗する", "価格を交渉", "🙂", "👩‍👩‍👧", "e\u0301", "https://example.org/a/b?c=d", "“quoted”", "W" * 40,
    "−1", "", "&", "<b>",
)  # fmt: skip
words = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=6).map(" ".join)
long_words = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=40).map(" ".join)
texts = st.one_of(words, words, words, long_words, st.text(max_size=30))
tones = st.sampled_from(("ink", "muted", "good", "bad", "added", "removed", "changed"))
verdicts = st.builds(Verdict, text=words, tone=tones, glyph=st.sampled_from(("up", "down", "none")))
marks = st.one_of(
    st.builds(Mark, kind=st.sampled_from(("dot", "dot-open", "assumed", "owner", "supporter", "gain", "evidence-0", "evidence-1", "evidence-2", "evidence-3"))),
    st.builds(Mark, kind=st.just("number"), label=st.integers(1, 1200).map(str), tone=tones),
    st.builds(Mark, kind=st.just("icon"), label=st.sampled_from(("web", "place", "nothing known"))),
)  # fmt: skip
items = st.builds(
    Item, text=texts, style=st.sampled_from(("plain", "strong", "quote", "muted")), tone=tones, mark=st.none() | marks,
    share=st.none() | st.floats(0, 1), share_text=st.sampled_from(("", "41\u00a0%")), ticks=st.none() | st.builds(Ticks, filled=st.none() | st.integers(0, 4)),
    verdict=st.none() | verdicts, detail=st.just("") | words,
)  # fmt: skip
AXIS = ("very negative", "negative", "neutral", "positive", "very positive")


@st.composite
def reaches(draw, count, most=3):
    """Columns `start` to `end` that do not overlap, in order."""
    out, at = [], 0
    while at < count:
        if draw(st.booleans()):
            end = min(count - 1, at + draw(st.integers(0, most)))
            out.append((at, end))
            at = end
        at += 1
    return out


@st.composite
def curves(draw, count):
    series = []
    for _ in range(draw(st.integers(1, 3))):
        points = []
        for column in range(count):
            if draw(st.booleans()):
                value = draw(st.floats(-2, 2).map(lambda one: round(one, 1)))
                basis = draw(st.sampled_from(("measured", "derived", "assumed", "intended")))
                points.append(
                    Point(column=column, value=value, text=f"{value:+g}", basis=basis, reason=draw(st.just("") | words),
                          spread=draw(st.none() | st.floats(0, 1)), extreme=draw(st.booleans()), weight=draw(st.integers(0, 2)))
                )  # fmt: skip
                if draw(st.integers(0, 4)) == 0:
                    points.append(Point(column=column, value=-value, text="x", basis=basis, offset=draw(st.sampled_from((-1, 1)))))
        line = st.lists(st.integers(0, count - 1), min_size=1, max_size=6, unique=True).map(sorted).map(tuple)
        series.append(Series(points=tuple(points), name=draw(words), ways=tuple(draw(st.just([]) | st.lists(line, max_size=3)))))
    taken = {point.column for one in series for point in one.points}
    gaps = tuple(Gap(start=at, end=at, text=draw(words)) for at in range(count) if at not in taken)
    return CurveLane(key="c", title=draw(words), note=draw(words), series=tuple(series), gaps=gaps, axis=AXIS, opens=draw(st.booleans()))


@st.composite
def lanes(draw, count):
    kind = draw(st.sampled_from(("cells", "spans", "curve", "bars", "ranges")))
    title, note = draw(words), draw(st.just("") | words)
    if kind == "cells":
        cells = tuple(
            Cell(start=start, end=end, items=tuple(draw(st.lists(items, min_size=1, max_size=3))), more=draw(st.sampled_from(("", "7 more, see list"))))
            for start, end in draw(reaches(count))
        )  # fmt: skip
        return CellLane(key="a", title=title, note=note, cells=cells, opens=draw(st.booleans()))
    if kind == "spans":
        spans = tuple(
            Span(start=start, end=end, text=draw(texts), style=draw(st.sampled_from(("solid", "outline", "dashed"))), mark=draw(st.none() | marks))
            for start, end in draw(reaches(count))
        )  # fmt: skip
        return SpanLane(key="s", title=title, note=note, spans=spans)
    if kind == "curve":
        return draw(curves(count))
    columns = [start for start, _ in draw(reaches(count, 0))]
    if kind == "bars":
        bars = tuple(
            Bar(
                column=at,
                value=draw(st.floats(0, 500)),
                text=draw(words),
                inner=draw(st.none() | st.floats(0, 500)),
                dashed=draw(st.booleans()),
            )
            for at in columns
        )
        return BarLane(
            key="b",
            title=title,
            bars=bars,
            note=note,
            total="157" if bars else "",
            total_unit="min in all",
            total_verdict=draw(st.none() | verdicts),
        )
    ranges = tuple(Range(column=at, low=-2, median=draw(st.floats(-2, 2)), high=2, text=draw(words)) for at in columns)
    return RangeLane(key="r", title=title, ranges=ranges, axis=AXIS, note=note)


figures = st.builds(
    Figure, name=words, value=st.sampled_from(("157", "–", "+29", "1,234,567")), unit=st.sampled_from(("", "min", "%")), verdict=st.none() | verdicts,
    progress=st.none() | st.tuples(st.floats(0, 200), st.floats(0, 200)), spark=st.lists(st.none() | st.floats(-5, 5), max_size=5).map(tuple),
    spark_text=st.sampled_from(("", "43")), group=st.sampled_from(("", "Operational", "Experience")), group_note=st.just("") | words,
)  # fmt: skip


@st.composite
def diagrams(draw, most=20):
    count = draw(st.integers(0, most))
    critical = draw(st.integers(-1, count - 1)) if count else -1
    columns = tuple(
        Column(
            title=draw(texts), number=str(at + 1), kind=draw(st.sampled_from(("contact", "alone"))), ours=draw(st.booleans()),
            optional=draw(st.booleans()), repeats=draw(st.booleans()), note=draw(st.sampled_from(("", "")) | words),
            emphasis="critical" if at == critical else draw(st.sampled_from(("none", "none", "matters"))), source=f"touchpoints[{at}]",
        )
        for at in range(count)
    )  # fmt: skip
    cuts = sorted({0, *draw(st.lists(st.integers(0, max(0, count - 1)), max_size=5))}) if count and draw(st.booleans()) else []
    bands = tuple(
        Band(title=draw(texts), start=start, end=end - 1, source=f"stages[{start}]")
        for start, end in zip(cuts, [*cuts[1:], count], strict=False)
    )
    at = st.integers(0, max(0, count - 1))
    strip = st.none()
    if draw(st.integers(0, 5)) == 0:
        size = draw(st.integers(0, 1000))
        strip = st.just(
            Strip(
                title="All", count=size, axis=AXIS, breaks=tuple((one, draw(words)) for one in range(0, size, 97)),
                points=tuple(StripPoint(at=one, value=(one * 7 % 41) / 10 - 2, label="a label" if one % 83 == 0 else "", critical=one == 5) for one in range(size)),
            )
        )  # fmt: skip
    return Diagram(
        view="x", title=draw(texts), finding=draw(texts), bands=bands, columns=columns, lang="en", rtl=draw(st.booleans()),
        lanes=tuple(draw(st.lists(lanes(count), max_size=4))) if count else (), source="journeys['a']",
        badges=tuple(draw(st.lists(st.builds(Badge, text=words, style=st.sampled_from(("solid", "outline", "dashed"))), max_size=4))),
        facts=tuple(draw(st.lists(st.builds(Fact, heading=words, line=words, text=words), max_size=5))),
        arcs=tuple(draw(st.lists(st.builds(Arc, source=at, target=at, text=words), max_size=4))), strip=draw(strip),
        figures=draw(st.none() | st.builds(FigureStrip, title=words, figures=st.lists(figures, max_size=9).map(tuple), note=words)),
        notes=tuple(draw(st.lists(st.builds(NoteList, title=words, notes=st.lists(st.tuples(st.integers(1, 99).map(str), texts), max_size=4).map(tuple)), max_size=2))),
        footnotes=tuple(draw(st.lists(texts, max_size=2))),
        legend=tuple(draw(st.lists(st.builds(LegendEntry, symbol=st.sampled_from(("contact", "derived", "owner", "spread", "moments", "unrated")), text=words), max_size=9))),
    )  # fmt: skip
