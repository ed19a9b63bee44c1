"""Who does what: touchpoints and activities by actors, with the letters of their parts."""

from collections.abc import Iterator, Sequence

from journeykit.diagram import Diagram, Head, Item, Mark, Matrix, MatrixCell, MatrixRow
from journeykit.errors import step
from journeykit.measure import Rasci
from journeykit.measure import rasci as measured
from journeykit.model import Journey

from .context import Context, context_of
from .direction import runs_right_to_left
from .printed import amount, counted, embedded, initial
from .table_words import TableWords
from .titleblock import badges
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
    finding = _finding(context, found, len(lacking), said)
    heads = tuple(Head(title=name) for _, name in found.actors)
    nobody = (Head(title=said.nobody),) if lacking else ()
    return Diagram(
        view="rasci",
        title=said.rasci.format(title=embedded(journey.title, words)),
        finding=finding if rows else words.no_touchpoints,
        description=finding if rows else words.no_touchpoints,
        lang=journey.language or language or "",
        rtl=runs_right_to_left(journey.language, (journey.title,)),
        badges=badges(context),
        parts=(Matrix(columns=(*heads, *nobody), rows=rows, corner=words.touchpoint, centred=True, note=said.rasci_note if heads else ""),)
        if rows
        else (),
        page=words.page,
        texts_in_full=words.texts_in_full,
        source=context.path,
        table=_table(context, rows, heads, said, lacking=bool(lacking)),
    )


def _finding(context: Context, found: Rasci, lacking: int, said: TableWords) -> str:
    """For how much nobody is accountable, and of what."""
    journey, words = context.journey, context.words
    count = len(journey.touchpoints) + len(journey.activities)
    if not lacking:
        return said.all_accountable if any(one.letter == "A" for one in found.parts) else said.none_needed
    if lacking == count:
        return said.unaccountable_all
    of = (said.of_all if journey.activities else said.of_touchpoints).format(m=amount(count, words))
    return counted(lacking, said.unaccountable_n, words, m=of)


def _table(
    context: Context, rows: Sequence[MatrixRow], heads: Sequence[Head], said: TableWords, *, lacking: bool
) -> tuple[tuple[str, ...], ...]:
    """A row for each touchpoint and activity, with the parts in words; the last column says where nobody is accountable.

    An activity has a column of its own, beside the touchpoints at which it is done.
    """
    if not rows:
        return ()
    words, activities = context.words, context.journey.activities
    header = (words.touchpoint, *((said.activity,) if activities else ()), *(one.title for one in heads))
    titles = {one.id: one.title for one in context.columns}
    first = [(one.title, "") for one in context.columns]
    first += [(words.comma.join(titles[key] for key in one.touchpoints), one.title) for one in activities]
    nobody = said.accountable_missing
    parts = [tuple(words.nobody if one.label == nobody else one.label for one in row.cells) for row in rows]
    named = [names if activities else names[:1] for names in first]
    last = (initial(said.letters["A"]),) if lacking else ()
    return ((*header, *last), *((*names, *held) for names, held in zip(named, parts, strict=True)))


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
