"""Which touchpoint is offered in which channel, and how channels differ where that was measured."""

from collections.abc import Iterator

from journeykit.diagram import Diagram, Head, Item, LegendEntry, Mark, Matrix, MatrixCell, MatrixRow, NoteList
from journeykit.measure import channel_consistency, channel_switches
from journeykit.model import Journey

from .context import Context, context_of
from .direction import runs_right_to_left
from .figures import kpi_value
from .printed import counted, embedded, initial, joined, with_unit
from .table_words import TableWords
from .titleblock import badges
from .wordtables import words_of


def channels(journey: Journey, *, language: str | None = None) -> Diagram:
    """Touchpoints by channels: the first choice filled, others hollow; a touchpoint of ours without a channel is outlined.

    Args:
        journey: whose touchpoints.
        language: of the words that are not the journey's own (BCP 47).

    Example:
        >>> from journeykit.model import Stage, Touchpoint
        >>> channels(Journey("I buy", stages=[Stage("Learn", [Touchpoint("Looks", channels=["web", "shop"])])])).finding
        '2 channels; the channel never has to be changed on the way.'
    """
    context = context_of(journey, language)
    words, said = context.words, words_of(TableWords, context.words)
    keys = tuple(dict.fromkeys(key for one in journey.touchpoints for key in one.channels))
    forced = sum(one.is_forced for one in channel_switches(journey).switches)
    is_known = all(one.channels or one.kind != "interaction" for one in journey.touchpoints)
    changes = counted(forced, said.changes_n, words) if forced else said.no_changes if is_known else said.no_known_changes
    finding = joined((counted(len(keys), said.channels_n, words), changes), words) + words.end if keys else said.no_channel + words.end
    rows = tuple(_rows(context, keys, said))
    bare = any(row.cells[-1].state == "missing" for row in rows)
    rows = rows if bare else tuple(MatrixRow(head=row.head, cells=row.cells[:-1]) for row in rows)
    heads = (*(Head(title=context.journey.library.channel_name(key)) for key in keys), *((Head(title=said.no_channel),) if bare else ()))
    notes = tuple(_notes(context, said))
    return Diagram(
        view="channels",
        title=said.channels.format(title=embedded(journey.title, words)),
        finding=finding if rows else words.no_touchpoints,
        description=" ".join((finding if rows else words.no_touchpoints, *(text for _, text in notes))),
        lang=journey.language or language or "",
        rtl=runs_right_to_left(journey.language, (journey.title,)),
        badges=badges(context),
        parts=(Matrix(columns=heads, rows=rows, corner=words.touchpoint, centred=True),) if rows and heads else (),
        notes=(NoteList(title=said.same_measure, notes=notes),) if notes else (),
        legend_title=words.legend,
        legend=(LegendEntry(symbol="dot", text=said.first_choice), LegendEntry(symbol="dot-open", text=said.also_offered)) if keys else (),
        page=words.page,
        texts_in_full=words.texts_in_full,
        source=context.path,
        table=_table(context, keys, said),
    )


def _rows(context: Context, keys: tuple[str, ...], said: TableWords) -> Iterator[MatrixRow]:
    for block in context.blocks:
        for at in range(block.start, block.end + 1):
            one = context.columns[at]
            cells = [_cell(one.channels, key, said) for key in keys]
            lacks = not one.channels and one.kind == "interaction" and context.ours(at)
            cells.append(MatrixCell(state="missing", label=said.no_channel) if lacks else MatrixCell())
            yield MatrixRow(head=Head(title=one.title, group=block.stage.title, source=context.paths[at]), cells=tuple(cells))


def _cell(offered: tuple[str, ...], key: str, said: TableWords) -> MatrixCell:
    if key not in offered:
        return MatrixCell()
    first = offered[0] == key
    text = said.first_choice if first else said.also_offered
    return MatrixCell(items=(Item(text=text, mark=Mark(kind="dot" if first else "dot-open")),), label=text)


def _notes(context: Context, said: TableWords) -> Iterator[tuple[str, str]]:
    """What was measured at one touchpoint in several channels."""
    journey, words = context.journey, context.words
    for number, one in enumerate(channel_consistency(journey).spreads, 1):
        kpi = journey.library.kpis[one.kpi]
        values = words.comma.join(
            f"{embedded(context.journey.library.channel_name(channel), words)} {with_unit(*kpi_value(kpi, value, words))}"
            for channel, value in one.by_channel
        )
        title = journey.touchpoints[one.touchpoint].title
        yield str(number), initial(said.differs.format(kpi=kpi.name, at=one.at, title=embedded(title, words), values=values)) + words.end


def _table(context: Context, keys: tuple[str, ...], said: TableWords) -> tuple[tuple[str, ...], ...]:
    head = (context.words.stage, context.words.touchpoint, *(context.names(key) for key in keys))
    return (
        head,
        *(
            (block.stage.title, one.title, *(_cell(one.channels, key, said).label for key in keys))
            for block in context.blocks
            for one in block.stage.touchpoints
        ),
    )
