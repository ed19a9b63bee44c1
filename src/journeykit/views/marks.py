"""Symbols in front of words, with what they mean: in the words of the legend."""

from journeykit.diagram import Mark, MarkKind, Ticks, Tone

from .words import Words


def marked(kind: MarkKind, words: Words, *, label: str = "", tone: Tone = "ink") -> Mark:
    """A mark with its meaning."""
    word = words.strengths[int(kind[-1])] if kind.startswith("evidence-") else words.symbols[kind]
    return Mark(kind=kind, label=label, tone=tone, word=word)


def severity(rated: int | None, words: Words) -> Ticks:
    """Ticks for a severity from 0 to 4, or for one that is not rated."""
    return Ticks(filled=rated, word=words.not_rated if rated is None else words.severity.format(n=rated))
