"""The scenes of the conformance suite, and what has to be said in what is made of them."""

from attrs import evolve, field, frozen

from journeykit.scene import Circle, Group, Node, Page, Path, Rect, Scene, Tail, Text

_INK = "#1A1A1A"
_HOSTILE = (
    "<script>alert(1)</script>",
    '"><svg onload="alert(1)"/>',
    "' onload='alert(1)",
    "]]></style><!--",
    "&lt; &amp; &#0; &e;",
    "a\x00\x07\x0b\x1b[31m\x7f\x9b2J",
    "lone \ud800 surrogate",
    "\u202eturned\u202c\u202c",
    "| pipe | `code` |",
    "two\nlines\r\n",
)
_TITLE = ("Picture of the suite",)
_ORDINALS = ("first", "second", "third")
_NUMBERED = tuple(f"item-{at:03}" for at in range(500))
_SAID_AS_IT_IS = {
    "<script>alert(1)</script>": ("script", "alert"),
    '"><svg onload="alert(1)"/>': ("onload",),
    "' onload='alert(1)": ("onload",),
    "]]></style><!--": ("style",),
    "&lt; &amp; &#0; &e;": ("&lt;", "&e;"),
}
"""What is gone where the text was taken for markup, or hides what comes after it."""


@frozen(kw_only=True)
class ConformanceCase:
    """One scene, and what has to be seen in what is made of it.

    Attributes:
        name: says what is tried.
        scene: what is drawn.
        says: words that have to stand in the file, in PNG and PDF too: what the picture is called.
        words: single words that stand as letters, label and cell of the table at once: a format that is text says each of them, in
            this order.
    """

    name: str
    scene: Scene
    says: tuple[str, ...] = field(default=())
    words: tuple[str, ...] = field(default=())


def conformance_cases() -> tuple[ConformanceCase, ...]:
    """The scenes that every renderer must draw. One that carries its letters itself may refuse those that it has no font for."""
    return (
        ConformanceCase(name="all nodes", scene=plain_scene(_everything()), says=_TITLE),
        ConformanceCase(name="empty", scene=plain_scene(()), says=_TITLE),
        ConformanceCase(name="no words at all", scene=evolve(plain_scene(()), title="", description="", table=())),
        ConformanceCase(name="500 touchpoints", scene=_said(_NUMBERED), words=_NUMBERED),
        ConformanceCase(name="a long text", scene=_said((" ".join(_NUMBERED[:60]),)), words=_NUMBERED[:60]),
        ConformanceCase(name="deep", scene=plain_scene((_deep(60),))),
        _worded("right to left", "קונה מכונית 2025 (Audi)", "يشتري سيارة", rtl=True),
        _worded("ideographs", "新しい車を買う", "새 차를 산다"),
        _worded("emoji", "👩‍👩‍👧 🇩🇪 1️⃣ 👍🏽"),
        ConformanceCase(name="three pages", scene=pages(3), says=_TITLE, words=_ORDINALS),
        *(ConformanceCase(name=f"hostile {text!r}", scene=_filled(text), words=_SAID_AS_IT_IS.get(text, ())) for text in _HOSTILE),
    )


def _worded(name: str, *texts: str, rtl: bool = False) -> ConformanceCase:
    """Texts as items of a list. A joiner may be lost in a format that cannot hold it; what it joins may not."""
    words = tuple(word.strip("()") for one in texts for word in one.replace("\u200d", " ").split())
    return ConformanceCase(name=name, scene=_said(texts, rtl=rtl), says=_TITLE, words=words)


def _said(texts: tuple[str, ...], *, rtl: bool = False) -> Scene:
    """Each text as letters, as the label of its item, and in the table."""
    items = tuple(_entry(one, rtl=rtl) for one in texts)
    return evolve(plain_scene((Group(children=items, role="list", label="All"),)), table=(("Touchpoint",), *((one,) for one in texts)))


def _entry(text: str, *, rtl: bool = False) -> Group:
    return Group(children=(text_at(text, rtl=rtl),), role="listitem", label=text)


def plain_scene(nodes: tuple[Node, ...]) -> Scene:
    """One page with a title, a description and a table."""
    page = Page(width=640, height=480, background="#FFFFFF", nodes=nodes)
    table = (("Stage", "Touchpoint"), ("Learn", "Asks"))
    return Scene(
        title="Picture of the suite", pages=(page,), description="Two sentences. Here.", lang="en", source="journeys['x']", table=table
    )


def pages(count: int) -> Scene:
    """So many small pages, at most three, each with a word of its own."""
    words = _ORDINALS[:count]
    made = tuple(
        Page(width=100, height=100, background="#FFFFFF", nodes=(_entry(one),), label=f"{at} of {count}") for at, one in enumerate(words, 1)
    )
    return evolve(_said(words), pages=made)


def text_at(text: str, *, rtl: bool = False) -> Text:
    """One line."""
    return Text(x=320, y=40, text=text, width=100, size=12, fill=_INK, anchor="end" if rtl else "start", rtl=rtl)


def dot(cx: float) -> Circle:
    """A small circle at a place, px."""
    return Circle(cx=cx, cy=1, r=1, fill=_INK)


def _item(at: int) -> Group:
    return Group(
        children=(dot(at), text_at(f"item {at}")), role="listitem", label=f"item {at}", source=f"journeys['x'].touchpoints['{at}']"
    )


def _deep(levels: int) -> Node:
    node: Node = text_at("deepest")
    for at in range(levels):
        node = Group(children=(node,), role="group", label=f"level {at}")
    return node


def _everything() -> tuple[Node, ...]:
    rect = Rect(x=0.1 + 0.2, y=-0.0, width=10, height=5, fill="#ffffff", stroke=_INK, stroke_width=1.5, dash=(4, 3), radius=2)
    path = Path(d="M 0 0 C 1 2 3 4 5 6 L 7.5 8 Z", x=3, y=4, scale=0.5, stroke=_INK, round=True)
    figure = Text(
        x=1,
        y=2,
        text="157",
        width=60,
        size=26,
        weight=700,
        italic=True,
        spacing=-0.5,
        fill=_INK,
        anchor="middle",
        tail=Tail(text="min", size=12, dx=5),
    )
    items = Group(children=(_item(1), _item(2)), role="list", label="Items", tip="More of it", href="page.html")
    cells = tuple(Group(children=(text_at(one),), role="cell", label=one) for one in ("a", "b"))
    table = Group(children=(Group(children=cells, role="row", label="row"),), role="table", label="Table")
    nothing = Rect(x=0, y=0, width=0, height=0)
    return (
        rect,
        path,
        figure,
        items,
        table,
        nothing,
        Circle(cx=1, cy=2, r=3),
        Group(children=()),
        Group(children=(rect,), role="img", label="A box"),
    )


def _filled(text: str) -> Scene:
    """The same text in every place that takes text."""
    inner = Group(
        children=(text_at(text), evolve(text_at(text), tail=Tail(text=text, size=9))),
        role="listitem",
        label=text,
        tip=text,
        href=text,
        source=text,
    )
    page = Page(width=10, height=10, background="#FFFFFF", nodes=(Group(children=(inner, inner), role="list", label=text),), label=text)
    return Scene(title=text, pages=(page,), description=text, lang="en", font_family=text, source=text, table=((text, text), (text,)))
