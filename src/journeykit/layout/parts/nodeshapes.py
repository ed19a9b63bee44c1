"""What somebody or something is, by its outline."""

from journeykit.diagram import NodeShape
from journeykit.layout.ink import Ink, rule
from journeykit.layout.symbols import diamond
from journeykit.scene import Circle, Node, Rect

_IN_LEGEND = 8.0


def shape(kind: NodeShape, x: float, y: float, r: float, *, ink: Ink, faint: bool = False) -> list[Node]:
    """The outline around (x, y), r px from its middle to its edge."""
    palette = ink.palette
    dash = (4.0, 3.0) if faint else ()
    match kind:
        case "circle":
            return [Circle(cx=x, cy=y, r=r, fill=palette.paper, stroke=palette.ink, stroke_width=2, dash=dash)]
        case "diamond":
            return [diamond(x, y, r * 1.15, fill=palette.paper, stroke=palette.ink, stroke_width=2)]
        case "rounded":
            return [
                Rect(
                    x=x - r, y=y - r, width=2 * r, height=2 * r, radius=5, fill=palette.paper, stroke=palette.ink, stroke_width=2, dash=dash
                )
            ]
        case "double":
            square = Rect(x=x - r, y=y - r, width=2 * r, height=2 * r, fill=palette.paper, stroke=palette.ink, stroke_width=1.5, dash=dash)
            return [square, rule(x - r + 4, y - r, x - r + 4, y + r, stroke=palette.ink)]


def legend_node(symbol: str, x: float, y: float, ink: Ink) -> list[Node]:
    """The outline in the legend."""
    kinds: dict[str, NodeShape] = {"node-circle": "circle", "node-rounded": "rounded", "node-double": "double", "node-diamond": "diamond"}
    return shape(kinds[symbol], x, y, _IN_LEGEND, ink=ink)
