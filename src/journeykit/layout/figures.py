"""Key figures side by side."""

import math
from itertools import pairwise
from typing import NamedTuple

from journeykit.diagram import Figure, FigureStrip
from journeykit.scene import Circle, Group, Node, Path, PathBuilder, Rect
from journeykit.text import Line

from . import ink as faces
from .bignumber import fit_figure
from .blocks import Block
from .ink import Ink, rule
from .saying import said
from .sources import Sources
from .space import GRID_LEFT, LABEL_WIDTH, MARGIN, PAD
from .symbols import triangle

_GAP = 20.0
_LEAST = 208.0
_MOST = 300.0
_ROW_GAP = 24.0
_GRAPH = 18.0
# A row of figures is never broken: one long name may not be taller than a sheet.
_LINES = 6


class PlacedFigure(NamedTuple):
    """A figure with its lines, wrapped to its cell."""

    figure: Figure
    name: tuple[Line, ...]
    verdict: tuple[Line, ...]
    status: tuple[Line, ...]
    under: tuple[Line, ...]
    group: str
    note: tuple[Line, ...]
    note_tip: str
    tip: str

    @property
    def verdict_lines(self) -> int:
        """Lines that the verdict takes: its symbol needs one even where it has no words."""
        said = self.figure.verdict
        return max(len(self.verdict), 1 if said and said.glyph != "none" else 0)


def figure_blocks(strip: FigureStrip, right: float, ink: Ink, sources: Sources) -> list[Block]:
    """One block per row of figures; the first carries the title of the strip."""
    room = right - GRID_LEFT - 2 * PAD
    count = max(1, min(len(strip.figures), int((room + _GAP) // (_LEAST + _GAP))))
    rows = -(-len(strip.figures) // count)
    count = -(-len(strip.figures) // rows) if rows else 1
    width = min(_MOST, (room + _GAP) / count - _GAP) if rows > 1 or count < 3 else (room + _GAP) / count - _GAP
    out: list[Block] = []
    group = ""
    for at in range(0, len(strip.figures), count):
        row, group = place_row(strip.figures[at : at + count], group, width, ink)
        out.append(row_block(strip, row, width, first=at == 0, ink=ink, sources=sources))
    return out


def place_row(figures: tuple[Figure, ...], group: str, width: float, ink: Ink, *, gap: float = _GAP) -> tuple[list[PlacedFigure], str]:
    """Figures side by side in cells of one width; `group` is the one of the figure before, and the last is given back."""
    row: list[PlacedFigure] = []
    for at, one in enumerate(figures):
        opens = one.group if one.group != group or (at == 0 and one.group) else ""
        group = one.group
        alike = next((ahead for ahead, other in enumerate(figures[at:]) if other.group != one.group), len(figures) - at)
        head = ink.shorten(opens.upper(), width, faces.CAPITALS) if opens else ""
        taken = ink.width(head, faces.CAPITALS) + 14
        reach = alike * (width + gap) - gap - taken
        note = ink.wrap(one.group_note, reach, faces.SMALL, max_lines=1) if opens and one.group_note and reach > 60 else None
        left = 16 if one.verdict and one.verdict.glyph != "none" else 0
        name = ink.wrap(one.name, width, faces.STRONG, max_lines=_LINES)
        under = ink.wrap(one.note, width, faces.SMALL, max_lines=_LINES) if one.note else None
        verdict = ink.wrap(one.verdict.text, width - left, faces.STRONG).lines if one.verdict else ()
        row.append(
            PlacedFigure(
                figure=one,
                name=name.lines,
                verdict=verdict,
                status=ink.wrap(one.status.text, width - 16, faces.CELL).lines if one.status else (),
                under=under.lines if under else (),
                group=head,
                note=note.lines if note else (),
                note_tip=one.group_note if note and note.cut else "",
                tip="; ".join(text for text, cut in ((one.name, name.cut), (one.note, under is not None and under.cut)) if cut),
            )
        )
    return row, group


def row_block(
    strip: FigureStrip, row: list[PlacedFigure], width: float, *, first: bool, ink: Ink, sources: Sources, gap: float = _GAP
) -> Block:
    """A row of figures; the first carries the title of the strip."""
    names = max(len(one.name) for one in row)
    below = max(_below(one) for one in row)
    above = 20.0 if any(one.group for one in row) else 4.0
    value = above + 17 + 16 * (names - 1) + 31
    note = ink.wrap(strip.note, LABEL_WIDTH, faces.MUTED).lines if first and strip.note else ()
    title = ink.wrap(strip.title, LABEL_WIDTH, faces.PANEL).lines if first else ()
    height = max(value + 6 + (14 + below if below else 0), above + 18 * len(title) + 16 * len(note) + 8)

    def paint(top: float) -> list[Node]:
        label = ink.lines(MARGIN, top + above + 14, title, face=faces.PANEL)
        label += ink.lines(MARGIN, top + above + 14 + 18 * (len(title) - 1) + 20, note, face=faces.MUTED)
        items: list[Node] = []
        x = GRID_LEFT + PAD
        for one in row:
            items.append(_draw(one, x, (top, top + above, top + value), width, ink=ink, sources=sources))
            x += width + gap
        return [Group(children=tuple(label)), Group(children=tuple(items), role="list", label=strip.title)]

    return Block(height=height, paint=paint, gap=20 if first else _ROW_GAP)


def _below(one: PlacedFigure) -> float:
    """px of the lines under the value."""
    return 16.0 * (one.verdict_lines + len(one.status)) + 14 * len(one.under)


def _draw(one: PlacedFigure, x: float, ys: tuple[float, float, float], width: float, *, ink: Ink, sources: Sources) -> Group:
    figure, palette = one.figure, ink.palette
    top, line, value = ys
    nodes: list[Node] = []
    if one.group:
        nodes.append(ink.text(x, top + 10, one.group, face=faces.CAPITALS))
        after = x + ink.width(one.group, faces.CAPITALS) + 14
        nodes.append(Group(children=tuple(ink.lines(after, top + 10, one.note, face=faces.SMALL)), tip=one.note_tip))
    nodes.append(rule(x, line, x + width, line, stroke=palette.ink))
    nodes += ink.lines(x, line + 17, one.name, face=faces.STRONG)
    number, taken = fit_figure(figure.value, figure.unit, (x, value), width, face=faces.FIGURE, unit_size=13, ink=ink)
    nodes += number
    free = x + max(taken + 40, 0.55 * width)
    if x + width - free > 30:
        nodes += _graph(figure, free, x + width - 10, value, ink=ink)
    if figure.verdict:
        colour, left = ink.tone(figure.verdict.tone), x
        face = faces.CELL if figure.verdict.tone == "muted" else faces.STRONG
        if figure.verdict.glyph != "none":
            nodes.append(triangle(x + 5, value + 16, 5, up=figure.verdict.glyph == "up", fill=colour))
            left += 16
        nodes += ink.lines(left, value + 20, one.verdict, face=face, fill=colour)
    nodes += _standing(one, x, value + 20 + 16 * one.verdict_lines, ink=ink)
    value_said = f"{figure.name}: {figure.value} {figure.unit}".strip()
    parts = [
        figure.group,
        figure.group_note if one.note else "",
        value_said,
        figure.verdict.spoken if figure.verdict else "",
        figure.status.text if figure.status else "",
        figure.note,
        figure.graph,
    ]
    # Words at the graph stand in what it shows, with their time; alone behind the rest a number would look like another value.
    parts += [text for text in (figure.progress_text, figure.spark_text) if not any(text in part for part in parts)]
    return Group(
        children=tuple(nodes), role="listitem", label=said("", None, *parts), tip="; ".join(text for text in (one.tip, figure.tip) if text),
        source=sources.claim(figure.source),
    )  # fmt: skip


def _standing(one: PlacedFigure, x: float, baseline: float, *, ink: Ink) -> list[Node]:
    """Where it stands, with its symbol; then what must be known of it."""
    nodes: list[Node] = []
    if one.figure.status:
        nodes.append(standing(one.figure.status.kind, x + 5, baseline - 4, ink=ink))
        nodes += ink.lines(x + 16, baseline, one.status, face=faces.MUTED if one.figure.status.kind == "none" else faces.CELL)
        baseline += 16 * len(one.status)
    return nodes + ink.lines(x, baseline, one.under, face=faces.SMALL)


def standing(kind: str, x: float, y: float, *, ink: Ink) -> Path:
    """The symbol of a status around (x, y): a hook, an exclamation mark, a cross, or a dash."""
    palette, line = ink.palette, PathBuilder()
    match kind:
        case "good":
            line.move(-4.5, 0).line(-1.5, 3.5).line(4.5, -4)
        case "warning":
            line.move(0, -5).line(0, 1).move(0, 4).line(0, 4.4)
        case "bad":
            line.move(-4, -4).line(4, 4).move(4, -4).line(-4, 4)
        case _:
            line.move(-4, 0).line(4, 0)
    colour = {"good": palette.good, "bad": palette.bad, "warning": palette.bad}.get(kind, palette.rule2)
    return Path(d=line.d, x=x, y=y, stroke=colour, stroke_width=2, round=True)


def _graph(figure: Figure, left: float, right: float, baseline: float, *, ink: Ink) -> list[Node]:
    if figure.progress:
        return _progress(*figure.progress, left, right, baseline=baseline, text=figure.progress_text, ink=ink)
    return _spark(figure, left, right, baseline, ink=ink) if figure.spark else []


def _progress(value: float, target: float, left: float, right: float, *, baseline: float, text: str, ink: Ink) -> list[Node]:
    """A bar from zero, and a mark at the target with its word where there is room for it."""
    most = max(value, target, 0.0)
    if not 1e-9 < most < math.inf:
        return []
    scale, palette, y = (right - left) / most, ink.palette, baseline - 14
    mark, words = left + max(0.0, target) * scale, ink.width(text, faces.SMALL)
    nodes: list[Node] = [
        Rect(x=left, y=y, width=max(0.0, value) * scale, height=7, fill=palette.bar, stroke=palette.rule2),
        rule(mark, y - 11, mark, y + 12, stroke=palette.ink, width=2),
    ]
    if text and mark + 5 + words <= right + 10:
        nodes.append(ink.text(mark + 5, y - 6, text, face=faces.SMALL))
    elif text and mark - 5 - words >= left:
        nodes.append(ink.text(mark - 5, y - 6, text, face=faces.SMALL, anchor="end"))
    return nodes


def _spark(figure: Figure, left: float, right: float, baseline: float, *, ink: Ink) -> list[Node]:
    """Values over time: the first hollow and labelled, the last filled, a gap for a missing period."""
    values = [one for one in figure.spark if one is not None]
    seen = [*values, *([figure.target] if figure.target is not None else [])]
    if not values or not math.isfinite(max(seen) - min(seen)):
        return []
    words = ink.width(figure.spark_text, faces.SMALL) if figure.spark_text else 0.0
    if words and right - left - words - 8 < 30:
        words = 0.0
    left += words + 8 if words else 0
    low, high, palette = min(seen), max(seen), ink.palette
    step = (right - left) / max(1, len(figure.spark) - 1)
    places = [
        None if one is None else (left + at * step, baseline - 1 - (_GRAPH * (one - low) / (high - low) if high > low else _GRAPH / 2))
        for at, one in enumerate(figure.spark)
    ]
    line = PathBuilder()
    for before, here in pairwise(places):
        if before and here:
            line.move(*before).line(*here)
    nodes: list[Node] = []
    if figure.target is not None:
        y = baseline - 1 - (_GRAPH * (figure.target - low) / (high - low) if high > low else _GRAPH / 2)
        nodes += [
            rule(left, y, right, y, stroke=palette.rule2, dash=(3, 3)),
            rule(right + 4, y, right + 12, y, stroke=palette.ink, width=2),
        ]
    nodes += [Path(d=line.d, stroke=palette.ink, stroke_width=1.5)] if line.d else []
    shown = [one for one in places if one]
    nodes += [Circle(cx=x, cy=y, r=2.5, fill=palette.paper, stroke=palette.ink, stroke_width=1.25) for x, y in shown[:-1]]
    nodes.append(Circle(cx=shown[-1][0], cy=shown[-1][1], r=3.5, fill=palette.ink))
    if words:
        nodes.append(ink.text(shown[0][0] - 7, shown[0][1] + 4, figure.spark_text, face=faces.SMALL, anchor="end"))
    return nodes
