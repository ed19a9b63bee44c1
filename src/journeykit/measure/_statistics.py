"""The few pieces of statistics that the measures stand on, without a numerical library."""

import math
from collections.abc import Iterable, Sequence
from math import fsum
from statistics import NormalDist

_EXACT = 200


def normal_quantile(level: float) -> float:
    """The factor of a two-sided normal interval: 1.96 for a level of 0.95.

    Example:
        >>> round(normal_quantile(0.95), 2)
        1.96
    """
    return NormalDist().inv_cdf((1 + level) / 2)


def t_quantile(level: float, freedom: int) -> float:
    """The factor of a two-sided t interval with so many degrees of freedom.

    Exact up to 200 degrees (finite series, Abramowitz and Stegun 26.7.3 and 26.7.4), then the Cornish-Fisher expansion (26.7.5).

    Example:
        >>> round(t_quantile(0.95, 9), 3)
        2.262
    """
    if freedom > _EXACT:
        z = normal_quantile(level)
        first = (z**3 + z) / (4 * freedom)
        second = (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)
        third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * freedom**3)
        return z + first + second + third
    low, high = 0.0, math.pi / 2  # of the angle whose tangent is t / √freedom
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _t_within(middle, freedom) < level else (low, middle)
    return math.tan((low + high) / 2) * math.sqrt(freedom)


def _t_within(angle: float, freedom: int) -> float:
    """Probability that |t| is below √freedom · tan(angle)."""
    cosine, sine = math.cos(angle), math.sin(angle)
    odd = freedom % 2 == 1
    if freedom == 1:
        return 2 * angle / math.pi
    term = cosine if odd else 1.0
    total = term
    for k in range(3 if odd else 2, freedom - 1, 2):
        term *= cosine * cosine * (k - 1) / k
        total += term
    return 2 / math.pi * (angle + sine * total) if odd else sine * total


def slope(x: Sequence[float], y: Sequence[float]) -> float | None:
    """The slope of the least-squares line; None with fewer than two different places.

    Example:
        >>> slope([1, 2, 3], [10, 20, 30])
        10.0
    """
    if len(set(x)) < 2:
        return None
    middle_x, middle_y = fsum(x) / len(x), _mean(y)
    spread = fsum((one - middle_x) * (one - middle_x) for one in x)
    found = _sum((one - middle_x) * (other - middle_y) for one, other in zip(x, y, strict=True)) / spread
    return found if math.isfinite(found) else None


def ranks(values: Sequence[float]) -> list[float]:
    """Ranks from 1, equal values sharing the mean of theirs.

    Example:
        >>> ranks([10, 30, 20, 20])
        [1.0, 4.0, 2.5, 2.5]
    """
    order = sorted(range(len(values)), key=values.__getitem__)
    found = [0.0] * len(values)
    at = 0
    while at < len(order):
        end = at
        while end + 1 < len(order) and values[order[end + 1]] == values[order[at]]:
            end += 1
        for place in order[at : end + 1]:
            found[place] = (at + end) / 2 + 1
        at = end + 1
    return found


def spearman(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Rank correlation, -1 to 1; None where one side does not vary.

    Source: Spearman 1904; ties share their mean rank.

    Example:
        >>> spearman([1, 2, 3], [9, 4, 1])
        -1.0
    """
    one, two = ranks(first), ranks(second)
    middle = (len(one) + 1) / 2
    over = fsum((a - middle) * (b - middle) for a, b in zip(one, two, strict=True))
    under = math.sqrt(fsum((a - middle) ** 2 for a in one) * fsum((b - middle) ** 2 for b in two))
    return max(-1.0, min(1.0, over / under)) if under else None


def _mean(values: Sequence[float]) -> float:
    return _sum(values) / len(values)


def _sum(values: Iterable[float]) -> float:
    """A sum that is no number, instead of an exception, where it is too large."""
    try:
        return fsum(values)
    except (OverflowError, ValueError):
        return math.nan
