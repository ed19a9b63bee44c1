"""A card: who or what it is at the side, headed blocks of statements beside."""

from collections.abc import Callable
from typing import NamedTuple

from journeykit.diagram import Profile, ProfileSection
from journeykit.layout import ink as faces
from journeykit.layout.blocks import Block
from journeykit.layout.ink import Face, Ink, rule
from journeykit.layout.saying import said
from journeykit.layout.sources import Sources
from journeykit.layout.space import MARGIN, PAD, SHEET_MIN
from journeykit.layout.statement import BETWEEN, Statement, draw_statement, label_of, statements
from journeykit.scene import Group, Node, Rect
from journeykit.text import Line

from .profileside import SIDE, side_of

_LEFT = SIDE + 32.0
_GAP = 28.0
_HALF_LEAST = 214.0
_HALF_MOST = 3
# Fills a sheet of A5.
_LEAST = 495.0
_UNDER = 20.0
_BETWEEN_CARDS = 88.0
_QUOTE = Face(size=20, line=26, italic=True)
_QUOTE_LINES = 6

_Paint = Callable[[float], list[Node]]


class _Section(NamedTuple):
    """A section with its place in a row."""

    section: ProfileSection
    title: tuple[Line, ...]
    items: tuple[Statement, ...]
    more: tuple[Line, ...]
    x: float
    width: float
    height: float


def profile_width(profile: Profile, ink: Ink) -> float:
    """px between the margins: a card is as wide as A5."""
    del profile, ink
    return SHEET_MIN - 2 * MARGIN


def profile_blocks(profile: Profile, right: float, ink: Ink, sources: Sources) -> list[Block]:
    """The card in one block, or what is too much for a sheet of A5 in a block for each row of sections."""
    side = side_of(profile, ink, sources)
    quote, above = _quote(profile, right, ink)
    rows = _rows(profile.sections, right, ink)
    least = max(_LEAST, side.height)
    held, y = [], above
    while rows and (y < side.height - MARGIN or y + _height(rows[0]) <= least):
        held.append((y, rows.pop(0)))
        y += _height(held[-1][1])
    # What is left of a sheet of A5 belongs to the last block, so that nothing gapes between two.
    rest = sum(map(_height, rows))
    height = max(side.height, y) if rows else max(least, y)

    def paint(top: float) -> list[Node]:
        nodes: list[Node] = [_ground(top, height, ink), Group(children=tuple(quote(top))), *side.paint(top)]
        for at, row in held:
            nodes += _draw_row(row, top + at, ink, sources)
        return [Group(children=tuple(nodes), role="group", label=_label(profile), source=sources.claim(profile.source))]

    return [
        Block(height=height, paint=paint, gap=_BETWEEN_CARDS, opens=True, below=2 * MARGIN),
        *_continued(rows, least - height - rest, ink, sources),
    ]


def ground(height: float, ink: Ink) -> Rect:
    """The ground of the side on a sheet of paper, from edge to edge."""
    return Rect(x=0, y=0, width=SIDE, height=height, fill=ink.palette.wash)


def _continued(rows: list[tuple[_Section, ...]], rest: float, ink: Ink, sources: Sources) -> list[Block]:
    """A block for each row; the last takes `rest`, px, if there is any."""

    def block(row: tuple[_Section, ...], height: float) -> Block:
        return Block(height=height, paint=lambda top: [_ground(top, height, ink), *_draw_row(row, top, ink, sources)], below=2 * MARGIN)

    return [block(row, _height(row) + (max(0.0, rest) if row is rows[-1] else 0.0)) for row in rows]


def _ground(top: float, height: float, ink: Ink) -> Rect:
    """The ground of the side; what stands there never reaches into the margin that a block shares with its neighbours."""
    return Rect(x=0, y=top - MARGIN, width=SIDE, height=height + 2 * MARGIN, fill=ink.palette.wash)


def _label(profile: Profile) -> str:
    return said("", None, profile.name, profile.detail, *(one.text for one in profile.badges), profile.sign_tip)


def _quote(profile: Profile, right: float, ink: Ink) -> tuple[_Paint, float]:
    """The quotation, and how far below the top the sections begin."""
    if not profile.quote:
        return (lambda _: []), 12.0
    text = profile.quote
    mark = ink.hangs(text)
    found = ink.wrap(text[len(mark) :], right - _LEFT, _QUOTE, max_lines=_QUOTE_LINES)
    said_by = ink.wrap(profile.quote_note, right - _LEFT, faces.SMALL, max_lines=2) if profile.quote_note else None
    note = said_by.lines if said_by else ()
    rtl = ink.runs_back(text)

    def paint(top: float) -> list[Node]:
        y = top + 28
        nodes: list[Node] = [] if not mark else [ink.text(_LEFT - 2, y, mark, face=_QUOTE, anchor="end", rtl=rtl)]
        nodes += ink.lines(_LEFT, y, found.lines, face=_QUOTE)
        nodes += ink.lines(_LEFT, y + 26 * (len(found.lines) - 1) + 24, note, face=faces.SMALL)
        label = said("", None, text, profile.quote_note)
        return [
            Group(children=tuple(nodes), role="group", label=label, tip=label if found.cut or (said_by is not None and said_by.cut) else "")
        ]

    return paint, 28 + 26 * (len(found.lines) - 1) + (10 + 14 * len(note) if note else 0) + 34


def _rows(sections: tuple[ProfileSection, ...], right: float, ink: Ink) -> list[tuple[_Section, ...]]:
    """Sections in rows: as many halves as have room, a wide one alone."""
    room = right - _LEFT
    count = max(1, min(_HALF_MOST, int((room + _GAP) // (_HALF_LEAST + _GAP))))
    width = (room + _GAP) / count - _GAP
    rows: list[list[_Section]] = []
    for one in sections:
        if one.wide:
            rows.append([_placed(one, _LEFT, room, ink)])
            continue
        if not rows or rows[-1][0].section.wide or len(rows[-1]) == count:
            rows.append([])
        rows[-1].append(_placed(one, _LEFT + len(rows[-1]) * (width + _GAP), width, ink))
    return [tuple(row) for row in rows]


def _placed(one: ProfileSection, x: float, width: float, ink: Ink) -> _Section:
    title = ink.wrap(one.title, width, faces.STRONG).lines
    # Statements bring a padding at both sides, which a section does not have.
    items = statements(one.items, width + 2 * PAD, ink, None)
    more = ink.wrap(one.more, width, faces.MUTED).lines if one.more else ()
    height = 16.0 + 16 * len(title) + sum(block.height + BETWEEN for block in items) - (BETWEEN if items else 0) + 16 * len(more)
    return _Section(section=one, title=title, items=items, more=more, x=x, width=width, height=height)


def _height(row: tuple[_Section, ...]) -> float:
    return max(one.height for one in row) + _UNDER


def _draw_row(row: tuple[_Section, ...], top: float, ink: Ink, sources: Sources) -> list[Node]:
    return [_draw(one, top, ink, sources) for one in row]


def _draw(one: _Section, top: float, ink: Ink, sources: Sources) -> Group:
    nodes: list[Node] = [rule(one.x, top, one.x + one.width, top, stroke=ink.palette.ink)]
    nodes += ink.lines(one.x, top + 18, one.title, face=faces.STRONG)
    y = top + 16 + 16 * len(one.title)
    items: list[Node] = []
    for block in one.items:
        item = block.item
        items.append(
            Group(children=tuple(draw_statement(block, one.x - PAD, y, ink=ink, scale=one.width - 90)), role="listitem", label=label_of("", item),
                  tip=item.tip, href=item.href, source=sources.claim(item.source))
        )  # fmt: skip
        y += block.height + BETWEEN
    if one.more:
        lines = ink.lines(one.x, y + 8, one.more, face=faces.MUTED)
        items.append(Group(children=tuple(lines), role="listitem", label=one.section.more))
    if items:
        nodes.append(Group(children=tuple(items), role="list", label=one.section.title))
    return Group(children=tuple(nodes))
