"""Who does what: touchpoints and activities by actors, with the letters of their parts."""

from collections.abc import Iterator, Sequence

from journeykit.diagram import Diagram, Head, Item, Mark, Matrix, MatrixCell, MatrixRow
from journeykit.errors import step
from journeykit.measure import Rasci
from journeykit.measure import rasci as measured
from journeykit.model import Journey

from .context import Context, context_of
from .direction import runs_right_to_left
from .printed import counted, embedded, initial
from .table_words import TableWords
from .titleblock import badges
from .words import Words
from .wordtables import words_of

_ORDER = "ARSCI"


def rasci(journey: Journey, *, language: str | None = None) -> Diagram:
    """The matrix of parts: A accountable, R responsible, S supports, C consulted, I informed.

    Args:
        journey: whose touchpoints and activities.
        language: of the words that are not the journey's own (BCP 47).

    Example:
        >>> from journeykit.model import Stage, Touchpoint
        >>> rasci(Journey("I buy", stages=[Stage("Pay", [Touchpoint("Pays", owner="Finance")])])).finding
        'Everything has somebody who is accountable for it.'
    """
    context = context_of(journey, language)
    words, said = context.words, words_of(TableWords, context.words)
    found = measured(journey)
    lacking = {one.where.removesuffix(".owner") for one in found.missing}
    rows = tuple(_rows(context, found, lacking, said))
    count = len(journey.touchpoints) + len(journey.activities)
    finding = counted(len(lacking), said.unaccountable_n, words, m=str(count)) if lacking else said.all_accountable
    heads = tuple(Head(title=name) for _, name in found.actors)
    nobody = (Head(title=said.nobody),) if lacking else ()
    return Diagram(
        view="rasci",
        title=said.rasci.format(title=embedded(journey.title, words)),
        finding=finding if count else words.no_touchpoints,
        description=finding if count else words.no_touchpoints,
        lang=journey.language or language or "",
        rtl=runs_right_to_left(journey.language, (journey.title,)),
        badges=badges(context),
        parts=(Matrix(columns=(*heads, *nobody), rows=rows, corner=words.touchpoint, centred=True, note=said.rasci_note),)
        if rows and heads
        else (),
        page=words.page,
        texts_in_full=words.texts_in_full,
        source=context.path,
        table=_table(rows, heads, words, said, lacking=bool(lacking)),
    )


def _table(
    rows: Sequence[MatrixRow], heads: Sequence[Head], words: Words, said: TableWords, *, lacking: bool
) -> tuple[tuple[str, ...], ...]:
    """A row for each touchpoint and activity, with the parts in words; the last column says where nobody is accountable."""
    if not rows:
        return ()
    header = (words.touchpoint, *(one.title for one in heads), *((initial(said.letters["A"]),) if lacking else ()))
    nobody = said.accountable_missing
    return (header, *((row.head.title, *(words.nobody if one.label == nobody else one.label for one in row.cells)) for row in rows))


def _rows(context: Context, found: Rasci, lacking: set[str], said: TableWords) -> Iterator[MatrixRow]:
    held: dict[tuple[str, str], str] = {}
    for one in found.parts:
        held[one.element, one.actor] = held.get((one.element, one.actor), "") + one.letter
    places = [
        (one.id, one.title, block.stage.title, path)
        for block in context.blocks
        for one, path in zip(block.stage.touchpoints, context.paths[block.start : block.end + 1], strict=True)
    ]
    places += [(one.id, one.title, said.activities, f"{context.path}.{step('activities', one.id)}") for one in context.journey.activities]
    for key, title, group, path in places:
        cells = [_cell(held.get((key, actor), ""), said, context.words.comma) for actor, _ in found.actors]
        if lacking:
            cells.append(MatrixCell(state="missing", label=said.accountable_missing) if path in lacking else MatrixCell())
        yield MatrixRow(head=Head(title=title, group=group, source=path), cells=tuple(cells))


def _cell(letters: str, said: TableWords, comma: str) -> MatrixCell:
    ordered = sorted(letters, key=_ORDER.index)
    items = tuple(Item(text=said.letters[one], mark=Mark(kind="owner" if one == "A" else "supporter", label=one)) for one in ordered)
    return MatrixCell(items=items, label=comma.join(said.letters[one] for one in ordered))
