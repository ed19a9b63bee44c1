"""Rows with bars over periods; the mark at the end of a bar is the date by which it is to be done."""

from itertools import groupby
from typing import NamedTuple

from journeykit.diagram import Timeline, TimelineBar, TimelineRow
from journeykit.layout import ink as faces
from journeykit.layout.blocks import Block, beside, under
from journeykit.layout.ink import Ink, rule
from journeykit.layout.saying import said
from journeykit.layout.sources import Sources
from journeykit.layout.space import MARGIN, PAD
from journeykit.layout.symbols import diamond
from journeykit.scene import Group, Node, Rect

_HEADS = (140.0, 300.0)
_PERIOD = (56.0, 132.0)
_GROUP = 24.0
_ROW = 36.0
_BAR = 14.0
_MARK = 7.0
_THIN = 3.0
_BEFORE_BARS = _MARK + 1.0  # a mark at the first period reaches so far to the left


class _Axis(NamedTuple):
    """Where the periods begin and how wide each is, px."""

    left: float
    pitch: float

    def at(self, period: float) -> float:
        """The left edge of a period."""
        return self.left + period * self.pitch


def timeline_width(timeline: Timeline, ink: Ink) -> float:
    """px between the margins; the words behind the last bar have room."""
    return _head_width(timeline, ink) + _PERIOD[1] * len(timeline.heads) + _behind(timeline, ink)


def timeline_blocks(timeline: Timeline, right: float, ink: Ink, sources: Sources) -> list[Block]:
    """A block a row, the first under the heads of the periods."""
    left = MARGIN + min(_head_width(timeline, ink), (right - MARGIN) / 3)
    room = right - left - _behind(timeline, ink)
    axis = _Axis(left=left, pitch=min(_PERIOD[1], room / max(1, len(timeline.heads))))
    rows = [_row(timeline, one, axis, ink=ink, sources=sources) for one in timeline.rows]
    head = _head(timeline, axis, ink, titled=True)
    if not rows:
        return [head._replace(gap=24.0)]
    again = _head(timeline, axis, ink, titled=False)
    return [under(head, rows[0], gap=24.0), *(one._replace(head=again) for one in rows[1:])]


def _head_width(timeline: Timeline, ink: Ink) -> float:
    widest = max((ink.width(one.head.title, faces.STRONG) for one in timeline.rows), default=0.0)
    return min(_HEADS[1], max(_HEADS[0], widest + 2 * PAD))


def _behind(timeline: Timeline, ink: Ink) -> float:
    """px for the words behind the bars that end in the last two periods."""
    late = len(timeline.heads) - 2
    bars = (bar for row in timeline.rows for bar in row.bars if bar.text)
    return max((ink.width(bar.text, faces.SMALL) + 30 for bar in bars if max(bar.end, bar.due or 0.0) > late), default=0.0)


def _head(timeline: Timeline, axis: _Axis, ink: Ink, *, titled: bool) -> Block:
    title = ink.wrap(timeline.title, 720, faces.PANEL).lines if titled and timeline.title else ()
    grouped = any(one.group for one in timeline.heads)
    note = ink.wrap(timeline.note, 720, faces.SMALL).lines if titled and timeline.note else ()
    over = 18.0 * len(title) + 14.0 * len(note) + (10.0 if title or note else 0.0)
    height = over + (_GROUP + 6 if grouped else 0.0) + 26.0
    end = axis.at(len(timeline.heads))

    def paint(top: float) -> list[Node]:
        nodes: list[Node] = []
        if title or note:
            words = [
                *ink.lines(MARGIN, top + 13, title, face=faces.PANEL),
                *ink.lines(MARGIN, top + 12 + 18 * len(title), note, face=faces.SMALL),
            ]
            nodes.append(Group(children=tuple(words), role="group", label=said("", None, timeline.title, timeline.note)))
        if grouped:
            nodes += _groups(timeline, axis, top + over, ink)
        bottom = top + height
        if timeline.corner:
            nodes.append(ink.fitted(MARGIN, bottom - 10, timeline.corner, axis.left - MARGIN - PAD, face=faces.STRONG))
        for at, one in enumerate(timeline.heads):
            nodes.append(ink.fitted(axis.at(at) + 6, bottom - 10, one.title, axis.pitch - 8, face=faces.SMALL_STRONG))
        nodes.append(rule(MARGIN, bottom, end, bottom, stroke=ink.palette.ink))
        return nodes

    return Block(height=height, paint=paint, labels=beside(axis.left - _BEFORE_BARS, over, height))


def _groups(timeline: Timeline, axis: _Axis, top: float, ink: Ink) -> list[Node]:
    nodes: list[Node] = []
    for name, held in groupby(enumerate(timeline.heads), key=lambda one: one[1].group):
        places = [at for at, _ in held]
        x, width = axis.at(places[0]), axis.pitch * len(places) - 6
        nodes += [
            Rect(x=x, y=top, width=width, height=_GROUP, fill=ink.palette.wash),
            Rect(x=x, y=top, width=4, height=_GROUP, fill=ink.palette.ink),
            ink.fitted(x + PAD, top + 16, name, width - 1.5 * PAD, face=faces.STRONG),
        ]
    return nodes


def _row(timeline: Timeline, row: TimelineRow, axis: _Axis, *, ink: Ink, sources: Sources) -> Block:
    lines = ink.wrap(row.head.title, axis.left - MARGIN - PAD, faces.STRONG).lines
    height = max(_ROW, 16.0 * len(lines) + 16.0)
    end = axis.at(len(timeline.heads))

    def paint(top: float) -> list[Node]:
        nodes: list[Node] = [
            rule(axis.at(at), top, axis.at(at), top + height, stroke=ink.palette.rule) for at in range(1, len(timeline.heads))
        ]
        nodes.append(Group(children=tuple(ink.lines(MARGIN, top + 21, lines, face=faces.STRONG)), source=sources.claim(row.head.source)))
        items = [
            Group(
                children=tuple(_bar(bar, axis, top + 10, ink)),
                role="listitem",
                label=_said(timeline, bar),
                source=sources.claim(bar.source),
            )
            for bar in row.bars
        ]
        if items:
            nodes.append(Group(children=tuple(items), role="list", label=row.head.title))
        nodes.append(rule(MARGIN, top + height, end, top + height, stroke=ink.palette.rule))
        return nodes

    return Block(height=height, paint=paint, labels=beside(axis.left - _BEFORE_BARS, 0.0, height))


def _said(timeline: Timeline, bar: TimelineBar) -> str:
    last = len(timeline.heads) - 1
    heads = [timeline.heads[at] for at in dict.fromkeys(min(last, max(0, int(one))) for one in (bar.start, bar.end - 1e-6))]
    return said(" – ".join(f"{one.title} {one.group}".strip() for one in heads), None, bar.text)


def _bar(bar: TimelineBar, axis: _Axis, top: float, ink: Ink) -> list[Node]:
    palette = ink.palette
    x = axis.at(bar.start)
    end = max(x + _THIN, axis.at(bar.end))
    fill, stroke, dash = {
        "solid": (palette.bar, palette.rule2, ()), "outline": (palette.paper, palette.ink, ()), "dashed": (palette.paper, palette.rule2, (4.0, 3.0)),
    }[bar.style]  # fmt: skip
    nodes: list[Node] = [Rect(x=x, y=top, width=end - x, height=_BAR, fill=fill, stroke=stroke, stroke_width=1.25, dash=dash)]
    last = end
    if bar.due is not None:
        nodes.append(diamond(axis.at(bar.due), top + _BAR / 2, _MARK, fill=palette.ink, stroke=None, stroke_width=1))
        last = max(end, axis.at(bar.due))
    if bar.text:
        nodes.append(ink.text(last + _MARK + 6, top + 11, bar.text, face=faces.SMALL))
    return nodes
