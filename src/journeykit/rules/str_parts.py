"""STR, first half: the parts of a journey, their number and their names."""

from collections.abc import Callable, Iterable, Iterator

from journeykit.errors import step
from journeykit.model import System

from ._facts import BookFacts, JourneyFacts
from ._finding import Hit, Spot, quoted, several
from ._rule import rule
from ._words import same_name, same_person

_DIVIDE = "Tell in stages of their own what leads here and what comes after."
_ZOOM = "Zoom out: let a touchpoint stand for a stage, and tell the stage as its `sub_journey`."


@rule("STR-01", "journey-without-touchpoints", of="journey", error="draft")
def journey_without_touchpoints(at: JourneyFacts) -> Iterator[Hit]:
    """A journey has at least one stage with at least one touchpoint.

    Why it matters:
        Without a step of the customer there is nothing to read and nothing to draw.

    Fails:
        Journey("I buy a car")

    Passes:
        Journey("I buy a car", stages=[Stage("Buy", [Touchpoint("Test drives")])])

    How to fix:
        Add the first thing that the customer does.

    Source:
        Nielsen Norman Group, Journey mapping 101.
    """
    if not at.columns:
        yield Hit(at.spot, f"Journey {at.spot} has no touchpoint.")


@rule("STR-02", "empty-stage", of="journey", warning="workshop")
def empty_stage(at: JourneyFacts) -> Iterator[Hit]:
    """Every stage holds at least one touchpoint. Where the whole journey is empty, STR-01 says so.

    Why it matters:
        Stages group what the customer does; an empty one groups nothing.

    Fails:
        Journey("I rent", stages=[Stage("Use", [Touchpoint("Drives")]), Stage("Leave")])

    Passes:
        Journey("I rent", stages=[Stage("Use", [Touchpoint("Drives")]), Stage("Leave", [Touchpoint("Returns the car")])])

    How to fix:
        Fill the stage or remove it.

    Source:
        Nielsen Norman Group, Journey mapping 101.
    """
    if at.columns:
        yield from (Hit(one.spot, f"Stage {one.spot} has no touchpoint.") for one in at.stages if not one.columns)


@rule("STR-03", "stages-of-one-title", of="journey", warning="draft")
def stages_of_one_title(at: JourneyFacts) -> Iterator[Hit]:
    """The titles of stages differ within a journey.

    Why it matters:
        Readers cannot tell two stages of one title apart.

    Fails:
        Journey("I rent", stages=[Stage("Use", [Touchpoint("Drives")]), Stage("use ", [Touchpoint("Parks")], id="use-2")])

    Passes:
        Journey("I rent", stages=[Stage("Use", [Touchpoint("Drives")]), Stage("Park", [Touchpoint("Parks")])])

    How to fix:
        Rename one of them.

    Source:
        Our convention.
    """
    seen: dict[str, Spot] = {}
    for one in at.stages:
        key = " ".join(one.stage.title.casefold().split())
        if key in seen:
            yield Hit(one.spot, f"Two stages are called {quoted(one.stage.title)}: {seen[key].id} and {one.spot.id}.", (seen[key],))
        seen.setdefault(key, one.spot)


@rule("STR-04", "unmanageable-size", of="journey", info="draft")
def unmanageable_size(
    at: JourneyFacts, *, fewest_stages: int = 3, most_stages: int = 9, most_in_a_stage: int = 7, most_touchpoints: int = 40
) -> Iterator[Hit]:
    """A map has 3 to 9 stages, up to 7 touchpoints a stage and up to 40 in all. A customer's actual run is as long as it was.

    Why it matters:
        Very long maps cannot be worked with. Vendors give different limits, so all four are settings.

    Settings:
        fewest_stages: stages at least.
        most_stages: stages at most.
        most_in_a_stage: touchpoints of a stage at most.
        most_touchpoints: touchpoints in all at most.

    Fails:
        Journey("I rent", stages=[Stage("Use", [Touchpoint("Drives")])])

    Passes:
        Journey("I rent", stages=[Stage(one, [Touchpoint(one)]) for one in ("Books", "Drives", "Returns")])

    How to fix:
        Too few stages: tell in stages of their own what leads here and what comes after. Too many: zoom out, let a touchpoint
        stand for a stage, and tell the stage as its `sub_journey`.

    Source:
        Help pages of Cemantica and TheyDo; the numbers are a convention.
    """
    if not at.is_design or not at.columns:
        return
    stages, columns = len(at.stages), len(at.columns)
    if not fewest_stages <= stages <= most_stages or columns > most_touchpoints:
        limits = f"{fewest_stages} to {most_stages} stages with up to {most_touchpoints} touchpoints are usual"
        ways = (_DIVIDE if stages < fewest_stages else "", _ZOOM if stages > most_stages or columns > most_touchpoints else "")
        yield Hit(
            at.spot,
            f"Journey {at.spot} has {several(columns, 'touchpoint')} in {several(stages, 'stage')}; {limits}.",
            fix=" ".join(one for one in ways if one),
        )
    for one in at.stages:
        if len(one.columns) > most_in_a_stage:
            message = f"Stage {one.spot} has {several(len(one.columns), 'touchpoint')}; up to {most_in_a_stage} are usual."
            yield Hit(one.spot, message, fix=f"Divide the stage. {_ZOOM}")


@rule("STR-05", "touchpoint-twice-in-a-row", of="journey", warning="draft")
def touchpoint_twice_in_a_row(at: JourneyFacts) -> Iterator[Hit]:
    """No two neighbouring touchpoints have the same title and the same channels. In an actual run that may have happened.

    Why it matters:
        It is a copy left behind, or a loop that was drawn as steps.

    Fails:
        Journey("I ask", stages=[Stage("Ask", [Touchpoint("Calls service", channel="phone"), Touchpoint("Calls service", id="b", channel="phone")])])

    Passes:
        Journey("I ask", stages=[Stage("Ask", [Touchpoint("Calls service", channel="phone"), Touchpoint("Calls service", id="b", channel="chat")])])

    How to fix:
        Merge them, or say `repeats: true`, or draw a branch back.

    Source:
        Our convention.
    """
    if not at.is_design:
        return
    for one, other in zip(at.columns, at.columns[1:], strict=False):
        first, second = one.touchpoint, other.touchpoint
        if first.repeats or second.repeats or first.channels != second.channels:
            continue
        if " ".join(first.title.casefold().split()) == " ".join(second.title.casefold().split()):
            yield Hit(other.spot, f"{other.spot} follows {one.spot}, which is the same through the same channel.", (one.spot,))


@rule("STR-10", "participant-not-listed", of="journey", warning="workshop")
def participant_not_listed(at: JourneyFacts) -> Iterator[Hit]:
    """Whoever is a counterpart or does an activity is listed among the participants; systems and the persona need not be.

    Why it matters:
        Who takes part is one of the first things to be settled.

    Fails:
        Journey("I buy", stages=[Stage("Buy", [Touchpoint("Asks", counterparts="salesperson")])])

    Passes:
        Journey("I buy", participants=["salesperson"], stages=[Stage("Buy", [Touchpoint("Asks", counterparts="salesperson")])])

    How to fix:
        Add the actor to `participants`.

    Source:
        Third step of mapping in the articles on lifecycle maps: name all participants.
    """
    listed = {*at.journey.participants, at.journey.persona}
    acts: dict[str, set[str]] = {}
    for one in at.columns:
        for key in one.touchpoint.counterparts:
            acts.setdefault(key, set()).add(one.touchpoint.id)
    for held in at.activities:
        if held.activity.actor:
            acts.setdefault(held.activity.actor, set()).update(held.activity.touchpoints)
    for key, columns in acts.items():
        if key not in listed and not isinstance(at.facts.actors.get(key), System):
            who = at.facts.actor_spot(key)
            yield Hit(
                at.spot.at("participants"),
                f"{who} acts at {several(len(columns), 'touchpoint')} of {at.spot} and is no participant.",
                (who,),
            )


@rule("STR-14", "near-duplicate-names", of="portfolio", warning="draft")
def near_duplicate_names(at: BookFacts) -> Iterator[Hit]:
    """No two channels have names that differ only in case, punctuation or a plural, and no two actors names that differ only in the first two.

    Punctuation that means something counts: `C++` and `C#` are two names, `A+` and `A` also.

    Why it matters:
        They are one and the same, and every count by channel or actor is split between them.

    Fails:
        Portfolio("Post", channels=[Channel("E-Mail"), Channel("email")])

    Passes:
        Portfolio("Post", channels=[Channel("E-mail"), Channel("Letter")])

    How to fix:
        Keep one of them, and point all references to it.

    Source:
        Our convention.
    """
    channels = [(one.name, at.spot_in("channels", one)) for one in at.book.channels]
    declared = {one.id for one in at.book.channels}
    loose = {
        key: one.spot
        for journey in at.journeys
        for one in reversed(journey.columns)
        for key in one.touchpoint.channels
        if key not in declared
    }
    channels += [(key, Spot(f"{spot.where}.channels", key, key)) for key, spot in loose.items()]
    actors = [(one.name, at.actor_spot(one.id)) for one in at.book.every_actor()]
    yield from _alike("Channels", channels, same_name)
    yield from _alike("Actors", actors, same_person)


def _alike(what: str, held: Iterable[tuple[str, Spot]], key_of: Callable[[str], str]) -> Iterator[Hit]:
    seen: dict[str, Spot] = {}
    for name, spot in held:
        key = key_of(name)
        if key and key in seen:
            yield Hit(spot, f"{what} {seen[key]} and {spot} look the same.", (seen[key],))
        seen.setdefault(key, spot)


@rule("STR-13", "sub-journey-that-does-not-fit", of="journey", warning="publish")
def sub_journey_that_does_not_fit(at: JourneyFacts) -> Iterator[Hit]:
    """A sub-journey has a higher level than the journey it belongs to, and the same persona or one of its family.

    Why it matters:
        Levels lead from the whole course of things down to single steps; what is finer has the higher number.

    Fails:
        Portfolio("Rent", journeys=[Journey("I pay", level=0), Journey("I rent", level=1, stages=[Stage("All", [Touchpoint("Pays", sub_journey="i-pay")])])])

    Passes:
        Portfolio("Rent", journeys=[Journey("I pay", level=2), Journey("I rent", level=1, stages=[Stage("All", [Touchpoint("Pays", sub_journey="i-pay")])])])

    How to fix:
        Correct the level or the persona of one of them.

    Source:
        Help pages of Cemantica: levels 0, 1 and 2.
    """
    for one in at.columns:
        inner = at.facts.book.journeys.get(one.touchpoint.sub_journey) if one.touchpoint.sub_journey else None
        if inner is None:
            continue
        there = Spot(step("journeys", inner.id), inner.id, inner.title)
        if inner.level is not None and at.journey.level is not None and inner.level <= at.journey.level:
            message = f"{one.spot} stands for {there}, which has level {inner.level}, and its own journey has {at.journey.level}."
            yield Hit(one.spot.at("sub_journey"), message, (there,))
        elif inner.persona and at.journey.persona and not _is_family(at, inner.persona, at.journey.persona):
            message = f"{one.spot} stands for {there}, which is the journey of another persona ({inner.persona})."
            yield Hit(one.spot.at("sub_journey"), message, (there,))


def _is_family(at: JourneyFacts, one: str, other: str) -> bool:
    parents = [held.parent if (held := at.facts.actors.get(key)) else None for key in (one, other)]
    return one == other or parents[0] == other or parents[1] == one or (parents[0] is not None and parents[0] == parents[1])
