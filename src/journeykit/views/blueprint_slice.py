"""Which part of a journey a blueprint shows, and what it leaves out."""

from collections.abc import Sequence

from attrs import evolve, frozen

from journeykit.model import Journey, slug

from .blueprint_links import LAYERS, Layer


@frozen(kw_only=True, eq=False)
class Part:
    """A part of a journey.

    Attributes:
        whole: the journey. journey: what is shown of it.
        stages: titles of the stages shown, where not all are asked for. actors: those asked for, as written.
        hidden: layers that have activities here and are not shown.
    """

    whole: Journey
    journey: Journey
    stages: tuple[str, ...]
    actors: tuple[str, ...]
    hidden: tuple[Layer, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        one, other = self.journey, self.whole
        return all(len(getattr(one, name)) == len(getattr(other, name)) for name in ("touchpoints", "activities", "links"))

    @property
    def cut_links(self) -> int:
        """How many links of what is shown are not, as the other end or what they are about is not."""
        ends = _ends(self.journey)
        there = sum(bool({link.source, link.target} & ends) for link in self.whole.links)
        return there - sum(bool({link.source, link.target} & ends) for link in self.journey.links)


def part_shown(journey: Journey, layers: Sequence[Layer], *, stages: Sequence[str], actors: Sequence[str]) -> Part:
    """What is asked for: all stages and all actors where none are named.

    Raises:
        UnknownNameError: there is no such stage or no such actor.
    """
    shown = journey.select(stages=stages) if stages else journey
    titles = tuple(one.title for one in shown.stages) if stages else ()
    shown = of_actors(shown, actors) if actors else shown
    hidden: tuple[Layer, ...] = tuple(
        one for one in LAYERS[1:] if one not in layers and any(each.layer == one for each in shown.activities)
    )
    if hidden:
        shown = shown.select(layers=[one for one in layers if one != "customer"])
    return Part(whole=journey, journey=shown, stages=titles, actors=tuple(actors), hidden=hidden)


def of_actors(journey: Journey, actors: Sequence[str]) -> Journey:
    """The columns and activities of these actors, what is linked with them, and the columns that this stands in.

    Links stay that begin or end at an activity of theirs, and those from touchpoint to touchpoint. Whose journey it is has its touchpoints.

    Raises:
        UnknownNameError: there is no such actor.
    """
    part = journey.select(actors=actors)
    mine = {one.id for one in part.activities}
    if _has_persona(journey, actors):
        mine |= {one.id for one in part.touchpoints}
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


def _has_persona(journey: Journey, actors: Sequence[str]) -> bool:
    if journey.persona is None:
        return False
    called = {slug(journey.persona), slug(journey.library.name_of(journey.persona))}
    return any(slug(one) in called for one in actors)


def _ends(journey: Journey) -> set[str]:
    return {one.id for one in journey.touchpoints} | {one.id for one in journey.activities}
