"""The markers at the corners of cards: discs, triangles, diamonds and rings, each as wide as what stands in it."""

from journeykit.diagram import Marker
from journeykit.layout import ink as faces
from journeykit.layout.ink import Ink
from journeykit.layout.symbols import diamond
from journeykit.scene import Circle, Node, Path, PathBuilder

TALLEST = 28.0
"""px from top to bottom of the tallest marker that holds two signs."""
_CAP = 8.2  # px that a capital of the label stands above its baseline
_KEPT = 2.5  # px between the label and the outline of its marker
_TRIANGLE_TOP, _TRIANGLE_BOTTOM = 15.0, 13.0
_BASELINES = {"fail": 4.0, "note": 4.0, "wait": 10.5, "decision": 4.0}


def half_width(marker: Marker, ink: Ink) -> float:
    """px from the middle of a marker to its left and right."""
    half = ink.width(marker.label, faces.SMALL_STRONG) / 2 + _KEPT
    match marker.kind:
        case "fail":
            return max(12.0, half + 2)
        case "note":
            return max(11.0, half + 2)
        case "wait":
            # Of the width at its foot, what is left at the top of the label.
            share = (_TRIANGLE_TOP + _BASELINES["wait"] - _CAP) / (_TRIANGLE_TOP + _TRIANGLE_BOTTOM)
            return max(17.0, half / share)
        case "decision":
            return max(14.0, half + _BASELINES["decision"])


def half_height(marker: Marker, ink: Ink) -> float:
    """px from the middle of a marker to its top, and no less to its bottom."""
    match marker.kind:
        case "fail":
            return 12.0
        case "note":
            return 11.0
        case "wait":
            return _TRIANGLE_TOP
        case "decision":
            return half_width(marker, ink)


def inset(marker: Marker, ink: Ink) -> float:
    """How far inside the corner of a card a marker stands, px: what is no disc keeps its label within the card."""
    if marker.kind in {"fail", "note"}:
        return 3.0 + max(0.0, half_width(marker, ink) - 12.0)
    return max(10.0, ink.width(marker.label, faces.SMALL_STRONG) / 2 + 1)


def draw_marker(marker: Marker, x: float, y: float, ink: Ink) -> list[Node]:
    """A marker around (x, y): a disc F, a triangle W, a diamond D, or a ring with a number."""
    palette, half = ink.palette, half_width(marker, ink)
    fill, shape = palette.ink, None
    match marker.kind:
        case "fail":
            fill = palette.paper
            shape = _disc(x, y, 12.0, half, fill=palette.bad, stroke=None)
        case "note":
            shape = _disc(x, y, 11.0, half, fill=palette.paper, stroke=palette.ink)
        case "wait":
            d = PathBuilder().move(0, -_TRIANGLE_TOP).line(half, _TRIANGLE_BOTTOM).line(-half, _TRIANGLE_BOTTOM).close().d
            shape = Path(d=d, x=x, y=y, fill=palette.paper, stroke=palette.ink, stroke_width=1.5)
        case "decision":
            shape = diamond(x, y, half, fill=palette.paper, stroke=palette.ink, stroke_width=1.5)
    return [shape, ink.text(x, y + _BASELINES[marker.kind], marker.label, face=faces.SMALL_STRONG, fill=fill, anchor="middle")]


def _disc(x: float, y: float, r: float, half: float, *, fill: str, stroke: str | None) -> Node:
    """A disc; with a long label it is drawn out to both sides."""
    if half <= r:
        return Circle(cx=x, cy=y, r=r, fill=fill, stroke=stroke, stroke_width=1.5)
    straight, bow = half - r, 0.5523 * r
    path = PathBuilder().move(-straight, -r).line(straight, -r)
    path.curve((straight + bow, -r), (half, -bow), (half, 0)).curve((half, bow), (straight + bow, r), (straight, r))
    path.line(-straight, r).curve((-straight - bow, r), (-half, bow), (-half, 0)).curve(
        (-half, -bow), (-straight - bow, -r), (-straight, -r)
    )
    return Path(d=path.close().d, x=x, y=y, fill=fill, stroke=stroke, stroke_width=1.5)
