"""WHAT TO SHOW: lanes by columns, in strings and numbers.

This room imports nothing of journeykit. It may not know the model (no customer, no persona) and it holds no geometry
and no colour: positions are column numbers, colours are tones.
"""

from ._blueprint import (
    Blueprint,
    Card,
    CardKind,
    CardLane,
    CardRow,
    CardStatus,
    ColumnNote,
    Connector,
    ConnectorKind,
    LineKind,
    Marker,
    MarkerKind,
    NamedLine,
    Run,
)
from ._diagram import Arc, Badge, Band, Column, Diagram, Fact, Figure, FigureStrip, LegendEntry, NoteList, Row
from ._items import Cell, Item, Mark, MarkKind, Span, Ticks, Tone, Verdict
from ._json import diagram_to_json
from ._lanes import Bar, BarLane, CellLane, CurveLane, Gap, Lane, Point, Range, RangeLane, Series, SpanLane, Strip, StripPoint
from ._parts import CellState, Head, Matrix, MatrixCell, MatrixRow, Part

__all__ = [
    "Arc", "Badge", "Band", "Bar", "BarLane", "Blueprint", "Card", "CardKind", "CardLane", "CardRow", "CardStatus", "Cell", "CellLane", "CellState",
    "Column", "ColumnNote", "Connector", "ConnectorKind", "CurveLane", "Diagram", "Fact", "Figure", "FigureStrip", "Gap", "Head", "Item", "Lane",
    "LegendEntry", "LineKind", "Mark", "MarkKind", "Marker", "MarkerKind", "Matrix", "MatrixCell", "MatrixRow", "NamedLine", "NoteList", "Part", "Point", "Range", "RangeLane", "Row", "Run", "Series", "Span",
    "SpanLane", "Strip", "StripPoint", "Ticks", "Tone", "Verdict", "diagram_to_json",
]  # fmt: skip
