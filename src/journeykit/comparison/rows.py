"""One row for each element of both sides: what became of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from attrs import evolve, frozen

from journeykit.errors import parse_where, step
from journeykit.model import Journey, Portfolio

from .changes import Change, Merged, Method, Moved, Pair, Part, Split, Spot
from .items import Item, elements_at, inner_items, items_of
from .parts_changed import PartChanged, parts_changed
from .translation import Translation

__all__ = ["Row", "RowStatus", "has_several", "rows_of"]

RowStatus = Literal["unchanged", "changed", "moved", "added", "removed", "split", "merged", "unresolved"]


@frozen(kw_only=True)
class Row:
    """What became of one element.

    Attributes:
        what: its class: Journey, Stage, Touchpoint, Activity, or an entry of the library.
        status: moved wins over changed. Unresolved is neither added nor removed: it may be something on the other side.
        old, new: where it was and is; several for a split or a merge, none where there is nothing.
        method, score: how it was matched, if it was.
        changes: all changes at it and in it, but those of elements that have rows of their own.
        candidates: what an unresolved one may be.
        parts: of a split or a merge, what its parts say otherwise than the whole.
        journey: where a side holds several journeys, the one that it is in, on the side of `spot`; None of what is in none.
    """

    what: str
    status: RowStatus
    old: tuple[Spot, ...] = ()
    new: tuple[Spot, ...] = ()
    method: Method | None = None
    score: float | None = None
    changes: tuple[Change, ...] = ()
    candidates: tuple[Spot, ...] = ()
    parts: tuple[PartChanged, ...] = ()
    journey: Spot | None = None

    @property
    def spot(self) -> Spot:
        """Where it was, or is when it is new; what was merged is the one that came of it."""
        return (self.new if self.is_new else self.old)[0]

    @property
    def is_new(self) -> bool:
        """Whether its spot is on the side after."""
        return not self.old or self.status == "merged"


def _items(document: Portfolio | Journey) -> Iterator[Item]:
    """Every element that has a row."""
    if isinstance(document, Journey):
        yield from _of_journey(Item(document, "", document.id, 0))
        return
    for name, held in elements_at(document):
        for one in items_of(held, name):
            if isinstance(one.value, Journey):
                yield from _of_journey(one)
            else:
                yield one


def _of_journey(journey: Item) -> Iterator[Item]:
    yield journey
    for held in inner_items(journey).values():
        yield from held


def holder_of(at: str, known: Mapping[str, Any]) -> str:
    """The path of the element, among those known, at or in which something stands."""
    if at in known:
        return at
    steps = [step(name, key) for name, key in parse_where(at)] if at else []
    for length in range(len(steps) - 1, 0, -1):
        if (found := ".".join(steps[:length])) in known:
            return found
    return ""


def rows_of(before: Any, after: Any, pairs: Sequence[Pair], changes: Sequence[Change], *, translation: Translation) -> tuple[Row, ...]:
    """All rows, in the order of the side before; what is new follows. The first row of a portfolio is itself."""
    old, new = {one.at: one for one in _items(before)}, {one.at: one for one in _items(after)}
    at_old, at_new = _sorted(changes, old, new)
    by_old = {pair.old.at: pair for pair in pairs}
    by_new = {pair.new.at: pair for pair in pairs}
    groups = [one for one in changes if isinstance(one, Split | Merged)]
    grouped_old = {part.spot.at: one for one in groups for part in _olds(one)}
    grouped_new = {part.spot.at: one for one in groups for part in _news(one)}
    rows = [] if isinstance(before, Journey) else [_whole_row(before, after, [*at_old.get("", []), *at_new.get("", [])])]
    told: set[int] = set()
    for side, items, pairs_at, grouped in ((0, old, by_old, grouped_old), (1, new, by_new, grouped_new)):
        for at, item in items.items():
            if at in pairs_at:
                if side == 0:
                    pair = pairs_at[at]
                    rows.append(_pair_row(item, pair, [*at_old.get(at, []), *at_new.get(pair.new.at, [])]))
            elif (group := grouped.get(at)) is not None:
                if id(group) not in told:
                    told.add(id(group))
                    rows.append(_group_row(group, _journeys(group, old, new), translation))
            else:
                rows.append(_single_row(item, (at_old, at_new)[side].get(at, []), is_new=side == 1))
    return tuple(_placed(row, old, new) for row in rows) if has_several(before, after) else tuple(rows)


def has_several(before: Portfolio | Journey, after: Portfolio | Journey) -> bool:
    """Whether either side holds several journeys, so that a row must say in which it stands."""
    return any(isinstance(one, Portfolio) and len(one.journeys) > 1 for one in (before, after))


def _placed(row: Row, old: Mapping[str, Item], new: Mapping[str, Item]) -> Row:
    """A row that says in which journey it stands."""
    item = (new if row.is_new else old).get(row.spot.at)
    if item is None or not item.journey or isinstance(item.value, Journey):
        return row
    return evolve(row, journey=(new if row.is_new else old)["journeys" + step("", item.journey)].spot)


def _journeys(group: Split | Merged, old: Mapping[str, Item], new: Mapping[str, Item]) -> tuple[str, str]:
    return old[_olds(group)[0].spot.at].journey, new[_news(group)[0].spot.at].journey


def _sorted(
    changes: Sequence[Change], old: Mapping[str, Any], new: Mapping[str, Any]
) -> tuple[dict[str, list[Change]], dict[str, list[Change]]]:
    """Changes by the element that has a row: before where it was there, else after."""
    at_old: dict[str, list[Change]] = {}
    at_new: dict[str, list[Change]] = {}
    for one in changes:
        if one.old is not None:
            at_old.setdefault(holder_of(one.old.at, old), []).append(one)
        elif one.new is not None:
            at_new.setdefault(holder_of(one.new.at, new), []).append(one)
    return at_old, at_new


def _olds(change: Split | Merged) -> tuple[Part, ...]:
    return (change.whole,) if isinstance(change, Split) else change.parts


def _news(change: Split | Merged) -> tuple[Part, ...]:
    return change.parts if isinstance(change, Split) else (change.whole,)


def _whole_row(before: Portfolio, after: Portfolio, changes: list[Change]) -> Row:
    old, new = (Spot("", "", one.title or "") for one in (before, after))
    return Row(
        what="Portfolio",
        status="changed" if changes else "unchanged",
        old=(old,),
        new=(new,),
        method="explicit",
        score=1.0,
        changes=tuple(changes),
    )


def _pair_row(item: Item, pair: Pair, changes: list[Change]) -> Row:
    moved = any(isinstance(one, Moved) and one.old == pair.old for one in changes)
    status: RowStatus = "moved" if moved else "changed" if changes else "unchanged"
    return Row(
        what=type(item.value).__name__,
        status=status,
        old=(pair.old,),
        new=(pair.new,),
        method=pair.method,
        score=pair.score,
        changes=tuple(changes),
    )


def _group_row(group: Split | Merged, journeys: tuple[str, str], translation: Translation) -> Row:
    old, new = (tuple(part.spot for part in side) for side in (_olds(group), _news(group)))
    return Row(
        what=group.what, status="split" if isinstance(group, Split) else "merged", old=old, new=new, method=group.method, changes=(group,),
        parts=tuple(parts_changed(group, translation, journeys)),
    )  # fmt: skip


def _single_row(item: Item, changes: list[Change], *, is_new: bool) -> Row:
    candidates = next((found for one in changes if one.where == item.at and (found := getattr(one, "candidates", ()))), ())
    status: RowStatus = "unresolved" if candidates else "added" if is_new else "removed"
    here = (item.spot,)
    what = type(item.value).__name__
    return Row(
        what=what, status=status, old=() if is_new else here, new=here if is_new else (), changes=tuple(changes), candidates=candidates
    )
