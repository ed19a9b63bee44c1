"""In which order the rows of a lane stand: few connectors past the cards of other rows, and who leads up stands high."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import permutations

from journeykit.diagram import CardLane, CardRow, Connector

_MOST = 5
_PLACE = tuple[int, int]


def ordered_rows(lanes: Sequence[CardLane], connectors: Sequence[Connector]) -> list[tuple[CardRow, ...]]:
    """The rows of each lane in the order in which they are drawn."""
    places = {card.id: (at, row) for at, lane in enumerate(lanes) for row, held in enumerate(lane.rows) for card in held.cards}
    columns = {card.id: _columns(card.runs) for lane in lanes for row in lane.rows for card in row.cards}
    return [
        _best(at, lane, connectors, places=places, columns=columns) if lane.sortable and 1 < len(lane.rows) <= _MOST else lane.rows
        for at, lane in enumerate(lanes)
    ]


def _columns(runs: Sequence[tuple[int, int]]) -> frozenset[int]:
    return frozenset(at for start, end in runs for at in range(start, end + 1))


def _best(
    at: int, lane: CardLane, connectors: Sequence[Connector], *, places: dict[str, _PLACE], columns: dict[str, frozenset[int]]
) -> tuple[CardRow, ...]:
    """The order with the fewest cards to pass; among equals the one in which rows with connectors upwards stand highest."""
    held = [_weights(row, columns) for row in lane.rows]
    passed: dict[tuple[str, int, int], int] = defaultdict(int)
    upward = [0] * len(held)
    for one in connectors:
        if one.source not in places or one.target not in places:
            continue
        shared = columns[one.source] & columns[one.target]
        ends = sorted((places[one.source], places[one.target]))
        (lane1, row1), (lane2, row2) = ends
        kind, rows = _kind(at, lane1, lane2)
        if not kind:
            continue
        mine = tuple(row for row, wanted in ((row1, rows[0]), (row2, rows[1])) if wanted)
        if kind == "up":
            upward[mine[0]] += 1
        for row, taken in enumerate(held):
            if row not in mine and shared:
                passed[kind, mine[0] * 16 + mine[-1], row] += min(taken.get(column, 0) for column in shared)
    return tuple(lane.rows[row] for row in min(permutations(range(len(held))), key=lambda order: _cost(order, passed, upward)))


def _weights(row: CardRow, columns: dict[str, frozenset[int]]) -> dict[int, int]:
    """By column what it costs to pass a row there: a card over one column can make room, a longer one cannot."""
    out: dict[int, int] = {}
    for card in row.cards:
        for column in columns[card.id]:
            out[column] = max(out.get(column, 0), 1 if len(columns[card.id]) == 1 else 3)
    return out


def _kind(at: int, upper: int, lower: int) -> tuple[str, tuple[bool, bool]]:
    if upper == lower == at:
        return "mid", (True, True)
    if lower == at:
        return "up", (False, True)
    return ("down", (True, False)) if upper == at else ("", (False, False))


def _cost(order: tuple[int, ...], passed: dict[tuple[str, int, int], int], upward: Sequence[int]) -> tuple[int, int]:
    place = {row: at for at, row in enumerate(order)}
    cost = 0
    for (kind, ends, row), count in passed.items():
        one, two = place[ends // 16], place[ends % 16]
        here = place[row]
        between = here < one if kind == "up" else here > one if kind == "down" else min(one, two) < here < max(one, two)
        cost += count if between else 0
    return cost, sum(place[row] * count for row, count in enumerate(upward))
