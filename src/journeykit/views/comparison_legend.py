"""The legend of comparisons: every mark that is drawn, and no other."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from journeykit.diagram import Column, CurveLane, CurvePanel, Lane, LegendEntry, Series, Stop, TrackLane

from .comparison_words import ComparisonWords
from .legend import BASES
from .words import Words

_STATIONS = ("contact", "alone", "matters", "critical", "not-ours", "tied")
_SIGNS = ("new", "gone", "moved", "split", "merged", "failed", "missing", "skipped", "open")


def legend_of(columns: Sequence[Column], lanes: Sequence[Lane], words: Words, said: ComparisonWords) -> tuple[LegendEntry, ...]:
    """The symbols that occur, stations first, then the signs of the second line, then the curves."""
    tracks = [one for one in lanes if isinstance(one, TrackLane)]
    stops = [stop for lane in tracks for stop in lane.stops]
    found = {_station(one) for one in columns if one.state not in {"added", "arrived"}}
    found |= {_station(one) for one in stops if one.kind in {"contact", "alone"} or one.emphasis != "none"}
    found |= {"not-ours"} if any(not one.ours for one in columns) or any(not one.ours for one in stops) else set()
    found |= {"tied"} if any(lane.tied for lane in tracks) else set()
    symbols = dict(words.symbols) | dict(said.symbols)
    if any(one.below for one in stops):
        symbols["stop-new"] = said.symbols["stop-unplanned"]
    names = [one for one in _STATIONS if one in found]
    names += [f"stop-{one}" for one in _SIGNS if any(stop.kind == one for stop in stops)]
    entries = [_entry(one, symbols[one]) for one in names]
    for lane in lanes:
        if isinstance(lane, CurveLane):
            entries += _curves(lane, words, said)
    return tuple(entries)


def bases_legend(panels: Sequence[CurvePanel], words: Words) -> tuple[LegendEntry, ...]:
    """How the readings of panels are known."""
    read = {point.basis for panel in panels for point in panel.points}
    return tuple(_entry(one, words.symbols[one]) for one in BASES if one in read)


def _entry(symbol: str, text: str) -> LegendEntry:
    return LegendEntry(symbol=symbol, text=text)  # type: ignore[arg-type]  # names of symbols, listed above


def _station(one: Column | Stop) -> str:
    """How a station looks: its emphasis hides its kind."""
    return {"matters": "matters", "key": "critical", "critical": "critical"}.get(one.emphasis, one.kind)


def _curves(lane: CurveLane, words: Words, said: ComparisonWords) -> Iterator[LegendEntry]:
    """Whose line and shape it is, how the readings are known, and the ground between two curves."""
    bases = [one for one in BASES if any(point.basis == one for series in lane.series for point in series.points)]
    if lane.apart:
        for at, series in enumerate(lane.series):
            shaped = {point.basis for point in series.points} - ({"intended"} if lane.apart == "shapes" else set())
            symbol = f"{'curve' if lane.apart == 'lines' else 'shape'}-{at}{'' if 'measured' in shaped else '-hollow'}"
            if shaped:
                yield _entry(symbol, series.name)
    if lane.apart == "lines":
        hollow = [words.symbols[one] for one in bases if one != "measured"]
        if "measured" in bases:
            yield _entry("filled", words.symbols["measured"])
        if hollow:
            yield _entry("hollow", words.comma.join(hollow))
    else:
        for one in bases:
            yield _entry(one, words.symbols[one])
    if any(point.offset for series in lane.series for point in series.points):
        yield _entry("moments", words.symbols["moments"])
    if lane.hatched and _differ(lane):
        yield _entry("hatched", said.symbols["hatched"])


def _differ(lane: CurveLane) -> bool:
    """Whether both curves run somewhere side by side between readings that are not the same."""
    first, second = (list(_stretches(one)) for one in lane.series[:2]) if len(lane.series) > 1 else ([], [])
    return any(one[0] < other[1] and other[0] < one[1] and not _runs_alike(one, other) for one in first for other in second)


def _runs_alike(one: tuple[int, int, float, float], other: tuple[int, int, float, float]) -> bool:
    """Between the same readings, or level at the same height: no ground lies between."""
    return one == other or len({*one[2:], *other[2:]}) == 1


def _stretches(series: Series) -> Iterator[tuple[int, int, float, float]]:
    """Columns and values between which a curve runs."""
    points = sorted((one for one in series.points if one.offset == 0), key=lambda one: one.column)
    for one, other in pairwise(points):
        if all(at in series.without for at in range(one.column + 1, other.column)):
            yield one.column, other.column, one.value, other.value
