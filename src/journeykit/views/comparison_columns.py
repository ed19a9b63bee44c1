"""The columns of two journeys side by side: what both have stands in one column, what one has stands where it stands there."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal

from attrs import frozen

from journeykit.comparison import Comparison, Row, kept_order
from journeykit.model import Journey

State = Literal["same", "changed", "added", "removed", "moved-to", "moved-from", "split", "part", "merged-into", "merged", "unresolved"]
MOST_COLUMNS = 60
"""Of more, those that differ are drawn alone, and no curve runs along them."""
_Place = Callable[[str], int]
_Stages = tuple[Sequence[int], Sequence[int]]


@frozen(kw_only=True)
class Shared:
    """A column of the union.

    Attributes:
        old, new: places on the two sides, zero-based; None where it does not stand there.
        state: what became of it. Where only the order changed it stands in two columns: moved-to where it was, moved-from where it is.
        row: of the comparison.
        other: of what moved or was merged or split, the place on the other side.
    """

    old: int | None
    new: int | None
    state: State
    row: Row
    other: int | None = None


def shared_columns(comparison: Comparison, before: Journey, after: Journey) -> tuple[Shared, ...]:
    """All touchpoints of both sides, each once, or twice where it moved; both orders are kept."""
    places = before.touchpoints.position, after.touchpoints.position
    rows = [one for one in comparison.rows if one.what == "Touchpoint"]
    of_old = {places[0](spot.id): row for row in rows for spot in row.old}
    of_new = {places[1](spot.id): row for row in rows for spot in row.new}
    pairs = sorted((places[0](one.old[0].id), places[1](one.new[0].id)) for one in rows if _is_pair(one))
    kept = kept_order([new for _, new in pairs])
    fixed = [pair for at, pair in enumerate(pairs) if at in kept]
    partner = dict(pairs)
    back = {new: old for old, new in pairs}
    stages = _stages_of(comparison, before, after)
    out: list[Shared] = []
    for (old, new), (next_old, next_new) in pairwise([(-1, -1), *fixed, (len(before.touchpoints), len(after.touchpoints))]):
        if old >= 0:
            out.append(Shared(old=old, new=new, state="same" if of_old[old].status == "unchanged" else "changed", row=of_old[old]))
        mine = [_left(at, of_old[at], partner, places[1]) for at in range(old + 1, next_old)]
        yours = [_right(at, of_new[at], back, places[0]) for at in range(new + 1, next_new)]
        out += _by_stage(mine, yours, stages, stages[0][old] if old >= 0 else None)
    return tuple(out)


def _stages_of(comparison: Comparison, before: Journey, after: Journey) -> _Stages:
    """The place of the stage of each column of both sides among the stages of the union; a stage after is what it was before, where that is known."""
    known = {one.new.id: one.old.id for one in comparison.pairs if one.what == "Stage"}
    order = [one.id for one in before.stages]
    place = 0
    for one in after.stages:
        key = known.get(one.id, f"+{one.id}")
        if key not in order:
            order.insert(place, key)
        place = order.index(key) + 1
    rank = {key: at for at, key in enumerate(order)}
    mine, yours = ([side.stage_of(one.id).id for one in side.touchpoints] for side in (before, after))
    return [rank[key] for key in mine], [rank[known.get(key, f"+{key}")] for key in yours]


def _by_stage(mine: Sequence[Shared], yours: Sequence[Shared], stages: _Stages, last: int | None) -> Iterator[Shared]:
    """Columns of one side alone, both orders kept: first what goes on with the stage of the column before, then what stands in the earlier stage."""
    left, right = [(stages[0][one.old or 0], one) for one in mine], [(stages[1][one.new or 0], one) for one in yours]
    while left and right:
        goes_on = left[0][0] == last or (right[0][0] != last and left[0][0] <= right[0][0])
        last, one = (left if goes_on else right).pop(0)
        yield one
    yield from (one for _, one in (*left, *right))


def _is_pair(row: Row) -> bool:
    return row.method is not None and len(row.old) == len(row.new) == 1 and row.status not in {"split", "merged"}


def _left(at: int, row: Row, partner: Mapping[int, int], place: _Place) -> Shared:
    """A column of the side before alone."""
    if at in partner:
        return Shared(old=at, new=None, state="moved-to", row=row, other=partner[at])
    states: dict[str, State] = {"split": "split", "merged": "merged-into", "unresolved": "unresolved"}
    other = place(row.new[0].id) if row.new else None
    return Shared(old=at, new=None, state=states.get(row.status, "removed"), row=row, other=other)


def _right(at: int, row: Row, back: Mapping[int, int], place: _Place) -> Shared:
    """A column of the side after alone."""
    if at in back:
        return Shared(old=None, new=at, state="moved-from", row=row, other=back[at])
    states: dict[str, State] = {"split": "part", "merged": "merged", "unresolved": "unresolved"}
    other = place(row.old[0].id) if row.old else None
    return Shared(old=None, new=at, state=states.get(row.status, "added"), row=row, other=other)
