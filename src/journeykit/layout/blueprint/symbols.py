"""The symbols of a blueprint in the legend."""

from types import MappingProxyType

from journeykit.diagram import ConnectorKind, Marker
from journeykit.layout import ink as faces
from journeykit.layout.continuing import draw_tag, tag_width
from journeykit.layout.ink import Ink, rule
from journeykit.layout.symbols import diamond
from journeykit.scene import Node, Rect

from .distances import JOIN
from .links import draw_wire
from .markers import draw_marker

_WORDS = {"needed": "+", "changed": "Δ", "retired": "−"}
SYMBOL_WIDTHS = MappingProxyType({
    "card-contact": 26.0, "card-alone": 26.0, "card-activity": 26.0, "card-system": 26.0, "card-critical": 26.0, "card-matters": 20.0,
    "card-needed": 26.0, "card-changed": 26.0, "card-retired": 26.0, "card-joined": 44.0, "link-message": 36.0, "link-both": 36.0, "link-solid": 36.0, "link-on": 48.0,
    "link-handover": 36.0, "link-branch": 36.0, "mark-fail": 22.0, "mark-wait": 24.0,
    "mark-decision": 24.0, "mark-note": 22.0, "mark-continued": 22.0,
})  # fmt: skip
_MARKERS = {
    "mark-fail": Marker(kind="fail", label="F"),
    "mark-wait": Marker(kind="wait", label="W"),
    "mark-decision": Marker(kind="decision", label="D"),
    "mark-note": Marker(kind="note", label="1"),
}
_LINKS: dict[str, ConnectorKind] = {
    "link-message": "message",
    "link-both": "message",
    "link-solid": "supports",
    "link-handover": "handover",
    "link-branch": "branch",
}


def blueprint_symbol(symbol: str, x: float, y: float, ink: Ink) -> list[Node]:
    """The symbol of that name with its left edge at `x`, around `y`."""
    palette = ink.palette
    if symbol in _MARKERS:
        return draw_marker(_MARKERS[symbol], x + 11, y, ink)
    if symbol in _LINKS:
        return draw_wire(_LINKS[symbol], [(x, y), (x + 36, y)], heads=(symbol == "link-both", True), ink=ink)
    if symbol == "link-on":
        ends = [
            Rect(x=one, y=y - 7, width=11, height=14, radius=2, fill=palette.paper, stroke=palette.ink, stroke_width=2)
            for one in (x + 1, x + 36)
        ]
        return [*ends, *draw_wire("sequence", [(x + 13, y), (x + 35, y)], heads=(False, True), ink=ink)]
    if symbol == "card-joined":
        ends = [Rect(x=one, y=y - 8, width=15, height=16, radius=3, fill=palette.paper, stroke=palette.ink) for one in (x + 0.5, x + 28.5)]
        return [*ends, *(rule(x + 15.5, y + side, x + 28.5, y + side, stroke=palette.ink) for side in (-JOIN / 2, JOIN / 2))]
    if symbol == "mark-continued":
        return draw_tag("A", x + 11, y, tag_width("A", ink), later=True, colour=palette.ink, ink=ink)
    if symbol == "card-matters":
        return [diamond(x + 10, y, 10, fill=palette.ink, stroke=None, stroke_width=1)]
    return _card(symbol.removeprefix("card-"), x, y, ink)


def _card(kind: str, x: float, y: float, ink: Ink) -> list[Node]:
    palette = ink.palette
    stroke, thick, radius = palette.ink, 1.0, 3.0
    dash: tuple[float, ...] = ()
    match kind:
        case "contact":
            thick = 2.0
        case "alone":
            stroke, thick, dash = palette.rule2, 1.25, (4.0, 3.0)
        case "critical":
            thick, radius = 3.0, 0.0
        case "system":
            radius = 0.0
        case "needed":
            stroke, thick, dash = palette.added, 1.5, (6.0, 3.0)
        case "changed":
            stroke, thick = palette.changed, 1.5
        case "retired":
            stroke, dash = palette.rule2, (4.0, 3.0)
        case _:
            pass
    nodes: list[Node] = [
        Rect(x=x + 0.5, y=y - 8, width=25, height=16, radius=radius, fill=palette.paper, stroke=stroke, stroke_width=thick, dash=dash)
    ]
    if kind == "system":
        nodes.append(rule(x + 5, y - 8, x + 5, y + 8, stroke=stroke))
    if kind in _WORDS:
        nodes.append(
            ink.text(
                x + 13, y + 4, _WORDS[kind], face=faces.SMALL_STRONG, anchor="middle", fill=palette.ink2 if kind == "retired" else stroke
            )
        )
    return nodes
