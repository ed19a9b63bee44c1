"""Many runs of one plan: the ways that they went, the most frequent first, and how often each touchpoint deviates."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from journeykit.comparison import Conformance, DeviationKind, RunResult, Way, answers, step_titles
from journeykit.diagram import Badge, Bar, BarLane, Cell, CellLane, Diagram, Item, Lane, Sentences, Tone
from journeykit.model import Portfolio, fold

from .comparison_columns import MOST_COLUMNS
from .comparison_legend import legend_of
from .comparison_tracks import Place, Tracks, column_of, places_of
from .comparison_words import ComparisonWords
from .context import Context, context_of
from .direction import runs_right_to_left
from .printed import amount, counted, share_of
from .words import Words
from .wordtables import words_of

_MOST_WAYS = 5
_MOST_UNPLANNED = 6
_MOST_SENTENCES = 9
_ORDER: tuple[DeviationKind, ...] = ("missing", "failed", "order", "late", "channel", "actor", "additional")


def rates(found: Conformance, book: Portfolio | None = None, *, picture: str = "auto", language: str | None = None) -> Diagram:
    """The deviation diagram of many runs.

    Args:
        found: what was counted.
        book: where the runs stand, if they stand in one: it knows what the unplanned is called.
        picture: auto or deviation, or table (the sentences alone).
        language: of the words that are not the plan's own (BCP 47).
    """
    planned = found.planned
    context = context_of(planned, language)
    words, said = context.words, words_of(ComparisonWords, context.words)
    told = answers(found, planned, book, language=words.lang)[:_MOST_SENTENCES]
    base = Diagram(
        view="comparison", title=planned.title, finding=told[0], description=" ".join(told),
        lead=(Sentences(sentences=told[1:], title=said.matters_most),) if told[1:] else (), badges=_badges(said),
        lang=planned.language or words.lang, rtl=runs_right_to_left(planned.language, (planned.title,)), page=words.page, texts_in_full=words.texts_in_full,
        legend_title=words.legend, critical_tag="", continued=words.continued, part=words.part, titles_in_full=words.titles_in_full,
    )  # fmt: skip
    titles = step_titles(() if book is None else book.journeys)
    unplanned = [key for key in sorted(found.places, key=lambda one: -found.places[one]) if fold(key) not in planned.touchpoints]
    drawn = found.ways[:_MOST_WAYS]
    every = places_of(planned, [one.example for one in found.ways], titles, [fold(one) for one in unplanned[:_MOST_UNPLANNED]])
    places = every if len(every) <= MOST_COLUMNS else [one for one in every if _deviating(found, one)][:MOST_COLUMNS]
    if not every:
        return evolve(base, finding=said.no_columns, lead=())
    base = evolve(base, table=_table(found, context, titles, said))
    if picture not in {"auto", "deviation"}:
        return evolve(base, footnotes=() if picture == "table" else (said.no_picture,))
    tracks = Tracks(context=context, said=said, places=places)
    lanes = (*_ways(found, drawn, tracks), *_rates(found, tracks))
    columns = tuple(column_of(context, one, differs=bool(_deviating(found, one)), whose="") for one in places)
    return evolve(
        base, columns=columns, lanes=lanes, legend=legend_of(columns, lanes, words, said), corner=words.stage, spine=said.planned,
        footnotes=(*_not_drawn(found, every, places, words=words, said=said), *_left_out(found, drawn, len(unplanned), words=words, said=said)),
    )  # fmt: skip


def _badges(said: ComparisonWords) -> tuple[Badge, ...]:
    return Badge(text=said.comparison, style="solid"), Badge(text=said.lenses["conformance"])


def _deviating(found: Conformance, one: Place) -> int:
    """How many runs deviate at a place."""
    return sum(count for key, count in found.places.items() if fold(key) == one.key)


def _ways(found: Conformance, drawn: Sequence[Way], tracks: Tracks) -> Iterator[Lane]:
    """A line for each way; one that a single run went has the name of its case."""
    said, words = tracks.said, tracks.context.words
    for number, way in enumerate(drawn):
        result = RunResult(way.example.case, way.details, way.fitness)
        single = way.runs == 1
        title = (
            said.run.format(case=way.example.case)
            if single
            else said.runs_of.format(n=amount(way.runs, words), of=amount(found.runs, words))
        )
        part = "" if single else share_of(way.runs, found.runs, words)
        yield tracks.way(way, result, title=title, key=f"way-{number + 1}", share=part)


def _rates(found: Conformance, tracks: Tracks) -> Iterator[Lane]:
    """How many runs deviate at each touchpoint, and in which way; of one run there is no rate."""
    if found.runs < 2 or not found.deviating:
        return
    said, words = tracks.said, tracks.context.words
    bars, cells = [], []
    for at, one in enumerate(tracks.places):
        if not (count := _deviating(found, one)):
            continue
        bars.append(Bar(column=at, value=100 * count / found.runs, text=share_of(count, found.runs, words)))
        kinds = [(kind, held) for (kind, key), held in found.counts.items() if fold(key) == one.key]
        kinds.sort(key=lambda pair: (-pair[1], _ORDER.index(pair[0])))
        items = tuple(Item(text=f"{said.deviations[kind]}: {share_of(held, found.runs, words)}", tone=_tone(kind)) for kind, held in kinds)
        cells.append(Cell(start=at, end=at, items=items))
    note = said.share_of_runs.format(n=amount(found.runs, words))
    yield BarLane(key="deviating", title=said.runs_deviating, note=note, bars=tuple(bars), opens=True)
    yield CellLane(key="deviations", title=said.how_they_deviate, note=note, cells=tuple(cells))


def _tone(kind: str) -> Tone:
    return "bad" if kind in {"missing", "failed"} else "added" if kind == "additional" else "changed"


def _not_drawn(
    found: Conformance, every: Sequence[Place], places: Sequence[Place], *, words: Words, said: ComparisonWords
) -> Iterator[str]:
    """How many columns are not drawn: those that every run followed, and those that found no room."""
    followed = 0 if len(every) == len(places) else sum(not _deviating(found, one) for one in every)
    for count, forms in ((followed, said.followed_left_out_n), (len(every) - len(places) - followed, said.differing_left_out_n)):
        if count:
            yield counted(count, forms, words)


def _left_out(found: Conformance, drawn: Sequence[Way], unplanned: int, *, words: Words, said: ComparisonWords) -> Iterator[str]:
    others = found.runs - sum(one.runs for one in drawn)
    for count, forms in ((others, said.other_ways_n), (max(0, unplanned - _MOST_UNPLANNED), said.more_unplanned_n)):
        if count:
            yield counted(count, forms, words)


def _table(found: Conformance, context: Context, titles: Mapping[str, str], said: ComparisonWords) -> tuple[tuple[str, ...], ...]:
    """A row for each touchpoint and for everything that nobody had planned: how many runs deviate, and how."""
    words, planned = context.words, found.planned.touchpoints
    kinds: list[DeviationKind] = [kind for kind in _ORDER if any(held == kind for held, _ in found.counts)]
    heads = ("", words.touchpoint, said.runs_deviating, said.share_head, *(said.deviations[kind] for kind in kinds))
    names = [(str(at + 1), one.title, one.id) for at, one in enumerate(planned)]
    names += [("", titles.get(fold(key), key), key) for key in found.places if fold(key) not in planned]
    rows = []
    for number, title, key in names:
        count = found.places.get(key, 0)
        by_kind = [amount(found.counts.get((kind, key), 0), words) for kind in kinds]
        rows.append((number, title, amount(count, words), share_of(count, found.runs, words) if found.runs else "", *by_kind))
    return (heads, *rows)
