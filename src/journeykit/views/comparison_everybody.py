"""How each touchpoint feels to each of many personas, as a matrix; nothing is averaged."""

from collections.abc import Iterator

from attrs import evolve

from journeykit.comparison import PersonaMatrix, PersonaRow, answers
from journeykit.diagram import Badge, Diagram, Head, Item, Matrix, MatrixCell, MatrixRow, Sentences

from .comparison_cells import part_of, reading_cell, reading_head
from .comparison_columns import MOST_COLUMNS
from .comparison_legend import bases_legend, legend_of
from .comparison_multiples import panels_of
from .comparison_overlay import MOST_CURVES, overlay
from .comparison_words import ComparisonWords
from .context import context_of
from .direction import runs_right_to_left
from .languages import words_for
from .printed import amount, counted, initial, valence
from .words import Words
from .wordtables import words_of

_MATERIAL = 1.0
_MOST_PERSONAS = 10
_MOST_ROWS = 60
_MOST_SENTENCES = 12


def everybody(found: PersonaMatrix, *, picture: str = "auto", language: str | None = None) -> Diagram:
    """The curves of up to four personas over each other, then touchpoints by personas, with the widest spread of each row.

    Args:
        found: journeys of several personas.
        picture: auto (both), curves (of more than four each by itself), matrix, multiples or table (the sentences alone).
        language: of the words that are not the journeys' own (BCP 47).
    """
    lang = language or next((one.language for one in found.journeys if one.language), None)
    words = words_for(lang)
    said = words_of(ComparisonWords, words)
    told = answers(found, found.journeys[0], language=words.lang)[:_MOST_SENTENCES]
    who = counted(len({one.persona or one.id for one in found.journeys}), said.personas_n, words)
    titles = list(dict.fromkeys(one.title for one in found.journeys))
    bases = {one.basis for row in found.rows for one in row.readings if one is not None}
    shown = found.rows[:_MOST_ROWS]
    table = Matrix(
        title=said.matrix, note="; ".join([said.matrix_note, *(words.bases[one] for one in bases)]) if len(bases) == 1 else said.matrix_note,
        columns=tuple(Head(title=one) for one in (*found.names[:_MOST_PERSONAS], said.spread)),
        rows=tuple(_row(one, words, said, is_told=len(bases) > 1) for one in shown), corner=words.touchpoint, wide=True,
    )  # fmt: skip
    base = Diagram(
        view="comparison", title=titles[0] if len(titles) == 1 else who,
        finding=told[0], description=" ".join(told), lead=(Sentences(sentences=told[1:], title=said.matters_most),) if told[1:] else (),
        badges=(Badge(text=said.comparison, style="solid"), Badge(text=initial(who))),
        lang=lang or words.lang, rtl=runs_right_to_left(lang, titles), page=words.page, texts_in_full=words.texts_in_full, parts=(table,) if shown else (),
        footnotes=tuple(_left_out(found, words, said)) if shown else (), table=_table(found, words, said),
    )  # fmt: skip
    if not shown:
        return evolve(base, finding=said.no_columns, lead=())
    return _drawn(base, found, picture, words, said, language=language)


def _drawn(base: Diagram, found: PersonaMatrix, picture: str, words: Words, said: ComparisonWords, *, language: str | None) -> Diagram:  # noqa: PLR0917  # what all pictures of personas share
    """With the curves, without the matrix, or with a panel for each."""
    if picture in {"auto", "curves"} and (held := overlay(found, words, said, language=language)) is not None:
        return evolve(
            base, columns=held.columns, lanes=(held.lane,), legend=legend_of(held.columns, (held.lane,), words, said), spine=words.touchpoint,
            legend_title=words.legend, critical_tag="", continued=words.continued, part=words.part, titles_in_full=words.titles_in_full,
            parts=base.parts if picture == "auto" else (), footnotes=base.footnotes if picture == "auto" else (),
        )  # fmt: skip
    if picture in {"curves", "multiples"}:
        contexts = [context_of(one, language) for one in found.journeys]
        panels = panels_of(contexts, found.names, words, title=said.overlay)
        apart = tuple(_apart(found, words, said)) if picture == "curves" else ()
        return evolve(base, parts=(panels,), legend=bases_legend(panels.panels, words), legend_title=words.legend, footnotes=apart)
    if picture in {"auto", "matrix"}:
        return base
    return evolve(base, parts=(), footnotes=() if picture == "table" else (said.no_picture,))


def _left_out(found: PersonaMatrix, words: Words, said: ComparisonWords) -> Iterator[str]:
    """What the matrix has no room for."""
    for count, forms in ((len(found.names) - _MOST_PERSONAS, said.more_personas_n), (len(found.rows) - _MOST_ROWS, said.rows_left_n)):
        if count > 0:
            yield counted(count, forms, words)


def _apart(found: PersonaMatrix, words: Words, said: ComparisonWords) -> Iterator[str]:
    """Why each curve stands by itself."""
    if len(found.journeys) > MOST_CURVES:
        yield said.too_many_curves
    elif len(found.touchpoints) > MOST_COLUMNS:
        yield said.too_many_columns.format(n=amount(MOST_COLUMNS, words))


def _row(one: PersonaRow, words: Words, said: ComparisonWords, *, is_told: bool) -> MatrixRow:
    """A touchpoint, with its part where some have it in parts; how its readings are known where that is not the same everywhere."""
    cells = [
        reading_cell(
            None if reading is None else reading.valence,
            reading.basis if reading is not None and is_told else None,
            words,
            said,
            there=touchpoint is not None,
        )
        for reading, touchpoint in zip(one.readings[:_MOST_PERSONAS], one.touchpoints, strict=False)
    ]
    spread = "" if one.spread is None else amount(round(one.spread, 1), words)
    items = (Item(text=spread, style="strong" if (one.spread or 0) >= _MATERIAL else "muted"),) if spread else ()
    return MatrixRow(head=reading_head(one.title, words, said, part=one.part, moment=one.moment), cells=(*cells, MatrixCell(items=items)))


def _table(found: PersonaMatrix, words: Words, said: ComparisonWords) -> tuple[tuple[str, ...], ...]:
    """All rows and columns as texts."""
    rows = []
    for one in found.rows:
        title = f"{one.title}, {part_of(one.part, words, said)}" if one.part else one.title
        name = title if one.moment in {None, "during"} else f"{title} ({words.moments[one.moment or '']})"
        texts = [
            said.not_there
            if place is None
            else said.gap
            if reading is None
            else f"{valence(reading.valence, words)} ({words.bases[reading.basis]})"
            for place, reading in zip(one.touchpoints, one.readings, strict=True)
        ]
        rows.append((name, *texts, "" if one.spread is None else amount(round(one.spread, 1), words)))
    return ((words.touchpoint, *found.names, said.spread), *rows)
