"""The lane of feelings: readings as curves, and the columns without one as gaps."""

from journeykit.diagram import CurveLane, Gap, Lane, Point, Series
from journeykit.model import Emotion, Journey

from .context import Context
from .felt import when
from .printed import NBSP, amount, joined, shortened, valence
from .readings import MOST_SERIES, Reading, Track, weakest
from .words import Words

_REASON = 48


def emotions(context: Context) -> Lane | None:
    """Readings of one to four series. A column that nobody was asked about is a gap."""
    tracks, words = context.tracks[:MOST_SERIES], context.words
    if not tracks:
        return None
    several = len(tracks) > 1
    series = tuple(
        Series(points=points_of(context, track), name=series_name(track, words) if several else "", ways=context.lines) for track in tracks
    )
    read = frozenset[int]().union(*(one.columns for one in tracks))
    return CurveLane(
        key="emotions", title=words.lanes["emotions"], note=basis_note(context), series=series, gaps=_gaps(context, read), axis=words.axis
    )


def series_name(track: Track, words: Words) -> str:
    """Whose readings they are, and that they were not felt where that is so."""
    name = words.views[track.perspective]
    return name if track.kind == "felt" else f"{name}{words.comma}{words.bases[track.kind]}"


def basis_note(context: Context) -> str:
    """How the readings are known, in words; of several ways the weakest."""
    words = context.words
    basis, same = weakest([one for track in context.tracks[:MOST_SERIES] for one in track.readings])
    if basis is None:
        return ""
    return (words.feeling_note if same else words.feeling_mixed_note).format(basis=words.bases[basis])


def points_of(context: Context, track: Track) -> tuple[Point, ...]:
    """The readings of a series as points of a curve, each with what stands behind it."""
    words, found = context.words, list[Point]()
    extremes, values = _extremes(track), [one.value for one in track.readings]
    ends = {max(values), min(values)}
    for one in track.readings:
        place, latest = one.emotions[-1]
        extreme = one in extremes
        found.append(
            Point(
                column=one.column,
                offset=one.offset,
                when=when(one, words),
                value=one.value,
                text=valence(one.value, words),
                basis=one.basis,
                known=words.bases[latest.basis if len({held.basis for _, held in one.emotions}) == 1 else one.basis],
                reason=reason_of(latest, words),
                spread=latest.sd or None,
                extreme=extreme,
                weight=3 if extreme or (one.offset and one.value in ends) else _weight(context, one),
                tip=joined((reading_in_full(context.journey, emotion, words) for _, emotion in one.emotions), words),
                source=f"{context.paths[one.column]}.emotions[{place}]",
            )
        )
    return tuple(found)


def _extremes(track: Track) -> tuple[Reading, ...]:
    """The readings with the largest absolute value: of equals the first above zero and the first below."""
    most = max((abs(one.value) for one in track.readings), default=0)
    above = next((one for one in track.readings if one.value == most), None)
    below = next((one for one in track.readings if one.value == -most), None)
    return tuple(one for one in (above, below) if one is not None) if most else ()


def _weight(context: Context, one: Reading) -> int:
    """What is read before and after has no words in the picture, unless it is a high or low point."""
    if one.offset:
        return 0
    return 2 if one.column == context.critical else 1 if context.columns[one.column].matters else 0


def reason_of(emotion: Emotion, words: Words) -> str:
    """What stands beside a reading: its note, its label or its quotation, the first that is short."""
    if not (emotion.note or emotion.label or emotion.quote):
        return ""
    quote = words.quoted.format(text=emotion.quote) if emotion.quote else None
    found = [" ".join(one.split()) for one in (emotion.note, emotion.label, quote) if one]
    said = next((one for one in found if len(one) <= _REASON), shortened(found[0], _REASON))
    return said.replace(" %", f"{NBSP}%")


def reading_in_full(journey: Journey, one: Emotion, words: Words) -> str:
    """All that is known of a reading, in one line."""
    parts = [valence(one.valence, words), words.moments[one.moment], words.bases[one.basis]]
    if one.label:
        parts.append(one.label)
    if one.quote:
        parts.append(words.quoted.format(text=one.quote))
    if one.note:
        parts.append(one.note)
    if one.n is not None:
        parts.append(words.reading_of.format(n=amount(one.n, words)))
    if one.sd is not None:
        parts.append(f"±{amount(one.sd, words)}")
    if one.raw:
        parts.append(one.raw)
    if one.as_of is not None:
        parts.append(str(one.as_of))
    for key in one.sources:
        known = journey.library.sources.get(key)
        parts.append(known.title if known else key)
    return joined(parts, words)


def _gaps(context: Context, read: frozenset[int]) -> tuple[Gap, ...]:
    """Neighbouring columns of a stage without any reading. The first that has room for it says why."""
    words, found, said = context.words, list[Gap](), False
    for block in context.blocks:
        at = block.start
        while at <= block.end:
            start = at
            while at <= block.end and at not in read:
                at += 1
            if at > start:
                fits = not said and at - start > 1
                found.append(Gap(start=start, end=at - 1, text=words.first_gap if fits else words.gap))
                said = said or fits
            at += 1
    return tuple(found)
