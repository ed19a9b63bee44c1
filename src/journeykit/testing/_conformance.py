"""What every renderer owes, as one suite: run `check_renderer(mine)` in a test."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path as FilePath
from typing import get_args
from xml.etree import ElementTree as ET
from zlib import decompress

from attrs import evolve, field, frozen

from journeykit.errors import JourneykitError, MissingExtraError, RenderError
from journeykit.renderers import Capability, Fonts, Options, Renderer, names
from journeykit.renderers import renderer as renderer_named
from journeykit.scene import Circle, Group, Node, Page, Path, Rect, Scene, Tail, Text, walk

_INK = "#1A1A1A"
_HOSTILE = (
    "<script>alert(1)</script>",
    '"><svg onload="alert(1)"/>',
    "]]></style><!--",
    "&lt; &amp; &#0; &e;",
    "a\x00\x07\x0b\x1b[31m\x7f\x9b2J",
    "lone \ud800 surrogate",
    "\u202eturned\u202c\u202c",
    "| pipe | `code` |",
    "two\nlines\r\n",
)


@frozen(kw_only=True)
class ConformanceCase:
    """One scene, and what has to be seen in what is made of it.

    Attributes:
        name: says what is tried.
        scene: what is drawn.
        says: words that have to stand in the result, where the format is text that a program can read.
    """

    name: str
    scene: Scene
    says: tuple[str, ...] = field(default=())


def conformance_cases() -> tuple[ConformanceCase, ...]:
    """The scenes that every renderer must draw. One that carries its letters itself may refuse those that it has no font for."""
    return (
        ConformanceCase(name="all nodes", scene=_scene(_everything()), says=("Picture of the suite",)),
        ConformanceCase(name="empty", scene=_scene(()), says=("Picture of the suite",)),
        ConformanceCase(name="no words at all", scene=evolve(_scene(()), title="", description="", table=())),
        ConformanceCase(name="500 groups", scene=_scene(tuple(_item(at) for at in range(500)))),
        ConformanceCase(name="deep", scene=_scene((_deep(60),))),
        ConformanceCase(name="right to left", scene=_scene((_text("קונה מכונית 2025 (Audi)", rtl=True), _text("يشتري سيارة", rtl=True)))),
        ConformanceCase(name="ideographs", scene=_scene((_text("新しい車を買う"), _text("새 차를 산다")))),
        ConformanceCase(name="emoji", scene=_scene((_text("👩‍👩‍👧 🇩🇪 1️⃣ 👍🏽"),))),
        ConformanceCase(name="three pages", scene=_pages(3), says=("Picture of the suite",)),
        *(ConformanceCase(name=f"hostile {text!r}", scene=_filled(text)) for text in _HOSTILE),
    )


def check_renderer(renderer: Renderer, *, font_files: Sequence[FilePath] = ()) -> None:
    """Try everything that a renderer owes.

    Args:
        renderer: what is tried.
        font_files: fonts for the modes that need some; without them these modes are only tried for the error that they owe.

    Raises:
        AssertionError: with all that was found.
    """
    faults = list(_faults(renderer, tuple(font_files)))
    if faults:
        raise AssertionError("\n".join([f"The renderer {renderer.name!r} does not conform:", *faults]))


def _faults(renderer: Renderer, font_files: tuple[FilePath, ...]) -> Iterator[str]:
    for case in conformance_cases():
        try:
            yield from (f"{case.name}: {fault}" for fault in _drawn(renderer, case))
        except JourneykitError as error:
            if not is_letters_refused(renderer, case, error):
                yield f"{case.name}: refused: {error}"
    yield from _declared(renderer)
    yield from _asked(renderer)
    yield from _scaled(renderer)
    yield from _fonts(renderer, font_files)
    yield from _refused(renderer)


def is_letters_refused(renderer: Renderer, case: ConformanceCase, error: JourneykitError) -> bool:
    """Whether a refusal is right: the renderer carries its letters itself, and the error names one that stands in the scene.

    Nothing in a scene is lost without a word: a blank or a box where a letter belongs is a fault, this is not.
    """
    beyond = {
        one for page in case.scene.pages for node in walk(page.nodes) if isinstance(node, Text) for one in node.text if ord(one) > 0x7F
    }
    return (
        "font-files" in renderer.capabilities
        and isinstance(error, RenderError)
        and any(f"U+{ord(one):04X}" in str(error) for one in beyond)
    )


def _drawn(renderer: Renderer, case: ConformanceCase) -> Iterator[str]:
    """Number of items, the same bytes twice, words, well-formedness, no markup out of words."""
    first, again = renderer.render(case.scene, Options()), renderer.render(case.scene, Options())
    expected = 1 if "pages-in-one" in renderer.capabilities else len(case.scene.pages)
    if len(first) != expected:
        yield f"gave {len(first)} items where {expected} were due"
    if first != again:
        yield "gave other bytes the second time"
    if not all(isinstance(one, bytes) for one in first):
        yield "gave something else than bytes"
    if not _is_text(renderer):
        yield from _named(renderer, case, first)
        return
    text = b"\n".join(first).decode("utf-8")
    yield from (f"does not say {word!r}" for word in case.says if word not in text)
    if any(ord(one) < 32 and one not in "\t\n\r" for one in text):
        yield "holds control characters"
    if renderer.media_type.endswith("xml"):
        yield from _well_formed(first)


def _named(renderer: Renderer, case: ConformanceCase, pages: Sequence[bytes]) -> Iterator[str]:
    """A picture that is no text says inside the file what it is called, for those who do not see it."""
    for word in case.says if renderer.media_type in {"image/png", "application/pdf"} else ():
        for page in pages:
            found = png_words(page) if renderer.media_type == "image/png" else page.decode("latin-1")
            if word not in found:
                yield f"does not say {word!r} inside the file"
            if renderer.media_type == "application/pdf" and case.scene.lang and f"/Lang ({case.scene.lang})" not in found:
                yield "does not say its language"


def png_words(png: bytes) -> str:
    """The texts inside a PNG, each on its line.

    Source: Portable Network Graphics (third edition), section 11.3.3.
    """
    found, at = [], 8
    while at < len(png):
        size, kind = int.from_bytes(png[at : at + 4]), png[at + 4 : at + 8]
        data = png[at + 8 : at + 8 + size]
        if kind == b"tEXt":
            found.append(data.partition(b"\x00")[2].decode("latin-1"))
        elif kind == b"iTXt":
            _, _, rest = data.partition(b"\x00")
            text = rest[2:].split(b"\x00", 2)[2]
            found.append((decompress(text) if rest[0] else text).decode("utf-8"))
        at += size + 12
    return "\n".join(found)


def _well_formed(pages: Sequence[bytes]) -> Iterator[str]:
    """XML that parses, and in which no word became an element or an attribute."""
    for page in pages:
        try:
            root = ET.fromstring(page)  # noqa: S314 - of the renderer under test, on the developer's own machine
        except ET.ParseError as error:
            yield f"is not well-formed: {error}"
            continue
        ids = [one.get("id") for one in root.iter() if one.get("id")]
        if len(ids) != len(set(ids)):
            yield "has an id twice"
        for one in root.iter():
            if one.tag.rpartition("}")[2] in {"script", "foreignObject"}:
                yield f"holds an element {one.tag}"
            yield from (f"holds an attribute {name}" for name in one.attrib if name.startswith("on"))
            yield from (
                f"links to {value}" for name, value in one.attrib.items() if name.endswith("href") and value.startswith("javascript")
            )


def _declared(renderer: Renderer) -> Iterator[str]:
    """What is declared works, and what works is declared; where the result can be read as text, and links in a PDF."""
    if not _is_text(renderer) and renderer.media_type != "application/pdf":
        return
    marks: dict[Capability, str] = {"links": "example.org/followed", "structure": "Spoken name", "tooltips": "Hovered words"}
    group = Group(
        children=(_text("Drawn words"),), role="listitem", label=marks["structure"], tip=marks["tooltips"], href=f"https://{marks['links']}"
    )
    scene = evolve(_scene((Group(children=(group,), role="list", label="All"),)), table=())
    text = b"\n".join(renderer.render(scene, Options())).decode("utf-8" if _is_text(renderer) else "latin-1")
    for capability, mark in marks.items():
        if (mark in text) != (capability in renderer.capabilities):
            yield f"{capability}: {'works but is not declared' if mark in text else 'is declared but does not work'}"


def _asked(renderer: Renderer) -> Iterator[str]:
    """A capability that is asked for is there, or refused."""
    for capability in get_args(Capability):
        refused = _refuses(partial(renderer.render, _pages(1), Options(needs=(capability,))))
        if refused == (capability in renderer.capabilities):
            yield f"needs={capability!r}: {'refused though declared' if refused else 'not refused though not declared'}"


def _scaled(renderer: Renderer) -> Iterator[str]:
    """Twice the scale is twice the dots; where there are no dots, a scale is refused."""
    if "scale" not in renderer.capabilities:
        if not _refuses(partial(renderer.render, _scene(()), Options(scale=2))):
            yield "scale=2 is not refused though not declared"
        return
    for options in (Options(scale=0), Options(scale=float("nan")), Options(scale=2, dpi=96)):
        if not _refuses(partial(renderer.render, _scene(()), options)):
            yield f"scale={options.scale}, dpi={options.dpi} is not refused"
    if renderer.media_type == "image/png":
        plain, doubled = (renderer.render(_scene(()), Options(dpi=dpi))[0][16:24] for dpi in (96, 192))
        if [2 * int.from_bytes(plain[at : at + 4]) for at in (0, 4)] != [int.from_bytes(doubled[at : at + 4]) for at in (0, 4)]:
            yield "scale is declared but does not work"


def _fonts(renderer: Renderer, font_files: tuple[FilePath, ...]) -> Iterator[str]:
    modes: dict[Fonts, Capability] = {"embed": "fonts-embed", "outline": "fonts-outline"}
    scene = _scene((_text("Letters"),))
    for mode, capability in modes.items():
        if not _refuses(partial(renderer.render, scene, Options(fonts=mode))):
            yield f"fonts={mode!r} without a font file is not refused"
        if font_files and capability in renderer.capabilities:
            options = Options(fonts=mode, font_files=font_files)
            if renderer.render(scene, options) == renderer.render(scene, Options()):
                yield f"fonts={mode!r} changes nothing"
            if renderer.render(scene, options) != renderer.render(scene, options):
                yield f"fonts={mode!r} gave other bytes the second time"

    if "font-files" in renderer.capabilities:
        if not _refuses(partial(renderer.render, scene, Options(font_files=(FilePath(__file__),)))):
            yield "a font file that is no font is not refused"
        if font_files:
            renderer.render(scene, Options(font_files=font_files))


def _refused(renderer: Renderer) -> Iterator[str]:
    """Coordinates that are no numbers never reach a file, where the renderer looks at coordinates at all."""
    fine = renderer.render(_scene((_dot(1.0),)), Options())
    moved = renderer.render(_scene((_dot(2.0),)), Options())
    if fine == moved:
        return
    for value in (float("nan"), float("inf")):
        if not _refuses(partial(renderer.render, _scene((_dot(value),)), Options())):
            yield f"draws a circle at {value}"


def _refuses(draw: Callable[[], object]) -> bool:
    try:
        draw()
    except RenderError:
        return True
    return False


def _is_text(renderer: Renderer) -> bool:
    return renderer.media_type.startswith("text/") or renderer.media_type.endswith("xml")


def _scene(nodes: tuple[Node, ...]) -> Scene:
    page = Page(width=640, height=480, background="#FFFFFF", nodes=nodes)
    table = (("Stage", "Touchpoint"), ("Learn", "Asks"))
    return Scene(
        title="Picture of the suite", pages=(page,), description="Two sentences. Here.", lang="en", source="journeys['x']", table=table
    )


def _pages(count: int) -> Scene:
    pages = tuple(
        Page(width=100, height=100, background="#FFFFFF", nodes=(_text(f"page {at}"),), label=f"{at + 1} of {count}") for at in range(count)
    )
    return evolve(_scene(()), pages=pages)


def _text(text: str, *, rtl: bool = False) -> Text:
    return Text(x=320, y=40, text=text, width=100, size=12, fill=_INK, anchor="end" if rtl else "start", rtl=rtl)


def _dot(cx: float) -> Circle:
    return Circle(cx=cx, cy=1, r=1, fill=_INK)


def _item(at: int) -> Group:
    return Group(children=(_dot(at), _text(f"item {at}")), role="listitem", label=f"item {at}", source=f"journeys['x'].touchpoints['{at}']")


def _deep(levels: int) -> Node:
    node: Node = _text("deepest")
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
    cells = tuple(Group(children=(_text(one),), role="cell", label=one) for one in ("a", "b"))
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
        children=(_text(text), evolve(_text(text), tail=Tail(text=text, size=9))),
        role="listitem",
        label=text,
        tip=text,
        href=text,
        source=text,
    )
    page = Page(width=10, height=10, background="#FFFFFF", nodes=(Group(children=(inner, inner), role="list", label=text),), label=text)
    return Scene(title=text, pages=(page,), description=text, lang="en", font_family=text, source=text, table=((text, text), (text,)))


def conformance_table(wanted: Sequence[str] = ()) -> tuple[tuple[str, ...], ...]:
    """Which renderer draws which scene of the suite: a header row, then one for each scene.

    Args:
        wanted: names of renderers; by default all that are registered and installed.

    Returns:
        `drawn`, `-` where the letters of a scene are in no font here and the renderer says so, or `FAULT`.
    """
    tried = [one for name in wanted or names() if (one := _installed(name)) is not None]
    rows = [tuple(_verdict(one, case) for one in tried) for case in conformance_cases()]
    heads = tuple(one.name for one in tried)
    return (("scene", *heads), *((case.name, *row) for case, row in zip(conformance_cases(), rows, strict=True)))


def _installed(name: str) -> Renderer | None:
    try:
        return renderer_named(name)
    except (MissingExtraError, RenderError):
        return None


def _verdict(renderer: Renderer, case: ConformanceCase) -> str:
    try:
        return "FAULT" if list(_drawn(renderer, case)) else "drawn"
    except JourneykitError as error:
        return "-" if is_letters_refused(renderer, case, error) else "FAULT"
