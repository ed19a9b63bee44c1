"""How to read: every symbol that occurs, with its word; then the footnotes."""

from journeykit.diagram import Diagram, LegendEntry
from journeykit.scene import Circle, Group, Node, Rect
from journeykit.text import Line

from . import ink as faces
from .blocks import Block
from .ink import Ink, rule
from .saying import said
from .space import GRID_LEFT, LABEL_WIDTH, MARGIN, PAD
from .symbols import diamond, evidence, pill, triangle
from .waymarks import WIDTHS as WAYMARKS
from .waymarks import draw_waymark

_Place = tuple[LegendEntry, float, int, tuple[Line, ...]]

_LINE = 26.0
_GAP = 24.0
_MOST_LINES = 24
_WIDTHS = {
    "contact": 16.0, "not-ours": 20.0, "alone": 16.0, "matters": 18.0, "critical": 20.0, "measured": 40.0, "derived": 40.0, "assumed": 40.0,
    "intended": 40.0, "moments": 40.0, "evidence-0": 12.0, "evidence-1": 12.0, "evidence-2": 12.0, "evidence-3": 12.0, "dot": 9.0,
    "dot-open": 9.0, "unrated": 44.0, "owner": 26.0, "supporter": 26.0, "spread": 11.0,
}  # fmt: skip


def _width(symbol: str) -> float:
    """How wide a symbol is, px."""
    if symbol.startswith(("node-", "stop-")) or symbol == "hatched":
        return 20.0
    if symbol.startswith("curve-"):
        return 40.0
    if symbol.startswith("shape-") or symbol in {"filled", "hollow", "tied"}:
        return 12.0
    if (own := _WIDTHS.get(symbol, WAYMARKS.get(symbol))) is not None:
        return own
    from .blueprint.symbols import SYMBOL_WIDTHS  # noqa: PLC0415  # for blueprints alone

    return SYMBOL_WIDTHS[symbol]


def legend_blocks(diagram: Diagram, right: float, ink: Ink) -> list[Block]:
    """The legend, then the footnotes, on a page whose content ends at `right`; nothing where there is neither."""
    left = _left(diagram)
    blocks = [_legend(diagram, left, right, ink)] if diagram.legend or diagram.footnotes else []
    for text in diagram.footnotes:
        lines = ink.wrap(text, min(1240.0, right - left), faces.SMALL).lines
        parts = [lines[at : at + _MOST_LINES] for at in range(0, len(lines), _MOST_LINES)]
        blocks += [_footnote(part, text if len(parts) == 1 else " ".join(line.text for line in part), left, ink) for part in parts]
    return blocks


def _left(diagram: Diagram) -> float:
    """x at which columns begin, px."""
    if diagram.blueprint is None:
        return GRID_LEFT + PAD
    from .blueprint.distances import CARD_INSET, LEFT  # noqa: PLC0415  # for blueprints alone

    return LEFT + CARD_INSET


def _legend(diagram: Diagram, left: float, right: float, ink: Ink) -> Block:
    places, rows = _places(diagram.legend, left, right, ink)
    title = ink.wrap(diagram.legend_title, LABEL_WIDTH, faces.STRONG).lines if diagram.legend else ()

    def paint(top: float) -> list[Node]:
        nodes: list[Node] = [
            Group(children=(rule(MARGIN, top, right, top, stroke=ink.palette.rule), *ink.lines(MARGIN, top + 30, title, face=faces.STRONG)))
        ]
        items = [
            Group(children=(*_symbol(entry, x, top + 26 + _LINE * row, ink), *ink.lines(x + _width(entry.symbol) + 8, top + 30 + _LINE * row, lines, face=faces.SMALL)),
                  role="listitem", label=said("", None, entry.text))
            for entry, x, row, lines in places
        ]  # fmt: skip
        if items:
            nodes.append(Group(children=tuple(items), role="list", label=diagram.legend_title))
        return nodes

    return Block(height=14 + max(_LINE * rows, 16.0 * len(title)) + 4 if diagram.legend else 18.0, paint=paint, gap=14)


def _footnote(lines: tuple[Line, ...], text: str, left: float, ink: Ink) -> Block:
    def paint(top: float) -> list[Node]:
        return [Group(children=tuple(ink.lines(left, top + 12, lines, face=faces.SMALL)), role="group", label=text)]

    return Block(height=14.0 * len(lines) + 4, paint=paint)


def _places(entries: tuple[LegendEntry, ...], left: float, right: float, ink: Ink) -> tuple[list[_Place], int]:
    out = []
    x, row = left, 0
    for entry in entries:
        symbol = _width(entry.symbol) + 8
        most = right - left - symbol
        lines = ink.wrap(entry.text, most, faces.SMALL).lines
        width = symbol + max((line.width for line in lines), default=0.0)
        if x > left and x + width > right:
            x, row = left, row + 1
        out.append((entry, x, row, lines))
        x += width + _GAP
        row += max(0, len(lines) - 1)
    return out, (row + 1 if entries else 0)


def _symbol(entry: LegendEntry, x: float, y: float, ink: Ink) -> list[Node]:
    """The symbol of an entry, its left edge at `x`, around `y`."""
    palette = ink.palette
    paper, black = palette.paper, palette.ink
    match entry.symbol:
        case "contact" | "not-ours" | "alone" | "matters" | "critical":
            return _station(entry.symbol, x, y, ink)
        case "dot":
            return [Circle(cx=x + 4.5, cy=y, r=4.5, fill=black)]
        case "dot-open":
            return [Circle(cx=x + 4.5, cy=y, r=4, fill=paper, stroke=black, stroke_width=1.25)]
        case "unrated":
            return [triangle(x + 4 + 12 * at, y + 1.6, 4, up=True, fill=paper, stroke=palette.rule2) for at in range(4)]
        case "owner" | "supporter":
            filled = entry.symbol == "owner"
            letter = ink.text(x + 13, y + 4, "A" if filled else "S", face=faces.STRONG, fill=paper if filled else black, anchor="middle")
            return [pill(x + 13, y, filled=filled, ink=black, paper=paper), letter]
        case "evidence-0" | "evidence-1" | "evidence-2" | "evidence-3":
            return evidence(x + 6, y, int(entry.symbol[-1]), ink=black, paper=paper)
        case "measured" | "derived" | "assumed" | "intended" | "moments" | "spread":
            return _reading(entry.symbol, x, y, ink)
        case _:
            return _rare(entry.symbol, x, y, ink)


def _rare(symbol: str, x: float, y: float, ink: Ink) -> list[Node]:
    """The symbols of pictures other than maps."""
    if symbol in WAYMARKS:
        return draw_waymark(symbol, x, y, ink)
    if symbol.startswith("node-"):
        from .parts.nodeshapes import legend_node  # noqa: PLC0415  # for maps of people alone

        return legend_node(symbol, x + 9, y, ink)
    if symbol == "hatched":
        from .parts.box import Box  # noqa: PLC0415  # for comparisons alone
        from .parts.hatching import hatch  # noqa: PLC0415  # for comparisons alone

        return [hatch(Box(x, y - 7, 20, 14), stroke=ink.palette.rule2)]
    if symbol == "tied":
        return [rule(x + 6, y - 10, x + 6, y + 10, stroke=ink.palette.rule2, dash=(1.0, 3.0))]
    if symbol.startswith("stop-"):
        from .tracks import draw_sign  # noqa: PLC0415  # for comparisons alone

        return draw_sign(symbol.removeprefix("stop-"), x + 10, y, ink, r=8.5)
    if symbol.startswith(("curve-", "shape-")) or symbol in {"filled", "hollow"}:
        return _series(symbol, x, y, ink)
    from .blueprint.symbols import blueprint_symbol  # noqa: PLC0415  # for blueprints alone

    return blueprint_symbol(symbol, x, y, ink)


def _series(symbol: str, x: float, y: float, ink: Ink) -> list[Node]:
    """Whose curve it is, by line and shape or by shape alone; and what filled and hollow mean."""
    from .curvelane import series_colours  # noqa: PLC0415  # for pictures with several curves alone
    from .curvemarks import draw_shape  # noqa: PLC0415
    from .curveshape import STROKES  # noqa: PLC0415

    kind, *more = symbol.split("-")
    at = int(more[0]) if more else 0
    colour, paper = series_colours(ink)[at], ink.palette.paper
    fill = paper if "hollow" in symbol else colour
    if kind == "curve":
        width, dash = STROKES[str(at)]
        return [rule(x, y, x + 40, y, stroke=colour, width=width, dash=dash), draw_shape(at, x + 20, y, colour=colour, fill=fill, r=5)]
    return [draw_shape(at, x + 6, y, colour=colour, fill=fill, r=5)]


def _station(symbol: str, x: float, y: float, ink: Ink) -> list[Node]:
    """A station of the line, or a piece of the line."""
    paper, black = ink.palette.paper, ink.palette.ink
    match symbol:
        case "not-ours":
            return [Rect(x=x, y=y - 2, width=20, height=4, fill=paper, stroke=black)]
        case "alone":
            return [Circle(cx=x + 8, cy=y, r=7, fill=paper, stroke=ink.palette.rule2, stroke_width=1.5, dash=(3, 2.5))]
        case "matters":
            return [diamond(x + 9, y, 9, fill=black, stroke=None, stroke_width=1)]
        case "critical":
            return [Circle(cx=x + 10, cy=y, r=9, fill=paper, stroke=black, stroke_width=2.5), Circle(cx=x + 10, cy=y, r=5.5, fill=black)]
        case _:
            return [Circle(cx=x + 8, cy=y, r=7, fill=paper, stroke=black, stroke_width=2)]


def _reading(symbol: str, x: float, y: float, ink: Ink) -> list[Node]:
    """How a reading looks: a piece of the curve with its marker."""
    palette = ink.palette
    paper, black = palette.paper, palette.ink
    middle = x + 20
    match symbol:
        case "measured":
            return [rule(x, y, x + 40, y, stroke=black, width=2.25), Circle(cx=middle, cy=y, r=4.5, fill=black)]
        case "derived":
            ring = Circle(cx=middle, cy=y, r=4.5, fill=paper, stroke=black, stroke_width=2.5)
            return [rule(x, y, x + 40, y, stroke=black, width=2.25, dash=(11, 2.5)), ring]
        case "assumed":
            ring = Circle(cx=middle, cy=y, r=4, fill=paper, stroke=palette.rule2, stroke_width=1.5)
            return [rule(x, y, x + 40, y, stroke=black, width=1.5, dash=(3, 3)), ring]
        case "intended":
            line = rule(x, y, x + 40, y, stroke=palette.changed, width=1.75, dash=(8, 3, 2, 3))
            return [line, diamond(middle, y, 6, fill=paper, stroke=palette.changed, stroke_width=1.5)]
        case "spread":
            bar = rule(x + 5.5, y - 10, x + 5.5, y + 10, stroke=palette.rule2, width=1.5)
            return [bar, Circle(cx=x + 5.5, cy=y, r=4.5, fill=black)]
        case _:
            small = [Circle(cx=middle + side, cy=y + up, r=3, fill=black) for side, up in ((-14.0, 3.0), (14.0, -4.0))]
            return [*small, Circle(cx=middle, cy=y, r=5, fill=black)]
