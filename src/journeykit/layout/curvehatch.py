"""The ground between two curves, hatched where both run."""

from collections.abc import Iterator
from math import ceil, floor, isclose

from journeykit.scene import Path, PathBuilder

from .axis import Scale
from .curve import Segment
from .curveshape import CurveShape

_PITCH = 6.0
_STEP = 1.5
# Nearer to each other than this, hatching would be a smear.
_LEAST = 3.0

Strokes = list[tuple[float, float, float, float]]


def hatching(shape: CurveShape) -> Strokes:
    """Diagonals between the first two curves: x and y of both ends, px; nothing where one of them does not run, they meet, or both ends are the same."""
    first, second = ([piece for which, run in shape.runs if which == series for piece, _ in run] for series in (0, 1))
    out: Strokes = []
    for low, high, one, other in _shared(first, second):
        if _same_readings(one, other):
            continue
        out += _between((low, high), (one, other), shape.scale, shape.top)
    return _joined(out)


def draw_hatching(strokes: Strokes, stroke: str) -> Path:
    """The diagonals as one path."""
    path = PathBuilder()
    for x0, y0, x1, y1 in strokes:
        path.move(x0, y0).line(x1, y1)
    return Path(d=path.d, stroke=stroke)


def hatched_points(strokes: Strokes) -> list[tuple[float, float]]:
    """Points on the diagonals, close enough that no label slips between two."""
    out: list[tuple[float, float]] = []
    for x0, y0, x1, y1 in strokes:
        steps = max(1, ceil((x1 - x0) / _PITCH))
        out += [(x0 + (x1 - x0) * at / steps, y0 + (y1 - y0) * at / steps) for at in range(steps + 1)]
    return out


def _shared(first: list[Segment], second: list[Segment]) -> Iterator[tuple[float, float, Segment, Segment]]:
    """The stretches of x in which a segment of each curve runs."""
    at = 0
    for one in first:
        while at < len(second) and second[at].x1 <= one.x0:
            at += 1
        for other in second[at:]:
            if other.x0 >= one.x1:
                break
            low, high = max(one.x0, other.x0), min(one.x1, other.x1)
            if high - low > _STEP:
                yield low, high, one, other


def _same_readings(one: Segment, other: Segment) -> bool:
    """Whether both run between the same readings: what they do between is of the neighbours' making, not a difference."""
    return (one.x0, one.x1) == (other.x0, other.x1) and isclose(one.y0, other.y0, abs_tol=1e-9) and isclose(one.y1, other.y1, abs_tol=1e-9)


def _between(
    reach: tuple[float, float], pair: tuple[Segment, Segment], scale: Scale, top: float
) -> Iterator[tuple[float, float, float, float]]:
    """Where each diagonal x + y = c lies between two curves, found in steps of x."""
    low, high = reach
    steps = max(1, ceil((high - low) / _STEP))
    open_at: dict[int, tuple[float, float]] = {}
    for at in range(steps + 1):
        x = low + (high - low) * at / steps
        upper, lower = sorted(scale.y(top, one.at(x)) for one in pair)
        inside = range(ceil((x + upper) / _PITCH), floor((x + lower) / _PITCH) + 1) if lower - upper >= _LEAST else range(0)
        for line in [one for one in open_at if one not in inside]:
            yield _stroke(line, *open_at.pop(line))
        for line in inside:
            open_at[line] = (open_at[line][0] if line in open_at else x, x)
    for line, ends in open_at.items():
        yield _stroke(line, *ends)


def _stroke(line: int, start: float, end: float) -> tuple[float, float, float, float]:
    return start, line * _PITCH - start, end, line * _PITCH - end


def _joined(strokes: Strokes) -> Strokes:
    """Diagonals that go on from one stretch to the next are one; what is a dot is none."""
    lines: dict[float, Strokes] = {}
    for one in strokes:
        held = lines.setdefault(round(one[0] + one[1], 3), [])
        if held and one[0] - held[-1][2] < 2 * _STEP:
            held[-1] = (*held[-1][:2], *one[2:])
        else:
            held.append(one)
    return [one for held in lines.values() for one in held if one[2] - one[0] > 1]
