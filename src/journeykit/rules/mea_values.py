"""MEA, second half: what single values may be, and what they show."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from journeykit.errors import step
from journeykit.measure import kpi_status, nps, operational_experience

from ._facts import BookFacts
from ._finding import Hit, Spot
from ._rule import rule

if TYPE_CHECKING:
    from journeykit.model import KPI, Measurement

_SURVEYS = frozenset({"nps", "csat", "ces"})
_MONTHS = {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12}
_DONE = frozenset({"implemented", "monitoring", "closed"})
_SHARES = frozenset({"top_2_box", "sum_over_max"})


def _values(at: BookFacts, kpi: "KPI") -> "Iterator[tuple[str, Measurement]]":
    """The measurements of a KPI with their paths: those at the KPI, then those of the portfolio's list."""
    here = step("kpis", kpi.id)
    yield from ((f"{here}.{step('measurements', place)}", one) for place, one in enumerate(kpi.measurements))
    yield from ((step("measurements", place), one) for place, one in at.loose_measurements.get(kpi.id, ()))


@rule("MEA-05", "impossible-value", of="portfolio", error="draft")
def impossible_value(at: BookFacts, *, tolerance: float = 0.5) -> Iterator[Hit]:
    """NPS comes from a question of 0 to 10, lies between -100 and 100, and agrees with its counts; means lie on their scale, shares in 0 to 100.

    Why it matters:
        An impossible value is a slip of the pen, or another figure under the same name.

    Settings:
        tolerance: points by which a net promoter score may differ from what its counts give.

    Fails:
        Portfolio("Cars", kpis=[KPI("NPS", metric="nps", direction="higher",
                  measurements=[Measurement(at=2025, value=62, counts={"promoters": 60, "passives": 20, "detractors": 20})])])

    Passes:
        Portfolio("Cars", kpis=[KPI("NPS", metric="nps", direction="higher",
                  measurements=[Measurement(at=2025, value=40, counts={"promoters": 60, "passives": 20, "detractors": 20})])])

    How to fix:
        Compute it again.

    Source:
        Definition of the net promoter score: promoters 9 and 10, passives 7 and 8, detractors 0 to 6.
    """
    for kpi in at.book.kpis:
        spot = at.spot_in("kpis", kpi)
        if kpi.metric == "nps" and kpi.scale is not None and (kpi.scale.low, kpi.scale.high) != (0, 10):
            yield Hit(
                spot.at("scale"),
                f"KPI {spot} is NPS, and its question runs from {kpi.scale.low:g} to {kpi.scale.high:g}, not from 0 to 10.",
            )
        for where, one in _values(at, kpi):
            wrong = _wrong(kpi, one, tolerance)
            if wrong:
                yield Hit(
                    Spot(f"{where}.value", spot.id, spot.title), f"KPI {spot}{f' ({one.at})' if one.at else ''} is {one.value:g}, {wrong}."
                )


def _wrong(kpi: "KPI", one: "Measurement", tolerance: float) -> str:
    if kpi.metric == "nps":
        if not -100 <= one.value <= 100:
            return "outside of -100 to 100"
        counts = [one.counts.get(name) for name in ("promoters", "passives", "detractors")]
        whole = [int(held) for held in counts if held is not None and held >= 0]
        if len(whole) == 3 and any(whole) and abs(nps(*whole) - one.value) > tolerance:
            return f"and its counts give {nps(*whole):.1f}"
        return ""
    if kpi.method in _SHARES and not 0 <= one.value <= 100:
        return "outside of 0 to 100"
    if (
        kpi.scale is not None
        and (kpi.method == "mean" or (kpi.method is None and kpi.unit is None))
        and not kpi.scale.low <= one.value <= kpi.scale.high
    ):
        return f"off its scale of {kpi.scale.low:g} to {kpi.scale.high:g}"
    return ""


@rule("MEA-06", "change-within-the-margin", of="portfolio", warning="management")
def change_within_the_margin(at: BookFacts) -> Iterator[Hit]:
    """Values of surveys say n; and where the last change is smaller than its margin of error, that is said.

    Why it matters:
        An NPS that moves from 33 to 38 among 300 people each may not have moved at all: the margin is 12 points.

    Fails:
        Portfolio("Cars", kpis=[KPI("NPS", metric="nps", direction="higher", measurements=[Measurement(at=2025, value=38)])])

    Passes:
        Portfolio("Cars", kpis=[KPI("NPS", metric="nps", direction="higher", measurements=[Measurement(at=2025, value=38, n=300)])])

    How to fix:
        State n. Where a change is within the margin say "no demonstrable change".

    Source:
        Standard error of the net promoter score.
    """
    for kpi in at.book.kpis:
        if kpi.metric in _SURVEYS:
            held = list(_values(at, kpi))
            silent = [where for where, one in held if one.n is None and not one.counts]
            if silent:
                spot = at.spot_in("kpis", kpi)
                whole = len(held)
                lacking = f"{len(silent)} of" if len(silent) < whole else "any of its"
                yield Hit(spot, f"KPI {spot} does not say n for {'its only value' if whole == 1 else f'{lacking} {whole} values'}.")
    surveys = {kpi.id for kpi in at.book.kpis if kpi.metric in _SURVEYS}
    for state in kpi_status(at.book).states if surveys else ():
        if (
            state.kpi in surveys
            and state.verdict == "no demonstrable change"
            and state.difference is not None
            and state.previous is not None
            and state.value is not None
        ):
            spot = at.spot_in("kpis", at.kpis[state.kpi])
            change = f"from {state.previous:g} to {state.value:g}"
            yield Hit(
                spot.at("measurements"),
                f"KPI {spot} went {change}, within a margin of {state.difference.margin:.1f}: no demonstrable change.",
            )


@rule("MEA-08", "dead-kpi", of="portfolio", warning="management", needs_today=True)
def dead_kpi(at: BookFacts, *, periods: int = 2) -> Iterator[Hit]:
    """The last value of a KPI is two of its periods old at most.

    Why it matters:
        A figure that nobody measures any more looks alive on the map.

    Settings:
        periods: how many periods may pass; a convention.

    Fails:
        Portfolio("Cars", kpis=[KPI("NPS", metric="nps", period="quarterly", measurements=[Measurement(at="2024-Q3", value=30)])])

    Passes:
        Portfolio("Cars", kpis=[KPI("NPS", metric="nps", period="quarterly", measurements=[Measurement(at="2025-Q4", value=30)])])

    How to fix:
        Measure it, or retire it.

    Source:
        Our convention.
    """
    for kpi in at.book.kpis:
        ends = [one.at.end for _, one in _values(at, kpi) if one.at is not None]
        if kpi.period is None or not ends:
            continue
        last = max(ends)
        months = (at.today.year - last.year) * 12 + at.today.month - last.month + (at.today.day - last.day) / 31
        if months > periods * _MONTHS[kpi.period]:
            spot = at.spot_in("kpis", kpi)
            yield Hit(
                spot, f"KPI {spot} is measured {kpi.period.replace('_', '-')}, and last was {months / _MONTHS[kpi.period]:.0f} periods ago."
            )


@rule("MEA-09", "effect-that-cannot-be-shown", of="portfolio", warning="management")
def effect_that_cannot_be_shown(at: BookFacts) -> Iterator[Hit]:
    """An implemented action has a KPI with a value before it, and one after it.

    Why it matters:
        Whether it worked is seen in progress that was tracked, or not at all.

    Fails:
        Portfolio("Cars", actions=[Action("New desk", status="implemented", implemented_on="2025-03-01")])

    Passes:
        Portfolio("Cars", kpis=[KPI("Wait", direction="lower", measurements=[Measurement(at=2024, value=40), Measurement(at="2025-06", value=25)])],
                  actions=[Action("New desk", status="implemented", implemented_on="2025-03-01", kpis=[Target(kpi="wait", target=30)])])

    How to fix:
        Add past data; or take a new baseline now.

    Source:
        The articles on lifecycle maps, fourth step: monitor by tracking progress.
    """
    for one in at.book.actions:
        if one.status not in _DONE:
            continue
        spot, when = at.spot_in("actions", one), one.implemented_on
        if when is None or not one.kpis:
            lacking = "when it was implemented" if when is None else "a KPI"
            yield Hit(spot, f"Action {spot} is implemented and does not say {lacking}: its effect cannot be shown.")
            continue
        dates = [
            [held.at for _, held in _values(at, at.kpis[target.kpi]) if held.at is not None] for target in one.kpis if target.kpi in at.kpis
        ]
        both = any(any(held.end < when.end for held in series) and any(held.start > when.start for held in series) for series in dates)
        if not both:
            yield Hit(spot, f"No KPI of action {spot} has a value before and one after {when}: its effect cannot be shown.")


@rule("MEA-12", "faster-but-worse", of="portfolio", info="management")
def faster_but_worse(at: BookFacts) -> Iterator[Hit]:
    """Operational and experience figures of one place move the same way.

    Why it matters:
        In the car trade deals got faster from 2024 to 2025, and the net promoter score fell from 48 to 29.

    Fails:
        Portfolio("Cars", kpis=[KPI("Minutes", family="operational", direction="lower", measurements=[Measurement(at=2024, value=39), Measurement(at=2025, value=35)]),
                  KPI("NPS", family="experience", direction="higher", measurements=[Measurement(at=2024, value=48), Measurement(at=2025, value=29)])],
                  journeys=[Journey("I buy", kpis=["minutes", "nps"])])

    Passes:
        Portfolio("Cars", kpis=[KPI("Minutes", family="operational", direction="lower", measurements=[Measurement(at=2024, value=39), Measurement(at=2025, value=35)]),
                  KPI("NPS", family="experience", direction="higher", measurements=[Measurement(at=2024, value=29), Measurement(at=2025, value=48)])],
                  journeys=[Journey("I buy", kpis=["minutes", "nps"])])

    How to fix:
        Look at transparency and hand-overs: what got faster for whom?

    Source:
        CDK Global, Friction Points 2026.
    """
    if not {"operational", "experience"} <= {one.family for one in at.book.kpis if one.measurements or at.book.measurements}:
        return
    spots = {one.journey.id: one.spot for one in at.journeys} | {key: one.spot for key, one in at.places.items()}
    for joined in operational_experience(at.book).joined:
        if joined.pattern in {"faster but worse", "slower but better"}:
            spot = spots.get(joined.anchor, at.spot)
            moves = "; ".join(f"{one.name} {one.before:g} → {one.after:g}" for one in joined.movements if one.is_better is not None)
            kpis = tuple(at.spot_in("kpis", at.kpis[one.kpi]) for one in joined.movements if one.kpi in at.kpis)
            yield Hit(spot, f"{spot}, {joined.before} to {joined.after}: {joined.pattern} ({moves}).", kpis)
