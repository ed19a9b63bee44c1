"""The symbols in front of words."""

from journeykit.diagram import Item, Mark
from journeykit.scene import Circle, Node, Rect

from . import ink as faces
from .ink import Ink
from .space import PAD
from .symbols import ICONS, evidence, icon, pill, triangle

_INDENTS = {
    "dot": 25.0, "dot-open": 25.0, "assumed": 26.0, "number": 35.0, "evidence-0": 28.0, "evidence-1": 28.0, "evidence-2": 28.0,
    "evidence-3": 28.0, "icon": 32.0, "owner": 42.0, "supporter": 42.0, "gain": 26.0, "loss": 26.0, "bullet": 26.0,
    "moved": 32.0, "split": 32.0, "merged": 32.0,
}  # fmt: skip


def indent(mark: Mark | None) -> float:
    """From the left edge of the column to the text behind the mark, px."""
    if mark is None or (mark.kind == "icon" and mark.label not in ICONS):
        return PAD
    extra = max(0, len(mark.label) - 2) * 7.0 if mark.kind == "number" else 0.0
    return _INDENTS[mark.kind] + extra


# An opening quotation mark hangs before the letters, and the mark keeps clear of it.
_HUNG = 6.0


def indent_of(item: Item) -> float:
    """From the left edge of the column to the text of an item, px: behind its mark, and behind the quotation mark that hangs there."""
    return indent(item.mark) + (_HUNG if item.mark and item.style == "quote" else 0.0)


_MIDDLES = {"owner": 23.0, "supporter": 23.0, "number": 19.0, "icon": 18.0, "dot": 14.0, "dot-open": 14.0, "assumed": 14.0, "gain": 15.0}


def middle(mark: Mark) -> float:
    """From the left edge of a cell to the middle of its mark, px."""
    return _MIDDLES.get(mark.kind, 16.0)


def draw_mark(mark: Mark, x: float, baseline: float, ink: Ink) -> list[Node]:
    """The mark of a cell whose left edge is at `x` and whose first line stands on `baseline`."""
    palette, colour, y = ink.palette, ink.tone(mark.tone), baseline - 4
    match mark.kind:
        case "dot" | "dot-open" | "assumed" | "bullet":
            return [_disc(mark, x + 14, y, colour, ink=ink)]
        case "number":
            return _number(mark.label, x, y, colour, ink=ink)
        case "icon":
            return icon(x + 18, baseline - 4.5, mark.label, colour)
        case "owner" | "supporter":
            filled = mark.kind == "owner"
            letter = ink.text(
                x + 23, baseline, mark.label or ("A" if filled else "S"), face=faces.STRONG, anchor="middle",
                fill=palette.paper if filled else palette.ink,
            )  # fmt: skip
            return [pill(x + 23, y - 0.2, filled=filled, ink=palette.ink, paper=palette.paper), letter]
        case "gain" | "loss":
            up = mark.kind == "gain"
            usual = palette.good if up else palette.bad
            return [triangle(x + 15, y + 1 if up else y, 4.5, up=up, fill=usual if mark.tone == "ink" else colour)]
        case "moved" | "split" | "merged":
            from .tracks import draw_sign  # noqa: PLC0415  # for comparisons alone

            return draw_sign(mark.kind, x + 17, y, ink, r=8.5)
        case _:
            return evidence(x + 16, y, int(mark.kind[-1]), ink=palette.ink, paper=palette.paper)


def _disc(mark: Mark, x: float, y: float, colour: str, *, ink: Ink) -> Circle:
    """A point: filled, hollow, guessed, or just a bullet."""
    palette = ink.palette
    match mark.kind:
        case "dot":
            return Circle(cx=x, cy=y, r=4.5, fill=colour)
        case "dot-open":
            return Circle(cx=x, cy=y, r=4, fill=palette.paper, stroke=colour, stroke_width=1.25)
        case "assumed":
            return Circle(cx=x, cy=y, r=4.5, fill=palette.paper, stroke=palette.ink2, stroke_width=1.25, dash=(2, 2))
        case _:
            return Circle(cx=x, cy=y, r=2, fill=colour)


def _number(label: str, x: float, y: float, colour: str, *, ink: Ink) -> list[Node]:
    """A ring around a number; a longer label widens it to a pill."""
    extra = max(0, len(label) - 2) * 7.0
    text = ink.text(x + 19 + extra / 2, y + 4, label, face=faces.SMALL_STRONG, anchor="middle", fill=colour)
    if not extra:
        return [Circle(cx=x + 19, cy=y, r=8.25, stroke=colour, stroke_width=1.5), text]
    return [Rect(x=x + 10.75, y=y - 8.25, width=16.5 + extra, height=16.5, radius=8.25, stroke=colour, stroke_width=1.5), text]
