"""TWO OR THREE MODELS TO CHANGES: match, diff, patch, merge; changes as data, their wording apart from them.

This room imports model, measure and edit, errors and display. It may not know rules or anything that is drawn, and it
neither reads nor writes files.
"""

from .changes import (
    Added,
    Change,
    ChangeKind,
    Merged,
    Method,
    Moved,
    Pair,
    Part,
    ReadingChanged,
    ReferenceChanged,
    Rekeyed,
    Removed,
    Renamed,
    Split,
    Spot,
    ValueChanged,
)
from .conflicts import Conflict, ConflictKind
from .lens_conformance import Conformance, Deviation, DeviationKind, Run, RunResult, Step, conformance
from .lens_future import Future, PainFate, Realised, Span, future
from .lens_perception import Gap, Perception, Quadrant, perception
from .lens_personas import PersonaCell, Personas, personas
from .lens_preconditions import Precondition, preconditions
from .lenses import Lens, Seen
from .matching import Mapped
from .merging import Merge, merge
from .result import Comparison, apply, compare
from .rows import Row, RowStatus
from .similarity import Likeness
from .words import described

__all__ = [
    "Added", "Change", "ChangeKind", "Comparison", "Conflict", "ConflictKind", "Conformance", "Deviation", "DeviationKind", "Future",
    "Gap", "Lens", "Likeness", "Mapped", "Merge", "Merged", "Method", "Moved", "PainFate", "Pair", "Part", "Perception", "PersonaCell",
    "Personas", "Precondition", "Quadrant", "ReadingChanged", "Realised", "ReferenceChanged", "Rekeyed", "Removed", "Renamed", "Row",
    "RowStatus", "Run", "RunResult", "Seen", "Span", "Split", "Spot", "Step", "ValueChanged", "apply", "compare", "conformance", "described",
    "future", "merge", "perception", "personas", "preconditions",
]  # fmt: skip
