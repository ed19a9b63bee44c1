"""How often each touchpoint is reached, from how often each route is taken."""

from collections.abc import Sequence

from attrs import frozen

from journeykit.errors import step
from journeykit.model import Journey, Link, Route, onward_of, routes_of

from ._places import Column, path_of
from ._result import Missing

_SWEEPS = 500
_CLOSE = 1e-9
_RESIDUE = 1e-12
_Shares = dict[int, dict[int, float]]


@frozen
class Visits:
    """How often each touchpoint is reached per journey, by index; None where the branches do not say it.

    Attributes:
        expected: visits of each column.
        missing: what would have been needed.
    """

    expected: tuple[float, ...] | None
    missing: tuple[Missing, ...] = ()


def visits(journey: Journey, columns: Sequence[Column]) -> Visits:
    """Expected visits, from the probabilities of branches; a branch through activities counts from touchpoint to touchpoint.

    What the branches of a touchpoint leave over goes on where customers can go without one, to the next touchpoint, and ends at the
    last. Where they cannot, one branch without a probability gets the rest; several do not say how often they are taken.
    """
    routes = routes_of(journey)
    if not routes:
        return Visits(tuple(1.0 for _ in columns))
    shares, missing = _shares(journey, columns, routes)
    if missing:
        return Visits(None, tuple(missing))
    expected = _settled(len(columns), shares)
    if expected is None:
        return Visits(None, (Missing(path_of(journey, "links"), "a loop is left so rarely that no time can be expected"),))
    return Visits(tuple(expected))


def _shares(journey: Journey, columns: Sequence[Column], routes: Sequence[Route]) -> tuple[_Shares, list[Missing]]:
    """How often each route from a column is taken, by its target; and what is not known of it."""
    onward = onward_of(journey, routes)
    leaving: dict[int, list[Route]] = {}
    for route in routes:
        leaving.setdefault(route.source, []).append(route)
    places = {id(link): at for at, link in enumerate(journey.links)}
    shares: _Shares = {}
    missing: list[Missing] = []
    for at, held in leaving.items():
        after = at + 1
        goes_on = after == len(columns) or (after in onward[at] and all(one.target != after for one in held))
        taken = [(one, _share(one)) for one in held]
        unsaid = [one for one, share in taken if share is None]
        known = sum(share for _, share in taken if share is not None)
        if known > 1 + _CLOSE or (known < 1 - _CLOSE and not goes_on and not unsaid):
            missing.append(Missing(columns[at].where, f"its branches add up to {known:g}, not to 1"))
        elif unsaid and (goes_on or len(unsaid) > 1):
            links = dict.fromkeys(places[id(link)] for one in unsaid for link in _deciding(one) if link.probability is None)
            missing += [
                Missing(f"{path_of(journey, step('links', place))}.probability", "not known how often this route is taken")
                for place in links
            ]
        else:
            found = shares.setdefault(at, {after: 1 - known} if goes_on else {})
            for one, share in taken:
                found[one.target] = found.get(one.target, 0.0) + (1 - known if share is None else share)
    return shares, missing


def _share(route: Route) -> float | None:
    """How often a route is taken; None where that is not said. Work behind the scenes that leads on without a branch always does."""
    share = 1.0
    for link in _deciding(route):
        if link.probability is None:
            return None
        share *= link.probability
    return share


def _deciding(route: Route) -> Sequence[Link]:
    return route.links if len(route.links) == 1 else [one for one in route.links if one.kind == "branch"]


def _settled(size: int, shares: _Shares) -> list[float] | None:
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
            for target, share in shares.get(index, {index + 1: 1.0}).items():
                if target < size:
                    into = flow if target > index else back
                    into[target] += amount * share
        flow = back
        if sum(flow) < _RESIDUE:
            return total
    return None
