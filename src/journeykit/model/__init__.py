"""WHAT IS TRUE: customer journeys as frozen, typed values.

This room imports nothing of journeykit but errors and display. It may not know how a journey is drawn, written to a
file, measured or checked. Constructors refuse only what would break other code; everything merely unwise is constructible.
"""

from .about import About, Check, Ref, about_field
from .action import Action, Benefit, Goal, Target
from .activity import Activity, Link
from .actors import Actor, Channel, Owner, Persona, Relation, System
from .checked import Checked, Element
from .elements import Elements
from .emotion import MOMENTS, Emotion, Expectation
from .frozenmap import FrozenMap, deep_frozen
from .ids import fold, is_id, slug
from .insight import Insight, Opportunity, Source
from .journey import Journey, Scope, TeamMember
from .kpi import KPI, Measurement
from .library import Library
from .lookup import ActorPart, ActorParts
from .portfolio import Portfolio, pruned
from .references import joined, nested_fields, reference_fields, references, rewritten, walk
from .stage import Stage
from .touchpoint import FailPoint, PhysicalEvidence, Touchpoint
from .values import Money, Period, Scale, parse_duration, show_duration

__all__ = [
    "KPI", "MOMENTS", "About", "Action", "Activity", "Actor", "ActorPart", "ActorParts", "Benefit", "Channel", "Check", "Checked", "Element",
    "Elements", "Emotion", "Expectation", "FailPoint", "FrozenMap", "Goal", "Insight", "Journey", "Library", "Link", "Measurement", "Money",
    "Opportunity", "Owner", "Period", "Persona", "PhysicalEvidence", "Portfolio", "Ref", "Relation", "Scale", "Scope", "Source", "Stage",
    "System", "Target", "TeamMember", "Touchpoint", "about_field", "deep_frozen", "fold", "is_id", "joined", "nested_fields",
    "parse_duration", "pruned", "reference_fields", "references", "rewritten", "show_duration", "slug", "walk",
]  # fmt: skip
