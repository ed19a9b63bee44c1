"""Lanes of plain texts, one cell a touchpoint."""

from collections.abc import Callable, Sequence
from typing import Literal

from journeykit.diagram import Cell, CellLane, Item
from journeykit.model import Touchpoint

from .context import Context
from .marks import marked
from .words import Words


def cell_lane(context: Context, key: str, cells: Sequence[Cell], *, note: str | None = None) -> CellLane | None:
    """A lane of these cells under its name; None where there are none."""
    if not cells:
        return None
    words = context.words
    return CellLane(key=key, title=words.lanes[key], note=words.notes.get(key, "") if note is None else note, cells=tuple(cells))


def marks_assumed(context: Context) -> bool:
    """Whether statements without a source are marked: only where others have one, else every statement would be."""
    return any(one.strength for one in context.backings)


def assumed_note(context: Context, key: str, cells: Sequence[Cell]) -> str:
    """How to read a lane of statements; it says when all of them are assumed."""
    note = context.words.notes[key]
    if marks_assumed(context) and all(item.mark is not None and item.mark.kind == "assumed" for cell in cells for item in cell.items):
        return context.words.only_assumed.format(note=note)
    return note if context.sources else context.words.only_assumed.format(note=note)


def statement(text: str, words: Words, *, source: str, assumed: bool, style: Literal["plain", "quote"] = "plain") -> Item:
    """A statement; one without a source is muted and has a dotted ring."""
    if assumed:
        mark = marked("assumed", words, tone="muted")
        return Item(text=text, style="quote" if style == "quote" else "muted", tone="muted", mark=mark, source=source)
    return Item(text=text, style=style, source=source)


def text_cells(context: Context, field: str, texts: Callable[[Touchpoint], Sequence[str]], *, assumed: bool = False) -> list[Cell]:
    """A cell for each touchpoint that has texts; with `assumed`, those of touchpoints without a source are marked."""
    marks = assumed and marks_assumed(context)
    cells = []
    for at, touchpoint in enumerate(context.columns):
        found = texts(touchpoint)
        if found:
            guess = marks and not context.backings[at].strength
            items = [
                statement(
                    text, context.words, assumed=guess, source=f"{context.paths[at]}.{field}" + (f"[{place}]" if len(found) > 1 else "")
                )
                for place, text in enumerate(found)
            ]
            cells.append(Cell(start=at, end=at, items=tuple(items)))
    return cells
