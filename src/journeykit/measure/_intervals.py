"""How far a figure from a sample can be trusted: intervals, standard errors, and changes with their margin.

Shares are 0 to 1 here, NPS is -100 to +100; both ends of an interval keep to the scale.
"""

import math
from typing import Literal

from attrs import frozen

from journeykit.arguments import door
from journeykit.errors import ConversionError, Problem

from ._statistics import normal_quantile, t_quantile

Method = Literal["adjusted_wald", "upper_bound", "wilson", "t", "newcombe", "normal"]
SMALL = 30
"""Below so many answers an interval is flagged: a convention."""


@frozen(kw_only=True)
class Interval:
    """A figure with its interval.

    Attributes:
        value: the figure. low, high: the interval at `level`.
        se: standard error, in the unit of the figure.
        n: number of answers. method: how the interval was made.
        is_small: fewer than 30 answers.
    """

    value: float
    low: float
    high: float
    se: float
    level: float
    n: int
    method: Method

    @property
    def margin(self) -> float:
        """Half the length of the interval."""
        return (self.high - self.low) / 2

    @property
    def is_small(self) -> bool:
        """Fewer than 30 answers."""
        return self.n < SMALL


@frozen(kw_only=True)
class Difference:
    """After minus before, with its interval. `is_shown`: the interval leaves out zero, so a change is demonstrable."""

    value: float
    low: float
    high: float
    margin: float
    method: Method

    @property
    def is_shown(self) -> bool:
        """Whether a change is demonstrable; otherwise there is no demonstrable change."""
        return self.low > 0 or self.high < 0


def _counts(**counts: float) -> None:
    for name, one in counts.items():
        if not math.isfinite(one) or one < 0:
            raise ConversionError(Problem("A count of answers is negative or no number.", got=f"{name}={one}", expected="0 or more"))


def _answered(n: float) -> None:
    if not n >= 1:
        raise ConversionError(Problem("An interval needs answers.", got=f"n={n}", expected="n of 1 or more"))


@door
def nps(promoters: int, passives: int, detractors: int) -> float:
    """Net promoter score: 100 · (promoters − detractors) / n.

    Raises:
        ConversionError: a negative count, or no answers.

    Example:
        >>> nps(50, 35, 15)
        35.0
    """
    _counts(promoters=promoters, passives=passives, detractors=detractors)
    n = promoters + passives + detractors
    _answered(n)
    return 100 * (promoters - detractors) / n


@door
def nps_standard_error(promoters: int, passives: int, detractors: int) -> float:
    """Standard error of an NPS in points: 100 · √((p + d − (p − d)²) / n), p and d being shares.

    Raises:
        ConversionError: a negative count, or no answers.

    Source: variance of a variable that is −1, 0 or +1.

    Example:
        >>> round(nps_standard_error(50, 35, 15), 2)
        7.26
    """
    score = nps(promoters, passives, detractors) / 100
    n = promoters + passives + detractors
    return 100 * math.sqrt(max(0.0, (promoters + detractors) / n - score * score) / n)


@door
def nps_standard_error_bound(score: float, n: int) -> float:
    """The largest standard error that an NPS of n answers can have: 100 · √((1 − (NPS/100)²) / n), since p + d ≤ 1.

    Raises:
        ConversionError: a score outside −100 to +100, or no answers.

    Example:
        >>> round(nps_standard_error_bound(29, 1436), 2)
        2.53
    """
    _answered(n)
    if not -100 <= score <= 100:
        raise ConversionError(Problem("An NPS lies outside of its scale.", got=f"{score}", expected="−100 to +100"))
    return 100 * math.sqrt((1 - (score / 100) ** 2) / n)


@door
def nps_interval(promoters: int, passives: int, detractors: int, *, level: float = 0.95) -> Interval:
    """Adjusted Wald interval of an NPS: 3/4 of an answer added to either end, 3 answers in all; then the usual interval.

    The value and its standard error are those of the answers as given.

    Raises:
        ConversionError: a negative count, or no answers.

    Source: Rocks 2016, arXiv 1601.07235.

    Example:
        >>> one = nps_interval(50, 35, 15)
        >>> one.value, round(one.low, 1), round(one.high, 1)
        (35.0, 19.9, 48.0)
    """
    score = nps(promoters, passives, detractors)
    middle, se = _adjusted((promoters, passives, detractors), 3)
    z = normal_quantile(level)
    n = promoters + passives + detractors
    return Interval(
        value=score,
        low=max(-100.0, middle - z * se),
        high=min(100.0, middle + z * se),
        se=nps_standard_error(promoters, passives, detractors),
        level=level,
        n=n,
        method="adjusted_wald",
    )


def _adjusted(counts: tuple[int, int, int], extra: float) -> tuple[float, float]:
    """Score and standard error in points after adding so many answers, a quarter of them to either end."""
    n = sum(counts) + extra
    p, d = (counts[0] + extra / 4) / n, (counts[2] + extra / 4) / n
    return 100 * (p - d), 100 * math.sqrt((p + d - (p - d) ** 2) / n)


@door
def nps_bound_interval(score: float, n: int, *, level: float = 0.95) -> Interval:
    """The widest interval of an NPS, where only the score and n are known.

    Raises:
        ConversionError: a score outside −100 to +100, or no answers.

    Example:
        >>> round(nps_bound_interval(29, 1436).margin, 2)
        4.95
    """
    se = nps_standard_error_bound(score, n)
    z = normal_quantile(level)
    return Interval(
        value=score, low=max(-100.0, score - z * se), high=min(100.0, score + z * se), se=se, level=level, n=n, method="upper_bound"
    )


@door
def share_interval(hits: float, n: int, *, level: float = 0.95) -> Interval:
    """Wilson score interval of a share, such as a top-two-box CSAT. All as shares of 0 to 1.

    Raises:
        ConversionError: hits below 0 or above n, or no answers.

    Source: Wilson 1927.

    Example:
        >>> one = share_interval(8, 10)
        >>> round(one.low, 3), round(one.high, 3)
        (0.49, 0.943)
    """
    _answered(n)
    _counts(hits=hits)
    if hits > n:
        raise ConversionError(Problem("More hits than answers.", got=f"{hits} of {n}", expected=f"{n} or fewer"))
    z = normal_quantile(level)
    share = hits / n
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    reach = z / (1 + z * z / n) * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    se = math.sqrt(share * (1 - share) / n)
    return Interval(value=share, low=max(0.0, middle - reach), high=min(1.0, middle + reach), se=se, level=level, n=n, method="wilson")


@door
def mean_interval(mean: float, sd: float, n: int, *, level: float = 0.95) -> Interval:
    """The t interval of a mean, in the unit of the mean; it needs two answers.

    Raises:
        ConversionError: fewer than two answers, or a negative standard deviation.

    Example:
        >>> round(mean_interval(4.2, 0.8, 25).margin, 3)
        0.33
    """
    _counts(sd=sd)
    if n < 2:
        raise ConversionError(Problem("The interval of a mean needs two answers.", got=f"n={n}", expected="n of 2 or more"))
    se = sd / math.sqrt(n)
    reach = t_quantile(level, n - 1) * se
    return Interval(value=mean, low=mean - reach, high=mean + reach, se=se, level=level, n=n, method="t")


@door
def nps_difference(before: tuple[int, int, int], after: tuple[int, int, int], *, level: float = 0.95) -> Difference:
    """Change of an NPS between two samples, each as (promoters, passives, detractors).

    The margin adds 1.5 answers to each group, 3/8 to either end: that keeps the error rate near the nominal one in small samples.

    Raises:
        ConversionError: a negative count, or no answers.

    Source: plain Wald difference after the adjustment of Rocks 2016, its size checked by simulation.

    Example:
        >>> nps_difference((50, 35, 15), (45, 35, 20)).is_shown
        False
    """
    value = nps(*after) - nps(*before)
    (one, se_one), (two, se_two) = _adjusted(before, 1.5), _adjusted(after, 1.5)
    margin = normal_quantile(level) * math.hypot(se_one, se_two)
    return Difference(value=value, low=two - one - margin, high=two - one + margin, margin=margin, method="adjusted_wald")


@door
def share_difference(before: tuple[float, int], after: tuple[float, int], *, level: float = 0.95) -> Difference:
    """Change of a share between two samples, each as (hits, n); shares of 0 to 1.

    Raises:
        ConversionError: hits below 0 or above n, or no answers.

    Source: Newcombe 1998, hybrid score method.

    Example:
        >>> one = share_difference((56, 70), (48, 80))
        >>> round(one.value, 2), round(one.low, 3), round(one.high, 3)
        (-0.2, -0.334, -0.052)
    """
    one, two = share_interval(*before, level=level), share_interval(*after, level=level)
    value = two.value - one.value
    low = value - math.hypot(two.value - two.low, one.high - one.value)
    high = value + math.hypot(two.high - two.value, one.value - one.low)
    return Difference(value=value, low=low, high=high, margin=(high - low) / 2, method="newcombe")


@door
def difference(before: Interval, after: Interval) -> Difference:
    """Change between two figures of known standard error: shown where |Δ| > z · √(SE₁² + SE₂²), at the level of the first.

    Example:
        >>> difference(nps_bound_interval(33, 300), nps_bound_interval(38, 300)).is_shown
        False
    """
    margin = normal_quantile(before.level) * math.hypot(before.se, after.se)
    value = after.value - before.value
    return Difference(value=value, low=value - margin, high=value + margin, margin=margin, method="normal")
