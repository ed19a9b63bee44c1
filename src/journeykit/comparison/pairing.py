"""Pairs of alike elements: candidates by rare words and by neighbours, weighed against each other in small blocks."""

from collections.abc import Mapping, Sequence

from attrs import define, field, frozen

from .assignment import assigned
from .changes import Spot
from .items import Item
from .similarity import Features, Likeness, likeness

__all__ = ["Found", "paired"]

_FEW = 400
_COMMON = 40
_RARE = 4
_BLOCK = 40
_ROUNDS = 3

Edge = tuple[int, int]


@frozen
class Found:
    """Pairs with their scores; and for what stayed open, what it may be, by `old:path` or `new:path`."""

    pairs: tuple[tuple[Item, Item, float], ...]
    candidates: dict[str, tuple[Spot, ...]]


def paired(
    lists: tuple[Sequence[Item], Sequence[Item]],
    features: tuple[Mapping[str, Features], Mapping[str, Features]],
    known: Mapping[str, str],
    how: Likeness,
) -> Found:
    """Matches what is open in two lists, as far as it is sure.

    Args:
        lists: all items, in order, those that are matched included: they are neighbours.
        features: of the open ones, by path.
        known: paths before to paths after, of all that is matched.
        how: thresholds and weights.
    """
    work = _Pairing(lists, features, dict(known), how)
    result: list[tuple[Item, Item, float]] = []
    weights: dict[Edge, float] = {}
    for _ in range(_ROUNDS):
        weights = work.weights()
        found = [(one, score) for block in _blocks(weights) for one, score in _decided(block, how)]
        for (a, b), score in found:
            result.append((work.old[a], work.new[b], score))
            work.settle(a, b)
        if not found:
            break
    weights = work.weights()
    candidates: dict[str, list[Spot]] = {}
    for (a, b), score in sorted(weights.items(), key=lambda one: (-one[1], one[0])):
        if score >= how.accept:
            candidates.setdefault(f"old:{work.old[a].at}", []).append(work.new[b].spot)
            candidates.setdefault(f"new:{work.new[b].at}", []).append(work.old[a].spot)
    return Found(tuple(result), {at: tuple(spots) for at, spots in candidates.items()})


@define(eq=False)
class _Pairing:
    """Pairing under way: what is open, by index, and what is known of neighbours and stages."""

    lists: tuple[Sequence[Item], Sequence[Item]]
    features: tuple[Mapping[str, Features], Mapping[str, Features]]
    known: dict[str, str]
    how: Likeness
    old: list[Item] = field(init=False)
    new: list[Item] = field(init=False)
    free: tuple[set[int], set[int]] = field(init=False)
    edges: list[Edge] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.old = [one for one in self.lists[0] if one.at in self.features[0]]
        self.new = [one for one in self.lists[1] if one.at in self.features[1]]
        self.free = set(range(len(self.old))), set(range(len(self.new)))
        self.edges = self._candidates()

    def settle(self, a: int, b: int) -> None:
        """A pair that is decided."""
        self.known[self.old[a].at] = self.new[b].at
        self.free[0].discard(a)
        self.free[1].discard(b)

    def weights(self) -> dict[Edge, float]:
        """Scores of all candidates that are open and not too low to matter."""
        found = {}
        for a, b in self.edges:
            if a in self.free[0] and b in self.free[1] and (score := self._score(a, b)) >= self.how.accept - self.how.margin:
                found[a, b] = score
        return found

    def _score(self, a: int, b: int) -> float:
        old, new = self.old[a], self.new[b]
        return likeness(self.features[0][old.at], self.features[1][new.at], self.how,
                        same_stage=self._same_stage(old, new), neighbours=self._neighbours(old, new))  # fmt: skip

    def _same_stage(self, old: Item, new: Item) -> bool | None:
        if old.owner is None or new.owner is None or old.owner.at not in self.known:
            return None
        lifecycle = old.owner.value.lifecycle
        return self.known[old.owner.at] == new.owner.at or (lifecycle is not None and lifecycle == new.owner.value.lifecycle)

    def _neighbours(self, old: Item, new: Item) -> int:
        count = 0
        for side in (-1, 1):
            a, b = old.place + side, new.place + side
            if 0 <= a < len(self.lists[0]) and 0 <= b < len(self.lists[1]):
                count += self.known.get(self.lists[0][a].at) == self.lists[1][b].at
        return count

    def _candidates(self) -> list[Edge]:
        if len(self.old) * len(self.new) <= _FEW:
            return [(a, b) for a in range(len(self.old)) for b in range(len(self.new))]
        words = [[self.features[side][one.at].words for one in items] for side, items in enumerate((self.old, self.new))]
        holders: dict[str, tuple[list[int], list[int]]] = {}
        for side in (0, 1):
            for index, held in enumerate(words[side]):
                for word in held:
                    holders.setdefault(word, ([], []))[side].append(index)
        rarity = {word: len(sides[0]) + len(sides[1]) for word, sides in holders.items()}
        edges = set(self._beside())
        for side in (0, 1):
            for index, held in enumerate(words[side]):
                for word in sorted((one for one in held if rarity[one] <= _COMMON), key=lambda one: (rarity[one], one))[:_RARE]:
                    edges |= {(index, other) if side == 0 else (other, index) for other in holders[word][1 - side]}
        return sorted(edges)

    def _beside(self) -> list[Edge]:
        """What stands beside matched neighbours."""
        index = {one.at: b for b, one in enumerate(self.new)}
        places = {one.at: place for place, one in enumerate(self.lists[1])}
        found = []
        for a, one in enumerate(self.old):
            for side in (-1, 1):
                if not 0 <= one.place + side < len(self.lists[0]):
                    continue
                partner = places.get(self.known.get(self.lists[0][one.place + side].at, ""))
                if (
                    partner is not None
                    and 0 <= partner - side < len(self.lists[1])
                    and (b := index.get(self.lists[1][partner - side].at)) is not None
                ):
                    found.append((a, b))
        return found


def _blocks(weights: Mapping[Edge, float]) -> list[dict[Edge, float]]:
    """Candidates that have to do with each other, together."""
    root: dict[tuple[int, int], tuple[int, int]] = {}

    def find(one: tuple[int, int]) -> tuple[int, int]:
        while root.setdefault(one, one) != one:
            root[one] = root[root[one]]
            one = root[one]
        return one

    for a, b in weights:
        root[find((0, a))] = find((1, b))
    blocks: dict[tuple[int, int], dict[Edge, float]] = {}
    for (a, b), score in weights.items():
        blocks.setdefault(find((0, a)), {})[a, b] = score
    return list(blocks.values())


def _decided(block: Mapping[Edge, float], how: Likeness) -> list[tuple[Edge, float]]:
    """The pairs of a block that are sure."""
    rows, columns = sorted({a for a, _ in block}), sorted({b for _, b in block})
    if max(len(rows), len(columns)) > _BLOCK:
        return _mutual(block, how)
    profit = [[block.get((a, b), 0.0) for b in columns] for a in rows]
    found = []
    for row, (column, loss) in assigned(profit).items():
        edge = rows[row], columns[column]
        if block[edge] >= how.accept and loss >= how.margin - 1e-9:
            found.append((edge, block[edge]))
    return found


def _mutual(block: Mapping[Edge, float], how: Likeness) -> list[tuple[Edge, float]]:
    """In a block too large to weigh all against all: pairs that are the best of both, by the margin."""
    best: dict[tuple[int, int], list[float]] = {}
    for (a, b), score in block.items():
        for end in ((0, a), (1, b)):
            best[end] = sorted([*best.get(end, []), score], reverse=True)[:2]
    return [
        ((a, b), score) for (a, b), score in block.items()
        if score >= how.accept and all(score - (best[end] + [0.0])[1] >= how.margin - 1e-9 and score == best[end][0] for end in ((0, a), (1, b)))
    ]  # fmt: skip
