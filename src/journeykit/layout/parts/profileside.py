"""The side of a card: the sign in its ring, the name, badges, facts, a rating, and how it feels."""

from collections.abc import Callable
from typing import NamedTuple

from journeykit.diagram import Badge, Meter, Mood, Profile, ProfileFact
from journeykit.layout import ink as faces
from journeykit.layout.ink import Face, Ink, level, rule
from journeykit.layout.saying import said
from journeykit.layout.sources import Sources
from journeykit.layout.space import MARGIN
from journeykit.layout.symbols import face as smile
from journeykit.scene import Circle, Group, Node, Rect

SIDE = 244.0
_WIDTH = 180.0
_RIGHT = MARGIN + _WIDTH
_RING = 38.0
_NAME = Face(size=24, line=28, weight=700, spacing=-0.4)
_SIGN = Face(size=22, line=26, weight=700)
_DETAIL = Face(size=13, line=17, second=True)
_NAME_LINES = 5
_DETAIL_LINES = 4
_BADGE_LINES = 2
_FACT = 26.0

_Paint = Callable[[float], list[Node]]


class Side(NamedTuple):
    """The side of a card: its height with air below, px, and how it is drawn."""

    height: float
    paint: _Paint


class _Part(NamedTuple):
    """Something on the side: what it needs, and how it is drawn at a top."""

    height: float
    paint: _Paint


def side_of(profile: Profile, ink: Ink, sources: Sources) -> Side:
    """Everything below each other."""
    parts = [_head(profile, ink)]
    parts += [_badge(one, ink) for one in profile.badges if one.text.strip()]
    if profile.badges:
        parts.append(_air(6))
    if profile.facts:
        parts.append(_facts(profile.facts, ink))
    if profile.meter:
        parts.append(_meter(profile.meter, profile.meter_title, ink))
    if profile.moods:
        parts.append(_moods(profile, ink, sources))

    def paint(top: float) -> list[Node]:
        nodes: list[Node] = []
        for one in parts:
            nodes += one.paint(top)
            top += one.height
        return nodes

    return Side(height=sum(one.height for one in parts) + MARGIN, paint=paint)


def _air(height: float) -> _Part:
    return _Part(height, lambda _: [])


def _head(profile: Profile, ink: Ink) -> _Part:
    name = ink.wrap(profile.name, _WIDTH, _NAME, max_lines=_NAME_LINES)
    detail = ink.wrap(profile.detail, _WIDTH, _DETAIL, max_lines=_DETAIL_LINES) if profile.detail else None
    first = 2 * _RING + 46 if profile.sign else 22.0
    last = first + 28 * (len(name.lines) - 1)
    height = last + (7 + 17 * len(detail.lines) if detail else 0) + 16

    def paint(top: float) -> list[Node]:
        nodes: list[Node] = _sign(profile, top, ink) if profile.sign else []
        # Shifted for the optical edge, as every large title.
        nodes += ink.lines(MARGIN - 1, top + first, name.lines, face=_NAME)
        nodes += ink.lines(MARGIN, top + last + 24, detail.lines, face=_DETAIL) if detail else []
        cut = name.cut or (detail is not None and detail.cut)
        whole = said("", None, profile.name, profile.detail)
        sign = profile.sign if profile.sign != _short_sign(profile, ink) else ""
        tip = "; ".join(text for text in (whole if cut else "", sign, profile.sign_tip) if text)
        return [Group(children=tuple(nodes), tip=tip)]

    return _Part(height, paint)


def _short_sign(profile: Profile, ink: Ink) -> str:
    return ink.shorten(profile.sign, 2 * _RING - 16, _SIGN)


def _sign(profile: Profile, top: float, ink: Ink) -> list[Node]:
    x, y = MARGIN + _RING, top + _RING + 6
    text = _short_sign(profile, ink)
    palette = ink.palette
    rings: list[Node] = [Circle(cx=x, cy=y, r=_RING, fill=palette.paper, stroke=palette.ink, stroke_width=2)]
    if profile.heavy:
        rings.append(Circle(cx=x, cy=y, r=_RING - 6, stroke=palette.ink, stroke_width=4))
    return [*rings, ink.text(x, y + 8, text, face=_SIGN, anchor="middle")]


def _badge(badge: Badge, ink: Ink) -> _Part:
    found = ink.wrap(badge.text.upper(), _WIDTH - 16, faces.BADGE, max_lines=_BADGE_LINES)
    width = max((ink.width(line.text, faces.BADGE) for line in found.lines), default=0.0) + 16
    height = 6.0 + 14 * len(found.lines)
    palette, solid = ink.palette, badge.style == "solid"

    def paint(top: float) -> list[Node]:
        box = Rect(x=MARGIN, y=top, width=width, height=height, radius=2, fill=palette.ink if solid else None,
                   stroke=palette.ink if solid else palette.rule2, dash=(4, 3) if badge.style == "dashed" else ())  # fmt: skip
        fill = palette.paper if solid else palette.ink
        words = ink.lines(MARGIN + width / 2, top + 14, found.lines, face=faces.BADGE, fill=fill, anchor="middle")
        return [Group(children=(box, *words), tip=badge.text if found.cut else "")]

    return _Part(height + 6, paint)


def _facts(facts: tuple[ProfileFact, ...], ink: Ink) -> _Part:
    rows = [_fact(one, ink) for one in facts]

    def paint(top: float) -> list[Node]:
        items: list[Node] = []
        for one, row in zip(facts, rows, strict=True):
            items.append(Group(children=tuple(row.paint(top)), role="listitem", label=said("", None, f"{one.name}: {one.value}")))
            top += row.height
        return [Group(children=tuple(items), role="list")]

    return _Part(sum(one.height for one in rows) + 10, paint)


def _fact(one: ProfileFact, ink: Ink) -> _Part:
    """Name and value at both ends of a line, or the value below where both are too long for one."""
    name, value = ink.width(one.name, faces.MUTED), ink.width(one.value, faces.CELL)
    fill = None if one.known else ink.palette.ink2
    if name + value + 12 <= _WIDTH:

        def line(top: float) -> list[Node]:
            left = ink.text(MARGIN, top + 18, one.name, face=faces.MUTED)
            right = ink.text(_RIGHT, top + 18, one.value, face=faces.CELL, fill=fill, anchor="end")
            return [left, right, _under(top + _FACT, ink)]

        return _Part(_FACT, line)
    title = ink.wrap(one.name, _WIDTH, faces.MUTED).lines
    words = ink.wrap(one.value, _WIDTH, faces.CELL, max_lines=6)
    height = _FACT + 16 * (len(title) + len(words.lines) - 1)

    def stack(top: float) -> list[Node]:
        nodes = ink.lines(MARGIN, top + 18, title, face=faces.MUTED)
        nodes += ink.lines(MARGIN, top + 18 + 16 * len(title), words.lines, face=faces.CELL, fill=fill)
        return [Group(children=(*nodes, _under(top + height, ink)), tip=one.value if words.cut else "")]

    return _Part(height, stack)


def _under(y: float, ink: Ink) -> Node:
    return rule(MARGIN, y, _RIGHT, y, stroke=ink.palette.rule)


def _meter(meter: Meter, title: str, ink: Ink) -> _Part:
    lines = ink.wrap(meter.text, _WIDTH, faces.SMALL, max_lines=5)
    head = ink.wrap(title, _WIDTH, faces.MUTED).lines if title else ()
    gap, palette = 5.0, ink.palette
    width = (_WIDTH + gap) / meter.of - gap
    under = 4.0 + 16 * len(head)

    def paint(top: float) -> list[Node]:
        nodes: list[Node] = ink.lines(MARGIN, top + 14, head, face=faces.MUTED)
        for at in range(meter.of):
            full = meter.filled is not None and at < meter.filled
            nodes.append(
                Rect(x=MARGIN + at * (width + gap), y=top + under + 4, width=width, height=7, fill=palette.ink if full else palette.paper,
                     stroke=palette.ink if full else palette.rule2)
            )  # fmt: skip
        nodes += ink.lines(MARGIN, top + under + 30, lines.lines, face=faces.SMALL)
        return [Group(children=tuple(nodes), role="group", label=said(title, None, meter.text), tip=meter.text if lines.cut else "")]

    return _Part(under + 20 + 14 * len(lines.lines) + 14, paint)


def _moods(profile: Profile, ink: Ink, sources: Sources) -> _Part:
    title = ink.wrap(profile.moods_title, _WIDTH, faces.MUTED).lines if profile.moods_title else ()
    note = ink.wrap(profile.moods_note, _WIDTH, faces.SMALL).lines if profile.moods_note else ()
    pitch = _WIDTH / len(profile.moods)
    words = [ink.wrap(one.when, pitch - 6, faces.SMALL, max_lines=2).lines for one in profile.moods]
    above = 16.0 * len(title) + 8
    below = above + 56 + 14 * max(len(one) for one in words)

    def paint(top: float) -> list[Node]:
        items: list[Node] = []
        for at, (one, lines) in enumerate(zip(profile.moods, words, strict=True)):
            x, y = MARGIN + at * pitch, top + above
            nodes = [*_smile(one, x + 9, y + 10, ink), ink.text(x, y + 38, one.text, face=faces.VALUE)]
            nodes += ink.lines(x, y + 54, lines, face=faces.SMALL)
            label = said("", None, f"{one.when}: {one.text}")
            items.append(Group(children=tuple(nodes), role="listitem", label=label, tip=one.tip or label, source=sources.claim(one.source)))
        head: list[Node] = ink.lines(MARGIN, top + 14, title, face=faces.MUTED)
        head += ink.lines(MARGIN, top + below, note, face=faces.SMALL)
        return [Group(children=tuple(head)), Group(children=tuple(items), role="list", label=profile.moods_title)]

    return _Part(below + 14 * len(note), paint)


def _smile(mood: Mood, x: float, y: float, ink: Ink) -> list[Node]:
    """The face of the nearest level; of what nobody felt in grey; an empty ring where nobody was asked."""
    palette = ink.palette
    if mood.value is None:
        return [Circle(cx=x, cy=y, r=7.25, stroke=palette.rule2, stroke_width=1.25, dash=(2, 2))]
    colour = palette.rule2 if mood.basis == "assumed" else palette.changed if mood.basis == "intended" else ink.valence(mood.value)
    return smile(x, y, level(mood.value), colour)
