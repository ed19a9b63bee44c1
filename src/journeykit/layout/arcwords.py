"""Arcs on tracks above each other, each with its words where nobody takes them for those of another."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from journeykit.text import Line, Wrapped

from . import ink as faces
from .arclegs import Leg
from .continuing import tag_width
from .ink import Ink
from .space import GRID_LEFT

_LEAST_ABOVE = 56.0
# px between two lines on a track, between words and their own line, and between words and what belongs to others.
_BETWEEN, _OWN, _OTHERS = 16.0, 14.0, 28.0
_STEM = 6.0
# How many tracks are tried for words that have no room on the lowest one.
_TRACKS_TRIED = 8
_RADIUS = 9.0

_Span = tuple[float, float]


class _Around(NamedTuple):
    """What a leg on a track has around it: lines and words of others on the track, and x of feet that pass it."""

    taken: tuple[_Span, ...]
    passing: tuple[float, ...]


def placed_legs(legs: Sequence[Leg], end: float, ink: Ink) -> list[Leg]:
    """Each leg on the lowest track that is free over its length, short ones first; higher where its words have no room of their own there.

    Words end at `end`, px.
    """
    order = sorted(legs, key=lambda one: one.high - one.low)
    held: dict[int, Leg] = {}
    put_off: list[int] = []
    for at, leg in enumerate(order):
        waiting = [*(order[one] for one in put_off), *order[at + 1 :]]
        track = next(_free_tracks(leg, held.values(), ink))
        if found := _whole(leg._replace(track=track), _around(track, held.values(), waiting, ink), end, ink):
            held[at] = found
        else:
            put_off.append(at)
    for place, at in enumerate(put_off):
        waiting = [order[one] for one in put_off[place + 1 :]]
        tracks = list(islice(_free_tracks(order[at], held.values(), ink), _TRACKS_TRIED))
        tried = ((order[at]._replace(track=track), _around(track, held.values(), waiting, ink)) for track in tracks)
        first = order[at]._replace(track=tracks[0])
        whole = next((found for leg, around in tried if (found := _whole(leg, around, end, ink))), None)
        held[at] = whole or _in_part(first, _around(tracks[0], held.values(), waiting, ink), end, ink)
    return [held[at] for at in range(len(order))]


def reach(leg: Leg, ink: Ink) -> _Span:
    """From where to where the line of a leg reaches, with the sign at its end, px."""
    half = 0.0 if not leg.away else tag_width(leg.away, ink) / 2 if leg.signed else _RADIUS
    leads_right = (leg.x1 > leg.x0) == leg.starts
    return (leg.low, leg.high + half) if leads_right else (leg.low - half, leg.high)


def _free_tracks(leg: Leg, placed: Iterable[Leg], ink: Ink) -> Iterator[int]:
    """Tracks on which the line of a leg has room, from the lowest."""
    low, high = reach(leg, ink)
    full = set[int]()
    for one in placed:
        left, right = reach(one, ink)
        near = left < high + _BETWEEN and low - _BETWEEN < right
        spoken = one.words is not None and one.words[0] < high + _OTHERS and low - _OTHERS < one.words[0] + one.words[2]
        if near or spoken:
            full.add(one.track)
    return (track for track in range(len(full) + _TRACKS_TRIED) if track not in full)


def _around(track: int, placed: Iterable[Leg], waiting: Sequence[Leg], ink: Ink) -> _Around:
    taken: list[_Span] = []
    passing = [x for one in waiting for x in one.feet]
    for one in placed:
        if one.track == track:
            taken.append(reach(one, ink))
            if one.words:
                taken.append((one.words[0], one.words[0] + one.words[2]))
        elif one.track > track:
            passing += one.feet
    return _Around(taken=tuple(taken), passing=tuple(passing))


def _whole(leg: Leg, around: _Around, end: float, ink: Ink) -> Leg | None:
    """The leg with all of its words in its line, above it or beside it; None where that is no place for them."""
    left, right = reach(leg, ink)
    if leg.away and any(left - _STEM < x < right + _STEM for x in around.passing):
        return None  # a foot would run through its sign
    text, width = leg.arc.text, ink.width(leg.arc.text, faces.MUTED)
    stems = [(x - _STEM, x + _STEM) for x in around.passing]
    for start, stop in _free(leg.low + 24, leg.high - 24, stems):
        if stop - start >= width:
            near = max(start, leg.low + 56) if leg.low == leg.x0 else max(start, min(leg.high - 56, stop) - width)
            return leg._replace(words=(min(near, stop - width), text, width))
    if (leg.starts and leg.lands) or leg.arc.kind != "impact":
        x, lines, cut = _above(leg, stems, ink)
        # An effect that does not fit whole stands beside its arc rather than shortened above it.
        if lines and not (cut and leg.arc.kind == "impact"):
            return leg._replace(above=(x, lines))
    for x, room in _beside(leg, around, end, ink):
        if room >= width:
            return leg._replace(words=(x if x > leg.low else x - width, text, width))
    return None


def _in_part(leg: Leg, around: _Around, end: float, ink: Ink) -> Leg:
    """The leg with as much of its words as there is room for; none where that is next to nothing."""
    stems = [(x - _STEM, x + _STEM) for x in around.passing]
    places = [(stop - start, start, True) for start, stop in _free(leg.low + 24, leg.high - 24, stems)]
    places += [(room, x, x > leg.low) for x, room in _beside(leg, around, end, ink)]
    room, x, is_left_end = max(places, default=(0.0, 0.0, True))
    if room < 40:
        return leg
    short = ink.shorten(leg.arc.text, room, faces.MUTED)
    width = ink.width(short, faces.MUTED)
    return leg._replace(words=(x if is_left_end else x - width, short, width))


def _beside(leg: Leg, around: _Around, end: float, ink: Ink) -> list[tuple[float, float]]:
    """Where words beside a leg would begin, or at its left end, and how wide they may be; beside its sign first."""
    left, right = reach(leg, ink)
    others = [*around.taken, *((x, x) for x in around.passing)]
    ahead = min((start for start, _ in others if start > right - 1), default=end + _OTHERS)
    behind = max((stop for _, stop in others if stop < left + 1), default=GRID_LEFT - _OTHERS)
    # A foot that passes between the ends of the line does not matter; one at its very end leaves no room.
    found = [(right + _OWN, min(ahead - _OTHERS, end) - right - _OWN), (left - _OWN, left - _OWN - max(behind + _OTHERS, GRID_LEFT))]
    return found if right > leg.high or not leg.away else found[::-1]


def _above(leg: Leg, stems: list[_Span], ink: Ink) -> tuple[float, tuple[Line, ...], bool]:
    """Words in lines above an arc that does not hold them; x, the lines and whether they are cut."""
    left, right = max(_free(leg.low + 4, leg.high - 4, stems), key=lambda one: one[1] - one[0], default=(leg.low, leg.low))
    if right - left < _LEAST_ABOVE:
        return 0.0, (), False
    found = _balanced(leg.arc.text, right - left, ink)
    return left, found.lines, found.cut


def _balanced(text: str, room: float, ink: Ink) -> Wrapped:
    """At most four lines; where a narrower block has no more of them than the whole room, that one, so that no word is left alone."""
    found = ink.wrap(text, room, faces.SMALL, max_lines=4)
    for share in (0.55, 0.65, 0.75, 0.85):
        narrower = ink.wrap(text, share * room, faces.SMALL, max_lines=4)
        if not narrower.cut and len(narrower.lines) == len(found.lines):
            return narrower
    return found


def _free(low: float, high: float, blocked: Sequence[_Span]) -> list[_Span]:
    out: list[_Span] = []
    at = low
    for left, right in sorted(blocked):
        if right > at and left < high:
            if left > at:
                out.append((at, left))
            at = max(at, right)
    if high > at:
        out.append((at, high))
    return out
