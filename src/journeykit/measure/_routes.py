"""Where a customer can go from each touchpoint, and how often each is reached."""

from collections.abc import Sequence

from attrs import frozen

from journeykit.errors import step
from journeykit.model import Journey

from ._places import Column, path_of
from ._result import Missing

_SWEEPS = 500
_CLOSE = 1e-12


@frozen
class Visits:
    """How often each touchpoint is reached per journey, by index; None where the branches do not say it.

    Attributes:
        expected: visits of each column. has_branches: whether any route leaves the main line.
        missing: what would have been needed.
    """

    expected: tuple[float, ...] | None
    has_branches: bool
    missing: tuple[Missing, ...] = ()


def visits(journey: Journey, columns: Sequence[Column]) -> Visits:
    """Expected visits, from the probabilities of branches.

    The successors of a touchpoint are the targets of its branches and of its sequences that are not required; where it has none,
    the next touchpoint. One branch without a probability gets the rest; several do not say how often they are taken.
    """
    at = {column.touchpoint.id: column.index for column in columns}
    routes, missing = _routes(journey, at)
    for index, held in routes.items() if not missing else ():
        total = sum(share for _, share in held if share is not None)
        if abs(total - 1) > 1e-9:
            missing.append(Missing(columns[index].where, f"its branches add up to {total:g}, not to 1"))
    if missing:
        return Visits(None, has_branches=True, missing=tuple(missing))
    if not routes:
        return Visits(tuple(1.0 for _ in columns), has_branches=False)
    expected = _settled(len(columns), routes)
    if expected is None:
        return Visits(
            None, has_branches=True, missing=(Missing(path_of(journey, "links"), "a loop is left so rarely that no time can be expected"),)
        )
    return Visits(tuple(expected), has_branches=True)


def _routes(journey: Journey, at: dict[str, int]) -> tuple[dict[int, list[tuple[int, float | None]]], list[Missing]]:
    found: dict[int, list[tuple[int, float | None]]] = {}
    open_ends: dict[int, list[int]] = {}
    for place, link in enumerate(journey.links):
        is_route = link.kind == "branch" or (link.kind == "sequence" and not link.required)
        if not is_route or link.source not in at or link.target not in at:
            continue
        source = at[link.source]
        found.setdefault(source, []).append((at[link.target], link.probability))
        if link.probability is None:
            open_ends.setdefault(source, []).append(place)
    missing: list[Missing] = []
    for source, places in open_ends.items():
        known = sum(share for _, share in found[source] if share is not None)
        if len(places) == 1 and known <= 1:
            found[source] = [(target, 1 - known if share is None else share) for target, share in found[source]]
        else:
            missing += [
                Missing(f"{path_of(journey, step('links', place))}.probability", "not known how often this way is taken")
                for place in places
            ]
    return found, missing


def _settled(size: int, routes: dict[int, list[tuple[int, float | None]]]) -> list[float] | None:
    """Visits after as many rounds as it takes until nothing moves; forward routes alone need one round."""
    flow = [0.0] * size
    flow[0] = 1.0
    total = [0.0] * size
    for _ in range(_SWEEPS):
        back = [0.0] * size
        for index in range(size):
            amount = flow[index]
            if not amount:
                continue
            total[index] += amount
            for target, share in routes.get(index, [(index + 1, 1.0)]):
                if target < size:
                    into = flow if target > index else back
                    into[target] += amount * (share or 0.0)
        flow = back
        if sum(flow) < _CLOSE:
            return total
    return None
