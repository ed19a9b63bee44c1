"""One tier with everything in its place: boxes, rows and lines for the router, and what it found."""

from collections.abc import Sequence
from functools import lru_cache

from attrs import evolve, frozen

from journeykit.layout.continuing import TAG_HEIGHT, tag_width
from journeykit.layout.ink import Ink
from journeykit.layout.routing import Box, Column, Link, Plan, Route, Routing, Row, fitted

from .cards import CardText, card_text
from .distances import CARD_INSET, CARD_LESS, JOIN, JOIN_ABOVE_BOTTOM, LEFT, NARROWED, SIGN_GAP, WORDS_PAD, Spacing
from .levels import Stack
from .linenotes import apart
from .links import words_of
from .narrowing import narrowed
from .pieces import Piece, Wire

_LINE_HEIGHT = 14.0
_ROUNDS = 2


@frozen(kw_only=True, eq=False)
class Continued:
    """A tag at which a connector goes on in another tier: its box, the wire, and whether the wire begins here."""

    box: Box
    wire: Wire
    starts: bool


@frozen(kw_only=True, eq=False)
class Placed:
    """A tier, measured; y is counted from the top of its cards.

    Attributes:
        plan: boxes, rows and separators where they stand. texts: of the cards, by the key of their piece.
        edges: x of the left edge of each column and of the right edge of the last, px.
        rows: of the levels. lines: y of the named lines, in order. rules: y of the lines between rows of a lane.
        gutter: px that the right ends of the lines take. joins: where a card goes on over columns that are not its own. routes: by the id of their wire.
    """

    stack: Stack
    plan: Plan
    texts: dict[str, CardText]
    boxes: dict[str, Box]
    edges: tuple[float, ...]
    rows: tuple[Row, ...]
    lines: tuple[float, ...]
    rules: tuple[float, ...]
    joins: tuple[Box, ...]
    tags: tuple[Continued, ...]
    wires: tuple[Wire, ...]
    routes: dict[str, Route]
    gutter: float
    by_piece: dict[str, list[Wire]]


def place_tier(
    stack: Stack,
    first: int,
    widths: Sequence[float],
    wires: Sequence[Wire],
    *,
    critical_tag: str,
    spacing: Spacing,
    gutter: float,
    ink: Ink,
) -> Placed:
    """A tier whose first column is `first`; `wires` are those that begin or end in it."""
    pieces = [one for level in stack.levels for one in level.pieces]
    given = narrowed(stack.levels, wires)
    mine = frozenset(one.key for one in pieces)
    level_of = {one.key: at for at, level in enumerate(stack.levels) for one in level.pieces}
    tag = max((tag_width(one.sign, ink) for one in wires if one.sign), default=0.0)
    columns, offset = _columns(widths, *_tag_counts(stack, level_of, wires, mine), tag=tag)
    spans = {one.key: _span(one, first - offset, columns, given.get(one.key)) for one in pieces}
    texts = {
        one.key: card_text(one, spans[one.key][1] - spans[one.key][0], critical_tag=critical_tag, spacing=spacing, ink=ink)
        for one in pieces
    }
    rows, separators, kinds, bottom = _rows(stack, texts, spacing=spacing, gutter=gutter, ink=ink)
    boxes = [
        Box(key, left, rows[level_of[key]].top, right - left, rows[level_of[key]].bottom - rows[level_of[key]].top)
        for key, (left, right) in spans.items()
    ]
    tags = _tags(_sides(level_of, wires, mine), rows, columns, before=offset, count=len(widths), width=tag)
    joins = _joins(stack, rows, columns, first - offset)
    links = [_link(one, mine, ink) for one in wires]
    plan = Plan(
        left=LEFT, top=0.0, right=columns[-1].right + (CARD_LESS - CARD_INSET), bottom=bottom, rows=rows, columns=columns,
        boxes=[*boxes, *(one.box for one in tags), *joins], links=links, separators=separators,
    )  # fmt: skip
    plan, found = _roomy(plan)
    held = {one.id: one for one in plan.boxes}
    inner = plan.columns[offset : offset + len(widths)]
    edges = [one.left - CARD_INSET for one in inner]
    edges.append(plan.columns[offset + len(widths)].left - SIGN_GAP if offset + len(widths) < len(plan.columns) else plan.right)
    by_piece: dict[str, list[Wire]] = {}
    for one in wires:
        for key in {one.source.key, one.target.key}:
            by_piece.setdefault(key, []).append(one)
    by_link = {one.connector.id: one for one in wires}
    return Placed(
        stack=stack, plan=plan, texts=texts, boxes={key: _below(held[key], stack.levels[level_of[key]].lift) for key in spans}, edges=tuple(edges), rows=tuple(plan.rows),
        lines=tuple(y for y, named in zip(plan.separators, kinds, strict=True) if named),
        rules=tuple(y for y, named in zip(plan.separators, kinds, strict=True) if not named),
        joins=tuple(held[one.id] for one in joins), tags=tuple(evolve(one, box=held[one.box.id]) for one in tags),
        wires=tuple(wires), gutter=gutter, routes={one.link: _reaching(one, stack, level_of, by_link[one.link]) for one in found.routes}, by_piece=by_piece,
    )  # fmt: skip


@lru_cache(maxsize=64)
def _roomy(plan: Plan) -> tuple[Plan, Routing]:
    """The plan with room for its links, as near as two rounds come, and their routes: most of what is missing shows in the first.

    The same picture is often drawn again, in another theme or format, and its routes are most of the work.
    """
    return fitted(plan, _ROUNDS)


def _below(box: Box, lift: float) -> Box:
    """The card within its box: what is above it belongs to its markers."""
    return evolve(box, y=box.y + lift, height=box.height - lift)


def _reaching(found: Route, stack: Stack, level_of: dict[str, int], wire: Wire) -> Route:
    """The route, led on to the upper edge of a card that stands lower than its box."""
    points = list(found.points)
    for at, side, piece in ((0, found.source_side, wire.source), (-1, found.target_side, wire.target)):
        if side == "top" and piece.key in level_of:
            points[at] = (points[at][0], points[at][1] + stack.levels[level_of[piece.key]].lift)
    return evolve(found, points=tuple(points))


def _link(wire: Wire, mine: frozenset[str], ink: Ink) -> Link:
    one = wire.connector
    words = words_of(one, ink) if wire.source.key in mine else ()
    source = wire.source.key if wire.source.key in mine else _tag_id(wire)
    target = wire.target.key if wire.target.key in mine else _tag_id(wire)
    width = max((line.width for line in words), default=0.0)
    return Link(
        id=one.id, source=source, target=target, label_width=width + 2 * WORDS_PAD if width else 0.0, label_height=_LINE_HEIGHT * len(words) + 4 if words else 0.0,
        both_ways=one.both_ways,
    )  # fmt: skip


def _tag_id(wire: Wire) -> str:
    return f"tag {wire.sign}"


def _span(piece: Piece, offset: int, columns: Sequence[Column], side: str | None) -> tuple[float, float]:
    left, right = columns[piece.start - offset].left, columns[piece.end - offset].right
    return (left + NARROWED if side == "left" else left), (right - NARROWED if side == "right" else right)


def _columns(widths: Sequence[float], before: int, after: int, *, tag: float) -> tuple[list[Column], int]:
    """The columns of the router: tags at which connectors go on, then the columns of the diagram, then tags again."""
    out: list[Column] = []
    x = LEFT + CARD_INSET
    for _ in range(before):
        out.append(Column(x, x + tag))
        x += tag + SIGN_GAP
    for width in widths:
        out.append(Column(x, x + width - CARD_LESS))
        x += width
    x += SIGN_GAP - CARD_INSET if after else 0.0
    for _ in range(after):
        out.append(Column(x, x + tag))
        x += tag + SIGN_GAP
    return out, before


def _sides(level_of: dict[str, int], wires: Sequence[Wire], mine: frozenset[str]) -> list[tuple[Wire, Piece, Piece, int]]:
    """Wires that go on elsewhere: the piece here, the piece there, and the level here."""
    out: list[tuple[Wire, Piece, Piece, int]] = []
    for one in wires:
        if one.sign:
            here, there = (one.source, one.target) if one.source.key in mine else (one.target, one.source)
            out.append((one, here, there, level_of[here.key]))
    return out


def _tag_counts(stack: Stack, level_of: dict[str, int], wires: Sequence[Wire], mine: frozenset[str]) -> tuple[int, int]:
    """How many columns of tags stand before and after the tier."""
    counts = [[0] * len(stack.levels), [0] * len(stack.levels)]
    for _, here, there, level in _sides(level_of, wires, mine):
        counts[there.tier > here.tier][level] += 1
    return max(counts[0], default=0), max(counts[1], default=0)


def _tags(
    sides: Sequence[tuple[Wire, Piece, Piece, int]],
    rows: Sequence[Row],
    columns: Sequence[Column],
    *,
    before: int,
    count: int,
    width: float,
) -> list[Continued]:
    used: dict[tuple[bool, int], int] = {}
    out: list[Continued] = []
    # The nearest card takes the nearest tag.
    for wire, here, there, level in sorted(sides, key=_nearness):
        later = there.tier > here.tier
        place = used.get((later, level), 0)
        used[later, level] = place + 1
        column = columns[before + count + place] if later else columns[before - 1 - place]
        row = rows[level]
        box = Box(_tag_id(wire), column.left, (row.top + row.bottom - TAG_HEIGHT) / 2, width, TAG_HEIGHT)
        out.append(Continued(box=box, wire=wire, starts=here is wire.source))
    return out


def _nearness(one: tuple[Wire, Piece, Piece, int]) -> tuple[int, str]:
    wire, here, there, _ = one
    return (here.start if there.tier < here.tier else -here.end), wire.connector.id


def _rows(
    stack: Stack, texts: dict[str, CardText], *, spacing: Spacing, gutter: float, ink: Ink
) -> tuple[list[Row], list[float], list[bool], float]:
    """Rows, separators, whether each is a named line, and the bottom."""
    rows: list[Row] = []
    separators: list[float] = []
    named: list[bool] = []
    lines = list(stack.lines)
    last = 0.0
    y = spacing.above_cards
    for at, level in enumerate(stack.levels):
        if at:
            here = [one for place, one in lines if place == at]
            for one in here:
                y += spacing.around_line
                if count := sum(named):
                    y = max(y, last + apart(stack.lines[count - 1][1], one, gutter, ink))
                last = y
                separators.append(y)
                named.append(True)
                y += spacing.around_line + (18.0 if one is not here[-1] else 0.0)
            if not here:
                if level.opens_row:
                    separators.append(y + spacing.between_rows / 2)
                    named.append(False)
                y += spacing.between_rows
        height = max((texts[one.key].height for one in level.pieces), default=40.0 if spacing.keeps_empty_rows else 36.0) + level.lift
        rows.append(Row(y, y + height))
        y += height
    return rows, separators, named, y + spacing.below_cards


def _joins(stack: Stack, rows: Sequence[Row], columns: Sequence[Column], offset: int) -> list[Box]:
    """Obstacles where a card goes on over columns that are not its own, so that no connector runs along it."""
    out: list[Box] = []
    for level, row in zip(stack.levels, rows, strict=True):
        for one, two in zip(level.pieces, level.pieces[1:], strict=False):
            if one.card is two.card:
                left, right = columns[one.end + 1 - offset].left, columns[two.start - 1 - offset].right
                out.append(Box(f"join {one.key}", left, row.bottom - JOIN_ABOVE_BOTTOM, right - left, JOIN))
    return out
