"""`python -m tests.measure.oracles`: each statistic of the measures beside an independent one, and the largest difference found."""

import math
import random
from collections.abc import Callable, Iterator

import numpy as np
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint
from statsmodels.stats.weightstats import CompareMeans, DescrStatsW

from journeykit import measure
from journeykit.measure._statistics import normal_quantile, ranks, slope, spearman, t_quantile

Pairs = Iterator[tuple[float, float]]
ROUNDS = 2000
LEVELS = (0.8, 0.9, 0.95, 0.99)


def _answers(draw: random.Random, most: int) -> tuple[int, int, int]:
    return draw.randint(1, most), draw.randint(0, most), draw.randint(0, most)


def _scores(counts: tuple[int, int, int]) -> DescrStatsW:
    return DescrStatsW([100, 0, -100], weights=counts)


def wilson(draw: random.Random) -> Pairs:
    n, level = draw.randint(1, 3000), draw.choice(LEVELS)
    hits = draw.randint(0, n)
    found = measure.share_interval(hits, n, level=level)
    yield from zip((found.low, found.high), proportion_confint(hits, n, alpha=1 - level, method="wilson"), strict=True)


def wilson_of_scipy(draw: random.Random) -> Pairs:
    n, level = draw.randint(1, 3000), draw.choice(LEVELS)
    hits = draw.randint(0, n)
    found, other = measure.share_interval(hits, n, level=level), stats.binomtest(hits, n).proportion_ci(level, method="wilson")
    yield from ((found.low, other.low), (found.high, other.high))


def newcombe(draw: random.Random) -> Pairs:
    n = draw.randint(1, 500), draw.randint(1, 500)
    hits = draw.randint(0, n[0]), draw.randint(0, n[1])
    found = measure.share_difference((hits[0], n[0]), (hits[1], n[1]))
    other = confint_proportions_2indep(hits[1], n[1], hits[0], n[0], method="newcomb", compare="diff")
    yield from zip((found.low, found.high), other, strict=True)


def mean(draw: random.Random) -> Pairs:
    middle, sd, n, level = draw.uniform(-100, 100), draw.uniform(0.01, 50), draw.randint(2, 5000), draw.choice(LEVELS)
    found = measure.mean_interval(middle, sd, n, level=level)
    yield from zip((found.low, found.high), stats.t.interval(level, n - 1, loc=middle, scale=sd / math.sqrt(n)), strict=True)


def nps_error(draw: random.Random) -> Pairs:
    counts = _answers(draw, 400)
    spread = _scores(counts)
    yield measure.nps(*counts), spread.mean
    yield measure.nps_standard_error(*counts), spread.std / math.sqrt(sum(counts))


def nps_change(draw: random.Random) -> Pairs:
    """Large samples: the adjusted interval comes near to the plain one, and does not equal it."""
    before, after = (tuple(100 * one + 2000 for one in _answers(draw, 60)) for _ in range(2))
    found = measure.nps_difference(before, after)
    other = CompareMeans(_scores(after), _scores(before)).zconfint_diff(usevar="unequal")
    yield from zip((found.low, found.high), other, strict=True)


def quantiles(draw: random.Random) -> Pairs:
    level, freedom = draw.choice(LEVELS), draw.randint(1, 2000)
    yield t_quantile(level, freedom), stats.t.ppf((1 + level) / 2, freedom)
    yield normal_quantile(level), stats.norm.ppf((1 + level) / 2)


def _series(draw: random.Random) -> tuple[list[float], list[float]]:
    size = draw.randint(3, 12)
    x, y = ([float(draw.randint(-20, 20)) for _ in range(size)] for _ in range(2))
    return (x, y) if min(len(set(x)), len(set(y))) > 1 else _series(draw)


def trend(draw: random.Random) -> Pairs:
    x, y = _series(draw)
    yield slope(x, y) or 0.0, stats.linregress(x, y).slope


def correlation(draw: random.Random) -> Pairs:
    x, y = _series(draw)
    yield spearman(x, y) or 0.0, stats.spearmanr(x, y).statistic
    yield from zip(ranks(x), stats.rankdata(x), strict=True)


def product(draw: random.Random) -> Pairs:
    held = [draw.random() for _ in range(draw.randint(1, 12))]
    yield measure.chain(held), float(np.prod(held))


TABLE: tuple[tuple[str, str, Callable[[random.Random], Pairs], float], ...] = (
    ("share_interval", "statsmodels proportion_confint, Wilson", wilson, 1e-9),
    ("share_interval", "scipy binomtest, Wilson", wilson_of_scipy, 1e-9),
    ("share_difference", "statsmodels confint_proportions_2indep, Newcombe", newcombe, 1e-9),
    ("mean_interval", "scipy stats.t.interval", mean, 1e-6),
    ("nps, nps_standard_error", "statsmodels DescrStatsW", nps_error, 1e-9),
    ("nps_difference (n over 6,000)", "statsmodels CompareMeans, Wald", nps_change, 0.02),
    ("quantiles of t and normal", "scipy stats.t.ppf, norm.ppf", quantiles, 1e-6),
    ("trend of kpi_status", "scipy stats.linregress", trend, 1e-9),
    ("correlation of operational_experience", "scipy stats.spearmanr, rankdata", correlation, 1e-9),
    ("chain of reliability", "numpy prod", product, 1e-12),
)
"""Measure, oracle, cases, and the difference that is allowed."""


def largest(cases: Callable[[random.Random], Pairs], rounds: int = ROUNDS) -> float:
    """The largest difference over so many cases, always the same ones."""
    draw = random.Random(7)  # noqa: S311  # cases, not secrets
    return max(abs(ours - theirs) for _ in range(rounds) for ours, theirs in cases(draw))


if __name__ == "__main__":
    for name, oracle, cases, allowed in TABLE:
        print(f"{name:<40}{oracle:<52}{largest(cases):10.1e}   allowed {allowed:.0e}")  # noqa: T201  # the table is the point
