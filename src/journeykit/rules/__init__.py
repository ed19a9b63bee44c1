"""MODEL, COMPARISON OR DRAWING TO FINDINGS: one function a rule, its docstring its documentation and its test.

This room imports model, measure, comparison, scene, themes and errors. It may not know views, layout, renderers, files or
the command line: a finding says where in the model, never in which line. It changes nothing.
"""

from typing import TYPE_CHECKING, Any

from ._catalogue import ENTRY_POINTS, catalogue, rule_named, rule_or_remark
from ._examples import prove
from ._facts import ActivityAt, BookFacts, ColumnAt, InsightAt, JourneyFacts, OpportunityAt, StageAt
from ._finding import SEVERITIES, Finding, Hit, Severity, Spot
from ._formats import ReportFormat, reported
from ._grouped import explained, grouped, statistics
from ._plan import PROFILES
from ._report import FindingsError, NotRun, Report
from ._rule import Level, Rule, RuleDoc, Subject, rule
from ._run import check, picture_rules, settings_problems
from ._sides import ComparisonFacts
from ._words import one_spelling

if TYPE_CHECKING:
    from ._drawing import DrawingFacts, Drawn

__all__ = [
    "ENTRY_POINTS", "PROFILES", "SEVERITIES", "ActivityAt", "BookFacts", "ColumnAt", "ComparisonFacts", "DrawingFacts", "Drawn",
    "Finding", "FindingsError", "Hit", "InsightAt", "JourneyFacts", "Level", "NotRun", "OpportunityAt", "Report", "ReportFormat",
    "Rule", "RuleDoc", "Severity", "Spot", "StageAt", "Subject", "catalogue", "check", "explained", "grouped", "one_spelling", "picture_rules",
    "prove", "reported", "rule", "rule_named", "rule_or_remark", "settings_problems", "statistics",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name in {"DrawingFacts", "Drawn"}:  # loads scenes, which checking a portfolio does not need
        from . import _drawing  # noqa: PLC0415

        return getattr(_drawing, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
