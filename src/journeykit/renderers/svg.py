"""SVG: the only file that knows svgwrite.

Only what every viewer draws the same: rect, circle, path, text with one tspan, presentation attributes. No style, no class, no CSS
variables, no foreignObject, no markers, no dominant-baseline, no textLength, no `direction` on lines from right to left (several viewers
then anchor them at the wrong end): such a line is embedded by U+202B … U+202C and keeps its physical anchor.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, assert_never
from xml.etree import ElementTree as ET

from attrs import define, field, frozen
from svgwrite.base import BaseElement
from svgwrite.params import Parameter

from journeykit.errors import Problem, RenderError, shown
from journeykit.record import Record
from journeykit.scene import Circle, Group, Node, Page, Path, Rect, Role, Scene, Text, number, walk

from ._checked import colour, digest, drawn, id_prefix, length, link, path_data, slug, spoken
from ._lines import LEFT_OF, drawable_lines
from ._protocol import Capability, Options
from ._registry import check_options

if TYPE_CHECKING:
    from ._faces import Faces
    from ._outlines import Outlines, Shaped

_PLACE = "\x00"  # stands for the prefix of ids until the content is known; no text can hold it
_FONT, _GLYPH = f"{_PLACE}_font", f"{_PLACE}_g"  # no id made of a model path holds an underscore
_REGULAR = 400
_SPOKEN_IN: dict[str, Role] = {"list": "listitem", "row": "cell"}
_SPECIAL = re.compile(r'[&<>"\n\u202b\u202c]')
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\u202b": "&#x202b;", "\u202c": "&#x202c;"}
_INLINE = frozenset({"text", "tspan", "title", "desc", "style"})
_ROLES: frozenset[str] = frozenset({"group", "list", "listitem", "table", "row", "rowheader", "columnheader", "cell", "img"})
_ANCHORS = frozenset({"start", "middle", "end"})
_PARAMETER = Parameter(debug=False, profile="full")  # its validator refuses role and aria-*, and accepts NaN


class _Element(BaseElement):  # type: ignore[misc]  # svgwrite has no types
    """Any element. The attributes are checked by whoever makes it, in the order in which they are to be written."""

    def __init__(self, name: str, attribs: dict[str, str], text: str = "", elements: "Sequence[_Element]" = ()) -> None:
        # Not the constructor of svgwrite: it makes a new parameter set for each element and renames attributes.
        self.elementname = name
        self._parameter = _PARAMETER
        self.attribs: dict[str, str] = attribs
        self.elements: list[_Element] = list(elements)
        self.text = text

    def get_xml(self) -> ET.Element:
        found: ET.Element = super().get_xml()
        found.text = self.text or None
        return found


@frozen(kw_only=True, eq=False, repr=False)
class SvgRenderer(Record):
    """Draws each page as one SVG document."""

    name: str = "svg"
    suffixes: tuple[str, ...] = (".svg",)
    media_type: str = "image/svg+xml"
    capabilities: frozenset[Capability] = frozenset({"fonts-embed", "fonts-outline", "links", "structure", "tooltips"})

    def render(self, scene: Scene, options: Options) -> tuple[bytes, ...]:
        """One SVG document for each page.

        Raises:
            RenderError: the scene holds a number that is not finite, a colour that is not `#rrggbb` or path data that is not canonical;
                or the fonts asked for cannot be used.
            MissingExtraError: fonts are to be embedded or outlined, and the extra `fonts` is not installed.
        """
        check_options(self, options)
        faces = _faces(options)
        return tuple(_document(scene, at, options, faces) for at in range(len(scene.pages)))


RENDERER = SvgRenderer()


def _faces(options: Options) -> "Faces | None":
    """The user's font files, where the options need them."""
    if options.fonts == "system":
        return None
    if not options.font_files:
        raise RenderError(
            Problem(
                f"fonts={options.fonts!r} needs the files of the fonts.",
                expected="font_files with at least one path",
                hint="such as font_files=['Inter.ttf']",
            )
        )
    from ._faces import Faces  # noqa: PLC0415 - fontTools and HarfBuzz, for this alone

    return Faces.of(options.font_files)


def _document(scene: Scene, at: int, options: Options, faces: "Faces | None") -> bytes:
    body = _picture(scene, scene.pages[at], options, faces)
    prefix = id_prefix(options.prefix) if options.prefix else f"j{digest(f'{at}{body}')}-"
    head = '<?xml version="1.0" encoding="utf-8"?>\n' if options.standalone else ""
    return (head + body.replace(_PLACE, prefix)).encode()


def _picture(scene: Scene, page: Page, options: Options, faces: "Faces | None") -> str:
    """One page as text. Elements live no longer than one top-level node: a picture of a hundred thousand of them stays cheap."""
    size, fill = _commonest(page.nodes)
    width, height = length(page.width), length(page.height)
    sheet = [f"{length(one)}mm" for one in page.paper] if page.paper else [width, height]
    named = _naming(scene, page)
    attribs = {
        "xmlns": "http://www.w3.org/2000/svg",
        "xmlns:xlink": "http://www.w3.org/1999/xlink",
        "width": sheet[0],
        "height": sheet[1],
        "viewBox": f"0 0 {width} {height}",
        "role": "group",
        "direction": "ltr",  # a page that runs from right to left hands its direction down, and would turn every anchor around
    }
    if scene.lang:
        attribs["lang"] = attribs["xml:lang"] = drawn(scene.lang)
    if named:
        attribs["aria-labelledby"] = " ".join(one.attribs["id"] for one in named)
    families, shared = drawn(scene.font_family), []
    drawing = _Drawing(size=size, fill=fill)
    if faces and options.fonts == "embed":
        from ._embedding import family_names, font_rules  # noqa: PLC0415 - fontTools, for this alone

        families = f"{family_names(faces, _FONT)}, {families}"
        shared.append(_Element("style", {}, font_rules(faces, (one for one in walk(page.nodes) if isinstance(one, Text)), _FONT)))
    elif faces:
        from ._outlines import Outlines  # noqa: PLC0415 - HarfBuzz, for this alone

        drawing.outlines = Outlines(faces)
    attribs |= {"font-family": families, "font-size": length(size), "fill": colour(fill)}
    ground = _Element("rect", {"width": width, "height": height, "fill": colour(page.background)})
    body: list[str] = []
    for node in page.nodes:
        for one in drawing.nodes((node,), _Place()):
            _write(one, body)
    if drawing.outlines and drawing.outlines.used:
        shared.append(
            _Element("defs", {}, elements=[_Element("path", {"id": _GLYPH + key, "d": d}) for key, d in drawing.outlines.used.items()])
        )
    out = [f"{_opening(_Element('svg', attribs))}>\n"]
    for one in (*named, *shared, ground):
        _write(one, out)
    return "".join([*out, *body, "</svg>\n"])


def _naming(scene: Scene, page: Page) -> list[_Element]:
    """Title and description, by which the whole picture is named."""
    title = spoken(f"{scene.title} ({page.label})" if page.label and scene.title else scene.title or page.label)
    named = [_Element("title", {"id": f"{_PLACE}title"}, title)] if title else []
    if scene.description:
        named.append(_Element("desc", {"id": f"{_PLACE}desc"}, spoken(scene.description)))
    return named


def _commonest(nodes: Iterable[Node]) -> tuple[float, str]:
    """Size and ink of most texts; they stand at the root, and the texts stay short."""
    seen = Counter((one.size, one.fill) for one in walk(nodes) if isinstance(one, Text))
    return seen.most_common(1)[0][0] if seen else (12.0, "#000000")


@frozen(eq=False, repr=False)
class _Place(Record):
    """What a node stands in: no link may stand in a link, and nothing to act on in a picture."""

    role: Role | None = None
    linked: bool = False
    pictured: bool = False


@define
class _Drawing:
    """The state of one page: what the root says already, and the ids that are taken."""

    size: float
    fill: str
    outlines: "Outlines | None" = None
    sources: set[str] = field(factory=set[str])
    taken: set[str] = field(factory=lambda: {"title", "desc"})

    def nodes(self, nodes: Iterable[Node], place: _Place) -> list[_Element]:
        """Elements for nodes in their order; a group that says nothing leaves only what it holds."""
        out: list[_Element] = []
        for node in nodes:
            match node:
                case Text():
                    if node.text or node.tail:
                        out.extend([self.outlined(node, place, self.outlines)] if self.outlines else map(self.text, drawable_lines(node)))
                case Rect():
                    out.append(self.rect(node))
                case Path():
                    if node.d:
                        out.append(self.path(node))
                case Circle():
                    out.append(self.circle(node))
                case Group():
                    out.extend(self.group(node, place))
                case _:
                    assert_never(node)
        return out

    def rect(self, node: Rect) -> _Element:
        attribs = {"x": number(node.x), "y": number(node.y), "width": length(node.width), "height": length(node.height)}
        if node.radius:
            attribs["rx"] = length(node.radius)
        return _Element("rect", self.ink(node, attribs))

    def circle(self, node: Circle) -> _Element:
        return _Element("circle", self.ink(node, {"cx": number(node.cx), "cy": number(node.cy), "r": length(node.r)}))

    def path(self, node: Path) -> _Element:
        attribs = {"d": path_data(node.d)}
        moves = []
        if node.x or node.y:
            moves.append(f"translate({number(node.x)} {number(node.y)})")
        if node.scale != 1:
            if not node.scale > 0:
                message = f"A path in a scene has the scale {shown(node.scale)}."
                raise RenderError(message)
            moves.append(f"scale({number(node.scale)})")
        if moves:
            attribs["transform"] = " ".join(moves)
        self.ink(node, attribs, node.scale)
        if node.round and node.stroke:
            attribs |= {"stroke-linecap": "round", "stroke-linejoin": "round"}
        return _Element("path", attribs)

    def ink(self, node: Rect | Circle | Path, attribs: dict[str, str], scale: float = 1.0) -> dict[str, str]:
        """Fill and stroke, added to the attributes. The width of a stroke is px of the page, whatever the scale."""
        if node.fill != self.fill:
            attribs["fill"] = colour(node.fill) if node.fill else "none"
        if node.stroke:
            attribs["stroke"] = colour(node.stroke)
            width = node.stroke_width / scale
            if width != 1:
                attribs["stroke-width"] = length(width)
            if node.dash:
                attribs["stroke-dasharray"] = " ".join(length(one / scale) for one in node.dash)
        return attribs

    def text(self, node: Text) -> _Element:
        attribs = {"x": number(node.x), "y": number(node.y)}
        if node.anchor != "start":
            if node.anchor not in _ANCHORS:
                message = f"A text in a scene has the anchor {shown(node.anchor)}."
                raise RenderError(message)
            attribs["text-anchor"] = node.anchor
        if node.size != self.size:
            attribs["font-size"] = length(node.size)
        if node.weight != _REGULAR:
            attribs["font-weight"] = number(node.weight)
        if node.italic:
            attribs["font-style"] = "italic"
        if node.spacing:
            attribs["letter-spacing"] = number(node.spacing)
        if node.fill != self.fill:
            attribs["fill"] = colour(node.fill)
        words = drawn(node.text)
        tail = drawn(node.tail.text) if node.tail else ""
        if _spaced(words + tail):
            attribs["xml:space"] = "preserve"
        if node.rtl:
            words = f"\u202b{words}\u202c"
        runs = []
        if node.tail:
            style = {"dx": number(node.tail.dx)} if node.tail.dx else {}
            style |= {"font-size": length(node.tail.size), "font-weight": number(node.tail.weight)}
            if node.spacing:
                style["letter-spacing"] = "0"
            runs.append(_Element("tspan", style, tail))
        return _Element("text", attribs, words, runs)

    def outlined(self, node: Text, place: _Place, outlines: "Outlines") -> _Element:
        """A text as glyphs; its words stay as the name of the picture that it has become, where a name is heard."""
        space = node.spacing * 10 / node.size if node.size else 0.0
        words, tail = drawn(node.text), drawn(node.tail.text) if node.tail else ""
        runs = [(node.size, 0.0, outlines.shape(words, node.weight, italic=node.italic, rtl=node.rtl, spacing=space))]
        if node.tail:
            more = (node.tail.size, node.tail.dx, outlines.shape(tail, node.tail.weight, italic=node.italic, rtl=node.rtl))
            runs = [more, (node.size, node.tail.dx, runs[0][2])] if node.rtl else [*runs, more]
            if node.rtl:  # the tail stands left of the figure
                runs[0] = (node.tail.size, 0.0, more[2])
        total = sum(gap + line.width * size / 10 for size, gap, line in runs)
        x = node.x - total * LEFT_OF[node.anchor]
        held = []
        for size, gap, line in runs:
            x += gap
            held.append(_glyphs(line, x, node.y, size))
            x += line.width * size / 10
        attribs = {"fill": colour(node.fill)} if node.fill != self.fill else {}
        if place.role == "table" and not place.pictured:
            held.insert(0, _Element("title", {}, words + tail))  # a table may hold nothing but rows
        elif not place.pictured:
            attribs |= {"role": _SPOKEN_IN.get(place.role or "", "img"), "aria-label": f"{words} {tail}".strip()}
        return _Element("g", attribs, elements=held)

    def group(self, node: Group, place: _Place) -> list[_Element]:
        label = spoken(node.label)
        role = node.role if node.role and not (node.role == "none" or (node.role == "img" and not label)) else None
        if role and role not in _ROLES:
            message = f"A group in a scene has the role {shown(role)}."
            raise RenderError(message)
        href = None if place.linked or place.pictured else link(node.href)
        inside = _Place(role=role or place.role, linked=place.linked or href is not None, pictured=place.pictured or role == "img")
        held = self.nodes(node.children, inside)
        if href and role != "img":
            held = [_anchor(href, held, label)]
        attribs = self.named(node.source, role, label)
        if not attribs and not node.tip:
            return held
        if node.tip:
            held.insert(0, _Element("title", {}, spoken(node.tip)))
        found = _Element("g", attribs, elements=held)
        return [_anchor(href, [found], "")] if href and role == "img" else [found]

    def named(self, source: str, role: Role | None, label: str) -> dict[str, str]:
        """Id, role and name of a group. A name without a role is not allowed, and says nothing to a reader."""
        attribs: dict[str, str] = {}
        if source and (made := self.id(source)):
            attribs["id"] = _PLACE + made
        if role:
            attribs["role"] = role
            if label:
                attribs["aria-label"] = label
        return attribs

    def id(self, source: str) -> str | None:
        """The id for a model path, or None where a group of the page has it already."""
        if source in self.sources:
            return None
        self.sources.add(source)
        made = slug(source)
        if not made or made in self.taken:
            made = f"{made}-{digest(source)}"
        if made in self.taken:
            return None
        self.taken.add(made)
        return made


def _glyphs(line: "Shaped", x: float, y: float, size: float) -> _Element:
    uses = []
    for one in line.glyphs:
        attribs = {"xlink:href": f"#{_GLYPH}{one.key}", "x": number(one.x)}
        if one.y:
            attribs["y"] = number(one.y)
        uses.append(_Element("use", attribs))
    return _Element("g", {"transform": f"translate({number(x)} {number(y)}) scale({number(size / 10)})"}, elements=uses)


def _anchor(href: str, held: Sequence[_Element], label: str) -> _Element:
    """A link around elements, with both ways to write its address: older viewers know only the second."""
    attribs = {"href": href, "xlink:href": href}
    if label:
        attribs["aria-label"] = label
    return _Element("a", attribs, elements=held)


def _spaced(text: str) -> bool:
    """Whether white space would be lost that is drawn otherwise."""
    return "  " in text or text[:1] == " " or text[-1:] == " "


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda found: _ESCAPES[found[0]], text) if _SPECIAL.search(text) else text


def _opening(element: _Element) -> str:
    """The start of an element with its attributes, not closed."""
    attribs = element.attribs
    if _SPECIAL.search("".join(attribs.values())):  # rare: most values are numbers and colours
        attribs = {key: _escaped(value) for key, value in attribs.items()}
    return f"<{element.elementname}" + "".join([f' {key}="{value}"' for key, value in attribs.items()])


def _write(element: _Element, out: list[str]) -> None:
    """One element on each line, so that two files compare well; nothing is added inside a text, where white space counts."""
    name, head = element.elementname, _opening(element)
    text, elements = element.text, element.elements
    if name in _INLINE:
        out.append(f"{head}>{_escaped(text)}")
        for one in elements:
            _write(one, out)
        out.append(f"</{name}>" if name == "tspan" else f"</{name}>\n")
    elif elements:
        out.append(f"{head}>\n")
        for one in elements:
            _write(one, out)
        out.append(f"</{name}>\n")
    else:
        out.append(f"{head}/>\n")
