"""The table of what changes, in what way, and who makes it happen."""

from collections.abc import Collection, Iterator, Sequence

from attrs import evolve

from journeykit.comparison import (
    Change,
    Comparison,
    Future,
    Naming,
    PartChanged,
    ReadingChanged,
    Rekeyed,
    Row,
    ValueChanged,
    described,
    is_made,
    quoted,
)
from journeykit.diagram import Head, Item, Mark, Matrix, MatrixCell, MatrixRow, NoteList, Tone
from journeykit.model import Journey

from .comparison_sides import Sides
from .comparison_words import ComparisonWords
from .printed import counted, initial
from .words import Words

MOST_ROWS = 40
_MOST_TEXTS = 4
_FIRST = ("Touchpoint", "Stage", "Activity")
_MARKS = {"moved": Mark(kind="moved"), "split": Mark(kind="split"), "merged": Mark(kind="merged")}
"""Signs that no letter has: as they are drawn on the second line."""
_TONES: dict[str, Tone] = {"added": "added", "removed": "removed", "unresolved": "muted"}


def changes_matrix(
    comparison: Comparison, words: Words, said: ComparisonWords, sides: Sides | None = None
) -> tuple[Matrix | None, tuple[str, ...]]:
    """The table, touchpoints first, and what is not in it: what differs only in the bookkeeping of the map, and what did not fit.

    Args:
        comparison: what is told.
        words: those of maps.
        said: those of comparisons.
        sides: what the sides are called, where neither is before the other.
    """
    differing = [one for one in comparison.rows if one.status != "unchanged"]
    rows = [one for one in differing if _is_told(one, is_weighed=comparison.lens == "perception")]
    quiet = sum(one.status != "unresolved" for one in differing) - len(rows)
    left = [
        counted(count, forms, words) for count, forms in ((quiet, said.quiet_n), (max(0, len(rows) - MOST_ROWS), said.rows_left_n)) if count
    ]
    place = {what: at for at, what in enumerate(dict.fromkeys((*_FIRST, *(one.what for one in rows))))}
    rows.sort(key=lambda one: place[one.what])
    if not rows:
        return None, tuple(left)
    naming = Naming.of(comparison, words.lang)
    actions = _actions(comparison)
    heads = (said.status, said.different, *((said.made_by,) if actions is not None else ()))
    table = tuple(
        MatrixRow(
            head=Head(
                title=naming_of(one),
                detail=one.journey.title if one.journey is not None else "",
                group=said.classes.get(one.what, one.what),
            ),
            cells=tuple(_cells(one, naming, None if actions is None else actions.get(one, ()), words=words, said=said, sides=sides)),
        )
        for one in rows[:MOST_ROWS]
    )
    matrix = Matrix(title=said.changes, columns=tuple(Head(title=one) for one in heads), rows=table, wide=True)
    return matrix, tuple(left)


def naming_of(row: Row) -> str:
    """What an element is called; both names where it has another one."""
    names = dict.fromkeys(", ".join(spot.title or spot.id or "–" for spot in side) for side in (row.old, row.new) if side)
    return " → ".join(names)


def _told_changes(row: Row, *, is_weighed: bool) -> list[Change]:
    """Changes that a reader looks for, feelings first: not ids or data of others, and of two views not the same importance under another name."""
    found = [one for one in row.changes if not _is_of_the_file(one) and not (is_weighed and _weighs_alike(one))]
    return sorted(found, key=lambda one: not feels_otherwise(one))


def _is_of_the_file(change: Change) -> bool:
    """Another id, or data that belongs to somebody else: the table behind the picture has them."""
    return isinstance(change, Rekeyed) or (isinstance(change, ValueChanged) and change.field == "extra")


def _weighs_alike(change: Change) -> bool:
    if not isinstance(change, ValueChanged) or change.field != "importance" or not change.before or not change.after:
        return False
    return sorted(change.before.values()) == sorted(change.after.values())


def feels_otherwise(change: Change) -> bool:
    """Whether a reading is new, gone or another value: not only known otherwise."""
    if not isinstance(change, ReadingChanged):
        return False
    return change.before is None or change.after is None or change.before.valence != change.after.valence


def _is_told(row: Row, *, is_weighed: bool) -> bool:
    """Whether a row stands in the table: it feels otherwise, or more than the bookkeeping of the map differs. What is unresolved is listed by itself."""
    if row.status == "unresolved":
        return False
    if row.status != "changed":
        return True
    changes = _told_changes(row, is_weighed=is_weighed)
    if row.what not in _FIRST:
        return bool(changes)
    return any(map(feels_otherwise, changes)) or is_made(evolve(row, changes=tuple(changes)))


def _cells(
    row: Row, naming: Naming, actions: Sequence[str] | None, *, words: Words, said: ComparisonWords, sides: Sides | None
) -> Iterator[MatrixCell]:
    tone, status = _TONES.get(row.status, "changed"), said.statuses[row.status]
    if sides is not None and row.status in {"added", "removed"}:
        tone, status = "changed", sides.only(int(row.status == "added"))
    elif sides is not None and row.status == "changed":
        status = said.differs
    yield MatrixCell(items=(Item(text=status, style="strong", tone=tone, mark=_MARKS.get(row.status)),))
    changes = _told_changes(row, is_weighed=sides is not None and sides.comparison.lens == "perception")
    texts = [] if row.status in {"added", "removed"} else [initial(described(one, naming)) for one in changes]
    texts += [f"{quoted(part.spot.title or part.spot.id, naming.words)}: {described(one, naming)}" for part, one in _of_parts(row)]
    items = [Item(text=one) for one in texts[:_MOST_TEXTS]]
    if len(texts) > _MOST_TEXTS:
        items.append(Item(text=counted(len(texts) - _MOST_TEXTS, said.more_n, words), style="muted"))
    yield MatrixCell(items=tuple(items))
    if actions is not None:
        made = row.what in _FIRST and is_made(row)
        nobody = (Item(text=said.no_action, style="strong", tone="bad"),) if made else ()
        yield MatrixCell(items=tuple(Item(text=one) for one in actions) or nobody)


def _of_parts(row: Row) -> Iterator[tuple[PartChanged, Change]]:
    """What the parts of a split or a merge say otherwise than the whole, as far as a reader looks for it."""
    yield from ((part, one) for part in row.parts for one in part.changes if not _is_of_the_file(one))


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
    names = [row.spot.title for row in comparison.unresolved]
    alike = {one for one in names if names.count(one) > 1}
    found = [(str(at + 1), _may_be(one, said, alike)) for at, one in enumerate(comparison.unresolved)]
    return (NoteList(title=said.not_matched, notes=tuple(found)),) if found else ()


def _may_be(row: Row, said: ComparisonWords, alike: Collection[str]) -> str:
    """Those that are called the same with their id."""
    own, *others = (f"{name} ({spot.id})" if (name := spot.title or spot.id) in alike else name for spot in (row.spot, *row.candidates))
    return said.may_be.format(title=own, others=", ".join(others)) if others else own
