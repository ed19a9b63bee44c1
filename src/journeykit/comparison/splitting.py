"""Splits and merges that nobody named: one thing whose words are found in two neighbours, or the other way round."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from .items import Item
from .similarity import dice, words_of

__all__ = ["divided"]

_WHOLE = 0.75
_INSIDE = 0.6
_GAIN = 0.15


def divided(
    old: Sequence[Item], new: Sequence[Item], lists: tuple[Sequence[Item], Sequence[Item]]
) -> Iterator[tuple[Item, tuple[Item, ...], bool]]:
    """Groups among what is still open: (whole, parts, is it a split).

    Conservative: the parts stand side by side, together they have the words of the whole, each has words of its own, and
    most of its words are those of the whole.
    """
    splits = list(_divided(old, new, lists[1]))
    merges = list(_divided(new, old, lists[0]))
    taken: set[int] = set()
    for groups, is_split in ((splits, True), (merges, False)):
        for whole, parts in groups:
            if taken & {id(whole), *map(id, parts)}:
                continue
            taken |= {id(whole), *map(id, parts)}
            yield whole, parts, is_split


def _divided(wholes: Sequence[Item], parts: Sequence[Item], everything: Sequence[Item]) -> Iterator[tuple[Item, tuple[Item, ...]]]:
    free = {one.at for one in parts}
    side_by_side = [(one, two) for one, two in pairwise(everything) if one.at in free and two.at in free]
    by_word: dict[str, list[int]] = {}
    for index, two in enumerate(side_by_side):
        for word in _words(two[0]) | _words(two[1]):
            by_word.setdefault(word, []).append(index)
    for whole in wholes:
        words = _words(whole)
        near = sorted({index for word in words if len(by_word.get(word, ())) <= 40 for index in by_word.get(word, ())})
        found = [pair for index in near if _is_divided(words, _words((pair := side_by_side[index])[0]), _words(pair[1]))]
        if len(found) == 1:
            yield whole, found[0]


def _words(item: Item) -> frozenset[str]:
    return words_of(item.value.label)


def _is_divided(whole: frozenset[str], first: frozenset[str], second: frozenset[str]) -> bool:
    together = dice(whole, first | second)
    inside = all(len(part & whole) >= _INSIDE * len(part) for part in (first, second))
    own = (first & whole) - second and (second & whole) - first
    return bool(own) and inside and together >= _WHOLE and together >= max(dice(whole, first), dice(whole, second)) + _GAIN
