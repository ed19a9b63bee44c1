"""MODEL -> DIAGRAM: which facts of a journey a picture shows, in which words.

This room imports model, measure, diagram and errors only. It may not know how anything looks: no geometry, no colours, no fonts.
"""

from typing import TYPE_CHECKING

from journeykit.lazily import lazily

from .direction import runs_right_to_left
from .journey_map import Detail, journey_map
from .lanes import DEFAULT_LANES, LANE_NAMES
from .languages import words_for
from .registry import VIEW_NAMES, Subject, View, options_of, subject_of, taken_options, view
from .selection import LaneLike, LaneSpec, Texts
from .words import Words

if TYPE_CHECKING:
    from .blueprint import BlueprintDetail, service_blueprint
    from .blueprint_choice import BLUEPRINT_LANES

__all__ = [
    "BLUEPRINT_LANES",
    "DEFAULT_LANES",
    "LANE_NAMES",
    "VIEW_NAMES",
    "BlueprintDetail",
    "Detail",
    "LaneLike",
    "LaneSpec",
    "Subject",
    "Texts",
    "View",
    "Words",
    "journey_map",
    "options_of",
    "runs_right_to_left",
    "service_blueprint",
    "subject_of",
    "taken_options",
    "view",
    "words_for",
]

_LATER = {"BLUEPRINT_LANES": "blueprint_choice", "BlueprintDetail": "blueprint", "service_blueprint": "blueprint"}

__getattr__ = lazily(__name__, _LATER)
