"""Points between two axes, with their list beside."""

import math

from journeykit.diagram import Scatter
from journeykit.layout import ink as faces
from journeykit.layout.blocks import Block
from journeykit.layout.ink import Ink, rule
from journeykit.layout.sources import Sources
from journeykit.layout.space import MARGIN
from journeykit.scene import Circle, Group, Node, Rect

from .keylist import BETWEEN, COLUMN, KeyEntry, draw_beside, key_below, key_width, set_beside
from .scatterplaces import Frame, Placed, corners, frame_of, has_room, placed_points

# A plot of steps grows where more share one than stand side by side.
_SIDES = (520.0, 600.0, 680.0)
_LEFT = 56.0
_BESIDE = 44.0
_ENTRY = 400.0
_LEAST_ENTRY = 200.0
_BELOW = 64.0
_LIST_BELOW = 40.0
_ABOVE = 26.0
_GROUND = 8.0  # px about the middle of a bubble, for its number
_MOST_COLUMNS = 3


def scatter_width(scatter: Scatter, ink: Ink) -> float:
    """px between the margins."""
    side = _side(scatter, math.inf, math.inf, ink)
    entries = _entries(scatter)
    if not entries:
        return _LEFT + side
    fewer = set_beside(entries, _ENTRY, side + _LIST_BELOW, ink, stacked=True).taken == len(entries)
    most = _MOST_COLUMNS * (COLUMN + BETWEEN) - BETWEEN
    return _LEFT + side + _BESIDE + (_ENTRY if fewer else max(_ENTRY, key_width(entries, side + _LIST_BELOW, most, ink)))


def scatter_blocks(scatter: Scatter, right: float, ink: Ink, sources: Sources, *, most: float | None = None) -> list[Block]:
    """The plot with as much of its list as stands beside it; the rest of the list below.

    Args:
        scatter: what to draw.
        right: where the page ends, px.
        ink: what to write with.
        sources: which model paths the page already shows.
        most: height that a sheet of paper has for it, px; None on an endless page.
    """
    title = ink.wrap(scatter.title, 720, faces.PANEL).lines if scatter.title else ()
    above = 18.0 * len(title) + _ABOVE
    room = right - MARGIN - _LEFT - (_BESIDE + _LEAST_ENTRY if scatter.entries else 0.0)
    side = _side(scatter, room, math.inf if most is None else most - above - _BELOW, ink)
    frame = frame_of(scatter, side)
    placed = placed_points(scatter, frame, ink)
    x = MARGIN + _LEFT + side + _BESIDE
    entries = _entries(scatter)
    beside = set_beside(entries, right - x, side + _LIST_BELOW, ink, stacked=True)

    def paint(top: float) -> list[Node]:
        nodes: list[Node] = [Group(children=tuple(ink.lines(MARGIN, top + 13, title, face=faces.PANEL)))] if title else []
        nodes += _plot(scatter, frame, placed, (MARGIN + _LEFT, top + above), ink=ink, sources=sources)
        return [*nodes, *draw_beside(beside, x, top + above, ink)]

    height = above + max(side + _BELOW, beside.height)
    block = Block(height=height, paint=paint, gap=20.0, joins=most is not None and height > most)
    return [block, *key_below(entries[beside.taken :], right, ink)]


def _entries(scatter: Scatter) -> list[KeyEntry]:
    return [KeyEntry(number, name, detail) for number, name, detail in scatter.entries]


def _side(scatter: Scatter, room: float, most: float, ink: Ink) -> float:
    """The side of the plot: the least in which all points have their places, on paper the largest there is room for."""
    sides = [min(one, room, max(most, _SIDES[0])) for one in _SIDES]
    return next((one for one in sides if not scatter.stepped or has_room(scatter, frame_of(scatter, one), ink)), sides[-1])


# -------------------------------------------------------------------------------------------------------------- plot
def _plot(scatter: Scatter, frame: Frame, placed: list[Placed], corner: tuple[float, float], *, ink: Ink, sources: Sources) -> list[Node]:
    palette, side, (x, y) = ink.palette, frame.side, corner
    across, down = x + frame.x(scatter.split[0]), y + frame.y(scatter.split[1])
    nodes: list[Node] = [
        Rect(x=x, y=y, width=side, height=side, fill=palette.paper, stroke=palette.rule2),
        rule(across, y, across, y + side, stroke=palette.rule2, dash=(4, 3)),
        rule(x, down, x + side, down, stroke=palette.rule2, dash=(4, 3)),
    ]
    for text, box in zip(scatter.quadrants, corners(scatter, frame, ink), strict=True):
        if text:
            nodes.append(ink.text(x + box.x, y + box.y + 12, text, face=faces.SMALL_STRONG, width=box.width, fill=palette.ink2))
    nodes += _axes(scatter, frame, x, y, ink=ink)
    items = [
        Group(
            children=tuple(_bubble(one, x, y, ink, stepped=scatter.stepped)),
            role="listitem",
            label=one.point.said,
            tip=one.point.said,
            source=sources.claim(one.point.source),
        )
        for one in placed
    ]
    if items:
        nodes.append(Group(children=tuple(items), role="list", label=f"{scatter.y}, {scatter.x}"))
    # What several share belongs to none of them.
    nodes += [
        line for one in placed if one.label not in {"", one.point.number} for line in _number(one, x, y, ink, stepped=scatter.stepped)
    ]
    return nodes


def _axes(scatter: Scatter, frame: Frame, x: float, y: float, *, ink: Ink) -> list[Node]:
    side = frame.side
    nodes: list[Node] = []
    last = -math.inf
    for tick in scatter.x_ticks:
        at = x + frame.x(tick.at)
        width = ink.width(tick.text, faces.SMALL)
        nodes.append(rule(at, y + side, at, y + side + 5, stroke=ink.palette.rule2))
        if at - width / 2 > last + 6:
            nodes.append(ink.text(at, y + side + 18, tick.text, face=faces.SMALL, anchor="middle"))
            last = at + width / 2
    below = math.inf
    for tick in scatter.y_ticks:
        at = y + frame.y(tick.at)
        nodes.append(rule(x - 5, at, x, at, stroke=ink.palette.rule2))
        if at < below - 16:
            nodes.append(ink.fitted(x - 10, at + 4, tick.text, 40, face=faces.SMALL, anchor="end"))
            below = at
    nodes.append(ink.fitted(x, y + side + 42, f"→ {scatter.x}", side, face=faces.STRONG))
    # No turned text: the words of the upright axis stand at its head.
    nodes.append(ink.fitted(x, y - 10, f"↑ {scatter.y}", side, face=faces.STRONG))
    return nodes


def _bubble(one: Placed, x: float, y: float, ink: Ink, *, stepped: bool) -> list[Node]:
    palette, point = ink.palette, one.point
    ring = Circle(
        cx=x + one.x, cy=y + one.y, r=one.radius, fill=palette.paper if stepped else None, stroke=palette.ink,
        stroke_width=1.5 if stepped else 2.0 if point.size is not None else 1.25, dash=(4, 3) if point.faint else (),
    )  # fmt: skip
    if not one.label or one.label != point.number:
        return [ring]
    return [ring, *_ground(one, x, y, palette.paper), *_number(one, x, y, ink, stepped=stepped)]


def _ground(one: Placed, x: float, y: float, paper: str) -> list[Node]:
    """Paper behind a number inside its bubble: a line between quadrants that runs through the bubble does not cross it out."""
    inside = one.radius > _GROUND and math.dist(one.number, (one.x, one.y)) < _GROUND
    return [Circle(cx=x + one.x, cy=y + one.y, r=_GROUND, fill=paper)] if inside else []


def _number(one: Placed, x: float, y: float, ink: Ink, *, stepped: bool) -> list[Node]:
    across, down = x + one.number[0], y + one.number[1]
    if one.lines:
        return ink.lines(across, down, one.lines, face=faces.STRONG, anchor="middle")
    return [ink.text(across, down, one.label, face=faces.SMALL_STRONG if stepped else faces.STRONG, anchor="middle")]
