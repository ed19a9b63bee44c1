"""Markers of readings, and brackets where there are none."""

from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve

from journeykit.diagram import Gap, Point
from journeykit.scene import Circle, Group, Node, Path, PathBuilder, Rect

from . import ink as faces
from .ink import Ink
from .saying import said
from .space import PAD
from .symbols import diamond, triangle
from .tiers import Tier


def reach(point: Point) -> float:
    """From the centre of a marker to its outer edge, px."""
    if point.offset:
        return 3.0
    return 9.75 if point.extreme else 8.0 if point.basis == "intended" else 7.0


def draw_shape(shape: int, x: float, y: float, *, colour: str, fill: str, r: float = 5.5) -> Node:
    """The shape of a series, from 0: a disc, a square, a triangle up, a triangle down."""
    match shape % 4:
        case 0:
            return Circle(cx=x, cy=y, r=r, fill=fill, stroke=colour, stroke_width=2)
        case 1:
            return Rect(x=x - 0.9 * r, y=y - 0.9 * r, width=1.8 * r, height=1.8 * r, fill=fill, stroke=colour, stroke_width=2)
        case at:
            return evolve(triangle(x, y, 1.25 * r, up=at == 2, fill=fill, stroke=colour), stroke_width=2)


def draw_marker(point: Point, x: float, y: float, series: str, *, ink: Ink, shape: int | None = None) -> list[Node]:
    """The marker says the basis by its shape, and the value by its colour; with several series, the series by its colour.

    With a `shape` the series is said by that, and the basis by whether it is filled.
    """
    palette = ink.palette
    if shape is not None:
        r = 3.5 if point.offset else 7.0 if point.extreme else 5.0
        return [draw_shape(shape, x, y, colour=series, fill=series if point.basis == "measured" else palette.paper, r=r)]
    colour = series or ink.valence(point.value)
    if point.offset:
        hollow = point.basis == "assumed"
        stroke = palette.rule2 if hollow and not series else colour
        return [Circle(cx=x, cy=y, r=3, fill=palette.paper if hollow else colour, stroke=stroke if hollow else None, stroke_width=1.25)]
    match point.basis:
        case "measured":
            if point.extreme:
                return [Circle(cx=x, cy=y, r=9, fill=colour, stroke=palette.paper, stroke_width=1.5)]
            return [Circle(cx=x, cy=y, r=5.5, fill=colour, stroke=palette.paper, stroke_width=1.5)]
        case "derived":
            r, width = (7.5, 4.5) if point.extreme else (5.5, 3.0)
            return [Circle(cx=x, cy=y, r=r, fill=palette.paper, stroke=colour, stroke_width=width)]
        case "assumed":
            r, width = (6.5, 2.25) if point.extreme else (4.5, 1.5)
            return [Circle(cx=x, cy=y, r=r, fill=palette.paper, stroke=series or palette.rule2, stroke_width=width)]
        case "intended":
            return [diamond(x, y, 7, fill=palette.paper, stroke=series or palette.changed, stroke_width=2)]


def draw_gaps(gaps: Sequence[Gap], tier: Tier, bottom: float, ink: Ink) -> list[Node]:
    """Brackets at the foot of the lane; one that crosses a stage boundary is split there."""
    out: list[Node] = []
    y = bottom - 22
    for gap in gaps:
        for start, end in _parts(gap, tier):
            left, right = tier.left(start) + PAD, tier.end(end) - PAD
            words, middle = _gap_words(gap.text, start, end, tier=tier, ink=ink)
            path = PathBuilder().move(left, y - 5).line(left, y).line(right, y).line(right, y - 5).d
            nodes: list[Node] = [Path(d=path, stroke=ink.palette.rule2)]
            if words:
                nodes.append(ink.text(middle, bottom - 8, words, face=faces.SMALL, anchor="middle"))
            label = said(tier.name(start, end), None, gap.text)
            out.append(Group(children=tuple(nodes), role="listitem", label=label, tip=gap.text if words != gap.text else ""))
    return out


def _gap_words(text: str, start: int, end: int, *, tier: Tier, ink: Ink) -> tuple[str, float]:
    """What is said of a gap in the widest part beside the tint, and the middle of that part; what stands before a colon is said rather than cut."""
    places = [(tier.left(low) + PAD, tier.end(high) - PAD) for low, high in tier.undivided(start, end)]
    left, right = max(places, key=lambda one: one[1] - one[0])
    words, room = text, right - left
    if ink.width(text, faces.SMALL) > room:
        words = ink.shorten(text.partition(":")[0].rstrip() or text, room, faces.SMALL)
    return words, (left + right) / 2


def _parts(gap: Gap, tier: Tier) -> list[tuple[int, int]]:
    part = tier.clip(gap.start, gap.end)
    if part is None:
        return []
    cuts = [part[0], *(at for at in range(part[0] + 1, part[1] + 1) if at in tier.starts), part[1] + 1]
    return [(low, high - 1) for low, high in pairwise(cuts)]
