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
from .feelings import FeelingChange, FeelingVerdict, feeling_changes
from .figures import FigureChange, FigureVerdict
from .headlines import initial
from .lens_action import ActionEffect, ActionEffects, TargetEffect, action
from .lens_channels import ChannelGap, ChannelGaps, Cut, channels
from .lens_competitor import Competitor, StageSide, StageSides, competitor
from .lens_conformance import Conformance, RunResult, conformance
from .lens_expectation import Expectations, ExpectationShift, TimeKept, expectation
from .lens_future import Future, KPIGoal, PainFate, Realised, Span, future, is_made
from .lens_measures import LensMeasure, MeasureKind
from .lens_perception import Gap, Perception, Quadrant, perception
from .lens_personas import PersonaCell, Personas, personas
from .lens_preconditions import Precondition, preconditions
from .lens_versions import Versions, versions
from .lenses import LENSES, Lens, Seen, sees_whole
from .matching import Mapped
from .merging import Merge, merge
from .naming import Naming
from .parts_changed import PartChanged
from .persona_matrix import PersonaMatrix, PersonaRow, persona_matrix
from .plain import plain_data
from .result import Comparison, apply, compare
from .rows import Row, RowStatus
from .run_ways import Deviation, DeviationKind, Met, Way
from .runs import Run, Step, runs_from, step_titles
from .runs_recognised import run_of, runs_in
from .sentences import answers
from .sentences_of_facts import almost
from .sequences import kept_order
from .similarity import Likeness
from .tables import changes_told, measures_told
from .vocabulary import Vocabulary, words_in
from .words import described, quoted, singular, unquoted

__all__ = [
    "LENSES", "ActionEffect", "ActionEffects", "Added", "Change", "ChangeKind", "ChannelGap", "ChannelGaps", "Comparison",
    "Competitor", "Conflict", "ConflictKind", "Conformance", "Cut", "Deviation", "DeviationKind", "ExpectationShift",
    "Expectations", "FeelingChange", "FeelingVerdict", "FigureChange", "FigureVerdict", "Future", "Gap", "KPIGoal", "Lens", "LensMeasure",
    "Likeness", "Mapped", "MeasureKind", "Merge", "Merged", "Met", "Method", "Moved", "Naming", "PainFate", "Pair", "Part", "PartChanged", "Perception",
    "PersonaCell", "PersonaMatrix", "PersonaRow", "Personas", "Precondition", "Quadrant", "ReadingChanged", "Realised",
    "ReferenceChanged", "Rekeyed", "Removed", "Renamed", "Row", "RowStatus", "Run", "RunResult", "Seen", "Span", "Split",
    "Spot", "StageSide", "StageSides", "Step", "TargetEffect", "TimeKept", "ValueChanged", "Versions", "Vocabulary", "Way",
    "action", "almost", "answers", "apply", "changes_told", "channels", "compare", "competitor", "conformance", "described", "expectation",
    "feeling_changes", "future", "initial", "is_made", "kept_order", "measures_told", "merge", "perception", "persona_matrix", "personas", "plain_data",
    "preconditions", "quoted", "run_of", "runs_from", "runs_in", "sees_whole", "singular", "step_titles", "unquoted", "versions", "words_in",
]  # fmt: skip
