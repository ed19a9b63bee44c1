"""The stage bands over a tier of cards."""

from collections.abc import Sequence

from attrs import frozen

from journeykit.diagram import Band, Diagram
from journeykit.layout import ink as faces
from journeykit.layout.ink import Ink
from journeykit.layout.saying import NOTHING
from journeykit.layout.sources import Sources
from journeykit.layout.space import BAND_BAR, BAND_GAP, BAND_HEIGHT, LABEL_WIDTH, MARGIN, PAD
from journeykit.layout.tiers import Tier
from journeykit.scene import Group, Node, Rect
from journeykit.text import Line


@frozen(kw_only=True, eq=False)
class Stage:
    """A stage within a tier; px."""

    band: Band
    words: str
    left: float
    right: float
    lines: tuple[Line, ...]
    cut: bool


def stages_of(diagram: Diagram, bands: Sequence[Band], tier: Tier, ink: Ink) -> tuple[Stage, ...]:
    """The stages that reach into a tier."""
    out: list[Stage] = []
    for band in bands:
        if part := tier.clip(band.start, band.end):
            left = tier.left(part[0])
            right = tier.end(part[1]) - (BAND_GAP / 2 if part[1] < tier.last else 0)
            words = band.title if part[0] == band.start or not diagram.continued else diagram.continued.replace("{}", band.title, 1)
            found = ink.wrap(words, right - left - 14 - PAD, faces.PANEL, max_lines=2)
            out.append(Stage(band=band, words=words, left=left, right=right, lines=found.lines, cut=found.cut))
    return tuple(out)


def stages_height(stages: Sequence[Stage]) -> float:
    """px; nothing where there are no stages."""
    return BAND_HEIGHT + faces.PANEL.line * (max(len(one.lines) for one in stages) - 1) if stages else 0.0


def draw_stages(diagram: Diagram, stages: Sequence[Stage], tier: Tier, top: float, *, ink: Ink, sources: Sources) -> list[Node]:
    """The bands, and in the corner which part of the picture this is."""
    height = stages_height(stages)
    words = diagram.part.replace("{}", str(tier.index + 1), 1).replace("{}", str(tier.count), 1) if tier.count > 1 else diagram.corner
    corner = ink.fitted(MARGIN, top + max(height, BAND_HEIGHT) / 2 + 5, words, LABEL_WIDTH, face=faces.STRONG)
    items: list[Node] = []
    for one in stages:
        first = top + height / 2 + 5 - faces.PANEL.line / 2 * (len(one.lines) - 1)
        nodes = (
            Rect(x=one.left, y=top, width=one.right - one.left, height=height, fill=ink.palette.wash),
            Rect(x=one.left, y=top, width=BAND_BAR, height=height, fill=ink.palette.ink),
            *ink.lines(one.left + 14, first, one.lines, face=faces.PANEL),
        )
        label = one.words.strip() or NOTHING
        items.append(
            Group(
                children=nodes,
                role="listitem",
                label=label,
                tip=one.band.tip or (one.words if one.cut else ""),
                source=sources.claim(one.band.source),
            )
        )
    out: list[Node] = [Group(children=(corner,))]
    return [*out, Group(children=tuple(items), role="list", label=diagram.corner)] if items else out
