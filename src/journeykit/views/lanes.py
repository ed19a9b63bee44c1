"""The catalogue of lanes: each is one function from a journey laid out in columns to a lane, or to None where it has nothing to say.

To add a lane: write its function in the `lanes_` file of its group, name it here, and give it a title in every table of words.
"""

from collections.abc import Callable
from typing import Literal

from attrs import frozen

from journeykit.diagram import Lane
from journeykit.record import Record

from . import lanes_customer, lanes_duty, lanes_feeling, lanes_insight, lanes_meeting, lanes_time
from .context import Context

Draw = Callable[[Context], Lane | None]
"""A lane: what it shows of a journey, or None where that is nothing."""
Group = Literal["customer", "feeling", "meeting", "insight", "duty", "own"]


@frozen(eq=False, repr=False)
class LaneKind(Record):
    """A lane of the catalogue: how it is drawn, with which lanes it stands together, and whether a map shows it unasked."""

    draw: Draw
    group: Group
    usual: bool = True


# In the order in which they stand. A line is drawn where the group changes.
CATALOGUE: dict[str, LaneKind] = {
    "goal": LaneKind(lanes_customer.goal, "customer"),
    "contact_reason": LaneKind(lanes_customer.contact_reason, "customer", usual=False),
    "triggers": LaneKind(lanes_customer.triggers, "customer", usual=False),
    "actions": LaneKind(lanes_customer.actions, "customer"),
    "outcomes": LaneKind(lanes_customer.outcomes, "customer", usual=False),
    "thoughts": LaneKind(lanes_customer.thoughts, "customer"),
    "emotions": LaneKind(lanes_feeling.emotions, "feeling"),
    "time": LaneKind(lanes_time.time, "feeling"),
    "tolerance": LaneKind(lanes_time.tolerance, "feeling", usual=False),
    "expectations": LaneKind(lanes_customer.expectations, "feeling"),
    "importance": LaneKind(lanes_customer.importance, "feeling", usual=False),
    "drop_off": LaneKind(lanes_customer.drop_off, "feeling", usual=False),
    "channels": LaneKind(lanes_meeting.channels, "meeting"),
    "counterparts": LaneKind(lanes_meeting.counterparts, "meeting"),
    "physical_evidence": LaneKind(lanes_meeting.physical_evidence, "meeting", usual=False),
    "messages": LaneKind(lanes_meeting.messages, "meeting", usual=False),
    "systems": LaneKind(lanes_meeting.systems, "meeting", usual=False),
    "processes": LaneKind(lanes_meeting.processes, "meeting", usual=False),
    "pains": LaneKind(lanes_insight.pains, "insight"),
    "gains": LaneKind(lanes_insight.gains, "insight"),
    "fail_points": LaneKind(lanes_meeting.fail_points, "insight", usual=False),
    "insights": LaneKind(lanes_insight.insights, "insight", usual=False),
    "opportunities": LaneKind(lanes_insight.opportunities, "insight"),
    "owner": LaneKind(lanes_duty.owner, "duty"),
    "kpis": LaneKind(lanes_duty.kpis, "duty"),
    "evidence": LaneKind(lanes_duty.evidence, "duty"),
}

LANE_NAMES: tuple[str, ...] = tuple(CATALOGUE)
"""The lanes that there are, in the order in which they stand."""
DEFAULT_LANES: tuple[str, ...] = tuple(name for name, kind in CATALOGUE.items() if kind.usual)
"""The lanes that a map shows where none are asked for; those of `Touchpoint.notes` follow them."""
