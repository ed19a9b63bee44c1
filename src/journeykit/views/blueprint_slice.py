"""One actor and what touches it."""

from collections.abc import Sequence

from attrs import evolve

from journeykit.model import Journey


def of_actors(journey: Journey, actors: Sequence[str]) -> Journey:
    """The columns and activities of these actors, what is linked with them, and the columns that this stands in.

    Links stay that begin or end at an activity of theirs, and those from touchpoint to touchpoint.

    Raises:
        UnknownNameError: there is no such actor.
    """
    part = journey.select(actors=actors)
    mine = {one.id for one in part.activities}
    linked = {end for link in journey.links if mine & {link.source, link.target} for end in (link.source, link.target)}
    columns = {one.id for one in part.touchpoints} | {one.id for one in journey.touchpoints if one.id in linked}
    for one in journey.activities:
        if one.id in linked and not columns & set(one.touchpoints):
            columns.update(one.touchpoints)
    whole = journey.select(touchpoints=[one.id for one in journey.touchpoints if one.id in columns])
    kept = [one for one in whole.activities if one.id in mine | linked]
    ends = {one.id for one in kept} | columns
    return evolve(
        whole,
        activities=kept,
        links=[link for link in whole.links if {link.source, link.target} <= ends and (mine & {link.source, link.target} or {link.source, link.target} <= columns)],
    )  # fmt: skip
