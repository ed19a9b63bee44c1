"""How often a touchpoint is passed, in words: not by everybody, or several times."""

from collections.abc import Sequence

from journeykit.diagram import Row
from journeykit.model import Touchpoint

from .arcs import way_text
from .context import Context
from .printed import counted
from .way_words import WayWords
from .words import Words
from .wordtables import words_of


def _repeats(one: Touchpoint) -> bool:
    return one.repeats or (one.at_least or 1) > 1 or (one.at_most or 1) > 1


def goes_round(context: Context, at: int) -> bool:
    """Whether a touchpoint may happen several times in a row."""
    return _repeats(context.columns[at]) or bool(_rounds(context, at))


def frequency(one: Touchpoint, words: Words) -> list[str]:
    """That it is optional; that it may repeat, and how often."""
    optional = [words.flags["optional"]] if one.optional else []
    return [*optional, _times(one, words) or words.flags["repeats"]] if _repeats(one) else optional


def how_often(context: Context, at: int) -> str:
    """That a touchpoint is optional; that it may repeat, how often and when. Empty where everybody passes it once."""
    words = context.words
    optional = words.flags["optional"] if context.columns[at].optional else ""
    return words.comma.join(one for one in (optional, how_again(context, at)) if one)


def how_again(context: Context, at: int) -> str:
    """How often a touchpoint may repeat, and the ways that lead from it to itself; that it may where neither is known."""
    words, one = context.words, context.columns[at]
    known = [*([times] if (times := _times(one, words)) and _repeats(one) else []), *_rounds(context, at)]
    return words.comma.join(known) or (words.flags["repeats"] if _repeats(one) else "")


def _rounds(context: Context, at: int) -> list[str]:
    """The ways from a touchpoint to itself, in words."""
    return [way_text(one, context.words) for one in context.routes if one.source == one.target == at]


def _times(one: Touchpoint, words: Words) -> str:
    said = words_of(WayWords, words)
    low, high = one.at_least, one.at_most
    if low is not None and high is not None:
        return counted(low, said.times_n, words) if low == high else said.between.format(low=low, high=high)
    if high is not None:
        return counted(high, said.up_to_n, words)
    return counted(low, said.from_n, words) if low else ""


def with_frequencies(context: Context, rows: Sequence[Row]) -> tuple[Row, ...]:
    """The table with how often each touchpoint is passed, where not all are passed once."""
    said = [how_often(context, at) for at in range(len(context.columns))]
    if not any(said):
        return tuple(rows)
    header, *rest = rows
    return (
        (*header, words_of(WayWords, context.words).how_often),
        *((*row, text) for row, text in zip(rest, said, strict=True)),
    )
