"""Which shape each link takes: few bends, then few crossings, then length; straight lines first, then the others in rounds.

Crossings are estimated from how many pieces cover each cell of the grid. The estimate does not see in which order lines
stand inside a cell; that is settled later, where it can mostly be done without a crossing.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from .grid import Grid, Spot
from .plan import Link
from .shapes import Shape, bent, bent_twice, straight, winding

__all__ = ["ROUNDS", "Chosen", "choose"]

_BEND = 12.0
_CROSSING = 4.0
_LENGTH = 0.004  # per px
_TRACK = 0.2  # per line that already runs along the same part of a band or gap
_CROWDED = 11.0  # per port more than a side takes in comfort: a little cheaper than one bend, at both ends dearer than two
_NEIGHBOUR = 0.6  # per port that is there already
_BLOCK = 8  # strips
_CROWD = 32  # pieces of a block that are compared
_TIGHT = 12.0  # px between ports, the least that counts as comfort
ROUNDS = 3
_AGAIN = 4000  # links that a round looks at


# kind, corridor, first and last slab or strip, and for a band whether its first and its last end turn down (1) or up (-1)
_Piece = tuple[str, int, int, int, int, int]


class _Way:
    """A shape with its pieces."""

    __slots__ = ("bends", "pieces", "shape")

    def __init__(self, chosen: "Chosen", shape: Shape) -> None:
        self.shape = shape
        self.pieces = pieces(shape, chosen.upper, chosen.lower)
        self.bends = len(shape.steps) - 1


_STAGES: tuple[tuple[int, Callable[[Grid, Spot, Spot], Iterator[Shape]]], ...] = ((1, bent), (2, bent_twice), (3, winding))
"""Shapes of so many bends or more, fewest first."""


class Chosen:
    """A link with its ends and the shape it takes now, from `upper` to `lower`."""

    __slots__ = ("index", "is_reversed", "link", "lower", "moved", "place", "span", "stage", "upper", "ways")

    def __init__(self, index: int, link: Link, source: Spot, target: Spot) -> None:
        self.index = index
        self.link = link
        self.is_reversed = source.row > target.row
        self.upper, self.lower = (target, source) if self.is_reversed else (source, target)
        self.span = abs(source.first - target.first) + abs(source.slab - target.slab)
        self.ways: list[_Way] = []
        self.place = 0
        self.stage = 0
        self.moved: Shape | None = None

    def move(self, before: Grid, after: Grid) -> None:
        """To the same place in a grid that has grown."""
        self.moved = self.shape.moved(before, after)
        self.upper, self.lower = after.spot(self.upper.box.id), after.spot(self.lower.box.id)

    @property
    def way(self) -> _Way:
        """The way it takes now."""
        return self.ways[self.place]

    @property
    def shape(self) -> Shape:
        """The shape it takes now."""
        return self.moved or self.ways[self.place].shape

    def offer(self, shapes: Iterable[Shape]) -> None:
        """More shapes to choose from; those with fewer bends come first."""
        self.ways += [_Way(self, shape) for shape in shapes]


class _Load:
    """What runs through each cell of the grid already, and how many ports each side has."""

    def __init__(self, grid: Grid) -> None:
        self.middles = [(left + right) / 2 for left, right in grid.strips]
        self.heights = [(top + bottom) / 2 for top, bottom in grid.slabs]
        # how many vertical pieces (by slab, then strip) and horizontal ones (by strip, then slab) run right through a cell;
        # pieces that end in it are not counted
        self.down = [[0] * len(grid.strips) for _ in grid.slabs]
        self.along = [[0] * len(grid.slabs) for _ in grid.strips]
        # horizontal pieces of each band by the blocks of strips that they touch
        self.tracks: dict[tuple[int, int], list[_Piece]] = {}
        self.ports: dict[tuple[str, str], int] = {}
        self.comfort: dict[tuple[str, str], int] = {}

    def add(self, chosen: Chosen, way: _Way, sign: int) -> None:
        """Counts a shape in (1) or out (-1)."""
        upper, lower = chosen.upper, chosen.lower
        shape = way.shape
        for key in ((upper.box.id, shape.leave), (lower.box.id, shape.enter)):
            self.ports[key] = self.ports.get(key, 0) + sign
        for piece in way.pieces:
            kind, corridor, first, last, _, _ = piece
            if kind == "v":
                for slab in range(first + 1, last):
                    self.down[slab][corridor] += sign
                continue
            for strip in range(first + 1, last):
                self.along[strip][corridor] += sign
            if kind == "b":
                for block in range(first // _BLOCK, last // _BLOCK + 1):
                    inside = self.tracks.setdefault((corridor, block), [])
                    inside.append(piece) if sign > 0 else inside.remove(piece)

    def cost(self, chosen: Chosen, way: _Way, least: float) -> float:
        """What it would cost to add a shape now, or something above `least` if that is already exceeded."""
        upper, lower = chosen.upper, chosen.lower
        shape = way.shape
        cost = _BEND * way.bends + self.port(upper, shape.leave) + self.port(lower, shape.enter)
        for piece in way.pieces:
            if cost > least:
                break
            kind, corridor, first, last, _, _ = piece
            if kind == "v":
                if last - first > 1:
                    cost += _CROSSING * sum(self.along[corridor][first + 1 : last])
                cost += _LENGTH * (self.heights[last] - self.heights[first])
            else:
                if last - first > 1:
                    cost += _CROSSING * sum(self.down[corridor][first + 1 : last])
                if kind == "b":
                    cost += self._beside(piece, least - cost)
                cost += _LENGTH * (self.middles[last] - self.middles[first])
        return cost

    def _beside(self, piece: _Piece, most: float) -> float:
        """What it costs to lie in a band beside the others there: crossings that no order of tracks avoids, and room.

        Of a crowd, some are looked at for all.
        """
        _, corridor, first, last, _, _ = piece
        cost = 0.0
        start, end = first // _BLOCK, last // _BLOCK
        seen = 0
        for block in range(start, end + 1):
            others = self.tracks.get((corridor, block), ())
            if not others:
                continue
            here = 0.0
            for other in others[:_CROWD]:
                begin = max(first, other[2])
                if begin // _BLOCK == block and begin <= last and begin <= other[3]:
                    here += _TRACK
                    if tangled := _tangled(piece, other):
                        here += _CROSSING * min(tangled, _tangled(other, piece))
            seen += len(others)
            cost += here * max(1.0, len(others) / _CROWD)
            if cost > most:
                break
            if seen > _CROWD:
                return cost * (end - start + 1) / (block - start + 1)
        return cost

    def is_crowded(self, chosen: Chosen, shape: Shape) -> bool:
        """Whether one more port on either side would be more than it takes in comfort."""
        return self.port(chosen.upper, shape.leave) + self.port(chosen.lower, shape.enter) >= _CROWDED

    def port(self, spot: Spot, side: str) -> float:
        """What one more port on a side costs."""
        key = (spot.box.id, side)
        ports = self.ports.get(key, 0)
        if not ports:
            return 0.0
        if (room := self.comfort.get(key)) is None:
            low, high = spot.heights if side in {"left", "right"} else (spot.ports[0][1], spot.ports[-1][2])
            room = self.comfort[key] = int((high - low) / _TIGHT)
        return _NEIGHBOUR * ports + (_CROWDED * (ports - room) if ports > room else 0.0)


def _tangled(upper: _Piece, lower: _Piece) -> int:
    """How often two pieces of a band cross with what follows, if one lies above the other.

    Where both begin (or end) in one strip, their order there avoids a crossing, unless each turns towards the other.
    """
    _, _, first, last, one, two = upper
    _, _, start, end, three, four = lower
    return (
        (one > 0 and start < first < end)
        + (two > 0 and start < last < end)
        + (three < 0 and first < start < last)
        + (four < 0 and first < end < last)
        + (first == start and one > 0 > three)
        + (last == end and two > 0 > four)
    )


def pieces(shape: Shape, upper: Spot, lower: Spot) -> list[_Piece]:
    """Each step with the strips or slabs between its ends, ends included."""
    steps = shape.steps
    end = len(steps) - 1
    found: list[_Piece] = []
    for place, step in enumerate(steps):
        kind, corridor, _, _ = step
        if kind == "v":
            one = steps[place - 1][1] if place else upper.slab
            two = steps[place + 1][1] if place < end else lower.slab
            found.append((kind, corridor, one, two, 0, 0) if one <= two else (kind, corridor, two, one, 0, 0))
            continue
        one = steps[place - 1][1] if place else _edge(upper, shape.leave)
        two = steps[place + 1][1] if place < end else _edge(lower, shape.enter)
        turn1 = turn2 = 0
        if kind == "b":
            turn1 = 1 if (steps[place - 2][1] if place > 1 else upper.slab) > corridor else -1
            turn2 = 1 if (steps[place + 2][1] if place + 2 <= end else lower.slab) > corridor else -1
        found.append((kind, corridor, one, two, turn1, turn2) if one <= two else (kind, corridor, two, one, turn2, turn1))
    return found


def _edge(spot: Spot, side: str) -> int:
    return spot.last if side == "right" else spot.first


def choose(grid: Grid, links: Sequence[Link], rounds: int = ROUNDS) -> list[Chosen]:
    """A shape for each link, in the order of the links. `rounds`: how often each thinks again, now that it knows the others."""
    chosen = [Chosen(index, link, grid.spot(link.source), grid.spot(link.target)) for index, link in enumerate(links)]
    load = _Load(grid)
    waiting: list[Chosen] = []
    for one in sorted(chosen, key=_order):
        if one.upper is not one.lower:
            one.offer(straight(grid, one.upper, one.lower))
        comfortable = [place for place, way in enumerate(one.ways) if not load.is_crowded(one, way.shape)]
        if comfortable:
            _take(load, one, comfortable)
        else:
            waiting.append(one)
    for one in waiting:
        _take_any(grid, load, one)
    for _ in range(rounds):
        is_changed = False
        for one in waiting[:_AGAIN]:
            is_changed |= _retake(grid, load, one)
        if not is_changed:
            break
    return chosen


def _order(one: Chosen) -> tuple[int, float, float, int]:
    return one.span, one.upper.box.x, one.upper.box.y, one.index


def _retake(grid: Grid, load: _Load, one: Chosen) -> bool:
    """Whether a link takes another way now that it knows the others; one that crosses nothing is not asked."""
    before = one.place
    load.add(one, one.way, -1)
    most = _BEND * one.way.bends + _CROSSING
    if load.cost(one, one.way, most) < most:
        load.add(one, one.way, 1)
    else:
        _take_any(grid, load, one)
    return one.place != before


def _take_any(grid: Grid, load: _Load, one: Chosen) -> None:
    """The cheapest way; those with many bends are made only where they may be the cheapest."""
    least = _cheapest(load, one, range(len(one.ways)))
    while one.stage < len(_STAGES) and least > _BEND * _STAGES[one.stage][0]:
        start = len(one.ways)
        one.offer(_STAGES[one.stage][1](grid, one.upper, one.lower))
        one.stage += 1
        least = _cheapest(load, one, range(start, len(one.ways)), least)
    load.add(one, one.way, 1)


def _take(load: _Load, one: Chosen, places: Sequence[int]) -> None:
    one.place = places[0]
    if len(places) > 1:
        _cheapest(load, one, places)
    load.add(one, one.way, 1)


def _cheapest(load: _Load, one: Chosen, places: Sequence[int], least: float = float("inf")) -> float:
    """Sets the place of the cheapest of these ways, if it is cheaper than `least`; returns its cost."""
    for place in places:
        way = one.ways[place]
        if _BEND * way.bends >= least:
            break
        cost = load.cost(one, way, least)
        if cost < least:
            one.place, least = place, cost
    return least
