"""Making room: a plan in which every distance can be kept."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

from attrs import evolve

from .grid import Grid
from .plan import Box, Column, Plan, Room, Routing, Row
from .route import laid, route, shaped

__all__ = ["fitted", "grown", "roomy"]

_ROUNDS = 6
# How often each link thinks again where only the room is looked for.
_FIRST = 1


def grown(plan: Plan, room: Room) -> Plan:
    """The plan with its bands and gaps grown; rows, separators and boxes move along, a box over a gap grows with it.

    Args:
        plan: boxes and links.
        room: px to add, as `route` asks for.
    """
    grid = Grid(plan)
    across = _moved([grid.strips[strip][1] for strip in range(0, len(grid.strips), 2)], room.gaps)
    down = _moved([grid.slabs[slab][1] for slab in grid.bands], room.bands)
    return evolve(
        plan,
        right=plan.right + sum(room.gaps),
        bottom=plan.bottom + sum(room.bands),
        rows=[Row(down(row.top), down(row.bottom)) for row in plan.rows],
        columns=[Column(across(column.left), across(column.right)) for column in plan.columns],
        separators=[down(y) for y in plan.separators],
        boxes=[_box(box, across(box.x), across(box.right), down(box.y)) for box in plan.boxes],
    )


def _box(box: Box, left: float, right: float, top: float) -> Box:
    return evolve(box, x=left, y=top, width=right - left)


def _moved(ends: Sequence[float], growth: Sequence[float]) -> Callable[[float], float]:
    """Where a coordinate goes, if the strips that end at `ends` grow."""
    sums = [0.0, *accumulate(growth)]
    return lambda value: value + sums[bisect_right(ends, value)]


def roomy(plan: Plan) -> Plan:
    """The plan grown until `route` misses nothing, or as near to it as a few rounds come."""
    for _ in range(_ROUNDS):
        needed = route(plan).needed
        if needed.is_enough:
            break
        plan = grown(plan, needed)
    return plan


def fitted(plan: Plan, rounds: int) -> tuple[Plan, Routing]:
    """The plan grown until its links miss nothing, at most so many times, and their lines there.

    Which shape each link takes, and in which order they stand, is decided twice: in the plan as it is given, and in the
    first that has room, where most of what is missing is there. Growing further moves boxes apart, and makes nothing
    impossible. `route` might choose anew in what is returned.
    """
    grid, chosen = shaped(plan, _FIRST)
    found, orders = laid(plan, grid, chosen)
    for count in range(rounds):
        if found.needed.is_enough:
            break
        plan = grown(plan, found.needed)
        if not count:
            grid, chosen = shaped(plan)
            found, orders = laid(plan, grid, chosen)
            continue
        before, grid = grid, Grid(plan)
        for one in chosen:
            one.move(before, grid)
        found, _ = laid(plan, grid, chosen, orders)
    return plan, found
