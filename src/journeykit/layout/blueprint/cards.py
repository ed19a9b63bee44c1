"""The words of a card, and the card with its markers."""

from collections.abc import Sequence

from attrs import evolve, frozen

from journeykit.diagram import Card, CardStatus
from journeykit.layout import ink as faces
from journeykit.layout.ink import Ink, rule
from journeykit.layout.routing import Box
from journeykit.layout.saying import NOTHING
from journeykit.layout.sources import Sources
from journeykit.layout.symbols import diamond, star
from journeykit.scene import Group, Node, Rect
from journeykit.text import Line

from .distances import CARD_INDENT, LIFT, NUMBER_ROOM, STRIP, TAG_ROOM, TITLE_LINES, Spacing
from .markers import TALLEST, draw_marker, half_height, half_width, inset
from .pieces import Piece

# px around a corner in which the end of a connector would touch a disc there, and another marker, which stands further inside.
_NEAR, _NEAR_INSIDE = 18.0, 26.0
# The least height of a card with a marker at the upper and one at the lower corner of one side.
_TWO_MARKERS = 60.0
_TONES: dict[CardStatus, str] = {"existing": "ink", "needed": "added", "changed": "changed", "retired": "ink2"}


@frozen(kw_only=True, eq=False)
class CardText:
    """The lines of a card, wrapped to its width; px."""

    piece: Piece
    first: tuple[Line, ...]
    status: tuple[Line, ...]
    title: tuple[Line, ...]
    detail: tuple[Line, ...]
    strip: str
    number: float
    indent: float
    height: float
    cut: bool


def card_text(piece: Piece, width: float, *, critical_tag: str, spacing: Spacing, ink: Ink) -> CardText:
    """The words of a card that is `width` px wide."""
    card = piece.card
    own = card.kind in {"contact", "alone"}
    left, right = sides_of(card, ink)
    number = number_room(card, ink)
    room = max(40.0, width - left - right - number)
    face = faces.STATION_TITLE if own else faces.CELL
    if piece.again:
        # Beside the first piece it is enough to say that it is the same; elsewhere it has to be said what it is.
        elsewhere = piece.carried and bool(card.again)
        found = ink.wrap(card.title if elsewhere else card.again or card.title, room, face, max_lines=2)
        first = status = ink.wrap("", room, faces.SMALL)
        detail = ink.wrap(card.again if elsewhere else "", room, faces.SMALL, max_lines=2)
    else:
        found = ink.wrap(card.title, room, face, max_lines=TITLE_LINES)
        first = ink.wrap(card.first, room, faces.SMALL, max_lines=2)
        status = ink.wrap(card.status_word, room, faces.SMALL_STRONG, max_lines=1)
        detail = ink.wrap(card.detail, room, faces.SMALL, max_lines=3)
    parts = (first, status, found, detail)
    strip = critical_tag if card.emphasis == "critical" else ""
    content = 14.0 * (len(first.lines) + len(status.lines) + len(detail.lines)) + face.line * len(found.lines)
    least = max(_TWO_MARKERS if len(card.markers) > 1 else 0.0, spacing.own_card if own else spacing.card)
    height = max(least, content + 2 * spacing.card_pad) + (STRIP if strip else 0.0)
    return CardText(
        piece=piece, first=first.lines, status=status.lines, title=found.lines, detail=detail.lines, strip=strip, number=number, indent=left,
        height=height, cut=any(one.cut for one in parts),
    )  # fmt: skip


def sides_of(card: Card, ink: Ink) -> tuple[float, float]:
    """px that the words of a card keep from its left and its right edge: so many that no marker stands on them."""
    reach = max((inset(one, ink) + half_width(one, ink) + 4 for one in card.markers), default=0.0)
    left = CARD_INDENT if len(card.markers) < 2 else max(CARD_INDENT, reach)
    return left + (4.0 if card.kind == "system" else 0.0), max(CARD_INDENT, reach)


def number_room(card: Card, ink: Ink) -> float:
    """px that the number of a card takes beside its title."""
    return max(NUMBER_ROOM, ink.width(card.number, faces.STRONG) + 12) if card.number else 0.0


def draw_card(text: CardText, box: Box, taken: Sequence[Box], *, ink: Ink, sources: Sources) -> Group:
    """A card in its box, with what stands at its corners; no marker goes where something is `taken`."""
    card, palette = text.piece.card, ink.palette
    x, y, width, height = box.x, box.y, box.width, box.height
    nodes = _ground(text, box, ink)
    corners = _corners_of(text, box, taken)
    if len(card.markers) == 1 and corners and not corners[0][0]:
        # The words make room at the left in place of the right.
        text = evolve(text, indent=sides_of(card, ink)[1] + (4.0 if card.kind == "system" else 0.0))
    top = y
    if text.strip:
        nodes += [
            Rect(x=x, y=y, width=width, height=STRIP, fill=palette.ink),
            star(x + 14, y + 10.5, 6, palette.paper),
            ink.fitted(x + 25, y + 14.2, text.strip, width - TAG_ROOM, face=faces.STRONG, fill=palette.paper),
        ]
        top += STRIP
    nodes += _words(text, evolve(box, y=top, height=y + height - top), ink)
    nodes += _markers(text, box, corners, ink)
    label = card.label or card.title
    if text.piece.again:
        label = card.again_labels[text.piece.run] if card.again_labels else f"{card.again or card.title}: {label}"
    return Group(
        children=tuple(nodes), role="listitem", label=label.strip() or NOTHING, tip=card.tip or (card.label or card.title if text.cut else ""),
        href=card.href, source=sources.claim(card.source),
    )  # fmt: skip


def _corners_of(text: CardText, box: Box, taken: Sequence[Box]) -> list[tuple[bool, bool]]:
    """The corners at which the markers of a card stand; none where an earlier piece of it has them."""
    markers = text.piece.card.markers
    if not markers or text.piece.again:
        return []
    near = _NEAR if all(one.kind in {"fail", "note"} for one in markers) else _NEAR_INSIDE
    return _corners(box, taken, len(markers), near=near, strip=bool(text.strip))


def _markers(text: CardText, box: Box, corners: Sequence[tuple[bool, bool]], ink: Ink) -> list[Node]:
    out: list[Node] = []
    for marker, (right, lower) in zip(text.piece.card.markers, corners, strict=False):
        aside = inset(marker, ink)
        along = 3.0 if marker.kind in {"fail", "note"} else max(10.0, half_height(marker, ink) - LIFT)
        if lower:
            # The words of a triangle stand low in it: over the edge of the card, were it as near to the lower corner.
            y = box.bottom - (along + 4 if marker.kind == "wait" else along)
        else:
            # No marker covers the words of the strip.
            y = box.y + (STRIP + max(TALLEST / 2, half_height(marker, ink)) + 1 if text.strip else along)
        out += draw_marker(marker, box.right - aside if right else box.x + aside, y, ink)
    return out


def _corners(box: Box, taken: Sequence[Box], count: int, *, near: float, strip: bool) -> list[tuple[bool, bool]]:
    """The corners of a card as (is right, is lower), the upper right first; those near the end or the words of a connector come last.

    Under a strip the lower ones come first.
    """
    corners = [(right, lower) for right in (True, False) for lower in ((True, False) if strip else (False, True))]
    if strip and count > 1:
        corners.sort(key=lambda one: not one[1])
    upper = box.y + (STRIP + TALLEST / 2 if strip else 3)
    places = {one: (box.right - 3 if one[0] else box.x + 3, box.bottom - 3 if one[1] else upper) for one in corners}
    return sorted(corners, key=lambda one: any(_near(places[one], each, near) for each in taken))


def _near(corner: tuple[float, float], box: Box, near: float) -> bool:
    x, y = corner
    return box.x - _NEAR < x < box.right + _NEAR and box.y - near < y < box.bottom + near


def _ground(text: CardText, box: Box, ink: Ink) -> list[Node]:
    x, y, width, height = box.x, box.y, box.width, box.height
    card, palette = text.piece.card, ink.palette
    stroke, thick = palette.ink, 1.0
    dash: tuple[float, ...] = ()
    if card.kind == "contact":
        thick = 2.0
    elif card.kind == "alone":
        stroke, thick, dash = palette.rule2, 1.25, (4.0, 3.0)
    if card.emphasis == "critical":
        stroke, thick, dash = palette.ink, 3.0, ()
    if card.status == "needed":
        stroke, thick, dash = palette.added, 1.5, (6.0, 3.0)
    elif card.status == "changed":
        stroke, thick = palette.changed, 1.5
    elif card.status == "retired":
        stroke, dash = palette.rule2, (4.0, 3.0)
    radius = 0.0 if card.kind == "system" or text.strip else 4.0
    nodes: list[Node] = [
        Rect(x=x, y=y, width=width, height=height, radius=radius, fill=palette.paper, stroke=stroke, stroke_width=thick, dash=dash)
    ]
    if card.kind == "system":
        nodes.append(rule(x + 4.5, y, x + 4.5, y + height, stroke=stroke, width=thick))
    return nodes


def _words(text: CardText, box: Box, ink: Ink) -> list[Node]:
    card, palette = text.piece.card, ink.palette
    own = card.kind in {"contact", "alone"}
    face = faces.STATION_TITLE if own else faces.CELL
    content = 14.0 * (len(text.first) + len(text.status) + len(text.detail)) + face.line * len(text.title)
    y = box.y + (box.height - content) / 2
    left = box.x + text.indent + text.number
    nodes: list[Node] = ink.lines(left, y + 10.5, text.first, face=faces.SMALL)
    y += 14.0 * len(text.first)
    nodes += ink.lines(left, y + 10.5, text.status, face=faces.SMALL_STRONG, fill=getattr(palette, _TONES[card.status]))
    y += 14.0 * len(text.status)
    fill = palette.ink2 if card.status == "retired" or text.piece.again else palette.ink
    baseline = y + 0.76 * face.line
    nodes += ink.lines(left, baseline, text.title, face=face, fill=fill)
    if card.number:
        nodes += _number(text, box.x + text.indent, baseline, ink)
    y += face.line * len(text.title)
    return nodes + ink.lines(left, y + 10.5, text.detail, face=faces.SMALL)


def _number(text: CardText, x: float, baseline: float, ink: Ink) -> list[Node]:
    card = text.piece.card
    if card.emphasis != "matters":
        return [ink.text(x - 1, baseline, card.number, face=faces.MUTED)]
    width = ink.width(card.number, faces.SMALL_STRONG)
    symbol = diamond(x + 5, baseline - 4.4, 11 + max(0.0, (width - 8) / 2), fill=ink.palette.ink, stroke=None, stroke_width=1)
    return [symbol, ink.text(x + 5, baseline - 0.4, card.number, face=faces.SMALL_STRONG, fill=ink.palette.paper, anchor="middle")]
