"""The curves of a lane as they run through one tier: areas, lines, and what they leave free."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from journeykit.scene import Path, PathBuilder

from .axis import Scale
from .curve import Segment, split_at_zero
from .curvelabels import Box
from .curveplan import CurvePart, CurvePlan, Run
from .ink import Ink
from .tiers import Tier

STROKES: dict[str, tuple[float, tuple[float, ...]]] = {
    "measured": (2.5, ()), "derived": (2.5, (11, 2.5)), "assumed": (1.5, (3, 3)), "intended": (1.75, (8, 3, 2, 3)),
    "0": (2.25, ()), "1": (2.25, (10, 4)), "2": (2.25, (2.5, 3)), "3": (2.25, (12, 3, 3, 3)),
}  # fmt: skip
"""Of each basis; by number of each of several series, where the line says whose it is."""
_SAMPLE = 6.0
_THINNER = 0.5

Piece = tuple[Segment, str]


class CurveShape(NamedTuple):
    """Curves at their place.

    Attributes:
        runs: the number of the series, and the segments with their style. others: the same of lines that not everybody goes along.
        stretches: of a single curve, those above zero and those below.
        scale, top: of the row.
    """

    runs: tuple[tuple[int, tuple[Piece, ...]], ...]
    stretches: tuple[tuple[bool, tuple[Segment, ...]], ...]
    scale: Scale
    top: float
    others: tuple[tuple[int, tuple[Piece, ...]], ...] = ()

    def areas(self, ink: Ink) -> list[Path]:
        """The ground between curve and zero, one tone above and one below."""
        zero, palette = self._y(0), ink.palette
        out = []
        for above, stretch in self.stretches:
            builder = PathBuilder().move(stretch[0].x0, zero).line(stretch[0].x0, self._y(stretch[0].y0))
            self._along(builder, stretch)
            out.append(Path(d=builder.line(stretch[-1].x1, zero).close().d, fill=palette.up if above else palette.down))
        return out

    def grounds(self) -> list[Box]:
        """The boxes around the areas."""
        zero = self._y(0)
        out: list[Box] = []
        for _, stretch in self.stretches:
            ys = [zero, self._y(stretch[0].y0), *(self._y(one.y1) for one in stretch)]
            out.append((stretch[0].x0, min(ys), stretch[-1].x1, max(ys)))
        return out

    def lines(self, colours: Sequence[str], intended: str) -> list[Path]:
        """The curves, each in the colour of its series, what is intended in a colour of its own; a change of style starts a new path."""
        return [
            *self._stroked(self.others, colours, intended, share=_THINNER),
            *self._stroked(self.runs, colours, intended),
        ]

    def _stroked(
        self, runs: Sequence[tuple[int, tuple[Piece, ...]]], colours: Sequence[str], intended: str, *, share: float = 1.0
    ) -> list[Path]:
        out = []
        for series, pieces in runs:
            for style, alike in groupby(pieces, key=lambda one: one[1]):
                held = [one for one, _ in alike]
                builder = PathBuilder().move(held[0].x0, self._y(held[0].y0))
                self._along(builder, held)
                width, dash = STROKES[style]
                colour = intended if style == "intended" and intended else colours[series % len(colours)]
                out.append(Path(d=builder.d, stroke=colour, stroke_width=width * share, dash=dash))
        return out

    def samples(self) -> list[tuple[float, float]]:
        """Points on all curves, close enough that no label slips between two."""
        out: list[tuple[float, float]] = []
        for _, pieces in (*self.runs, *self.others):
            for one, _ in pieces:
                steps = max(1, int((one.x1 - one.x0) / _SAMPLE))
                length = (one.x1 - one.x0) / steps
                xs = [one.x0 + length * at for at in range(steps + 1)]
                out += [(x, self._y(one.at(x))) for x in xs]
        return out

    def _y(self, value: float) -> float:
        return self.scale.y(self.top, value)

    def _along(self, builder: PathBuilder, pieces: Sequence[Segment]) -> None:
        for one in pieces:
            third = (one.x1 - one.x0) / 3
            builder.curve((one.x0 + third, self._y(one.c1)), (one.x1 - third, self._y(one.c2)), (one.x1, self._y(one.y1)))


def shape_of(plan: CurvePlan, part: CurvePart, tier: Tier, scale: Scale, *, top: float) -> CurveShape:
    """The curves of a tier; areas only where there is a single curve, since two would hide each other."""
    low, high = plan.lefts[tier.first], plan.lefts[tier.last + 1]
    runs, others = (
        tuple((series, tuple(_visible(run, low, high, tier.edges[0]))) for series, run in part.runs if run.other is other)
        for other in (False, True)
    )
    stretches: list[tuple[bool, tuple[Segment, ...]]] = []
    if len(plan.lane.series) == 1:
        for _, pieces in runs:
            above, below = split_at_zero([one for one, _ in pieces])
            stretches += [(True, tuple(one)) for one in above] + [(False, tuple(one)) for one in below]
    return CurveShape(runs=runs, stretches=tuple(stretches), scale=scale, top=top, others=others)


def _visible(run: Run, low: float, high: float, left: float) -> Iterator[Piece]:
    """The segments of a run in the tier, moved to their place; those that cross a break end at the edge."""
    shift = left - low
    for at in range(bisect_right(run.ends, low), len(run.segments)):
        one = run.segments[at]
        if one.x0 >= high:
            return
        if one.x0 < low or one.x1 > high:
            one = one.cut(max(one.x0, low), min(one.x1, high))
        yield Segment(one.x0 + shift, one.x1 + shift, one.y0, one.c1, one.c2, one.y1), run.styles[at]
