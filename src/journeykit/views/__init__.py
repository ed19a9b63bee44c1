"""MODEL -> DIAGRAM: which facts of a journey a picture shows, in which words.

This room imports model, measure, diagram and errors only. It may not know how anything looks: no geometry, no colours, no fonts.
"""

from .blueprint import BlueprintDetail, service_blueprint
from .blueprint_choice import BLUEPRINT_LANES
from .journey_map import Detail, journey_map
from .lanes import DEFAULT_LANES, LANE_NAMES
from .languages import words_for
from .registry import VIEW_NAMES, View, view
from .selection import LaneLike, LaneSpec, Texts
from .words import Words

__all__ = [
    "BLUEPRINT_LANES",
    "DEFAULT_LANES",
    "LANE_NAMES",
    "VIEW_NAMES",
    "BlueprintDetail",
    "Detail",
    "LaneLike",
    "LaneSpec",
    "Texts",
    "View",
    "Words",
    "journey_map",
    "service_blueprint",
    "view",
    "words_for",
]
