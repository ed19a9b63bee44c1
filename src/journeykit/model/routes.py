"""Where customers can go: from touchpoint to touchpoint, also where something behind the scenes decides it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .activity import Activity, Link
    from .journey import Journey


class Route(NamedTuple):
    """A route that is written down, from one touchpoint to another or to itself.

    Attributes:
        source, target: positions among the touchpoints of the journey.
        links: what it is written as; several where it leads through activities.
        own: whether the touchpoint itself says so; else an activity decides.
    """

    source: int
    target: int
    links: "tuple[Link, ...]"
    own: bool = True


def routes_of(journey: "Journey") -> tuple[Route, ...]:
    """The routes that are written down: branches, and sequences that are not required.

    A branch that begins or ends at an activity is followed until it is at a touchpoint again. Work that goes on behind the scenes without
    a branch is no route of the customer.

    Example:
        >>> from journeykit.model import Activity, Journey, Link, Stage, Touchpoint
        >>> rent = Journey("I rent", stages=[Stage("All", [Touchpoint("Asks", id="ask"), Touchpoint("Signs", id="sign"), Touchpoint("Leaves", id="leave")])],
        ...                activities=[Activity("Checks", id="check", touchpoints="ask")],
        ...                links=[Link(source="check", target="sign", kind="branch"), Link(source="check", target="leave", kind="branch")])
        >>> [(one.source, one.target) for one in routes_of(rent)]
        [(0, 1), (0, 2)]
    """
    return _Routes(journey).found


def onward_of(journey: "Journey", routes: Sequence[Route]) -> tuple[tuple[int, ...], ...]:
    """For each touchpoint, the positions of those to which customers can go from there, in order.

    They are the targets of its own routes; without any, the next touchpoint, and beside one that is optional also the first that is not. A
    touchpoint that repeats goes on in the end, also where its own routes all lead back. Two branches of an activity are all that there are;
    one alone is an exception.
    """
    columns = journey.touchpoints
    own: list[set[int]] = [set() for _ in columns]
    decided: list[set[int]] = [set() for _ in columns]
    for route in routes:
        (own if route.own else decided)[route.source].add(route.target)
    out: list[tuple[int, ...]] = []
    for at, one in enumerate(columns):
        leads_on = any(target > at for target in own[at]) if one.repeats else bool(own[at])
        usual = () if leads_on or sum(target > at for target in decided[at]) > 1 else _next(journey, at)
        out.append(tuple(sorted({*own[at], *decided[at], *usual})))
    return tuple(out)


def _next(journey: "Journey", at: int) -> tuple[int, ...]:
    columns = journey.touchpoints
    after = next((place for place in range(at + 1, len(columns)) if not columns[place].optional), len(columns))
    return tuple(place for place in dict.fromkeys((at + 1, after)) if place < len(columns))


class _Routes:
    """Follows the links of a journey from touchpoint to touchpoint."""

    def __init__(self, journey: "Journey") -> None:
        self._journey = journey
        self._leaving: dict[str, list[Link]] = {}
        entered: set[str] = set()
        for link in journey.links:
            if link.kind == "branch" or (link.kind == "sequence" and not link.required):
                source, target = self._key(link.source), self._key(link.target)
                self._leaving.setdefault(source, []).append(link)
                if target != source:
                    entered.add(target)
        self._passed: set[str] = set()
        found = [
            route
            for key, links in self._leaving.items()
            if self._column(key) >= 0
            for route in self._from(self._column(key), links, own=True)
        ]
        deciding = [one for one in journey.activities if one.id in self._leaving]
        self._meets = self._asked() if deciding else {}
        for one in deciding:
            if one.id not in entered:
                found += self._from(self._decided_at(one), self._onward(one.id), own=False)
        for one in deciding:  # whatever is left is entered by nothing but itself
            if one.id not in self._passed and one.id in entered:
                found += self._from(self._decided_at(one), self._onward(one.id), own=False)
        order = {id(link): place for place, link in enumerate(journey.links)}
        self.found = tuple(sorted(found, key=lambda one: (order[id(one.links[0])], order[id(one.links[-1])])))

    def _key(self, end: str) -> str:
        return end.removeprefix(f"{self._journey.id}/")

    def _column(self, key: str) -> int:
        return self._journey.touchpoints.position(key)

    def _stands(self, activity: "Activity") -> list[int]:
        return sorted(self._column(one) for one in activity.touchpoints)

    def _onward(self, key: str) -> "list[Link]":
        """The links by which an activity leads on: its branches; where it has none, its sequences."""
        held = self._leaving.get(key, [])
        return [one for one in held if one.kind == "branch"] or held

    def _from(self, origin: int, links: "Sequence[Link]", *, own: bool) -> Iterator[Route]:
        for link in links:
            reached: dict[int, tuple[Link, ...]] = {}
            for at, chain in self._ends(origin, link):
                if (own and len(chain) == 1) or any(one.kind == "branch" for one in chain):
                    reached.setdefault(at, chain)
            yield from (Route(origin, at, chain, own) for at, chain in reached.items())

    def _ends(self, origin: int, first: "Link") -> "Iterator[tuple[int, tuple[Link, ...]]]":
        """Where a link leads in the end, by the fewest links."""
        waiting: list[tuple[Link, ...]] = [(first,)]
        seen: set[str] = set()
        for chain in waiting:
            end = self._key(chain[-1].target)
            if (at := self._column(end)) >= 0:
                yield at, chain
                continue
            activity = self._journey.activities.get(end)
            if activity is None or end in seen:
                continue
            seen.add(end)
            self._passed.add(end)
            if onward := self._onward(end):
                waiting += [(*chain, one) for one in onward]
            elif origin not in (stands := self._stands(activity)):
                yield stands[0], chain

    def _decided_at(self, activity: "Activity") -> int:
        """The touchpoint at which an activity decides where the customer goes.

        It is one that is in contact with it. Without any it is one of its own to which it does not lead; where it leads to all of
        several, the one before them.
        """
        self._passed.add(activity.id)
        stands, onward = self._stands(activity), self._onward(activity.id)
        targets = [at for link in onward if (at := self._column(self._key(link.target))) >= 0]
        places = self._meets.get(activity.id) or [at for at in stands if at not in targets]
        if not places:
            return max(stands[0] - 1, 0) if len(stands) > 1 else stands[0]
        first = min((at for at in targets if at > places[0]), default=places[-1] + 1)
        return max(at for at in places if at < first)

    def _asked(self) -> dict[str, list[int]]:
        """By activity, the touchpoints from which something passes to it."""
        found: dict[str, set[int]] = {}
        for link in self._journey.links:
            if link.kind in {"message", "handover"}:
                ends = (self._key(link.source), self._key(link.target))
                for source, target in (ends, ends[::-1]) if link.both_ways else (ends,):
                    if (at := self._column(source)) >= 0:
                        found.setdefault(target, set()).add(at)
        return {key: sorted(places) for key, places in found.items()}
