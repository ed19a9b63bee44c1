"""One curve as a panel: its points and gaps, its peak, trough and end, and what it comes to."""

from collections.abc import Sequence
from itertools import groupby

from attrs import evolve

from journeykit.diagram import CurveCallout, CurvePanel, Gap, Point
from journeykit.measure import Reading, emotion_curve, peak_end

from .curve_facets import Facet
from .curve_words import CurveWords
from .lanes_feeling import points_of
from .printed import amount, counted, embedded, valence
from .readings import weakest
from .words import Words


def panel_of(facet: Facet, words: Words, curves: CurveWords) -> CurvePanel:
    """The panel of a curve."""
    context, track = facet.context, facet.track
    count = len(context.columns)
    counts = facet.columns if facet.columns is not None else frozenset(range(count))
    held = [one for one in points_of(context, track) if one.column in counts] if track else []
    callouts, marked = _callouts(facet, held, words, curves)
    read = {one.column for one in held}
    return CurvePanel(
        title=facet.title,
        detail=" · ".join(text for text in (facet.detail, _known(facet, words, curves)) if text),
        verdict=_verdict(facet, words),
        points=marked,
        count=count,
        ways=context.lines if facet.columns is None else (),
        gaps=_gaps(sorted(counts - read), facet, words),
        empty="" if held else curves.nobody if count else words.no_touchpoints,
        starts=tuple(block.start for block in context.blocks),
        names=tuple(one.title for one in context.columns),
        callouts=callouts,
        source=context.path if facet.columns is None else "",
    )


def _measured(facet: Facet) -> tuple[float | None, float | None, Sequence[Reading]]:
    """Mean, peak-end and readings. Of a part of the touchpoints there is no peak-end: nobody lives through them alone."""
    journey = facet.context.journey
    if facet.columns is None:
        curve = emotion_curve(journey, perspective=facet.perspective, kind=facet.kind)
        return curve.value, peak_end(journey, perspective=facet.perspective, kind=facet.kind).value, curve.points
    ids = [one.id for at, one in enumerate(facet.context.columns) if at in facet.columns]
    part = emotion_curve(journey.select(touchpoints=ids), perspective=facet.perspective, kind=facet.kind)
    place = {one.id: at for at, one in enumerate(facet.context.columns)}
    return part.value, None, [evolve(one, index=place[one.touchpoint]) for one in part.points]


def _verdict(facet: Facet, words: Words) -> str:
    mean, score, _ = _measured(facet)
    if mean is None:
        return ""
    if score is None:
        return words.mean_only.format(mean=valence(mean, words))
    return words.mean_and_peak_end.format(mean=valence(mean, words), peak_end=valence(score, words))


def _known(facet: Facet, words: Words, curves: CurveWords) -> str:
    """The weakest basis, how many were asked, and at how many touchpoints."""
    if facet.track is None:
        return ""
    held = [one for one in facet.track.readings if facet.columns is None or one.column in facet.columns]
    basis, _ = weakest(held)
    if basis is None:
        return ""
    sizes = sorted(emotion.n for one in held for _, emotion in one.emotions if emotion.n is not None)
    asked = curves.n_unstated
    if sizes:
        low, high = amount(sizes[0], words), amount(sizes[-1], words)
        asked = words.reading_of.format(n=low if low == high else curves.n_range.format(low=low, high=high))
    count = len(facet.columns) if facet.columns is not None else len(facet.context.columns)
    read = words.read_of.format(n=len({one.column for one in held}), m=count).rstrip(words.end)
    return " · ".join((words.bases[basis], *((asked,) if basis in {"measured", "derived"} else ()), read))


def _callouts(facet: Facet, held: Sequence[Point], words: Words, curves: CurveWords) -> tuple[tuple[CurveCallout, ...], tuple[Point, ...]]:
    """Peak, trough and end by the measure, and the points with those set apart; of equal ones the first, and how many more there are."""
    _, _, readings = _measured(facet)
    if not readings or not held:
        return (), tuple(evolve(one, reason="", extreme=False, weight=0) for one in held)
    peak, trough, end = max(readings, key=_valence), min(readings, key=_valence), readings[-1]
    kinds = [("peak", peak, curves.peak), ("trough", trough, curves.trough), ("end", end, curves.end)]
    if peak.valence == trough.valence:
        kinds = [kinds[2]]
    found: list[CurveCallout] = []
    named: dict[tuple[int, int], str] = {}
    for kind, one, word in kinds:
        point = min((each for each in held if each.column == one.index), key=lambda each: abs(each.value - one.valence))
        named.setdefault((point.column, point.offset), kind)
        # The number behind the title: beside the value both would run together where a script runs from the right.
        named_here = words.quoted.format(text=embedded(facet.context.columns[point.column].title, words))
        title = words.comma.join(text for text in (f"{named_here} ({point.column + 1})", point.when) if text)
        others = 0 if kind == "end" else sum(each.valence == one.valence for each in readings) - 1
        if others:
            title = counted(others, curves.and_others_n, words, in_words=True, text=title)
        found.append(CurveCallout(kind=kind, column=point.column, word=word, title=title, text=point.text))  # type: ignore[arg-type]  # the three kinds above
    marked = tuple(
        evolve(one, reason="", extreme=named.get(key) in {"peak", "trough"}, weight=1 if key in named else 0)
        for one in held
        for key in [(one.column, one.offset)]
    )
    return tuple(found), marked


def _valence(one: Reading) -> float:
    return one.valence


def _gaps(columns: Sequence[int], facet: Facet, words: Words) -> tuple[Gap, ...]:
    """Neighbouring columns of a stage without a reading."""
    stage = {at: number for number, block in enumerate(facet.context.blocks) for at in range(block.start, block.end + 1)}
    runs = groupby(enumerate(columns), key=lambda pair: (pair[1] - pair[0], stage.get(pair[1])))
    held = [[at for _, at in run] for _, run in runs]
    return tuple(Gap(start=run[0], end=run[-1], text=words.gap) for run in held)
