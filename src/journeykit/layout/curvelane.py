"""Rows of readings: areas, curves, markers, labels and gaps."""

from collections.abc import Iterator
from typing import NamedTuple

from journeykit.diagram import Point
from journeykit.scene import Group, Node

from .axis import ABOVE, ABOVE_BARE, BELOW, BELOW_BARE, draw_axis, scale_of
from .curvehatch import Strokes, draw_hatching, hatched_points, hatching
from .curvelabels import Field, Label, Wish, set_labels
from .curvemarks import draw_gaps, draw_marker, reach
from .curvenames import set_name
from .curveplan import CurvePart, CurvePlan
from .curveshape import CurveShape, shape_of
from .ink import Ink, rule
from .rows import Row, lane_group, row_label
from .saying import said
from .sources import Sources
from .space import GRID_LEFT
from .tiers import Tier


def curve_row(plan: CurvePlan, part: CurvePart, tier: Tier, *, step: float, ink: Ink, sources: Sources) -> Row | None:
    """The row of a lane within a tier; None where nothing was read and nothing is said about it."""
    lane = plan.lane
    if not part.points and not part.gaps:
        return None
    label = row_label(lane, ink)
    above, below = (ABOVE, BELOW) if plan.words else (ABOVE_BARE, BELOW_BARE)
    scale = scale_of(label, step=step, above=above, below=below)

    def paint(top: float) -> list[Node]:
        shape = shape_of(plan, part, tier, scale, top=top)
        strokes = hatching(shape) if lane.hatched else []
        shown = _Readings(plan=plan, part=part, tier=tier, shape=shape, ink=ink, strokes=strokes)
        lines = shape.lines(series_colours(ink), ink.palette.changed if shown.single else "")
        hatched = [draw_hatching(shown.strokes, ink.palette.rule2)] if shown.strokes else []
        decor = [*shape.areas(ink), *hatched, *draw_axis(scale, lane.axis, top, tier.right, ink=ink), *lines, *shown.spreads()]
        items = [*shown.items(sources), *draw_gaps(part.gaps, tier, top + scale.height, ink)]
        return lane_group(lane, label.draw(top, ink), decor, items)

    return Row(height=scale.height, paint=paint, opens=lane.opens, hairlines=True)


def series_colours(ink: Ink) -> tuple[str, str, str, str]:
    """The colours of up to four series: with several, colour says whose curve it is."""
    palette = ink.palette
    return (palette.ink, palette.changed, palette.ink2, palette.added)


# Equal readings of several series stand so far from each other, px.
_BESIDE = 11


class _Readings(NamedTuple):
    """The readings of one tier at one place."""

    plan: CurvePlan
    part: CurvePart
    tier: Tier
    shape: CurveShape
    ink: Ink
    strokes: Strokes

    @property
    def single(self) -> bool:
        """Whether there is one curve, whose markers take the colour of their value."""
        return len(self.plan.lane.series) == 1

    @property
    def _shares(self) -> bool:
        """Whether equal readings of several series have one label."""
        return self.plan.lane.hatched or bool(self.plan.lane.apart)

    def _y(self, value: float) -> float:
        return self.shape.scale.y(self.shape.top, value)

    def _x(self, point: Point) -> float:
        width = self.tier.end(point.column) - self.tier.left(point.column)
        return self.tier.centre(point.column) + point.offset * width / 3

    def _colour(self, series: int) -> str:
        return series_colours(self.ink)[series % 4]

    def _shape(self, series: int, point: Point) -> int | None:
        """The shape of a series; where the basis has its own, it keeps that."""
        apart = self.plan.lane.apart
        return series if apart == "lines" or (apart == "shapes" and point.basis != "intended") else None

    def _shown(self) -> Iterator[tuple[int, Point, float]]:
        """Series, point and x; equal readings of several series side by side."""
        seen: dict[tuple[int, int, float], int] = {}
        for at, point in self.part.points:
            key = (point.column, point.offset, point.value)
            before = seen.get(key, 0)
            seen[key] = before + 1
            yield at, point, self._x(point) + _BESIDE * before

    def spreads(self) -> list[Node]:
        """Bars of spread, behind the markers."""
        out: list[Node] = []
        for _, point, x in self._shown():
            if point.spread:
                high, low = self._ends(point)
                out.append(rule(x, high, x, low, stroke=self.ink.palette.rule2, width=1.5))
        return out

    def _ends(self, point: Point) -> tuple[float, float]:
        half = point.spread or 0.0
        return self._y(min(2.4, point.value + half)), self._y(max(-2.4, point.value - half))

    def items(self, sources: Sources) -> list[Node]:
        """One entry per reading: its marker, then its value and reason."""
        shown = list(self._shown())
        field = self._field(shown)
        wishes, labels = self._labels(shown, field)
        names = self._names(shown, field)
        out: list[Node] = []
        for at, (series, point, x) in enumerate(shown):
            colour = "" if self.single else self._colour(series)
            nodes = draw_marker(point, x, self._y(point.value), colour, ink=self.ink, shape=self._shape(series, point))
            if at in wishes and (label := labels.get(wishes[at])):
                nodes += label.draw(self.ink, None if self.single else self._colour(series))
            if at in names:
                nodes.append(names[at])
            out.append(self._entry(series, point, nodes, sources))
        return out

    def _entry(self, series: int, point: Point, nodes: list[Node], sources: Sources) -> Group:
        where = ", ".join(part for part in (self.plan.lane.series[series].name, self.tier.name(point.column, point.column)) if part)
        value = f"{point.text} ({point.known})" if point.known else point.text
        full = said(where, None, f"{point.when} {value}".strip(), point.reason)
        return Group(children=tuple(nodes), role="listitem", label=full, tip=point.tip or full, source=sources.claim(point.source))

    def _field(self, shown: list[tuple[int, Point, float]]) -> Field:
        """The lane with its curves and markers, and nothing written yet."""
        tier, top, bottom = self.tier, self.shape.top, self.shape.top + self.shape.scale.height
        samples = [*self.shape.samples(), *hatched_points(self.strokes)]
        field = Field((GRID_LEFT, top, tier.edges[-1], bottom), self._y(0), samples, self.shape.grounds(), walls=tier.tint() or ())
        for _, point, x in shown:
            y, r = self._y(point.value), reach(point)
            high, low = self._ends(point)
            # Where two curves meet, the label of the first stands over both markers.
            owner = self._labelled(point) if self._shares and x > self._x(point) else point
            field.add_marker((x - r, min(y - r, high), x + r, max(y + r, low)), owner)
        return field

    def _labelled(self, point: Point) -> Point | None:
        """The first reading of any series at the same place."""
        held = (one for _, one in self.part.points if (one.column, one.offset, one.value) == (point.column, point.offset, point.value))
        return next(held, None)

    def _labels(self, shown: list[tuple[int, Point, float]], field: Field) -> tuple[dict[int, int], dict[int, Label]]:
        wishes: list[Wish] = []
        index: dict[int, int] = {}
        for at, (series, point, x) in enumerate(shown):
            # Where two curves meet, one label says both. What is read before and after beside other curves is there to be compared;
            # on a curve by itself it has its number where it is a high or low point.
            if x > self._x(point) if self._shares else point.offset and not point.weight:
                continue
            y = self._y(point.value)
            high, low = self._ends(point)
            before, after = self.plan.near.get((series, point.column), (None, None))
            index[at] = len(wishes)
            wishes.append(
                Wish(point=point, x=x, y=y, reach=max(reach(point), low - y, y - high), left=self.tier.left(point.column),
                     right=self.tier.end(point.column), before=before, after=after)
            )  # fmt: skip
        # In the strip nobody would know whose value it is.
        return index, set_labels(wishes, field, self.ink, strip=not self._shares)

    def _names(self, shown: list[tuple[int, Point, float]], field: Field) -> dict[int, Node]:
        """The name of each of several series, at its last reading in the tier."""
        out: dict[int, Node] = {}
        if self.single:
            return out
        for series, one in enumerate(self.plan.lane.series):
            mine = [at for at, (which, point, _) in enumerate(shown) if which == series and point.offset == 0]
            if one.name and mine:
                at = mine[-1]
                label = set_name(one.name, (shown[at][2], self._y(shown[at][1].value)), self.tier.right, field, ink=self.ink)
                if label:
                    out[at] = Group(children=tuple(label.draw(self.ink, self._colour(series))), tip=one.name)
        return out
