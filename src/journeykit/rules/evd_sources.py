"""EVD, first half: what a map rests on, and how good that is."""

from collections.abc import Iterator
from datetime import date

from journeykit.errors import step

from ._facts import BookFacts, JourneyFacts
from ._finding import Hit, Spot
from ._rule import rule
from ._words import out_of, signed

_QUANTITATIVE = frozenset({"survey", "form", "call_log", "analytics", "usage_data", "operational_log", "event_log", "outcome_data"})


@rule("EVD-01", "hypothesis-map", of="journey", warning="workshop", by_profile={"publish": {"share": 0.8}})
def hypothesis_map(at: JourneyFacts, *, share: float = 0.5) -> Iterator[Hit]:
    """Half of the touchpoints of a map of today rest on customer evidence; in publish four of five.

    It asks nothing of a map that says to be the account of employees.

    Why it matters:
        Maps made of assumptions get used as facts. Until then the map carries the badge hypothesis.

    Settings:
        share: of touchpoints that cite a source in which customers were heard or observed, 0 to 1; a convention.

    Fails:
        Journey("I buy", stages=[Stage("Buy", [Touchpoint("Pays")])])

    Passes:
        Portfolio("Cars", sources=[Source("Ten talks", kind="interview", perspective="customer")],
                  journeys=[Journey("I buy", stages=[Stage("Buy", [Touchpoint("Pays", sources="ten-talks")])])])

    How to fix:
        Collect evidence and cite it at the touchpoints; or keep the badge.

    Source:
        Nielsen Norman Group, on maps that start from assumptions; MyCustomer, seven mistakes.
    """
    if at.is_map and at.journey.state == "current" and not at.is_of_staff and at.columns:
        heard = sum(1 for one in at.columns if at.is_heard(at.cited[one.touchpoint.id]))
        if heard < share * len(at.columns):
            whole = len(at.columns)
            if heard:
                rests = f"{'rests' if heard == 1 else 'rest'} on customer evidence ({100 * heard / whole:.0f} %)"
                yield Hit(at.spot, f"{out_of(heard, whole, 'touchpoint')} of {at.spot} {rests}.")
            else:
                none = "The only touchpoint" if whole == 1 else out_of(0, whole, "touchpoint")
                rests = "does not rest" if whole == 1 else "rests"
                yield Hit(at.spot, f"{none} of {at.spot} {rests} on customer evidence.")


@rule("EVD-02", "figure-without-n", of="portfolio", warning="publish")
def figure_without_n(at: BookFacts, *, fewest: int = 5) -> Iterator[Hit]:
    """Sources of figures, and measured emotions, say how many people or cases stand behind them, and these are not too few.

    Why it matters:
        Without n nobody can tell a finding from chance.

    Settings:
        fewest: people or cases at least; a convention.

    Fails:
        Portfolio("Cars", sources=[Source("Survey of buyers", kind="survey", perspective="customer")])

    Passes:
        Portfolio("Cars", sources=[Source("Survey of buyers", kind="survey", perspective="customer", n=412)])

    How to fix:
        Say `n`; ask more people.

    Source:
        The articles on mapping with stages: a wide sample.
    """
    for one in at.book.sources:
        if one.kind in _QUANTITATIVE and (one.n is None or one.n < fewest):
            spot = at.spot_in("sources", one)
            yield Hit(spot, f"Source {spot} gives figures {'and does not say n' if one.n is None else f'of n = {one.n}'}.")
    for journey in at.journeys:
        for column in journey.columns:
            for place, emotion in enumerate(column.touchpoint.emotions):
                if emotion.basis != "measured":
                    continue
                known = [emotion.n, *(at.sources[key].n for key in emotion.sources if key in at.sources)]
                n = next((amount for amount in known if amount is not None), None)
                if n is None or n < fewest:
                    said = "without n" if n is None else f"with n = {n}"
                    yield Hit(
                        column.spot.at(step("emotions", place)),
                        f"The reading {signed(emotion.valence)} at {column.spot} is measured {said}.",
                    )


@rule("EVD-03", "customers-not-heard", of="journey", warning="workshop")
def customers_not_heard(at: JourneyFacts) -> Iterator[Hit]:
    """A map of today cites at least one source in which customers were heard or observed.

    It asks nothing of a map that says to be the account of employees.

    Why it matters:
        What employees believe is only one piece; between it and what customers say lies the gap.

    Fails:
        Portfolio("Cars", sources=[Source("Workshop", kind="workshop", perspective="employee")],
                  journeys=[Journey("I buy", sources="workshop", stages=[Stage("Buy", [Touchpoint("Pays")])])])

    Passes:
        Portfolio("Cars", sources=[Source("Ten talks", kind="interview", perspective="customer")],
                  journeys=[Journey("I buy", sources="ten-talks", stages=[Stage("Buy", [Touchpoint("Pays")])])])

    How to fix:
        Add interviews, a survey, complaints; or say in `perspective: customer` whose voice a source carries.

    Source:
        The articles on lifecycle maps; Bain and Company, Closing the delivery gap.
    """
    if at.is_map and at.journey.state == "current" and not at.is_of_staff and at.columns and not at.is_heard(at.all_cited):
        amount = len(at.all_cited)
        none = "The only source" if amount == 1 else f"None of the {amount} sources"
        said = f"{none} of {at.spot} is {'not ' if amount == 1 else ''}known to be of customers" if amount else f"{at.spot} cites no source"
        yield Hit(at.spot, f"{said}.")


@rule("EVD-06", "persona-without-research", of="portfolio", warning="publish")
def persona_without_research(at: BookFacts) -> Iterator[Hit]:
    """A persona cites at least one source in which customers were heard or observed.

    Why it matters:
        A persona is a model made from research. Made up, it is a stereotype with a portrait.

    Fails:
        Portfolio("Cars", personas=[Persona("Ann")])

    Passes:
        Portfolio("Cars", personas=[Persona("Ann", sources="ten-talks")], sources=[Source("Ten talks", kind="interview", perspective="customer")])

    How to fix:
        Cite the research; or accept the finding with a reason: provisional.

    Source:
        Cooper, on personas.
    """
    for one in at.book.personas:
        if one.kind == "customer" and not any(key in at.sources and at.sources[key].is_customer_evidence for key in one.sources):
            spot = at.actor_spot(one.id)
            yield Hit(spot, f"Persona {spot} cites no research with customers.")


@rule("EVD-07", "stale-source", of="portfolio", warning="publish", needs_today=True)
def stale_source(at: BookFacts, *, months: int = 24) -> Iterator[Hit]:
    """No source that a map of today cites is older than two years.

    Why it matters:
        Experience changes, and so must what is known of it.

    Settings:
        months: age from which on a source is stale; a convention.

    Fails:
        Portfolio("Cars", sources=[Source("Talks", kind="interview", perspective="customer", collected_to=2015)],
                  journeys=[Journey("I buy", sources="talks", stages=[Stage("Buy", [Touchpoint("Pays")])])])

    Passes:
        Portfolio("Cars", sources=[Source("Talks", kind="interview", perspective="customer", collected_to=2025)],
                  journeys=[Journey("I buy", sources="talks", stages=[Stage("Buy", [Touchpoint("Pays")])])])

    How to fix:
        Ask again; or move the map to `state: past`.

    Source:
        The articles on lifecycle maps: evaluate continually. The number is a convention.
    """
    citing: dict[str, Spot] = {}
    for journey in at.journeys:
        if journey.journey.state == "current" and journey.is_design:
            for key in journey.all_cited:
                citing.setdefault(key, journey.spot)
    for one in at.book.sources:
        collected = one.collected_to or one.collected_from
        if one.id in citing and collected is not None and _age(collected.end, at.today) > months:
            spot = at.spot_in("sources", one)
            yield Hit(spot, f"Source {spot} is of {collected}, and {citing[one.id]} of today rests on it.", (citing[one.id],))


def _age(then: date, today: date) -> float:
    """Whole months from then to today, and the days left over as a part of one."""
    return (today.year - then.year) * 12 + today.month - then.month + (today.day - then.day) / 31
