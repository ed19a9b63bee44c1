"""MEA, first half: which KPIs there are, where, and how they are defined."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ._facts import BookFacts, JourneyFacts
from ._finding import Hit, Spot
from ._rule import rule
from ._words import joined, same_name

if TYPE_CHECKING:
    from journeykit.model import KPI

_FIELDS = {"target": "target", "amber": "threshold", "owner": "owner", "period": "period"}


@rule("MEA-01", "moment-half-measured", of="journey", warning="management")
def moment_half_measured(at: JourneyFacts) -> Iterator[Hit]:
    """The critical moment and every touchpoint that matters have an experience KPI and an operational one.

    Why it matters:
        What happened and how it felt explain each other; one without the other misleads.

    Fails:
        Portfolio("Cars", kpis=[KPI("Wait", family="operational", direction="lower")],
                  journeys=[Journey("I buy", stages=[Stage("Deal", [Touchpoint("Waits for finance", matters=True, kpis="wait")])])])

    Passes:
        Portfolio("Cars", kpis=[KPI("Wait", family="operational", direction="lower"), KPI("Ease", family="experience", direction="higher")],
                  journeys=[Journey("I buy", stages=[Stage("Deal", [Touchpoint("Waits for finance", matters=True, kpis=["wait", "ease"])])])])

    How to fix:
        Add the KPI that lacks.

    Source:
        The articles on lifecycle maps: operational and experience data at critical touchpoints.
    """
    if not at.is_map or not at.is_ours:
        return
    for one in at.deciding:
        families = {at.facts.kpis[key].family for key in at.kpis_at(one) if key in at.facts.kpis}
        lacking = [word for word in ("experience", "operational") if word not in families]
        if lacking:
            yield Hit(one.spot, f"{one.spot} matters and has no {' and no '.join(lacking)} KPI.")


@rule("MEA-02", "journey-not-measured", of="journey", warning="management")
def journey_not_measured(at: JourneyFacts) -> Iterator[Hit]:
    """The journey as a whole has an experience KPI.

    Why it matters:
        Touchpoints scored 85 and over 90 while the journey stood at 40: the whole is not the mean of its parts.

    Fails:
        Journey("I move in")

    Passes:
        Portfolio("Net", kpis=[KPI("NPS", metric="nps", family="experience")], journeys=[Journey("I move in", kpis="nps")])

    How to fix:
        Measure the journey: ask at its end.

    Source:
        McKinsey, webinar of the CMSO forum 2013.
    """
    if not at.is_map or not at.is_ours:
        return
    keys = {*at.journey.kpis, *at.facts.kpis_at.get(at.journey.id, ())}
    if not any(at.facts.kpis[key].family == "experience" for key in keys if key in at.facts.kpis):
        yield Hit(at.spot, f"No experience KPI measures {at.spot} as a whole.")


@rule("MEA-03", "direction-that-does-not-fit", of="portfolio", error="draft")
def direction_that_does_not_fit(at: BookFacts) -> Iterator[Hit]:
    """A KPI with figures says which way is better, and its targets lie that way from their baselines.

    Why it matters:
        A wrong sign turns every status around.

    Fails:
        Portfolio("Desk", kpis=[KPI("Wait", unit="min", direction="lower", baseline=20, target=30)])

    Passes:
        Portfolio("Desk", kpis=[KPI("Wait", unit="min", direction="lower", baseline=30, target=20)])

    How to fix:
        Set `direction`, or correct the target.

    Source:
        Arithmetic.
    """
    for one in at.book.kpis:
        spot = at.spot_in("kpis", one)
        if one.direction is None and (one.measurements or any(held is not None for held in (one.target, one.baseline, one.amber, one.red))):
            yield Hit(spot, f"KPI {spot} has figures and does not say which way is better.")
        elif _is_wrong(one, one.baseline, one.target):
            yield Hit(
                spot.at("target"),
                f"KPI {spot}: {one.direction} is better, and the target {one.target:g} is worse than the baseline {one.baseline:g}.",
            )
    held = [(at.spot_in("goals", goal), "targets", goal.targets) for goal in at.book.goals]
    held += [(at.spot_in("actions", action), "kpis", action.kpis) for action in at.book.actions]
    for spot, name, targets in held:
        for place, target in enumerate(targets):
            kpi = at.kpis.get(target.kpi)
            if kpi is not None and _is_wrong(kpi, target.baseline, target.target):
                message = f"{spot}: {kpi.direction} is better for {at.spot_in('kpis', kpi)}, and the target {target.target:g} is worse than {target.baseline:g}."
                yield Hit(spot.at(f"{name}[{place}]"), message, (at.spot_in("kpis", kpi),))


def _is_wrong(kpi: "KPI", baseline: float | None, target: float | None) -> bool:
    if baseline is None or target is None:
        return False
    return (kpi.direction == "higher" and target < baseline) or (kpi.direction == "lower" and target > baseline)


@rule("MEA-04", "score-without-method", of="portfolio", warning="draft")
def score_without_method(at: BookFacts) -> Iterator[Hit]:
    """CSAT and CES say their method and the scale of the answers; two KPIs of one name never differ in them, which is an error.

    Why it matters:
        Vendors compute both in several ways; values of different methods cannot be compared.

    Fails:
        Portfolio("Desk", kpis=[KPI("Satisfaction", metric="csat", scale=(1, 5))])

    Passes:
        Portfolio("Desk", kpis=[KPI("Satisfaction", metric="csat", scale=(1, 5), method="top_2_box")])

    How to fix:
        Set `method` and `scale`; split a KPI that mixes them.

    Source:
        ServiceRocket, Zykrr and MetricsFlare: three formulas for the same word.
    """
    seen: dict[str, KPI] = {}
    for one in at.book.kpis:
        if one.metric not in {"csat", "ces"}:
            continue
        spot = at.spot_in("kpis", one)
        lacking = [word for word, missing in (("method", one.method in {None, "unknown"}), ("scale", one.scale is None)) if missing]
        if lacking:
            yield Hit(spot, f"KPI {spot} is {one.metric.upper()} and does not say its {joined(lacking, 'or')}.")
        other = seen.setdefault(f"{one.metric} {same_name(one.name)}", one)
        if other is not one and not _agree(one, other):
            there = at.spot_in("kpis", other)
            yield Hit(spot, f"KPIs {there} and {spot} have one name and different methods or scales.", (there,), "error")


def _agree(one: "KPI", other: "KPI") -> bool:
    methods = {held for held in (one.method, other.method) if held not in {None, "unknown"}}
    scales = {(held.low, held.high) for held in (one.scale, other.scale) if held is not None}
    return len(methods) < 2 and len(scales) < 2


@rule("MEA-07", "incomplete-kpi", of="portfolio", warning="management")
def incomplete_kpi(at: BookFacts, *, fields: tuple[str, ...] = ("target", "amber", "owner", "period")) -> Iterator[Hit]:
    """A KPI has a target, a threshold, an owner and a period.

    Why it matters:
        A figure that nobody owns, and of which nobody knows what would be good, is decoration.

    Settings:
        fields: names of the fields that must be there; `amber` stands for `red` as well.

    Fails:
        Portfolio("Desk", kpis=[KPI("Solved at once", metric="fcr")])

    Passes:
        Portfolio("Desk", owners=[Owner("Support")], kpis=[KPI("Solved at once", metric="fcr", target=80, amber=70, owner="Support", period="monthly")])

    How to fix:
        Complete the KPI.

    Source:
        The article on six steps: track metrics.
    """
    for one in at.book.kpis:
        lacking = [_FIELDS.get(name, name) for name in fields if _is_missing(one, name)]
        if lacking:
            spot = at.spot_in("kpis", one)
            yield Hit(spot, f"KPI {spot} has no {joined(lacking, 'or')}.")


def _is_missing(one: "KPI", name: str) -> bool:
    return one.amber is None and one.red is None if name == "amber" else getattr(one, name, None) in (None, "", ())


@rule("MEA-10", "no-business-behind-the-figures", of="journey", info="management")
def no_business_behind_the_figures(at: JourneyFacts) -> Iterator[Hit]:
    """Among the KPIs of a journey is one of the business, or one that a goal aims at.

    Why it matters:
        Scores that nothing ties to the business lose against the next saving.

    Fails:
        Portfolio("Desk", kpis=[KPI("CSAT", family="experience")], journeys=[Journey("I ask", kpis="csat")])

    Passes:
        Portfolio("Desk", kpis=[KPI("CSAT", family="experience")], journeys=[Journey("I ask", kpis="csat")],
                  goals=[Goal("Fewer leave", targets=[Target(kpi="csat", target=80)])])

    How to fix:
        Add a business KPI, or point a goal to one of the KPIs.

    Source:
        The articles on lifecycle maps: direct influence on the business.
    """
    if not at.is_map or not at.is_ours or not at.kpis:
        return
    aimed = {target.kpi for goal in at.facts.book.goals for target in goal.targets}
    if not any(one.family == "business" or one.id in aimed for one in at.kpis):
        yield Hit(
            at.spot,
            f"Nothing ties {'the only KPI' if len(at.kpis) == 1 else f'the {len(at.kpis)} KPIs'} of {at.spot} to a goal of the business.",
        )


@rule("MEA-11", "one-kind-of-figures", of="journey", warning="management")
def one_kind_of_figures(at: JourneyFacts) -> Iterator[Hit]:
    """A journey that is measured has experience KPIs and operational ones.

    Why it matters:
        What happened and how it felt explain each other.

    Fails:
        Portfolio("Desk", kpis=[KPI("Wait", family="operational")], journeys=[Journey("I ask", kpis="wait")])

    Passes:
        Portfolio("Desk", kpis=[KPI("Wait", family="operational"), KPI("Ease", family="experience")], journeys=[Journey("I ask", kpis=["wait", "ease"])])

    How to fix:
        Add a KPI of the other kind.

    Source:
        The articles on lifecycle maps: operational and experience data.
    """
    if not at.is_map or not at.is_ours or not at.kpis:
        return
    families = {one.family for one in at.kpis}
    lacking = [word for word in ("experience", "operational") if word not in families]
    if lacking:
        spots: tuple[Spot, ...] = tuple(at.facts.spot_in("kpis", one) for one in at.kpis)
        count = len(at.kpis)
        said = f"The only KPI of {at.spot} is not" if count == 1 else f"None of the {count} KPIs of {at.spot} is"
        yield Hit(at.spot, f"{said} of the kind {' or '.join(lacking)}.", spots)
