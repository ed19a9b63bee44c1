"""What does not fit in a cell is counted there and listed in full below the map."""

from attrs import evolve

from journeykit.diagram import Cell, CellLane, Item, NoteList

from .printed import counted, joined
from .words import Words

_MOST = {"thoughts": 1}
_LIMIT = 3


def uncrowded(lane: CellLane, words: Words) -> tuple[CellLane, NoteList | None]:
    """The lane with at most three statements in a cell (of more than three quotations one), and the list of the others."""
    if all(len(cell.items) <= _LIMIT for cell in lane.cells):
        return lane, None
    cells: list[Cell] = []
    notes: list[tuple[str, str]] = []
    for cell in lane.cells:
        if len(cell.items) <= _LIMIT:
            cells.append(cell)
            continue
        most = _MOST.get(lane.key, _LIMIT)
        rest = cell.items[most:]
        cells.append(evolve(cell, items=cell.items[:most], more=counted(len(rest), words.more_n, words)))
        notes += [(_number(item, cell), joined(item.in_words, words)) for item in rest]
    return evolve(lane, cells=tuple(cells)), NoteList(title=words.in_full.format(title=lane.title), notes=tuple(notes))


def _number(item: Item, cell: Cell) -> str:
    """The number in the mark, else that of the column."""
    if item.mark is not None and item.mark.kind == "number":
        return item.mark.label
    return str(cell.start + 1)
