"""Intervals and the statistics under them, against statsmodels, scipy, numpy and simulation."""

import math
import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint
from statsmodels.stats.weightstats import CompareMeans, DescrStatsW

from journeykit import measure
from journeykit.errors import ConversionError
from journeykit.measure._statistics import normal_quantile, ranks, slope, spearman, t_quantile

LEVELS = st.sampled_from((0.8, 0.9, 0.95, 0.99))
COUNTS = st.integers(0, 400)
NUMBERS = st.lists(st.integers(-20, 20), min_size=3, max_size=12)


def answers(promoters: int, passives: int, detractors: int) -> list[int]:
    return [1] * promoters + [0] * passives + [-1] * detractors


@given(n=st.integers(1, 3000), share=st.floats(0, 1), level=LEVELS)
def test_wilson_equals_statsmodels_and_scipy(n: int, share: float, level: float) -> None:
    hits = round(share * n)
    found = measure.share_interval(hits, n, level=level)
    low, high = proportion_confint(hits, n, alpha=1 - level, method="wilson")
    assert (found.low, found.high) == (pytest.approx(low, abs=1e-9), pytest.approx(high, abs=1e-9))
    other = stats.binomtest(hits, n).proportion_ci(level, method="wilson")
    assert (found.low, found.high) == (pytest.approx(other.low, abs=1e-9), pytest.approx(other.high, abs=1e-9))


@given(COUNTS, COUNTS, COUNTS)
def test_the_nps_standard_error_is_that_of_minus_one_zero_one(promoters: int, passives: int, detractors: int) -> None:
    n = promoters + passives + detractors
    if n == 0:
        with pytest.raises(ConversionError):
            measure.nps(promoters, passives, detractors)
        return
    values = np.array(answers(promoters, passives, detractors))
    assert measure.nps(promoters, passives, detractors) == pytest.approx(100 * values.mean())
    found = measure.nps_standard_error(promoters, passives, detractors)
    assert found == pytest.approx(100 * values.std() / math.sqrt(n), abs=1e-9)
    assert found <= measure.nps_standard_error_bound(measure.nps(promoters, passives, detractors), n) + 1e-9


def test_the_bound_of_the_dealership_study() -> None:
    assert measure.nps_standard_error_bound(29, 1436) == pytest.approx(2.53, abs=0.005)
    assert measure.nps_bound_interval(29, 1436).margin == pytest.approx(1.96 * 2.525, abs=0.01)


@pytest.mark.parametrize(("p", "d", "n"), [(0.5, 0.15, 10), (0.5, 0.15, 30), (0.95, 0.01, 50)])
def test_the_adjusted_interval_covers_what_it_promises(p: float, d: float, n: int) -> None:
    """Plain Wald covers 90 %, 94 % and 76 % here."""
    draw = random.Random(7)  # noqa: S311  # a simulation, not a secret
    truth, hits, rounds = 100 * (p - d), 0, 4000
    for _ in range(rounds):
        scores = [1 if (x := draw.random()) < p else -1 if x < p + d else 0 for _ in range(n)]
        found = measure.nps_interval(scores.count(1), scores.count(0), scores.count(-1))
        hits += found.low <= truth <= found.high
    assert 0.925 <= hits / rounds <= 0.985


def test_the_difference_of_large_samples_equals_the_wald_test() -> None:
    before, after = (5000, 3500, 1500), (4500, 3500, 2000)
    found = measure.nps_difference(before, after)
    samples = [DescrStatsW(100 * np.array(answers(*one))) for one in (after, before)]
    low, high = CompareMeans(*samples).zconfint_diff(usevar="unequal")
    assert (found.low, found.high) == (pytest.approx(low, abs=0.02), pytest.approx(high, abs=0.02))
    assert found.is_shown


@given(n=st.tuples(st.integers(1, 500), st.integers(1, 500)), share=st.tuples(st.floats(0, 1), st.floats(0, 1)))
def test_newcombe_equals_statsmodels(n: tuple[int, int], share: tuple[float, float]) -> None:
    hits = [round(one * of) for one, of in zip(share, n, strict=True)]
    found = measure.share_difference((hits[0], n[0]), (hits[1], n[1]))
    low, high = confint_proportions_2indep(hits[1], n[1], hits[0], n[0], method="newcomb", compare="diff")
    assert (found.low, found.high) == (pytest.approx(low, abs=1e-9), pytest.approx(high, abs=1e-9))


@given(mean=st.floats(-100, 100), sd=st.floats(0.01, 50), n=st.integers(2, 5000), level=LEVELS)
def test_the_interval_of_a_mean_equals_scipy(mean: float, sd: float, n: int, level: float) -> None:
    found = measure.mean_interval(mean, sd, n, level=level)
    low, high = stats.t.interval(level, n - 1, loc=mean, scale=sd / math.sqrt(n))
    assert (found.low, found.high) == (pytest.approx(low, abs=1e-6), pytest.approx(high, abs=1e-6))


@given(freedom=st.integers(1, 2000), level=LEVELS)
def test_quantiles_equal_scipy(freedom: int, level: float) -> None:
    assert t_quantile(level, freedom) == pytest.approx(stats.t.ppf((1 + level) / 2, freedom), rel=1e-8)
    assert normal_quantile(level) == pytest.approx(stats.norm.ppf((1 + level) / 2), rel=1e-9)


@given(st.lists(st.tuples(st.integers(-20, 20), st.integers(-20, 20)), min_size=3, max_size=12))
def test_slope_and_rank_correlation_equal_scipy(pairs: list[tuple[int, int]]) -> None:
    x, y = [float(one) for one, _ in pairs], [float(one) for _, one in pairs]
    assert ranks(x) == pytest.approx(list(stats.rankdata(x)))
    if len(set(x)) < 2:
        assert slope(x, y) is None
        assert spearman(x, y) is None
        return
    assert slope(x, y) == pytest.approx(stats.linregress(x, y).slope, abs=1e-9)
    if len(set(y)) > 1:
        assert spearman(x, y) == pytest.approx(stats.spearmanr(x, y).statistic, abs=1e-9)
    else:
        assert spearman(x, y) is None


def test_a_change_inside_the_margin_is_not_shown() -> None:
    before, after = measure.nps_bound_interval(33, 300), measure.nps_bound_interval(38, 300)
    found = measure.difference(before, after)
    assert found.value == 5
    assert found.margin == pytest.approx(1.96 * math.hypot(before.se, after.se), abs=0.01)
    assert not found.is_shown


@pytest.mark.parametrize(
    "call",
    [
        lambda: measure.nps(-1, 0, 5),
        lambda: measure.nps_interval(0, 0, 0),
        lambda: measure.nps_standard_error_bound(120, 10),
        lambda: measure.nps_standard_error_bound(20, 0),
        lambda: measure.share_interval(5, 4),
        lambda: measure.share_interval(math.nan, 4),
        lambda: measure.mean_interval(1, 1, 1),
        lambda: measure.mean_interval(1, -1, 10),
        lambda: measure.chain([0.5, 1.5]),
    ],
)
def test_what_is_no_sample_is_refused(call: object) -> None:
    with pytest.raises(ConversionError):
        call()  # type: ignore[operator]


def test_small_samples_are_flagged() -> None:
    assert measure.nps_interval(5, 2, 1).is_small
    assert not measure.share_interval(20, 30).is_small
