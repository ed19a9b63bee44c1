"""Who continues whom, as far as elements say so themselves: `origin`, and `supersedes` of journeys."""

from collections.abc import Callable, Sequence

from journeykit.model import Journey, fold

from .items import Item

__all__ = ["Edges", "lineage"]

Edges = list[tuple[Item, Item]]
"""Pairs of an item before and an item after; one item may stand in several."""


def lineage(old: Sequence[Item], new: Sequence[Item]) -> Edges:
    """Which items continue which.

    A new element continues the one that its origin names. One that was there before with the same address continues
    itself, whatever its origin says: that is an old story. Where the element that is named is still there as well, both
    continue it, but journeys do not: the future beside the current one is another journey.
    Elements of one and the same third origin are the same where there is one on each side.

    The relation is the same seen from either side.
    """
    found = [*_continued(old, new), *((two, one) for one, two in _continued(new, old))]
    edges = list({(one.at, two.at): (one, two) for one, two in found}.values())
    taken_old, taken_new = {one.at for one, _ in edges}, {two.at for _, two in edges}
    there, here = {one.address for one in old}, {two.address for two in new}
    return edges + _siblings(
        [one for one in old if one.at not in taken_old and one.address not in here],
        [two for two in new if two.at not in taken_new and two.address not in there],
    )


def _origins(item: Item) -> tuple[str, ...]:
    written = (item.value.origin, item.value.supersedes if isinstance(item.value, Journey) else None)
    return tuple(fold(one) for one in written if one)


def _lookup(items: Sequence[Item]) -> Callable[[str], Item | None]:
    by_address = {one.address: one for one in items}
    by_id = {one.id: one for one in items}
    return lambda written: by_address.get(written) or (None if "/" in written else by_id.get(written.removeprefix("stage:")))


def _continued(old: Sequence[Item], new: Sequence[Item]) -> Edges:
    """Edges from `old` to those of `new` that name them as their origin."""
    if not any(one.value.origin or isinstance(one.value, Journey) for one in new):
        return []
    find, still = _lookup(old), {one.address: one for one in new}
    there = {one.address for one in old}
    edges: Edges = []
    for item in new:
        if item.address in there:
            continue
        for written in _origins(item):
            source = find(written)
            if source is None:
                continue
            remains = still.get(source.address)
            if remains is not None and isinstance(item.value, Journey):
                continue
            edges.append((source, item))
            if remains is not None:
                edges.append((source, remains))
    return edges


def _siblings(old: Sequence[Item], new: Sequence[Item]) -> Edges:
    """Items of the same origin, where there is exactly one on each side."""
    mine, yours = _by_origin(old), _by_origin(new)
    return [(mine[key][0], yours[key][0]) for key in mine if len(mine[key]) == 1 and len(yours.get(key, ())) == 1]


def _by_origin(items: Sequence[Item]) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = {}
    for one in items:
        if one.value.origin:
            found.setdefault(fold(one.value.origin), []).append(one)
    return found
