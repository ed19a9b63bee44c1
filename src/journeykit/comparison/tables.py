"""The table of all rows, in words."""

from collections.abc import Iterable, Sequence

from .changes import Spot
from .headlines import initial
from .lens_measures import LensMeasure
from .naming import Naming
from .rows import Row
from .sentences_of_facts import almost
from .vocabulary import Vocabulary
from .words import described, listed, named, plural, singular, told

__all__ = ["changes_told", "measures_told", "table"]


def table(rows: Iterable[Row], naming: Naming, *, unchanged: bool, is_placed: bool) -> tuple[tuple[str, ...], ...]:
    """Headings, then one line for each row that differs, or for all; with the journey before it where there are several."""
    words = naming.words
    head = (initial(singular("Journey", words)), *words.headings) if is_placed else words.headings
    lines = (_cells(row, naming, words) for row in rows if unchanged or row.status != "unchanged")
    return (head, *(line if is_placed else line[1:] for line in lines))


def changes_told(row: Row, naming: Naming) -> list[str]:
    """All changes of a row in words; of a split or a merge also what its parts say otherwise."""
    found = [described(one, naming) for one in row.changes]
    for part in row.parts:
        name = named(part.spot, naming.words)
        found += [naming.words.remark.format(name=name, words=described(one, naming)).removesuffix(".") for one in part.changes]
    return found


def measures_told(measures: Sequence[LensMeasure], naming: Naming) -> list[tuple[str, str]]:
    """What is measured, and its value, in words; what cannot be told is left out."""
    words = naming.words
    found = []
    for one in measures:
        if one.value is not None:
            name = words.measures[one.key]
            if one.journey:
                name = words.of_journey.format(name=name, journey=naming.called("journey", one.journey, is_new=False))
            found.append((name, _value(one, one.value, words)))
    return found


def _value(one: LensMeasure, value: float, words: Vocabulary) -> str:
    if one.kind == "share":
        return words.percent.format(value=words.number(round(100 * value)))
    if one.kind == "ratio":
        return almost(value, words)
    if one.kind == "correlation":
        sign = words.sign("+") if value > 0 else ""
        remark = plural("Touchpoint", one.of, words) if one.of is not None else ""
        return words.with_remark.format(text=f"{sign}{words.number(round(value, 2))}", remark=remark)
    number = words.number(value)
    return number if one.of is None else words.measure_of.format(value=number, n=words.number(one.of))


def _cells(row: Row, naming: Naming, words: Vocabulary) -> tuple[str, ...]:
    method = words.methods.get(row.method or "", row.method or "")
    score = f" {row.score:.2f}".replace(".", words.decimal) if row.method == "similarity" and row.score is not None else ""
    before, after = _side(row.old, words), _side(row.new, words)
    what = row.what if words.lang == "en" else initial(singular(row.what, words))
    journey = "" if row.journey is None else _title(row.journey.title)
    return (
        journey,
        what,
        words.statuses.get(row.status, row.status),
        before,
        after,
        f"{method}{score}",
        "; ".join(changes_told(row, naming)),
    )


def _side(spots: Sequence[Spot], words: Vocabulary) -> str:
    """All of them: nothing of a split or a merge is left out."""
    return listed([f"{one.id}: {_title(one.title)}" if one.id else _title(one.title) for one in spots], len(spots), words)


def _title(text: str) -> str:
    return told(text) if text else ""
