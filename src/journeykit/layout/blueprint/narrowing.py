"""Cards that make room: where a connector passes a card in its own column, the card narrows, so that the connector stays straight."""

from collections.abc import Sequence
from typing import Literal

from .levels import Level
from .pieces import Piece, Wire

Side = Literal["left", "right"]
_CROWD = 2


def narrowed(levels: Sequence[Level], wires: Sequence[Wire]) -> dict[str, Side]:
    """Which pieces give up room, and on which side. A piece gives up one side at most, and none that a connector needs to begin or end at."""
    place = {one.key: at for at, level in enumerate(levels) for one in level.pieces}
    over: dict[tuple[int, int], Piece] = {}
    for at, level in enumerate(levels):
        for one in level.pieces:
            for column in range(one.start, one.end + 1):
                over[at, column] = one
    given: dict[str, Side] = {}
    kept: set[tuple[str, Side]] = set()
    inside = [one for one in wires if not one.sign and one.source.key in place and one.target.key in place]
    crowds = _crowds(inside, place, over)
    for wire in sorted(inside, key=lambda one: (abs(place[one.source.key] - place[one.target.key]), one.connector.id)):
        low, high = sorted((place[wire.source.key], place[wire.target.key]))
        columns = [[over.get((at, column)) for at in range(low + 1, high)] for column in _shared(wire)]
        # What is given up has room for two: a crowd goes around, where gaps can grow.
        _let_pass(wire, [between for between in columns if all(one is None or crowds[one.key] <= _CROWD for one in between)], given, kept)
    return given


def _shared(wire: Wire) -> range:
    return range(max(wire.source.start, wire.target.start), min(wire.source.end, wire.target.end) + 1)


def _crowds(wires: Sequence[Wire], place: dict[str, int], over: dict[tuple[int, int], Piece]) -> dict[str, int]:
    """How many wires might want to pass each piece in its own column."""
    out: dict[str, int] = {}
    for wire in wires:
        low, high = sorted((place[wire.source.key], place[wire.target.key]))
        columns = set(_shared(wire)) or {one.start for one in (wire.source, wire.target) if one.start == one.end}
        for key in {one.key for at in range(low + 1, high) for column in columns if (one := over.get((at, column)))}:
            out[key] = out.get(key, 0) + 1
    return out


def _let_pass(wire: Wire, columns: Sequence[Sequence[Piece | None]], given: dict[str, Side], kept: set[tuple[str, Side]]) -> None:
    """Makes room for a wire in the first column and on the first side that can give it."""
    ends = (wire.source, wire.target)
    if any(not any(between) for between in columns):
        return
    for between in columns:
        passed = [one for one in between if one is not None]
        # Between markers on both sides a narrow card has no room for words.
        if any(one.start != one.end or len(one.card.markers) > 1 for one in passed):
            continue
        column = passed[0].start
        sides: tuple[Side, Side] = ("right", "left")
        for side in sides:
            at_edge = [one for one in ends if (one.end if side == "right" else one.start) == column]
            if any(given.get(one.key) == side for one in at_edge):
                continue
            if any(given.get(one.key, side) != side or (one.key, side) in kept for one in passed):
                continue
            given.update({one.key: side for one in passed})
            kept.update((one.key, side) for one in at_edge)
            return
