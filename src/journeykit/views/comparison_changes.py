"""The table of what changes, in what way, and who makes it happen."""

from collections.abc import Iterator, Sequence

from journeykit.comparison import Comparison, Future, Naming, Row, described, is_made
from journeykit.diagram import Head, Item, Matrix, MatrixCell, MatrixRow, NoteList, Tone
from journeykit.model import Journey

from .comparison_words import ComparisonWords
from .printed import counted, initial
from .words import Words

MOST_ROWS = 40
_MOST_TEXTS = 4
_FIRST = ("Touchpoint", "Stage", "Activity")
_TONES: dict[str, Tone] = {"added": "added", "removed": "removed", "unresolved": "muted"}


def changes_matrix(comparison: Comparison, words: Words, said: ComparisonWords) -> tuple[Matrix | None, tuple[str, ...]]:
    """The table, touchpoints first, and what is not in it: what only feels otherwise or cites other sources, and what did not fit."""
    differing = [one for one in comparison.rows if one.status != "unchanged"]
    rows = [one for one in differing if one.what not in _FIRST or is_made(one)]
    quiet = len(differing) - len(rows)
    left = [counted(count, forms, words) for count, forms in ((quiet, said.quiet_n), (max(0, len(rows) - MOST_ROWS), said.more_n)) if count]
    rows.sort(key=lambda one: _FIRST.index(one.what) if one.what in _FIRST else len(_FIRST))
    if not rows:
        return None, tuple(left)
    naming = Naming(comparison.before, comparison.after)
    actions = _actions(comparison)
    heads = (said.status, said.different, *((said.made_by,) if actions is not None else ()))
    table = tuple(
        MatrixRow(
            head=Head(title=naming_of(one), group=said.classes.get(one.what, one.what)),
            cells=tuple(_cells(one, naming, None if actions is None else actions.get(one, ()), words=words, said=said)),
        )
        for one in rows[:MOST_ROWS]
    )
    matrix = Matrix(title=said.changes, columns=tuple(Head(title=one) for one in heads), rows=table, wide=True)
    return matrix, tuple(left)


def naming_of(row: Row) -> str:
    """What an element is called; both names where it has another one."""
    names = dict.fromkeys(", ".join(spot.title or spot.id or "–" for spot in side) for side in (row.old, row.new) if side)
    return " → ".join(names)


def _cells(row: Row, naming: Naming, actions: Sequence[str] | None, *, words: Words, said: ComparisonWords) -> Iterator[MatrixCell]:
    tone = _TONES.get(row.status, "changed")
    yield MatrixCell(items=(Item(text=said.statuses[row.status], style="strong", tone=tone),))
    texts = [] if row.status in {"added", "removed"} else [initial(described(one, naming)) for one in row.changes]
    items = [Item(text=one) for one in texts[:_MOST_TEXTS]]
    if len(texts) > _MOST_TEXTS:
        items.append(Item(text=counted(len(texts) - _MOST_TEXTS, said.more_n, words), style="muted"))
    yield MatrixCell(items=tuple(items))
    if actions is not None:
        made = row.what in _FIRST and is_made(row)
        nobody = (Item(text=said.no_action, style="strong", tone="bad"),) if made and row.status != "unresolved" else ()
        yield MatrixCell(items=tuple(Item(text=one) for one in actions) or nobody)


def _actions(comparison: Comparison) -> "dict[Row, list[str]] | None":
    """Titles of the actions that realise each row; None through other lenses."""
    if comparison.lens != "future" or not isinstance(comparison.before, Journey):
        return None
    found = comparison.seen
    if not isinstance(found, Future):
        return None
    known: dict[str, str] = {}
    for side in (comparison.before, comparison.after):
        if isinstance(side, Journey):
            known |= {one.id: one.title for one in side.library.actions}
    return {one.row: [known.get(key, key) for key in one.actions] for one in found.differences}


def unresolved_notes(comparison: Comparison, said: ComparisonWords) -> tuple[NoteList, ...]:
    """What could not be matched for sure, with what it may be: listed, never guessed."""
    found = [(str(at + 1), _may_be(one, said)) for at, one in enumerate(comparison.unresolved)]
    return (NoteList(title=said.not_matched, notes=tuple(found)),) if found else ()


def _may_be(row: Row, said: ComparisonWords) -> str:
    others = ", ".join(spot.title or spot.id for spot in row.candidates)
    return said.may_be.format(title=naming_of(row), others=others) if others else naming_of(row)
