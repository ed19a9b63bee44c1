"""Stages over the columns of two journeys: each stage of the side before over one stretch, whatever the side after has in between."""

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from journeykit.diagram import Band

from .comparison_columns import Shared
from .comparison_sides import Sides


@frozen
class Head:
    """What stands over a column.

    Attributes:
        key: of the stage; a stage that only the side after has begins with a plus.
        elsewhere: title of the stage after, where the column stands there and under another one here; else empty.
    """

    key: str
    title: str
    path: str
    elsewhere: str = ""


def heads_of(sides: Sides, shown: Sequence[Shared]) -> tuple[Head, ...]:
    """The stage over each column. What only the side after has stands under its own stage where that breaks no other one in two."""
    found = [_before(sides, one.old) if one.old is not None else None for one in shown]
    own = [_after(sides, one.new) if one.new is not None else None for one in shown]
    used = {one.key for one in found if one is not None}
    last: Head | None = None
    for at, head in enumerate(found):
        mine = own[at]
        if head is None and mine is not None:
            following = next((one for one in found[at:] if one is not None), None)
            head = _between(mine, last, following, used)  # noqa: PLW2901  # what was missing
            used.add(head.key)
            found[at] = evolve(head, elsewhere="" if head.key == mine.key else mine.elsewhere)
        last = head
    return tuple(one for one in found if one is not None)


def _between(mine: Head, last: Head | None, following: Head | None, used: set[str]) -> Head:
    """The head of a column between two others: its own, if that joins one of them or begins a stage that stands nowhere else."""
    near = [one for one in (last, following) if one is not None]
    same = last is not None and following is not None and last.key == following.key
    joined = next((one for one in near if one.key == mine.key), None)
    if joined is not None:
        return joined
    if near and (same or mine.key in used):
        return near[0]
    return mine


def _before(sides: Sides, at: int) -> Head:
    block = next(held for held in sides.before.blocks if held.start <= at <= held.end)
    return Head(block.stage.id, block.stage.title, block.path)


def _after(sides: Sides, at: int) -> Head:
    """The stage after, as what it was before where that is known; its own title for a column that stands under another one."""
    stage = next(held for held in sides.after.blocks if held.start <= at <= held.end).stage
    key = next((pair.old.id for pair in sides.comparison.pairs if pair.what == "Stage" and pair.new.id == stage.id), None)
    old = next((held for held in sides.before.blocks if held.stage.id == key), None)
    key, title, path = (old.stage.id, old.stage.title, old.path) if old else (f"+{stage.id}", stage.title, "")
    return Head(key, title, path, elsewhere=stage.title)


def bands_of(heads: Sequence[Head]) -> Iterator[Band]:
    """One band for each stretch of columns under the same stage."""
    start = 0
    for at in range(1, len(heads) + 1):
        if at == len(heads) or heads[at].key != heads[start].key:
            yield Band(title=heads[start].title, start=start, end=at - 1, source=heads[start].path)
            start = at
