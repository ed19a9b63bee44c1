"""How each touchpoint feels to each of two, as a matrix; nothing is averaged."""

from journeykit.comparison import PersonaCell, personas
from journeykit.diagram import Head, Item, Mark, Matrix, MatrixCell, MatrixRow, Part, Tone

from .comparison_sides import Sides
from .printed import embedded, valence

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
    told = [said.part_named.format(title=words.quoted.format(text=embedded(one.part, words)))] if one.part else []
    if one.moment and one.moment != "during":
        told.append(words.moments[one.moment])
    detail = "; ".join(told)
    here = one.row.old, one.row.new
    cells = [
        _cell(value, (basis or "") if is_told else "", bool(spots), sides)
        for value, basis, spots in zip((one.first, one.second), one.bases, here, strict=True)
    ]
    text, strong = "", False
    if one.difference is not None:
        text, strong = valence(one.difference, words), abs(one.difference) >= _MATERIAL
        if one.difference and one.margin is not None and not one.margin.is_shown:
            text = f"{text} {said.within_margin}"
    gap = MatrixCell(items=(Item(text=text, style="strong" if strong else "muted"),) if text else ())
    return MatrixRow(head=Head(title=one.touchpoint, detail=detail), cells=(*cells, gap))


def _cell(value: float | None, basis: str, there: bool, sides: Sides) -> MatrixCell:  # noqa: FBT001  # one of several facts of a cell
    words, said = sides.words, sides.said
    if not there:
        return MatrixCell(items=(Item(text=said.not_there, style="muted"),), state="missing")
    if value is None:
        return MatrixCell(items=(Item(text=said.gap, style="muted"),))
    tone: Tone = "good" if value > 0 else "bad" if value < 0 else "ink"
    mark = Mark(kind="gain") if value > 0 else Mark(kind="loss") if value < 0 else Mark(kind="bullet")
    return MatrixCell(
        items=(Item(text=valence(value, words), style="strong", tone=tone, mark=mark, detail=words.bases[basis] if basis else ""),)
    )
