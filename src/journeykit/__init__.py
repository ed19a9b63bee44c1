"""Customer journeys as code: a typed model, and maps that one can hand to a board.

The nouns and the verbs stand here; everything is loaded when it is first used.

Example:
    >>> import journeykit as jk
    >>> buy = jk.Journey("I buy a car", persona="Ana", stages=[jk.Stage("Learn", [jk.Touchpoint("Asks a friend", emotion=1)])])
    >>> jk.render(buy).media_type
    'image/svg+xml'
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from journeykit import edit as edit
    from journeykit import measure as measure
    from journeykit.comparison import Comparison as Comparison
    from journeykit.comparison import Merge as Merge
    from journeykit.comparison import apply as apply
    from journeykit.comparison import compare as compare
    from journeykit.comparison import merge as merge
    from journeykit.documents import Document as Document
    from journeykit.documents import check as check
    from journeykit.documents import dumps as dumps
    from journeykit.documents import load as load
    from journeykit.documents import loads as loads
    from journeykit.documents import open_document as open_document
    from journeykit.documents import save as save
    from journeykit.errors import JourneykitError as JourneykitError
    from journeykit.errors import Problem as Problem
    from journeykit.model import KPI as KPI
    from journeykit.model import Action as Action
    from journeykit.model import Activity as Activity
    from journeykit.model import Actor as Actor
    from journeykit.model import Benefit as Benefit
    from journeykit.model import Channel as Channel
    from journeykit.model import Emotion as Emotion
    from journeykit.model import Expectation as Expectation
    from journeykit.model import FailPoint as FailPoint
    from journeykit.model import Goal as Goal
    from journeykit.model import Insight as Insight
    from journeykit.model import Journey as Journey
    from journeykit.model import Library as Library
    from journeykit.model import Link as Link
    from journeykit.model import Measurement as Measurement
    from journeykit.model import Money as Money
    from journeykit.model import Opportunity as Opportunity
    from journeykit.model import Owner as Owner
    from journeykit.model import Period as Period
    from journeykit.model import Persona as Persona
    from journeykit.model import PhysicalEvidence as PhysicalEvidence
    from journeykit.model import Portfolio as Portfolio
    from journeykit.model import Relation as Relation
    from journeykit.model import Scale as Scale
    from journeykit.model import Scope as Scope
    from journeykit.model import Source as Source
    from journeykit.model import Stage as Stage
    from journeykit.model import System as System
    from journeykit.model import Target as Target
    from journeykit.model import TeamMember as TeamMember
    from journeykit.model import Touchpoint as Touchpoint
    from journeykit.pipeline import Rendering as Rendering
    from journeykit.pipeline import render as render
    from journeykit.plotting import plot as plot
    from journeykit.plotting import plot_emotions as plot_emotions
    from journeykit.rules import Finding as Finding
    from journeykit.rules import Report as Report
    from journeykit.themes import Theme as Theme
    from journeykit.views import LaneSpec as LaneSpec

__version__ = "0.1.0"

_MODEL = (
    "KPI", "Action", "Activity", "Actor", "Benefit", "Channel", "Emotion", "Expectation", "FailPoint", "Goal", "Insight", "Journey",
    "Library", "Link", "Measurement", "Money", "Opportunity", "Owner", "Period", "Persona", "PhysicalEvidence", "Portfolio", "Relation",
    "Scale", "Scope", "Source", "Stage", "System", "Target", "TeamMember", "Touchpoint",
)  # fmt: skip
_HOME = {
    **dict.fromkeys(_MODEL, "model"),
    **dict.fromkeys(("Comparison", "Merge", "apply", "compare", "merge"), "comparison"),
    **dict.fromkeys(("Document", "check", "dumps", "load", "loads", "open_document", "save"), "documents"),
    **dict.fromkeys(("JourneykitError", "Problem"), "errors"),
    **dict.fromkeys(("Rendering", "render"), "pipeline"),
    **dict.fromkeys(("Finding", "Report"), "rules"),
    **dict.fromkeys(("plot", "plot_emotions"), "plotting"),
    "LaneSpec": "views",
    "Theme": "themes",
}
_ROOMS = frozenset({"edit", "measure"})

__all__ = [
    "KPI", "Action", "Activity", "Actor", "Benefit", "Channel", "Comparison", "Document", "Emotion", "Expectation", "FailPoint",
    "Finding", "Goal", "Insight", "Journey", "JourneykitError", "LaneSpec", "Library", "Link", "Measurement", "Merge", "Money",
    "Opportunity", "Owner", "Period", "Persona", "PhysicalEvidence", "Portfolio", "Problem", "Relation", "Rendering", "Report",
    "Scale", "Scope", "Source", "Stage", "System", "Target", "TeamMember", "Theme", "Touchpoint", "apply", "check", "compare",
    "dumps", "edit", "load", "loads", "measure", "merge", "open_document", "plot", "plot_emotions", "render", "save",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name in _ROOMS:
        return import_module(f"journeykit.{name}")
    if (room := _HOME.get(name)) is None:
        message = f"module 'journeykit' has no attribute {name!r}"
        raise AttributeError(message)
    found = globals()[name] = getattr(import_module(f"journeykit.{room}"), name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
