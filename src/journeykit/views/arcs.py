"""What leads from column to column above the grid: effects, and the branches of the way."""

from typing import Literal

from journeykit.diagram import Arc
from journeykit.model import Link

from .context import Context
from .printed import embedded, initial, share
from .words import Words


def arcs(context: Context, *, behind: bool = False, branches: bool = True) -> tuple[Arc, ...]:
    """Effects, branches, and ways back between touchpoints.

    Args:
        context: the journey, laid out.
        behind: effects of activities too; each stands at its first column.
        branches: the branches of the way too, and where it leads back.
    """
    found = []
    for link in context.journey.links:
        if link.kind == "impact":
            source, target = (_column(context, end, behind=behind) for end in (link.source, link.target))
            if source is not None and target is not None and source != target:
                found.append(_arc(context, source, target, text=effect_text(context, link)))
        elif link.kind in {"branch", "sequence"} and branches:
            source, target = (_column(context, end, behind=False) for end in (link.source, link.target))
            if source is None or target is None:
                continue
            if link.kind == "branch":
                found.append(_arc(context, source, target, text=_when(context, link), kind="branch"))
            elif target < source:  # what leads onwards is the order of the columns
                found.append(_arc(context, source, target, text=_when(context, link), kind="loop"))
    return tuple(found)


def _arc(context: Context, source: int, target: int, *, text: str, kind: Literal["impact", "branch", "loop"] = "impact") -> Arc:
    words = context.words
    label = words.leads.format(source=context.name(source), target=context.name(target), text=embedded(text, words))
    shown = text if kind == "impact" else initial(text)
    return Arc(source=source, target=target, text=shown, kind=kind, label=label)


def effects_elsewhere(context: Context) -> tuple[str, ...]:
    """Effects that have no two columns here: within one column, or from and to another journey."""
    words, found = context.words, list[str]()
    for link in context.journey.links:
        if link.kind == "impact":
            source, target = (_column(context, end, behind=True) for end in (link.source, link.target))
            if source is None or target is None or source == target:
                facts = {"text": effect_text(context, link), "source": _named(context, link.source), "target": _named(context, link.target)}
                found.append(words.blueprint.effect_inside.format(**facts))
    return tuple(found)


def effect_text(context: Context, link: Link) -> str:
    """What an effect does, in words."""
    words = context.words
    form = {1: words.helps, -1: words.harms}.get(link.polarity or 0, words.affects)
    kpi = context.journey.library.kpis.get(link.kpi) if link.kpi else None
    return form.format(text=embedded(link.note or link.label or (kpi.name if kpi else words.unsaid_effect), words))


def _when(context: Context, link: Link) -> str:
    """When a branch is taken and how often; what it is where neither is known."""
    words = context.words
    parts = [*([link.label] if link.label else []), *way(link, words)]
    plain = words.again if link.source == link.target or _goes_back(context, link) else words.otherwise
    return words.comma.join(parts) or plain


def way(link: Link, words: Words) -> list[str]:
    """When a branch is taken, and how often."""
    parts = [words.blueprint.branch.format(condition=link.condition)] if link.condition else []
    return [*parts, share(link.probability, words)] if link.probability is not None else parts


def _goes_back(context: Context, link: Link) -> bool:
    columns = context.journey.touchpoints
    return columns.position(link.target) < columns.position(link.source)


def _column(context: Context, end: str, *, behind: bool) -> int | None:
    journey = context.journey
    key = end.removeprefix(f"{journey.id}/")
    at = journey.touchpoints.position(key)
    if at >= 0:
        return at
    activity = journey.activities.get(key) if behind else None
    return min(journey.touchpoints.position(one) for one in activity.touchpoints) if activity else None


def _named(context: Context, end: str) -> str:
    journey = context.journey
    key = end.removeprefix(f"{journey.id}/")
    found = journey.touchpoints.get(key) or journey.activities.get(key)
    return context.words.quoted.format(text=embedded(found.title if found else end, context.words))
