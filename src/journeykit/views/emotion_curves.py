"""Emotion curves as small multiples: the same two scales in every panel, so that shapes can be compared."""

from collections.abc import Sequence
from typing import Literal, get_args

from attrs import evolve

from journeykit.diagram import CurvePanel, CurvePanels, Diagram, LegendEntry, Row
from journeykit.errors import UnknownNameError
from journeykit.model import Journey, Portfolio

from .curve_facets import Facet, facets_of
from .curve_panels import panel_of
from .curve_words import CurveWords
from .direction import runs_right_to_left
from .felt import how_known, known_of
from .finding import finding as sentence_of
from .languages import words_for
from .legend import BASES, runs_apart
from .printed import closed, counted, embedded, joined, listed, valence
from .telling_words import TellingWords
from .titleblock import badges
from .way_words import WayWords
from .words import Words
from .wordtables import words_of

By = Literal["journey", "persona", "perspective", "version", "channel"]
_NAMED = 6  # touchpoints without a reading that are named


def emotion_curves(what: Journey | Portfolio, *, by: By | None = None, language: str | None = None) -> Diagram:
    """One panel for each curve. Curves are never averaged, what is intended is never joined to what was felt, and a gap stays a gap.

    Args:
        what: a journey, or a portfolio with all its journeys.
        by: what differs from panel to panel: journey, persona (panels in the order of the personas), perspective (each series of
            readings by itself), version (in order of time), channel (of each journey, the touchpoints of one channel). By default each
            series of each journey.
        language: of the words that are not the journeys' own (BCP 47).

    Raises:
        UnknownNameError: curves cannot be laid out by that.

    Example:
        >>> from journeykit.model import Stage, Touchpoint
        >>> buy = Journey("I buy", stages=[Stage("Deal", [Touchpoint("Asks", emotion=1), Touchpoint("Waits", emotion=-2)])])
        >>> emotion_curves(buy).parts[0].panels[0].verdict
        'Mean −0.5 · peak–end −2'
    """
    if by is not None and by not in get_args(By):
        raise UnknownNameError.of("way to lay out curves", str(by), get_args(By))
    lang = what.language if isinstance(what, Journey) else what.lang
    words = words_for(language or lang)
    curves = words_of(CurveWords, words)
    journeys = (what,) if isinstance(what, Journey) else tuple(what.journeys)
    facets = facets_of(journeys, by, words, curves, language=language)
    panels = tuple(panel_of(one, words, curves) for one in facets)
    title = what.title or (journeys[0].title if journeys else "")
    base = Diagram(
        view="emotion-curves", title=title, lang=lang or language or "",
        rtl=runs_right_to_left(lang, (title, *(one.title for one in panels))), legend_title=words.legend, page=words.page, texts_in_full=words.texts_in_full,
        source=facets[0].context.path if isinstance(what, Journey) and facets else "",
    )  # fmt: skip
    if not panels:
        return evolve(base, finding=curves.no_journey, description=curves.no_journey)
    one_journey = len(facets) == 1 and facets[0].columns is None and facets[0].track is not None
    finding = sentence_of(facets[0].context) if one_journey else _finding(facets, panels, words, curves)
    known = (
        how_known(facets[0].context) if one_journey else known_of([one.track for one in facets if one.track and one.kind == "felt"], words)
    )
    signs = badges(facets[0].context) if len(journeys) == 1 else ()
    state = " ".join(f"{one.text}{words.end}" for one in signs)
    overview = (state, " ".join(text for text in (finding, known) if text))
    return evolve(
        base,
        finding=finding,
        known=known,
        badges=signs,
        description=_description(overview[1], panels, words),
        telling="\n".join((*(text for text in overview if text), *(_told(one, words) for one in panels))),
        parts=(CurvePanels(title=words.lanes["emotions"], note=curves.note, panels=panels, axis=words.axis),),
        legend=_legend(panels, words),
        table=_table(panels, facets, words, curves),
    )


def _finding(facets: Sequence[Facet], panels: Sequence[CurvePanel], words: Words, curves: CurveWords) -> str:
    """Where and when it feels best and worst, among the curves that somebody felt."""
    felt = [(panel, facet) for panel, facet in zip(panels, facets, strict=True) if facet.kind == "felt" and panel.points]
    count = counted(len(panels), curves.curves_n, words)
    if not felt:
        return f"{count}. {curves.no_felt}"
    points = [(panel, point) for panel, _ in felt for point in panel.points]
    high, low = max(points, key=lambda one: one[1].value), min(points, key=lambda one: one[1].value)
    parts = []
    for form, (panel, point) in ((curves.best, high), (curves.worst, low)):
        name = words.quoted.format(text=embedded(panel.names[point.column], words))
        name = words.comma.join(part for part in (name, point.when) if part)
        text = form.format(value=valence(point.value, words), title=name, panel=embedded(panel.title, words))
        others = sum(other.value == point.value for _, other in points) - 1
        parts.append(counted(others, curves.and_others_n, words, in_words=True, text=text) if others else text)
    if high[1].value == low[1].value:
        parts = [f"{words.same_throughout.format(value=valence(high[1].value, words))}"]
    return f"{count}: {'; '.join(parts)}{words.end}"


def _description(finding: str, panels: Sequence[CurvePanel], words: Words) -> str:
    each = (
        words.comma.join(embedded(text, words) for text in (one.title, one.verdict or one.empty) if text).rstrip(words.end)
        for one in panels
    )
    return " ".join([finding, *(f"{text}{words.end}" for text in each)])


def _told(panel: CurvePanel, words: Words) -> str:
    """A curve in a sentence: what it comes to, where it is highest and lowest and where it ends, and where nobody was asked."""
    said = [text.rstrip(words.end) for text in (panel.verdict or panel.empty, panel.detail) if text]
    said += [f"{one.word}: {words.comma.join((embedded(one.title, words), one.text))}" for one in panel.callouts]
    silent = [f"{at + 1} {embedded(panel.names[at], words)}" for gap in panel.gaps for at in range(gap.start, gap.end + 1)]
    if silent and panel.points:
        more = [counted(len(silent) - _NAMED, words_of(TellingWords, words).and_more_n, words)] if len(silent) > _NAMED else []
        said.append(f"{words.gap}: {listed([*silent[:_NAMED], *more], words)}")
    return closed(f"{embedded(panel.title, words)}: {joined(said, words)}{words.end}")


def _legend(panels: Sequence[CurvePanel], words: Words) -> tuple[LegendEntry, ...]:
    points = [point for panel in panels for point in panel.points]
    if not points:
        return ()
    forked = any(runs_apart(panel.points, panel.ways) for panel in panels)
    names = [*BASES, *(["other-way"] if forked else []), *(["moments"] if any(point.offset for point in points) else [])]
    texts = {**words.symbols, **words_of(WayWords, words).symbols}
    return tuple(LegendEntry(symbol=one, text=texts[one]) for one in names)  # type: ignore[arg-type]  # names of symbols, listed above


def _table(panels: Sequence[CurvePanel], facets: Sequence[Facet], words: Words, curves: CurveWords) -> tuple[Row, ...]:
    """A row for each reading, and one for each touchpoint without any."""
    rows: list[Row] = [curves.table]
    for panel, facet in zip(panels, facets, strict=True):
        for at, name in enumerate(panel.names):
            here = [point for point in panel.points if point.column == at]
            if not here and facet.columns is not None and at not in facet.columns:
                continue
            rows += [
                (panel.title, str(at + 1), name, point.when or words.moments["during"], point.text, words.bases[point.basis])
                for point in here
            ] or [(panel.title, str(at + 1), name, "", words.gap, "")]
    return tuple(rows)
