"""MGT, first part: goals, the journey's owner, the team and the review."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from ._facts import BookFacts, JourneyFacts
from ._finding import Hit
from ._rule import rule
from ._words import joined, signed

if TYPE_CHECKING:
    from journeykit.model import KPI

_MONTHS = {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12}


@rule("MGT-01", "goal-without-target", of="portfolio", warning="management")
def goal_without_target(at: BookFacts) -> Iterator[Hit]:
    """A goal has a KPI and a target value.

    Why it matters:
        What cannot be measured cannot be reached.

    Fails:
        Portfolio("Cars", goals=[Goal("Delight customers")])

    Passes:
        Portfolio("Cars", kpis=[KPI("NPS", metric="nps")], goals=[Goal("Delight customers", targets=[Target(kpi="nps", target=40)])])

    How to fix:
        Add `targets`.

    Source:
        The article on six steps: goals that are measurable.
    """
    for one in at.book.goals:
        if not any(target.target is not None for target in one.targets):
            spot = at.spot_in("goals", one)
            yield Hit(spot, f"Goal {spot} has no {'target value' if one.targets else 'KPI'}.")


@rule("MGT-02", "goal-without-end", of="portfolio", warning="management")
def goal_without_end(at: BookFacts) -> Iterator[Hit]:
    """A goal is due, and not before it starts.

    Why it matters:
        A goal without a date is a wish.

    Fails:
        Portfolio("Cars", kpis=[KPI("NPS", metric="nps")], goals=[Goal("More praise", targets=[Target(kpi="nps", target=40)])])

    Passes:
        Portfolio("Cars", kpis=[KPI("NPS", metric="nps")], goals=[Goal("More praise", targets=[Target(kpi="nps", target=40, start="2025-01", due="2026-12")])])

    How to fix:
        Add `due` to its targets.

    Source:
        The article on six steps: goals that are limited in time.
    """
    for one in at.book.goals:
        spot = at.spot_in("goals", one)
        if not any(target.due for target in one.targets):
            yield Hit(spot, f"Goal {spot} has no due date.")
        for place, target in enumerate(one.targets):
            if target.due and target.start and target.due.end < target.start.start:
                yield Hit(spot.at(f"targets[{place}].due"), f"Goal {spot} is due {target.due} and starts {target.start}.")


@rule("MGT-03", "goal-out-of-reach", of="portfolio", info="management")
def goal_out_of_reach(at: BookFacts, *, times: float = 2) -> Iterator[Hit]:
    """A goal gives its reasons, or asks for no more than twice the best improvement so far.

    Why it matters:
        Nobody works towards what nobody believes in.

    Settings:
        times: how many times the best improvement from one value to the next a target may ask for; a convention.

    Fails:
        Portfolio("Cars", kpis=[KPI("NPS", metric="nps", direction="higher", measurements=[Measurement(at=2024, value=20), Measurement(at=2025, value=26)])],
                  goals=[Goal("More praise", targets=[Target(kpi="nps", baseline=26, target=66)])])

    Passes:
        Portfolio("Cars", kpis=[KPI("NPS", metric="nps", direction="higher", measurements=[Measurement(at=2024, value=20), Measurement(at=2025, value=26)])],
                  goals=[Goal("More praise", targets=[Target(kpi="nps", baseline=26, target=36)])])

    How to fix:
        Say in `rationale` why it can be done; or lower the target.

    Source:
        The article on six steps: goals that are realistic.
    """
    for one in at.book.goals:
        if one.rationale:
            continue
        spot = at.spot_in("goals", one)
        for place, target in enumerate(one.targets):
            kpi = at.kpis.get(target.kpi)
            if kpi is None or target.target is None:
                continue
            best, last = _history(at, kpi)
            baseline = target.baseline if target.baseline is not None else last
            if baseline is None or best is None:
                yield Hit(
                    spot.at(f"targets[{place}]"),
                    f"Goal {spot} gives no reasons, and {at.spot_in('kpis', kpi)} has no history to judge it by.",
                )
            elif abs(target.target - baseline) > times * best:
                asked = signed(target.target - baseline)
                yield Hit(spot.at(f"targets[{place}]"), f"Goal {spot} asks for {asked}; the best improvement so far was {best:g}.")


def _history(at: BookFacts, kpi: "KPI") -> tuple[float | None, float | None]:
    """The best improvement from one value of the whole to the next, 0 where there was none, and the last value; None where not known."""
    values = [one.value for one in at.book.readings_of(kpi.id) if one.anchor is None and one.persona is None and one.channel is None]
    if len(values) < 2:
        return None, values[-1] if values else None
    sign = -1 if kpi.direction == "lower" else 1
    return max(0.0, *(sign * (after - before) for before, after in pairwise(values))), values[-1]


@rule("MGT-04", "journey-without-owner", of="journey", warning="publish")
def journey_without_owner(at: JourneyFacts) -> Iterator[Hit]:
    """A journey has an owner.

    Why it matters:
        Departments own touchpoints; the journey across them belongs to nobody unless it is given to somebody.

    Fails:
        Journey("I buy")

    Passes:
        Journey("I buy", owner="sales")

    How to fix:
        Set `owner`.

    Source:
        The articles on mapping with stages: journey management.
    """
    if at.is_design and at.is_ours and not at.journey.owner:
        yield Hit(at.spot, f"Journey {at.spot} has no owner.")


@rule("MGT-07", "team-of-few-functions", of="journey", warning="workshop")
def team_of_few_functions(
    at: JourneyFacts, *, fewest: int = 3, frontline: tuple[str, ...] = ("point_of_sale", "customer_service", "customer_relations")
) -> Iterator[Hit]:
    """The team behind a map covers three functions, and one of them meets customers.

    Why it matters:
        Those who meet customers know what no report says.

    Settings:
        fewest: functions at least; a convention.
        frontline: functions of which one must be there.

    Fails:
        Journey("I buy", team=[TeamMember("Ann", function="it"), TeamMember("Bo", function="marketing")])

    Passes:
        Journey("I buy", team=[TeamMember("Ann", function="it"), TeamMember("Bo", function="marketing"), TeamMember("Cy", function="point_of_sale")])

    How to fix:
        Invite the frontline.

    Source:
        First step of mapping in the articles on lifecycle maps: a diversely skilled team.
    """
    if not at.is_map or not at.is_ours:
        return
    functions = sorted({one.function for one in at.journey.team})
    if not functions:
        yield Hit(at.spot, f"No team is named for {at.spot}.")
    elif len(functions) < fewest or not set(functions) & set(frontline):
        named = joined(one.replace("_", " ") for one in functions)
        lacking = "" if set(functions) & set(frontline) else "; nobody in it meets customers"
        yield Hit(at.spot.at("team"), f"The team of {at.spot} is {named}{lacking}.")


@rule("MGT-08", "team-without-sponsor", of="journey", warning="workshop")
def team_without_sponsor(at: JourneyFacts) -> Iterator[Hit]:
    """A team has a sponsor in leadership. Where there is no team, MGT-07 says so.

    Why it matters:
        Somebody must pay for what the map shows, and defend it.

    Fails:
        Journey("I buy", team=[TeamMember("Ann", function="customer_service")])

    Passes:
        Journey("I buy", team=[TeamMember("Ann", function="customer_service"), TeamMember("Bo", function="leadership", sponsor=True)])

    How to fix:
        Name one, with `sponsor: true`.

    Source:
        First step of mapping in the articles on lifecycle maps.
    """
    if at.is_map and at.is_ours and at.journey.team and not any(one.sponsor for one in at.journey.team):
        yield Hit(at.spot.at("team"), f"The team of {at.spot} has no sponsor.")


@rule("MGT-09", "review-overdue", of="journey", warning="management", needs_today=True)
def review_overdue(at: JourneyFacts) -> Iterator[Hit]:
    """A journey is reviewed as often as it says.

    Why it matters:
        A map is not made once; what it shows goes on changing.

    Fails:
        Journey("I buy", reviewed_on="2025-01-15", review_every="quarterly")

    Passes:
        Journey("I buy", reviewed_on="2025-11-15", review_every="quarterly")

    How to fix:
        Review it, and give it a new version.

    Source:
        The articles on lifecycle maps: evaluate continually.
    """
    journey = at.journey
    if journey.review_every is None or journey.status == "retired":
        return
    if journey.reviewed_on is None:
        yield Hit(at.spot, f"{at.spot} is to be reviewed {journey.review_every.replace('_', '-')} and never was.")
        return
    last = journey.reviewed_on.end
    months = (at.today.year - last.year) * 12 + at.today.month - last.month + (at.today.day - last.day) / 31
    if months > _MONTHS[journey.review_every]:
        days = (at.today - last).days
        yield Hit(
            at.spot.at("reviewed_on"),
            f"{at.spot} is to be reviewed {journey.review_every.replace('_', '-')}, and last was {days} days ago.",
        )
