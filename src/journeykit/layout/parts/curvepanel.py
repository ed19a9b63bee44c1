"""One curve in its panel: its name, the curve with its gaps, and its peak, trough and end in words."""

from typing import Literal, NamedTuple

from attrs import evolve

from journeykit.diagram import CurveCallout, CurvePanel, Point, Series
from journeykit.layout import ink as faces
from journeykit.layout.axis import Scale
from journeykit.layout.curve import Segment, split_at_zero
from journeykit.layout.curvelabels import Field, Label, Wish, set_labels
from journeykit.layout.curvemarks import draw_marker, reach
from journeykit.layout.curveplan import Run, runs_of
from journeykit.layout.curveshape import CurveShape
from journeykit.layout.ink import Ink, rule
from journeykit.layout.saying import said
from journeykit.layout.sources import Sources
from journeykit.layout.symbols import triangle
from journeykit.scene import Circle, Group, Node, Path, PathBuilder, Rect
from journeykit.text import Line

STEP = 30.0
ABOVE = 34.0
_BELOW = 54.0
_PLOT = ABOVE + 4 * STEP + _BELOW
# Where columns are narrower than this, only what is named has a marker.
_MARKED = 22.0
_NUMBERED = 20.0
# Below this a line would be a thicket: dots alone tell more.
_LINED = 8.0
_MARK = 18.0
_SAMPLE = 4.0
_LABEL = 70.0
_TITLE_LINES = 3
_DETAIL_LINES = 4
_DOT = 1.5

_Size = Literal["whole", "small", "dot", "none"]


class _Head(NamedTuple):
    title: tuple[Line, ...]
    detail: tuple[Line, ...]
    verdict: tuple[Line, ...]
    cut: bool

    @property
    def height(self) -> float:
        """px, the rule above and air below included."""
        return 6 + 18 * len(self.title) + 14 * len(self.detail) + (4 + 16 * len(self.verdict) if self.verdict else 0) + 6


class Panel(NamedTuple):
    """A panel before it has a place.

    Attributes:
        head: px above the plot. below: px of the plot and what stands under it.
    """

    panel: CurvePanel
    width: float
    pitch: float
    words: _Head
    callouts: tuple[tuple[CurveCallout, tuple[Line, ...]], ...]
    ink: Ink

    @property
    def head(self) -> float:
        """px above the plot."""
        return self.words.height

    @property
    def below(self) -> float:
        """px of the plot and of what stands under it."""
        return _PLOT + 8 + sum(16 * len(lines) + 4 for _, lines in self.callouts)

    def paint(self, x: float, top: float, plot: float, sources: Sources) -> list[Node]:
        """The panel with its left edge at `x`, its rule at `top` and its plot from `plot` on."""
        panel, ink = self.panel, self.ink
        nodes: list[Node] = [Group(children=tuple(self._head(x, top)), tip=_said(panel) if self.words.cut else "")]
        drawn = _Drawn(self, x, plot)
        nodes.append(Group(children=tuple(drawn.ground())))
        named = self._named(x, plot + _PLOT + 8)
        nodes.append(Group(children=(*drawn.items(sources), *named), role="list", label=panel.title))
        if not panel.points and panel.empty:
            found = ink.wrap(panel.empty, self.width - 24, faces.MUTED, max_lines=1)
            # Between two levels, above zero: on the line of zero it would read as neutral.
            words = ink.lines(x + self.width / 2, plot + ABOVE + 1.5 * STEP + 4, found.lines, face=faces.MUTED, anchor="middle")
            nodes.append(Group(children=tuple(words), tip=panel.empty if found.cut else ""))
        kept = tuple(one for one in nodes if not isinstance(one, Group) or one.children)
        return [Group(children=kept, role="group", label=_said(panel), source=sources.claim(panel.source))]

    def _head(self, x: float, top: float) -> list[Node]:
        ink, words = self.ink, self.words
        nodes: list[Node] = [rule(x, top, x + self.width, top, stroke=ink.palette.ink)]
        y = top + 20
        nodes += ink.lines(x, y, words.title, face=faces.PANEL)
        y += 18 * len(words.title) - 2
        nodes += ink.lines(x, y, words.detail, face=faces.SMALL)
        y += 14 * len(words.detail) + 4
        return nodes + ink.lines(x, y, words.verdict, face=faces.STRONG)

    def _named(self, x: float, top: float) -> list[Node]:
        """Peak, trough and end, each with its symbol."""
        ink, out = self.ink, list[Node]()
        for one, lines in self.callouts:
            nodes = [_symbol(one.kind, x + 5, top + 8, ink), *ink.lines(x + _MARK, top + 12, lines)]
            out.append(Group(children=tuple(nodes), role="listitem", label=_callout(one)))
            top += 16 * len(lines) + 4
        return out


def panel_of(panel: CurvePanel, width: float, columns: int, ink: Ink) -> Panel:
    """A panel that is `width` px wide; `columns` is how many the longest of all panels has."""
    title = ink.wrap(panel.title, width, faces.PANEL, max_lines=_TITLE_LINES)
    detail = ink.wrap(panel.detail, width, faces.SMALL, max_lines=_DETAIL_LINES) if panel.detail else None
    verdict = ink.wrap(panel.verdict, width, faces.STRONG, max_lines=2) if panel.verdict else None
    head = _Head(
        title=title.lines, detail=detail.lines if detail else (), verdict=verdict.lines if verdict else (),
        cut=title.cut or (detail is not None and detail.cut) or (verdict is not None and verdict.cut),
    )  # fmt: skip
    callouts = tuple((one, ink.wrap(_callout(one), width - _MARK, faces.CELL).lines) for one in panel.callouts)
    return Panel(panel=panel, width=width, pitch=width / max(1, columns), words=head, callouts=callouts, ink=ink)


def _callout(one: CurveCallout) -> str:
    return said(f"{one.word} {one.text}", None, one.title)


def _said(panel: CurvePanel) -> str:
    return said("", None, panel.title, panel.detail, panel.verdict, panel.empty)


def _symbol(kind: str, x: float, y: float, ink: Ink) -> Node:
    match kind:
        case "peak":
            return triangle(x, y + 1.5, 4.5, up=True, fill=ink.palette.ink)
        case "trough":
            return triangle(x, y, 4.5, up=False, fill=ink.palette.ink)
        case _:
            return Rect(x=x - 4, y=y - 4, width=8, height=8, fill=ink.palette.ink)


class _Drawn:
    """A panel at its place."""

    def __init__(self, held: Panel, x: float, plot: float) -> None:
        self._held, self._x0, self._top = held, x, plot
        self._panel, self._ink, self._pitch = held.panel, held.ink, held.pitch
        self._scale = Scale(zero=ABOVE + 2 * STEP, step=STEP, height=_PLOT)
        count = held.panel.count
        lefts = [x + at * held.pitch for at in range(count)]
        self._runs = runs_of(Series(points=held.panel.points, ways=held.panel.ways), [held.pitch] * count, lefts)
        joined = {point.column for run in self._runs if run.segments for point in run.points}
        self._alone = {point.column for point in held.panel.points if point.offset == 0} - joined
        self._shape = self._shaped()

    def _shaped(self) -> CurveShape:
        runs: list[tuple[int, tuple[tuple[Segment, str], ...]]] = []
        others: list[tuple[int, tuple[tuple[Segment, str], ...]]] = []
        stretches: list[tuple[bool, tuple[Segment, ...]]] = []
        for run in self._runs:
            (others if run.other else runs).append((0, tuple(zip(run.segments, run.styles, strict=True))))
            if run.other:
                continue
            above, below = split_at_zero(run.segments)
            stretches += [(True, tuple(one)) for one in above] + [(False, tuple(one)) for one in below]
        return CurveShape(runs=tuple(runs), stretches=tuple(stretches), scale=self._scale, top=self._top, others=tuple(others))

    def _x(self, point: Point) -> float:
        return self._x0 + (point.column + 0.5) * self._pitch + point.offset * self._pitch / 3

    def _y(self, value: float) -> float:
        return self._scale.y(self._top, value)

    def ground(self) -> list[Node]:
        """Areas, levels, stage ticks, numbers, lines."""
        palette, left, right = self._ink.palette, self._x0, self._x0 + self._held.width
        lined = self._pitch >= _LINED
        nodes: list[Node] = list(self._shape.areas(self._ink)) if lined else []
        for level in (2, 1, 0, -1, -2):
            colour, dash = (palette.rule2, (4.0, 3.0)) if level == 0 else (palette.rule, ())
            nodes.append(rule(left, self._y(level), right, self._y(level), stroke=colour, dash=dash))
        foot = self._y(-2) + 24
        for at in self._panel.starts:
            x = left + at * self._pitch
            nodes.append(rule(x, foot - 4, x, foot + 6, stroke=palette.rule2))
        nodes += self._numbers(foot + 19)
        return [*nodes, *self._shape.lines((palette.ink,), palette.changed)] if lined else nodes

    def _numbers(self, y: float) -> list[Node]:
        """The numbers of touchpoints, as many as have room, and always the last."""
        count = self._panel.count
        step = next(each for each in (1, 2, 5, 10, 20, 50, 100, 1000) if each * self._pitch >= _NUMBERED or each == 1000)
        kept = [at for at in range(step - 1, count, step) if min(at, count - 1 - at) * self._pitch >= _NUMBERED]
        shown = sorted({0, *kept, count - 1}) if count > 1 else list(range(count))
        if len(shown) == 2 and (count - 1) * self._pitch < _NUMBERED:
            shown = shown[-1:]
        return [self._ink.text(self._x0 + (at + 0.5) * self._pitch, y, str(at + 1), face=faces.SMALL, anchor="middle") for at in shown]

    def items(self, sources: Sources) -> list[Node]:
        """One entry a reading, then one a gap."""
        labels = self._labels()
        out: list[Node] = []
        for point in self._panel.points:
            nodes = self._marker(point)
            if label := labels.get((point.column, point.offset)):
                nodes += label.draw(self._ink)
            full = said(self._name(point.column), None, f"{point.when} {point.text}".strip())
            out.append(Group(children=tuple(nodes), role="listitem", label=full, tip=point.tip or full, source=sources.claim(point.source)))
        return out + [self._gap(one.start, one.end, one.text) for one in self._panel.gaps]

    def _name(self, column: int) -> str:
        return f"{column + 1} {self._panel.names[column]}" if column < len(self._panel.names) else str(column + 1)

    def _marker(self, point: Point) -> list[Node]:
        x, y, ink = self._x(point), self._y(point.value), self._ink
        match self._size(point):
            case "whole":
                return draw_marker(point, x, y, "", ink=ink)
            case "small":
                return draw_marker(evolve(point, offset=1), x, y, "", ink=ink)
            case "dot":
                colour = ink.palette.rule2 if point.basis == "assumed" else ink.valence(point.value)
                return [Circle(cx=x, cy=y, r=_DOT, fill=colour)]
            case _:
                return []

    def _size(self, point: Point) -> _Size:
        """How a reading is marked: what is named always, the others as far as there is room; one without neighbours never goes unseen."""
        if self._pitch >= _MARKED or self._is_named(point):
            return "whole"
        if self._pitch < _LINED:
            return "dot"
        return "small" if point.offset or point.column in self._alone else "none"

    def _reach(self, point: Point) -> float:
        """From the middle of the marker of a reading to its edge, px."""
        match self._size(point):
            case "whole":
                return reach(point)
            case "small":
                return 3.6
            case "dot":
                return _DOT
            case _:
                return 0.0

    def _is_named(self, point: Point) -> bool:
        return any(one.column == point.column for one in self._panel.callouts) and (point.extreme or point.weight > 0)

    def _labels(self) -> dict[tuple[int, int], Label]:
        """The values of what is named, beside their points."""
        named = [one for one in self._panel.points if self._is_named(one)]
        left, right, top = self._x0, self._x0 + self._held.width, self._top
        field = Field(
            (left, top, right, self._y(-2) + 32), self._y(0), self._samples() if self._pitch >= _LINED else [], self._shape.grounds()
        )
        for one in self._panel.gaps:
            low, high = left + one.start * self._pitch, left + (one.end + 1) * self._pitch
            field.add_marker((low, self._y(-2) + 14, high, self._y(-2) + 21), None)
        for at in self._panel.starts:
            field.add_marker((left + at * self._pitch - 1, self._y(-2) + 18, left + at * self._pitch + 1, self._y(-2) + 31), None)
        for point in self._panel.points:
            if r := self._reach(point):
                x, y = self._x(point), self._y(point.value)
                field.add_marker((x - r, y - r, x + r, y + r), point)
        near = _neighbours(self._runs)
        wishes = []
        for point in named:
            x = self._x(point)
            before, after = near.get(point.column, (None, None))
            wishes.append(
                Wish(point=point, x=x, y=self._y(point.value), reach=reach(point), left=max(left, x - _LABEL), right=min(right, x + _LABEL),
                     before=before, after=after)
            )  # fmt: skip
        found = set_labels(wishes, field, self._ink)
        return {(named[at].column, named[at].offset): label for at, label in found.items()}

    def _samples(self) -> list[tuple[float, float]]:
        """Points on the curve close enough that no label slips between two, however steep it is."""
        out: list[tuple[float, float]] = []
        for run in self._runs:
            for one in run.segments:
                length = max(one.x1 - one.x0, abs(one.y1 - one.y0) * STEP)
                steps = max(1, int(length / _SAMPLE))
                xs = [one.x0 + (one.x1 - one.x0) * at / steps for at in range(steps + 1)]
                out += [(x, self._y(one.at(x))) for x in xs]
        return out

    def _gap(self, start: int, end: int, text: str) -> Group:
        left, right = self._x0 + start * self._pitch + 2, self._x0 + (end + 1) * self._pitch - 2
        y = self._y(-2) + 20
        path = PathBuilder().move(left, y - 5).line(left, y).line(right, y).line(right, y - 5).d
        names = self._name(start) if start == end else f"{start + 1}–{end + 1}"
        return Group(children=(Path(d=path, stroke=self._ink.palette.rule2),), role="listitem", label=said(names, None, text), tip=text)


def _neighbours(runs: tuple[Run, ...]) -> dict[int, tuple[float | None, float | None]]:
    """The values before and after each reading within its run."""
    found: dict[int, tuple[float | None, float | None]] = {}
    for run in sorted(runs, key=lambda one: not one.other):  # the main line comes last and decides
        values = [None, *(one.value for one in run.points), None]
        found.update({point.column: (values[at], values[at + 2]) for at, point in enumerate(run.points)})
    return found
