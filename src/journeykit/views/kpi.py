"""Key figures by place: what happened and how it felt, for the whole and for each touchpoint."""

from collections.abc import Sequence

from attrs import evolve

from journeykit.diagram import Diagram, Figure, FigureStrip, Row
from journeykit.measure import KPIState, kpi_status, operational_experience
from journeykit.model import Journey, Portfolio

from .direction import runs_right_to_left
from .kpi_figures import figure_of
from .kpi_places import Place, places_of
from .kpi_words import KPIWords
from .languages import words_for
from .printed import amount, closed, counted, embedded, initial, joined, listed, with_unit
from .words import Words
from .wordtables import words_of

_JUDGED = frozenset({"on_target", "within", "amber", "off"})


def kpi(what: Journey | Portfolio, *, language: str | None = None) -> Diagram:
    """Figures in rows by place, those of what happened before those of how it felt.

    A change within its margin of error is not called a change. What was never measured is a dash.

    Args:
        what: a journey, or a portfolio with all that it measures.
        language: of the words that are not the journey's own (BCP 47).

    Example:
        >>> from journeykit.model import KPI, Measurement
        >>> wait = KPI("Wait", unit="min", direction="lower", target=90, measurements=[Measurement(at=2025, value=157)])
        >>> kpi(Portfolio("Cars", kpis=[wait])).parts[0].figures[0].status.text
        '67 over the target of 90'
    """
    lang = what.language if isinstance(what, Journey) else what.lang
    words = words_for(language or lang)
    own = words_of(KPIWords, words)
    title = own.title.format(title=what.title) if what.title else words.key_figures
    base = Diagram(
        view="kpi", title=title, lang=lang or language or "", rtl=runs_right_to_left(lang, (what.title or "",)), page=words.page, texts_in_full=words.texts_in_full,
        legend_title=words.legend,
    )  # fmt: skip
    places = places_of(what, words, own)
    if not places:
        return evolve(base, finding=own.no_kpi, description=own.no_kpi)
    strips = tuple(
        FigureStrip(title=one.title, note=one.note, figures=tuple(figure_of(shown, words, own) for shown in one.shown)) for one in places
    )
    finding = _finding(what, strips, words, own)
    return evolve(
        base, finding=finding, description=_description(finding, strips, words), telling=_telling(finding, strips, words), parts=strips, table=_table(places, strips, words, own),
        footnotes=_footnotes(places, what, words, own),
    )  # fmt: skip


def _finding(what: Journey | Portfolio, strips: Sequence[FigureStrip], words: Words, own: KPIWords) -> str:
    """What moved between the last two periods, how many figures changed which way, and how many are off."""
    parts: list[str] = []
    joined = operational_experience(what).joined
    if joined:
        last = joined[-1]
        parts.append(own.between.format(before=last.before, after=last.after, pattern=own.patterns[last.pattern]))
    states = kpi_status(what).states
    library = what if isinstance(what, Portfolio) else what.library
    shown = {one.kpi for one in states}
    has_target = any({one.target, one.amber, one.red} != {None} for one in library.kpis if one.id in shown)
    parts += [text for text in (_changes(strips, words, own), _targets(states, words, own, has_target=has_target)) if text]
    return f"{words.end} ".join(initial(one) for one in parts) + words.end


def _changes(strips: Sequence[FigureStrip], words: Words, own: KPIWords) -> str:
    """As many as the figures call better and worse: a change that is not judged there is not counted here."""
    tones = [one.verdict.tone for strip in strips for one in strip.figures if one.verdict is not None]
    counts = [counted(n, forms, words) for n, forms in ((tones.count("good"), words.better_n), (tones.count("bad"), words.worse_n)) if n]
    return own.changed_n.format(counts=listed(counts, words)) if counts else ""


def _targets(states: Sequence[KPIState], words: Words, own: KPIWords, *, has_target: bool) -> str:
    judged = [one for one in states if one.status in _JUDGED]
    if not judged:
        if any(one.status == "no_direction" for one in states):
            return own.no_direction
        return own.none_measured if has_target else own.none_judged
    missed = sum(one.status in {"amber", "off"} for one in judged)
    if len(judged) == 1:
        return own.miss_only if missed else own.meet_only
    return counted(missed, own.miss_n, words, m=str(len(judged)))


def _description(finding: str, strips: Sequence[FigureStrip], words: Words) -> str:
    parts = [finding]
    for strip in strips:
        said = [_said(one, words, one.verdict.spoken if one.verdict else "") for one in strip.figures]
        parts.append(closed(f"{strip.title}: {joined(said, words)}{words.end}"))
    return " ".join(parts)


def _telling(finding: str, strips: Sequence[FigureStrip], words: Words) -> str:
    """The same at length, a figure a line: how it changed, where it stands, its values over time."""
    lines = [(strip.title, (_said(one, words), *_judged(one), one.note, one.graph)) for strip in strips for one in strip.figures]
    return "\n".join((finding, *(closed(f"{at}: {joined(filter(None, parts), words)}{words.end}") for at, parts in lines)))


def _judged(one: Figure) -> tuple[str, str]:
    return one.verdict.spoken if one.verdict else "", one.status.text if one.status else ""


def _said(one: Figure, words: Words, *parts: str) -> str:
    return words.comma.join(text for text in (f"{embedded(one.name, words)} {with_unit(one.value, one.unit)}", *parts) if text)


def _footnotes(places: Sequence[Place], what: Journey | Portfolio, words: Words, own: KPIWords) -> tuple[str, ...]:
    """How to read it, which changes cannot be told from chance, and the sources of the figures, each once."""
    unknown = sum(shown.state.verdict == "margin unknown" for place in places for shown in place.shown)
    notes = (own.how_to_read, *((counted(unknown, own.no_margin_n, words),) if unknown else ()))
    library = what if isinstance(what, Portfolio) else what.library
    keys = dict.fromkeys(
        point.measured.source for place in places for shown in place.shown for point in shown.points if point.measured.source
    )
    titles = [held.title if (held := library.sources.get(key)) else key for key in keys]
    return (*notes, *((words.codes.format(codes="; ".join(titles)),) if titles else ()))


def _table(places: Sequence[Place], strips: Sequence[FigureStrip], words: Words, own: KPIWords) -> tuple[Row, ...]:
    rows: list[Row] = [own.table]
    for place, strip in zip(places, strips, strict=True):
        for shown, one in zip(place.shown, strip.figures, strict=True):
            state = shown.state
            size = amount(state.n, words) if state.n is not None else ""
            rows.append((strip.title, one.name, one.group, state.at, with_unit(one.value, one.unit), size, *_judged(one), one.graph))
    return tuple(rows)
