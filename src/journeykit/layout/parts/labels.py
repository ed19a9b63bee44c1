"""Words beside points: each takes the first of its places that is free, or the one that covers least of what may be covered."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from .box import Box

_APART = 2.0
_TILE = 48.0
_Tile = tuple[int, int]


class Wish(NamedTuple):
    """Places for one label, the best first."""

    places: tuple[Box, ...]


class Ground:
    """What is taken: boxes that nothing may overlap, and points that are better not covered."""

    def __init__(self, room: Box) -> None:
        self._room = room
        # By tiles, so that a question looks at its neighbours alone.
        self._taken: dict[_Tile, list[Box]] = {}
        self._points: dict[_Tile, list[tuple[float, float]]] = {}

    def take(self, box: Box) -> None:
        """Nothing else may stand here."""
        for tile in _tiles(box, _APART):
            self._taken.setdefault(tile, []).append(box)

    def avoid(self, points: Iterable[tuple[float, float]]) -> None:
        """Better nothing stands here: lines, sampled."""
        for point in points:
            self._points.setdefault((int(point[0] // _TILE), int(point[1] // _TILE)), []).append(point)

    def is_free(self, box: Box) -> bool:
        """Whether a box lies in the room and on nothing that is taken."""
        return _inside(box, self._room) and not any(overlap(box, one, _APART) for tile in _tiles(box) for one in self._taken.get(tile, ()))

    def place(self, wish: Wish) -> int | None:
        """Which of the places is taken, from now on; None where all are.

        Example:
            >>> ground = Ground(Box(0, 0, 100, 100))
            >>> ground.take(Box(0, 0, 50, 50))
            >>> ground.place(Wish((Box(10, 10, 20, 20), Box(60, 10, 20, 20))))
            1
        """
        best, least = None, None
        for at, box in enumerate(wish.places):
            if not self.is_free(box):
                continue
            hits = sum(_covers(box, point) for tile in _tiles(box, _APART) for point in self._points.get(tile, ()))
            if least is None or hits < least:
                best, least = at, hits
            if hits == 0:
                break
        if best is not None:
            self.take(wish.places[best])
        return best


def _tiles(box: Box, more: float = 0.0) -> Iterator[_Tile]:
    """The tiles a box touches, with so many px around it."""
    across = range(int((box.x - more) // _TILE), int((box.x + box.width + more) // _TILE) + 1)
    down = range(int((box.y - more) // _TILE), int((box.y + box.height + more) // _TILE) + 1)
    return ((x, y) for x in across for y in down)


def overlap(one: Box, other: Box, apart: float = 0.0) -> bool:
    """Whether two boxes come closer than so many px."""
    return (
        one.x < other.x + other.width + apart
        and other.x < one.x + one.width + apart
        and one.y < other.y + other.height + apart
        and other.y < one.y + one.height + apart
    )


def around(
    x: float, y: float, gap: float, size: tuple[float, float], *, order: Sequence[str] = ("e", "w", "s", "n", "se", "sw", "ne", "nw")
) -> Wish:
    """Places around a point at a distance, named like the winds."""
    width, height = size
    near = 0.75 * gap
    found = {
        "e": Box(x + gap, y - height / 2, width, height),
        "w": Box(x - gap - width, y - height / 2, width, height),
        "s": Box(x - width / 2, y + gap, width, height),
        "n": Box(x - width / 2, y - gap - height, width, height),
        "se": Box(x + near, y + near, width, height),
        "sw": Box(x - near - width, y + near, width, height),
        "ne": Box(x + near, y - near - height, width, height),
        "nw": Box(x - near - width, y - near - height, width, height),
    }
    return Wish(tuple(found[one] for one in order))


def _inside(box: Box, room: Box) -> bool:
    return box.x >= room.x and box.y >= room.y and box.x + box.width <= room.x + room.width and box.y + box.height <= room.y + room.height


def _covers(box: Box, point: tuple[float, float]) -> bool:
    return box.x - 2 <= point[0] <= box.x + box.width + 2 and box.y - 2 <= point[1] <= box.y + box.height + 2
