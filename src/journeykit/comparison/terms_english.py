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
