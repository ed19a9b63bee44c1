"""In which order runs stand side by side in a corridor, and where: fewest crossings first, then ports apart, then centred."""

from collections.abc import Sequence

from .plan import Distances
from .runs import Run, crossings_between

__all__ = ["settle", "settle_again"]

# Above this many side by side, only neighbours are compared.
_ALL_PAIRS = 40
_SHRINKS = (1.0, 0.8, 0.65, 0.5, 0.4, 0.3, 0.2, 0.1, 0.05, 0.02, 0.005, 0.001)


Pairs = list[list[tuple[int, float]]]


def settle(runs: Sequence[Run], distances: Distances) -> tuple[list[list[Run]], float]:
    """Sets `at` of all runs of one corridor; the better the places of what they are tied to, the better theirs.

    Returns:
        Runs that touch one another, each group in its order; and how many px wider the corridor would have to be for the
        distances to be kept.
    """
    groups: list[list[Run]] = []
    needed = 0.0
    for group in _meeting(runs):
        groups.append(_ordered(group) if len(group) > 1 else group)
        needed = max(needed, _place(groups[-1], distances))
    return groups, needed


def settle_again(groups: Sequence[Sequence[Run]], distances: Distances) -> float:
    """The same where the order is known from a narrower plan."""
    return max((_place(group, distances) for group in groups), default=0.0)


def _meeting(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs that touch a common slab or strip, directly or through others."""
    groups: list[list[Run]] = []
    last = -1
    for run in sorted(runs, key=lambda run: (run.first, run.last, run.at, run.link)):
        if groups and run.first <= last:
            groups[-1].append(run)
        else:
            groups.append([run])
            last = run.last
        last = max(last, run.last)
    return groups


def _meet(one: Run, two: Run) -> bool:
    return one.first <= two.last and two.first <= one.last


def _ordered(group: list[Run]) -> list[Run]:
    """The group in the order of `at`, by sifting: each run goes where it causes the fewest crossings, twice over."""
    group.sort(key=_lean)
    if len(group) > _ALL_PAIRS:
        return _sorted_by_swaps(group)
    costs: dict[tuple[int, int], int] = {}
    indexes = list(range(len(group)))
    for one in indexes:
        for two in indexes[one + 1 :]:
            if _meet(group[one], group[two]):
                before, after = _both_orders(group[one], group[two])
                if before != after:
                    costs[one, two], costs[two, one] = before, after
    order = list(indexes)
    for _ in range(2 if costs else 0):
        for index in indexes:
            _sift(order, index, costs)
    return [group[index] for index in _kept_apart(order, group)]


def _sift(order: list[int], index: int, costs: dict[tuple[int, int], int]) -> None:
    here = order.index(index)
    order.pop(here)
    cost = best = sum(costs.get((index, other), 0) for other in order)
    places = [(best, 0)]
    for place, other in enumerate(order, 1):
        cost += costs.get((other, index), 0) - costs.get((index, other), 0)
        places.append((cost, place))
    least = min(places)[0]
    place = min((place for cost, place in places if cost == least), key=lambda place: abs(place - here))
    order.insert(place, index)


def _kept_apart(order: list[int], group: Sequence[Run]) -> list[int]:
    """The order, except that a run which can only stand right of another comes after it."""
    for end in range(1, len(order)):
        place = end
        while place and group[order[place - 1]].low >= group[order[place]].high:
            order[place - 1], order[place] = order[place], order[place - 1]
            place -= 1
    rank = {index: place for place, index in enumerate(order)}
    if any(group[a].low >= group[b].high for place, a in enumerate(order) for b in order[place + 1 :]):
        return sorted(order, key=lambda index: (group[index].low + group[index].high, rank[index]))
    return order


def _sorted_by_swaps(group: list[Run]) -> list[Run]:
    for _ in range(3):
        for place in range(len(group) - 1):
            one, two = group[place], group[place + 1]
            if _meet(one, two):
                before, after = _both_orders(one, two)
                if after < before:
                    group[place], group[place + 1] = two, one
    order = _kept_apart(list(range(len(group))), group)
    return [group[index] for index in order]


def _both_orders(one: Run, two: Run) -> tuple[int, int]:
    """Crossings if `one` stands before `two`, and the other way round."""
    kept = one.at, two.at
    middle = (max(one.low, two.low) + min(one.high, two.high)) / 2
    one.at, two.at = middle - 1, middle + 1
    before = crossings_between(one, two)
    one.at, two.at = middle + 1, middle - 1
    after = crossings_between(one, two)
    one.at, two.at = kept
    return before, after


def _lean(run: Run) -> tuple[float, float, int]:
    """Runs that turn to the left (up) come first, those that turn to the right (down) last."""
    lean = 0.0
    for turn in run.turns:
        one, two = turn.reach()
        middle = (one + two) / 2
        lean += (middle > run.at) - (middle < run.at)
    return lean, run.low + run.high, run.link


def _apart(one: Run, two: Run, distances: Distances) -> float:
    if one.sides and two.sides and any(side in two.sides for side in one.sides):
        return distances.port
    return distances.track


def _place(group: Sequence[Run], distances: Distances) -> float:
    """Centred where possible, in this order, apart by the distances or by what is left of them."""
    if len(group) == 1:
        group[0].at = (group[0].low + group[0].high) / 2
        return 0.0
    pairs = [
        [(before, _apart(group[before], run, distances)) for before in range(place) if _meet(group[before], run)]
        for place, run in enumerate(group)
    ]
    missing = 0.0
    for shrink in _SHRINKS:
        least, most = _bounds(group, pairs, shrink)
        excess = max(low - high for low, high in zip(least, most, strict=True))
        if shrink == 1.0:
            missing = max(0.0, excess)
        if excess <= 0:
            break
    else:
        shrink = 0.0
    kept = [(run.low, run.high) for run in group]
    _pin(group, pairs, shrink)
    _centre(group, pairs, shrink, _bounds(group, pairs, shrink))
    for run, (low, high) in zip(group, kept, strict=True):
        run.low, run.high = low, high
    return missing


def _pin(group: Sequence[Run], pairs: Pairs, shrink: float) -> None:
    """Straight links stay in the middle, and bent ones make way, where no two straight ones are side by side."""
    crowded: set[int] = set()
    for place, before in enumerate(pairs):
        for other, _ in before:
            if _is_straight(group[place]) and _is_straight(group[other]):
                crowded |= {place, other}
    for place, run in enumerate(group):
        if _is_straight(run) and place not in crowded:
            kept = run.low, run.high
            run.low = run.high = (run.low + run.high) / 2
            least, most = _bounds(group, pairs, shrink)
            if any(low > high for low, high in zip(least, most, strict=True)):
                run.low, run.high = kept


def _is_straight(run: Run) -> bool:
    return len(run.sides) == 2


def _bounds(group: Sequence[Run], pairs: Pairs, shrink: float) -> tuple[list[float], list[float]]:
    """The least and the greatest place of each run that leave room for those before and after."""
    least = [run.low for run in group]
    most = [run.high for run in group]
    for place, before in enumerate(pairs):
        for other, apart in before:
            least[place] = max(least[place], least[other] + apart * shrink)
    for place in range(len(group) - 1, -1, -1):
        for other, apart in pairs[place]:
            most[other] = min(most[other], most[place] - apart * shrink)
    return least, most


def _centre(group: Sequence[Run], pairs: Pairs, shrink: float, bounds: tuple[list[float], list[float]]) -> None:
    """The mean of pushing all to the right of their wish and pushing all to the left: both keep the distances, so it does."""
    least, most = bounds
    wish = [(run.low + run.high) / 2 for run in group]
    right = [0.0] * len(group)
    for place in range(len(group)):
        right[place] = max(wish[place], least[place])
        for other, apart in pairs[place]:
            right[place] = max(right[place], right[other] + apart * shrink)
        right[place] = min(right[place], most[place])
    left = [min(middle, high) for middle, high in zip(wish, most, strict=True)]
    for place in range(len(group) - 1, -1, -1):
        left[place] = max(left[place], least[place])
        for other, apart in pairs[place]:
            left[other] = min(left[other], left[place] - apart * shrink)
    for run, one, two in zip(group, left, right, strict=True):
        run.at = (one + two) / 2
