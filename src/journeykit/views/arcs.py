"""What leads from column to column above the grid: effects, and the branches of the way."""

from typing import Literal

from journeykit.diagram import Arc
from journeykit.model import Link, Route

from .context import Context
from .printed import embedded, initial, share
from .way_words import WayWords
from .words import Words
from .wordtables import words_of


def arcs(context: Context, *, behind: bool = False, branches: bool = True) -> tuple[Arc, ...]:
    """Effects, branches, and ways back between touchpoints; ways also where activities decide them.

    Args:
        context: the journey, laid out.
        behind: effects of activities too; each stands at its first column.
        branches: the branches of the way too, and where it leads back.
    """
    found = []
    leading: dict[int, list[Route]] = {}
    for way in context.routes if branches else ():
        leading.setdefault(id(way.links[0]), []).append(way)
    for link in context.journey.links:
        if link.kind == "impact":
            source, target = (_column(context, end, behind=behind) for end in (link.source, link.target))
            if source is not None and target is not None and source != target:
                found.append(_effect(context, link, source, target))
        for way in leading.pop(id(link), ()):
            kind = _kind(way)
            if kind is not None:
                found.append(_arc(context, way.source, way.target, text=way_text(way, context.words), kind=kind))
    return tuple(found)


def _kind(way: Route) -> Literal["branch", "loop", "on"] | None:
    """How a way is drawn; not at all where it is the order of the columns, or leads to where it began: that station has a sign."""
    if way.target == way.source:
        return None
    if any(one.kind == "branch" for one in way.links):
        return "branch"
    if way.target < way.source:
        return "loop"
    return "on" if way.target > way.source + 1 else None


def _effect(context: Context, link: Link, source: int, target: int) -> Arc:
    """An effect; that of or on an activity stands at a column of it and says whose it is."""
    words, text = context.words, effect_text(context, link)
    if not any(_is_activity(context, end) for end in (link.source, link.target)):
        return _arc(context, source, target, text=text)
    names = {"source": _named(context, link.source), "target": _named(context, link.target)}
    ends = [
        names[side] if _is_activity(context, end) else context.name(at)
        for side, end, at in (("source", link.source, source), ("target", link.target, target))
    ]
    # Where the arc ends at what is affected, it is enough to say whose effect it is.
    shown = (
        words.blueprint.effect_inside.format(text=text, **names) if _is_activity(context, link.target) else f"{text} ({names['source']})"
    )
    return Arc(
        source=source, target=target, text=shown, label=words.leads.format(source=ends[0], target=ends[1], text=embedded(text, words))
    )


def _arc(context: Context, source: int, target: int, *, text: str, kind: Literal["impact", "branch", "loop", "on"] = "impact") -> Arc:
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


def way_text(taken: Route, words: Words) -> str:
    """When a way is taken and how often; what it is where neither is known."""
    parts = [words.comma.join([*([link.label] if link.label else []), *way(link, words)]) for link in taken.links]
    said = words.comma.join(one for one in parts if one)
    if taken.target == taken.source:
        return words_of(WayWords, words).again.format(text=embedded(said, words)) if said else embedded(words.again, words)
    if said:
        return said
    if taken.target < taken.source:
        return words.again
    return words.otherwise if any(one.kind == "branch" for one in taken.links) else words_of(WayWords, words).on


def way(link: Link, words: Words) -> list[str]:
    """When a branch is taken, and how often."""
    parts = [words.blueprint.branch.format(condition=link.condition)] if link.condition else []
    return [*parts, share(link.probability, words)] if link.probability is not None else parts


def _column(context: Context, end: str, *, behind: bool) -> int | None:
    journey = context.journey
    key = end.removeprefix(f"{journey.id}/")
    at = journey.touchpoints.position(key)
    if at >= 0:
        return at
    activity = journey.activities.get(key) if behind else None
    return min(journey.touchpoints.position(one) for one in activity.touchpoints) if activity else None


def _is_activity(context: Context, end: str) -> bool:
    return context.journey.activities.get(end.removeprefix(f"{context.journey.id}/")) is not None


def _named(context: Context, end: str) -> str:
    journey = context.journey
    key = end.removeprefix(f"{journey.id}/")
    found = journey.touchpoints.get(key) or journey.activities.get(key)
    return context.words.quoted.format(text=embedded(found.title if found else end, context.words))
