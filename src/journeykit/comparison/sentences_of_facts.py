"""Sentences on what was expected, what was measured by channel, and what runs of a plan did otherwise."""

from collections.abc import Iterator
from math import comb

from journeykit.model import Journey, Portfolio, fold

from .changes import Spot
from .figure_words import amount
from .lens_channels import ChannelGap, ChannelGaps
from .lens_conformance import Conformance
from .lens_expectation import Expectations
from .runs import step_titles
from .vocabulary import Vocabulary
from .vocabulary_english import ENGLISH
from .words import listed, named, plain, quoted, told, unsigned

__all__ = ["almost", "of_channels", "of_conformance", "of_expectations"]


def of_expectations(found: Expectations, after: Journey, words: Vocabulary) -> Iterator[str]:
    """What fell short, what shifted, what takes too long."""
    for shift in found.shifts:
        if shift.fate in {"better", "worse"}:
            text, place = quoted(shift.text, words), quoted(shift.place, words)
            before, after_it = (words.met[one or ""] for one in (shift.before, shift.after))
            yield words.expectation_shift[shift.fate].format(text=text, place=place, before=before, after=after_it)
    for gap in found.fell_short:
        place = after.touchpoints[gap.touchpoint].title if gap.touchpoint else after.stages[gap.stage].title
        standard = words.standard.format(text=told(gap.standard, words)) if gap.standard else ""
        yield words.expectation_short.format(
            text=quoted(gap.text, words), place=quoted(place, words), met=words.met[gap.met or ""], standard=standard
        )
    for spot, change in sorted(found.disappointments, key=lambda one: one[1]):
        yield words.disappoints.format(name=named(spot, words), value=unsigned(change, words))
    for one in found.times:
        if not one.is_kept:
            yield words.takes_too_long.format(
                name=named(one.spot, words), actual=told(one.actual, words), standard=told(one.standard, words)
            )
    for state in found.figures:
        if state.status in {"off", "amber"} and state.value is not None and state.target is not None:
            unit = f" {plain(state.unit)}" if state.unit else ""
            value, target = (told(float(held), words) + unit for held in (state.value, state.target))
            yield words.off_target.format(name=quoted(state.name, words), value=value, target=target)
    known = [one for one in found.after.gaps if one.met in {"met", "exceeded", "partly", "not_met"}]
    if not found.after.gaps:
        yield words.no_expectation
    elif not known:
        yield words.counted(len(found.after.gaps), words.expectations_unknown_n)
    elif not found.fell_short:
        yield words.counted(len(found.after.gaps), words.expectations_met_n, known=words.number(len(known)))


def of_channels(found: ChannelGaps, words: Vocabulary) -> Iterator[str]:
    """The widest gaps of the side after first; then how they changed, and where nothing is measured."""
    if not found.after:
        yield words.no_figure_by
    for one in sorted(found.after, key=lambda one: (one.is_shown is False and not one.shown, -_relative(one))):
        yield _spread(one, words)
    for old, new in found.pairs:
        spreads = [amount(one.spread, one.kpi, words) for one in (old, new)]
        yield words.spread_was.format(name=named(new.spot, words), kpi=quoted(new.kpi.name, words), old=spreads[0], new=spreads[1])
    if found.unmeasured:
        yield words.unmeasured.format(names=listed([named(one, words) for one in found.unmeasured], words=words))


def _relative(one: ChannelGap) -> float:
    """Units differ: a spread is weighed by the highest value."""
    top = max(abs(float(value.value)) for _, value in one.values)
    return one.spread / top if top else 0.0


def _spread(one: ChannelGap, words: Vocabulary) -> str:
    form = words.through if one.by == "channel" else words.of_persona
    values = [form.format(value=amount(value.value, one.kpi, words), name=quoted(name, words)) for name, value in one.values]
    when = words.in_period.format(period=one.period) if one.period else ""
    text = words.spread.format(name=named(one.spot, words), kpi=quoted(one.kpi.name, words), when=when, values=listed(values, words=words))
    if one.shown and len(one.shown) < comb(len(one.values), 2):
        pairs = [words.pair_shown.format(first=quoted(low, words), second=quoted(high, words)) for low, high in one.shown]
        return words.shown_between.format(text=text, pairs=listed(pairs, words=words))
    if one.is_shown is None:
        return words.margin_unknown.format(text=text)
    return f"{text}." if one.is_shown else words.within_margin.format(text=text)


def of_conformance(found: Conformance, went: Journey | Portfolio, words: Vocabulary) -> Iterator[str]:
    """How many runs keep to the plan, then each deviation, most frequent first."""
    if not found.runs:
        yield words.no_run
        return
    titles = step_titles((went,) if isinstance(went, Journey) else went.journeys)
    kept = found.runs - found.deviating
    fitness = ""
    if found.fitness is not None:
        form = words.fitness if found.runs == 1 else words.fitness_mean
        fitness = form.format(value=almost(found.fitness, words))
    if found.runs == 1:
        yield (words.run_kept if kept else words.run_deviates).format(fitness=fitness)
    else:
        yield words.counted(kept, words.runs_kept_n, runs=words.number(found.runs), fitness=fitness)
    planned = found.planned.touchpoints
    for (kind, key), count in sorted(found.counts.items(), key=lambda one: (-one[1], one[0])):
        name = named(Spot("", key, planned[key].title if key in planned else titles.get(fold(key), "")), words)
        counted = {"n": words.number(count), "runs": words.number(found.runs), "share": _share(count / found.runs, words)}
        share = words.happened_in.format(**counted) if found.runs > 1 else ""
        yield f"{words.happened[kind].format(name=name)}{share}."


def almost(value: float, words: Vocabulary = ENGLISH) -> str:
    """Two decimals; what is not quite 1 is not called 1."""
    if value < 1 and round(value, 2) == 1:
        return words.almost_one.format(value=words.number(0.99))
    return words.number(round(float(value), 2))


def _share(part: float, words: Vocabulary = ENGLISH) -> str:
    digits = 0 if part >= 0.095 else 1
    return words.percent.format(value=f"{100 * part:.{digits}f}".replace(".", words.decimal))
