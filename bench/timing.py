"""Two things timed in turn, so that a busy machine slows both alike."""

import gc
import statistics
import time
from collections.abc import Callable

from attrs import frozen

__all__ = ["Contest", "Result", "run"]

_LEAST_ROUNDS = 5


@frozen
class Contest:
    """What is timed, and what it is measured against.

    Attributes:
        name: what is done, for the table.
        ours: a call of ours; where it returns a float, that is the time in seconds (a clock inside another process).
        rival_name: what the other side is.
        rival: the call it is measured against, under the same rule.
        limit: the highest ratio ours / rival that is good, or None where the figure is only for orientation.
        seconds: about how long the contest may take.
    """

    name: str
    ours: Callable[[], object]
    rival_name: str
    rival: Callable[[], object]
    limit: float | None = None
    seconds: float = 3.0


@frozen
class Result:
    """One row of the table.

    Attributes:
        ours: median, seconds.
        rival: median, seconds.
        ratio: median of the ratios of neighbouring rounds.
        rounds: how many rounds were run.
    """

    contest: Contest
    ours: float
    rival: float
    ratio: float
    rounds: int

    @property
    def is_good(self) -> bool:
        """Whether the limit, if there is one, is kept."""
        return self.contest.limit is None or self.ratio <= self.contest.limit


def run(contest: Contest) -> Result:
    """Both sides once unmeasured, then in turn until the time is used up."""
    _once(contest.ours)
    _once(contest.rival)
    pairs: list[tuple[float, float]] = []
    end = time.perf_counter() + contest.seconds
    while len(pairs) < _LEAST_ROUNDS or time.perf_counter() < end:
        pairs.append((_once(contest.ours), _once(contest.rival)))
    return Result(
        contest,
        ours=statistics.median(ours for ours, _ in pairs),
        rival=statistics.median(rival for _, rival in pairs),
        ratio=statistics.median(ours / rival for ours, rival in pairs),
        rounds=len(pairs),
    )


def _once(call: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    value = call()
    passed = time.perf_counter() - start
    return value if isinstance(value, float) else passed
