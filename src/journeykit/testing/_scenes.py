"""Strategies for scenes: every node, mixed scripts, and texts that attack the files they are written to."""

from typing import Any

from hypothesis import strategies as st

from journeykit.scene import Circle, Group, Node, Page, Path, PathBuilder, Rect, Role, Scene, Tail, Text, parse_path

HOSTILE = (
    "<script>alert(1)</script>",
    '"><svg onload="alert(1)">',
    "' onmouseover='alert(1)",
    "]]></style><!-- -->",
    "&lt;b&gt; &amp; &#0; &unknown;",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "a\x00b\x07c\x0bd\x1b[31mred\x1b[0m\x7f\x9b2J",
    "lone \ud800 surrogate \udfff",
    "\u202eturned around\u202c \u2066isolated\u2069",
    "| pipe | `code` | **bold** | [link](javascript:alert(1)) |",
    "$5 and $6, \\$x^2$",
    "two\nlines\r\nand\ttabs\u2028and more\u2029",
    "   spaces   ",
    "\ufffe\uffff\ufdd0",
    "{{7*7}} ${7*7} %s %n {0}",
    "url(javascript:alert(1));}*{display:none",
)
"""Texts that break out of files which do not guard themselves."""

MIXED = (
    "Test drives",
    "Fährt zur Probe – „endlich“!",
    "Покупает машину",
    "Αγοράζει αυτοκίνητο",
    "يشتري سيارة جديدة",
    "קונה מכונית 2025 (Audi)",
    "新しい車を買う",
    "새 차를 산다",
    "नई गाड़ी खरीदता है",
    "ซื้อรถใหม่",
    "👩‍👩‍👧 🇩🇪 1️⃣ 🏽 👍🏽",
    "é é Å ﬁ",
    "−2 … 99 % × ½",
    "a" * 200,
)
"""Texts in many scripts."""

_ROLES: tuple[Role | None, ...] = (None, "group", "list", "listitem", "table", "row", "rowheader", "columnheader", "cell", "img", "none")
_HREFS = ("", "https://example.org/?a=1&b=2", "page.html#part", "mailto:a@example.org", "javascript:alert(1)", "data:text/html,x")


def texts(max_size: int = 40) -> st.SearchStrategy[str]:
    """Text in many scripts, of any characters (control characters and lone surrogates too), or hostile."""
    return st.one_of(
        st.sampled_from(MIXED),
        st.sampled_from(HOSTILE),
        st.text(max_size=max_size),
        st.text(st.characters(), max_size=max_size),
    )


def _numbers(low: float = -50, high: float = 2000) -> st.SearchStrategy[float]:
    return st.one_of(st.integers(int(low), int(high)).map(float), st.floats(low, high, allow_nan=False))


def _lengths(high: float = 500) -> st.SearchStrategy[float]:
    return _numbers(0, high)


def _colours() -> st.SearchStrategy[str]:
    return st.one_of(st.sampled_from(["#1A1A1A", "#FFFFFF", "#595959"]), st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06X}"))


def _paths() -> st.SearchStrategy[str]:
    point = st.tuples(_numbers(), _numbers())

    def built(points: list[tuple[float, float]]) -> str:
        path = PathBuilder().move(*points[0])
        for i in range(1, len(points)):
            if i % 3 == 0:
                path.curve(points[i - 2], points[i - 1], points[i])
            else:
                path.line(*points[i])
        return path.close().d if len(points) % 2 else path.d

    return st.one_of(st.lists(point, min_size=1, max_size=8).map(built), st.just(parse_path("M-7.25 0A7.25 7.25 0 1 1 7.25 0Z")))


@st.composite
def _ink(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "fill": draw(st.none() | _colours()),
        "stroke": draw(st.none() | _colours()),
        "stroke_width": draw(st.sampled_from([0.5, 1.0, 1.5, 2.25])),
        "dash": draw(st.sampled_from([(), (4.0, 3.0), (1.5, 2.25, 1.0, 1.0)])),
    }


@st.composite
def _words(draw: st.DrawFn) -> Text:
    tail = st.builds(Tail, text=texts(10), size=st.sampled_from([11.0, 12.0, 13.0]), dx=st.sampled_from([0.0, 5.0]))
    return Text(
        x=draw(_numbers()),
        y=draw(_numbers()),
        text=draw(texts()),
        width=draw(_lengths()),
        size=draw(st.sampled_from([11.0, 12.0, 13.0, 34.0])),
        fill=draw(_colours()),
        weight=draw(st.sampled_from([400, 600, 700])),
        italic=draw(st.booleans()),
        anchor=draw(st.sampled_from(["start", "middle", "end"])),
        spacing=draw(st.sampled_from([0.0, 0.6, -0.5])),
        rtl=draw(st.booleans()),
        tail=draw(st.none() | tail),
    )


@st.composite
def _shapes(draw: st.DrawFn) -> Node:
    ink = draw(_ink())
    match draw(st.integers(0, 2)):
        case 0:
            return Rect(
                x=draw(_numbers()), y=draw(_numbers()), width=draw(_lengths()), height=draw(_lengths()), radius=draw(_lengths(20)), **ink
            )
        case 1:
            return Circle(cx=draw(_numbers()), cy=draw(_numbers()), r=draw(_lengths(50)), **ink)
        case _:
            scale = draw(st.sampled_from([0.5, 1.0, 2.0]))
            return Path(d=draw(_paths()), x=draw(_numbers()), y=draw(_numbers()), scale=scale, round=draw(st.booleans()), **ink)


def nodes(max_leaves: int = 8) -> st.SearchStrategy[Node]:
    """Any node; groups hold others, nested a few deep, with any role, label, tip, address and source."""

    def grouped(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
        return st.builds(
            Group,
            children=st.lists(inner, max_size=4).map(tuple),
            role=st.sampled_from(_ROLES),
            label=st.just("") | texts(),
            tip=st.just("") | texts(),
            href=st.sampled_from(_HREFS) | texts(),
            source=st.just("") | st.sampled_from(["journeys['a']", "journeys['a'].stages['b']", "journeys[a]"]) | texts(),
        )

    return st.recursive(st.one_of(_words(), _shapes()), grouped, max_leaves=max_leaves)


@st.composite
def scenes(draw: st.DrawFn, *, max_pages: int = 2, max_nodes: int = 4) -> Scene:
    """Valid scenes of one to `max_pages` pages: everything that a renderer has to draw."""
    page = st.builds(
        Page,
        width=_lengths(4000),
        height=_lengths(4000),
        background=_colours(),
        nodes=st.lists(nodes(), max_size=max_nodes).map(tuple),
        label=st.sampled_from(["", "1 of 2"]) | texts(),
    )
    return Scene(
        title=draw(texts()),
        pages=tuple(draw(st.lists(page, min_size=1, max_size=max_pages))),
        description=draw(st.just("") | texts(200)),
        lang=draw(st.sampled_from(["", "en", "ar", "zh-Hans"])),
        font_family=draw(st.sampled_from(["sans-serif", "Inter, 'Segoe UI', sans-serif"])),
        source=draw(st.just("") | texts()),
        table=draw(st.lists(st.lists(texts(), max_size=4).map(tuple), max_size=4).map(tuple)),
    )
