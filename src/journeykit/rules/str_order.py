"""STR, second half: the order of things: routes, times, levels of detail."""

from collections.abc import Iterator
from datetime import timedelta

from journeykit.model import onward_of, routes_of

from ._facts import JourneyFacts
from ._finding import Hit
from ._rule import rule

_ORDER = {"learn": 0, "onboard": 1, "use": 2, "leave": 3}
_RETURNING = ("relationship", "exit", "win-back", "winback")


@rule("STR-06", "dead-end", of="journey", warning="draft")
def dead_end(at: JourneyFacts) -> Iterator[Hit]:
    """Every touchpoint that is not optional can be reached from the first, and some route leads to the last or to one with an outcome.

    The routes on from a touchpoint are its branches and those of its sequences that are not required; without any it is the next one, and
    beside an optional one also the first after it that is not. A branch that leads through activities counts from touchpoint to
    touchpoint. A touchpoint that repeats goes on in the end, even if all that is written down leads back.

    Why it matters:
        Dead ends hide where customers really go.

    Fails:
        Journey("I rent", links=[Link(source="drives", target="returns", kind="branch")],
                stages=[Stage("All", [Touchpoint("Drives"), Touchpoint("Crashes"), Touchpoint("Returns")])])

    Passes:
        Journey("I rent", links=[Link(source="drives", target="returns", kind="branch"), Link(source="drives", target="crashes", kind="branch")],
                stages=[Stage("All", [Touchpoint("Drives"), Touchpoint("Crashes"), Touchpoint("Returns")])])

    How to fix:
        Add a branch that leads there, or say `optional: true`.

    Source:
        Our convention.
    """
    if not at.is_design or not at.columns:
        return
    routes = routes_of(at.journey)
    if not routes:
        return
    onward = onward_of(at.journey, routes)
    reached, waiting = {0}, [0]
    while waiting:
        for after in onward[waiting.pop()]:
            if after not in reached:
                reached.add(after)
                waiting.append(after)
    for one in at.columns:
        if one.index not in reached and not one.touchpoint.optional:
            yield Hit(one.spot, f"{one.spot} is reached by no route.")
    last = len(at.columns) - 1
    if last not in reached and not any(at.columns[index].touchpoint.outcome for index in reached):
        yield Hit(at.spot, f"No route through {at.spot} leads to its end or to an outcome.", (at.columns[last].spot,))


@rule("STR-07", "branches-over-one", of="journey", error="draft")
def branches_over_one(at: JourneyFacts, *, rounding: float = 0.005) -> Iterator[Hit]:
    """The probabilities of the branches that leave one place add up to 1 at most, but for what honest rounding adds: six times 17 % passes.

    Why it matters:
        More than all customers cannot go anywhere; every expected value is wrong after that.

    Settings:
        rounding: by how much a share may have been rounded up, 0 to 1; half a per cent for each branch, and never more than it has itself.

    Fails:
        Journey("I ask", stages=[Stage("All", [Touchpoint("Asks"), Touchpoint("Gets it"), Touchpoint("Gives up")])],
                links=[Link(source="asks", target="gets-it", kind="branch", probability=0.8), Link(source="asks", target="gives-up", kind="branch", probability=0.4)])

    Passes:
        Journey("I ask", stages=[Stage("All", [Touchpoint("Asks"), Touchpoint("Gets it"), Touchpoint("Gives up")])],
                links=[Link(source="asks", target="gets-it", kind="branch", probability=0.8), Link(source="asks", target="gives-up", kind="branch", probability=0.2)])

    How to fix:
        Correct the shares.

    Source:
        Arithmetic.
    """
    shares: dict[str, list[float]] = {}
    for link in at.journey.links:
        if link.kind == "branch" and link.probability is not None:
            shares.setdefault(link.source, []).append(link.probability)
    for key, parts in shares.items():
        total = sum(parts)
        rounded_up = sum(min(one, max(rounding, 0)) for one in parts) if len(parts) > 1 else 0
        if total > 1 + rounded_up + 1e-9:
            held = at.by_id.get(key) or at.activities_by_id.get(key)
            spot = held.spot if held else at.spot
            yield Hit(spot, f"The branches of {spot} add up to {total:g}.")


@rule("STR-08", "uneven-detail", of="journey", warning="publish")
def uneven_detail(at: JourneyFacts, *, fewest_steps: int = 3, seconds: float = 60) -> Iterator[Hit]:
    """No touchpoint that stands for a whole sub-journey has neighbours in its stage that last less than a minute.

    Why it matters:
        Maps of uneven detail mislead: what takes seconds looks as large as what takes days.

    Settings:
        fewest_steps: touchpoints of the sub-journey from which on it counts as long.
        seconds: a neighbour shorter than this counts as a click.

    Fails:
        Portfolio("Fly", journeys=[Journey("I check in", stages=[Stage("All", [Touchpoint("Queues"), Touchpoint("Shows a pass"), Touchpoint("Drops a bag")])]),
            Journey("I fly", stages=[Stage("Go", [Touchpoint("Opens the mail", duration="5 s"), Touchpoint("Checks in", sub_journey="i-check-in")])])])

    Passes:
        Portfolio("Fly", journeys=[Journey("I check in", stages=[Stage("All", [Touchpoint("Queues"), Touchpoint("Shows a pass"), Touchpoint("Drops a bag")])]),
            Journey("I fly", stages=[Stage("Go", [Touchpoint("Packs", duration="1 h"), Touchpoint("Checks in", sub_journey="i-check-in")])])])

    How to fix:
        Split it, or put its neighbours together.

    Source:
        Halvorsrud and others on CJML: maps range from receiving an e-mail to checking in at the airport.
    """
    if not at.is_design:
        return
    short = timedelta(seconds=min(max(seconds, 0), 1e9))
    for stage in at.stages:
        clicks = [one for one in stage.columns if one.touchpoint.duration is not None and one.touchpoint.duration < short]
        for one in stage.columns if clicks else ():
            inner = at.facts.book.journeys.get(one.touchpoint.sub_journey) if one.touchpoint.sub_journey else None
            if inner is not None and len(inner.touchpoints) >= fewest_steps:
                message = f"{one.spot} stands for {len(inner.touchpoints)} steps, and beside it {clicks[0].spot} lasts seconds."
                yield Hit(one.spot, message, tuple(click.spot for click in clicks))


@rule("STR-09", "critical-moment-without-contact", of="journey", error="draft")
def critical_moment_without_contact(at: JourneyFacts) -> Iterator[Hit]:
    """The critical moment is an interaction.

    Why it matters:
        It is the most crucial point of contact; what the customer does alone is none.

    Fails:
        Journey("I stay", critical_moment="sleeps", stages=[Stage("Stay", [Touchpoint("Sleeps", kind="action")])])

    Passes:
        Journey("I stay", critical_moment="checks-in", stages=[Stage("Stay", [Touchpoint("Checks in")])])

    How to fix:
        Choose an interaction, or correct the kind of the touchpoint.

    Source:
        The articles on lifecycle maps: exactly one point of contact is critical.
    """
    one = at.by_id.get(at.journey.critical_moment or "")
    if one is not None and not one.is_contact:
        yield Hit(at.spot.at("critical_moment"), f"The critical moment {one.spot} is no point of contact.", (one.spot,))


@rule("STR-11", "lifecycle-backwards", of="journey", warning="draft")
def lifecycle_backwards(at: JourneyFacts, *, returning: tuple[str, ...] = _RETURNING) -> Iterator[Hit]:
    """The lifecycle of the stages does not run backwards: learn, onboard, use, leave; support may come again and again.

    A journey of the type `renewal` opens a new round: who uses the service learns and decides once more. So does who comes back after
    leaving, in a journey that may tell of it.

    Why it matters:
        A tag in the wrong place puts touchpoints into the wrong phase of every count.

    Settings:
        returning: types of journeys in which customers who left may come back, and begin anew.

    Fails:
        Journey("I rent", stages=[Stage("Drive", [Touchpoint("Drives")], lifecycle="use"), Stage("Look", [Touchpoint("Looks")], lifecycle="learn")])

    Passes:
        Journey("I rent", stages=[Stage("Look", [Touchpoint("Looks")], lifecycle="learn"), Stage("Drive", [Touchpoint("Drives")], lifecycle="use")])

    How to fix:
        Correct the tag, or the order of the stages.

    Source:
        The articles on lifecycle maps: learn, onboard, use, support, leave.
    """
    if at.journey.type == "renewal":
        return
    highest = None
    for one in at.stages:
        tag = one.stage.lifecycle
        if tag is None or tag == "support":
            continue
        if highest is not None and highest.stage.lifecycle == "leave" and at.journey.type in returning:
            highest = one
        elif highest is not None and _ORDER[tag] < _ORDER[highest.stage.lifecycle or "learn"]:
            yield Hit(one.spot.at("lifecycle"), f"Stage {one.spot} is tagged {tag} and follows {highest.spot}, tagged {highest.stage.lifecycle}.",
                      (highest.spot,))  # fmt: skip
        else:
            highest = one


@rule("STR-12", "run-out-of-order", of="journey", error="draft")
def run_out_of_order(at: JourneyFacts) -> Iterator[Hit]:
    """The touchpoints of an actual run stand in the order in which they happened.

    Why it matters:
        An actual run is what happened to one customer, in order of occurrence.

    Fails:
        Journey("Case 7", form="actual", stages=[Stage("All", [Touchpoint("Invoice", started="2025-05-03T10:00+00:00"), Touchpoint("Order", started="2025-05-01T10:00+00:00")])])

    Passes:
        Journey("Case 7", form="actual", stages=[Stage("All", [Touchpoint("Order", started="2025-05-01T10:00+00:00"), Touchpoint("Invoice", started="2025-05-03T10:00+00:00")])])

    How to fix:
        Sort the touchpoints by time.

    Source:
        CJML, guiding principles.
    """
    if at.journey.form != "actual":
        return
    latest = None
    for one in at.columns:
        when = one.touchpoint.started or one.touchpoint.ended
        if when is None:
            continue
        if latest is not None and when < latest[0]:
            yield Hit(
                one.spot,
                f"{one.spot} happened {when.isoformat()} and stands after {latest[1].spot}, {latest[0].isoformat()}.",
                (latest[1].spot,),
            )
        else:
            latest = (when, one)
