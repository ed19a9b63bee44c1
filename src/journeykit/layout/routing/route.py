"""The router: shapes, then places of vertical pieces, then of horizontal ones, then words."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from .choose import ROUNDS, Chosen, choose
from .grid import Grid
from .order import settle, settle_again
from .plan import Link, Plan, Room, Route, Routing
from .runs import End, Run, runs_of
from .tracks import lay_tracks
from .words import Missing, place_words

__all__ = ["laid", "route", "shaped"]

# By strip, or -1 for rows: indexes of the runs of each group, in the order in which they stand.
Orders = list[tuple[int, list[list[int]]]]


def route(plan: Plan) -> Routing:
    """Finds a line for every link.

    No line runs through a box, along another line or along a separator, and none leaves the rows between its ends.

    Args:
        plan: boxes and links.

    Returns:
        Routes in the order of the links, and the room that is missing for the plan's distances.

    Raises:
        ValueError: when a box is in no row or no column, boxes overlap, a band or gap is too narrow for any line, or a
            link names an unknown box. The caller is a layout, so this tells of a defect there, not of a user's mistake.

    Example:
        >>> from journeykit.layout.routing import Box, Column, Link, Plan, Row
        >>> plan = Plan(
        ...     left=0, top=0, right=560, bottom=220,
        ...     rows=[Row(20, 72), Row(148, 200)], columns=[Column(40, 240), Column(320, 520)],
        ...     boxes=[Box("ask", 40, 20, 200, 52), Box("answer", 40, 148, 200, 52), Box("bill", 320, 148, 200, 52)],
        ...     links=[Link(id="1", source="ask", target="answer"), Link(id="2", source="ask", target="bill")],
        ...     separators=[110],
        ... )
        >>> for found in route(plan).routes:
        ...     print(found.source_side, found.target_side, *found.points)
        bottom top (140.0, 72) (140.0, 148)
        right top (240, 46.0) (420.0, 46.0) (420.0, 148)
    """
    return laid(plan, *shaped(plan))[0]


def shaped(plan: Plan, rounds: int = ROUNDS) -> tuple[Grid, list[Chosen]]:
    """The plan as a grid, and which shape each link takes there, in the order of their ids: so the order they come in means nothing."""
    grid = Grid(plan)
    return grid, choose(grid, sorted(plan.links, key=lambda link: link.id), rounds)


def laid(plan: Plan, grid: Grid, chosen: Sequence[Chosen], known: Orders | None = None) -> tuple[Routing, Orders]:
    """The lines of links whose shapes are known, and in which order they stand.

    Args:
        plan: boxes and links.
        grid: the plan as a grid.
        chosen: the links with their shapes, in the order of their ids.
        known: the order, where it has been found in the same plan before it grew.
    """
    links = [one.link for one in chosen]
    runs = [runs_of(grid, one) for one in chosen]
    flat = [run for chain in runs for run in chain]
    orders, gaps = _stand_again(grid, flat, known) if known else _stand(grid, flat)
    bands = _lie(grid, links, flat)
    _ask_for_heads(grid, links, flat, (bands, gaps))
    routes = [_route(one, chain) for one, chain in zip(chosen, runs, strict=True)]
    if any(link.label_width and link.label_height for link in links):
        routes = place_words(plan, grid, list(zip(links, routes, strict=True)), Missing(bands, gaps))
    by_id = {found.link: found for found in routes}
    if len(by_id) < len(links):
        raise ValueError("two links have the same id")
    room = Room(tuple(bands[slab] for slab in grid.bands), tuple(gaps[::2]))
    return Routing(tuple(by_id[link.id] for link in plan.links), room), orders


def _corridors(runs: Sequence[Run], kind: str) -> list[tuple[tuple[int, int], list[Run]]]:
    found: dict[tuple[int, int], list[Run]] = defaultdict(list)
    for run in runs:
        if run.kind == kind:
            found[run.corridor].append(run)
    return sorted(found.items())


def _stand(grid: Grid, runs: Sequence[Run]) -> tuple[Orders, list[float]]:
    """Places runs in strips and along rows; returns their orders and what is missing, px by strip."""
    upright = _corridors(runs, "v")
    for _, inside in upright:
        settle(inside, grid.distances)
    across = [settle(inside, grid.distances)[0] for _, inside in _corridors(runs, "r")]
    orders: Orders = []
    gaps = [0.0] * len(grid.strips)
    index = {run: at for at, run in enumerate(runs)}
    orders += [(-1, [[index[run] for run in group] for group in groups]) for groups in across]
    for (strip, _), inside in upright:  # again, now that the far ends of all have a place
        groups, needed = settle(inside, grid.distances)
        gaps[strip] = needed + _too_near(grid, strip)
        orders.append((strip, [[index[run] for run in group] for group in groups]))
    return orders, gaps


def _stand_again(grid: Grid, runs: Sequence[Run], known: Orders) -> tuple[Orders, list[float]]:
    """The same where the order is known."""
    gaps = [0.0] * len(grid.strips)
    for strip, groups in known:
        needed = settle_again([[runs[at] for at in group] for group in groups], grid.distances)
        if strip >= 0:
            gaps[strip] = needed + _too_near(grid, strip)
    return known, gaps


def _lie(grid: Grid, links: Sequence[Link], runs: Sequence[Run]) -> list[float]:
    """Places runs in bands; returns what is missing, px by slab."""
    bands = [0.0] * len(grid.slabs)
    for (slab, _), inside in _corridors(runs, "b"):
        for run in inside:
            link = links[run.link]
            low, high = run.reach()
            run.thick = link.label_height + 4 if link.label_width and high - low >= link.label_width + 8 else 0.0
        away = (_away(grid, slab - 1), _away(grid, slab + 1))
        bands[slab] = lay_tracks(inside, grid.slabs[slab], away, grid.distances)
    return bands


def _ask_for_heads(grid: Grid, links: Sequence[Link], runs: Sequence[Run], missing: tuple[list[float], list[float]]) -> None:
    """A straight link is long enough for its arrow heads."""
    bands, gaps = missing
    for run in runs:
        if len(run.sides) < 2:
            continue
        low, high = run.reach()
        short = grid.distances.approach * (2 if links[run.link].both_ways else 1) - (high - low)
        if short <= 0:
            continue
        if run.kind == "v":
            bands[run.first] = max(bands[run.first], short)
        elif run.first < run.last:
            gaps[run.first + 1] = max(gaps[run.first + 1], short)


def _too_near(grid: Grid, strip: int) -> float:
    """How much wider a gap would have to be for even one line to keep away from both sides."""
    return 2 * max(0.0, grid.distances.approach - (grid.gap_width(strip)[0] - grid.strips[strip][0]))


def _away(grid: Grid, slab: int) -> float:
    is_row = 0 <= slab < len(grid.slabs) and grid.row_of_slab[slab] >= 0
    return grid.distances.approach if is_row else grid.distances.clear


def _route(chosen: Chosen, chain: list[Run]) -> Route:
    first, last = chain[0], chain[-1]
    points = [_point(first, first.one)]
    points += [_point(one, two) for one, two in pairwise(chain)]
    points.append(_point(last, last.two))
    shape = chosen.shape
    if chosen.is_reversed:
        shape = shape.backwards()
        points.reverse()
    return Route(link=chosen.link.id, points=tuple(points), source_side=shape.leave, target_side=shape.enter)


def _point(run: Run, end: End) -> tuple[float, float]:
    along = end.at if isinstance(end, Run) else end
    return (run.at, along) if run.kind == "v" else (along, run.at)
