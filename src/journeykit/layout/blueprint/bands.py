"""A blueprint as blocks of a page, one for each band of columns."""

from collections.abc import Sequence

from attrs import frozen

from journeykit.diagram import Arc, Band, Blueprint, CardLane, ColumnNote, Diagram
from journeykit.layout.arcs import Arcs, arcs_of, draw_arcs
from journeykit.layout.blocks import Block
from journeykit.layout.ink import Ink, drawn, rule
from journeykit.layout.parting import by_tier
from journeykit.layout.rows import Row
from journeykit.layout.sources import Sources
from journeykit.layout.space import BETWEEN_TIERS, MARGIN
from journeykit.layout.tiers import Tier, break_columns
from journeykit.scene import Group, Node
from journeykit.text import longest_run

from .columnnotes import note_row
from .distances import CARD_INDENT, CARD_LESS, COLUMN_IDEAL, COLUMN_MAX, COLUMN_MIN, COLUMNS_MOST, LEFT, NUMBER_ROOM, RIGHT_GUTTER
from .lanerows import lane_rows
from .levels import stack_of
from .order import ordered_rows
from .painting import draw_tier
from .pieces import by_card, pieces_of, wires_of
from .stages import Stage, draw_stages, stages_height, stages_of
from .tierplan import Placed, place_tier

_ABOVE_FIRST_ROW = 8.0
_UNDER_TITLE = 36.0


@frozen(kw_only=True)
class BlueprintBlocks:
    """A block for each band, and how far to the right they reach, px. `bands` are their first and last columns."""

    blocks: tuple[Block, ...]
    right: float
    bands: tuple[tuple[int, int], ...]


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
    def height(self) -> float:
        """px."""
        rows = [*([self.notes] if self.notes else []), *self.below]
        return self.cards_top + self.placed.plan.bottom + sum(row.height for row in rows) + 2


def blueprint_blocks(diagram: Diagram, blueprint: Blueprint, *, ink: Ink, sources: Sources, room: float | None) -> BlueprintBlocks:
    """The bands of a blueprint.

    Args:
        diagram: title, stages, columns and lanes around the cards.
        blueprint: its cards and connectors.
        ink: colours and type.
        sources: what has been drawn already.
        room: width that a page has between its margins, px; None where it may be as wide as it takes.
    """
    widths = _widths(diagram, blueprint, ink)
    space = COLUMNS_MOST * COLUMN_MAX if room is None else max(COLUMN_MIN, room - (LEFT - MARGIN) - RIGHT_GUTTER)
    most = COLUMNS_MOST if room is None else max(1, int(space // COLUMN_MIN))
    if room is not None:
        widths = [max(COLUMN_MIN, min(width, space)) for width in widths]
    breaks = break_columns(widths, [band.start for band in diagram.bands], room=space, most=most)
    bands = _bands(diagram, blueprint, breaks, widths, ink=ink, sources=sources)
    right = max((one.placed.plan.right + RIGHT_GUTTER for one in bands), default=LEFT)
    blocks = [_block(diagram, blueprint, one, ink=ink, sources=sources) for one in bands]
    return BlueprintBlocks(blocks=tuple(blocks), right=right, bands=tuple(breaks))


def _bands(
    diagram: Diagram, blueprint: Blueprint, breaks: Sequence[tuple[int, int]], widths: Sequence[float], *, ink: Ink, sources: Sources
) -> list[_Band]:
    lanes = [one for one in blueprint.parts if isinstance(one, CardLane)]
    rows = ordered_rows(lanes, blueprint.connectors)
    pieces = by_card([piece for lane in lanes for row in lane.rows for card in row.cards for piece in pieces_of(card, breaks)])
    wires = wires_of(blueprint.connectors, pieces)
    mine: list[list[int]] = [[] for _ in breaks]
    for at, wire in enumerate(wires):
        for tier in {wire.source.tier, wire.target.tier}:
            mine[tier].append(at)
    placed = [
        place_tier(
            stack_of(blueprint.parts, rows, pieces, at), first, widths[first : last + 1], [wires[one] for one in mine[at]],
            critical_tag=diagram.critical_tag, ink=ink,
        )
        for at, (first, last) in enumerate(breaks)
    ]  # fmt: skip
    tiers = _tiers(diagram, breaks, placed)
    drawn_widths = [tier.end(at) - tier.left(at) for tier in tiers for at in tier.columns]
    above = lane_rows(diagram.lanes, tiers, drawn_widths, ink=ink, sources=sources)
    below = lane_rows(blueprint.below, tiers, drawn_widths, ink=ink, sources=sources)
    arcs: list[list[Arc]] = by_tier(diagram.arcs, lambda one: (min(one.source, one.target), max(one.source, one.target)), tiers)
    stages: list[list[Band]] = by_tier(diagram.bands, lambda one: (one.start, one.end), tiers)
    notes: list[list[ColumnNote]] = by_tier(blueprint.notes, lambda one: (one.column, one.column), tiers)
    return [
        _Band(
            tier=tier, placed=placed[at], stages=stages_of(diagram, stages[at], tier, ink),
            arcs=arcs_of(arcs[at], diagram.columns, tier, least=_UNDER_TITLE if at == 0 else 0.0, ink=ink), above=tuple(above[at]),
            notes=note_row(blueprint, notes[at], tier, ink), below=tuple(below[at]),
        )
        for at, tier in enumerate(tiers)
    ]  # fmt: skip


def _tiers(diagram: Diagram, breaks: Sequence[tuple[int, int]], placed: Sequence[Placed]) -> list[Tier]:
    starts, names = frozenset(band.start for band in diagram.bands), tuple(column.title for column in diagram.columns)
    return [
        Tier(
            first=first,
            last=last,
            index=at,
            count=len(breaks),
            edges=one.edges,
            right=one.plan.right + RIGHT_GUTTER,
            starts=starts,
            names=names,
        )
        for at, ((first, last), one) in enumerate(zip(breaks, placed, strict=True))
    ]


def _widths(diagram: Diagram, blueprint: Blueprint, ink: Ink) -> list[float]:
    """Columns as wide as their longest word asks for, within limits."""
    out = [COLUMN_IDEAL] * len(diagram.columns)
    taken = CARD_LESS + 2 * CARD_INDENT + NUMBER_ROOM + 16
    for part in blueprint.parts:
        for card in [card for row in part.rows for card in row.cards] if isinstance(part, CardLane) else ():
            for start, end in card.runs:
                if start == end and 0 <= start < len(out) and max(map(len, card.title.split()), default=0) > 12:
                    word = longest_run(drawn(card.title), 13.0, weight=600, measurer=ink.measurer)
                    out[start] = max(out[start], min(COLUMN_MAX, word + taken))
    return out


def _block(diagram: Diagram, blueprint: Blueprint, band: _Band, *, ink: Ink, sources: Sources) -> Block:
    def paint(top: float) -> list[Node]:
        tier, right = band.tier, band.tier.right
        y = top + band.arcs.height
        cards = top + band.cards_top
        nodes: list[Node] = [Group(children=tuple(_hairlines(band, y + stages_height(band.stages), ink)))]
        nodes += draw_arcs(band.arcs, tier, y, ink)
        nodes += draw_stages(diagram, band.stages, tier, y, ink=ink, sources=sources)
        y += stages_height(band.stages) + (_ABOVE_FIRST_ROW if band.stages else 0.0)
        for row in band.above:
            nodes += row.paint(y)
            y += row.height
        nodes += draw_tier(band.placed, blueprint, cards, ink=ink, sources=sources)
        y = cards + band.placed.plan.bottom
        rows: list[Row] = [*([band.notes] if band.notes else []), *band.below]
        for at, row in enumerate(rows):
            nodes.append(Group(children=(rule(MARGIN, y, right, y, stroke=ink.palette.rule2 if at == 0 else ink.palette.rule),)))
            nodes += row.paint(y)
            y += row.height
        return nodes

    return Block(height=band.height, paint=paint, gap=BETWEEN_TIERS if band.tier.index else 0.0)


def _hairlines(band: _Band, top: float, ink: Ink) -> list[Node]:
    """Between stages, down to the cards: below, grounds and connectors would be cut up."""
    tier = band.tier
    end = top + _ABOVE_FIRST_ROW + sum(row.height for row in band.above)
    return [
        rule(tier.left(at), top, tier.left(at), end, stroke=ink.palette.rule)
        for at in tier.columns
        if at in tier.starts and at > tier.first
    ]
