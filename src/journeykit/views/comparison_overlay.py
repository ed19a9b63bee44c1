"""The curves of up to four personas in one lane, each with a line and a shape of its own; nothing is averaged."""

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from journeykit.comparison import PersonaMatrix
from journeykit.diagram import Column, CurveLane, Gap, Point, Series

from .comparison_columns import MOST_COLUMNS
from .comparison_words import ComparisonWords
from .context import Context, context_of
from .lanes_feeling import points_of
from .words import Words

MOST_CURVES = 4


@frozen(kw_only=True)
class Overlay:
    """Columns of all personas, and the lane with their curves."""

    columns: tuple[Column, ...]
    lane: CurveLane


def overlay(found: PersonaMatrix, words: Words, said: ComparisonWords, *, language: str | None) -> Overlay | None:
    """Nothing where more curves would hide each other, there are too many columns, or nobody feels anything."""
    met = found.touchpoints
    if len(found.journeys) > MOST_CURVES or len(met) > MOST_COLUMNS:
        return None
    contexts = [context_of(one, language) for one in found.journeys]
    series = []
    for number, (context, name) in enumerate(zip(contexts, found.names, strict=True)):
        places: dict[str, int] = {}
        for at, held in enumerate(met):
            if (one := held[number]) is not None:
                places.setdefault(one.id, at)  # a whole that others have in parts is felt once, at the first of them
        without = tuple(at for at in range(len(met)) if at not in places.values())
        series.append(Series(points=tuple(_points(context, places)), name=name, without=without))
    if not any(one.points for one in series):
        return None
    read = {point.column for one in series for point in one.points}
    lane = CurveLane(
        key="emotions", title=said.overlay, note=said.overlay_note, series=tuple(series), axis=words.axis, apart="lines",
        gaps=tuple(gaps_of([at for at in range(len(met)) if at not in read], said.gap)),
    )  # fmt: skip
    parts = {tuple(map(id, row.touchpoints)): row.part for row in found.rows}
    columns = []
    for at, held in enumerate(met):
        first = next(one for one in held if one is not None)
        columns.append(
            Column(
                title=parts.get(tuple(map(id, held))) or first.title,
                number=str(at + 1),
                kind="contact" if first.kind == "interaction" else "alone",
            )
        )
    return Overlay(columns=tuple(columns), lane=lane)


def _points(context: Context, places: dict[str, int]) -> Iterator[Point]:
    """The readings during of the first series, without reasons: four curves leave no room for them."""
    for track in context.tracks[:1]:
        for one in points_of(context, track):
            if one.offset == 0:
                column = places[context.columns[one.column].id]
                yield evolve(one, column=column, reason="", extreme=False, spread=None, source="")


def gaps_of(unread: Sequence[int], text: str) -> Iterator[Gap]:
    """Neighbouring columns without a reading."""
    start = 0
    for at in range(1, len(unread) + 1):
        if at == len(unread) or unread[at] != unread[at - 1] + 1:
            yield Gap(start=unread[start], end=unread[at - 1], text=text)
            start = at
