"""The five primitives, and the pages that hold them."""

from typing import Literal

from attrs import frozen

from journeykit.record import Record

from ._box import Bounds

Anchor = Literal["start", "middle", "end"]
Role = Literal["group", "list", "listitem", "table", "row", "rowheader", "columnheader", "cell", "img", "none"]


@frozen(kw_only=True, eq=False, repr=False)
class Rect(Record):
    """A rectangle; the stroke is centred on its edge.

    Attributes:
        x, y: upper left corner, px.
        width, height: px, at least 0.
        fill, stroke: `#rrggbb`, or None for no ink.
        stroke_width: px.
        dash: lengths of dash and gap in turn, px; empty for a solid line.
        radius: of the corners, px.
    """

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 1.0
    dash: tuple[float, ...] = ()
    radius: float = 0.0


@frozen(kw_only=True, eq=False, repr=False)
class Circle(Record):
    """A circle around (cx, cy) with radius r, px."""

    cx: float
    cy: float
    r: float
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 1.0
    dash: tuple[float, ...] = ()


@frozen(kw_only=True, eq=False, repr=False)
class Path(Record):
    """Lines and curves.

    Attributes:
        d: absolute commands `M x y`, `L x y`, `C x1 y1 x2 y2 x y` and `Z` only, separated by single spaces
            (`PathBuilder` writes it, `parse_path` makes it of any SVG path data).
        x, y: where the path's origin lies, px.
        scale: of the coordinates in `d`, above 0; stroke width and dash stay px of the page.
        round: round caps and joins instead of butt caps and mitred joins.
    """

    d: str
    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 1.0
    dash: tuple[float, ...] = ()
    round: bool = False


@frozen(kw_only=True, eq=False, repr=False)
class Tail(Record):
    """A second run in the same line, in another size or weight: the unit behind a figure. `dx` px after the first run."""

    text: str
    size: float
    weight: int = 400
    dx: float = 0.0


@frozen(kw_only=True, eq=False, repr=False)
class Text(Record):
    """One line of text, measured.

    Attributes:
        x: px; the left edge, the middle or the right edge of the line, after `anchor`. Physical, in right-to-left text too.
        y: px; the baseline.
        text: one line without line breaks or control characters.
        width: px; the measured advance width of the whole line, tail and letter spacing included.
        size: px.
        weight: 400 or heavier; 600 and more is drawn bold.
        spacing: extra space after each letter, px.
        rtl: the line as a whole runs from right to left.
    """

    x: float
    y: float
    text: str
    width: float
    size: float
    fill: str
    weight: int = 400
    italic: bool = False
    anchor: Anchor = "start"
    spacing: float = 0.0
    rtl: bool = False
    tail: Tail | None = None


@frozen(kw_only=True, eq=False, repr=False)
class Group(Record):
    """Nodes that belong together, in reading order.

    Attributes:
        children: painted in order.
        role: what the group is to a reader who does not see it.
        label: its full text, for screen readers and for text output.
        tip: the tooltip: what had to be cut, or detail on demand.
        href: where a click leads; only http, https, mailto and relative addresses are drawn as links.
        source: model path of what is drawn, from which stable ids are made; at most one group of a page per source and part.
    """

    children: "tuple[Node, ...]"
    role: Role | None = None
    label: str = ""
    tip: str = ""
    href: str = ""
    source: str = ""


Node = Rect | Circle | Path | Text | Group


@frozen(kw_only=True, eq=False, repr=False)
class Page(Record):
    """One sheet.

    Attributes:
        width, height: px.
        background: `#rrggbb`.
        nodes: painted in order, which is reading order too.
        label: such as "2 of 3"; empty for a single page.
        paper: width and height of the sheet in mm, where the page is meant for paper; it has the proportions of the page.
        row_labels: where the labels of rows stand at the side: a frame that scrolls sideways keeps them in sight. Empty on paper.
    """

    width: float
    height: float
    background: str
    nodes: tuple[Node, ...]
    label: str = ""
    paper: tuple[float, float] | None = None
    row_labels: tuple[Bounds, ...] = ()


@frozen(kw_only=True, eq=False, repr=False)
class Scene(Record):
    """Everything a renderer needs.

    Attributes:
        title: one line, the name of the picture.
        description: what the picture says, in sentences.
        lang: BCP 47 tag, or empty.
        font_family: the stack of families, as in CSS.
        source: model path of the whole, from which the prefix of all ids is made.
        pages: at least one.
        table: the same content as rows of cells, the first row the header; for readers who want no picture.
    """

    title: str
    pages: tuple[Page, ...]
    description: str = ""
    lang: str = ""
    font_family: str = "sans-serif"
    source: str = ""
    table: tuple[tuple[str, ...], ...] = ()
