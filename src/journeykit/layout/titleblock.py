"""The title block: badges, title, finding, and columns of facts."""

from typing import NamedTuple

from journeykit.diagram import Badge, Diagram, Fact
from journeykit.scene import Group, Node, Rect, Text
from journeykit.text import Line, as_sentence

from . import ink as faces
from .blocks import Block
from .ink import Ink, rule
from .space import MARGIN

_BADGE_HEIGHT = 20.0
_FACT = 240.0
# Rather a little narrower than under the title.
_FACT_LEAST = 200.0
_FACT_GAP = 24.0
_TITLE_LEAST = 470.0
_TITLE_MOST = 1120.0
_FINDING_MOST = 730.0
_BESIDE = 44.0
_NUMBER = 20.0
# There must be room for more than the title block: a little of it on a sheet of paper, more where the page is as long as it needs to be.
_TITLE_LINES, _TITLE_LINES_ENDLESS = 3, 5
_FACT_LINES, _FACT_LINES_ENDLESS = 5, 12


class _Facts(NamedTuple):
    fact: Fact
    heading: tuple[Line, ...]
    line: tuple[Line, ...]
    text: tuple[Line, ...]
    width: float
    height: float


def title_block(diagram: Diagram, width: float, ink: Ink, *, paper: bool = False, numbered: bool = False) -> Block | None:
    """The title block of a page that is `width` px wide; None for a diagram that says nothing there.

    Long texts are cut, on paper sooner; the whole is then the tooltip. With `numbered` the right end of its top is left to `page_number`.
    """
    above = _NUMBER if numbered else 0.0
    kept = ink.width(diagram.page.replace("{}", "999"), faces.SMALL) + 24 if numbered else 0.0
    title_lines, most = (_TITLE_LINES, _FACT_LINES) if paper else (_TITLE_LINES_ENDLESS, _FACT_LINES_ENDLESS)
    room = width - 2 * MARGIN
    share = (room - _BESIDE - _TITLE_LEAST + _FACT_GAP) / max(1, len(diagram.facts)) - _FACT_GAP
    beside = bool(diagram.facts) and share >= _FACT_LEAST
    fact_width = _FACT_LEAST if beside and share < _FACT else min(_FACT, room)
    facts = [_fact(one, fact_width, ink, most=most) for one in diagram.facts]
    taken = len(facts) * (fact_width + _FACT_GAP) - _FACT_GAP
    left_room = room - taken - _BESIDE if beside else room
    # What stands at the very top ends before the number of the page; what stands beside the title begins under it.
    top_room = left_room if beside else room - kept
    badges = _badge_rows(diagram.badges, top_room, ink)
    title = ink.wrap(diagram.title, min(left_room if badges else top_room, _TITLE_MOST), faces.TITLE, max_lines=title_lines).lines
    finding = _finding(diagram, left_room, ink, most=most)
    first = (len(badges) * (_BADGE_HEIGHT + 6) - 6 + 44) if badges else 30
    below = first + max(0, len(title) - 1) * 40
    under_title = below + (30 + (len(finding) - 1) * 22 if finding else 0) + 8
    fact_rows = _rows(facts, room) if not beside else [facts]
    tops = _tops(fact_rows, above if beside else under_title + 20)
    height = max(under_title, tops[-1]) if facts else under_title
    if not title and not badges and not facts and not finding:
        return None

    def paint(top: float) -> list[Node]:
        nodes: list[Node] = []
        for at, row in enumerate(badges):
            nodes += _draw_badges(row, top + at * (_BADGE_HEIGHT + 6), ink)
        # Shifted for the optical edge: a large capital has more air at its left.
        nodes += ink.lines(MARGIN - 1.5, top + first, title, face=faces.TITLE)
        nodes += ink.lines(MARGIN, top + below + 30, finding, face=faces.FINDING)
        for held, y in zip(fact_rows, tops, strict=False):
            x = width - MARGIN - taken if beside else MARGIN
            for one in held:
                nodes += _draw_fact(one, x, top + y, ink)
                x += one.width + _FACT_GAP
        return [Group(children=tuple(nodes), role="group", label=_label(diagram), tip=_label(diagram) if _cut(nodes) else "")]

    return Block(height=height, paint=paint)


def _finding(diagram: Diagram, room: float, ink: Ink, *, most: int) -> tuple[Line, ...]:
    return ink.wrap(diagram.finding, min(room, _FINDING_MOST), faces.FINDING, max_lines=most).lines if diagram.finding else ()


def _cut(nodes: list[Node]) -> bool:
    return any(isinstance(one, Text) and one.text.endswith("…") for one in nodes)


def page_number(width: float, label: str, ink: Ink) -> Block:
    """The number of the first page, where the later ones have theirs."""

    def paint(top: float) -> list[Node]:
        number = ink.text(width - MARGIN, top + 12, label, face=faces.SMALL, anchor="end")
        return [Group(children=(number,), role="group", label=label)]

    return Block(height=_NUMBER, paint=paint)


def short_title(diagram: Diagram, width: float, label: str, ink: Ink) -> Block:
    """The title of the second and later pages, with the number of the page."""
    room = width - 2 * MARGIN
    number = ink.width(label, faces.SMALL)
    short = ink.shorten(diagram.title, room - number - 32, faces.PANEL, told=True)

    def paint(top: float) -> list[Node]:
        nodes: list[Node] = [ink.text(MARGIN, top + 12, short, face=faces.PANEL)] if short else []
        nodes.append(ink.text(width - MARGIN, top + 12, label, face=faces.SMALL, anchor="end"))
        return [
            Group(
                children=tuple(nodes), role="group", label=f"{diagram.title}, {label}", tip=diagram.title if short != diagram.title else ""
            )
        ]

    return Block(height=20, paint=paint)


def _label(diagram: Diagram) -> str:
    parts = (*(one.text for one in diagram.badges), diagram.title, diagram.finding, *map(_said, diagram.facts))
    return _sentences(*parts)


def _said(fact: Fact) -> str:
    """A heading with what stands below it, in sentences."""
    return ": ".join(part for part in (fact.heading, _sentences(fact.line, fact.text)) if part)


def _sentences(*parts: str) -> str:
    return " ".join(as_sentence(part) for part in parts if part.strip(" ."))


def _badge_rows(badges: tuple[Badge, ...], room: float, ink: Ink) -> list[list[tuple[Badge, str, float, float]]]:
    """Badges with text, x and width, in as many rows as they need."""
    rows: list[list[tuple[Badge, str, float, float]]] = []
    x = 0.0
    for one in badges:
        text = ink.shorten(one.text.upper(), 0.93 * room - 16, faces.BADGE)
        width = ink.width(text, faces.BADGE) + 16
        if not rows or x + width > room:
            rows.append([])
            x = 0.0
        rows[-1].append((one, text, MARGIN + x, width))
        x += width + 6
    return rows


def _draw_badges(row: list[tuple[Badge, str, float, float]], y: float, ink: Ink) -> list[Node]:
    palette = ink.palette
    nodes: list[Node] = []
    for badge, text, x, width in row:
        solid = badge.style == "solid"
        nodes.append(
            Rect(x=x, y=y, width=width, height=_BADGE_HEIGHT, radius=2, fill=palette.ink if solid else None,
                 stroke=palette.ink if solid else palette.rule2, dash=(4, 3) if badge.style == "dashed" else ())
        )  # fmt: skip
        fill = palette.paper if solid else palette.ink
        words = ink.text(x + width / 2, y + 14, text, face=faces.BADGE, fill=fill, anchor="middle")
        nodes.append(words if text == badge.text.upper() else Group(children=(words,), tip=badge.text))
    return nodes


def _fact(fact: Fact, width: float, ink: Ink, *, most: int) -> _Facts:
    heading = ink.wrap(fact.heading.upper(), width, faces.CAPITALS, max_lines=max(2, most // 3)).lines if fact.heading else ()
    line = ink.wrap(fact.line, width, faces.STATION_TITLE, max_lines=max(3, most // 2)).lines if fact.line else ()
    text = ink.wrap(fact.text, width, faces.CELL, max_lines=most).lines if fact.text else ()
    height = 12 + 14 * len(heading) + (4 + 17 * len(line) if line else 0) + (2 + 16 * len(text) if text else 0) + 4
    return _Facts(fact=fact, heading=heading, line=line, text=text, width=width, height=height)


def _rows(facts: list[_Facts], room: float) -> list[list[_Facts]]:
    count = max(1, int((room + _FACT_GAP) // (_FACT + _FACT_GAP)))
    return [facts[at : at + count] for at in range(0, len(facts), count)] or [[]]


def _tops(rows: list[list[_Facts]], first: float) -> list[float]:
    """The top of each row, and the bottom of the last."""
    tops = [first]
    for row in rows:
        tops.append(tops[-1] + max((one.height for one in row), default=0.0) + (16 if row is not rows[-1] else 0))
    return tops


def _draw_fact(one: _Facts, x: float, top: float, ink: Ink) -> list[Node]:
    nodes: list[Node] = [rule(x, top + 1, x + one.width, top + 1, stroke=ink.palette.ink)]
    y = top + 21
    nodes += ink.lines(x, y, one.heading, face=faces.CAPITALS)
    y += 14 * (len(one.heading) - 1) + 21
    nodes += ink.lines(x, y, one.line, face=faces.STATION_TITLE)
    y += 17 * (len(one.line) - 1) + 19
    nodes += ink.lines(x, y, one.text, face=faces.MUTED)
    return nodes
