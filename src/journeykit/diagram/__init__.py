"""WHAT TO SHOW: lanes by columns, in strings and numbers.

This room imports nothing of journeykit. It may not know the model (no customer, no persona) and it holds no geometry
and no colour: positions are column numbers, colours are tones.
"""

from ._diagram import Arc, Badge, Band, Column, Diagram, Fact, Figure, FigureStrip, LegendEntry, NoteList, Row
from ._items import Cell, Item, Mark, MarkKind, Span, Ticks, Tone, Verdict
from ._json import diagram_to_json
from ._lanes import Bar, BarLane, CellLane, CurveLane, Gap, Lane, Point, Range, RangeLane, Series, SpanLane, Strip, StripPoint

__all__ = [
    "Arc", "Badge", "Band", "Bar", "BarLane", "Cell", "CellLane", "Column", "CurveLane", "Diagram", "Fact", "Figure", "FigureStrip",
    "Gap", "Item", "Lane", "LegendEntry", "Mark", "MarkKind", "NoteList", "Point", "Range", "RangeLane", "Row", "Series", "Span",
    "SpanLane", "Strip", "StripPoint", "Ticks", "Tone", "Verdict", "diagram_to_json",
]  # fmt: skip
