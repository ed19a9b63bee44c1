"""The curves of both sides beside each other, each in a panel of its own."""

from collections.abc import Sequence

from journeykit.diagram import CurvePanels, Part

from .comparison_sides import Sides
from .context import Context
from .curve_facets import Facet
from .curve_panels import panel_of
from .curve_words import CurveWords
from .words import Words
from .wordtables import words_of


def multiples(sides: Sides) -> tuple[Part, ...]:
    """A panel for each side: what customers felt, where there is any."""
    return (panels_of((sides.before, sides.after), sides.names, sides.words, title=sides.said.feels),)


def panels_of(contexts: Sequence[Context], names: Sequence[str], words: Words, *, title: str) -> CurvePanels:
    """A panel for each journey, named as it is among the others."""
    curves = words_of(CurveWords, words)
    panels = []
    for context, name in zip(contexts, names, strict=True):
        track = context.tracks[0] if context.tracks else None
        facet = Facet(
            context=context, track=track, perspective=track.perspective if track else context.journey.perspective, kind=track.kind if track else "felt",
            title=name, detail=context.journey.title,
        )  # fmt: skip
        panels.append(panel_of(facet, words, curves))
    return CurvePanels(title=title, note=curves.note, panels=tuple(panels), axis=words.axis)
