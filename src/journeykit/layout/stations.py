"""The head of a tier: stage bands, the spine with its stations, their titles, and the frame of the critical one."""

from collections.abc import Sequence
from typing import NamedTuple

from journeykit.diagram import Band, Column, Diagram, Stop
from journeykit.scene import Circle, Group, Node, Path, PathBuilder, Rect
from journeykit.text import Line, in_series

from . import ink as faces
from .ink import Ink, rule
from .saying import NOTHING
from .sources import Sources
from .space import (
    BAND_BAR,
    BAND_HEIGHT,
    GRID_LEFT,
    LABEL_WIDTH,
    MARGIN,
    PAD,
    SPINE_BELOW_BAND,
    TAG_ABOVE_BAND,
    TAG_HEIGHT,
    TITLE_BELOW_SPINE,
    TITLE_LINES,
    UNDER_TITLES,
)  # fmt: skip
from .symbols import diamond, star
from .tiers import Tier
from .waymarks import draw_line, draw_loop

_SPINE_ALONE = 24.0
_BEFORE_STAGE = 14.0
_STAGE_LINES = 2
_NOTE_LINES = 2


class _Stage(NamedTuple):
    """A stage within a tier: edges of its bar, and its title with its place; px."""

    band: Band
    words: str
    left: float
    right: float
    x: float
    lines: tuple[Line, ...]
    cut: bool


class Head(NamedTuple):
    """What stands over the rows of a tier; px are counted from the top of the stage bands.

    Attributes:
        stages: those that reach into the tier. band: height of their row, px; more where a title takes two lines.
        titles: lines of the title of each column. cut: the columns whose title or note is not whole. notes: lines under each title.
        spine: px from the top to the line; less where there are no stages.
        height: px from the top of the stage bands to the first row.
    """

    stages: tuple[_Stage, ...]
    band: float
    titles: tuple[tuple[Line, ...], ...]
    cut: frozenset[int]
    spine: float
    height: float
    notes: tuple[tuple[Line, ...], ...] = ()


def head_of(diagram: Diagram, bands: Sequence[Band], tier: Tier, ink: Ink) -> Head:
    """The head with its titles wrapped."""
    titles: list[tuple[Line, ...]] = []
    notes: list[tuple[Line, ...]] = []
    cut: set[int] = set()
    for at in tier.columns:
        column = diagram.columns[at]
        room = tier.end(at) - tier.left(at) - 2 * PAD
        found = ink.balance(column.title, room, faces.STATION_TITLE, max_lines=TITLE_LINES)
        titles.append(found.lines)
        note = ink.balance(column.note, room, faces.SMALL, max_lines=_NOTE_LINES) if column.note else None
        notes.append(note.lines if note else ())
        if found.cut or (note and note.cut):
            cut.add(at)
    stages = tuple(_stage(diagram, band, part, tier, ink=ink) for band in bands if (part := tier.clip(band.start, band.end)))
    band = BAND_HEIGHT + faces.PANEL.line * (max((len(one.lines) for one in stages), default=1) - 1)
    under = [(len(title) - 1) * faces.STATION_TITLE.line + len(note) * faces.SMALL.line for title, note in zip(titles, notes, strict=True)]
    spine = band + SPINE_BELOW_BAND if diagram.bands else _SPINE_ALONE
    height = spine + TITLE_BELOW_SPINE + max(under, default=0) + UNDER_TITLES
    return Head(stages=stages, band=band, titles=tuple(titles), cut=frozenset(cut), spine=spine, height=height, notes=tuple(notes))


def draw_head(diagram: Diagram, tier: Tier, head: Head, top: float, *, ink: Ink, sources: Sources) -> list[Node]:
    """Stages and touchpoints, the first at `top`."""
    stages = [_draw_stage(one, head.band, top, ink=ink, sources=sources) for one in head.stages]
    middle = top + head.band / 2 + 5
    corner = [ink.fitted(MARGIN, middle, diagram.corner, LABEL_WIDTH, face=faces.STRONG)]
    if tier.count > 1:
        words = diagram.part.replace("{}", str(tier.index + 1), 1).replace("{}", str(tier.count), 1)
        corner.append(ink.fitted(MARGIN, middle + faces.SMALL.line, words, LABEL_WIDTH, face=faces.SMALL))
    spine_label = ink.fitted(MARGIN, top + head.spine + 4, diagram.spine, LABEL_WIDTH, face=faces.STRONG)
    decor = [
        *_hairlines(tier, top + head.spine + 24, top + head.height, ink),
        *draw_spine(
            tier,
            top + head.spine,
            ink,
            foreign=[at for at in tier.columns if not diagram.columns[at].ours],
            optional=[at for at in tier.columns if diagram.columns[at].optional],
        ),
    ]
    stations: list[Node] = [
        _station(diagram, tier, head, at, top=top, ink=ink, sources=sources) for at in tier.columns
    ]  # fmt: skip
    nodes: list[Node] = [Group(children=tuple(corner))] if stages else []
    if stages:
        nodes.append(Group(children=tuple(stages), role="list", label=diagram.corner))
    nodes.append(Group(children=(spine_label, *decor)))
    nodes.append(Group(children=tuple(stations), role="list", label=diagram.spine))
    return nodes


def draw_tint(tint: tuple[float, float], top: float, bottom: float, *, ink: Ink) -> Rect:
    """The ground of the critical column."""
    return Rect(x=tint[0], y=top, width=tint[1] - tint[0], height=bottom - top, fill=ink.palette.focus)


def _hairlines(tier: Tier, top: float, bottom: float, ink: Ink) -> list[Node]:
    return [
        rule(tier.left(at), top, tier.left(at), bottom, stroke=ink.palette.rule)
        for at in tier.columns
        if at in tier.starts and at > tier.first
    ]


hairlines = _hairlines


def draw_states(diagram: Diagram, tier: Tier, top: float, bottom: float, *, ink: Ink) -> list[Node]:
    """The ground of columns that differ on the other side."""
    return [tinted(tier, at, top + 8, bottom, ink=ink) for at in tier.columns if diagram.columns[at].state]


def tinted(tier: Tier, at: int, top: float, bottom: float, *, ink: Ink) -> Rect:
    """The ground of a column."""
    return Rect(x=tier.left(at) + 6, y=top, width=tier.end(at) - tier.left(at) - 12, height=bottom - top, fill=ink.palette.wash)


def _stage(diagram: Diagram, band: Band, part: tuple[int, int], tier: Tier, *, ink: Ink) -> _Stage:
    """A stage with its title beside the frame of the critical column or inside, never across its edge."""
    left, right = tier.inner(*part)
    words = band.title if part[0] == band.start or not diagram.continued else diagram.continued.replace("{}", band.title, 1)
    choices = []
    for start, end in tier.undivided(*part):
        x = max(left, tier.left(start)) + _BEFORE_STAGE
        room = min(right, tier.end(end)) - x - PAD
        choices.append((x, ink.wrap(words, room, faces.PANEL, max_lines=_STAGE_LINES)))
    x, found = min(choices, key=lambda one: (one[1].cut, len(one[1].lines)))
    return _Stage(band=band, words=words, left=left, right=right, x=x, lines=found.lines, cut=found.cut)


def _draw_stage(one: _Stage, height: float, top: float, *, ink: Ink, sources: Sources) -> Group:
    first = top + height / 2 + 5 - faces.PANEL.line / 2 * (len(one.lines) - 1)
    nodes = (
        Rect(x=one.left, y=top, width=one.right - one.left, height=height, fill=ink.palette.wash),
        Rect(x=one.left, y=top, width=BAND_BAR, height=height, fill=ink.palette.ink),
        *ink.lines(one.x, first, one.lines, face=faces.PANEL),
    )
    tip = one.band.tip or (one.words if one.cut else "")
    return Group(children=nodes, role="listitem", label=one.words.strip() or NOTHING, tip=tip, source=sources.claim(one.band.source))


def draw_spine(tier: Tier, y: float, ink: Ink, *, foreign: Sequence[int], optional: Sequence[int] = ()) -> list[Node]:
    """The line through the stations: hollow at foreign columns, broken at optional ones, with arrow heads where it comes from or goes to another tier."""
    palette = ink.palette
    start, end = tier.centre(tier.first), tier.centre(tier.last)
    nodes: list[Node] = []
    if tier.index > 0:
        start = GRID_LEFT + 4
        nodes.append(Path(d=PathBuilder().move(start - 4, y - 8).line(start + 8, y).line(start - 4, y + 8).close().d, fill=palette.ink))
    if tier.index < tier.count - 1:
        end = tier.edges[-1] - 8
        nodes.append(Path(d=PathBuilder().move(end - 4, y - 8).line(end + 8, y).line(end - 4, y + 8).close().d, fill=palette.ink))
    nodes += draw_line(start, end, y, optional=[(tier.left(at), tier.end(at)) for at in optional], ink=ink)
    for at in foreign:
        left, right = max(start, tier.left(at)), min(end, tier.end(at))
        if right - left > 8:
            nodes.append(rule(left + (4 if left > start else 0), y, right - 4, y, stroke=palette.paper, width=2))
    return nodes


def _station(diagram: Diagram, tier: Tier, head: Head, at: int, *, top: float, ink: Ink, sources: Sources) -> Group:
    column = diagram.columns[at]
    x, y = tier.centre(at), top + head.spine
    absent = column.state in {"added", "arrived"}
    nodes = [] if absent else draw_disc(column, x, y, ink)
    fill = {"added": ink.palette.added, "arrived": ink.palette.changed, "removed": ink.palette.ink2}.get(column.state)
    nodes += ink.lines(x, y + TITLE_BELOW_SPINE, head.titles[at - tier.first], face=faces.STATION_TITLE, anchor="middle", fill=fill)
    note = head.notes[at - tier.first]
    nodes += ink.lines(
        x, y + TITLE_BELOW_SPINE + faces.STATION_TITLE.line * len(head.titles[at - tier.first]) - 2, note, face=faces.SMALL, anchor="middle"
    )
    if column.repeats and not absent:
        nodes += draw_loop(x, y, 18 if column.emphasis != "none" else 12, ink)
    label = (column.tip if absent else "") or f"{column.number} {column.title}".strip() or NOTHING
    tag = diagram.critical_tag if column.emphasis == "critical" else ""
    if column.emphasis == "critical":
        nodes += _frame(tag, tier, at, top, head=head, ink=ink)
    if flags := column.flags or in_series(one for one in (column.note, tag) if one):
        label = f"{label} ({flags})"
    tip = column.tip or (column.full if at in head.cut else "")
    return Group(children=tuple(nodes), role="listitem", label=label, tip=tip, href=column.href, source=sources.claim(column.source))


def draw_disc(column: Column | Stop, x: float, y: float, ink: Ink) -> list[Node]:
    """The station; a number of more than three digits widens it."""
    palette = ink.palette
    width = ink.width(column.number, faces.STRONG)
    grow = max(0.0, (width - 22) / 2)
    fill = palette.ink
    nodes: list[Node]
    if column.emphasis in {"critical", "key"}:
        fill = palette.paper
        nodes = [
            _round(x, y, 18, grow, fill=palette.paper, stroke=palette.ink, stroke_width=3),
            _round(x, y, 13, grow, fill=palette.ink),
        ]
    elif column.emphasis == "matters":
        fill = palette.paper
        nodes = [diamond(x, y, 17 + grow, fill=palette.ink, stroke=palette.paper, stroke_width=3)]
    elif column.kind == "alone":
        fill = palette.ink2
        nodes = [_round(x, y, 12, grow, fill=palette.paper, stroke=palette.rule2, stroke_width=1.5, dash=(3, 2.5))]
    else:
        nodes = [_round(x, y, 12, grow, fill=palette.paper, stroke=palette.ink, stroke_width=2.5)]
    if column.number:
        nodes.append(ink.text(x, y + 4.2, column.number, face=faces.STRONG, fill=fill, anchor="middle", width=width))
    return nodes


def draw_emphasis(emphasis: str, x: float, y: float, ink: Ink) -> list[Node]:
    """What a station of a moment that matters, or of the critical one, has around a sign that stands in the place of its number."""
    palette = ink.palette
    if emphasis in {"critical", "key"}:
        return [Circle(cx=x, cy=y, r=18, fill=palette.paper, stroke=palette.ink, stroke_width=3)]
    return [diamond(x, y, 17, fill=palette.ink, stroke=palette.paper, stroke_width=3)] if emphasis == "matters" else []


def _round(
    x: float,
    y: float,
    r: float,
    grow: float,
    *,
    fill: str,
    stroke: str | None = None,
    stroke_width: float = 1.0,
    dash: tuple[float, ...] = (),
) -> Node:
    if grow <= 0:
        return Circle(cx=x, cy=y, r=r, fill=fill, stroke=stroke, stroke_width=stroke_width, dash=dash)
    return Rect(
        x=x - r - grow,
        y=y - r,
        width=2 * (r + grow),
        height=2 * r,
        radius=r,
        fill=fill,
        stroke=stroke,
        stroke_width=stroke_width,
        dash=dash,
    )


def _frame(tag: str, tier: Tier, at: int, top: float, *, head: Head, ink: Ink) -> list[Node]:
    """The frame from the tag to the end of the titles, and the tag with star and words."""
    palette = ink.palette
    x, width, y = tier.left(at) + 2, tier.end(at) - tier.left(at) - 4, top - TAG_ABOVE_BAND
    return [
        Rect(x=x + 1.5, y=y + 19.5, width=width - 3, height=head.height + TAG_ABOVE_BAND - 26, stroke=palette.ink, stroke_width=3),
        Rect(x=x, y=y, width=width, height=TAG_HEIGHT, fill=palette.ink),
        star(x + 15, y + 12.5, 7, palette.paper),
        ink.fitted(x + 28, y + 16.5, tag, width - 34, face=faces.STRONG, fill=palette.paper),
    ]
