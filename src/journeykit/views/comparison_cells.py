"""How a touchpoint feels to one, as a cell of a matrix, and the head of its row."""

from journeykit.diagram import Head, Item, Mark, MatrixCell, Tone

from .comparison_words import ComparisonWords
from .printed import embedded, joined, valence
from .words import Words


def reading_cell(value: float | None, basis: str | None, words: Words, said: ComparisonWords, *, there: bool) -> MatrixCell:
    """The value with a sign of its direction.

    Args:
        value: from -2 to +2; None where nobody was asked.
        basis: how it is known, where that is told.
        words: those of maps.
        said: those of comparisons.
        there: whether the touchpoint is met at all.
    """
    if not there:
        return MatrixCell(items=(Item(text=said.not_there, style="muted"),), state="missing")
    if value is None:
        return MatrixCell(items=(Item(text=said.gap, style="muted"),))
    tone: Tone = "good" if value > 0 else "bad" if value < 0 else "ink"
    mark = Mark(kind="gain") if value > 0 else Mark(kind="loss") if value < 0 else Mark(kind="bullet")
    detail = words.bases[basis] if basis else ""
    return MatrixCell(items=(Item(text=valence(value, words), style="strong", tone=tone, mark=mark, detail=detail),))


def reading_head(title: str, words: Words, said: ComparisonWords, *, part: str, moment: str | None) -> Head:
    """A touchpoint, with its part where one has it in parts, and when it was felt."""
    told = [part_of(part, words, said)] if part else []
    if moment and moment != "during":
        told.append(words.moments[moment])
    return Head(title=title, detail=joined(told, words))


def part_of(title: str, words: Words, said: ComparisonWords) -> str:
    """That something has a part of that title."""
    return said.part_named.format(title=words.quoted.format(text=embedded(title, words)))
