"""What numbers in a picture stand for: a list beside it, in columns, and the rest below."""

from collections.abc import Sequence
from typing import NamedTuple

from journeykit.layout import ink as faces
from journeykit.layout.blocks import Block
from journeykit.layout.ink import Ink
from journeykit.layout.saying import said
from journeykit.layout.space import MARGIN
from journeykit.scene import Group, Node
from journeykit.text import Line

COLUMN = 232.0
BETWEEN = 28.0
_NARROWEST, _WIDEST = 160.0, 400.0
_APART = 6.0
_LOOSE = 2.0
_AFTER_NUMBER = 10.0
_AFTER_NAME = 8.0


class KeyEntry(NamedTuple):
    """A number, the name it stands for, and smaller words behind or under it."""

    number: str
    name: str
    detail: str = ""

    @property
    def label(self) -> str:
        """The whole in words."""
        return said(self.number, None, self.name, self.detail)


class _Set(NamedTuple):
    """An entry broken into lines; `behind`: where in the last line of the name the smaller words begin, px; None where they stand below."""

    entry: KeyEntry
    name: tuple[Line, ...]
    detail: tuple[Line, ...]
    behind: float | None
    height: float


class Beside(NamedTuple):
    """Columns of entries, as many as fit: the first `taken` of all. Widths and heights in px; `number` is the room of the numbers."""

    columns: tuple[tuple[_Set, ...], ...]
    taken: int
    pitch: float
    number: float
    height: float


def room_of_numbers(entries: Sequence[KeyEntry], ink: Ink) -> float:
    """px from the numbers of a list to its names; 0 where nothing is numbered."""
    widest = max((ink.width(one.number, faces.STRONG) for one in entries if one.number), default=0.0)
    return widest + _AFTER_NUMBER if widest else 0.0


def set_beside(entries: Sequence[KeyEntry], room: float, most: float, ink: Ink, *, stacked: bool = False) -> Beside:
    """The fewest columns in which all entries stand beside a picture, else as many as there is room for.

    Args:
        entries: in the order of their numbers.
        room: width, px.
        most: height, px.
        ink: to measure with.
        stacked: where one column is enough, smaller words have a line of their own.
    """
    number = room_of_numbers(entries, ink)
    many = max(int(room >= _NARROWEST), int((room + BETWEEN) // (COLUMN + BETWEEN)))
    found = Beside((), 0, 0.0, number, 0.0)
    for count in range(1, many + 1):
        width = min(_WIDEST, (room + BETWEEN) / count - BETWEEN)
        placed = [_set(one, width - number, ink, stacked=stacked and count == 1) for one in entries]
        columns, taken = _flow(placed, count, most)
        height = max((sum(one.height for one in column) for column in columns), default=0.0)
        found = Beside(columns, taken, width + BETWEEN, number, height)
        if taken == len(entries):
            break
    return found


def key_width(entries: Sequence[KeyEntry], most: float, room: float, ink: Ink) -> float:
    """px that the list wants beside a picture that is `most` px high; at most `room`."""
    if not entries:
        return 0.0
    many = max(1, int((room + BETWEEN) // (COLUMN + BETWEEN)))
    placed = [_set(one, COLUMN - room_of_numbers(entries, ink), ink) for one in entries]
    count = next((count for count in range(1, many) if _flow(placed, count, most)[1] == len(placed)), many)
    return min(room, count * (COLUMN + BETWEEN) - BETWEEN)


def draw_beside(beside: Beside, x: float, top: float, ink: Ink, *, name: str = "") -> list[Node]:
    """The columns from their upper left corner on."""
    items: list[Node] = []
    for at, column in enumerate(beside.columns):
        y = top
        for one in column:
            items.append(_item(one, x + at * beside.pitch, y, beside.number, ink=ink))
            y += one.height
    return [Group(children=tuple(items), role="list", label=name)] if items else []


def key_below(entries: Sequence[KeyEntry], right: float, ink: Ink, *, title: str = "") -> list[Block]:
    """Rows of entries across the page, the first under the title; a block a row."""
    if not entries:
        return []
    number = room_of_numbers(entries, ink)
    room = right - MARGIN
    most = max(1, int((room + BETWEEN) // (COLUMN + number + BETWEEN)))
    # Where most entries are long, fewer columns make for fewer lines.
    widths = sorted(ink.width(one.name, faces.CELL) + ink.width(one.detail, faces.SMALL) + _AFTER_NAME for one in entries)
    long = widths[3 * len(widths) // 4]
    count = max(1, min(most, len(entries), int((room + BETWEEN) // (min(long, room) + number + BETWEEN)) or 1))
    pitch = (room + BETWEEN) / count
    placed = [_set(one, pitch - BETWEEN - number, ink) for one in entries]
    return [
        _row(placed[at : at + count], pitch, number, ink, title="" if at else title, is_first=at == 0)
        for at in range(0, len(placed), count)
    ]


def _row(row: Sequence[_Set], pitch: float, number: float, ink: Ink, *, title: str, is_first: bool) -> Block:
    head = ink.wrap(title, 720, faces.STRONG).lines if title else ()
    over = 16.0 * len(head) + (6.0 if head else 0.0)

    def paint(top: float) -> list[Node]:
        nodes: list[Node] = [Group(children=tuple(ink.lines(MARGIN, top + 12, head, face=faces.STRONG)))] if head else []
        items = [_item(one, MARGIN + at * pitch, top + over, number, ink=ink) for at, one in enumerate(row)]
        return [*nodes, Group(children=tuple(items), role="list", label=title)]

    return Block(height=over + max(one.height for one in row), paint=paint, gap=20.0 if is_first else 0.0)


def _set(entry: KeyEntry, room: float, ink: Ink, *, stacked: bool = False) -> _Set:
    name = ink.wrap(entry.name, room, faces.CELL).lines
    detail = ink.wrap(entry.detail, room, faces.SMALL).lines if entry.detail else ()
    last = name[-1].width if name else 0.0
    fits = not stacked and len(detail) == 1 and last + _AFTER_NAME + detail[0].width <= room
    if not name:
        return _Set(entry, name, detail, 0.0, max(16.0, 14.0 * len(detail)) + _LOOSE)
    height = 16.0 * len(name) + (0.0 if fits else 14.0 * len(detail)) + _APART
    return _Set(entry, name, detail, last + _AFTER_NAME if fits else None, height)


def _flow(placed: Sequence[_Set], count: int, most: float) -> tuple[tuple[tuple[_Set, ...], ...], int]:
    """So many columns filled from the first entry on, none higher than `most`; and how many entries they hold."""
    columns: list[list[_Set]] = [[]]
    filled, taken = 0.0, 0
    for one in placed:
        if filled + one.height > most + _APART:
            if len(columns) == count or one.height > most:
                break
            columns.append([])
            filled = 0.0
        columns[-1].append(one)
        filled += one.height
        taken += 1
    return tuple(tuple(one) for one in columns if one), taken


def _item(one: _Set, x: float, top: float, number: float, *, ink: Ink) -> Group:
    words: list[Node] = []
    if one.entry.number:
        words.append(ink.text(x, top + 12, one.entry.number, face=faces.STRONG))
    left = x + number
    words += ink.lines(left, top + 12, one.name, face=faces.CELL)
    if one.behind is not None:
        words += ink.lines(left + one.behind, top + 12 + 16 * (max(1, len(one.name)) - 1), one.detail, face=faces.SMALL)
    else:
        words += ink.lines(left, top + 11 + 16 * len(one.name), one.detail, face=faces.SMALL)
    return Group(children=tuple(words), role="listitem", label=one.entry.label)
