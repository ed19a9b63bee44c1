"""English words of the model: classes, fields whose name is not a word already, and choices."""

from journeykit.model import FrozenMap

CLASSES = FrozenMap({
    "Activity": ("{n} activity", "{n} activities"), "Opportunity": ("{n} opportunity", "{n} opportunities"), "KPI": ("{n} KPI", "{n} KPIs"),
    "PhysicalEvidence": ("{n} piece of physical evidence", "{n} pieces of physical evidence"), "TeamMember": ("{n} team member", "{n} team members"),
    "FailPoint": ("{n} fail point", "{n} fail points"),
})  # fmt: skip
"""Other classes are words already."""

FIELDS = FrozenMap({
    "allow": "allowed exceptions", "as_of": "known as of", "at": "period", "extra": "further data", "lang": "language", "n": "number of answers",
    "outcome": "result", "raw": "as the source has it", "sd": "standard deviation", "url": "web address",
    "kano": "kind of expectation", "kpi": "KPI", "kpis": "KPIs", "drop_off": "share that leaves", "tech_familiarity": "familiarity with technology",
    "tech_note": "note on technology", "wait_point": "the customer waits for it", "no_backstage": "nothing happens backstage", "matters": "matters",
    "met": "met", "raised_on": "raised on", "valid_on": "valid on",
})  # fmt: skip

VALUES: FrozenMap[str, str] = FrozenMap({
    "nps": "NPS", "csat": "CSAT", "ces": "CES", "fcr": "first-contact resolution", "aht": "handling time", "sla_share": "share within the SLA", "it": "IT", "sms": "SMS",
})  # fmt: skip

MEASURES = FrozenMap({
    "runs_as_planned": "Runs as planned", "fitness": "Fitness", "stages_of_both": "Stages that both have",
    "stages_first_better": "Stages in which the first is better", "stages_second_better": "Stages in which the second is better",
    "expectations_met": "Expectations met", "expectations_unknown": "Expectations not known to be met or not",
    "disappointments": "Touchpoints that disappoint", "times_kept": "Times kept", "gaps_shown": "Differences beyond the margin of error",
    "channels_unmeasured": "Touchpoints without a figure by channel", "pains_addressed": "Pains addressed",
    "pains_not_addressed": "Pains not addressed", "pains_new": "New pains",
    "differences_unrealised": "Differences that no action realises", "actions_without_effect": "Actions that touch nothing that differs",
    "touchpoints_shared": "Touchpoints in common", "feelings_apart": "Feelings that differ by 1 or more",
    "pains_shared": "Pains in common", "pains_of_several": "Pains that several name", "overestimated": "Overestimated by employees", "underestimated": "Underestimated by employees",
    "without_view": "Touchpoints of which employees have no view", "blind_spots": "Pains that only customers name",
    "rank_correlation": "Rank correlation of importance (Spearman)", "top_overlap": "Most important touchpoints that both name",
    "figures_better": "Figures shown to be better", "figures_worse": "Figures shown to be worse", "pains_resolved": "Pains resolved or gone",
    "pains_reopened": "Pains that are back", "actions_measured": "Actions measured before and since",
    "targets_reached": "Targets reached", "side_effects": "Figures that became worse besides",
})  # fmt: skip
