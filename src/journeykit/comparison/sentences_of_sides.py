"""Sentences on two sides of one time: personas, perceptions, providers, plan and run, expectation and experience, channels."""

from collections.abc import Iterator

from journeykit.measure import Difference
from journeykit.model import Journey, fold

from .changes import Spot
from .figure_words import amount, quoted, told_figure
from .lens_channels import ChannelGap, ChannelGaps
from .lens_competitor import Competitor, StageSides
from .lens_conformance import Conformance, DeviationKind
from .lens_expectation import Expectations
from .lens_perception import Gap, Perception
from .lens_personas import Personas
from .naming import Naming
from .words import listed, named, plain, plural, signed, told

__all__ = ["of_channels", "of_competitor", "of_conformance", "of_expectations", "of_perception", "of_personas"]

_MATERIAL = 1.0
_MOST = 3  # gaps with a sentence each


def _touchpoints(journey: Journey, keys: tuple[str, ...]) -> str:
    return listed([quoted(journey.touchpoints[key].title) for key in keys])


def of_personas(found: Personas, before: Journey, after: Journey) -> Iterator[str]:
    """Whom each side is about, who skips what, where they feel otherwise, what both suffer."""
    first, second = (quoted(side.library.name_of(name)) if name else side_name for side, name, side_name in zip(
        (before, after), found.names, ("the first persona", "the second persona"), strict=True))  # fmt: skip
    if first == second:
        first, second = "the first side", "the second side"
    apart = sorted(
        (one for one in found.cells if one.difference is not None and abs(one.difference) >= _MATERIAL),
        key=lambda one: -abs(one.difference or 0),
    )
    for cell in apart:
        moment = f" ({cell.moment})" if cell.moment != "during" else ""
        yield f"{quoted(cell.touchpoint)}{moment}: {signed(cell.first or 0)} for {first}, {signed(cell.second or 0)} for {second}{_ways(cell.bases)}{_chance(cell.margin)}."
    for keys, side, one, other in ((found.only_first, before, first, second), (found.only_second, after, second, first)):
        if keys:
            yield f"Only {one} has {_touchpoints(side, keys)}; {other} does not."
    if found.same_critical_moment is False:
        moments = [
            quoted(side.touchpoints[key].title)
            for side, key in zip((before, after), found.critical_moments, strict=True)
            if key is not None
        ]
        yield f"The critical moment is {moments[0]} for {first}, {moments[1]} for {second}."
    for texts, words in (
        (found.shared_pains, "Both suffer from"),
        (found.first_pains, f"Only {first} suffers from"),
        (found.second_pains, f"Only {second} suffers from"),
    ):
        if texts:
            yield f"{words} {listed([quoted(one) for one in texts])}."


def _ways(bases: tuple[str | None, str | None]) -> str:
    return f" ({bases[0]} against {bases[1]})" if bases[0] != bases[1] else ""


def _chance(margin: Difference | None) -> str:
    """What is to be said of a difference that may be chance."""
    if margin is None or margin.is_shown:
        return ""
    return f", within the margin of error of ±{signed(margin.margin)[1:]}: no demonstrable difference"


def of_perception(found: Perception, before: Journey, after: Journey) -> Iterator[str]:
    """Where employees are wrong, what they do not see, whether they weigh alike."""
    turned = before.perspective != "customer" and after.perspective == "customer"
    customer, employee = (after, before) if turned else (before, after)
    for several, word in ((found.overestimated, "better"), (found.underestimated, "worse")):
        for one in several[:_MOST]:
            yield f"{_gap(one, customer)}: employees think it {word} by {signed(abs(one.gap or 0))[1:]}{_ways(one.bases)}{_chance(one.margin)}."
        if len(several) > _MOST:
            names = listed([quoted(customer.touchpoints[one.touchpoint].title) for one in several[_MOST:]])
            yield f"Employees also think {word} of {names}."
    if found.without_view:
        yield f"Employees have no view of {_touchpoints(customer, found.without_view)}."
    if not found.overestimated and not found.underestimated and any(one.gap is not None for one in found.gaps):
        yield "Customers and employees nowhere differ by one or more."
    if found.customer_pains:
        yield f"Only customers name {listed([quoted(one) for one in found.customer_pains])}: blind spots."
    if found.employee_pains:
        yield f"Only employees name {listed([quoted(one) for one in found.employee_pains])}: customers do not feel it, or do not say so."
    if found.critical_agreed is False:
        own, theirs = (quoted(side.touchpoints[side.critical_moment or ""].title) for side in (customer, employee))
        yield f"The critical moment is {own} for customers, {theirs} for employees."
    if found.importance_correlation is not None:
        yield f"Importance is ranked {_agreement(found.importance_correlation)} (Spearman {signed(found.importance_correlation)} over {plural('touchpoint', found.rated)})."
    if found.top_overlap is not None:
        yield f"Of the {found.top} most important touchpoints both name {round(100 * found.top_overlap)} %."


def _agreement(correlation: float) -> str:
    return "much alike" if correlation >= 0.6 else "the other way round" if correlation <= -0.6 else "with little agreement"


def _gap(one: Gap, customer: Journey) -> str:
    moment = f" ({one.moment})" if one.moment != "during" else ""
    values = f"customers {signed(one.customer or 0)}, employees {signed(one.employee or 0)}"
    return f"{quoted(customer.touchpoints[one.touchpoint].title)}{moment}, {values}"


def of_competitor(found: Competitor, naming: Naming) -> Iterator[str]:
    """Where one is clearly better, what only one offers, and how much is known."""
    own, other = (quoted(name) if name else side for name, side in zip(found.subjects, ("the first side", "the second side"), strict=True))
    if own == other:
        own, other = "the first side", "the second side"
    clear = [(abs(one.difference), one) for one in found.stages if one.difference is not None and one.best is not None]
    for _, one in sorted(clear, key=lambda pair: -pair[0]):
        yield _better(one, own, other)
    for figure in found.figures:
        if figure.verdict != "unchanged":
            yield told_figure(figure, naming)
    for spots, name in ((found.only_before, own), (found.only_after, other)):
        if spots:
            yield f"Only {name} has the {'stage' if len(spots) == 1 else 'stages'} {listed([named(one) for one in spots])}."
    for stage in found.stages:
        if stage.before is not None and stage.after is not None:
            for names, name in ((stage.channels_only_before, own), (stage.channels_only_after, other)):
                if names:
                    yield f"In {named(stage.before.spot)} only {name} offers {listed([quoted(one) for one in names])}."
    weak, strong = found.evidence[1], found.evidence[0]
    kinds = [listed([one.replace("_", " ") for one in side]) or "nothing that is cited" for side in (strong, weak)]
    yield f"Known of {own} from {kinds[0]}, of {other} from {kinds[1]}."


def _better(one: StageSides, own: str, other: str) -> str:
    if one.before is None or one.after is None or one.before.valence is None or one.after.valence is None:
        return ""
    name, best = named(one.before.spot), other if one.best == "after" else own
    counts = f"median of {one.before.readings} and {one.after.readings} readings"
    return f"In {name} {best} is better: {signed(one.before.valence)} against {signed(one.after.valence)} ({counts})."


def of_expectations(found: Expectations, after: Journey) -> Iterator[str]:
    """What fell short, what shifted, what takes too long."""
    for shift in found.shifts:
        if shift.fate in {"better", "worse"}:
            yield f"{quoted(shift.text)} at {quoted(shift.place)} is {shift.fate} met: {_met(shift.before)} → {_met(shift.after)}."
    for gap in found.fell_short:
        place = after.touchpoints[gap.touchpoint].title if gap.touchpoint else after.stages[gap.stage].title
        standard = f" (standard: {told(gap.standard)})" if gap.standard else ""
        yield f"{quoted(gap.text)} at {quoted(place)} is {_met(gap.met)}{standard}."
    for spot, change in sorted(found.disappointments, key=lambda one: one[1]):
        yield f"{named(spot)} disappoints: the feeling falls by {signed(change)[1:]}."
    for one in found.times:
        if not one.is_kept:
            yield f"{named(one.spot)} takes {told(one.actual)}; {told(one.standard)} would be acceptable."
    for state in found.figures:
        if state.status in {"off", "amber"} and state.value is not None and state.target is not None:
            unit = f" {plain(state.unit)}" if state.unit else ""
            yield f"{quoted(state.name)} stands at {told(float(state.value))}{unit}, against a target of {told(float(state.target))}{unit}."
    known = [one for one in found.after.gaps if one.met in {"met", "exceeded", "partly", "not_met"}]
    if not found.after.gaps:
        yield "No expectation is recorded."
    elif not known:
        yield f"Of {plural('expectation', len(found.after.gaps))} it is not known whether they were met."
    elif not found.fell_short:
        yield f"{len(known)} of {plural('expectation', len(found.after.gaps))} are known to be met."


def _met(value: str | None) -> str:
    return {"not_met": "not met", "partly": "partly met", None: "not recorded"}.get(value, value or "")


def of_channels(found: ChannelGaps) -> Iterator[str]:
    """The widest gaps of the side after first; then how they changed, and where nothing is measured."""
    if not found.after:
        yield "No figure is measured through several channels, or of several personas, at one place."
    for one in sorted(found.after, key=lambda one: (one.is_shown is False, -_relative(one))):
        yield _spread(one)
    for old, new in found.pairs:
        yield f"{named(new.spot)}, {quoted(new.kpi.name)}: the spread was {amount(old.spread, old.kpi)}, now {amount(new.spread, new.kpi)}."
    if found.unmeasured:
        yield f"Several channels, and no figure by channel: {listed([named(one) for one in found.unmeasured])}."


def _relative(one: ChannelGap) -> float:
    """Units differ: a spread is weighed by the highest value."""
    top = max(abs(float(value.value)) for _, value in one.values)
    return one.spread / top if top else 0.0


def _spread(one: ChannelGap) -> str:
    values = listed([f"{amount(value.value, one.kpi)} {_through(one, name)}" for name, value in one.values])
    when = f" in {one.period}" if one.period else ""
    text = f"{named(one.spot)}, {quoted(one.kpi.name)}{when}: {values}"
    if one.is_shown is None:
        return f"{text}; the margin of error is not known."
    return f"{text}." if one.is_shown else f"{text}; within the margin of error, so no demonstrable difference."


def _through(one: ChannelGap, name: str) -> str:
    return f"{'through' if one.by == 'channel' else 'for'} {quoted(name)}"


_HAPPENED: dict[DeviationKind, str] = {
    "missing": "{name} is missing",
    "failed": "{name} fails",
    "additional": "{name} happens, though it is not planned so",
    "order": "{name} comes too early",
    "late": "{name} takes longer than is acceptable",
    "channel": "{name} goes through another channel than planned",
    "actor": "{name} is with somebody else than planned",
}


def of_conformance(found: Conformance, planned: Journey, went: Journey) -> Iterator[str]:
    """How many runs keep to the plan, then each deviation, most frequent first."""
    if not found.runs:
        yield "There is no run."
        return
    kept = found.runs - found.deviating
    fitness = f"; fitness {_fitness(found.fitness)}" if found.fitness is not None else ""
    if found.runs == 1:
        yield f"The run {'goes as planned' if kept else 'deviates from the plan'}{fitness}."
    else:
        yield f"{kept:,} of {found.runs:,} runs {'goes' if kept == 1 else 'go'} as planned{fitness}{' on average' if fitness else ''}."
    for (kind, key), count in sorted(found.counts.items(), key=lambda one: (-one[1], one[0])):
        touchpoint = planned.touchpoints.get(key) or went.touchpoints.get(fold(key))
        name = named(Spot("", key, touchpoint.title if touchpoint is not None else ""))
        share = f" in {count:,} of {found.runs:,} runs ({_share(count / found.runs)})" if found.runs > 1 else ""
        yield f"{_HAPPENED[kind].format(name=name)}{share}."


def _fitness(value: float) -> str:
    """Two decimals; what is not quite 1 is not called 1."""
    return "above 0.99" if value < 1 and round(value, 2) == 1 else told(round(value, 2))


def _share(part: float) -> str:
    return f"{100 * part:.0f} %" if part >= 0.095 else f"{100 * part:.1f} %"
