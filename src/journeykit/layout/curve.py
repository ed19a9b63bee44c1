"""The curve through readings: a monotone cubic that cannot pass beyond a reading.

Source: F. N. Fritsch and R. E. Carlson, "Monotone piecewise cubic interpolation", SIAM J. Numer. Anal. 17 (1980);
slopes after M. Steffen, Astron. Astrophys. 239 (1990), as in d3-shape's `curveMonotoneX`.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import copysign
from typing import NamedTuple


class Segment(NamedTuple):
    """A cubic from (x0, y0) to (x1, y1) whose control points lie at a third and two thirds of the way in x.

    So x grows evenly with the parameter: t = (x - x0) / (x1 - x0).
    """

    x0: float
    x1: float
    y0: float
    c1: float
    c2: float
    y1: float

    def at(self, x: float) -> float:
        """y at x."""
        t = (x - self.x0) / (self.x1 - self.x0)
        u = 1 - t
        return u * u * u * self.y0 + 3 * u * u * t * self.c1 + 3 * u * t * t * self.c2 + t * t * t * self.y1

    def cut(self, low: float, high: float) -> "Segment":
        """The part between two values of x, exactly."""
        t, s = (low - self.x0) / (self.x1 - self.x0), (high - self.x0) / (self.x1 - self.x0)
        return Segment(low, high, self._blossom(t, t, t), self._blossom(t, t, s), self._blossom(t, s, s), self._blossom(s, s, s))

    def crossing(self) -> float | None:
        """The x at which y is zero between two ends of opposite sign; there is but one, since the curve is monotone."""
        if self.y0 * self.y1 >= 0:
            return None
        # Regula falsi after Illinois: it stays between the two ends, and needs a tenth of the steps of halving.
        low, high, under, over = self.x0, self.x1, self.y0, self.y1
        for _ in range(60):
            x = (low * over - high * under) / (over - under)
            y = self.at(x)
            if abs(y) < 1e-12 or abs(high - low) < 1e-9:
                return x
            if y * over < 0:
                low, under = high, over
            else:
                under /= 2
            high, over = x, y
        return high

    def _blossom(self, a: float, b: float, c: float) -> float:
        """The polar form of the cubic, which gives the control points of any part of it."""
        p, q, r = _mix(self.y0, self.c1, a), _mix(self.c1, self.c2, a), _mix(self.c2, self.y1, a)
        return _mix(_mix(p, q, b), _mix(q, r, b), c)


def _mix(one: float, other: float, share: float) -> float:
    return one + (other - one) * share


def segments(points: Sequence[tuple[float, float]], *, leaves: bool = False) -> list[Segment]:
    """The segments between neighbouring points (x, y), x growing. Two points: a straight line; one: nothing.

    A curve that `leaves` another is level where it begins, so that it does not run through what stands between its ends.

    Example:
        >>> [round(one.at(0.5), 3) for one in segments([(0, 0), (1, 1)])]
        [0.5]
    """
    if len(points) < 2:
        return []
    slopes = _slopes(points)
    if leaves:
        slopes = [0.0, 1.5 * slopes[1] if len(points) == 2 else slopes[1], *slopes[2:]]
    out = []
    for at in range(len(points) - 1):
        (x0, y0), (x1, y1) = points[at], points[at + 1]
        third = (x1 - x0) / 3
        out.append(Segment(x0, x1, y0, y0 + slopes[at] * third, y1 - slopes[at + 1] * third, y1))
    return out


def _slopes(points: Sequence[tuple[float, float]]) -> list[float]:
    steps = [x1 - x0 for (x0, _), (x1, _) in pairwise(points)]
    secants = [(y1 - y0) / step for (_, y0), (_, y1), step in zip(points, points[1:], steps, strict=False)]
    if len(secants) == 1:
        return [secants[0], secants[0]]
    inner = []
    for at in range(1, len(secants)):
        a, b, h, k = secants[at - 1], secants[at], steps[at - 1], steps[at]
        p = (a * k + b * h) / (h + k)
        inner.append((_sign(a) + _sign(b)) * min(abs(a), abs(b), 0.5 * abs(p)))
    return [_end(secants[0], inner[0]), *inner, _end(secants[-1], inner[-1])]


def _end(secant: float, neighbour: float) -> float:
    return (3 * secant - neighbour) / 2


def _sign(value: float) -> float:
    return copysign(1.0, value) if value else 0.0


def split_at_zero(run: Sequence[Segment]) -> tuple[list[list[Segment]], list[list[Segment]]]:
    """The stretches of a run above zero and those below, each beginning and ending at zero or at an end of the run."""
    above: list[list[Segment]] = []
    below: list[list[Segment]] = []
    last: list[Segment] | None = None
    side = 0.0
    for whole in run:
        for one in _pieces(whole):
            now = _sign(one.at((one.x0 + one.x1) / 2))
            if now == 0:
                last, side = None, 0.0
                continue
            if last is None or now != side:
                last = []
                (above if now > 0 else below).append(last)
            last.append(one)
            side = now
    return above, below


def _pieces(one: Segment) -> list[Segment]:
    where = one.crossing()
    if where is None or not one.x0 < where < one.x1:
        return [one]
    return [one.cut(one.x0, where), one.cut(where, one.x1)]
