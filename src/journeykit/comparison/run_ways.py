"""What runs that deviate alike have in common: counted run by run, so that many take no more room than few."""

from collections.abc import Callable, Iterable
from typing import Literal

from attrs import define, field, frozen

from .runs import Run

__all__ = ["Deviation", "DeviationKind", "Met", "Tally", "Way"]

DeviationKind = Literal["additional", "missing", "failed", "order", "late", "channel", "actor"]


@frozen
class Deviation:
    """One deviation of one run.

    Attributes:
        kind: additional (not planned, or more often than at most), missing (mandatory, and did not happen), failed, order (before
            what a required sequence puts before it), late (longer than tolerated), channel, actor (none of the planned).
        touchpoint: its id. place: zero-based place in the run; None of what is missing.
        instead: of an order what should have come before; of a channel or actor which it was.
    """

    kind: DeviationKind
    touchpoint: str
    place: int | None = None
    instead: str | None = None


@frozen
class Met:
    """How the runs of a way meet one touchpoint.

    Attributes:
        touchpoint: id of a planned one, the name of what was not planned.
        runs: how many of the runs meet it; what they skip is not met.
        least, most: how often those meet it.
        place: zero-based place where it is met first, where all of these runs agree; else None.
    """

    touchpoint: str
    runs: int
    least: int
    most: int
    place: int | None


@frozen
class Way:
    """Runs that deviate alike.

    Attributes:
        deviations: kinds with their touchpoints, each once and in order; none: as planned.
        runs: how many runs went this way. example: the first of them.
        met: what they meet, in the order of the plan, and then what was not planned, by name. Optional steps may be met by some of them alone.
        details: the deviations with their places and what is told beside them, as far as all runs agree; else None.
        fitness: mean over the runs; None where nothing is mandatory.
    """

    deviations: tuple[tuple[DeviationKind, str], ...]
    runs: int
    example: Run
    met: tuple[Met, ...] = ()
    details: tuple[Deviation, ...] = ()
    fitness: float | None = None


@define(eq=False)
class Tally:
    """A way while it is counted; it keeps one run and a line for each touchpoint."""

    example: Run
    runs: int = 0
    met: dict[str, Met] = field(factory=dict)
    details: dict[tuple[DeviationKind, str], Deviation] = field(factory=dict)
    fitness: float | None = None

    def add(self, run: Run, deviations: Iterable[Deviation], fitness: float | None, called: Callable[[str], str]) -> None:
        """Counts one more run; `called` gives the planned id of what it meets, or its own name."""
        self.runs += 1
        if fitness is not None:
            self.fitness = (self.fitness or 0.0) + fitness
        for found in deviations:
            held = self.details.setdefault((found.kind, found.touchpoint), found)
            if held != found:
                place = held.place if held.place == found.place else None
                instead = held.instead if held.instead == found.instead else None
                self.details[found.kind, found.touchpoint] = Deviation(found.kind, found.touchpoint, place, instead)
        for key, places in _places(run, called).items():
            one, times = self.met.get(key), len(places)
            self.met[key] = (
                Met(key, 1, times, times, places[0])
                if one is None
                else Met(key, one.runs + 1, min(one.least, times), max(one.most, times), one.place if one.place == places[0] else None)
            )

    def way(self, deviations: Iterable[tuple[DeviationKind, str]], planned: Iterable[str]) -> Way:
        """What was counted; `planned` are the ids of the plan, in its order."""
        several, order = tuple(deviations), {key: place for place, key in enumerate(planned)}
        met = sorted(self.met.values(), key=lambda one: (order.get(one.touchpoint, len(order)), one.touchpoint))
        details = tuple(self.details[one] for one in several)
        fitness = None if self.fitness is None else self.fitness / self.runs
        return Way(several, self.runs, self.example, tuple(met), details, fitness)


def _places(run: Run, called: Callable[[str], str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, step in enumerate(run.steps):
        if step.status != "skipped":
            found.setdefault(called(step.touchpoint), []).append(place)
    return found
