"""How each touchpoint feels to each of two, as a matrix; nothing is averaged."""

from journeykit.comparison import PersonaCell, personas
from journeykit.diagram import Head, Item, Matrix, MatrixCell, MatrixRow, Part

from .comparison_cells import reading_cell, reading_head
from .comparison_sides import Sides
from .printed import valence

_MATERIAL = 1.0


def matrix(sides: Sides) -> tuple[Part, ...]:
    """Touchpoints by the two sides, with the difference."""
    found = personas(sides.comparison)
    said = sides.said
    bases = {basis for one in found.cells for basis in one.bases if basis}
    rows = tuple(_row(one, sides, is_told=len(bases) > 1) for one in found.cells)
    note = "; ".join([said.matrix_note, *(sides.words.bases[one] for one in bases)]) if len(bases) == 1 else said.matrix_note
    heads = (*sides.names, said.difference)
    if not rows:
        return ()
    return (
        Matrix(
            title=said.matrix,
            note=note,
            columns=tuple(Head(title=one) for one in heads),
            rows=rows,
            corner=sides.words.touchpoint,
            wide=True,
        ),
    )


def _row(one: PersonaCell, sides: Sides, *, is_told: bool) -> MatrixRow:
    """A touchpoint; how its readings are known where that is not the same everywhere."""
    words, said = sides.words, sides.said
    here = one.row.old, one.row.new
    cells = [
        reading_cell(value, basis if is_told else None, words, said, there=bool(spots))
        for value, basis, spots in zip((one.first, one.second), one.bases, here, strict=True)
    ]
    text, strong = "", False
    if one.difference is not None:
        text, strong = valence(one.difference, words), abs(one.difference) >= _MATERIAL
        if one.difference and one.margin is not None and not one.margin.is_shown:
            text = f"{text} {said.within_margin}"
    gap = MatrixCell(items=(Item(text=text, style="strong" if strong else "muted"),) if text else ())
    return MatrixRow(head=reading_head(one.touchpoint, words, said, part=one.part, moment=one.moment), cells=(*cells, gap))
