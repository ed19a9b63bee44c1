"""What was expected, and whether it was met: by place, on one side or on both."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from journeykit.comparison import Comparison, Expectations, expectation
from journeykit.diagram import Head, Item, Mark, Matrix, MatrixCell, MatrixRow, Part
from journeykit.measure import ExpectationGap
from journeykit.model import Journey

from .comparison_sides import Sides

_MARKS: dict[str, Mark] = {
    "exceeded": Mark(kind="gain"),
    "met": Mark(kind="dot"),
    "partly": Mark(kind="dot-open"),
    "not_met": Mark(kind="loss"),
}


def expectations(sides: Sides) -> tuple[Part, ...]:
    """The expectations of the side after, then those that only the side before has, in the order of the journey."""
    found: Expectations = expectation(sides.comparison)
    said = sides.said
    before, after = sides.before.journey, sides.after.journey
    alone = before == after
    now = {} if alone else _now(sides.comparison, after)
    held = [*_placed(after, found.after.gaps, is_new=True), *([] if alone else _placed(before, found.before.gaps, is_new=False, now=now))]
    keys = [*dict.fromkeys((place, text) for place, text, _, _ in held)]
    sides_held = {(place, text, is_new): gap for place, text, gap, is_new in held}
    if not keys:
        return ()
    names = (said.met_column,) if alone else sides.names
    rows = tuple(
        _row(place, text, [sides_held.get((place, text, is_new)) for is_new in ((True,) if alone else (False, True))], sides)
        for place, text in keys
    )
    if not any(gap.standard for gap in sides_held.values()):
        rows = tuple(evolve(one, cells=one.cells[:-1]) for one in rows)
        columns = tuple(Head(title=one) for one in names)
    else:
        columns = tuple(Head(title=one) for one in (*names, said.standard))
    return (Matrix(title=said.expectations, columns=columns, rows=rows, corner=said.expected, wide=True),)


def _now(comparison: Comparison, after: Journey) -> dict[tuple[str, str], str]:
    """Kind and id of places before, and what they are called after, where they are still the same."""
    found = {}
    for pair in comparison.pairs:
        if pair.what == "Touchpoint":
            found[pair.what, pair.old.id] = after.touchpoints[pair.new.id].title
        elif pair.what == "Stage":
            found[pair.what, pair.old.id] = after.stages[pair.new.id].title
    return found


def _placed(
    journey: Journey, gaps: Sequence[ExpectationGap], *, is_new: bool, now: Mapping[tuple[str, str], str] | None = None
) -> Iterator[tuple[str, str, ExpectationGap, bool]]:
    """Each with the title of its place, in the order of the journey; `now`: what places are called on the other side."""
    order = {key: at for at, key in enumerate(journey.touchpoints.ids)}
    for one in sorted(gaps, key=lambda held: order.get(held.touchpoint, -1)):
        place = journey.touchpoints[one.touchpoint].title if one.touchpoint else journey.stages[one.stage].title
        key = ("Touchpoint", one.touchpoint) if one.touchpoint else ("Stage", one.stage)
        yield (now or {}).get(key, place), one.text, one, is_new


def _row(place: str, text: str, held: Sequence[ExpectationGap | None], sides: Sides) -> MatrixRow:
    cells = [_met(one, sides) for one in held]
    standard = next((one.standard for one in reversed(held) if one is not None and one.standard), "")
    last = MatrixCell(items=(Item(text=standard),) if standard else ())
    return MatrixRow(head=Head(title=text, group=place), cells=(*cells, last))


def _met(one: ExpectationGap | None, sides: Sides) -> MatrixCell:
    if one is None:
        return MatrixCell(items=(Item(text=sides.said.not_there, style="muted"),))
    if one.met not in _MARKS:
        return MatrixCell(items=(Item(text=sides.words.not_stated, style="muted"),))
    return MatrixCell(
        items=(Item(text=sides.words.met[one.met], style="strong" if one.met == "not_met" else "plain", mark=_MARKS[one.met]),)
    )
