"""Key figures of the journey as a whole, and what their change means."""

from collections.abc import Sequence
from math import sqrt
from typing import Literal

from journeykit.diagram import Figure, FigureStrip, Verdict
from journeykit.model import KPI, Measurement

from .context import Context
from .printed import amount, counted, joined, listed, signed, with_unit
from .words import Words

_FAMILIES = ("operational", "experience", "business", None)
_Z_95 = 1.96
_PERIODS = 12


def figure_strip(context: Context) -> FigureStrip | None:
    """The key figures by family; None where there are none."""
    words = context.words
    measured = context.measured
    if not measured.kpis:
        return None
    made: list[Figure] = []
    tones: list[str] = []
    for family in _FAMILIES:
        held = [(one, measured.of_whole.get(one.id, ())) for one in measured.kpis if one.family == family]
        if held:
            group = words.families[family] if family else words.other_figures if made else ""
            note = _group_note([found for _, found in held], words)
            for kpi, found in held:
                made.append(
                    _figure(kpi, found, words, group=group, note=note) if found else _not_of_whole(kpi, context, group=group, note=note)
                )
                change = _change(kpi, found, words)
                tones.append(change.tone if change else "")
    return FigureStrip(title=words.key_figures, figures=tuple(made), note=_note(tones, words))


def _note(tones: Sequence[str], words: Words) -> str:
    better, worse = tones.count("good"), tones.count("bad")
    counts = [counted(n, forms, words) for n, forms in ((better, words.better_n), (worse, words.worse_n)) if n]
    return words.than_before.format(counts=listed(counts, words)) if counts else ""


def _group_note(held: Sequence[Sequence[Measurement]], words: Words) -> str:
    """When the latest values were taken and how many stand behind them."""
    latest = [found[-1] for found in held if found]
    if not latest:
        return ""
    times = sorted({str(one.at) for one in latest if one.at})
    at = "–".join(dict.fromkeys((times[0], times[-1]))) if times else words.undated
    sizes = sorted({one.n for one in latest if one.n is not None})
    if not sizes:
        return words.figure_note_none.format(at=at)
    if len(sizes) == 1:
        return words.figure_note_n.format(at=at, n=amount(sizes[0], words))
    return words.figure_note_range.format(at=at, low=amount(sizes[0], words), high=amount(sizes[-1], words))


def kpi_value(kpi: KPI, value: float, words: Words) -> tuple[str, str]:
    """A value as printed, and its unit behind it. Net scores show their sign."""
    if kpi.metric == "nps":
        return signed(value, words), ""
    return amount(value, words), kpi.unit or ""


def _figure(kpi: KPI, found: Sequence[Measurement], words: Words, *, group: str, note: str) -> Figure:
    value, unit = kpi_value(kpi, found[-1].value, words)
    spark = _spark(found)
    return Figure(
        name=kpi.name, value=value, unit=unit, verdict=against_target(kpi, found[-1].value, words) or _change(kpi, found, words),
        progress=(found[-1].value, kpi.target) if kpi.target is not None else None,
        progress_text=words.target if kpi.target is not None else "", spark=spark,
        spark_text=kpi_value(kpi, found[0].value, words)[0] if spark else "", graph=_graph(kpi, found, words), group=group, group_note=note,
        tip=joined(filter(None, (kpi.definition, _series(kpi, found, words))), words), source=f"kpis['{kpi.id}']",
    )  # fmt: skip


def _not_of_whole(kpi: KPI, context: Context, *, group: str, note: str) -> Figure:
    """A figure that nobody has measured of the whole journey; at some touchpoints somebody may have."""
    words, places = context.words, context.journey.touchpoints.position
    here = sorted(places(key) for key, values in context.measured.at.items() if any(one.id == kpi.id for one, _ in values))
    numbers = listed([str(context.numbers[at]) for at in here if at >= 0], words)
    return Figure(
        name=kpi.name, value=words.unknown_value, group=group, group_note=note, tip=kpi.definition or "", source=f"kpis['{kpi.id}']",
        verdict=Verdict(text=words.measured_only_at.format(places=numbers) if numbers else words.not_measured, tone="muted"),
    )  # fmt: skip


def _graph(kpi: KPI, found: Sequence[Measurement], words: Words) -> str:
    """What is drawn behind the value: the target, where no judgement names it, and the first and the last values over time."""
    parts = [f"{words.target} {kpi_value(kpi, kpi.target, words)[0]}"] if kpi.target is not None and kpi.direction is None else []
    shown = (found[0], *found[1:][1 - _PERIODS :])
    return joined((*parts, *((_series(kpi, shown, words),) if len(found) > 1 else ())), words)


def _series(kpi: KPI, found: Sequence[Measurement], words: Words) -> str:
    values = (
        f"{one.at or words.undated}: {with_unit(*kpi_value(kpi, one.value, words))}" + (f" (n = {amount(one.n, words)})" if one.n else "")
        for one in found
    )
    return joined(values, words)


def _spark(found: Sequence[Measurement]) -> tuple[float | None, ...]:
    """The values over time. Where all are of whole years, a year without a value is a gap."""
    if len(found) < 2:
        return ()
    years = [int(str(one.at)) if one.at and len(str(one.at)) == 4 else None for one in found]
    plain = [one for one in years if one is not None]
    if len(plain) < len(found) or len(set(plain)) < len(plain) or plain[-1] - plain[0] > 40:
        return tuple(one.value for one in found)
    by_year = dict(zip(plain, (one.value for one in found), strict=True))
    return tuple(by_year.get(year) for year in range(plain[0], plain[-1] + 1))


def against_target(kpi: KPI, value: float, words: Words) -> Verdict | None:
    """How far a value is from the target of its KPI; None where it has none, or no direction."""
    if kpi.target is None or kpi.direction is None:
        return None
    by = round(value - kpi.target, 9)
    target = kpi_value(kpi, kpi.target, words)[0]
    if not by:
        return Verdict(text=words.on_target.format(target=target), tone="good")
    missed = kpi.direction == "target" or (by > 0) == (kpi.direction == "lower")
    if not missed:
        return Verdict(text=words.reached_target.format(target=target), tone="good")
    form = words.over_target if by > 0 else words.under_target
    return Verdict(text=form.format(by=amount(abs(by), words), target=target), tone="bad")


def _change(kpi: KPI, found: Sequence[Measurement], words: Words) -> Verdict | None:
    """The change from the value before to the latest, judged by the direction; not judged where nothing can be said about it."""
    if len(found) < 2:
        return None
    before, after = found[-2], found[-1]
    by = round(after.value - before.value, 9)
    if not by:
        return Verdict(text=words.unchanged, tone="muted")
    size = size_of(kpi, abs(by), words)
    glyph: Literal["up", "down"] = "up" if by > 0 else "down"
    plain = (words.changed_up if by > 0 else words.changed_down).format(by=size)
    if kpi.metric in {"csat", "ces"} and kpi.method in {None, "unknown"}:
        return Verdict(text=words.changed_no_method.format(by=plain), tone="muted")
    margin = _margin(kpi, before, after)
    if margin is not None and abs(by) <= margin:
        return Verdict(text=words.within_margin.format(by=plain), tone="muted")
    if kpi.direction == "target" and kpi.target is not None:
        better = abs(after.value - kpi.target) < abs(before.value - kpi.target)
    elif kpi.direction in {"higher", "lower"}:
        better = (by > 0) == (kpi.direction == "higher")
    else:
        return Verdict(text=plain, tone="muted", glyph=glyph)
    form = words.changed_better if better else words.changed_worse
    return Verdict(text=form.format(by=size), said=form.format(by=plain), tone="good" if better else "bad", glyph=glyph)


def size_of(kpi: KPI, by: float, words: Words) -> str:
    """The size of a change as printed: points of a score or a share, else in the unit."""
    unit = words.points if kpi.metric == "nps" or kpi.unit in {"%", "points"} else kpi.unit or ""
    return with_unit(amount(by, words), unit)


def _margin(kpi: KPI, before: Measurement, after: Measurement) -> float | None:
    """The 95 % margin of error of a difference of net scores or shares; None where it is not known.

    Source: upper bound of the variance of a net score, 1 - (NPS / 100)^2, as promoters and detractors are at most all.
    """
    if before.n is None or after.n is None:
        return None
    errors = []
    for one in (before, after):
        part = one.value / 100
        if kpi.metric == "nps" and abs(part) <= 1:
            errors.append((1 - part * part) / (one.n or 1))
        elif kpi.unit == "%" and 0 <= part <= 1:
            errors.append(part * (1 - part) / (one.n or 1))
        else:
            return None
    return _Z_95 * 100 * sqrt(sum(errors))
