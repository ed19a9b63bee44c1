"""NUMBERS FROM A MODEL: one measure a file, pure functions, results that name what they used and what was missing.

This room imports the model and errors. It may not know how a journey is drawn, stored, compared or checked, and it invents
nothing: no reading is a gap, an unknown frequency is a range, and what is intended is never mixed with what was felt.

Every measure takes a journey or a portfolio. Where the figure belongs to one journey, a portfolio gives one result a journey,
never an average: personas differ.
"""

from typing import TYPE_CHECKING

from journeykit.lazily import homes_of, lazily

if TYPE_CHECKING:
    from ._business_case import ActionCase, BusinessCase, Case, business_case
    from ._channel_consistency import ChannelConsistency, Spread, channel_consistency
    from ._channel_switches import ChannelSwitches, Switch, channel_switches
    from ._channels import ChannelCell, Channels, channels
    from ._complexity import Complexity, complexity
    from ._contact_reasons import ContactReasons, Reason, contact_reasons
    from ._contacts_before import ContactsBefore, contacts_before
    from ._coverage import Coverage, blueprint_coverage, emotion_coverage, evidence_coverage, listening_coverage
    from ._drop_off import DropOff, FunnelStep, drop_off
    from ._duplicates import Duplicates, duplicates
    from ._effort import Effort, effort
    from ._emotion_curve import Change, EmotionCurve, emotion_curve
    from ._expectation_gaps import ExpectationGap, ExpectationGaps, expectation_gaps
    from ._handovers import Handover, Handovers, handovers
    from ._impact import Effect, Impact, Influence, impact
    from ._influencers import Influencer, Influencers, influencers
    from ._intervals import (
        Difference,
        Interval,
        difference,
        mean_interval,
        nps,
        nps_bound_interval,
        nps_difference,
        nps_interval,
        nps_standard_error,
        nps_standard_error_bound,
        share_difference,
        share_interval,
    )
    from ._kpi_series import Point, Series, change_of, series_in
    from ._kpi_status import KPIState, KPIStatus, Status, Verdict, better, kpi_status
    from ._lifecycle_coverage import LifecycleCoverage, lifecycle_coverage
    from ._moments import Candidate, Moments, moments
    from ._operational_experience import Correlation, Joined, Movement, OperationalExperience, operational_experience
    from ._opportunity_ranking import OpportunityRanking, RankedOpportunity, opportunity_ranking
    from ._ownership import Load, Ownership, ownership
    from ._pain_ranking import InsightRanking, Ranked, gain_ranking, pain_ranking
    from ._peak_end import PeakEnd, peak_end
    from ._persona_coverage import PersonaCoverage, persona_coverage
    from ._rasci import Part, Rasci, rasci
    from ._readings import Felt, Reading
    from ._reliability import LinkOfChain, Reliability, chain, reliability
    from ._report import MeasureReport, Section, report
    from ._result import Book, Cell, Missing, Result, Results, Used
    from ._retired_in_use import RetiredInUse, retired_in_use
    from ._seams import Seam, Seams, seams
    from ._stakeholders import Stakeholder, Stakeholders, stakeholders
    from ._strength import Strength, evidence_strength
    from ._target_progress import Progress, TargetProgress, target_progress
    from ._time import JourneyTime, Span, StageTime, time

__all__ = [
    "ActionCase",
    "Book",
    "BusinessCase",
    "Candidate",
    "Case",
    "Cell",
    "Change",
    "ChannelCell",
    "ChannelConsistency",
    "ChannelSwitches",
    "Channels",
    "Complexity",
    "ContactReasons",
    "ContactsBefore",
    "Correlation",
    "Coverage",
    "Difference",
    "DropOff",
    "Duplicates",
    "Effect",
    "Effort",
    "EmotionCurve",
    "ExpectationGap",
    "ExpectationGaps",
    "Felt",
    "FunnelStep",
    "Handover",
    "Handovers",
    "Impact",
    "Influence",
    "Influencer",
    "Influencers",
    "InsightRanking",
    "Interval",
    "Joined",
    "JourneyTime",
    "KPIState",
    "KPIStatus",
    "LifecycleCoverage",
    "LinkOfChain",
    "Load",
    "MeasureReport",
    "Missing",
    "Moments",
    "Movement",
    "OperationalExperience",
    "OpportunityRanking",
    "Ownership",
    "Part",
    "PeakEnd",
    "PersonaCoverage",
    "Point",
    "Progress",
    "Ranked",
    "RankedOpportunity",
    "Rasci",
    "Reading",
    "Reason",
    "Reliability",
    "Result",
    "Results",
    "RetiredInUse",
    "Seam",
    "Seams",
    "Section",
    "Series",
    "Span",
    "Spread",
    "StageTime",
    "Stakeholder",
    "Stakeholders",
    "Status",
    "Strength",
    "Switch",
    "TargetProgress",
    "Used",
    "Verdict",
    "better",
    "blueprint_coverage",
    "business_case",
    "chain",
    "change_of",
    "channel_consistency",
    "channel_switches",
    "channels",
    "complexity",
    "contact_reasons",
    "contacts_before",
    "difference",
    "drop_off",
    "duplicates",
    "effort",
    "emotion_coverage",
    "emotion_curve",
    "evidence_coverage",
    "evidence_strength",
    "expectation_gaps",
    "gain_ranking",
    "handovers",
    "impact",
    "influencers",
    "kpi_status",
    "lifecycle_coverage",
    "listening_coverage",
    "mean_interval",
    "moments",
    "nps",
    "nps_bound_interval",
    "nps_difference",
    "nps_interval",
    "nps_standard_error",
    "nps_standard_error_bound",
    "operational_experience",
    "opportunity_ranking",
    "ownership",
    "pain_ranking",
    "peak_end",
    "persona_coverage",
    "rasci",
    "reliability",
    "report",
    "retired_in_use",
    "seams",
    "series_in",
    "share_difference",
    "share_interval",
    "stakeholders",
    "target_progress",
    "time",
]

# One measure asked for is one file loaded: most users and views ask for a few of them.
_NAMES = {
    "_business_case": "ActionCase BusinessCase Case business_case",
    "_channel_consistency": "ChannelConsistency Spread channel_consistency",
    "_channel_switches": "ChannelSwitches Switch channel_switches",
    "_channels": "ChannelCell Channels channels",
    "_complexity": "Complexity complexity",
    "_contact_reasons": "ContactReasons Reason contact_reasons",
    "_contacts_before": "ContactsBefore contacts_before",
    "_coverage": "Coverage blueprint_coverage emotion_coverage evidence_coverage listening_coverage",
    "_drop_off": "DropOff FunnelStep drop_off",
    "_duplicates": "Duplicates duplicates",
    "_effort": "Effort effort",
    "_emotion_curve": "Change EmotionCurve emotion_curve",
    "_expectation_gaps": "ExpectationGap ExpectationGaps expectation_gaps",
    "_handovers": "Handover Handovers handovers",
    "_impact": "Effect Impact Influence impact",
    "_influencers": "Influencer Influencers influencers",
    "_intervals": "Difference Interval difference mean_interval nps nps_bound_interval nps_difference nps_interval nps_standard_error nps_standard_error_bound share_difference share_interval",
    "_kpi_series": "Point Series change_of series_in",
    "_kpi_status": "KPIState KPIStatus Status Verdict better kpi_status",
    "_lifecycle_coverage": "LifecycleCoverage lifecycle_coverage",
    "_moments": "Candidate Moments moments",
    "_operational_experience": "Correlation Joined Movement OperationalExperience operational_experience",
    "_opportunity_ranking": "OpportunityRanking RankedOpportunity opportunity_ranking",
    "_ownership": "Load Ownership ownership",
    "_pain_ranking": "InsightRanking Ranked gain_ranking pain_ranking",
    "_peak_end": "PeakEnd peak_end",
    "_persona_coverage": "PersonaCoverage persona_coverage",
    "_rasci": "Part Rasci rasci",
    "_readings": "Felt Reading",
    "_reliability": "LinkOfChain Reliability chain reliability",
    "_report": "MeasureReport Section report",
    "_result": "Book Cell Missing Result Results Used",
    "_retired_in_use": "RetiredInUse retired_in_use",
    "_seams": "Seam Seams seams",
    "_stakeholders": "Stakeholder Stakeholders stakeholders",
    "_strength": "Strength evidence_strength",
    "_target_progress": "Progress TargetProgress target_progress",
    "_time": "JourneyTime Span StageTime time",
}
_HOMES = homes_of(_NAMES)

__getattr__ = lazily(__name__, _HOMES)


def __dir__() -> list[str]:
    return __all__
