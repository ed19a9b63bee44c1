"""WHAT IS TRUE: customer journeys as frozen, typed values.

This room imports nothing of journeykit but errors and display. It may not know how a journey is drawn, written to a
file, measured or checked. Constructors refuse only what would break other code; everything merely unwise is constructible.
Each file is loaded when a name of it is first used: making classes is what an import costs.
"""

from typing import TYPE_CHECKING

from journeykit.lazily import homes_of, lazily

if TYPE_CHECKING:
    from .about import About, Check, Ref, about_field
    from .action import Action, Benefit, Goal, Target
    from .activity import Activity, Link
    from .actors import Actor, Channel, Owner, Persona, Relation, System
    from .building import Parameter, UnfitError, builder_of
    from .checked import Checked, Element
    from .durations import parse_duration, show_duration
    from .elements import Elements
    from .emotion import MOMENTS, Emotion, Expectation
    from .forks import Lines, lines_of, steps_of
    from .frozenmap import FrozenMap, deep_frozen
    from .ids import fold, is_id, slug
    from .insight import Insight, Opportunity, Source
    from .journey import Journey, Scope, TeamMember
    from .kpi import KPI, Measurement
    from .library import Library
    from .lookup import ActorPart, ActorParts
    from .portfolio import Portfolio, pruned
    from .resolve import Resolver
    from .routes import Route, onward_of, routes_of
    from .stage import Stage
    from .touchpoint import FailPoint, PhysicalEvidence, Touchpoint
    from .values import Money, Period, Scale
    from .walking import joined, nested_fields, reference_fields, references, rewritten, walk

__all__ = [
    "KPI", "MOMENTS", "About", "Action", "Activity", "Actor", "ActorPart", "ActorParts", "Benefit", "Channel", "Check", "Checked",
    "Element", "Elements", "Emotion", "Expectation", "FailPoint", "FrozenMap", "Goal", "Insight", "Journey", "Library", "Lines", "Link",
    "Measurement", "Money", "Opportunity", "Owner", "Parameter", "Period", "Persona", "PhysicalEvidence", "Portfolio", "Ref", "Relation",
    "Resolver", "Route", "Scale", "Scope", "Source", "Stage", "System", "Target", "TeamMember", "Touchpoint", "UnfitError", "about_field",
    "builder_of", "deep_frozen", "fold", "is_id", "joined", "lines_of", "nested_fields", "onward_of", "parse_duration", "pruned",
    "reference_fields", "references", "rewritten", "routes_of", "show_duration", "slug", "steps_of", "walk",
]  # fmt: skip

_NAMES = {
    "about": "About Check Ref about_field",
    "action": "Action Benefit Goal Target",
    "activity": "Activity Link",
    "actors": "Actor Channel Owner Persona Relation System",
    "building": "Parameter UnfitError builder_of",
    "checked": "Checked Element",
    "durations": "parse_duration show_duration",
    "elements": "Elements",
    "emotion": "MOMENTS Emotion Expectation",
    "forks": "Lines lines_of steps_of",
    "frozenmap": "FrozenMap deep_frozen",
    "ids": "fold is_id slug",
    "insight": "Insight Opportunity Source",
    "journey": "Journey Scope TeamMember",
    "kpi": "KPI Measurement",
    "library": "Library",
    "lookup": "ActorPart ActorParts",
    "portfolio": "Portfolio pruned",
    "resolve": "Resolver",
    "routes": "Route onward_of routes_of",
    "stage": "Stage",
    "touchpoint": "FailPoint PhysicalEvidence Touchpoint",
    "values": "Money Period Scale",
    "walking": "joined nested_fields reference_fields references rewritten walk",
}
_HOMES = homes_of(_NAMES)

__getattr__ = lazily(__name__, _HOMES)


def __dir__() -> list[str]:
    return __all__
