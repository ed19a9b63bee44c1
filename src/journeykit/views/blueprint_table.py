"""A blueprint as a table: one row a touchpoint; layers, notes, links with the lines that they cross."""

from collections.abc import Iterable, Sequence

from journeykit.diagram import Arc, Connector, Lane, Row

from .blueprint_cards import layer_texts, touchpoint_flags
from .blueprint_links import LAYERS
from .blueprint_notes import Remarks, notes_title
from .context import Context
from .printed import joined
from .table import table, with_kinds
from .words import Words


def blueprint_table(
    context: Context, lanes: Sequence[Lane], said: Remarks, links: Sequence[Connector], *, over: Sequence[Arc] = ()
) -> tuple[Row, ...]:
    """A header and a row for each touchpoint. A link, and an effect that is drawn over the columns, stands in the row where its source stands first."""
    mine, count = context.words.blueprint, len(context.columns)
    kinds = [context.words.comma.join(touchpoint_flags(context, at)) for at in range(count)]
    header, *rows = with_kinds(table(context, lanes), kinds, context.words)
    added: list[tuple[str, list[str]]] = []
    for layer in LAYERS[1:]:
        texts = layer_texts(context, layer)
        if any(texts):
            added.append((mine.layers[layer], texts))
    notes = _joined(
        count,
        ((one.column, joined([part for part in (f"{one.label} {one.text}", one.detail) if part], context.words)) for one in said.notes),
        context.words,
    )
    added += [(notes_title(said.notes, mine), notes)] if any(notes) else []
    first = _first_columns(context)
    said_links = _joined(
        count, [*((first[one.source], one.label) for one in links), *((one.source, one.label or one.text) for one in over)], context.words
    )
    added += [(mine.table_links, said_links)] if any(said_links) else []
    return (
        (*header, *(title for title, _ in added)),
        *((*row, *(texts[at] for _, texts in added)) for at, row in enumerate(rows)),
    )


def _joined(count: int, texts: Iterable[tuple[int, str]], words: Words) -> list[str]:
    found = [""] * count
    for at, text in texts:
        found[at] = joined((found[at], text), words) if found[at] else text
    return found


def _first_columns(context: Context) -> dict[str, int]:
    columns = context.journey.touchpoints
    first = {one.id: at for at, one in enumerate(context.columns)}
    return first | {one.id: min(columns.position(key) for key in one.touchpoints) for one in context.journey.activities}
