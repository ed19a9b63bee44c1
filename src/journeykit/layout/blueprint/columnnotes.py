"""Notes under their columns, each with the label of its marker."""

from collections.abc import Sequence

from attrs import frozen

from journeykit.diagram import Blueprint, ColumnNote, Diagram
from journeykit.layout import ink as faces
from journeykit.layout.ink import Ink
from journeykit.layout.rows import Row
from journeykit.layout.saying import said
from journeykit.layout.space import LABEL_WIDTH, MARGIN, PAD
from journeykit.layout.tiers import Tier
from journeykit.scene import Group, Node
from journeykit.text import Line

_GAP = 5.0
# More words in a line are hard to read.
_WIDEST = 400.0


@frozen(kw_only=True, eq=False)
class _Note:
    note: ColumnNote
    y: float
    indent: float
    lines: tuple[Line, ...]
    detail: tuple[Line, ...]


def note_row(blueprint: Blueprint, notes: Sequence[ColumnNote], tier: Tier, ink: Ink, *, spreads: bool = False) -> Row | None:
    """The notes of a tier; None where there are none. A note that spreads takes the room of columns to its right that have none."""
    placed: list[_Note] = []
    bottoms: dict[int, float] = {}
    rooms = _rooms(notes, tier, spreads=spreads)
    for one in notes:
        width = rooms[one.column] - 2 * PAD
        indent = max(25.0, ink.width(one.label, faces.STRONG) + 8)
        lines = ink.wrap(one.text, width - indent, faces.CELL).lines
        detail = ink.wrap(one.detail, width - indent, faces.SMALL).lines if one.detail else ()
        y = bottoms.get(one.column, 12.0)
        bottoms[one.column] = y + 16 * len(lines) + 14 * len(detail) + _GAP
        placed.append(_Note(note=one, y=y, indent=indent, lines=lines, detail=detail))
    if not placed:
        return None
    title = ink.wrap(blueprint.notes_title, LABEL_WIDTH + 32, faces.STRONG).lines
    how = ink.wrap(blueprint.notes_note, LABEL_WIDTH + 32, faces.SMALL).lines if blueprint.notes_note else ()
    height = max(*bottoms.values(), 12.0 + 16 * len(title) + 14 * len(how) + _GAP) + 8

    def paint(top: float) -> list[Node]:
        head = ink.lines(MARGIN, top + 24, title, face=faces.STRONG)
        head += ink.lines(MARGIN, top + 24 + 16 * len(title), how, face=faces.SMALL)
        items: list[Node] = [_draw(one, tier, top, ink) for one in placed]
        return [Group(children=tuple(head)), Group(children=tuple(items), role="list", label=blueprint.notes_title)]

    return Row(height=height, paint=paint, opens=True, hairlines=True)


def _rooms(notes: Sequence[ColumnNote], tier: Tier, *, spreads: bool) -> dict[int, float]:
    """How wide the notes of each column may be with what is kept free beside them, px."""
    columns = sorted({one.column for one in notes})
    own = {at: tier.end(at) - tier.left(at) for at in columns}
    if not spreads:
        return own
    ends = [*(tier.left(at) for at in columns), tier.right]
    return {at: max(own[at], min(end - tier.left(at), _WIDEST)) for at, end in zip(columns, ends[1:], strict=True)}


def name_row(diagram: Diagram, tier: Tier, ink: Ink) -> Row:
    """Numbers and titles of the columns, for notes that stand on another sheet than the cards."""
    texts = [" ".join(part for part in (diagram.columns[at].number, diagram.columns[at].title) if part) for at in tier.columns]
    found = [
        ink.wrap(text, tier.end(at) - tier.left(at) - 2 * PAD, faces.SMALL, max_lines=3)
        for at, text in zip(tier.columns, texts, strict=True)
    ]
    spine = ink.wrap(diagram.spine, LABEL_WIDTH, faces.SMALL, max_lines=2).lines if diagram.spine else ()

    def paint(top: float) -> list[Node]:
        items = [
            Group(children=tuple(ink.lines(tier.left(at) + PAD, top + 20, one.lines, face=faces.SMALL)), role="listitem", label=text,
                  tip=text if one.cut else "")
            for at, text, one in zip(tier.columns, texts, found, strict=True)
        ]  # fmt: skip
        return [
            Group(children=tuple(ink.lines(MARGIN, top + 20, spine, face=faces.SMALL))),
            Group(children=tuple(items), role="list", label=diagram.spine),
        ]

    return Row(height=16 + 14.0 * max((len(one.lines) for one in found), default=1) + 8, paint=paint, opens=False, hairlines=False)


def _draw(one: _Note, tier: Tier, top: float, ink: Ink) -> Group:
    note, x, y = one.note, tier.left(one.note.column) + PAD, top + one.y + 12
    nodes: list[Node] = [ink.text(x, y, note.label, face=faces.STRONG, fill=ink.tone(note.tone))]
    nodes += ink.lines(x + one.indent, y, one.lines)
    nodes += ink.lines(x + one.indent, y + 16 * len(one.lines) - 1, one.detail, face=faces.SMALL)
    return Group(
        children=tuple(nodes),
        role="listitem",
        label=said(tier.name(note.column, note.column), None, f"{note.label} {note.text}", note.detail),
    )
