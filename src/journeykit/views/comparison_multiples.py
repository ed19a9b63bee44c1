"""The curves of both sides beside each other, each in a panel of its own."""

from journeykit.diagram import CurvePanels, Part

from .comparison_sides import Sides
from .curve_facets import Facet
from .curve_panels import panel_of
from .curve_words import CurveWords
from .wordtables import words_of


def multiples(sides: Sides) -> tuple[Part, ...]:
    """A panel for each side: what customers felt, where there is any."""
    words = sides.words
    curves = words_of(CurveWords, words)
    panels = []
    for context, name in zip((sides.before, sides.after), sides.names, strict=True):
        track = context.tracks[0] if context.tracks else None
        facet = Facet(
            context=context, track=track, perspective=track.perspective if track else context.journey.perspective, kind=track.kind if track else "felt",
            title=name, detail=context.journey.title,
        )  # fmt: skip
        panels.append(panel_of(facet, words, curves))
    return (CurvePanels(title=sides.said.feels, note=curves.note, panels=tuple(panels), axis=words.axis),)
