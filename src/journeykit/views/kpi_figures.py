"""One KPI at one place as a figure: its value, how it changed, where it stands, and how far it can be trusted."""

from collections.abc import Sequence
from typing import Literal

from journeykit.diagram import Figure, FigureStatus, Verdict
from journeykit.measure import KPIState, Point
from journeykit.model import KPI

from .figures import against_target, kpi_value, size_of
from .kpi_places import ShownKPI
from .kpi_words import KPIWords
from .printed import amount, joined, with_unit
from .words import Words

_PERIODS = 12
_KINDS: dict[str, Literal["good", "warning", "bad", "none"]] = {
    "on_target": "good",
    "within": "good",
    "amber": "warning",
    "off": "bad",
    "stale": "warning",
}
_WITHOUT_METHOD = frozenset({"csat", "ces"})


def figure_of(shown: ShownKPI, words: Words, own: KPIWords) -> Figure:
    """The figure of a KPI at a place."""
    one, state = shown.kpi, shown.state
    name = own.persona_of.format(name=one.name, who=shown.who) if shown.who else one.name
    family = words.families[one.family] if one.family else words.other_figures
    source = f"kpis['{one.id}']"
    if state.value is None:
        verdict = Verdict(text=words.not_measured, tone="muted")
        return Figure(name=name, value=words.unknown_value, verdict=verdict, group=family, tip=one.definition or "", source=source)
    value, unit = kpi_value(one, state.value, words)
    spark = _spark(shown.points)
    first = next((each for each in spark if each is not None), None)
    return Figure(
        name=name,
        value=value,
        unit=unit,
        verdict=_change(one, state, words),
        status=_status(one, state, words, own),
        note=_note(state, words, own),
        progress=(state.value, one.target) if one.target is not None and not spark else None,
        progress_text=words.target if one.target is not None and not spark else "",
        spark=spark,
        spark_text=kpi_value(one, first, words)[0] if first is not None else "",
        target=one.target if spark else None,
        graph=_graph(one, shown, words, own),
        group=family,
        tip=_tip(one, shown, words, own),
        source=source,
    )


def _change(kpi: KPI, state: KPIState, words: Words) -> Verdict | None:
    """The change since the value before. Within its margin of error it is none, and without a formula it is not judged."""
    if state.change is None or state.verdict is None:
        return None
    by = round(state.change, 9)
    if not by or state.verdict == "unchanged":
        return Verdict(text=words.unchanged, tone="muted")
    size = size_of(kpi, abs(by), words)
    plain = (words.changed_up if by > 0 else words.changed_down).format(by=size)
    if state.verdict == "no demonstrable change":
        return Verdict(text=words.within_margin.format(by=plain), tone="muted")
    if kpi.metric in _WITHOUT_METHOD and kpi.method in {None, "unknown"}:
        return Verdict(text=words.changed_no_method.format(by=plain), tone="muted")
    glyph: Literal["up", "down"] = "up" if by > 0 else "down"
    if state.is_better is None:
        return Verdict(text=plain, tone="muted", glyph=glyph)
    form = words.changed_better if state.is_better else words.changed_worse
    return Verdict(text=form.format(by=size), said=form.format(by=plain), tone="good" if state.is_better else "bad", glyph=glyph)


def _status(kpi: KPI, state: KPIState, words: Words, own: KPIWords) -> FigureStatus:
    """The status by the measure, with the distance to the target where it has one."""
    text = own.statuses[state.status]
    distance = (
        against_target(kpi, state.value, words) if state.value is not None and state.status in {"on_target", "amber", "off"} else None
    )
    if distance is not None:
        # A warning says more than the distance: it is short of the target and not yet off.
        text = own.within.format(status=text, text=distance.text) if state.status == "amber" else distance.text
    return FigureStatus(kind=_KINDS.get(state.status, "none"), text=text)


def _note(state: KPIState, words: Words, own: KPIWords) -> str:
    size = own.of_n.format(n=amount(state.n, words)) if state.n is not None else own.of_unstated
    text = own.at.format(at=state.at or words.undated, n=size)
    return joined((text, own.other_source), words) if state.sources_differ else text


def _tip(kpi: KPI, shown: ShownKPI, words: Words, own: KPIWords) -> str:
    held = shown.state.interval
    interval = own.interval.format(low=amount(held.low, words), high=amount(held.high, words)) if held is not None else ""
    return joined(filter(None, (kpi.definition, _series(kpi, shown.points, words, own), interval)), words)


def _graph(kpi: KPI, shown: ShownKPI, words: Words, own: KPIWords) -> str:
    """What is drawn behind the value: the target, where the status does not name it, and the values over time."""
    named = kpi.target is None or (kpi.direction is not None and shown.state.status in {"on_target", "amber", "off"})
    parts = [] if named or kpi.target is None else [f"{words.target} {kpi_value(kpi, kpi.target, words)[0]}"]
    return joined((*parts, *((_series(kpi, shown.points, words, own),) if len(shown.points) > 1 else ())), words)


def _series(kpi: KPI, points: Sequence[Point], words: Words, own: KPIWords) -> str:
    """The values of the last twelve periods, each with its time."""
    parts = []
    for one in points[-_PERIODS:]:
        size = f" ({own.of_n.format(n=amount(one.measured.n, words))})" if one.measured.n else ""
        parts.append(f"{one.measured.at or words.undated}: {with_unit(*kpi_value(kpi, one.value, words))}{size}")
    return joined(parts, words)


def _spark(points: Sequence[Point]) -> tuple[float | None, ...]:
    """The last twelve periods; a period of the same length without a value is a gap. None for a single value."""
    dated = [one for one in points if one.measured.at is not None]
    if len(dated) < 2:
        return ()
    places = _periods(dated)
    if places is None:
        return tuple(one.value for one in dated[-_PERIODS:])
    first = max(places[0], places[-1] - _PERIODS + 1)
    by_place = dict(zip(places, (one.value for one in dated), strict=True))
    found = tuple(by_place.get(at) for at in range(first, places[-1] + 1))
    return found if sum(one is not None for one in found) > 1 else tuple(one.value for one in dated[-_PERIODS:])


def _periods(dated: Sequence[Point]) -> list[int] | None:
    """The numbers of the periods, where all are years, all quarters or all months, each measured once."""
    spans = [(one.measured.at.start, one.measured.at.end) for one in dated if one.measured.at is not None]
    months = {(end.year - start.year) * 12 + end.month - start.month + 1 for start, end in spans if start.day == 1 and end != start}
    if len(months) != 1 or any(start == end for start, end in spans):
        return None
    length = months.pop()
    places = [(start.year * 12 + start.month - 1) // length for start, _ in spans]
    return places if len(set(places)) == len(places) else None
