"""The lines that customers go along where they do not all go the same way: the main one, and where others leave and join it."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from .routes import onward_of

if TYPE_CHECKING:
    from .journey import Journey
    from .routes import Route
    from .touchpoint import Touchpoint

Lines = tuple[tuple[int, ...], ...]
"""Each line the columns that it passes, in order; the first is the main one. None where all go through all columns."""


def lines_of(journey: "Journey", routes: "Sequence[Route]") -> Lines:
    """The lines of a journey; what leads back is none.

    The main line passes by what is optional, and goes where most people go: by the probabilities of branches, else to what is not optional,
    else to the nearest.

    Example:
        >>> from journeykit.model import Journey, Stage, Touchpoint, routes_of
        >>> eats = Journey("I eat", stages=[Stage("All", [Touchpoint("Orders"), Touchpoint("Complains", optional=True), Touchpoint("Pays")])])
        >>> lines_of(eats, routes_of(eats))
        ((0, 2), (0, 1, 2))
    """
    columns = journey.touchpoints
    if not routes and not any(one.optional for one in columns):
        return ()
    usual = next((at for at, one in enumerate(columns) if not one.optional), None)
    written = _written(routes)
    onward = _onward(columns, onward_of(journey, routes), written)
    if usual is None or (not any(one.optional for one in columns) and all(held == (at + 1,) for at, held in enumerate(onward[:-1]))):
        return ()
    main = [usual]
    while (after := _most_go(columns, onward[main[-1]], written.get(main[-1], {}))) is not None:
        main.append(after)
    return (tuple(main), *_others(onward, main))


def steps_of(lines: Lines) -> frozenset[tuple[int, int]]:
    """The columns that follow each other for somebody; none where they do so as they stand."""
    return frozenset(pair for line in lines for pair in pairwise(line))


def _written(routes: "Sequence[Route]") -> dict[int, dict[int, float | None]]:
    """By column, where routes lead onwards and how often: None where that is not known."""
    found: dict[int, dict[int, float | None]] = {}
    for route in routes:
        if route.target > route.source:
            share: float | None = 1.0
            for link in route.links:
                if link.kind == "branch":
                    share = None if share is None or link.probability is None else share * link.probability
            before = found.setdefault(route.source, {}).get(route.target, 0.0)
            found[route.source][route.target] = None if before is None or share is None else before + share
    return found


def _onward(
    columns: "Sequence[Touchpoint]", onward: Sequence[tuple[int, ...]], written: Mapping[int, Mapping[int, float | None]]
) -> list[tuple[int, ...]]:
    """Where each column leads onwards.

    An optional column with an outcome is an end; from one of several routes none leads on by itself into another that is optional; an optional
    column to which no route leads is passed on the way from the one before it, wherever that leads.
    """
    reached: dict[int, list[int]] = {}
    for source, targets in written.items():
        for target in targets:
            reached.setdefault(target, []).append(source)

    def is_beside(at: int, other: int) -> bool:
        return columns[other].optional and any(
            any(source < one <= at for one in written[source] if one != other) for source in reached.get(other, ())
        )

    out: list[tuple[int, ...]] = []
    for at, held in enumerate(onward):
        mine = written.get(at, {})
        ends = bool(columns[at].optional and columns[at].outcome and at in reached)
        leads = {one for one in held if one > at and (one in mine or not (ends or is_beside(at, one)))}
        if leads and columns[at + 1].optional and at + 1 not in reached:
            leads.add(at + 1)
        out.append(tuple(sorted(leads)))
    return out


def _most_go(columns: "Sequence[Touchpoint]", onward: Sequence[int], mine: Mapping[int, float | None]) -> int | None:
    """Where most people go from a column; nowhere where all that follows by itself is optional."""
    held = [one for one in onward if one in mine or not columns[one].optional]
    known = [share for one in held if (share := mine.get(one)) is not None]
    rest = max(0.0, 1 - sum(known)) / max(1, len(held) - len(known))

    def rank(one: int) -> tuple[float, bool, int]:
        share = mine.get(one)
        return (-(rest if share is None else share), columns[one].optional, one)

    return min(held, key=rank, default=None)


def _others(onward: Sequence[tuple[int, ...]], main: Sequence[int]) -> Lines:
    """What leads elsewhere than the main line, each line as far as it goes without meeting that."""
    taken, used = set(main), set(pairwise(main))
    lines: list[tuple[int, ...]] = []
    for at, held in enumerate(onward):
        for after in held:
            if (at, after) in used:
                continue
            line = [at, after]
            used.add((at, after))
            while line[-1] not in taken and (free := [one for one in onward[line[-1]] if (line[-1], one) not in used]):
                used.add((line[-1], free[0]))
                line.append(free[0])
            lines.append(tuple(line))
    return tuple(lines)
