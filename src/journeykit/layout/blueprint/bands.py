"""A blueprint as blocks of a page, one for each band of columns."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import partial

from attrs import frozen

from journeykit.diagram import Arc, Band, Blueprint, CardLane, ColumnNote, Diagram
from journeykit.layout import ink as faces
from journeykit.layout.arcs import Arcs, arcs_of, draw_arcs
from journeykit.layout.blocks import Block, beside
from journeykit.layout.columns import spread_widths
from journeykit.layout.continuing import letters
from journeykit.layout.ink import Ink, drawn, rule
from journeykit.layout.parting import by_tier
from journeykit.layout.rows import Row
from journeykit.layout.sources import Sources
from journeykit.layout.space import BETWEEN_TIERS, MARGIN, PAGE_MIN
from journeykit.layout.tiers import Tier, break_columns
from journeykit.scene import Group, Node
from journeykit.text import longest_run

from .cards import number_room, sides_of
from .columnnotes import name_row, note_row
from .distances import CARD_LESS, COLUMN_MAX, COLUMN_MIN, COLUMNS_MOST, LEFT, ON_PAPER, TAG_ROOM, USUAL, Spacing
from .lanerows import lane_rows
from .levels import stack_of
from .linenotes import gutter_of, in_part
from .order import ordered_rows
from .painting import draw_tier
from .pieces import Piece, Wire, by_card, pieces_of, wires_of
from .stages import Stage, draw_stages, stages_height, stages_of
from .tierplan import Placed, place_tier

_ABOVE_FIRST_ROW = 8.0
_BEFORE_CARDS = 4.0
# px that the longest word of a card has beyond what it needs.
_SPARE = 2.0
# How often columns make room for the gaps that connectors want on a sheet.
_TRIES = 4


@frozen(kw_only=True)
class BlueprintBlocks:
    """A block for each band.

    Attributes:
        right: how far to the right they reach, px. bands: their first and last columns.
        continues: whether a connector goes on in another band.
    """

    blocks: tuple[Block, ...]
    right: float
    bands: tuple[tuple[int, int], ...]
    continues: bool


@frozen(kw_only=True, eq=False)
class _Band:
    tier: Tier
    placed: Placed
    stages: tuple[Stage, ...]
    arcs: Arcs
    above: tuple[Row, ...]
    notes: Row | None
    below: tuple[Row, ...]

    @property
    def cards_top(self) -> float:
        """px from the top of the block to the top of the cards."""
        head = stages_height(self.stages)
        return self.arcs.height + (head + _ABOVE_FIRST_ROW if head else 0.0) + sum(row.height for row in self.above)

    @property
    def lower(self) -> tuple[Row, ...]:
        """What stands under the cards."""
        return (self.notes, *self.below) if self.notes else self.below


def blueprint_blocks(diagram: Diagram, blueprint: Blueprint, *, ink: Ink, sources: Sources, room: float | None) -> BlueprintBlocks:
    """The bands of a blueprint.

    Args:
        diagram: title, stages, columns and lanes around the cards.
        blueprint: its cards and connectors.
        ink: colours and type.
        sources: what has been drawn already.
        room: width that a page has between its margins, px; None where it may be as wide as it takes.
    """
    if not diagram.columns:
        # Nothing stands anywhere: the title block says why.
        return BlueprintBlocks(blocks=(), right=LEFT, bands=(), continues=False)
    spacing = USUAL if room is None else ON_PAPER
    gutter = gutter_of(blueprint.parts, spacing, ink)
    breaks, placed = _placed(diagram, blueprint, room, spacing=spacing, gutter=gutter, ink=ink)
    bands = _bands(diagram, blueprint, breaks, placed, spacing=spacing, ink=ink, sources=sources)
    right = max((one.plan.right + gutter for one in placed), default=LEFT)
    blocks = [block for one in bands for block in _blocks(diagram, blueprint, one, on_paper=room is not None, ink=ink, sources=sources)]
    return BlueprintBlocks(
        blocks=tuple(blocks),
        right=right,
        bands=tuple(breaks),
        continues=any(one.tags for one in placed) or any(leg.signed for one in bands for leg in one.arcs.legs),
    )


def _placed(
    diagram: Diagram, blueprint: Blueprint, room: float | None, *, spacing: Spacing, gutter: float, ink: Ink
) -> tuple[list[tuple[int, int]], list[Placed]]:
    """Which columns stand in which band, and the bands: on paper as wide as the sheet, where connectors leave them so."""
    starts = [band.start for band in diagram.bands]
    least = _widths(diagram, blueprint, COLUMN_MIN if room is not None else spacing.column, ink)
    if room is None:
        breaks = break_columns(least, starts, room=COLUMNS_MOST * COLUMN_MAX, most=COLUMNS_MOST, even=True)
        # A few columns share the width that the title block takes anyway.
        widths = spread_widths(least, breaks, room=PAGE_MIN - MARGIN - LEFT - gutter, ideal=COLUMN_MAX)
        return breaks, _tiers_placed(diagram, blueprint, breaks, widths, spacing=spacing, gutter=gutter, ink=ink)
    whole = space = max(COLUMN_MIN, room - (LEFT - MARGIN) - gutter)
    tries = 0
    while True:
        fitting = [min(width, space) for width in least]
        breaks = break_columns(fitting, starts, room=space, most=max(1, int(space // COLUMN_MIN)), even=True)
        widths = spread_widths(fitting, breaks, room=space, ideal=COLUMN_MAX)
        placed = _tiers_placed(diagram, blueprint, breaks, widths, spacing=spacing, gutter=gutter, ink=ink)
        excess = max((one.plan.right - LEFT - whole for one in placed), default=0.0)
        tries += 1
        if excess <= 0 or space - excess < COLUMN_MIN or tries == _TRIES:
            return breaks, placed
        # Gaps have grown for connectors: so much less is left for the columns.
        space -= excess


def _tiers_placed(
    diagram: Diagram,
    blueprint: Blueprint,
    breaks: Sequence[tuple[int, int]],
    widths: Sequence[float],
    *,
    spacing: Spacing,
    gutter: float,
    ink: Ink,
) -> list[Placed]:
    lanes = [one for one in blueprint.parts if isinstance(one, CardLane)]
    rows = ordered_rows(lanes, blueprint.connectors)
    pieces: dict[str, list[Piece]] = by_card(
        [piece for lane in lanes for row in lane.rows for card in row.cards for piece in pieces_of(card, breaks)]
    )
    wires = wires_of(blueprint.connectors, pieces)
    mine: list[list[Wire]] = [[] for _ in breaks]
    for wire in wires:
        for tier in {wire.source.tier, wire.target.tier}:
            mine[tier].append(wire)
    return [
        place_tier(
            stack_of(in_part(blueprint.parts, at, len(breaks)), rows, pieces, at, keeps_empty=spacing.keeps_empty_rows), first, widths[first : last + 1], mine[at],
            critical_tag=diagram.critical_tag, spacing=spacing, gutter=gutter, ink=ink,
        )
        for at, (first, last) in enumerate(breaks)
    ]  # fmt: skip


def _bands(
    diagram: Diagram,
    blueprint: Blueprint,
    breaks: Sequence[tuple[int, int]],
    placed: Sequence[Placed],
    *,
    spacing: Spacing,
    ink: Ink,
    sources: Sources,
) -> list[_Band]:
    tiers = _tiers(diagram, breaks, placed)
    right = max(tier.right for tier in tiers)
    drawn_widths = [tier.end(at) - tier.left(at) for tier in tiers for at in tier.columns]
    above = lane_rows(diagram.lanes, tiers, drawn_widths, ink=ink, sources=sources)
    below = lane_rows(blueprint.below, tiers, drawn_widths, ink=ink, sources=sources)
    arcs: list[list[tuple[Arc, str]]] = by_tier(_signed(diagram.arcs, breaks, placed), lambda one: _ends(one[0]), tiers)
    stages: list[list[Band]] = by_tier(diagram.bands, lambda one: (one.start, one.end), tiers)
    notes: list[list[ColumnNote]] = by_tier(blueprint.notes, lambda one: (one.column, one.column), tiers)
    return [
        _Band(
            tier=tier, placed=placed[at], stages=stages_of(diagram, stages[at], tier, ink),
            arcs=arcs_of([arc for arc, _ in arcs[at]], diagram.columns, tier, least=spacing.under_title if at == 0 else 0.0, ink=ink, signs=[sign for _, sign in arcs[at]], right=right),
            above=tuple(above[at]),
            notes=note_row(blueprint, notes[at], tier, ink, spreads=spacing.notes_spread), below=tuple(below[at]),
        )
        for at, tier in enumerate(tiers)
    ]  # fmt: skip


def _ends(arc: Arc) -> tuple[int, int]:
    return min(arc.source, arc.target), max(arc.source, arc.target)


def _signed(arcs: Sequence[Arc], breaks: Sequence[tuple[int, int]], placed: Sequence[Placed]) -> list[tuple[Arc, str]]:
    """Arcs with the sign at which they go on in another tier, after those of the connectors; empty for one that does not."""
    firsts = [first for first, _ in breaks]
    count = sum(tag.starts for one in placed for tag in one.tags)
    out: list[tuple[Arc, str]] = []
    for arc in arcs:
        goes_on = bisect_right(firsts, arc.source) != bisect_right(firsts, arc.target)
        out.append((arc, letters(count) if goes_on else ""))
        count += goes_on
    return out


def _tiers(diagram: Diagram, breaks: Sequence[tuple[int, int]], placed: Sequence[Placed]) -> list[Tier]:
    starts, names = frozenset(band.start for band in diagram.bands), tuple(column.title for column in diagram.columns)
    return [
        Tier(
            first=first,
            last=last,
            index=at,
            count=len(breaks),
            edges=one.edges,
            right=one.plan.right + one.gutter,
            starts=starts,
            names=names,
        )
        for at, ((first, last), one) in enumerate(zip(breaks, placed, strict=True))
    ]


def _widths(diagram: Diagram, blueprint: Blueprint, ideal: float, ink: Ink) -> list[float]:
    """Columns as wide as their longest word asks for, within limits."""
    out = [ideal] * len(diagram.columns)
    for part in blueprint.parts:
        for card in [card for row in part.rows for card in row.cards] if isinstance(part, CardLane) else ():
            if card.emphasis == "critical" and diagram.critical_tag:
                tag = ink.width(diagram.critical_tag, faces.STRONG) + TAG_ROOM + CARD_LESS
                out[card.runs[0][0]] = max(out[card.runs[0][0]], min(COLUMN_MAX, tag))
            for start, end in card.runs:
                if start == end and 0 <= start < len(out) and max(map(len, card.title.split()), default=0) > (6 if card.markers else 12):
                    word = longest_run(drawn(card.title), 13.0, weight=600, measurer=ink.measurer)
                    taken = CARD_LESS + sum(sides_of(card, ink)) + number_room(card, ink) + _SPARE
                    out[start] = max(out[start], min(COLUMN_MAX, word + taken))
    return out


def _blocks(diagram: Diagram, blueprint: Blueprint, band: _Band, *, on_paper: bool, ink: Ink, sources: Sources) -> list[Block]:
    """One block; on paper one more for each row under the cards: at need that goes to another sheet, under a head of its own."""
    gap = BETWEEN_TIERS if band.tier.index else 0.0
    height = band.cards_top + band.placed.plan.bottom

    def cards(top: float) -> list[Node]:
        return _upper(diagram, blueprint, band, top, ink=ink, sources=sources)

    def under(top: float) -> list[Node]:
        return _lower(band, top, ink)

    under_height = sum(row.height for row in band.lower) + 2
    if not on_paper or not band.lower:
        whole = height + under_height
        labels = beside(LEFT - _BEFORE_CARDS, band.arcs.height, whole)
        return [
            Block(height=whole, paint=lambda top: [*cards(top), *under(top + height)], gap=gap, joins=not band.tier.index, labels=labels)
        ]
    head = name_row(diagram, band.tier, ink)
    head_height = stages_height(band.stages) + head.height

    def again(top: float) -> list[Node]:
        nodes = draw_stages(diagram, band.stages, band.tier, top, ink=ink, sources=sources)
        return [*nodes, *head.paint(top + stages_height(band.stages))]

    above = Block(height=head_height, paint=again)
    rows = [
        Block(height=row.height + 2 * (at == len(band.lower) - 1), paint=partial(_row, band, at, ink=ink), head=above, follows=True)
        for at, row in enumerate(band.lower)
    ]
    return [Block(height=height, paint=cards, gap=gap, joins=not band.tier.index), *rows]


def _upper(diagram: Diagram, blueprint: Blueprint, band: _Band, top: float, *, ink: Ink, sources: Sources) -> list[Node]:
    tier, y = band.tier, top + band.arcs.height
    nodes: list[Node] = [Group(children=tuple(_hairlines(band, y + stages_height(band.stages), ink)))]
    nodes += draw_arcs(band.arcs, y, ink)
    nodes += draw_stages(diagram, band.stages, tier, y, ink=ink, sources=sources)
    y += stages_height(band.stages) + (_ABOVE_FIRST_ROW if band.stages else 0.0)
    for row in band.above:
        nodes += row.paint(y)
        y += row.height
    return [*nodes, *draw_tier(band.placed, blueprint, top + band.cards_top, ink=ink, sources=sources)]


def _lower(band: _Band, y: float, ink: Ink) -> list[Node]:
    nodes: list[Node] = []
    for at, row in enumerate(band.lower):
        nodes += _row(band, at, y, ink=ink)
        y += row.height
    return nodes


def _row(band: _Band, at: int, y: float, *, ink: Ink) -> list[Node]:
    """What stands under the cards, with the line above it."""
    stroke = ink.palette.rule2 if at == 0 else ink.palette.rule
    return [Group(children=(rule(MARGIN, y, band.tier.right, y, stroke=stroke),)), *band.lower[at].paint(y)]


def _hairlines(band: _Band, top: float, ink: Ink) -> list[Node]:
    """Between stages, down to the cards: below, grounds and connectors would be cut up."""
    tier = band.tier
    end = top + _ABOVE_FIRST_ROW + sum(row.height for row in band.above)
    return [
        rule(tier.left(at), top, tier.left(at), end, stroke=ink.palette.rule)
        for at in tier.columns
        if at in tier.starts and at > tier.first
    ]
