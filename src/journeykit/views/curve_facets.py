"""Which curves are shown side by side, and what each of them is called."""

from collections.abc import Iterable, Sequence
from datetime import date

from attrs import evolve, frozen

from journeykit.model import Journey

from .context import Context, context_of
from .curve_words import CurveWords
from .readings import Kind, Track
from .words import Words


@frozen(kw_only=True)
class Facet:
    """One curve to show.

    Attributes:
        context: its journey. track: its readings; None where the journey has none.
        perspective, kind: whose readings, and whether they were felt.
        columns: the columns that count, or None for all. channel: whose columns they are.
        title: what it is called among the others. detail: what else must be known of it.
    """

    context: Context
    track: Track | None
    perspective: str
    kind: Kind
    columns: frozenset[int] | None = None
    channel: str = ""
    title: str = ""
    detail: str = ""


def facets_of(journeys: Sequence[Journey], by: str | None, words: Words, curves: CurveWords, *, language: str | None) -> tuple[Facet, ...]:
    """The curves in the order in which they stand, each with a title that tells it from the others."""
    contexts = [context_of(one, language) for one in journeys]
    match by:
        case "persona":
            contexts.sort(key=_persona_order)
            found = [_first(one) for one in contexts]
            titled = [(_persona(one.context, curves), one.context.journey.title) for one in found]
        case "version":
            contexts.sort(key=_time_order)
            found = [_first(one) for one in contexts]
            titled = [(_version(one.context, words), one.context.journey.title) for one in found]
        case "journey":
            found = [_first(one) for one in contexts]
            titled = [(one.context.journey.title, _persona(one.context, curves)) for one in found]
        case "channel":
            found = [facet for one in contexts for facet in _channels(one, curves)]
            titled = [(one.channel, one.context.journey.title if len(contexts) > 1 else "") for one in found]
        case _:
            found = [facet for one in contexts for facet in _all(one)]
            titled = [_usual(one, len(contexts), by, curves) for one in found]
    lived = [_unlived(one.context, words) if len(contexts) > 1 and by != "version" else "" for one in found]
    return tuple(
        evolve(one, title=title, detail=" · ".join(text for text in (detail, state) if text))
        for one, (title, detail), state in zip(found, titled, lived, strict=True)
    )


def _first(context: Context) -> Facet:
    """The curve that counts most: what the customers felt, where there is one."""
    track = context.tracks[0] if context.tracks else None
    return Facet(
        context=context, track=track, perspective=track.perspective if track else context.journey.perspective,
        kind=track.kind if track else "felt",
    )  # fmt: skip


def _all(context: Context) -> list[Facet]:
    return [Facet(context=context, track=one, perspective=one.perspective, kind=one.kind) for one in context.tracks] or [_first(context)]


def _channels(context: Context, curves: CurveWords) -> Iterable[Facet]:
    """The first curve once for each channel, with the touchpoints that offer it."""
    first = _first(context)
    met: dict[str, set[int]] = {}
    for at, one in enumerate(context.columns):
        for key in one.channels or ("",):
            met.setdefault(key, set()).add(at)
    for key, columns in met.items():
        yield evolve(first, columns=frozenset(columns), channel=context.journey.library.channel_name(key) if key else curves.no_channel)


def _usual(one: Facet, journeys: int, by: str | None, curves: CurveWords) -> tuple[str, str]:
    """The journey where there are several, the perspective where a journey has several series of readings."""
    series = series_title(one.perspective, one.kind, curves)
    journey = one.context.journey.title
    if by == "perspective" or journeys == 1:
        return series, journey if journeys > 1 else _persona(one.context, curves)
    return journey, one.context.words.comma.join(text for text in (_persona(one.context, curves), series) if text)


def series_title(perspective: str, kind: Kind, curves: CurveWords) -> str:
    """Whose readings, and that they were not felt where that is so."""
    name = curves.view_of[perspective]
    return name if kind == "felt" else (curves.intended if kind == "intended" else curves.illustrative).format(name=name)


def _persona(context: Context, curves: CurveWords) -> str:
    key = context.journey.persona
    return context.names(key) if key else curves.no_persona


def _persona_order(context: Context) -> tuple[int, str]:
    key = context.journey.persona
    at = context.journey.library.personas.position(key) if key else -1
    return (at if at >= 0 else len(context.journey.library.personas), key or "\N{REPLACEMENT CHARACTER}")


def _time_order(context: Context) -> tuple[int, date, str]:
    """Past, then current, then future; then by the day on which it holds, then by version."""
    journey = context.journey
    when = journey.valid_on
    return ({"past": 0, "current": 1, "future": 2}[journey.state], when.start if when else date.min, journey.version or "")


def _unlived(context: Context, words: Words) -> str:
    """State and form where they are not those of a map of today."""
    journey = context.journey
    state = words.states[journey.state] if journey.state != "current" else ""
    form = words.forms[journey.form] if journey.form != "map" else ""
    return " · ".join(text for text in (state, form) if text)


def _version(context: Context, words: Words) -> str:
    journey = context.journey
    parts = (words.states[journey.state], journey.version or "", str(journey.valid_on or ""))
    return " · ".join(part for part in parts if part)
