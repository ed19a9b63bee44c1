"""Two providers stage by stage: what each offers there, and who is better by a clear step."""

from collections.abc import Iterator

from journeykit.comparison import StageSide, competitor
from journeykit.diagram import Head, Item, Mark, Matrix, MatrixCell, MatrixRow, Part

from .comparison_sides import Sides
from .printed import counted, listed, valence


def stages(sides: Sides) -> tuple[Part, ...]:
    """A row for each stage of either, in order."""
    found = competitor(sides.comparison).stages
    said = sides.said
    if not found:
        return ()
    is_felt = any(side is not None and side.valence is not None for one in found for side in (one.before, one.after))
    rows = tuple(
        MatrixRow(
            head=Head(title=held.spot.title),
            cells=tuple(
                _cell(side, sides, best=one.best == name, is_felt=is_felt) for side, name in ((one.before, "before"), (one.after, "after"))
            ),
        )
        for one in found
        if (held := one.before or one.after) is not None
    )
    heads = tuple(Head(title=one) for one in sides.names)
    return (
        Matrix(title=said.stages, note=said.stages_note if is_felt else "", columns=heads, rows=rows, corner=sides.words.stage, wide=True),
    )


def _cell(side: StageSide | None, sides: Sides, *, best: bool, is_felt: bool) -> MatrixCell:
    if side is None:
        return MatrixCell(items=(Item(text=sides.said.no_stage, style="muted"),), state="missing")
    return MatrixCell(items=tuple(_items(side, sides, best=best, is_felt=is_felt)))


def _items(side: StageSide, sides: Sides, *, best: bool, is_felt: bool) -> Iterator[Item]:
    said, words = sides.said, sides.words
    if side.valence is None and is_felt:
        yield Item(text=said.gap, style="muted")
    elif side.valence is not None:
        text = said.feels_like.format(value=valence(side.valence, words))
        detail = "; ".join([counted(side.readings, said.readings_n, words), *(words.bases[one] for one in side.bases)])
        mark = Mark(kind="gain") if best else None
        yield Item(text=f"{text}: {said.best}" if best else text, style="strong" if best else "plain", mark=mark, detail=detail)
    channels = listed(side.channels, words)
    yield Item(text=counted(side.touchpoints, said.touchpoints_here_n, words), detail=channels)
