"""The finite choices of the field, each an alias of `Literal`."""

from typing import Literal

JourneyType = Literal["integration", "relationship", "use", "renewal", "lifecycle", "employee", "complaint", "exit"]
State = Literal["current", "future", "past"]
Form = Literal["map", "planned", "actual"]
Perspective = Literal["customer", "employee", "management", "designer", "partner"]
JourneyStatus = Literal["draft", "in_review", "validated", "published", "retired"]
VisibilityConvention = Literal["perception", "sight"]
Cadence = Literal["monthly", "quarterly", "half_yearly", "yearly"]
Breadth = Literal["specific_processes", "single_department", "cross_department_experience", "lifecycle"]
TeamFunction = Literal[
    "point_of_sale", "customer_service", "customer_relations", "leadership", "operations", "marketing", "it", "research", "other"
]  # fmt: skip
Lifecycle = Literal["learn", "onboard", "use", "support", "leave"]
PurchasePhase = Literal["prepurchase", "purchase", "postpurchase"]

TouchpointKind = Literal["interaction", "action"]
Control = Literal["brand", "partner", "customer", "external"]
TouchpointProvenance = Literal["known", "discovered", "designed"]
RunStatus = Literal["completed", "failed", "skipped", "open"]
EvidenceKind = Literal["place", "object", "document", "digital", "person", "ambience"]
Layer = Literal["frontstage", "backstage", "support", "external"]
ChangeStatus = Literal["existing", "changed", "needed", "retired"]
LinkKind = Literal["sequence", "branch", "message", "supports", "handover", "impact"]

ActorKind = Literal["organisation", "regulator", "competitor", "public", "customer"]
OwnerKind = Literal["person", "role", "team", "department", "partner", "supplier"]
PersonaKind = Literal["customer", "employee"]
Side = Literal["customer", "provider", "third_party"]
ActorStatus = Literal["existing", "needed", "retired"]
PersonaPriority = Literal["primary", "secondary", "served", "negative"]
Medium = Literal[
    "face_to_face", "phone", "web", "app", "email", "sms", "chat", "messaging", "post", "social", "kiosk", "print", "broadcast",
    "in_product", "marketplace", "other",
]  # fmt: skip

Moment = Literal["before", "during", "after"]
Basis = Literal["measured", "reported", "observed", "derived", "assumed", "intended", "illustrative"]
ExpectationPriority = Literal["primary", "secondary"]
Kano = Literal["must_be", "performance", "attractive", "indifferent", "reverse", "unknown"]
Met = Literal["exceeded", "met", "partly", "not_met", "unknown"]

SourceKind = Literal[
    "interview", "stakeholder_interview", "survey", "form", "diary", "observation", "usability_test", "mystery_shopping", "focus_group",
    "concept_test", "complaint", "review", "social", "support_ticket", "call_log", "analytics", "usage_data", "operational_log", "event_log",
    "outcome_data", "workshop", "expert", "desk_research", "competitor_intel", "service_catalogue", "existing_insight",
    "qualitative_review", "assumption",
]  # fmt: skip
SourceProvenance = Literal["internal", "external"]
InsightKind = Literal["pain", "gain", "observation", "quote", "hypothesis", "knowledge_gap", "offer_gap"]
InsightStatus = Literal["open", "confirmed", "refuted", "resolved"]
OpportunityKind = Literal["fix", "improve", "delight", "innovate"]
ActionKind = Literal["process", "product", "content", "channel", "training", "compliance", "culture", "technology", "research"]
ActionStatus = Literal["idea", "shortlisted", "selected", "approved", "in_progress", "implemented", "monitoring", "closed", "rejected"]
Novelty = Literal["existing", "new"]
Outcome = Literal["achieved", "partly", "not", "unknown"]
GoalCategory = Literal["revenue", "cost", "risk", "satisfaction", "loyalty", "growth"]
BenefitKind = Literal["retention", "contacts_avoided", "conversion", "time_saved", "other"]
BenefitBasis = Literal["measured", "assumed"]
KPIFamily = Literal["experience", "operational", "business"]
Metric = Literal[
    "nps", "csat", "ces", "retention", "churn", "loyalty", "fcr", "aht", "wait_time", "resolution_time", "abandonment", "conversion",
    "contacts_per_case", "first_time_right", "cost_to_serve", "sla_share", "complaints", "referral", "custom",
]  # fmt: skip
Direction = Literal["higher", "lower", "target"]
Method = Literal["top_2_box", "mean", "sum_over_max", "net", "unknown"]
