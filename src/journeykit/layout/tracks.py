"""Rows of stations under the first: the other side of a comparison, or a run of a plan."""

from collections.abc import Sequence
from typing import NamedTuple

from journeykit.diagram import Stop, TrackLane
from journeykit.scene import Circle, Group, Node, Path, PathBuilder
from journeykit.text import Line

from . import ink as faces
from .ink import Ink, rule
from .rows import Row, lane_group, row_height, row_label
from .saying import said
from .sources import Sources
from .space import PAD
from .stations import draw_disc, draw_emphasis, draw_spine, tinted
from .tiers import Tier

_SPINE = 34.0
_WORD = 31.0
_HANG = 34.0
_BOTTOM = 12.0
_RADIUS = 12.0
# A sign within the diamond of a moment that matters.
_WITHIN = 8.0
_ELSEWHERE = ("moved", "split", "merged")
_TURN = "M -5.5 2.5 C -5.5 -5.5 4 -5.5 4.5 1"
_HEAD = "M 1.2 -1.2 L 4.7 2.6 L 7.2 -2"


class _Placed(NamedTuple):
    stop: Stop
    words: tuple[Line, ...]


def track_row(lane: TrackLane, stops: Sequence[Stop], tier: Tier, *, ink: Ink, sources: Sources) -> Row:
    """The line of a lane in a tier, with its stations and what became of each."""
    label = row_label(lane, ink)
    placed = [_Placed(one, _words(one, tier, ink)) for one in stops]
    lines = max((len(one.words) for one in placed), default=0)
    hang = _HANG if any(one.stop.below for one in placed) else 0.0
    height = row_height(_SPINE + hang + (_WORD + 14 * (lines - 1) if lines else _RADIUS + 6) + _BOTTOM, label)

    def paint(top: float) -> list[Node]:
        y = top + _SPINE
        ground: list[Node] = [
            tinted(tier, one.stop.column, top, top + height - 4, ink=ink) for one in placed if one.stop.word and one.stop.tone != "ink"
        ]
        ties = [
            rule(tier.centre(at), top - 8, tier.centre(at), y - 22, stroke=ink.palette.rule2, dash=(1.0, 3.0))
            for at in lane.tied
            if at in tier.columns
        ]
        spine = draw_spine(tier, y, ink, foreign=[one.stop.column for one in placed if not one.stop.ours])
        items: list[Node] = [_draw(one, tier, y, ink=ink, sources=sources) for one in placed]
        return lane_group(lane, label.draw(top + 4, ink), [*ground, *ties, *spine], items)

    return Row(height=height, paint=paint, opens=lane.opens, hairlines=False, joined=not lane.opens)


def _words(stop: Stop, tier: Tier, ink: Ink) -> tuple[Line, ...]:
    room = tier.end(stop.column) - tier.left(stop.column) - 2 * PAD
    return ink.balance(stop.word, room, faces.SMALL_STRONG).lines if stop.word else ()


def _draw(one: _Placed, tier: Tier, y: float, *, ink: Ink, sources: Sources) -> Group:
    stop, x = one.stop, tier.centre(one.stop.column)
    nodes: list[Node] = []
    if stop.below:
        nodes.append(rule(x, y, x, y + _HANG - _RADIUS, stroke=ink.palette.ink, width=1.5))
        y += _HANG
    if stop.kind in {"contact", "alone"}:
        nodes += draw_disc(stop, x, y, ink)
    else:
        nodes += [
            *draw_emphasis(stop.emphasis, x, y, ink),
            *draw_sign(stop.kind, x, y, ink, r=_WITHIN if stop.emphasis == "matters" else _RADIUS),
        ]
    nodes += ink.lines(x, y + _WORD, one.words, face=faces.SMALL_STRONG, anchor="middle", fill=ink.tone(stop.tone))
    number = stop.number if stop.kind in {"contact", "alone"} else ""
    label = said(f"{number} {stop.label}", None, stop.word)
    return Group(children=tuple(nodes), role="listitem", label=label, source=sources.claim(stop.source))


def draw_sign(kind: str, x: float, y: float, ink: Ink, *, r: float = _RADIUS) -> list[Node]:
    """A station that says by its sign and its outline what became of it."""
    palette = ink.palette
    colours = {"new": palette.added, "gone": palette.removed, "failed": palette.bad} | dict.fromkeys(_ELSEWHERE, palette.changed)
    colour = colours.get(kind, palette.ink2)
    if kind == "skipped":
        return [Circle(cx=x, cy=y, r=r / 2, fill=palette.paper, stroke=palette.ink2, stroke_width=1.5)]
    dash = (4.0, 3.0) if kind in {"gone", "missing"} else (2.0, 2.0) if kind == "open" else ()
    width = 2.5 if kind in {"new", "failed", *_ELSEWHERE} else 1.75
    nodes: list[Node] = [Circle(cx=x, cy=y, r=r, fill=palette.paper, stroke=colour, stroke_width=width, dash=dash)]
    size = r / _RADIUS
    match kind:
        case "new" | "gone" | "failed" | "split" | "merged":
            nodes.append(Path(d=_sign(kind, x, y, 5.0 * size), stroke=colour, stroke_width=2.25))
        case "moved":
            nodes += [
                Path(d=_TURN, x=x - 0.5, y=y + 0.5, stroke=colour, stroke_width=2),
                Path(d=_HEAD, x=x - 0.5, y=y + 1.5, stroke=colour, stroke_width=2),
            ]
        case "open":
            nodes.append(ink.text(x, y + 4.2, "?", face=faces.STRONG, fill=colour, anchor="middle"))
        case _:
            pass
    return nodes


def _sign(kind: str, x: float, y: float, r: float) -> str:
    path = PathBuilder()
    if kind == "failed":
        r *= 0.8
        return path.move(x - r, y - r).line(x + r, y + r).move(x - r, y + r).line(x + r, y - r).d
    if kind in {"split", "merged"}:
        fork = r if kind == "split" else -r
        path.move(x - 1.1 * fork, y).line(x - 0.2 * fork, y).line(x + fork, y - 0.8 * r)
        return path.move(x - 0.2 * fork, y).line(x + fork, y + 0.8 * r).d
    path.move(x - r, y).line(x + r, y)
    return path.move(x, y - r).line(x, y + r).d if kind == "new" else path.d
