"""WHAT TO SHOW: lanes by columns, in strings and numbers.

This room imports nothing of journeykit. It may not know the model (no customer, no persona) and it holds no geometry
and no colour: positions are column numbers, colours are tones.
"""

from typing import TYPE_CHECKING

from journeykit.lazily import homes_of, lazily

if TYPE_CHECKING:
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
    from ._diagram import Arc, Band, Column, Diagram, Fact, LegendEntry, NoteList, Row
    from ._figures import Figure, FigureStatus, FigureStrip
    from ._items import Badge, Cell, Item, Mark, MarkKind, Span, Ticks, Tone, Verdict
    from ._json import diagram_to_json
    from ._kinds import Part
    from ._lanes import Bar, BarLane, CellLane, CurveLane, Gap, Lane, Point, Range, RangeLane, Series, SpanLane, Strip, StripPoint
    from ._parts import CellState, Head, Matrix, MatrixCell, MatrixRow
    from ._parts_curves import CurveCallout, CurvePanel, CurvePanels
    from ._parts_dumbbells import Dumbbell, Dumbbells
    from ._parts_profile import Meter, Mood, Profile, ProfileFact, ProfileSection
    from ._parts_rings import NodeShape, RingLink, RingNode, Rings
    from ._parts_scatter import Scatter, ScatterPoint, ScatterTick
    from ._parts_sentences import Sentences
    from ._parts_slopes import Slopes
    from ._parts_timeline import Timeline, TimelineBar, TimelineRow
    from ._parts_tree import Tree, TreeNode
    from ._tracks import Stop, StopKind, TrackLane

__all__ = [
    "Arc", "Badge", "Band", "Bar", "BarLane", "Blueprint", "Card", "CardKind", "CardLane", "CardRow", "CardStatus", "Cell", "CellLane", "CellState",
    "Column", "ColumnNote", "Connector", "ConnectorKind", "CurveCallout", "CurveLane", "CurvePanel", "CurvePanels", "Diagram", "Dumbbell", "Dumbbells", "Fact", "Figure", "FigureStatus", "FigureStrip", "Gap", "Head", "Item", "Lane",
    "LegendEntry", "LineKind", "Mark", "MarkKind", "Marker", "MarkerKind", "Matrix", "MatrixCell", "MatrixRow", "Meter", "Mood", "NamedLine", "NodeShape", "NoteList", "Part", "Point", "Profile", "ProfileFact", "ProfileSection", "Range", "RangeLane", "RingLink", "RingNode", "Rings", "Row", "Run", "Scatter", "ScatterPoint", "ScatterTick", "Sentences", "Series", "Slopes", "Span",
    "SpanLane", "Stop", "StopKind", "Strip", "StripPoint", "Ticks", "Timeline", "TimelineBar", "TimelineRow", "Tone", "TrackLane", "Tree", "TreeNode", "Verdict", "diagram_to_json",
]  # fmt: skip

# One file is loaded with the first name of it that is asked for: most pictures show a few of these.
_NAMES = {
    "_blueprint": "Blueprint Card CardKind CardLane CardRow CardStatus ColumnNote Connector ConnectorKind LineKind Marker MarkerKind NamedLine Run",
    "_diagram": "Arc Band Column Diagram Fact LegendEntry NoteList Row",
    "_figures": "Figure FigureStatus FigureStrip",
    "_items": "Badge Cell Item Mark MarkKind Span Ticks Tone Verdict",
    "_json": "diagram_to_json",
    "_kinds": "Part",
    "_lanes": "Bar BarLane CellLane CurveLane Gap Lane Point Range RangeLane Series SpanLane Strip StripPoint",
    "_parts": "CellState Head Matrix MatrixCell MatrixRow",
    "_parts_curves": "CurveCallout CurvePanel CurvePanels",
    "_parts_dumbbells": "Dumbbell Dumbbells",
    "_parts_profile": "Meter Mood Profile ProfileFact ProfileSection",
    "_parts_rings": "NodeShape RingLink RingNode Rings",
    "_parts_scatter": "Scatter ScatterPoint ScatterTick",
    "_parts_sentences": "Sentences",
    "_parts_slopes": "Slopes",
    "_parts_timeline": "Timeline TimelineBar TimelineRow",
    "_parts_tree": "Tree TreeNode",
    "_tracks": "Stop StopKind TrackLane",
}
_HOMES = homes_of(_NAMES)

__getattr__ = lazily(__name__, _HOMES)


def __dir__() -> list[str]:
    return __all__
